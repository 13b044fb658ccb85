"""The schema: applied once per database, recorded with checksums, never into somebody else's data."""

import hashlib

from graph.catalogue import Query, catalogue, query
from graph.connection import Connection, Tx
from graph.errors import ForeignDatabase, SchemaChanged

SCHEMA_TIMEOUT = 600.0
"""Seconds that one schema statement, or waiting for another process that applies the schema, may take."""


def files() -> list[Query]:
    """Return the schema files in the order of their names."""
    return list(catalogue("schema").values())


def checksum(file: Query) -> str:
    """Return what is recorded of a schema file, to notice when an applied one is changed."""
    return hashlib.sha256(file.text.encode()).hexdigest()


async def apply(connection: Connection, *, adopt: bool = False) -> list[str]:
    """Apply what is missing of the schema and return the names of the files applied.

    Raises `ForeignDatabase` when the database holds data but no schema of ours (with `adopt` only when it has labels
    that are ours, too), and `SchemaChanged` when a file that was applied before has another text now.
    """
    applied = await _applied(connection)
    if not applied:
        await (_refuse_taken if adopt else _refuse_foreign)(connection)
    if not _missing(applied):
        return []
    await connection.implicit(query("schema/002_lock_id"), timeout=SCHEMA_TIMEOUT)

    async def under_lock(tx: Tx) -> list[str]:
        await tx.run(query("admin/hold"), id="schema")
        return await _apply_missing(connection)

    done = await connection.write_in(under_lock, timeout=SCHEMA_TIMEOUT, name="Applying the schema")
    await connection.implicit(query("admin/await_indexes"), timeout=SCHEMA_TIMEOUT)
    return done


async def _applied(connection: Connection) -> dict[str, str]:
    return {row["name"]: row["checksum"] for row in await connection.read(query("admin/migrations"))}


def _missing(applied: dict[str, str]) -> list[Query]:
    for file in files():
        if applied.get(file.name, checksum(file)) != checksum(file):
            raise SchemaChanged(
                f"The schema file {file.name} was changed after it was applied to this database: "
                "restore its text and add a new file for the change."
            )
    return [file for file in files() if file.name not in applied]


async def _apply_missing(connection: Connection) -> list[str]:
    """Apply what is still missing now; the statements commit by themselves, the lock is held elsewhere."""
    done = []
    for file in _missing(await _applied(connection)):
        await connection.implicit(file, timeout=SCHEMA_TIMEOUT)
        await connection.write(query("admin/migration_applied"), name=file.name, checksum=checksum(file))
        done.append(file.name)
    return done


async def _refuse_foreign(connection: Connection) -> None:
    found = await connection.read(query("admin/foreign"))
    if found:
        labels = ", ".join(found[0]["labels"]) or "no label"
        raise ForeignDatabase(
            f"The database at {connection.address} holds data that BZPEER did not write (a node with {labels}): "
            "name an empty database, or run `bzpeer db adopt` to let BZPEER add its schema and data to this one."
        )


async def _refuse_taken(connection: Connection) -> None:
    found = await connection.read(query("admin/taken"))
    if found:
        raise ForeignDatabase(
            f"The database at {connection.address} has nodes with a label that BZPEER writes "
            f"({', '.join(found[0]['labels'])}), and nobody could tell whose they are: rename the label, or name "
            "another database."
        )


async def is_empty(connection: Connection) -> bool:
    """Say whether the graph holds nothing but the schema's own records."""
    return not await connection.read(query("admin/foreign"))
