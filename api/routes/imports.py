"""Bringing in a person or paper from the services that know them."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.documents import problems
from api.imports import Imports
from graph.answers import Import

router = APIRouter(prefix="/api", tags=["imports"])


class Wanted(BaseModel):
    """What to bring in."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"id": "0000-0002-1825-0097"}]})

    id: str = Field(
        min_length=1,
        max_length=512,
        description="ORCID iD, OpenAlex id of a person or work, DOI, arXiv id, arXiv author (`au:Family, Given`), or "
        "any identifier of a person or paper here that is to be fetched again.",
    )


@router.post(
    "/imports",
    operation_id="begin_import",
    status_code=202,
    response_model=Import,
    responses=problems(403, 422, 429),
)
async def begin(request: Request, body: Wanted) -> Response:
    """Bring in a person with all works, or a paper, in the background; asked twice, it is one import."""
    imports: Imports = request.app.state.imports
    client = request.client.host if request.client else ""
    begun = await imports.begin(body.id, client)
    return _answer(begun, 202, Location=f"{request.scope.get('root_path', '')}/api/imports/{begun.id}")


@router.get("/imports/{id}", operation_id="import_state", response_model=Import, responses=problems(404))
async def state(request: Request, id: Annotated[str, Path(examples=["kZ3bq0hW9d1x"])]) -> Response:
    """How an import goes; a page asks again every second or so until it is done or has failed."""
    imports: Imports = request.app.state.imports
    return _answer(imports.state(id), 200)


def _answer(found: Import, status: int, **headers: str) -> Response:
    told = {"Cache-Control": "no-store", **headers}
    return Response(found.model_dump_json(), status, told, media_type="application/json")
