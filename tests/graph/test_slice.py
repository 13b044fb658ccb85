"""Slices: what they hold, that they are bounded, complete in their edges, the same each time, and go on where cut."""

import base64
import random
from collections import defaultdict
from collections.abc import Iterable

import pytest

from graph.answers import Slice
from graph.budget import SHARES
from graph.connection import Connection
from graph.cursor import Cursor
from graph.errors import InvalidValue, NotFound
from graph.models import Kind
from graph.slice import neighbours, node_slice, person_slice, seeds_slice
from graph.store import Store
from loaders.pipeline import load
from tests.conftest import WIPE
from tests.toy import institution, paper, person, topic, toy

ANN = "toy:ann"
EDGES = """
MATCH (a)-[e:AUTHORED|COAUTHORED|HAS_TOPIC|CITES|AFFILIATED_WITH|PART_OF]->(b)
RETURN a.id AS a, type(e) AS kind, b.id AS b
"""


def ids(found: Slice, kind: Kind) -> set[str]:
    return {node.id.removeprefix("toy:") for node in found.nodes if node.kind == kind}


async def induced(connection: Connection, shown: Iterable[str]) -> set[tuple[str, str, str]]:
    """Return every edge of the graph whose ends are both shown."""
    inside = set(shown)
    rows = await connection.read(EDGES)
    return {(row["kind"], row["a"], row["b"]) for row in rows if row["a"] in inside and row["b"] in inside}


def edges(found: Slice) -> list[tuple[str, str, str]]:
    return [(edge.kind, edge.source, edge.target) for edge in found.edges]


async def test_a_slice_holds_own_works_their_authors_and_topics_and_these_peoples_institutions(
    near: Connection,
) -> None:
    found = await person_slice(near, ANN, budget=60)
    assert found.center == [ANN]
    assert ids(found, "Paper") == {"j1", "j2", "j3", "n1", "u1", "alone"}
    assert ids(found, "Person") == {"ann", "ben", "cal", "dee", "eve"}
    assert ids(found, "Topic") == {"graphs", "words"}
    assert ids(found, "Institution") == {"lab", "old"}
    assert found.shown == found.total == {"Paper": 6, "Person": 5, "Topic": 2, "Institution": 2}
    assert set(found.next.values()) == {None}


async def test_all_edges_among_what_is_shown_are_there_once(near: Connection) -> None:
    for budget in (5, 9, 60):
        found = await person_slice(near, ANN, budget=budget)
        assert len(edges(found)) == len(set(edges(found)))
        assert set(edges(found)) == await induced(near, (node.id for node in found.nodes))


async def test_nodes_and_edges_carry_what_a_reader_wants_to_know(near: Connection) -> None:
    found = await person_slice(near, ANN)
    nodes = {node.id: node for node in found.nodes}
    assert (nodes[ANN].center, nodes[ANN].x, nodes[ANN].y, nodes[ANN].works) == (True, 0.0, 0.0, 6)
    ben = nodes["toy:ben"]
    assert (ben.label, ben.joint, ben.works, ben.year, ben.weight, ben.center) == ("ben", 3, 4, 2020, 1.0, False)
    assert (nodes["toy:j3"].year, nodes["toy:j3"].citations_graph) == (2018, 1)
    assert (nodes["toy:graphs"].type, nodes["toy:graphs"].works) == ("toy", 6)
    tie = next(edge for edge in found.edges if edge.kind == "COAUTHORED" and edge.target == "toy:ben")
    assert (tie.papers, tie.first_year, tie.last_year) == (3, 2018, 2020)
    assert all(-1 <= node.x <= 1 and -1 <= node.y <= 1 for node in found.nodes)
    assert len({(node.x, node.y) for node in found.nodes}) == len(found.nodes)


async def test_years_keep_the_works_of_these_years_and_what_they_lead_to(near: Connection) -> None:
    found = await person_slice(near, ANN, year_from=2019)
    assert ids(found, "Paper") == {"j1", "j2", "alone"}
    assert ids(found, "Person") == {"ann", "ben", "cal"}
    assert ids(found, "Institution") == {"lab"}
    assert found.total == {"Paper": 3, "Person": 3, "Topic": 2, "Institution": 1}
    older = await person_slice(near, ANN, year_to=2018)
    assert ids(older, "Paper") == {"j3", "n1"}  # a work without a year is in no span of years
    assert ids(older, "Institution") == {"old"}


