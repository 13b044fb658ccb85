"""A load that was killed with SIGKILL, or whose server was, ends with the same graph as one that was not."""

from collections.abc import Callable

import pytest

from bench.kill import kill_loader, kill_server, whole
from graph.settings import Settings
from graph.store import Store, open_store

PAPERS = 600
SHARES = [0.15, 0.6, 1.1]


async def test_a_killed_loader_is_resumed(settings: Settings, store: Store) -> None:
    if not store.managed:
        pytest.skip("kills a process that attaches to the managed server")
    wanted = await whole(store.connection, PAPERS)
    for share in SHARES:
        stopped, got = await kill_loader(store.connection, settings, PAPERS, share)
        assert stopped > 0
        assert got == wanted


async def test_a_load_whose_server_was_killed_is_resumed(make_settings: Callable[..., Settings]) -> None:
    settings = make_settings()
    async with open_store(settings) as store:
        wanted = await whole(store.connection, PAPERS)
    for share in SHARES:
        stopped, got = await kill_server(settings, PAPERS, share)
        assert stopped > 0
        assert got == wanted
