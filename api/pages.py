"""The front end: its files from `api/static`, and its page at the addresses that it knows."""

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).with_name("static")
_ADDRESSES = ("/", "/people/{id}", "/papers/{id}", "/topics/{id}", "/institutions/{id}", "/explore", "/embed")
_BASE = '<base href="/" />'
_HASHED = re.compile(r"-[A-Za-z0-9_-]{8}\.\w+$")
_IMMUTABLE = "public, max-age=31536000, immutable"
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


def install(app: FastAPI, root_path: str, static: Path = STATIC) -> None:
    """Serve the front end; where it is not built, say so on every page.

    `app.state.lost` is left for the handler of errors: the front end again, which says itself that its address leads
    to nothing, with status 404.
    """
    index = static / "index.html"
    base = f'<base href="{escape(root_path.rstrip("/"))}/" />'

    def page(status: int) -> Response:
        if not index.is_file():
            return HTMLResponse(_UNBUILT, 503)
        text = index.read_text(encoding="utf-8").replace(_BASE, base, 1)
        return HTMLResponse(text, status, headers={"Cache-Control": "no-cache"})

    async def found() -> Response:
        return page(200)

    app.state.lost = lambda: page(404)
    for address in _ADDRESSES:
        app.add_api_route(address, found, include_in_schema=False)
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
