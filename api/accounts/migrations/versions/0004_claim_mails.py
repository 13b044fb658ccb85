"""Claims: links that were sent to addresses at institutions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "claim_mails",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column(
            "claim_id",
            sa.String(32),
            sa.ForeignKey("claims.id", ondelete="CASCADE", name="fk_claim_mails_claim_id"),
            nullable=False,
        ),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("place_id", sa.String(512), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_claim_mails"),
    )
    op.create_index("ix_claim_mails_claim_id", "claim_mails", ["claim_id"])
