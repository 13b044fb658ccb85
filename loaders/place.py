"""One load at a time: the place for it in a database, which a dead process gives back."""

import os
import platform
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psutil

from graph.catalogue import query
from graph.connection import Connection
from graph.errors import LoadRunning


def _me() -> str:
    return f"{platform.node()}/{os.getpid()}/{psutil.Process().create_time():.0f}"


def _is_dead(holder: str) -> bool:
    """Say whether `holder` was a process of this machine that has ended; of other machines we cannot tell."""
    host, _, process = holder.partition("/")
    if host != platform.node():
        return False
    pid, _, created = process.partition("/")
    try:
        return f"{psutil.Process(int(pid)).create_time():.0f}" != created
    except psutil.NoSuchProcess:
        return True


@asynccontextmanager
async def load_place(connection: Connection) -> AsyncIterator[None]:
    """Hold the place for a load; raise `LoadRunning` when another process is loading into the same database."""
    me = _me()
    holder = (await connection.write(query("admin/holder"), me=me, stale=[]))[0]["holder"]
    if holder is not None and holder != me and _is_dead(holder):
        holder = (await connection.write(query("admin/holder"), me=me, stale=[holder]))[0]["holder"]
        holder = holder if not _is_dead(holder) else None
    if holder is not None:
        raise LoadRunning(
            f"Another load is running in this database (process {holder}): wait for it, "
            "or run `bzpeer load release` if you are sure that it is gone."
        )
    try:
        yield
    finally:
        await connection.write(query("admin/release"), me=me)
