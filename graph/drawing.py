"""From chosen candidates to placed nodes and the edges among them."""

from collections.abc import Iterable, Mapping, Sequence

from graph.answers import EdgeKind, SliceEdge, SliceNode
from graph.candidates import Frame
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.layout import Spot, place
from graph.models import KINDS, Kind

Chosen = Sequence[tuple[Kind, Row]]


async def draw(
    connection: Connection, frame: Frame, chosen: Chosen, beside: Chosen = ()
) -> tuple[list[SliceNode], list[SliceEdge]]:
    """Return the seeds and the chosen candidates as placed nodes, and the edges among them.

    With candidates `beside` them, which are not drawn, the edges are those of the chosen ones alone, also to these.
    """
    everything = [*chosen, *beside]
    ids = {kind: frame.ids(kind) + _ids(everything, kind) for kind in KINDS}
    edges, seeds = await read_edges(connection, ids, [seed.id for seed in frame.seeds])
    facts = {seed["id"]: seed for seed in seeds}
    drawn = [(seed.kind, facts[seed.id]) for seed in frame.seeds] + list(chosen)
    spots = [*(Spot(seed.kind, 1.0, seed=True) for seed in frame.seeds), *_spots(chosen)]
    where = {entry["id"]: at for at, (_, entry) in enumerate(drawn)}
    points = place(
        spots, [(where[e.source], where[e.target]) for e in edges if e.source in where and e.target in where]
    )
    nodes = [_node(entry, spot, *point) for (_, entry), spot, point in zip(drawn, spots, points, strict=True)]
    if beside:
        new = {entry["id"] for _, entry in chosen}
        edges = [edge for edge in edges if edge.source in new or edge.target in new]
    return nodes, edges


def _ids(chosen: Chosen, kind: Kind) -> list[str]:
    return [entry["id"] for its, entry in chosen if its == kind]


def _spots(chosen: Chosen) -> Iterable[Spot]:
    """Yield each candidate with its weight as a share of the heaviest of its kind."""
    heaviest: dict[Kind, float] = {}
    for kind, entry in chosen:
        heaviest[kind] = max(heaviest.get(kind, 0.0), entry["weight"])
    for kind, entry in chosen:
        yield Spot(kind, round(entry["weight"] / heaviest[kind], 4) if heaviest[kind] > 0 else 0.0)


def _node(entry: Row, spot: Spot, x: float, y: float) -> SliceNode:
    return SliceNode(
        id=entry["id"],
        kind=spot.kind,
        label=entry["label"] or entry["id"],
        x=x,
        y=y,
        center=spot.seed,
        year=entry["year"],
        works=entry.get("works"),
        citations_graph=entry.get("citations_graph"),
        type=entry.get("type"),
        joint=entry.get("joint"),
        weight=None if spot.seed else spot.weight,
    )


async def read_edges(
    connection: Connection, ids: Mapping[Kind, Sequence[str]], seeds: Sequence[str] = ()
) -> tuple[list[SliceEdge], list[Row]]:
    """Return all edges among the nodes with these ids, by kind, and the facts of those of them that are `seeds`."""
    (row,) = await connection.read(
        query("read/slice_edges"),
        people=ids["Person"],
        papers=ids["Paper"],
        topics=ids["Topic"],
        institutions=ids["Institution"],
        seeds=seeds,
    )
    return _edges(row), row["seeds"]


def _edges(row: Row) -> list[SliceEdge]:
    """Return the edges in one order, whatever that of the database: by kind, then by their ends."""
    edges = [
        *(SliceEdge(source=a, target=b, kind="AUTHORED") for a, b in row["AUTHORED"]),
        *(SliceEdge(source=a, target=b, kind="HAS_TOPIC", score=score) for a, b, score in row["HAS_TOPIC"]),
        *(SliceEdge(source=a, target=b, kind="CITES", basis=basis) for a, b, basis in row["CITES"]),
        *(SliceEdge(source=a, target=b, kind="PART_OF") for a, b in row["PART_OF"]),
        *(_dated("COAUTHORED", *each) for each in row["COAUTHORED"]),
        *(_dated("AFFILIATED_WITH", *each) for each in row["AFFILIATED_WITH"]),
    ]
    return sorted(edges, key=lambda edge: (edge.kind, edge.source, edge.target))


def _dated(kind: EdgeKind, a: str, b: str, papers: int, first: int | None, last: int | None) -> SliceEdge:
    return SliceEdge(source=a, target=b, kind=kind, papers=papers, first_year=first, last_year=last)
