"""What is refused before any query: addresses, releases, queries in the wrong place."""

import socket

import pytest
from neo4j import AsyncGraphDatabase

from graph.connection import Connection, Text, check_release, connect
from graph.console.run import open_console
from graph.errors import ServerTooOld, StoreUnavailable
from graph.settings import load_settings


@pytest.mark.parametrize("agent", ["Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.09.0"])
def test_supported_releases_pass(agent: str) -> None:
    check_release(agent, "bolt://host")


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.38", "Neo4j/v5.11.0 compatible graph database"])
def test_older_releases_are_refused(agent: str) -> None:
    with pytest.raises(ServerTooOld, match=r"5\.26 or later"):
        check_release(agent, "bolt://host")


async def test_an_address_where_nothing_answers_gets_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreUnavailable, match=f"No Neo4j answers at bolt://127.0.0.1:{port}") as caught:
        async with connect(f"bolt://127.0.0.1:{port}", "neo4j", "x", None, read_timeout=1):
            pass
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["localhost:7687", "ftp://host", "http://host:7474", "bolt://", "", "bolt://host:port"]
)
async def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreUnavailable, match="no address of a Neo4j"):
        async with connect(address, "neo4j", "x", None, read_timeout=1):
            pass


async def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreUnavailable, match="BZPEER_NEO4J_PASSWORD") as caught:
        async with connect("bolt://neo4j:s3cret@localhost:7687", "neo4j", "x", None, read_timeout=1):
            pass
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://host", "BZPEER_CONSOLE_URI is 'ftp://host', which is no address"),
        ("bolt://neo4j:s3cret@host", "set BZPEER_CONSOLE_USER and BZPEER_CONSOLE_PASSWORD"),
    ],
)
async def test_a_wrong_address_of_the_console_names_its_setting(address: str, said: str) -> None:
    async with AsyncGraphDatabase.driver("bolt://127.0.0.1:9") as driver:
        with pytest.raises(StoreUnavailable, match=said):
            async with open_console(
                load_settings(_env_file=None, console_uri=address), Connection(driver, "", None, 1)
            ):
                pass


async def test_a_writing_query_cannot_be_read() -> None:
    async with AsyncGraphDatabase.driver("bolt://127.0.0.1:9") as driver:  # connects with the first query only
        with pytest.raises(ValueError, match="write query"):
            await Connection(driver, "", None, 1).read(Text("CREATE (n)", "write", "load/papers"))
