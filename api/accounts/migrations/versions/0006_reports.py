"""Reports; and corrections that split what was joined, or tell of a fault."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_KIND = "ck_corrections_kind"


def upgrade() -> None:
    """Make the table, and let corrections be of more kinds."""
    op.create_table(
        "reports",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("about_id", sa.String(512), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column(
            "user_id",
            sa.String(32),
            sa.ForeignKey("users.id", ondelete="CASCADE", name="fk_reports_user_id"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.CheckConstraint("about IN ('person', 'invitation', 'conversation')", name="ck_reports_about"),
        sa.CheckConstraint(
            "reason IN ('impersonation', 'offensive', 'harassment', 'spam', 'other')", name="ck_reports_reason"
        ),
        sa.CheckConstraint("state IN ('open', 'closed')", name="ck_reports_state"),
    )
    op.create_index("ix_reports_about_id", "reports", ["about_id"])
    op.create_index("ix_reports_state", "reports", ["state"])
    one_open = sa.text("state = 'open'")
    op.create_index(
        "uq_reports_open",
        "reports",
        ["user_id", "about", "about_id"],
        unique=True,
        sqlite_where=one_open,
        postgresql_where=one_open,
    )
    with op.batch_alter_table("corrections", copy_from=_corrections()) as batch:
        batch.drop_constraint(_KIND, type_="check")
        batch.create_check_constraint(_KIND, "kind IN ('join', 'split', 'opt-out', 'fault')")


def _corrections() -> sa.Table:
    """Return the table as it was: SQLite changes no constraint, so that the table is made anew from this."""
    return sa.Table(
        "corrections",
        sa.MetaData(),
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
        sa.CheckConstraint("kind IN ('join', 'opt-out')", name=_KIND),
        sa.CheckConstraint(
            "state IN ('unconfirmed', 'open', 'accepted', 'refused', 'undone')", name="ck_corrections_state"
        ),
        sa.Index("ix_corrections_state", "state"),
        sa.Index("ix_corrections_user_id", "user_id"),
    )
