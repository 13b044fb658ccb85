"""Queries of analysts over HTTP: who may ask, how much, in which form rows go out, a line in the log for each."""

import ipaddress
import logging
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any

import orjson
from fastapi import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.accounts.who import known
from api.answers import unless_gone
from api.errors import ClientGone, problem_of
from api.quotas import Quota, Quotas
from graph.answers import ConsoleTerms
from graph.console.forms import FORMS, JSON, Form
from graph.console.run import Console
from graph.console.tokens import LONGEST
from graph.console.values import decode
from graph.errors import BadRequest, BzpeerError, NotAcceptable, NotAllowed, TooMany
from graph.settings import Settings

AUDIT = logging.getLogger("bzpeer.console")
_FORWARDED = re.compile("(x-forwarded-.*|forwarded|via)$")


class Analysts:
    """The console of one application: whom it serves, its quotas and limits."""

    def __init__(self, console: Console, settings: Settings) -> None:
        self.console = console
        self._mode = settings.console
        self._quotas = Quotas(Quota(seconds=settings.console_client_seconds))
        self._settings = settings

    async def check(self, request: Request) -> str:
        """Return who asks, as the log and the quotas know them. Raises `NotAllowed`, `NotLoggedIn`, `Forbidden`.

        `local` means a browser or program on this machine: the address of the client and the name that it asks for are
        the machine's own, and no proxy says that it passed the request on; so neither a proxy nor a page of another
        site that found the port is taken for one.
        """
        if self._mode == "off":
            raise NotAllowed("Queries are switched off here (BZPEER_CONSOLE=off).")
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise NotAllowed("Queries are answered to pages of this site and to programs only.")
        if self._mode == "local" and not (_is_here(_client(request)) and _is_here(request.url.hostname or "")):
            raise NotAllowed("Queries are answered on this machine only, at localhost (BZPEER_CONSOLE=local).")
        if self._mode == "local" and any(map(_FORWARDED.match, request.headers)):
            raise NotAllowed("Queries are not answered through a proxy (BZPEER_CONSOLE=local): ask the program itself.")
        if self._mode == "accounts":
            return f"user {(await known(request, 'query')).id}"
        return _client(request)

    async def terms(self, request: Request) -> ConsoleTerms:
        """Return whether this client may ask, and how much."""
        try:
            await self.check(request)
            reason = None
        except BadRequest as error:
            reason = str(error)
        return ConsoleTerms(
            allowed=reason is None,
            reason=reason,
            seconds=self._settings.console_timeout,
            rows=self._settings.console_rows,
            stream_rows=self._settings.stream_rows,
            forms=list(FORMS),
        )

    async def answer(self, request: Request, query: str, params: Mapping[str, Any], *, plan: bool = False) -> Response:
        """Return the response that runs `query` while it is sent, or that only tells its `plan`.

        Raises as `check`, `NotAcceptable`, `InvalidValue`; what else goes wrong, it answers itself.
        """
        try:
            who = await self.check(request)
            form = accepted(request.headers.get("accept", ""))
            values = {name: decode(value) for name, value in params.items()}
        except BzpeerError as error:
            audit(_client(request), query, type(error).__name__, 0.0, 0, request.scope.get("request_id", ""))
            raise
        return Rows(form, self._pieces(request, who, form, query, values, plan), request)

    async def _pieces(
        self, request: Request, who: str, form: Form, query: str, params: Mapping[str, Any], plan: bool
    ) -> AsyncIterator[bytes]:
        started, outcome, result, limits = time.perf_counter(), "broken off", None, form.limits(self._settings)
        during, failed = self._quotas.admit(who), True
        try:
            await self._quotas.room(who)
            async with self.console.run(query, params, limits, plan=plan, during=during) as result:
                async for piece in form.pieces(result, params):
                    yield piece
            outcome, failed = f"cut at {result.cut}" if result.cut else "done", False
        except BzpeerError as error:
            outcome, failed = type(error).__name__, not isinstance(error, TooMany)
            raise
        finally:
            if failed:
                self._quotas.fail(who)
            seconds, rows = time.perf_counter() - started, result.count if result else 0
            audit(who, query, outcome, seconds, rows, request.scope.get("request_id", ""))


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _is_here(host: str) -> bool:
    """Tell whether a host is this machine: its loopback address or name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def accepted(accept: str) -> Form:
    """Return the first form that `Accept` names and we have, JSON when it takes anything. Raises `NotAcceptable`."""
    names = [part.partition(";")[0].strip().lower() for part in accept.split(",") if part.strip()]
    for name in names or ["*/*"]:
        if name in FORMS:
            return FORMS[name]
        if name in ("*/*", "application/*"):
            return JSON
    raise NotAcceptable(f"Rows are given as one of {', '.join(FORMS)}: say which in the header Accept.")


class Rows(Response):
    """A response that is made while it is sent; a client that leaves ends the query."""

    def __init__(self, form: Form, pieces: AsyncIterator[bytes], request: Request) -> None:
        self._form = form
        self._pieces = pieces
        self._request = request
        super().__init__(headers={"Cache-Control": "no-store"}, media_type=form.media)
        del self.headers["content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the rows. What goes wrong before the first is raised, and answered as a problem."""
        try:
            await unless_gone(Request(scope, receive), self._send(send))
        except ClientGone:
            if not self._begun:
                raise

    _begun = False

    async def _send(self, send: Send) -> None:
        async with aclosing(self._pieces) as pieces:  # type: ignore[type-var]
            try:
                async for piece in pieces:
                    await self._begin(send)
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            except BzpeerError as error:
                if not (self._begun and self._form.media == "application/x-ndjson"):
                    raise
                line = b'{"$error":' + bytes(problem_of(error, self._request).body) + b"}\n"
                await send({"type": "http.response.body", "body": line, "more_body": True})
        await self._begin(send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _begin(self, send: Send) -> None:
        if not self._begun:
            self._begun = True
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})


def audit(client: str, query: str, outcome: str, seconds: float, rows: int, request_id: str = "") -> None:
    """Log who asked what, when, for how long, and how it ended."""
    fields = {
        "client": client,
        "request_id": request_id,
        "query": query[:LONGEST],
        "outcome": outcome,
        "rows": rows,
        "milliseconds": round(seconds * 1e3, 1),
    }
    shown = orjson.dumps(fields["query"]).decode()
    message = "query of %s: %s, %d rows, %.1f ms: %s"
    AUDIT.info(message, client, outcome, rows, seconds * 1e3, shown, extra={"fields": fields})
