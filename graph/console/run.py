"""How a stranger's query is run: the gate, the server's word that it reads, a transaction never committed, limits."""

import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Literal

from neo4j import AsyncResult
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import Connection, connect
from graph.console.gate import Accepted, check
from graph.console.turns import Turns
from graph.errors import QueryRefused, StoreError, WriteRefused
from graph.settings import Settings
from graph.store_errors import translate

AT_ONCE = 4
"""Queries of strangers that run at the same time; the pages' queries keep all other connections for themselves."""
_AT = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
Cut = Literal["rows", "bytes"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds from its plan to its last row, rows, bytes of the answer."""

    seconds: float
    rows: int
    bytes: int


TABLE = Limits(seconds=20.0, rows=10_000, bytes=32 * 2**20)
"""Limits of an answer that is held in memory."""
STREAM = Limits(seconds=600.0, rows=5_000_000, bytes=8 * 2**30)
"""Limits of an answer that is passed on as it comes."""


class Result:
    """A running query: its fields, and its rows as they come, cut at the limits."""

    def __init__(self, result: AsyncResult, fields: list[str], limits: Limits, address: str) -> None:
        self.fields = fields
        self.count = 0
        """Rows given so far."""
        self.cut: Cut | None = None
        """The limit at which the rows were cut, when there were more."""
        self.whole = False
        """Whether all rows were read."""
        self.plan: dict[str, Any] | None = None
        """The plan, once all rows are read, when it was asked for."""
        self.limits = limits
        self._result = result
        self._address = address
        self._bytes = 0
        self._started = time.perf_counter()

    @property
    def milliseconds(self) -> float:
        """Time since the query was sent."""
        return round((time.perf_counter() - self._started) * 1e3, 1)

    async def rows(self) -> AsyncIterator[list[Any]]:
        """Yield the rows as lists of the driver's values; stop at the limits and say so in `cut`."""
        try:
            async for record in self._result:
                if self.count >= self.limits.rows:
                    self.cut = "rows"
                if self.cut:
                    return
                self.count += 1
                yield record.values()
            summary = await self._result.consume()
        except (DriverError, Neo4jError) as error:
            raise translate(error, "The query", self._address) from error
        except RecursionError as error:  # of the driver, which reads values within values
            raise QueryRefused("A value has too many lists or maps within each other: return less of it.") from error
        self.plan = summary.profile or summary.plan
        self.whole = True

    def wrote(self, number: int) -> None:
        """Count bytes of the answer; at the limit no more rows come."""
        self._bytes += number
        if self._bytes >= self.limits.bytes:
            self.cut = "bytes"


class Console:
    """Runs strangers' queries on a connection, a few at a time."""

    def __init__(self, connection: Connection, at_once: int = AT_ONCE) -> None:
        self.connection = connection
        self._turns = Turns(connection, at_once)

    @property
    def runaways(self) -> int:
        """Queries that were ended, and that the server computes all the same."""
        return len(self._turns.runaways)

    @asynccontextmanager
    async def run(
        self,
        query: str,
        params: Mapping[str, Any],
        limits: Limits = TABLE,
        *,
        plan: bool = False,
        during: AbstractContextManager[object] | None = None,
    ) -> AsyncIterator[Result]:
        """Yield the result of `query`; it has passed the gate, and the server has said that it reads.

        With `plan` it is not run, but planned, as if it began with EXPLAIN. `during` is entered first, and left when
        the server has nothing left of the query, which may be long after it was ended.

        Raises `QueryNotAllowed`, `QueryRefused`, `WriteRefused`, `TimeLimitExceeded`, `MemoryLimitExceeded`,
        `StoreUnavailable` (too many queries at once, too), and what `during` raises.
        """
        async with self._turns.take(during or nullcontext()) as turn:
            accepted = check(query, params)
            await turn.begin()
            started = time.perf_counter()
            await explain(self.connection, accepted, params, limits.seconds, turn.mark)
            spent = time.perf_counter() - started
            text = f"{accepted.version} {'EXPLAIN' if plan else accepted.plan or ''}\n{accepted.text}"
            async with self.connection.reading(
                text, dict(params), timeout=limits.seconds, spent=spent, mark=turn.mark
            ) as result:
                shown = Result(result, list(result.keys()), limits, self.connection.address)
                yield shown
            turn.over = shown.whole


@asynccontextmanager
async def open_console(settings: Settings, connection: Connection) -> AsyncIterator[Console]:
    """Open the console on the Neo4j that `BZPEER_CONSOLE_URI` names, or on the graph's own `connection`.

    Raises as `graph.connection.connect`.
    """
    if settings.console_uri is None:
        yield Console(connection, settings.console_at_once)
        return
    user = settings.console_user or settings.neo4j_user
    secret = settings.console_password or settings.neo4j_password
    password = secret.get_secret_value() if secret else None
    async with AsyncExitStack() as opened:
        try:
            timeout = settings.read_timeout
            other = await opened.enter_async_context(
                connect(settings.console_uri, user, password, None, read_timeout=timeout)
            )
        except StoreError as error:  # said of the graph's own address, as a rule
            raise type(error)(str(error).replace("BZPEER_NEO4J_", "BZPEER_CONSOLE_")) from error
        yield Console(other, settings.console_at_once)


async def explain(
    connection: Connection, accepted: Accepted, params: Mapping[str, Any], seconds: float, mark: str = ""
) -> None:
    """Let the server plan a query without running it. Raises `WriteRefused` unless it only reads, `QueryRefused`.

    The text begins on the second line, so that places in the server's messages are those of the query.
    """
    text = f"{accepted.version} EXPLAIN\n{accepted.text}"
    try:
        async with connection.reading(text, dict(params), timeout=seconds, mark=mark) as result:
            kind = (await result.consume()).query_type
    except QueryRefused as error:
        raise _placed(error, len(text) - len(accepted.text)) from error
    if kind != "r":
        raise WriteRefused("The query does more than reading, says the server: only reading is allowed here.")


def _placed(error: QueryRefused, before: int) -> QueryRefused:
    """Return a refusal of the server with its place in the query as it was written, first in the message."""
    found = _AT.search(str(error))
    if found is None:
        return error
    line, column, offset = (int(each) for each in found.groups())
    said = _AT.sub("", str(error)).removeprefix("The query was refused: ").rstrip(".")
    place = max(line - 1, 1), column, max(offset - before, 0)
    return QueryRefused(f"Line {place[0]}, column {place[1]}: {said.partition(', expected')[0]}.", place)
