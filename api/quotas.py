"""How much one client may ask of the console: queries at once, seconds of them and errors in any minute."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from api.limits import CLIENTS, network
from graph.errors import TooMany

MINUTE = 60.0
MOMENT = 3.0
"""Seconds for which a query waits until another one of its client has ended."""


@dataclass(frozen=True, slots=True)
class Quota:
    """What one client may take."""

    at_once: int = 2
    seconds: float = 60.0
    """Time of its queries in any minute, those that run included."""
    errors: int = 30
    """Queries that were refused or stopped in any minute."""


@dataclass(slots=True)
class _Use:
    """What one client has taken lately: when each running query began, each ended one began and ended, and errors."""

    running: list[float] = field(default_factory=list)
    ended: deque[tuple[float, float]] = field(default_factory=deque)
    errors: deque[float] = field(default_factory=deque)

    def forget(self, until: float) -> None:
        """Forget what ended at `until` or before."""
        while self.ended and self.ended[0][1] <= until:
            self.ended.popleft()
        while self.errors and self.errors[0] <= until:
            self.errors.popleft()

    def seconds(self, now: float, later: float = 0.0) -> float:
        """Return the seconds that queries took of the minute before `now`, or before `later` if all ended now."""
        since = now + later - MINUTE
        spans = [*self.ended, *((begun, now) for begun in self.running)]
        return sum(max(0.0, end - max(begun, since)) for begun, end in spans)


class Quotas:
    """Counts what each client takes; `clock` gives seconds."""

    def __init__(self, quota: Quota, clock: Callable[[], float] = time.monotonic) -> None:
        self._quota = quota
        self._clock = clock
        self._uses: OrderedDict[str, _Use] = OrderedDict()

    async def room(self, client: str) -> None:
        """Wait a moment while `client` runs as many queries as it may: one of them, just cancelled, may be ending."""
        until = self._clock() + MOMENT
        while len(self._use(client).running) >= self._quota.at_once and self._clock() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.05)

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count one query of `client` while the context lasts. Raises `TooMany`, which says when to come back."""
        use, begun = self._use(client), self._clock()
        self._check(use, begun)
        use.running.append(begun)
        try:
            yield
        finally:
            use.running.remove(begun)
            use.ended.append((begun, self._clock()))

    def fail(self, client: str) -> None:
        """Count one query of `client` that was refused or stopped."""
        self._use(client).errors.append(self._clock())

    def _use(self, client: str) -> _Use:
        client = network(client)
        use = self._uses.setdefault(client, _Use())
        self._uses.move_to_end(client)
        while len(self._uses) > CLIENTS:
            self._uses.popitem(last=False)
        use.forget(self._clock() - MINUTE)
        return use

    def _check(self, use: _Use, now: float) -> None:
        quota = self._quota
        if len(use.running) >= quota.at_once:
            raise TooMany(f"You may run {quota.at_once} queries at once: wait until one of yours has ended.", 1)
        if use.seconds(now) >= quota.seconds:
            said = f"Your queries took more than the {quota.seconds:g} s that they may take in a minute: wait a little."
            wait = next((after for after in range(1, 60) if use.seconds(now, after) < quota.seconds), MINUTE)
            raise TooMany(said, wait)
        if len(use.errors) >= quota.errors:
            said = f"More than {quota.errors} of your queries failed in this minute: correct them, and wait a little."
            raise TooMany(said, max(1, round(use.errors[0] + MINUTE - now + 0.5)))
