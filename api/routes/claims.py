"""Claims: a record of a person that a user says is about them, and the moderators who decide."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import claiming, deciding, desk, proving, rates
from api.accounts.answers import DeskClaim, DeskClaims, Said
from api.accounts.answers_claims import ClaimProofs, Standing, UserClaim, UserClaims
from api.accounts.entering import address
from api.accounts.joined import last_claim
from api.accounts.present import Me
from api.accounts.questions import ClaimWanted, Decided, MailLink, PageNamed, SomebodysAddress
from api.accounts.tables import ClaimState
from api.accounts.who import accounts_of, client_of, graph_of, moderator, user, visitor
from api.documents import problems
from api.limits import network
from api.parameters import PersonId
from api.routes.account import Id, private
from graph.decisions import family
from graph.resolve import resolve

router = APIRouter(prefix="/api", tags=["account"])
Claimant = Annotated[Me, user("claim")]
Browsing = Annotated[Me, user()]
Moderator = Annotated[Me, moderator()]
_LETTER = "A letter is on its way to this address: open the link in it while you are logged in here."


@router.get(
    "/people/{id}/standing", operation_id="person_standing", response_model=Standing, responses=problems(401, 404)
)
async def standing(request: Request, id: PersonId, me: Annotated[Me | None, visitor("account:read")]) -> Response:
    """Followers of a person, and whether the record has an owner; never cached."""
    person = await resolve(graph_of(request), id, "Person")
    return private(await desk.standing(accounts_of(request), graph_of(request), me, person))


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
    mine = await last_claim(accounts, me, await family(graph, person.id))
    ended = await claiming.withdraw(accounts, me, mine.person_id if mine else person.id)
    return private((await desk.shown(graph, [ended]))[0])


@router.get(
    "/people/{id}/claim",
    operation_id="claim_proofs",
    response_model=ClaimProofs,
    responses=problems(401, 403, 404),
)
async def proofs(request: Request, id: PersonId, me: Claimant) -> Response:
    """What is known for one's open claim, and at which institutions a mail address or a page would be evidence."""
    graph = graph_of(request)
    person = await resolve(graph, id, "Person")
    return private(await proving.proofs(accounts_of(request), graph, me, person.id))


@router.post(
    "/people/{id}/claim/mail",
    operation_id="ask_claim_mail",
    status_code=202,
    response_model=Said,
    responses=problems(401, 403, 404, 422, 429),
)
async def ask_mail(request: Request, id: PersonId, body: SomebodysAddress, me: Browsing) -> Response:
    """Send a link to a mail address at the domain of a stated institution: who opens it adds that to the claim."""
    accounts, graph, email = accounts_of(request), graph_of(request), address(body.email)
    accounts.rates.take(rates.PROOF_USER, "proof", me.id)
    accounts.rates.take(rates.MAIL_ADDRESS, "claim", email)
    person = await resolve(graph, id, "Person")
    await proving.send_mail(accounts, graph, me, person.id, email)
    return private(Said(says=_LETTER), 202)


@router.post(
    "/claims/mail",
    operation_id="confirm_claim_mail",
    response_model=UserClaim,
    responses=problems(401, 403, 404, 409, 410, 422, 429),
)
async def confirm_mail(request: Request, body: MailLink, me: Browsing) -> Response:
    """Show by the link of the letter, which works once, that the one who claims reads mail at that address."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.LINK_CLIENT, "link", network(client_of(request)))
    row = await proving.confirm_mail(accounts, graph, me, body.token.get_secret_value())
    return private((await desk.shown(graph, [row]))[0])


@router.post(
    "/people/{id}/claim/page",
    operation_id="add_claim_page",
    response_model=UserClaim,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def read_page(request: Request, id: PersonId, body: PageNamed, me: Browsing) -> Response:
    """Look for the word of one's claim on a page of a stated institution; found, it is added to the claim."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.PROOF_USER, "proof", me.id)
    person = await resolve(graph, id, "Person")
    row = await proving.read_page(accounts, graph, me, person.id, body.address)
    return private((await desk.shown(graph, [row]))[0])


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
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """Claims in a state with their evidence and history, those that wait longest first; for moderators."""
    return private(await desk.desk(accounts_of(request), graph_of(request), state, limit, offset))


@router.post(
    "/desk/claims/{id}",
    operation_id="decide_claim",
    response_model=DeskClaim,
    responses=problems(401, 403, 404, 409, 422),
)
async def decide(
    request: Request,
    id: Id,
    body: Decided,
    me: Moderator,
) -> Response:
    """Decide on a claim; its user is told by mail."""
    accounts, graph = accounts_of(request), graph_of(request)
    row = await deciding.decide(accounts, graph, me, id, body.decision, body.reason)
    if row.state == "revoked":  # works may be back
        await request.app.state.answers.version(fresh=True)
    return private((await desk.on_desk(accounts, graph, [row]))[0])
