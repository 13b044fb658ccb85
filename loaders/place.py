"""One load at a time: the place for it in a database, which a dead process gives back.

Whoever holds it gives a sign of life every few seconds, by the clock of the server. A process of this machine is seen
to be dead at once; any other, such as one in a container that is gone, when it has been silent for `DEAD_AFTER`.
"""

import asyncio
import os
import platform
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psutil

from graph.catalogue import query
from graph.connection import Connection
from graph.errors import BzpeerError, LoadRunning

BEAT = 5.0
"""Seconds between two signs of life."""
DEAD_AFTER = 30.0
"""Seconds of silence after which a process that cannot be seen from here is taken for dead."""


def _me() -> str:
    return f"{platform.node()}/{os.getpid()}/{psutil.Process().create_time():.0f}"


def _is_ours(holder: str) -> bool:
    """Say whether `holder` is, or was, a process of this machine: of others only their signs of life tell."""
    return holder.partition("/")[0] == platform.node()


def _is_dead(holder: str) -> bool:
    """Say whether `holder`, a process of this machine, has ended."""
    pid, _, created = holder.partition("/")[2].partition("/")
    try:
        return f"{psutil.Process(int(pid)).create_time():.0f}" != created
    except psutil.NoSuchProcess:
        return True


@asynccontextmanager
async def load_place(connection: Connection) -> AsyncIterator[None]:
    """Hold the place for a load; raise `LoadRunning` when another process is loading into the same database.

    It is also raised inside when the place was lost: this process was silent so long that another has taken it.
    """
    me = _me()
    await _claim(connection, me)
    loading = asyncio.current_task()
    assert loading
    beating = asyncio.create_task(_beat(connection, me))
    beating.add_done_callback(lambda ended: ended.cancelled() or loading.cancel())
    try:
        yield
    except asyncio.CancelledError:
        if not beating.done():
            raise
        loading.uncancel()
        raise LoadRunning(
            "Another process has begun a load in this database while this one stood still: run this load again when "
            "that one is done."
        ) from None
    finally:
        beating.cancel()
        await connection.write(query("admin/release"), me=me)


async def holder(connection: Connection, timeout: float) -> str | None:
    """Return who holds the place for a load now, or None; wait for the answer `timeout` seconds at most.

    Raises as `Connection.read`.
    """
    rows = await connection.read(
        query("admin/loading"), timeout=timeout, retry=False, dead_after=int(DEAD_AFTER * 1000)
    )
    return rows[0]["holder"] if rows else None


async def _claim(connection: Connection, me: str) -> None:
    """Take the place; wait while its holder is silent, until that is long enough."""
    dead_after, silent = int(DEAD_AFTER * 1000), 0
    stale: list[str] = []
    while True:
        found = (await connection.write(query("admin/holder"), me=me, stale=stale, dead_after=dead_after))[0]
        holder = found["holder"]
        if found["mine"]:
            return
        if _is_ours(holder) and holder not in stale and _is_dead(holder):
            stale = [holder]
            continue
        if _is_ours(holder) or found["silent"] < silent:
            raise LoadRunning(
                f"Another load is running in this database (process {holder}): wait for it, "
                "or run `bzpeer load release` if you are sure that it is gone."
            )
        silent = found["silent"]
        await asyncio.sleep(BEAT / 5)


async def _beat(connection: Connection, me: str) -> None:
    """Give signs of life until the place is lost; a server that does not answer is the load's own affair."""
    while True:
        await asyncio.sleep(BEAT)
        with suppress(BzpeerError):
            if not await connection.write(query("admin/beat"), me=me):
                return
