"""Rows of the database as plain Python values."""

from collections.abc import Mapping
from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Time

_SCALARS = frozenset({str, int, float, bool, type(None), bytes})


def plain(record: Record) -> dict[str, Any]:
    """Return one row as a dictionary from its field names to plain values (see `value`)."""
    return {key: value(item) for key, item in zip(record.keys(), record.values(), strict=True)}


def value(item: Any) -> Any:
    """Return a value of the driver as plain Python.

    A node or an edge becomes the dictionary of its properties, a path the list of its nodes; dates and times
    become those of the standard library.
    """
    if type(item) in _SCALARS:
        return item
    if isinstance(item, list):
        return [value(part) for part in item]
    if isinstance(item, Mapping):
        return {key: value(part) for key, part in item.items()}
    if isinstance(item, Node | Relationship):
        return {key: value(part) for key, part in item.items()}
    if isinstance(item, Path):
        return [value(node) for node in item.nodes]
    if isinstance(item, Date | DateTime | Time):
        return item.to_native()
    return item
