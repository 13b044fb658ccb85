"""A polite client for the services that sources are fetched from: paced, patient, and clear when it gives up."""

import errno
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

import httpx2
import stamina
from aiolimiter import AsyncLimiter

from graph.errors import DiskFull, NotFound, SourceFailed
from graph.settings import Settings

T = TypeVar("T")
_log = logging.getLogger(__name__)
Progress = Callable[[int, int | None], None]
"""Called after each answer with the number of records so far and, where known, of all."""

_ATTEMPTS = 6
_LONGEST_WAIT = 120.0
"""Seconds: a service that asks for a longer pause has ended the day's allowance, which nobody waits for here."""
_PASSING = frozenset({429, 500, 502, 503, 504})
_TAG = re.compile(r"<[^<>]+>")
_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)


class TryAgain(Exception):
    """An answer that may be right the next time; `wait` is what the service asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True)
class Client:
    """Asks one service; at most one request per pause, failures that pass are tried again."""

    service: str
    refused: str
    """What to do when the service refuses a request, for the message."""
    http: httpx2.AsyncClient
    limiter: AsyncLimiter

    async def get(self, path: str, parameters: Mapping[str, str], read: Callable[[httpx2.Response], T]) -> T:
        """Return what `read` makes of the answer.

        `read` may raise `TryAgain`. Raises `NotFound` for 404, and `SourceFailed` for whatever else cannot be had.
        """
        try:
            async for attempt in stamina.retry_context(
                on=_patience, attempts=_ATTEMPTS, timeout=None, wait_initial=0.5, wait_max=30.0, wait_jitter=0.5
            ):
                if attempt.num == 2:
                    _log.warning("%s does not answer as it should; trying again.", self.service)
                with attempt:
                    async with self.limiter:
                        answer = await self.http.get(path, params=dict(parameters))
                    self._check(answer)
                    return read(answer)
        except TryAgain as error:
            raise SourceFailed(f"{self.service} cannot be read now: {error}. Try again later.") from error
        except httpx2.TransportError as error:
            reason = str(error) or type(error).__name__
            raise SourceFailed(
                f"{self.service} cannot be reached at {self.http.base_url.host} ({reason}). Check the network."
            ) from error
        except httpx2.RequestError as error:
            raise SourceFailed(
                f"{self.service} gave an answer that cannot be read ({type(error).__name__})."
            ) from error
        raise AssertionError("unreachable: the last attempt raises")

    def _check(self, answer: httpx2.Response) -> None:
        status = answer.status_code
        if status in _PASSING:
            wait = retry_after(answer.headers.get("Retry-After"), datetime.now(UTC))
            if wait is not None and wait > _LONGEST_WAIT:
                raise SourceFailed(
                    f"{self.service} asks to wait {_duration(wait)}: its allowance is used up. Try again then."
                )
            raise TryAgain(f"it answers {status} {answer.reason_phrase}".rstrip(), wait)
        if status in (401, 403):
            raise SourceFailed(f"{self.service} refuses the request ({status}). {self.refused}")
        if status == 404:
            raise NotFound(f"{self.service} does not know {answer.request.url.path}.")
        if not answer.is_success:
            raise SourceFailed(f"{self.service} cannot answer ({status}): {_gist(answer)}")

    def wrong_content(self, answer: httpx2.Response, wanted: str) -> SourceFailed:
        """Return the error of an answer that is not `wanted`, such as `JSON`."""
        kind = answer.headers.get("Content-Type", "no content type").split(";")[0]
        return SourceFailed(
            f"{self.service} answered with something other than {wanted} ({kind}). "
            "Check its address in the settings, and whether a proxy stands between."
        )


@asynccontextmanager
async def polite_client(
    settings: Settings, service: str, address: str, *, pause: float, refused: str
) -> AsyncIterator[Client]:
    """Open a client for `service` at `address` that starts at most one request per `pause` seconds."""
    # At INFO it prints every address, and some hold the key.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    contact = f"; mailto:{settings.mailto}" if settings.mailto else ""
    async with httpx2.AsyncClient(
        base_url=address,
        headers={"User-Agent": f"bzpeer (research-graph explorer{contact})"},
        timeout=_TIMEOUT,
        follow_redirects=True,
    ) as http:
        yield Client(service, refused, http, AsyncLimiter(1, pause))


def retry_after(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` header asks for: a number, or a date (RFC 9110, 10.2.3)."""
    if not header:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())


def _patience(error: Exception) -> bool | float:
    """Tell stamina whether to try again, and after how long where the service says so."""
    if isinstance(error, TryAgain):
        return True if error.wait is None else error.wait
    return isinstance(error, httpx2.TransportError)


def _duration(seconds: float) -> str:
    return f"{seconds / 3600:.1f} hours" if seconds >= 5400 else f"{seconds / 60:.0f} minutes"


def _gist(answer: httpx2.Response) -> str:
    text = " ".join(_TAG.sub(" ", answer.text).split())
    return f"{text[:200]}…" if len(text) > 200 else text or "it gives no reason."


@contextmanager
def spool_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears at `path` only once it is complete; after an error nothing is left of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(f"No room is left for {path}. Free some space, then repeat the command.") from error
        raise
    finally:
        part.unlink(missing_ok=True)
