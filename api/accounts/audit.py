"""The audit: a line for each step that matters, written together with what it tells. It holds no secrets."""

from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.answers import AuditLine
from api.accounts.tables import Audit, User


def line(row: Audit, by: str | None = None) -> AuditLine:
    """Return a line of the audit as it is shown; `by` is the name of who did it, where that is told."""
    return AuditLine(at=row.at, action=row.action, about=row.about, details=row.details, by=by)


async def history(db: AsyncSession, about: str, *, named: bool) -> list[AuditLine]:
    """Return every step that something went, the oldest first; `named` tells who took it, as to a moderator."""
    steps = select(Audit, User.name).outerjoin(User, User.id == Audit.actor).where(Audit.about == about)
    rows = (await db.execute(steps.order_by(Audit.id))).all()
    return [line(row.Audit, row.name if named else None) for row in rows]


def note(db: AsyncSession, actor: str | None, action: str, about: str, **details: Any) -> None:
    """Write that the user `actor` did `action` (`account.registered`, …) to `about`, an id; it is kept with the rest.

    `actor` is None for the command line.
    """
    written = Audit(at=moments.now(), actor=actor, action=action, about=about, details=orjson.dumps(details).decode())
    db.add(written)
