"""`make fuzz`: attacks and honest queries, changed at random, against the gate and a real Neo4j.

What the gate lets through is run in a session that may write, and kept: any update, or any plan that does more than
reading, is a hole in the gate. Each release with a lock file gets the number of changed queries, drawn by the seed:
`python -m tests.fuzz 10000 7`.
"""

import asyncio
import random
import sys
import tempfile
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

import graph
from graph.connection import Connection
from graph.console.gate import Accepted, check
from graph.console.rules import CHANGES, READING
from graph.errors import QueryNotAllowed
from graph.settings import load_settings
from graph.store import open_store
from tests.unit.gate.corpus import attacks, honest
from tests.world import everything, load_world

PIECES = [
    *sorted(CHANGES),
    *sorted(READING),
    *"'\"`\\/*;.:,()[]{}|$&!=+-<>\n\r\t",
    *("//", "/*", "*/", "::", ".."),
    *(
        "\\u0027",
        "\\u0060",
        "\\u000a",
        "\\u005c",
        "\\u0053ET",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\x85",
        "ſ",
        "''",
        "0x",
        "1.",
    ),
    *("SET n.x = 1", "CREATE (:Probe)", "DELETE n", "CALL dbms.listConfig()", "apoc.x(1)", "AS as", "IN TRANSACTIONS"),
]


def changed(rng: random.Random, seeds: list[str]) -> str:
    """Return a query of `seeds` with one to four changes: pieces put in, cut, doubled, swapped, or of another query."""
    text = rng.choice(seeds)
    for _ in range(rng.randint(1, 4)):
        at, until = sorted(rng.choices(range(len(text) + 1), k=2))
        until = min(until, at + 20)
        match rng.randrange(6):
            case 0:
                text = text[:at] + rng.choice(PIECES) + text[at:]
            case 1:
                text = f"{text[:at]} {rng.choice(PIECES)} {text[at:]}"
            case 2:
                text = text[:at] + text[until:]
            case 3:
                text = text[:until] + text[at:]
            case 4:
                text = text[:at] + rng.choice(seeds) + text[at:]
            case _:
                text = text[:at] + text[at:until].swapcase() + text[until:]
    return text


async def hole(driver: neo4j.AsyncDriver, query: str, accepted: Accepted) -> str | None:
    """Return what a query that passed does besides reading, or None; what it does is kept."""
    async with driver.session() as session:
        try:
            plan = await (await session.run(f"{accepted.version} EXPLAIN {accepted.text}")).consume()
            if plan.query_type != "r":
                return f"is planned as {plan.query_type}"
            async with await session.begin_transaction(timeout=0.3) as transaction:
                summary = await (await transaction.run(f"{accepted.version} {accepted.text}")).consume()
                await transaction.commit()
        except (Neo4jError, DriverError):
            return None
    return "has updated the graph" if summary.counters.contains_updates else None


async def fuzz(connection: Connection, number: int, seed: int) -> tuple[int, list[str]]:
    """Try `number` changed queries; return how many passed the gate, and the holes."""
    rng, seeds = random.Random(seed), [text for _, text in (*attacks(), *honest())]
    passed, holes = 0, []
    driver = connection._driver
    for _ in range(number):
        query = changed(rng, seeds)
        try:
            accepted = check(query)
        except QueryNotAllowed:
            continue
        passed += 1
        if found := await hole(driver, query, accepted):
            holes.append(f"{query!r} {found}")
    return passed, holes


async def main(number: int = 10_000, seed: int = 1) -> int:
    """Run against managed servers with a small graph; return the exit code."""
    return max([await one(version, number, seed) for version in locked()])


def locked() -> list[str]:
    """Return the releases of Neo4j that the program can run itself."""
    return sorted(path.stem.removeprefix("neo4j-") for path in Path(graph.__file__).parent.glob("neo4j-*.lock"))


async def one(version: str, number: int, seed: int) -> int:
    """Run against one release; return 1 when a hole was found."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = load_settings(_env_file=None, neo4j_uri=None, data_dir=Path(folder), neo4j_version=version)
        async with open_store(settings) as store:
            await load_world(store.connection)
            before = await everything(store.connection)
            passed, holes = await fuzz(store.connection, number, seed)
            same = await everything(store.connection) == before
    print(
        f"Neo4j {version}, {number} changed queries, seed {seed}: {passed} passed, {len(holes)} did more than reading"
    )
    print(*holes, "The graph is unchanged." if same else "The graph has changed.", sep="\n")
    return 1 if holes or not same else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*map(int, sys.argv[1:]))))
