"""Keeps the managed server alive under a program that serves, and idle: one that has died is started again.

So is one that goes on computing queries of the console that were ended long ago, since nothing else ends them.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from api.logs import LOG
from graph import server, watcher
from graph.errors import BzpeerError
from graph.server_home import server_folder
from graph.settings import Settings
from graph.store import Store
from loaders.place import holder

EVERY = 2.0
"""Seconds between two looks, and between two attempts to start it."""
PATIENCE = 2.0
"""Seconds that a server which computes without end has to end by itself before it is killed."""


@asynccontextmanager
async def guarding(store: Store, settings: Settings, runaways: Callable[[], int]) -> AsyncIterator[None]:
    """Look after the server of `store` while the context lasts, when the program runs it itself.

    `runaways` tells how many queries of the console it computes though they were ended. They end with the server,
    unless others than this machine's users may use the console (they could then stop the pages again and again), the
    console has a server of its own, or a load is running. Until the server answers again, questions end with status
    503, and `/readyz` says so.
    """
    task = asyncio.create_task(_guard(store, settings, runaways) if store.managed else _nothing())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _nothing() -> None:
    """A Neo4j by address is its owner's affair."""


async def _guard(store: Store, settings: Settings, runaways: Callable[[], int]) -> None:
    port = urlsplit(store.address).port or 0
    may_end = settings.console == "local" and settings.console_uri is None
    while True:
        await asyncio.sleep(EVERY)
        if may_end and runaways() and not await _is_loading(store):
            LOG.error("Neo4j computes a query that was ended, and nothing stops it: Neo4j is ended.")
            await asyncio.to_thread(server.end, settings, PATIENCE)
        if await asyncio.to_thread(watcher.read_state, server_folder(settings)):
            continue
        LOG.error("The managed Neo4j has ended: it is started again.")
        try:
            await asyncio.to_thread(server.revive, settings, port)
        except (BzpeerError, OSError) as error:
            LOG.error("The managed Neo4j could not be started again. %s", error)
        else:
            LOG.info("The managed Neo4j answers again.")


async def _is_loading(store: Store) -> bool:
    """Tell whether a load is running; one on a server that does not answer goes nowhere."""
    try:
        return await holder(store.connection, PATIENCE) is not None
    except BzpeerError:
        return False
