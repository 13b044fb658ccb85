"""The place for a load: one holder at a time, taken from the dead and from nobody else."""

import asyncio
import platform
import time

import pytest

from graph.catalogue import query
from graph.connection import Connection
from graph.errors import LoadRunning
from graph.store import Store
from loaders import place
from loaders.pipeline import load
from loaders.place import load_place
from tests.toy import paper, toy

ELSEWHERE = "elsewhere/1/2"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make signs of life and death quick."""
    monkeypatch.setattr(place, "BEAT", 0.1)
    monkeypatch.setattr(place, "DEAD_AFTER", 1.0)


async def hold(connection: Connection, holder: str) -> None:
    """Let `holder` have the place, with a sign of life just now."""
    text = "MERGE (l:Lock {id: 'load'}) SET l.holder = $holder, l.beat = timestamp() RETURN l.id AS id"
    await connection.write(text, holder=holder)


async def holder(connection: Connection) -> str | None:
    rows = await connection.read("MATCH (l:Lock {id: 'load'}) RETURN l.holder AS holder")
    return rows[0]["holder"] if rows else None


async def test_nothing_is_loaded_while_another_process_gives_signs_of_life(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "DEAD_AFTER", 20.0)  # a busy machine may be late with a sign
    await hold(store.connection, ELSEWHERE)
    beating = asyncio.create_task(place._beat(store.connection, ELSEWHERE))
    with pytest.raises(LoadRunning, match="Another load is running"):
        await load(store.connection, toy(paper("p1")))
    beating.cancel()
    assert await holder(store.connection) == ELSEWHERE
    assert not await store.connection.read("MATCH (p:Paper) RETURN p.id AS id")


async def test_the_place_of_a_silent_process_is_taken_after_the_stated_time(store: Store) -> None:
    await hold(store.connection, ELSEWHERE)
    began = time.monotonic()
    outcome = await load(store.connection, toy(paper("p1")))
    assert time.monotonic() - began > 0.8
    assert outcome.tally.written == 1
    assert await holder(store.connection) is None


async def test_the_place_of_a_dead_process_of_this_machine_is_free_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "DEAD_AFTER", 3600.0)
    await hold(store.connection, f"{platform.node()}/999999/1")
    async with load_place(store.connection):
        assert await holder(store.connection) == place._me()
    assert await holder(store.connection) is None


async def test_a_living_process_of_this_machine_keeps_the_place(store: Store) -> None:
    await hold(store.connection, place._me())
    with pytest.raises(LoadRunning):
        async with load_place(store.connection):
            pass
    assert await holder(store.connection) == place._me()


async def test_a_load_gives_signs_of_life(store: Store) -> None:
    async with load_place(store.connection):
        seen = set()
        async with asyncio.timeout(60):
            while len(seen) <= 5:
                await asyncio.sleep(0.1)
                seen.add((await store.connection.read("MATCH (l:Lock {id: 'load'}) RETURN l.beat AS beat"))[0]["beat"])


async def test_a_load_that_has_lost_its_place_ends(store: Store) -> None:
    async def stand_still() -> None:
        async with load_place(store.connection):
            await hold(store.connection, ELSEWHERE)
            await asyncio.sleep(60)

    with pytest.raises(LoadRunning, match="while this one stood still"):
        await stand_still()
    assert await holder(store.connection) == ELSEWHERE


async def test_a_load_that_is_stopped_leaves_the_place_free(store: Store) -> None:
    with pytest.raises(asyncio.CancelledError):
        async with load_place(store.connection):
            raise asyncio.CancelledError
    assert await holder(store.connection) is None


async def test_of_many_loads_that_begin_at_once_one_gets_the_place(store: Store) -> None:
    await store.connection.write(query("admin/free"))
    claims = [
        store.connection.write(query("admin/holder"), me=f"host/{n}/1", stale=[], dead_after=60_000) for n in range(20)
    ]
    found = [rows[0] for rows in await asyncio.gather(*claims)]
    assert [row["mine"] for row in found].count(True) == 1
    assert len({row["holder"] for row in found}) == 2
