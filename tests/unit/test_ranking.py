"""Rankings on toy graphs whose answers are worked out by hand, against NetworkX, and on random graphs."""

import random
from collections.abc import Callable
from math import isclose, sqrt

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ranking
from graph.ranking import Graph, Paper

# a1 wrote four papers with others and one alone; a byline of 10 declares more authors than are known.
PAPERS = [
    Paper("p1", 2020, 2, ("a1", "a2")),
    Paper("p2", 2019, 5, ("a1", "a2", "a3")),
    Paper("p3", 2010, 10, ("a1", "a4")),
    Paper("p4", None, 3, ("a1", "a3", "a4")),
    Paper("p5", 2020, 1, ("a1",)),
    Paper("p6", 2020, 2, ("a2", "a3")),
]


@pytest.fixture
def graph() -> Graph:
    return ranking.person_paper_graph(PAPERS)


def test_recency_halves_each_year_and_divides_by_the_root_of_the_team(graph: Graph) -> None:
    assert ranking.recency(graph, "a1", 2020) == {"a2": 1 + 0.5 / 2, "a3": 0.25, "a4": 2**-10 / 3}


def test_recency_with_other_parameters(graph: Graph) -> None:
    found = ranking.recency(graph, "a1", 2021, half_life=2, team=1)
    assert found["a2"] == pytest.approx(2**-0.5 + 0.5 / 4)
    assert found["a4"] == pytest.approx(2**-5.5 / 9)


def test_newman_divides_by_the_declared_team_and_needs_no_year(graph: Graph) -> None:
    assert ranking.newman(graph, "a1") == {"a2": 1 + 1 / 4, "a3": 1 / 4 + 1 / 2, "a4": pytest.approx(1 / 9 + 1 / 2)}


def test_the_plain_count_counts_papers_without_a_year(graph: Graph) -> None:
    assert ranking.joint_count(graph, "a1") == {"a2": 2, "a3": 2, "a4": 2}


def test_association_is_joint_papers_over_those_expected(graph: Graph) -> None:
    works = {"a1": 5, "a2": 10, "a3": 4, "a4": 2}
    assert ranking.association(graph, "a1", works, 1000) == {"a2": 40, "a3": 100, "a4": 200}


def test_a_paper_without_a_declared_number_counts_only_where_none_is_needed() -> None:
    graph = ranking.person_paper_graph([Paper("p1", 2020, None, ("a1", "a2"))])
    assert ranking.recency(graph, "a1", 2020) == ranking.newman(graph, "a1") == {"a2": 0.0}
    assert ranking.joint_count(graph, "a1") == {"a2": 1.0}


@pytest.mark.parametrize("measure", [ranking.newman, ranking.joint_count, lambda g, p: ranking.recency(g, p, 2020)])
def test_nobody_is_tied_to_a_stranger_or_by_a_paper_alone(measure: Callable[[Graph, str], dict[str, float]]) -> None:
    graph = ranking.person_paper_graph([Paper("p1", 2020, 1, ("a1",))])
    assert measure(graph, "a1") == measure(graph, "nobody") == {}


def test_close_is_relative_to_the_strongest_and_survives_rounding() -> None:
    assert ranking.close({"a2": 10.0, "a3": 3.0, "a4": 2.999, "a5": 0.0}) == {"a2", "a3"}
    assert ranking.close({"a2": 1.0, "a3": 0.1 + 0.2 - 1e-16}) == {"a2", "a3"}
    assert ranking.close({}) == ranking.close({"a2": 0.0}) == frozenset()


def test_rank_gives_papers_newest_first_and_years(graph: Graph) -> None:
    scores = ranking.newman(graph, "a1")
    ties = ranking.rank(graph, "a1", scores, frozenset({"a2"}), {})
    assert [(tie.person, tie.close) for tie in ties] == [("a2", True), ("a3", False), ("a4", False)]
    assert ties[0].papers == ("p1", "p2")
    assert (ties[0].first_year, ties[0].last_year) == (2019, 2020)
    assert ties[2].papers == ("p3", "p4")  # the one without a year last
    assert (ties[2].first_year, ties[2].last_year) == (2010, 2010)


