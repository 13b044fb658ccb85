"""What the owner of a record says and confirms, and what co-authors and moderators confirm of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import confirming, rates, words
from api.accounts.answers_claims import Confirmations, ConfirmedWorks, PersonWords
from api.accounts.owning import owned
from api.accounts.present import Me
from api.accounts.questions import WordsWanted, WorkConfirmed
from api.accounts.who import accounts_of, graph_of, user, visitor
from api.documents import problems
from api.parameters import Id, PersonId
from api.routes.account import private
from graph.answers import Ref
from graph.resolve import resolve

router = APIRouter(prefix="/api/people", tags=["account"])
Visitor = Annotated[Me | None, visitor("account:read")]
User = Annotated[Me, user()]


@router.get("/{id}/words", operation_id="words", response_model=PersonWords, responses=problems(401, 404))
async def said(request: Request, id: PersonId, me: Visitor) -> Response:
    """What the owner of a record says of themselves, apart from what is imported; never cached."""
    person = await resolve(graph_of(request), id, "Person")
    return private(await words.words_of(accounts_of(request), graph_of(request), me, person))


@router.put(
    "/{id}/words", operation_id="write_words", response_model=PersonWords, responses=problems(401, 403, 404, 422, 429)
)
async def write(request: Request, id: PersonId, body: WordsWanted, me: User) -> Response:
    """Say something of oneself, in place of all that one said, as the owner of the record; nothing takes it away."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "words", me.id)
    person, claim = await owned(accounts, graph, me, id, "write on it")
    await words.write(accounts, graph, me, claim, body)
    return private(await words.words_of(accounts, graph, me, person))


@router.get("/{id}/confirmed", operation_id="confirmed_works", response_model=ConfirmedWorks, responses=problems(404))
async def confirmed(request: Request, id: PersonId) -> Response:
    """The works that the owner of a record has confirmed; never cached."""
    person = await resolve(graph_of(request), id, "Person")
    return private(await confirming.confirmed_works(accounts_of(request), graph_of(request), person))


@router.post(
    "/{id}/confirmed",
    operation_id="confirm_work",
    response_model=ConfirmedWorks,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def confirm_work(request: Request, id: PersonId, body: WorkConfirmed, me: User) -> Response:
    """Confirm a work as one's own, as the owner of the record; once more changes nothing."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "confirm", me.id)
    person, claim = await owned(accounts, graph, me, id, "confirm its works")
    await confirming.confirm_work(accounts, graph, me, claim, person, await resolve(graph, body.work, "Paper"))
    return private(await confirming.confirmed_works(accounts, graph, person))


@router.delete(
    "/{id}/confirmed",
    operation_id="unconfirm_work",
    response_model=ConfirmedWorks,
    responses=problems(401, 403, 404, 429),
)
async def unconfirm_work(
    request: Request, id: PersonId, work: Annotated[Id, Query(examples=["doi:10.1000/1"])], me: User
) -> Response:
    """Take back that a work was confirmed."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "confirm", me.id)
    person, claim = await owned(accounts, graph, me, id, "confirm its works")
    await confirming.withdraw_work(accounts, me, claim, await resolve(graph, work, "Paper"))
    return private(await confirming.confirmed_works(accounts, graph, person))


@router.get(
    "/{id}/confirmations",
    operation_id="confirmations",
    response_model=Confirmations,
    responses=problems(401, 404),
)
async def confirmations(request: Request, id: PersonId, me: Visitor) -> Response:
    """Who confirmed that a record is who it says; and whether the one who asks may, or did; never cached."""
    return await _told(request, me, await resolve(graph_of(request), id, "Person"))


@router.post(
    "/{id}/confirmations",
    operation_id="confirm_record",
    response_model=Confirmations,
    responses=problems(401, 403, 404, 429),
)
async def confirm_record(request: Request, id: PersonId, me: User) -> Response:
    """Confirm the record of another: for the owner of a record with a joint work, and for moderators."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.CHANGE_USER, "confirm", me.id)
    person = await resolve(graph, id, "Person")
    await confirming.confirm(accounts, graph, me, person)
    return await _told(request, me, person)


@router.delete(
    "/{id}/confirmations",
    operation_id="unconfirm_record",
    response_model=Confirmations,
    responses=problems(401, 403, 404, 429),
)
async def unconfirm_record(request: Request, id: PersonId, me: User) -> Response:
    """Take back that one has confirmed a record; nothing happens when one has not."""
    accounts = accounts_of(request)
    accounts.rates.take(rates.CHANGE_USER, "confirm", me.id)
    person = await resolve(graph_of(request), id, "Person")
    await confirming.withdraw(accounts, graph_of(request), me, person)
    return await _told(request, me, person)


async def _told(request: Request, me: Me | None, person: Ref) -> Response:
    return private(await confirming.confirmations(accounts_of(request), graph_of(request), me, person))
