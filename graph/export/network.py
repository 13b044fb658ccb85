"""Graphs as the files of other graph programs, written by NetworkX: GraphML, GEXF, JSON, and CSV in a ZIP."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import networkx as nx
import orjson
from lxml import etree

from graph.answers import SliceEdge, SliceNode
from graph.errors import InvalidValue
from graph.export.table import MARK, Cell, csv_text
from graph.export.text import one_line

GraphFormat = Literal["graphml", "gexf", "csv", "json"]
SPREAD = 1000.0
"""Positions of a GEXF file are those of the page times this: programs draw nodes some units wide."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A format of graphs."""

    ending: str
    media: str
    write: Callable[["nx.DiGraph[str]"], bytes]


def network(
    nodes: Iterable[SliceNode], edges: Iterable[SliceEdge], title: str = "", recipe: Any = None
) -> "nx.DiGraph[str]":
    """Return what is shown as a directed graph: every fact an attribute, what is not known left out.

    Joint works are the `weight` of an edge too. `recipe`, any JSON, is kept as text beside the title (`name`). Raises
    `InvalidValue` for two nodes of one id, for two different edges between the same nodes, for an edge to a node that
    is not there, and for a recipe that cannot be written.
    """
    graph: nx.DiGraph[str] = nx.DiGraph(name=one_line(title))
    if recipe is not None:
        graph.graph["recipe"] = _recipe(recipe)
    for node in nodes:
        id = one_line(node.id)
        if id in graph:
            raise InvalidValue(f"Two nodes have the id '{id}': send each node once.")
        graph.add_node(id, **_facts(node, {"id"}))
    for edge in edges:
        _add(graph, edge)
    return graph


def _recipe(recipe: Any) -> str:
    try:
        return one_line(orjson.dumps(recipe).decode())
    except orjson.JSONEncodeError as error:
        raise InvalidValue("'recipe' cannot be written: nest it less, with text and usual numbers only.") from error


def _add(graph: "nx.DiGraph[str]", edge: SliceEdge) -> None:
    source, target = one_line(edge.source), one_line(edge.target)
    for end in (source, target):
        if end not in graph:
            raise InvalidValue(f"An edge leads to '{end}', which is not among the nodes: send its node too.")
    facts = _facts(edge, {"source", "target"})
    if edge.papers is not None:
        facts["weight"] = float(edge.papers)
    if graph.get_edge_data(source, target, facts) != facts:
        raise InvalidValue(f"Two different edges lead from '{source}' to '{target}': send one.")
    graph.add_edge(source, target, **facts)


def _facts(of: SliceNode | SliceEdge, without: set[str]) -> dict[str, Any]:
    facts = of.model_dump(exclude=without, exclude_none=True)
    return {name: one_line(value) if isinstance(value, str) else value for name, value in facts.items()}


def _graphml(graph: "nx.DiGraph[str]") -> bytes:
    written = io.BytesIO()
    nx.write_graphml(graph, written, named_key_ids=True)
    return written.getvalue()


def _gexf(graph: "nx.DiGraph[str]") -> bytes:
    placed = graph.copy()
    for _, facts in placed.nodes(data=True):
        facts["viz"] = {"position": {"x": facts["x"] * SPREAD, "y": facts["y"] * SPREAD, "z": 0.0}}
    root = etree.fromstring("\n".join(nx.generate_gexf(placed)).encode())
    if "recipe" in graph.graph:  # the writer knows no attributes of the graph besides its name
        meta = root.find("{*}meta")
        assert meta is not None
        etree.SubElement(meta, f"{{{etree.QName(meta).namespace}}}description").text = graph.graph["recipe"]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _json(graph: "nx.DiGraph[str]") -> bytes:
    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1).encode()


def _csv(graph: "nx.DiGraph[str]") -> bytes:
    """Return a ZIP of `nodes.csv` and `edges.csv`; the same graph gives the same bytes."""
    nodes = [{"id": id, **facts} for id, facts in graph.nodes(data=True)]
    edges = [{"source": source, "target": target, **facts} for source, target, facts in graph.edges(data=True)]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, fixed, rows in (
            ("nodes.csv", ("id", "label", "kind"), nodes),
            ("edges.csv", ("source", "target", "kind"), edges),
        ):
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), _table(fixed, rows).encode(), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _table(fixed: Sequence[str], rows: Sequence[dict[str, Cell]]) -> str:
    """Return rows as CSV: the columns `fixed`, then all others that occur."""
    columns = list(dict.fromkeys([*fixed, *(name for row in rows for name in row)]))
    return MARK + csv_text(columns, ([row.get(name) for name in columns] for row in rows))


GRAPH_FORMATS: dict[GraphFormat, Drawn] = {
    "graphml": Drawn("graphml", "application/graphml+xml", _graphml),
    "gexf": Drawn("gexf", "application/gexf+xml", _gexf),
    "csv": Drawn("zip", "application/zip", _csv),
    "json": Drawn("json", "application/json", _json),
}
