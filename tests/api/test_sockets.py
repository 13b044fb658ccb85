"""What only a real socket shows: clients that leave, and addresses as the servers hand them on."""

import asyncio

import httpx2
import pytest
from fastapi import Request, Response

from api.answers import answer
from api.app import create_app
from api.serving import ServerName, check_address
from graph.answers import People
from graph.connection import Connection
from graph.errors import InvalidSetting
from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import serving

SLOW = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b RETURN sum(a * b) AS s"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $text RETURN count(*) AS number"


async def slow(connection: Connection) -> People:
    await connection.read(SLOW, timeout=60)
    return People(items=[], dataset="0")


async def slow_route(request: Request) -> Response:
    return await answer(request, slow)


async def running(store: Store, number: int) -> bool:
    """Wait until so many of the slow query run on the server."""
    for _ in range(200):
        if (await store.connection.read(RUNNING, text=SLOW))[0]["number"] == number:
            return True
        await asyncio.sleep(0.05)
    return False


@pytest.mark.parametrize("name", ["granian", "uvicorn"])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_the_query_of_a_client_that_leaves_ends(
    server: Store, settings: Settings, name: ServerName, method: str
) -> None:
    app = create_app(settings, server)
    app.add_api_route("/slow", slow_route, methods=["GET", "POST"])
    async with serving(app, name) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        body = b"{}" if method == "POST" else b""
        head = f"{method} /slow HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        assert await running(server, 1)
        writer.close()
        assert await running(server, 0)
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            numbers = (await client.get("/metrics")).text
    assert f'bzpeer_requests_total{{method="{method}",route="/slow",status="499"}} 1.0' in numbers


@pytest.mark.parametrize("name", ["granian", "uvicorn"])
async def test_both_servers_keep_encoded_slashes(
    world: Connection, server: Store, settings: Settings, name: ServerName
) -> None:
    async with (
        serving(create_app(settings, server), name) as port,
        httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        assert (await client.get("/api/papers/doi:10.1000%2Fa%2Fb")).json()["work"]["id"] == "toy:p1"
        lost = await client.get("/api/papers/doi:10.1%2Fslice?x=%2Fy")
        assert "No paper has the identifier 'doi:10.1/slice'" in lost.json()["detail"]


async def test_a_port_in_use_is_said_in_a_sentence() -> None:
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    with pytest.raises(InvalidSetting, match=rf"^Port {port} is used by another program: end that one, or set BZPEER_"):
        check_address("127.0.0.1", port)
    taken.close()
    await taken.wait_closed()
    check_address("127.0.0.1", port)
    with pytest.raises(InvalidSetting, match=r"^BZPEER_HOST 192\.0\.2\.1 with BZPEER_PORT 1 cannot be listened on:"):
        check_address("192.0.2.1", 1)
