"""Offline work on the managed graph: dump, restore, and whatever else needs the server stopped.

`stopped` stops a server that nobody uses, keeps everybody out meanwhile, and starts it again if it was kept running.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph import watcher
from graph.errors import BadRequest, DumpFailed, ServerInUse
from graph.jars import Progress, jar_folder
from graph.server import DATABASE, pin, status, unpin
from graph.server_home import (
    check_room,
    check_version,
    disk_full,
    first_line,
    forget_aside,
    has_graph,
    make_folder,
    put_aside,
    put_back,
    run_admin,
    write_configuration,
)
from graph.settings import Settings


def dump(settings: Settings, target: Path, progress: Progress | None = None) -> int:
    """Write the managed graph to the file `target`, whole or not at all; return its size in bytes.

    Raises `DumpFailed`, `ServerInUse`, `BadRequest` when the graph is not the managed one.
    """
    if target.exists():
        raise DumpFailed(f"{target} exists already: choose another name, or move it away.")
    if not target.parent.is_dir():
        raise DumpFailed(f"There is no folder {target.parent}: make it first, or choose another.")
    jars = jar_folder(settings, progress)
    with stopped(settings) as folder:
        if not has_graph(folder):
            raise DumpFailed(f"There is no graph in {folder} yet: nothing to dump.")
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".dump-") as room:
            _check(run_admin(folder, jars, "database", "dump", DATABASE, f"--to-path={room}"), folder, "written")
            (Path(room) / f"{DATABASE}.dump").replace(target)
    return target.stat().st_size


def restore(settings: Settings, source: Path, *, replace: bool = False, progress: Progress | None = None) -> None:
    """Read the managed graph from the dump `source`. A graph that is there is kept unless `replace`.

    When the dump cannot be read, the graph is as it was. Raises `DumpFailed`, `ServerInUse`, `DiskFull`, `BadRequest`.
    """
    if not source.is_file():
        raise DumpFailed(f"There is no file {source}: name a dump that `bzpeer db dump` has written.")
    jars = jar_folder(settings, progress)
    with stopped(settings) as folder:
        if has_graph(folder) and not replace:
            raise DumpFailed(f"There is a graph in {folder} already: dump it first, then restore with --replace.")
        check_room(folder)
        put_aside(folder)
        try:
            _check(run_admin(folder, jars, "database", "load", DATABASE, "--from-stdin", stdin=source), folder, "read")
        except BaseException:
            put_back(folder)
            raise
        forget_aside(folder)


@contextmanager
def stopped(settings: Settings) -> Iterator[Path]:
    """Yield the server's folder while no server runs in it and none can start.

    Raises `ServerInUse` while other processes use the server, `BadRequest` when the graph is not the managed one.
    """
    check_managed(settings)
    folder = make_folder(settings)
    check_version(folder, settings.neo4j_version)
    _refuse_users(settings)
    kept = watcher.pinned(folder)
    unpin(settings)
    try:
        with watcher.file_lock(folder / "lock"):
            _refuse_users(settings)
            put_back(folder)
            write_configuration(folder, settings, port=0)
            yield folder
    finally:
        if kept:
            pin(settings)


def check_managed(settings: Settings) -> None:
    """Raise `BadRequest` when the graph is at an address, so that its server is not ours to stop."""
    if settings.neo4j_uri is not None:
        raise BadRequest(
            "This works on the managed server only, and BZPEER_NEO4J_URI is set: use the tools of that Neo4j, "
            "or unset BZPEER_NEO4J_URI."
        )


def _refuse_users(settings: Settings) -> None:
    processes = ", ".join(str(pid) for pid in status(settings).users)
    if processes:
        raise ServerInUse(f"The managed server is in use by process {processes}: end it first, then try again.")


def _check(result: subprocess.CompletedProcess[str], folder: Path, what: str) -> None:
    """Raise `DumpFailed` or `DiskFull` when Neo4j's tool has failed."""
    if result.returncode == 0:
        return
    if "No space left" in result.stderr:
        raise disk_full(folder)
    raise DumpFailed(f"The dump could not be {what}: {first_line(result.stderr)}.")
