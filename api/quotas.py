"""How much one client may ask of the console: queries at once, seconds of them and errors in any minute."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from api.limits import CLIENTS, network
from graph.errors import TooMany

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Quota:
    """What one client may take."""

    at_once: int = 2
    seconds: float = 60.0
    """Time of its queries in any minute."""
    errors: int = 30
    """Queries that were refused or stopped in any minute."""


@dataclass(slots=True)
class _Use:
    """What one client has taken lately: when each query ended, its seconds, and whether it failed."""

    running: int = 0
    ended: deque[tuple[float, float, bool]] = field(default_factory=deque)


class Quotas:
    """Counts what each client takes; `clock` gives seconds."""

    def __init__(self, quota: Quota, clock: Callable[[], float] = time.monotonic) -> None:
        self._quota = quota
        self._clock = clock
        self._uses: OrderedDict[str, _Use] = OrderedDict()

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count one query of `client` while the context lasts. Raises `TooMany`, which says when to come back."""
        use = self._use(client)
        self._check(use)
        use.running += 1
        started, failed = self._clock(), True
        try:
            yield
            failed = False
        finally:
            use.running -= 1
            use.ended.append((self._clock(), self._clock() - started, failed))

    def _use(self, client: str) -> _Use:
        client = network(client)
        use = self._uses.setdefault(client, _Use())
        self._uses.move_to_end(client)
        while len(self._uses) > CLIENTS:
            self._uses.popitem(last=False)
        while use.ended and use.ended[0][0] <= self._clock() - MINUTE:
            use.ended.popleft()
        return use

    def _check(self, use: _Use) -> None:
        quota = self._quota
        if use.running >= quota.at_once:
            raise TooMany(f"You may run {quota.at_once} queries at once: wait until one of yours has ended.", 1)
        if sum(seconds for _, seconds, _ in use.ended) >= quota.seconds:
            said = f"Your queries took more than the {quota.seconds:g} s that they may take in a minute: wait a little."
            raise TooMany(said, self._until(use))
        if sum(failed for _, _, failed in use.ended) >= quota.errors:
            said = f"More than {quota.errors} of your queries failed in this minute: correct them, and wait a little."
            raise TooMany(said, self._until(use))

    def _until(self, use: _Use) -> int:
        """Return after how many seconds the oldest query is forgotten."""
        return max(1, round(use.ended[0][0] + MINUTE - self._clock() + 0.5))
