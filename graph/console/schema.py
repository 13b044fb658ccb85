"""What the graph holds, for whoever writes a query: labels, types of edges, properties, numbers, a value of each."""

import asyncio
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph import dataset
from graph.answers import GraphSchema, SchemaEdge, SchemaNode, SchemaProperty
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.dataset import COUNTING

SHOWN = 80
"""Characters of an example, entries of an example list: it is to be seen, not read."""
_ENTRIES = 3
BESIDE = frozenset({"Identifier", "LoadRun", "Dataset", "IDENTIFIES", "REFERS_TO"})
"""What stands beside the facts, and is told last."""


async def schema(connection: Connection) -> GraphSchema:
    """Return labels, types of edges and their properties, as far as the first thousand of each have any."""
    labels, types, version = await asyncio.gather(
        connection.read(query("read/schema_labels"), timeout=COUNTING),
        connection.read(query("read/schema_edges"), timeout=COUNTING),
        dataset.version(connection),
    )
    nodes, edges = _parts(labels, "name"), _parts(types, "name", "source", "target")
    return GraphSchema(
        nodes=[SchemaNode(**part) for part in nodes],
        edges=[SchemaEdge(**part) for part in edges],
        dataset=version,
    )


def _parts(rows: list[Row], *names: str) -> list[dict[str, Any]]:
    """Return one part per label or type: the four kinds, then by number; the rows of one follow each other."""
    parts = []
    for _, group in groupby(rows, key=itemgetter(*names)):
        of = list(group)
        told = {name: of[0][name] for name in (*names, "number", "sample")}
        parts.append(told | {"properties": [_property(row) for row in of if row["property"] is not None]})
    return sorted(parts, key=lambda part: (part["name"] in BESIDE, -part["number"], part["name"]))


def _property(row: Row) -> SchemaProperty:
    return SchemaProperty(name=row["property"], types=row["types"], have=row["have"], example=_short(row["example"]))


def _short(value: Any) -> Any:
    """Return a value with long text and long lists cut."""
    if isinstance(value, str):
        return value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    return [_short(each) for each in value[:_ENTRIES]] if isinstance(value, list) else value
