"""Works in lists: bylines in order, filters, total orders, cursors."""

import pytest

from graph.connection import Connection
from graph.errors import InvalidValue, NotFound
from graph.store import Store
from graph.works import Sort, byline, person_works, works_by_id
from loaders.pipeline import load
from tests.toy import paper, person, toy


async def test_a_work_with_all_its_facts(world: Connection) -> None:
    works = await works_by_id(world, ["toy:p3", "toy:p1", "toy:none"])
    assert list(works) == ["toy:p3", "toy:p1"]
    work = works["toy:p1"]
    assert [(each.name, each.id) for each in work.byline] == [
        ("Ann Garcia", "toy:ann"),
        ("Gus", None),
        ("Ben", "toy:ben"),
    ]
    assert [each.label for each in work.topics] == ["Graph Theory", "Other Scheme"]
    assert {each.url for each in work.identifiers} >= {
        "https://doi.org/10.1000/a/b",
        "https://arxiv.org/abs/1910.02054",
    }
    assert (work.citations_source, work.citations_graph, work.author_count) == (7, 2, 3)
    assert (work.abstract, work.abstract_source, work.source) == ("Words.", "toy", "toy")
    assert (works["toy:p3"].abstract, works["toy:p3"].citations_source, work.open_access) == (None, 1, None)


def test_a_byline_keeps_the_printed_names_and_falls_back_to_the_people() -> None:
    people = [{"position": 2, "name": "B", "id": "b"}, {"position": 1, "name": "A", "id": "a"}]
    assert [(each.name, each.id) for each in byline(["X", "Y", "Z"], people)] == [("X", "a"), ("Y", "b"), ("Z", None)]
    assert [(each.name, each.id) for each in byline([], people)] == [("A", "a"), ("B", "b")]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["toy:p8", "toy:p2", "toy:p1", "toy:p3"]),
        ("oldest", ["toy:p3", "toy:p1", "toy:p2", "toy:p8"]),
        ("cited", ["toy:p1", "toy:p3", "toy:p8", "toy:p2"]),
        ("title", ["toy:p3", "toy:p2", "toy:p1", "toy:p8"]),
    ],
)
async def test_orders_and_pages(world: Connection, sort: Sort, order: list[str]) -> None:
    whole = await person_works(world, "toy:ben", sort=sort)
    assert [each.id for each in whole.items] == order
    assert (whole.next, whole.shown, whole.total, whole.total_unfiltered) == (None, 4, 4, 4)
    first = await person_works(world, "toy:ben", sort=sort, limit=3)
    assert (first.next, first.shown, first.total) == (order[2], 3, 4)
    second = await person_works(world, "toy:ben", sort=sort, limit=3, after=first.next)
    assert ([each.id for each in second.items], second.next) == (order[3:], None)


async def test_a_work_without_a_year_comes_last_and_no_year_range_holds_it(world: Connection) -> None:
    assert [each.id for each in (await person_works(world, "toy:ann")).items][-1] == "toy:p6"
    assert [each.id for each in (await person_works(world, "toy:ann", sort="oldest")).items][-1] == "toy:p6"
    assert (await person_works(world, "toy:ann", year_from=1000, year_to=2200)).total == 2


async def test_filters(world: Connection) -> None:
    assert (await person_works(world, "toy:ben", year_from=2018, year_to=2020)).total == 2
    assert (await person_works(world, "toy:ann", type="preprint")).total == 2
    assert (await person_works(world, "toy:ben", topic="toy:graphs")).total == 3
    assert [each.id for each in (await person_works(world, "toy:ann", text="Etudes undated")).items] == ["toy:p6"]
    assert (await person_works(world, "toy:ann", text="journal of toys")).total == 1
    everything = await person_works(world, "toy:ann", type="no such type")
    assert (everything.total, everything.total_unfiltered, everything.items) == (0, 3, [])
    assert (everything.years, everything.types) == ([2020, 2018], ["article", "preprint"])


async def test_wrong_values_get_a_sentence(world: Connection) -> None:
    with pytest.raises(InvalidValue, match=r"begin again without it"):
        await person_works(world, "toy:ann", after="toy:p8")
    with pytest.raises(NotFound, match=r"No topic has the identifier"):
        await person_works(world, "toy:ann", topic="toy:nothing")


async def test_within_a_year_works_stand_by_date(store: Store) -> None:
    dates = {"b": "2020-02", "c": None, "a": "2020", "d": "2020-10-04"}
    await load(store.connection, toy(person("ann"), *(paper(key, by="ann", date=date) for key, date in dates.items())))
    newest = await person_works(store.connection, "toy:ann")
    assert [each.id for each in newest.items] == ["toy:d", "toy:b", "toy:a", "toy:c"]
    oldest = await person_works(store.connection, "toy:ann", sort="oldest")
    assert [each.id for each in oldest.items][-2:] == ["toy:b", "toy:d"]
