"""Following people, topics and institutions. Counts are public; who follows is not.

A follow stays under the id under which it was made. A person stands for all records that were joined to theirs, so
that follows of these count for them, each user once, until they are split again.
"""

from collections.abc import Sequence

from sqlalchemy import delete, distinct, func, select
from sqlalchemy.exc import IntegrityError

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers_news import Followed, Following
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.tables import Follow, FollowedKind
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import family
from graph.models import Kind
from graph.resolve import refs_of

MOST = 500
"""Follows that a user may have."""
KINDS: dict[FollowedKind, Kind] = {"person": "Person", "topic": "Topic", "institution": "Institution"}
_WORDS: dict[Kind, FollowedKind] = {kind: word for word, kind in KINDS.items()}


async def ids_of(connection: Connection, node: Ref) -> Sequence[str]:
    """Return the ids under which a node may be followed: those of all records of a person."""
    return await family(connection, node.id) if node.kind == "Person" else [node.id]


async def follow(accounts: Accounts, me: Me, node: Ref, ids: Sequence[str]) -> None:
    """Let the user follow a node; once more changes nothing. Raises `Conflict` for too many. `ids` as in `ids_of`."""
    row = Follow(user_id=me.id, node_id=node.id, kind=_WORDS[node.kind], created_at=moments.now())
    try:
        async with accounts.store.write() as db:
            mine = select(func.count()).select_from(Follow).where(Follow.user_id == me.id)
            if (await db.execute(mine.where(Follow.node_id.in_(ids)))).scalar_one():
                return
            if (await db.execute(mine)).scalar_one() >= MOST:
                raise Conflict(f"You follow {MOST} already, as many as one may: unfollow one first.")
            db.add(row)
    except IntegrityError:
        pass  # they follow it already


async def unfollow(accounts: Accounts, me: Me, ids: Sequence[str]) -> None:
    """Let the user follow a node no more, whose `ids` are given; once more changes nothing."""
    async with accounts.store.write() as db:
        await db.execute(delete(Follow).where(Follow.user_id == me.id, Follow.node_id.in_(ids)))


async def following(accounts: Accounts, me: Me | None, node: Ref, ids: Sequence[str]) -> Following:
    """Return how many follow a node, and whether the user does; `ids` as in `ids_of`."""
    async with accounts.store.read() as db:
        number = select(func.count(distinct(Follow.user_id))).where(Follow.node_id.in_(ids))
        followers = (await db.execute(number)).scalar_one()
        mine = number.where(Follow.user_id == me.id) if me else None
        found = (await db.execute(mine)).scalar_one() if mine is not None else 0
    return Following(node=node, followers=followers, following=found > 0)


async def followed(accounts: Accounts, connection: Connection, user: str) -> list[Followed]:
    """Return what the user with this id follows, the newest first; what left the graph is left out.

    Of several records that are one person now, the first follow counts.
    """
    async with accounts.store.read() as db:
        mine = select(Follow).where(Follow.user_id == user).order_by(Follow.created_at.desc(), Follow.node_id)
        rows = (await db.execute(mine)).scalars().all()
    nodes = await refs_of(connection, (row.node_id for row in rows))
    first = {nodes[row.node_id].id: row for row in rows if row.node_id in nodes}
    return [
        Followed(node=nodes[row.node_id], since=row.created_at)
        for row in rows
        if row.node_id in nodes and first[nodes[row.node_id].id] is row
    ]
