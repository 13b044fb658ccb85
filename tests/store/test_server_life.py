"""The life of the managed server: begun by the first user, shared, ended with the last, however that one ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import server, server_home, watcher
from graph.errors import DiskFull, ServerStartFailed, WrongDataVersion
from graph.settings import Settings
from graph.store import open_store
from tests.store.helpers import java, stopped, users, wait

Make = Callable[..., Settings]


@pytest.fixture
def own(make_settings: Make) -> Iterator[Settings]:
    """Settings of a server of this test's own; nothing of it may run on afterwards."""
    settings = make_settings()
    yield settings
    wait(lambda: stopped(settings))


async def test_processes_share_one_server_until_the_last_is_killed(own: Settings) -> None:
    with users(own, 2) as (first, second):  # both at once: one starts the server, the other waits and joins
        address = first.answer()
        assert second.answer() == address
        process = java(own)
        assert first.ask("CREATE (n:Probe {id: 1}) RETURN n.id AS id") == "[{'id': 1}]"
        first.kill()
        assert second.ask("MATCH (n:Probe) RETURN count(n) AS n") == "[{'n': 1}]"
        assert server.status(own).users == [second.process.pid]

        parent = process.parent()
        assert parent
        parent.kill()  # the watcher: the next user brings a new one
        wait(lambda: watcher.ended(parent))
        async with open_store(own) as store:
            assert store.address == address
        assert second.ask("RETURN 1 AS one") == "[{'one': 1}]"
        second.kill()
        wait(lambda: watcher.ended(process))


async def test_a_killed_server_starts_again_with_all_that_was_written(own: Settings) -> None:
    async with open_store(own) as store:
        await store.connection.write("CREATE (:Probe {id: 1})")
        java(own).kill()
        wait(lambda: stopped(own))
        async with open_store(own) as again:
            assert await again.connection.read("MATCH (n:Probe) RETURN n.id AS id") == [{"id": 1}]
    assert (own.data_dir / "neo4j" / "password").stat().st_mode & 0o777 == 0o600


async def test_a_failed_start_shows_the_log_and_leaves_nothing_running(make_settings: Make) -> None:
    settings = make_settings(neo4j_heap="9999999g")
    with pytest.raises(ServerStartFailed, match=r"ended while it was starting\. (.|\n)*object heap"):
        async with open_store(settings):
            pass
    wait(lambda: stopped(settings))
    assert list((settings.data_dir / "neo4j" / "users").iterdir()) == []


def test_a_newer_data_folder_is_refused(make_settings: Make) -> None:
    settings = make_settings()
    (server_home.make_folder(settings) / "version").write_text("2099.01.0", encoding="ascii")
    with pytest.raises(WrongDataVersion, match=r"BZPEER_NEO4J_VERSION=2099\.01\.0"):
        server.join(settings)


def test_a_graph_without_its_password_is_not_touched(make_settings: Make) -> None:
    settings = make_settings()
    (server_home.make_folder(settings) / "home" / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(ServerStartFailed, match="password is missing"):
        server.join(settings)


def test_a_nearly_full_disk_is_refused_before_anything_starts(
    make_settings: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_home, "FREE_BYTES", 2**62)
    with pytest.raises(DiskFull, match="BZPEER_DATA_DIR"):
        server.join(make_settings())


def test_a_folder_that_cannot_be_made_is_named(make_settings: Make, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(ServerStartFailed, match="BZPEER_DATA_DIR"):
        server.join(make_settings())
