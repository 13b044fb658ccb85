"""Shortest co-authorship paths between two people, with the papers of each hop.

The search grows level by level from both ends, always on the side with fewer people, until the levels meet; then only
people on shortest paths are kept, and the strongest of these paths are chosen. Every step is one query.
"""

import heapq
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise, product

from graph import dataset
from graph.answers import CoauthorPath, PaperRef, PathHop, Paths, Ref
from graph.catalogue import query
from graph.connection import Connection
from graph.errors import InvalidValue
from graph.resolve import resolve

HOPS = 6
"""Longest path that is looked for; the small world of co-authors is mostly nearer."""
MOST_PEOPLE = 40_000
"""People that one search may meet before it gives up."""
PAPERS_SHOWN = 5
_RULE = (
    f"Shortest chains of co-authors, at most {HOPS} steps. Among equally short ones, those with more joint papers "
    "come first: the sum over the steps of 1 / joint papers, smallest first; then by identifier."
)
_STOPPED = f"The search met more than {MOST_PEOPLE:,} people and was stopped: name people in between by 'via'."
Chain = tuple[Fraction, tuple[str, ...]]
"""Sum of 1 / joint papers over the steps (exact, so that ties are ties), and the ids of the people in order."""
Levels = list[set[str]]


class _TooMany(Exception):
    """The search met more people than it may."""


async def paths(
    connection: Connection,
    source: str,
    target: str,
    *,
    exclude: Sequence[str] = (),
    via: Sequence[str] = (),
    k: int = 3,
) -> Paths:
    """Return at most `k` shortest paths from `source` to `target` (any identifiers of people).

    `exclude` names people to go around, `via` people to pass through, in this order. When there is no path, the
    answer's `reason` says why. Raises `NotFound` and `InvalidValue`.
    """
    ends = [await resolve(connection, each, "Person") for each in (source, *via, target)]
    barred = {(await resolve(connection, each, "Person")).id for each in exclude}
    stops = [end.id for end in ends]
    _check(stops, barred)
    try:
        chains, reason = await _through(connection, stops, barred, k), None
    except _TooMany:
        chains, reason = [], _STOPPED
    if not chains and reason is None:
        around = " without the excluded people" if barred else ""
        reason = f"No chain of at most {HOPS} co-authorships joins them{around}."
    return Paths(
        source=ends[0],
        target=ends[-1],
        items=await _described(connection, chains),
        rule=_RULE,
        reason=reason,
        dataset=await dataset.version(connection),
    )


def _check(stops: list[str], barred: Collection[str]) -> None:
    if len(set(stops)) < len(stops):
        raise InvalidValue("A path needs different people: 'from', 'to' and 'via' must not name anybody twice.")
    if set(stops) & set(barred):
        raise InvalidValue("Somebody in 'exclude' is also in 'from', 'to' or 'via': name each only once.")


async def _through(connection: Connection, stops: list[str], barred: set[str], k: int) -> list[Chain]:
    """Return the `k` best chains that pass `stops` in order, each person at most once."""
    parts: list[list[Chain]] = []
    hops = HOPS
    for place, (start, end) in enumerate(pairwise(stops)):
        left = len(stops) - 2 - place  # steps that the later parts need at least
        found = await _shortest(connection, start, end, barred | set(stops) - {start, end}, hops - left, k)
        if not found:
            return []
        hops -= len(found[0][1]) - 1
        parts.append(found)
    joined = (_join(chains) for chains in product(*parts))
    return heapq.nsmallest(k, (chain for chain in joined if len(set(chain[1])) == len(chain[1])))


def _join(chains: Sequence[Chain]) -> Chain:
    people = chains[0][1]
    for _, more in chains[1:]:
        people += more[1:]
    return sum((cost for cost, _ in chains), Fraction(0)), people


async def _shortest(
    connection: Connection, start: str, end: str, barred: Collection[str], hops: int, k: int
) -> list[Chain]:
    """Return the `k` best of all shortest chains from `start` to `end`, none when they are more than `hops` apart."""
    levels = await _meet(connection, start, end, barred, hops)
    if levels is None:
        return []
    forward, backward = levels
    middle = forward[-1] & backward[-1]
    steps = [*reversed(await _ties(connection, middle, forward)), *_turned(await _ties(connection, middle, backward))]
    best: dict[str, list[Chain]] = {start: [(Fraction(0), (start,))]}
    for step in steps:
        grown: dict[str, list[Chain]] = {}
        for near, far, papers in step:
            for cost, people in best.get(near, ()):
                grown.setdefault(far, []).append((cost + Fraction(1, papers), (*people, far)))
        best = {person: heapq.nsmallest(k, chains) for person, chains in grown.items()}
    return best[end]


async def _meet(
    connection: Connection, start: str, end: str, barred: Collection[str], hops: int
) -> tuple[Levels, Levels] | None:
    """Grow levels around both ends until they meet; return them, or None when they do not within `hops`."""
    forward: Levels = [{start}]
    backward: Levels = [{end}]
    while len(forward) + len(backward) - 2 < hops:
        mine, other = (forward, backward) if len(forward[-1]) <= len(backward[-1]) else (backward, forward)
        met = sum(map(len, forward)) + sum(map(len, backward))
        grown = await _coauthors(connection, mine[-1], barred, MOST_PEOPLE - met)
        mine.append(grown.difference(*mine))
        if not mine[-1]:
            return None
        if mine[-1] & other[-1]:
            return forward, backward
    return None


async def _coauthors(connection: Connection, people: Iterable[str], barred: Collection[str], most: int) -> set[str]:
    if most <= 0:
        raise _TooMany
    rows = await connection.read(query("read/coauthors_of"), ids=sorted(people), barred=sorted(barred), most=most)
    if len(rows) == most:
        raise _TooMany
    return {row["id"] for row in rows}


Tie = tuple[str, str, int]


async def _ties(connection: Connection, middle: set[str], levels: Levels) -> list[list[Tie]]:
    """Return, from the meeting level back to the end, the ties (nearer the end, nearer the middle, papers) kept."""
    kept: list[list[Tie]] = []
    current = middle
    for level in reversed(levels[:-1]):
        rows = await connection.read(query("read/ties_between"), ids=sorted(current), others=sorted(level))
        kept.append([(row["other"], row["id"], row["papers"]) for row in rows])
        current = {row["other"] for row in rows}
    return kept


def _turned(steps: list[list[Tie]]) -> list[list[Tie]]:
    return [[(far, near, papers) for near, far, papers in step] for step in steps]


async def _described(connection: Connection, chains: list[Chain]) -> list[CoauthorPath]:
    """Return the chains with names, and with the joint papers of each step."""
    pairs = sorted({pair for _, people in chains for pair in pairwise(people)})
    if not pairs:
        return []
    rows = await connection.read(query("read/joint_papers"), pairs=[list(pair) for pair in pairs], limit=PAPERS_SHOWN)
    hops = {
        (row["source"], row["target"]): PathHop(
            source=Ref(id=row["source"], kind="Person", label=row["source_label"]),
            target=Ref(id=row["target"], kind="Person", label=row["target_label"]),
            papers=[PaperRef(**paper) for paper in row["papers"]],
            total=row["total"],
        )
        for row in rows
    }
    items = []
    for _, people in chains:
        steps = [hops[pair] for pair in pairwise(people)]
        names = [steps[0].source, *(step.target for step in steps)]
        items.append(CoauthorPath(people=names, hops=steps, length=len(steps)))
    return items
