"""Rows as a Parquet file, group by group."""

import io
from collections.abc import AsyncIterator, Sequence
from typing import Any

from graph.console.formats import flat
from graph.console.run import Result
from graph.errors import QueryRefused

GROUP = 20_000
"""Rows of a group at most: what is held in memory."""
GROUP_BYTES = 32 * 2**20
"""Bytes of a group, beyond which no row is added to it."""


_SCALAR = frozenset({str, int, float, bool, type(None)})


class _Sink(io.RawIOBase):
    """A file of which what was written can be taken, and which goes on counting from there."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        self._at += len(self._pieces[-1])
        return len(self._pieces[-1])

    def taken(self) -> bytes:
        """Return what was written since the last call."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        return whole


async def parquet(result: Result) -> AsyncIterator[bytes]:
    """Yield a Parquet file; the type of each column is that of its values in the first group of rows.

    Numbers, text and truth are columns of these; everything else, and mixed columns, are text as in CSV.
    Raises `QueryRefused` when a later value does not fit its column.
    """
    import pyarrow as arrow  # only here: it takes longer to load than most queries to answer
    from pyarrow import parquet as writing

    sink = _Sink()
    writer: Any = None
    schema: Any = None
    async for rows in _groups(result):
        columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) if rows else [()] * len(result.fields)
        if schema is None:
            schema = arrow.schema([(n, _type(arrow, c)) for n, c in zip(result.fields, columns, strict=True)])
            writer = writing.ParquetWriter(sink, schema)
        writer.write_table(_table(arrow, columns, schema))
        piece = sink.taken()
        result.wrote(len(piece))
        yield piece
    if writer is not None:
        writer.close()
    yield sink.taken()


def _table(arrow: Any, columns: Sequence[Sequence[Any]], schema: Any) -> Any:
    try:
        arrays = [_array(arrow, column, field.type) for column, field in zip(columns, schema, strict=True)]
        return arrow.table(arrays, schema=schema)
    except (arrow.ArrowInvalid, arrow.ArrowTypeError, OverflowError) as error:
        raise QueryRefused(
            "A value does not fit its column in Parquet: make it one type with toString() or toFloat()."
        ) from error


async def _groups(result: Result) -> AsyncIterator[list[list[Any]]]:
    """Yield the rows in groups, what has parts as text; at least one group, be it empty."""
    group: list[list[Any]] = []
    size = 0
    async for row in result.rows():
        cells = [value if type(value) in _SCALAR else str(flat(value)) for value in row]
        group.append(cells)
        size += sum(len(each) if isinstance(each, str) else 8 for each in cells)
        if len(group) == GROUP or size >= GROUP_BYTES:
            yield group
            group, size = [], 0
    if group or not result.count:
        yield group


def _type(arrow: Any, column: Sequence[Any]) -> Any:
    kinds = {type(value) for value in column if value is not None}
    if kinds == {int}:
        return arrow.int64()
    if kinds and kinds <= {int, float}:
        return arrow.float64()
    return arrow.bool_() if kinds == {bool} else arrow.string()


def _array(arrow: Any, column: Sequence[Any], kind: Any) -> Any:
    if kind == arrow.string():
        column = tuple(value if value is None or isinstance(value, str) else str(flat(value)) for value in column)
    elif kind == arrow.float64():
        column = tuple(float(value) if isinstance(value, int) else value for value in column)
    return arrow.array(column, kind)
