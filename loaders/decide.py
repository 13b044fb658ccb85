"""What to do with each record of a batch: which node it is about, and whether it says anything new.

Pure: known ids and records in, decisions out. The rules (docs/loading.md has them in words):

* The id of a record leads to its node; else one of its other ids does, unless this source already knows that
  node under another id (a source tells its own things apart). A name never joins anything.
* A record is written when its statement is new (its digest differs) and it is not older than the one before.
* Where two sources send the same id (topics and institutions have ids of the world), the preferred source keeps it.
* A thing that was only mentioned never replaces a record of its own; of two mentions of equal age the one with
  the larger digest stays, so that the order of reading does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

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


@dataclass(slots=True)
class Verdict:
    """All decisions of a batch, and where every id leads."""

    write: list[Decision] = field(default_factory=list)
    written: set[tuple[Kind, str]] = field(default_factory=set)
    nodes: dict[str, str] = field(default_factory=dict)
    conflicts: int = 0


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
    records: Sequence[AnyRecord], source: str, known: Mapping[str, Known], claimed: Mapping[str, set[str]]
) -> Verdict:
    """Decide on `records` (one per kind and id), kinds in the order of writing.

    `claimed` gives, for an other id that leads to a node, the ids under which `source` already knows that node.
    """
    verdict = Verdict()
    taken: dict[str, str] = {}
    for kind in KINDS:
        for record in records:
            if record.kind == kind:
                _decide_one(record, source, known, claimed, verdict, taken)
    return verdict


def _decide_one(
    record: AnyRecord,
    source: str,
    known: Mapping[str, Known],
    claimed: Mapping[str, set[str]],
    verdict: Verdict,
    taken: dict[str, str],
) -> None:
    before = known.get(record.id, Known())
    digest = record.digest()
    own = before.hash is not None and before.source == source
    if before.node and says_nothing_new(record, digest, before, source):
        verdict.nodes[record.id] = before.node
        return
    where = _node_of(record, known, claimed, taken)
    ids = _other_ids(record, where, known, taken, verdict)
    verdict.nodes[record.id] = where
    facts = (
        before if before.node else next((known[i] for i in record.ids if i in known and known[i].node == where), before)
    )
    verdict.write.append(Decision(record, where, digest, facts, not own, ids))
    verdict.written.add((record.kind, record.id))


def _node_of(
    record: AnyRecord, known: Mapping[str, Known], claimed: Mapping[str, set[str]], taken: Mapping[str, str]
) -> str:
    for at in (record.id, *record.ids):
        found = known.get(at)
        if found is None or found.node is None or found.kind != record.kind:
            continue
        if at == record.id or not (claimed.get(at, set()) - {record.id} or at in taken):
            return found.node
    return record.id


def _other_ids(
    record: AnyRecord, node: str, known: Mapping[str, Known], taken: dict[str, str], verdict: Verdict
) -> tuple[str, ...]:
    ids = []
    for other in dict.fromkeys(record.ids):
        leads_to = taken.get(other) or known.get(other, Known()).node
        if other == record.id:
            continue
        if leads_to not in (None, node):
            verdict.conflicts += 1
            continue
        taken[other] = node
        ids.append(other)
    return tuple(ids)
