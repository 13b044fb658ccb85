"""What is served, and how the program is."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from api.answers import Answers
from api.documents import problems
from api.metrics import Metrics
from graph import dataset
from graph.answers import Dataset

router = APIRouter(tags=["status"])


class Status(BaseModel):
    """That the program runs, or is ready."""

    status: str


@router.get("/api/dataset", operation_id="dataset", response_model=Dataset, responses=problems())
async def data_set(request: Request) -> Response:
    """What the data set holds: version, sources, counts, last loads, completeness."""
    answers: Answers = request.app.state.answers
    # A load that changes no fact leaves the version, but is one of the last loads.
    revision = await dataset.last_load(answers.connection)
    imports = request.app.state.settings.imports == "on"
    return await answers.respond(request, dataset.dataset, {"imports": imports}, revision=revision)


@router.get("/healthz", operation_id="health", response_model=Status)
async def health() -> Response:
    """The process runs; says nothing about the graph."""
    return Response(b'{"status":"ok"}', media_type="application/json", headers={"Cache-Control": "no-store"})


@router.get("/readyz", operation_id="ready", response_model=Status, responses=problems(503))
async def ready(request: Request) -> Response:
    """The graph answers."""
    await dataset.version(request.app.state.answers.connection)
    return Response(b'{"status":"ready"}', media_type="application/json", headers={"Cache-Control": "no-store"})


@router.get("/metrics", operation_id="metrics", include_in_schema=False)
async def numbers(request: Request) -> Response:
    """Numbers for Prometheus."""
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.exposition(), media_type=metrics.content_type, headers={"Cache-Control": "no-store"})
