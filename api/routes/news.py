"""What is new around what one follows: as a page's data, and as a feed with a private address."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AwareDatetime

from api import atom
from api.accounts import news, rates
from api.accounts.answers import Said
from api.accounts.answers_news import NewFeed, NewsReading
from api.accounts.present import Me
from api.accounts.questions import NewsSeen
from api.accounts.secrets import digest
from api.accounts.who import accounts_of, client_of, graph_of, user
from api.answers import unless_gone
from api.documents import problems
from api.head import site
from api.limits import network
from api.routes.account import private
from graph.answers import News

router = APIRouter(tags=["account"])
Reader = Annotated[Me, user("follow")]
Owner = Annotated[Me, user()]
KEPT = 900
"""Seconds for which a reader of feeds need not ask again."""


@router.get("/api/me/news", operation_id="news", response_model=News, responses=problems(401, 403, 422, 429))
async def my_news(
    request: Request,
    me: Reader,
    since: Annotated[
        AwareDatetime | None, Query(description="Loads that ended later are news; else those since the last visit.")
    ] = None,
    until: Annotated[
        AwareDatetime | None, Query(description="Loads that ended later are left out; for the pages after the first.")
    ] = None,
    after: Annotated[str | None, Query(max_length=1100, description="Cursor: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """What is new around what one follows, since the last visit; asking for it is no visit."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.NEWS_USER, "news asked", me.id)
    asked = news.my_news(accounts, graph_of(request), me, since=since, until=until, after=after, limit=limit)
    return private(await unless_gone(request, asked))


@router.post(
    "/api/me/news/visit", operation_id="visit_news", response_model=NewsReading, responses=problems(401, 403, 422, 429)
)
async def visit(request: Request, body: NewsSeen, me: Reader) -> Response:
    """Note that the news were seen: what they told is not new any more."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "news", me.id)
    return private(await news.visit(accounts, me, body.until))


@router.get("/api/me/feed", operation_id="feed", response_model=NewsReading, responses=problems(401, 403))
async def my_feed(request: Request, me: Owner) -> Response:
    """Whether one has a feed; its address is not shown again."""
    return private(await news.my_reading(accounts_of(request), me))


@router.post(
    "/api/me/feed", operation_id="make_feed", status_code=201, response_model=NewFeed, responses=problems(401, 403, 429)
)
async def make_feed(request: Request, me: Owner) -> Response:
    """Make a new private address of one's feed, shown this once; the one before leads nowhere any more."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.TOKEN_USER, "feed", me.id)
    return private(await news.make_feed(accounts, me, site(request)), 201)


@router.delete("/api/me/feed", operation_id="end_feed", response_model=Said, responses=problems(401, 403))
async def end_feed(request: Request, me: Owner) -> Response:
    """Let the address of one's feed lead nowhere any more."""
    await news.end_feed(accounts_of(request), me)
    return private(Said(says="The address of your feed leads nowhere any more."))


@router.get("/feeds/{secret}.xml", include_in_schema=False)
async def feed(request: Request, secret: Annotated[str, Path(max_length=100)]) -> Response:
    """The feed of whoever made this address; no cookie is looked at."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.FEED_CLIENT, "feed", network(client_of(request)))
    accounts.rates.take(rates.FEED, "feed", digest(secret))
    reader, told = await unless_gone(request, news.feed(accounts, graph_of(request), secret))
    content = atom.feed(told, reader, site(request), f"feeds/{secret}.xml")
    tag = f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'
    headers = {"Cache-Control": f"private, max-age={KEPT}", "ETag": tag, "X-Robots-Tag": "noindex, nofollow"}
    headers["Referrer-Policy"] = "no-referrer"
    if tag in (each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/atom+xml")
