"""The managed server: a real Neo4j Community that the program starts, shares and stops by itself.

One folder (`data_dir/neo4j`) holds one server. `join` is the only way to use it: it starts the server or joins the
running one. Who ends it is told in `graph/watcher.py`; what lies in its home, in `graph/server_home.py`.
"""

import logging
import os
import socket
import subprocess
import sys
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from pydantic import SecretStr

from graph import watcher
from graph.errors import DiskFull, ServerStartFailed
from graph.jars import Progress, jar_folder
from graph.server_home import (
    check_room,
    check_version,
    disk_full,
    initialised,
    make_folder,
    put_back,
    read_password,
    server_command,
    server_folder,
    set_password,
    write_configuration,
)
from graph.settings import Settings

log = logging.getLogger(__name__)

USER = "neo4j"
DATABASE = "neo4j"
START_TIMEOUT = 120.0  # seconds until the server must answer; 5 to 6 is usual
LOG_LINES = 15  # of the server's log that a failed start shows


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where and how a database is reached."""

    uri: str
    user: str
    password: SecretStr | None
    database: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the managed server from outside."""

    folder: Path
    running: watcher.State | None
    users: list[int]
    pinned: bool


class Use:
    """One use of the managed server by this process; the server runs at least until `leave`."""

    def __init__(self, endpoint: Endpoint, folder: Path, mark: FileLock) -> None:
        self.endpoint = endpoint
        self._folder = folder
        self._mark = mark

    def leave(self) -> None:
        """Stop using the server; after the last use its watcher ends it."""
        _release(self._mark)
        _rewatch(self._folder)


def join(settings: Settings, progress: Progress | None = None) -> Use:
    """Start the managed server, or join the one that runs.

    Blocks until it answers, and for a first fetch of the jars: call it in a thread from async code.
    Raises `ServerStartFailed`, `WrongDataVersion`, `DiskFull`, `FetchFailed`.
    """
    folder = make_folder(settings)
    with watcher.file_lock(folder / "lock"):
        mark = watcher.file_lock(folder / "users" / f"{os.getpid()}-{uuid.uuid4().hex[:8]}")
        mark.acquire()
        try:
            port = _running_port(folder) or _start(folder, settings, jar_folder(settings, progress))
            return Use(endpoint(folder, port), folder, mark)
        except BaseException:
            _release(mark)
            raise


def endpoint(folder: Path, port: int) -> Endpoint:
    """Return how the managed server of `folder` is reached."""
    return Endpoint(f"bolt://127.0.0.1:{port}", USER, SecretStr(read_password(folder)), DATABASE)


def revive(settings: Settings, port: int) -> None:
    """Start the managed server again on `port`, where its users look for it, unless somebody has done so already.

    Blocks until it answers; for a process that has joined it. Raises as `join` does.
    """
    folder = server_folder(settings)
    with watcher.file_lock(folder / "lock"):
        if _running_port(folder) is None:
            _start(folder, settings, jar_folder(settings), port)


def end(settings: Settings, patience: float) -> None:
    """End the managed server, its users or not: ask it to, and kill it after `patience` seconds; nothing is lost.

    Blocks until it has ended.
    """
    folder = server_folder(settings)
    with watcher.file_lock(folder / "lock"):
        state = watcher.read_state(folder)
        if state and (process := watcher.find(folder, state)):
            watcher.end(process, patience)


def status(settings: Settings) -> Status:
    """Return what runs in the data folder, and who uses it."""
    folder = server_folder(settings)
    return Status(folder, watcher.read_state(folder), watcher.users(folder), watcher.pinned(folder))


def pin(settings: Settings, progress: Progress | None = None) -> None:
    """Start the server and let it run on without users, until `unpin`. Raises as `join` does."""
    use = join(settings, progress)
    (server_folder(settings) / "users" / watcher.PINNED).touch()
    use.leave()


def unpin(settings: Settings) -> Status:
    """Let the server end with its last user; wait for its end when there is none. Return what is left."""
    folder = server_folder(settings)
    (folder / "users" / watcher.PINNED).unlink(missing_ok=True)
    deadline = time.monotonic() + 2 * watcher.STOP_TIMEOUT
    while watcher.read_state(folder) and not watcher.users(folder) and time.monotonic() < deadline:
        time.sleep(watcher.INTERVAL / 2)
    return status(settings)