async def test_kinds_leave_the_others_out_but_say_how_many_there_are(near: Connection) -> None:
    found = await person_slice(near, ANN, kinds=["Paper", "Topic"])
    assert found.shown == {"Paper": 6, "Person": 1, "Topic": 2, "Institution": 0}
    assert found.total == {"Paper": 6, "Person": 5, "Topic": 2, "Institution": 2}
    page = await neighbours(near, ANN, after=found.next["Person"])
    assert [node.id for node in page.nodes] == ["toy:ben", "toy:cal", "toy:dee", "toy:eve"]
    only = await person_slice(near, ANN, kinds=["Institution"])
    assert only.shown == {"Paper": 0, "Person": 1, "Topic": 0, "Institution": 2}


async def test_the_smallest_budget_shows_the_person_alone(near: Connection) -> None:
    found = await person_slice(near, ANN, budget=1)
    assert [node.id for node in found.nodes] == [ANN]
    assert found.edges == []
    assert found.shown == {"Paper": 0, "Person": 1, "Topic": 0, "Institution": 0}
    assert all(found.next.values())


async def test_a_person_without_any_work_stands_alone(near: Connection) -> None:
    await_only = await person_slice(near, "toy:hal", year_from=2030)
    assert await_only.total == {"Paper": 0, "Person": 1, "Topic": 0, "Institution": 0}


async def test_around_a_paper(near: Connection) -> None:
    found = await node_slice(near, "toy:j1", kind="Paper")
    assert ids(found, "Paper") == {"j1", "old1", "old2"}
    assert ids(found, "Person") == {"ann", "ben"}
    assert ids(found, "Topic") == {"graphs", "words"}
    assert ids(found, "Institution") == {"lab", "old"}
    assert set(edges(found)) == await induced(near, (node.id for node in found.nodes))
    cited = await node_slice(near, "toy:old1")
    assert ids(cited, "Paper") == {"old1", "j1", "j2", "b1"}


async def test_around_a_topic(near: Connection) -> None:
    found = await node_slice(near, "toy:graphs", kind="Topic")
    assert ids(found, "Paper") == {"j1", "j2", "j3", "b1", "b3", "old1"}
    assert ids(found, "Person") == {"ann", "ben", "cal", "fay", "gil", "hal"}
    assert ids(found, "Topic") == {"graphs", "field", "words"}
    assert found.total == {"Paper": 6, "Person": 6, "Topic": 3, "Institution": 2}
    assert set(edges(found)) == await induced(near, (node.id for node in found.nodes))


async def test_around_an_institution(near: Connection) -> None:
    found = await node_slice(near, "toy:lab", kind="Institution")
    assert ids(found, "Paper") == {"j1"}
    assert ids(found, "Person") == {"ann", "ben"}
    assert ids(found, "Institution") == {"lab", "uni", "old"}  # its whole, and where its people were besides
    works = {node.id.removeprefix("toy:"): node.works for node in found.nodes}
    assert [works[each] for each in ("lab", "old", "uni")] == [1, 1, 0]
    assert set(edges(found)) == await induced(near, (node.id for node in found.nodes))


async def test_around_several_people_and_papers(near: Connection) -> None:
    found = await seeds_slice(near, [ANN, "toy:fay", ANN])
    assert found.center == [ANN, "toy:fay"]
    assert ids(found, "Paper") == {"j1", "j2", "j3", "n1", "u1", "alone", "b1", "b3"}
    assert ids(found, "Person") == {"ann", "ben", "cal", "dee", "eve", "fay", "gil"}
    assert [node.id for node in found.nodes if node.center] == found.center
    mixed = await seeds_slice(near, ["toy:fay", "toy:c1"])
    assert ids(mixed, "Paper") == {"b1", "b3", "c1", "j3", "x1"}
    assert ids(mixed, "Person") == {"fay", "ben", "gil", "hal"}
    cut = await seeds_slice(near, [ANN, "toy:fay"], budget=4)
    page = await neighbours(near, "toy:fay", after=cut.next["Paper"], limit=100)
    assert {node.id for node in page.nodes} | {node.id for node in cut.nodes if node.kind == "Paper"} == {
        f"toy:{each}" for each in ids(found, "Paper")
    }


