"""What is new around people, topics and institutions that somebody follows.

New is what a load first brought into the graph, and loads count by when they ended: a work of 1998 is news when it
comes in now, and a changed record is none. A tie between two people is new when all works that tie them are.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from graph import dataset
from graph.answers import News, NewsCut, NewsItem, NewsReason, Ref
from graph.answers.news import Novelty
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue, TimeLimitExceeded
from graph.models import Kind
from graph.ranking import CLOSE, SLACK
from graph.works import works_by_id

LOADS = 1000
"""Loads that are looked back over."""
MOST = 200
"""Of each kind of news around one thing that is followed, how much is told."""
PEOPLE = 50
"""People around whom adjacent work is looked for: those followed last."""
OWN = 100
"""Works of a person around which adjacent work is looked for."""
SHARED = 3
"""References that a work must share with those of a person to be adjacent."""
CITED = 1000
"""Citations of a work at most for new ones to be news: those of others are no surprise, and many."""
NEAR = 20
SECONDS = 5.0
"""How long each kind of news is looked for; what takes longer is left out, and said to be."""
KEPT = 20_000
"""Pieces of news that are kept in memory."""
RULE = (
    f"New is what a load first brought into this graph, whatever its year. Of each kind of news up to {MOST} are told "
    f"around each thing that you follow. Adjacent work is looked for around the {PEOPLE} people followed last: works "
    f"that cite one of their {OWN} best cited works (but for those cited more than {CITED} times), that share {SHARED} "
    f"or more references with their {OWN} latest ones, or that are by a close collaborator. What takes more than "
    f"{SECONDS:g} s to look for is left out, and named."
)
_RANK: dict[Novelty, int] = {"work": 0, "collaborator": 1, "adjacent": 2}


@dataclass(frozen=True, slots=True)
class Watch:
    """Something that is followed; loads that ended after `since` are news."""

    node: Ref
    since: datetime


@dataclass(frozen=True, slots=True)
class _Load:
    at: datetime
    number: int


@dataclass(slots=True)
class _Found:
    """A piece of news before its page is made."""

    id: str
    what: Novelty
    node: str
    kind: Kind
    label: str
    year: int | None
    load: _Load
    reasons: list[NewsReason] = field(default_factory=list)

    @property
    def place(self) -> tuple[int, int, int, str]:
        """Sorts the latest load first; in it by kind, the newest work first."""
        return -self.load.number, _RANK[self.what], -(self.year or 0), self.id


@dataclass(frozen=True, slots=True)
class _Question:
    """A query of news around one kind of thing, and how its rows are said."""

    name: str
    what: Novelty
    kind: Kind
    through: Kind
    people: int | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def text(self, count: int, names: Sequence[str]) -> str:
        """Return the reason in words."""
        listed = _listed(names, count)
        return {
            "news_people": "they are an author.",
            "news_topics": "this work is on it.",
            "news_institutions": f"{listed} {'is' if count == 1 else 'are'} known to have been there.",
            "news_collaborators": f"{_number(count, 'joint work')}, and none before.",
            "news_citing": f"this work cites {_number(count, 'work')} of theirs.",
            "news_coupled": f"this work cites {_number(count, 'work')} that they cite too.",
            "news_near": f"this work is by {listed}, with whom they work closely.",
        }[self.name]


_QUESTIONS = (
    _Question("news_people", "work", "Person", "Paper"),
    _Question("news_collaborators", "collaborator", "Person", "Paper"),
    _Question("news_topics", "work", "Topic", "Paper"),
    _Question("news_institutions", "work", "Institution", "Person"),
    _Question("news_citing", "adjacent", "Person", "Paper", PEOPLE, {"own": OWN, "most": CITED}),
    _Question("news_coupled", "adjacent", "Person", "Paper", PEOPLE, {"own": OWN, "least": SHARED}),
    _Question("news_near", "adjacent", "Person", "Person", PEOPLE, {"threshold": CLOSE * SLACK, "near": NEAR}),
)
_MAPS: dict[Kind, str] = {"Topic": "topics", "Institution": "institutions"}
_Told = list[tuple[_Question, list[Row] | None]]
"""What each question found; None for one that took too long."""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All that is new, before its pages are made."""

    found: list[_Found]
    cut: list[NewsCut]


