"""Blocks: one hears nothing more of somebody, who is not told and sees no difference to one who does not answer."""

from sqlalchemy import delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers_talk import Blocked
from api.accounts.audit import note
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import User
from api.accounts.tables_talk import TALKS, WAITS, Block, Conversation, Invitation, Side
from graph.errors import NotFound


def pair(one: str, other: str) -> str:
    """Return the ids of two users in order, by which their conversation is found."""
    return " ".join(sorted((one, other)))


async def lock(db: AsyncSession, user: str) -> None:
    """Let others wait who invite as this user, or block them, until the transaction ends."""
    await db.execute(select(User.id).where(User.id == user).with_for_update(key_share=True))


async def blocks(db: AsyncSession, user: str, other: str) -> bool:
    """Tell whether `user` has blocked `other`."""
    there = select(Block.id).where(Block.user_id == user, Block.blocked_id == other)
    return (await db.execute(there)).first() is not None


async def block(accounts: Accounts, me: Me, *, conversation: str | None, invitation: str | None) -> Blocked:
    """Block the other one of a conversation, or the sender of an invitation; once more changes nothing.

    The conversation of the two is closed, one's own open invitation withdrawn, theirs hidden. Raises `NotFound`.
    """
    async with accounts.store.write() as db:
        other = await _other(db, me, conversation, invitation)
        await lock(db, other)
        row = (await db.execute(select(Block).where(Block.user_id == me.id, Block.blocked_id == other))).scalar()
        if row is None:
            row = Block(id=new_id(), user_id=me.id, blocked_id=other, created_at=moments.now())
            db.add(row)
            note(db, me.id, "block.made", row.id)
        await _part(db, me.id, other)
        named = await db.get_one(User, other)
        return Blocked(id=row.id, name=named.name, since=row.created_at)


async def _part(db: AsyncSession, user: str, other: str) -> None:
    at = moments.now()
    theirs = Invitation.from_id == other, Invitation.to_id == user, text(WAITS)
    await db.execute(update(Invitation).where(*theirs).values(delivered=False))
    own = Invitation.from_id == user, Invitation.to_id == other, text(WAITS)
    await db.execute(update(Invitation).where(*own).values(state="withdrawn", changed_at=at))
    both = Conversation.pair == pair(user, other), text(TALKS)
    await db.execute(update(Conversation).where(*both).values(closed_at=at))


async def unblock(accounts: Accounts, me: Me, id: str) -> None:
    """Take a block back; what it has ended stays ended. Raises `NotFound`."""
    async with accounts.store.write() as db:
        gone = delete(Block).where(Block.id == id, Block.user_id == me.id).returning(Block.id)
        if not (await db.execute(gone)).scalar_one_or_none():
            raise NotFound("You have blocked nobody under this id; it may be taken back already.")
        note(db, me.id, "block.ended", id)


async def blocked(accounts: Accounts, me: Me) -> list[Blocked]:
    """Return whom the user has blocked, the newest first."""
    rows = select(Block, User.name).join(User, User.id == Block.blocked_id).where(Block.user_id == me.id)
    async with accounts.store.read() as db:
        found = (await db.execute(rows.order_by(Block.created_at.desc(), Block.id))).all()
    return [Blocked(id=row.Block.id, name=row.name, since=row.Block.created_at) for row in found]


async def _other(db: AsyncSession, me: Me, conversation: str | None, invitation: str | None) -> str:
    """Return the user who is meant."""
    if conversation:
        own = select(Side.conversation_id).where(Side.conversation_id == conversation, Side.user_id == me.id)
        found = select(Side.user_id).where(Side.conversation_id.in_(own), Side.user_id != me.id)
    elif invitation:
        received = Invitation.id == invitation, Invitation.to_id == me.id, Invitation.delivered
        found = select(Invitation.from_id).where(*received)
    else:
        raise Conflict("Name the conversation or the invitation of whom you want to block.")
    other = (await db.execute(found)).scalar_one_or_none()
    if other is None:
        raise NotFound("There is nobody to block: no such conversation or invitation is yours, or its user has left.")
    return other