async def test_neighbours_are_counted_before_they_are_fetched(near: Connection) -> None:
    counted = await neighbours(near, ANN)
    assert counted.counts == {"Paper": 6, "Person": 4, "Topic": 2, "Institution": 2}
    assert (counted.kind, counted.nodes, counted.edges, counted.next) == (None, [], [], None)


async def test_neighbours_come_best_first_page_by_page(near: Connection) -> None:
    first = await neighbours(near, ANN, kind="Person", limit=3)
    assert [node.id for node in first.nodes] == ["toy:ben", "toy:cal", "toy:dee"]
    assert ("COAUTHORED", ANN, "toy:ben") in {(edge.kind, edge.source, edge.target) for edge in first.edges}
    new = {node.id for node in first.nodes}
    assert all(edge.source in new or edge.target in new for edge in first.edges)
    assert first.next is not None
    second = await neighbours(near, ANN, kind="Person", after=first.next, limit=3)
    assert [node.id for node in second.nodes] == ["toy:eve"]
    assert second.next is None


@pytest.mark.parametrize("budget", [0, -1, 501, 10_000_000])
async def test_a_budget_out_of_range_is_refused(near: Connection, budget: int) -> None:
    with pytest.raises(InvalidValue, match=f"budget is {budget}; give a number of nodes from 1 to 500"):
        await person_slice(near, ANN, budget=budget)


async def test_what_cannot_be_asked_is_said(near: Connection) -> None:
    with pytest.raises(NotFound):
        await person_slice(near, "toy:nobody")
    with pytest.raises(NotFound, match="is the identifier of a paper"):
        await person_slice(near, "toy:j1")
    with pytest.raises(InvalidValue, match="give the earlier year first"):
        await person_slice(near, ANN, year_from=2020, year_to=2010)
    with pytest.raises(InvalidValue, match="'Dog' is no kind of node"):
        await person_slice(near, ANN, kinds=["Dog"])  # type: ignore[list-item]
    with pytest.raises(InvalidValue, match="is a topic; seeds are people or papers"):
        await seeds_slice(near, [ANN, "toy:graphs"])
    with pytest.raises(InvalidValue, match="less than the 2 seeds"):
        await seeds_slice(near, [ANN, "toy:fay"], budget=1)
    with pytest.raises(InvalidValue, match="give from 1 to 20"):
        await seeds_slice(near, [])
    with pytest.raises(InvalidValue, match="limit is 0"):
        await neighbours(near, ANN, limit=0)


ENDLESS_YEAR = base64.urlsafe_b64encode(b'{"seeds":["toy:ann"],"kind":"Paper","place":0,"year_from":%d}' % 10**30)


@pytest.mark.parametrize("text", ["x", "%%", "e30", "bnVsbA", "A" * 5000, ENDLESS_YEAR.decode()])
async def test_a_cursor_that_is_not_ours_is_refused(near: Connection, text: str) -> None:
    with pytest.raises(InvalidValue, match="is not one of ours"):
        await neighbours(near, ANN, after=text)


async def test_a_cursor_of_something_else_is_refused(near: Connection) -> None:
    cursor = Cursor(seeds=("toy:ben",), kind="Paper", place=0).text()
    with pytest.raises(InvalidValue, match="belongs to another node"):
        await neighbours(near, ANN, after=cursor)
    with pytest.raises(InvalidValue, match="goes on with Paper, not with Topic"):
        await neighbours(near, "toy:ben", kind="Topic", after=cursor)


