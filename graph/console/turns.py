"""Turns of strangers' queries: whoever has one keeps it until the server has nothing left of the query.

Neo4j looks at its limit of time between rows only: a single expression that takes very long is computed to its end,
though its client had an answer long ago. Such a runaway therefore keeps its turn, so that there are never more of them
than turns; `SHOW TRANSACTIONS` tells when it is over.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager

from graph.catalogue import query
from graph.connection import Connection
from graph.errors import BzpeerError, StoreUnavailable, TimeLimitExceeded

log = logging.getLogger("bzpeer.console")

PATIENCE = 5.0
"""Seconds for which a query waits for its turn."""
PROMPT = 0.5
"""Seconds for which the end of a query waits for the server to have ended it, too."""
RUNAWAY = 4.0
"""Seconds after its end from which a query that is still computed counts as a runaway."""
_FIRST, _LAST = 0.01, 1.0  # seconds between two looks: at first, and at last


class Turn:
    """The turn of one query, from when it waits until the server has nothing left of it."""

    def __init__(self, turns: "Turns") -> None:
        self.mark = uuid.uuid4().hex
        """What its transactions are called on the server."""
        self.over = False
        """Set when all rows are read, and the server has therefore nothing left of it."""
        self.begun = False
        self._turns = turns

    async def begin(self) -> None:
        """Wait for the turn. Raises `StoreUnavailable` when it does not come."""
        await self._turns.acquire()
        self.begun = True


class Turns:
    """As many turns as queries may run at once."""

    def __init__(self, connection: Connection, number: int) -> None:
        self.runaways: set[str] = set()
        """The marks of queries that were ended, and are computed all the same."""
        self._connection = connection
        self._number = number
        self._free = asyncio.Semaphore(number)
        self._leaving: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def take(self, during: AbstractContextManager[object]) -> AsyncIterator[Turn]:
        """Yield the turn of a query, which waits for it with `begin`.

        `during` is entered before and left when the server has nothing left of the query, which may be later than
        the end of this context.
        """
        turn = Turn(self)
        with ExitStack() as kept:
            kept.enter_context(during)
            try:
                yield turn
            finally:
                if turn.begun:
                    kept.callback(self._free.release)
                    if not turn.over:
                        await self._leave(turn.mark, kept.pop_all())

    async def acquire(self) -> None:
        """Take one turn. Raises `StoreUnavailable` when there is none in time."""
        if len(self.runaways) >= self._number:
            raise StoreUnavailable(
                "Every query that may run at once here was ended, but Neo4j computes it all the same: "
                "try again in some minutes, or tell who runs this site to restart Neo4j.",
                wait=60,
            )
        try:
            async with asyncio.timeout(PATIENCE):
                await self._free.acquire()
        except TimeoutError as error:
            raise StoreUnavailable("Too many queries run at once: try again in a few seconds.") from error

    async def _leave(self, mark: str, kept: ExitStack) -> None:
        """Give all back that is kept once the server has ended the query; wait for that a moment only."""
        task = asyncio.create_task(self._await_end(mark, kept))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)
        await asyncio.wait({task}, timeout=PROMPT)

    async def _await_end(self, mark: str, kept: ExitStack) -> None:
        ended, pause = time.monotonic(), _FIRST
        with kept:
            try:
                while await self._is_computed(mark):
                    if mark not in self.runaways and time.monotonic() - ended > RUNAWAY:
                        self.runaways.add(mark)
                        log.warning("A query that was ended is still computed by Neo4j: it keeps its turn until then.")
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, _LAST)
            finally:
                if mark in self.runaways:
                    self.runaways.discard(mark)
                    seconds = time.monotonic() - ended
                    log.warning("Neo4j has done with a query that was ended %.0f s ago.", seconds)

    async def _is_computed(self, mark: str) -> bool:
        """Tell whether the server has a transaction of this mark; of one that does not answer, it is supposed."""
        try:
            return bool(await self._connection.read(query("admin/under_way"), mark=mark, retry=False))
        except (StoreUnavailable, TimeLimitExceeded):
            return True
        except BzpeerError:  # a server that does not say
            return False
