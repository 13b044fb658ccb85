"""One join or split is asked for once at a time; of those that were asked for twice at once, the first waits."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_OPEN = sa.text("state = 'open' AND alias_id IS NOT NULL")


def upgrade() -> None:
    """Refuse what was asked for again, and make the index."""
    op.execute(
        "UPDATE corrections SET state = 'refused' WHERE state = 'open' AND alias_id IS NOT NULL AND EXISTS ("
        "SELECT 1 FROM corrections AS first WHERE first.state = 'open' AND first.kind = corrections.kind"
        " AND first.person_id = corrections.person_id AND first.alias_id = corrections.alias_id"
        " AND (first.created_at < corrections.created_at"
        " OR (first.created_at = corrections.created_at AND first.id < corrections.id)))"
    )
    columns = ["kind", "person_id", "alias_id"]
    op.create_index(
        "uq_corrections_open", "corrections", columns, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    )