class Recent:
    """What was gathered lately, so that further pages and asking again cost little, until anything is loaded."""

    def __init__(self) -> None:
        self._loads: Sequence[Row] = ()
        self._kept: OrderedDict[tuple[object, ...], _Gathered] = OrderedDict()
        self._size = 0

    def get(self, loads: Sequence[Row], key: tuple[object, ...]) -> _Gathered | None:
        """Return what is kept under a key; with other `loads` (rows of `read/news_loads`) all of it is forgotten."""
        if loads != self._loads:
            self.forget()
            self._loads = loads
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def forget(self) -> None:
        """Forget all of it, as when it may name somebody who has opted out."""
        self._loads, self._size = (), 0
        self._kept.clear()

    def keep(self, loads: Sequence[Row], key: tuple[object, ...], gathered: _Gathered) -> None:
        """Keep what was gathered, unless others were loaded meanwhile; what was asked for longest ago goes."""
        if loads != self._loads or key in self._kept:
            return
        self._kept[key] = gathered
        self._size += len(gathered.found)
        while self._size > KEPT:
            self._size -= len(self._kept.popitem(last=False)[1].found)


async def news(
    connection: Connection,
    watched: Sequence[Watch],
    recent: Recent,
    *,
    until: datetime | None = None,
    after: str | None = None,
    limit: int = 50,
) -> News:
    """Return what is new around `watched`, what was followed last first; `since` and `visited_at` are the caller's.

    Only loads that ended by `until` are looked at (None: all), so that pages go on where they began. `after` is the
    id of the last item of the page before. Raises `InvalidValue` for one that is not there.
    """
    rows = await connection.read(query("read/news_loads"), limit=LOADS)
    loads = _loads(rows, until)
    seen = {each.node.id: sum(load.at <= each.since for load in loads.values()) for each in watched}
    key = len(loads), *seen.items()
    gathered = recent.get(rows, key)
    if gathered is None:
        gathered = await _gather(connection, {each.node.id: each.node for each in watched}, seen, loads)
        recent.keep(rows, key, gathered)
    found = gathered.found
    page = _page(found, after, limit)
    works = await works_by_id(connection, [each.node for each in page if each.kind == "Paper"])
    items = [_item(each, works) for each in page]
    return News(
        items=items,
        shown=len(items),
        total=len(found),
        next=page[-1].id if page and page[-1] is not found[-1] else None,
        since=None,
        until=max((each.at for each in loads.values()), default=None),
        visited_at=None,
        follows=len(watched),
        cut=gathered.cut,
        rule=RULE,
        dataset=rows[0]["dataset"] if rows else await dataset.version(connection),
    )


async def _gather(
    connection: Connection, nodes: Mapping[str, Ref], seen: Mapping[str, int], loads: Mapping[str, _Load]
) -> _Gathered:
    """Return all that is new around `nodes`; `seen` says for each how many loads are no news."""
    told = await _ask(connection, nodes, seen, loads)
    found = sorted(_merged(told, loads, nodes), key=lambda each: each.place)
    return _Gathered(found, _cut(told, nodes))


def _loads(rows: Sequence[Row], until: datetime | None) -> dict[str, _Load]:
    """Return the loads that ended by `until`, numbered from 1 in their order."""
    ended = [(row["id"], datetime.fromtimestamp(row["at"] / 1000, UTC)) for row in reversed(rows)]
    some = [(id, at) for id, at in ended if until is None or at <= until]
    return {id: _Load(at, number) for number, (id, at) in enumerate(some, start=1)}


