"""What serving does with the demo: into an empty graph, on where it was stopped, never beside other data."""

import asyncio

import pytest

from graph.settings import Settings
from graph.store import Store
from loaders.demo import DemoSource
from loaders.pipeline import Options, Progress, load
from loaders.place import load_place
from loaders.start import prepare
from tests.toy import paper, toy


async def papers(store: Store) -> int:
    rows = await store.connection.read("MATCH (p:Paper) RETURN count(p) AS papers, count(p.citations_graph) AS derived")
    assert rows[0]["papers"] == rows[0]["derived"]
    return int(rows[0]["papers"])


async def test_the_demo_goes_into_an_empty_graph_once(store: Store, settings: Settings) -> None:
    assert await prepare(store, settings.model_copy(update={"demo": "off"})) is None
    outcome = await prepare(store, settings)
    assert outcome is not None
    assert outcome.tally.read == DemoSource().total
    assert await prepare(store, settings) is None
    assert await papers(store) == 162


async def test_a_demo_that_was_stopped_goes_on(store: Store, settings: Settings) -> None:
    def stop(progress: Progress) -> None:
        if progress.done >= 150:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await load(store.connection, DemoSource(), Options(batch=50), stop)
    outcome = await prepare(store, settings)
    assert outcome is not None
    assert outcome.resumed_at == 150
    assert await papers(store) == 162


async def test_a_graph_with_other_data_gets_no_demo(store: Store, settings: Settings) -> None:
    await load(store.connection, toy(paper("p1")))
    assert await prepare(store, settings) is None
    assert await papers(store) == 1


async def test_nothing_is_loaded_while_another_process_loads(store: Store, settings: Settings) -> None:
    def stop(_: Progress) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await load(store.connection, DemoSource(), Options(batch=50), stop)
    async with load_place(store.connection):
        assert await prepare(store, settings) is None
