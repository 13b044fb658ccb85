"""Addresses are matched as they were sent, so that an identifier with an encoded slash never meets another route."""

from urllib.parse import quote

from starlette.types import ASGIApp, Receive, Scope, Send


class RawPaths:
    """ASGI middleware that gives the routes the path still percent-encoded, as `raw_path` has it.

    It also tells them the path below which a proxy serves the program, stripped by the proxy or not.

    A server decodes `/api/papers/doi:10.1%2Fslice` to a path that the route `/api/papers/{id}/slice` would take.
    Route parameters are therefore decoded one by one, after matching (`api.parameters.NodeId`).
    """

    def __init__(self, app: ASGIApp, root_path: str = "") -> None:
        self.app = app
        self.root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its path as sent; other kinds of events as they are."""
        if scope["type"] == "http":
            scope = dict(scope, path=sent_path(scope), root_path=self.root_path or scope.get("root_path", ""))
        await self.app(scope, receive, send)


def sent_path(scope: Scope) -> str:
    """Return the path of a request as it was sent: percent-encoded, without the query."""
    raw: bytes | None = scope.get("raw_path")
    if raw is None:  # a server that does not give it: nothing tells encoded slashes from others any more
        return quote(scope["path"], safe="/:@!$&'()*+,;=~-._")
    return raw.partition(b"?")[0].decode("latin-1")
