"""The hot path: an answer is built once as bytes, and given again until the data set changes.

The key is the build of the program, the version of the data set, the question and its parameters with all defaults
filled in; the strong ETag is a digest of that key, so a client that has an answer is told so (304) without a query.
"""

import asyncio
import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Concatenate, TypeVar

import orjson
from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response
from starlette.types import Scope

from api.errors import ClientGone
from api.metrics import Metrics
from graph import dataset
from graph.answers import Queries, RanQuery
from graph.catalogue import Query, query
from graph.connection import Connection, Row, recorded

CAPACITY = 64 * 1024 * 1024
"""Bytes of answers that are kept."""
VERSION_AGE = 1.0
"""Seconds for which the version of the data set is believed: a cached answer then costs no query, and after a load
pages lag by a second at most."""
ADDRESSES = 20_000
"""Addresses whose answers are remembered."""
LONGEST_ADDRESS = 1000
"""Bytes of an address that is remembered; longer ones meet the routes every time."""
COMPRESSED_FROM = 1024
"""Bytes from which an answer is kept compressed too; less does not pay."""
BEHIND = "bzpeer.behind"
"""Key in the scope of a request that wants the queries behind an answer instead of the answer."""
VERSIONS = frozenset({"dataset", "version"})
"""Fields in which an answer says from which version of the data set it was read."""
T = TypeVar("T")
Ask = Callable[Concatenate[Connection, ...], Awaitable[BaseModel]]
_CODE = ("graph", "api", "cypher")


@dataclass(frozen=True, slots=True)
class Built:
    """An answer as bytes, plain and (when it pays) compressed; without a digest it must not be kept."""

    digest: str | None
    plain: bytes
    packed: bytes | None

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.plain) + len(self.packed or b"")


class Answers:
    """Asks the graph, keeps the answers as bytes, the least recently used ones dropped first."""

    def __init__(self, connection: Connection, metrics: Metrics, capacity: int = CAPACITY) -> None:
        self.connection = connection
        self._metrics = metrics
        self._capacity = capacity
        self._kept: OrderedDict[str, Built] = OrderedDict()
        self._size = 0
        self._addresses: OrderedDict[tuple[str, ...], tuple[str, Any]] = OrderedDict()
        self._build = build()
        self._version: tuple[str, float] | None = None

    async def version(self, *, fresh: bool = False) -> str:
        """Return the version of the data set, read from the graph at most once per `VERSION_AGE`."""
        now = time.monotonic()
        if fresh or self._version is None or now - self._version[1] > VERSION_AGE:
            found = await dataset.version(self.connection)
            if self._version is None or now >= self._version[1]:  # else a later look has ended before this one
                if self._version and self._version[0] != found:
                    self._forget()
                self._version = found, now
        return self._version[0]

    def _forget(self) -> None:
        """Forget all answers: those of another version are never given again, and may name who opted out since."""
        self._kept.clear()
        self._addresses.clear()
        self._size = 0

    async def respond(self, request: Request, ask: Ask, parameters: dict[str, Any], revision: str = "") -> Response:
        """Answer `request` with what `ask(connection, **parameters)` says, asked only when it is not known yet.

        `revision` names the state of whatever else the answer rests on, besides the graph's facts.
        """
        if BEHIND in request.scope:
            return _response(request, await unless_gone(request, self._behind(ask, parameters)))
        version = await self.version()
        digest = self._digest(version, ask, parameters, revision)
        kept = self._give(request, digest)
        if kept:
            if not revision:
                self._remember(version, request.scope, digest)
            return kept
        self._metrics.answer("graph")
        return _response(request, await unless_gone(request, self._ask(version, ask, parameters, revision)))

    async def facts(self, ask: Ask, parameters: dict[str, Any], revision: str = "") -> dict[str, Any]:
        """Return an answer as JSON data; what is not known yet is asked, and kept for `respond`."""
        version = await self.version()
        built = self._kept.get(self._digest(version, ask, parameters, revision))
        if built is None:
            built = await self._ask(version, ask, parameters, revision)
        found: dict[str, Any] = orjson.loads(built.plain)
        return found

    def recall(self, request: Request) -> Response | None:
        """Return the answer that was given from memory at the same address before, without looking at parameters.

        None when there is none, or when it is time to look at the version of the data set.
        """
        if request.method != "GET" or self._version is None or time.monotonic() - self._version[1] > VERSION_AGE:
            return None
        known = self._addresses.get(_address(self._version[0], request.scope))
        response = self._give(request, known[0]) if known else None
        if known and response:
            request.scope["route"] = known[1]  # what the numbers are counted under
        return response

    def _give(self, request: Request, digest: str) -> Response | None:
        """Return the answer of this digest from memory, or 304 to a client that has it; None when it is not kept."""
        if _has(request, digest):
            self._metrics.answer("unchanged")
            return Response(status_code=304, headers=_headers(digest, packed=_takes_gzip(request)))
        built = self._kept.get(digest)
        if built is None:
            return None
        self._kept.move_to_end(digest)
        self._metrics.answer("cache")
        return _response(request, built)

    def _remember(self, version: str, scope: Scope, digest: str) -> None:
        """Remember which answer `scope` is given: it rests on nothing but its address and the version."""
        address = _address(version, scope)
        if scope["method"] == "GET" and sum(map(len, address)) <= LONGEST_ADDRESS:
            self._addresses[address] = (digest, scope.get("route"))
            if len(self._addresses) > ADDRESSES:
                self._addresses.popitem(last=False)

    async def _ask(self, version: str, ask: Ask, parameters: dict[str, Any], revision: str) -> Built:
        """Ask the graph; again when a load ended meanwhile, so that nothing is kept under a wrong version."""
        for _ in range(2):
            answer = await ask(self.connection, **parameters)
            found = _version_of(answer)
            if found == version:
                built = _built(self._digest(version, ask, parameters, revision), answer)
                self._keep(built)
                return built
            version = found
        return _built(None, answer)

    async def _behind(self, ask: Ask, parameters: dict[str, Any]) -> Built:
        """Ask the graph, and tell what was asked of it."""
        with recorded() as ran:
            answer = await ask(self.connection, **parameters)
        told = [_told(query(name), params) for name, params in ran]
        return _built(None, Queries(queries=told, dataset=_version_of(answer)))

    def _keep(self, built: Built) -> None:
        if built.digest is None or built.digest in self._kept:
            return
        self._kept[built.digest] = built
        self._size += built.size
        while self._size > self._capacity:
            self._size -= self._kept.popitem(last=False)[1].size

    def _digest(self, version: str, ask: Ask, parameters: dict[str, Any], revision: str) -> str:
        named = f"{ask.__module__}.{ask.__qualname__}"
        key = orjson.dumps([self._build, version, revision, named, parameters], option=orjson.OPT_SORT_KEYS)
        return hashlib.blake2b(key, digest_size=16).hexdigest()


