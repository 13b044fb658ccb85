"""`bzpeer db copy`: another server on a copy of the graph, which reads and refuses every write."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from api.db_commands import db_app
from graph import readonly, server
from graph.connection import Connection, connect
from graph.console.run import open_console
from graph.errors import WriteRefused
from graph.server_home import server_folder
from graph.settings import Settings, load_settings
from graph.store import open_store
from tests.store.helpers import stopped, wait

WRITES = [
    "CREATE (:Probe)",
    "MATCH (n:Probe) SET n.id = 0",
    "MATCH (n:Probe) DELETE n",
    "MERGE (:Probe {id: -1})",
    "CREATE INDEX probe FOR (n:Probe) ON (n.id)",
    "CALL db.createLabel('Other')",
    "UNWIND [1] AS i CALL (i) { CREATE (:Probe {id: i}) } IN TRANSACTIONS",
]


@pytest.fixture
def bzpeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs `bzpeer db …` on a data folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(db_app, list(words))


def told(result: Result) -> dict[str, str]:
    """Return what the command says about how the copy is reached."""
    assert result.exit_code == 0, result.stderr
    return dict(line.strip().split(maxsplit=1) for line in result.stdout.splitlines()[1:])


def connected(said: dict[str, str]) -> AbstractAsyncContextManager[Connection]:
    """Connect as another program would that was told this."""
    password = Path(said["password"].removeprefix("in ")).read_text(encoding="ascii")
    return connect(said["address"], said["user"], password, said["database"], read_timeout=10)


async def probes(said: dict[str, str]) -> int:
    async with connected(said) as connection:
        [row] = await connection.read("MATCH (n:Probe) RETURN count(n) AS n")
        return int(row["n"])


async def add(settings: Settings, number: int) -> None:
    async with open_store(settings) as store:
        await store.connection.write("UNWIND range(1, $number) AS i CREATE (:Probe {id: i})", number=number)
    wait(lambda: stopped(settings))


@pytest.mark.parametrize("version", ["5.26.30", pytest.param("2026.09.0", marks=pytest.mark.newest)])
async def test_a_copy_reads_refuses_writes_and_is_brought_up_to_date(
    bzpeer: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("BZPEER_NEO4J_VERSION", version)
    settings = load_settings()
    copy = readonly.copy_settings(settings)
    assert "There is no copy yet" in bzpeer("copy", "--start").stderr
    assert bzpeer("copy", "--stop").stdout == "No copy was running.\n"
    await add(settings, 3)
    try:
        said = told(bzpeer("copy"))
        assert f"copy runs on port {said['address'].rpartition(':')[2]} until" in bzpeer("status").stdout
        assert await probes(said) == 3
        await refuses_writes(said)
        async with open_store(settings) as store:  # while the copy runs, the graph takes writes; it alone
            await store.connection.write("CREATE (:Probe {id: 4})")
            assert "in use by process" in bzpeer("copy").stderr
            assert await probes(said) == 3
            assert await asked(settings, said, store.connection) == [[3]]
        wait(lambda: stopped(settings))
        assert told(bzpeer("copy")) == said  # the same address and password file
        assert await probes(said) == 4
        assert bzpeer("copy", "--stop").stdout == "The copy has stopped.\n"
        assert told(bzpeer("copy", "--start")) == said
        assert await probes(said) == 4
        passwords = [(server_folder(each) / "password").read_text(encoding="ascii") for each in (settings, copy)]
        assert passwords[0] != passwords[1]
    finally:
        bzpeer("copy", "--stop")
        wait(lambda: stopped(settings))
        wait(lambda: stopped(copy))


async def refuses_writes(said: dict[str, str]) -> None:
    """Try to write as the program does, and as one that knows the password may."""
    password = Path(said["password"].removeprefix("in ")).read_text(encoding="ascii")
    async with connected(said) as connection:
        with pytest.raises(WriteRefused):
            await connection.write("CREATE (:Probe)")
    with GraphDatabase.driver(said["address"], auth=(said["user"], password)) as driver:
        for text in WRITES:
            with (
                driver.session(database=said["database"]) as session,
                pytest.raises(Neo4jError, match=r"(?i)read.only"),
            ):
                session.run(text).consume()
    async with connected(said) as connection:
        assert await connection.read("MATCH (n:Probe) RETURN n.id AS id ORDER BY id") == [{"id": i} for i in (1, 2, 3)]


async def asked(settings: Settings, said: dict[str, str], connection: Connection) -> list[list[Any]]:
    """Ask the console of a program that is pointed at the copy."""
    password = Path(said["password"].removeprefix("in ")).read_text(encoding="ascii")
    pointed = {"console_uri": said["address"], "console_password": SecretStr(password)}
    query = "MATCH (n:Probe) RETURN count(n) AS n"
    async with (
        open_console(settings.model_copy(update=pointed), connection) as console,
        console.run(query, {}) as result,
    ):
        return [row async for row in result.rows()]


def test_the_copy_of_somebody_elses_graph_is_not_made(
    bzpeer: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BZPEER_NEO4J_URI", "bolt://127.0.0.1:9")
    for words in ([], ["--start"], ["--stop"]):
        assert "managed server only" in bzpeer("copy", *words).stderr


def test_a_copy_keeps_its_port_unless_another_program_has_it() -> None:
    port = server.free_port()
    assert server.free_port(port) == port
