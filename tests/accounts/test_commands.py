"""`bzpeer users …`, and dumps of accounts where the graph is somebody else's to dump."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.accounts.store import FILE
from api.accounts.tables import Table
from api.cli import cli

PASSWORD = "marker of a password"


@pytest.fixture
def bzpeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs `bzpeer …` on a data folder of this test, with a graph at an address."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BZPEER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BZPEER_NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str, typed: str = "") -> Result:
        result: list[Result] = []

        async def beside() -> None:  # a command has an event loop of its own
            result.append(await asyncio.to_thread(CliRunner().invoke, cli, list(words), typed))

        asyncio.run(beside())
        return result[0]

    return run


def add(bzpeer: Callable[..., Result], email: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> Result:
    return bzpeer("users", "add", email, "--name", "A Person", typed=typed)


def test_users_are_added_listed_made_moderators_and_disabled(bzpeer: Callable[..., Result]) -> None:
    made = add(bzpeer, " Ann@Example.org ")
    assert (made.exit_code, "ann@example.org can log in" in made.stdout) == (0, True)
    again = add(bzpeer, "ann@example.org")
    assert (again.exit_code, "has an account already" in again.stderr) == (1, True)
    assert bzpeer("users", "make-moderator", "ANN@example.org").stdout.strip() == "A Person is a moderator now."
    assert "moderator" in bzpeer("users", "list").stdout
    assert bzpeer("users", "make-moderator", "ann@example.org", "--undo").exit_code == 0
    assert bzpeer("users", "disable", "ann@example.org").stdout.strip() == "A Person is disabled."
    listed = bzpeer("users", "list").stdout
    assert ("disabled" in listed, "moderator" in listed) == (True, False)
    assert bzpeer("users", "disable", "ann@example.org", "--undo").exit_code == 0
    nobody = bzpeer("users", "disable", "nobody@example.org")
    assert (nobody.exit_code, "see bzpeer users list" in nobody.stderr) == (1, True)


@pytest.mark.parametrize(
    ("email", "typed"), [("no address", f"{PASSWORD}\n{PASSWORD}\n"), ("a@b.org", "short\nshort\n")]
)
def test_what_cannot_be_used_is_one_sentence(bzpeer: Callable[..., Result], email: str, typed: str) -> None:
    result = add(bzpeer, email, typed)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert PASSWORD not in result.output


def plant_secrets(path: Path) -> None:
    """Plant a secret wherever a table keeps the digest of one."""
    columns = ("digest", "feed")
    tables = [each for each in Table.metadata.sorted_tables if {*columns} & {*each.columns.keys()}]
    with sqlite3.connect(path) as db:
        (user,) = db.execute("SELECT id FROM users").fetchone()
        for table in tables:
            words = {"digest": "planted", "feed": "planted", "user_id": user, "kind": "fault", "purpose": "reset"}
            words |= {"state": "unconfirmed"}
            stated = {each.name: words.get(each.name, "2026-01-01 00:00:00") for each in table.columns}
            values = ", ".join("?" * len(stated))
            db.execute(f"INSERT INTO {table.name} ({', '.join(stated)}) VALUES ({values})", [*stated.values()])
    db.close()
    assert len(tables) == 8


def test_accounts_are_dumped_and_restored_where_the_graph_is_at_an_address(
    bzpeer: Callable[..., Result], tmp_path: Path
) -> None:
    add(bzpeer, "ann@example.org")
    plant_secrets(tmp_path / "data" / FILE)
    done = bzpeer("db", "dump", "x.dump")
    assert done.exit_code == 0, done.output
    assert "tools of that Neo4j" in done.stdout
    assert "x.dump.accounts holds the accounts" in done.stdout
    kept = tmp_path / "x.dump.accounts"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert bzpeer("db", "dump", "x.dump").exit_code == 1  # never over a file that is there
    add(bzpeer, "ben@example.org")
    refused = bzpeer("db", "restore", "x.dump")
    assert (refused.exit_code, "--replace" in refused.stderr) == (1, True)
    (tmp_path / "y.dump.accounts").write_bytes(kept.read_bytes()[:5000])
    broken = bzpeer("db", "restore", "y.dump", "--replace")
    assert (broken.exit_code, "damaged" in broken.stderr) == (1, True)
    assert "ben@example.org" in bzpeer("users", "list").stdout
    restored = bzpeer("db", "restore", "x.dump", "--replace")
    assert (restored.exit_code, "The accounts were restored" in restored.stdout) == (0, True)
    assert "All have to log in again" in restored.stdout
    assert not [line for line in sqlite3.connect(tmp_path / "data" / FILE).iterdump() if "planted" in line]
    assert "ben@example.org" not in bzpeer("users", "list").stdout
    assert "ann@example.org" in bzpeer("users", "list").stdout


def test_a_dump_is_whole_while_somebody_writes(bzpeer: Callable[..., Result], tmp_path: Path) -> None:
    add(bzpeer, "ann@example.org")
    writer = sqlite3.connect(tmp_path / "data" / FILE, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE users SET name = 'half done'")
    assert bzpeer("db", "dump", "x.dump").exit_code == 0
    writer.execute("ROLLBACK")
    writer.close()
    dump = sqlite3.connect(tmp_path / "x.dump.accounts")
    assert dump.execute("SELECT name FROM users").fetchall() == [("A Person",)]
    dump.close()


def test_where_the_accounts_cannot_be_read_there_is_no_dump(
    bzpeer: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BZPEER_DATABASE_URL", "postgresql://127.0.0.1:9/none")
    refused = bzpeer("db", "dump", "x.dump")
    assert (refused.exit_code, "The accounts could not be dumped" in refused.stderr) == (1, True)
    assert not list(tmp_path.glob("*x.dump*"))
