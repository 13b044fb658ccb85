"""Requests that change something by a cookie come from a page of this site, or are refused."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.accounts.cookies import session_cookie
from api.errors import problem
from api.head import site

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = "/api/account"
"""Addresses whose requests are looked at without a cookie too: nobody is to be logged in by another site."""


class SameSite:
    """ASGI middleware: lets through what the browser says comes from a page of this site, with a body of JSON.

    A browser says so by `Sec-Fetch-Site`, an older one by `Origin`; a cookie with neither is refused.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it."""
        answer: ASGIApp = self.app
        if scope["type"] == "http" and scope["method"] not in _SAFE:
            request = Request(scope)
            answer = _refusal(request) or answer
        await answer(scope, receive, send)


def _refusal(request: Request) -> ASGIApp | None:
    """Return the problem of a request that is refused, None for one that may pass."""
    cookie = session_cookie(request) is not None
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    if not cookie and not path.startswith(_OURS):
        return None
    if not _from_here(request, cookie=cookie):
        detail = "This was sent by a page of another site: open the page here and do it again."
        return problem(403, "cross-site", detail, request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if _has_body(request.headers) and kind != "application/json":
        return problem(415, "not-json", "Send the body as application/json.", request)
    return None


def _from_here(request: Request, *, cookie: bool) -> bool:
    """Tell whether a request comes from a page of this site, or from a program that has no cookie."""
    fetched = request.headers.get("sec-fetch-site")
    if fetched is not None:
        return fetched in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is not None:
        return _place(origin) == _place(site(request)) != ("", "")
    return not cookie


def _place(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc


def _has_body(headers: Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
