"""The account store: SQLite in the folder of data, or a PostgreSQL; its tables are brought up to date at first use."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from filelock import FileLock
from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from api.accounts.errors import AccountsUnavailable
from api.logs import LOG
from graph.settings import Settings

FILE = "accounts.sqlite3"
MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x62_7A_70_65_65_72
"""Key of the lock that PostgreSQL gives to the one that migrates."""
_PATIENCE = 15_000
"""Milliseconds that a writer of SQLite waits for the one before."""


def store_file(settings: Settings) -> Path | None:
    """Return the file of the account store; None where it is a PostgreSQL."""
    return None if settings.database_url else settings.data_dir / FILE


def store_url(settings: Settings) -> URL:
    """Return the address of the account store, with the driver."""
    if settings.database_url:
        return make_url(settings.database_url.get_secret_value()).set(drivername="postgresql+asyncpg")
    return URL.create("sqlite+aiosqlite", database=str(settings.data_dir / FILE))


class AccountStore:
    """Opens itself at first use. Raises `AccountsUnavailable` when its database cannot be used."""

    def __init__(self, settings: Settings) -> None:
        self._file = store_file(settings)
        self.engine = _engine(store_url(settings))
        self._reading = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writing = async_sessionmaker(self.engine.execution_options(writes=True), expire_on_commit=False)
        self._opening = asyncio.Lock()
        self._open = False

    async def open(self) -> None:
        """Make the tables, or bring those of an earlier release up to date; who comes second waits."""
        async with self._opening:
            if not self._open:
                with _Sentences():
                    if self._file:
                        make_file(self._file)
                    async with self.engine.execution_options(writes=True).begin() as connection:
                        if not self._file:
                            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                        await connection.run_sync(migrate)
                self._open = True

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Yield a session that reads one state of the store."""
        await self.open()
        with _Sentences():
            async with self._reading() as session:
                yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Yield a session whose changes are kept together when the context ends, or not at all.

        Raises `sqlalchemy.exc.IntegrityError` for what a constraint forbids.
        """
        await self.open()
        with _Sentences():
            async with self._writing.begin() as session:
                yield session

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def migrate(connection: Connection, target: str = "head") -> None:
    """Bring the tables up to the revision `target`, in the transaction that is open."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def steps(revision: Any, _: Any) -> Any:
        return script._upgrade_revs(target, revision)

    environment = EnvironmentContext(config, script, fn=steps, destination_rev=target)
    environment.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
    try:
        environment.run_migrations()
    except CommandError as error:
        raise AccountsUnavailable(
            "The account store was last used by a newer release of this program: start that one, or restore a dump."
        ) from error


class _Sentences:
    """Context that turns what a driver raises into a sentence."""

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        """Raise `AccountsUnavailable` for a database that cannot be used."""
        if isinstance(error, IntegrityError):
            return
        if isinstance(error, DBAPIError | sqlite3.Error | OSError):
            LOG.error("the account store failed: %s", getattr(error, "orig", error))
            raise AccountsUnavailable(
                "The account store cannot be used now: try again later; those who run this site find why in its log."
            ) from error


def _engine(url: URL) -> AsyncEngine:
    """Return the engine; no parameter of a statement gets into its messages."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
    engine = create_async_engine(url, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _connected)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _connected(connection: Any, _: Any) -> None:
    """Prepare a connection of SQLite: nothing that is acknowledged is lost, and this program says where to begin."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_PATIENCE}", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes takes its turn at once, since one that began to read could not."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def make_file(path: Path) -> None:
    """Make the file that only its owner can read, when it is not there, and let it be read while it is written.

    One after the other: of two that turn SQLite's write-ahead log on, the second is refused however patient it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(f"{path.name}.lock"), timeout=_PATIENCE / 1000):
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path, timeout=_PATIENCE / 1000)) as made:
            made.execute("PRAGMA journal_mode=WAL")
