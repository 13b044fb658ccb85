"""Institutions with and without their parts, their partners, and their number of papers."""

from graph import things
from graph.models import Authorship, PaperRecord
from graph.store import Store
from loaders.pipeline import load
from tests.toy import institution, paper, person, toy


def at(key: str, year: int | None, **places: str) -> PaperRecord:
    """Return a paper whose authors are the keys of `places`, each at one place."""
    authors = tuple(
        Authorship(name=name, person=f"toy:{name}", position=slot, institutions=(f"toy:{place}",))
        for slot, (name, place) in enumerate(places.items(), start=1)
    )
    return paper(key, year).model_copy(update={"authors": authors})


async def test_institution_with_and_without_its_parts(store: Store) -> None:
    places = [institution("uni"), institution("lab", "uni"), institution("school", "uni"), institution("corp")]
    people = [person(each) for each in ("ann", "ben", "cal", "dee")]
    works = [
        at("s1", 2020, ann="lab", cal="corp"),
        at("s2", 2020, ann="lab", ben="uni"),
        at("s3", 2010, ben="uni"),
        at("s4", 2019, dee="school", cal="corp"),
    ]
    await load(store.connection, toy(*places, *people, *works))
    alone = await things.institution(store.connection, "toy:uni")
    assert [(each.person.id, each.papers, each.weight) for each in alone.people] == [("toy:ben", 2, 1 + 2**-5)]
    assert (alone.papers, alone.people_total, alone.parts, alone.parts_total, alone.partners) == (
        2,
        1,
        "without",
        2,
        [],
    )
    whole = await things.institution(store.connection, "toy:uni", parts="with")
    assert [(each.person.id, round(each.weight, 3)) for each in whole.people] == [
        ("toy:ann", 2.0),
        ("toy:ben", 1.031),
        ("toy:dee", 0.707),
    ]
    assert (whole.papers, whole.people_total) == (4, 3)
    assert [(each.institution.id, each.papers, each.last_year) for each in whole.partners] == [("toy:corp", 2, 2020)]
    lab = await things.institution(store.connection, "toy:lab")
    assert [each.institution.id for each in lab.partners] == ["toy:corp"]  # not the whole that it is part of


async def test_the_papers_of_institutions_are_counted_when_they_change(store: Store) -> None:
    async def counts() -> dict[str, int]:
        rows = await store.connection.read("MATCH (i:Institution) RETURN i.id AS id, i.papers AS papers")
        return {row["id"]: row["papers"] for row in rows}

    basis = [institution("lab"), institution("corp"), institution("none"), person("ann"), person("ben")]
    both = at("s1", 2020, ann="lab", ben="lab")
    await load(store.connection, toy(*basis, both, at("s2", 2019, ann="lab", ben="corp")))
    assert await counts() == {"toy:lab": 2, "toy:corp": 1, "toy:none": 0}
    await load(store.connection, toy(at("s2", 2019, ann="corp", ben="corp"), key="later"))
    assert await counts() == {"toy:lab": 1, "toy:corp": 1, "toy:none": 0}
