"""How often something may be done in an hour, by everybody and by one client."""

import ipaddress
import time
from collections import OrderedDict, deque

HOUR = 3600.0
CLIENTS = 10_000
"""Clients that are remembered; the one that came first is forgotten first."""


class HourlyLimit:
    """Counts what was done in the last hour, kept in memory."""

    def __init__(self, per_client: int, of_all: int) -> None:
        self._per_client = per_client
        self._of_all = of_all
        self._all: deque[float] = deque()
        self._clients: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, client: str) -> float:
        """Count one more for `client`, an address, and return 0; or the seconds until it may, when that is too many."""
        now = time.monotonic()
        own = self._clients.setdefault(network(client), deque())
        wait = max(_wait(own, self._per_client, now), _wait(self._all, self._of_all, now))
        if not wait:
            own.append(now)
            self._all.append(now)
        while len(self._clients) > CLIENTS:
            self._clients.popitem(last=False)
        return wait


def _wait(times: deque[float], most: int, now: float) -> float:
    while times and now - times[0] >= HOUR:
        times.popleft()
    return HOUR - (now - times[0]) if len(times) >= most else 0.0


def network(client: str) -> str:
    """Return the address, of IPv6 the first half: one customer has all the rest."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else client
