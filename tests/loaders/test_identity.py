"""Who is who: a join moves what is stated and a split moves it back; loads obey both, and what was disowned."""

from itertools import permutations

import pytest

from graph.collaborators import collaborators
from graph.dataset import version
from graph.digest import digest
from graph.errors import BadRequest, InvalidValue, NotFound
from graph.identity import disowned, joins, preview
from graph.models import AnyRecord, PersonRecord
from graph.people import profile
from graph.search import search
from graph.slice import person_slice
from graph.store import Store
from loaders import identity
from loaders.pipeline import load
from loaders.unload import unload
from tests.toy import institution, paper, person, topic, toy

ORCIDS = ("orcid:0000-0002-1825-0097", "orcid:0000-0001-5109-3700")
RECORDS: list[AnyRecord] = [
    institution("lab"),
    topic("t1"),
    *(person(each) for each in ("ann", "anna", "anne", "ben", "cal")),
    paper("p1", 2018, by="ann ben", topics="t1", at="lab"),
    paper("p2", 2019, by="ben anna cal", topics="t1", at="lab"),
    paper("p3", 2021, by="anna"),
    paper("p4", 2021, by="cal anne"),
]
ASK = "MATCH (w:Person)-[a:AUTHORED]->(p) RETURN w.id AS who, p.id AS paper, a.about AS about ORDER BY who, paper"
BY = {"by": "moderator", "why": "One person, two spellings."}


async def facts(store: Store) -> list[tuple[str, str, str | None]]:
    return [(row["who"][4:], row["paper"][4:], row["about"]) for row in await store.connection.read(ASK)]


