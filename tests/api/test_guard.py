"""A managed server that dies under the program that serves is started again, where its users look for it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx2
import psutil
import pytest
from fastapi import FastAPI

from api import guard
from api.app import create_app, runaways
from graph import server
from graph.settings import Settings
from graph.store import Store, open_store
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
        async with client, guard.guarding(store, settings, lambda: 0):
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


ENDLESS = "RETURN reduce(s = 0, x IN range(1, $n) | s + x) AS sum"


async def test_a_query_that_nothing_stops_ends_with_the_server(make_settings: Callable[..., Settings]) -> None:
    """Unless everybody may ask: then it keeps its turn, and the pages their server."""
    settings = make_settings(console_timeout=2.0, console_at_once=1)
    async with open_store(settings) as store:
        await load(store.connection, toy(paper("p1")))
        before = server.status(settings).running
        assert before is not None
        async with asked_in("public", settings, store) as (client, app):
            async with asyncio.timeout(60):
                while not runaways(app):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            assert "bzpeer_runaway_queries 1.0" in (await client.get("/metrics")).text
            answer = await client.post("/api/cypher", json={"query": "RETURN 1"})
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
            assert (await client.get("/api/papers/toy:p1")).status_code == 200
            await asyncio.sleep(guard.EVERY)
            assert server.status(settings).running == before
        async with asked_in("local", settings, store) as (client, app):
            async with asyncio.timeout(60):
                while psutil.pid_exists(before.pid):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            async with asyncio.timeout(120):
                await until_found(client, "/api/papers/toy:p1")
                while runaways(app):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            assert (await client.post("/api/cypher", json={"query": "RETURN 1"})).status_code == 200


async def ask(client: httpx2.AsyncClient, n: int) -> int:
    """Ask for a sum of `n` numbers; return the status."""
    return (await client.post("/api/cypher", json={"query": ENDLESS, "params": {"n": n}})).status_code


@asynccontextmanager
async def asked_in(mode: str, settings: Settings, store: Store) -> AsyncIterator[tuple[httpx2.AsyncClient, FastAPI]]:
    """Serve in a mode of the console, and ask what Neo4j never stops to compute; the answer comes in time."""
    given = settings.model_copy(update={"console": mode})
    app = create_app(given, store)
    client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://localhost", timeout=60)
    async with client, guard.guarding(store, given, lambda: runaways(app)):
        async with asyncio.timeout(120):
            while await ask(client, 10) != 200:  # noqa: ASYNC110 (planning takes its time on a new server)
                await asyncio.sleep(0.2)
        started = time.monotonic()
        assert await ask(client, 2**31 - 10) == 504
        assert time.monotonic() - started < given.console_timeout + 10
        yield client, app
