"""A load as a whole, on the real database: what is written, what is left alone, what is counted."""

import asyncio
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from unittest.mock import AsyncMock

import orjson
import pytest

from graph.collaborators import Order, collaborators
from graph.dataset import version
from graph.digest import digest
from graph.errors import LoadInputError
from graph.models import PaperRecord, PersonRecord
from graph.slice import person_slice
from graph.store import Store
from graph.works import works_by_id
from loaders.pipeline import Options, load
from loaders.source import Item, Reject
from tests.toy import ToySource, institution, paper, person, topic, toy

PEOPLE = [person(each) for each in ("ann", "ben", "cal", "dee")]
TOY = [
    institution("lab", "uni"),
    institution("uni"),
    topic("t1", "field"),
    topic("field"),
    *PEOPLE,
    paper("p1", 2018, by="ann ben", topics="t1", cites="p2 p9", at="lab"),
    paper("p2", 2019, by="ben ann cal", topics="t1"),
    paper("p3", 2021, by="dee"),
]


async def rows(store: Store, text: str) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in await store.connection.read(text)), key=repr)


async def test_nodes_edges_and_derived_facts(store: Store) -> None:
    outcome = await load(store.connection, toy(*TOY))
    assert (outcome.tally.read, outcome.tally.written) == (11, 11)
    assert await rows(store, "MATCH (a)-[e:COAUTHORED]-(b) WHERE a.id < b.id RETURN a.id, b.id, e.papers") == [
        ("toy:ann", "toy:ben", 2),
        ("toy:ann", "toy:cal", 1),
        ("toy:ben", "toy:cal", 1),
    ]
    assert await rows(store, "MATCH (a)-[e:CITES]->(b) RETURN a.id, b.id, e.basis, e.sources") == [
        ("toy:p1", "toy:p2", "stated", ["toy"])
    ]
    assert await rows(store, "MATCH (a)-[:PART_OF]->(b) RETURN a.id, b.id") == [
        ("toy:lab", "toy:uni"),
        ("toy:t1", "toy:field"),
    ]
    assert await rows(store, "MATCH (p:Person) RETURN p.id, p.works, p.coauthors, p.first_year, p.last_year") == [
        ("toy:ann", 2, 2, 2018, 2019),
        ("toy:ben", 2, 2, 2018, 2019),
        ("toy:cal", 1, 2, 2019, 2019),
        ("toy:dee", 1, 0, 2021, 2021),
    ]
    assert await rows(store, "MATCH (p:Person)-[e:AFFILIATED_WITH]->(i) RETURN p.id, i.id, e.first_year, e.papers") == [
        ("toy:ann", "toy:lab", 2018, 1),
        ("toy:ben", "toy:lab", 2018, 1),
    ]
    assert await rows(store, "MATCH (p:Person)-[e:WORKS_ON]->(t) RETURN p.id, t.id, e.papers") == [
        ("toy:ann", "toy:t1", 2),
        ("toy:ben", "toy:t1", 2),
        ("toy:cal", "toy:t1", 1),
    ]
    assert await rows(store, "MATCH (n:Stale|Recount) RETURN count(n)") == [(0,)]
    assert await rows(store, "MATCH (d:Dataset) RETURN d.version, d.latest_year") == [(1, 2021)]


