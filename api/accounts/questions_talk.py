"""What is sent to the routes of invitations and conversations. It is private: no error repeats it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from api.accounts.answers_talk import InvitationStep
from api.accounts.inviting import WORKS
from api.accounts.questions import NO_NUL, Words, _Question
from api.accounts.tables_talk import InvitationPurpose
from api.accounts.talking import LONGEST

AnyId = Annotated[str, StringConstraints(min_length=1, max_length=512)]
OwnId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=NO_NUL)]


class InvitationWanted(_Question):
    """Whom to invite to what."""

    person: AnyId = Field(description="Any identifier of a person whose record is claimed.")
    purpose: InvitationPurpose
    topic: AnyId | None = Field(None, description="Any identifier of a topic.")
    works: list[AnyId] = Field(
        default_factory=list, max_length=WORKS, description="Any identifiers of the works that it is about."
    )
    message: Words = Field(min_length=1, description="In one's own words; `$…$` is math.")


class InvitationAnswered(_Question):
    """What to do with an invitation."""

    step: InvitationStep = Field(description="`accept` or `decline` what one has received, `withdraw` what one sent.")


class MessageWanted(_Question):
    """A message."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=NO_NUL, strip_whitespace=True)]
    key: Annotated[str, StringConstraints(min_length=8, max_length=64, pattern=r"^[\w-]+$")] = Field(
        description="Made up by the sender, another one for each message."
    )


class TalkChanged(_Question):
    """What to change of a conversation; what is left out stays."""

    read: int | None = Field(None, ge=0, description="Number of the last message that one has read.")
    muted: bool | None = None
    closed: bool | None = Field(None, description="True closes it for both.")


class BlockWanted(_Question):
    """Whom to block: the other one of a conversation, or the sender of an invitation."""

    conversation: OwnId | None = None
    invitation: OwnId | None = None
