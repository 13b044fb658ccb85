"""How often one client, address or user may do something."""

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from graph.errors import TooMany

LOGIN_CLIENT = parse("30/10 minutes")
LOGIN_ADDRESS = parse("10/10 minutes")
"""Attempts of one client at one mail address: somebody else's failures lock nobody out."""
LOGIN_EVERYWHERE = parse("100/hour")
"""Attempts at one mail address from anywhere."""
MAIL_CLIENT = parse("20/hour")
MAIL_ADDRESS = parse("5/hour")
LINK_CLIENT = parse("60/10 minutes")
"""Links and returns from ORCID that one client may try."""
CHANGE_USER = parse("120/minute")
"""Changes that one user may make."""
TOKEN_USER = parse("20/hour")


class Rates:
    """Counts in memory, for one process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, rule: RateLimitItem, *who: str) -> None:
        """Count one more of `rule` by `who`. Raises `TooMany`, which says when to come back."""
        if self._limiter.hit(rule, *who):
            return
        again = self._limiter.get_window_stats(rule, *who).reset_time
        wait = max(1, math.ceil(again - time.time()))
        raise TooMany(f"Too many attempts: try again in {_words(wait)}.", wait)


def _words(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} second{'s' if seconds > 1 else ''}"
    return f"{math.ceil(seconds / 60)} minutes"
