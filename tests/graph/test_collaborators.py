"""The ranking of co-authors with its evidence, from the database."""

from math import sqrt

import pytest

from graph.collaborators import Order, close_collaborators, collaborators
from graph.connection import Connection
from graph.errors import InvalidValue, NotFound

BEN, CAL, DEE, EVE = "toy:ben", "toy:cal", "toy:dee", "toy:eve"


async def test_the_default_order_is_recency_with_hand_computed_weights(near: Connection) -> None:
    found = await collaborators(near, "toy:ann")
    assert {item.person.id: item.score for item in found.items} == {
        BEN: pytest.approx(1 + 1 / sqrt(2) + 0.25),
        CAL: pytest.approx(1 / sqrt(2)),
        DEE: pytest.approx(2**-5 / 2),  # five declared authors, of whom two are known
        EVE: 0.0,  # without a year
    }
    assert [item.person.id for item in found.items] == [BEN, CAL, DEE, EVE]
    assert [item.close for item in found.items] == [True, True, False, False]
    assert (found.total, found.shown, found.close, found.threshold, found.latest_year) == (4, 4, 2, 0.3, 2020)
    assert found.formula.name == "recency"
    assert found.formula.parameters == {"h": 1.0, "e": 0.5, "Y": 2020.0}


async def test_the_evidence_is_every_joint_paper_with_year_and_number_of_authors(near: Connection) -> None:
    ben, cal, dee, eve = (await collaborators(near, "toy:ann")).items
    assert [(p.id, p.title, p.year, p.authors) for p in ben.joint_papers] == [
        ("toy:j1", "Paper j1", 2020, 2),
        ("toy:j2", "Paper j2", 2020, 3),
        ("toy:j3", "Paper j3", 2018, 2),
    ]
    assert (ben.joint, ben.first_year, ben.last_year) == (3, 2018, 2020)
    assert [p.authors for p in dee.joint_papers] == [5]
    assert (eve.joint, eve.first_year, eve.last_year) == (1, None, None)
    assert [(t.id, t.name, t.papers) for t in ben.shared_topics] == [
        ("toy:graphs", "graphs", 3),
        ("toy:words", "words", 1),
    ]
    assert [t.id for t in cal.shared_topics] == ["toy:graphs"]
    assert [t.id for t in eve.shared_topics] == ["toy:words"]
    assert dee.shared_topics == []


@pytest.mark.parametrize(
    ("order", "scores"),
    [
        ("newman", {BEN: 1 + 1 / 2 + 1, EVE: 1.0, CAL: 1 / 2, DEE: 1 / 4}),
        ("count", {BEN: 3, CAL: 1, DEE: 1, EVE: 1}),
        # joint / (works of ann x works of theirs / all works): ann has 6 works, 14 in all
        ("association", {DEE: 14 / 6, EVE: 14 / 6, BEN: 3 * 14 / (6 * 4), CAL: 14 / (6 * 2)}),
    ],
)
async def test_other_orders(near: Connection, order: Order, scores: dict[str, float]) -> None:
    found = await collaborators(near, "toy:ann", order=order)
    assert {item.person.id: item.score for item in found.items} == pytest.approx(scores)
    assert [item.person.id for item in found.items] == list(scores)
    assert [item.person.id for item in found.items if item.close] == [BEN, CAL]  # whatever the order
    assert found.formula.name == found.order == order


async def test_half_life_and_team_change_the_weight_but_not_who_is_close(near: Connection) -> None:
    found = await collaborators(near, "toy:ann", half_life=100, team=0)
    assert found.items[0].score == pytest.approx(2 + 2**-0.02)
    assert found.items[2].score == pytest.approx(2**-0.05)
    assert found.close == 2


async def test_min_joint_and_limit(near: Connection) -> None:
    often = await collaborators(near, "toy:ann", min_joint=2)
    assert ([item.person.id for item in often.items], often.total) == ([BEN], 1)
    first = await collaborators(near, "toy:ann", limit=1)
    assert (first.shown, first.total, first.close) == (1, 4, 2)


async def test_the_count_in_the_database_is_that_of_the_ranking(near: Connection) -> None:
    for person in ("ann", "ben", "cal", "dee", "eve", "fay", "gil", "hal"):
        assert await close_collaborators(near, f"toy:{person}") == (await collaborators(near, f"toy:{person}")).close


async def test_who_has_no_coauthor_has_no_collaborator(near: Connection) -> None:
    found = await collaborators(near, "toy:hal")
    assert (found.items, found.total, found.close) == ([], 0, 0)
    assert await close_collaborators(near, "toy:nobody") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"half_life": 0.0},
        {"half_life": float("nan")},
        {"team": -1.0},
        {"min_joint": 0},
        {"limit": 0},
        {"order": "best"},
    ],
)
async def test_a_wrong_value_is_named(near: Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match=next(iter(wrong))):
        await collaborators(near, "toy:ann", **wrong)  # type: ignore[arg-type]


async def test_an_unknown_person_and_a_paper_are_not_found(near: Connection) -> None:
    for id in ("toy:nobody", "toy:j1"):
        with pytest.raises(NotFound):
            await collaborators(near, id)
