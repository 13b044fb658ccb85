"""The answers about accounts. They are private: never cached, and never kept with those of the graph."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.accounts.tables import ClaimState, CorrectionKind, CorrectionState, Role
from graph.answers import Answer, Ref

Scope = Literal["account:read", "follow", "claim", "query"]
Way = Literal["password", "orcid"]
PublicState = Literal["unclaimed", "claimed", "disputed"]
Decision = Literal["verify", "refuse", "dispute", "uphold", "revoke"]


class Said(Answer):
    """That something was done, in a sentence for whoever asked."""

    says: str


class AccountUser(Answer):
    """Somebody who is logged in, as they see themselves."""

    id: str
    name: str = Field(description="How the user wants to be called.")
    email: str | None = Field(description="Null for one who logs in with ORCID only.")
    orcid: str | None = Field(
        description="The ORCID iD that was proved by logging in with it, as `0000-0002-1825-0097`."
    )
    password: bool = Field(description="Whether a password is set.")
    role: Role
    created_at: datetime


class Account(Answer):
    """Who is logged in, and how one can log in here."""

    user: AccountUser | None = Field(description="Null while nobody is logged in.")
    ways: list[Way] = Field(description="Ways to log in; `orcid` where this installation is registered at ORCID.")


class LoggedIn(Answer):
    """Who is logged in now, and where to go on."""

    user: AccountUser
    next: str = Field(description="Path of this site at which the action that was begun goes on.")


class AccountSession(Answer):
    """A browser in which the user is logged in."""

    id: str
    agent: str = Field(description="What the browser calls itself.")
    created_at: datetime
    seen_at: datetime = Field(description="When it was used last, to five minutes.")
    expires_at: datetime = Field(description="When it ends, used or not.")
    current: bool = Field(description="Whether it is the one that asks.")


class AccountSessions(Answer):
    """All browsers in which the user is logged in, the one used last first."""

    items: list[AccountSession]


class AccountToken(Answer):
    """A token for programs; its secret is never shown again."""

    id: str
    name: str
    scopes: list[Scope]
    created_at: datetime
    used_at: datetime | None = Field(description="When it was used last, to five minutes; null when never.")
    expires_at: datetime | None = Field(description="Null when it does not end by itself.")


class AccountTokens(Answer):
    """All tokens of the user, the newest first."""

    items: list[AccountToken]


class NewToken(Answer):
    """A token that was just made, with the secret that is shown this once."""

    token: AccountToken
    secret: str = Field(description="To be sent as `Authorization: Bearer …`. Copy it now: it is not kept.")


class OrcidStart(Answer):
    """Where to go to log in with ORCID."""

    address: str = Field(description="Address of ORCID to which the page goes.")


class AuditLine(Answer):
    """A step that was written down."""

    at: datetime
    action: str
    about: str = Field(description="Id of what it was done to.")
    details: str = Field(description="What else is known of it, as JSON.")


class Following(Answer):
    """How many follow something, and whether the user does."""

    node: Ref = Field(description="What is followed.")
    followers: int
    following: bool = Field(description="Whether the one who asks follows it; false for a visitor.")


class Followed(Answer):
    """Something that the user follows."""

    node: Ref
    since: datetime


class Follows(Answer):
    """All that the user follows, the newest first."""

    items: list[Followed]


class UserClaim(Answer):
    """A claim of the user, and what became of it."""

    id: str
    person: Ref | None = Field(description="The record; null when it is in the graph no more.")
    state: ClaimState = Field(description="`verified` and `disputed` make the user its owner; while disputed, frozen.")
    orcid: str | None = Field(description="The proved ORCID iD that the record states too; null where it was not so.")
    message: str
    reason: str = Field(description="Why it was decided so, in the moderator's words.")
    created_at: datetime
    changed_at: datetime


class UserClaims(Answer):
    """All claims of the user, the newest first."""

    items: list[UserClaim]


class ClaimStanding(Answer):
    """Whether a record has an owner."""

    state: PublicState
    since: datetime | None = Field(description="Since when it is so; null for an unclaimed record.")
    orcid: str | None = Field(description="The ORCID iD with which the owner proved it.")
    mine: ClaimState | None = Field(description="State of the open claim of the one who asks; null without one.")


class Standing(Answer):
    """What accounts have to do with a person's record; it changes at any time, and is not kept."""

    person: Ref
    followers: int
    following: bool = Field(description="Whether the one who asks follows the person.")
    claim: ClaimStanding


class DeskUser(Answer):
    """A user as a moderator sees them."""

    id: str
    name: str
    email: str | None
    orcid: str | None = Field(description="The ORCID iD that was proved by logging in with it.")


class DeskClaim(Answer):
    """A claim as a moderator sees it."""

    claim: UserClaim
    user: DeskUser | None = Field(description="Who claims; null when the account was deleted.")
    evidence: list[str] = Field(description="What was known when it was made, in sentences.")
    owner: DeskUser | None = Field(description="Who owns the record now.")
    decisions: list[Decision] = Field(description="What can be decided.")
    history: list[AuditLine] = Field(description="Every step, oldest first.")


class DeskClaims(Answer):
    """Claims for a moderator, those that wait longest first."""

    items: list[DeskClaim]
    total: int


class AccountExport(Answer):
    """All that is stored about the user. Passwords and secrets are stored as digests only, and are left out."""

    made_at: datetime
    user: AccountUser
    sessions: list[AccountSession]
    tokens: list[AccountToken]
    follows: list[Followed]
    claims: list[UserClaim]
    audit: list[AuditLine] = Field(description="What the user did and what was done to the account, oldest first.")


class DeskCorrection(Answer):
    """That somebody asked to join two records of people, or to take one out of the graph, and what became of it."""

    id: str
    kind: CorrectionKind
    state: CorrectionState
    person: Ref | None = Field(description="The person that stays, or who is to be taken out; null when not here.")
    alias: Ref | None = Field(description="The record that is to become part of it.")
    reason: str = Field(description="In the words of who asked; empty after an opt-out was accepted.")
    decision: str = Field(description="The moderator's words.")
    created_at: datetime
    changed_at: datetime
    history: list[AuditLine]


class DeskCorrections(Answer):
    """Corrections, those that wait longest first."""

    items: list[DeskCorrection]
