"""What was decided about people, as loads ask for it: which records are aliases of others.

The graph holds the decisions beside the facts, so that they are there wherever the graph is. Loads ask once per batch;
where nothing was decided, that is one small question and nothing else.
"""

from collections.abc import Mapping
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


def _hiding(connection: Connection, tombstones: list[Row]) -> Hiding | None:
    if not tombstones:
        return None
    if connection.vault is None:
        raise BadRequest("People have opted out of this graph: open it with its settings, so that loads can obey.")
    connection.vault.check(each["key"] for each in tombstones)
    return Hiding(connection.vault, tombstones)
