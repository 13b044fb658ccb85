"""Corrections: joins and opt-outs that somebody asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("person_id", sa.String(512), nullable=False),
        sa.Column("alias_id", sa.String(512)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("opt_out", sa.String(32)),
        sa.Column(
            "user_id",
            sa.String(32),
            sa.ForeignKey("users.id", ondelete="SET NULL", name="fk_corrections_user_id"),
        ),
        sa.Column("email", sa.String(254)),
        sa.Column("digest", sa.String(64)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.UniqueConstraint("digest", name="uq_corrections_digest"),
        sa.CheckConstraint("kind IN ('join', 'opt-out')", name="ck_corrections_kind"),
        sa.CheckConstraint(
            "state IN ('unconfirmed', 'open', 'accepted', 'refused', 'undone')", name="ck_corrections_state"
        ),
    )
    op.create_index("ix_corrections_state", "corrections", ["state"])
    op.create_index("ix_corrections_user_id", "corrections", ["user_id"])
