"""The schema: applied once whoever asks, refused on other people's data, and never changed behind its record."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.connection import Connection
from graph.errors import ForeignDatabase, SchemaChanged
from graph.schema import apply, files, is_empty
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.pipeline import load
from tests.toy import paper, topic, toy

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
    await bare.write("CREATE (:Topic {name: 'theirs'})<-[:HAS_TOPIC]-(:Article {title: 'theirs'})")
    await bare.write("CREATE (:Institution {name: 'theirs'})")
    await apply(bare, adopt=True)
    await load(bare, toy(topic("t1"), paper("p1", topics="t1")))
    rows = await bare.read(
        "MATCH (n {name: 'theirs'}) RETURN properties(n) AS facts, labels(n) AS labels ORDER BY labels"
    )
    assert rows == [
        {"facts": {"name": "theirs"}, "labels": ["Institution"]},
        {"facts": {"name": "theirs"}, "labels": ["Topic"]},
    ]
