"""What any Neo4j that we accept must do with the sessions of `graph.connection`."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from graph import connection as module
from graph.connection import Connection, Tx
from graph.errors import (
    ConstraintViolated,
    MemoryLimitExceeded,
    QueryRefused,
    StoreUnavailable,
    TimeLimitExceeded,
    WriteRefused,
    WrongCredentials,
)
from graph.settings import Settings
from graph.store import Store

ENDLESS = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c)"
HUGE = "UNWIND range(1, 200000000) AS i WITH collect(i) AS items RETURN size(items) AS n"
ENDLESS_RUN = (
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 100000000)' RETURN 1"
)


@pytest.fixture
def graph(store: Store) -> Connection:
    return store.connection


async def until(condition: Callable[[], Awaitable[bool]], seconds: float) -> float:
    """Poll until `condition` holds; return how long it took; fail after `seconds`."""
    started = time.monotonic()
    while not await condition():
        assert time.monotonic() - started < seconds, f"still not so after {seconds} s"
        await asyncio.sleep(0.02)
    return time.monotonic() - started


async def test_a_reader_sees_what_was_written(graph: Connection) -> None:
    for number in range(20):
        await graph.write("CREATE (:Probe {id: $id})", id=number)
        assert await graph.read("MATCH (n:Probe) RETURN count(n) AS n") == [{"n": number + 1}]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (:Probe)",
        "MATCH (n) SET n.seen = true RETURN count(n)",
        "UNWIND [1] AS i CALL (i) { CREATE (:Probe {id: i}) } RETURN i",
        "UNWIND [1] AS i CALL (i) { CREATE (:Probe {id: i}) } IN TRANSACTIONS",
        "CREATE INDEX probe FOR (n:Probe) ON (n.id)",
        "DROP CONSTRAINT nothing IF EXISTS",
        "CREATE USER someone SET PASSWORD 'long enough'",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    ],
)
async def test_a_reading_session_refuses_writes(graph: Connection, text: str) -> None:
    await graph.write("CREATE (:Probe {id: 0})")
    with pytest.raises(WriteRefused, match="read only"):
        await graph.read(text)
    assert await graph.read("MATCH (n) WHERE NOT n:Migration RETURN n.id AS id, n.seen AS seen") == [
        {"id": 0, "seen": None}
    ]


async def test_the_server_ends_a_query_at_its_time_limit(graph: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE", 60.0)  # so that only the server can end it
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded):
        await graph.read(ENDLESS, timeout=0.5)
    assert time.monotonic() - started < 30


async def test_the_client_ends_a_query_when_the_server_does_not(graph: Connection) -> None:
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded):
        await graph.read(ENDLESS, timeout=0.3)
    assert time.monotonic() - started < 20
    await until(lambda: _none_runs(graph), 30)


async def test_a_long_time_limit_wins_over_that_of_the_server(graph: Connection) -> None:
    assert await graph.read("RETURN 1 AS one", timeout=7200) == [{"one": 1}]


async def test_cancelling_a_task_ends_its_query_on_the_server(graph: Connection) -> None:
    task = asyncio.create_task(graph.read(ENDLESS, timeout=60))
    await until(lambda: _one_runs(graph), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: _none_runs(graph), 10)


async def _one_runs(graph: Connection) -> bool:
    return bool(await graph.read(ENDLESS_RUN))


async def _none_runs(graph: Connection) -> bool:
    return not await graph.read(ENDLESS_RUN)


async def test_a_memory_limit_is_told_and_not_met_twice(graph: Connection) -> None:
    calls = 0

    async def work(tx: Tx) -> None:
        nonlocal calls
        calls += 1
        await tx.run(HUGE)

    with pytest.raises(MemoryLimitExceeded, match="more memory"):
        await graph.write_in(work)
    assert calls == 1
    assert await graph.read("RETURN 1 AS one") == [{"one": 1}]


async def test_a_deadlock_is_tried_again(graph: Connection) -> None:
    await graph.write("CREATE (:Probe {id: 1}), (:Probe {id: 2})")
    both_hold_one, calls = asyncio.Barrier(2), 0

    async def lock(first: int, second: int) -> None:
        async def work(tx: Tx) -> None:
            nonlocal calls
            calls += 1
            await tx.run("MATCH (n:Probe {id: $id}) SET n.hits = coalesce(n.hits, 0) + 1", id=first)
            if calls <= 2:
                await both_hold_one.wait()
            await tx.run("MATCH (n:Probe {id: $id}) SET n.hits = coalesce(n.hits, 0) + 1", id=second)

        await graph.write_in(work)

    await asyncio.gather(lock(1, 2), lock(2, 1))
    assert calls >= 3
    assert await graph.read("MATCH (n:Probe) RETURN n.hits AS hits") == [{"hits": 2}, {"hits": 2}]


async def test_a_transaction_happens_whole_or_not_at_all(graph: Connection) -> None:
    async def work(tx: Tx) -> None:
        await tx.run("CREATE (:Probe {id: 1})")
        raise LookupError("half-way")

    with pytest.raises(LookupError, match="half-way"):
        await graph.write_in(work)
    assert await graph.read("MATCH (n:Probe) RETURN n") == []


async def test_a_broken_constraint_is_named(graph: Connection) -> None:
    await graph.implicit("CREATE CONSTRAINT probe_id IF NOT EXISTS FOR (n:Probe) REQUIRE n.id IS UNIQUE")
    try:
        await graph.write("CREATE (:Probe {id: 1})")
        with pytest.raises(ConstraintViolated, match="already exists"):
            await graph.write("CREATE (:Probe {id: 1})")
    finally:
        await graph.implicit("DROP CONSTRAINT probe_id")


async def test_a_faulty_query_gets_one_sentence(graph: Connection) -> None:
    with pytest.raises(QueryRefused) as caught:
        await graph.read("MATCH (n RETURN n", retry=False)
    assert "\n" not in str(caught.value)


async def test_a_wrong_password_is_named(server: Store, settings: Settings) -> None:
    # One wrong try only: Neo4j locks a user out after three.
    with pytest.raises(WrongCredentials, match="BZPEER_NEO4J_PASSWORD"):
        async with module.connect(server.address, "neo4j", "wrong", None, read_timeout=5):
            pass


async def test_a_missing_database_is_named(server: Store) -> None:
    elsewhere = Connection(server.connection._driver, server.address, "nowhere", 5)
    with pytest.raises(StoreUnavailable, match="BZPEER_NEO4J_DATABASE"):
        await elsewhere.verify()


async def test_the_release_is_known(graph: Connection) -> None:
    assert graph.server.startswith("Neo4j/")
    module.check_release(graph.server, graph.address)
