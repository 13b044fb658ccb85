"""Slices: a person, a paper, a topic or an institution with what lies around it, bounded and always the same.

The database ranks the candidates of each kind, the budget is shared between the kinds, and a second query gives the
edges among what is shown.
"""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from graph.answers import Neighbours, Slice, SliceEdge, SliceNode
from graph.budget import SHARES
from graph.candidates import Frame, candidates, choose, cursor_after
from graph.connection import Connection, Row
from graph.cursor import Cursor, read_cursor
from graph.drawing import draw
from graph.errors import InvalidValue
from graph.models import Kind
from graph.resolve import resolve
from graph.works import check_years

BUDGET = 60
LARGEST = 500
SEEDS = 20
RING: dict[Kind, int] = {"Paper": 60, "Person": 60, "Topic": 30, "Institution": 30}
"""Of each kind, how many of the first ones the edges of an expansion may lead to."""


async def person_slice(
    connection: Connection,
    id: str,
    *,
    budget: int = BUDGET,
    kinds: Iterable[Kind] | None = None,
    year_from: int | None = None,
    year_to: int | None = None,
) -> Slice:
    """Return what lies around the person with the identifier `id`, at most `budget` (1 to 500) nodes with the centre.

    Own works, authors and topics of these, institutions of these people, and all edges among what is shown.
    `kinds` shows only some kinds; `year_from` and `year_to` (inclusive) keep the works of these years and what they
    lead to. `total` counts what there is after the years, seeds included. Raises `NotFound` and `InvalidValue`.
    """
    return await node_slice(
        connection, id, kind="Person", budget=budget, kinds=kinds, year_from=year_from, year_to=year_to
    )


async def node_slice(
    connection: Connection,
    id: str,
    *,
    kind: Kind | None = None,
    budget: int = BUDGET,
    kinds: Iterable[Kind] | None = None,
    year_from: int | None = None,
    year_to: int | None = None,
) -> Slice:
    """Return what lies around a node of any kind (of `kind`, when given): see `person_slice`.

    Around a paper: its authors and topics, the works that it cites or that cite it, its authors' institutions.
    Around a topic or an institution: its works, their authors and topics, these people's institutions, and its
    wholes and parts.
    """
    _check(budget, year_from, year_to)
    seed = await resolve(connection, id, kind)
    return await _slice(connection, Frame([seed], year_from, year_to, _kinds(kinds)), budget)


async def seeds_slice(
    connection: Connection,
    ids: Sequence[str],
    *,
    budget: int = BUDGET,
    kinds: Iterable[Kind] | None = None,
    year_from: int | None = None,
    year_to: int | None = None,
) -> Slice:
    """Return what lies around several people or papers (at most 20, also mixed) together: see `person_slice`.

    A single seed may be of any kind.
    """
    _check(budget, year_from, year_to)
    if not 1 <= len(ids) <= SEEDS:
        raise InvalidValue(f"There are {len(ids)} seeds; give from 1 to {SEEDS} people or papers.")
    found = await asyncio.gather(*(resolve(connection, id) for id in ids))
    seeds = list({seed.id: seed for seed in found}.values())
    for seed in seeds:
        if len(seeds) > 1 and seed.kind not in ("Person", "Paper"):
            raise InvalidValue(f"'{seed.id}' is a {seed.kind.lower()}; seeds are people or papers.")
    if len(seeds) > budget:
        raise InvalidValue(f"The budget of {budget} nodes is less than the {len(seeds)} seeds; raise it.")
    return await _slice(connection, Frame(seeds, year_from, year_to, _kinds(kinds)), budget)


