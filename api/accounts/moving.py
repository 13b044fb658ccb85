"""Accounts from one store into another, whatever keeps either: how a PostgreSQL becomes a file, and comes back."""

from typing import Any

from sqlalchemy import Table as Rows
from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import tables_talk
from api.accounts.store import AccountStore
from api.accounts.tables import Audit, Table

assert tables_talk  # its tables are of the same metadata
MANY = 1000
"""Rows that are moved at once."""


async def move(giving: AccountStore, taking: AccountStore) -> None:
    """Make `taking` hold the rows of `giving` and no others, in one transaction; both get this release's tables."""
    await giving.open()
    await taking.open()
    async with giving.read() as source, taking.write() as target:
        await _one_state(source)
        await _alone(target)
        for table in reversed(Table.metadata.sorted_tables):
            await target.execute(delete(table))
        for table in Table.metadata.sorted_tables:
            await _copy(source, target, table)
        await _go_on_counting(target)


async def _copy(source: AsyncSession, target: AsyncSession, table: Rows) -> None:
    rows = await source.stream(select(table))
    async for part in rows.mappings().partitions(MANY):
        given: list[dict[str, Any]] = [dict(row) for row in part]
        await target.execute(insert(table), given)


def _is_postgres(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "postgresql"


async def _one_state(session: AsyncSession) -> None:
    """Read all tables as they were at one moment, which SQLite does anyway."""
    if _is_postgres(session):
        await session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


async def _alone(session: AsyncSession) -> None:
    """Let nobody else write until the end, which SQLite does anyway."""
    if _is_postgres(session):
        names = ", ".join(table.name for table in Table.metadata.sorted_tables)
        await session.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


async def _go_on_counting(session: AsyncSession) -> None:
    """Let the lines of the audit be numbered from the last on: a sequence knows nothing of numbers that are given."""
    if _is_postgres(session):
        last = select(func.coalesce(func.max(Audit.id), 0) + 1).scalar_subquery()
        sequence = func.pg_get_serial_sequence(Audit.__tablename__, "id")
        await session.execute(select(func.setval(sequence, last, False)))