class World:
    """Random records, and what a slice of them must hold, with dictionaries only."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        self.people = [f"a{at}" for at in range(40)]
        self.records = [
            *map(person, self.people),
            *(topic(f"t{at}") for at in range(25)),
            *(institution(f"i{at}") for at in range(12)),
        ]
        self.works: dict[str, set[str]] = defaultdict(set)
        self.authors: dict[str, list[str]] = {}
        self.topics: dict[str, set[str]] = {}
        self.places: dict[str, set[str]] = defaultdict(set)
        for at in range(160):
            by = rng.sample(self.people, rng.choice((1, 2, 2, 3, 5, 8)) if at else 30)
            on = {f"t{rng.randrange(25)}" for _ in range(rng.randrange(4))}
            where = {f"i{rng.randrange(12)}" for _ in range(rng.randrange(2))}
            cites = {f"p{rng.randrange(160)}" for _ in range(rng.randrange(4))}
            year = rng.choice((None, *range(2000, 2024)))
            self.records.append(
                paper(
                    f"p{at}", year, " ".join(by), " ".join(sorted(on)), " ".join(sorted(cites)), " ".join(sorted(where))
                )
            )
            self.authors[f"p{at}"], self.topics[f"p{at}"] = by, on
            for each in by:
                self.works[each].add(f"p{at}")
                self.places[each] |= where

    def total(self, who: str) -> dict[str, int]:
        papers = self.works[who]
        people = {who}.union(*(self.authors[each] for each in papers))
        return {
            "Paper": len(papers),
            "Person": len(people),
            "Topic": len(set().union(*(self.topics[each] for each in papers))),
            "Institution": len(set().union(*(self.places[each] for each in people))),
        }


@pytest.fixture(scope="module")
async def crowd(server: Store) -> tuple[Connection, World]:
    world = World(7)
    await server.connection.implicit(WIPE)
    await load(server.connection, toy(*world.records))
    return server.connection, world


@pytest.mark.parametrize("budget", [2, 13, 30, 60, 500])
async def test_random_slices_are_bounded_complete_and_count_rightly(
    crowd: tuple[Connection, World], budget: int
) -> None:
    connection, world = crowd
    for who in world.people[::4]:
        found = await person_slice(connection, f"toy:{who}", budget=budget)
        assert found.total == world.total(who)
        assert sum(found.shown.values()) == len(found.nodes) <= budget
        assert sum(found.shown.values()) == min(budget, sum(found.total.values()))  # what one kind leaves others take
        assert set(edges(found)) == await induced(connection, (node.id for node in found.nodes))
        linked = {end for _, source, target in edges(found) for end in (source, target)}
        assert budget == 2 or all(node.center or node.id in linked for node in found.nodes)  # nothing floats alone


async def test_the_same_question_gives_the_same_bytes(crowd: tuple[Connection, World]) -> None:
    connection, world = crowd
    for who in world.people[:5]:
        first, second = [await person_slice(connection, f"toy:{who}", budget=30) for _ in range(2)]
        assert first.model_dump_json() == second.model_dump_json()


@pytest.mark.parametrize("kind", list(SHARES))
@pytest.mark.parametrize("years", [(None, None), (2008, 2019)])
async def test_the_cursors_of_a_slice_lead_to_all_the_rest_and_to_nothing_twice(
    crowd: tuple[Connection, World], kind: Kind, years: tuple[int | None, int | None]
) -> None:
    connection, world = crowd
    for who in world.people[:6]:
        found = await person_slice(connection, f"toy:{who}", budget=20, year_from=years[0], year_to=years[1])
        seen = [node.id for node in found.nodes if node.kind == kind]
        cursor = found.next[kind]
        while cursor:
            page = await neighbours(connection, f"toy:{who}", after=cursor, limit=4)
            seen += [node.id for node in page.nodes]
            cursor = page.next
        assert len(seen) == len(set(seen)) == found.total[kind]


async def test_the_order_of_loading_changes_nothing(store: Store) -> None:
    world = World(3)
    answers = []
    for records in (world.records, world.records[::-1]):
        await store.connection.implicit(WIPE)
        await load(store.connection, toy(*records))
        found = [await person_slice(store.connection, f"toy:{who}", budget=25) for who in world.people[:8]]
        answers.append([each.model_dump_json() for each in found])
    assert answers[0] == answers[1]
