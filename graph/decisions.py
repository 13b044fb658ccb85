"""What was decided about people, as loads ask for it: which records are aliases of others.

The graph holds the decisions beside the facts, so that they are there wherever the graph is. Loads ask once per batch;
where nothing was decided, that is one small question and nothing else. Whoever asks about one person asks for the joins
around them only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.catalogue import query
from graph.connection import Connection, Row
from graph.errors import BadRequest
from graph.tombstones import Hiding


@dataclass(frozen=True, slots=True)
class Decisions:
    """What loads obey."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    """Id of a joined record -> id of the person that it was joined to, which may be an alias in its turn."""
    disowned: bool = False
    """Whether anybody has disowned a work."""
    hiding: Hiding | None = None
    """What takes people who opted out from records; None where nobody did."""

    def kept(self, id: str) -> str:
        """Return the id of the person that stands for the record `id`: its own, or that of the last join."""
        while id in self.aliases:
            id = self.aliases[id]
        return id

    def family(self, id: str) -> list[str]:
        """Return `id` and the ids of all records that were joined to it, one after another, in order."""
        return [id, *sorted(each for each in self.aliases if each != id and id in self._way(each))]

    def _way(self, id: str) -> list[str]:
        way = [id]
        while way[-1] in self.aliases:
            way.append(self.aliases[way[-1]])
        return way


async def decisions(connection: Connection) -> Decisions:
    """Return what was decided so far. Raise `BadRequest` when people opted out under a key that is not here."""
    (row,) = await connection.read(query("identity/decisions"))
    return Decisions(dict(row["aliases"]), row["disowned"], _hiding(connection, row["tombstones"]))


async def hiding(connection: Connection) -> Hiding | None:
    """Return what takes people who opted out from records; None where nobody did. Raise as `decisions`."""
    return _hiding(connection, await connection.read(query("identity/tombstones")))


async def family(connection: Connection, id: str) -> list[str]:
    """Return the ids under which something may be kept about a person: their record's, and those joined to it.

    `id` is that of any of these records, as it stands in the graph.
    """
    known = await _joined(connection, [id])
    return known.family(known.kept(id))


async def families(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return each of these records and of those that are one person with them, with the id that stands for the person.

    `ids` are as they stand in the graph.
    """
    asked = set(ids)
    known = await _joined(connection, asked)
    return {id: known.kept(id) for id in {*asked, *known.aliases, *known.aliases.values()}}


def same_person(kept: Mapping[str, str], ids: Iterable[str]) -> list[str]:
    """Return which records of `kept`, as `families` gives it, are of the persons to whom the records `ids` belong."""
    people = {kept[id] for id in ids}
    return sorted(id for id, person in kept.items() if person in people)


async def _joined(connection: Connection, ids: Iterable[str]) -> Decisions:
    """Return the joins that lead to some records or from them, one after another: asked for as often as they do."""
    aliases: dict[str, str] = {}
    seen: set[str] = set()
    while new := set(ids) - seen:
        rows = await connection.read(query("identity/joined"), ids=sorted(new))
        seen |= new
        aliases |= {row["id"]: row["of"] for row in rows}
        ids = {each for row in rows for each in row.values()}
    return Decisions(aliases)


def _hiding(connection: Connection, tombstones: list[Row]) -> Hiding | None:
    if not tombstones:
        return None
    if connection.vault is None:
        raise BadRequest("People have opted out of this graph: open it with its settings, so that loads can obey.")
    connection.vault.check(each["key"] for each in tombstones)
    return Hiding(connection.vault, tombstones)
