"""The tables of invitations and conversations. What people write to each other stands nowhere else."""

from datetime import datetime
from typing import Literal

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from api.accounts.tables import Table, one_of

InvitationPurpose = Literal["co-author", "review", "data", "code", "mentoring", "jobs", "other"]
InvitationState = Literal["open", "accepted", "declined", "lapsed", "withdrawn"]
WAITS = "state = 'open'"
"""An invitation that was not answered; it may be too old to be."""
TALKS = "closed_at IS NULL"
"""A conversation that goes on."""


class Invitation(Table):
    """That somebody invites the owner of a record, and what became of it.

    One that is not `delivered` is from somebody whom the owner has blocked: its sender sees no difference.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        one_of("purpose", InvitationPurpose),
        one_of("state", InvitationState),
        Index("ix_invitations_to_id", "to_id"),
        Index("ix_invitations_person_id", "person_id"),
        Index("ix_invitations_from_id_created_at", "from_id", "created_at"),
        Index(
            "uq_invitations_open",
            "from_id",
            "to_id",
            unique=True,
            sqlite_where=text(WAITS),
            postgresql_where=text(WAITS),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    from_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    to_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    person_id: Mapped[str] = mapped_column(String(512))
    purpose: Mapped[str] = mapped_column(String(20))
    topic_id: Mapped[str | None] = mapped_column(String(512))
    works: Mapped[list[str]] = mapped_column(JSON)
    message: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))
    delivered: Mapped[bool]
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Conversation(Table):
    """What two users write to each other, from an accepted invitation until one of them closes it.

    `pair` is both ids in order, so that two have one conversation at a time; `last` is the number of its last message.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        Index("uq_conversations_open", "pair", unique=True, sqlite_where=text(TALKS), postgresql_where=text(TALKS)),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    pair: Mapped[str] = mapped_column(String(65))
    last: Mapped[int]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class Side(Table):
    """One of the two in a conversation: what they have read, whether they are told of more, and when they were last."""

    __tablename__ = "sides"
    __table_args__ = (Index("ix_sides_user_id", "user_id"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    read: Mapped[int]
    muted: Mapped[bool]
    told_at: Mapped[datetime | None]


class Message(Table):
    """One message; `key` is its sender's, so that one that is sent twice stands once."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("conversation_id", "user_id", "key", name="uq_messages_key"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class Block(Table):
    """That a user wants to hear nothing more of another."""

    __tablename__ = "blocks"
    __table_args__ = (
        UniqueConstraint("user_id", "blocked_id", name="uq_blocks_pair"),
        CheckConstraint("user_id <> blocked_id", name="another"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    blocked_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
