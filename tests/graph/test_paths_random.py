"""Paths against NetworkX on random graphs: the same lengths, and the strongest of all shortest paths."""

import random
from fractions import Fraction
from itertools import combinations, pairwise

import networkx as nx
import pytest

from graph.paths import HOPS, paths
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, toy

PEOPLE = 60


def ring_of_papers(seed: int) -> list[list[str]]:
    """Return bylines: a long ring, so that some people are far apart, with random papers of neighbours on it."""
    chance = random.Random(seed)
    bylines = [[f"a{at}", f"a{(at + 1) % PEOPLE}"] for at in range(PEOPLE)]
    for _ in range(90):
        at = chance.randrange(PEOPLE)
        bylines.append([f"a{(at + chance.randrange(6)) % PEOPLE}" for _ in range(chance.choice((2, 3, 4)))])
    return [sorted(set(byline)) for byline in bylines]


def expected(graph: "nx.Graph[str]", source: str, target: str, k: int) -> list[list[str]]:
    """Return the strongest shortest paths by looking at every one."""
    if nx.shortest_path_length(graph, source, target) > HOPS:
        return []
    every = nx.all_shortest_paths(graph, source, target)
    cost = {tuple(path): sum(Fraction(1, graph.edges[pair]["papers"]) for pair in pairwise(path)) for path in every}
    return [list(path) for path in sorted(cost, key=lambda path: (cost[path], path))[:k]]


@pytest.mark.parametrize("seed", [1, 2])
async def test_paths_are_those_of_networkx(store: Store, seed: int) -> None:
    bylines = ring_of_papers(seed)
    papers = [paper(f"p{at}", by=" ".join(byline)) for at, byline in enumerate(bylines)]
    await load(store.connection, toy(*(person(f"a{at}") for at in range(PEOPLE)), *papers))
    graph: nx.Graph[str] = nx.Graph()
    for byline in bylines:
        for pair in combinations(byline, 2):
            joint = graph.edges[pair]["papers"] + 1 if graph.has_edge(*pair) else 1
            graph.add_edge(*pair, papers=joint)
    chance = random.Random(seed)
    lengths = set()
    for _ in range(25):
        source, target = chance.sample([f"a{at}" for at in range(PEOPLE)], 2)
        found = await paths(store.connection, f"toy:{source}", f"toy:{target}", k=3)
        assert [[each.label for each in path.people] for path in found.items] == expected(graph, source, target, 3)
        lengths |= {path.length for path in found.items}
        for path in found.items:
            assert all(hop.total == graph.edges[hop.source.label, hop.target.label]["papers"] for hop in path.hops)
    assert len(lengths) >= 4  # near and far pairs were among them
