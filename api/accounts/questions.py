"""What is sent to the routes of accounts. Passwords and links are secrets: no error repeats them."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, StringConstraints

from api.accounts.answers import Decision, Scope


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
Words = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$", strip_whitespace=True)]
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


class ClaimWanted(_Question):
    """What the user says to the moderator who sees the claim."""

    message: Words = Field("", description="Why the record is about the user, and where that can be seen.")


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
    reason: str = Field(min_length=1, max_length=500, description="Why; everybody can read it when it is done.")


class OptOutWanted(_Question):
    """Who is to be taken out of the graph."""

    person: str = Field(min_length=1, max_length=512, description="Any identifier of the person.")
    email: Email
    reason: str = Field("", max_length=2000, description="What a moderator should know.")


class CorrectionDecided(_Question):
    """What a moderator decides."""

    accept: bool
    words: str = Field("", max_length=500, description="For who asked.")


class WorkDisowned(_Question):
    """A work that is not by the person."""

    work: str = Field(min_length=1, max_length=512, description="Any identifier of the work.")
    reason: str = Field(min_length=1, max_length=500, description="Why; everybody can read it.")
