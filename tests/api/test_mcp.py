"""`bzpeer mcp` as an assistant meets it: a real process, asked by the client of the protocol's own SDK."""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent
from pydantic import BaseModel

from graph.adjacent import adjacent_to_papers, adjacent_to_person
from graph.answers import NamedQueries, Table
from graph.collaborators import collaborators
from graph.connection import Connection
from graph.console.schema import schema
from graph.errors import NotFound
from graph.paths import paths
from graph.people import profile
from graph.potential import potential_collaborators
from graph.search import search
from graph.settings import Settings
from graph.slice import seeds_slice
from tests.api.conftest import environment

ROOT = Path(__file__).parents[2]
COMMAND = ("-W", "error", "-m", "api.cli", "mcp")
NAMES = {
    *("search", "person", "slice", "collaborators", "potential_collaborators", "adjacent_to_person"),
    *("adjacent_to_papers", "paths", "named_queries", "run_query", "schema", "cypher"),
}
BOMB = "UNWIND range(1, 100002) AS a UNWIND range(1, 100002) AS b RETURN sum(a * b) AS n"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*) AS n"


@asynccontextmanager
async def assistant(settings: Settings, **variables: str) -> AsyncIterator[Client]:
    """Start the program and connect to it."""
    env = {"PYTHONPATH": str(ROOT), **environment(settings), **variables}
    command = StdioServerParameters(command=sys.executable, args=list(COMMAND), env=env)
    async with Client(command, read_timeout_seconds=60) as client:
        yield client


def data(result: CallToolResult) -> dict[str, Any]:
    """Return what a tool answered; the text for assistants that read no data says the same."""
    assert not result.is_error, result.content
    (content,) = result.content
    assert isinstance(content, TextContent)
    assert orjson.loads(content.text) == result.structured_content
    return dict(result.structured_content or {})


def said(result: CallToolResult) -> str:
    """Return why a tool gave no answer."""
    assert result.is_error
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


async def test_every_tool_is_typed_and_only_reads(world: Connection, settings: Settings) -> None:
    async with assistant(settings) as ask:
        tools = {tool.name: tool for tool in (await ask.list_tools()).tools}
        assert tools.keys() == NAMES
        for tool in tools.values():
            assert tool.description
            assert tool.output_schema
            assert tool.annotations
            assert tool.annotations.read_only_hint
        assert tools["slice"].input_schema["properties"]["budget"]["maximum"] == 200
        assert "Begin with `search`" in str(ask.instructions)


async def test_the_questions_of_the_graph(world: Connection, settings: Settings) -> None:
    person = {"person": "toy:ann"}
    two = {"source": "toy:ann", "target": "toy:ben"}
    near = {"papers": ["toy:p1"], "order": "recent"}
    asked: list[tuple[str, dict[str, Any], BaseModel]] = [
        ("search", {"text": "ann gar", "kind": "Person"}, await search(world, "ann gar", "Person", 10)),
        ("person", person, await profile(world, "toy:ann")),
        (
            "slice",
            {"ids": ["toy:ann", "toy:p1"], "budget": 5},
            await seeds_slice(world, ["toy:ann", "toy:p1"], budget=5),
        ),
        ("collaborators", person, await collaborators(world, "toy:ann", limit=10)),
        ("potential_collaborators", person, await potential_collaborators(world, "toy:ann", limit=10)),
        ("adjacent_to_person", person, await adjacent_to_person(world, "toy:ann", limit=10)),
        ("adjacent_to_papers", near, await adjacent_to_papers(world, ["toy:p1"], "recent", 10)),
        ("paths", two, await paths(world, "toy:ann", "toy:ben")),
        ("schema", {}, await schema(world)),
    ]
    async with assistant(settings) as ask:
        told = {name: data(await ask.call_tool(name, given)) for name, given, _ in asked}
    assert told == {name: answer.model_dump(mode="json") for name, _, answer in asked}


