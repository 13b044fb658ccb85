"""A load: items of a source, in batches, through the sink, then derivation.

Each batch and the checkpoint after it are one transaction, so a killed load goes on where it stopped, and a second
load of the same input finds nothing to write. One load at a time runs in a database.
"""

import asyncio
import gc
import time
import uuid
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from graph.catalogue import query
from graph.connection import Connection
from graph.decisions import hiding
from graph.errors import LoadInputError
from graph.models import AnyRecord, PaperRecord
from graph.optout import enforce
from loaders.dead_letters import DeadLetters
from loaders.derive import derive
from loaders.place import load_place
from loaders.sink import Stamp, judge, write
from loaders.source import Item, Reject, Source
from loaders.tally import Outcome, Tally

BATCH = 4_000
"""Items per transaction at most: about 20,000 edges of a typical source."""
WEIGHT = 40_000
"""Nodes, ids and edges per transaction, about: works with long lists of references come in smaller batches, so that
the server's memory limit for a transaction is never near."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: items done, of how many (None: unknown), and what it is doing."""

    done: int
    total: int | None
    doing: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to load."""

    limit: int | None = None
    dry_run: bool = False
    resume: bool = True
    batch: int = BATCH
    dead_letters: Path | None = None
    """Folder for records that could not be read; None keeps only their number."""


def silent(_: Progress) -> None:
    """Report nothing."""


async def load(
    connection: Connection,
    source: Source,
    options: Options = Options(),
    report: Callable[[Progress], None] = silent,
    tally: Tally | None = None,
) -> Outcome:
    """Load `source` and derive what follows from it; return the tally.

    A `tally` that is given is counted in: it then says how far a load has come that ends in an error.

    Raises `LoadInputError` for input that cannot be opened or ends early: what came before it stays, derived facts
    included, and the same load goes on there. Raises `LoadRunning` while another load holds the place.
    """
    started = time.monotonic()
    tally = tally or Tally()
    if options.dry_run:
        return await _dry_run(connection, source, options, report, tally, started)
    async with load_place(connection):
        await enforce(connection)
        run, state = await _open_run(connection, source, options, tally)
        resumed_at = tally.position
        letters = await _letters(connection, options.dead_letters, run, resumed_at)
        if state == "running":
            stamp = Stamp(source.name, run, datetime.now(UTC))
            try:
                with _seldom_collecting():
                    await _consume(connection, source, options, report, stamp, tally, letters)
            except LoadInputError:
                await _finish(connection, source, report, run, tally, "running")
                raise
            await connection.write(query("load/checkpoint"), id=run, state={"state": "deriving"})
        version = await _finish(connection, source, report, run, tally, "done")
    path = str(letters.path) if letters and tally.rejected else None
    return Outcome(source.name, run, tally, resumed_at, version, time.monotonic() - started, path)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for garbage in cycles less often: a batch makes many objects and no cycles, and each look goes over them."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


async def _letters(connection: Connection, folder: Path | None, run: str, position: int) -> DeadLetters | None:
    """Return where to put records that cannot be read, without those that may name somebody who opted out."""
    if folder is None:
        return None
    hidden = await hiding(connection)
    return DeadLetters(folder / f"{run}.jsonl", position, hidden.speaks_of if hidden else None)


async def _open_run(connection: Connection, source: Source, options: Options, tally: Tally) -> tuple[str, str]:
    """Return the id and the state of the load; `tally` goes on from its checkpoint."""
    fresh = f"{source.name}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}"
    row = (
        await connection.write(
            query("load/run_open"), id=fresh, source=source.name, input=source.key, resume=options.resume
        )
    )[0]
    tally.take({name: row[name] for name in tally.state()})
    return row["id"], row["state"]


async def _finish(
    connection: Connection, source: Source, report: Callable[[Progress], None], run: str, tally: Tally, state: str
) -> int:
    """Derive what is due, also what a load that never ended has left; return the version of the data set."""
    changed = bool(tally.records) or (await connection.read(query("load/due")))[0]["due"]
    if changed:
        await derive(connection, run, lambda doing: report(Progress(tally.position, source.total, doing)))
    rows = await connection.write(query("load/finish"), id=run, state=state, changed=changed)
    return int(rows[0]["version"])


async def _consume(
    connection: Connection,
    source: Source,
    options: Options,
    report: Callable[[Progress], None],
    stamp: Stamp,
    tally: Tally,
    letters: DeadLetters | None,
) -> None:
    async for chunk in _chunks(source, tally.position, options):
        done = await _one_batch(connection, chunk, stamp, replace(tally), letters)
        tally.take(done.state())
        report(Progress(tally.position, source.total, f"reading {source.name}"))
        if chunk.error:
            raise chunk.error


@dataclass(frozen=True, slots=True)
class _Chunk:
    found: list[Item | Reject]
    last: bool
    error: Exception | None = None


async def _chunks(source: Source, position: int, options: Options) -> Any:
    """Yield batches, reading the next one in a thread while the database is busy with this one.

    It is one thread from the first record to the last: the state of an XML parser belongs to the thread that made it.
    """
    records = source.items()
    items = islice(records, position, options.limit)
    with ThreadPoolExecutor(1, thread_name_prefix="reader") as reader:
        ahead = reader.submit(_take, items, options.batch)
        try:
            while not (chunk := await asyncio.wrap_future(ahead)).last:
                ahead = reader.submit(_take, items, options.batch)
                yield chunk
            if chunk.found or chunk.error:
                yield chunk
        finally:
            reader.submit(_close, records)


def _close(records: Iterator[Item | Reject]) -> None:
    if isinstance(records, Generator):
        records.close()


def _take(items: Iterator[Item | Reject], number: int) -> _Chunk:
    """Take up to `number` items; an input that breaks off gives what came before it and the error."""
    found: list[Item | Reject] = []
    weight = 0
    try:
        while len(found) < number and weight < WEIGHT:
            item = next(items, None)
            if item is None:
                return _Chunk(found, last=True)
            found.append(item)
            weight += sum(map(_weight, item.records)) if isinstance(item, Item) else 1
    except Exception as error:
        return _Chunk(found, last=True, error=error)
    return _Chunk(found, last=False)


def _weight(record: AnyRecord) -> int:
    """Return about how many nodes, ids and edges a record may make."""
    own = 1 + len(record.ids)
    if isinstance(record, PaperRecord):
        return own + len(record.authors) + len(record.topics) + len(record.references)
    return own


async def _one_batch(
    connection: Connection, chunk: _Chunk, stamp: Stamp, tally: Tally, letters: DeadLetters | None
) -> Tally:
    for index, found in enumerate(chunk.found, start=tally.position):
        if isinstance(found, Reject) and letters:
            letters.add(index, found)
    items = [found for found in chunk.found if isinstance(found, Item)]
    verdict = await judge(connection, _records(items), stamp.source)
    _count(tally, chunk, items, verdict.written)
    tally.conflicts += verdict.conflicts
    tally.records += len(verdict.write)
    await write(connection, verdict, stamp, tally.state())
    return tally


def _records(items: list[Item]) -> list[AnyRecord]:
    return [record for item in items for record in item.records]


def _count(tally: Tally, chunk: _Chunk, items: list[Item], written: set[Any]) -> None:
    """Count items: one whose own record is written counts once, its repetitions in the batch as unchanged."""
    counted: set[Any] = set()
    for item in items:
        subject = item.records[-1]
        key = (subject.kind, subject.id)
        if key in written and key not in counted:
            counted.add(key)
            tally.written += 1
        else:
            tally.unchanged += 1
    tally.position += len(chunk.found)
    tally.read += len(chunk.found)
    tally.rejected += len(chunk.found) - len(items)


async def _dry_run(
    connection: Connection,
    source: Source,
    options: Options,
    report: Callable[[Progress], None],
    tally: Tally,
    started: float,
) -> Outcome:
    async for chunk in _chunks(source, 0, options):
        items = [found for found in chunk.found if isinstance(found, Item)]
        verdict = await judge(connection, _records(items), source.name)
        _count(tally, chunk, items, verdict.written)
        report(Progress(tally.position, source.total, f"reading {source.name} (dry run)"))
        if chunk.error:
            raise chunk.error
    return Outcome(source.name, None, tally, 0, None, time.monotonic() - started, None, dry_run=True)
