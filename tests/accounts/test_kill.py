"""A program that is killed while it writes: what it has acknowledged is there, and nothing is half done."""

import asyncio
import os
import sys
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from api.accounts import moments, talking
from api.accounts.present import begin
from api.accounts.store import AccountStore
from api.accounts.tables import Audit, User
from api.accounts.tables_talk import Conversation, Message
from graph.server_home import read_password, server_folder
from graph.settings import Settings
from graph.store import Store
from tests.conftest import settings_for
from tests.web import serving

WRITES = 200
TALKS = f"""
import asyncio, sys
from api.accounts import moments, talking
from api.accounts.accounts import Accounts
from api.accounts.present import Me
from api.accounts.tables import User
from graph.settings import load_settings

async def write(accounts, talk, number):
    me = Me(("ann", "ben")[number % 2], "", None, None, "user")
    await talking.say(accounts, me, talk, f"key-{{number:04}}", "Hello")
    print(f"key-{{number:04}}", flush=True)

async def main():
    values = dict(data_dir=sys.argv[1], database_url=sys.argv[2] or None)
    accounts = Accounts(load_settings(_env_file=None, **values))
    async with accounts.store.write() as db:
        db.add_all(User(id=id, name=id, role="user", created_at=moments.now()) for id in ("ann", "ben"))
        await db.flush()
        talk = await talking.begin(db, "ann", "ben")
    await asyncio.gather(*(write(accounts, talk, number) for number in range({WRITES})))
    await asyncio.Event().wait()

asyncio.run(main())
"""
"""Two who write to each other."""
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


async def killed(program: str, kept: dict[str, Any], after: int) -> set[str]:
    """Run a program, kill it after so many lines, and return what it has acknowledged until then."""
    words = (sys.executable, "-c", program, str(kept["data_dir"]), kept.get("database_url", ""))
    process = await asyncio.create_subprocess_exec(*words, env=os.environ, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    acknowledged = [(await asyncio.wait_for(process.stdout.readline(), 60)).decode().strip() for _ in range(after)]
    process.kill()
    rest, _ = await process.communicate()
    acknowledged += rest.decode().split("\n")[:-1]
    assert after <= len(set(acknowledged)) <= WRITES
    return set(acknowledged)


@pytest.mark.parametrize("after", [1, 60, 150])
async def test_nothing_acknowledged_is_lost(kept: dict[str, Any], after: int) -> None:
    acknowledged = await killed(PROGRAM, kept, after)
    store = AccountStore(settings_for(**kept))
    async with store.read() as db:
        users = set((await db.execute(select(User.id))).scalars())
        lines = set((await db.execute(select(Audit.about))).scalars())
    await store.close()
    assert users == lines
    assert acknowledged <= users


async def test_no_message_is_lost_or_has_no_number(kept: dict[str, Any]) -> None:
    acknowledged = await killed(TALKS, kept, 60)
    store = AccountStore(settings_for(**kept))
    async with store.read() as db:
        said = (await db.execute(select(Message.number, Message.key).order_by(Message.number))).all()
        last = (await db.execute(select(Conversation.last))).scalar_one()
    await store.close()
    assert [number for number, _ in said] == list(range(1, last + 1))
    assert acknowledged <= {key for _, key in said}


async def test_a_server_that_is_killed_loses_nothing_it_has_answered(
    kept: dict[str, Any], settings: Settings, store: Store
) -> None:
    """200 messages of four users are sent at once over HTTP, and what serves them is killed after 60 answers."""
    sessions, talks = await talkers(settings_for(**kept))
    given = settings.neo4j_password.get_secret_value() if settings.neo4j_password else None
    graph = {
        "BZPEER_NEO4J_URI": store.address,
        "BZPEER_NEO4J_USER": settings.neo4j_user,
        "BZPEER_NEO4J_PASSWORD": given or read_password(server_folder(settings)),
        "BZPEER_DATABASE_URL": kept.get("database_url", ""),
    }
    acknowledged: set[str] = set()
    with serving.program(kept["data_dir"], **graph) as (address, served):

        async def write(client: httpx2.AsyncClient, number: int) -> None:
            who = number % len(sessions)
            body = {"key": f"key-{number:04}", "text": "Hello"}
            cookie = {"Cookie": f"bzpeer_session={sessions[who]}", "Origin": address}
            answer = await client.post(f"/api/conversations/{talks[who // 2]}/messages", json=body, headers=cookie)
            assert answer.status_code == 201, answer.text
            acknowledged.add(body["key"])
            if len(acknowledged) == 60:
                served.kill()

        async with httpx2.AsyncClient(base_url=address, timeout=60) as client:
            ends = await asyncio.gather(*(write(client, number) for number in range(WRITES)), return_exceptions=True)
    assert all(isinstance(end, httpx2.TransportError) for end in ends if end is not None)
    assert 60 <= len(acknowledged) < WRITES
    accounts = AccountStore(settings_for(**kept))
    async with accounts.read() as db:
        for talk in talks:
            mine = select(Message.number, Message.key).where(Message.conversation_id == talk)
            said = (await db.execute(mine.order_by(Message.number))).all()
            last = (await db.execute(select(Conversation.last).where(Conversation.id == talk))).scalar_one()
            assert [number for number, _ in said] == list(range(1, last + 1))
            acknowledged -= {key for _, key in said}
    await accounts.close()
    assert not acknowledged


async def talkers(settings: Settings) -> tuple[list[str], list[str]]:
    """Let two pairs of users talk; return the secrets of the four sessions, and the ids of the two conversations."""
    store, sessions, talks = AccountStore(settings), [], []
    async with store.write() as db:
        for pair in (("ann", "ben"), ("cal", "dan")):
            users = [User(id=id, name=id, role="user", created_at=moments.now()) for id in pair]
            db.add_all(users)
            await db.flush()
            sessions += [await begin(db, user, "tests", None) for user in users]
            talks.append(await talking.begin(db, *pair))
    await store.close()
    return sessions, talks
