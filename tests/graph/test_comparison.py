"""Two people side by side, in the toy neighbourhood."""

import pytest

from graph.comparison import compare, split
from graph.connection import Connection
from graph.errors import InvalidValue, NotFound


async def test_two_who_wrote_together(near: Connection) -> None:
    found = await compare(near, "toy:ann", "toy:ben")
    assert (found.a.id, found.b.id, found.distance) == ("toy:ann", "toy:ben", 1)
    assert (found.first_year, found.last_year) == (2018, 2020)
    assert [each.id for each in found.works.shared] == ["toy:j1", "toy:j2", "toy:j3"]  # j3 is cited once, but old
    assert [each.id for each in found.works.only_a] == ["toy:alone", "toy:n1", "toy:u1"]
    assert [each.id for each in found.works.only_b] == ["toy:b1"]
    assert [each.label for each in found.coauthors.shared] == ["cal"]
    assert [each.label for each in found.coauthors.only_a] == ["dee", "eve"]  # eve on a paper without a year
    assert [each.label for each in found.coauthors.only_b] == ["fay"]
    assert [(each.id, each.works_a, each.works_b) for each in found.topics.shared] == [
        ("toy:graphs", 3, 4),
        ("toy:words", 2, 1),
    ]
    assert [(each.id, each.works_a, each.works_b) for each in found.institutions.shared] == [("toy:lab", 1, 1)]
    assert [(each.id, each.works_b, each.last_year) for each in found.institutions.only_a] == [("toy:old", 0, 2015)]


async def test_it_is_the_same_the_other_way_round(near: Connection) -> None:
    there, back = await compare(near, "toy:ann", "toy:ben"), await compare(near, "toy:ben", "toy:ann")
    for part in ("works", "coauthors", "topics", "institutions"):
        one, other = getattr(there, part), getattr(back, part)
        assert [each.id for each in one.shared] == [each.id for each in other.shared]
        assert (one.only_a, one.totals.only_a) != ([], 0) or part == "topics"
        assert [each.id for each in one.only_a] == [each.id for each in other.only_b]


async def test_two_whom_a_coauthor_joins_and_two_whom_nothing_does(near: Connection) -> None:
    found = await compare(near, "toy:ann", "toy:fay")
    assert (found.distance, found.works.shared, found.first_year) == (2, [], None)
    assert [each.label for each in found.coauthors.shared] == ["ben"]
    far = await compare(near, "toy:ann", "toy:hal")
    assert (far.distance, far.coauthors.totals.shared, far.coauthors.totals.only_b) == (None, 0, 0)


async def test_lists_are_bounded_and_totals_are_whole(near: Connection) -> None:
    found = await compare(near, "toy:ann", "toy:ben", limit=1)
    assert [len(found.works.shared), len(found.works.only_a), len(found.coauthors.only_a)] == [1, 1, 1]
    assert (found.works.totals.shared, found.works.totals.only_a, found.works.totals.only_b) == (3, 3, 1)


async def test_bad_input(near: Connection) -> None:
    with pytest.raises(InvalidValue, match="one and the same person"):
        await compare(near, "toy:ann", "toy:ann")
    with pytest.raises(NotFound, match="identifier of a paper"):
        await compare(near, "toy:ann", "toy:j1")
    with pytest.raises(InvalidValue, match="from 1 to 50"):
        await compare(near, "toy:ann", "toy:ben", limit=501)


def test_what_both_have_is_as_strong_as_for_whom_it_is_weaker() -> None:
    def row(id: str, weight: float) -> dict[str, object]:
        return {"id": id, "label": id, "weight": weight, "works": int(weight), "year": None}

    shared, mine, theirs = split([row("x", 9), row("y", 4), row("z", 2)], [row("x", 1), row("y", 3), row("w", 5)])
    assert [(each["id"], each["works_a"], each["works_b"]) for each in shared] == [("y", 4, 3), ("x", 9, 1)]
    assert ([each["id"] for each in mine], [each["id"] for each in theirs]) == (["z"], ["w"])
