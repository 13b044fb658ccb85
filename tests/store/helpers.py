"""Other processes that use a managed server, for the tests of its life."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph import server
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
PROGRAM = """
import asyncio, sys
from pathlib import Path
from graph.settings import load_settings
from graph.store import open_store

async def main(data_dir):
    async with open_store(load_settings(_env_file=None, data_dir=data_dir)) as store:
        print(store.address, flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            rows = await store.connection.write(line)
            print(rows, flush=True)

asyncio.run(main(sys.argv[1]))
"""


class User:
    """A process that opens the graph and runs what it is told, one line each."""

    def __init__(self, settings: Settings) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(settings.data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def answer(self) -> str:
        """Return the next line that it prints; the first is the address of the database."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def ask(self, query: str) -> str:
        """Run a query in it and return its rows as text."""
        assert self.process.stdin
        self.process.stdin.write(query + "\n")
        self.process.stdin.flush()
        return self.answer()

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        self.process.communicate()


@contextmanager
def users(settings: Settings, number: int) -> Iterator[list[User]]:
    """Start that many processes at the same time; kill what is left of them."""
    started = [User(settings) for _ in range(number)]
    try:
        yield started
    finally:
        for user in started:
            user.kill()


def wait(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Poll until `condition` holds; fail after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"still not so after {seconds} s"
        time.sleep(0.02)


def java(settings: Settings) -> psutil.Process:
    """Return the process of the running server."""
    state = server.status(settings).running
    assert state
    return psutil.Process(state.pid)


def stopped(settings: Settings) -> bool:
    """Tell whether no server runs, and no watcher."""
    return server.status(settings).running is None and not server.watcher.held(
        server.status(settings).folder / "watching"
    )
