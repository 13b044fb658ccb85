"""Works that the owner of a record says are not theirs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import disowning, rates
from api.accounts.accounts import Accounts
from api.accounts.present import Me
from api.accounts.questions import WorkDisowned
from api.accounts.who import accounts_of, graph_of, user
from api.answers import Answers
from api.documents import problems
from api.parameters import Id, PersonId
from api.routes.account import private
from graph import identity as known
from graph.answers import DisownedWorks, Ref

router = APIRouter(prefix="/api/people", tags=["account"])
Owner = Annotated[Me, user()]


@router.get("/{id}/disowned", operation_id="disowned_works", response_model=DisownedWorks, responses=problems(404))
async def disowned(request: Request, id: PersonId) -> Response:
    """The works that the owner of a record has disowned, with the reasons; never cached."""
    return private(await known.disowned_works(graph_of(request), id))


@router.post(
    "/{id}/disowned",
    operation_id="disown_work",
    response_model=DisownedWorks,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def disown(request: Request, id: PersonId, body: WorkDisowned, me: Owner) -> Response:
    """Disown a work: it leaves profile, slice and rankings, and later loads leave it so; for the owner."""
    accounts = _counted(request, me)
    return await _changed(request, await disowning.disown(accounts, graph_of(request), me, id, body.work, body.reason))


@router.delete(
    "/{id}/disowned",
    operation_id="own_work",
    response_model=DisownedWorks,
    responses=problems(401, 403, 404, 409, 429),
)
async def own(
    request: Request, id: PersonId, work: Annotated[Id, Query(examples=["doi:10.1000/1"])], me: Owner
) -> Response:
    """Take back that a work was disowned; for the owner, and for moderators, of which the owner is told."""
    accounts = _counted(request, me)
    return await _changed(request, await disowning.own(accounts, graph_of(request), me, id, work))


def _counted(request: Request, me: Me) -> Accounts:
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "disown", me.id)
    return accounts


async def _changed(request: Request, person: Ref) -> Response:
    answers: Answers = request.app.state.answers
    await answers.version(fresh=True)
    return private(await known.disowned_works(answers.connection, person.id))
