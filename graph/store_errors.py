"""Turns what the driver raises into errors with a sentence for the user, and says which of them may be tried again."""

from neo4j.exceptions import (
    AuthConfigurationError,
    AuthError,
    BrokenRecordError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    UnsupportedServerProduct,
)

from graph.errors import (
    BzpeerError,
    ConstraintViolated,
    DiskFull,
    MemoryLimitExceeded,
    QueryRefused,
    ServerTooOld,
    StoreUnavailable,
    TimeLimitExceeded,
    WriteRefused,
    WrongCredentials,
)

_TIMEOUTS = ("TransactionTimedOut", "LockClient", "Transaction.Terminated")
_FULL = ("no space left", "no free disk space", "disk is full")

_STOPPED = ("could not append transaction", "critical error")  # what the server says on a full disk, as was seen
_READ_ONLY = (
    "Statement.AccessMode",
    "ForbiddenOnReadOnlyDatabase",
    "WriteOnReadOnlyAccessDatabase",
    "Database.ReadOnly",
)


def retryable(error: BaseException) -> bool:
    """Tell whether the same transaction may be tried again.

    What the driver calls retryable is, except a memory limit: it would only be met again.
    """
    return isinstance(error, DriverError | Neo4jError) and error.is_retryable() and not _is_memory(error)


def _is_memory(error: Exception) -> bool:
    return isinstance(error, Neo4jError) and "Memory" in (error.code or "")


def translate(error: DriverError | Neo4jError, name: str, address: str) -> BzpeerError:
    """Return the error for the user; `name` is the query's name, `address` that of the database."""
    if isinstance(error, AuthError):
        return WrongCredentials(
            f"The Neo4j at {address} refuses the user name or the password: "
            "check BZPEER_NEO4J_USER and BZPEER_NEO4J_PASSWORD."
        )
    if isinstance(error, Neo4jError):
        return _from_server(error, error.code or "", name, address)
    if isinstance(error, BrokenRecordError):  # a year beyond 1 to 9999, a time zone that the driver does not know
        return unreadable(error.__cause__)
    if isinstance(error, UnsupportedServerProduct):
        return ServerTooOld(f"What answers at {address} is not a Neo4j 5.26 or later: {error}.")
    if isinstance(error, ConfigurationError | AuthConfigurationError):
        return StoreUnavailable(f"BZPEER_NEO4J_URI is {address!r}, which cannot be used: {_first_line(error)}.")
    return StoreUnavailable(
        f"No Neo4j answers at {address} ({_first_line(error)}): check that it runs and that the address is right."
    )


def unreadable(cause: BaseException | None) -> QueryRefused:
    """Return the error for a value that the driver cannot hold; `cause` is what it says of it."""
    return QueryRefused(f"A date or time in the answer cannot be read here ({cause}): return it with toString().")


def _from_server(error: Neo4jError, code: str, name: str, address: str) -> BzpeerError:
    message = _first_line(error)
    if any(word in str(error.message).lower() for word in _FULL):
        return DiskFull(
            f"The disk of the Neo4j at {address} is full: free some room and try again; nothing was written."
        )
    if _is_memory(error):
        return MemoryLimitExceeded(f"{name} needs more memory than one query may use: ask for less at once.")
    if any(part in code for part in _TIMEOUTS):
        return TimeLimitExceeded(f"{name} ran longer than it may and was stopped: ask for less at once.")
    if code.endswith(_READ_ONLY):
        return WriteRefused(f"{name} tries to change the graph, which is read only here: only reading is allowed.")
    if isinstance(error, ConstraintError):
        return ConstraintViolated(f"{name} breaks a rule of the schema: {message}")
    if "DatabaseNotFound" in code:
        return StoreUnavailable(f"The Neo4j at {address} has no such database: check BZPEER_NEO4J_DATABASE. {message}")
    if any(word in message.lower() for word in _STOPPED):
        return StoreUnavailable(
            f"The Neo4j at {address} has stopped to protect its data, most often because its disk is full: "
            "free some room and start it again; what was written before is kept."
        )
    if code.startswith("Neo.ClientError") or "implicit transaction" in message:
        return QueryRefused(f"{name} was refused: {message}")
    return StoreUnavailable(f"The Neo4j at {address} could not answer now: {message}")


def _first_line(error: Exception) -> str:
    text = str(getattr(error, "message", None) or error).strip()
    return text.splitlines()[0].rstrip(".: ").replace(":)", ")") if text else type(error).__name__
