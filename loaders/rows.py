"""Decisions as rows: the columns of the load statements, made from the models of `graph/` in one place."""

from collections.abc import Iterable, Iterator
from typing import Any

from graph.decisions import Decisions
from graph.models import RECORDS, Affiliation, Authorship, Kind, PaperRecord, PersonRecord
from loaders.decide import UNITED, Decision
from loaders.preference import rank, wins

Row = dict[str, Any]
_NOT_CORE = {"id", "ids", "updated", "embedded", "parents", "affiliations", "authors", "topics", "references", *UNITED}
"""Fields of records that are no properties of the node, or not of the source that the node is from."""
_CORE = {kind: [name for name in record.model_fields if name not in _NOT_CORE] for kind, record in RECORDS.items()}
"""What is left: texts, numbers and lists of texts, as they are."""


def node_row(decision: Decision, source: str) -> Row:
    """Return the row of one node: its fields where this source is the preferred one, and its ids."""
    record = decision.record
    fields = [core_fields(decision, source)] if preferred(decision, source) else []
    if isinstance(record, PaperRecord) and (united := united_fields(decision, record, source)):
        fields.append(united)
    return {
        "node": decision.node,
        "id": record.id,
        "others": list(decision.ids),
        "hash": decision.digest,
        "updated": record.updated,
        "embedded": record.embedded,
        "core": fields,
    }


def preferred(decision: Decision, source: str) -> bool:
    """Say whether the fields and the byline of this thing come from `source`."""
    before = decision.before.rank
    return before is None or rank(decision.record.kind, source) <= before


def core_fields(decision: Decision, source: str) -> Row:
    """Return the properties of a node; absent facts as None, which removes what stood there, or not at all."""
    record, new = decision.record, not decision.before.node  # a new node has nothing to remove, and nulls cost time
    fields: Row = {}
    for name in _CORE[record.kind]:
        value = getattr(record, name)
        fields[name] = (list(value) or None) if isinstance(value, tuple) else value
    if isinstance(record, PaperRecord):
        fields["byline"] = [slot.name for slot in record.authors] or None
        declared = record.author_count if record.author_count is not None else len(record.authors)
        fields["author_count"] = declared or None
    fields["rank"], fields["source"] = rank(record.kind, source), source
    return _stated(fields) if new else fields


def _stated(fields: Row) -> Row:
    """Return the fields that are stated."""
    return {name: value for name, value in fields.items() if value is not None}


def united_fields(decision: Decision, record: PaperRecord, source: str) -> Row:
    """Return abstract, citation count and summary with their source, where this source's word counts."""
    fields: Row = {}
    for name in UNITED:
        value, origin = getattr(record, name), getattr(decision.before, f"{name}_source")
        if value is not None and wins("Paper", source, origin):
            fields |= {name: value, f"{name}_source": source}
        elif value is None and origin == source:
            fields |= {name: None, f"{name}_source": None}
    return fields


def authorship_rows(papers: Iterable[Decision], nodes: dict[str, str], decided: Decisions) -> Iterator[Row]:
    """Yield one row per paper with one slot per person; a person listed twice keeps the first slot.

    Where the second slot is that of an alias, it stands under `twice`: it counts again when the two are split.
    """
    for decision in papers:
        record = decision.record
        assert isinstance(record, PaperRecord)
        slots: dict[str, Row] = {}
        about: dict[str, str] = {}
        twice = []
        for slot in record.authors:
            subject = nodes.get(slot.person or "")
            if subject is None or subject in about:
                continue
            person = about[subject] = decided.kept(subject)
            fields = _slot_fields(slot, nodes, subject if subject != person else None)
            if person in slots:
                twice.append({"person": person, "fields": fields})
            else:
                slots[person] = {"person": person, "fields": fields}
        if slots:
            yield {"paper": decision.node, "slots": list(slots.values()), "twice": twice}


def _slot_fields(slot: Authorship, nodes: dict[str, str], about: str | None) -> Row:
    """Return the properties of an authorship; `about` is the alias of which it is stated."""
    places = [nodes[each] for each in dict.fromkeys(slot.institutions) if each in nodes]
    fields = {
        "position": slot.position,
        "name": slot.name,
        "corresponding": slot.corresponding,
        "raw_affiliation": slot.raw_affiliation,
        "institutions": places or None,
        "about": about,
    }
    return _stated(fields)


def topic_rows(papers: Iterable[Decision], nodes: dict[str, str]) -> Iterator[Row]:
    """Yield one row per paper with its topics."""
    for decision in papers:
        record = decision.record
        assert isinstance(record, PaperRecord)
        links = {nodes[link.topic]: link for link in reversed(record.topics) if link.topic in nodes}
        topics = [{"topic": at, "score": links[at].score, "primary": links[at].primary} for at in sorted(links)]
        if topics:
            yield {"paper": decision.node, "topics": topics}


def reference_rows(decisions: Iterable[Decision]) -> Iterator[Row]:
    """Yield one row per thing with what it cites, is part of or is affiliated with, by id, each once."""
    for decision in decisions:
        record = decision.record
        if isinstance(record, PaperRecord):
            to = [
                {"id": cited.id, "fields": _stated({"kind": "CITES", "basis": cited.basis, "evidence": cited.evidence})}
                for cited in {each.id: each for each in reversed(record.references)}.values()
            ]
        elif isinstance(record, PersonRecord):
            to = [_affiliation(each) for each in dict.fromkeys(record.affiliations)]
        else:
            parents = dict.fromkeys(getattr(record, "parents", ()))
            to = [{"id": parent, "fields": {"kind": "PART_OF"}} for parent in parents]
        if to:
            yield {"id": record.id, "to": to}


def _affiliation(stated: Affiliation) -> Row:
    years = {"first_year": stated.first_year, "last_year": stated.last_year}
    return {"id": stated.institution, "fields": _stated({"kind": "AFFILIATED_WITH", **years})}


def mentioned(records: Iterable[Any]) -> Iterator[str]:
    """Yield the ids of the people, institutions and topics that papers point to."""
    for record in records:
        if isinstance(record, PaperRecord):
            for slot in record.authors:
                if slot.person:
                    yield slot.person
                yield from slot.institutions
            for link in record.topics:
                yield link.topic


LABEL_QUERY: dict[Kind, str] = {
    "Institution": "load/institution",
    "Topic": "load/topic",
    "Person": "load/person",
    "Paper": "load/paper",
}
