"""Following people, topics and institutions."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.accounts import following as follows
from api.accounts import rates
from api.accounts.answers_news import Following, Follows
from api.accounts.present import Me
from api.accounts.tables import FollowedKind
from api.accounts.who import accounts_of, graph_of, user, visitor
from api.documents import problems
from api.parameters import NodeId
from api.routes.account import private
from graph.answers import Ref
from graph.resolve import resolve

router = APIRouter(prefix="/api/follows", tags=["account"])
Follower = Annotated[Me, user("follow")]
Visitor = Annotated[Me | None, visitor("follow")]
KindOfPath = Annotated[FollowedKind, Path(examples=["person"])]


@router.get("", operation_id="follows", response_model=Follows, responses=problems(401, 403))
async def all_follows(request: Request, me: Follower) -> Response:
    """All that one follows, the newest first."""
    return private(Follows(items=await follows.followed(accounts_of(request), graph_of(request), me.id)))


@router.get("/{kind}/{id}", operation_id="followers", response_model=Following, responses=problems(401, 404))
async def followers(request: Request, kind: KindOfPath, id: NodeId, me: Visitor) -> Response:
    """How many follow it, and whether one does oneself."""
    node = await _node(request, kind, id)
    return private(
        await follows.following(accounts_of(request), me, node, await follows.ids_of(graph_of(request), node))
    )


@router.post(
    "/{kind}/{id}", operation_id="follow", response_model=Following, responses=problems(401, 403, 404, 409, 429)
)
async def follow(request: Request, kind: KindOfPath, id: NodeId, me: Follower) -> Response:
    """Follow it; once more changes nothing."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "follow", me.id)
    node = await _node(request, kind, id)
    ids = await follows.ids_of(graph_of(request), node)
    await follows.follow(accounts, me, node, ids)
    return private(await follows.following(accounts, me, node, ids))


@router.delete(
    "/{kind}/{id}", operation_id="unfollow", response_model=Following, responses=problems(401, 403, 404, 429)
)
async def unfollow(request: Request, kind: KindOfPath, id: NodeId, me: Follower) -> Response:
    """Follow it no more; once more changes nothing."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "follow", me.id)
    node = await _node(request, kind, id)
    ids = await follows.ids_of(graph_of(request), node)
    await follows.unfollow(accounts, me, ids)
    return private(await follows.following(accounts, me, node, ids))


async def _node(request: Request, kind: FollowedKind, id: str) -> Ref:
    """Return the node that is meant. Raises `NotFound`."""
    return await resolve(graph_of(request), id, follows.KINDS[kind])
