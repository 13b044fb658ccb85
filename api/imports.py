"""Background loads that readers ask for: a bounded queue, one load at a time, and how each goes."""

import asyncio
import secrets
from collections import OrderedDict, deque
from contextlib import suppress
from typing import Any

from api.answers import Answers
from api.limits import HourlyLimit
from api.logs import LOG
from graph.answers import Import, ImportProgress
from graph.errors import BzpeerError, DiskFull, LoadRunning, NotAllowed, NotFound, TooMany
from graph.settings import Settings
from loaders.live import FETCHING, Brought, Subject, bring, find_subject
from loaders.pipeline import Progress

WAITING = 20
"""Imports that wait at most; one more is asked to come back."""
KEPT = 500
"""Imports whose state is remembered."""
LONGEST = 1800.0
"""Seconds after which an import is given up: services that are slow must not hold up all others."""
_RETRY = 60.0
_BUSY = "Other data is being loaded here just now: try again when that is done."
_FULL = "There is no room left here for what was sent: tell those who run this site."
_STOPPED = "The program was stopped before this was done; begin it again."


class Imports:
    """Takes what readers want brought in, and loads it one after another."""

    def __init__(self, answers: Answers, settings: Settings) -> None:
        self._answers = answers
        self._settings = settings
        self._limit = HourlyLimit(settings.imports_per_client, settings.imports_per_hour)
        self._kept: OrderedDict[str, Import] = OrderedDict()
        self._waiting: deque[tuple[str, Subject]] = deque()
        self._open: dict[str, str] = {}
        self._worker: asyncio.Task[None] | None = None

    async def begin(self, text: str, client: str) -> Import:
        """Return the import of what `text` asks for: the one that is under way already, or a new one in the queue.

        Raises `NotAllowed` when imports are off, `InvalidValue` for what cannot be brought in, and `TooMany`.
        """
        if self._settings.imports == "off":
            raise NotAllowed("Nothing can be brought in here: imports are switched off (BZPEER_IMPORTS).")
        subject = await find_subject(self._answers.connection, text)
        if subject.id in self._open:
            return self._kept[self._open[subject.id]]
        if len(self._waiting) >= WAITING:
            raise TooMany("Too many imports are waiting: try again in a minute.", _RETRY)
        wait = self._limit.take(client)
        if wait:
            raise TooMany(f"No more imports now: try again in {_minutes(wait)}.", wait)
        return self._queue(subject)

    def _queue(self, subject: Subject) -> Import:
        id = secrets.token_urlsafe(9)
        before = len(self._open)
        says = f"Waiting for {before} other{'s' if before > 1 else ''}." if before else "About to begin."
        progress = ImportProgress(read=0, total=None)
        self._kept[id] = Import(id=id, state="queued", subject=subject.id, progress=progress, says=says, node=None)
        self._open[subject.id] = id
        self._waiting.append((id, subject))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return self._kept[id]

    def state(self, id: str) -> Import:
        """Return how an import goes. Raise `NotFound` for one that is not remembered."""
        if id not in self._kept:
            raise NotFound("No import has this id; it may be long over: look the person or paper up in the search.")
        return self._kept[id]

    async def close(self) -> None:
        """Stop; what was not done says so."""
        if self._worker:
            self._worker.cancel()
            with suppress(asyncio.CancelledError):
                await self._worker
        while self._waiting:
            self._end(*self._waiting.popleft(), state="failed", says=_STOPPED)

    async def _work(self) -> None:
        while self._waiting:
            id, subject = self._waiting.popleft()
            try:
                self._end(id, subject, **await self._run(id, subject))
            except asyncio.CancelledError:
                self._end(id, subject, state="failed", says=_STOPPED)
                raise

    async def _run(self, id: str, subject: Subject) -> dict[str, Any]:
        """Load one subject and return how it ended; nothing but being stopped gets past it."""

        def report(progress: Progress) -> None:
            told = ImportProgress(read=progress.done, total=progress.total)
            self._set(id, **_stage(progress, subject), progress=told)

        try:
            async with asyncio.timeout(LONGEST):
                brought = await bring(self._answers.connection, self._settings, subject, report)
            await self._answers.version(fresh=True)  # the page that opens next must not be told that there is none
        except TimeoutError:
            return {
                "state": "failed",
                "says": f"{subject.service} was too slow, so this was given up: try again later.",
            }
        except (LoadRunning, DiskFull) as error:  # whose words are for those who run this, and name the machine
            LOG.warning("import %s of %s failed. %s", id, subject.id, error)
            return {"state": "failed", "says": _BUSY if isinstance(error, LoadRunning) else _FULL}
        except BzpeerError as error:
            return {"state": "failed", "says": str(error)}
        except Exception as error:
            LOG.error("import %s of %s failed", id, subject.id, exc_info=error)
            return {"state": "failed", "says": f"The program failed; report it with the id {id} if it fails again."}
        return {"state": "done", "says": _done(brought, subject), "node": brought.node}

    def _end(self, id: str, subject: Subject, **how: Any) -> None:
        self._open.pop(subject.id, None)
        self._set(id, **how)

    def _set(self, id: str, **how: Any) -> None:
        if id in self._kept:
            self._kept[id] = self._kept[id].model_copy(update=how)


def _stage(progress: Progress, subject: Subject) -> dict[str, str]:
    """Return the state of a load and what it is doing, in words for readers."""
    if progress.doing.startswith(FETCHING):
        return {"state": "running", "says": f"Fetching from {subject.service}."}
    if progress.doing.startswith("reading "):
        return {"state": "running", "says": f"Adding what {subject.service} sent to the graph."}
    return {"state": "deriving", "says": "Working out co-authors, citations, topics and counts."}


def _done(brought: Brought, subject: Subject) -> str:
    tally = brought.outcome.tally
    text = f"{tally.read:,} records read from {subject.service}, {tally.written:,} of them new or changed."
    if brought.node.kind == "Paper" and "author" in subject.asked:
        text += " arXiv has no ids of people: these are the papers by authors of this name, the latest of them first."
    return text


def _minutes(seconds: float) -> str:
    number = max(1, round(seconds / 60))
    return f"{number} minute{'s' if number > 1 else ''}"
