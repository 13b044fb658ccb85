"""Who may do what: a row for every route of the application, a cell for everybody who may come.

A visitor is not logged in; a user is; the owner owns the record toy:ann, and has the session, the token and the claim
that rows name; another owner owns toy:ben; a moderator is one. A token has no column of its own: what it is answered
follows from the scope of the row. A route that is added needs its row here: a test says
which one is missing, and tries every cell.
"""

from dataclasses import dataclass
from typing import Any

ROLES = ("visitor", "user", "owner", "other owner", "moderator")
OPEN = (200, 200, 200, 200, 200)
"""For everybody."""
LOGGED_IN = (401, 200, 200, 200, 200)
"""For whoever is logged in, about themselves."""
OWN = (401, 404, 200, 404, 404)
"""For the one whose thing it is; for others it is not there."""
DESK = (401, 403, 403, 403, 200)
"""For moderators."""


def all_get(status: int) -> tuple[int, ...]:
    """Return the cells of a route that is open to everybody, and answers the request of its row with `status`."""
    return (status,) * 5


@dataclass(frozen=True)
class Row:
    """One route with a request of it, and what each role is answered."""

    method: str
    route: str
    cells: tuple[int, ...]
    at: str = ""
    body: Any = None
    scope: str | None = None
    """What a token must be allowed to be answered as its user; without it, it may do what a visitor may."""

    @property
    def address(self) -> str:
        return self.at or self.route

    @property
    def without_scope(self) -> int:
        """What a token is answered that has every scope but that of the row."""
        visitor = self.cells[0]
        return 403 if visitor == 401 else visitor


def get(route: str, at: str = "", cells: tuple[int, ...] = OPEN, scope: str | None = None) -> Row:
    return Row("GET", route, cells, at, scope=scope)


def post(route: str, body: Any, cells: tuple[int, ...] = OPEN, at: str = "", scope: str | None = None) -> Row:
    return Row("POST", route, cells, at, body, scope)


def delete(route: str, cells: tuple[int, ...], at: str = "", scope: str | None = None) -> Row:
    return Row("DELETE", route, cells, at, scope=scope)


_NODE = {"id": "toy:ann", "kind": "Person", "label": "Ann", "x": 0, "y": 0}
_NEW = {"email": "new@example.org", "password": "a fine long password", "name": "New"}
_PERSON = "/api/people/toy:ann"
_NO_PAGE = (401, 404, 422, 404, 404)
"""For the one who claims; no home page of an institution is known there."""
_OWNERS = (401, 403, 200, 403, 403)

FACTS = (
    get("/api/openapi.json"),
    get("/api/people"),
    get("/api/people/{id}", _PERSON),
    get("/api/people/{id}/trust", f"{_PERSON}/trust"),
    get("/api/people/{id}/standing", f"{_PERSON}/standing", scope="account:read"),
    get("/api/people/{id}/works", f"{_PERSON}/works"),
    get("/api/people/{id}/works.{ending}", f"{_PERSON}/works.bib"),
    get("/api/people/{id}/collaborators", f"{_PERSON}/collaborators"),
    get("/api/people/{id}/potential-collaborators", f"{_PERSON}/potential-collaborators"),
    get("/api/people/{id}/adjacent", f"{_PERSON}/adjacent"),
    get("/api/people/{id}/slice", f"{_PERSON}/slice"),
    get("/api/papers/{id}", "/api/papers/toy:p1"),
    get("/api/papers/{id}/slice", "/api/papers/toy:p1/slice"),
    get("/api/papers/{id}/citation", "/api/papers/toy:p1/citation"),
    get("/api/topics/{id}", "/api/topics/toy:graphs"),
    get("/api/topics/{id}/slice", "/api/topics/toy:graphs/slice"),
    get("/api/institutions/{id}", "/api/institutions/toy:lab"),
    get("/api/institutions/{id}/slice", "/api/institutions/toy:lab/slice"),
    get("/api/nodes/{id}/neighbours", "/api/nodes/toy:ann/neighbours"),
    get("/api/edges/evidence", "/api/edges/evidence?source=toy:ann&target=toy:ben"),
    get("/api/search", "/api/search?q=ann"),
    get("/api/paths", "/api/paths?from=toy:ann&to=toy:cal"),
    get("/api/compare", "/api/compare?a=toy:ann&b=toy:ben"),
    get("/api/dataset"),
    post("/api/adjacent", {"papers": ["toy:p1"]}),
    post("/api/slice", {"seeds": ["toy:ann", "toy:ben"]}),
    post("/api/edges", {"ids": ["toy:ann", "toy:ben"]}),
    post("/api/works/export", {"ids": ["toy:p1"]}),
    post("/api/graph/export", {"nodes": [_NODE], "edges": []}),
    post("/api/imports", {"id": "nothing that can be brought in"}, all_get(422)),
    get("/api/imports/{id}", "/api/imports/none", all_get(404)),
)

