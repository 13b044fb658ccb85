"""The tables of the account store. Secrets stand in them as digests only.

Whoever changes a table adds a file to `migrations/versions`; a test compares what both make.
"""

from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Role = Literal["user", "moderator"]
Purpose = Literal["register", "reset"]
FollowedKind = Literal["person", "topic", "institution"]
ClaimState = Literal["pending", "verified", "disputed", "refused", "revoked", "withdrawn"]
OWNED = "state IN ('verified', 'disputed')"
"""States of a claim that make its user the owner of the record."""
OPEN = "state IN ('pending', 'verified', 'disputed')"
"""States of a claim that has not come to its end."""
CorrectionKind = Literal["join", "opt-out"]
CorrectionState = Literal["unconfirmed", "open", "accepted", "refused", "undone"]


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which knows no time zones, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what the database is given."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return a moment that knows its time zone."""
        return value.replace(tzinfo=UTC) if value and not value.tzinfo else value


class Table(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, dict[str, Any]: JSON}  # noqa: RUF012 - declared so by SQLAlchemy


def one_of(column: str, words: Any) -> CheckConstraint:
    """Return the constraint that a column holds one of the words of a `Literal`."""
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class User(Table):
    """Somebody who can log in: by a mail address with a password, by an ORCID iD, or by both."""

    __tablename__ = "users"
    __table_args__ = (one_of("role", Role),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    password: Mapped[str | None] = mapped_column(String(200))
    orcid: Mapped[str | None] = mapped_column(String(19), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class Session(Table):
    """A browser in which a user is logged in."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    agent: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class MailToken(Table):
    """A link that was sent by mail, until it is used. One that registers holds what the new user will have."""

    __tablename__ = "mail_tokens"
    __table_args__ = (one_of("purpose", Purpose),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(20))
    email: Mapped[str] = mapped_column(String(254), index=True)
    name: Mapped[str] = mapped_column(String(200))
    password: Mapped[str | None] = mapped_column(String(200))
    next: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class ApiToken(Table):
    """A token for programs of a user; it may do what its scopes say."""

    __tablename__ = "api_tokens"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    scopes: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]


class OrcidLogin(Table):
    """A login with ORCID that was begun: what must be known when the browser comes back."""

    __tablename__ = "orcid_logins"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    verifier: Mapped[str] = mapped_column(String(128))
    next: Mapped[str] = mapped_column(String(500))
    expires_at: Mapped[datetime]


class Follow(Table):
    """That a user follows a person, topic or institution of the graph; its name stands in the graph only."""

    __tablename__ = "follows"
    __table_args__ = (one_of("kind", FollowedKind), Index("ix_follows_node_id", "node_id"))

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    node_id: Mapped[str] = mapped_column(String(512), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]


class Claim(Table):
    """That a user says that a record of a person is about them, and what became of it."""

    __tablename__ = "claims"
    __table_args__ = (
        one_of("state", ClaimState),
        Index("ix_claims_person_id", "person_id"),
        Index("ix_claims_user_id", "user_id"),
        Index("uq_claims_owner", "person_id", unique=True, sqlite_where=text(OWNED), postgresql_where=text(OWNED)),
        Index(
            "uq_claims_open",
            "person_id",
            "user_id",
            unique=True,
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(512))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(20))
    orcid: Mapped[str | None] = mapped_column(String(19))
    message: Mapped[str] = mapped_column(Text)
    evidence: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Audit(Table):
    """Who did what, when and to what. The actor's id outlives the account, and leads nowhere then."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    actor: Mapped[str | None] = mapped_column(String(32), index=True)
    action: Mapped[str] = mapped_column(String(60))
    about: Mapped[str] = mapped_column(String(600), index=True)
    details: Mapped[str] = mapped_column(Text)


class Correction(Table):
    """That somebody asks to join two records of people, or to take one out of the graph, and what became of it.

    Of an opt-out that was accepted nothing is left that says whose it was, or who asked.
    """

    __tablename__ = "corrections"
    __table_args__ = (one_of("kind", CorrectionKind), one_of("state", CorrectionState))

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20), index=True)
    person_id: Mapped[str] = mapped_column(String(512))
    alias_id: Mapped[str | None] = mapped_column(String(512))
    reason: Mapped[str] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(Text)
    opt_out: Mapped[str | None] = mapped_column(String(32))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    email: Mapped[str | None] = mapped_column(String(254))
    digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