async def test_queries_that_have_a_name(world: Connection, settings: Settings) -> None:
    async with assistant(settings) as ask:
        every = NamedQueries.model_validate(data(await ask.call_tool("named_queries")))
        (one,) = [each for each in every.items if each.name == "people_of_a_topic"]
        asked = {"name": one.name, "params": {"topic": "toy:graphs", "limit": 2}}
        table = Table.model_validate(data(await ask.call_tool("run_query", asked)))
        assert (table.fields, table.count, table.params) == (one.returns, 2, asked["params"])
        assert "The parameter topic (string) is missing" in said(await ask.call_tool("run_query", {"name": one.name}))
        assert "No query is called 'none'" in said(await ask.call_tool("run_query", {"name": "none"}))


async def test_cypher_behind_the_gate_and_within_limits(world: Connection, settings: Settings) -> None:
    async with assistant(settings) as ask:
        asked = {"query": "UNWIND range(1, $most) AS x RETURN x, $day AS day", "limit": 3}
        asked["params"] = {"most": 9, "day": {"$date": "2024-02-29"}}
        table = Table.model_validate(data(await ask.call_tool("cypher", asked)))
        assert (table.count, table.cut, table.rows[0]) == (3, "rows", [1, {"$date": "2024-02-29"}])
        large = {"query": "UNWIND range(1, 1000) AS x RETURN [each IN range(1, 100) | 'some text'] AS y", "limit": 1000}
        assert data(await ask.call_tool("cypher", large))["cut"] == "bytes"
        refused = said(await ask.call_tool("cypher", {"query": "CREATE (n)"}))
        assert refused.startswith("Error executing tool cypher: Line 1, column 1: CREATE changes the graph")
        assert "less than or equal to 1000" in said(await ask.call_tool("cypher", {"query": "RETURN 1", "limit": 5000}))


async def test_what_is_not_there_is_one_sentence(world: Connection, settings: Settings) -> None:
    async with assistant(settings) as ask:
        assert "No person has the identifier 'toy:nobody'" in said(
            await ask.call_tool("person", {"person": "toy:nobody"})
        )
        assert NotFound.__name__ not in said(await ask.call_tool("slice", {"ids": ["toy:nobody"]}))


async def test_a_question_that_is_given_up_ends_on_the_server(world: Connection, settings: Settings) -> None:
    async with assistant(settings) as client:
        task = asyncio.create_task(client.call_tool("cypher", {"query": BOMB}))
        await until(world, 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(world, 0)
    async with assistant(settings, BZPEER_CONSOLE_TIMEOUT="0.5") as client:
        assert "The query ran longer than" in said(await client.call_tool("cypher", {"query": BOMB}))


async def until(connection: Connection, number: int) -> None:
    """Wait until so many of the long query run on the server."""
    async with asyncio.timeout(60):
        while (await connection.read(RUNNING, text=BOMB))[0]["n"] != number:  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.05)


async def test_ctrl_c_ends_it(world: Connection, settings: Settings) -> None:
    env = {"PYTHONPATH": str(ROOT), **environment(settings)}
    process = await asyncio.create_subprocess_exec(sys.executable, *COMMAND, env=env, stdin=PIPE, stderr=PIPE)
    assert process.stderr
    assert b"answers the Model Context Protocol" in await asyncio.wait_for(process.stderr.readline(), 120)
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), 120) == -signal.SIGINT


async def test_standard_output_carries_the_protocol_alone(world: Connection, settings: Settings) -> None:
    env = {"PYTHONPATH": str(ROOT), **environment(settings)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *COMMAND, env=env, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    call = {"name": "cypher", "arguments": {"query": "RETURN 1 AS one"}}
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    ]
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    answers = [orjson.loads(await asyncio.wait_for(process.stdout.readline(), 120)) for _ in range(2)]
    process.stdin.close()
    rest, errors = await asyncio.wait_for(process.communicate(), 120)
    assert [each["id"] for each in answers] == [1, 2]
    assert answers[1]["result"]["structuredContent"]["rows"] == [[1]]
    assert (process.returncode, rest) == (0, b"")
    assert b"query of mcp: done, 1 rows" in errors
    assert b"Traceback" not in errors
