"""Dump and restore of all that must be kept: the graph of the managed server, and the accounts beside it."""

from collections.abc import Iterator
from pathlib import Path

from api.accounts import backup
from graph import offline
from graph.errors import DumpFailed
from graph.jars import Progress
from graph.settings import Settings

_ELSEWHERE = "The graph is at BZPEER_NEO4J_URI: dump and restore it with the tools of that Neo4j."


def dump(settings: Settings, file: Path, progress: Progress | None = None) -> Iterator[str]:
    """Write the graph into `file` and the accounts beside it; yield what was done. Nothing is written over.

    Raises `DumpFailed`, `ServerInUse`, and `BadRequest` when nothing here is ours to dump.
    """
    beside, accounts = backup.beside(file), backup.has_accounts(settings)
    if accounts and file.exists():
        raise DumpFailed(f"{file} exists already: choose another name, or move it away.")
    if not accounts or settings.neo4j_uri is None:
        offline.check_managed(settings)
    size = backup.dump_accounts(settings, beside) if accounts else 0
    if settings.neo4j_uri is None:
        try:
            graph = offline.dump(settings, file, progress)
        except BaseException:
            if accounts:
                beside.unlink()
            raise
        yield f"{file} holds the graph ({graph / 1e6:.1f} MB)."
    else:
        yield _ELSEWHERE
    if accounts:
        yield f"{beside} holds the accounts ({size / 1e6:.1f} MB)."


def restore(
    settings: Settings, file: Path, *, replace: bool = False, progress: Progress | None = None
) -> Iterator[str]:
    """Read back what `dump` has written; yield what was done. What cannot be read costs nothing.

    Raises `DumpFailed`, `ServerInUse`, `DiskFull`, and `BadRequest` when nothing here is ours to restore.
    """
    beside = backup.beside(file)
    accounts = beside.is_file()
    if accounts:
        backup.check_accounts(settings, beside, replace=replace)
    if settings.neo4j_uri is None or not accounts:
        offline.restore(settings, file, replace=replace, progress=progress)
        yield f"The graph was restored from {file}."
    else:
        yield _ELSEWHERE
    if accounts:
        backup.restore_accounts(settings, beside)
        yield f"The accounts were restored from {beside}."
        yield "All have to log in again, and to make tokens and feeds anew: some may have been revoked since."
    else:
        yield f"There is no {beside}: the accounts are as they were."