def test_ties_fall_by_joint_papers_then_last_year_then_name_then_id() -> None:
    papers = [
        Paper("p1", 2020, 2, ("a1", "b")),
        Paper("p2", 2020, 3, ("a1", "c")),
        Paper("p3", 2020, 3, ("a1", "c")),
        Paper("p4", 2019, 2, ("a1", "d")),
        Paper("p5", 2020, 2, ("a1", "e")),
        Paper("p6", 2020, 2, ("a1", "f")),
        Paper("p7", None, 2, ("a1", "g")),
    ]
    graph = ranking.person_paper_graph(papers)
    names = {"b": "Zoe", "c": "Yan", "d": "Ann", "e": "Ann", "f": "Ann", "g": "Ann"}
    ties = ranking.rank(graph, "a1", ranking.newman(graph, "a1"), frozenset(), names)
    assert [tie.person for tie in ties] == ["c", "e", "f", "b", "d", "g"]


def bylines() -> st.SearchStrategy[list[Paper]]:
    people = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5, unique=True).map(tuple)
    year = st.one_of(st.none(), st.integers(1950, 2024))
    paper = st.tuples(year, people, st.integers(0, 3))
    return st.lists(paper, max_size=12).map(
        lambda found: [Paper(f"p{at}", y, len(who) + more, who) for at, (y, who, more) in enumerate(found)]
    )


@given(bylines().filter(bool))
def test_the_weights_are_those_of_networkx(papers: list[Paper]) -> None:
    whole = [Paper(each.id, each.year, len(each.people), each.people) for each in papers]
    graph = ranking.person_paper_graph(whole)
    people = {node for node, side in graph.nodes(data="bipartite") if side == 0}
    newman = nx.bipartite.collaboration_weighted_projected_graph(graph, people)
    counts = nx.bipartite.weighted_projected_graph(graph, people)

    def decayed(g: Graph, u: str, v: str) -> float:
        joint = [g.nodes[p] for p in set(g[u]) & set(g[v])]
        return sum(2.0 ** (p["year"] - 2024) / sqrt(p["authors"] - 1) for p in joint if p["year"] is not None)

    recency = nx.bipartite.generic_weighted_projected_graph(graph, people, decayed)
    for person in people:
        for ours, theirs in (
            (ranking.newman(graph, person), newman),
            (ranking.joint_count(graph, person), counts),
            (ranking.recency(graph, person, 2024), recency),
        ):
            assert ours.keys() == set(theirs[person])
            assert all(isclose(ours[other], theirs[person][other]["weight"], rel_tol=1e-9) for other in ours)


@given(bylines(), st.randoms(use_true_random=False))
def test_the_order_in_which_papers_and_people_come_changes_nothing(papers: list[Paper], rng: random.Random) -> None:
    mixed = [
        Paper(each.id, each.year, each.authors, tuple(rng.sample(each.people, len(each.people)))) for each in papers
    ]
    rng.shuffle(mixed)
    one, other = ranking.person_paper_graph(papers), ranking.person_paper_graph(mixed)
    assert _ranked(one) == _ranked(other)


def _ranked(graph: Graph) -> list[ranking.Tie]:
    weights = ranking.recency(graph, "a", 2024)
    return ranking.rank(graph, "a", weights, ranking.close(weights), {})


@given(bylines(), st.integers(1950, 2024), st.integers(2, 6))
def test_one_more_joint_paper_never_weakens_a_tie(papers: list[Paper], year: int, authors: int) -> None:
    more = [*papers, Paper("new", year, authors, ("a", "b"))]
    before, after = ranking.person_paper_graph(papers), ranking.person_paper_graph(more)
    for measure in (ranking.newman, ranking.joint_count):
        assert measure(after, "a")["b"] > measure(before, "a").get("b", 0.0)
    old, new = ranking.recency(before, "a", 2024), ranking.recency(after, "a", 2024)
    assert new["b"] >= old.get("b", 0.0)
    assert all(new[other] == weight for other, weight in old.items() if other != "b")


@given(bylines(), st.integers(0, 30))
def test_who_is_close_does_not_depend_on_the_year_counted_from(papers: list[Paper], later: int) -> None:
    graph = ranking.person_paper_graph(papers)
    now = ranking.close(ranking.recency(graph, "a", 2024))
    assert now == ranking.close(ranking.recency(graph, "a", 2024 + later))
    weights = ranking.recency(graph, "a", 2024)
    assert bool(now) == any(weights.values())


@given(bylines())
def test_a_tie_is_mutual(papers: list[Paper]) -> None:
    graph = ranking.person_paper_graph(papers)
    assert ranking.recency(graph, "a", 2024).get("b") == ranking.recency(graph, "b", 2024).get("a")
