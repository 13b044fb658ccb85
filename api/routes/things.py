"""Papers, topics and institutions."""

from fastapi import APIRouter, Request, Response

from api.answers import answer
from api.documents import problems
from api.parameters import InstitutionId, PaperId, TopicId
from graph import things
from graph.answers import InstitutionFacts, PaperFacts, TopicFacts

router = APIRouter(prefix="/api", tags=["papers, topics, institutions"])


@router.get("/papers/{id}", operation_id="paper", response_model=PaperFacts, responses=problems(404))
async def paper(request: Request, id: PaperId) -> Response:
    """A paper: its facts, affiliations, references and citing works inside the graph."""
    return await answer(request, things.paper, id=id)


@router.get("/topics/{id}", operation_id="topic", response_model=TopicFacts, responses=problems(404))
async def topic(request: Request, id: TopicId) -> Response:
    """A topic: its place in its scheme, the people most active on it, the latest works."""
    return await answer(request, things.topic, id=id)


@router.get("/institutions/{id}", operation_id="institution", response_model=InstitutionFacts, responses=problems(404))
async def institution(request: Request, id: InstitutionId) -> Response:
    """An institution: its facts, the people most active there, the topics of their works."""
    return await answer(request, things.institution, id=id)
