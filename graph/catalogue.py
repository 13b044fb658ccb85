"""The catalogue: reads, checks and names every `.cypher` file.

A file holds one query. Its header, the `//` lines at its top, is its contract::

    // One sentence (or more) of purpose.
    // mode: read
    // param id: string
    // param limit: int
    // example id: "demo:yuxiong-he"      a value to try it with, as JSON (examples for analysts)
    // returns: id, name, works
    // why: the reason for its limits (slices and other bounded queries)

The name of a query is its path below `cypher/` without the ending: ``read/person``.
Values travel only as parameters; text is never assembled from input.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal, cast

import cypher

Mode = Literal["read", "write", "schema"]
MODES = ("read", "write", "schema")
TYPES = frozenset({"string", "int", "float", "bool", "map", "date", "any"})
_HEADER = re.compile(r"^//\s?(?P<text>.*)$")
_FIELD = re.compile(r"^(?P<key>mode|returns|why|param\s+(?P<param>\w+)|example\s+(?P<example>\w+)):\s*(?P<value>.+)$")
# Strings, escaped names and comments are skipped, so that a `$` inside them is no parameter.
_TOKEN = re.compile(
    r"""(?P<skip>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/)|\$(?P<param>\w+)""",
    re.DOTALL,
)


class CatalogueError(ValueError):
    """A `.cypher` file breaks its contract; the message names the file and the fault."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query of the catalogue: its text and the contract that its header states."""

    name: str
    text: str
    mode: Mode
    purpose: str
    params: Mapping[str, str]
    returns: tuple[str, ...]
    why: str | None = None
    examples: Mapping[str, Any] = field(default_factory=dict)
    """Values to try it with, by the name of the parameter."""


def parameters(text: str) -> frozenset[str]:
    """Return the names of the parameters used in Cypher `text`, outside strings and comments."""
    return frozenset(match["param"] for match in _TOKEN.finditer(text) if match["param"])


def parse(name: str, source: str) -> Query:
    """Parse one file; raise `CatalogueError` when header and text disagree."""
    purpose: list[str] = []
    fields: dict[str, str] = {}
    params: dict[str, str] = {}
    examples: dict[str, str] = {}
    lines = source.splitlines()
    headers = [match for match in takewhile(bool, map(_HEADER.match, lines)) if match]
    for header in headers:
        _read_header_line(name, header["text"].strip(), purpose, fields, params, examples)
    body = "\n".join(lines[len(headers) :]).strip()
    _check(name, body, " ".join(purpose), fields, params)
    returns = tuple(part.strip() for part in fields.get("returns", "").split(",") if part.strip())
    mode = cast(Mode, fields["mode"])
    tried = {param: _json(name, param, text, params) for param, text in examples.items()}
    return Query(name, body, mode, " ".join(purpose), params, returns, fields.get("why"), tried)


def _json(name: str, param: str, text: str, params: Mapping[str, str]) -> Any:
    if param not in params:
        raise CatalogueError(f"{name}: 'example {param}' is for no parameter")
    try:
        return json.loads(text)
    except ValueError as error:
        raise CatalogueError(f"{name}: 'example {param}' is no JSON") from error


def _read_header_line(
    name: str,
    text: str,
    purpose: list[str],
    fields: dict[str, str],
    params: dict[str, str],
    examples: dict[str, str],
) -> None:
    found = _FIELD.match(text)
    if found is None:
        if text and not fields and not params:
            purpose.append(text)
        elif text and "why" in fields:
            fields["why"] += " " + text
        return
    key = found["param"] or found["example"] or found["key"]
    known = params if found["param"] else examples if found["example"] else fields
    if key in known:
        raise CatalogueError(f"{name}: '{key}' is declared twice")
    known[key] = found["value"].strip()


def _check(name: str, body: str, purpose: str, fields: dict[str, str], params: dict[str, str]) -> None:
    if not purpose:
        raise CatalogueError(f"{name}: the header must begin with a sentence of purpose")
    if fields.get("mode") not in MODES:
        raise CatalogueError(f"{name}: 'mode' must be one of {', '.join(MODES)}")
    if not body:
        raise CatalogueError(f"{name}: the file holds no query")
    if fields["mode"] != "schema" and "returns" not in fields:
        raise CatalogueError(f"{name}: the header must say what the query returns")
    for param, kind in params.items():
        base = kind.removesuffix("?").removeprefix("list of ")
        if base not in TYPES:
            raise CatalogueError(f"{name}: parameter '{param}' has the unknown type '{kind}'")
    used = parameters(body)
    if missing := sorted(used - params.keys()):
        raise CatalogueError(f"{name}: undeclared parameters: {', '.join(missing)}")
    if unused := sorted(params.keys() - used):
        raise CatalogueError(f"{name}: declared but unused parameters: {', '.join(unused)}")


def _read(path: Path, top: Path) -> Query:
    return parse(path.relative_to(top).with_suffix("").as_posix(), path.read_text(encoding="utf-8"))


def read_folder(folder: Path, top: Path) -> Iterator[Query]:
    """Yield every query below `folder` in the order of their names, which begin below `top`."""
    for path in sorted(folder.rglob("*.cypher")):
        yield _read(path, top)


@cache
def catalogue(part: str = "") -> Mapping[str, Query]:
    """Return the project's own queries by name, or those of one folder such as `schema`; read and checked once."""
    return {found.name: found for found in read_folder(cypher.FOLDER / part, cypher.FOLDER)}


@cache
def query(name: str) -> Query:
    """Return the query called `name`, such as ``read/person``; raise `CatalogueError` when there is none."""
    path = cypher.FOLDER / f"{name}.cypher"
    if not path.is_file():
        raise CatalogueError(f"there is no query called '{name}'")
    return _read(path, cypher.FOLDER)
