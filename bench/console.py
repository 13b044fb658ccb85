"""The profile page while strangers try cross-products of millions of rows, against the same page when nobody does."""

import asyncio
import random
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx2
import numpy as np

from api.app import create_app
from api.serving import serve
from bench.report import Result, Row, busy
from bench.server import loaded, settings_for
from graph.store import open_store

PARTS = ("", "/trust", "/slice", "/works", "/collaborators", "/potential-collaborators", "/adjacent")
"""The answers that the page asks for, all at once."""
BOMB = "MATCH (a:Person), (b:Person), (c:Person) WHERE a.name + b.name < c.name RETURN count(*) AS n"
STRANGERS = 10
WARM, ROUNDS, PAGES = 100, 4, 50
"""Pages before the first that counts; rounds of each kind; pages of one round, each of another person."""
PEOPLE = "MATCH (p:Person) WHERE p.works > 0 RETURN p.id AS id ORDER BY p.id"
Pages = list[tuple[float, int]]


async def run(folder: Path, port: int) -> None:
    """Serve the program until told to end; its console is open to everybody, each with an address of its own."""
    settings = settings_for(folder).model_copy(update={"console": "public", "trusted_proxies": ("127.0.0.1",)})
    async with open_store(settings) as store:
        app = create_app(settings, store)
        await serve(app, "127.0.0.1", port, "granian", lambda: print("ready", flush=True))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run a server in a process of its own and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bench.console", str(folder), str(port)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


async def page(client: httpx2.AsyncClient, person: str) -> tuple[float, int]:
    """Ask for all parts of a page as a browser does; return the milliseconds until the last, and how many failed."""
    started = time.perf_counter()
    base = f"/api/people/{quote(person, safe='')}"
    replies = await asyncio.gather(*(client.get(base + part) for part in PARTS))
    return 1000 * (time.perf_counter() - started), sum(reply.status_code != 200 for reply in replies)


@asynccontextmanager
async def strangers(client: httpx2.AsyncClient, outcomes: Counter[int]) -> AsyncIterator[None]:
    """Let ten strangers try, again and again, as long as the context lasts; count how they are answered."""

    async def one(number: int) -> None:
        while True:
            address = {"X-Forwarded-For": f"192.0.2.{number}"}
            reply = await client.post("/api/cypher", json={"query": BOMB}, headers=address)
            outcomes[reply.status_code] += 1
            await asyncio.sleep(0.2)

    tasks = [asyncio.create_task(one(number)) for number in range(1, STRANGERS + 1)]
    try:
        await asyncio.sleep(1)  # until they are at it
        yield
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(each, asyncio.CancelledError) for each in ended), ended
        await asyncio.sleep(2)  # their queries end with them


async def _times(address: str, people: list[str]) -> tuple[dict[bool, Pages], Counter[int]]:
    """Measure in turn at rest and under attack, every page another person's, so that nothing is kept."""
    whom, outcomes = iter(people), Counter[int]()
    found: dict[bool, Pages] = {False: [], True: []}
    async with httpx2.AsyncClient(base_url=address, timeout=120) as client:
        for _ in range(WARM):
            await page(client, next(whom))
        for _ in range(ROUNDS):
            found[False] += [await page(client, next(whom)) for _ in range(PAGES)]
            async with strangers(client, outcomes):
                found[True] += [await page(client, next(whom)) for _ in range(PAGES)]
    return found, outcomes


async def _measure(kept: Path | None) -> tuple[dict[bool, Pages], Counter[int], str]:
    async with loaded(kept) as (store, settings):
        every = [row["id"] for row in await store.connection.read(PEOPLE, timeout=60)]
        people = random.Random(5).sample(every, WARM + 2 * ROUNDS * PAGES)
        with serving(settings.data_dir) as address:
            found, outcomes = await _times(address, people)
        return found, outcomes, store.connection.server.removeprefix("Neo4j/")


def measure(kept: Path | None = None) -> Result:
    """Measure on the graph of `kept`, or on one made for it."""
    before = busy()
    found, outcomes, version = asyncio.run(_measure(kept))
    rest, tried = (np.quantile([each[0] for each in found[attacked]], (0.5, 0.99)) for attacked in (False, True))
    failed = sum(each[1] for each in found[True])
    ratio = float(tried[1] / rest[1])
    told = ", ".join(f"{number} with {status}" for status, number in sorted(outcomes.items()))
    met, note = ratio <= 3 and not failed, f"{failed} answers failed" if failed else ""
    rows = [
        Row("profile page, p50", float(tried[0]), "ms", float(rest[0]), float(tried[0] / rest[0])),
        Row("profile page, p99", float(tried[1]), "ms", float(rest[1]), ratio, "at most 3 times", met, note),
    ]
    says = (
        f"The {len(PARTS)} answers behind a profile page, asked at once over HTTP, until the last is there; people by "
        f"chance, each asked once, so that nothing is kept. Measured: while {STRANGERS} strangers, each from another "
        f"address, try a cross-product over all people again and again (answered: {told or 'none'}; those that still "
        f"ran when a round ended are not counted). Peer: the same when nobody asks. {ROUNDS} rounds of {PAGES} pages "
        "each, in turn; server, Neo4j and client share the processors; the default limits."
    )
    return Result("console", says, rows, version, before)


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), int(sys.argv[2])))
