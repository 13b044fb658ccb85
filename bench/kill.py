"""Kill a load, or its server, at a random point; go on; compare the graph with one that was not interrupted."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import psutil

from bench.made import MadeSource
from graph import server
from graph.connection import Connection
from graph.digest import digest
from graph.errors import StoreError
from graph.settings import Settings, load_settings
from graph.store import open_store
from loaders.bibtex import bibtex_source
from loaders.own import OwnSource
from loaders.own_csv import csv_source
from loaders.pipeline import Options, load

ROOT = Path(__file__).parents[1]
BATCH = 50
WIPE = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
POSITION = "MATCH (r:LoadRun) RETURN r.position AS position, r.state AS state"


What = int | Path
"""What is loaded: the made graph of so many papers, or a file of one's own, BibTeX or a table."""


async def source_of(connection: Connection, what: What) -> MadeSource | OwnSource:
    """Return the source of `what`; a file is compared with the graph as it is now."""
    if isinstance(what, int):
        return MadeSource(what)
    return await (bibtex_source if what.suffix == ".bib" else csv_source)(connection, [what])


async def whole(connection: Connection, what: What) -> str:
    """Load without interruption into the emptied graph and return its digest."""
    await connection.implicit(WIPE)
    await load(connection, await source_of(connection, what), Options(batch=BATCH))
    return await digest(connection)


def start_loader(settings: Settings, what: What) -> subprocess.Popen[bytes]:
    """Start a process that loads into the managed server of `settings`."""
    command = [sys.executable, "-m", "bench.kill", str(settings.data_dir), str(what)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)


async def wait_for(connection: Connection, share: float, total: int, loader: subprocess.Popen[bytes]) -> None:
    """Wait until the load has come to `share` of its items; above 1 until it derives."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and loader.poll() is None:
        rows = await connection.read(POSITION)
        if rows and (rows[0]["state"] == "deriving" or rows[0]["position"] >= min(share, 1) * total):
            return
        await asyncio.sleep(0.01)


async def kill_loader(connection: Connection, settings: Settings, what: What, share: float) -> tuple[int, str]:
    """Kill the loader at `share` of its items, resume, and return where it stopped and the digest."""
    await connection.implicit(WIPE)
    total = (await source_of(connection, what)).total
    loader = start_loader(settings, what)
    await wait_for(connection, share, total, loader)
    loader.kill()
    loader.wait()
    outcome = await load(connection, await source_of(connection, what), Options(batch=BATCH))
    return outcome.resumed_at, await digest(connection)


async def kill_server(settings: Settings, papers: int, share: float) -> tuple[int, str]:
    """Kill the server under a load at `share` of its items, start it again, resume; as `kill_loader`."""
    async with open_store(settings) as store:
        await store.connection.implicit(WIPE)
        loader = start_loader(settings, papers)
        await wait_for(store.connection, share, MadeSource(papers).total, loader)
        running = server.status(settings).running
        assert running is not None
        psutil.Process(running.pid).kill()
        loader.wait(timeout=120)
    async with open_store(settings) as store:
        outcome = await load(store.connection, MadeSource(papers), Options(batch=BATCH))
        return outcome.resumed_at, await digest(store.connection)


async def _load(data_dir: Path, what: What) -> None:
    async with open_store(load_settings(_env_file=None, data_dir=data_dir)) as store:
        await load(store.connection, await source_of(store.connection, what), Options(batch=BATCH))


if __name__ == "__main__":
    try:
        asyncio.run(_load(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2].isdecimal() else Path(sys.argv[2])))
    except StoreError as error:
        sys.exit(str(error))
