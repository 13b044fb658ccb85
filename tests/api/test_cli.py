"""`bzpeer serve` as a user starts it: ready with its address, the demo in an empty graph, a clean end."""

import asyncio
import gzip
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import httpx2
import orjson
import pytest

from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import environment, free_port

WORK = b'{"id": "https://openalex.org/W1", "title": "A work"}\n'


async def start(settings: Settings, *arguments: str, **variables: str) -> Process:
    """Start the command line on the database under test."""
    command = (sys.executable, "-m", "api.cli", *arguments)
    return await asyncio.create_subprocess_exec(
        *command, env=environment(settings) | variables, stdout=PIPE, stderr=PIPE
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_serve_loads_the_demo_says_where_and_ends_cleanly(
    store: Store, settings: Settings, ending: signal.Signals
) -> None:
    port = free_port()
    demo = "auto" if ending == signal.SIGINT else "off"
    process = await start(settings, "serve", BZPEER_PORT=str(port), BZPEER_DEMO=demo, BZPEER_LOG_FORMAT="json")
    assert process.stderr is not None
    lines = []
    while not lines or "ready" not in lines[-1]["message"]:
        lines.append(orjson.loads(await asyncio.wait_for(process.stderr.readline(), 120)))
    assert lines[-1]["message"] == f"BZPEER is ready at {lines[-1]['address']}"
    assert lines[-1]["address"] == f"http://127.0.0.1:{port}"
    assert ("done" in lines[0]) == (demo == "auto")  # the progress of the demo
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        people = (await client.get("/api/people?limit=1")).json()["items"]
    assert [each["label"] for each in people] == (["Yuxiong He"] if demo == "auto" else [])
    process.send_signal(ending)
    _, errors = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == 0
    assert b"Traceback" not in errors
    assert b'"path":"/api/people"' in errors


async def test_a_port_in_use_is_one_sentence(store: Store, settings: Settings) -> None:
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    process = await start(settings, "serve", BZPEER_PORT=str(port))
    out, errors = await asyncio.wait_for(process.communicate(), 120)
    taken.close()
    await taken.wait_closed()
    assert (process.returncode, out) == (1, b"")
    (line,) = errors.decode().splitlines()
    assert line == f"Error: Port {port} is used by another program: end that one, or set BZPEER_PORT to a free port."


async def test_a_wrong_setting_is_one_sentence(settings: Settings) -> None:
    process = await start(settings, "serve", BZPEER_PORT="many")
    _, errors = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == 1
    (line,) = errors.decode().splitlines()
    assert line.startswith("Error: BZPEER_PORT has a value that cannot be used: ")


async def test_a_server_that_does_not_answer_is_one_sentence(settings: Settings) -> None:
    process = await start(settings, "db", "status", BZPEER_NEO4J_URI="neo4j://127.0.0.1:1")
    _, errors = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == 1
    (line,) = errors.decode().splitlines()
    assert line.startswith("Error: No Neo4j answers at neo4j://127.0.0.1:1 ")


async def test_the_address_stands_on_standard_output_where_logs_are_plain(store: Store, settings: Settings) -> None:
    port = free_port()
    process = await start(settings, "serve", BZPEER_PORT=str(port), BZPEER_DEMO="off")
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 120)
    process.terminate()
    await asyncio.wait_for(process.communicate(), 120)
    assert line.decode() == f"BZPEER is ready at http://127.0.0.1:{port}\n"


@pytest.mark.parametrize(
    ("name", "content", "read", "says"),
    [
        ("empty.jsonl", b"", 0, "The input holds no record"),
        ("page.html", b"<html>\n<p>Not found</p>\n", 2, "No record could be read"),
        ("cut.jsonl.gz", gzip.compress(WORK * 3)[:-12], 0, "is damaged or cut short"),
    ],
)
async def test_a_load_that_fails_gives_its_tally_and_the_reason(
    store: Store, settings: Settings, tmp_path: Path, name: str, content: bytes, read: int, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    process = await start(settings, "load", "openalex", str(path), "--json")
    out, errors = await asyncio.wait_for(process.communicate(), 120)
    tally = orjson.loads(out)
    assert process.returncode == 1
    assert tally["read"] == tally["rejected"] == read
    assert says in tally["error"]
    assert says in errors.decode()


async def test_a_load_tells_its_progress_and_its_tally_as_json(
    store: Store, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "works.jsonl"
    path.write_bytes(WORK)
    process = await start(settings, "load", "openalex", str(path), "--json", BZPEER_LOG_FORMAT="json")
    out, errors = await asyncio.wait_for(process.communicate(), 120)
    tally = orjson.loads(out)
    assert process.returncode == 0
    assert (tally["written"], tally["error"]) == (1, None)
    steps = [orjson.loads(line) for line in errors.splitlines()]
    assert {(step["done"], step["total"], step["doing"]) for step in steps} >= {(1, 1, "reading openalex")}