ANALYSTS = (
    post("/api/cypher", {"query": "RETURN 1 AS one"}),
    get("/api/console"),
    get("/api/schema"),
    get("/api/queries"),
    get("/api/queries/{name}", "/api/queries/people_of_a_topic"),
    get("/api/queries/{name}/run", "/api/queries/people_of_a_topic/run?topic=toy:graphs&limit=2"),
    get("/api/queries/behind/{address:path}", "/api/queries/behind/people/toy:ann"),
    post("/api/queries/behind/{address:path}", {"ids": ["toy:ann"]}, at="/api/queries/behind/edges"),
)

ACCOUNT = (
    get("/api/account", scope="account:read"),
    post("/api/account/register", _NEW, all_get(202)),
    post("/api/account/verify", {"token": "none"}, all_get(410)),
    post("/api/account/login", {"email": "known@example.org", "password": "a fine long password"}),
    post("/api/account/logout", {}),
    post("/api/account/reset", {"email": "known@example.org"}, all_get(202)),
    post("/api/account/reset/password", {"token": "none", "password": "a fine long password"}, all_get(410)),
    post("/api/account/orcid", {}, all_get(403)),  # not configured here
    get("/api/account/orcid/callback", cells=all_get(303)),
    Row("PATCH", "/api/account", LOGGED_IN, body={"name": "Another"}),
    post("/api/account/email", {"email": "new@example.org"}, (401, 409, 409, 409, 409)),  # all have one
    post("/api/account/email/confirm", {"token": "none"}, (401, 410, 410, 410, 410)),
    post("/api/account/password", {"password": "another fine password"}, LOGGED_IN),
    get("/api/account/sessions", cells=LOGGED_IN),
    delete("/api/account/sessions", LOGGED_IN),
    delete("/api/account/sessions/{id}", OWN, "/api/account/sessions/owners-session"),
    get("/api/account/tokens", cells=LOGGED_IN),
    post("/api/account/tokens", {"name": "t", "scopes": ["follow"]}, (401, 201, 201, 201, 201)),
    delete("/api/account/tokens/{id}", OWN, "/api/account/tokens/owners-token"),
    get("/api/account/export", cells=LOGGED_IN, scope="account:read"),
    post("/api/account/delete", {}, LOGGED_IN),
    get("/api/follows", cells=LOGGED_IN, scope="follow"),
    get("/api/follows/{kind}/{id}", "/api/follows/person/toy:ann", scope="follow"),
    post("/api/follows/{kind}/{id}", None, LOGGED_IN, "/api/follows/person/toy:ann", "follow"),
    delete("/api/follows/{kind}/{id}", LOGGED_IN, "/api/follows/person/toy:ann", "follow"),
    get("/api/me/news", cells=LOGGED_IN, scope="follow"),
    post("/api/me/news/visit", {"until": "2026-01-02T03:04:05Z"}, LOGGED_IN, scope="follow"),
    get("/api/me/feed", cells=LOGGED_IN),
    post("/api/me/feed", None, (401, 201, 201, 201, 201)),
    delete("/api/me/feed", LOGGED_IN),
    get("/feeds/{secret}.xml", "/feeds/none.xml", all_get(404)),
    get("/api/claims", cells=LOGGED_IN, scope="claim"),
    post("/api/people/{id}/claim", {}, LOGGED_IN, f"{_PERSON}/claim", "claim"),
    delete("/api/people/{id}/claim", OWN, f"{_PERSON}/claim", "claim"),
    get("/api/people/{id}/claim", f"{_PERSON}/claim", OWN, "claim"),
    post("/api/people/{id}/claim/mail", {"email": "a@example.org"}, _NO_PAGE, f"{_PERSON}/claim/mail"),
    post("/api/people/{id}/claim/page", {"address": "https://a.example"}, _NO_PAGE, f"{_PERSON}/claim/page"),
    post("/api/claims/mail", {"token": "none"}, (401, 410, 410, 410, 410)),
    get("/api/desk/claims", cells=DESK),
    post("/api/desk/claims/{id}", {"decision": "refuse", "reason": "No."}, DESK, "/api/desk/claims/owners-pending"),
)

_INVITED = {"person": "toy:ben", "purpose": "data", "message": "Shall we?"}
_TALK = "/api/conversations/owners-talk"
_MADE = (401, 404, 201, 404, 404)
TALKS = (
    get("/api/invitations", cells=LOGGED_IN),
    post("/api/invitations", _INVITED, (401, 201, 201, 409, 201)),  # nobody invites oneself
    post("/api/invitations/{id}", {"step": "decline"}, OWN, "/api/invitations/owners-invitation"),
    get("/api/conversations", cells=LOGGED_IN),
    get("/api/conversations/unread", cells=LOGGED_IN),
    get("/api/conversations/{id}", _TALK, OWN),
    Row("PATCH", "/api/conversations/{id}", OWN, _TALK, {"muted": True}),
    post("/api/conversations/{id}/messages", {"text": "Hello", "key": "key-of-it"}, _MADE, f"{_TALK}/messages"),
    get("/api/blocks", cells=LOGGED_IN),
    post("/api/blocks", {"conversation": "owners-talk"}, _MADE),
    delete("/api/blocks/{id}", OWN, "/api/blocks/owners-block"),
)

