"""Corrections of who is who: anybody who is logged in proposes a join, anybody at all asks for an opt-out."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.accounts import correcting, rates
from api.accounts.answers import DeskCorrection, DeskCorrections, Said
from api.accounts.entering import address
from api.accounts.present import Me
from api.accounts.questions import CorrectionDecided, JoinWanted, MailLink, OptOutWanted
from api.accounts.tables import Correction, CorrectionState
from api.accounts.who import accounts_of, client_of, moderator, user
from api.answers import Answers
from api.documents import problems
from api.limits import network
from api.parameters import Id
from api.routes.account import private
from graph import identity
from graph.answers import JoinPreview
from graph.connection import Connection

router = APIRouter(prefix="/api", tags=["account"])
User = Annotated[Me, user()]
Moderator = Annotated[Me, moderator()]
CorrectionId = Annotated[str, Path(max_length=64, examples=["4f0c1de2a7b39658"])]
_LETTER = "A letter is on its way to this address: open the link in it, then a moderator decides."


@router.get(
    "/desk/joins/preview",
    operation_id="preview_join",
    response_model=JoinPreview,
    responses=problems(401, 403, 404, 422),
)
async def preview(request: Request, keep: Id, alias: Id, me: User) -> Response:
    """What joining the record `alias` to the person `keep` would move, and what forbids it."""
    return private(await identity.preview(_graph(request), keep, alias))


@router.post(
    "/desk/joins",
    operation_id="propose_join",
    status_code=201,
    response_model=DeskCorrection,
    responses=problems(400, 401, 403, 404, 409, 422, 429),
)
async def propose(request: Request, body: JoinWanted, me: User) -> Response:
    """Propose to join two records of one person; a moderator decides."""
    accounts, graph = accounts_of(request), _graph(request)
    accounts.rates.take(rates.CHANGE_USER, "correction", me.id)
    row = await correcting.propose_join(accounts, graph, me, body.keep, body.alias, body.reason)
    return private((await correcting.shown(accounts, graph, [row]))[0], 201)


@router.get(
    "/desk/corrections", operation_id="corrections", response_model=DeskCorrections, responses=problems(401, 403, 422)
)
async def listed(
    request: Request,
    me: User,
    state: CorrectionState = "open",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """Corrections in a state, with their history: all for a moderator, one's own for others."""
    accounts = accounts_of(request)
    rows = await correcting.corrections(accounts, me, state, limit)
    return private(DeskCorrections(items=await correcting.shown(accounts, _graph(request), rows)))


@router.post(
    "/desk/corrections/{id}",
    operation_id="decide_correction",
    response_model=DeskCorrection,
    responses=problems(400, 401, 403, 404, 409, 422),
)
async def decide(request: Request, id: CorrectionId, body: CorrectionDecided, me: Moderator) -> Response:
    """Carry out what was asked for, or refuse it; who asked is told by mail."""
    accounts, graph = accounts_of(request), _graph(request)
    row = await correcting.decide(accounts, graph, me, id, accept=body.accept, words=body.words)
    return await _changed(request, row)


@router.post(
    "/desk/corrections/{id}/undo",
    operation_id="undo_correction",
    response_model=DeskCorrection,
    responses=problems(400, 401, 403, 404, 409),
)
async def undo(request: Request, id: CorrectionId, me: Moderator) -> Response:
    """Undo what was accepted: an opt-out within 30 days, a join at any time."""
    return await _changed(request, await correcting.undo(accounts_of(request), _graph(request), me, id))


@router.post(
    "/opt-outs",
    operation_id="ask_opt_out",
    status_code=202,
    response_model=Said,
    responses=problems(403, 404, 422, 429),
)
async def ask_opt_out(request: Request, body: OptOutWanted) -> Response:
    """Ask that a person be taken out of the graph, with or without an account; a letter asks to confirm it."""
    accounts, email = accounts_of(request), address(body.email)
    accounts.rates.take(rates.MAIL_CLIENT, "mail", network(client_of(request)))
    accounts.rates.take(rates.MAIL_ADDRESS, "mail", email)
    await correcting.ask_opt_out(accounts, _graph(request), body.person, email, body.reason)
    return private(Said(says=_LETTER), 202)


@router.post(
    "/opt-outs/confirm", operation_id="confirm_opt_out", response_model=Said, responses=problems(403, 410, 422, 429)
)
async def confirm(request: Request, body: MailLink) -> Response:
    """Confirm a request by the link of the letter, which works once."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.LINK_CLIENT, "link", network(client_of(request)))
    await correcting.confirm(accounts, body.token.get_secret_value())
    return private(Said(says="Thank you. A moderator decides, and you are told by mail."))


async def _changed(request: Request, row: Correction) -> Response:
    """Answer with a correction that has changed the graph; answers in memory are looked at anew."""
    answers: Answers = request.app.state.answers
    await answers.version(fresh=True)
    return private((await correcting.shown(accounts_of(request), answers.connection, [row]))[0])


def _graph(request: Request) -> Connection:
    answers: Answers = request.app.state.answers
    return answers.connection
