"""A graph that is written anew is the same, and its files hold nothing of what was deleted."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import cli
from graph.digest import digest
from graph.models import PersonRecord
from graph.settings import load_settings
from graph.store import open_store
from loaders import identity
from loaders.pipeline import load
from tests.store.helpers import stopped, wait
from tests.toy import paper, toy
from tests.world import TOY

NAME = "Zyxqvutsrponm Plantedfirstname Verylongfamilyname-Withasecondpart of Somewhere in a Distant Land"
"""Long enough that the database does not pack its letters into fewer bits."""
WHO = PersonRecord(id="toy:planted-slug", name=NAME, names=(f"{NAME} the Younger",))
WORDS = (b"zyxqvutsrponm", b"plantedfirstname", b"planted-slug")


@pytest.fixture
def bzpeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs `bzpeer …` on a data folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(cli, list(words))


async def opted_out() -> str:
    """Load a graph with the planted name, take the person out, and return the digest of what is left."""
    async with open_store(load_settings()) as store:
        byline = paper("p9", by="planted-slug ann")
        slots = tuple(
            slot.model_copy(update={"name": NAME}) if not at else slot for at, slot in enumerate(byline.authors)
        )
        await load(store.connection, toy(*TOY, WHO, byline.model_copy(update={"authors": slots})))
        await identity.opt_out(store.connection, WHO.id)
        return await digest(store.connection)


async def digested() -> str:
    async with open_store(load_settings()) as store:
        return await digest(store.connection)


def holding(folder: Path) -> set[str]:
    """Return the names of the files that hold one of the planted words."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {each.name for each in files if any(word in each.read_bytes().lower() for word in WORDS)}


def test_the_files_hold_nothing_of_who_opted_out(
    bzpeer: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = asyncio.run(opted_out())
    wait(lambda: stopped(load_settings()))
    files = tmp_path / "data" / "neo4j"
    assert holding(files)  # the database only marks what it deletes, which is why there is the command
    done = bzpeer("db", "rewrite")
    assert done.exit_code == 0, done.stderr
    assert holding(files) == set()
    assert asyncio.run(digested()) == before
    wait(lambda: stopped(load_settings()))
    assert holding(files) == set()
    dump = tmp_path / "graph.dump"
    assert bzpeer("db", "dump", str(dump)).exit_code == 0
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "other"))  # a dump is packed: what it holds shows unpacked
    assert bzpeer("db", "restore", str(dump)).exit_code == 0
    assert holding(tmp_path / "other") == set()
    assert asyncio.run(digested()) == before
    wait(lambda: stopped(load_settings()))
