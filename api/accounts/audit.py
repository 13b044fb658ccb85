"""The audit: a line for each step that matters, written together with what it tells. It holds no secrets."""

from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.answers import AuditLine
from api.accounts.tables import Audit


def line(row: Audit) -> AuditLine:
    """Return a line of the audit as it is shown."""
    return AuditLine(at=row.at, action=row.action, about=row.about, details=row.details)


def note(db: AsyncSession, actor: str | None, action: str, about: str, **details: Any) -> None:
    """Write that the user `actor` did `action` (`account.registered`, …) to `about`, an id; it is kept with the rest.

    `actor` is None for the command line.
    """
    written = Audit(at=moments.now(), actor=actor, action=action, about=about, details=orjson.dumps(details).decode())
    db.add(written)
