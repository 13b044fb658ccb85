"""Rows as bytes, as they come: NDJSON and CSV, in pieces of some ten kilobytes."""

import csv
import io
from collections.abc import AsyncIterator
from typing import Any

import orjson

from graph.console.run import Result
from graph.console.values import encode
from graph.export.table import FORMULA

PIECE = 64 * 1024
"""Bytes that are gathered before they are passed on."""


async def ndjson(result: Result, *, end: bool = True) -> AsyncIterator[bytes]:
    """Yield one JSON object per row, and a last one `{"$end": {"rows", "cut", "milliseconds"}}`, unless not wanted.

    An answer without that last line was broken off.
    """
    gathered = bytearray()
    async for row in result.rows():
        line = orjson.dumps(dict(zip(result.fields, map(encode, row), strict=True))) + b"\n"
        result.wrote(len(line))
        gathered += line
        if len(gathered) >= PIECE:
            yield bytes(gathered)
            gathered.clear()
    if end:
        said = {"rows": result.count, "cut": result.cut, "milliseconds": result.milliseconds}
        gathered += orjson.dumps({"$end": said}) + b"\n"
    yield bytes(gathered)


async def comma_separated(result: Result) -> AsyncIterator[bytes]:
    """Yield CSV as RFC 4180 has it, with a line of field names, in UTF-8.

    Text that a spreadsheet would take for a formula gets an apostrophe before it. Null is nothing, dates and times are
    ISO 8601, lists, maps, nodes, edges and paths are JSON.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([_harmless(field) for field in result.fields])
    async for row in result.rows():
        before = buffer.tell()
        writer.writerow([cell(value) for value in row])
        result.wrote(buffer.tell() - before)
        if buffer.tell() >= PIECE:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def cell(value: Any) -> str | int | float:
    """Return a value as a cell of a table: as `flat`, but text is made harmless."""
    told = flat(value)
    return _harmless(told) if isinstance(told, str) else told


def flat(value: Any) -> str | int | float:
    """Return a value without parts: numbers and text stay, the rest is its JSON or ISO 8601."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return value
    encoded = encode(value)
    inner = next(iter(encoded.values()), None) if isinstance(encoded, dict) else None
    if isinstance(inner, str) and not isinstance(value, dict):
        return inner  # a date, a time, a duration, bytes
    return orjson.dumps(encoded).decode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
