"""What to do with each record of a batch: which node it is about, and whether it says anything new.

Pure: known ids and records in, decisions out. The rules (docs/loading.md has them in words):

* The id of a record leads to its node; else one of its other ids does, unless this source already knows that
  node under another id (a source tells its own things apart). A name never joins anything.
* A paper whose ids lead to two nodes makes one of them, unless one source told them apart.
* A record is written when its statement is new (its digest differs) and it is not older than the one before.
* Where two sources send the same id (topics and institutions have ids of the world), the preferred source keeps it.
* A thing that was only mentioned never replaces a record of its own; of two mentions of equal age the one with
  the larger digest stays, so that the order of reading does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from graph.decisions import Decisions
from graph.models import KINDS, AnyRecord, Kind
from loaders.preference import wins


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph knows of one id."""

    node: str | None = None
    kind: Kind | None = None
    rank: int | None = None
    abstract_source: str | None = None
    citations_source: str | None = None
    summary_source: str | None = None
    source: str | None = None
    hash: str | None = None
    updated: datetime | None = None
    embedded: bool | None = None


@dataclass(slots=True)
class Decision:
    """One record that will be written, and where."""

    record: AnyRecord
    node: str
    digest: str
    before: Known
    first: bool
    """True when this source has not sent the record before."""
    ids: tuple[str, ...] = ()
    """Other ids that lead to the node from now on (ids that lead elsewhere stay where they are)."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two papers that are one: `gone` becomes part of `keep`."""

    keep: str
    gone: str
    core: bool
    """True when fields and byline are those of `gone`, whose source is preferred."""
    take: tuple[str, ...]
    """The united fields that come from `gone`."""


@dataclass(slots=True)
class Verdict:
    """All decisions of a batch, and where every id leads."""

    write: list[Decision] = field(default_factory=list)
    written: set[tuple[Kind, str]] = field(default_factory=set)
    nodes: dict[str, str] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    conflicts: int = 0
    decided: Decisions = field(default_factory=Decisions)
    """What was decided about people: where it names an alias, `nodes` does too."""


Claims = Mapping[str, set[tuple[str, str]]]
"""Node -> the sources that sent a record for it, each with the id under which it did."""
UNITED = ("abstract", "citations", "summary")
"""Fields of a paper that come from the most preferred source that has them, whoever gives the rest."""


def newest(records: Iterable[AnyRecord]) -> dict[tuple[Kind, str], AnyRecord]:
    """Return one record per kind and id: the one that would win, in the order of first appearance."""
    best: dict[tuple[Kind, str], AnyRecord] = {}
    for record in records:
        key = (record.kind, record.id)
        other = best.get(key)
        if other is None or (record is not other and _outranks(record, other)):
            best[key] = record
    return best


def _outranks(new: AnyRecord, old: AnyRecord) -> bool:
    if new.embedded != old.embedded:
        return old.embedded
    if new.updated and old.updated and new.updated != old.updated:
        return new.updated > old.updated
    if new == old:
        return False
    return not new.embedded or new.digest() > old.digest()


def says_nothing_new(record: AnyRecord, digest: str, before: Known, source: str) -> bool:
    """Say whether `record` must be left out: the same statement, an older one, or a mere mention."""
    if before.hash is None:
        return False
    if before.source != source:
        return not wins(record.kind, source, before.source)
    if before.hash == digest or (record.embedded and before.embedded is False):
        return True
    if record.updated and before.updated:
        if record.updated < before.updated:
            return True
        tie = record.updated == before.updated
        return tie and record.embedded and digest < before.hash
    return record.embedded and digest < before.hash


def decide(
    records: Sequence[AnyRecord], source: str, known: Mapping[str, Known], claims: Mapping[str, set[tuple[str, str]]]
) -> Verdict:
    """Decide on `records` (one per kind and id), kinds in the order of writing.

    `claims` covers the nodes to which other ids than a record's own lead.
    """
    batch = _Batch(source, dict(known), {node: set(each) for node, each in claims.items()})
    for kind in KINDS:
        for record in records:
            if record.kind == kind:
                batch.decide(record)
    return batch.verdict


