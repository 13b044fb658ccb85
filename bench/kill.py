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
from loaders.pipeline import Options, load

ROOT = Path(__file__).parents[1]
BATCH = 50
WIPE = "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
POSITION = "MATCH (r:LoadRun) RETURN r.position AS position, r.state AS state"


async def whole(connection: Connection, papers: int) -> str:
    """Load without interruption into the emptied graph and return its digest."""
    await connection.implicit(WIPE)
    await load(connection, MadeSource(papers), Options(batch=BATCH))
    return await digest(connection)


def start_loader(settings: Settings, papers: int) -> subprocess.Popen[bytes]:
    """Start a process that loads into the managed server of `settings`."""
    command = [sys.executable, "-m", "bench.kill", str(settings.data_dir), str(papers)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)


async def wait_for(connection: Connection, share: float, total: int, loader: subprocess.Popen[bytes]) -> None:
    """Wait until the load has come to `share` of its items; above 1 until it derives."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and loader.poll() is None:
        rows = await connection.read(POSITION)
        if rows and (rows[0]["state"] == "deriving" or rows[0]["position"] >= min(share, 1) * total):
            return
        await asyncio.sleep(0.01)


async def kill_loader(connection: Connection, settings: Settings, papers: int, share: float) -> tuple[int, str]:
    """Kill the loader at `share` of its items, resume, and return where it stopped and the digest."""
    await connection.implicit(WIPE)
    loader = start_loader(settings, papers)
    await wait_for(connection, share, MadeSource(papers).total, loader)
    loader.kill()
    loader.wait()
    outcome = await load(connection, MadeSource(papers), Options(batch=BATCH))
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


async def _load(data_dir: Path, papers: int) -> None:
    async with open_store(load_settings(_env_file=None, data_dir=data_dir)) as store:
        await load(store.connection, MadeSource(papers), Options(batch=BATCH))


if __name__ == "__main__":
    try:
        asyncio.run(_load(Path(sys.argv[1]), int(sys.argv[2])))
    except StoreError as error:
        sys.exit(str(error))
