"""Profiles: every count with its source; what was never imported is null with a reason."""

import pytest

from graph import people
from graph.connection import Connection
from graph.errors import NotFound
from tests.world import ORCID


@pytest.mark.parametrize("id", ["toy:ann", ORCID, "https://orcid.org/0000-0002-1825-0097"])
async def test_any_identifier_finds_the_person(world: Connection, id: str) -> None:
    assert (await people.profile(world, id)).id == "toy:ann"


async def test_facts_of_a_person(world: Connection) -> None:
    ann = await people.profile(world, "toy:ann")
    assert ann.name == "Ann García"
    assert set(ann.names) == {"A. García", "何安", "Ann Garcia", "ann"}  # of the source, and as printed
    assert [(each.scheme, each.value, each.url) for each in ann.identifiers] == [
        ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("toy", "ann", None),
    ]
    assert ann.affiliation is not None
    assert (ann.affiliation.id, ann.affiliation.first_year, ann.affiliation.last_year) == ("toy:lab", 2018, 2020)
    assert (ann.counts.first_year.value, ann.counts.last_year.value) == (2018, 2020)
    assert [each.id for each in ann.top_coauthors] == ["toy:ben"]
    assert [(each.id, each.papers, each.last_year) for each in ann.topics] == [
        ("toy:graphs", 2, 2020),
        ("toy:other", 1, 2018),
    ]
    assert [(each.source, each.id) for each in ann.provenance] == [("toy", "toy:ann")]
    assert ann.provenance[0].fetched_at is not None


async def test_years_have_no_gaps_and_count_citations_in_the_year_of_the_citing_work(world: Connection) -> None:
    ann = await people.profile(world, "toy:ann")
    assert [(each.year, each.works, each.citations) for each in ann.years] == [
        (2018, 1, 0),
        (2019, 0, 0),
        (2020, 1, 1),
        (2021, 0, 1),
    ]


async def test_counts_say_their_sources(world: Connection) -> None:
    counts = (await people.profile(world, "toy:ann")).counts
    values = {name: getattr(counts, name).value for name in type(counts).model_fields if name != "topics"}
    assert values == {
        "works": 3,
        "institutions": 1,
        "coauthors": 1,
        "close_collaborators": 1,
        "citations_source": 7,
        "citations_graph": 2,
        "first_year": 2018,
        "last_year": 2020,
    }
    assert {scheme: count.value for scheme, count in counts.topics.items()} == {"toy": 1, "second": 1}
    for count in (counts.works, counts.institutions, counts.citations_source, counts.citations_graph):
        assert (count.sources, count.reason) == (["toy"], None)
        assert count.as_of is not None


async def test_what_was_never_imported_is_null_with_a_reason(world: Connection) -> None:
    zoe = (await people.profile(world, "bare:zoe")).counts
    assert (zoe.works.value, zoe.coauthors.value, zoe.close_collaborators.value) == (1, 0, 0)
    assert (zoe.institutions.value, zoe.institutions.reason) == (None, people.NO_AFFILIATIONS)
    assert (zoe.citations_source.value, zoe.citations_source.reason) == (None, people.NO_SOURCE_CITATIONS)
    assert zoe.topics == {}
    hal = (await people.profile(world, "toy:hal")).counts
    assert (hal.works.value, hal.works.reason) == (None, people.NO_WORKS)
    assert (hal.first_year.value, hal.last_year.reason) == (None, people.NO_WORKS)
    assert (hal.coauthors.value, hal.citations_graph.value) == (None, None)


async def test_an_imported_zero_stays_a_zero(world: Connection) -> None:
    fay = (await people.profile(world, "toy:fay")).counts
    assert (fay.coauthors.value, fay.coauthors.reason) == (0, None)
    assert (fay.citations_graph.value, fay.citations_graph.reason) == (0, None)


async def test_nobody_is_not_found_with_a_sentence(world: Connection) -> None:
    with pytest.raises(NotFound, match=r"^No person has the identifier 'toy:nobody'; look it up by name"):
        await people.profile(world, "toy:nobody")
    with pytest.raises(NotFound, match=r"identifier of a paper, not of a person"):
        await people.profile(world, "toy:p1")
    with pytest.raises(NotFound, match=r"has not been loaded itself"):
        await people.profile(world, "toy:never")


async def test_featured_people_are_the_best_known(world: Connection) -> None:
    found = await people.featured(world, 3)
    assert [(each.id, each.works, each.coauthors) for each in found.items] == [
        ("toy:ben", 4, 3),
        ("toy:dee", 3, 3),
        ("toy:ann", 3, 1),
    ]
