"""A graph written anew: a database deletes by marking, so the bytes of what was deleted stay in its files and its log.

Whoever must be rid of them copies what is there, node by node and edge by edge, into a database that never held more.
"""

import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from graph import offline
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import ServerInUse
from graph.jars import Progress
from graph.server import status
from graph.settings import Settings
from graph.store import open_store

_ROWS = 5_000
_LIMIT = 6 * 3600.0
"""Seconds that reading all nodes, or all edges, may take."""


async def copy(old: Connection, new: Connection, say: Callable[[str], None]) -> tuple[int, int]:
    """Make `new` hold what `old` holds, and nothing else; return the numbers of nodes and edges."""
    await new.implicit(query("rewrite/empty"))
    became: dict[str, str] = {}
    async for rows in _parts(old, "rewrite/nodes"):
        became |= {row["old"]: row["new"] for row in await new.write(query("rewrite/write_nodes"), rows=rows)}
        say(f"{len(became):,} nodes")
    edges = 0
    async for rows in _parts(old, "rewrite/edges"):
        ends = [{**row, "start": became[row["start"]], "end": became[row["end"]]} for row in rows]
        await new.write(query("rewrite/write_edges"), rows=ends)
        edges += len(rows)
        say(f"{len(became):,} nodes, {edges:,} edges")
    return len(became), edges


async def _parts(connection: Connection, name: str) -> AsyncIterator[list[Row]]:
    """Yield the rows of a query in parts, as the driver gives them: what is written back is of the same types."""
    part: list[dict[str, Any]] = []
    async with connection.reading(query(name).text, {}, timeout=_LIMIT, name=name) as result:
        async for record in result:
            part.append(dict(record))
            if len(part) == _ROWS:
                yield part
                part = []
    if part:
        yield part


async def copied(settings: Settings, fresh: Settings, say: Callable[[str], None]) -> tuple[int, int]:
    """Copy the managed graph of `settings` into that of `fresh`. Raises `ServerInUse` while others use it."""
    users = ", ".join(str(pid) for pid in status(settings).users)
    if users:
        raise ServerInUse(f"The managed server is in use by process {users}: end it first, then try again.")
    async with open_store(settings) as old, open_store(fresh) as new:
        return await copy(old.connection, new.connection, say)


def take_over(settings: Settings, fresh: Settings, progress: Progress | None = None) -> None:
    """Let the graph of `fresh` take the place of that of `settings`. Raises as `graph.offline.restore`."""
    with tempfile.TemporaryDirectory(dir=settings.data_dir, prefix=".rewrite-") as room:
        file = Path(room) / "graph.dump"
        offline.dump(fresh, file, progress)
        offline.restore(settings, file, replace=True, progress=progress)
