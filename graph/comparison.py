"""Two people side by side: what they share, and what each has alone."""

from collections.abc import Sequence

from graph.answers import ComparedThing, ComparedThings, ComparedWorks, Comparison, PaperRef, Totals
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue
from graph.resolve import resolve

SHOWN = 500
"""Entries of each list at most; the totals count all."""
Parts = tuple[list[Row], list[Row], list[Row]]


async def compare(connection: Connection, a: str, b: str, *, limit: int = 20) -> Comparison:
    """Return what the people with the identifiers `a` and `b` share, and what each has alone.

    Each list holds at most `limit` (1 to 500). What both have is ordered by the lesser of its two weights (see
    `cypher/read/compare.cypher`), what one has by its weight; then by works, label and id. A joint work by more than
    100 people is a shared work, but ties nobody. Raises `NotFound` and `InvalidValue`.
    """
    if not 1 <= limit <= SHOWN:
        raise InvalidValue(f"limit is {limit}; give a number from 1 to {SHOWN}.")
    first, second = await resolve(connection, a, "Person"), await resolve(connection, b, "Person")
    if first.id == second.id:
        raise InvalidValue("'a' and 'b' are one and the same person: name two different people.")
    rows = await connection.read(query("read/compare"), ids=[first.id, second.id])
    works, coauthors, topics, institutions = (
        split(rows[0][kind], rows[1][kind]) for kind in ("works", "coauthors", "topics", "institutions")
    )
    years = [row["year"] for row in works[0] if row["year"] is not None]
    return Comparison(
        a=first,
        b=second,
        distance=1 if rows[0]["tied"] else 2 if coauthors[0] else None,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        works=_works(works, limit),
        coauthors=_things(coauthors, limit),
        topics=_things(topics, limit),
        institutions=_things(institutions, limit),
        dataset=rows[0]["dataset"],
    )


def split(ours: Sequence[Row], theirs: Sequence[Row]) -> Parts:
    """Return what stands in both lists, in the first alone, in the second alone, each in its order.

    Rows have `id`, `label`, `weight`, `works` and `year`; those returned have `works_a` and `works_b` instead of
    `works`, and of what is in both the lesser weight and the later year.
    """
    mine = {row["id"]: row | {"works_a": row["works"], "works_b": 0} for row in ours}
    other = {row["id"]: row | {"works_a": 0, "works_b": row["works"]} for row in theirs}
    both = [_both(mine[id], other[id]) for id in mine.keys() & other.keys()]
    return (
        sorted(both, key=_order),
        sorted((row for id, row in mine.items() if id not in other), key=_order),
        sorted((row for id, row in other.items() if id not in mine), key=_order),
    )


def _both(ours: Row, theirs: Row) -> Row:
    years = [row["year"] for row in (ours, theirs) if row["year"] is not None]
    weight = min(ours["weight"], theirs["weight"])
    return ours | {"works_b": theirs["works_b"], "weight": weight, "year": max(years, default=None)}


def _order(row: Row) -> tuple[float, int, str, str]:
    return -row["weight"], -(row["works_a"] + row["works_b"]), row["label"], row["id"]


def _works(parts: Parts, limit: int) -> ComparedWorks:
    shared, only_a, only_b = (
        [PaperRef(**{name: row[name] for name in PaperRef.model_fields}) for row in part[:limit]] for part in parts
    )
    return ComparedWorks(shared=shared, only_a=only_a, only_b=only_b, totals=_totals(parts))


def _things(parts: Parts, limit: int) -> ComparedThings:
    shared, only_a, only_b = ([_thing(row) for row in part[:limit]] for part in parts)
    return ComparedThings(shared=shared, only_a=only_a, only_b=only_b, totals=_totals(parts))


def _thing(row: Row) -> ComparedThing:
    return ComparedThing(
        id=row["id"],
        label=row["label"],
        scheme=row.get("scheme"),
        works_a=row["works_a"],
        works_b=row["works_b"],
        last_year=row["year"],
    )


def _totals(parts: Parts) -> Totals:
    shared, only_a, only_b = map(len, parts)
    return Totals(shared=shared, only_a=only_a, only_b=only_b)
