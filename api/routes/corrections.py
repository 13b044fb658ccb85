"""Corrections of who is who: anybody who is logged in proposes a join, anybody at all asks for an opt-out."""

from typing import Annotated, get_args

from fastapi import APIRouter, Path, Query, Request, Response

from api.accounts import asking, correcting, proposals, rates
from api.accounts.answers import DeskCorrection, DeskCorrections, Said, UserCorrections
from api.accounts.entering import address
from api.accounts.present import Me
from api.accounts.questions import (
    NO_NUL,
    Answered,
    CorrectionDecided,
    FaultTold,
    JoinWanted,
    MailLink,
    OptOutWanted,
    SplitWanted,
)
from api.accounts.tables import Correction, CorrectionKind, CorrectionState
from api.accounts.who import accounts_of, client_of, moderator, user
from api.answers import Answers
from api.documents import problems
from api.limits import network
from api.parameters import Id, PersonId
from api.routes.account import private
from graph import identity
from graph.answers import Aliases, JoinPreview
from graph.connection import Connection

router = APIRouter(prefix="/api", tags=["account"])
User = Annotated[Me, user()]
Moderator = Annotated[Me, moderator()]
CorrectionId = Annotated[str, Path(max_length=64, pattern=NO_NUL, examples=["4f0c1de2a7b39658"])]
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
    accounts.rates.take(rates.ASK_USER, "correction", me.id)
    row = await asking.propose_join(accounts, graph, me, body.keep, body.alias, body.reason)
    return private(await proposals.shown(accounts, graph, row, desk=False), 201)


@router.post(
    "/desk/splits",
    operation_id="propose_split",
    status_code=201,
    response_model=DeskCorrection,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def propose_split(request: Request, body: SplitWanted, me: User) -> Response:
    """Propose to undo a join, since the records are of two people; a moderator decides."""
    accounts, graph = accounts_of(request), _graph(request)
    accounts.rates.take(rates.ASK_USER, "correction", me.id)
    row = await asking.propose_split(accounts, graph, me, body.person, body.alias, body.reason)
    return private(await proposals.shown(accounts, graph, row, desk=False), 201)


@router.get("/people/{id}/aliases", operation_id="aliases", response_model=Aliases, responses=problems(404))
async def aliases(request: Request, id: PersonId) -> Response:
    """The records that are joined to a person, with the reasons; never cached."""
    return private(await identity.aliases(_graph(request), id))


@router.get("/corrections", operation_id="my_corrections", response_model=UserCorrections, responses=problems(401, 403))
async def mine(request: Request, me: User) -> Response:
    """What one has proposed, the newest first, and what became of it."""
    return private(UserCorrections(items=await proposals.my_corrections(accounts_of(request), _graph(request), me)))


@router.get(
    "/desk/corrections", operation_id="corrections", response_model=DeskCorrections, responses=problems(401, 403, 422)
)
async def listed(
    request: Request,
    me: Moderator,
    state: CorrectionState = "open",
    kind: Annotated[list[CorrectionKind] | None, Query(description="Only these kinds; all of them by default.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """Corrections in a state, with their history, those that wait longest first; for moderators."""
    kinds = kind or list(get_args(CorrectionKind))
    return private(await proposals.corrections(accounts_of(request), _graph(request), state, kinds, limit, offset))


@router.post(
    "/desk/corrections/{id}",
    operation_id="decide_correction",
    response_model=DeskCorrection,
    responses=problems(400, 401, 403, 404, 409, 422),
)
async def decide(request: Request, id: CorrectionId, body: CorrectionDecided, me: Moderator) -> Response:
    """Carry out what was asked for, or refuse it; who asked is told by mail, and who owns the records too."""
    accounts, graph = accounts_of(request), _graph(request)
    row = await correcting.decide(accounts, graph, me, id, accept=body.accept, words=body.words)
    return await _changed(request, row)


@router.post(
    "/desk/corrections/{id}/undo",
    operation_id="undo_correction",
    response_model=DeskCorrection,
    responses=problems(400, 401, 403, 404, 409, 422),
)
async def undo(request: Request, id: CorrectionId, body: Answered, me: Moderator) -> Response:
    """Undo what was accepted: an opt-out within 30 days, a join or a split at any time."""
    return await _changed(
        request, await correcting.undo(accounts_of(request), _graph(request), me, id, words=body.words)
    )


@router.post(
    "/opt-outs",
    operation_id="ask_opt_out",
    status_code=202,
    response_model=Said,
    responses=problems(403, 404, 422, 429),
)
async def ask_opt_out(request: Request, body: OptOutWanted) -> Response:
    """Ask that a person be taken out of the graph, with or without an account; a letter asks to confirm it."""
    return await _asked(request, "opt-out", body)


@router.post(
    "/opt-outs/confirm", operation_id="confirm_opt_out", response_model=Said, responses=problems(403, 410, 422, 429)
)
async def confirm_opt_out(request: Request, body: MailLink) -> Response:
    """Confirm a request by the link of the letter, which works once."""
    return await _confirmed(request, body)


@router.post(
    "/corrections",
    operation_id="tell_fault",
    status_code=202,
    response_model=Said,
    responses=problems(403, 404, 422, 429),
)
async def tell_fault(request: Request, body: FaultTold) -> Response:
    """Tell what is wrong with a person's record, with or without an account; a letter asks to confirm it."""
    return await _asked(request, "fault", body)


@router.post(
    "/corrections/confirm", operation_id="confirm_fault", response_model=Said, responses=problems(403, 410, 422, 429)
)
async def confirm_fault(request: Request, body: MailLink) -> Response:
    """Confirm what one has told by the link of the letter, which works once."""
    return await _confirmed(request, body)


async def _asked(request: Request, kind: CorrectionKind, body: OptOutWanted | FaultTold) -> Response:
    """Write to who asks for something. Raises `TooMany`."""
    accounts, email = accounts_of(request), address(body.email)
    accounts.rates.take(rates.MAIL_CLIENT, "mail", network(client_of(request)))
    accounts.rates.take(rates.MAIL_ADDRESS, kind, email)
    await asking.ask_by_mail(accounts, _graph(request), kind, body.person, email, body.reason)
    return private(Said(says=_LETTER), 202)


async def _confirmed(request: Request, body: MailLink) -> Response:
    """Use the link of a letter. Raises `TooMany`, `Expired`."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.LINK_CLIENT, "link", network(client_of(request)))
    await asking.confirm(accounts, body.token.get_secret_value())
    return private(Said(says="Thank you. A moderator decides, and you are told by mail."))


async def _changed(request: Request, row: Correction) -> Response:
    """Answer with a correction that has changed the graph; answers in memory are looked at anew."""
    accounts, answers = accounts_of(request), request.app.state.answers
    await answers.version(fresh=True)
    accounts.news.forget()
    return private(await proposals.shown(accounts, answers.connection, row, desk=True))


def _graph(request: Request) -> Connection:
    answers: Answers = request.app.state.answers
    return answers.connection
