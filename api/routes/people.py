"""People: the profile and everything around it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import confirming
from api.accounts.joined import owner_of
from api.accounts.who import accounts_of
from api.answers import Answers, answer, unless_gone
from api.documents import problems
from api.parameters import Id, PersonId, WorkFilters
from graph import adjacent, collaborators, people, potential, trust, works
from graph.answers import Adjacent, Collaborators, People, PersonProfile, PotentialCollaborators, Trust, Works
from graph.collaborators import Order
from graph.decisions import family

_ACCOUNTS = "accounts"
"""Says in the key of an answer that it rests on accounts too, so that it is never given by its address alone."""
router = APIRouter(prefix="/api/people", tags=["people"])


@router.get("", operation_id="featured_people", response_model=People, responses=problems(422))
async def featured(request: Request, limit: Annotated[int, Query(ge=1, le=50)] = 6) -> Response:
    """The best-known people of the data set, to begin with."""
    return await answer(request, people.featured, limit=limit)


@router.get("/{id}", operation_id="person", response_model=PersonProfile, responses=problems(404))
async def person(request: Request, id: PersonId) -> Response:
    """A person's profile: facts and counts, each with its source; null with a reason where never imported."""
    return await answer(request, people.profile, id=id)


@router.get("/{id}/trust", operation_id="person_trust", response_model=Trust, responses=problems(404))
async def person_trust(request: Request, id: PersonId) -> Response:
    """How far the record can be trusted: a sum whose every point names who asserted what, and what would raise it."""
    answers: Answers = request.app.state.answers
    accounts, unclaimed = accounts_of(request), {"id": id, "more": [], "disputed": False}
    record = await unless_gone(request, answers.facts(trust.trust, unclaimed, _ACCOUNTS))
    records = await family(answers.connection, record["id"])
    owned = await owner_of(accounts, records)
    said = await confirming.asserted(accounts, answers.connection, record["id"], records, owned)
    disputed = owned is not None and owned.state == "disputed"
    asked = {"id": id, "more": [each.model_dump() for each in said], "disputed": disputed}
    return await answers.respond(request, trust.trust, asked, _ACCOUNTS)


@router.get("/{id}/works", operation_id="person_works", response_model=Works, responses=problems(404, 422))
async def person_works(
    request: Request,
    id: PersonId,
    filters: WorkFilters,
    after: Annotated[Id | None, Query(description="Cursor: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """A person's works, sorted and filtered, in pages."""
    return await answer(request, works.person_works, id=id, **filters.given(), after=after, limit=limit)


@router.get(
    "/{id}/collaborators", operation_id="collaborators", response_model=Collaborators, responses=problems(404, 422)
)
async def person_collaborators(
    request: Request,
    id: PersonId,
    order: Annotated[Order, Query(description="Weight by which co-authors are ranked.")] = "recency",
    half_life: Annotated[float, Query(ge=0.1, le=100, description="Years; for `recency`.")] = 1.0,
    team: Annotated[float, Query(ge=0, le=4, description="Exponent of the team size; for `recency`.")] = 0.5,
    min_joint: Annotated[int, Query(ge=1, le=1000, description="Fewest joint works.")] = 1,
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
) -> Response:
    """Co-authors ranked, each with the joint works that are the evidence."""
    return await answer(
        request,
        collaborators.collaborators,
        person_id=id,
        order=order,
        half_life=half_life,
        team=team,
        min_joint=min_joint,
        limit=limit,
    )


@router.get(
    "/{id}/potential-collaborators",
    operation_id="potential_collaborators",
    response_model=PotentialCollaborators,
    responses=problems(404, 422),
)
async def potential_collaborators(
    request: Request, id: PersonId, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> Response:
    """People never worked with, each with through whom, the shared topics and papers on these."""
    return await answer(request, potential.potential_collaborators, id=id, limit=limit)


@router.get("/{id}/adjacent", operation_id="adjacent_works", response_model=Adjacent, responses=problems(404, 422))
async def adjacent_works(
    request: Request,
    id: PersonId,
    order: Annotated[
        adjacent.Order, Query(description="`foundational`: older works; `recent`: newest first.")
    ] = "closest",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Works near a person's own, never these, each with why it is near."""
    return await answer(request, adjacent.adjacent_to_person, id=id, order=order, limit=limit)
