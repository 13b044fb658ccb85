"""Keeping a server, dumps and restores, and the commands for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.accounts import people
from api.accounts.accounts import Accounts
from api.db_commands import db_app
from graph import server, server_home
from graph.errors import WrongDataVersion
from graph.settings import Settings, load_settings
from graph.store import open_store
from tests.store.helpers import stopped, wait


@pytest.fixture
def bzpeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs `bzpeer db …` on a data folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(db_app, list(words))


async def count(settings: Settings) -> int:
    async with open_store(settings) as store:
        [row] = await store.connection.read("MATCH (n:Probe) RETURN count(n) AS n")
        return int(row["n"])


async def add_user(settings: Settings, email: str) -> None:
    accounts = Accounts(settings)
    await people.add(accounts, email, "A", "a fine long password")
    await accounts.close()


async def addresses(settings: Settings) -> list[str | None]:
    accounts = Accounts(settings)
    found = [each.email for each in await people.all_users(accounts)]
    await accounts.close()
    return found


async def test_a_dump_restores_the_graph_and_the_accounts(bzpeer: Callable[..., Result], tmp_path: Path) -> None:
    settings = load_settings()
    dump = tmp_path / "graph.dump"
    assert bzpeer("status").exit_code == 3
    try:
        assert bzpeer("start").exit_code == 0
        async with open_store(settings) as store:
            await store.connection.write("UNWIND range(1, 100) AS i CREATE (:Probe {id: i})")
            await add_user(settings, "ann@example.org")
            refused = bzpeer("dump", str(dump))
            assert (refused.exit_code, "in use by process" in refused.stderr) == (1, True)
        assert "kept until" in bzpeer("status").stdout  # nobody uses it, and it runs on
        assert not (tmp_path / "graph.dump.accounts").exists()
        assert bzpeer("dump", str(dump)).exit_code == 0
        await add_user(settings, "ben@example.org")
        assert server.status(settings).running  # kept as before
        assert bzpeer("dump", str(dump)).exit_code == 1  # never over a file that is there

        async with open_store(settings) as store:
            await store.connection.write("MATCH (n:Probe) WHERE n.id > 7 DELETE n")
        assert bzpeer("stop").stdout.strip() == "The managed server has stopped."
        kept = bzpeer("restore", str(dump))
        assert (kept.exit_code, "--replace" in kept.stderr) == (1, True)
        broken = tmp_path / "broken.dump"
        broken.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])
        (tmp_path / "broken.dump.accounts").write_bytes((tmp_path / "graph.dump.accounts").read_bytes())
        assert bzpeer("restore", "--replace", str(broken)).exit_code == 1
        assert await addresses(settings) == ["ann@example.org", "ben@example.org"]
        assert await count(settings) == 7  # a dump that cannot be read costs nothing
        wait(lambda: stopped(settings))
        assert bzpeer("restore", "--replace", str(dump)).exit_code == 0
        assert await count(settings) == 100
        assert await addresses(settings) == ["ann@example.org"]
    finally:
        bzpeer("stop")
        wait(lambda: stopped(settings))


def test_a_killed_restore_is_undone(make_settings: Callable[..., Settings]) -> None:
    folder = server_home.make_folder(make_settings())
    places = [folder / "home" / "data" / kind / "neo4j" for kind in server_home.STORES]
    for place in places:
        place.mkdir(parents=True)
        (place / "store").write_text("old", encoding="utf-8")
    server_home.put_aside(folder)
    assert not server_home.has_graph(folder)
    places[0].mkdir()
    (places[0] / "store").write_text("half of the new", encoding="utf-8")  # … and killed here
    server_home.put_back(folder)
    assert [(place / "store").read_text(encoding="utf-8") for place in places] == ["old", "old"]


def test_a_server_of_somebody_else_is_not_stopped(
    bzpeer: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BZPEER_NEO4J_URI", "bolt://127.0.0.1:9")
    for words in (["start"], ["stop"], ["dump", "x"], ["restore", str(tmp_path / "x")]):
        result = bzpeer(*words)
        assert result.exit_code == 1
        assert "managed server only" in result.stderr or "no file" in result.stderr
    assert "No Neo4j answers" in bzpeer("status").stderr


@pytest.mark.newest
async def test_a_data_folder_moves_on_to_the_newest_release(make_settings: Callable[..., Settings]) -> None:
    old, new = make_settings(), make_settings(neo4j_version="2026.09.0")
    async with open_store(old) as store:
        await store.connection.write("CREATE (:Probe {id: 1})")
        assert store.connection.server == "Neo4j/5.26.30"
    wait(lambda: stopped(old))
    async with open_store(new) as store:
        assert store.connection.server == "Neo4j/2026.09.0"
        assert await store.connection.read("MATCH (n:Probe) RETURN n.id AS id") == [{"id": 1}]
        await store.connection.write("CREATE (:Probe {id: 2})")
    wait(lambda: stopped(new))
    with pytest.raises(WrongDataVersion):
        await count(old)
