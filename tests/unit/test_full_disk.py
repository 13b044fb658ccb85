"""A disk without room: one sentence, and nothing half written."""

from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import DiskFull, StoreUnavailable
from graph.store_errors import translate
from loaders.http import spool_file

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_fetch_that_finds_no_room_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "works.jsonl.part").symlink_to(FULL)
    with pytest.raises(DiskFull, match=r"^No room is left for .*works.jsonl\. Free some space"):  # noqa: SIM117
        with spool_file(tmp_path / "works.jsonl") as stream:
            stream.write(b"{}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("java.io.IOException: No space left on device", DiskFull),
        ("Could not append transaction: Transaction{...} to log.", StoreUnavailable),
        ("The database has encountered a critical error, and needs to be restarted.", StoreUnavailable),
    ],
)
def test_what_a_server_without_room_says_is_a_sentence(said: str, kind: type[Exception]) -> None:
    error = Neo4jError._hydrate_neo4j(code="Neo.DatabaseError.Transaction.TransactionCommitFailed", message=said)
    told = translate(error, "load/paper", "bolt://here")
    assert type(told) is kind
    assert "free some room" in str(told)
