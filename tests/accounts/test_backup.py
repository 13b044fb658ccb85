"""A dump of accounts is one file whatever keeps them; it goes into either store, without what lets somebody in."""

import asyncio
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.accounts import backup
from api.accounts.audit import note
from api.accounts.store import AccountStore
from api.accounts.tables import Audit, Table
from graph.errors import DumpFailed
from graph.settings import Settings
from tests.accounts import postgres
from tests.accounts.test_store import plant
from tests.conftest import settings_for

pytestmark = pytest.mark.postgres

GONE = {"sessions", "mail_tokens", "address_links", "claim_mails", "orcid_logins", "api_tokens"}
"""Tables of what lets somebody in: nothing of them is restored."""
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
async def planted(kept: dict[str, Any]) -> Settings:
    """The settings of a store with a row in every table."""
    settings = settings_for(**kept)
    store = AccountStore(settings)
    await store.open()
    async with store.engine.execution_options(writes=True).begin() as connection:
        await connection.run_sync(plant)
    await store.close()
    return settings


@pytest.fixture
async def other(kept: dict[str, Any], tmp_path: Path, postgres_server: str) -> Settings:
    """The settings of an empty store of the other kind."""
    values: dict[str, Any] = {"data_dir": tmp_path / "other"}
    if "database_url" not in kept:
        values["database_url"] = await postgres.make_database(postgres_server, f"o{secrets.token_hex(6)}")
    return settings_for(**values)


async def rows(settings: Settings) -> Rows:
    """Return all rows of a store by table."""
    store = AccountStore(settings)
    async with store.read() as db:
        found = {
            table.name: [dict(each) for each in (await db.execute(select(table))).mappings()]
            for table in Table.metadata.sorted_tables
        }
    await store.close()
    return found


async def test_a_dump_goes_back_into_either_store(planted: Settings, other: Settings, tmp_path: Path) -> None:
    before, file = await rows(planted), tmp_path / "graph.dump.accounts"
    assert all(before.values())
    assert await asyncio.to_thread(backup.dump_accounts, planted, file) == file.stat().st_size
    assert file.stat().st_mode & 0o777 == 0o600
    wanted = {name: [] if name in GONE else found for name, found in before.items()}
    wanted["news_readers"] = [each | {"feed": None, "feed_made_at": None} for each in before["news_readers"]]
    with pytest.raises(DumpFailed, match="There are accounts already"):
        await asyncio.to_thread(backup.check_accounts, planted, file, replace=False)
    await asyncio.to_thread(backup.check_accounts, other, file, replace=False)
    for settings in (planted, other):
        await asyncio.to_thread(backup.restore_accounts, settings, file)
        assert await rows(settings) == wanted
        assert await next_line(settings) == max(each["id"] for each in before["audit"]) + 1
    assert not [each.name for each in tmp_path.rglob(".*")]


async def next_line(settings: Settings) -> int:
    """Write one more line of the audit and return its number."""
    store = AccountStore(settings)
    async with store.write() as db:
        note(db, None, "account.tried", "u")
    async with store.read() as db:
        last = (await db.execute(select(Audit.id).order_by(Audit.id.desc()).limit(1))).scalar_one()
    await store.close()
    return last


async def test_a_dump_of_a_newer_release_costs_nothing(planted: Settings, other: Settings, tmp_path: Path) -> None:
    before, file = await rows(planted), tmp_path / "graph.dump.accounts"
    await asyncio.to_thread(backup.dump_accounts, planted, file)
    with closing(sqlite3.connect(file)) as dump, dump:
        dump.execute("UPDATE alembic_version SET version_num = '9999'")
    held = planted if planted.database_url else other
    had = before if planted.database_url else await rows(other)
    with pytest.raises(DumpFailed, match="newer release"):
        await asyncio.to_thread(backup.restore_accounts, held, file)
    assert await rows(held) == had
