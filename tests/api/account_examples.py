"""Examples of the answers about accounts, which no demo has."""

from typing import Any

_AT = "2026-01-02T03:04:05Z"
_USER: dict[str, Any] = {
    "id": "4f0c1de2a7b39658",
    "name": "A Reader",
    "email": "name@example.org",
    "orcid": None,
    "password": True,
    "role": "user",
    "created_at": _AT,
}
_SESSION: dict[str, Any] = {
    "id": "9c1d7e02ab364f58",
    "agent": "Mozilla/5.0",
    "created_at": _AT,
    "seen_at": _AT,
    "expires_at": "2026-03-03T03:04:05Z",
    "current": True,
}
_TOKEN: dict[str, Any] = {
    "id": "1a2b3c4d5e6f7081",
    "name": "My notebook",
    "scopes": ["account:read"],
    "created_at": _AT,
    "used_at": None,
    "expires_at": None,
}
_LINE = {"at": _AT, "action": "account.registered", "about": _USER["id"], "details": "{}"}
_PERSON = {"id": "demo:yuxiong-he", "kind": "Person", "label": "Yuxiong He"}
_FOLLOWING = {"node": _PERSON, "followers": 1, "following": True}
_FOLLOWED = {"node": _PERSON, "since": _AT}
_CLAIM: dict[str, Any] = {
    "id": "c0ffee12ab34cd56",
    "person": _PERSON,
    "state": "pending",
    "orcid": None,
    "message": "My page at the institution names these works.",
    "reason": "",
    "created_at": _AT,
    "changed_at": _AT,
}
_DESK = {
    "claim": _CLAIM,
    "user": {"id": _USER["id"], "name": "A Reader", "email": "name@example.org", "orcid": None},
    "evidence": ["The user reads mail at example.org."],
    "owner": None,
    "decisions": ["verify", "refuse"],
    "history": [_LINE | {"action": "claim.made", "about": "c0ffee12ab34cd56"}],
}
_ENTERED = {"user": _USER, "next": "/people/demo:yuxiong-he"}
_LETTER = {"says": "When this address can be used, a letter is on its way to it: open the link in it."}

_ALIAS = {"id": "acl:y-he", "kind": "Person", "label": "Y. He"}
_CORRECTION: dict[str, Any] = {
    "id": "7e1f0a92c4d83b56",
    "kind": "join",
    "state": "open",
    "person": _PERSON,
    "alias": _ALIAS,
    "reason": "One person: the same co-authors and topics.",
    "decision": "",
    "created_at": _AT,
    "changed_at": _AT,
    "history": [{"at": _AT, "action": "correction.asked", "about": "7e1f0a92c4d83b56", "details": "{}"}],
}
_DISOWNED: dict[str, Any] = {
    "items": [
        {
            "id": "demo:yuxiong-he acl:2020.acl-main.1",
            "person": "demo:yuxiong-he",
            "work": {"id": "acl:2020.acl-main.1", "kind": "Paper", "label": "A title"},
            "at": _AT,
            "why": "By a namesake.",
        }
    ],
    "dataset": "12",
}

ACCOUNTS: dict[str, Any] = {
    "account": {"user": _USER, "ways": ["password"]},
    "register": _LETTER,
    "verify": _ENTERED,
    "log_in": _ENTERED,
    "log_out": {"says": "You are logged out."},
    "ask_reset": _LETTER,
    "reset_password": _ENTERED | {"next": "/"},
    "rename_account": _USER,
    "change_password": {"says": "Your password was changed, and other browsers were logged out."},
    "sessions": {"items": [_SESSION]},
    "end_sessions": {"says": "All other browsers were logged out."},
    "end_session": {"says": "That browser was logged out."},
    "tokens": {"items": [_TOKEN]},
    "make_token": {"token": _TOKEN, "secret": "bzpeer_…"},
    "revoke_token": {"says": "The token was revoked."},
    "export_account": {
        "made_at": _AT,
        "user": _USER,
        "sessions": [_SESSION],
        "tokens": [_TOKEN],
        "follows": [_FOLLOWED],
        "claims": [_CLAIM],
        "audit": [_LINE],
    },
    "begin_orcid": {"address": "https://orcid.org/oauth/authorize?response_type=code&client_id=APP-1&state=…"},
    "follows": {"items": [_FOLLOWED]},
    "followers": _FOLLOWING,
    "follow": _FOLLOWING,
    "unfollow": _FOLLOWING | {"followers": 0, "following": False},
    "person_standing": {
        "person": _PERSON,
        "followers": 1,
        "following": False,
        "claim": {"state": "unclaimed", "since": None, "orcid": None, "mine": "pending"},
    },
    "claim_person": _CLAIM,
    "withdraw_claim": _CLAIM | {"state": "withdrawn"},
    "claims": {"items": [_CLAIM]},
    "desk_claims": {"items": [_DESK], "total": 1},
    "decide_claim": _DESK,
    "preview_join": {
        "keep": _PERSON,
        "alias": _ALIAS,
        "identifiers": ["acl:y-he"],
        "names": ["Y. He"],
        "institutions": [],
        "works": 1,
        "papers": [{"id": "acl:2020.acl-main.1", "kind": "Paper", "label": "A title"}],
        "shared_coauthors": 2,
        "shared_topics": 3,
        "obstacles": [],
        "dataset": "12",
    },
    "disowned_works": _DISOWNED,
    "disown_work": _DISOWNED,
    "own_work": {"items": [], "dataset": "13"},
    "propose_join": _CORRECTION,
    "corrections": {"items": [_CORRECTION]},
    "decide_correction": _CORRECTION | {"state": "accepted", "decision": "Yes: the same works."},
    "undo_correction": _CORRECTION | {"state": "undone"},
    "ask_opt_out": {"says": "A letter is on its way to this address: open the link in it, then a moderator decides."},
    "confirm_opt_out": {"says": "Thank you. A moderator decides, and you are told by mail."},
    "delete_account": {"says": "Your account was deleted."},
}
