"""Values of the database as JSON and back, nothing lost.

Text, true, false, null, lists, maps, and numbers that JSON has are themselves. The rest is an object with one key:

| Value | JSON |
|---|---|
| integer beyond 2^53 | `{"$int": "9007199254740993"}` |
| not a number, infinite | `{"$float": "NaN"}`, `"Infinity"`, `"-Infinity"` |
| date, times (ISO 8601) | `{"$date": "2024-02-29"}`, `$time`, `$localtime`, `$datetime`, `$localdatetime` |
| duration | `{"$duration": "P1Y2M3DT4H"}` |
| point | `{"$point": {"srid": 4326, "coordinates": [11.6, 48.1]}}` |
| bytes | `{"$bytes": "…"}` in base 64 |
| vector | `{"$vector": [0.5, 1.0]}` |
| node | `{"$node": {"element": "4:…", "labels": ["Person"], "properties": {…}}}` |
| edge | `{"$edge": {"element": …, "type": "CITES", "source": …, "target": …, "properties": {…}}}` |
| path | `{"$path": {"nodes": […], "edges": […]}}`: node, edge, node … as they follow |
| map with a key that begins with `$` | `{"$map": {…}}` |

A date with a named time zone ends with its name in brackets.
`source` and `target` are the `element` of the nodes where an edge begins and ends, whichever way it was walked.
"""

import base64
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from neo4j import time
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from pytz import timezone

from graph.errors import InvalidValue, QueryRefused
from graph.store_errors import unreadable

_SURROGATE = re.compile("[\ud800-\udfff]")
SAFE = 2**53 - 1
"""Integers up to here are the same in every reader of JSON."""
DEEPEST = 100
"""Lists and maps within each other at most: what writes JSON, and Python itself, need stack for each."""
_PLAIN = frozenset({str, bool, type(None)})


def encode(value: Any, depth: int = 0) -> Any:
    """Return a value of the driver as the JSON that stands for it; `depth` is that of what it lies in.

    Raises `QueryRefused` for one that JSON cannot hold.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is int:
        return value if -SAFE <= value <= SAFE else {"$int": str(value)}
    if kind is float:
        return value if math.isfinite(value) else {"$float": _FLOATS.get(value, "NaN")}
    if kind in (list, dict):
        if depth > DEEPEST:
            raise QueryRefused(f"A value has more than {DEEPEST} lists or maps within each other: return less of it.")
        return [encode(each, depth + 1) for each in value] if kind is list else _map(value, depth + 1)
    return _rare(value)


_FLOATS = {math.inf: "Infinity", -math.inf: "-Infinity"}


def _map(value: Mapping[str, Any], depth: int) -> dict[str, Any]:
    encoded = {key: encode(each, depth) for key, each in value.items()}
    return {"$map": encoded} if any(key.startswith("$") for key in value) else encoded


def _rare(value: Any) -> Any:
    if isinstance(value, Node):
        return {"$node": _node(value)}
    if isinstance(value, Relationship):
        return {"$edge": _edge(value)}
    if isinstance(value, Path):
        return {"$path": {"nodes": [_node(n) for n in value.nodes], "edges": [_edge(r) for r in value.relationships]}}
    if isinstance(value, Point):
        return {"$point": {"srid": value.srid, "coordinates": list(value)}}
    if isinstance(value, bytes | bytearray):
        return {"$bytes": base64.b64encode(value).decode()}
    if hasattr(value, "to_native") and hasattr(value, "dtype"):  # a vector, which only the newest servers have
        return {"$vector": value.to_native()}
    if not hasattr(value, "iso_format"):  # broken, within a node or an edge; elsewhere the driver raises
        raise unreadable(getattr(value, "error", None))
    return {f"${_temporal(value)}": value.iso_format() + _zone(value)}


def _zone(value: Any) -> str:
    """Return the name of a date's time zone in brackets, when it has one and not just an offset."""
    zone = getattr(value, "tzinfo", None)
    name = getattr(zone, "zone", None) or getattr(zone, "key", None)
    return f"[{name}]" if name else ""


def _temporal(value: Any) -> str:
    if isinstance(value, time.DateTime):
        return "datetime" if value.tzinfo else "localdatetime"
    if isinstance(value, time.Time):
        return "time" if value.tzinfo else "localtime"
    return "date" if isinstance(value, time.Date) else "duration"


def _node(node: Node) -> dict[str, Any]:
    properties = {key: encode(value) for key, value in sorted(node.items())}
    return {"element": node.element_id, "labels": sorted(node.labels), "properties": properties}


def _edge(edge: Relationship) -> dict[str, Any]:
    source, target = (None if end is None else end.element_id for end in (edge.start_node, edge.end_node))
    properties = {key: encode(value) for key, value in sorted(edge.items())}
    ends = {"source": source, "target": target}
    return {"element": edge.element_id, "type": edge.type, **ends, "properties": properties}


def decode(value: Any) -> Any:
    """Return what JSON stands for: the other way of `encode`, for parameters. Raises `InvalidValue`.

    Nodes, edges and paths cannot be parameters: give their ids.
    """
    _check(value)
    return _read(value)


def _check(value: Any) -> None:
    """Refuse what is nested too deeply and text that is no Unicode, without going down the stack."""
    waiting = [(value, 0)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, str) and _SURROGATE.search(each):
            raise InvalidValue("A parameter holds half a character (U+D800 to U+DFFF): write the whole one.")
        if not isinstance(each, list | dict):
            continue
        if depth >= DEEPEST:
            raise InvalidValue(f"A parameter has more than {DEEPEST} lists or maps within each other: make it flatter.")
        inner = each if isinstance(each, list) else (*each.keys(), *each.values())
        waiting += [(one, depth + 1) for one in inner]


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(each) for each in value]
    if isinstance(value, dict):
        key = next(iter(value)) if len(value) == 1 else ""
        return _decoded(key, value[key]) if key.startswith("$") else {k: _read(v) for k, v in value.items()}
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise InvalidValue(f"{value} is no integer of the database: it has 64 bits.")
    return value


def _decoded(key: str, value: Any) -> Any:
    if key not in _READERS:
        raise InvalidValue(f"A parameter cannot be given as {key}: see the encoding of values in docs/analysts.md.")
    try:
        return _READERS[key](value)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise InvalidValue(f"A parameter cannot be read as {key}: {str(value)[:60]!r}.") from error


def _integer(text: str) -> int:
    return int(_read(int(text)))


def _datetime(text: str) -> time.DateTime:
    moment, _, zone = text.removesuffix("]").partition("[")
    read = time.DateTime.from_iso_format(moment)
    return read.astimezone(timezone(zone)) if zone else read  # the driver's dates know the zones of pytz only


_READERS: dict[str, Callable[[Any], Any]] = {
    "$int": _integer,
    "$float": float,
    "$date": time.Date.from_iso_format,
    "$time": time.Time.from_iso_format,
    "$localtime": time.Time.from_iso_format,
    "$datetime": _datetime,
    "$localdatetime": time.DateTime.from_iso_format,
    "$duration": time.Duration.from_iso_format,
    "$bytes": lambda text: base64.b64decode(text, validate=True),
    "$map": lambda inner: {key: _read(each) for key, each in inner.items()},
}
