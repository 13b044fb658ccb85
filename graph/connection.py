"""The connection to the graph. Every session of the program is opened here.

Here and only here are decided: access mode, database, time limit, bookmarks, what is tried again, and how the
driver's errors reach a user. The rules:

- a read runs in a session that cannot write, with a time limit that the server enforces and the client too;
- a reader sees what this process wrote before (bookmarks), on a cluster as well;
- what the driver calls retryable is tried again, except memory limits;
- a cancelled task ends its query on the server (the driver then closes the connection).
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

import neo4j
import stamina
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncResult, AsyncSession, AsyncTransaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import MemoryLimitExceeded, ServerTooOld, StoreUnavailable, TimeLimitExceeded
from graph.rows import plain
from graph.store_errors import retryable, translate
from graph.tombstones import Vault

OLDEST = (5, 26)
WRITE_TIMEOUT = 120.0  # seconds; more than any batch should take
IMPLICIT_TIMEOUT = 3600.0  # seconds; derivations over a whole graph, index population
GRACE = 0.5  # seconds by which the client waits longer than the server
ATTEMPTS = 5
LARGEST_ROW = 8 * 2**20  # bytes of one row of a stranger's query, as the server sends it
CONNECT_TIMEOUT = 10.0  # seconds
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
Row = dict[str, Any]
Ran = tuple[str, Row]
"""Name and parameters of a query that ran."""
Mode = Literal["read", "write", "schema"]
T = TypeVar("T")
_RECORD: ContextVar[list[Ran] | None] = ContextVar("record", default=None)


@contextmanager
def recorded() -> Iterator[list[Ran]]:
    """Yield a list to which every reading query adds itself that is asked in this context, and in tasks begun in it."""
    ran: list[Ran] = []
    token = _RECORD.set(ran)
    try:
        yield ran
    finally:
        _RECORD.reset(token)


class Statement(Protocol):
    """What is asked of a query: `graph.catalogue.Query` has it."""

    @property
    def name(self) -> str:
        """Name for messages and for the server's list of transactions."""

    @property
    def text(self) -> str:
        """Cypher text."""

    @property
    def mode(self) -> Mode:
        """What it may do."""


@dataclass(frozen=True, slots=True)
class Text:
    """Cypher text that is no file of the catalogue: an analyst's query, or a test's."""

    text: str
    mode: Mode = "read"
    name: str = "The query"


class Tx:
    """An open write transaction. `write_in` commits it, or rolls it back when its work raises."""

    def __init__(self, transaction: AsyncTransaction) -> None:
        self._transaction = transaction

    async def run(self, query: Statement | str, /, **params: Any) -> list[Row]:
        """Run one statement in the transaction and return its rows."""
        result = await self._transaction.run(as_statement(query).text, params)
        return [plain(record) async for record in result]


