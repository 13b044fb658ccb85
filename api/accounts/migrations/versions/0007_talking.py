"""Invitations, and the conversations that they open."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
_WAITS = sa.text("state = 'open'")
_TALKS = sa.text("closed_at IS NULL")


def upgrade() -> None:
    """Make the tables."""
    _conversations()
    _invitations()
    op.create_table(
        "blocks",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("user_id", sa.String(32), _user("blocks"), nullable=False),
        sa.Column("blocked_id", sa.String(32), _user("blocks", "blocked_id"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_blocks"),
        sa.UniqueConstraint("user_id", "blocked_id", name="uq_blocks_pair"),
        sa.CheckConstraint("user_id <> blocked_id", name="ck_blocks_another"),
    )
    op.create_index("ix_blocks_blocked_id", "blocks", ["blocked_id"])


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("pair", sa.String(65), nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index(
        "uq_conversations_open", "conversations", ["pair"], unique=True, sqlite_where=_TALKS, postgresql_where=_TALKS
    )
    op.create_table(
        "sides",
        sa.Column("conversation_id", sa.String(32), _conversation("sides", "CASCADE"), nullable=False),
        sa.Column("user_id", sa.String(32), _user("sides"), nullable=False),
        sa.Column("read", sa.Integer, nullable=False),
        sa.Column("muted", sa.Boolean, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("conversation_id", "user_id", name="pk_sides"),
    )
    op.create_index("ix_sides_user_id", "sides", ["user_id"])
    op.create_table(
        "messages",
        sa.Column("conversation_id", sa.String(32), _conversation("messages", "CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("user_id", sa.String(32), _user("messages"), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "number", name="pk_messages"),
        sa.UniqueConstraint("conversation_id", "user_id", "key", name="uq_messages_key"),
    )
    op.create_index("ix_messages_user_id", "messages", ["user_id"])


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("from_id", sa.String(32), _user("invitations", "from_id"), nullable=False),
        sa.Column("to_id", sa.String(32), _user("invitations", "to_id", "SET NULL")),
        sa.Column("person_id", sa.String(512), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("topic_id", sa.String(512)),
        sa.Column("works", sa.JSON, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("delivered", sa.Boolean, nullable=False),
        sa.Column("conversation_id", sa.String(32), _conversation("invitations", "SET NULL")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.CheckConstraint(
            "purpose IN ('co-author', 'review', 'data', 'code', 'mentoring', 'jobs', 'other')",
            name="ck_invitations_purpose",
        ),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')", name="ck_invitations_state"
        ),
    )
    op.create_index("ix_invitations_to_id", "invitations", ["to_id"])
    op.create_index("ix_invitations_person_id", "invitations", ["person_id"])
    op.create_index("ix_invitations_from_id_created_at", "invitations", ["from_id", "created_at"])
    op.create_index(
        "uq_invitations_open",
        "invitations",
        ["from_id", "to_id"],
        unique=True,
        sqlite_where=_WAITS,
        postgresql_where=_WAITS,
    )


def _user(table: str, column: str = "user_id", then: str = "CASCADE") -> sa.ForeignKey:
    return sa.ForeignKey("users.id", ondelete=then, name=f"fk_{table}_{column}")


def _conversation(table: str, then: str) -> sa.ForeignKey:
    return sa.ForeignKey("conversations.id", ondelete=then, name=f"fk_{table}_conversation_id")
