"""`bzpeer serve` as a user starts it: ready with its address, the demo in an empty graph, a clean end."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process

import httpx2
import pytest

from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import free_port


async def start(settings: Settings, *arguments: str, **variables: str) -> Process:
    """Start the command line on the database under test."""
    mine = {"BZPEER_DATA_DIR": str(settings.data_dir), "BZPEER_NEO4J_VERSION": settings.neo4j_version}
    if settings.neo4j_uri:
        mine |= {"BZPEER_NEO4J_URI": settings.neo4j_uri, "BZPEER_NEO4J_USER": settings.neo4j_user}
    if settings.neo4j_password:
        mine["BZPEER_NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    command = (sys.executable, "-m", "api.cli", *arguments)
    return await asyncio.create_subprocess_exec(*command, env=os.environ | mine | variables, stdout=PIPE, stderr=PIPE)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_serve_loads_the_demo_says_where_and_ends_cleanly(
    store: Store, settings: Settings, ending: signal.Signals
) -> None:
    port = free_port()
    demo = "auto" if ending == signal.SIGINT else "off"
    process = await start(settings, "serve", BZPEER_PORT=str(port), BZPEER_DEMO=demo, BZPEER_LOG_FORMAT="json")
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 120)
    assert line.decode() == f"BZPEER is ready at http://127.0.0.1:{port}\n"
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        people = (await client.get("/api/people?limit=1")).json()["items"]
    assert [each["label"] for each in people] == (["Yuxiong He"] if demo == "auto" else [])
    process.send_signal(ending)
    _, errors = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0
    assert b"Traceback" not in errors
    assert b'"path":"/api/people"' in errors


async def test_a_port_in_use_is_one_sentence(store: Store, settings: Settings) -> None:
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    process = await start(settings, "serve", BZPEER_PORT=str(port))
    out, errors = await asyncio.wait_for(process.communicate(), 60)
    taken.close()
    await taken.wait_closed()
    assert (process.returncode, out) == (1, b"")
    (line,) = errors.decode().splitlines()
    assert line == f"Error: Port {port} is used by another program: end that one, or set BZPEER_PORT to a free port."


async def test_a_wrong_setting_is_one_sentence(settings: Settings) -> None:
    process = await start(settings, "serve", BZPEER_PORT="many")
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1
    (line,) = errors.decode().splitlines()
    assert line.startswith("Error: BZPEER_PORT has a value that cannot be used: ")


async def test_a_server_that_does_not_answer_is_one_sentence(settings: Settings) -> None:
    process = await start(settings, "db", "status", BZPEER_NEO4J_URI="neo4j://127.0.0.1:1")
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1
    (line,) = errors.decode().splitlines()
    assert line.startswith("Error: No Neo4j answers at neo4j://127.0.0.1:1 ")
