"""Who may do what: a row for every route of the application, a cell for everybody who may come.

A visitor is not logged in; a user is; the owner owns the record toy:ann, and has the session, the token and the claim
that rows name; another owner owns toy:ben; a moderator is one. A route that is added needs its row here: a test says
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

    @property
    def address(self) -> str:
        return self.at or self.route


def get(route: str, at: str = "", cells: tuple[int, ...] = OPEN) -> Row:
    return Row("GET", route, cells, at)


def post(route: str, body: Any, cells: tuple[int, ...] = OPEN, at: str = "") -> Row:
    return Row("POST", route, cells, at, body)


_NODE = {"id": "toy:ann", "kind": "Person", "label": "Ann", "x": 0, "y": 0}
_NEW = {"email": "new@example.org", "password": "a fine long password", "name": "New"}
_PERSON = "/api/people/toy:ann"
_OWNERS = (401, 403, 200, 403, 403)

FACTS = (
    get("/api/openapi.json"),
    get("/api/people"),
    get("/api/people/{id}", _PERSON),
    get("/api/people/{id}/trust", f"{_PERSON}/trust"),
    get("/api/people/{id}/standing", f"{_PERSON}/standing"),
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
    get("/api/account"),
    post("/api/account/register", _NEW, all_get(202)),
    post("/api/account/verify", {"token": "none"}, all_get(410)),
    post("/api/account/login", {"email": "known@example.org", "password": "a fine long password"}),
    post("/api/account/logout", {}),
    post("/api/account/reset", {"email": "known@example.org"}, all_get(202)),
    post("/api/account/reset/password", {"token": "none", "password": "a fine long password"}, all_get(410)),
    post("/api/account/orcid", {}, all_get(403)),  # not configured here
    get("/api/account/orcid/callback", cells=all_get(303)),
    Row("PATCH", "/api/account", LOGGED_IN, body={"name": "Another"}),
    post("/api/account/password", {"password": "another fine password"}, LOGGED_IN),
    get("/api/account/sessions", cells=LOGGED_IN),
    Row("DELETE", "/api/account/sessions", LOGGED_IN),
    Row("DELETE", "/api/account/sessions/{id}", OWN, "/api/account/sessions/owners-session"),
    get("/api/account/tokens", cells=LOGGED_IN),
    post("/api/account/tokens", {"name": "t", "scopes": ["follow"]}, (401, 201, 201, 201, 201)),
    Row("DELETE", "/api/account/tokens/{id}", OWN, "/api/account/tokens/owners-token"),
    get("/api/account/export", cells=LOGGED_IN),
    post("/api/account/delete", {}, LOGGED_IN),
    get("/api/follows", cells=LOGGED_IN),
    get("/api/follows/{kind}/{id}", "/api/follows/person/toy:ann"),
    post("/api/follows/{kind}/{id}", None, LOGGED_IN, "/api/follows/person/toy:ann"),
    Row("DELETE", "/api/follows/{kind}/{id}", LOGGED_IN, "/api/follows/person/toy:ann"),
    get("/api/claims", cells=LOGGED_IN),
    post("/api/people/{id}/claim", {}, LOGGED_IN, f"{_PERSON}/claim"),
    Row("DELETE", "/api/people/{id}/claim", OWN, f"{_PERSON}/claim"),
    get("/api/desk/claims", cells=DESK),
    post("/api/desk/claims/{id}", {"decision": "refuse", "reason": "No."}, DESK, "/api/desk/claims/owners-pending"),
)

_JOIN = {"keep": "toy:fay", "alias": "toy:hal", "reason": "One person."}
CORRECTIONS = (
    get("/api/desk/joins/preview", "/api/desk/joins/preview?keep=toy:fay&alias=toy:hal", LOGGED_IN),
    post("/api/desk/joins", _JOIN, (401, 201, 409, 409, 409)),  # asked for once
    get("/api/desk/corrections", cells=LOGGED_IN),
    post("/api/desk/corrections/{id}", {"accept": False}, DESK, "/api/desk/corrections/asked"),
    post("/api/desk/corrections/{id}/undo", None, (401, 403, 403, 403, 409), "/api/desk/corrections/asked/undo"),
    post("/api/opt-outs", {"person": "toy:fay", "email": "fay@example.org"}, all_get(202)),
    post("/api/opt-outs/confirm", {"token": "none"}, all_get(410)),
    get("/api/people/{id}/disowned", f"{_PERSON}/disowned"),
    post("/api/people/{id}/disowned", {"work": "toy:p6", "reason": "?"}, _OWNERS, f"{_PERSON}/disowned"),
    Row("DELETE", "/api/people/{id}/disowned", _OWNERS, f"{_PERSON}/disowned?work=toy:p6"),
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
    *(get(f"/{page}") for page in ("login", "register", "verify", "reset", "account", "privacy", "opt-out")),
    get("/people/{id:path}", "/people/toy:ann"),
    get("/papers/{id:path}", "/papers/toy:p1"),
    get("/topics/{id:path}", "/topics/toy:graphs"),
    get("/institutions/{id:path}", "/institutions/toy:lab"),
)

ROWS = (*FACTS, *ANALYSTS, *ACCOUNT, *CORRECTIONS, *PAGES)
