"""Invitations to the owners of records, the conversations that they open, and blocks; all of it in a browser only."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import select

from api.accounts import blocking, inviting, mailbox, rates, talking
from api.accounts.answers import Said
from api.accounts.answers_talk import (
    Blocked,
    Blocks,
    Box,
    Talk,
    TalkHead,
    TalkMessage,
    Talks,
    Unread,
    UserInvitation,
    UserInvitations,
)
from api.accounts.joined import claimed_record
from api.accounts.present import Me
from api.accounts.questions_talk import BlockWanted, InvitationAnswered, InvitationWanted, MessageWanted, TalkChanged
from api.accounts.tables_talk import Invitation
from api.accounts.who import accounts_of, graph_of, user
from api.documents import problems
from api.routes.account import Id, private
from graph.resolve import resolve

router = APIRouter(prefix="/api", tags=["account"])
User = Annotated[Me, user()]


@router.get("/invitations", operation_id="invitations", response_model=UserInvitations, responses=problems(401, 403))
async def invitations(
    request: Request, me: User, box: Box = "received", limit: Annotated[int, Query(ge=1, le=500)] = 50
) -> Response:
    """Invitations that one has received or sent, the newest first."""
    return private(await mailbox.invitations(accounts_of(request), graph_of(request), me, box, limit))


@router.post(
    "/invitations",
    operation_id="invite",
    status_code=201,
    response_model=UserInvitation,
    responses=problems(401, 403, 404, 409, 429),
)
async def invite(request: Request, body: InvitationWanted, me: User) -> Response:
    """Invite the owner of a record to collaborate; they are told by mail, without what is said or who says it."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "talk", me.id)
    person = await claimed_record(accounts, graph, await resolve(graph, body.person, "Person"))
    topic = await resolve(graph, body.topic, "Topic") if body.topic else None
    works = [(await resolve(graph, each, "Paper")).id for each in body.works]
    wanted = inviting.Wanted(body.purpose, body.message, topic.id if topic else None, tuple(dict.fromkeys(works)))
    return await _shown(request, me, await inviting.invite(accounts, me, person, wanted), 201)


@router.post(
    "/invitations/{id}",
    operation_id="answer_invitation",
    response_model=UserInvitation,
    responses=problems(401, 403, 404, 409, 429),
)
async def answer(request: Request, id: Id, body: InvitationAnswered, me: User) -> Response:
    """Accept or decline an invitation, or withdraw one's own; accepting opens a conversation of the two."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "talk", me.id)
    return await _shown(request, me, await inviting.answer(accounts, graph_of(request), me, id, body.step), 200)


@router.get("/conversations", operation_id="conversations", response_model=Talks, responses=problems(401, 403))
async def conversations(request: Request, me: User) -> Response:
    """One's conversations, the one with the latest message first."""
    return private(Talks(items=await mailbox.heads(accounts_of(request), graph_of(request), me)))


@router.get("/conversations/unread", operation_id="unread", response_model=Unread, responses=problems(401, 403))
async def unread(request: Request, me: User) -> Response:
    """How many messages and invitations wait for one."""
    return private(await talking.waiting(accounts_of(request), me))


@router.get("/conversations/{id}", operation_id="conversation", response_model=Talk, responses=problems(401, 403, 404))
async def conversation(
    request: Request,
    id: Id,
    me: User,
    after: Annotated[int, Query(ge=0, le=mailbox.LAST, description="Only messages after this number.")] = 0,
    before: Annotated[int | None, Query(ge=1, le=mailbox.LAST, description="Only messages before this number.")] = None,
) -> Response:
    """A conversation with its last hundred messages; reading it changes nothing."""
    accounts, graph = accounts_of(request), graph_of(request)
    return private(await mailbox.talk(accounts, graph, me, id, after=after, before=before))


@router.patch(
    "/conversations/{id}",
    operation_id="change_conversation",
    response_model=TalkHead,
    responses=problems(401, 403, 404, 429),
)
async def change(request: Request, id: Id, body: TalkChanged, me: User) -> Response:
    """Say how far one has read, mute it or not, or close it for both, which cannot be undone."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "talk", me.id)
    await talking.change(accounts, me, id, read=body.read, muted=body.muted, close=body.closed is True)
    return private(await mailbox.head(accounts, graph_of(request), me, id))


@router.post(
    "/conversations/{id}/messages",
    operation_id="write_message",
    status_code=201,
    response_model=TalkMessage,
    responses=problems(401, 403, 404, 409, 429),
)
async def write(request: Request, id: Id, body: MessageWanted, me: User) -> Response:
    """Write a message; sent once more with the same key it stands once."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.MESSAGE_USER, "message", me.id)
    row = await talking.say(accounts, me, id, body.key, body.text)
    return private(TalkMessage(number=row.number, mine=True, text=row.text, at=row.created_at), 201)


@router.get("/blocks", operation_id="blocks", response_model=Blocks, responses=problems(401, 403))
async def blocks(request: Request, me: User) -> Response:
    """Of whom one wants to hear nothing more."""
    return private(Blocks(items=await blocking.blocked(accounts_of(request), me)))


@router.post(
    "/blocks",
    operation_id="block",
    status_code=201,
    response_model=Blocked,
    responses=problems(401, 403, 404, 409, 429),
)
async def block(request: Request, body: BlockWanted, me: User) -> Response:
    """Block the other one of a conversation, which closes it, or the sender of an invitation; they are not told."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "talk", me.id)
    made = await blocking.block(accounts, me, conversation=body.conversation, invitation=body.invitation)
    return private(made, 201)


@router.delete("/blocks/{id}", operation_id="unblock", response_model=Said, responses=problems(401, 403, 404))
async def unblock(request: Request, id: Id, me: User) -> Response:
    """Take a block back; what it has ended stays ended."""
    await blocking.unblock(accounts_of(request), me, id)
    return private(Said(says="They can invite you again."))


async def _shown(request: Request, me: Me, row: Invitation, status: int) -> Response:
    async with accounts_of(request).store.read() as db:
        fresh = (await db.execute(select(Invitation).where(Invitation.id == row.id))).scalars().all()
        (seen,) = await mailbox.shown(db, graph_of(request), me, fresh)
    return private(seen, status)
