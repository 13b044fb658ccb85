"""The answers about accounts. They are private: never cached, and never kept with those of the graph."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from api.accounts.tables import Role
from graph.answers import Answer

Scope = Literal["account:read", "follow", "claim"]
Way = Literal["password", "orcid"]


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


class AccountExport(Answer):
    """All that is stored about the user. Passwords and secrets are stored as digests only, and are left out."""

    made_at: datetime
    user: AccountUser
    sessions: list[AccountSession]
    tokens: list[AccountToken]
    audit: list[AuditLine] = Field(description="What the user did and what was done to the account, oldest first.")
