"""What may be shown around a node or several, each kind in its order, and which of it a budget shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Ref
from graph.budget import SHARES, allot
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.cursor import Cursor
from graph.models import Kind

_RULE = (
    "Works by (1 + citations in the graph) x 2^(-age / 2 years); people by the recency weight of their joint works "
    "(one by more than 100 people ties nobody); topics by the weight of the works on them; institutions by the "
    "nearest person there, latest first. Each kind has its share of the budget (works 40%, people 35%, topics 15%, "
    "institutions 10%), and what it does not need goes to the others; what no shown node leads to waits for a later "
    "page."
)
_SUBJECT_RULE = (
    " Around a topic or an institution people and topics are those of its 500 weightiest works, out of at most 10,000 "
    "looked at, and people count by these works' weight."
)
Places = dict[Kind, list[int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is asked around what: the seeds, the years (inclusive), and the kinds to show."""

    seeds: Sequence[Ref]
    year_from: int | None = None
    year_to: int | None = None
    kinds: Collection[Kind] = tuple(SHARES)

    def ids(self, kind: Kind) -> list[str]:
        """Return the ids of the seeds of one kind."""
        return [seed.id for seed in self.seeds if seed.kind == kind]

    @property
    def subject(self) -> bool:
        """Whether a topic or an institution is the centre: no edge joins it to its people."""
        return any(seed.kind in ("Topic", "Institution") for seed in self.seeds)

    @property
    def rule(self) -> str:
        """How the candidates are ordered and cut, in words."""
        return _RULE + (_SUBJECT_RULE if self.subject else "")


async def candidates(connection: Connection, frame: Frame, limits: Mapping[Kind, int]) -> Row:
    """Return the first `limits` candidates of each kind under the name of the kind, with `total` and `dataset`."""
    (row,) = await connection.read(
        query("read/slice"),
        people=frame.ids("Person"),
        papers=frame.ids("Paper"),
        topics=frame.ids("Topic"),
        institutions=frame.ids("Institution"),
        year_from=frame.year_from,
        year_to=frame.year_to,
        limits={kind: limits.get(kind, 0) for kind in SHARES},
    )
    return row


def choose(found: Row, frame: Frame, room: int) -> Places:
    """Return the places of the candidates to show, by kind, at most `room` in all.

    A candidate that no shown node leads to is passed over, and its room goes to the next one or to another kind.
    """
    usable: Places = {kind: list(range(len(found[kind]))) if kind in frame.kinds else [] for kind in SHARES}
    while True:
        quota = allot(room, {kind: len(places) for kind, places in usable.items()})
        shown = {kind: usable[kind][: quota[kind]] for kind in SHARES}
        leads = _leads(frame, shown)
        linked = {
            kind: [at for at in usable[kind] if kind not in leads or found[kind][at]["best"] in leads[kind]]
            for kind in SHARES
        }
        if all(set(shown[kind]) <= set(linked[kind]) for kind in SHARES):
            return shown
        usable = linked


def _leads(frame: Frame, shown: Places) -> dict[Kind, frozenset[int]]:
    """Return, per kind that needs to be led to, the places of the shown nodes that do it; -1 stands for the seeds."""
    leads: dict[Kind, frozenset[int]] = {}
    if "Paper" in frame.kinds:
        leads["Topic"] = frozenset([-1, *shown["Paper"]])
        if frame.subject:
            leads["Person"] = leads["Topic"]
    if "Person" in frame.kinds:
        leads["Institution"] = frozenset([-1, *shown["Person"]])
    return leads


def cursor_after(frame: Frame, kind: Kind, shown: Sequence[int], total: int) -> str | None:
    """Return the cursor of the first candidate not in `shown`, with those shown after it; None at the end."""
    first = next((place for place, at in enumerate(shown) if place != at), len(shown))
    if first >= total:
        return None
    return Cursor(
        seeds=tuple(seed.id for seed in frame.seeds),
        kind=kind,
        place=first,
        seen=tuple(shown[first:]),
        year_from=frame.year_from,
        year_to=frame.year_to,
    ).text()
