"""What the tests of accounts share: an application whose accounts lie in SQLite, and the same in PostgreSQL."""

import asyncio
import email
import email.policy
import re
import secrets
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.present import begin
from api.accounts.secrets import digest, new_id
from api.accounts.store import FILE, AccountStore
from api.accounts.tables import ApiToken, Role, User
from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from tests.accounts import postgres
from tests.conftest import settings_for
from tests.world import world

__all__ = ["world"]

PASSWORD = "a fine long password"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL for the whole run."""
    with postgres.running() as address:
        yield address


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of stores with all tables and nothing in them."""
    return tmp_path_factory.mktemp("tables")


async def make_tables(**values: Any) -> None:
    store = AccountStore(settings_for(**values))
    await store.open()
    await store.close()


@pytest.fixture
def from_nothing() -> bool:
    """Whether a test makes the tables of its store itself, which takes longer than to copy them."""
    return False


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def kept(request: pytest.FixtureRequest, tmp_path: Path, from_nothing: bool, finished: Path) -> dict[str, Any]:
    """The settings that say where accounts are kept: every test that uses them runs on both stores."""
    if request.param == "sqlite":
        if not from_nothing:
            shutil.copy(await sqlite_tables(finished), tmp_path)
        return {"data_dir": tmp_path}
    server = request.getfixturevalue("postgres_server")
    template = None if from_nothing else await postgres_tables(finished, server)
    address = await postgres.make_database(server, f"t{secrets.token_hex(6)}", template)
    return {"data_dir": tmp_path, "database_url": address}


async def sqlite_tables(folder: Path) -> Path:
    """Return a file with all tables and nothing in them, to copy."""
    if not (made := folder / FILE).exists():
        await make_tables(data_dir=folder)
    return made


async def postgres_tables(folder: Path, server: str) -> str:
    """Return the name of a database with all tables and nothing in them, to copy."""
    if not (made := folder / "postgres").exists():
        address = await postgres.make_database(server, "tables")
        await make_tables(data_dir=folder, database_url=address)
        made.touch()
    return "tables"


@pytest.fixture
async def make_site(kept: dict[str, Any], server: Store) -> AsyncIterator[Callable[..., "Site"]]:
    """A function that makes an application on the graph under test, with settings of the test's own."""
    made: list[Site] = []

    def make(**values: Any) -> Site:
        made.append(Site(settings_for(**{**kept, **values}), server))
        return made[-1]

    yield make
    for each in made:
        for visitor in each.visitors:
            await visitor.aclose()
        await each.accounts.close()


@pytest.fixture
def site(make_site: Callable[..., "Site"]) -> "Site":
    """An application whose accounts are the test's own."""
    return make_site()


@dataclass
class Site:
    """One application, and those who visit it."""

    settings: Settings
    store: Store
    app: FastAPI = field(init=False)
    visitors: list[httpx2.AsyncClient] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.app = create_app(self.settings, self.store)

    @property
    def accounts(self) -> Accounts:
        accounts: Accounts = self.app.state.accounts
        return accounts

    def browser(self, ip: str = "192.0.2.1", base: str = "http://test", **headers: str) -> httpx2.AsyncClient:
        """Return a browser of its own, as one that says from where its requests come."""
        said = {"Sec-Fetch-Site": "same-origin", "User-Agent": "Mozilla/5.0 (tests)", **headers}
        transport = httpx2.ASGITransport(self.app, client=(ip, 1))
        made = httpx2.AsyncClient(transport=transport, base_url=base, headers=said)
        self.visitors.append(made)
        return made

    async def letters(self) -> list[EmailMessage]:
        """Return the letters that were written, oldest first."""
        await self.accounts.post.settled()
        folder = self.settings.data_dir / "mail"
        paths = sorted(folder.glob("*.eml")) if folder.is_dir() else []
        return [read_letter(each.read_bytes()) for each in paths]

    async def link(self) -> str:
        """Return the secret of the link in the last letter."""
        return secret_of((await self.letters())[-1])

    async def user(self, name: str, ip: str = "192.0.2.1") -> httpx2.AsyncClient:
        """Register somebody and return the browser in which they are logged in."""
        browser = self.browser(ip)
        await register(browser, name)
        answer = await browser.post("/api/account/verify", json={"token": await self.link()})
        assert answer.status_code == 200, answer.text
        return browser

    async def made(
        self, name: str, *, orcid: str | None = None, role: Role = "user", **browser: str
    ) -> httpx2.AsyncClient:
        """Return the browser of a user who is there without having registered, with a proved iD or as a moderator."""
        user = User(id=name, email=f"{name}@example.org", name=name, orcid=orcid, role=role, created_at=moments.now())
        async with self.accounts.store.write() as db:
            db.add(user)
            await db.flush()
            secret = await begin(db, user, "tests", None)
        return self.browser(Cookie=f"bzpeer_session={secret}", **browser)

    async def program(self, user: str, *scopes: str, **browser: str) -> httpx2.AsyncClient:
        """Return a program with a token of the user with this id."""
        made, at = secrets.token_hex(16), moments.now()
        row = ApiToken(id=new_id(), digest=digest(made), user_id=user, name="", scopes=" ".join(scopes), created_at=at)
        async with self.accounts.store.write() as db:
            db.add(row)
        return self.browser(Authorization=f"Bearer {made}", **browser)


async def register(browser: httpx2.AsyncClient, name: str, **more: Any) -> httpx2.Response:
    """Ask for an account of `name`."""
    body = {"email": f"{name}@example.org", "password": PASSWORD, "name": name, **more}
    answer = await browser.post("/api/account/register", json=body)
    assert answer.status_code == 202, answer.text
    return answer


async def log_in(browser: httpx2.AsyncClient, name: str, password: str = PASSWORD, **more: Any) -> httpx2.Response:
    body = {"email": f"{name}@example.org", "password": password, **more}
    return await browser.post("/api/account/login", json=body)


async def who(browser: httpx2.AsyncClient) -> str | None:
    """Return the name of who is logged in in a browser."""
    answer = await browser.get("/api/account")
    assert answer.headers["cache-control"] == "no-store"
    found = answer.json()["user"]
    return found and str(found["name"])


def read_letter(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


def secret_of(letter: EmailMessage) -> str:
    found = re.search(r"#([\w-]{43})\s", letter.get_content())
    assert found
    return found.group(1)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """A function that sets the clock of accounts forward."""
    real = moments.now

    def forward(by: timedelta) -> None:
        def now() -> datetime:
            return real() + by

        monkeypatch.setattr(moments, "now", now)

    return forward


async def together(*work: Any) -> list[Any]:
    """Return what all coroutines give that run at once."""
    return list(await asyncio.gather(*work))