async def test_a_join_moves_and_a_split_moves_back(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    before, old = await digest(store.connection), await version(store.connection)
    moved = await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    assert (moved.identifiers, moved.works) == (1, 2)
    assert await version(store.connection) > old
    assert [fact for fact in await facts(store) if fact[0].startswith("ann")] == [
        ("ann", "p1", None),
        ("ann", "p2", "toy:anna"),
        ("ann", "p3", "toy:anna"),
        ("anne", "p4", None),
    ]
    found = await profile(store.connection, "toy:anna")
    assert (found.id, found.name, found.counts.works.value) == ("toy:ann", "ann", 3)
    assert {each.value for each in found.identifiers} == {"ann", "anna"}
    ranked = await collaborators(store.connection, "toy:ann")
    assert {(item.person.id, item.joint) for item in ranked.items} == {("toy:ben", 2), ("toy:cal", 1)}
    around = await person_slice(store.connection, "toy:ben")
    assert {node.id for node in around.nodes if node.kind == "Person"} == {"toy:ben", "toy:ann", "toy:cal"}
    assert "toy:anna" not in {hit.id for hit in (await search(store.connection, "anna")).items}
    ((alias),) = await joins(store.connection)
    assert (alias.id, alias.of, alias.by) == ("toy:anna", "toy:ann", "moderator")
    await identity.split(store.connection, "toy:anna")
    assert await digest(store.connection) == before


async def test_it_is_as_if_one_source_had_known_one_person(store: Store) -> None:
    """What is derived after a join equals what a load of one person derives."""
    derived = (
        "MATCH (a)-[e:COAUTHORED|AFFILIATED_WITH|WORKS_ON]->(b) RETURN a.id AS a, b.id AS b, e {.papers, .first_year, "
        ".last_year, .sources, w1: round(e.w1, 6), w4: round(e.w4, 6)} AS e ORDER BY a, b"
    )
    counts = "MATCH (n:Person|Institution) RETURN n {.*, s1: round(n.s1, 6), s4: round(n.s4, 6)} AS n ORDER BY n.id"
    one = [each for each in RECORDS if each.id != "toy:anna"]
    as_one = [
        record.model_copy(
            update={
                "authors": tuple(
                    slot.model_copy(update={"person": "toy:ann"}) if slot.person == "toy:anna" else slot
                    for slot in record.authors
                )
            }
        )
        if record.kind == "Paper"
        else record
        for record in one
    ]
    await load(store.connection, toy(*as_one))
    wanted = [await store.connection.read(text) for text in (derived, counts)]
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    assert [await store.connection.read(text) for text in (derived, counts)] == wanted


@pytest.mark.parametrize("undo", list(permutations(["toy:anna", "toy:ann"])), ids=lambda order: "-".join(order))
async def test_a_chain_is_undone_in_any_order(store: Store, undo: tuple[str, ...]) -> None:
    await load(store.connection, toy(*RECORDS))
    before = await digest(store.connection)
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    await identity.join(store.connection, "toy:anne", "toy:anna", **BY)  # by any identifier: ann, with what is hers
    assert {(each.id, each.of) for each in await joins(store.connection)} == {
        ("toy:anna", "toy:ann"),
        ("toy:ann", "toy:anne"),
    }
    assert (await profile(store.connection, "toy:anna")).id == "toy:anne"
    assert (await profile(store.connection, "toy:ann")).counts.works.value == 4
    for alias in undo:
        await identity.split(store.connection, alias)
    assert await digest(store.connection) == before


async def test_a_person_is_found_by_the_names_of_what_was_joined(store: Store) -> None:
    born = PersonRecord(id="toy:anna", name="Anna Maiden", names=("A. Mädchen",))
    await load(store.connection, toy(*(born if each.id == "toy:anna" else each for each in RECORDS)))

    async def found(text: str) -> list[tuple[str, str]]:
        return [(hit.id, hit.label) for hit in (await search(store.connection, text, "Person")).items]

    before = await digest(store.connection)
    assert await found("maiden") == await found("madchen") == [("toy:anna", "Anna Maiden")]
    await identity.join(store.connection, "toy:anne", "toy:anna", **BY)
    await identity.join(store.connection, "toy:ann", "toy:anne", **BY)
    for text in ("Anna Maiden", "maid", "mädchen", "anne"):
        assert await found(text) == [("toy:ann", "ann")]
    assert (await found("ann")).count(("toy:ann", "ann")) == 1
    assert (await profile(store.connection, "toy:ann")).name == "ann"
    await identity.split(store.connection, "toy:anna")
    assert await found("maiden") == [("toy:anna", "Anna Maiden")]
    await identity.split(store.connection, "toy:anne")
    assert await digest(store.connection) == before
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    await unload(store.connection, "toy")
    assert await found("maiden") == []


async def test_a_reload_resolves_aliases_first(store: Store) -> None:
    """A correction stays corrected, also for what the source has changed; after a split it is as if never joined."""
    changed = [
        PersonRecord(id="toy:anna", name="Anna B.", names=("A. B.",), ids=(ORCIDS[0],)),
        paper("p3", 2022, by="anna ben"),
        paper("p5", 2022, by="cal anna"),
    ]
    await load(store.connection, toy(*RECORDS))
    await load(store.connection, toy(*changed))
    never = await digest(store.connection)
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")

    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    joined = await digest(store.connection)
    assert (await load(store.connection, toy(*RECORDS))).tally.written == 0
    assert await digest(store.connection) == joined
    outcome = await load(store.connection, toy(*changed))
    assert (outcome.tally.written, outcome.tally.conflicts) == (3, 0)
    found = await profile(store.connection, ORCIDS[0])
    assert (found.id, found.name, found.counts.works.value) == ("toy:ann", "ann", 4)
    assert await store.connection.read("MATCH (p:Person {id: 'toy:anna'}) RETURN p.id AS id") == []
    await identity.split(store.connection, ORCIDS[0])
    assert await digest(store.connection) == never


async def test_a_join_outlives_the_unloading_of_both(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    joined = await facts(store)
    await unload(store.connection, "toy")
    left = await store.connection.read("MATCH (n) WHERE n:Alias OR n:Person RETURN properties(n) AS n")
    assert [set(row["n"]) for row in left] == [{"id", "of", "at", "by", "why"}]
    await load(store.connection, toy(*RECORDS))
    assert await facts(store) == joined
    await identity.split(store.connection, "toy:anna")
    again = await digest(store.connection)
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await load(store.connection, toy(*RECORDS))
    assert await digest(store.connection) == again


async def test_two_orcids_are_never_joined(store: Store) -> None:
    people = [person(each, orcid) for each, orcid in zip(("ann", "anna"), ORCIDS, strict=True)]
    await load(store.connection, toy(*people))
    seen = await preview(store.connection, "toy:ann", "toy:anna")
    assert "different ORCID iDs" in seen.obstacles[0]
    with pytest.raises(BadRequest, match="0000-0001-5109-3700"):
        await identity.join(store.connection, "toy:ann", "toy:anna", **BY)


async def test_two_authors_of_one_work_are_not_joined(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    seen = await preview(store.connection, "toy:ben", "toy:anna")
    assert (seen.works, seen.names, seen.shared_coauthors) == (2, ["anna"], 1)
    assert [each.id for each in seen.papers] == ["toy:p3", "toy:p2"]
    assert "different authors ('Paper p2')" in seen.obstacles[0]
    with pytest.raises(BadRequest):
        await identity.join(store.connection, "toy:ben", "toy:anna", **BY)
    with pytest.raises(InvalidValue, match="one person here already"):
        await preview(store.connection, "toy:ben", "toy:ben")
    with pytest.raises(InvalidValue, match="reason"):
        await identity.join(store.connection, "toy:ann", "toy:anna", by="moderator", why=" ")
    with pytest.raises(NotFound, match="not joined to anybody"):
        await identity.split(store.connection, "toy:ann")


async def test_a_work_that_lists_both_later_counts_once_until_the_split(store: Store) -> None:
    both = paper("p9", 2022, by="anna cal ann")
    await load(store.connection, toy(*RECORDS, both))
    never = await digest(store.connection)
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await load(store.connection, toy(*RECORDS))
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    await load(store.connection, toy(both))
    assert [fact for fact in await facts(store) if fact[1] == "p9"] == [("ann", "p9", "toy:anna"), ("cal", "p9", None)]
    await identity.split(store.connection, "toy:anna")
    assert await digest(store.connection) == never


async def test_a_disowned_work_leaves_and_comes_back(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    before = await digest(store.connection)
    await identity.disown(store.connection, "toy:anna", "toy:p2", why="By a namesake.")
    found = await profile(store.connection, "toy:anna")
    assert (found.counts.works.value, found.counts.coauthors.value) == (1, 0)
    assert [(each.work.id, each.why) for each in await disowned(store.connection, "toy:anna")] == [
        ("toy:p2", "By a namesake.")
    ]
    with pytest.raises(NotFound, match="not known here as an author"):
        await identity.disown(store.connection, "toy:anna", "toy:p2", why="Again.")
    await identity.own(store.connection, "toy:anna", "toy:p2")
    assert await digest(store.connection) == before
    with pytest.raises(NotFound, match="has not disowned"):
        await identity.own(store.connection, "toy:anna", "toy:p2")


async def test_what_was_disowned_stays_so_in_later_loads(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    await identity.disown(store.connection, "toy:anna", "toy:p2", why="By a namesake.")
    aside = await facts(store)
    await load(store.connection, toy(paper("p2", 2020, by="ben anna cal", ids=("doi:10.1000/x",))))
    assert await facts(store) == aside
    await unload(store.connection, "toy")
    await load(store.connection, toy(*RECORDS))
    assert await facts(store) == aside
    await identity.own(store.connection, "toy:anna", "toy:p2")
    assert ("anna", "p2", None) in await facts(store)


async def test_a_disowned_work_follows_a_join_and_a_split(store: Store) -> None:
    await load(store.connection, toy(*RECORDS))
    await identity.disown(store.connection, "toy:anna", "toy:p2", why="By a namesake.")
    alone = await digest(store.connection)
    await identity.join(store.connection, "toy:ann", "toy:anna", **BY)
    assert (await profile(store.connection, "toy:ann")).counts.works.value == 2
    await load(store.connection, toy(paper("p2", 2019, by="ben anna cal", topics="t1", at="lab", venue="V")))
    assert (await profile(store.connection, "toy:ann")).counts.works.value == 2
    await load(store.connection, toy(paper("p2", 2019, by="ben anna cal", topics="t1", at="lab")))
    await identity.split(store.connection, "toy:anna")
    assert await digest(store.connection) == alone
