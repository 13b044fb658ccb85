"""Everything there is of a kind, in parts of a bounded size: for sitemaps."""

from collections.abc import AsyncIterator

from pydantic import Field

from graph import dataset
from graph.answers import Answer
from graph.catalogue import query
from graph.connection import Connection
from graph.models import KINDS, Kind

PAGE = 5_000
"""Ids that one question reads."""


class Parts(Answer):
    """Where the parts of a listing of everything begin."""

    starts: dict[Kind, list[str]] = Field(description="Per kind, ids after which a part begins; the first is empty.")
    dataset: str


async def parts(connection: Connection, size: int) -> Parts:
    """Return where parts of `size` nodes begin; a kind of which there is none has no part."""
    starts = {kind: [start async for start in _starts(connection, kind, size)] for kind in KINDS}
    return Parts(starts=starts, dataset=await dataset.version(connection))


async def _starts(connection: Connection, kind: Kind, size: int) -> AsyncIterator[str]:
    start = ""
    if not await _ids(connection, kind, start, 0, 1):
        return
    yield start
    while len(edge := await _ids(connection, kind, start, size - 1, 2)) == 2:
        start = edge[0]
        yield start


async def pages_of_ids(connection: Connection, kind: Kind, after: str, most: int) -> AsyncIterator[list[str]]:
    """Yield the ids of a kind that follow `after`, `most` in all, in pages."""
    left = most
    while left and (ids := await _ids(connection, kind, after, 0, min(PAGE, left))):
        yield ids
        after, left = ids[-1], left - len(ids)


async def _ids(connection: Connection, kind: Kind, after: str, skip: int, limit: int) -> list[str]:
    (row,) = await connection.read(query("read/ids_after"), kind=kind, after=after, skip=skip, limit=limit)
    ids: list[str] = row["ids"]
    return ids
