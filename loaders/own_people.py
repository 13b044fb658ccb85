"""People of one's own tables: who is who in them, and whom of them the graph knows.

A list keeps its own rule: one name in it is one person, unless rows say different ORCID iDs, OpenAlex ids or keys. The
graph's people are matched by ORCID iD and OpenAlex id only; two different ORCID iDs are never one person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph import identifiers
from graph.connection import Connection
from graph.models import Affiliation, InstitutionRecord, PersonRecord
from graph.text import words
from loaders.own import SHOWN, own_person
from loaders.own_matches import Found, Match, Outcome, called, identified
from loaders.source import InstitutionNames

NAME = "csv"


@dataclass(frozen=True, slots=True)
class Place:
    """An affiliation: the id of the institution, and its record unless it is only pointed to."""

    id: str
    record: InstitutionRecord | None
    text: str
    own: bool = False
    """Known by a name only, and not that of exactly one organisation of ROR."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says of a person."""

    place: str
    name: str
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """ORCID iD, OpenAlex id."""
    key: str | None = None
    at: Place | None = None
    years: tuple[int | None, int | None] = (None, None)
    listed: bool = True
    """False for the author of a paper: known by it, but no row of a list of people."""


@dataclass(slots=True)
class Person:
    """One person of the tables: all rows, and the record that is loaded."""

    rows: list[Row]
    ids: dict[str, None] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    record: PersonRecord | None = None
    match: Match | None = None

    @property
    def name(self) -> str:
        """Name of the first row."""
        return self.rows[0].name

    def add(self, row: Row) -> None:
        """Take in one more row."""
        self.rows.append(row)
        self.ids |= dict.fromkeys(row.ids)
        self.keys |= dict.fromkeys(filter(None, [row.key]))

    def mentioned(self) -> list[InstitutionRecord]:
        """Return the records of the institutions that the rows name."""
        return [row.at.record for row in self.rows if row.at and row.at.record]


class Register:
    """All people of the tables, told apart."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Group `rows`; those that cannot be told apart are in `doubts`, by their place, with the reason."""
        self.people: list[Person] = []
        self.doubts: dict[str, str] = {}
        self._known: dict[str, Person] = {}
        self._named: dict[str, list[Person]] = {}
        for row in sorted(rows, key=lambda each: not (each.ids or each.key)):  # those with an id first
            self._take(row)
        order = {row.place: at for at, row in enumerate(rows)}
        for person in self.people:
            person.rows.sort(key=lambda row: (not row.listed, order[row.place]))

    def of(self, name: str, ids: Sequence[str] = (), key: str | None = None) -> Person | None:
        """Return whom an identifier or key names, or else the only one who is called `name`; None if there is none."""
        marks = [*ids, *([f"key:{key}"] if key else [])]
        found = next((self._known[mark] for mark in marks if mark in self._known), None)
        named = self._named.get(own_person(name), [])
        return found or (named[0] if not marks and len(named) == 1 else None)

    def base(self, person: Person) -> str:
        """Return the id of a person who was not loaded before: of the name, and more where several have it."""
        base = own_person(person.name)
        return base if len(self._named[base]) == 1 else self.apart(person)

    def apart(self, person: Person) -> str:
        """Return the id of a person who shares the name with another one."""
        mark = next(iter([*person.ids, *person.keys]), "").partition(":")
        return f"{own_person(person.name)}/{mark[2] or mark[0]}"

    def _take(self, row: Row) -> None:
        marks = [*row.ids, *([f"key:{row.key}"] if row.key else [])]
        person = self.of(row.name, row.ids, row.key)
        named = self._named.setdefault(own_person(row.name), [])
        if person and _orcids(row.ids) - _orcids(person.ids) and _orcids(person.ids):
            self.doubts[row.place] = f"{person.rows[0].place} has another ORCID iD for this person"
            return
        if person is None and not marks and len(named) > 1:
            self.doubts[row.place] = f"{len(named)} people here are called {row.name}: give an ORCID iD, or a key"
            return
        if person is None:
            person = Person([])
            self.people.append(person)
        person.add(row)
        if person not in named:
            named.append(person)
        self._known |= dict.fromkeys(marks, person)


def _orcids(ids: Sequence[str] | Mapping[str, None]) -> set[str]:
    return {at for at in ids if at.startswith("orcid:")}


