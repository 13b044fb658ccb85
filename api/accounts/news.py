"""The news of a user: what they have seen, and the private address of their feed."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers_news import Followed, NewFeed, NewsReading
from api.accounts.following import followed
from api.accounts.present import Me
from api.accounts.secrets import digest, secret
from api.accounts.tables import NewsReader, User
from graph.answers import News
from graph.connection import Connection
from graph.errors import NotFound
from graph.news import Watch, news

FEED_DAYS = 30
"""How far back a feed goes: whoever asks for it less often misses what came before."""
FEED_ITEMS = 100
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


async def my_news(
    accounts: Accounts,
    connection: Connection,
    me: Me,
    *,
    since: datetime | None,
    until: datetime | None,
    after: str | None,
    limit: int,
) -> News:
    """Return the news since `since`, or else since the last visit, around what the user follows.

    Of each thing that is, nothing is news that came before it was followed. Raises `InvalidValue` as `graph.news`.
    """
    async with accounts.store.read() as db:
        reader = await db.get(NewsReader, me.id)
    seen = since or (reader and reader.seen_until)
    watched = _watched(await followed(accounts, connection, me.id), seen or _LONG_AGO)
    told = await news(connection, watched, accounts.news, until=until, after=after, limit=limit)
    return told.model_copy(update={"since": seen, "visited_at": reader and reader.visited_at})


async def visit(accounts: Accounts, me: Me, until: datetime | None) -> NewsReading:
    """Note that the user has seen the news of all loads that ended by `until`; never less than was noted before."""
    async with accounts.store.write() as db:
        reader = await _reader(db, me)
        at = moments.now()
        if until:
            seen = min(until, at)
            reader.seen_until = max(reader.seen_until or seen, seen)
        reader.visited_at = at
        return _reading(reader)


async def reading(db: AsyncSession, me: Me) -> NewsReading:
    """Return what is stored about the user's reading of the news."""
    return _reading(await db.get(NewsReader, me.id) or NewsReader(user_id=me.id))


async def my_reading(accounts: Accounts, me: Me) -> NewsReading:
    """Return the same, asked by itself."""
    async with accounts.store.read() as db:
        return await reading(db, me)


async def make_feed(accounts: Accounts, me: Me, site: str) -> NewFeed:
    """Make the address of the user's feed, below `site`; the one before leads nowhere any more."""
    made = secret()
    async with accounts.store.write() as db:
        reader = await _reader(db, me)
        reader.feed, reader.feed_made_at = digest(made), moments.now()
        return NewFeed(address=f"{site}feeds/{made}.xml", made_at=reader.feed_made_at)


async def end_feed(accounts: Accounts, me: Me) -> None:
    """Let the address of the user's feed lead nowhere any more; nothing happens without one."""
    async with accounts.store.write() as db:
        reader = await _reader(db, me)
        reader.feed = reader.feed_made_at = None


async def feed(accounts: Accounts, connection: Connection, made: str) -> tuple[NewsReader, News]:
    """Return whose feed has the secret `made`, and the news of the last weeks. Raises `NotFound`."""
    question = select(NewsReader, User).join(User, User.id == NewsReader.user_id)
    async with accounts.store.read() as db:
        found = (await db.execute(question.where(NewsReader.feed == digest(made)))).one_or_none()
    if found is None or found.User.disabled_at:
        raise NotFound("No feed has this address: make a new one on the page of your news.")
    since = moments.now() - timedelta(days=FEED_DAYS)
    watched = _watched(await followed(accounts, connection, found.User.id), since)
    return found.NewsReader, await news(connection, watched, accounts.news, limit=FEED_ITEMS)


def _watched(follows: Iterable[Followed], since: datetime) -> list[Watch]:
    return [Watch(each.node, max(each.since, since)) for each in follows]


async def _reader(db: AsyncSession, me: Me) -> NewsReader:
    """Return the user's row, made at the first visit; of two visits at once, one makes it."""
    there = await db.get(NewsReader, me.id)
    if there:
        return there
    try:
        async with db.begin_nested():
            await db.execute(insert(NewsReader).values(user_id=me.id))
    except IntegrityError:
        pass  # it was made meanwhile
    return await db.get_one(NewsReader, me.id)


def _reading(reader: NewsReader) -> NewsReading:
    return NewsReading(visited_at=reader.visited_at, seen_until=reader.seen_until, feed_made_at=reader.feed_made_at)
