"""What the owners of records say, the works that they confirm, and the records that others confirm."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "words",
        sa.Column("claim_id", sa.String(32), _claim("words"), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("links", sa.JSON, nullable=False),
        sa.Column("open", sa.Boolean),
        sa.Column("topics", sa.JSON, nullable=False),
        sa.Column("kinds", sa.JSON, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_words"),
    )
    op.create_table(
        "confirmed_works",
        sa.Column("claim_id", sa.String(32), _claim("confirmed_works"), nullable=False),
        sa.Column("paper_id", sa.String(512), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "paper_id", name="pk_confirmed_works"),
    )
    op.create_table(
        "confirmations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(512), nullable=False),
        sa.Column(
            "user_id",
            sa.String(32),
            sa.ForeignKey("users.id", ondelete="CASCADE", name="fk_confirmations_user_id"),
            nullable=False,
        ),
        sa.Column("claim_id", sa.String(32), _claim("confirmations")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_confirmations"),
        sa.UniqueConstraint("person_id", "user_id", name="uq_confirmations_person_id_user_id"),
    )
    op.create_index("ix_confirmations_user_id", "confirmations", ["user_id"])
    op.create_index("ix_confirmations_claim_id", "confirmations", ["claim_id"])


def _claim(table: str) -> sa.ForeignKey:
    return sa.ForeignKey("claims.id", ondelete="CASCADE", name=f"fk_{table}_claim_id")