def place_of(affiliation: str | None, ror: str | None, names: InstitutionNames) -> Place | None:
    """Return the institution that a ROR id names, or an affiliation that is one, or else one of one's own of that name.

    Raises `ValueError` for what should be a ROR id and is none.
    """
    at = identifiers.ror(ror) or identifiers.ror(affiliation)
    if ror and not identifiers.ror(ror):
        raise ValueError(f"{ror!r} is not a ROR id")
    if at:
        name = affiliation if affiliation and not identifiers.ror(affiliation) else None
        record = InstitutionRecord(id=at, name=name, embedded=True) if name else None
        return Place(at, record, affiliation or at)
    if not affiliation:
        return None
    if known := names.get(affiliation.casefold()):
        return Place(known, None, affiliation)
    own = f"csv:institution/{'-'.join(words(affiliation)) or affiliation}"
    return Place(own, InstitutionRecord(id=own, name=affiliation, embedded=True), affiliation, own=True)


async def settle_people(connection: Connection, register: Register) -> None:
    """Give every person of `register` the record that is loaded, and say what it was matched with."""
    people = register.people
    bases = {register.base(person) for person in people}
    known = await identified(connection, [*bases, *(at for person in people for at in person.ids)])
    known = {at: found for at, found in known.items() if found.kind == "Person"}
    new = [person for person in people if not known.keys() & person.ids.keys()]
    namesakes = await called(connection, {" ".join(words(person.name)) for person in new})
    taken: dict[str, Person] = {}
    for person in people:
        _settle(person, register, known, namesakes.get(" ".join(words(person.name)), []), taken)


def _settle(
    person: Person, register: Register, known: Mapping[str, Found], namesakes: Sequence[Found], taken: dict[str, Person]
) -> None:
    base = register.base(person)
    mine = known.get(base)
    if mine and mine.contradicts(_orcids(person.ids)):
        base, mine = register.apart(person), None
    hits = [at for at in person.ids if at in known]
    found = known[hits[0]] if hits else None
    at = (found.own(NAME) if found else None) or base
    doubt = _doubt(person, hits, known, mine if at == base else None, taken)
    ids = [each for each in person.ids if not (doubt and each in hits and known[each].node != (mine and mine.node))]
    node = (mine.node if mine else None) if doubt else found.node if found else mine.node if mine else None
    taken.setdefault(node or at, person)
    person.record = PersonRecord(
        id=base if doubt else at,
        ids=tuple(ids),
        name=person.name,
        names=_others(person),
        affiliations=tuple(
            Affiliation(institution=row.at.id, first_year=row.years[0], last_year=row.years[1])
            for row in person.rows
            if row.at
        ),
    )
    outcome: Outcome = "ambiguous" if doubt else "matched" if found or mine else "new"
    by = hits[0] if hits else base if mine else None
    reason = doubt or _remark(person, found, mine, [each for each in namesakes if not each.own(NAME)])
    person.match = Match(person.rows[0].place, "Person", person.name, outcome, by, node, reason)


def _doubt(
    person: Person, hits: Sequence[str], known: Mapping[str, Found], mine: Found | None, taken: Mapping[str, Person]
) -> str | None:
    """Say why the identifiers of a person do not name one person of the graph, or None."""
    if not hits:
        return None
    found = known[hits[0]]
    other = next((at for at in hits if known[at].node != found.node), None)
    if other:
        return f"{hits[0]} and {other} lead to two people, {found.node} and {known[other].node}"
    if found.contradicts(_orcids(person.ids)):
        return f"{hits[0]} leads to {found.node}, who has another ORCID iD"
    if mine and mine.node != found.node:
        return f"{hits[0]} leads to {found.node}, but your list made {mine.node} before: unload csv, then load again"
    if found.node in taken:
        return f"{hits[0]} leads to {found.node}, as does {taken[found.node].rows[0].place}"
    return None


def _remark(person: Person, found: Found | None, mine: Found | None, namesakes: Sequence[Found]) -> str | None:
    """Return what a reader should look at."""
    remarks = []
    if found and not set(words(found.name)) & set(words(person.name)):
        remarks.append(f'the graph calls them "{found.name}"')
    if mine and not found:
        remarks.append("loaded before")
    if namesakes and not found:
        some = ", ".join(each.node for each in namesakes[:SHOWN])
        remarks.append(
            f"{len(namesakes)} of this name in the graph ({some}): give an ORCID iD or OpenAlex id to join one"
        )
    own = dict.fromkeys(row.at.text for row in person.rows if row.at and row.at.own)
    if own:
        remarks.append(
            f"not the name of exactly one organisation of ROR, so an institution of your own: {', '.join(own)}"
        )
    return "; ".join(remarks) or None


def _others(person: Person) -> tuple[str, ...]:
    """Return the other spellings of the name."""
    names = dict.fromkeys(name for row in person.rows for name in (row.name, *row.names))
    return tuple(name for name in names if name != person.name)
