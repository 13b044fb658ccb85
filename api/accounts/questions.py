"""What is sent to the routes of accounts. Passwords and links are secrets: no error repeats them."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
)

from api.accounts.answers import Scope
from api.accounts.answers_claims import Decision
from api.accounts.tables import CollaborationKind, ReportReason


class _Question(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
Email = Annotated[str, Field(max_length=320, description="A mail address.", examples=["name@example.org"])]
Password = Annotated[SecretStr, Field(min_length=1, max_length=LONGEST_PASSWORD)]
ChosenPassword = Annotated[
    SecretStr,
    Field(
        min_length=SHORTEST_PASSWORD,
        max_length=LONGEST_PASSWORD,
        description=f"{SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters, any of them.",
    ),
]
Link = Annotated[SecretStr, Field(min_length=1, max_length=200, description="What follows the # of the link.")]
_ONE_SPACE = BeforeValidator(lambda text: " ".join(text.split()) if isinstance(text, str) else text)
_PRINTED = r"^[^\x00-\x1f\x7f]*$"
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_PRINTED), _ONE_SPACE]
ShortName = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=_PRINTED), _ONE_SPACE]
NO_NUL = r"^[^\x00]*$"
"""What PostgreSQL keeps as text."""
Words = Annotated[str, StringConstraints(max_length=2000, pattern=NO_NUL, strip_whitespace=True)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=NO_NUL, strip_whitespace=True)]
"""Why a record is changed, as the graph keeps it."""
_SHOWN = r"^[^\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]*$"
"""Text of one line that everybody sees: without signs that turn the direction of what stands around it."""
Line = Annotated[str, StringConstraints(max_length=300, pattern=_SHOWN), _ONE_SPACE]
PreferredName = Annotated[str, StringConstraints(max_length=200, pattern=_SHOWN), _ONE_SPACE]
_PAGE = "Give the address of a page in plain letters, such as https://example.org/me"


def _page(text: str) -> str:
    """Return the address of a page. Raises `ValueError` for anything else, and for one that holds a password."""
    parts = urlsplit(text)
    plain = text.isascii() and text.isprintable() and not set(text) & set(' "<>\\^`{|}')
    if parts.scheme != "https" or "." not in (parts.hostname or "") or "@" in parts.netloc or not plain:
        raise ValueError(_PAGE)
    return text


PageAddress = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True), AfterValidator(_page)]
TopicName = Annotated[str, StringConstraints(min_length=1, max_length=512)]
Next = Annotated[
    str | None,
    Field(max_length=2000, description="Path of this site at which the action that was begun goes on; `/` for others."),
]


class Registration(_Question):
    """Who registers."""

    email: Email
    password: ChosenPassword
    name: Name = Field(description="How the user wants to be called.")
    next: Next = None


class MailLink(_Question):
    """A link that came by mail."""

    token: Link


class Credentials(_Question):
    """Who logs in."""

    email: Email
    password: Password
    next: Next = None


class SomebodysAddress(_Question):
    """To which address a letter is to go."""

    email: Email


class PasswordByLink(_Question):
    """A new password with the link that came by mail."""

    token: Link
    password: ChosenPassword


class NewName(_Question):
    """How the user wants to be called."""

    name: Name


class NewPassword(_Question):
    """The password until now, where there is one, and the next."""

    old: Password | None = None
    password: ChosenPassword


class NewTokenWanted(_Question):
    """What a token is for."""

    name: ShortName = Field(description="What it is for, in one's own words.")
    scopes: list[Scope] = Field(min_length=1, max_length=10)
    days: int | None = Field(None, ge=1, le=3650, description="After how many days it ends; null for never.")


class Goodbye(_Question):
    """The password, where one is set: deleting cannot be undone."""

    password: Password | None = None


class NewsSeen(_Question):
    """What of the news was seen."""

    until: AwareDatetime | None = Field(None, description="`until` of the news that were shown.")


class ClaimWanted(_Question):
    """What the user says to the moderator who sees the claim."""

    message: Words = Field("", description="Why the record is about the user, and where that can be seen.")


class PageNamed(_Question):
    """A page that holds the word of a claim."""

    address: Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)] = Field(
        description="It begins with http:// or https://."
    )


class Decided(_Question):
    """What a moderator decides."""

    decision: Decision = Field(
        description="`verify` or `refuse` what is pending; `dispute` freezes what is verified, `uphold` frees it; "
        "`revoke` takes the record from its owner."
    )
    reason: Words = Field(min_length=1, description="Told to the user.")


class Onward(_Question):
    """Where to go on after logging in."""

    next: Next = None


class JoinWanted(_Question):
    """Two records that are of one person."""

    keep: str = Field(min_length=1, max_length=512, description="Any identifier of the person that stays.")
    alias: str = Field(min_length=1, max_length=512, description="Any identifier of the record to be joined to it.")
    reason: Reason = Field(description="Why; everybody can read it when it is done.")


class SplitWanted(_Question):
    """A record that was joined to a person, and is about somebody else."""

    person: str = Field(min_length=1, max_length=512, description="Any identifier of the person.")
    alias: str = Field(min_length=1, max_length=512, description="Id of the record that is joined to it.")
    reason: Reason = Field(description="Why.")


class FaultTold(_Question):
    """What is wrong with a record."""

    person: str = Field(min_length=1, max_length=512, description="Any identifier of the person.")
    email: Email
    reason: Words = Field(min_length=1, description="What is wrong, and where that can be seen.")


class OptOutWanted(_Question):
    """Who is to be taken out of the graph."""

    person: str = Field(min_length=1, max_length=512, description="Any identifier of the person.")
    email: Email
    reason: Words = Field("", description="What a moderator should know.")


class CorrectionDecided(_Question):
    """What a moderator decides."""

    accept: bool
    words: Words = Field(min_length=1, description="Told to those concerned.")


class Answered(_Question):
    """What a moderator says to what they do."""

    words: Words = Field(min_length=1, description="Told to those concerned.")


class Reported(_Question):
    """What the moderators shall see to."""

    about: str = Field(
        min_length=1,
        max_length=530,
        pattern=NO_NUL,
        description="`person:` and any identifier, `conversation:` or `invitation:` and the id of one's own.",
        examples=["person:acl:ada-example"],
    )
    reason: ReportReason
    words: Words = Field(min_length=1, description="What happened, and where that can be seen.")


class WorkDisowned(_Question):
    """A work that is not by the person."""

    work: str = Field(min_length=1, max_length=512, description="Any identifier of the work.")
    reason: Reason = Field(description="Why; everybody can read it.")


class WordsWanted(_Question):
    """What the owner of a record says of themselves, in place of all that they said."""

    about: Line = Field("", description="A line about oneself, plain text with formulas between dollar signs.")
    name: PreferredName = Field("", description="The name that one prefers.")
    links: list[PageAddress] = Field([], max_length=5, description="Addresses of pages, all with https.")
    open: bool | None = Field(None, description="Whether one is open to collaborate; null to say nothing about it.")
    topics: list[TopicName] = Field([], max_length=10, description="Any identifiers of topics on which.")
    kinds: list[CollaborationKind] = Field([], max_length=6, description="To which kinds of collaboration.")


class WorkConfirmed(_Question):
    """A work that is by the owner of the record."""

    work: str = Field(min_length=1, max_length=512, description="Any identifier of the work.")
