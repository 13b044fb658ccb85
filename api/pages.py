"""The front end: its files from `api/static`, and its page at the addresses that it knows, each with its own head."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api import describe
from api.answers import Answers, Ask
from api.head import FOLDERS, Head, site, with_head
from api.middleware import page_policy
from api.parameters import decoded
from graph import people, things
from graph.errors import NotFound, QueryError, StoreError
from graph.models import Kind
from graph.settings import Settings

STATIC = Path(__file__).with_name("static")
PATIENCE = 1.0
"""Seconds that a page waits for the facts of its head; the question goes on, for the page asks it next."""
_ASK: dict[Kind, Ask] = {
    "Person": people.profile,
    "Paper": things.paper,
    "Topic": things.topic,
    "Institution": things.institution,
}
_AS_ASKED: dict[Kind, dict[str, Any]] = {"Institution": {"parts": "without"}}
"""What the page asks beside the id: the same question has one answer, asked once."""
_BASE = '<base href="/" />'
_HASHED = re.compile(r"-[A-Za-z0-9_-]{8}\.\w+$")
_IMMUTABLE = "public, max-age=31536000, immutable"
Route = Callable[..., Awaitable[Response]]
_UNBUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>BZPEER</title>
<h1>The pages are not built yet</h1>
<p>Run <code>make web</code> and start the program again. Data is served below <code>/api</code>.</p></html>
"""


class _Files(StaticFiles):
    """Files of the build; those whose name holds a digest of their content never change."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return one file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        if response.status_code in (200, 304):
            response.headers["Cache-Control"] = _IMMUTABLE if _HASHED.search(path) else "no-cache"
        return response


class _Pages:
    """The one page of the front end, with the head that belongs to each address."""

    def __init__(self, index: Path, settings: Settings) -> None:
        self.index = index
        self.settings = settings
        self.root = settings.root_path.rstrip("/") + "/"
        self._asking: set[asyncio.Task[Head]] = set()

    def page(self, request: Request, head: Head | None, status: int = 200) -> Response:
        """Return the page, with its general head when `head` is None; where the front end is not built, say so."""
        if not self.index.is_file():
            return HTMLResponse(_UNBUILT, 503)
        text = self.index.read_text(encoding="utf-8").replace(_BASE, f'<base href="{escape(self.root)}" />', 1)
        if head:
            text = with_head(text, head, site(request))
        return HTMLResponse(text, status, headers={"Cache-Control": "no-cache"})

    def fixed(self, head: Head, view: Head | None = None) -> Route:
        """Return the route of a page that is the same for all; `view` is its head when a query says more."""

        async def fixed(request: Request) -> Response:
            return self.page(request, view if view and request.url.query else head)

        return fixed

    async def embedded(self, request: Request) -> Response:
        """Return the page that other sites may show in a frame."""
        response = self.page(request, describe.VIEW)
        response.headers["Content-Security-Policy"] = page_policy(" ".join(self.settings.embed_ancestors))
        return response

    def about(self, kind: Kind) -> Route:
        """Return the route of the pages of a kind: 404 for what is not in the graph, with the page that says so."""

        async def about(request: Request, id: str) -> Response:
            async def head() -> Head:
                facts = await self._facts(request, kind, id)
                return describe.DESCRIBE[kind](facts, site(request))

            return await self._described(request, head())

        return about

    async def comparison(self, request: Request) -> Response:
        """Return the page that compares two people."""
        a, b = request.query_params.get("a"), request.query_params.get("b")

        async def head() -> Head:
            if not a or not b:
                return describe.COMPARISON
            one, other = [await self._facts(request, "Person", quote(each)) for each in (a, b)]
            return describe.comparison(one, other)

        return await self._described(request, head())

    async def _described(self, request: Request, head: Coroutine[Any, Any, Head]) -> Response:
        """Return the page with the head that is made from facts, or with the general one when these do not come."""
        task = asyncio.ensure_future(head)
        self._asking.add(task)
        task.add_done_callback(self._asked)
        try:
            return self.page(request, await asyncio.wait_for(asyncio.shield(task), PATIENCE))
        except NotFound:
            return self.page(request, describe.LOST, 404)
        except TimeoutError:
            return self.page(request, None)
        except (QueryError, StoreError):
            return self.page(request, None, 503)

    def _asked(self, task: asyncio.Task[Head]) -> None:
        self._asking.discard(task)
        if not task.cancelled():
            task.exception()  # the page that asks the same meets it again, and shows it

    async def _facts(self, request: Request, kind: Kind, id: str) -> dict[str, Any]:
        """Return the facts of the thing whose identifier `id` is, percent-encoded as in a path."""
        answers: Answers = request.app.state.answers
        try:
            return await answers.facts(_ASK[kind], {"id": decoded(id), **_AS_ASKED.get(kind, {})})
        except ValueError as error:
            raise NotFound(str(error)) from error


def install(app: FastAPI, settings: Settings, static: Path = STATIC) -> None:
    """Serve the front end; where it is not built, say so on every page.

    `app.state.lost` is left for the handler of errors: the front end again, which says itself that its address leads
    to nothing, with status 404.
    """
    index = static / "index.html"
    pages = _Pages(index, settings)
    app.state.lost = lambda request: pages.page(request, describe.LOST, 404)
    routes: dict[str, Route] = {
        "/": pages.fixed(describe.START),
        "/explore": pages.fixed(describe.EXPLORER, describe.VIEW),
        "/embed": pages.embedded,
        "/compare": pages.comparison,
        "/console": pages.fixed(describe.CONSOLE),
        "/privacy": pages.fixed(describe.PRIVACY),
        **{f"/{name}": pages.fixed(head) for name, head in describe.ACCOUNT.items()},
        # An id takes all the rest: the slashes of a DOI pasted into an address are seldom encoded.
        **{f"/{folder}/{{id:path}}": pages.about(kind) for kind, folder in FOLDERS.items()},
    }
    for address, route in routes.items():
        app.add_api_route(address, route, include_in_schema=False)
    # Not one mount of everything: it would take the addresses and methods that no route has, and answer them itself.
    for entry in sorted(static.iterdir()) if static.is_dir() else ():
        if entry.is_dir():
            app.mount(f"/{entry.name}", GZipMiddleware(_Files(directory=entry), minimum_size=1024, compresslevel=5))
        elif entry != index:
            app.add_api_route(f"/{entry.name}", _file(entry), include_in_schema=False)


def _file(path: Path) -> Callable[[], Response]:
    def send() -> Response:
        return FileResponse(path, headers={"Cache-Control": "no-cache"})

    return send