def _address(version: str, scope: Scope) -> tuple[str, ...]:
    """Return all that tells the question of one GET request from others, while the data set has this version."""
    return version, scope["root_path"], scope["path"], scope["query_string"].decode("latin-1")


def _version_of(answer: BaseModel) -> str:
    """Return the version of the data set that an answer says it was read from."""
    facts = vars(answer)
    version: str = next(facts[name] for name in VERSIONS if name in facts)
    return version


def _told(ran: Query, params: Row) -> RanQuery:
    return RanQuery(name=ran.name, purpose=ran.purpose, mode=ran.mode, text=ran.text, params=params)


def _built(digest: str | None, answer: BaseModel) -> Built:
    plain = answer.__pydantic_serializer__.to_json(answer)
    packed = gzip.compress(plain, 5, mtime=0) if len(plain) >= COMPRESSED_FROM else None
    return Built(digest, plain, packed)


def _response(request: Request, built: Built) -> Response:
    packed = built.packed if _takes_gzip(request) else None
    headers = _headers(built.digest, packed=packed is not None)
    if packed is not None:
        headers["Content-Encoding"] = "gzip"
    return Response(built.plain if packed is None else packed, headers=headers, media_type="application/json")


def _headers(digest: str | None, *, packed: bool) -> dict[str, str]:
    """Return the caching headers: keep it, but ask whether it still holds; a packed answer has an ETag of its own."""
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if digest:
        headers["ETag"] = f'"{digest}{"-gzip" if packed else ""}"'
    return headers


def _takes_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, quality = part.partition(";")
        if name.strip().lower() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _has(request: Request, digest: str) -> bool:
    """Say whether the client has this answer already (`If-None-Match`, compared weakly as the standard asks)."""
    given = request.headers.get("if-none-match", "")
    if not given or request.method != "GET":
        return False
    tags = {tag.strip().removeprefix("W/").strip('"') for tag in given.split(",")}
    return not tags.isdisjoint((digest, f"{digest}-gzip"))


async def unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """Return what `work` gives; cancel it, and with it its query, and raise `ClientGone` when the client leaves."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_disconnected(request))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientGone
        return task.result()
    finally:
        for each in (task, gone):
            each.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def build() -> str:
    """Return a digest of the program's own code: an answer of another build is another answer."""
    whole = hashlib.blake2b(digest_size=8)
    for name in _CODE:
        folder = Path(str(import_module(name).__file__)).parent
        for path in sorted(each for each in folder.rglob("*") if each.suffix in (".py", ".cypher")):
            whole.update(path.read_bytes())
    return whole.hexdigest()


async def answer(request: Request, ask: Ask, **parameters: Any) -> Response:
    """Answer `request` with what `ask(connection, **parameters)` says; the one line of most routes."""
    answers: Answers = request.app.state.answers
    return await answers.respond(request, ask, parameters)
