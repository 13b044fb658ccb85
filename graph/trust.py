"""How far a record can be trusted: a sum whose every point names the assertion that gave it.

The score speaks of the record, not of the person. A rule gives the same points for each different thing that is
asserted, up to a number; so more assertions never lower a score. Followers and citations have no rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import dataset
from graph.answers import Assertion, Trust, TrustGate, TrustPoints, TrustRaise
from graph.answers.trust import Band, ClaimState, Fact, Level, Party
from graph.catalogue import query
from graph.connection import Connection, Row
from graph.models import Kind
from graph.resolve import resolve

ABOUT = (
    "This is about the record, not the person: what is stated, by whom and when. "
    "Citations, followers and the number of co-authors count for nothing."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Points for what is asserted: `each` for every different thing, of which `most` count."""

    fact: Fact
    each: int
    most: int
    by: Party
    says: str
    raises: str

    @property
    def cap(self) -> int:
        """Points that the rule gives at most."""
        return self.each * self.most


RULES = (
    Rule("name", 3, 1, "sources", "A source names the person.", "A source names the person."),
    Rule(
        "source",
        3,
        1,
        "sources",
        "A named source tells this person apart by an id of its own.",
        "A named source tells this person apart by an id of its own.",
    ),
    Rule(
        "dated",
        3,
        1,
        "sources",
        "The day on which that record was read is kept.",
        "The record is read again from its source, so that its day is known.",
    ),
    Rule(
        "work",
        2,
        6,
        "sources",
        "A source lists a work of this person under an id.",
        "A source lists more works of this person; six count.",
    ),
    Rule(
        "affiliation",
        4,
        1,
        "sources",
        "A work states an institution for this person.",
        "A work states an institution for this person that is in this graph.",
    ),
    Rule(
        "ror",
        6,
        1,
        "sources",
        "An institution so stated has a ROR id.",
        "An institution stated on a work has a ROR id.",
    ),
    Rule(
        "work_affiliation",
        1,
        5,
        "sources",
        "Works are complete: they state where this person was.",
        "More works state where this person was; five count.",
    ),
    Rule("orcid", 9, 1, "sources", "A source states an ORCID iD for this person.", "A source states an ORCID iD."),
    Rule(
        "other_source",
        5,
        1,
        "sources",
        "A second source knows the same person.",
        "A second source knows the same person by the same ORCID iD.",
    ),
    Rule(
        "claim",
        15,
        1,
        "owner",
        "The person has claimed this record with evidence.",
        "The person claims this record with evidence.",
    ),
    Rule(
        "orcid_proved",
        10,
        1,
        "owner",
        "The owner has logged in with the ORCID iD on the record.",
        "The owner logs in with the ORCID iD on the record.",
    ),
    Rule(
        "work_confirmed",
        1,
        10,
        "owner",
        "The owner has confirmed works as their own.",
        "The owner confirms works as their own; ten count.",
    ),
    Rule(
        "confirmation",
        5,
        3,
        "others",
        "A co-author or moderator has confirmed the record.",
        "Co-authors or a moderator confirm the record; three count.",
    ),
)
"""The whole scale; the caps add up to 100 (see docs/trust.md)."""

BANDS: tuple[tuple[int, Band], ...] = (
    (0, "Unverified"),
    (20, "Emerging"),
    (40, "Documented"),
    (60, "Corroborated"),
    (80, "Confirmed"),
)
"""Each band with the score from which it begins."""

_IMPORTED: frozenset[Fact] = frozenset({"source", "work"})
GATES: tuple[tuple[Level, str, frozenset[Fact]], ...] = (
    ("L0", "A name only.", frozenset()),
    ("L1", "Imported from a named source, with at least one identified work.", _IMPORTED),
    ("L2", "As L1, and the source states an ORCID iD.", _IMPORTED | {"orcid"}),
    ("L3", "As L1, and claimed with evidence.", _IMPORTED | {"claim"}),
    ("L4", "As L3, and confirmed by a third party.", _IMPORTED | {"claim", "confirmation"}),
)
"""Each level of verification with what must be asserted for it, whatever the score."""


def points(assertions: Sequence[Assertion]) -> list[TrustPoints]:
    """Return the points of each rule that gives any, with the assertions that count, in the order given.

    What several assertions say of the same thing (`id`) counts once.
    """
    given = []
    for rule in RULES:
        about: dict[str, Assertion] = {}
        for each in assertions:
            if each.fact == rule.fact:
                about.setdefault(each.id, each)
        counted = list(about.values())[: rule.most]
        if counted:
            given.append(
                TrustPoints(
                    fact=rule.fact,
                    says=rule.says,
                    points=rule.each * len(counted),
                    each=rule.each,
                    most=rule.most,
                    asserted=len(about),
                    assertions=counted,
                )
            )
    return given


