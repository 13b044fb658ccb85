"""What the tests of the HTTP interface share: a client of the application on the small graph."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.serving import SERVERS, ServerName
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from tests.world import world

__all__ = ["client", "free_port", "serving", "world"]


@pytest.fixture
async def client(server: Store, world: Connection, settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a fresh application, without a socket between."""
    app = create_app(settings, server)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as made:
        yield made
    await app.state.accounts.close()


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment in which the command line works on the database under test."""
    mine = {"BZPEER_DATA_DIR": str(settings.data_dir), "BZPEER_NEO4J_VERSION": settings.neo4j_version}
    if settings.neo4j_uri:
        mine |= {"BZPEER_NEO4J_URI": settings.neo4j_uri, "BZPEER_NEO4J_USER": settings.neo4j_user}
    if settings.neo4j_password:
        mine["BZPEER_NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    return os.environ | mine


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def serving(app: FastAPI, server: ServerName = "granian") -> AsyncIterator[int]:
    """Serve `app` on a real socket of the running event loop; yield its port."""
    port, stopped, ready = free_port(), asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(SERVERS[server](app, "127.0.0.1", port, stopped, ready.set))  # type: ignore[arg-type]
    try:
        await asyncio.wait_for(ready.wait(), 120)
        yield port
    finally:
        stopped.set()
        await task


def client_of(app: FastAPI, base: str = "http://localhost", host: str = "127.0.0.1") -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app, client=(host, 1)), base_url=base, timeout=60)


@pytest.fixture
def app_with(server: Store, world: Connection, settings: Settings) -> Callable[..., FastAPI]:
    """A function that makes an application on the small graph with other settings."""
    return lambda **values: create_app(settings.model_copy(update=values), server)


@pytest.fixture
async def here(app_with: Callable[..., FastAPI]) -> httpx2.AsyncClient:
    return client_of(app_with())


async def ask(client: httpx2.AsyncClient, query: str, accept: str = "", **params: Any) -> httpx2.Response:
    headers = {"Accept": accept} if accept else {}
    return await client.post("/api/cypher", json={"query": query, "params": params}, headers=headers)