async def neighbours(
    connection: Connection, id: str, *, kind: Kind | None = None, after: str | None = None, limit: int = 10
) -> Neighbours:
    """Return the next `limit` (1 to 100) neighbours of a node, of one kind, best first; without `kind` the counts only.

    The order is that of the slice around the node, whose `next` cursors are welcome as `after`. Positions are relative
    to the node, which stands at (0, 0). Edges lead from the new nodes to one another, to the node, and to its first
    neighbours, which the caller may or may not show. Raises `NotFound` and `InvalidValue`.
    """
    if not 1 <= limit <= 100:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to 100.")
    centre = await resolve(connection, id)
    cursor = _cursor(centre.id, kind, after)
    seeds = [centre if seed == centre.id else await resolve(connection, seed) for seed in cursor.seeds]
    frame = Frame(seeds, cursor.year_from, cursor.year_to)
    if kind is None and after is None:
        found = await candidates(connection, frame, {})
        return _neighbours(centre.id, frame, found)
    end = cursor.place + limit + len(cursor.seen)
    found = await candidates(connection, frame, RING | {cursor.kind: max(end, RING[cursor.kind])})
    page = [at for at in range(cursor.place, min(end, len(found[cursor.kind]))) if at not in cursor.seen][:limit]
    new = [(cursor.kind, found[cursor.kind][at]) for at in page]
    ring = [
        (each, entry)
        for each in SHARES
        for at, entry in enumerate(found[each][: RING[each]])
        if each != cursor.kind or at not in page
    ]
    nodes, edges = await draw(connection, frame, new, ring)
    return _neighbours(centre.id, frame, found, cursor, page, nodes[len(seeds) :], edges)


def _cursor(id: str, kind: Kind | None, after: str | None) -> Cursor:
    """Return where to go on: the cursor `after`, when it fits, or the beginning."""
    if after is None:
        return Cursor(seeds=(id,), kind=kind or "Paper", place=0)
    cursor = read_cursor(after)
    if kind and cursor.kind != kind:
        raise InvalidValue(f"The cursor 'after' goes on with {cursor.kind}, not with {kind}: omit one of them.")
    if id not in cursor.seeds:
        raise InvalidValue("The cursor 'after' belongs to another node: begin again without it.")
    return cursor


def _neighbours(
    id: str,
    frame: Frame,
    found: Row,
    cursor: Cursor | None = None,
    page: Sequence[int] = (),
    nodes: Sequence[SliceNode] = (),
    edges: Sequence[SliceEdge] = (),
) -> Neighbours:
    """Return the answer; `page` are the places of `nodes` in their order, with `cursor` the counts alone are none."""
    following = None
    if cursor and page and page[-1] + 1 < found["total"][cursor.kind]:
        seen = tuple(at for at in cursor.seen if at > page[-1])
        following = cursor.model_copy(update={"place": page[-1] + 1, "seen": seen}).text()
    return Neighbours(
        id=id,
        counts=found["total"],
        kind=cursor.kind if cursor else None,
        nodes=list(nodes),
        edges=list(edges),
        next=following,
        rule=frame.rule,
        dataset=found["dataset"],
    )


def _check(budget: int, year_from: int | None, year_to: int | None) -> None:
    if not 1 <= budget <= LARGEST:
        raise InvalidValue(f"budget is {budget}; give a number of nodes from 1 to {LARGEST}.")
    check_years(year_from, year_to)


def _kinds(kinds: Iterable[Kind] | None) -> Collection[Kind]:
    if kinds is None:
        return tuple(SHARES)
    asked = set(kinds)
    if unknown := sorted(asked - set(get_args(Kind))):
        raise InvalidValue(f"'{unknown[0]}' is no kind of node; give some of {', '.join(SHARES)}.")
    return asked


async def _slice(connection: Connection, frame: Frame, budget: int) -> Slice:
    room = budget - len(frame.seeds)
    found = await candidates(connection, frame, dict.fromkeys(SHARES, room))
    shown = choose(found, frame, room)
    nodes, edges = await draw(connection, frame, [(kind, found[kind][at]) for kind in SHARES for at in shown[kind]])
    seeds = {kind: len(frame.ids(kind)) for kind in SHARES}
    return Slice(
        center=[seed.id for seed in frame.seeds],
        nodes=nodes,
        edges=edges,
        shown={kind: len(shown[kind]) + seeds[kind] for kind in SHARES},
        total={kind: found["total"][kind] + seeds[kind] for kind in SHARES},
        rule=frame.rule,
        next={kind: cursor_after(frame, kind, shown[kind], found["total"][kind]) for kind in SHARES},
        dataset=found["dataset"],
    )
