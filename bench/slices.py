"""How long answers take, asked of the graph itself (nothing kept): for people by chance, and for the most connected."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.report import Result, Row, busy
from bench.server import loaded
from graph.adjacent import adjacent_to_person
from graph.collaborators import collaborators
from graph.connection import Connection
from graph.potential import potential_collaborators
from graph.search import search
from graph.slice import person_slice

RANDOM, HUBS, ROUNDS = 500, 50, 10
CLIENTS = 8
WARM = 300
"""Questions of each kind before the first that counts: the server compiles and caches what it needs."""
ASK: dict[str, Callable[[Connection, str], Awaitable[Any]]] = {
    "slice": person_slice,
    "collaborators": collaborators,
    "potential collaborators": potential_collaborators,
    "adjacent work": adjacent_to_person,
    "search while typing": lambda connection, name: search(connection, name[: max(3, 2 * len(name) // 3)]),
}
Times = tuple[np.ndarray, np.ndarray]
PEOPLE = "MATCH (p:Person) WHERE p.works > 0 RETURN p.id AS id, p.name AS name ORDER BY p.coauthors DESC, p.id"


async def timed(connection: Connection, what: str, whom: dict[str, str]) -> float:
    """Ask once and return the milliseconds."""
    given = whom["name"] if what.startswith("search") else whom["id"]
    started = time.perf_counter()
    await ASK[what](connection, given)
    return 1000 * (time.perf_counter() - started)


async def times(connection: Connection, what: str, some: Sequence[Any], hubs: Sequence[Any]) -> Times:
    """Return the milliseconds for people by chance and, asked in turn with them, for hubs."""
    for whom in some[:WARM]:
        await timed(connection, what, whom)
    found: tuple[list[float], list[float]] = ([], [])
    for at in range(max(len(some), len(hubs) * ROUNDS)):
        found[0].append(await timed(connection, what, some[at % len(some)]))
        found[1].append(await timed(connection, what, hubs[at % len(hubs)]))
    return np.array(found[0]), np.array(found[1])


async def throughput(connection: Connection, some: Sequence[dict[str, str]]) -> float:
    """Return slices per second with several clients at once."""
    waiting = iter(some)

    async def client() -> None:
        for whom in waiting:
            await person_slice(connection, whom["id"])

    started = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    return len(some) / (time.perf_counter() - started)


async def _measure(kept: Path | None) -> tuple[list[Row], str]:
    async with loaded(kept) as (store, _):
        people = await store.connection.read(PEOPLE, timeout=60)
        hubs, some = people[:HUBS], random.Random(3).sample(people, min(RANDOM, len(people)))
        rows = []
        for what in ASK:
            rows += table(what, await times(store.connection, what, some, hubs))
        rates = [await throughput(store.connection, some * 2) for _ in range(3)]
        rows.append(Row(f"slices, {CLIENTS} clients at once", float(np.median(rates)), "per s"))
        return rows, store.connection.server.removeprefix("Neo4j/")


def table(what: str, found: Times) -> list[Row]:
    """Return the rows of one question; only the slice has an aim."""
    (p50, p99), (hub50, hub99) = (np.quantile(each, (0.5, 0.99)) for each in found)
    aimed = what == "slice"
    return [
        Row(
            f"{what}, p50",
            hub50,
            "ms",
            p50,
            hub50 / p50,
            "random p50 at most 10 ms" if aimed else "",
            bool(p50 <= 10) if aimed else None,
        ),
        Row(
            f"{what}, p99",
            hub99,
            "ms",
            p99,
            hub99 / p99,
            "at most 3 times" if aimed else "",
            bool(hub99 <= 3 * p99) if aimed else None,
        ),
    ]


def measure(kept: Path | None = None) -> Result:
    """Measure on the graph of `kept`, or on one made for it."""
    before = busy()
    rows, version = asyncio.run(_measure(kept))
    says = (
        f"ROR and the whole ACL Anthology. Measured: the {HUBS} people with the most co-authors, each {ROUNDS} times. "
        f"Peer: {RANDOM} people by chance, asked in turn with them. Answers come from the graph, through our "
        "models; no HTTP, nothing kept."
    )
    return Result("slices", says, rows, version, before)
