"""Pages of papers, topics and institutions; the data set."""

import pytest

from graph import dataset, things
from graph.connection import Connection


@pytest.mark.parametrize("id", ["doi:10.1000/A/B", "https://doi.org/10.1000/a/b", "arXiv:1910.02054v3", "toy:p1"])
async def test_paper(world: Connection, id: str) -> None:
    found = await things.paper(world, id)
    assert found.work.id == "toy:p1"
    assert [each.id for each in found.affiliations] == ["toy:lab"]
    assert [(each.topic.id, each.score, each.primary) for each in found.topics] == [
        ("toy:other", 0.4, False),
        ("toy:graphs", 0.9, True),
    ]
    assert [each.id for each in found.references] == ["toy:p3"]
    assert [(each.id, each.inferred) for each in found.citing] == [("toy:p4", False), ("toy:p2", False)]
    assert (found.references_graph, found.citing_total) == (1, 2)
    assert (found.references_total.value, found.references_total.sources) == (2, ["toy"])
    assert found.references_total.as_of is not None
    assert (found.note, found.versions) == ("A doubt.", ["v1 2018-01-02"])


async def test_references_that_no_source_states_are_null(world: Connection) -> None:
    bare = await things.paper(world, "bare:b1")
    assert (bare.references_total.value, bare.references_total.reason) == (None, things.NO_REFERENCES)


@pytest.mark.parametrize("many", [1, 1000])
async def test_topic_by_either_way_to_its_works(world: Connection, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "MANY_WORKS", many)
    graphs = await things.topic(world, "toy:graphs")
    assert (graphs.papers, graphs.level, [each.id for each in graphs.parents]) == (3, "topic", ["toy:field"])
    assert [(each.person.id, each.papers, each.last_year) for each in graphs.people] == [
        ("toy:ben", 3, 2020),
        ("toy:ann", 2, 2020),
        ("toy:cal", 1, 2017),
    ]
    assert [each.id for each in graphs.works] == ["toy:p2", "toy:p1", "toy:p3"]
    assert [each.id for each in (await things.topic(world, "toy:field")).children] == ["toy:graphs"]


async def test_institution(world: Connection) -> None:
    lab = await things.institution(world, "https://ror.org/05gq02987")
    assert (lab.name, lab.country, lab.people_total, lab.papers) == ("Lab", "DE", 2, 2)
    assert [each.id for each in lab.parents] == ["toy:uni"]
    assert [(each.person.id, each.papers) for each in lab.people] == [("toy:ann", 2), ("toy:ben", 1)]
    assert [(each.id, each.papers) for each in lab.topics] == [("toy:graphs", 2), ("toy:other", 1)]
    assert [each.id for each in (await things.institution(world, "toy:uni")).children] == ["toy:lab"]


async def test_dataset(world: Connection) -> None:
    found = await dataset.dataset(world)
    assert found.version == await dataset.version(world)
    assert found.latest_year == 2022
    assert found.sources == ["bare", "toy"]
    assert {name: found.counts[name] for name in ("Person", "Paper", "Topic", "Institution", "CITES")} == {
        "Person": 8,
        "Paper": 9,
        "Topic": 3,
        "Institution": 2,
        "CITES": 4,
    }
    assert [(load.source, load.state) for load in found.loads] == [("bare", "done"), ("toy", "done")]
    facts = {each.fact: (each.have, each.of) for each in found.completeness}
    assert facts["papers with an abstract"] == (1, 9)
    assert facts["papers with a topic"] == (3, 9)
    assert facts["papers with a reference list"] == (3, 9)
    assert facts["people with an ORCID iD"] == (1, 8)
    assert facts["people with an institution"] == (2, 8)
