"""The account store: made from nothing, brought up from every earlier release, one state for all who read it."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, DateTime, Integer, MetaData, func, select, text

from api.accounts import moments
from api.accounts.errors import AccountsUnavailable
from api.accounts.store import FILE, MIGRATIONS, AccountStore, make_file, migrate
from api.accounts.tables import Audit, Table
from tests.accounts.conftest import Site
from tests.conftest import settings_for


@pytest.fixture
def from_nothing() -> bool:
    return True


def revisions() -> list[str]:
    """Return all revisions, the first one first."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()][::-1]


async def differences(store: AccountStore) -> list[Any]:
    """Return how the tables of a store differ from the models."""

    def compare(connection: Any) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), Table.metadata))

    async with store.engine.connect() as connection:
        return await connection.run_sync(compare)


WORDS = {
    "role": "user",
    "purpose": {"mail_tokens": "reset", "invitations": "data"},
    "kind": {"follows": "person", "corrections": "join"},
    "about": "person",
    "reason": "other",
    "state": {"claims": "verified"},
    "blocked_id": "v",
}
"""What fits where only some words do; elsewhere a state is `open`, and every text is `u`."""


def plant(connection: Any) -> dict[str, dict[str, Any]]:
    """Put a row into every table that there is; return the texts and numbers of each."""
    known, planted = MetaData(), {}
    known.reflect(connection)
    for table in known.sorted_tables:
        if table.name != "alembic_version":
            row = {each.name: _value(table.name, each) for each in table.columns}
            connection.execute(table.insert(), [row])
            if table.name == "users":
                connection.execute(table.insert(), [row | {"id": "v", "email": "v", "orcid": "v"}])
            planted[table.name] = {name: value for name, value in row.items() if isinstance(value, str | int)}
    return planted


def _value(table: str, column: Any) -> Any:
    if isinstance(column.type, DateTime):
        return datetime(2026, 1, 1, tzinfo=UTC)
    if isinstance(column.type, Boolean):
        return True
    if isinstance(column.type, Integer):
        return 1
    if isinstance(column.type, JSON):
        return []
    word = WORDS.get(column.name, "open" if column.name == "state" else "u")
    return word.get(table, "open") if isinstance(word, dict) else word


async def test_the_tables_are_those_of_the_models(site: Site) -> None:
    await site.accounts.store.open()
    assert await differences(site.accounts.store) == []


@pytest.mark.parametrize("revision", revisions())
async def test_an_earlier_release_is_brought_up_and_keeps_its_rows(
    make_site: Callable[..., Site], revision: str
) -> None:
    before = make_site().accounts.store
    if before.engine.dialect.name == "sqlite":
        (make_site().settings.data_dir / FILE).touch()
    async with before.engine.execution_options(writes=True).begin() as connection:
        await connection.run_sync(migrate, revision)
        planted = await connection.run_sync(plant)
    store = make_site().accounts.store
    await store.open()
    assert await differences(store) == []
    async with store.read() as db:
        for table, row in planted.items():
            found = (await db.execute(text(f"SELECT {', '.join(row)} FROM {table}"))).all()
            assert row in [dict(zip(row, each, strict=True)) for each in found], table


async def test_those_who_open_it_at_once_wait_for_each_other(make_site: Callable[..., Site]) -> None:
    stores = [make_site().accounts.store for _ in range(4)]
    await asyncio.gather(*(each.open() for each in stores))
    assert await differences(stores[0]) == []


def test_those_who_make_the_file_at_once_wait_for_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as at_once:
        list(at_once.map(make_file, (tmp_path / str(number // 4) / FILE for number in range(400))))
    for made in tmp_path.glob(f"*/{FILE}"):
        with closing(sqlite3.connect(made)) as file:
            assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_a_newer_release_is_left_alone(make_site: Callable[..., Site]) -> None:
    first = make_site().accounts.store
    async with first.write() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    with pytest.raises(AccountsUnavailable, match="newer release"):
        await make_site().accounts.store.open()


async def test_two_hundred_writers_take_turns(site: Site) -> None:
    store = site.accounts.store

    async def write(number: int) -> None:
        async with store.write() as db:
            lines = (await db.execute(select(func.count()).select_from(Audit))).scalar_one()
            db.add(Audit(at=moments.now(), actor=None, action="test", about=str(number), details=str(lines)))

    await asyncio.gather(*(write(number) for number in range(200)))
    async with store.read() as db:
        assert (await db.execute(select(func.count()).select_from(Audit))).scalar_one() == 200


async def test_what_fails_half_way_is_not_kept(site: Site) -> None:
    async def fail() -> None:
        async with site.accounts.store.write() as db:
            db.add(Audit(at=moments.now(), actor=None, action="test", about="x", details=""))
            await db.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with site.accounts.store.read() as db:
        assert (await db.execute(select(Audit))).all() == []


async def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    store = AccountStore(settings_for(tmp_path))
    await store.open()
    await store.close()
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("address", ["postgresql://user:marker@127.0.0.1:1/none", None])
async def test_a_store_that_cannot_be_used_is_one_sentence(tmp_path: Path, address: str | None) -> None:
    (tmp_path / FILE).mkdir()
    store = AccountStore(settings_for(tmp_path, database_url=address))
    with pytest.raises(AccountsUnavailable, match=r"^The account store cannot be used now") as caught:
        await store.open()
    assert "marker" not in str(caught.value)
    await store.close()
