"""A PostgreSQL of the machine's own binaries, started for one run of the tests."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest

from tests.api.conftest import free_port

_START = 60


def binaries() -> Path | None:
    """Return the folder of `initdb` and `postgres`, the newest where there are several; None where there is none."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return next((each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None)


@contextmanager
def running() -> Iterator[str]:
    """Run a server and yield its address without a database; skip where it cannot be run."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    folder, port = Path(tempfile.mkdtemp(prefix="bzpeer-postgres-")), free_port()
    if who:
        shutil.chown(folder, "postgres", "postgres")
    try:
        make = [str(programs / "initdb"), "-D", "data", "-A", "trust", "-U", "tests", "-E", "UTF8", "--no-sync"]
        subprocess.run(make, cwd=folder, check=True, capture_output=True, **who)  # type: ignore[call-overload]
        options = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"]
        serve = [str(programs / "postgres"), "-D", "data", *(word for each in options for word in ("-c", each))]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(serve, cwd=folder, stdout=log, stderr=log, **who)  # type: ignore[call-overload]
        try:
            yield f"postgresql://tests@127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)  # does not wait for those who are still connected
            process.wait(_START)
    finally:
        shutil.rmtree(folder)


async def make_database(server: str, name: str, template: str | None = None) -> str:
    """Make a database, empty or a copy of another; wait for a server that is still starting. Return its address."""
    last: Exception | None = None
    for _ in range(_START * 20):
        try:
            connection = await asyncpg.connect(f"{server}/postgres")
        except (OSError, asyncpg.CannotConnectNowError) as error:
            last = error
            await asyncio.sleep(0.05)
            continue
        await connection.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        await connection.close()
        return f"{server}/{name}"
    raise AssertionError("PostgreSQL does not answer") from last
