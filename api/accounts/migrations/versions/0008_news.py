"""News: what a user has seen of them, and the digest of the address of their feed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "news_readers",
        sa.Column(
            "user_id",
            sa.String(32),
            sa.ForeignKey("users.id", ondelete="CASCADE", name="fk_news_readers_user_id"),
            nullable=False,
        ),
        sa.Column("seen_until", sa.DateTime(timezone=True)),
        sa.Column("visited_at", sa.DateTime(timezone=True)),
        sa.Column("feed", sa.String(64)),
        sa.Column("feed_made_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("user_id", name="pk_news_readers"),
        sa.UniqueConstraint("feed", name="uq_news_readers_feed"),
    )
