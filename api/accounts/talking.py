"""Conversations: what the two of an accepted invitation write to each other, until one of them closes it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.answers_talk import Unread
from api.accounts.audit import note
from api.accounts.blocking import pair
from api.accounts.errors import Conflict
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import User
from api.accounts.tables_talk import TALKS, WAITS, Conversation, Invitation, Message, Side
from graph.errors import NotFound

LONGEST = 5000
"""Characters of a message."""
_TOLD = timedelta(days=1)
"""How often, at most, somebody is told by mail that a conversation has something new."""
_CLOSED = "This conversation is closed: nothing more can be written in it."


async def between(db: AsyncSession, one: str, other: str) -> str | None:
    """Return the id of the open conversation of two users, None when there is none."""
    there = select(Conversation.id).where(Conversation.pair == pair(one, other), text(TALKS))
    return (await db.execute(there)).scalar_one_or_none()


async def begin(db: AsyncSession, one: str, other: str) -> str:
    """Open a conversation of two users, unless one is open, and return its id. Raises `IntegrityError`."""
    there = await between(db, one, other)
    if there:
        return there
    row = Conversation(id=new_id(), pair=pair(one, other), last=0, created_at=moments.now())
    db.add(row)
    await db.flush()
    db.add_all(Side(conversation_id=row.id, user_id=each, read=0, muted=False) for each in (one, other))
    return row.id


async def say(accounts: Accounts, me: Me, id: str, key: str, words: str) -> Message:
    """Write a message; once more with the same key gives the one that is there. Raises `NotFound`, `Conflict`."""
    try:
        async with accounts.store.write() as db:
            await side(db, me, id)
            there = await _said(db, me, id, key)
            if there:
                return there
            number = await _next(db, id)
            row = Message(conversation_id=id, number=number, user_id=me.id, key=key, text=words)
            row.created_at = moments.now()
            db.add(row)
            await db.flush()
            to = await _to_tell(db, me, id)
    except IntegrityError:  # sent twice at once
        async with accounts.store.read() as db:
            again = await _said(db, me, id, key)
        assert again is not None
        return again
    if to:
        accounts.post.later(accounts.post.send(letters.written(to, accounts.site)))
    return row


async def change(accounts: Accounts, me: Me, id: str, *, read: int | None, muted: bool | None, close: bool) -> None:
    """Say up to which message one has read, mute the conversation or not, or close it for both. Raises `NotFound`."""
    async with accounts.store.write() as db:
        mine = await side(db, me, id)
        if read is not None:
            talk = await db.get_one(Conversation, id)
            mine.read = max(mine.read, min(read, talk.last))
        if muted is not None:
            mine.muted = muted
        if close:
            closed = update(Conversation).where(Conversation.id == id, text(TALKS)).values(closed_at=moments.now())
            if (await db.execute(closed.returning(Conversation.id))).first():
                note(db, me.id, "conversation.closed", id)


async def waiting(accounts: Accounts, me: Me) -> Unread:
    """Return how much waits for the user; muted conversations are not counted."""
    unread = select(func.count()).select_from(Message).join(Side, Side.conversation_id == Message.conversation_id)
    unread = unread.where(Side.user_id == me.id, ~Side.muted, Message.user_id != me.id, Message.number > Side.read)
    open_ones = Invitation.to_id == me.id, Invitation.delivered, text(WAITS), Invitation.expires_at > moments.now()
    async with accounts.store.read() as db:
        messages = (await db.execute(unread)).scalar_one()
        invitations = (await db.execute(select(func.count(Invitation.id)).where(*open_ones))).scalar_one()
    return Unread(messages=messages, invitations=invitations)


async def side(db: AsyncSession, me: Me, id: str) -> Side:
    """Return the user's side of a conversation. Raises `NotFound` for one that is not theirs."""
    found = await db.get(Side, (id, me.id))
    if found is None:
        raise NotFound("No conversation of yours has this id.")
    return found


async def _said(db: AsyncSession, me: Me, id: str, key: str) -> Message | None:
    mine = Message.conversation_id == id, Message.user_id == me.id, Message.key == key
    return (await db.execute(select(Message).where(*mine))).scalar_one_or_none()


async def _next(db: AsyncSession, id: str) -> int:
    """Return the number of the next message; two who write at once take turns. Raises `Conflict` when it is closed."""
    goes_on = Conversation.id == id, text(TALKS)
    taken = update(Conversation).where(*goes_on).values(last=Conversation.last + 1).returning(Conversation.last)
    number = (await db.execute(taken, execution_options={"synchronize_session": False})).scalar_one_or_none()
    if number is None:
        raise Conflict(_CLOSED)
    return number


async def _to_tell(db: AsyncSession, me: Me, id: str) -> str | None:
    """Return the mail address of the other one, if they are to be told now, and remember that they are."""
    at = moments.now()
    told: dict[Any, Any] = {Side.told_at: at}
    theirs = Side.conversation_id == id, Side.user_id != me.id, ~Side.muted
    due = Side.told_at.is_(None) | (Side.told_at <= at - _TOLD)
    whom = (await db.execute(update(Side).where(*theirs, due).values(told).returning(Side.user_id))).scalar()
    user = await db.get(User, whom) if whom else None
    return user.email if user else None
