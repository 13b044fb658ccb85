"""Decisions about people on the command line; a restore of an older dump does not bring back who opted out."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import cli
from graph.settings import load_settings
from graph.store import open_store
from loaders.pipeline import load
from tests.store.helpers import stopped, wait
from tests.toy import paper, person, toy

RECORDS = [*(person(each) for each in ("ann", "anna", "ben")), paper("p1", by="ann ben"), paper("p2", by="anna")]


@pytest.fixture
def bzpeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs `bzpeer …` on a data folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(cli, list(words))


def people() -> list[str]:
    async def ask() -> list[str]:
        async with open_store(load_settings()) as store:
            return [row["id"] for row in await store.connection.read("MATCH (n:Person) RETURN n.id AS id ORDER BY id")]

    return asyncio.run(ask())


async def load_records() -> None:
    async with open_store(load_settings()) as store:
        await load(store.connection, toy(*RECORDS))


def test_decisions_and_a_restore(bzpeer: Callable[..., Result], tmp_path: Path) -> None:
    dump = tmp_path / "graph.dump"
    try:
        assert bzpeer("db", "start").exit_code == 0
        asyncio.run(load_records())
        assert "bring 1 works" in bzpeer("identity", "preview", "toy:ann", "toy:anna").stdout
        refused = bzpeer("identity", "preview", "toy:ann", "toy:ben")
        assert (refused.exit_code, "as different authors" in refused.stdout) == (3, True)
        assert bzpeer("identity", "join", "toy:ann", "toy:anna", "--why", "One person.").exit_code == 0
        assert bzpeer("identity", "disown", "toy:ann", "toy:p1", "--why", "A namesake's.").exit_code == 0
        listed = bzpeer("identity", "list").stdout
        assert "One person." in listed
        assert "A namesake's." in listed
        assert bzpeer("identity", "own", "toy:ann", "toy:p1").exit_code == 0
        assert bzpeer("identity", "split", "toy:anna").exit_code == 0
        assert people() == ["toy:ann", "toy:anna", "toy:ben"]

        assert bzpeer("db", "dump", str(dump)).exit_code == 0
        gone = bzpeer("identity", "opt-out", "toy:anna", "--yes")
        assert "1 works name an anonymous author" in gone.stdout
        restored = bzpeer("db", "restore", "--replace", str(dump))
        assert "was taken out of it again" in restored.stdout
        assert people() == ["toy:ann", "toy:ben"]
        (id,) = re.findall(r"undo-opt-out (\w+)", gone.stdout)
        assert bzpeer("identity", "undo-opt-out", id).stdout.strip() == "toy:anna is back."
        assert people() == ["toy:ann", "toy:anna", "toy:ben"]
        assert bzpeer("identity", "split", "toy:anna").exit_code == 1
    finally:
        bzpeer("db", "stop")
        wait(lambda: stopped(load_settings()))
