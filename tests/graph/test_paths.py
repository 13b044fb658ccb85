"""Paths of co-authorship on the small graph: ann = ben - cal - dee - eve, and the shortcut ben - dee."""

import pytest

from graph import paths as module
from graph.connection import Connection
from graph.errors import InvalidValue
from graph.paths import paths


async def chains(world: Connection, source: str, target: str, **more: object) -> list[list[str]]:
    found = await paths(world, f"toy:{source}", f"toy:{target}", **more)  # type: ignore[arg-type]
    return [[each.id.removeprefix("toy:") for each in path.people] for path in found.items]


async def test_shortest_with_the_papers_of_each_hop(world: Connection) -> None:
    found = await paths(world, "orcid:0000-0002-1825-0097", "toy:eve")
    (path,) = found.items
    assert [each.label for each in path.people] == ["Ann García", "ben", "dee", "eve"]
    assert (path.length, found.reason) == (3, None)
    assert [[paper.id for paper in hop.papers] for hop in path.hops] == [["toy:p2", "toy:p1"], ["toy:p8"], ["toy:p5"]]
    hop = path.hops[0]
    assert (hop.source.id, hop.target.id, hop.total) == ("toy:ann", "toy:ben", 2)


async def test_both_directions_agree(world: Connection) -> None:
    assert await chains(world, "eve", "ann") == [["eve", "dee", "ben", "ann"]]


async def test_exclude_and_via(world: Connection) -> None:
    assert await chains(world, "ben", "eve", via=["toy:cal"]) == [["ben", "cal", "dee", "eve"]]
    assert await chains(world, "cal", "eve", exclude=["toy:ben"]) == [["cal", "dee", "eve"]]
    assert await chains(world, "ann", "eve", exclude=["toy:dee"]) == []


async def test_no_path_has_a_reason(world: Connection) -> None:
    found = await paths(world, "toy:ann", "toy:fay")
    assert (found.items, found.reason) == ([], "No chain of at most 6 co-authorships joins them.")
    barred = await paths(world, "toy:ann", "toy:eve", exclude=["toy:dee"])
    assert barred.reason == "No chain of at most 6 co-authorships joins them without the excluded people."


async def test_work_is_bounded(world: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PEOPLE", 3)
    found = await paths(world, "toy:ann", "toy:eve")
    assert (found.items, found.reason) == ([], module._STOPPED)


async def test_people_must_differ(world: Connection) -> None:
    with pytest.raises(InvalidValue, match="must not name anybody twice"):
        await paths(world, "toy:ann", "orcid:0000-0002-1825-0097")
    with pytest.raises(InvalidValue, match="name each only once"):
        await paths(world, "toy:ann", "toy:eve", exclude=["toy:eve"])
