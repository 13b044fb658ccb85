"""The edges among given nodes, and what an edge rests on."""

from collections.abc import Sequence

from graph import dataset
from graph.answers import Edges
from graph.catalogue import query
from graph.connection import Connection
from graph.drawing import read_edges
from graph.errors import InvalidValue
from graph.identifiers import spellings
from graph.models import KINDS

MOST = 1000
"""Nodes among which edges are looked for at once."""


async def edges_among(connection: Connection, ids: Sequence[str]) -> Edges:
    """Return all edges among the nodes that `ids` (any identifiers, at most 1,000) lead to.

    Those that lead nowhere are told as `unknown`: a picture may be older than the data set. Raises `InvalidValue`.
    """
    if len(ids) > MOST:
        raise InvalidValue(f"There are {len(ids)} identifiers; give at most {MOST}.")
    rows = await connection.read(query("read/resolve_all"), ids=[spellings(each) for each in ids])
    places = {row["place"] for row in rows}
    by_kind = {kind: sorted({row["id"] for row in rows if row["kind"] == kind}) for kind in KINDS}
    edges, _ = await read_edges(connection, by_kind)
    return Edges(
        edges=edges,
        unknown=[each for place, each in enumerate(ids) if place not in places],
        dataset=await dataset.version(connection),
    )
