"""A managed server that dies under the program that serves is started again, where its users look for it."""

import asyncio
from collections.abc import Callable

import httpx2
import psutil
import pytest

from api import guard
from api.app import create_app
from graph import server
from graph.settings import Settings
from graph.store import open_store
from loaders.pipeline import load
from tests.toy import paper, toy


async def until_found(client: httpx2.AsyncClient, address: str) -> None:
    """Ask until there is an answer: a server that has just started is slow at first."""
    while (await client.get(address)).status_code != 200:  # noqa: ASYNC110 (nothing tells when)
        await asyncio.sleep(0.2)


async def test_a_server_that_was_killed_is_started_again(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "EVERY", 0.5)
    settings = make_settings()
    async with open_store(settings) as store:
        await load(store.connection, toy(paper("p1")))
        client = httpx2.AsyncClient(transport=httpx2.ASGITransport(create_app(settings, store)), base_url="http://test")
        async with client, guard.guarding(store, settings):
            before = server.status(settings).running
            assert before is not None
            psutil.Process(before.pid).kill()
            assert (await client.get("/readyz")).status_code == 503
            async with asyncio.timeout(120):
                for address in ("/readyz", "/api/papers/toy:p1"):
                    await until_found(client, address)
            after = server.status(settings).running
            assert after is not None
            assert (after.port, after.pid == before.pid) == (before.port, False)
