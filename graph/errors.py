"""Errors that a user meets. Each says in one sentence what is wrong and what to do.

::

    BzpeerError
    ├── InvalidSetting            a setting has a value that cannot be used
    ├── BadRequest                a question that cannot be answered as asked
    │   ├── InvalidValue          one value of it is out of range or of the wrong shape
    │   ├── LoadRunning           another process is loading into the same database
    │   ├── NotAllowed            what is asked for is switched off here
    │   └── TooMany               more of this was asked for than is allowed at a time
    ├── NotAcceptable             rows were asked for in a form that there is not
    ├── NotFound                  nothing has this identifier
    ├── FetchFailed               the jars of the managed server could not be fetched
    │   └── ChecksumMismatch      a fetched file is not the one of the lock file
    ├── DiskFull                  no room left on the device
    ├── SourceFailed              a service that a source is fetched from refuses, is down or cannot be reached
    ├── LoadInputError            an input of a load is missing, unreadable or damaged
    ├── StoreError                the database, or its server
    │   ├── StoreUnavailable      nothing answers at the address, or it is too busy
    │   ├── WrongCredentials      the user name or password is refused
    │   ├── ServerTooOld          older than the oldest release that is supported
    │   ├── ServerStartFailed     the managed server did not come up
    │   ├── WrongDataVersion      the data folder belongs to another release of the server
    │   ├── ServerInUse           an offline task while other processes use the server
    │   ├── DumpFailed            a dump could not be written or read
    │   ├── ForeignDatabase       it holds data that is not ours
    │   └── SchemaChanged         an applied schema file has another text now
    └── QueryError                the database refused or stopped one query
        ├── QueryRefused          it is not valid Cypher, or breaks a rule
        │   └── QueryNotAllowed   the gate of the console does not let it pass
        ├── WriteRefused          it writes, in a session that only reads
        ├── ConstraintViolated    it breaks a constraint of the schema
        ├── TimeLimitExceeded     it ran out of time
        └── MemoryLimitExceeded   it ran out of memory
"""

Place = tuple[int, int, int]
"""A place in a query: line and column from 1, and the number of characters before it."""


class BzpeerError(Exception):
    """Base of all errors whose message is written for a user."""


class InvalidSetting(BzpeerError):
    """A setting has a value that cannot be used; the message names the setting."""


class BadRequest(BzpeerError):
    """A question that cannot be answered as asked."""


class InvalidValue(BadRequest):
    """One value of a question is out of range or of the wrong shape."""


class LoadRunning(BadRequest):
    """Another process is loading into the same database; one load at a time runs there."""


class NotAllowed(BadRequest):
    """What is asked for is switched off here; the message names the setting."""


class TooMany(BadRequest):
    """More of this was asked for than is allowed at a time; it may be asked again after `wait` seconds."""

    def __init__(self, message: str, wait: float) -> None:
        super().__init__(message)
        self.wait = wait


class NotAcceptable(BzpeerError):
    """Rows were asked for in a form that there is not."""


class NotFound(BzpeerError):
    """Nothing in the graph has this identifier."""


class FetchFailed(BzpeerError):
    """The jars of the managed server could not be fetched."""


class ChecksumMismatch(FetchFailed):
    """A fetched file is not the one that the lock file names."""


class DiskFull(BzpeerError):
    """No room is left on the device."""


class SourceFailed(BzpeerError):
    """A service that a source is fetched from cannot be used; the message says why and what to do."""


class LoadInputError(BzpeerError):
    """An input of a load is missing, unreadable or damaged; the message names it and says what to do."""


class StoreError(BzpeerError):
    """The database or its server cannot be used."""


class StoreUnavailable(StoreError):
    """Nothing answers at the address, or it is too busy to; it may be asked again after `wait` seconds."""

    def __init__(self, message: str, wait: float = 5.0) -> None:
        super().__init__(message)
        self.wait = wait


class WrongCredentials(StoreError):
    """The database refuses the user name or the password."""


class ServerTooOld(StoreError):
    """The database is older than the oldest release that is supported."""


class ServerStartFailed(StoreError):
    """The managed server did not come up; the message ends with the end of its log."""


class WrongDataVersion(StoreError):
    """The data folder was last used by a newer release of the server."""


class ServerInUse(StoreError):
    """An offline task was asked for while other processes use the managed server."""


class DumpFailed(StoreError):
    """A dump could not be written or read."""


class ForeignDatabase(StoreError):
    """The database holds data that this program did not write."""


class SchemaChanged(StoreError):
    """A schema file that was applied before has been changed."""


class QueryError(BzpeerError):
    """The database refused or stopped one query."""


class QueryRefused(QueryError):
    """The query is not valid, or breaks a rule of the database; `place` says where in it, when that is known."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.place = place


class QueryNotAllowed(QueryRefused):
    """A stranger's query does more than reading, or cannot be read at all."""


class WriteRefused(QueryError):
    """The query writes, in a session that only reads."""


class ConstraintViolated(QueryError):
    """The query breaks a constraint of the schema."""


class TimeLimitExceeded(QueryError):
    """The query ran longer than it may."""


class MemoryLimitExceeded(QueryError):
    """The query needed more memory than it may."""
