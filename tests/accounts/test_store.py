"""The account store: made from nothing, brought up from every earlier release, one state for all who read it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, text

from api.accounts import moments
from api.accounts.errors import AccountsUnavailable
from api.accounts.store import FILE, MIGRATIONS, AccountStore, migrate
from api.accounts.tables import Audit, Table
from tests.accounts.conftest import Site
from tests.conftest import settings_for


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
        row = "('u', 'a@example.org', NULL, NULL, 'A', 'user', '2026-01-01 00:00:00', NULL)"
        columns = "id, email, password, orcid, name, role, created_at, disabled_at"
        await connection.execute(text(f"INSERT INTO users ({columns}) VALUES {row}"))
    store = make_site().accounts.store
    await store.open()
    assert await differences(store) == []
    async with store.read() as db:
        assert (await db.execute(text("SELECT name FROM users"))).scalars().all() == ["A"]


async def test_those_who_open_it_at_once_wait_for_each_other(make_site: Callable[..., Site]) -> None:
    stores = [make_site().accounts.store for _ in range(4)]
    await asyncio.gather(*(each.open() for each in stores))
    assert await differences(stores[0]) == []


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
