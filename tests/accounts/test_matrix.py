"""The authorisation matrix, cell by cell; and that no route is missing from it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from sqlalchemy import delete

from api.accounts import moments
from api.accounts.present import LONGEST
from api.accounts.secrets import hashed
from api.accounts.tables import ApiToken, Claim, Correction, Session, User
from api.app import create_app
from api.pages import STATIC
from graph.connection import Connection
from graph.store import Store
from tests.accounts.conftest import Site
from tests.accounts.matrix import ROLES, ROWS, Row
from tests.conftest import settings_for

OWNED = {"owner": "toy:ann", "other owner": "toy:ben"}


def test_every_route_has_its_row(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path))
    built = {f"/{entry.name}" for entry in STATIC.iterdir()} if STATIC.is_dir() else set()
    routes = {
        (method, each.path)
        for each in iter_route_contexts(app.routes)
        for method in each.methods or ()
        if method != "HEAD" and each.path not in built
    }
    assert routes == {(row.method, row.route) for row in ROWS}, "tests/accounts/matrix.py"


def test_every_row_has_a_cell_for_everybody_and_no_route_two_rows() -> None:
    assert all(len(row.cells) == len(ROLES) for row in ROWS)
    assert len({(row.method, row.route) for row in ROWS}) == len(ROWS)


@pytest.fixture(scope="module")
async def place(server: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Site]:
    """One application for all rows."""
    made = Site(settings_for(tmp_path_factory.mktemp("matrix"), console="local"), server)
    yield made
    for visitor in made.visitors:
        await visitor.aclose()
    await made.accounts.close()


@pytest.fixture(scope="module")
async def password() -> str:
    """The hash of the password of somebody who is known."""
    return await hashed("a fine long password")


@pytest.fixture
async def people(place: Site, password: str) -> dict[str, httpx2.AsyncClient]:
    """A browser for each role, all as at the beginning; the owner has a second session, a token, a waiting claim."""
    at = moments.now()
    async with place.accounts.store.write() as db:
        for table in (Correction, Claim, User):
            await db.execute(delete(table))
        known = User(id="known", email="known@example.org", name="Known", role="user", password=password, created_at=at)
        db.add(known)
    here = {"ip": "127.0.0.1", "base": "http://localhost"}
    browsers = {"visitor": place.browser(**here)}
    for role in ROLES[1:]:
        browsers[role] = await place.made(role, role="moderator" if role == "moderator" else "user", **here)
    times = {"created_at": at, "seen_at": at, "expires_at": at + LONGEST}
    claim = {"message": "", "evidence": [], "reason": "", "created_at": at, "changed_at": at}
    async with place.accounts.store.write() as db:
        db.add(Session(id="owners-session", digest="none", user_id="owner", agent="", **times))
        db.add(ApiToken(id="owners-token", digest="none", user_id="owner", name="", scopes="", created_at=at))
        for role, person in OWNED.items():
            db.add(Claim(id=person, person_id=person, user_id=role, state="verified", **claim))
        db.add(Claim(id="owners-pending", person_id="toy:cal", user_id="owner", state="pending", **claim))
        asked = Correction(id="asked", kind="join", state="open", person_id="toy:cal", alias_id="toy:eve", decision="")
        asked.reason, asked.created_at, asked.changed_at = "", at, at
        db.add(asked)
    return browsers


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
async def test_a_row(world: Connection, people: dict[str, httpx2.AsyncClient], row: Row) -> None:
    found = {}
    for role in sorted(ROLES, key=lambda role: role == "owner"):  # who may act does so after those who may not
        answer = await people[role].request(row.method, row.address, json=row.body)
        found[role] = answer.status_code
    assert found == dict(zip(ROLES, row.cells, strict=True)), answer.text[:300]
