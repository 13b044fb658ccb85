"""What the graph knows that can speak for somebody who claims a record: home pages of institutions, works in common."""

from collections import defaultdict
from dataclasses import dataclass

from graph.answers import Ref
from graph.catalogue import query
from graph.connection import Connection
from graph.text import words

_TOO_PLAIN = 3
"""Words of a title that says nothing by itself, such as "Introduction to the issue"."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page of an institution that is stated for a person, or that such a one is part of."""

    institution: Ref
    url: str


async def home_pages(connection: Connection, id: str) -> list[HomePage]:
    """Return the home pages of the institutions stated for the person `id` and of those above, the latest first."""
    rows = await connection.read(query("read/home_pages"), id=id)
    return [HomePage(Ref(id=row["id"], kind="Institution", label=row["label"]), row["url"]) for row in rows]


async def works_in_common(connection: Connection, id: str, other: str) -> list[Ref]:
    """Return the works of the person `id` that the record `other` lists too: the same work, or one of the same title.

    Titles are compared by their folded words; very short ones are not.
    """
    listed: dict[str, list[Ref]] = defaultdict(list)
    for row in await connection.read(query("read/titles_of"), people=[id, other]):
        listed[row["person"]].append(Ref(id=row["id"], kind="Paper", label=row["title"]))
    theirs = {key for work in listed[other] for key in _keys(work)}
    return [work for work in listed[id] if not theirs.isdisjoint(_keys(work))]


def _keys(work: Ref) -> set[tuple[str, ...]]:
    """Return what two entries of the same work have in common: its id, or the words of its title."""
    title = tuple(words(work.label))
    return {(work.id,), title} if len(title) > _TOO_PLAIN else {(work.id,)}
