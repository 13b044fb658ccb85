"""What the graph knows of the papers and people of one's own data: by identifier, and by title or name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.catalogue import query
from graph.connection import Connection
from graph.models import Kind, PaperRecord
from graph.search import UNINDEXED
from graph.text import words

ASKED = 500
"""Ids, titles or names in one question to the graph."""
LIMIT = 120.0
"""Seconds that one question may take."""
SHORTEST = 3
"""Words of a title below which it tells nothing: there are many called "Introduction"."""
Outcome = Literal["matched", "new", "ambiguous", "rejected"]


@dataclass(frozen=True, slots=True)
class Match:
    """What becomes of one record of one's own data, and why."""

    place: str
    kind: Kind | None
    name: str
    outcome: Outcome
    by: str | None = None
    """The identifier that matched, or `title, year and first author`."""
    node: str | None = None
    """Id of the thing in the graph that it is."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A paper or person of the graph, with what tells it apart from others."""

    node: str
    kind: str
    name: str
    year: int | None
    first: str | None
    """First name of a paper's byline."""
    identifiers: tuple[tuple[str, str | None], ...]
    """Every id, with the source that sent a record under it."""

    def own(self, source: str) -> str | None:
        """Return the id under which `source` sent a record of it."""
        return next((at for at, sender in self.identifiers if sender == source), None)

    def others(self, source: str) -> str | None:
        """Return the id under which a source other than `source` sent a record of it."""
        return next((at for at, sender in self.identifiers if sender not in (None, source)), None)

    def contradicts(self, ids: Iterable[str]) -> bool:
        """Say whether `ids` has one of a scheme of which this thing has only other ones."""
        own: dict[str, set[str]] = {}
        for at, _ in self.identifiers:
            own.setdefault(at.partition(":")[0], set()).add(at)
        return any(at not in own.get(at.partition(":")[0], {at}) for at in ids)


TitleKey = tuple[str, int | None, str]


def title_key(title: str | None, year: int | None, first: str | None) -> TitleKey:
    """Return what papers without a common identifier are compared by: words of the title, year, surname.

    The surname is the last word of the first author's name; all words are folded.
    """
    surname = words(first or "")[-1:]
    return " ".join(words(title or "")), year, "".join(surname)


def telling(key: TitleKey) -> bool:
    """Say whether a key tells enough to know a paper by: three words of title, a year, and a first author."""
    title, year, surname = key
    return len(title.split()) >= SHORTEST and year is not None and bool(surname)


def key_of(paper: PaperRecord) -> TitleKey:
    """Return the key of a record."""
    return title_key(paper.title, paper.year, paper.authors[0].name if paper.authors else None)


async def identified(connection: Connection, ids: Iterable[str]) -> dict[str, Found]:
    """Return what each id leads to; ids that lead nowhere are left out."""
    rows = await _asked(connection, "load/identified", "ids", sorted(set(ids)))
    return {row["at"]: _found(row) for row in rows}


async def titled(connection: Connection, keys: Iterable[TitleKey]) -> dict[TitleKey, list[Found]]:
    """Return the papers with just these words of title, this year and this surname, in the order of their ids."""
    asked = {_at(key): key for key in keys}
    found = await _titled(connection, asked, _required)
    # the index cuts "100,000" and "SODA:A" otherwise: what was not found is looked for by some of its words
    found |= await _titled(connection, {at: key for at, key in asked.items() if at not in found}, str)
    return {asked[at]: papers for at, papers in found.items()}


async def _titled(
    connection: Connection, asked: Mapping[str, TitleKey], lucene: Callable[[str], str]
) -> dict[str, list[Found]]:
    rows = [{"at": at, "lucene": lucene(key[0]), "year": key[1]} for at, key in sorted(asked.items())]
    return await _named(connection, "paper_titles", rows, lambda each: _at(_title_key_of(each)))


async def called(connection: Connection, names: Iterable[str]) -> dict[str, list[Found]]:
    """Return the people whose displayed name has just these words (folded, with blanks between)."""
    rows = [{"at": name, "lucene": _required(name), "year": None} for name in sorted(set(names)) if name]
    return await _named(connection, "person_names", rows, lambda each: " ".join(words(each.name)))


async def listed(connection: Connection, prefixes: Iterable[str]) -> dict[str, str]:
    """Return the one person of one's own lists under each prefix; a prefix of several people is left out."""
    rows = await _asked(connection, "load/own_people", "prefixes", sorted(set(prefixes)))
    return {row["prefix"]: row["ids"][0] for row in rows if len(row["ids"]) == 1}


async def _named(
    connection: Connection, index: str, rows: list[dict[str, Any]], key: Callable[[Found], str]
) -> dict[str, list[Found]]:
    """Return what the index finds, by the text `at` of each row: only what has this text as its `key`."""
    named: dict[str, list[Found]] = {}
    for row in await _asked(connection, "load/named", "rows", rows, index=index):
        found = _found(row)
        if key(found) == row["at"]:
            named.setdefault(row["at"], []).append(found)
    return named


async def _asked(
    connection: Connection, name: str, param: str, values: Sequence[Any], **params: Any
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for at in range(0, len(values), ASKED):
        asked: dict[str, Any] = {param: values[at : at + ASKED], **params}
        rows += await connection.read(query(name), timeout=LIMIT, **asked)
    return rows


def _found(row: Mapping[str, Any]) -> Found:
    ids = tuple((at, source) for at, source in row["identifiers"])
    return Found(row["node"], row["kind"], row["name"], row["year"], row["first"], ids)


def _title_key_of(found: Found) -> TitleKey:
    return title_key(found.name, found.year, found.first)


def _at(key: TitleKey) -> str:
    return "\n".join(map(str, key))


def _required(text: str) -> str:
    """Return the full-text query for what holds all these words, those that no index holds left out."""
    wanted = text.split()
    return " ".join(f"+{word}" for word in wanted if word not in UNINDEXED) or " ".join(wanted)
