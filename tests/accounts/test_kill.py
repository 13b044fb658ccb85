"""A program that is killed while it writes: what it has acknowledged is there, and nothing is half done."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.accounts.store import AccountStore
from api.accounts.tables import Audit, User
from tests.conftest import settings_for

WRITES = 200
PROGRAM = f"""
import asyncio, sys
from api.accounts import moments
from api.accounts.audit import note
from api.accounts.store import AccountStore
from api.accounts.tables import User
from graph.settings import load_settings

async def write(store, number):
    id = f"u{{number}}"
    async with store.write() as db:
        db.add(User(id=id, name=id, role="user", created_at=moments.now()))
        await db.flush()
        note(db, id, "account.registered", id)
    print(id, flush=True)

async def main():
    values = dict(data_dir=sys.argv[1], database_url=sys.argv[2] or None)
    store = AccountStore(load_settings(_env_file=None, **values))
    await asyncio.gather(*(write(store, number) for number in range({WRITES})))
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [1, 60, 150])
async def test_nothing_acknowledged_is_lost(kept: dict[str, Any], after: int) -> None:
    folder: Path = kept["data_dir"]
    words = (sys.executable, "-c", PROGRAM, str(folder), kept.get("database_url", ""))
    process = await asyncio.create_subprocess_exec(*words, env=os.environ, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    acknowledged = [(await asyncio.wait_for(process.stdout.readline(), 60)).decode().strip() for _ in range(after)]
    process.kill()
    rest, _ = await process.communicate()
    acknowledged += rest.decode().split("\n")[:-1]
    store = AccountStore(settings_for(**kept))
    async with store.read() as db:
        users = set((await db.execute(select(User.id))).scalars())
        lines = set((await db.execute(select(Audit.about))).scalars())
    await store.close()
    assert users == lines
    assert after <= len(set(acknowledged)) <= WRITES
    assert set(acknowledged) <= users
