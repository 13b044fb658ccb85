"""Claims: a record of a person that a user says is about them, and the moderators who decide."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.accounts import claiming, desk, rates
from api.accounts.answers import DeskClaim, DeskClaims, Standing, UserClaim, UserClaims
from api.accounts.present import Me
from api.accounts.questions import ClaimWanted, Decided
from api.accounts.tables import ClaimState
from api.accounts.who import accounts_of, graph_of, moderator, user, visitor
from api.documents import problems
from api.parameters import PersonId
from api.routes.account import private
from graph.resolve import resolve

router = APIRouter(prefix="/api", tags=["account"])
Claimant = Annotated[Me, user("claim")]
Moderator = Annotated[Me, moderator()]


@router.get(
    "/people/{id}/standing", operation_id="person_standing", response_model=Standing, responses=problems(401, 404)
)
async def standing(request: Request, id: PersonId, me: Annotated[Me | None, visitor()]) -> Response:
    """Followers of a person, and whether the record has an owner; never cached."""
    person = await resolve(graph_of(request), id, "Person")
    return private(await desk.standing(accounts_of(request), me, person))


@router.post(
    "/people/{id}/claim",
    operation_id="claim_person",
    response_model=UserClaim,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def claim(request: Request, id: PersonId, body: ClaimWanted, me: Claimant) -> Response:
    """Claim a record: verified at once by the proved ORCID iD that it states, else for a moderator to decide."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "claim", me.id)
    person = await resolve(graph, id, "Person")
    made = await claiming.claim(accounts, graph, me, person, body.message)
    return private((await desk.shown(graph, [made]))[0])


@router.delete(
    "/people/{id}/claim",
    operation_id="withdraw_claim",
    response_model=UserClaim,
    responses=problems(401, 403, 404, 429),
)
async def withdraw(request: Request, id: PersonId, me: Claimant) -> Response:
    """Withdraw one's claim, or give up a record that one owns; the history stays."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "claim", me.id)
    person = await resolve(graph, id, "Person")
    return private((await desk.shown(graph, [await claiming.withdraw(accounts, me, person.id)]))[0])


@router.get("/claims", operation_id="claims", response_model=UserClaims, responses=problems(401, 403))
async def claims(request: Request, me: Claimant) -> Response:
    """One's own claims, the newest first."""
    return private(UserClaims(items=await desk.my_claims(accounts_of(request), graph_of(request), me)))


@router.get("/desk/claims", operation_id="desk_claims", response_model=DeskClaims, responses=problems(401, 403))
async def desk_claims(
    request: Request,
    me: Moderator,
    state: ClaimState = "pending",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """Claims in a state with their evidence and history, those that wait longest first; for moderators."""
    return private(await desk.desk(accounts_of(request), graph_of(request), state, limit))


@router.post(
    "/desk/claims/{id}",
    operation_id="decide_claim",
    response_model=DeskClaim,
    responses=problems(401, 403, 404, 409, 422),
)
async def decide(
    request: Request,
    id: Annotated[str, Path(max_length=64, examples=["4f0c1de2a7b39658"])],
    body: Decided,
    me: Moderator,
) -> Response:
    """Decide on a claim; its user is told by mail."""
    accounts = accounts_of(request)
    row = await claiming.decide(accounts, me, id, body.decision, body.reason)
    return private((await desk.on_desk(accounts, graph_of(request), [row]))[0])
