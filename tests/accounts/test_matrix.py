"""The authorisation matrix, cell by cell; and that no route is missing from it."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import get_args

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.answers import Scope
from api.accounts.present import LONGEST
from api.accounts.rates import Rates
from api.accounts.secrets import hashed
from api.accounts.tables import ApiToken, Claim, Correction, Report, Session, User
from api.accounts.tables_talk import Block, Conversation, Invitation, Side
from api.app import create_app
from api.pages import STATIC
from graph.connection import Connection
from graph.store import Store
from tests.accounts import postgres
from tests.accounts.conftest import Site
from tests.accounts.matrix import ANALYSTS, PAGES, ROLES, ROWS, Row
from tests.conftest import settings_for

OWNED = {"owner": "toy:ann", "other owner": "toy:ben"}
HERE = {"ip": "127.0.0.1", "base": "http://localhost"}


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


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def place(
    request: pytest.FixtureRequest, server: Store, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Site]:
    """One application for all rows, on each store of accounts."""
    kept = {}
    if request.param == "postgres":
        kept["database_url"] = await postgres.make_database(request.getfixturevalue("postgres_server"), "matrix", None)
    made = Site(settings_for(tmp_path_factory.mktemp("matrix"), console="local", **kept), server)
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
    place.accounts.rates = Rates()
    async with place.accounts.store.write() as db:
        for table in (Correction, Claim, Conversation, User):
            await db.execute(delete(table))
        known = User(id="known", email="known@example.org", name="Known", role="user", password=password, created_at=at)
        db.add(known)
    browsers = {"visitor": place.browser(**HERE)}
    for role in ROLES[1:]:
        browsers[role] = await place.made(role, role="moderator" if role == "moderator" else "user", **HERE)
    times = {"created_at": at, "seen_at": at, "expires_at": at + LONGEST}
    claim = {"message": "", "evidence": [], "reason": "", "created_at": at, "changed_at": at}
    async with place.accounts.store.write() as db:
        db.add(Session(id="owners-session", digest="none", user_id="owner", agent="", **times))
        db.add(ApiToken(id="owners-token", digest="none", user_id="owner", name="", scopes="", created_at=at))
        for role, person in OWNED.items():
            db.add(Claim(id=person, person_id=person, user_id=role, state="verified", **claim))
        db.add(Claim(id="owners-pending", person_id="toy:cal", user_id="owner", state="pending", **claim))
        _talk(db, at)
        asked = Correction(id="asked", kind="join", state="open", person_id="toy:cal", alias_id="toy:eve", decision="")
        asked.reason, asked.created_at, asked.changed_at = "", at, at
        db.add(asked)
        told = {"about": "person", "about_id": "toy:cal", "reason": "other", "words": "", "state": "open"}
        times = {"created_at": at, "changed_at": at}
        db.add(Report(id="reported", **told, decision="", user_id="owner", **times))
        told |= {"about": "conversation", "about_id": "owners-talk"}
        db.add(Report(id="talk-reported", **told, decision="", user_id="owner", **times))
    return browsers


def _talk(db: AsyncSession, at: datetime) -> None:
    """Let somebody have written to the owner, invite them, and let the owner have blocked somebody else."""
    db.add(Conversation(id="owners-talk", pair="known owner", last=0, created_at=at))
    db.add_all(Side(conversation_id="owners-talk", user_id=each, read=0, muted=False) for each in ("owner", "known"))
    invited = Invitation(id="owners-invitation", from_id="known", to_id="owner", person_id="toy:ann", purpose="data")
    invited.works, invited.message, invited.state, invited.delivered = [], "", "open", True
    invited.created_at, invited.changed_at, invited.expires_at = at, at, at + LONGEST
    db.add_all([invited, Block(id="owners-block", user_id="owner", blocked_id="moderator", created_at=at)])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
async def test_a_row(place: Site, world: Connection, people: dict[str, httpx2.AsyncClient], row: Row) -> None:
    await try_tokens(place, people["visitor"], row)
    place.accounts.rates = Rates()
    found = {}
    for role in sorted(ROLES, key=lambda role: role == "owner"):  # who may act does so after those who may not
        answer = await _asked(people[role], row)
        found[role] = answer.status_code
    assert found == dict(zip(ROLES, row.cells, strict=True)), answer.text[:300]


async def try_tokens(place: Site, visitor: httpx2.AsyncClient, row: Row) -> None:
    """Try a token of the owner without the scope of the row, which reads nothing of theirs, and a user's with it."""
    others = [scope for scope in get_args(Scope) if scope != row.scope]
    answer = await _asked(await place.program("owner", *others, **HERE), row)
    assert answer.status_code == row.without_scope, answer.text[:300]
    if row.method == "GET" and answer.status_code == 200 and row not in ANALYSTS and row not in PAGES:
        assert answer.text == (await _asked(visitor, row)).text
    if row.scope:
        answer = await _asked(await place.program("user", row.scope, **HERE), row)
        assert answer.status_code == row.cells[ROLES.index("user")], answer.text[:300]


async def _asked(browser: httpx2.AsyncClient, row: Row) -> httpx2.Response:
    return await browser.request(row.method, row.address, json=row.body)
