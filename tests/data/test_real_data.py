"""The real data packages, whole: loaded one after another into one graph, and held against the reference."""

import random
from typing import Any

import pytest

from bench.walk import Ties, walk
from graph.collaborators import close_collaborators, collaborators
from graph.people import profile
from graph.potential import potential_collaborators
from graph.ranking import Paper
from graph.slice import person_slice
from graph.works import person_works
from loaders.pipeline import Options, load
from tests.data.conftest import NAMES, Real
from tests.data.reference import HALF_LIVES, Reference

RANDOM, HUBS = 200, 50
WHOLE = 120.0
"""Seconds for a question about the whole graph."""


def chosen(reference: Reference) -> list[str]:
    """Return 200 people by chance and the 50 with the most co-authors."""
    people = sorted(reference.works)
    hubs = sorted(people, key=lambda person: (-len(reference.neighbours[person]), person))[:HUBS]
    return [*random.Random(7).sample(people, RANDOM), *hubs]


async def numbers(real: Real, text: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in await real.connection.read(text, timeout=WHOLE)]


def test_tallies_add_up(real: Real) -> None:
    assert list(real.outcomes) == list(NAMES)
    assert all(outcome.tally.adds_up for outcome in real.outcomes.values())
    counted = {name: (each.tally.read, each.tally.rejected) for name, each in real.outcomes.items()}
    assert counted == {  # docs/sources.md explains where these differ from other counts of the same data
        "ror": (51_370, 0),
        "acl": (69_039 + 81_347, 0),
        "topics": (4_516, 0),
        "works 2022": (410, 0),
        "works 2023": (7_233, 0),
        "recordings": (247, 57),
        "arxiv": (184 + 113_862, 0),
    }


async def test_the_anthology_is_all_there(real: Real) -> None:
    ((papers, without_author, abstracts, dois, retracted),) = await numbers(
        real,
        """
        MATCH (:Identifier {source: 'acl'})-[:IDENTIFIES]->(p:Paper)
        RETURN count(*), count(CASE WHEN p.byline IS NULL THEN 1 END),
          count(CASE WHEN p.abstract_source = 'acl' THEN 1 END),
          sum(COUNT { (p)<-[f:IDENTIFIES]-(i:Identifier) WHERE i.id STARTS WITH 'doi:' AND 'acl' IN f.sources }),
          count(CASE WHEN p.retracted THEN 1 END)
        """,
    )
    assert (papers, without_author, abstracts, retracted) == (81_347, 717, 38_940, 10)
    assert dois == 32_459  # 32,461 are read; two of them stand on two papers, and stay with the first
    ((people,),) = await numbers(
        real, "MATCH (:Identifier {source: 'acl'})-[:IDENTIFIES]->(p:Person) RETURN count(DISTINCT p)"
    )
    assert people == 69_039
    ((authorships, affiliated, matched),) = await numbers(
        real,
        "MATCH ()-[a:AUTHORED {source: 'acl'}]->() RETURN count(*), count(a.raw_affiliation), count(a.institutions)",
    )
    assert (authorships, affiliated, matched) == (261_872 - 30, 9_546, 4_833)
    ((pairs,),) = await numbers(
        real,
        "MATCH (p:Person)-[:COAUTHORED]->(q) WHERE p.id STARTS WITH 'acl:' AND q.id STARTS WITH 'acl:' RETURN count(*)",
    )
    assert pairs == 322_216


async def test_the_other_packages_are_all_there(real: Real) -> None:
    rows = await numbers(
        real,
        """
        MATCH (i:Identifier)-[:IDENTIFIES]->(n) WHERE i.source IS NOT NULL AND NOT coalesce(i.embedded, false)
        RETURN i.source, [each IN labels(n) WHERE each <> 'Stale'][0], count(*)
        """,
    )
    counts = {(source, label): number for source, label, number in rows}
    assert counts["ror", "Institution"] == 51_370
    assert counts["arxiv", "Paper"] == 111_565
    assert counts["openalex", "Topic"] == 4_516
    assert dict(await numbers(real, "MATCH (n:Institution) WHERE n.source = 'ror' RETURN n.status, count(*)")) == {
        "active": 48_746,
        "inactive": 1_250,
        "withdrawn": 1_374,
    }