def raises(given: Sequence[TrustPoints]) -> list[TrustRaise]:
    """Return what would add to the points `given`: every rule that has not given all it can."""
    so_far = {each.fact: each.points for each in given}
    left = [(rule, rule.cap - so_far.get(rule.fact, 0)) for rule in RULES]
    return [TrustRaise(fact=rule.fact, says=rule.raises, points=more, by=rule.by) for rule, more in left if more]


def band(score: int) -> Band:
    """Return the band of a score (0 to 100)."""
    return next(name for least, name in reversed(BANDS) if score >= least)


def gates(assertions: Sequence[Assertion]) -> list[TrustGate]:
    """Return all levels of verification, each with whether what it needs is asserted."""
    facts = {each.fact for each in assertions}
    return [TrustGate(level=level, says=says, passed=needs <= facts) for level, says, needs in GATES]


def claim_state(assertions: Sequence[Assertion]) -> ClaimState:
    """Return whether the person has claimed the record."""
    return "claimed" if any(each.fact == "claim" for each in assertions) else "unclaimed"


def judge(id: str, label: str, assertions: Sequence[Assertion], version: str, *, disputed: bool = False) -> Trust:
    """Return what `assertions` about the record `id` add up to, read from the data set of that `version`.

    `disputed` says that somebody claims it of whom another says that they are not the one.
    """
    given = points(assertions)
    score = sum(each.points for each in given)
    levels = gates(assertions)
    return Trust(
        id=id,
        label=label,
        score=score,
        band=band(score),
        scale=", ".join(f"{name} from {least}" for least, name in BANDS),
        level=[gate.level for gate in levels if gate.passed][-1],
        claim="disputed" if disputed else claim_state(assertions),
        about=ABOUT,
        points=given,
        raises=raises(given),
        gates=levels,
        dataset=version,
    )


async def trust(
    connection: Connection, id: str, more: Sequence[Mapping[str, Any]] = (), *, disputed: bool = False
) -> Trust:
    """Return how far the record of the person with the identifier `id` can be trusted. Raise `NotFound`.

    `more` are assertions, as the fields of `Assertion`, of those who do not write into the graph: the owner and others.
    A work that the record has no more is none of theirs. `disputed` as in `judge`.
    """
    ref = await resolve(connection, id, "Person")
    (facts,) = await connection.read(query("read/person_trust"), id=ref.id)
    works = {work["id"] for work in facts["works"]}
    said = (Assertion.model_validate(each) for each in more)
    all_that_is_said = [*stated(ref.id, facts), *(each for each in said if each.kind != "Paper" or each.id in works)]
    return judge(ref.id, ref.label, all_that_is_said, await dataset.version(connection), disputed=disputed)


def stated(id: str, facts: Row) -> Iterator[Assertion]:
    """Yield what the sources state of the person `id`; `facts` is a row of `cypher/read/person_trust.cypher`."""
    records: dict[str, Row] = {}
    for record in facts["records"]:
        records.setdefault(record["source"], record)
    if facts["name"] and (named := records.get(facts["source"])):
        yield _assertion("name", named | {"id": id, "label": facts["name"]}, "Person")
    for at, (_, record) in enumerate(sorted(records.items())):
        yield _assertion("other_source" if at else "source", record)
        if record["fetched_at"] and not at:
            yield _assertion("dated", record)
    for orcid in facts["orcids"]:
        for source in orcid["sources"]:
            yield _assertion("orcid", orcid | {"source": source, "fetched_at": _read(facts["records"], source)})
    for work in facts["works"]:
        yield _assertion("work", work, "Paper")
    yield from _places(facts["works"], facts["institutions"])


def _places(works: Sequence[Row], institutions: Sequence[Row]) -> Iterator[Assertion]:
    """Yield what the works state of institutions: which, by which id, and on which works."""
    known = {place["id"] for place in institutions}
    for place in institutions:
        newest = next((work for work in works if place["id"] in work["institutions"]), None)
        if newest is None:
            continue
        yield _assertion("affiliation", newest | {"id": place["id"], "label": place["label"]}, "Institution")
        for ror in place["rors"]:
            for source in ror["sources"]:
                seen = {"id": place["id"], "label": f"{place['label']} ({ror['id']})", "source": source}
                yield _assertion("ror", seen | {"fetched_at": _read(place["records"], source)}, "Institution")
    for work in works:
        if known.intersection(work["institutions"]):
            yield _assertion("work_affiliation", work, "Paper")


def _assertion(fact: Fact, row: Row, kind: Kind | None = None) -> Assertion:
    label = row.get("label") or row["id"]
    return Assertion(fact=fact, id=row["id"], kind=kind, label=label, source=row["source"], as_of=row["fetched_at"])


def _read(records: Sequence[Row], source: str) -> str | None:
    """Return when the record of a source was read; None where there is none."""
    return next((record["fetched_at"] for record in records if record["source"] == source), None)
