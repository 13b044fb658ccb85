"""Works in lists: any works by id, and the works of a person sorted, filtered and cut into pages."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from graph import dataset
from graph.answers import BylineEntry, Ref, Work, Works
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import InvalidValue, NotFound
from graph.resolve import identifiers, resolve
from graph.text import fold, words

Sort = Literal["newest", "oldest", "cited", "title"]
_UNDATED = -1


async def works_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Work]:
    """Return the works with these node ids, in the order of `ids`; ids of nothing are left out."""
    wanted = list(dict.fromkeys(ids))
    rows = await connection.read(query("read/works_by_id"), ids=wanted) if wanted else []
    return {row["work"]["id"]: _work(row) for row in rows}


async def work_of(connection: Connection, id: str) -> Work:
    """Return the work with the identifier `id`. Raise `NotFound`."""
    ref = await resolve(connection, id, "Paper")
    return (await works_by_id(connection, [ref.id]))[ref.id]


async def works_named(connection: Connection, ids: list[str]) -> list[Work]:
    """Return the works that `ids`, any of their identifiers, lead to, each once and in that order; others are left out.

    Raises `NotFound` when there is none of them.
    """
    rows = await connection.read(query("read/papers_named"), ids=ids)
    if not rows:
        raise NotFound("None of these identifiers is that of a paper; look the papers up in the search.")
    return list((await works_by_id(connection, (row["id"] for row in rows))).values())


def _work(row: Row) -> Work:
    return Work(
        **row["work"],
        byline=byline(row["byline"], row["people"]),
        topics=[Ref(id=topic["id"], kind="Topic", label=topic["label"]) for topic in row["topics"]],
        identifiers=identifiers(row["identifiers"], "Paper"),
    )


def byline(names: list[str], people: Iterable[dict[str, Any]]) -> list[BylineEntry]:
    """Return the byline in order: `names` as printed, each with the id of its person where one is known."""
    known = {person["position"]: person for person in people}
    if not names:
        return [BylineEntry(name=known[place]["name"], id=known[place]["id"]) for place in sorted(known)]
    return [
        BylineEntry(name=name, id=known[place]["id"] if place in known else None)
        for place, name in enumerate(names, start=1)
    ]


async def person_works(
    connection: Connection,
    id: str,
    *,
    sort: Sort = "newest",
    year_from: int | None = None,
    year_to: int | None = None,
    type: str | None = None,
    topic: str | None = None,
    text: str | None = None,
    after: str | None = None,
    limit: int = 20,
) -> Works:
    """Return one page of the works of the person with the identifier `id`.

    `year_from` and `year_to` are inclusive, `type` is one of the answer's `types`, `topic` any identifier of a
    topic, `text` words that title or venue must hold, `after` the cursor of the page before. The order is
    total (within a year by date where it is known; ties fall by title, then id), so that pages never overlap.
    Raises `NotFound` and `InvalidValue`.
    """
    person = await resolve(connection, id, "Person")
    rows, found = await _found(
        connection, person.id, sort, year_from=year_from, year_to=year_to, type=type, topic=topic, text=text
    )
    start = _place_after(found, after)
    page = found[start : start + limit]
    works = await works_by_id(connection, page)
    return Works(
        items=[works[each] for each in page if each in works],
        shown=len(page),
        total=len(found),
        total_unfiltered=len(rows),
        next=page[-1] if page and start + limit < len(found) else None,
        years=sorted({row["year"] for row in rows if row["year"] is not None}, reverse=True),
        types=sorted({row["type"] for row in rows if row["type"] is not None}),
        dataset=await dataset.version(connection),
    )


async def all_person_works(
    connection: Connection, id: str, *, most: int, sort: Sort = "newest", **filters: Any
) -> tuple[Ref, list[Work], int]:
    """Return the person, up to `most` of the works that `person_works` pages through, and how many there are of these.

    `filters` are those of `person_works`. Raises `NotFound`.
    """
    person = await resolve(connection, id, "Person")
    _, found = await _found(connection, person.id, sort, **filters)
    return person, list((await works_by_id(connection, found[:most])).values()), len(found)


async def _found(
    connection: Connection,
    person: str,
    sort: Sort,
    *,
    year_from: int | None = None,
    year_to: int | None = None,
    type: str | None = None,
    topic: str | None = None,
    text: str | None = None,
) -> tuple[list[Row], list[str]]:
    """Return what filters and orders need of all works of a person, and the ids of those that meet the filters."""
    check_years(year_from, year_to)
    subject = (await resolve(connection, topic, "Topic")).id if topic else None
    rows = await connection.read(query("read/person_works"), id=person, topic=subject)
    found = [row for row in rows if row["on_topic"] and _within(row, year_from, year_to) and _is(row, type)]
    if text:
        found = [row for row in found if _holds(row, words(text))]
    return rows, [row["id"] for row in sorted(found, key=_ORDERS[sort])]


def check_years(first: int | None, last: int | None) -> None:
    """Raise `InvalidValue` when the years run backwards."""
    if first is not None and last is not None and first > last:
        raise InvalidValue(f"The years run from {first} to {last}; give the earlier year first.")


def _within(row: Row, first: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    year = row["year"]
    return year is not None and (first is None or year >= first) and (last is None or year <= last)


def _is(row: Row, type: str | None) -> bool:
    return type is None or row["type"] == type


def _holds(row: Row, wanted: list[str]) -> bool:
    text = fold(f"{row['title'] or ''} {row['venue'] or ''}")
    return all(word in text for word in wanted)


def _day(row: Row) -> int:
    """Return the date as a number that orders: 20221004, 20221000 for a month, 0 for none."""
    return int((row["date"] or "").replace("-", "").ljust(8, "0"))


def _by_title(row: Row) -> tuple[str, str]:
    return fold(row["title"] or ""), row["id"]


_ORDERS: dict[Sort, Callable[[Row], tuple[Any, ...]]] = {
    "newest": lambda row: (-(row["year"] or _UNDATED), -_day(row), *_by_title(row)),
    "oldest": lambda row: (row["year"] or 9999, _day(row), *_by_title(row)),
    "cited": lambda row: (-row["citations"], -(row["year"] or _UNDATED), *_by_title(row)),
    "title": _by_title,
}


def _place_after(ids: list[str], cursor: str | None) -> int:
    """Return the index of the id after the one that `cursor` names."""
    if cursor is None:
        return 0
    if cursor not in ids:
        raise InvalidValue("The cursor 'after' fits none of these works: begin again without it.")
    return ids.index(cursor) + 1
