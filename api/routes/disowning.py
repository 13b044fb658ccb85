"""Works that the owner of a record says are not theirs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import rates
from api.accounts.claiming import owner
from api.accounts.errors import Conflict, Forbidden
from api.accounts.present import Me
from api.accounts.questions import WorkDisowned
from api.accounts.who import accounts_of, graph_of, user
from api.answers import Answers
from api.documents import problems
from api.parameters import Id, PersonId
from api.routes.account import private
from graph import identity as known
from graph.answers import DisownedWorks
from graph.decisions import decisions
from graph.errors import LoadRunning
from graph.resolve import resolve
from loaders import identity

router = APIRouter(prefix="/api/people", tags=["account"])
Owner = Annotated[Me, user()]
_BUSY = "Other data is being loaded here just now: try again when that is done."


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
    person = await _own_record(request, me, id)
    try:
        await identity.disown(graph_of(request), person, body.work, why=body.reason)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    return await _changed(request, person)


@router.delete(
    "/{id}/disowned",
    operation_id="own_work",
    response_model=DisownedWorks,
    responses=problems(401, 403, 404, 409, 429),
)
async def own(
    request: Request, id: PersonId, work: Annotated[Id, Query(examples=["doi:10.1000/1"])], me: Owner
) -> Response:
    """Take back that a work was disowned."""
    person = await _own_record(request, me, id)
    try:
        await identity.own(graph_of(request), person, work)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    return await _changed(request, person)


async def _own_record(request: Request, me: Me, id: str) -> str:
    """Return the id of the person whose record the user owns, also by a claim of what was joined to it.

    Raises `Forbidden` for any other record, and while it is disputed.
    """
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "disown", me.id)
    person = await resolve(graph, id, "Person")
    for each in (await decisions(graph)).family(person.id):
        claim = await owner(accounts, each)
        if claim and claim.user_id == me.id and claim.state == "verified":
            return person.id
    raise Forbidden("Only the owner of a record may disown its works: claim it first.")


async def _changed(request: Request, person: str) -> Response:
    answers: Answers = request.app.state.answers
    await answers.version(fresh=True)
    return private(await known.disowned_works(answers.connection, person))
