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
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Role = Literal["user", "moderator"]
Purpose = Literal["register", "reset"]
FollowedKind = Literal["person", "topic", "institution"]
ClaimState = Literal["pending", "verified", "disputed", "refused", "revoked", "withdrawn"]
OWNED = "state IN ('verified', 'disputed')"
"""States of a claim that make its user the owner of the record."""
OPEN_STATES: tuple[ClaimState, ...] = ("pending", "verified", "disputed")
OPEN = "state IN ('pending', 'verified', 'disputed')"
"""States of a claim that has not come to its end."""
CollaborationKind = Literal["co-author", "review", "data", "code", "mentoring", "jobs"]
CorrectionKind = Literal["join", "split", "opt-out", "fault"]
CorrectionState = Literal["unconfirmed", "open", "accepted", "refused", "undone"]
ReportedKind = Literal["person", "invitation", "conversation"]
ReportReason = Literal["impersonation", "offensive", "harassment", "spam", "other"]
ReportState = Literal["open", "closed"]


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


class AddressLink(Table):
    """A link that was sent to a mail address that a user without one says is theirs."""

    __tablename__ = "address_links"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(String(254))
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


class NewsReader(Table):
    """What a user has seen of the news, and the digest of the address of their feed.

    `seen_until` is by the clock of the graph: when the last load had ended that they were told of.
    """

    __tablename__ = "news_readers"

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    seen_until: Mapped[datetime | None]
    visited_at: Mapped[datetime | None]
    feed: Mapped[str | None] = mapped_column(String(64), unique=True)
    feed_made_at: Mapped[datetime | None]


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


class ClaimMail(Table):
    """A link that was sent to an address at an institution, to show that whoever claims a record reads mail there."""

    __tablename__ = "claim_mails"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    place_id: Mapped[str] = mapped_column(String(512))
    expires_at: Mapped[datetime]


class Words(Table):
    """What the owner of a record says of themselves; it hangs on the claim, and ends with it."""

    __tablename__ = "words"

    claim_id: Mapped[str] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    about: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(String(200))
    links: Mapped[list[str]] = mapped_column(JSON)
    open: Mapped[bool | None]
    topics: Mapped[list[str]] = mapped_column(JSON)
    kinds: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class ConfirmedWork(Table):
    """That the owner of a record confirms a work as their own; it ends with the claim."""

    __tablename__ = "confirmed_works"

    claim_id: Mapped[str] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    paper_id: Mapped[str] = mapped_column(String(512), primary_key=True)
    created_at: Mapped[datetime]


class Confirmation(Table):
    """That somebody confirms the record of another: by the claim of a co-author's record, or as a moderator."""

    __tablename__ = "confirmations"
    __table_args__ = (UniqueConstraint("person_id", "user_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(512))
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    claim_id: Mapped[str | None] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]


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
    """That somebody asks to join two records of people, to split them again, to take one out of the graph, or to mend
    a fault, and what became of it.

    Of an opt-out that was accepted nothing is left that says whose it was, or who asked.
    """

    __tablename__ = "corrections"
    __table_args__ = (
        one_of("kind", CorrectionKind),
        one_of("state", CorrectionState),
        Index(
            "uq_corrections_open",
            "kind",
            "person_id",
            "alias_id",
            unique=True,
            sqlite_where=text("state = 'open' AND alias_id IS NOT NULL"),
            postgresql_where=text("state = 'open' AND alias_id IS NOT NULL"),
        ),
    )

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


class Report(Table):
    """That a user tells the moderators of something that should not be, and what became of it."""

    __tablename__ = "reports"
    __table_args__ = (
        one_of("about", ReportedKind),
        one_of("reason", ReportReason),
        one_of("state", ReportState),
        Index(
            "uq_reports_open",
            "user_id",
            "about",
            "about_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    about: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[str] = mapped_column(String(512), index=True)
    reason: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20), index=True)
    decision: Mapped[str] = mapped_column(Text)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
