"""Who is who, reversibly: joining and splitting the records of people, and works that a person disowns.

Everything here changes what is stated and leaves what follows from it due (label `Stale`); `loaders.identity` derives
that, with the place for a load in its hands. A join moves edges, each remembering of which id it was stated
(`about`), so that a split moves them back. No decision deletes what a source states. See docs/identity.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graph import dataset
from graph.answers import Ref
from graph.answers.identity import Alias, Aliases, DisownedWork, DisownedWorks, JoinPreview
from graph.catalogue import query
from graph.connection import Connection, Row, Tx
from graph.decisions import decisions, family
from graph.errors import BadRequest, InvalidValue, NotFound
from graph.identifiers import spellings
from graph.resolve import refs, resolve

REASON = 500
"""Characters of a reason at most."""
_ASSERTION = {"at": None, "by": None, "why": None}


@dataclass(frozen=True, slots=True)
class Moved:
    """What a join or split has moved, and between whom."""

    keep: str
    alias: str
    identifiers: int
    works: int


async def preview(connection: Connection, keep: str, alias: str) -> JoinPreview:
    """Return what joining `alias` to `keep` (any identifiers of people) would move, and what forbids it.

    Raises `NotFound`, and `InvalidValue` when both are one person already.
    """
    kept, gone = await resolve(connection, keep, "Person"), await resolve(connection, alias, "Person")
    if kept.id == gone.id:
        raise InvalidValue(f"Both are one person here already: {kept.label} ({kept.id}). Name two different ones.")
    (row,) = await connection.read(query("identity/pair"), keep=kept.id, alias=gone.id)
    return JoinPreview(
        keep=kept,
        alias=gone,
        keep_identifiers=row["keep_identifiers"],
        keep_works=row["keep_works"],
        keep_coauthors=row["keep_coauthors"],
        identifiers=row["identifiers"],
        names=row["names"],
        institutions=refs(row["institutions"], "Institution"),
        works=row["works"],
        papers=refs(row["papers"], "Paper"),
        alias_coauthors=row["alias_coauthors"],
        shared_coauthors=row["coauthors"],
        shared_topics=row["joint"],
        obstacles=_obstacles(row),
        dataset=await dataset.version(connection),
    )


def _obstacles(row: Row) -> list[str]:
    """Return what forbids to join two people."""
    found = []
    if len(row["orcids"]) > 1:
        known = " and ".join(each.removeprefix("orcid:") for each in row["orcids"])
        found.append(
            f"They have different ORCID iDs ({known}), so they are two people: two ORCID iDs are never joined."
        )
    if row["shared"]:
        named = ", ".join(f"'{each['label']}'" for each in row["shared"][:3])
        found.append(
            f"Both stand in the byline of {_works(len(row['shared']))} as different authors ({named}): correct that at "
            "the source first, or let one of them disown it."
        )
    return found


def _works(number: int) -> str:
    return f"{number} work{'s' if number > 1 else ''}"


async def join(
    connection: Connection, keep: str, alias: str, *, by: str, why: str, at: datetime | None = None
) -> Moved:
    """Make the record of the person `alias` an alias of the person `keep`; both are given by any identifier.

    `by` is the office in which it was decided and `why` the reason: both can be read by everybody who may query the
    graph. Raises as `preview`, and `BadRequest` with what forbids it.
    """
    seen = await preview(connection, keep, alias)
    if seen.obstacles:
        raise BadRequest(" ".join(seen.obstacles))
    facts = {"by": by, "why": _reason(why), "at": at or datetime.now(UTC)}
    return await _move(connection, "identity/join", seen.keep.id, seen.alias.id, facts=facts)


async def split(connection: Connection, alias: str) -> Moved:
    """Undo a join: `alias`, by any identifier of it, is a person of its own again, with all that was joined to it.

    Raises `NotFound` when it is no alias.
    """
    rows = await connection.read(query("identity/alias_of"), ids=spellings(alias))
    if not rows:
        raise NotFound(f"'{alias[:80]}' is not joined to anybody: name the id of a record that is.")
    id, known = rows[0]["id"], await decisions(connection)
    return await _move(connection, "identity/split", known.kept(id), id, facts=_ASSERTION, family=known.family(id))


async def _move(connection: Connection, name: str, keep: str, alias: str, **params: object) -> Moved:
    async def work(tx: Tx) -> Moved:
        (row,) = await tx.run(query(name), keep=keep, alias=alias, **params)
        await tx.run(query("identity/reinstate"), people=[keep, alias])
        await tx.run(query("identity/raise"))
        return Moved(keep, alias, row["identifiers"], row["works"])

    return await connection.write_in(work, name=name)


async def joins(connection: Connection, person: str | None = None) -> list[Alias]:
    """Return the joins that stand, the latest first: all, or those into one person. Raise `NotFound`."""
    rows = await connection.read(query("identity/aliases"), people=await _records(connection, person))
    return [Alias(**row) for row in rows]


async def aliases(connection: Connection, person: str) -> Aliases:
    """Return what is joined to `person` (any identifier), directly or by way of another. Raise `NotFound`."""
    items = await joins(connection, person)
    return Aliases(items=items, dataset=await dataset.version(connection))


async def aliases_of(connection: Connection, ids: Sequence[str]) -> dict[str, Ref]:
    """Return those of the records `ids` that are joined to somebody, by their ids, under their own names."""
    rows = await connection.read(query("identity/aliases"), people=list(ids)) if ids else []
    return {row["id"]: Ref(id=row["id"], kind="Person", label=row["name"]) for row in rows if row["id"] in ids}


async def disown(connection: Connection, person: str, paper: str, *, why: str, at: datetime | None = None) -> str:
    """Set aside that `person` is an author of `paper` (any identifiers); return the id of the decision.

    The byline keeps the name as printed. `why` can be read by everybody who may query the graph. Raises `NotFound`
    when the person is not known as an author of it.
    """
    who, what = await resolve(connection, person, "Person"), await resolve(connection, paper, "Paper")
    facts = {"at": at or datetime.now(UTC), "why": _reason(why), "people": await _records(connection, who.id)}

    async def work(tx: Tx) -> str:
        made = await tx.run(query("identity/disown"), id=f"{who.id} {what.id}", person=who.id, paper=what.id, **facts)
        if not made:
            raise NotFound(f"{who.label} is not known here as an author of '{what.label}'.")
        await tx.run(query("identity/raise"))
        return str(made[0]["id"])

    return await connection.write_in(work, name="identity/disown")


async def own(connection: Connection, person: str, paper: str) -> None:
    """Take back that `person` has disowned `paper` (any identifiers). Raise `NotFound` when it was not disowned."""
    who, what = await resolve(connection, person, "Person"), await resolve(connection, paper, "Paper")
    people = await _records(connection, who.id)

    async def work(tx: Tx) -> None:
        (row,) = await tx.run(query("identity/own"), paper=what.id, people=people)
        if not row["rows"]:
            raise NotFound(f"{who.label} has not disowned '{what.label}'.")
        await tx.run(query("identity/reinstate"), people=row["people"])
        await tx.run(query("identity/raise"))

    await connection.write_in(work, name="identity/own")


async def disowned(connection: Connection, person: str | None = None) -> list[DisownedWork]:
    """Return the works that were disowned, the latest first: all, or those of one person. Raise `NotFound`."""
    rows = await connection.read(query("identity/disowned"), people=await _records(connection, person))
    return [DisownedWork(**row | {"work": Ref(**row["work"])}) for row in rows]


async def disowned_works(connection: Connection, person: str) -> DisownedWorks:
    """Return the works that `person` (any identifier) has disowned. Raise `NotFound`."""
    items = await disowned(connection, person)
    return DisownedWorks(items=items, dataset=await dataset.version(connection))


async def _records(connection: Connection, person: str | None) -> list[str] | None:
    """Return the ids of a person's record and of all that are joined to it; None for nobody in particular."""
    if person is None:
        return None
    who = await resolve(connection, person, "Person")
    return await family(connection, who.id)


def _reason(text: str) -> str:
    """Return a reason without blanks around it. Raise `InvalidValue` for none, and for one that is too long."""
    text = " ".join(text.split())
    if not text or len(text) > REASON:
        raise InvalidValue(f"Give a reason of 1 to {REASON} characters; it can be read by everybody.")
    return text
