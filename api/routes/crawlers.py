"""What search engines are told: where everything is, in sitemaps that fit their limits (https://sitemaps.org)."""

from collections.abc import AsyncIterator
from html import escape
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import PlainTextResponse, StreamingResponse

from api.answers import Answers
from api.head import FOLDERS, path_of, site
from graph.listing import pages_of_ids, parts
from graph.models import Kind

PART = 50_000
"""Addresses of one sitemap at most."""
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_KINDS: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}
Folder = Literal["people", "papers", "topics", "institutions"]
router = APIRouter(include_in_schema=False)


@router.get("/robots.txt")
async def robots(request: Request) -> Response:
    """Everything may be read; what only repeats or counts need not be."""
    root = request.app.state.settings.root_path.rstrip("/")
    closed = [f"Disallow: {root}{path}" for path in ("/metrics", "/api/queries/", "/feeds/")]
    return PlainTextResponse("\n".join(["User-agent: *", *closed, "", f"Sitemap: {site(request)}sitemap.xml", ""]))


@router.get("/sitemap.xml")
async def sitemaps(request: Request) -> Response:
    """The parts of the sitemap."""
    answers: Answers = request.app.state.answers
    starts = (await answers.facts(parts, {"size": PART}))["starts"]
    addresses = [
        f"{site(request)}sitemap-{folder}.xml" + (f"?after={quote(start, safe=':')}" if start else "")
        for folder, kind in _KINDS.items()
        for start in starts[kind]
    ]
    entries = "".join(f"<sitemap><loc>{escape(each)}</loc></sitemap>\n" for each in addresses)
    return Response(_BEGIN.format("sitemapindex") + entries + "</sitemapindex>\n", media_type="application/xml")


@router.get("/sitemap-{folder}.xml")
async def sitemap(
    request: Request, folder: Folder, after: Annotated[str, Query(max_length=512)] = ""
) -> StreamingResponse:
    """One part: the pages of a kind after an id, sent as they are read."""
    answers: Answers = request.app.state.answers
    kind, home = _KINDS[folder], site(request)
    pages = pages_of_ids(answers.connection, kind, after, PART)
    first: list[str] = await anext(pages, [])  # so that a database that is away is a problem, not half a file

    async def lines() -> AsyncIterator[str]:
        yield _BEGIN.format("urlset") + _entries(home, kind, first)
        async for page in pages:
            yield _entries(home, kind, page)
        yield "</urlset>\n"

    return StreamingResponse(lines(), media_type="application/xml")


def _entries(home: str, kind: Kind, ids: list[str]) -> str:
    return "".join(f"<url><loc>{escape(home + path_of(kind, id))}</loc></url>\n" for id in ids)
