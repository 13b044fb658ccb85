"""Who is active on a topic, what rises there and what is near; an institution of many people."""

import pytest

from graph import things
from graph.connection import Connection
from graph.errors import InvalidValue


async def test_topic_by_recency_weighted_work_with_rising_works_and_neighbours(near: Connection) -> None:
    graphs = await things.topic(near, "toy:graphs")
    assert [(each.person.id, each.papers, round(each.weight, 3)) for each in graphs.people] == [
        ("toy:ben", 4, 3.5),
        ("toy:ann", 3, 2.5),
        ("toy:fay", 2, 1.707),
        ("toy:cal", 1, 1.0),
        ("toy:gil", 1, 0.707),
        ("toy:hal", 1, 0.006),
    ]
    assert graphs.activity.parameters == {"h": 2.0, "Y": 2020.0}
    assert [(each.id, each.citations_graph) for each in graphs.rising] == [("toy:j3", 1)]
    assert [(each.topic.id, each.joint, round(each.share, 4)) for each in graphs.neighbours] == [
        ("toy:words", 2, round(2 / 7, 4))
    ]
    assert graphs.neighbours_read == 6


@pytest.mark.parametrize("many", [1, 1000])
async def test_rising_works_by_either_way(near: Connection, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "MANY_WORKS", many)
    monkeypatch.setattr(things, "RISING_YEARS", 100)
    rising = (await things.topic(near, "toy:graphs")).rising
    assert [(each.id, each.citations_graph) for each in rising] == [("toy:j3", 1), ("toy:old1", 3)]  # 1 / 3, 3 / 16


@pytest.mark.parametrize("candidates", [1, 33])
async def test_the_most_active_are_found_among_few_candidates(
    near: Connection, candidates: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(things, "CANDIDATES", candidates)
    topic = await things.topic(near, "toy:graphs", limit=3)
    assert [each.person.id for each in topic.people] == ["toy:ben", "toy:ann", "toy:fay"]
    assert topic.people_total == 6
    assert [len(part) for part in (topic.works, topic.neighbours)] == [3, 1]
    assert topic.neighbours_total == 1


async def test_lists_of_no_length_are_refused(near: Connection) -> None:
    for asked in (things.topic(near, "toy:graphs", limit=0), things.institution(near, "toy:lab", limit=501)):
        with pytest.raises(InvalidValue, match="from 1 to 500"):
            await asked


async def test_with_too_many_people_the_stored_number_stands(near: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "PEOPLE_READ", 1)
    lab = await things.institution(near, "toy:lab")
    assert (lab.papers, lab.people_total, lab.works_read) == (1, 2, 1)
    assert (await things.institution(near, "toy:uni", parts="with")).papers is None
    monkeypatch.undo()
    monkeypatch.setattr(things, "WORKS_READ", 1)
    assert (await things.institution(near, "toy:uni", parts="with")).papers is None
