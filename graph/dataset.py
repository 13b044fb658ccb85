"""What the data set holds: its version, which keys every cached answer, its sources, and how complete it is."""

from graph.answers import Completeness, Dataset, LoadSummary
from graph.catalogue import query
from graph.connection import Connection

LOADS_SHOWN = 10
COUNTING = 60.0
"""Seconds that counting over the whole graph may take; the answer is kept until the data set changes."""
UNVERSIONED = "0"
"""Version of a graph into which nothing was loaded yet."""


async def version(connection: Connection) -> str:
    """Return the version of the data set; it changes with every committed change of graph facts."""
    rows = await connection.read(query("read/version"))
    return rows[0]["version"] if rows else UNVERSIONED


async def last_load(connection: Connection) -> str:
    """Return id and state of the latest load; it changes with a load that changed no fact, which `version` does not."""
    rows = await connection.read(query("read/last_load"))
    return f"{rows[0]['id']} {rows[0]['state']}" if rows else ""


async def dataset(connection: Connection, *, imports: bool = False) -> Dataset:
    """Return counts, sources, the last loads and the completeness of what was imported; `imports`: may readers add?"""
    counts = await connection.read(query("read/dataset_counts"))
    completeness = await connection.read(query("read/dataset_completeness"), timeout=COUNTING)
    (found,) = await connection.read(query("read/dataset_loads"), limit=LOADS_SHOWN)
    return Dataset(
        version=found["version"] or UNVERSIONED,
        latest_year=found["latest_year"],
        counts={row["name"]: row["number"] for row in counts},
        sources=found["sources"],
        loads=[LoadSummary(**load) for load in found["loads"]],
        completeness=[Completeness(**row) for row in completeness],
        imports=imports,
    )
