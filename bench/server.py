"""Servers for measurements: managed ones in folders of their own, so that nobody's graph is touched."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from bench.packages import anthology, organisations
from graph import server
from graph.connection import Connection
from graph.settings import Settings, load_settings
from graph.store import Store, open_store
from loaders.acl import AclSource
from loaders.institution_names import institution_names
from loaders.pipeline import load
from loaders.ror import RorSource


def settings_for(folder: Path) -> Settings:
    """Return default settings with `folder` for the data; no `.env` file is read."""
    return load_settings(_env_file=None, data_dir=folder, neo4j_uri=None)


@asynccontextmanager
async def fresh() -> AsyncIterator[tuple[Store, Settings]]:
    """Yield the store of a new managed server, which goes with its data in the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = settings_for(Path(folder))
        async with open_store(settings) as store:
            yield store, settings
        await asyncio.to_thread(server.unpin, settings)  # waits for its end


@asynccontextmanager
async def loaded(kept: Path | None) -> AsyncIterator[tuple[Store, Settings]]:
    """Yield a store with ROR and the Anthology loaded: the one in `kept`, filled when it is empty, or a fresh one."""
    if kept is None:
        async with fresh() as (store, settings):
            await fill(store.connection)
            yield store, settings
        return
    settings = settings_for(kept)
    async with open_store(settings) as store:
        if not await store.connection.read("MATCH (p:Person) RETURN p.id LIMIT 1"):
            await fill(store.connection)
        yield store, settings


async def fill(connection: Connection) -> None:
    """Load ROR, then the Anthology."""
    await load(connection, RorSource(organisations()))
    await load(connection, await acl(connection))


async def acl(connection: Connection) -> AclSource:
    """Return the Anthology as a source, its affiliations matched to the names of ROR."""
    return AclSource(anthology(), await institution_names(connection))


def server_cpu(settings: Settings) -> float:
    """Return the seconds of processor time that the managed server has used."""
    running = server.status(settings).running
    assert running is not None
    times = psutil.Process(running.pid).cpu_times()
    return float(times.user + times.system)
