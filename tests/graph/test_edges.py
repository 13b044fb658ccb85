"""The edges among given nodes, and what they rest on, in the toy neighbourhood."""

import pytest

from graph.connection import Connection
from graph.edges import MOST, edges_among, evidence
from graph.errors import InvalidValue
from graph.slice import person_slice


async def test_the_edges_of_a_slice_are_those_among_its_nodes(near: Connection) -> None:
    slice_ = await person_slice(near, "toy:ann", budget=40)
    found = await edges_among(near, [node.id for node in slice_.nodes])
    assert (found.edges, found.unknown, found.dataset) == (slice_.edges, [], slice_.dataset)
    assert {edge.kind for edge in found.edges} >= {"AUTHORED", "COAUTHORED", "HAS_TOPIC", "AFFILIATED_WITH"}


async def test_only_edges_between_two_of_the_nodes(near: Connection) -> None:
    found = await edges_among(near, ["toy:ann", "toy:ben", "toy:j3", "toy:j9", "toy:ann"])
    assert [(edge.kind, edge.source, edge.target) for edge in found.edges] == [
        ("AUTHORED", "toy:ann", "toy:j3"),
        ("AUTHORED", "toy:ben", "toy:j3"),
        ("CITES", "toy:j3", "toy:j9"),
        ("COAUTHORED", "toy:ann", "toy:ben"),
    ]
    assert (found.edges[3].papers, found.edges[3].first_year, found.edges[3].last_year) == (3, 2018, 2020)


async def test_what_leads_nowhere_is_told(near: Connection) -> None:
    found = await edges_among(near, ["toy:gone", "toy:ann", "doi:10.1/x"])
    assert (found.edges, found.unknown) == ([], ["toy:gone", "doi:10.1/x"])
    assert (await edges_among(near, [])).edges == []


async def test_the_number_is_bounded(near: Connection) -> None:
    with pytest.raises(InvalidValue, match="give at most 1000"):
        await edges_among(near, ["toy:ann"] * (MOST + 1))


async def test_the_evidence_of_a_coauthorship_is_what_its_edge_counts(near: Connection) -> None:
    (edge,) = (await edges_among(near, ["toy:ann", "toy:ben"])).edges
    found = await evidence(near, "toy:ben", "toy:ann", limit=2)
    assert [(each.id, each.year) for each in found.papers] == [("toy:j1", 2020), ("toy:j2", 2020)]
    assert (found.total, found.first_year, found.last_year) == (edge.papers, edge.first_year, edge.last_year)
    assert (found.source.id, found.target.id) == ("toy:ben", "toy:ann")


@pytest.mark.parametrize(
    ("one", "other", "papers"),
    [
        ("toy:ann", "toy:lab", ["toy:j1"]),
        ("toy:old", "toy:ann", ["toy:n1"]),
        ("toy:ann", "toy:words", ["toy:j1", "toy:u1"]),
        ("toy:ann", "toy:hal", []),
    ],
)
async def test_the_evidence_of_other_edges(near: Connection, one: str, other: str, papers: list[str]) -> None:
    found = await evidence(near, one, other)
    assert ([each.id for each in found.papers], found.total) == (papers, len(papers))
    assert found.source.id == "toy:ann"


@pytest.mark.parametrize("pair", [("toy:ann", "toy:ann"), ("toy:ann", "toy:j1"), ("toy:lab", "toy:words")])
async def test_edges_that_rest_on_no_works(near: Connection, pair: tuple[str, str]) -> None:
    with pytest.raises(InvalidValue, match="two different people, or a person and"):
        await evidence(near, *pair)
