"""Invitations and conversations as the two who are in them see them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts.accounts import Accounts
from api.accounts.answers_talk import (
    Box,
    Other,
    Talk,
    TalkExport,
    TalkHead,
    TalkMessage,
    UserInvitation,
    UserInvitations,
)
from api.accounts.inviting import state_of
from api.accounts.links import links_in
from api.accounts.present import Me
from api.accounts.tables import Claim, User
from api.accounts.tables_talk import Conversation, Invitation, Message, Side
from api.accounts.talking import side
from graph.answers import Ref
from graph.connection import Connection
from graph.errors import NotFound
from graph.resolve import refs_of

PAGE = 100
"""Messages in one answer."""
LAST = 2**31 - 1
"""The greatest number of a message that the account store compares."""


async def invitations(accounts: Accounts, connection: Connection, me: Me, box: Box, limit: int) -> UserInvitations:
    """Return what the user has sent or received, the newest first."""
    reached = (Invitation.to_id == me.id) & Invitation.delivered
    own = reached if box == "received" else Invitation.from_id == me.id
    async with accounts.store.read() as db:
        found = select(Invitation).where(own).order_by(Invitation.created_at.desc(), Invitation.id).limit(limit)
        rows = (await db.execute(found)).scalars().all()
        total = (await db.execute(select(func.count(Invitation.id)).where(own))).scalar_one()
        return UserInvitations(items=await shown(db, connection, me, rows), total=total)


async def shown(db: AsyncSession, connection: Connection, me: Me, rows: Sequence[Invitation]) -> list[UserInvitation]:
    """Return invitations as the user sees them."""
    wanted = {each for row in rows for each in (row.person_id, row.topic_id, *row.works) if each}
    nodes = await refs_of(connection, wanted)
    others = await _others(db, connection, {_other(row, me) for row in rows})
    return [_invitation(row, me, nodes, others) for row in rows]


def _invitation(row: Invitation, me: Me, nodes: dict[str, Ref], others: dict[str, Other]) -> UserInvitation:
    person, other = nodes.get(row.person_id), others.get(_other(row, me) or "")
    if other and row.from_id == me.id and row.state != "accepted":
        other = Other(name=person.label, orcid=None, person=person) if person else None
    return UserInvitation.model_validate(
        {
            "id": row.id,
            "box": "sent" if row.from_id == me.id else "received",
            "other": other,
            "person": person,
            "purpose": row.purpose,
            "topic": nodes.get(row.topic_id or ""),
            "works": [nodes[each] for each in row.works if each in nodes],
            "message": row.message,
            "state": state_of(row),
            "conversation": row.conversation_id,
            "created_at": row.created_at,
            "expires_at": row.expires_at,
        }
    )


async def heads(accounts: Accounts, connection: Connection, me: Me) -> list[TalkHead]:
    """Return the user's conversations, the one with the latest message first."""
    async with accounts.store.read() as db:
        found = await _heads(db, connection, me, _mine(me))
    return sorted(found, key=lambda each: each.latest_at, reverse=True)


async def head(accounts: Accounts, connection: Connection, me: Me, id: str) -> TalkHead:
    """Return a conversation without its messages. Raises `NotFound`."""
    async with accounts.store.read() as db:
        await side(db, me, id)
        return await _head(db, connection, me, id)


async def talk(
    accounts: Accounts, connection: Connection, me: Me, id: str, *, after: int = 0, before: int | None = None
) -> Talk:
    """Return a conversation with the last of its messages between two numbers. Raises `NotFound`."""
    async with accounts.store.read() as db:
        await side(db, me, id)
        its_head = await _head(db, connection, me, id)
        within = [Message.conversation_id == id, Message.number > after]
        within += [Message.number < before] if before else []
        last = select(Message).where(*within).order_by(Message.number.desc()).limit(PAGE + 1)
        rows = (await db.execute(last)).scalars().all()
        opened = select(Invitation).where(Invitation.conversation_id == id).order_by(Invitation.created_at).limit(1)
        first = await shown(db, connection, me, (await db.execute(opened)).scalars().all())
    messages = [_message(row, me) for row in reversed(rows[:PAGE])]
    return Talk(
        head=its_head,
        invitation=first[0] if first else None,
        messages=messages,
        earlier=len(rows) > PAGE,
        links=await links_in(connection, (each.text for each in messages), accounts.site),
    )


