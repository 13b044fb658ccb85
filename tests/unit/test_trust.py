"""The trust score on made assertions: a sum that only grows, capped, and what it says of itself."""

import random
from collections.abc import Iterable, Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import trust
from graph.answers import Assertion, Trust
from graph.answers.trust import Fact

FACTS: tuple[Fact, ...] = get_args(Fact)
LEVELS = [level for level, _, _ in trust.GATES]
ORIGIN: tuple[Fact, ...] = ("name", "source", "dated")


def asserted(fact: Fact, id: str = "a", source: str = "toy") -> Assertion:
    return Assertion(fact=fact, id=id, kind=None, label=id, source=source, as_of="2026-01-01T00:00:00Z")


def several(fact: Fact, number: int) -> list[Assertion]:
    return [asserted(fact, f"{fact}{at}") for at in range(number)]


def judged(assertions: Iterable[Assertion]) -> Trust:
    return trust.judge("toy:a", "a", list(assertions), "1")


any_assertions = st.lists(
    st.builds(asserted, st.sampled_from(FACTS), st.sampled_from("abcdefghijkl"), st.sampled_from(["toy", "bare"])),
    max_size=60,
)


@pytest.mark.parametrize("works", range(20))
def test_an_imported_record_without_affiliation(works: int) -> None:
    found = judged([*map(asserted, ORIGIN), *several("work", works)])
    assert found.score == 9 + 2 * min(works, 6)
    assert found.band == ("Unverified" if found.score < 20 else "Emerging")
    assert (found.level, found.claim) == ("L1" if works else "L0", "unclaimed")


def test_fifteen_works_give_twenty_one_and_name_six_of_them() -> None:
    found = judged([*map(asserted, ORIGIN), *several("work", 15)])
    assert (found.score, found.band, found.level, found.claim) == (21, "Emerging", "L1", "unclaimed")
    works = found.points[-1]
    assert (works.fact, works.points, works.each, works.most, works.asserted) == ("work", 12, 2, 6, 15)
    assert [each.id for each in works.assertions] == [f"work{at}" for at in range(6)]


def test_every_fact_has_one_rule_and_the_caps_add_up_to_100() -> None:
    assert [rule.fact for rule in trust.RULES] == list(FACTS)
    assert sum(rule.cap for rule in trust.RULES) == 100
    assert sum(rule.cap for rule in trust.RULES if rule.by == "sources") == 50
    assert all(rule.each > 0 and rule.most > 0 for rule in trust.RULES)


def test_all_that_can_be_asserted_gives_100_and_nothing_gives_0() -> None:
    whole = judged(each for rule in trust.RULES for each in several(rule.fact, rule.most + 3))
    assert (whole.score, whole.band, whole.level, whole.claim) == (100, "Confirmed", "L4", "claimed")
    assert whole.raises == []
    nothing = judged([])
    assert (nothing.score, nothing.band, nothing.level, nothing.points) == (0, "Unverified", "L0", [])


@given(any_assertions, any_assertions)
def test_more_assertions_never_lower_anything(some: list[Assertion], more: list[Assertion]) -> None:
    before, after = judged(some), judged([*some, *more])
    assert after.score >= before.score
    assert LEVELS.index(after.level) >= LEVELS.index(before.level)
    assert {gate.level for gate in before.gates if gate.passed} <= {gate.level for gate in after.gates if gate.passed}
    assert (before.claim, after.claim) != ("claimed", "unclaimed")


@given(any_assertions)
def test_the_points_add_up_and_each_names_its_assertions(some: list[Assertion]) -> None:
    found = judged(some)
    assert 0 <= found.score <= 100
    assert sum(each.points for each in found.points) == found.score
    assert found.score + sum(each.points for each in found.raises) == 100
    for each in found.points:
        assert each.points == each.each * len(each.assertions) > 0
        assert len(each.assertions) == min(each.asserted, each.most)
        assert {one.fact for one in each.assertions} == {each.fact}
        assert set(each.assertions) <= set(some)


@given(any_assertions, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(some: list[Assertion], chance: random.Random) -> None:
    again = [each.model_copy(update={"source": "elsewhere"}) for each in some]
    mixed = [*some, *again]
    chance.shuffle(mixed)
    first, second = judged(some), judged(mixed)
    assert (first.score, first.level, first.raises) == (second.score, second.level, second.raises)


@given(any_assertions)
def test_what_is_said_to_raise_it_raises_it_by_so_much(some: list[Assertion]) -> None:
    before = judged(some)
    for way in before.raises:
        rule = next(rule for rule in trust.RULES if rule.fact == way.fact)
        assert judged([*some, *several(way.fact, rule.most)]).score == before.score + way.points


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (["name"], "L0"),
        (["name", "source", "dated"], "L0"),
        (["work"], "L0"),
        (["source", "work"], "L1"),
        (["source", "orcid"], "L0"),
        (["source", "work", "orcid"], "L2"),
        (["source", "work", "orcid", "affiliation", "ror", "other_source"], "L2"),
        (["source", "work", "claim"], "L3"),
        (["source", "work", "confirmation"], "L1"),
        (["source", "work", "claim", "confirmation"], "L4"),
    ],
)
def test_a_level_is_a_gate_and_no_sum(facts: Sequence[Fact], level: str) -> None:
    assert judged(map(asserted, facts)).level == level


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, "Unverified"), (19, "Unverified"), (20, "Emerging"), (39, "Emerging"), (40, "Documented"), (100, "Confirmed")],
)
def test_bands(score: int, band: str) -> None:
    assert trust.band(score) == band
