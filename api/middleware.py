"""Around every request: its id, its line in the log, its numbers, security headers, the limit on bodies."""

import re
import secrets
import time
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import logs
from api.errors import problem, unexpected
from api.metrics import Metrics

BODY_LIMIT = 256 * 1024
"""Bytes of a request's body that are read at most; the largest question is a list of some hundred ids."""
_LARGER = {"/api/graph/export": 16 * 1024 * 1024}
"""Limits of the routes that are sent more: a whole picture with thousands of nodes and edges."""
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SECRET = re.compile(r"(?<=/feeds/)[^/]+")
"""What no log names: the secret in the address of a feed."""
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; "
)
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"


def page_policy(ancestors: str = "'none'") -> str:
    """Return the Content-Security-Policy of a page that only the sites `ancestors` may show in a frame."""
    return f"{_PAGE_POLICY}frame-ancestors {ancestors}"


@dataclass
class _Seen:
    """What is known of the answer while it passes."""

    status: int = 0
    started: float = field(default_factory=time.perf_counter)


class Around:
    """ASGI middleware around the whole application; nothing that the routes raise gets past it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        scope["request_id"] = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        method = scope["method"]
        if method == "HEAD":
            scope["method"] = "GET"  # answered as GET is, without the body
        seen = _Seen()
        answer = _sender(send, scope, seen, body=method != "HEAD")
        try:
            await self._serve(scope, receive, answer, headers, seen)
        finally:
            self._note(scope, method, seen)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, headers: Headers, seen: _Seen) -> None:
        length = headers.get("content-length", "0")
        limit = _LARGER.get(scope["path"].removeprefix(scope.get("root_path", "")), BODY_LIMIT)
        if not (length.isascii() and length.isdigit()) or int(length) > limit:
            await _too_large(scope, limit)(scope, receive, send)
            return
        try:
            await self.app(scope, _limited(receive, limit), send)
        except Exception as error:
            if seen.status:
                logs.LOG.error("request %s broke off", scope["request_id"], exc_info=error)
            else:
                await unexpected(Request(scope), error)(scope, receive, send)

    def _note(self, scope: Scope, method: str, seen: _Seen) -> None:
        seconds = time.perf_counter() - seen.started
        route = getattr(scope.get("route"), "path", "none")
        client = scope["client"][0] if scope.get("client") else None
        self.metrics.request(method, route, seen.status, seconds)
        logs.access(method, _SECRET.sub("…", scope["path"]), seen.status, seconds, scope["request_id"], client)


def _too_large(scope: Scope, limit: int) -> ASGIApp:
    detail = f"The body is larger than the {limit // 1024} KiB that this program reads: send less at once."
    return problem(413, "too-large", detail, Request(scope))


def _limited(receive: Receive, limit: int) -> Receive:
    """Return `receive` that refuses a body above the limit, also when its length was not declared."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise HTTPException(413)
        return message

    return limited


def _sender(send: Send, scope: Scope, seen: _Seen, *, body: bool) -> Send:
    """Return `send` that adds the headers of every answer, and drops the body where none is wanted."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            seen.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = scope["request_id"]
            for name, value in _EVERYWHERE.items():
                headers.setdefault(name, value)
            page = headers.get("content-type", "").startswith("text/html")
            headers.setdefault("Content-Security-Policy", page_policy() if page else _DATA_POLICY)
        elif not body:
            message = {**message, "body": b""}
        await send(message)

    return answer