class Connection:
    """A database and the only ways to ask it. Made by `connect`."""

    def __init__(self, driver: AsyncDriver, address: str, database: str | None, read_timeout: float) -> None:
        self.address = address
        self.vault: Vault | None = None  # what is remembered of people who opted out; `open_store` sets it
        self.server = ""  # name and release, as in `Neo4j/5.26.30`
        self._driver = driver
        self._database = database
        self._read_timeout = read_timeout
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()
        self.observe: Callable[[str, float], None] | None = None
        """Told the name of each query and the seconds that it took, whether it succeeded or not."""

    async def read(
        self, query: Statement | str, /, *, timeout: float | None = None, retry: bool = True, **params: Any
    ) -> list[Row]:
        """Run a reading query and return its rows as plain Python values.

        `timeout` is in seconds, `read_timeout` of the settings when None. Raises `TimeLimitExceeded`,
        `MemoryLimitExceeded`, `WriteRefused`, `QueryRefused`, `StoreUnavailable`. With `retry=False`
        (a stranger's query) nothing is tried twice.
        """
        statement = as_statement(query)
        if statement.mode != "read":
            raise ValueError(f"{statement.name} is a {statement.mode} query; read() runs only reading ones")
        limit = timeout or self._read_timeout
        if (record := _RECORD.get()) is not None:
            record.append((statement.name, params))

        async def attempt() -> list[Row]:
            async with self._session(neo4j.READ_ACCESS) as session:
                return await _run(session, statement, limit, params)

        return await self._guard(statement.name, attempt, limit, retry)

    async def write(
        self, query: Statement | str, /, *, timeout: float = WRITE_TIMEOUT, retry: bool = True, **params: Any
    ) -> list[Row]:
        """Run one writing query in a transaction of its own and return its rows. Raises as `write_in`."""
        statement = as_statement(query, "write")

        async def work(tx: Tx) -> list[Row]:
            return await tx.run(statement, **params)

        return await self.write_in(work, timeout=timeout, retry=retry, name=statement.name)

    async def write_in(
        self,
        work: Callable[[Tx], Awaitable[T]],
        /,
        *,
        timeout: float = WRITE_TIMEOUT,
        retry: bool = True,
        name: str = "The change",
    ) -> T:
        """Call `work` with a transaction and commit; all of it happens or nothing.

        `work` is called again when the transaction failed for a reason that may pass (a deadlock, a change of
        leader), so it must have no other effects. Raises `ConstraintViolated`, `TimeLimitExceeded`,
        `MemoryLimitExceeded`, `QueryRefused`, `StoreUnavailable`, and what `work` raises.
        """

        async def attempt() -> T:
            async with self._session(neo4j.WRITE_ACCESS) as session:
                begun = await session.begin_transaction(metadata=_metadata(name), timeout=timeout)
                async with begun as transaction:
                    value = await work(Tx(transaction))
                    await transaction.commit()
                    return value

        return await self._guard(name, attempt, timeout, retry)

    async def implicit(
        self, query: Statement | str, /, *, timeout: float = IMPLICIT_TIMEOUT, **params: Any
    ) -> list[Row]:
        """Run a query that commits by itself: schema changes and `CALL … IN TRANSACTIONS`.

        Only a schema query is tried again: it changes nothing when it runs twice. Raises as `write_in`.
        """
        statement = as_statement(query, "write")

        async def attempt() -> list[Row]:
            async with self._session(neo4j.WRITE_ACCESS) as session:
                return await _run(session, statement, timeout, params)

        return await self._guard(statement.name, attempt, timeout, retry=statement.mode == "schema")

    @asynccontextmanager
    async def reading(
        self, text: str, params: Row, /, *, timeout: float, spent: float = 0.0, name: str = "The query", mark: str = ""
    ) -> AsyncIterator[AsyncResult]:
        """Yield the result of a stranger's query, read in a transaction that cannot write and is never committed.

        Rows come as they are asked for. Whatever ends the context, the query ends on the server too: when rows are
        left by closing the connection to it, so that it does not compute them. `timeout` (seconds) binds server and
        client from the first row to the last, less the seconds `spent` on it before. `mark` is what the server's list
        of transactions calls it. A row has `LARGEST_ROW` bytes at most. Nothing is tried twice. Raises as `read`.
        """
        started, left, watching = time.perf_counter(), timeout - spent, None
        if left <= 0:  # to the server, nothing would mean no limit
            raise _too_long(name, timeout)
        try:
            async with asyncio.timeout(left + GRACE) as clock, self._session(neo4j.READ_ACCESS) as session:
                metadata = _metadata(name) | {"mark": mark}
                transaction = await session.begin_transaction(metadata=metadata, timeout=left)
                watching = asyncio.create_task(_stop_at_large_row(transaction, clock))
                try:
                    result = await transaction.run(text, params)
                    yield result
                    if result.closed():
                        await transaction.rollback()
                finally:
                    watching.cancel()
                    transaction.cancel()
        except TimeoutError as error:
            if not clock.expired():
                raise
            if watching and watching.done() and not watching.cancelled():
                raise _too_large(name) from error
            raise _too_long(name, timeout) from error
        except (DriverError, Neo4jError) as error:
            raise translate(error, name, self.address) from error
        finally:
            if self.observe:
                self.observe(name, time.perf_counter() - started)

    async def verify(self) -> None:
        """Check that a Neo4j that we support answers and lets us in.

        Raises `StoreUnavailable`, `WrongCredentials`, `ServerTooOld`.
        """
        try:
            async with asyncio.timeout(2 * CONNECT_TIMEOUT):
                async with self._session(neo4j.READ_ACCESS) as session:
                    summary = await (await session.run("RETURN 1")).consume()
        except TimeoutError as error:
            raise StoreUnavailable(f"The Neo4j at {self.address} does not answer: check that it runs.") from error
        except (DriverError, Neo4jError) as error:
            raise translate(error, "The first query", self.address) from error
        except ValueError as error:  # the driver's word for a port that is no number
            raise _no_address(self.address) from error
        self.server = str(summary.server.agent)
        check_release(self.server, self.address)

    def _session(self, mode: str) -> AsyncSession:
        return self._driver.session(default_access_mode=mode, database=self._database, bookmark_manager=self._bookmarks)

    async def _guard(self, name: str, attempt: Callable[[], Awaitable[T]], limit: float, retry: bool) -> T:
        """Run `attempt` under the client's time limit, again when it may help, with errors for the user."""
        started = time.perf_counter()
        try:
            async with asyncio.timeout(limit + GRACE) as clock:
                async for trial in stamina.retry_context(
                    on=retryable, attempts=ATTEMPTS if retry else 1, timeout=limit, wait_initial=0.05, wait_max=2.0
                ):
                    with trial:
                        return await attempt()
                raise AssertionError("unreachable: the last trial returns or raises")
        except TimeoutError as error:
            if not clock.expired():
                raise  # of `work`, not of the database
            raise _too_long(name, limit) from error
        except (DriverError, Neo4jError) as error:
            raise translate(error, name, self.address) from error
        finally:
            if self.observe:
                self.observe(name, time.perf_counter() - started)


