"""What ends invitations and conversations without anybody's answer: a claim that ends, an opt-out, a deletion."""

from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.tables_talk import TALKS, WAITS, Conversation, Invitation, Side


async def lapse(db: AsyncSession, *of: ColumnElement[bool]) -> None:
    """Let the invitations lapse that wait, and of which all conditions `of` are true."""
    lapsed: dict[str, Any] = {"state": "lapsed", "changed_at": moments.now()}
    await db.execute(update(Invitation).where(text(WAITS), *of).values(lapsed))


async def disown(db: AsyncSession, person: str, user: str | None) -> None:
    """Let lapse what waits for `user` as the owner of the record `person`, who is its owner no more."""
    await lapse(db, Invitation.person_id == person, Invitation.to_id == user)


async def forget(db: AsyncSession, person: str) -> None:
    """Take away what names a record that has left the graph; a conversation that it has opened goes on without it."""
    about = Invitation.person_id == person
    await db.execute(delete(Invitation).where(about, Invitation.state != "accepted"))
    await db.execute(update(Invitation).where(about).values(person_id=""))


async def leave(db: AsyncSession, user: str) -> None:
    """Close what a user takes part in, just before the account is deleted, which takes their words away."""
    await lapse(db, or_(Invitation.to_id == user, Invitation.from_id == user))
    mine = select(Side.conversation_id).where(Side.user_id == user)
    closed = update(Conversation).where(Conversation.id.in_(mine), text(TALKS)).values(closed_at=moments.now())
    await db.execute(closed)
    alone = select(Side.conversation_id).where(Side.user_id != user)
    await db.execute(delete(Conversation).where(Conversation.id.in_(mine), Conversation.id.not_in(alone)))
