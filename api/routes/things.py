"""Papers, topics and institutions."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import answer
from api.documents import problems
from api.parameters import InstitutionId, PaperId, TopicId
from graph import adjacent, things
from graph.answers import Adjacent, InstitutionFacts, PaperFacts, TopicFacts

router = APIRouter(prefix="/api", tags=["papers, topics, institutions"])
_EACH = "Entries of each list at most."
Entries = Annotated[int, Query(ge=1, le=things.MOST, description=_EACH)]


@router.get("/papers/{id}", operation_id="paper", response_model=PaperFacts, responses=problems(404, 422))
async def paper(
    request: Request,
    id: PaperId,
    limit: Annotated[int, Query(ge=1, le=things.CITATIONS_MOST, description=_EACH)] = things.CITATIONS_SHOWN,
) -> Response:
    """A paper: its facts, affiliations, references and citing works inside the graph."""
    return await answer(request, things.paper, id=id, limit=limit)


@router.get("/topics/{id}", operation_id="topic", response_model=TopicFacts, responses=problems(404, 422))
async def topic(request: Request, id: TopicId, limit: Entries = things.SHOWN) -> Response:
    """A topic: its place in its scheme, the people most active on it, latest and rising works, neighbouring topics."""
    return await answer(request, things.topic, id=id, limit=limit)


@router.get(
    "/institutions/{id}", operation_id="institution", response_model=InstitutionFacts, responses=problems(404, 422)
)
async def institution(
    request: Request,
    id: InstitutionId,
    parts: Annotated[things.Parts, Query(description="Whether its parts count too.")] = "without",
    limit: Entries = things.SHOWN,
) -> Response:
    """An institution: its facts and hierarchy, the people most active there, the topics and partners of their works."""
    return await answer(request, things.institution, id=id, parts=parts, limit=limit)


class Papers(BaseModel):
    """What adjacent works are asked with."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"papers": ["arxiv:1910.02054"], "order": "closest"}]}
    )

    papers: list[Annotated[str, Field(min_length=1, max_length=512)]] = Field(
        min_length=1, max_length=adjacent.SEEDS, description="Any identifiers of papers."
    )
    order: adjacent.Order = Field("closest", description="`foundational`: older works; `recent`: newest first.")
    limit: int = Field(20, ge=1, le=100)


@router.post("/adjacent", operation_id="adjacent_to_papers", response_model=Adjacent, responses=problems(404, 422))
async def adjacent_to_papers(request: Request, body: Papers) -> Response:
    """Works near a set of papers, never these, each with why it is near."""
    return await answer(request, adjacent.adjacent_to_papers, ids=body.papers, order=body.order, limit=body.limit)
