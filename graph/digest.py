"""A digest of the whole graph: equal for equal nodes and edges, whatever the times of the loads that wrote them."""

import hashlib
from typing import Any

import orjson

from graph.catalogue import query
from graph.connection import Connection

DIGEST_TIMEOUT = 600.0
ORDERED = frozenset(("byline",))
"""Lists whose order says something; that of others depends on which load came first."""


async def digest(connection: Connection) -> str:
    """Return a SHA-256 over the sorted nodes and edges; run and fetch times are left out."""
    names = ("admin/digest_nodes", "admin/digest_edges")
    lines = [_line(row) for name in names for row in await _rows(connection, name)]
    whole = hashlib.sha256()
    for line in sorted(lines):
        whole.update(line + b"\n")
    return whole.hexdigest()


async def _rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    return await connection.read(query(name), timeout=DIGEST_TIMEOUT)


def _line(row: dict[str, Any]) -> bytes:
    """One row as JSON; sums of floats are rounded, since the order of adding is the database's own."""
    return orjson.dumps({key: _rounded(value) for key, value in row.items()}, option=orjson.OPT_SORT_KEYS)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.9e}"
    if isinstance(value, dict):
        return {key: each if key in ORDERED else _rounded(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return sorted(map(str, value))
    return value
