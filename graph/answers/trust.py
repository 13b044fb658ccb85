"""How far a record can be trusted: the points, the assertions that gave them, and what would add to them."""

from typing import Literal

from pydantic import Field

from graph.answers.parts import Answer
from graph.models import Kind

Fact = Literal[
    "name",
    "source",
    "dated",
    "work",
    "affiliation",
    "ror",
    "work_affiliation",
    "orcid",
    "other_source",
    "claim",
    "orcid_proved",
    "work_confirmed",
    "confirmation",
]
Band = Literal["Unverified", "Emerging", "Documented", "Corroborated", "Confirmed"]
Level = Literal["L0", "L1", "L2", "L3", "L4"]
ClaimState = Literal["unclaimed", "claimed", "disputed"]
Party = Literal["sources", "owner", "others"]


class Assertion(Answer):
    """One thing that is stated about a record, by whom, and when that was read."""

    fact: Fact = Field(description="What kind of thing is stated; each kind has one rule.")
    id: str = Field(description="Id of what it is about: a work, an institution, an identifier of the person.")
    kind: Kind | None = Field(description="Kind of node that `id` names; null where it is an identifier.")
    label: str = Field(description="What it is about, in words.")
    source: str = Field(description="Who states it.")
    as_of: str | None = Field(
        description="When it was read into this graph, or said here (ISO 8601, UTC); null where unknown."
    )


class TrustPoints(Answer):
    """The points of one rule with the assertions that gave them."""

    fact: Fact
    says: str = Field(description="The rule in words.")
    points: int = Field(description="Points given: `each` for every assertion that counts.")
    each: int = Field(description="Points for one assertion.")
    most: int = Field(description="Assertions that count at most.")
    asserted: int = Field(description="Different things asserted; more of them than `most` add nothing.")
    assertions: list[Assertion] = Field(description="Those that count, at most `most`.")


class TrustRaise(Answer):
    """What would add points to a record."""

    fact: Fact
    says: str = Field(description="What would have to be stated.")
    points: int = Field(description="Points that this can still add, all told.")
    by: Party = Field(description="Who can state it.")


class TrustGate(Answer):
    """One level of verification and whether the record has passed it."""

    level: Level
    says: str = Field(description="What the level asks for.")
    passed: bool


class Trust(Answer):
    """How far a record of a person can be trusted; it speaks of the record, not of the person."""

    id: str
    label: str = Field(description="Name on the record.")
    score: int = Field(ge=0, le=100, description="The sum of `points`.")
    band: Band = Field(description="The score in a word.")
    scale: str = Field(description="From which score each band begins.")
    level: Level = Field(description="The highest gate that is passed; no sum of points opens one.")
    claim: ClaimState = Field(description="While it is `disputed`, the claim gives no points.")
    about: str = Field(description="What the score speaks of, and what never counts.")
    points: list[TrustPoints]
    raises: list[TrustRaise] = Field(description="What would raise the score; with the score it makes 100.")
    gates: list[TrustGate]
    dataset: str = Field(description="Version of the data set that this was read from.")
