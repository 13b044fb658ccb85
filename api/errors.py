"""Every error as RFC 9457 problem+json: a stable type, a sentence that says what to do, a request id."""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.accounts.errors import AccountsUnavailable, Conflict, Expired, Forbidden, NotLoggedIn
from api.logs import LOG
from graph import errors
from graph.answers import Problem, QueryPlace

MEDIA = "application/problem+json"
CLIENT_CLOSED = 499
"""Status in logs and metrics of a request whose client has gone; no client ever sees it."""

_KINDS: tuple[tuple[type[errors.BzpeerError], int, str], ...] = (
    (errors.NotFound, 404, "not-found"),
    (errors.NotAcceptable, 406, "not-acceptable"),
    (errors.QueryNotAllowed, 400, "query-not-allowed"),
    (errors.WriteRefused, 400, "query-not-allowed"),
    (errors.QueryRefused, 400, "query-refused"),
    (errors.InvalidValue, 422, "invalid-value"),
    (errors.NotAllowed, 403, "not-allowed"),
    (NotLoggedIn, 401, "not-logged-in"),
    (Forbidden, 403, "forbidden"),
    (Conflict, 409, "conflict"),
    (Expired, 410, "expired"),
    (errors.TooMany, 429, "too-many"),
    (errors.BadRequest, 400, "bad-request"),
    (errors.TimeLimitExceeded, 504, "time-limit"),
    (errors.MemoryLimitExceeded, 503, "memory-limit"),
    (errors.StoreError, 503, "graph-unavailable"),
    (AccountsUnavailable, 503, "accounts-unavailable"),
)
_HTTP: dict[int, tuple[str, str]] = {
    400: ("bad-request", "The request could not be read: check its address and its body."),
    404: ("not-found", "There is nothing at this address; see /api/openapi.json for all addresses."),
    405: ("method-not-allowed", "This address does not take this method; the header Allow names those that it takes."),
    413: ("too-large", "The body is larger than this program reads: send less at once."),
}
_WAIT = 5.0
"""Seconds after which one may ask again, where nothing else is known."""


class ClientGone(Exception):
    """The client closed the connection before its answer was ready."""


def problem(
    status: int,
    name: str,
    detail: str,
    request: Request,
    headers: Mapping[str, str] | None = None,
    place: errors.Place | None = None,
) -> Response:
    """Return an error as problem+json; `name` is the stable end of its type, `place` where in a query it is."""
    body = Problem(
        type=f"urn:bzpeer:{name}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.scope["path"],
        request_id=request.scope.get("request_id", ""),
        place=QueryPlace(line=place[0], column=place[1], offset=place[2]) if place else None,
    )
    return Response(body.model_dump_json(), status, dict(headers or {}), media_type=MEDIA)


def install(app: FastAPI) -> None:
    """Let `app` answer every error as a problem."""
    app.add_exception_handler(errors.BzpeerError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ClientGone, _gone)


async def _ours(request: Request, error: Exception) -> Response:
    return problem_of(error, request)


def problem_of(error: Exception, request: Request) -> Response:
    """Return one of our errors as a problem; what is no error for a user is a fault of the program."""
    for kind, status, name in _KINDS:
        if isinstance(error, kind):
            again, place = _headers(error, status), getattr(error, "place", None)
            return problem(status, name, str(error), request, again, place)
    return unexpected(request, error)


def _headers(error: Exception, status: int) -> Mapping[str, str] | None:
    if isinstance(error, NotLoggedIn):
        return {"WWW-Authenticate": "Bearer"}
    if status in (429, 503):
        return {"Retry-After": str(max(1, math.ceil(getattr(error, "wait", _WAIT))))}
    return None


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem(422, "invalid-value", sentence(error.errors()[0]), request)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    if error.status_code == 404 and not path.startswith("/api") and "text/html" in request.headers.get("accept", ""):
        page: Response = request.app.state.lost(request)
        return page
    name, detail = _HTTP.get(error.status_code, ("error", str(error.detail)))
    if error.status_code == 404 and path.startswith("/api") and path.count("/") > 3:
        detail += " In an identifier, write a slash as %2F."
    return problem(error.status_code, name, detail, request, error.headers)


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=CLIENT_CLOSED)


def unexpected(request: Request, error: Exception) -> Response:
    """Log a fault of the program with its stack trace, and answer with a sentence only."""
    request_id = request.scope.get("request_id", "")
    LOG.error("unexpected error in request %s", request_id, exc_info=error)
    detail = f"The program failed; try again, and report it with the request id {request_id} if it fails again."
    return problem(500, "internal", detail, request)


def sentence(fault: Mapping[str, Any]) -> str:
    """Return one of pydantic's faults as a sentence that names the parameter and says what it must be."""
    place = [part for part in fault["loc"] if isinstance(part, str) and part not in ("query", "path", "body", "header")]
    name = f"'{'.'.join(place)}'" if place else "The body"
    context: Mapping[str, Any] = fault.get("ctx") or {}
    secret = not _SECRETS.isdisjoint(place)
    must = _MUST.get(f"string_{fault['type']}" if secret else fault["type"], _MUST.get(fault["type"]))
    if fault["type"] in ("missing", "json_invalid", "extra_forbidden"):
        return _WHOLE[fault["type"]].format(name=name)
    if must is None:
        message = str(context.get("error", fault["msg"]))
        return f"{name} cannot be used: {message[:1].lower()}{message[1:]}."
    return f"{name} must be {must.format(**context)}" + ("." if secret else f"; it is {_shown(fault.get('input'))}.")


_SECRETS = frozenset({"password", "old", "token", "message", "text"})
"""Fields whose values are never repeated."""


def _shown(value: object) -> str:
    quoted = isinstance(value, str) and not value.lstrip("-").isdigit()
    text = repr(value) if quoted else str(value)
    return text if len(text) <= 60 else text[:60] + "…"


_WHOLE = {
    "missing": "{name} is missing: add it.",
    "json_invalid": "The body is not valid JSON: correct it and send it again.",
    "extra_forbidden": "{name} is not known here: leave it out.",
}
_MUST = {
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "greater_than": "more than {gt}",
    "less_than": "less than {lt}",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number of usual size",
    "float_parsing": "a number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_parsing": "true or false",
    "string_type": "text",
    "list_type": "a list",
    "literal_error": "one of {expected}",
    "enum": "one of {expected}",
    "string_too_short": "at least {min_length} characters long",
    "string_too_long": "at most {max_length} characters long",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
}
