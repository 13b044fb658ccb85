"""The schema: applied once whoever asks, refused on other people's data, and never changed behind its record."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.connection import Connection
from graph.errors import ForeignDatabase, SchemaChanged
from graph.schema import apply, files, is_empty
from graph.search import search
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.pipeline import load
from loaders.unload import unload
from tests.toy import paper, person, topic, toy

NAMES = [file.name for file in files()]


@pytest.fixture
async def bare(store: Store) -> AsyncIterator[Connection]:
    """A database without a record of our schema; afterwards it has one again."""
    await store.connection.write("MATCH (m:Migration) DELETE m")
    yield store.connection
    await store.connection.write("MATCH (n) WHERE NOT n:Migration OR NOT n.name STARTS WITH 'schema/' DETACH DELETE n")
    await store.connection.write("MATCH (m:Migration) WHERE m.checksum = 'another' DELETE m")
    await apply(store.connection)


async def test_it_is_applied_once(bare: Connection) -> None:
    assert await apply(bare) == NAMES
    assert await apply(bare) == []
    assert await is_empty(bare)


async def test_two_that_start_at_once_apply_it_once(bare: Connection, settings: Settings) -> None:
    async def start() -> None:
        async with open_store(settings):
            pass

    first, second, _ = await asyncio.gather(apply(bare), apply(bare), start())
    assert not set(first) & set(second)
    rows = await bare.read("MATCH (m:Migration) RETURN m.name AS name ORDER BY name")
    assert [row["name"] for row in rows] == NAMES


async def test_a_changed_file_that_was_applied_is_named(bare: Connection) -> None:
    await apply(bare)
    await bare.write("MATCH (m:Migration {name: 'schema/005_topic_id'}) SET m.checksum = 'another'")
    with pytest.raises(SchemaChanged, match="schema/005_topic_id"):
        await apply(bare)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("CREATE (:Book {title: 'theirs'})", "Book"),
        ("CREATE (:Migration {name: 'V1__init'})", "Migration"),
        ("CREATE (:Lock {id: 'theirs'})", "Lock"),
    ],
)
async def test_other_peoples_data_are_refused_until_they_are_adopted(bare: Connection, text: str, label: str) -> None:
    await bare.write(text)
    with pytest.raises(ForeignDatabase, match=f"a node with {label}.*bzpeer db adopt"):
        await apply(bare)
    assert not await is_empty(bare)
    assert (await bare.read("MATCH (n) RETURN count(n) AS nodes"))[0]["nodes"] == 1
    assert await apply(bare, adopt=True) == NAMES


async def test_adopted_data_are_left_alone_by_loads(bare: Connection) -> None:
    await bare.write("CREATE (:Subject {name: 'theirs'})<-[:HAS_TOPIC {score: 1}]-(:Book {title: 'theirs'})")
    theirs = (
        "MATCH (b:Book)-[e]->(s:Subject) RETURN properties(b) AS b, type(e) AS e, e.score AS score, properties(s) AS s"
    )
    before = await bare.read(theirs)
    await apply(bare, adopt=True)
    await load(bare, toy(topic("t1"), paper("p1", topics="t1")))
    await unload(bare, "toy")
    assert await bare.read(theirs) == before
    assert len(before) == 1


async def test_labels_that_would_be_mixed_up_are_not_adopted(bare: Connection) -> None:
    await bare.write("CREATE (:Person:Author {name: 'theirs'})")
    with pytest.raises(ForeignDatabase, match=r"a label that BZPEER writes \((Person, Author|Author, Person)\)"):
        await apply(bare, adopt=True)
    assert await bare.read("MATCH (m:Migration) RETURN m") == []


async def test_nodes_that_others_add_later_are_found_by_no_search(bare: Connection) -> None:
    await apply(bare)
    await load(bare, toy(person("ann")))
    await bare.write("CREATE (:Person {name: 'Ann'})")
    assert [hit.id for hit in (await search(bare, "ann")).items] == ["toy:ann"]
