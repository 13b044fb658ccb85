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
"""Attempts at one mail address from anywhere, but for browsers in which its owner has logged in before."""
MAIL_CLIENT = parse("20/hour")
MAIL_ADDRESS = parse("5/hour")
"""Letters of one kind to one address: whoever asks for some takes nobody the link to a new password."""
LINK_CLIENT = parse("60/10 minutes")
"""Links and returns from ORCID that one client may try."""
CHANGE_USER = parse("120/minute")
"""Changes that one user may make."""
PROOF_USER = parse("20/hour")
"""Pages to look at, and letters to addresses at institutions, that one user may ask for."""
ASK_USER = parse("30/day")
"""Proposals, and reports, that one user may make."""
TOKEN_USER = parse("20/hour")
MESSAGE_USER = parse("60/10 minutes")
"""Messages that one user may write."""
NEWS_USER = parse("120/10 minutes")
"""Times that one user may ask what is new: each looks over whole loads."""
FEED = parse("60/hour")
"""Times that one feed may be asked for."""
FEED_CLIENT = parse("600/hour")
"""Feeds that one client may ask for: a reader of feeds serves many."""


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
