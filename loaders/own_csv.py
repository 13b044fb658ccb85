"""People, papers and authorships of one's own tables (CSV), compared with the graph.

People come first, then the papers with their authorships, each row an item; rows of authorships are part of their
papers, and only those that cannot be read are items of their own.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph import identifiers
from graph.connection import Connection
from graph.identifiers import SOURCE_ID
from graph.models import AnyRecord, Authorship, PaperRecord
from graph.text import words
from loaders.institution_names import institution_names
from loaders.latex import plain_text
from loaders.own import OwnSource, settle
from loaders.own_matches import Match
from loaders.own_people import NAME, Place, Register, Row, place_of, settle_people
from loaders.own_tables import Line, Mapped, Table, find_tables, read_mapping, read_table
from loaders.source import InstitutionNames, Item, Reject, rejected

_BETWEEN = re.compile(r"\s*(?:;|\||\s+and\s+)\s*")
_YEAR = re.compile(r"(\d{4})(?:-\d{2}){0,2}$")
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_ORCID = re.compile(r"[(\[<]?\s*((?:https?://orcid\.org/)?(?:\d{4}-){3}\d{3}[\dXx])\s*[)\]>]?\s*$")
_YES = {"yes": True, "true": True, "1": True, "x": True, "no": False, "false": False, "0": False}
_PAPER_IDS = (
    ("doi", identifiers.doi),
    ("arxiv", identifiers.arxiv),
    ("acl", identifiers.acl),
    ("openalex", identifiers.openalex),
)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One author of a paper as the tables have it."""

    row: Row
    position: int
    corresponding: bool | None = None


@dataclass(slots=True)
class _Paper:
    """One row of papers, with the slots of its byline."""

    line: Line
    record: PaperRecord
    slots: list[_Slot] = field(default_factory=list)
    tabled: bool = False
    """Whether the slots are those of a table of authorships, which counts for more than the list in the row."""


@dataclass(slots=True)
class _Read:
    """What the tables hold, before it is compared with the graph."""

    people: list[Row] = field(default_factory=list)
    papers: list[_Paper] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)


async def csv_source(connection: Connection, paths: Sequence[Path], columns: Path | None = None) -> OwnSource:
    """Return the rows of the tables at `paths` (files, folders), compared with the graph; `columns` maps headings.

    Raises `LoadInputError` for a file that cannot be read, or whose headings do not do.
    """
    mapped: Mapped = read_mapping(columns)
    tables = [read_table(path, mapped) for path in find_tables(paths)]
    read = _read(tables, await institution_names(connection))
    register = Register([*read.people, *_named_authors(read.papers)])
    await settle_people(connection, register)
    people, told = _people(read.people, register)
    drafts = [_draft(paper, register, read.rejects) for paper in read.papers]
    papers, matched = await settle(connection, NAME, [*drafts, *read.rejects])
    files = [table.path for table in tables] + ([columns] if columns else [])
    notes = [table.note() for table in tables]
    return OwnSource(NAME, files, [*people, *papers], [*told, *matched], notes)


def _read(tables: Sequence[Table], institutions: InstitutionNames) -> _Read:
    """Read people, then papers, then authorships, whatever the order of the files."""
    read = _Read()
    for table in (each for each in tables if each.kind == "people"):
        _each(table, read, lambda line: read.people.append(_person(line, institutions)))
    for table in (each for each in tables if each.kind == "papers"):
        _each(table, read, lambda line: read.papers.append(_paper(line)))
    index = _Index(read.papers)
    for table in (each for each in tables if each.kind == "authorships"):
        _each(table, read, lambda line: _author(line, index, institutions))
    return read


def _each(table: Table, read: _Read, take: Callable[[Line], None]) -> None:
    for line in table.lines:
        try:
            if line.spare:
                raise ValueError("there are more cells than headings: is a delimiter inside a cell without quotes?")
            take(line)
        except ValueError as error:
            read.rejects.append(rejected(line.place, error, line.raw))


