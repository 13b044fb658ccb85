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
_LINE = {"at": _AT, "action": "account.registered", "about": _USER["id"], "details": "{}", "by": None}
_PERSON = {"id": "demo:yuxiong-he", "kind": "Person", "label": "Yuxiong He"}
_PLACE = {"id": "ror:00d0nc645", "kind": "Institution", "label": "Microsoft"}
_FOLLOWING = {"node": _PERSON, "followers": 1, "following": True}
_FOLLOWED = {"node": _PERSON, "since": _AT}
_READING: dict[str, Any] = {"visited_at": _AT, "seen_until": _AT, "feed_made_at": None}
_NEWS: dict[str, Any] = {
    "items": [
        {
            "id": "demo:yuxiong-he acl:y-he",
            "what": "collaborator",
            "node": {"id": "acl:y-he", "kind": "Person", "label": "Y. He"},
            "year": 2020,
            "at": _AT,
            "reasons": [
                {
                    "followed": _PERSON,
                    "text": "1 joint work, and none before.",
                    "count": 1,
                    "inferred": False,
                    "through": [{"id": "acl:2020.acl-main.1", "kind": "Paper", "label": "A title"}],
                }
            ],
            "work": None,
        }
    ],
    "shown": 1,
    "total": 2,
    "next": "demo:yuxiong-he acl:y-he",
    "since": _AT,
    "until": "2026-01-03T03:04:05Z",
    "visited_at": _AT,
    "follows": 1,
    "cut": [],
    "rule": "New is what a load first brought into this graph, whatever its year.",
    "dataset": "12",
}
_CLAIM: dict[str, Any] = {
    "id": "c0ffee12ab34cd56",
    "person": _PERSON,
    "state": "pending",
    "orcid": None,
    "message": "My page at the institution names these works.",
    "evidence": ["The user reads mail at example.org."],
    "reason": "",
    "created_at": _AT,
    "changed_at": _AT,
}
_DESK = {
    "claim": _CLAIM,
    "user": {"id": _USER["id"], "name": "A Reader", "email": "name@example.org", "orcid": None},
    "evidence": _CLAIM["evidence"],
    "owner": None,
    "owned": None,
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
    "user": None,
    "email": None,
    "owners": [],
    "decisions": [],
    "until": None,
    "history": [_LINE | {"action": "correction.asked", "about": "7e1f0a92c4d83b56"}],
}
_ON_DESK = _CORRECTION | {"user": _DESK["user"], "decisions": ["accept", "refuse"]}
_REPORT: dict[str, Any] = {
    "id": "d00dfeed12ab34cd",
    "about": "person",
    "person": _PERSON,
    "reason": "impersonation",
    "words": "The owner of this record is somebody else.",
    "state": "open",
    "decision": "",
    "created_at": _AT,
    "changed_at": _AT,
}
_REPORTED: dict[str, Any] = {
    "report": _REPORT,
    "user": _DESK["user"],
    "owners": [],
    "history": [_LINE | {"action": "report.made", "about": "d00dfeed12ab34cd"}],
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

_WORDS: dict[str, Any] = {
    "about": "Faster training of large models.",
    "name": "",
    "links": ["https://example.org/me"],
    "open": True,
    "topics": [{"id": "arxivclass:cs.LG", "kind": "Topic", "label": "Machine Learning"}],
    "kinds": ["co-author", "code"],
    "since": _AT,
    "changed_at": _AT,
}
_WORK = {"id": "arxiv:1910.02054", "kind": "Paper", "label": "A title"}
_CONFIRMED = {"person": _PERSON, "items": [{"work": _WORK, "at": _AT}]}
_COAUTHOR = {"id": "demo:zhewei-yao", "kind": "Person", "label": "Zhewei Yao"}
_CONFIRMATIONS: dict[str, Any] = {
    "person": _PERSON,
    "items": [{"by": _COAUTHOR, "at": _AT}],
    "may": True,
    "mine": True,
}
_OTHER = {"name": "A Reader", "orcid": None, "person": None}
_INVITATION: dict[str, Any] = {
    "id": "5b8e0d61f2c7a934",
    "box": "received",
    "other": _OTHER,
    "person": _PERSON,
    "purpose": "review",
    "topic": {"id": "arxivclass:cs.LG", "kind": "Topic", "label": "Machine Learning"},
    "works": [{"id": "arxiv:1910.02054", "kind": "Paper", "label": "A title"}],
    "message": "Would you read a draft on $k$-bit optimizers?",
    "state": "open",
    "conversation": None,
    "created_at": _AT,
    "expires_at": "2026-02-01T03:04:05Z",
}
_HEAD: dict[str, Any] = {
    "id": "d41c0b7e92a35f68",
    "other": _OTHER,
    "last": 1,
    "unread": 1,
    "muted": False,
    "closed": False,
    "created_at": _AT,
    "latest_at": _AT,
}
_MESSAGE = {"number": 1, "mine": False, "text": "It is about arxiv:1910.02054.", "at": _AT}
_BLOCKED = {"id": "e3a1c5907bd2f486", "name": "A Reader", "since": _AT}

ACCOUNTS: dict[str, Any] = {
    "account": {"user": _USER, "ways": ["password"]},
    "register": _LETTER,
    "verify": _ENTERED,
    "log_in": _ENTERED,
    "log_out": {"says": "You are logged out."},
    "ask_reset": _LETTER,
    "reset_password": _ENTERED | {"next": "/"},
    "rename_account": _USER,
    "ask_address": {
        "says": "When this address can be used, a letter is on its way to it: open the link in it.",
    },
    "add_address": _USER,
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
        "words": [{"person": _PERSON, "words": _WORDS}],
        "confirmed": [{"person": _PERSON, "work": _WORK, "at": _AT}],
        "disowned": _DISOWNED["items"],
        "corrections": [_CORRECTION],
        "reports": [_REPORT],
        "invitations": [_INVITATION],
        "conversations": [{"head": _HEAD, "messages": [_MESSAGE]}],
        "blocks": [_BLOCKED],
        "news": _READING,
        "audit": [_LINE],
    },
    "begin_orcid": {"address": "https://orcid.org/oauth/authorize?response_type=code&client_id=APP-1&state=…"},
    "follows": {"items": [_FOLLOWED]},
    "followers": _FOLLOWING,
    "follow": _FOLLOWING,
    "unfollow": _FOLLOWING | {"followers": 0, "following": False},
    "news": _NEWS,
    "visit_news": _READING,
    "feed": _READING,
    "make_feed": {"address": "https://bzpeer.example/feeds/….xml", "made_at": _AT},
    "end_feed": {"says": "The address of your feed leads nowhere any more."},
    "person_standing": {
        "person": _PERSON,
        "followers": 1,
        "following": False,
        "claim": {"state": "unclaimed", "since": None, "orcid": None, "mine": "pending", "last": _CLAIM},
    },
    "claim_person": _CLAIM,
    "withdraw_claim": _CLAIM | {"state": "withdrawn"},
    "claim_proofs": {
        "evidence": _CLAIM["evidence"],
        "places": [{"institution": _PLACE, "domain": "microsoft.com"}],
        "token": f"bzpeer-claim-{_CLAIM['id']}",
    },
    "ask_claim_mail": {
        "says": "A letter is on its way to this address: open the link in it while you are logged in here."
    },
    "confirm_claim_mail": _CLAIM,
    "add_claim_page": _CLAIM,
    "claims": {"items": [_CLAIM]},
    "desk_claims": {"items": [_DESK], "total": 1},
    "decide_claim": _DESK,
    "invitations": {"items": [_INVITATION], "total": 1},
    "invite": _INVITATION | {"box": "sent", "other": {"name": "Yuxiong He", "orcid": None, "person": _PERSON}},
    "answer_invitation": _INVITATION | {"state": "accepted", "conversation": _HEAD["id"]},
    "conversations": {"items": [_HEAD]},
    "unread": {"messages": 1, "invitations": 1},
    "conversation": {
        "head": _HEAD,
        "invitation": _INVITATION | {"state": "accepted", "conversation": _HEAD["id"]},
        "messages": [_MESSAGE],
        "earlier": False,
        "links": [
            {
                "text": "arxiv:1910.02054",
                "node": {"id": "arxiv:1910.02054", "kind": "Paper", "label": "A title"},
            }
        ],
    },
    "change_conversation": _HEAD | {"unread": 0},
    "write_message": _MESSAGE | {"mine": True},
    "blocks": {"items": [_BLOCKED]},
    "block": _BLOCKED,
    "unblock": {"says": "They can invite you again."},
    "preview_join": {
        "keep": _PERSON,
        "alias": _ALIAS,
        "keep_identifiers": ["demo:yuxiong-he"],
        "keep_works": 15,
        "keep_coauthors": 60,
        "identifiers": ["acl:y-he"],
        "names": ["Y. He"],
        "institutions": [],
        "works": 1,
        "papers": [{"id": "acl:2020.acl-main.1", "kind": "Paper", "label": "A title"}],
        "alias_coauthors": 4,
        "shared_coauthors": 2,
        "shared_topics": 3,
        "obstacles": [],
        "dataset": "12",
    },
    "disowned_works": _DISOWNED,
    "disown_work": _DISOWNED,
    "own_work": {"items": [], "dataset": "13"},
    "words": {"person": _PERSON, "words": _WORDS, "mine": False},
    "write_words": {"person": _PERSON, "words": _WORDS, "mine": True},
    "confirmed_works": _CONFIRMED,
    "confirm_work": _CONFIRMED,
    "unconfirm_work": _CONFIRMED | {"items": []},
    "confirmations": _CONFIRMATIONS | {"may": False, "mine": False},
    "confirm_record": _CONFIRMATIONS,
    "unconfirm_record": _CONFIRMATIONS | {"items": [], "mine": False},
    "propose_join": _CORRECTION,
    "propose_split": _CORRECTION | {"kind": "split", "reason": "Two people: they work on other things."},
    "aliases": {
        "items": [
            {
                "id": "acl:y-he",
                "name": "Y. He",
                "of": "demo:yuxiong-he",
                "keep": "Yuxiong He",
                "at": _AT,
                "by": "moderator",
                "why": "One person: the same co-authors and topics.",
            }
        ],
        "dataset": "12",
    },
    "my_corrections": {"items": [_CORRECTION]},
    "corrections": {"items": [_ON_DESK], "total": 1},
    "decide_correction": _ON_DESK | {"state": "accepted", "decision": "Yes: the same works.", "decisions": ["undo"]},
    "undo_correction": _ON_DESK | {"state": "undone", "decisions": []},
    "tell_fault": {"says": "A letter is on its way to this address: open the link in it, then a moderator decides."},
    "confirm_fault": {"says": "Thank you. A moderator decides, and you are told by mail."},
    "desk": {"claims": 1, "disputes": 0, "records": 1, "faults": 0, "opt_outs": 0, "reports": 1, "total": 3},
    "report": _REPORT,
    "reports": {"items": [_REPORT]},
    "desk_reports": {"items": [_REPORTED], "total": 1},
    "reported_messages": {
        "messages": [{"number": 1, "by": _DESK["user"], "text": _MESSAGE["text"], "at": _AT}],
        "earlier": False,
    },
    "close_report": _REPORTED,
    "ask_opt_out": {"says": "A letter is on its way to this address: open the link in it, then a moderator decides."},
    "confirm_opt_out": {"says": "Thank you. A moderator decides, and you are told by mail."},
    "delete_account": {"says": "Your account was deleted."},
}
