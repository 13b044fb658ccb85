"""Strangers' queries on a real server: each layer alone keeps the graph, limits end what is too much, nothing leaks."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from neo4j.exceptions import Neo4jError

from graph.connection import Connection
from graph.console.gate import Accepted, check
from graph.console.run import TABLE, Console, Limits, explain
from graph.errors import (
    BzpeerError,
    MemoryLimitExceeded,
    QueryError,
    QueryNotAllowed,
    QueryRefused,
    StoreUnavailable,
    TimeLimitExceeded,
)
from graph.store import Store
from tests.fuzz import fuzz
from tests.unit.gate.corpus import attacks, honest
from tests.world import everything

BOMB = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n"
HUGE = "UNWIND range(1, 200000000) AS i WITH collect(i) AS items RETURN size(items) AS n"
LONG = "RETURN reduce(s = 0, x IN range(1, $n) | s + x) AS sum"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*) AS n"
PARAMS: dict[str, Any] = dict.fromkeys(
    ("id", "a", "b", "words", "key", "create", "set", "delete", "merge", "load"), "x"
)
PARAMS |= {"ids": ["x"], "skip": 0, "limit": 1, "label": "Person", "labels": ["Person"], "type": "AUTHORED", "1": 1}
PARAMS |= {"map": {"key": 1}, "list": [1], "odd name": 1, "procedure": "db.labels", "url": "http://127.0.0.1:1/"}


async def rows(console: Console, query: str, limits: Limits = TABLE, **params: Any) -> list[list[Any]]:
    async with console.run(query, params, limits) as result:
        return [row async for row in result.rows()]


async def commit(connection: Connection, text: str) -> None:
    """Run a text in a session that may write, and keep what it does."""
    async with connection._driver.session() as session:
        await (await session.run(text, PARAMS)).consume()


@asynccontextmanager
async def unchanged(connection: Connection) -> AsyncIterator[None]:
    before = await everything(connection)
    yield
    assert await everything(connection) == before


@pytest.fixture
def console(world: Connection) -> Console:
    return Console(world)


async def test_the_first_layer_alone_stops_every_change(world: Connection) -> None:
    """Whatever passes the gate is run where it may write."""
    newest = "2026" in world.server
    async with unchanged(world):
        for title, query in (*attacks(), *honest()):
            try:
                accepted = check(query)
            except QueryNotAllowed:
                continue
            if accepted.version != "CYPHER 25" or newest:
                await asyncio.wait_for(commit(world, f"{accepted.version} {accepted.text}"), 30)
                assert title


async def test_the_second_layer_alone_stops_every_change(world: Connection) -> None:
    """What the server calls reading, without the gate, is run where it may write; text goes to it as it came."""
    async with unchanged(world):
        for _, query in attacks():
            if administers(query):
                continue
            try:
                await explain(world, Accepted(query), PARAMS, 1.0)
                await asyncio.wait_for(commit(world, query), 60)
            except (BzpeerError, Neo4jError, ValueError):
                continue


async def test_the_third_layer_alone_stops_every_change(world: Connection) -> None:
    """Without gate and without EXPLAIN."""
    async with unchanged(world):
        for _, query in attacks():
            if administers(query):
                continue
            try:
                async with world.reading(query, PARAMS, timeout=1.0) as result:
                    await result.consume()
            except (BzpeerError, ValueError):
                continue


async def test_attacks_that_are_changed_at_random_change_nothing(world: Connection) -> None:
    """Some of what `make fuzz` tries; what passes the gate is kept."""
    async with unchanged(world):
        passed, holes = await fuzz(world, 300, seed=11)
    assert passed > 0
    assert holes == []


async def test_a_change_is_seen_here(world: Connection) -> None:
    with pytest.raises(AssertionError):
        async with unchanged(world):
            await commit(world, "CREATE (:Probe)")
    await commit(world, "MATCH (n:Probe) DELETE n")


def administers(query: str) -> bool:
    """Tell what may not be run on the server of the tests without the gate: it ends connections, or waits for ever."""
    return any(word in query for word in ("killConn", "TERMINATE", "awaitIndex", "STOP DATABASE"))


async def test_no_file_and_no_address_is_read(world: Connection, tmp_path: Path) -> None:
    """With the gate and without: a file beside the server, and a server on this machine that counts who comes."""
    hits: list[bytes] = []

    async def hit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hits.append(await reader.readline())
        writer.close()

    canary = tmp_path / "canary.csv"
    canary.write_text("SECRET\n")
    server = await asyncio.start_server(hit, "127.0.0.1", 0)
    address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    for _, text in attacks():
        query = text.replace("file:///CANARY", canary.as_uri()).replace("CANARY", address)
        if administers(query) or (query == text and "LOAD" not in query.upper()):
            continue
        with pytest.raises(QueryNotAllowed):
            check(query)
        assert "SECRET" not in await told(world, query, address)
    server.close()
    await server.wait_closed()
    assert hits == []


async def told(connection: Connection, query: str, address: str) -> str:
    """Return all that a query says without the gate: its rows, or why it was refused."""
    try:
        async with connection.reading(query, {"url": f"http://{address}/"}, timeout=1.0) as result:
            return str([record.values() async for record in result])
    except BzpeerError as error:
        return str(error)


async def test_honest_queries_run(console: Console) -> None:
    newest = "2026" in console.connection.server
    for title, query in honest():
        if "CYPHER 25" in query and not newest:
            continue
        try:
            async with console.run(query, PARAMS, Limits(30.0, 100, 2**20)) as result:
                assert sum([1 async for _ in result.rows()]) <= 100
        except QueryError as error:
            pytest.fail(f"{title}: {error}")


async def test_a_query_that_is_too_long_ends_in_time(console: Console) -> None:
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded, match="The query ran longer than"):
        await rows(console, BOMB, Limits(1.0, 10, 1000))
    assert time.monotonic() - started < 15
    await idle(console.connection)


async def test_plan_and_run_share_one_limit(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    async def slow(*given: Any) -> None:
        await asyncio.sleep(6.0)
        await explain(*given)

    monkeypatch.setattr("graph.console.run.explain", slow)
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded):
        await rows(console, BOMB, Limits(7.0, 10, 1000))
    assert time.monotonic() - started < 12.5  # 13 and more with a limit for each
    with pytest.raises(TimeLimitExceeded, match="longer than 1 s"):
        await rows(console, "RETURN 1", Limits(1.0, 10, 1000))
    await idle(console.connection)


async def test_a_query_whose_task_is_cancelled_ends_on_the_server(console: Console) -> None:
    task = asyncio.create_task(rows(console, BOMB, Limits(60.0, 10, 1000)))
    await until(lambda: _running(console.connection, 1))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await idle(console.connection)


async def idle(connection: Connection) -> None:
    await until(lambda: _running(connection, 0))


async def until(condition: Callable[[], Awaitable[bool]], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.05)


async def _running(connection: Connection, number: int) -> bool:
    return await _number(connection) == number


async def _number(connection: Connection) -> int:
    return int((await connection.read(RUNNING, text=BOMB))[0]["n"])


async def test_a_query_that_is_too_large_ends(console: Console) -> None:
    with pytest.raises(MemoryLimitExceeded, match="more memory"):
        await rows(console, HUGE)


async def test_a_row_that_is_too_large_is_never_gathered(console: Console) -> None:
    """A list that takes little on the server, where it lies within itself, and much here."""
    with pytest.raises(MemoryLimitExceeded, match="a row of more than 8 MB"):
        await rows(console, "RETURN reduce(l = [1], x IN range(1, 25) | l + l) AS l")
    assert len((await rows(console, "RETURN range(1, 1000000) AS l"))[0][0]) == 10**6
    await idle(console.connection)


async def test_rows_are_cut_and_the_rest_is_never_computed(console: Console) -> None:
    started = time.monotonic()
    async with console.run("UNWIND range(1, 2000000000) AS x RETURN x", {}, Limits(60.0, 5, 10**6)) as result:
        assert [row async for row in result.rows()] == [[1], [2], [3], [4], [5]]
        assert (result.cut, result.count) == ("rows", 5)
    assert time.monotonic() - started < 30


async def test_exactly_as_many_rows_as_allowed_are_not_cut(console: Console) -> None:
    async with console.run("UNWIND range(1, 5) AS x RETURN x", {}, Limits(60.0, 5, 10**6)) as result:
        assert len([row async for row in result.rows()]) == 5
        assert result.cut is None


async def test_a_fault_is_told_with_its_place_in_the_query_as_written(console: Console) -> None:
    with pytest.raises(QueryRefused, match=r"^Line 2, column 10: Variable `m` not defined\.$") as caught:
        await rows(console, "/* first */ MATCH (n)\n  RETURN m.id AS id")
    assert caught.value.place == (2, 10, 31)
    with pytest.raises(QueryRefused, match=r"^Line 1, column 27: Variable `x` not defined\.$") as caught:
        await rows(console, "CYPHER 5 EXPLAIN   RETURN x")
    assert caught.value.place == (1, 27, 26)


async def test_a_missing_parameter_is_named(console: Console) -> None:
    with pytest.raises(QueryRefused, match="who"):
        await rows(console, "RETURN $who AS who")


async def test_a_plan_is_told(console: Console) -> None:
    async with console.run("EXPLAIN MATCH (p:Person) RETURN p.name", {}) as result:
        assert [row async for row in result.rows()] == []
        assert result.plan
        assert result.plan["operatorType"].startswith("ProduceResults")
    async with console.run("PROFILE MATCH (p:Person) RETURN count(p) AS n", {}) as result:
        assert [row async for row in result.rows()] == [[8]]
        assert result.plan
        assert result.plan["dbHits"] >= 0


async def test_strangers_take_turns_and_the_pages_do_not_wait(world: Connection) -> None:
    console = Console(world, at_once=2)
    bombs = [asyncio.create_task(rows(console, BOMB, Limits(60.0, 10, 1000))) for _ in range(2)]
    await until(lambda: _running(world, 2))
    with pytest.raises(StoreUnavailable, match="Too many queries run at once"):
        await rows(console, "RETURN 1")
    assert await world.read("RETURN 1 AS one") == [{"one": 1}]
    waits = asyncio.create_task(rows(console, "RETURN 1"))
    bombs[0].cancel()
    assert await waits == [[1]]
    assert await _number(world) == 1
    bombs[1].cancel()
    await idle(world)


async def test_a_query_that_was_ended_keeps_its_turn_while_the_server_computes_it(
    world: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neo4j does not end one long expression: what is kept for its client is kept until it is over."""
    monkeypatch.setattr("graph.console.turns.RUNAWAY", 0.5)
    console, kept = Console(world, at_once=1), []

    @contextmanager
    def during() -> Iterator[None]:
        kept.append("entered")
        yield
        kept.append("left")

    async with console.run(LONG, {"n": 6}) as result:  # so that it is planned
        assert len([row async for row in result.rows()]) == 1
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded):
        async with console.run(LONG, {"n": 10**9}, Limits(1.0, 10, 1000), during=during()) as result:
            assert [row async for row in result.rows()] == []
    assert time.monotonic() - started < 15
    assert kept == ["entered"]
    await until(lambda: _is(console.runaways == 1))
    with pytest.raises(StoreUnavailable, match="computes it all the same"):
        await rows(console, "RETURN 1")
    await until(lambda: _is(console.runaways == 0), 120)
    assert kept == ["entered", "left"]
    assert await rows(console, "RETURN 1") == [[1]]


async def _is(value: bool) -> bool:
    return value


async def test_a_query_of_which_not_all_is_read_gives_its_turn_back(world: Connection) -> None:
    console = Console(world, at_once=1)
    for _ in range(5):
        async with console.run("UNWIND range(1, 2000000000) AS x RETURN x", {}, Limits(60.0, 5, 10**6)) as result:
            assert len([row async for row in result.rows()]) == 5
        with pytest.raises(QueryRefused):
            await rows(console, "RETURN x")
    assert console.runaways == 0


async def test_the_store_is_left_as_it_was(store: Store) -> None:
    await store.connection.write("CREATE (:Probe {id: 'a'})")
    async with unchanged(store.connection):
        with pytest.raises(QueryError):
            async with store.connection.reading("CREATE (:Probe)", {}, timeout=1) as result:
                await result.consume()
