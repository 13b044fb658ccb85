"""`bzpeer load …` and `bzpeer db adopt` as somebody types them: each source from its files, a database of others."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.schema import apply
from graph.settings import Settings
from graph.store import Store
from tests.api.test_cli import start

DATA = Path(__file__).parents[1] / "loaders" / "data"
LABELS = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS number"
SOURCES = "MATCH (n:Paper|Person|Institution|Topic) RETURN collect(DISTINCT n.source) AS sources"


async def ran(settings: Settings, *words: str) -> tuple[int | None, bytes, str]:
    """Run a command to its end; return its exit code, what it printed, and what it said beside."""
    process = await start(settings, *words)
    out, errors = await asyncio.wait_for(process.communicate(), 240)
    return process.returncode, out, errors.decode()


async def loaded(settings: Settings, *words: str) -> dict[str, Any]:
    """Load and return the tally, which has no error."""
    code, out, errors = await ran(settings, "load", *words, "--json")
    assert code == 0, errors
    tally: dict[str, Any] = orjson.loads(out)
    assert tally["read"] == tally["written"] + tally["unchanged"] + tally["rejected"]
    return tally


@pytest.mark.parametrize(
    ("source", "input"), [("ror", "ror_v2.jsonl"), ("acl", "acl"), ("arxiv", "arxiv.tsv"), ("demo", None)]
)
async def test_a_source_is_loaded_by_its_command(
    store: Store, settings: Settings, source: str, input: str | None
) -> None:
    words = [source, *([str(DATA / input)] if input else [])]
    tried = await loaded(settings, *words, "--dry-run")
    assert tried["written"] > 0
    assert (await store.connection.read(SOURCES))[0]["sources"] == []
    first = await loaded(settings, *words)
    assert (first["read"], first["written"]) == (tried["read"], tried["written"])
    assert (await store.connection.read(SOURCES))[0]["sources"] == [source]
    assert (await loaded(settings, *words, "--afresh"))["written"] == 0


async def test_a_database_of_others_is_loaded_into_once_it_is_adopted(store: Store, settings: Settings) -> None:
    await store.connection.write("MATCH (m:Migration) DELETE m")
    await store.connection.write("CREATE (:Book {title: 'theirs'})")
    try:
        code, _, says = await ran(settings, "load", "ror", str(DATA / "ror_v2.jsonl"))
        assert (code, "bzpeer db adopt" in says, len(says.splitlines())) == (1, True, 1)
        code, out, says = await ran(settings, "db", "adopt")
        assert (code, b"what was there is left alone" in out) == (0, True), says
        assert (await loaded(settings, "ror", str(DATA / "ror_v2.jsonl")))["written"] > 0
        numbers = {row["label"]: row["number"] for row in await store.connection.read(LABELS)}
        assert (numbers["Book"], numbers["Institution"] > 0) == (1, True)
    finally:
        await apply(store.connection, adopt=True)
