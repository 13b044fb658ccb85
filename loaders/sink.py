"""The sink: one batch of records into the graph, in one transaction that also moves the checkpoint."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from graph.catalogue import query
from graph.connection import Connection, Tx
from graph.decisions import decisions
from graph.models import KINDS, AnyRecord, PaperRecord
from loaders import rows
from loaders.decide import Decision, Known, Verdict, decide, newest

ROWS = 20_000
"""Rows of one statement: large enough for speed, small enough for the server's memory limit per transaction."""
LIMIT = 600.0
"""Seconds that asking about one batch, or writing it, may take; the usual limit is for pages."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every record of a load is stamped with."""

    source: str
    run: str
    fetched_at: datetime


async def judge(connection: Connection, records: Sequence[AnyRecord], source: str) -> Verdict:
    """Ask the graph what it knows of `records` and decide what to write; nothing is changed."""
    decided = await decisions(connection)
    chosen = list(newest(decided.hiding.records(records) if decided.hiding else records).values())
    known = await _known(connection, sorted({each for record in chosen for each in (record.id, *record.ids)}))
    claims: dict[str, set[tuple[str, str]]] = {}
    for part in _parts(_elsewhere(chosen, known)):
        for row in await connection.read(query("load/claimed"), timeout=LIMIT, ids=part):
            claims.setdefault(row["node"], set()).add((row["source"], row["id"]))
    verdict = decide(chosen, source, known, claims)
    verdict.decided = decided
    gone = {join.gone: join.keep for join in verdict.joins}
    for each, leads in known.items():
        if leads.node:
            verdict.nodes.setdefault(each, gone.get(leads.node, leads.node))
    mentioned = set(rows.mentioned(each.record for each in verdict.write)) - verdict.nodes.keys()
    for part in _parts(sorted(mentioned)):
        (found,) = await connection.read(query("load/nodes"), timeout=LIMIT, ids=part)
        verdict.nodes |= dict(zip(found["ids"], found["nodes"], strict=True))
    return verdict


async def _known(connection: Connection, ids: list[str]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for part in _parts(ids):
        for row in await connection.read(query("load/known"), timeout=LIMIT, ids=part):
            at = row.pop("id")
            known[at] = Known(**row)
    return known


def _elsewhere(records: Iterable[AnyRecord], known: Mapping[str, Known]) -> list[str]:
    """Ids of records that have another id which leads to another node: would-be joins, and both nodes of them."""
    found: set[str] = set()
    for record in records:
        own = known.get(record.id, Known()).node
        others = [at for at in record.ids if known.get(at, Known()).node not in (None, own)]
        found.update(others, [record.id] if others and own else [])
    return sorted(found)


async def write(connection: Connection, verdict: Verdict, stamp: Stamp, run_state: Mapping[str, Any]) -> None:
    """Write what was decided, and the load's new state, in one transaction."""

    async def work(tx: Tx) -> None:
        if verdict.write or (verdict.decided.hiding and verdict.decided.hiding.learned):
            await _write_all(tx, verdict, stamp)
        await tx.run(query("load/checkpoint"), id=stamp.run, state=dict(run_state))

    await connection.write_in(work, timeout=LIMIT)


async def _write_all(tx: Tx, verdict: Verdict, stamp: Stamp) -> None:
    hiding = verdict.decided.hiding
    if hiding and hiding.learned:
        learned = [{"id": id, "hashes": sorted(hashes)} for id, hashes in hiding.learned.items()]
        await tx.run(query("identity/learn"), rows=learned)
    joins = [asdict(join) for join in verdict.joins]
    for name in ("load/join_authorships", "load/join_edges", "load/join_papers"):
        await _send(tx, name, joins)
    for kind in KINDS:
        some = [each for each in verdict.write if each.record.kind == kind]
        made = [rows.node_row(each, stamp.source) for each in some]
        joined = [row for row in made if row["node"] in verdict.decided.aliases]
        own = [row for row in made if row["node"] not in verdict.decided.aliases] if joined else made
        await _send(tx, rows.LABEL_QUERY[kind], own, source=stamp.source, stamp=asdict(stamp))
        kept = [row | {"keep": verdict.decided.kept(row["node"])} for row in joined]
        await _send(tx, "load/alias", kept, source=stamp.source, stamp=asdict(stamp))
    again = [each for each in verdict.write if not each.first]
    keep = [{"id": each.record.id, "keep": list(each.ids)} for each in again]
    await _send(tx, "load/forget_ids", keep, source=stamp.source)
    await _replace_references(tx, verdict.write, again, stamp)
    await _replace_paper_edges(tx, verdict, stamp)


async def _replace_references(tx: Tx, write: Sequence[Decision], again: Sequence[Decision], stamp: Stamp) -> None:
    await _send(tx, "load/drop_references", [each.record.id for each in again], "ids", source=stamp.source)
    await _send(tx, "load/references", list(rows.reference_rows(write)), source=stamp.source)


async def _replace_paper_edges(tx: Tx, verdict: Verdict, stamp: Stamp) -> None:
    papers = [each for each in verdict.write if isinstance(each.record, PaperRecord)]
    here = [each.node for each in papers if each.before.node]
    ours = [each for each in papers if rows.preferred(each, stamp.source)]
    await _send(tx, "load/touch_authors", here, "papers")
    await _send(tx, "load/drop_authorships", [each.node for each in ours if each.before.node], "papers")
    bylines = list(rows.authorship_rows(ours, verdict.nodes, verdict.decided))
    await _send(tx, "load/authorships", bylines, source=stamp.source)
    twice = [{"paper": row["paper"], "slots": row["twice"]} for row in bylines if row["twice"]]
    await _send(tx, "load/set_aside", twice, source=stamp.source)
    if papers and verdict.decided.disowned:
        await tx.run(query("identity/set_aside"))
    await _send(tx, "load/drop_topics", here, "papers", source=stamp.source)
    await _send(tx, "load/topics", list(rows.topic_rows(papers, verdict.nodes)), source=stamp.source)


async def _send(tx: Tx, name: str, some: Sequence[Any], param: str = "rows", **params: Any) -> None:
    for part in _parts(some):
        await tx.run(query(name), **{param: part}, **params)


def _parts(some: Sequence[Any]) -> Iterable[list[Any]]:
    return (list(some[at : at + ROWS]) for at in range(0, len(some), ROWS))
