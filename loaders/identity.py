"""Decisions about who is who, carried out: the change, then what follows from it, as after a load.

One load or decision at a time runs in a database. A decision that is killed after its change leaves it whole; what
follows is derived by the next load or decision.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from graph import identity, optout
from graph.catalogue import query
from graph.connection import Connection
from graph.schema import is_empty
from loaders import dead_letters, fetched
from loaders.derive import derive
from loaders.place import load_place

T = TypeVar("T")


async def join(
    connection: Connection, keep: str, alias: str, *, by: str, why: str, at: datetime | None = None
) -> identity.Moved:
    """Join two people as `graph.identity.join` does. Raises as that, and `LoadRunning`."""
    return await settled(connection, lambda: identity.join(connection, keep, alias, by=by, why=why, at=at))


async def split(connection: Connection, alias: str) -> identity.Moved:
    """Undo a join as `graph.identity.split` does. Raises as that, and `LoadRunning`."""
    return await settled(connection, lambda: identity.split(connection, alias))


async def disown(connection: Connection, person: str, paper: str, *, why: str, at: datetime | None = None) -> str:
    """Disown a work as `graph.identity.disown` does. Raises as that, and `LoadRunning`."""
    return await settled(connection, lambda: identity.disown(connection, person, paper, why=why, at=at))


async def own(connection: Connection, person: str, paper: str) -> None:
    """Take back a disowning as `graph.identity.own` does. Raises as that, and `LoadRunning`."""
    await settled(connection, lambda: identity.own(connection, person, paper))


async def opt_out(connection: Connection, person: str, *, at: datetime | None = None) -> optout.OptOut:
    """Take a person out of the graph as `graph.optout.opt_out` does, and out of dead letters and what was fetched.

    Raises as that, and `LoadRunning`.
    """

    async def change() -> optout.OptOut:
        if connection.vault:
            named = await optout.speaks_of(connection, person)
            for scrub in (dead_letters.scrub, fetched.scrub):
                await asyncio.to_thread(scrub, connection.vault, named)
        return await optout.opt_out(connection, person, at=at)

    return await settled(connection, change)


async def undo_opt_out(connection: Connection, id: str) -> str:
    """Bring a person back as `graph.optout.undo` does. Raises as that, and `LoadRunning`."""
    return await settled(connection, lambda: optout.undo(connection, id))


async def enforce(connection: Connection) -> bool:
    """Take out again who opted out and is back, as after a restore; say whether there was anything to do.

    Nothing is written where nobody did, nor into an empty graph. Raises as `graph.optout.enforce`, and `LoadRunning`:
    then the load sees to it.
    """
    if await is_empty(connection) or not await optout.known(connection):
        return False
    async with load_place(connection):
        changed = await optout.enforce(connection)
        if changed:
            await _derive(connection)
    return changed


async def settled(connection: Connection, change: Callable[[], Awaitable[T]]) -> T:
    """Make a change while no load runs, and derive what follows; the version rises with both."""
    async with load_place(connection):
        done = await change()
        await _derive(connection)
    return done


async def settle(connection: Connection) -> None:
    """Derive what follows from a decision that was broken off after its change. Raises `LoadRunning`."""
    async with load_place(connection):
        await _derive(connection)


async def _derive(connection: Connection) -> None:
    await derive(connection, "", lambda _: None)
    await connection.write(query("identity/raise"))