def _too_long(name: str, limit: float) -> TimeLimitExceeded:
    return TimeLimitExceeded(f"{name} ran longer than {limit:g} s and was stopped: ask for less at once.")


def _too_large(name: str) -> MemoryLimitExceeded:
    return MemoryLimitExceeded(
        f"{name} has a row of more than {LARGEST_ROW >> 20} MB: return less in one row, or make rows with UNWIND."
    )


async def _stop_at_large_row(transaction: AsyncTransaction, clock: asyncio.Timeout) -> None:
    """Let the time of `clock` be over when more of a row has come than may.

    The driver gathers a whole row before it shows any of it, and says nowhere how much it has: a row of two gigabytes
    would end this process. So what it has is looked at from outside.
    """
    buffer = transaction._connection.inbox._buffer
    while buffer.used <= LARGEST_ROW:  # noqa: ASYNC110 - the driver tells nobody
        await asyncio.sleep(0.02)
    clock.reschedule(asyncio.get_running_loop().time())


async def _run(session: AsyncSession, statement: Statement, timeout: float, params: Row) -> list[Row]:
    text = neo4j.Query(statement.text, metadata=_metadata(statement.name), timeout=timeout)
    result = await session.run(text, params)
    return [plain(record) async for record in result]


def _metadata(name: str) -> dict[str, Any]:
    """Return what `SHOW TRANSACTIONS` tells about ours."""
    return {"app": "bzpeer", "query": name}


def as_statement(query: Statement | str, mode: Mode = "read") -> Statement:
    """Return `query` itself, or a `Text` around a string."""
    return Text(query, mode) if isinstance(query, str) else query


def check_release(agent: str, address: str) -> None:
    """Raise `ServerTooOld` when `agent` (as in `Neo4j/5.26.30`) is older than what we support."""
    match = re.match(r"Neo4j/v?(\d+)\.(\d+)", agent)
    if match and (int(match[1]), int(match[2])) < OLDEST:
        raise ServerTooOld(
            f"The server at {address} is {agent}, but Neo4j {OLDEST[0]}.{OLDEST[1]} or later is needed: "
            "upgrade it, or unset BZPEER_NEO4J_URI to use the server that comes with the program."
        )


def check_address(uri: str) -> None:
    """Raise `StoreUnavailable` when `uri` is not of the driver's kind; one with a password in it is never repeated."""
    scheme, _, rest = uri.partition("://")
    if "@" in rest:
        raise StoreUnavailable(
            "BZPEER_NEO4J_URI holds a user name or a password: write the address alone, as neo4j://host:7687, "
            "and set BZPEER_NEO4J_USER and BZPEER_NEO4J_PASSWORD."
        )
    if scheme not in SCHEMES or not rest:
        raise _no_address(uri)


def _no_address(uri: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"BZPEER_NEO4J_URI is {uri!r}, which is no address of a Neo4j: write it as neo4j://host:7687."
    )


@asynccontextmanager
async def connect(
    uri: str, user: str, password: str | None, database: str | None, *, read_timeout: float
) -> AsyncIterator[Connection]:
    """Open a connection and check it; close it when the context ends. Raises as `Connection.verify`."""
    check_address(uri)
    auth = None if password is None else (user, password)
    try:
        driver = AsyncGraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=CONNECT_TIMEOUT,
            connection_acquisition_timeout=3 * CONNECT_TIMEOUT,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="bzpeer",
        )
    except (DriverError, ValueError) as error:
        raise _no_address(uri) from error
    async with driver:
        connection = Connection(driver, uri, database, read_timeout)
        await connection.verify()
        yield connection
