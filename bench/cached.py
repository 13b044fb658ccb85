"""Slices that are kept as bytes, against a plain FastAPI route that returns the same slice under a `response_model`.

Both are served the same way (our server, one process); the client is a bare socket loop that keeps its connections.
"""

import asyncio
import gzip
import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.app import create_app
from api.serving import serve
from bench.report import Result, Row, busy
from bench.server import loaded, settings_for
from graph.answers import Slice
from graph.slice import person_slice
from graph.store import open_store

CONNECTIONS = 4
SECONDS = 5.0
TIMES = 3
KINDS = ("kept", "dict", "model", "kept gzip", "dict gzip")
"""The program; a route that returns a dictionary; one that returns the finished model; the first two, asked for gzip as
browsers ask."""
LEVEL = 5
"""How hard the program compresses, and the peer too."""
BUSIEST = "MATCH (p:Person) RETURN p.id AS id ORDER BY p.coauthors DESC, p.id LIMIT 1"
Rates = dict[str, list[tuple[float, float]]]
PATH = "/api/people/{}/slice"


async def run(kind: str, folder: Path, port: int, person: str) -> None:
    """Serve the program (`kept`), or one plain route with the slice of `person` in memory, until told to end."""
    settings = settings_for(folder)
    async with open_store(settings) as store:
        if kind.startswith("kept"):
            app = create_app(settings, store)
        else:
            answer = await person_slice(store.connection, person)
            app = plain(answer if kind == "model" else answer.model_dump())
        if kind == "dict gzip":
            app.add_middleware(GZipMiddleware, compresslevel=LEVEL)
        await serve(app, "127.0.0.1", port, "granian", lambda: print("ready", flush=True))


def plain(answer: Any) -> FastAPI:
    """Return an application with the one route, as one writes it who does not think of speed."""
    app = FastAPI()

    @app.get(PATH.format("{id:path}"), response_model=Slice)
    async def around(id: str) -> Any:
        return answer

    return app


@contextmanager
def serving(kind: str, folder: Path, person: str) -> Iterator[tuple[int, psutil.Process]]:
    """Run a server in a process of its own and yield its port and the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bench.cached", kind, str(folder), str(port), person]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(30)


def address(person: str) -> str:
    """Return the path of the slice of `person`."""
    return PATH.format(quote(person, safe=""))


def accepted(kind: str) -> dict[str, str]:
    """Return the headers that a client of this kind sends."""
    return {"Accept-Encoding": "gzip" if kind.endswith("gzip") else "identity"}


def body(port: int, person: str, kind: str) -> bytes:
    """Return what one request gets, unpacked."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address(person), headers=accepted(kind))
    reply = connection.getresponse()
    found = reply.read()
    assert reply.status == 200, found
    connection.close()
    return gzip.decompress(found) if reply.headers["content-encoding"] == "gzip" else found


def rate(port: int, server: psutil.Process, person: str, kind: str) -> tuple[float, float]:
    """Return answers per second over several connections, and answers per second of the server's processor time."""
    counts = [0] * CONNECTIONS
    ends = time.perf_counter() + SECONDS
    headers = "".join(f"{name}: {value}\r\n" for name, value in accepted(kind).items())
    request = f"GET {address(person)} HTTP/1.1\r\nHost: bench\r\n{headers}\r\n".encode()

    def client(at: int) -> None:
        with socket.create_connection(("127.0.0.1", port)) as line:
            while time.perf_counter() < ends:
                line.sendall(request)
                _receive(line)
                counts[at] += 1

    threads = [threading.Thread(target=client, args=(at,)) for at in range(CONNECTIONS)]
    started, used = time.perf_counter(), sum(server.cpu_times()[:2])
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    count = sum(counts)
    return count / (time.perf_counter() - started), count / (sum(server.cpu_times()[:2]) - used)


def _receive(line: socket.socket) -> None:
    got = line.recv(1 << 16)
    while b"\r\n\r\n" not in got:
        got += line.recv(1 << 16)
    assert got.startswith(b"HTTP/1.1 200 "), got[:99]
    head, _, rest = got.partition(b"\r\n\r\n")
    lengths = [each.split(b":")[1] for each in head.lower().split(b"\r\n") if each.startswith(b"content-length:")]
    left = int(lengths[0]) - len(rest)
    while left > 0:
        left -= len(line.recv(1 << 16))


def measure(kept: Path | None = None) -> Result:
    """Ask the servers in turn."""
    before = busy()
    rates, size, version = asyncio.run(_measure(kept))
    clock = {kind: statistics.median(each[0] for each in rates[kind]) for kind in KINDS}
    work = {kind: statistics.median(each[1] for each in rates[kind]) for kind in KINDS}
    rows = [
        row("per second; the route returns a dictionary", clock, "dict", "4 times"),
        row("per second; the route returns the finished model", clock, "model"),
        row("per second of the server's processor; a dictionary", work, "dict"),
        row("per second of the server's processor; the model", work, "model"),
        row("per second, compressed as browsers ask for it; a dictionary", clock, "dict gzip"),
        row("per second of the server's processor, compressed; a dictionary", work, "dict gzip"),
    ]
    says = (
        f"The slice of the most connected person ({size:,} bytes), over {CONNECTIONS} connections. Peer: a FastAPI "
        f"route with `response_model` that has the slice in memory, behind Starlette's GZipMiddleware at the program's "
        f"level where it is compressed. All on the program's own server, one process; medians of {TIMES} runs of "
        f"{SECONDS:g} s, in turn; the client shares the processors."
    )
    return Result("cached", says, rows, version, before)


def row(what: str, rates: dict[str, float], peer: str, aim: str = "") -> Row:
    """Return the row of the program against one of the plain routes."""
    ours = rates["kept gzip" if peer.endswith("gzip") else "kept"]
    ratio = ours / rates[peer]
    return Row(f"slices {what}", ours, "per s", rates[peer], ratio, aim, ratio >= 4 if aim else None)


async def _measure(kept: Path | None) -> tuple[Rates, int, str]:
    async with loaded(kept) as (store, settings):
        person = (await store.connection.read(BUSIEST, timeout=60))[0]["id"]
        rates, size = await asyncio.to_thread(_in_turn, settings.data_dir, person)
        return rates, size, store.connection.server.removeprefix("Neo4j/")


def _in_turn(folder: Path, person: str) -> tuple[Rates, int]:
    rates: Rates = {kind: [] for kind in KINDS}
    bodies = set()
    for _ in range(TIMES):
        for kind in KINDS:
            with serving(kind, folder, person) as (port, server):
                bodies.add(body(port, person, kind))
                rates[kind].append(rate(port, server, person, kind))
    assert len(bodies) == 1, "the servers do not give the same slice"
    return rates, len(bodies.pop())


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
