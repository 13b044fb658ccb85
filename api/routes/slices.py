"""Slices of the graph around people, papers, topics and institutions, and the neighbours of a node."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import answer
from api.documents import problems
from api.parameters import (
    Budget,
    Cursor,
    Id,
    InstitutionId,
    KindOrNone,
    KindsInQuery,
    NodeId,
    PaperId,
    PersonId,
    TopicId,
    Year,
)
from graph.answers import Edges, Evidence, Neighbours, Slice
from graph.edges import MOST, PAPERS_SHOWN, edges_among, evidence
from graph.models import Kind
from graph.slice import BUDGET, LARGEST, SEEDS, neighbours, node_slice, person_slice, seeds_slice

router = APIRouter(prefix="/api", tags=["graph"])
From = Annotated[Year, Query(alias="from", description="First year of the works.", examples=[2018])]
To = Annotated[Year, Query(alias="to", description="Last year of the works.")]
_ABOUT: dict[str, Any] = {"response_model": Slice, "responses": problems(404, 422)}


@router.get("/people/{id}/slice", operation_id="person_slice", **_ABOUT)
async def around_person(
    request: Request,
    id: PersonId,
    budget: Budget = BUDGET,
    kinds: KindsInQuery = None,
    year_from: From = None,
    year_to: To = None,
) -> Response:
    """The graph around a person: own works, their authors and topics, institutions, and the edges among these."""
    years = {"year_from": year_from, "year_to": year_to}
    return await answer(request, person_slice, id=id, budget=budget, kinds=kinds, **years)


@router.get("/papers/{id}/slice", operation_id="paper_slice", **_ABOUT)
async def around_paper(
    request: Request,
    id: PaperId,
    budget: Budget = BUDGET,
    kinds: KindsInQuery = None,
    year_from: From = None,
    year_to: To = None,
) -> Response:
    """The graph around a paper: its authors and topics, the works that it cites and that cite it."""
    return await _around(request, "Paper", id, budget, kinds, year_from, year_to)


@router.get("/topics/{id}/slice", operation_id="topic_slice", **_ABOUT)
async def around_topic(
    request: Request,
    id: TopicId,
    budget: Budget = BUDGET,
    kinds: KindsInQuery = None,
    year_from: From = None,
    year_to: To = None,
) -> Response:
    """The graph around a topic."""
    return await _around(request, "Topic", id, budget, kinds, year_from, year_to)


@router.get("/institutions/{id}/slice", operation_id="institution_slice", **_ABOUT)
async def around_institution(
    request: Request,
    id: InstitutionId,
    budget: Budget = BUDGET,
    kinds: KindsInQuery = None,
    year_from: From = None,
    year_to: To = None,
) -> Response:
    """The graph around an institution."""
    return await _around(request, "Institution", id, budget, kinds, year_from, year_to)


async def _around(
    request: Request,
    kind: Kind,
    id: str,
    budget: int,
    kinds: list[Kind] | None,
    year_from: int | None,
    year_to: int | None,
) -> Response:
    years = {"year_from": year_from, "year_to": year_to}
    return await answer(request, node_slice, id=id, kind=kind, budget=budget, kinds=kinds, **years)


class Seeds(BaseModel):
    """What a slice around several things is asked with."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"seeds": ["demo:yuxiong-he", "arxiv:1910.02054"], "budget": 60}]},
    )

    seeds: list[Annotated[str, Field(min_length=1, max_length=512)]] = Field(
        min_length=1,
        max_length=SEEDS,
        description="Any identifiers of people or papers, or of one topic or institution.",
    )
    budget: int = Field(BUDGET, ge=1, le=LARGEST, description="Nodes at most, the seeds among them.")
    kinds: list[Kind] | None = Field(None, description="Kinds to show; all by default.")
    year_from: int | None = Field(None, alias="from", ge=1000, le=2200, description="First year of the works.")
    year_to: int | None = Field(None, alias="to", ge=1000, le=2200, description="Last year of the works.")


@router.post("/slice", operation_id="seeds_slice", **_ABOUT)
async def around_seeds(request: Request, body: Seeds) -> Response:
    """The graph around several people or papers together."""
    return await answer(
        request,
        seeds_slice,
        ids=body.seeds,
        budget=body.budget,
        kinds=body.kinds,
        year_from=body.year_from,
        year_to=body.year_to,
    )


@router.get(
    "/nodes/{id}/neighbours", operation_id="neighbours", response_model=Neighbours, responses=problems(404, 422)
)
async def next_neighbours(
    request: Request,
    id: NodeId,
    kind: KindOrNone = None,
    after: Annotated[Cursor | None, Query(description="Cursor: `next` of a slice or of the neighbours before.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Response:
    """The next neighbours of a node, best first; without `kind` only how many there are of each kind."""
    return await answer(request, neighbours, id=id, kind=kind, after=after, limit=limit)


class Nodes(BaseModel):
    """The nodes among which edges are wanted."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"ids": ["demo:yuxiong-he", "arxiv:1910.02054"]}]}
    )

    ids: list[Annotated[str, Field(min_length=1, max_length=512)]] = Field(
        max_length=MOST, description="Any identifiers of people, papers, topics and institutions."
    )


@router.post("/edges", operation_id="edges", response_model=Edges, responses=problems(422))
async def among(request: Request, body: Nodes) -> Response:
    """All edges among some nodes, such as those of a picture to which one was added."""
    return await answer(request, edges_among, ids=body.ids)


@router.get("/edges/evidence", operation_id="evidence", response_model=Evidence, responses=problems(404, 422))
async def behind_edge(
    request: Request,
    source: Annotated[Id, Query(description="A person.", examples=["demo:yuxiong-he"])],
    target: Annotated[
        Id, Query(description="Another person, an institution or a topic.", examples=["demo:zhewei-yao"])
    ],
    limit: Annotated[int, Query(ge=1, le=PAPERS_SHOWN)] = 20,
) -> Response:
    """The works on which an edge rests: which papers, from when to when."""
    return await answer(request, evidence, source=source, target=target, limit=limit)