async def everything(db: AsyncSession, connection: Connection, me: Me) -> tuple[list[UserInvitation], list[TalkExport]]:
    """Return all that the user has sent and received."""
    own = (Invitation.from_id == me.id) | ((Invitation.to_id == me.id) & Invitation.delivered)
    rows = (await db.execute(select(Invitation).where(own).order_by(Invitation.created_at, Invitation.id))).scalars()
    talks = []
    for head in await _heads(db, connection, me, _mine(me).order_by(Conversation.created_at, Conversation.id)):
        said = select(Message).where(Message.conversation_id == head.id).order_by(Message.number)
        messages = [_message(row, me) for row in (await db.execute(said)).scalars()]
        talks.append(TalkExport(head=head, messages=messages))
    return await shown(db, connection, me, rows.all()), talks


async def check(accounts: Accounts, me: Me, kind: str, id: str) -> None:
    """Raise `NotFound` unless the user has received the invitation `id`, or takes part in the conversation `id`.

    An invitation counts also when its sender is blocked meanwhile, which hides it.
    """
    received = select(Invitation.id).where(Invitation.id == id, Invitation.to_id == me.id)
    async with accounts.store.read() as db:
        if kind == "conversation":
            await side(db, me, id)
        elif not (await db.execute(received)).first():
            raise NotFound("You have received no invitation with this id.")


async def the_other(db: AsyncSession, user: str, kind: str, id: str) -> Sequence[User]:
    """Return with whom `user` has the conversation, or by whom they were invited; nobody, when these have left."""
    sender = select(Invitation.from_id).where(Invitation.id == id)
    theirs = select(Side.user_id).where(Side.conversation_id == id, Side.user_id != user)
    whom = User.id.in_(sender if kind == "invitation" else theirs)
    return (await db.execute(select(User).where(whom))).scalars().all()


def _mine(me: Me) -> Select[Any]:
    """Return the question for the user's conversations, their side, what is unread, and when the last was written."""
    of_it = Message.conversation_id == Conversation.id
    unread = select(func.count()).where(of_it, Message.number > Side.read, Message.user_id != me.id)
    latest = select(func.max(Message.created_at)).where(of_it)
    counts = unread.scalar_subquery().label("unread"), latest.scalar_subquery().label("latest")
    own = select(Conversation, Side, *counts).join(Side, Side.conversation_id == Conversation.id)
    return own.where(Side.user_id == me.id)


async def _head(db: AsyncSession, connection: Connection, me: Me, id: str) -> TalkHead:
    (found,) = await _heads(db, connection, me, _mine(me).where(Conversation.id == id))
    return found


async def _heads(db: AsyncSession, connection: Connection, me: Me, question: Select[Any]) -> list[TalkHead]:
    rows = (await db.execute(question)).all()
    theirs = select(Side).where(Side.conversation_id.in_([row.Conversation.id for row in rows]), Side.user_id != me.id)
    with_whom = {each.conversation_id: each.user_id for each in (await db.execute(theirs)).scalars()}
    others = await _others(db, connection, with_whom.values())
    return [
        TalkHead(
            id=row.Conversation.id,
            other=others.get(with_whom.get(row.Conversation.id, "")),
            last=row.Conversation.last,
            unread=row.unread,
            muted=row.Side.muted,
            closed=row.Conversation.closed_at is not None,
            created_at=row.Conversation.created_at,
            latest_at=row.latest or row.Conversation.created_at,
        )
        for row in rows
    ]


async def _others(db: AsyncSession, connection: Connection, ids: Iterable[str | None]) -> dict[str, Other]:
    """Return users by id as others see them."""
    wanted = {each for each in ids if each}
    users = (await db.execute(select(User).where(User.id.in_(wanted)))).scalars().all()
    own = select(Claim).where(Claim.user_id.in_(wanted), Claim.state == "verified").order_by(Claim.changed_at.desc())
    records = {claim.user_id: claim.person_id for claim in (await db.execute(own)).scalars()}
    nodes = await refs_of(connection, records.values())
    return {
        user.id: Other(name=user.name, orcid=user.orcid, person=nodes.get(records.get(user.id, ""))) for user in users
    }


def _other(row: Invitation, me: Me) -> str | None:
    return row.to_id if row.from_id == me.id else row.from_id


def _message(row: Message, me: Me) -> TalkMessage:
    return TalkMessage(number=row.number, mine=row.user_id == me.id, text=row.text, at=row.created_at)
