"""Large answers over a real socket: a million rows with flat memory, clients that leave or do not read."""

import asyncio

import httpx2
import psutil
import pytest

from api.app import create_app
from api.serving import ServerName
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import serving

MILLION = "UNWIND range(1, 1000000) AS x RETURN x, 'row ' + x AS text"
ENDLESS = "UNWIND range(1, 2000000000) AS x RETURN x"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*) AS n"


@pytest.mark.parametrize(("name", "accept"), [("granian", "application/x-ndjson"), ("uvicorn", "text/csv")])
async def test_a_million_rows_with_flat_memory(
    server: Store, world: Connection, settings: Settings, name: ServerName, accept: str
) -> None:
    process, most, lines, tail = psutil.Process(), 0, 0, b""
    async with serving(create_app(settings, server), name) as port, client(port) as asking:
        body = {"query": MILLION}
        before = process.memory_info().rss
        async with asking.stream("POST", "/api/cypher", json=body, headers={"Accept": accept}) as answer:
            assert answer.status_code == 200
            async for piece in answer.aiter_bytes():
                lines, tail = lines + piece.count(b"\n"), (tail + piece)[-200:]
                most = max(most, process.memory_info().rss)
    assert lines == 1_000_001
    assert b"1000000" in tail
    assert most - before < 60 * 2**20


def client(port: int) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=600)


async def running(connection: Connection, text: str, number: int) -> bool:
    """Wait until so many of a query run on the server."""
    for _ in range(200):
        if (await connection.read(RUNNING, text=text))[0]["n"] == number:
            return True
        await asyncio.sleep(0.05)
    return False


async def post(port: int, query: str, accept: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Send a query by hand, to read as much of the answer as wanted."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = f'{{"query": "{query}"}}'
    head = f"POST /api/cypher HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())
    await writer.drain()
    return reader, writer


@pytest.mark.parametrize("name", ["granian", "uvicorn"])
async def test_a_client_that_does_not_read_fills_no_memory_and_may_leave(
    server: Store, world: Connection, settings: Settings, name: ServerName
) -> None:
    process = psutil.Process()
    async with serving(create_app(settings, server), name) as port:
        reader, writer = await post(port, ENDLESS, "application/x-ndjson")
        assert (await reader.read(100)).startswith(b"HTTP/1.1 200")
        before = process.memory_info().rss
        await asyncio.sleep(3)
        assert process.memory_info().rss - before < 60 * 2**20
        assert await running(world, "2000000000", 1)
        writer.close()
        assert await running(world, "2000000000", 0)


@pytest.mark.parametrize("name", ["granian", "uvicorn"])
async def test_the_query_of_a_client_that_leaves_before_the_first_row_ends(
    server: Store, world: Connection, settings: Settings, name: ServerName
) -> None:
    bomb = "UNWIND range(1, 100001) AS a UNWIND range(1, 100001) AS b RETURN sum(a * b) AS n"
    async with serving(create_app(settings, server), name) as port:
        for accept in ("application/json", "text/csv"):
            _, writer = await post(port, bomb, accept)
            assert await running(world, bomb, 1)
            writer.close()
            assert await running(world, bomb, 0)


@pytest.mark.parametrize("name", ["granian", "uvicorn"])
async def test_csv_that_breaks_off_is_no_whole_answer(
    server: Store, world: Connection, settings: Settings, name: ServerName
) -> None:
    query = "UNWIND range(1, 20000) AS x RETURN 1 / (15000 - x) AS y, 'some more text' AS text"
    async with serving(create_app(settings, server), name) as port, client(port) as asking:
        with pytest.raises(httpx2.RemoteProtocolError):
            await asking.post("/api/cypher", json={"query": query}, headers={"Accept": "text/csv"})