async def test_every_tie_of_the_graph_is_that_of_the_reference(real: Real) -> None:
    reference, latest = real.reference, real.reference.latest_year
    rows = await numbers(real, "MATCH (p)-[e:COAUTHORED]->(q) RETURN p.id, q.id, e.papers, e.w1, e.w4")
    assert {(one, other): papers for one, other, papers, *_ in rows} == {
        pair: len(tie.papers) for pair, tie in reference.ties.items()
    }
    factors = [2.0 ** ((latest - 2000) / half_life) for half_life in HALF_LIVES]
    wrong = [
        (one, other)
        for one, other, _, *stored in rows
        for weight, factor, half_life in zip(stored, factors, HALF_LIVES, strict=True)
        if abs(weight - reference.ties[one, other].weights[half_life] * factor) > 1e-9 * weight
    ]
    assert not wrong
    people = await numbers(real, "MATCH (p:Person) RETURN p.id, p.works, p.coauthors")
    assert {id: (works, coauthors) for id, works, coauthors in people if works} == {
        person: (len(works), len(reference.neighbours[person])) for person, works in reference.works.items()
    }


async def test_collaborators_are_those_of_the_reference(real: Real) -> None:
    for person in chosen(real.reference):
        answer = await collaborators(real.connection, person, limit=1000)
        expected = {other: real.reference.tie(person, other) for other in real.reference.neighbours[person]}
        assert {item.person.id: {paper.id for paper in item.joint_papers} for item in answer.items} == {
            other: tie.papers for other, tie in expected.items()
        }
        assert {item.person.id: item.score for item in answer.items} == pytest.approx(
            {other: tie.weights[1.0] for other, tie in expected.items()}, rel=1e-9
        )
        assert [item.score for item in answer.items] == sorted((item.score for item in answer.items), reverse=True)
        strongest = max((tie.weights[1.0] for tie in expected.values()), default=0.0)
        close = {other for other, tie in expected.items() if 0 < tie.weights[1.0] >= 0.3 * strongest * (1 - 1e-9)}
        assert {item.person.id for item in answer.items if item.close} == close
        assert await close_collaborators(real.connection, person) == len(close)


async def test_slice_totals_are_those_of_the_reference(real: Real) -> None:
    for person in chosen(real.reference):
        answer = await person_slice(real.connection, person)
        assert answer.total == real.reference.slice_totals(person)
        assert len(answer.nodes) == sum(answer.shown.values()) <= 60
        known = real.reference.neighbours[person] | real.reference.works[person] | {person}
        assert {node.id for node in answer.nodes if node.kind in ("Person", "Paper")} <= known


async def test_profiles_and_works_are_those_of_the_reference(real: Real) -> None:
    for person in chosen(real.reference):
        counts = (await profile(real.connection, person)).counts
        assert counts.works.value == len(real.reference.works[person])
        assert counts.coauthors.value == len(real.reference.neighbours[person])
        assert (counts.institutions.value or 0) == len(real.reference.places[person])
        page = await person_works(real.connection, person, limit=100)
        assert page.total == len(real.reference.works[person])
        assert {work.id for work in page.items} <= real.reference.works[person]


async def test_new_people_are_those_of_the_plain_walk(real: Real) -> None:
    """The implementation that `make bench` ranks with gives the answers of the program."""
    ties = Ties(real.reference.weighted_papers(Paper), real.reference.latest_year)
    for person in chosen(real.reference)[::5]:
        expected = walk(ties, person)
        answer = await potential_collaborators(real.connection, person, limit=50)
        scores = {item.person.id: item.score for item in answer.items}
        assert scores == pytest.approx({each: expected[each] for each in scores}, rel=1e-6)
        best = sorted(expected.values(), reverse=True)[:50]
        assert [item.score for item in answer.items] == pytest.approx(best, rel=1e-6)


async def test_a_second_load_of_the_anthology_writes_nothing(real: Real) -> None:
    nodes = "MATCH (n) WHERE NOT n:LoadRun RETURN count(n)"
    edges = "MATCH ()-[e]->() RETURN count(e)"
    stamps = "MATCH (i:Identifier) RETURN count(i.run), count(DISTINCT i.run), max(i.fetched_at)"
    before = [await numbers(real, text) for text in (nodes, edges, stamps)]
    again = await load(real.connection, real.anthology(), Options())
    assert (again.tally.written, again.tally.records, again.tally.rejected) == (0, 0, 0)
    assert again.tally.read == again.tally.unchanged == 150_386
    assert again.version == real.outcomes["arxiv"].version
    assert [await numbers(real, text) for text in (nodes, edges, stamps)] == before
