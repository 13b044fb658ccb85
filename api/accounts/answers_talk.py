"""The answers about invitations and conversations: for the two who are in them, and for nobody else."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.accounts.tables_talk import InvitationPurpose, InvitationState
from graph.answers import Answer, Ref

Box = Literal["received", "sent"]
InvitationStep = Literal["accept", "decline", "withdraw"]


class Other(Answer):
    """The other one, as far as they are shown."""

    name: str = Field(description="How they want to be called; of who did not accept yet, the name of the record.")
    orcid: str | None = Field(description="The ORCID iD that they have proved by logging in with it.")
    person: Ref | None = Field(description="The record that is theirs by a verified claim.")


class UserInvitation(Answer):
    """An invitation that one has sent or received."""

    id: str
    box: Box = Field(description="Whether one has received or sent it.")
    other: Other | None = Field(description="From whom or to whom; null when the account was deleted.")
    person: Ref | None = Field(description="The record whose owner is invited; null when it is in the graph no more.")
    purpose: InvitationPurpose
    topic: Ref | None
    works: list[Ref] = Field(description="The works that it is about, those that are in the graph.")
    message: str
    state: InvitationState = Field(
        description="`lapsed` when it was not answered in time, or nobody is left who could."
    )
    conversation: str | None = Field(description="Id of the conversation that it has opened.")
    created_at: datetime
    expires_at: datetime = Field(description="When it lapses, if it is not answered.")


class UserInvitations(Answer):
    """Invitations that one has sent or received, the newest first."""

    items: list[UserInvitation]
    total: int


class TalkHead(Answer):
    """A conversation without its messages."""

    id: str
    other: Other | None = Field(description="With whom; null when the account was deleted, and their words with it.")
    last: int = Field(description="Number of its last message; 0 before the first.")
    unread: int = Field(description="Messages of the other one that one has not read.")
    muted: bool = Field(description="Whether one wants no mail about it, and no number at one's account.")
    closed: bool = Field(description="Whether nothing more can be written; it can still be read.")
    created_at: datetime
    latest_at: datetime = Field(description="When the last message was written, or when it was opened.")


class Talks(Answer):
    """All conversations, the one with the latest message first."""

    items: list[TalkHead]


class TalkMessage(Answer):
    """One message."""

    number: int = Field(description="1 for the first of the conversation.")
    mine: bool
    text: str = Field(description="As it was written: `$…$` is math, in TeX.")
    at: datetime


class Linked(Answer):
    """Something of the graph that a message names."""

    text: str = Field(description="An identifier, or a path of this site, as it stands in the message.")
    node: Ref


class Talk(Answer):
    """A conversation with some of its messages, oldest first."""

    head: TalkHead
    invitation: UserInvitation | None = Field(description="What opened it; null when its sender's account was deleted.")
    messages: list[TalkMessage]
    earlier: bool = Field(description="Whether there are messages before these.")
    links: list[Linked] = Field(description="What these messages name.")


class Unread(Answer):
    """What waits for the user."""

    messages: int = Field(description="Messages that one has not read, without muted conversations.")
    invitations: int = Field(description="Invitations that wait for an answer.")


class Blocked(Answer):
    """Somebody of whom the user wants to hear nothing more."""

    id: str = Field(description="Id of the block, by which it is taken back.")
    name: str
    since: datetime


class Blocks(Answer):
    """All whom the user has blocked, the newest first."""

    items: list[Blocked]


class TalkExport(Answer):
    """A conversation with all its messages."""

    head: TalkHead
    messages: list[TalkMessage]
