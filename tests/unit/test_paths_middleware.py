"""Addresses are matched as they were sent."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from api.parameters import decoded
from api.paths import RawPaths, sent_path


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"/api/papers/doi:10.1%2Fslice", "/api/papers/doi:10.1%2Fslice"),
        (b"/api/papers/doi:10.1%2fslice?x=/slice", "/api/papers/doi:10.1%2fslice"),
        (b"/people/a%20b", "/people/a%20b"),
    ],
)
def test_the_path_as_sent(raw: bytes, path: str) -> None:
    assert sent_path({"type": "http", "raw_path": raw, "path": "/decoded"}) == path


def test_a_server_without_raw_paths_gives_encoded_ones_all_the_same() -> None:
    assert sent_path({"type": "http", "path": "/people/何 安%"}) == "/people/%E4%BD%95%20%E5%AE%89%25"


@pytest.mark.parametrize(
    ("raw", "route", "id"),
    [
        (b"/x/doi:10.1%2Fslice", "one", "doi:10.1/slice"),
        (b"/x/doi:10.1%2Fslice/slice", "slice", "doi:10.1/slice"),
        (b"/x/doi:10.1/slice", "slice", "doi:10.1"),
        (b"/x/a%252Fb", "one", "a%2Fb"),
        (b"/x/%E4%BD%95", "one", "何"),
        (b"/x/a+b", "one", "a+b"),
    ],
)
async def test_an_encoded_slash_never_reaches_another_route(raw: bytes, route: str, id: str) -> None:
    def named(name: str) -> Route:
        async def say(request: Request) -> PlainTextResponse:
            return PlainTextResponse(f"{name} {decoded(request.path_params['id'])}")

        return Route("/x/{id}/slice" if name == "slice" else "/x/{id}", say)

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    from urllib.parse import unquote

    scope: Scope = {"type": "http", "method": "GET", "headers": [], "query_string": b"", "raw_path": raw}
    scope["path"] = unquote(raw.decode())
    await RawPaths(Starlette(routes=[named("one"), named("slice")]))(scope, receive, send)
    assert sent[1]["body"].decode() == f"{route} {id}"


def test_an_endless_identifier_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than 512"):
        decoded("x" * 513)
