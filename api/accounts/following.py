"""Following people, topics and institutions. Counts are public; who follows is not."""

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers import Followed, Following
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.tables import Follow, FollowedKind
from graph.answers import Ref
from graph.connection import Connection
from graph.models import Kind
from graph.resolve import refs_of

MOST = 500
"""Follows that a user may have."""
KINDS: dict[FollowedKind, Kind] = {"person": "Person", "topic": "Topic", "institution": "Institution"}
_WORDS: dict[Kind, FollowedKind] = {kind: word for word, kind in KINDS.items()}


async def follow(accounts: Accounts, me: Me, node: Ref) -> None:
    """Let the user follow a node; once more changes nothing. Raises `Conflict` for too many."""
    row = Follow(user_id=me.id, node_id=node.id, kind=_WORDS[node.kind], created_at=moments.now())
    try:
        async with accounts.store.write() as db:
            number = select(func.count()).select_from(Follow).where(Follow.user_id == me.id)
            if (await db.execute(number)).scalar_one() >= MOST:
                raise Conflict(f"You follow {MOST} already, as many as one may: unfollow one first.")
            db.add(row)
    except IntegrityError:
        pass  # they follow it already


async def unfollow(accounts: Accounts, me: Me, node: Ref) -> None:
    """Let the user follow a node no more; once more changes nothing."""
    async with accounts.store.write() as db:
        await db.execute(delete(Follow).where(Follow.user_id == me.id, Follow.node_id == node.id))


async def following(accounts: Accounts, me: Me | None, node: Ref) -> Following:
    """Return how many follow a node, and whether the user does."""
    async with accounts.store.read() as db:
        number = select(func.count()).select_from(Follow).where(Follow.node_id == node.id)
        followers = (await db.execute(number)).scalar_one()
        mine = await db.get(Follow, (me.id, node.id)) if me else None
    return Following(node=node, followers=followers, following=mine is not None)


async def followed(accounts: Accounts, connection: Connection, me: Me) -> list[Followed]:
    """Return what the user follows, the newest first; what left the graph is left out."""
    async with accounts.store.read() as db:
        mine = select(Follow).where(Follow.user_id == me.id).order_by(Follow.created_at.desc(), Follow.node_id)
        rows = (await db.execute(mine)).scalars().all()
    nodes = await refs_of(connection, (row.node_id for row in rows))
    return [Followed(node=nodes[row.node_id], since=row.created_at) for row in rows if row.node_id in nodes]
