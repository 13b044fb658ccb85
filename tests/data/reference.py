"""What the answers must be, computed from the same records with dictionaries only: no database, no code of `graph/`.

The rules are those that the documentation states. An id that is known leads to its thing, unless the same source sent
that thing under another id. A paper whose ids lead to two papers makes one of them, unless one source tells them
apart. The byline of a paper is that of the most preferred source that has the paper; topics of all sources are united;
a person listed twice counts once; a paper by more than 100 people ties nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import Any, TypeVar

PREFERRED = ("acl", "openalex", "demo", "arxiv")
"""Whose byline a paper has, the first first."""
HALF_LIVES = (1.0, 4.0)
CROWD = 100
Made = TypeVar("Made")


@dataclass(slots=True)
class Stated:
    """What one source states of one thing, with ids as the source writes them; the last four fields of papers only."""

    kind: str
    id: str
    ids: tuple[str, ...]
    updated: datetime | None
    embedded: bool
    year: int | None = None
    authors: int = 0
    byline: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Person and institutions of each slot that names a person."""
    topics: tuple[str, ...] = ()


@dataclass(slots=True)
class Tie:
    """What two people wrote together; weights by half-life in years."""

    papers: set[str] = field(default_factory=set)
    weights: dict[float, float] = field(default_factory=lambda: dict.fromkeys(HALF_LIVES, 0.0))


class Heard:
    """A source that tells the reference every record as the load reads it."""

    def __init__(self, source: Any, reference: "Reference") -> None:
        self.name, self.key, self.total = source.name, source.key, None
        self._source, self._reference = source, reference

    def items(self) -> Iterator[Any]:
        for item in self._source.items():
            for record in getattr(item, "records", ()):
                self._reference.hear(self.name, record)
            yield item


