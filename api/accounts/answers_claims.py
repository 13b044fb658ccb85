"""The answers about claims: of whom a record is, what its owner says of themselves, and who confirms what."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.accounts.tables import ClaimState, CollaborationKind
from graph.answers import Answer, Ref

PublicState = Literal["unclaimed", "claimed", "disputed"]
Decision = Literal["verify", "refuse", "dispute", "uphold", "revoke"]


class UserClaim(Answer):
    """A claim of the user, and what became of it."""

    id: str
    person: Ref | None = Field(description="The record; null when it is in the graph no more.")
    state: ClaimState = Field(description="`verified` and `disputed` make the user its owner; while disputed, frozen.")
    orcid: str | None = Field(description="The proved ORCID iD that the record states too; null where it was not so.")
    message: str
    evidence: list[str] = Field(description="What is known for it, in sentences: what the moderator sees.")
    reason: str = Field(description="Why it was decided so, in the moderator's words.")
    created_at: datetime
    changed_at: datetime


class UserClaims(Answer):
    """All claims of the user, the newest first."""

    items: list[UserClaim]


class ClaimPlace(Answer):
    """An institution that is stated for a person, and the domain of its home page."""

    institution: Ref
    domain: str = Field(description="Addresses at it, and below it, count.")


class ClaimProofs(Answer):
    """What is known for one's open claim, and what more can be shown."""

    evidence: list[str]
    places: list[ClaimPlace] = Field(
        description="Where a mail address or a page is evidence; empty when none is known."
    )
    token: str = Field(description="What a page of such an institution holds to be evidence.")


class ClaimStanding(Answer):
    """Whether a record has an owner."""

    state: PublicState
    since: datetime | None = Field(description="Since when it is so; null for an unclaimed record.")
    orcid: str | None = Field(description="The ORCID iD with which the owner proved it.")
    mine: ClaimState | None = Field(description="State of the open claim of the one who asks; null without one.")
    last: UserClaim | None = Field(
        description="The newest claim of the one who asks, open or ended, with what became of it; null without one."
    )


class Standing(Answer):
    """What accounts have to do with a person's record; it changes at any time, and is not kept."""

    person: Ref
    followers: int
    following: bool = Field(description="Whether the one who asks follows the person.")
    claim: ClaimStanding


class OwnersWords(Answer):
    """What the owner of a record says of themselves; no source has stated it, and nothing else rests on it."""

    about: str = Field(description="About themselves, plain text with formulas between dollar signs; may be empty.")
    name: str = Field(description="The name that they prefer, beside that of the source; may be empty.")
    links: list[str] = Field(description="Addresses of pages, all with https.")
    open: bool | None = Field(description="Whether they are open to collaborate; null when they do not say.")
    topics: list[Ref] = Field(description="Topics on which they would collaborate.")
    kinds: list[CollaborationKind] = Field(description="Kinds of collaboration to which they are open.")
    since: datetime = Field(description="When they first said anything here.")
    changed_at: datetime


class PersonWords(Answer):
    """What the owner of a record says, apart from all that is imported; it changes at any time, and is not kept."""

    person: Ref
    words: OwnersWords | None = Field(description="Null without an owner, while disputed, and when they say nothing.")
    mine: bool = Field(description="Whether the one who asks is the owner, and may change it.")


class MyWords(Answer):
    """What the user says on a record that they own."""

    person: Ref | None = Field(description="The record; null when it is in the graph no more.")
    words: OwnersWords


class OwnedWork(Answer):
    """A work that the owner of a record has confirmed as their own."""

    work: Ref
    at: datetime


class ConfirmedWorks(Answer):
    """The works that the owner of a record has confirmed, the latest first."""

    person: Ref
    items: list[OwnedWork]


class RecordConfirmation(Answer):
    """That somebody confirms a record."""

    by: Ref | None = Field(description="The co-author's record, whose owner confirms; null for a moderator.")
    at: datetime


class Confirmations(Answer):
    """Who confirmed a record, the first one first."""

    person: Ref
    items: list[RecordConfirmation]
    may: bool = Field(description="Whether the one who asks may: an owner with a joint work, or a moderator.")
    mine: bool = Field(description="Whether the one who asks has confirmed it.")


class Confirmed(Answer):
    """Something that the user has confirmed."""

    person: Ref | None = Field(description="The record; null when it is in the graph no more.")
    work: Ref | None = Field(description="The work of it that is theirs; null where it is the record of another.")
    at: datetime
