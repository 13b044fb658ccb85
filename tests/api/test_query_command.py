"""`bzpeer query` as a user types it: forms, pipes, parameters, refusals, exit codes."""

import asyncio
import csv
import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from subprocess import PIPE
from typing import Any

import orjson
import pytest
from pyarrow import parquet
from typer.testing import CliRunner, Result

from api.cli import cli
from graph.answers import Table
from graph.connection import Connection
from graph.settings import Settings
from tests.api.conftest import environment

COMMAND = (sys.executable, "-m", "api.cli", "query")
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*) AS n"
Ask = Callable[..., Result]


@pytest.fixture
def ask(world: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """A function that runs `bzpeer query` on the small graph."""

    def run(*words: str, stdin: bytes = b"", **variables: str) -> Result:
        env = {**environment(settings), **variables}
        return CliRunner().invoke(cli, ["query", *words], env=env, input=stdin)

    return run


def test_rows_without_decoration_where_no_terminal_is(ask: Ask) -> None:
    done = ask("UNWIND $texts AS x RETURN x, 1 AS n, [x] AS list", "--param", 'texts=["a b", "=1\\t\\u001b[31m", "é"]')
    assert done.stdout == 'x\tn\tlist\na b\t1\t["a b"]\n=1 [31m\t1\t["=1\\t\\u001b[31m"]\né\t1\t["é"]\n'
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [(), ("-",)])
def test_a_query_from_a_pipe(ask: Ask, words: tuple[str, ...]) -> None:
    done = ask(*words, "-f", "csv", stdin="MATCH (p:Person {id: 'toy:ann'})\nRETURN p.name AS name // é".encode())
    assert list(csv.reader(io.StringIO(done.stdout, newline=""))) == [["name"], ["Ann García"]]


def test_json_is_the_answer_of_the_api(ask: Ask) -> None:
    done = ask("RETURN 9007199254740993 AS large, $day AS day", "-f", "json", "-p", 'day={"$date": "2024-02-29"}')
    table = Table.model_validate_json(done.stdout_bytes)
    assert table.rows == [[{"$int": "9007199254740993"}, {"$date": "2024-02-29"}]]
    assert table.params == {"day": {"$date": "2024-02-29"}}
    assert done.stdout.endswith("\n")


def test_lines_and_parquet(ask: Ask) -> None:
    first, last = ask("RETURN 1 AS x", "--format", "ndjson").stdout.splitlines()
    assert (first, orjson.loads(last)["$end"]["rows"]) == ('{"x":1}', 1)
    done = ask("UNWIND range(1, 3) AS x RETURN x", "--format", "parquet")
    assert parquet.read_table(io.BytesIO(done.stdout_bytes)).to_pydict() == {"x": [1, 2, 3]}


def test_parameters_are_json_or_else_text(ask: Ask) -> None:
    words = [word for each in ("a=5", "b=demo:x", 'c="5"', "d=NaN", "e=", "f=x=y") for word in ("-p", each)]
    done = ask("RETURN $a, $b, $c, $d, $e, $f", "-f", "json", *words)
    assert orjson.loads(done.stdout_bytes)["rows"] == [[5, "demo:x", "5", "NaN", "", "x=y"]]


def test_a_query_that_has_a_name(ask: Ask) -> None:
    done = ask("--name", "people_of_a_topic", "-p", "topic=toy:graphs", "-p", "limit=2", "-f", "json")
    answer = orjson.loads(done.stdout_bytes)
    assert (answer["count"], answer["params"]) == (2, {"topic": "toy:graphs", "limit": 2})
    head, *names = ask("--list").stdout.splitlines()
    assert head == "name\tparameters\tpurpose"
    assert any(each.startswith("people_of_a_topic\ttopic: string, limit: int\t") for each in names)


def test_a_plan(ask: Ask) -> None:
    lines = ask("PROFILE MATCH (p:Person) WHERE p.works > 2 RETURN p.name").stdout.splitlines()
    first, second, *_ = (each for each in lines if " accesses" in each)
    assert lines[:2] == ["p.name", lines[1]]
    assert first.startswith("ProduceResults (about ")
    assert second.startswith("  ")


