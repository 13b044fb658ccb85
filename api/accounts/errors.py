"""Errors of accounts that a user meets; each says in one sentence what to do."""

from graph.errors import BadRequest, BzpeerError


class AccountsUnavailable(BzpeerError):
    """The account store cannot be used."""


class NotLoggedIn(BadRequest):
    """Only somebody who is logged in may do this."""


class Forbidden(BadRequest):
    """This user may not do this."""


class Conflict(BadRequest):
    """What is there already does not allow this."""


class Expired(BadRequest):
    """A link was used already, is too old, or was never given."""