class Reference:
    """`hear` takes records in the order of loading; `close` computes what follows from them."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], Stated] = {}
        self._named: dict[str, set[str]] = {}
        self.leads: dict[str, tuple[str, str]] = {}
        """Id -> kind and node of the thing that it leads to."""
        self.senders: dict[str, dict[str, str]] = defaultdict(dict)
        """Node -> each source that sent it, with the id under which it did."""
        self.papers: dict[str, Stated] = {}
        """Node -> what its preferred source states."""
        self.works: dict[str, set[str]] = defaultdict(set)
        self.topics: dict[str, set[str]] = {}
        self.places: dict[str, set[str]] = defaultdict(set)
        self.ties: dict[tuple[str, str], Tie] = defaultdict(Tie)
        self.neighbours: dict[str, set[str]] = defaultdict(set)
        self.latest_year = 0

    def hear(self, source: str, record: Any) -> None:
        """Keep what `source` says, unless it said something newer, or more than a mention, of the same thing."""
        old = self._heard.get((source, record.id))
        if old and ((record.embedded and not old.embedded) or _older(record, old)):
            return
        self._heard[source, record.id] = _stated(record)
        if source == "ror":
            names = {each.casefold() for each in (record.name, *record.names)}
            self._named[record.id] = names if record.status in (None, "active") else set()

    def institution_names(self) -> dict[str, str]:
        """Return name -> id of the one active organisation of that name, of the records of ROR."""
        owners: dict[str, list[str]] = defaultdict(list)
        for place, names in self._named.items():
            for name in names:
                owners[name].append(place)
        return {name: those[0] for name, those in owners.items() if len(those) == 1}

    def close(self) -> None:
        """Find out what is one thing, then compute works, ties, topics and places of everybody."""
        for (source, _), stated in self._heard.items():
            self._identify(source, stated)
        papers: dict[str, list[tuple[int, Stated]]] = defaultdict(list)
        for (source, id), stated in self._heard.items():
            if stated.kind == "Paper":
                papers[self.leads[id][1]].append((PREFERRED.index(source), stated))
        self.papers = {paper: min(by, key=lambda each: each[0])[1] for paper, by in papers.items()}
        self.latest_year = max(each.year for each in self.papers.values() if each.year)
        for paper, stated in self.papers.items():
            self._byline(paper, stated)
            self.topics[paper] = {self.leads[topic][1] for _, each in papers[paper] for topic in each.topics}

    def _identify(self, source: str, stated: Stated) -> None:
        node, new = stated.id, True
        for at in (stated.id, *stated.ids):
            kind, found = self.leads.get(at, ("", ""))
            if kind == stated.kind and (at == stated.id or self.senders[found].get(source, stated.id) == stated.id):
                node, new = found, False
                break
        self.senders[node].setdefault(source, stated.id)
        for at in stated.ids if stated.kind == "Paper" and not new else ():
            kind, other = self.leads.get(at, ("", ""))
            if kind == "Paper" and other != node and not self.senders[other].keys() & self.senders[node].keys():
                self.senders[node] |= self.senders.pop(other)
                self._move(other, node)
        for at in (stated.id, *stated.ids):
            self.leads.setdefault(at, (stated.kind, node))

    def _move(self, gone: str, keep: str) -> None:
        for at in [at for at, (_, node) in self.leads.items() if node == gone]:
            self.leads[at] = ("Paper", keep)

    def _byline(self, paper: str, stated: Stated) -> None:
        slots: dict[str, tuple[str, ...]] = {}
        for person, places in stated.byline:
            slots.setdefault(self.leads[person][1], places)
        for person, places in slots.items():
            self.works[person].add(paper)
            self.places[person].update(self.leads[place][1] for place in places)
        for pair in combinations(sorted(slots), 2) if stated.authors <= CROWD else ():
            tie = self.ties[pair]
            tie.papers.add(paper)
            for half_life in HALF_LIVES:
                tie.weights[half_life] += self._weight(stated, half_life)
            self.neighbours[pair[0]].add(pair[1])
            self.neighbours[pair[1]].add(pair[0])

    def _weight(self, stated: Stated, half_life: float) -> float:
        """The default formula: half as much per half-life of age, divided by the root of the number of others."""
        if stated.year is None or stated.authors < 2:
            return 0.0
        return float(0.5 ** ((self.latest_year - stated.year) / half_life) / (stated.authors - 1) ** 0.5)

    def tie(self, one: str, other: str) -> Tie:
        """Return what two co-authors wrote together."""
        return self.ties[min(one, other), max(one, other)]

    def slice_totals(self, person: str) -> dict[str, int]:
        """Return how much there is around a person, by kind, the person included."""
        around = {person} | self.neighbours[person]
        return {
            "Paper": len(self.works[person]),
            "Person": len(around),
            "Topic": len(set().union(*(self.topics[paper] for paper in self.works[person]))),
            "Institution": len(set().union(*(self.places[each] for each in around))),
        }

    def weighted_papers(self, make: Callable[[str, int | None, int, tuple[str, ...]], Made]) -> list[Made]:
        """Return `make(id, year, declared authors, people)` of every paper that ties people."""
        people: dict[str, list[str]] = defaultdict(list)
        for person, works in self.works.items():
            for paper in works:
                people[paper].append(person)
        return [
            make(paper, each.year, each.authors, tuple(people[paper]))
            for paper, each in self.papers.items()
            if each.authors <= CROWD
        ]


def _older(record: Any, old: Stated) -> bool:
    return bool(old.updated and record.updated and record.updated < old.updated)


def _stated(record: Any) -> Stated:
    common = Stated(record.kind, record.id, record.ids, record.updated, record.embedded)
    if record.kind != "Paper":
        return common
    common.year = record.year
    common.authors = len(record.authors) if record.author_count is None else record.author_count
    common.byline = tuple((slot.person, slot.institutions) for slot in record.authors if slot.person)
    common.topics = tuple(link.topic for link in record.topics)
    return common