async def test_weights_of_a_tie(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    (w1, w4), *_ = await rows(store, "MATCH ({id: 'toy:ann'})-[e:COAUTHORED]-({id: 'toy:ben'}) RETURN e.w1, e.w4")
    assert w1 == pytest.approx(2**18 / 1 + 2**19 / 2**0.5)
    assert w4 == pytest.approx(2**4.5 / 1 + 2**4.75 / 2**0.5)


async def test_a_paper_by_more_than_a_hundred_people_ties_nobody(store: Store) -> None:
    crowd = [f"a{at}" for at in range(101)]
    papers = [paper("p1", by=" ".join(crowd)), paper("p2", by=" ".join(crowd[:100])), paper("p3", by="a0 a100")]
    await load(store.connection, toy(*map(person, crowd), *papers))
    ties = "MATCH (:Person {id: 'toy:a0'})-[e:COAUTHORED]-(b) RETURN count(*), sum(e.papers), sum(e.w1)"
    (joint, works, weight), *_ = await rows(store, ties)
    assert (joint, works) == (100, 100)
    assert weight == pytest.approx(2**20 * (99 / 99**0.5 + 1))
    assert await rows(store, "MATCH (p:Person {id: 'toy:a100'}) RETURN p.works, p.coauthors") == [(2, 1)]
    ranked = await collaborators(store.connection, "toy:a100")
    assert [(item.person.id, item.joint) for item in ranked.items] == [("toy:a0", 1)]
    around = await person_slice(store.connection, "toy:a100")
    assert around.total["Person"] == 2


async def test_a_second_load_writes_nothing(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    before = await digest(store.connection)
    again = await load(store.connection, toy(*TOY))
    assert (again.tally.written, again.tally.unchanged, again.version) == (0, 11, 1)
    assert await digest(store.connection) == before


async def test_a_newer_record_replaces_what_it_no_longer_says(store: Store) -> None:
    await load(store.connection, toy(*TOY))
    changed = paper("p1", 2018, by="ann dee", cites="p3", ids=("doi:10.1234/new",))
    await load(store.connection, toy(changed))
    assert await rows(store, "MATCH (w)-[:AUTHORED]->({id: 'toy:p1'}) RETURN w.id") == [("toy:ann",), ("toy:dee",)]
    assert await rows(store, "MATCH ({id: 'toy:p1'})-[:CITES]->(c) RETURN c.id") == [("toy:p3",)]
    assert await rows(store, "MATCH ({id: 'toy:p1'})-[:HAS_TOPIC]->(t) RETURN t.id") == []
    assert await rows(store, "MATCH ({id: 'toy:ann'})-[e:COAUTHORED]-(b) RETURN b.id, e.papers") == [
        ("toy:ben", 1),
        ("toy:cal", 1),
        ("toy:dee", 1),
    ]
    assert await rows(store, "MATCH (p:Paper) RETURN p.id, p.citations_graph") == [
        ("toy:p1", 0),
        ("toy:p2", 0),
        ("toy:p3", 1),
    ]
    assert await rows(store, "MATCH ({id: 'toy:ben'})-[:AFFILIATED_WITH]->(i) RETURN i.id") == []
    await load(store.connection, toy(paper("p1", 2018, by="ann dee", cites="p3")))
    assert await rows(store, "MATCH (:Identifier {id: 'doi:10.1234/new'})-[:IDENTIFIES]->(n) RETURN n.id") == []


async def test_changes_end_like_a_fresh_load(store: Store) -> None:
    changed = [*TOY[:-3], paper("p1", 2020, by="ann dee", cites="p3 p2"), paper("p2", 2019, by="cal"), TOY[-1]]
    await load(store.connection, toy(*TOY))
    await load(store.connection, toy(*changed))
    await store.connection.implicit("MATCH (i:Identifier) WHERE NOT (i)--() DELETE i")
    after_change = await digest(store.connection)
    await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    await load(store.connection, toy(*changed))
    assert await digest(store.connection) == after_change


async def test_an_older_record_never_overwrites(store: Store) -> None:
    new, old = datetime(2024, 5, 1, tzinfo=UTC), datetime(2023, 5, 1, tzinfo=UTC)
    await load(store.connection, toy(paper("p1", 2024, updated=new)))
    outcome = await load(store.connection, toy(paper("p1", 2023, updated=old)))
    assert outcome.tally.unchanged == 1
    assert await rows(store, "MATCH (p:Paper) RETURN p.year") == [(2024,)]


async def test_a_mention_never_replaces_a_record_and_order_does_not_matter(store: Store) -> None:
    mentions = [PersonRecord(id="toy:x", name=name, embedded=True) for name in ("X. One", "X. Two")]
    names = []
    for order in (mentions, mentions[::-1]):
        await store.connection.implicit("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
        for mention in order:
            await load(store.connection, toy(mention))
        names += await rows(store, "MATCH (p:Person) RETURN p.name")
    assert names[0] == names[1]
    await load(store.connection, toy(PersonRecord(id="toy:x", name="Xenia")))
    await load(store.connection, toy(*mentions))
    assert await rows(store, "MATCH (p:Person) RETURN p.name") == [("Xenia",)]


async def test_a_reference_is_completed_by_a_later_load(store: Store) -> None:
    await load(store.connection, toy(paper("p1", cites="late")))
    assert await rows(store, "MATCH ()-[c:CITES]->() RETURN count(c)") == [(0,)]
    await load(store.connection, toy(paper("late"), key="second"))
    assert await rows(store, "MATCH (a)-[:CITES]->(b) RETURN a.id, b.id, b.citations_graph") == [
        ("toy:p1", "toy:late", 1)
    ]


async def test_two_sources_of_one_paper(store: Store) -> None:
    doi = ("doi:10.1234/same",)
    await load(store.connection, toy(PersonRecord(id="openalex:A1", name="A. One"), name="openalex", key="people"))
    theirs = paper("W1", 2020, by="A1", ids=doi, scheme="openalex", abstract="Theirs.", citations=7, venue="Aggregated")
    await load(store.connection, toy(theirs, topic("t1"), name="openalex", key="works"))
    ours = paper("P1", 2019, by="ann", ids=doi, scheme="acl", venue="Curated")
    await load(store.connection, toy(PersonRecord(id="acl:ann", name="Ann"), ours, name="acl"))
    assert await rows(
        store, "MATCH (p:Paper) RETURN p.id, p.year, p.venue, p.abstract, p.citations, p.source, p.abstract_source"
    ) == [("openalex:W1", 2019, "Curated", "Theirs.", 7, "acl", "openalex")]
    assert await rows(store, "MATCH (w)-[:AUTHORED]->(p) RETURN w.id") == [("acl:ann",)]
    again = await load(store.connection, toy(theirs, topic("t1"), name="openalex", key="again"))
    assert again.tally.written == 0
    assert await rows(store, "MATCH (i:Identifier)-[:IDENTIFIES]->(:Paper) RETURN i.id") == [
        ("acl:P1",),
        ("doi:10.1234/same",),
        ("openalex:W1",),
    ]


async def test_a_record_that_bridges_two_papers_makes_them_one(store: Store) -> None:
    preprint = paper("1910.0001", 2019, scheme="arxiv", abstract="Theirs.", topics="t1", cites="cited")
    curated = paper("P1", 2020, by="ann", ids=("doi:10.1234/same",), scheme="acl", venue="Curated", cites="cited")
    await load(
        store.connection, toy(topic("t1"), paper("cited"), paper("citing", references=[{"id": "arxiv:1910.0001"}]))
    )
    await load(store.connection, toy(preprint, name="arxiv"))
    await load(store.connection, toy(PersonRecord(id="acl:ann", name="Ann"), curated, name="acl"))
    bridge = paper("W1", 2021, ids=("doi:10.1234/same", "arxiv:1910.0001"), scheme="openalex", citations=3)
    outcome = await load(store.connection, toy(bridge, name="openalex"))
    assert outcome.tally.conflicts == 0
    joined = "MATCH (p:Paper)<-[:IDENTIFIES]-({id: 'doi:10.1234/same'}) "
    assert await rows(
        store, joined + "RETURN p.venue, p.year, p.abstract, p.abstract_source, p.citations, p.source"
    ) == [("Curated", 2020, "Theirs.", "arxiv", 3, "acl")]
    assert await rows(store, "MATCH (p:Paper) RETURN count(p)") == [(3,)]
    assert await rows(store, joined + "MATCH (i:Identifier)-[:IDENTIFIES]->(p) RETURN i.id") == [
        ("acl:P1",),
        ("arxiv:1910.0001",),
        ("doi:10.1234/same",),
        ("openalex:W1",),
    ]
    assert await rows(store, joined + "MATCH (p)-[c:CITES]-(o) RETURN o.id, size(c.sources)") == [
        ("toy:cited", 2),
        ("toy:citing", 1),
    ]
    assert await rows(store, joined + "MATCH (p)-[:HAS_TOPIC]->(t) RETURN t.id") == [("toy:t1",)]
    assert await rows(store, joined + "MATCH (p)<-[:AUTHORED]-(w) RETURN w.id") == [("acl:ann",)]
    assert await rows(store, "MATCH (p:Paper) RETURN p.id, p.citations_graph") == [
        ("acl:P1", 1),
        ("toy:cited", 1),
        ("toy:citing", 0),
    ]
    for source, record in (("arxiv", preprint), ("acl", curated), ("openalex", bridge)):
        again = await load(store.connection, toy(record, name=source, key="again"))
        assert (again.tally.written, again.tally.conflicts) == (0, 0)


async def test_one_source_tells_its_own_things_apart(store: Store) -> None:
    doi = ("doi:10.1234/same",)
    outcome = await load(store.connection, toy(paper("p1", ids=doi), paper("p2", ids=doi)))
    assert outcome.tally.conflicts == 1
    later = await load(store.connection, toy(paper("p3", ids=doi), key="second"))
    assert later.tally.conflicts == 1
    assert await rows(store, "MATCH (p:Paper) RETURN p.id") == [("toy:p1",), ("toy:p2",), ("toy:p3",)]


async def test_a_rejected_record_goes_to_the_dead_letters(store: Store, tmp_path: Path) -> None:
    bad = Reject("toy.jsonl:2", "it has no id", '{"title": "?"}')
    outcome = await load(store.connection, toy(paper("p1"), bad, paper("p2")), Options(dead_letters=tmp_path))
    assert (outcome.tally.written, outcome.tally.rejected) == (2, 1)
    assert outcome.tally.adds_up
    assert outcome.dead_letters is not None
    letters = [orjson.loads(line) for line in Path(outcome.dead_letters).read_bytes().splitlines()]
    assert letters == [{"index": 1, "place": bad.place, "reason": bad.reason, "raw": bad.raw}]


class Breaking(ToySource):
    """An input that ends early the first time."""

    broken = True

    def items(self) -> Iterator[Item | Reject]:
        for at, item in enumerate(self.found):
            if at == 3 and self.broken:
                raise LoadInputError("toy.gz ends early: fetch it again.")
            yield item


@pytest.mark.parametrize("batch", [1, 2, 100])
async def test_an_input_that_breaks_off_goes_on_where_it_stopped(store: Store, tmp_path: Path, batch: int) -> None:
    records = [Item(f"toy:{at}", (person("ann"), paper(f"p{at}", by="ann"))) for at in range(5)]
    source = Breaking([*records[:1], Reject("toy:x", "bad", ""), *records[1:]])
    options = Options(batch=batch, dead_letters=tmp_path)
    with pytest.raises(LoadInputError, match="ends early"):
        await load(store.connection, source, options)
    assert await rows(store, "MATCH (r:LoadRun) RETURN r.state, r.position") == [("running", 3)]
    assert await rows(store, "MATCH (n:Stale) RETURN n.id") == []
    assert await rows(store, "MATCH (p:Person) RETURN p.works") == [(2,)]
    assert await version(store.connection) == "1+3"  # and three records of a load that is to go on
    source.broken = False
    outcome = await load(store.connection, source, options)
    assert outcome.resumed_at == 3
    assert (outcome.tally.read, outcome.tally.written, outcome.tally.rejected) == (6, 5, 1)
    assert await rows(store, "MATCH (r:LoadRun) RETURN r.state") == [("done",)]
    assert len((tmp_path / f"{outcome.run}.jsonl").read_bytes().splitlines()) == 1


async def test_what_a_killed_load_left_is_derived_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    source = toy(*PEOPLE, paper("p1", by="ann ben"))
    monkeypatch.setattr("loaders.pipeline.derive", AsyncMock(side_effect=asyncio.CancelledError))
    with pytest.raises(asyncio.CancelledError):
        await load(store.connection, source)
    for order in get_args(Order):
        meanwhile = await collaborators(store.connection, "toy:ann", order=order)
        assert [(item.person.id, item.score) for item in meanwhile.items] == [("toy:ben", 1.0)]
    monkeypatch.undo()
    outcome = await load(store.connection, source, Options(resume=False))
    assert (outcome.tally.written, outcome.version) == (0, 1)
    assert await rows(store, "MATCH (p:Person) WHERE p.works > 0 RETURN p.id, p.coauthors") == [
        ("toy:ann", 1),
        ("toy:ben", 1),
    ]


async def test_dry_run_and_limit(store: Store) -> None:
    dry = await load(store.connection, toy(*TOY), Options(dry_run=True))
    assert (dry.tally.read, dry.tally.written) == (11, 11)
    assert await rows(store, "MATCH (n) WHERE NOT n:Migration RETURN count(n)") == [(0,)]
    some = await load(store.connection, toy(*TOY), Options(limit=5))
    assert some.tally.read == 5


async def test_a_record_repeated_in_one_batch_counts_once(store: Store) -> None:
    same = paper("p1")
    outcome = await load(store.connection, toy(same, same))
    assert (outcome.tally.written, outcome.tally.unchanged) == (1, 1)


async def test_authors_without_id_stay_names(store: Store) -> None:
    record = PaperRecord.model_validate(
        {"id": "toy:p1", "title": "T", "year": 2020, "authors": [{"name": "No Id", "position": 1}]}
    )
    await load(store.connection, toy(record))
    assert await rows(store, "MATCH (p:Paper) RETURN p.byline, p.author_count") == [(["No Id"], 1)]
    assert await rows(store, "MATCH (p:Person) RETURN count(p)") == [(0,)]


async def test_citations_are_null_until_references_are_imported(store: Store) -> None:
    await load(store.connection, toy(paper("p1")))
    assert (await works_by_id(store.connection, ["toy:p1"]))["toy:p1"].citations_graph is None
    await load(store.connection, toy(paper("p2", cites="p9"), key="second"))
    assert (await works_by_id(store.connection, ["toy:p1"]))["toy:p1"].citations_graph == 0


async def test_a_load_reads_in_one_thread(store: Store) -> None:
    """The state of an XML parser belongs to its thread: reading that wanders between threads ends in a crash."""
    threads: set[str] = set()

    class Watched(ToySource):
        def items(self) -> Iterator[Item | Reject]:
            for item in self.found:
                threads.add(threading.current_thread().name)
                yield item

    await asyncio.gather(
        *(asyncio.to_thread(time.sleep, 0.05) for _ in range(4))
    )  # several idle threads to choose from
    source = Watched([Item(f"toy:{at}", (person(f"a{at}"),)) for at in range(12)])
    await load(store.connection, source, Options(batch=2))
    assert len(threads) == 1
    assert threads != {threading.main_thread().name}