async def _ask(
    connection: Connection, nodes: Mapping[str, Ref], seen: Mapping[str, int], loads: Mapping[str, _Load]
) -> _Told:
    """Return what each query finds around those of `nodes` for which there was any load since."""
    new = {id: load.number for id, load in loads.items() if load.number > min(seen.values(), default=len(loads))}
    asked = []
    for question in _QUESTIONS:
        ids = [each.id for each in nodes.values() if each.kind == question.kind]
        some = {id: seen[id] for id in ids[: question.people] if seen[id] < len(loads)}
        if some:
            asked.append((question, _read(connection, question, some, new)))
    rows = await asyncio.gather(*(reading for _, reading in asked))
    return [(question, found) for (question, _), found in zip(asked, rows, strict=True)]


async def _read(
    connection: Connection, question: _Question, some: dict[str, int], loads: dict[str, int]
) -> list[Row] | None:
    name = _MAPS.get(question.kind, "people")
    around: Any = [{"id": id, "after": after} for id, after in some.items()] if name == "people" else some
    params = {name: around, "loads": loads, "limit": MOST, **question.params}
    try:
        return await connection.read(query(f"read/{question.name}"), timeout=SECONDS, **params)
    except TimeLimitExceeded:
        return None


def _merged(told: _Told, loads: Mapping[str, _Load], nodes: Mapping[str, Ref]) -> Iterable[_Found]:
    """Return what was found, each thing once with all its reasons."""
    merged: dict[str, _Found] = {}
    for question, rows in told:
        for row in rows or ():
            for each in row["found"]:
                found = _found(question, row["followed"], each, loads)
                reason = _reason(question, nodes[row["followed"]], each)
                merged.setdefault(found.id, found).reasons.append(reason)
    return merged.values()


def _found(question: _Question, followed: str, row: Row, loads: Mapping[str, _Load]) -> _Found:
    tie = question.what == "collaborator"
    id = f"{followed} {row['id']}" if tie else row["id"]
    kind: Kind = "Person" if tie else "Paper"
    label: str = row["label"] if tie else row["id"]
    return _Found(id, question.what, row["id"], kind, label, row["year"], loads[row["load"]])


def _reason(question: _Question, followed: Ref, row: Row) -> NewsReason:
    through = [Ref(id=each["id"], kind=question.through, label=each["label"]) for each in row["through"]]
    text = question.text(row["count"], [each.label for each in through])
    return NewsReason(followed=followed, text=text, count=row["count"], inferred=row["inferred"], through=through)


def _page(found: list[_Found], after: str | None, limit: int) -> list[_Found]:
    if after is None:
        return found[:limit]
    place = next((at for at, each in enumerate(found, start=1) if each.id == after), None)
    if place is None:
        raise InvalidValue("The cursor 'after' leads to nothing any more: begin again without it.")
    return found[place : place + limit]


def _item(found: _Found, works: Mapping[str, Any]) -> NewsItem:
    work = works.get(found.node)
    label = (work.title or work.id) if work else found.label
    node = Ref(id=found.node, kind=found.kind, label=label)
    return NewsItem(
        id=found.id,
        what=found.what,
        node=node,
        year=found.year,
        at=found.load.at,
        reasons=found.reasons,
        work=work,
    )


def _cut(told: _Told, nodes: Mapping[str, Ref]) -> list[NewsCut]:
    late = dict.fromkeys(question.what for question, rows in told if rows is None)
    found = [
        NewsCut(followed=nodes[row["followed"]], what=question.what, shown=len(row["found"]), total=row["total"])
        for question, rows in told
        for row in rows or ()
        if row["total"] > len(row["found"])
    ]
    return [NewsCut(followed=None, what=what, shown=0, total=None) for what in late] + found


def _listed(names: Sequence[str], count: int) -> str:
    more = f" and {count - len(names)} more" if count > len(names) else ""
    if len(names) > 1 and not more:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return ", ".join(names) + more


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
