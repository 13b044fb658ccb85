"""The shortest way to an answer that is kept: given before the request meets routes and their parameters."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.answers import Answers


class Recall:
    """ASGI middleware right around the routes: gives the answers that `Answers` knows by their address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the kept answer, or pass the request on."""
        answers: Answers | None = getattr(scope["app"].state, "answers", None)
        response = answers.recall(Request(scope)) if answers and scope["type"] == "http" else None
        await (response or self.app)(scope, receive, send)