def _release(mark: FileLock) -> None:
    mark.release()
    Path(mark.lock_file).unlink(missing_ok=True)


def _running_port(folder: Path) -> int | None:
    """Return the port of the running server, or None."""
    state = _rewatch(folder)
    if state is None:
        return None
    _await_answer(folder, state.port)
    return state.port


def _rewatch(folder: Path) -> watcher.State | None:
    """Return the running server, or None; give it a new watcher when its own was killed."""
    state = watcher.read_state(folder)
    if state and not watcher.held(folder / "watching"):
        _spawn_watcher(folder, state.port, state.version, [])
    return state


def _start(folder: Path, settings: Settings, jars: Path, port: int | None = None) -> int:
    """Start a server in `folder`, whose lock is held, on `port` or a free one; return it once the server answers."""
    check_version(folder, settings.neo4j_version)
    check_room(folder)
    put_back(folder)
    for left in (folder / "users").glob("*-*"):  # of processes that were killed; only this one is in use
        if not watcher.held(left):
            left.unlink(missing_ok=True)
    port = port or free_port()
    write_configuration(folder, settings, port)
    if not initialised(folder):
        set_password(folder, jars)
    (folder / "server.json").unlink(missing_ok=True)
    started = time.monotonic()
    _spawn_watcher(folder, port, settings.neo4j_version, server_command(folder, jars, settings))
    _await_answer(folder, port)
    (folder / "version").write_text(settings.neo4j_version, encoding="ascii")
    log.info("Neo4j %s answers on port %d after %.1f s", settings.neo4j_version, port, time.monotonic() - started)
    return port


def free_port(wanted: int = 0) -> int:
    """Return `wanted` unless something listens there; any port on which nothing does otherwise."""
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise ServerStartFailed("No port of this machine is free: end a program that listens on many.")


def _spawn_watcher(folder: Path, port: int, version: str, command: list[str]) -> None:
    """Start the watcher, which starts the server, in a session of its own: Ctrl-C must not reach them."""
    arguments = [sys.executable, "-P", watcher.__file__, str(folder), str(port), version, *command]
    with (folder / "watcher.log").open("wb") as output:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=folder, start_new_session=True
        )
    deadline = time.monotonic() + watcher.STOP_TIMEOUT
    while command and not (folder / "server.json").exists():
        if time.monotonic() > deadline or process.poll() is not None:
            raise ServerStartFailed(f"The managed server could not be started.\n{log_end(folder)}")
        time.sleep(0.02)
    process.returncode = 0  # it outlives this process on purpose: Python shall not warn that it still runs


def _await_answer(folder: Path, port: int) -> None:
    """Wait until the server answers; raise `ServerStartFailed` with the end of its log when it does not."""
    auth = (USER, read_password(folder))
    deadline = time.monotonic() + START_TIMEOUT
    with GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=auth, connection_timeout=5) as driver:
        while watcher.read_state(folder) and time.monotonic() < deadline:
            try:
                with driver.session(database=DATABASE) as session:
                    session.run("RETURN 1").consume()
                return
            except AuthError as error:
                raise ServerStartFailed(
                    f"The managed server refuses the password in {folder / 'password'}: bring the right file back."
                ) from error
            except (DriverError, Neo4jError):  # not listening yet, or the database is still opening
                time.sleep(0.1)
    raise _start_error(folder)


def _start_error(folder: Path) -> ServerStartFailed | DiskFull:
    """Return why the server does not answer: it has ended, or its time is over."""
    text = log_end(folder)
    if "No space left on device" in text:
        return disk_full(folder)
    how = (
        f"did not answer within {START_TIMEOUT:.0f} s" if watcher.read_state(folder) else "ended while it was starting"
    )
    return ServerStartFailed(f"The managed server {how}. The end of its log:\n{text}")


def log_end(folder: Path) -> str:
    """Return the last lines that the server wrote."""
    for path in (folder / "home" / "logs" / "neo4j.log", folder / "console.log", folder / "watcher.log"):
        if path.exists() and path.stat().st_size:
            return "\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:])
    return f"(no log in {folder})"
