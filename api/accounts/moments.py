"""The time of accounts."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def stamp(at: datetime) -> str:
    """Return a moment as ISO 8601 in UTC, to the second."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