class _Batch:
    """The state of one batch while it is decided on, record after record."""

    def __init__(self, source: str, known: dict[str, Known], claims: dict[str, set[tuple[str, str]]]) -> None:
        self.source = source
        self.known = known
        self.claims = claims
        self.verdict = Verdict()
        self.taken: dict[str, str] = {}  # other ids given to a node in this batch

    def decide(self, record: AnyRecord) -> None:
        before = self.known.get(record.id, Known())
        digest = record.digest()
        if before.node and says_nothing_new(record, digest, before, self.source):
            self.verdict.nodes[record.id] = before.node
            return
        node = self._node_of(record)
        facts = self._facts(record, node)
        if record.kind == "Paper":
            facts = self._join(record, node, facts)
        first = before.hash is None or before.source != self.source
        self.verdict.nodes[record.id] = node
        self.verdict.write.append(Decision(record, node, digest, facts, first, self._other_ids(record, node)))
        self.verdict.written.add((record.kind, record.id))

    def _node_of(self, record: AnyRecord) -> str:
        for at in (record.id, *record.ids):
            found = self.known.get(at)
            if found is None or found.node is None or found.kind != record.kind:
                continue
            if at == record.id or not (at in self.taken or self._known_otherwise(record, found.node)):
                return found.node
        return record.id

    def _known_otherwise(self, record: AnyRecord, node: str) -> bool:
        """Say whether this source knows `node` under another id than the record's."""
        return any(source == self.source and at != record.id for source, at in self.claims.get(node, ()))

    def _facts(self, record: AnyRecord, node: str) -> Known:
        """Return what is known of `node`, through whichever id of the record leads there."""
        own = self.known.get(record.id, Known())
        if own.node:
            return own
        return next((self.known[at] for at in record.ids if at in self.known and self.known[at].node == node), own)

    def _join(self, record: AnyRecord, node: str, facts: Known) -> Known:
        """Join other papers, to which ids of the record lead, into `node`; return what is then known of it."""
        for at in record.ids:
            other = self.known.get(at, Known())
            if not facts.node or not other.node or other.node == node or other.kind != "Paper" or at in self.taken:
                continue
            ours, theirs = self.claims.get(node, set()), self.claims.get(other.node, set())
            sources = {source for source, _ in ours} | {self.source}
            if sources & {source for source, _ in theirs}:
                continue
            facts = self._joined(facts, other)
            self.claims[node] = ours | theirs
        return facts

    def _joined(self, keep: Known, gone: Known) -> Known:
        assert keep.node
        assert gone.node
        core = (gone.rank if gone.rank is not None else 99) < (keep.rank if keep.rank is not None else 99)
        take = tuple(name for name in UNITED if _better(name, gone, keep))
        self.verdict.joins.append(Join(keep.node, gone.node, core, take))
        origins = {f"{name}_source": getattr(gone, f"{name}_source") for name in take}
        rank = gone.rank if core else keep.rank
        for at, each in list(self.known.items()):
            if each.node in (keep.node, gone.node) and each.kind == "Paper":
                self.known[at] = replace(each, node=keep.node, rank=rank, **origins)
        return replace(keep, rank=rank, **origins)

    def _other_ids(self, record: AnyRecord, node: str) -> tuple[str, ...]:
        ids = []
        for other in dict.fromkeys(record.ids):
            leads_to = self.taken.get(other) or self.known.get(other, Known()).node
            if other == record.id:
                continue
            if leads_to not in (None, node):
                self.verdict.conflicts += 1
                continue
            self.taken[other] = node
            ids.append(other)
        return tuple(ids)


def _better(name: str, gone: Known, keep: Known) -> bool:
    """Say whether the united field `name` comes from `gone`."""
    theirs, ours = getattr(gone, f"{name}_source"), getattr(keep, f"{name}_source")
    return theirs is not None and theirs != ours and wins("Paper", theirs, ours)
