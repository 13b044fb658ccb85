"""The answers about accounts. They are private: never cached, and never kept with those of the graph."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.accounts.answers_claims import Confirmed, Decision, MyWords, UserClaim
from api.accounts.answers_news import Followed, NewsReading
from api.accounts.answers_talk import Blocked, TalkExport, UserInvitation
from api.accounts.tables import (
    CorrectionKind,
    CorrectionState,
    ReportedKind,
    ReportReason,
    ReportState,
    Role,
)
from graph.answers import Answer, Ref
from graph.answers.identity import DisownedWork

Scope = Literal["account:read", "follow", "claim", "query"]
Way = Literal["password", "orcid"]
CorrectionStep = Literal["accept", "refuse", "undo"]


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
    by: str | None = Field(description="Name of who did it, as a moderator sees it; null for others.")


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
    evidence: list[str] = Field(description="What is known for it, in sentences; the last were added later.")
    owner: DeskUser | None = Field(description="Who owns the record now.")
    owned: str | None = Field(description="Id of the claim by which: that one can be disputed or revoked.")
    decisions: list[Decision] = Field(description="What can be decided.")
    history: list[AuditLine] = Field(description="Every step, oldest first.")


class DeskClaims(Answer):
    """Claims for a moderator, those that wait longest first."""

    items: list[DeskClaim]
    total: int


class DeskWaiting(Answer):
    """How much waits for a moderator."""

    claims: int = Field(description="Claims that are pending.")
    disputes: int = Field(description="Records whose owner is disputed.")
    records: int = Field(description="Joins and splits that were proposed.")
    faults: int = Field(description="Faults in records that were told by mail.")
    opt_outs: int = Field(description="Requests to take a person out.")
    reports: int
    total: int


class DeskCorrection(Answer):
    """That somebody asked for a change of who is who, or told of a fault, and what became of it."""

    id: str
    kind: CorrectionKind = Field(
        description="`join` two records, `split` what was joined, take a person out (`opt-out`), mend a `fault`."
    )
    state: CorrectionState
    person: Ref | None = Field(
        description="The person that stays, is at fault, or is to be taken out; null when not here."
    )
    alias: Ref | None = Field(description="The record that is to become part of it, or to be split from it.")
    reason: str = Field(description="In the words of who asked; empty after an opt-out was accepted.")
    decision: str = Field(description="The moderator's words; those on an opt-out that was accepted are not kept.")
    created_at: datetime
    changed_at: datetime
    user: DeskUser | None = Field(description="Who asked, as a moderator sees it; null for others.")
    email: str | None = Field(description="The confirmed address of who asked by mail, to a moderator, till decided.")
    owners: list[DeskUser] = Field(description="Who owns the records, as a moderator sees it; empty for others.")
    decisions: list[CorrectionStep] = Field(description="What a moderator can do now; empty for others.")
    until: datetime | None = Field(description="Until when an opt-out that was accepted can be undone.")
    history: list[AuditLine]


class DeskCorrections(Answer):
    """Corrections for a moderator, those that wait longest first."""

    items: list[DeskCorrection]
    total: int


class UserCorrections(Answer):
    """What the user has proposed, the newest first."""

    items: list[DeskCorrection]


class UserReport(Answer):
    """That the user told the moderators of something, and what became of it."""

    id: str
    about: ReportedKind
    person: Ref | None = Field(description="The person whose record it is about; null when not here.")
    reason: ReportReason
    words: str
    state: ReportState
    decision: str = Field(description="The moderator's words.")
    created_at: datetime
    changed_at: datetime


class UserReports(Answer):
    """What the user has reported, the newest first."""

    items: list[UserReport]


class DeskReport(Answer):
    """A report as a moderator sees it."""

    report: UserReport
    user: DeskUser | None = Field(description="Who reports.")
    owners: list[DeskUser] = Field(description="Who owns the record that it is about, or wrote to who reports.")
    history: list[AuditLine]


class DeskReports(Answer):
    """Reports for a moderator, those that wait longest first."""

    items: list[DeskReport]
    total: int


class ReportedMessage(Answer):
    """A message of a conversation that was reported."""

    number: int
    by: DeskUser | None = Field(description="Who wrote it.")
    text: str
    at: datetime


class ReportedTalk(Answer):
    """Messages of a conversation that was reported, oldest first."""

    messages: list[ReportedMessage]
    earlier: bool = Field(description="Whether there are messages before these.")


class AccountExport(Answer):
    """All that is stored about the user. Passwords and secrets are stored as digests only, and are left out."""

    made_at: datetime
    user: AccountUser
    sessions: list[AccountSession]
    tokens: list[AccountToken]
    follows: list[Followed]
    claims: list[UserClaim]
    words: list[MyWords]
    confirmed: list[Confirmed]
    disowned: list[DisownedWork]
    corrections: list[DeskCorrection]
    reports: list[UserReport]
    invitations: list[UserInvitation] = Field(description="Received and sent, oldest first.")
    conversations: list[TalkExport] = Field(description="With all messages, one's own and those received.")
    blocks: list[Blocked]
    news: NewsReading
    audit: list[AuditLine] = Field(
        description="What the user did, and what was done to the account, claims, proposals and reports, oldest first."
    )
