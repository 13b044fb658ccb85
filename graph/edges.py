"""The edges among given nodes, and what an edge rests on."""

from collections.abc import Sequence

from graph import dataset
from graph.answers import Edges, Evidence, PaperRef
from graph.catalogue import query
from graph.connection import Connection
from graph.drawing import read_edges
from graph.errors import InvalidValue
from graph.identifiers import spellings
from graph.models import KINDS, Kind
from graph.resolve import resolve

MOST = 1000
"""Nodes among which edges are looked for at once."""
PAPERS_SHOWN = 500
_EVIDENCE: dict[Kind, str] = {
    "Person": "read/evidence_people",
    "Institution": "read/evidence_institution",
    "Topic": "read/evidence_topic",
}


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


async def evidence(connection: Connection, source: str, target: str, *, limit: int = 20) -> Evidence:
    """Return the works on which an edge rests: two people's joint works, a person's at an institution or on a topic.

    One of the two identifiers, in either order, is a person's; at most `limit` (1 to 500) works are named, all counted.
    The answer's `source` is a person. Raises `NotFound`, and `InvalidValue` for an edge of a paper: that rests on the
    paper itself.
    """
    if not 1 <= limit <= PAPERS_SHOWN:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to {PAPERS_SHOWN}.")
    person, other = await resolve(connection, source), await resolve(connection, target)
    if person.kind != "Person":
        person, other = other, person
    if person.kind != "Person" or other.kind not in _EVIDENCE or person.id == other.id:
        raise InvalidValue("Name two different people, or a person and an institution or a topic.")
    asked = query(_EVIDENCE[other.kind])
    (row,) = await connection.read(asked, source=person.id, target=other.id, limit=limit)
    return Evidence(
        source=person,
        target=other,
        papers=[PaperRef(**paper) for paper in row["papers"]],
        total=row["total"],
        first_year=row["first_year"],
        last_year=row["last_year"],
        dataset=await dataset.version(connection),
    )
