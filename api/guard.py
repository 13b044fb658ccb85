"""Keeps the managed server alive under a program that serves: one that has died is started again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from api.logs import LOG
from graph import server, watcher
from graph.errors import BzpeerError
from graph.server_home import server_folder
from graph.settings import Settings
from graph.store import Store

EVERY = 2.0
"""Seconds between two looks, and between two attempts to start it."""


@asynccontextmanager
async def guarding(store: Store, settings: Settings) -> AsyncIterator[None]:
    """Look after the server of `store` while the context lasts, when the program runs it itself.

    Until it answers again, questions end with status 503, and `/readyz` says so.
    """
    task = asyncio.create_task(_guard(settings, urlsplit(store.address).port or 0) if store.managed else _nothing())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _nothing() -> None:
    """A Neo4j by address is its owner's affair."""


async def _guard(settings: Settings, port: int) -> None:
    while True:
        await asyncio.sleep(EVERY)
        if await asyncio.to_thread(watcher.read_state, server_folder(settings)):
            continue
        LOG.error("The managed Neo4j has ended: it is started again.")
        try:
            await asyncio.to_thread(server.revive, settings, port)
        except (BzpeerError, OSError) as error:
            LOG.error("The managed Neo4j could not be started again. %s", error)
        else:
            LOG.info("The managed Neo4j answers again.")