def _person(line: Line, institutions: InstitutionNames) -> Row:
    cells = line.cells
    name = cells.get("name") or " ".join(filter(None, (cells.get("given_name"), cells.get("family_name"))))
    first, last = _year(cells, "start_year"), _year(cells, "end_year")
    if first and last and last < first:
        raise ValueError(f"end_year {last} is before start_year {first}")
    return Row(
        line.place,
        _name(name),
        names=tuple(_name(each) for each in _BETWEEN.split(cells.get("other_names", "")) if each),
        ids=_person_ids(cells),
        key=cells.get("key"),
        at=place_of(cells.get("affiliation"), cells.get("ror"), institutions),
        years=(first, last),
    )


def _person_ids(cells: Mapping[str, str]) -> tuple[str, ...]:
    any_id = (_id(cells, "id", lambda text: text if text and SOURCE_ID.match(text) else None),)
    found = (_id(cells, "orcid", identifiers.orcid), _id(cells, "openalex", identifiers.openalex), *any_id)
    return tuple(each for each in found if each)


def _paper(line: Line) -> _Paper:
    cells = line.cells
    ids = tuple(at for name, read in _PAPER_IDS if (at := _id(cells, name, read)))
    date = cells.get("date")
    if date and not _DATE.match(date):
        raise ValueError(f"date {date!r} is not written as 2020-05-31")
    year = _year(cells, "year") or _year(cells, "date")
    record = PaperRecord(
        id="csv:draft",
        ids=ids,
        title=plain_text(cells.get("title", "")),
        type=cells.get("type"),
        year=year,
        year_basis="publication" if year else None,
        date=date or (str(year) if year else None),
        venue=plain_text(cells.get("venue", "")) or None,
        abstract=plain_text(cells.get("abstract", "")) or None,
        url=cells.get("url"),
        authors=(),
    )
    slots = [_Slot(_listed(text, line, at), at) for at, text in enumerate(_authors(cells.get("authors", "")), start=1)]
    return _Paper(line, record, slots)


def _authors(text: str) -> list[str]:
    """Return the authors of one cell; raise `ValueError` where commas leave open what is one name."""
    parts = [each for each in _BETWEEN.split(text) if each]
    for part in parts:
        if (
            len(parts) == 1
            and (part.count(",") > 1 or all(" " in each.strip() for each in part.split(",")))
            and "," in part
        ):
            raise ValueError("authors with commas between: write semicolons between them (Jane Doe; John Roe)")
    return parts


def _listed(text: str, line: Line, position: int) -> Row:
    """Return one author of the cell `authors`: a name, maybe with an ORCID iD behind it in brackets."""
    found = _ORCID.search(text)
    orcid = identifiers.orcid(found[1]) if found else None
    if found and orcid is None:
        raise ValueError(f"orcid {found[1]!r} is not valid: look at its digits")
    name = text[: found.start()] if found else text
    return Row(f"{line.place}, author {position}", _name(name), ids=(orcid,) if orcid else (), listed=False)


class _Index:
    """The papers of the tables, by key, identifier and title."""

    def __init__(self, papers: Iterable[_Paper]) -> None:
        self._papers: dict[str, list[_Paper]] = {}
        for paper in papers:
            marks = {*paper.record.ids, " ".join(words(paper.record.title or "")), f"key:{paper.line.cells.get('key')}"}
            for mark in marks:
                self._papers.setdefault(mark, []).append(paper)

    def find(self, text: str) -> _Paper:
        """Return the one paper that `text` names; raise `ValueError` when there is none, or more than one."""
        for mark in (f"key:{text}", *identifiers.spellings(text), " ".join(words(text))):
            found = self._papers.get(mark, [])
            if len(found) == 1:
                return found[0]
            if found:
                raise ValueError(f"{len(found)} rows of papers are called {text!r}: give them a key")
        raise ValueError(f"no row of papers has the key, identifier or title {text!r}")


def _author(line: Line, index: _Index, institutions: InstitutionNames) -> None:
    """Add one row of authorships to its paper."""
    cells = line.cells
    paper = index.find(cells.get("paper", ""))
    position = cells.get("position", "")
    if not position.isdecimal() or int(position) < 1:
        raise ValueError(f"position {position!r} is no number from 1")
    corresponding = cells.get("corresponding")
    if corresponding and corresponding.lower() not in _YES:
        raise ValueError(f"corresponding {corresponding!r} is neither yes nor no")
    if not paper.tabled:
        paper.slots, paper.tabled = [], True
    if any(slot.position == int(position) for slot in paper.slots):
        raise ValueError(f"position {position} of {paper.line.place} is taken by another row")
    named = cells.get("name")
    ids = tuple(each for each in (_id(cells, "orcid", identifiers.orcid),) if each)
    at = place_of(cells.get("affiliation"), cells.get("ror"), institutions)
    row = Row(line.place, _name(named) if named else "", ids=ids, key=cells.get("person"), at=at, listed=False)
    if not (named or ids or row.key):
        raise ValueError("neither name nor person nor orcid says who it is")
    paper.slots.append(_Slot(row, int(position), _YES[corresponding.lower()] if corresponding else None))


