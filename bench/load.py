"""The whole load of the ACL Anthology against a bare writing of the same rows, on the same server settings.

Ours reads the XML and does all that a load does: provenance, checks, checkpoints, indexes, derived edges. The bare one
gets its rows ready-made and only writes them, by 20,000 with `UNWIND … MERGE`: people, papers and authorships, with
constraints and no other index. Each runs on a new server into which ROR was loaded before (so Java is warm).
"""

import asyncio
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil

from bench.packages import organisations
from bench.report import Result, Row, busy
from bench.server import acl, fresh, server_cpu
from graph.connection import Connection, Tx, as_statement
from graph.models import PaperRecord, PersonRecord
from loaders.pipeline import load
from loaders.ror import RorSource

TIMES = 3
ROWS = 20_000
INDEXES = (
    "SHOW INDEXES YIELD name, owningConstraint, type WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN name"
)
PEOPLE = "UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n += row.fields"
PAPERS = "UNWIND $rows AS row MERGE (n:Paper {id: row.id}) SET n += row.fields"
AUTHORSHIPS = """
UNWIND $rows AS row
MATCH (p:Paper {id: row.paper}) MATCH (w:Person {id: row.person})
MERGE (w)-[a:AUTHORED]->(p) SET a += row.fields
"""
EDGES = "MATCH ()-[e]->() RETURN type(e) AS kind, count(*) AS number"


@dataclass
class Run:
    """One load: seconds of the clock, of the two processors' time, and edges by kind; seconds of each statement."""

    seconds: float = 0.0
    client_cpu: float = 0.0
    server_cpu: float = 0.0
    edges: dict[str, int] = field(default_factory=dict)
    statements: dict[str, float] = field(default_factory=lambda: defaultdict(float))


async def ours() -> Run:
    """Load the Anthology as `bzpeer load acl` does."""
    async with fresh() as (store, settings):
        await load(store.connection, RorSource(organisations()))
        before = await _edges(store.connection)
        source = await acl(store.connection)
        run = Run()
        with _timing(store.connection, run.statements):
            await _timed(run, settings, load(store.connection, source))
        run.edges = {kind: number - before.get(kind, 0) for kind, number in (await _edges(store.connection)).items()}
        return run


async def bare() -> Run:
    """Write the same people, papers and authorships and nothing else."""
    async with fresh() as (store, settings):
        connection = store.connection
        await load(connection, RorSource(organisations()))
        people, papers, authorships = rows(await acl(connection))
        for index in await connection.read(INDEXES):
            await connection.implicit(f"DROP INDEX {index['name']}")
        run = Run()
        await _timed(run, settings, _write(connection, (PEOPLE, people), (PAPERS, papers), (AUTHORSHIPS, authorships)))
        run.edges = {"AUTHORED": (await _edges(connection))["AUTHORED"]}
        return run


def rows(source: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return people, papers and authorships as rows with all the fields that the load writes on them."""
    people, papers, authorships = [], [], []
    for record in (item.records[-1] for item in source.items()):
        if isinstance(record, PersonRecord):
            people.append({"id": record.id, "fields": _fields(record, {"id", "ids"})})
        elif isinstance(record, PaperRecord):
            fields = _fields(record, {"id", "ids", "authors", "topics", "references"})
            papers.append({"id": record.id, "fields": fields | {"byline": [slot.name for slot in record.authors]}})
            for person, slot in {slot.person: slot for slot in reversed(record.authors)}.items():
                authorships.append({"paper": record.id, "person": person, "fields": _fields(slot, {"person"})})
    return people, papers, authorships


def _fields(record: Any, without: set[str]) -> dict[str, Any]:
    found = record.model_dump(exclude=without, exclude_none=True)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


async def _write(connection: Connection, *parts: tuple[str, Sequence[dict[str, Any]]]) -> None:
    for text, some in parts:
        for at in range(0, len(some), ROWS):
            await connection.write(text, rows=some[at : at + ROWS], timeout=600)


async def _timed(run: Run, settings: Any, work: Any) -> None:
    me, server = psutil.Process().cpu_times(), server_cpu(settings)
    started = time.perf_counter()
    await work
    run.seconds = time.perf_counter() - started
    now = psutil.Process().cpu_times()
    run.client_cpu = now.user + now.system - me.user - me.system
    run.server_cpu = server_cpu(settings) - server


async def _edges(connection: Connection) -> dict[str, int]:
    return {row["kind"]: row["number"] for row in await connection.read(EDGES, timeout=120)}


@contextmanager
def _timing(connection: Connection, seconds: dict[str, float]) -> Iterator[None]:
    """Add up the seconds of each query, of those inside transactions too."""
    run_in = Tx.run

    async def timed(self: Tx, query: Any, /, **params: Any) -> Any:
        started = time.perf_counter()
        found = await run_in(self, query, **params)
        seconds[as_statement(query).name] += time.perf_counter() - started
        return found

    def observe(name: str, took: float) -> None:
        seconds[name] += took

    connection.observe = observe
    Tx.run = timed  # type: ignore[method-assign]
    try:
        yield
    finally:
        Tx.run = run_in  # type: ignore[method-assign]
        connection.observe = None


async def _alternate(times: int) -> tuple[list[Run], list[Run]]:
    whole, plain = [], []
    for _ in range(times):
        plain.append(await bare())
        whole.append(await ours())
    return whole, plain


def measure(times: int = TIMES) -> Result:
    """Run both in turn, `times` times."""
    before = busy()
    whole, plain = asyncio.run(_alternate(times))
    return Result("load", _says(times, whole[-1]), table(whole, plain), "5.26.30", before)


def _says(times: int, run: Run) -> str:
    slowest = sorted(run.statements.items(), key=lambda each: -each[1])[:14]
    steps = "\n".join(f"| `{name}` | {took:.1f} |" for name, took in slowest if "/" in name)
    return (
        "The whole load of the ACL Anthology (81,347 papers, 69,039 people) against a bare writing of ready-made rows "
        f"of its people, papers and authorships. Medians of {times} runs, taken in turn.\n\n"
        f"Where the last of our runs spent its time, as waited for by the client:\n\n| query | s |\n|---|---|\n{steps}"
    )


def table(whole: Sequence[Run], plain: Sequence[Run]) -> list[Row]:
    """Return the table's rows."""
    times = median(run.seconds for run in whole), median(run.seconds for run in plain)
    cpu = [median(run.client_cpu + run.server_cpu for run in each) for each in (whole, plain)]
    client = [median(run.client_cpu for run in each) for each in (whole, plain)]
    edges = [median(sum(run.edges.values()) / run.seconds for run in each) for each in (whole, plain)]
    made = ", ".join(f"{number:,} {kind}" for kind, number in sorted(whole[-1].edges.items()) if number)
    return [
        Row("time", times[0], "s", times[1], times[0] / times[1], "at most 3 times", times[0] <= 3 * times[1]),
        Row(
            "edges, all kinds", edges[0], "per s", edges[1], edges[0] / edges[1], "20,000 per s", edges[0] >= 2e4, made
        ),
        Row("processor time, client and server", cpu[0], "s", cpu[1], cpu[0] / cpu[1]),
        Row("processor time, client alone", client[0], "s", client[1], client[0] / client[1]),
    ]


def median(values: Iterable[float]) -> float:
    """Return the median."""
    return statistics.median(values)
