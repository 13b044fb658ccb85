"""Adjacent work: each signal with its reason, the three orders, and never the own works."""

import pytest

from graph.adjacent import adjacent_to_papers, adjacent_to_person
from graph.answers import Adjacent, Reason
from graph.connection import Connection
from graph.errors import InvalidValue, NotFound
from graph.models import PaperRecord, Reference
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, topic, toy

ANN = "toy:ann"
OWN = {"toy:j1", "toy:j2", "toy:j3", "toy:n1", "toy:u1", "toy:alone"}


def reasons(found: Adjacent, id: str) -> dict[str, Reason]:
    return {reason.signal: reason for item in found.items if item.work.id == id for reason in item.reasons}


async def test_each_signal_finds_its_works_and_says_why(near: Connection) -> None:
    found = await adjacent_to_person(near, ANN)
    assert {item.work.id for item in found.items} == {"toy:b1", "toy:b2", "toy:b3", "toy:x1", "toy:old1"}
    why = reasons(found, "toy:b1")
    assert set(why) == {"shared_references", "shared_topic", "close_collaborator"}
    assert (why["shared_references"].count, why["shared_references"].inferred) == (2, False)
    assert why["shared_references"].text == "Cites 2 works also cited by this person's works."
    assert {ref.id for ref in why["shared_references"].through} == {"toy:old1", "toy:old2"}
    assert why["shared_topic"].text == "On 1 topic of this person's works: graphs."
    assert [(ref.kind, ref.id) for ref in why["close_collaborator"].through] == [("Person", "toy:ben")]
    assert why["close_collaborator"].text == "By ben, a close collaborator."
    cited = reasons(found, "toy:x1")["co_citation"]
    assert (cited.count, [ref.id for ref in cited.through]) == (1, ["toy:c1"])
    assert set(reasons(found, "toy:b2")) == {"close_collaborator"}  # by cal; stars are no topic of ann's
    assert reasons(found, "toy:b3")["shared_topic"].count == 2


async def test_the_fusion_is_by_reciprocal_rank(near: Connection) -> None:
    found = await adjacent_to_person(near, ANN)
    scores = {item.work.id: item.score for item in found.items}
    # b1: first by references, second by topics (b3 is on both), first by people
    assert scores["toy:b1"] == pytest.approx(1 / 61 + 1 / 62 + 1 / 61)
    assert scores["toy:x1"] == pytest.approx(1 / 61)
    assert list(scores.values()) == sorted(scores.values(), reverse=True)
    assert found.items[0].work.id == "toy:b1"
    assert found.total == found.shown == 5


@pytest.mark.parametrize("order", ["closest", "foundational", "recent"])
async def test_the_own_works_are_never_there(near: Connection, order: str) -> None:
    for who in ("ann", "ben", "fay", "hal"):
        found = await adjacent_to_person(near, f"toy:{who}", order)  # type: ignore[arg-type]
        rows = await near.read("MATCH (:Person {id: $id})-[:AUTHORED]->(p) RETURN p.id AS id", id=f"toy:{who}")
        assert not {item.work.id for item in found.items} & {row["id"] for row in rows}
        assert all(item.reasons for item in found.items)


async def test_recent_is_newest_first(near: Connection) -> None:
    found = await adjacent_to_person(near, ANN, "recent")
    assert [item.work.year for item in found.items] == [2020, 2019, 2019, 2016, 2005]


async def test_foundational_are_older_works_on_which_both_build(near: Connection) -> None:
    found = await adjacent_to_person(near, ANN, "foundational")
    # old1: cited by j1, j2 and by b1; old2: by j1 and b1; j9 by j3
    assert [item.work.id for item in found.items] == ["toy:old1", "toy:old2", "toy:j9"]
    assert found.items[0].reasons[0].text == "Cited by 2 of this person's works and by 1 adjacent work."
    assert found.items[2].reasons[0].text == "Cited by 1 of this person's works."
    assert found.items[0].reasons[0].count == 3


async def test_around_papers(near: Connection) -> None:
    found = await adjacent_to_papers(near, ["toy:j1", "toy:j1", "toy:alone"])
    assert found.center == ["toy:j1", "toy:alone"]
    assert not {"toy:j1", "toy:alone"} & {item.work.id for item in found.items}
    assert reasons(found, "toy:j2")["shared_references"].count == 1
    assert reasons(found, "toy:j2")["close_collaborator"].text == "By ann, ben, authors of the given works."
    single = reasons(await adjacent_to_papers(near, ["toy:j1"]), "toy:j2")
    assert single["shared_references"].text == "Cites 1 work also cited by this work."


async def test_what_cannot_be_asked_is_said(near: Connection) -> None:
    with pytest.raises(InvalidValue, match="order is 'best'"):
        await adjacent_to_person(near, ANN, "best")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="limit is 0"):
        await adjacent_to_person(near, ANN, limit=0)
    with pytest.raises(InvalidValue, match="give from 1 to 50"):
        await adjacent_to_papers(near, [])
    with pytest.raises(NotFound):
        await adjacent_to_person(near, "toy:nobody")
    with pytest.raises(NotFound):
        await adjacent_to_papers(near, [ANN])


async def test_nothing_to_build_on_is_said(store: Store) -> None:
    await load(store.connection, toy(person("ann"), person("ben"), paper("p1", by="ann"), paper("p2", by="ben")))
    found = await adjacent_to_person(store.connection, ANN)
    assert (found.items, found.shown, found.total) == ([], 0, 0)
    assert found.reason is not None
    assert found.reason.startswith("Neither references nor citations nor topics")
    older = await adjacent_to_person(store.connection, ANN, "foundational")
    assert older.reason is not None
    assert older.reason.startswith("No references")


async def test_what_rests_on_inferred_citations_is_marked(store: Store) -> None:
    def citing(key: str, by: str, **cites: str) -> PaperRecord:
        references = tuple(Reference(id=f"toy:{id}", basis=basis) for id, basis in cites.items())  # type: ignore[arg-type]
        return paper(key, by=by, references=references)

    await load(
        store.connection,
        toy(
            *(person(each) for each in ("ann", "ben", "cal")),
            topic("t"),
            paper("r", 2000, by="cal"),
            paper("s", 2000, by="cal"),
            citing("own", "ann", r="stated", s="inferred"),
            citing("guess", "ben", r="inferred"),
            citing("sure", "ben", r="stated"),
            citing("both", "ben", r="stated", s="inferred"),
        ),
    )
    found = await adjacent_to_person(store.connection, ANN)
    marked = {item.work.id: item.reasons[0].inferred for item in found.items}
    assert marked == {"toy:guess": True, "toy:sure": False, "toy:both": False}


async def test_a_large_topic_is_not_walked_to_its_end(store: Store) -> None:
    """2,100 works on one topic: the query looks at 2,000 of them, and answers with the newest hundred it saw."""
    crowd = [paper(f"c{at}", 1900 + at % 100, by="ben", topics="t") for at in range(2100)]
    await load(
        store.connection, toy(person("ann"), person("ben"), topic("t"), paper("own", by="ann", topics="t"), *crowd)
    )
    found = await adjacent_to_person(store.connection, ANN, limit=100)
    assert found.total == 100
    assert found.items[0].work.year == 1999
