"""The read-only copy of the managed graph: a second server with a folder, a password and limits of its own.

Neo4j Community gives every user all rights, so other programs are let at a copy that refuses to write.
"""

import tempfile
from pathlib import Path

from graph import watcher
from graph.errors import BadRequest
from graph.jars import Progress
from graph.offline import check_managed, dump, restore
from graph.server import Endpoint, endpoint, free_port, revive, status, unpin
from graph.server_home import READ_ONLY, has_graph, make_folder, server_folder
from graph.settings import Settings


def copy_settings(settings: Settings) -> Settings:
    """Return the settings of the copy: those of the graph, with a data folder within that of the graph."""
    return settings.model_copy(update={"data_dir": settings.data_dir / "copy"})


def refresh(settings: Settings, progress: Progress | None = None) -> Endpoint:
    """Make the copy, or bring it up to date, start it until `stop`, and return how it is reached.

    The graph's own server must be free for it, and is stopped meanwhile. Raises as `graph.offline.dump` and `restore`.
    """
    check_managed(settings)
    copy = copy_settings(settings)
    folder = make_folder(copy)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".dump-") as room:
        dumped = Path(room) / "graph.dump"
        dump(settings, dumped, progress)
        unpin(copy)
        (folder / READ_ONLY).touch()
        restore(copy, dumped, replace=True, progress=progress)
    return start(settings)


def start(settings: Settings) -> Endpoint:
    """Start the copy as it is, until `stop`, on the port that it had before unless another program has that now.

    Raises `BadRequest` when there is none, and as `graph.server.join`.
    """
    copy = copy_settings(settings)
    folder = server_folder(copy)
    if not (folder / READ_ONLY).exists() or not has_graph(folder):
        raise BadRequest("There is no copy yet: `bzpeer db copy` makes one.")
    port = _port(folder)
    kept = folder / "users" / watcher.PINNED
    kept.touch()
    try:
        revive(copy, port)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return endpoint(folder, port)


def stop(settings: Settings) -> bool:
    """Stop the copy; its files stay. Return whether it ran."""
    copy = copy_settings(settings)
    ran = status(copy).running is not None
    unpin(copy)
    return ran


def _port(folder: Path) -> int:
    """Return the port of the copy, the same as before where it can be: programs that connect shall find it again."""
    running, path = watcher.read_state(folder), folder / "port"
    if running:
        return running.port
    port = free_port(int(path.read_text(encoding="ascii")) if path.exists() else 0)
    path.write_text(str(port), encoding="ascii")
    return port
