"""Queries that have a name: the examples, those behind the pages, and those of a folder of one's own."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from neo4j.time import Date

from graph.answers import NamedQueries, NamedQuery, Parameter
from graph.catalogue import CatalogueError, Query, catalogue, read_folder
from graph.console.gate import check
from graph.errors import InvalidSetting, InvalidValue, NotFound, QueryNotAllowed

Group = Literal["examples", "read", "own"]
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Named:
    """All queries that have a name, which is that of their file. Made once; the folder of one's own is read then.

    Raises `InvalidSetting` when that folder holds a file that breaks the contract, writes, or takes a name again.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._groups: dict[str, Group] = {}
        self._queries: dict[str, Query] = {}
        for group in ("examples", "read"):
            for query in catalogue(group).values():
                self._add(query, "examples" if group == "examples" else "read")
        if own:
            try:
                self._read_own(own)
            except (CatalogueError, QueryNotAllowed, OSError, UnicodeDecodeError) as error:
                raise InvalidSetting(f"BZPEER_QUERIES names {own}, which cannot be used: {error}") from error

    def _read_own(self, folder: Path) -> None:
        if not folder.is_dir():
            raise CatalogueError("it is no folder.")
        for query in read_folder(folder, folder):
            if query.mode != "read":
                raise CatalogueError(f"{query.name} is a {query.mode} query; only reading ones are allowed.")
            try:
                check(query.text)
            except QueryNotAllowed as error:
                raise CatalogueError(f"{query.name}: {error}") from error
            self._add(query, "own")

    def _add(self, query: Query, group: Group) -> None:
        name = query.name if group == "own" else query.name.partition("/")[2]
        if name in self._queries:
            raise CatalogueError(f"the name {name} is taken: rename the file.")
        self._queries[name], self._groups[name] = query, group

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names: examples first, then those behind the pages, then one's own."""
        return iter(self._queries)

    def find(self, name: str) -> Query:
        """Return the query of a name; `read/person` is understood for `person`. Raises `NotFound`."""
        group, _, rest = name.partition("/")
        found = self._queries.get(name) or (self._queries.get(rest) if self._groups.get(rest) == group else None)
        if found is None:
            raise NotFound(f"No query is called {name[:100]!r}: /api/queries and `bzpeer query --list` name all.")
        return found

    def answer(self, name: str) -> NamedQuery:
        """Return what is told of a query. Raises `NotFound`."""
        query = self.find(name)
        name = name if name in self._queries else name.partition("/")[2]
        return NamedQuery(
            name=name,
            group=self._groups[name],
            purpose=query.purpose,
            params=[Parameter(name=p, type=kind, example=query.examples.get(p)) for p, kind in query.params.items()],
            returns=list(query.returns),
            why=query.why,
            text=query.text,
        )

    def all(self) -> NamedQueries:
        """Return what is told of all queries."""
        return NamedQueries(items=[self.answer(name) for name in self])

    def typed(self, query: Query, given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """Return the parameters of `query` from words, as an address or a command line gives them.

        Raises `InvalidValue` for one that is missing, not known, or not of its type.
        """
        unknown = sorted(given.keys() - query.params.keys())
        if unknown:
            names = ", ".join(query.params) or "none"
            raise InvalidValue(f"{unknown[0]!r} is no parameter of this query: it has {names}.")
        return {name: _typed(query, name, kind, given.get(name, ())) for name, kind in query.params.items()}


def _typed(query: Query, name: str, kind: str, words: Sequence[str]) -> Any:
    base = kind.removesuffix("?")
    if not words:
        if base != kind:
            return None
        example = json.dumps(query.examples[name], ensure_ascii=False) if name in query.examples else None
        raise InvalidValue(
            f"The parameter {name} ({kind}) is missing" + (f": for example {example}." if example else ".")
        )
    one = base.removeprefix("list of ")
    try:
        values = [_value(one, word) for word in words]
    except (ValueError, KeyError, RecursionError) as error:
        raise InvalidValue(f"The parameter {name} must be {_A.get(one, one)}; it is {words[0][:60]!r}.") from error
    if one != base:
        return values
    if len(values) > 1:
        raise InvalidValue(f"The parameter {name} is given {len(values)} times: give it once.")
    return values[0]


_A = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date as 2024-02-29",
    "map": "JSON",
}


def _value(kind: str, word: str) -> Any:
    if kind == "int":
        number = int(word)
        if not -(2**63) <= number < 2**63:
            raise ValueError("beyond 64 bits")
        return number
    if kind == "date":
        return Date.from_iso_format(word)
    if kind == "bool":
        return _TRUTH[word.lower()]
    if kind in ("map", "any"):
        return json.loads(word)
    return float(word) if kind == "float" else word
