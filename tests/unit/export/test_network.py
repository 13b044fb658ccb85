"""Graphs as files: read back by NetworkX with every attribute, whatever the names hold."""

import csv
import io
import json
import zipfile
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers import SliceEdge, SliceNode
from graph.errors import InvalidValue
from graph.export.network import GRAPH_FORMATS, SPREAD, network
from graph.export.text import one_line

LABELS = ["Ann García", "何安 😀", "محمد \u200fعلي", "broken $x_{1 & <b>\"'", "=SUM(A1)", "\x00\x08\ufffftab\there\n"]


def node(id: str, label: str = "Toy", kind: Any = "Person", **facts: Any) -> SliceNode:
    return SliceNode(id=id, kind=kind, label=label, **{"x": 0.25, "y": -1.0, **facts})


NODES = [
    *(node(f"toy:p{at}", label, works=at, weight=0.1 * at) for at, label in enumerate(LABELS)),
    node("doi:10.1/<a>&b", "Paper", "Paper", year=2020, citations_graph=7, type="article", center=True),
    node("toy:t1", "Topic", "Topic", works=3, type="arxiv"),
]
EDGES = [
    SliceEdge(source="toy:p0", target="toy:p1", kind="COAUTHORED", papers=3, first_year=2018, last_year=2020),
    SliceEdge(source="toy:p0", target="doi:10.1/<a>&b", kind="AUTHORED"),
    SliceEdge(source="doi:10.1/<a>&b", target="toy:t1", kind="HAS_TOPIC", score=0.5),
]
RECIPE = {"seeds": ["toy:p0"], "steps": [{"expand": "何"}]}


def written(format: Any, nodes: list[SliceNode] = NODES, edges: list[SliceEdge] = EDGES) -> bytes:
    return GRAPH_FORMATS[format].write(network(nodes, edges, "A \x00title & more", RECIPE))


def read_back(format: str, file: bytes) -> "nx.DiGraph[str]":
    """Return the graph in a file as NetworkX reads it, without what a format adds."""
    if format == "json":
        return nx.node_link_graph(json.loads(file), edges="edges")  # type: ignore[no-any-return]
    if format == "graphml":
        return nx.read_graphml(io.BytesIO(file))
    found: nx.DiGraph[str] = nx.read_gexf(io.BytesIO(file))
    for _, facts in found.nodes(data=True):
        position = facts.pop("viz")["position"]
        assert position == {"x": facts["x"] * SPREAD, "y": facts["y"] * SPREAD, "z": 0.0}
    for _, _, facts in found.edges(data=True):
        del facts["id"]
    return found


@pytest.mark.parametrize("format", ["graphml", "gexf", "json"])
def test_every_attribute_is_read_back(format: str) -> None:
    given, found = network(NODES, EDGES), read_back(format, written(format))
    assert found.is_directed()
    assert dict(found.nodes(data=True)) == dict(given.nodes(data=True))
    assert {(a, b): facts for a, b, facts in found.edges(data=True)} == {
        (a, b): facts for a, b, facts in given.edges(data=True)
    }
    for each, facts in zip(NODES, dict(found.nodes(data=True)).values(), strict=True):
        known = each.model_dump(exclude={"id"}, exclude_none=True)
        assert facts == {**known, "label": one_line(each.label)}
        assert {name: type(value) for name, value in facts.items()} == {n: type(v) for n, v in known.items()}
    assert found.edges["toy:p0", "toy:p1"]["weight"] == 3.0


@pytest.mark.parametrize("format", ["graphml", "json"])
def test_title_and_recipe_go_with_it(format: str) -> None:
    found = read_back(format, written(format))
    assert found.graph["name"] == "A title & more"
    assert json.loads(found.graph["recipe"]) == RECIPE


def test_title_and_recipe_in_gexf() -> None:
    text = written("gexf").decode()
    assert 'name="A title &amp; more"' in text
    assert "<description>{" in text


def test_csv_is_two_tables() -> None:
    with zipfile.ZipFile(io.BytesIO(written("csv"))) as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), strict=True))
            for name in archive.namelist()
        }
    assert list(tables) == ["nodes.csv", "edges.csv"]
    nodes, edges = tables.values()
    assert [row["id"] for row in nodes] == [each.id for each in NODES]
    assert nodes[4]["label"] == "'=SUM(A1)"
    assert (nodes[6]["year"], nodes[6]["center"], nodes[6]["works"], nodes[6]["x"]) == ("2020", "true", "", "0.25")
    assert [edges[0][name] for name in ("source", "target", "kind", "papers")] == [
        "toy:p0",
        "toy:p1",
        "COAUTHORED",
        "3",
    ]
    assert written("csv") == written("csv")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_label_is_read_back(label: str, other: str) -> None:
    nodes = [node("a", label), node("b", other)]
    for format in ("graphml", "gexf", "json"):
        found = read_back(format, GRAPH_FORMATS[format].write(network(nodes, [], other)))  # type: ignore[index]
        assert [facts.get("label", "") for _, facts in found.nodes(data=True)] == [one_line(label), one_line(other)]


@pytest.mark.parametrize(
    ("nodes", "edges", "sentence"),
    [
        ([node("a"), node("a")], [], "Two nodes have the id 'a': send each node once."),
        ([node("a")], [("a", "b", 1)], "An edge leads to 'b', which is not among the nodes: send its node too."),
        ([node("a"), node("b")], [("a", "b", 1), ("a", "b", 2)], "Two different edges lead from 'a' to 'b': send one."),
    ],
)
def test_what_is_no_graph_is_refused(nodes: list[SliceNode], edges: list[tuple[str, str, int]], sentence: str) -> None:
    made = [SliceEdge(source=a, target=b, kind="COAUTHORED", papers=papers) for a, b, papers in edges]
    with pytest.raises(InvalidValue, match=sentence):
        network(nodes, made)


def test_the_same_edge_twice_is_one() -> None:
    assert network(NODES, [*EDGES, *EDGES]).number_of_edges() == len(EDGES)
