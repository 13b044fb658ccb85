"""Suggestions of new people: the walk with hand-computed scores, the ways through, and the promise never broken."""

import random
from collections import defaultdict

import pytest

from graph import potential
from graph.connection import Connection
from graph.errors import InvalidValue, NotFound
from graph.potential import potential_collaborators
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, toy


async def test_the_score_is_that_of_the_formula(near: Connection) -> None:
    """Ann's ties and those of ben, cal and fay, with the years counted from 2020.

    h = 1: ann-ben 1 + 1/sqrt 2 + 1/4, ann-cal 1/sqrt 2, ann-dee 2^-5 / 2; ben-fay 1; ben-cal 1/sqrt 2; cal-gil 1/2;
    fay-gil 1/2. Two steps lead to fay by ben and to gil by cal; three to fay by cal and ben and by cal and gil, to gil
    by ben and fay and by ben and cal.
    """
    found = await potential_collaborators(near, "toy:ann")
    scores = {item.person.id: item.score for item in found.items}
    assert set(scores) == {"toy:fay", "toy:gil"}
    r = 2**-0.5

    def ties(h: float) -> dict[str, dict[str, float]]:
        def w(age: int, others: int = 1) -> float:
            return float(2 ** (-age / h) / others**0.5)

        pairs = {
            ("ann", "ben"): w(0) + w(0, 2) + w(2),
            ("ann", "cal"): w(0, 2),
            ("ann", "dee"): w(5, 4),
            ("ben", "cal"): w(0, 2),
            ("ben", "fay"): w(0),
            ("cal", "gil"): w(1),
            ("fay", "gil"): w(1),
        }
        table: dict[str, dict[str, float]] = defaultdict(dict)
        for (a, b), weight in pairs.items():
            table[a][b] = table[b][a] = weight
        return {a: {b: weight / sum(to.values()) for b, weight in to.items()} for a, to in table.items()}

    one, four = ties(1), ties(4)
    assert ties(1)["cal"]["ben"] == pytest.approx(r / (r + r + 0.5))
    fay = one["ann"]["ben"] * one["ben"]["fay"] + four["ann"]["cal"] * (
        four["cal"]["ben"] * four["ben"]["fay"] + four["cal"]["gil"] * four["gil"]["fay"]
    )
    gil = one["ann"]["cal"] * one["cal"]["gil"] + four["ann"]["ben"] * (
        four["ben"]["fay"] * four["fay"]["gil"] + four["ben"]["cal"] * four["cal"]["gil"]
    )
    assert scores == pytest.approx({"toy:fay": fay, "toy:gil": gil})
    first = found.items[0]
    assert first.person.id == "toy:fay"
    assert [[each.label for each in via.people] for via in first.via] == [["ben"], ["cal", "gil"]]
    assert first.via[0].years == [[2018, 2020], [2020, 2020]]
    assert first.via[1].years == [[2020, 2020], [2019, 2019], [2019, 2019]]
    assert first.via[0].share == pytest.approx(one["ann"]["ben"] * one["ben"]["fay"] / fay, abs=1e-6)


async def test_the_evidence_is_shared_topics_and_what_to_read(near: Connection) -> None:
    fay, gil = (await potential_collaborators(near, "toy:ann")).items
    assert [(topic.id, topic.papers) for topic in fay.shared_topics] == [("toy:graphs", 2), ("toy:words", 1)]
    assert [work.id for work in fay.papers] == ["toy:b1", "toy:b3"]  # newest first
    assert fay.works == 2
    assert [work.id for work in gil.papers] == ["toy:b3"]  # b2 is on none of ann's topics
    assert [topic.id for topic in gil.shared_topics] == ["toy:words", "toy:graphs"]  # the rarer first


async def test_who_is_alone_gets_no_suggestion(near: Connection) -> None:
    for who in ("toy:hal", "toy:eve"):  # eve's only tie has no year
        found = await potential_collaborators(near, who)
        assert (found.items, found.shown) == ([], 0)


async def test_limits_and_unknown_people(near: Connection) -> None:
    assert (await potential_collaborators(near, "toy:ann", limit=1)).shown == 1
    with pytest.raises(InvalidValue, match="limit is 0"):
        await potential_collaborators(near, "toy:ann", limit=0)
    with pytest.raises(NotFound):
        await potential_collaborators(near, "toy:nobody")


def bylines(seed: int) -> list[tuple[int, list[str]]]:
    rng = random.Random(seed)
    return [
        (rng.randrange(2005, 2024), rng.sample([f"a{at}" for at in range(60)], rng.choice((2, 2, 3, 4))))
        for _ in range(90)
    ]


def walk(papers: list[tuple[int, list[str]]], who: str, first: int, second: int) -> dict[str, float]:
    """Return the scores by the formula and its two bounds, with dictionaries only."""
    latest = max(year for year, _ in papers)
    ties: dict[float, dict[str, dict[str, float]]] = {h: defaultdict(lambda: defaultdict(float)) for h in (1, 4)}
    for h, table in ties.items():
        for year, by in papers:
            for a in by:
                for b in set(by) - {a}:
                    table[a][b] += 2 ** ((year - latest) / h) / (len(by) - 1) ** 0.5

    def step(mass: dict[str, float], h: float) -> dict[str, float]:
        after: dict[str, float] = defaultdict(float)
        for a, amount in mass.items():
            for b, weight in ties[h][a].items():
                after[b] += amount * weight / sum(ties[h][a].values())
        return after

    def best(mass: dict[str, float], number: int) -> dict[str, float]:
        return dict(sorted(mass.items(), key=lambda each: (-each[1], each[0]))[:number])

    two = step(best(step({who: 1}, 1), first), 1)
    middle = step(best(step({who: 1}, 4), first), 4)
    middle.pop(who, None)
    three = step(best(middle, second), 4)
    strangers = (two.keys() | three.keys()) - ties[1][who].keys() - {who}
    return {each: two.get(each, 0) + three.get(each, 0) for each in strangers}


@pytest.mark.parametrize("bounds", [(100, 300), (2, 3)])
async def test_random_graphs_against_dictionaries(
    store: Store, monkeypatch: pytest.MonkeyPatch, bounds: tuple[int, int]
) -> None:
    monkeypatch.setattr(potential, "FIRST", bounds[0])
    monkeypatch.setattr(potential, "SECOND", bounds[1])
    papers = bylines(5)
    records = [paper(f"p{at}", year, " ".join(by)) for at, (year, by) in enumerate(papers)]
    await load(store.connection, toy(*(person(f"a{at}") for at in range(60)), *records))
    for at in range(0, 60, 6):
        found = await potential_collaborators(store.connection, f"toy:a{at}", limit=100)
        expected = walk(papers, f"a{at}", *bounds)
        assert {item.person.label: item.score for item in found.items} == pytest.approx(expected)
        assert [item.score for item in found.items] == sorted((item.score for item in found.items), reverse=True)
        for item in found.items:
            assert 0 < sum(via.share for via in item.via) <= 1 + 1e-6
            assert all(len(via.years) == len(via.people) + 1 for via in item.via)