def test_rows_that_are_left_out_are_told(ask: Ask) -> None:
    done = ask("UNWIND range(1, 9) AS x RETURN x", BZPEER_CONSOLE_ROWS="3")
    assert (done.exit_code, done.stdout_bytes) == (0, b"x\n1\n2\n3\n")
    assert done.stderr.startswith("Cut at 3 rows: set BZPEER_CONSOLE_ROWS")
    done = ask("UNWIND range(1, 9) AS x RETURN x", "-f", "csv", BZPEER_STREAM_ROWS="4")
    assert done.stderr == "Cut at 4 rows: set BZPEER_STREAM_ROWS.\n"


@pytest.mark.parametrize(
    ("words", "stdin", "code", "said"),
    [
        (["CREATE (n)"], b"", 1, "Error: Line 1, column 1: CREATE changes the graph"),
        (["RETURN x"], b"", 1, "Error: Line 1, column 8: Variable `x` not defined."),
        (["RETURN $x"], b"", 1, "Error: The query was refused: Expected parameter(s): x"),
        (["RETURN $x", "-p", "x"], b"", 1, "Error: --param 'x' has no name and value"),
        (["RETURN $x", "-p", "x=1", "-p", "x=2"], b"", 1, "Error: The parameter x is given 2 times"),
        (["RETURN $x", "-p", 'x={"$date": "soon"}'], b"", 1, "Error: A parameter cannot be read as $date"),
        (["RETURN 1", "--name", "read/person"], b"", 1, "Error: Both a query and --name are given"),
        (["--name", "none"], b"", 1, "Error: No query is called 'none'"),
        (["--name", "person"], b"", 1, "Error: The parameter id (string) is missing"),
        ([], b"", 1, "Error: Line 1, column 1: there is no query here"),
        ([], b"RETURN '\xff'", 1, "Error: Standard input is no UTF-8 (byte 8)"),
        ([], "RETURN 'éé".encode() + "é".encode() * 50_000, 1, "a query has at most 20000 characters"),
        (["RETURN 1", "--format", "yaml"], b"", 2, "--format"),
    ],
)
def test_refusals_are_one_sentence(ask: Ask, words: list[str], stdin: bytes, code: int, said: str) -> None:
    done = ask(*words, stdin=stdin)
    assert (done.exit_code, done.stdout) == (code, "")
    told = done.stderr
    assert said in told
    assert "Traceback" not in told
    assert code == 2 or len(told.splitlines()) == 1


@contextmanager
def reading(settings: Settings, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the command as a process of its own, for what a real pipe does."""
    with subprocess.Popen((*COMMAND, *words), env=environment(settings), stdout=PIPE, stderr=PIPE) as process:
        yield process


async def test_a_reader_that_leaves_ends_the_query_quietly(world: Connection, settings: Settings) -> None:
    with reading(settings, "UNWIND range(1, 2000000003) AS x RETURN x", "-f", "csv") as process:
        assert process.stdout
        assert process.stderr
        assert await asyncio.to_thread(process.stdout.readline) == b"x\r\n"
        process.stdout.close()
        assert await asyncio.to_thread(process.stderr.read) == b""
        assert await asyncio.to_thread(process.wait, 60) == 141
    async with asyncio.timeout(60):
        while (await world.read(RUNNING, text="2000000003"))[0]["n"]:  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.05)


def on_a_terminal(settings: Settings, *words: str) -> str:
    """Run the command with a terminal for input and output; return what stands there."""
    here, there = pty.openpty()
    env: dict[str, Any] = environment(settings) | {"COLUMNS": "100"}
    process = subprocess.Popen((*COMMAND, *words), env=env, stdin=there, stdout=there, stderr=there)
    os.close(there)
    told = b""
    try:
        while piece := os.read(here, 10_000):
            told += piece
    except OSError:  # how a terminal says that nobody writes to it any more
        pass
    os.close(here)
    process.wait(60)
    return told.decode()


def test_a_table_and_sentences_for_a_terminal(world: Connection, settings: Settings) -> None:
    told = on_a_terminal(settings, "UNWIND [1, 20] AS n RETURN n, 'text [bold]' AS t")
    assert "──" in told
    assert "20   text [bold]" in told
    assert "2 rows, " in told
    assert "Parquet is not for a terminal" in on_a_terminal(settings, "RETURN 1", "-f", "parquet")
    assert "Say what to ask: a query" in on_a_terminal(settings)
