"""Log lines: plain for a terminal, JSON for a collector; one line per request, without query strings or headers."""

import logging
import sys
from datetime import UTC, datetime
from typing import Any, Literal

import orjson

ACCESS = logging.getLogger("bzpeer.access")
LOG = logging.getLogger("bzpeer")


class JsonLines(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON; what was logged under `extra={"fields": …}` becomes fields of it."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def configure(form: Literal["plain", "json"], level: int = logging.INFO) -> None:
    """Send the program's log lines to standard error, in the form that the settings name."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S")
    handler.setFormatter(JsonLines() if form == "json" else plain)
    LOG.handlers = [handler]
    LOG.setLevel(level)
    LOG.propagate = False


def quiet() -> None:
    """Keep libraries from logging failures on standard error that the program tells in its own words."""
    for library in ("neo4j", "stamina"):
        logging.getLogger(library).setLevel(logging.CRITICAL)


def access(method: str, path: str, status: int, seconds: float, request_id: str, client: str | None) -> None:
    """Log one request."""
    fields = {
        "method": method,
        "path": path,
        "status": status,
        "milliseconds": round(seconds * 1e3, 1),
        "request_id": request_id,
        "client": client,
    }
    ACCESS.info("%s %s %d %.1f ms %s", method, path, status, seconds * 1e3, request_id, extra={"fields": fields})
