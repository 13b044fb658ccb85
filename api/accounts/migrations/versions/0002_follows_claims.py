"""Follows, and claims of which one at most makes an owner."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
_OWNED = sa.text("state IN ('verified', 'disputed')")
_OPEN = sa.text("state IN ('pending', 'verified', 'disputed')")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "follows",
        sa.Column("user_id", sa.String(32), _user("follows", "CASCADE"), nullable=False),
        sa.Column("node_id", sa.String(512), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "node_id", name="pk_follows"),
        sa.CheckConstraint("kind IN ('person', 'topic', 'institution')", name="ck_follows_kind"),
    )
    op.create_index("ix_follows_node_id", "follows", ["node_id"])
    op.create_table(
        "claims",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(512), nullable=False),
        sa.Column("user_id", sa.String(32), _user("claims", "SET NULL")),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("orcid", sa.String(19)),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.CheckConstraint(
            "state IN ('pending', 'verified', 'disputed', 'refused', 'revoked', 'withdrawn')", name="ck_claims_state"
        ),
    )
    op.create_index("ix_claims_person_id", "claims", ["person_id"])
    op.create_index("ix_claims_user_id", "claims", ["user_id"])
    op.create_index(
        "uq_claims_owner", "claims", ["person_id"], unique=True, sqlite_where=_OWNED, postgresql_where=_OWNED
    )
    op.create_index(
        "uq_claims_open", "claims", ["person_id", "user_id"], unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    )


def _user(table: str, then: str) -> sa.ForeignKey:
    return sa.ForeignKey("users.id", ondelete=then, name=f"fk_{table}_user_id")
