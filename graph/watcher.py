"""The process that owns a managed server and ends it with its last user, also when that one is killed.

Run detached, as `python watcher.py FOLDER PORT VERSION COMMAND…`. It starts the server's Java process, looks
a few times a second who still uses it, and stops it (terminate, wait, kill) when nobody does.

What the processes share lies in `FOLDER` (`data_dir/neo4j`):

- `lock`: held while a server is started, stopped or joined;
- `server.json`: the running server (`State`), written and removed by its watcher;
- `watching`: a file that the watcher keeps locked as long as it lives;
- `users/PID-…`: one file per use, which the using process keeps locked: the system frees it when the process
  dies, however it dies. (Process ids with start times were not chosen: both change meaning, one when an id
  is used again, one when the clock is set.) `users/pinned` counts until it is removed (`bzpeer db start`).

This file imports nothing of the project, so that it starts fast.
"""

import contextlib
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

INTERVAL = 0.25  # seconds between two looks
STOP_TIMEOUT = 30.0  # seconds that the server has to end by itself before it is killed
PINNED = "pinned"


@dataclass(frozen=True, slots=True)
class State:
    """A running managed server, as `server.json` holds it."""

    pid: int
    port: int
    version: str


def file_lock(path: Path) -> FileLock:
    """Return the lock of a file, not bound to one thread (starting a server happens in a worker thread)."""
    return FileLock(path, thread_local=False)


def held(path: Path) -> bool:
    """Tell whether a living process keeps `path` locked."""
    if not path.exists():
        return False
    try:
        with file_lock(path).acquire(blocking=False):
            return False
    except Timeout:
        return True


def find(folder: Path, state: State) -> psutil.Process | None:
    """Return the living process of a server; None when its id now belongs to another program."""
    try:
        process = psutil.Process(state.pid)
        if process.status() == psutil.STATUS_ZOMBIE or f"--home-dir={folder / 'home'}" not in process.cmdline():
            return None
    except psutil.Error:
        return None
    return process


def read_state(folder: Path) -> State | None:
    """Return the server of `folder`, or None when none runs."""
    try:
        state = State(**json.loads((folder / "server.json").read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None
    return state if find(folder, state) else None


def write_state(folder: Path, state: State) -> None:
    """Write `server.json` whole or not at all."""
    partial = folder / "server.json.part"
    partial.write_text(json.dumps(asdict(state)), encoding="utf-8")
    partial.replace(folder / "server.json")


def users(folder: Path) -> list[int]:
    """Return the ids of the processes that use the server, each once."""
    uses = [path for path in (folder / "users").glob("*-*") if held(path)]
    return sorted({int(path.name.partition("-")[0]) for path in uses})


def pinned(folder: Path) -> bool:
    """Tell whether the server shall run on without users."""
    return (folder / "users" / PINNED).exists()


def ended(process: psutil.Process) -> bool:
    """Tell whether a process has ended; also one that its parent (in a container often nobody) has not reaped."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def end(process: psutil.Process, timeout: float = STOP_TIMEOUT) -> None:
    """End a process: terminate, wait, kill, wait."""
    for signal in (process.terminate, process.kill):
        with contextlib.suppress(psutil.NoSuchProcess):
            signal()
        deadline = time.monotonic() + timeout
        while not ended(process):
            if time.monotonic() > deadline:
                break
            time.sleep(INTERVAL / 5)
        else:
            return


def watch(folder: Path, server: psutil.Process) -> None:
    """Wait until the server has ended or nobody uses it; then end it and remove `server.json`."""
    while not ended(server):
        if not users(folder) and not pinned(folder):
            with file_lock(folder / "lock"):  # nobody can begin to use it while it ends
                if not users(folder) and not pinned(folder):
                    end(server)
                    (folder / "server.json").unlink(missing_ok=True)
                    return
        time.sleep(INTERVAL)


def start(folder: Path, port: int, version: str, command: list[str]) -> psutil.Process:
    """Start the server and note it in `server.json`."""
    with (folder / "console.log").open("wb") as log:
        server = psutil.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    write_state(folder, State(server.pid, port, version))
    return server


def main(arguments: list[str]) -> None:
    """Start the server of a folder, or without a command take over the one that runs; then watch it."""
    folder, port, version, command = Path(arguments[0]), int(arguments[1]), arguments[2], arguments[3:]
    with file_lock(folder / "watching"):
        if command:
            watch(folder, start(folder, port, version, command))
        elif state := read_state(folder):
            with contextlib.suppress(psutil.NoSuchProcess):
                watch(folder, psutil.Process(state.pid))


if __name__ == "__main__":
    main(sys.argv[1:])