_JOIN = {"keep": "toy:fay", "alias": "toy:hal", "reason": "One person."}
_JOIN_AGAIN = {"person": "toy:fay", "alias": "toy:hal", "reason": "Two people."}
_FAULT = {"person": "toy:fay", "email": "eve@example.org", "reason": "A wrong year."}
_REPORT = {"about": "person:toy:fay", "reason": "other", "words": "Look."}
_WORDS = {"words": "Seen."}
CORRECTIONS = (
    get("/api/desk/joins/preview", "/api/desk/joins/preview?keep=toy:fay&alias=toy:hal", LOGGED_IN),
    post("/api/desk/joins", _JOIN, (401, 201, 409, 409, 409)),  # asked for once
    post("/api/desk/splits", _JOIN_AGAIN, (401, 422, 422, 422, 422)),  # nothing is joined here
    get("/api/people/{id}/aliases", f"{_PERSON}/aliases"),
    get("/api/corrections", cells=LOGGED_IN),
    get("/api/desk/corrections", cells=DESK),
    post("/api/desk/corrections/{id}", {"accept": False, "words": "No."}, DESK, "/api/desk/corrections/asked"),
    post("/api/desk/corrections/{id}/undo", _WORDS, (401, 403, 403, 403, 409), "/api/desk/corrections/asked/undo"),
    post("/api/corrections", _FAULT, all_get(202)),
    post("/api/corrections/confirm", {"token": "none"}, all_get(410)),
    get("/api/desk", cells=DESK),
    post("/api/reports", _REPORT, (401, 201, 201, 201, 201)),
    get("/api/reports", cells=LOGGED_IN),
    get("/api/desk/reports", cells=DESK),
    get("/api/desk/reports/{id}/messages", "/api/desk/reports/talk-reported/messages", DESK),
    post("/api/desk/reports/{id}", _WORDS, DESK, "/api/desk/reports/reported"),
    post("/api/opt-outs", {"person": "toy:fay", "email": "fay@example.org"}, all_get(202)),
    post("/api/opt-outs/confirm", {"token": "none"}, all_get(410)),
    get("/api/people/{id}/disowned", f"{_PERSON}/disowned"),
    post("/api/people/{id}/disowned", {"work": "toy:p6", "reason": "?"}, _OWNERS, f"{_PERSON}/disowned"),
    # a moderator took it back first
    delete("/api/people/{id}/disowned", (401, 403, 404, 403, 200), f"{_PERSON}/disowned?work=toy:p6"),
)

_BY_OTHERS = (401, 403, 403, 200, 200)
OWNERS = (
    get("/api/people/{id}/words", f"{_PERSON}/words", scope="account:read"),
    Row("PUT", "/api/people/{id}/words", _OWNERS, f"{_PERSON}/words", {"about": "Graphs."}),
    get("/api/people/{id}/confirmed", f"{_PERSON}/confirmed"),
    post("/api/people/{id}/confirmed", {"work": "toy:p1"}, _OWNERS, f"{_PERSON}/confirmed"),
    delete("/api/people/{id}/confirmed", _OWNERS, f"{_PERSON}/confirmed?work=toy:p1"),
    get("/api/people/{id}/confirmations", f"{_PERSON}/confirmations", scope="account:read"),
    post("/api/people/{id}/confirmations", None, _BY_OTHERS, f"{_PERSON}/confirmations"),  # a co-author, a moderator
    delete("/api/people/{id}/confirmations", LOGGED_IN, f"{_PERSON}/confirmations"),
)

PAGES = (
    get("/healthz"),
    get("/readyz"),
    get("/metrics"),
    get("/robots.txt"),
    get("/sitemap.xml"),
    get("/sitemap-{folder}.xml", "/sitemap-people.xml"),
    get("/"),
    get("/explore"),
    get("/embed"),
    get("/compare"),
    get("/console"),
    *(
        get(f"/{page}")
        for page in (
            "login",
            "register",
            "verify",
            "reset",
            "account",
            "news",
            "privacy",
            "opt-out",
            "correct",
            "desk",
            "claim-mail",
        )
    ),
    get("/messages"),
    get("/messages/{id}", "/messages/none"),
    get("/people/{id:path}", "/people/toy:ann"),
    get("/papers/{id:path}", "/papers/toy:p1"),
    get("/topics/{id:path}", "/topics/toy:graphs"),
    get("/institutions/{id:path}", "/institutions/toy:lab"),
)

ROWS = (*FACTS, *ANALYSTS, *ACCOUNT, *TALKS, *CORRECTIONS, *OWNERS, *PAGES)