def _named_authors(papers: Iterable[_Paper]) -> list[Row]:
    """Return the authors who have an ORCID iD and a name: they are people, whether or not a list has them."""
    every = (slot.row for paper in papers for slot in paper.slots)
    return [Row(row.place, row.name, ids=row.ids, listed=False) for row in every if row.ids and row.name]


def _people(rows: Sequence[Row], register: Register) -> tuple[list[Item | Reject], list[Match]]:
    """Return one item per row of people; the rows of one person have the same record."""
    found: list[Item | Reject] = []
    matches: list[Match] = []
    whose = {row.place: person for person in register.people for row in person.rows}
    for row in rows:
        if row.place in register.doubts:
            found.append(Reject(row.place, register.doubts[row.place], row.name))
            matches.append(Match(row.place, "Person", row.name, "rejected", reason=register.doubts[row.place]))
            continue
        person = whose[row.place]
        assert person.record
        assert person.match
        found.append(Item(row.place, (*person.mentioned(), person.record)))
        first = person.match.place
        reason = person.match.reason if row.place == first else f"the same person as {first}"
        match = person.match
        matches.append(Match(row.place, "Person", row.name, match.outcome, match.by, match.node, reason))
    return found, matches


def _draft(paper: _Paper, register: Register, rejects: list[Reject]) -> Item:
    """Return a paper with its byline; people are those of the tables, and what it mentions comes before it.

    A slot whose key names nobody goes to `rejects`.
    """
    mentioned: list[AnyRecord] = []
    byline = []
    for slot in sorted(paper.slots, key=lambda each: each.position):
        row = slot.row
        person = register.of(row.name, row.ids, row.key)
        name = row.name or (person.name if person else "")
        if not name:
            rejects.append(Reject(row.place, f"no row of people has the key {row.key!r}", str(row.key)))
            continue
        byline.append(_authorship(slot, name, person.record.id if person and person.record else None))
        mentioned += [row.at.record] if row.at and row.at.record else []
        if person and person.record and not any(each.listed for each in person.rows):
            mentioned.append(person.record.model_copy(update={"embedded": True}))
    return Item(paper.line.place, (*mentioned, paper.record.model_copy(update={"authors": tuple(byline)})))


def _authorship(slot: _Slot, name: str, person: str | None) -> Authorship:
    at: Place | None = slot.row.at
    return Authorship(
        name=name,
        person=person,
        position=slot.position,
        corresponding=slot.corresponding,
        raw_affiliation=at.text if at else None,
        institutions=(at.id,) if at else (),
    )


def _name(text: str) -> str:
    """Return a name with the given names first; `Doe, Jane` has one comma. Raise `ValueError` without a letter."""
    last, comma, first = plain_text(text).partition(",")
    if "," in first:
        raise ValueError(f"{text!r} has more than one comma: write one name as Jane Doe, or as Doe, Jane")
    name = f"{first.strip()} {last.strip()}" if comma else last.strip()
    if not words(name):
        raise ValueError("the name is empty" if not text else f"{text!r} is no name")
    return name.strip()


def _id(cells: Mapping[str, str], column: str, read: Callable[[str | None], str | None]) -> str | None:
    """Return the identifier in a cell; raise `ValueError` when it holds something else."""
    text = cells.get(column)
    found = read(text)
    if text and found is None:
        raise ValueError(f"{column} {text!r} is not valid: look at its digits")
    return found


def _year(cells: Mapping[str, str], column: str) -> int | None:
    text = cells.get(column)
    found = _YEAR.match(text) if text else None
    if text and found is None:
        raise ValueError(f"{column} {text!r} is no year")
    return int(found[1]) if found else None
