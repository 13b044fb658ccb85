"""Adjacent work: what stands near somebody's own works, with the reasons; never the own works themselves.

Four signals each give a ranking of at most `POOL` works, and are fused by reciprocal rank: score = sum over signals of
1 / (60 + rank) (Cormack, Clarke, Büttcher, SIGIR 2009). Bibliographic coupling (Kessler 1963) serves new works,
co-citation (Small 1973) old ones.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from graph.answers import Adjacent, AdjacentWork, Reason, Ref, Signal
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue
from graph.models import Kind
from graph.ranking import CLOSE, SLACK
from graph.resolve import resolve
from graph.works import works_by_id

Order = Literal["closest", "foundational", "recent"]
K = 60
"""Constant of reciprocal rank fusion: how little the first places count for more than the next."""
BASE = 100
"""Own works that are looked around."""
POOL = 100
"""Works that each signal may bring; also those of the closest among which `recent` and `foundational` choose."""
PEOPLE = 20
SEEDS = 50
_THROUGH: dict[Signal, Kind] = {
    "shared_references": "Paper",
    "co_citation": "Paper",
    "shared_topic": "Topic",
    "close_collaborator": "Person",
}
_RULE = (
    f"Around the {BASE} weightiest own works; each signal (shared references, co-citation, shared topics, other works "
    f"of close people) brings up to {POOL} works, fused by reciprocal rank with k = {K}. "
)
_RULES: dict[Order, str] = {
    "closest": "Closest first.",
    "foundational": f"Works older than the middle own work, by how many own works and of the {POOL} closest cite them.",
    "recent": f"Of the {POOL} closest, newest first.",
}


@dataclass(frozen=True, slots=True)
class _Words:
    """How reasons name the works that they start from, and one or several of the people followed."""

    works: str
    person: str
    people: str
    one: bool = False
    """Whether they are a single work."""


@dataclass(slots=True)
class _Found:
    """A work found by one signal or more."""

    id: str
    year: int | None
    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)


async def adjacent_to_person(connection: Connection, id: str, order: Order = "closest", limit: int = 20) -> Adjacent:
    """Return works near those of the person with the identifier `id`, never their own.

    `order`: `closest`; `foundational`, older works on which both build; `recent`, the newest of the closest. `limit`:
    1 to 100. Raises `NotFound` and `InvalidValue`.
    """
    _check(order, limit)
    person = await resolve(connection, id, "Person")
    (ground,) = await connection.read(
        query("read/adjacent_person"), id=person.id, base=BASE, threshold=CLOSE * SLACK, people=PEOPLE
    )
    words = _Words("this person's works", "a close collaborator", "close collaborators")
    return await _adjacent(connection, [person.id], ground, order, limit, words)


async def adjacent_to_papers(
    connection: Connection, ids: Sequence[str], order: Order = "closest", limit: int = 20
) -> Adjacent:
    """Return works near the papers with the identifiers `ids` (1 to 50), never these: see `adjacent_to_person`.

    In place of close collaborators stand the authors of the papers, those of most of them first.
    """
    _check(order, limit)
    if not 1 <= len(ids) <= SEEDS:
        raise InvalidValue(f"There are {len(ids)} papers; give from 1 to {SEEDS}.")
    papers = await asyncio.gather(*(resolve(connection, id, "Paper") for id in ids))
    unique = list(dict.fromkeys(paper.id for paper in papers))
    (ground,) = await connection.read(query("read/adjacent_papers"), ids=unique, people=PEOPLE)
    if len(unique) == 1:
        words = _Words("this work", "an author of this work", "authors of this work", one=True)
    else:
        words = _Words("the given works", "an author of a given work", "authors of the given works")
    return await _adjacent(connection, unique, ground, order, limit, words)


def _check(order: str, limit: int) -> None:
    if order not in get_args(Order):
        raise InvalidValue(f"order is '{order}'; give one of {', '.join(get_args(Order))}.")
    if not 1 <= limit <= 100:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to 100.")


async def _adjacent(
    connection: Connection, center: list[str], ground: Row, order: Order, limit: int, words: _Words
) -> Adjacent:
    found = fuse(await _signals(connection, ground, words))
    if order == "recent":
        found = sorted(found[:POOL], key=lambda each: (-(each.year or 0), -each.score, each.id))
    elif order == "foundational":
        found = await _foundations(connection, ground, found, words)
    works = await works_by_id(connection, [each.id for each in found[:limit]])
    items = [
        AdjacentWork(work=works[each.id], score=each.score, reasons=each.reasons)
        for each in found[:limit]
        if each.id in works
    ]
    return Adjacent(
        center=center,
        order=order,
        items=items,
        shown=len(items),
        total=len(found),
        rule=_RULE + _RULES[order],
        reason=None if items else _why_empty(ground, order),
        dataset=ground["dataset"],
    )


async def _signals(connection: Connection, ground: Row, words: _Words) -> dict[Signal, list[_Found]]:
    """Return what each signal finds, best first, each work with its reason."""
    own, base = ground["own"], ground["base"]
    rows = await asyncio.gather(
        connection.read(query("read/adjacent_references"), own=own, base=base, limit=POOL),
        connection.read(query("read/adjacent_citing"), own=own, base=base, limit=POOL),
        connection.read(query("read/adjacent_topics"), own=own, base=base, limit=POOL),
        connection.read(query("read/adjacent_people"), own=own, people=ground["people"], limit=POOL),
    )
    return {
        signal: [_Found(row["id"], row["year"], reasons=[_reason(signal, row, words)]) for row in found]
        for signal, found in zip(_THROUGH, rows, strict=True)
    }


def fuse(rankings: Mapping[Signal, Sequence[_Found]]) -> list[_Found]:
    """Return the works of several rankings in one, by reciprocal rank; ties fall to the newer work, then by id."""
    fused: dict[str, _Found] = {}
    for ranking in rankings.values():
        for rank, each in enumerate(ranking, start=1):
            work = fused.setdefault(each.id, _Found(each.id, each.year))
            work.score += 1 / (K + rank)
            work.reasons.extend(each.reasons)
    return sorted(fused.values(), key=lambda work: (-work.score, -(work.year or 0), work.id))


def _reason(signal: Signal, row: Row, words: _Words) -> Reason:
    names = [each["label"] for each in row["through"]]
    return Reason(
        signal=signal,
        text=_text(signal, row["count"], names, words),
        count=row["count"],
        inferred=row["inferred"],
        through=[Ref(id=each["id"], kind=_THROUGH[signal], label=each["label"]) for each in row["through"]],
    )


def _text(signal: Signal, count: int, names: list[str], words: _Words) -> str:
    if signal == "shared_references":
        return f"Cites {_number(count, 'work')} also cited by {words.works}."
    if signal == "co_citation":
        return f"Cited together with {words.works} by {_number(count, 'work')}."
    shown = ", ".join(names) + (f" and {count - len(names)} more" if count > len(names) else "")
    if signal == "shared_topic":
        return f"On {_number(count, 'topic')} of {words.works}: {shown}."
    return f"By {shown}, {words.person if count == 1 else words.people}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _built_on(own: int, near: int, words: _Words) -> str:
    ours = words.works if words.one else f"{own} of {words.works}"
    parts = [ours if own else "", _number(near, "adjacent work") if near else ""]
    return f"Cited by {' and by '.join(part for part in parts if part)}."


async def _foundations(connection: Connection, ground: Row, found: list[_Found], words: _Words) -> list[_Found]:
    """Return older works that the own works and the closest ones cite, most cited by these first."""
    rows = await connection.read(
        query("read/adjacent_foundations"),
        own=ground["own"],
        base=ground["base"],
        near=[each.id for each in found[:POOL]],
        before=ground["median"],
        limit=POOL,
    )
    known = {each.id: each for each in found}
    works = []
    for rank, row in enumerate(rows, start=1):
        work = known.get(row["id"], _Found(row["id"], row["year"]))
        text = _built_on(row["own_uses"], row["near_uses"], words)
        count = row["own_uses"] + row["near_uses"]
        work.reasons.insert(0, Reason(signal="shared_references", text=text, count=count, inferred=row["inferred"]))
        work.score += 1 / (K + rank)
        works.append(work)
    return works


def _why_empty(ground: Row, order: Order) -> str:
    if not ground["own"]:
        return "No works are known, so there is nothing to be adjacent to."
    if order == "foundational":
        return "No references to older works were imported for these works or for those near them."
    return (
        "Neither references nor citations nor topics that lead to other works were imported for these works, "
        "and the people close to them have no others."
    )
