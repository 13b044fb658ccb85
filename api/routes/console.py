"""Cypher of analysts, and the queries that have a name."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import answer
from api.console import Analysts
from api.documents import problems
from api.parameters import decoded
from graph.answers import ConsoleTerms, GraphSchema, NamedQueries, NamedQuery, Table
from graph.console.forms import FORMS
from graph.console.named import Named
from graph.console.schema import schema
from graph.console.tokens import LONGEST

router = APIRouter(prefix="/api", tags=["console"])
_STREAMS = {each.media.partition(";")[0]: {"schema": {"type": "string"}} for each in FORMS.values() if each.stream}
_ROWS: dict[str, Any] = {
    "response_model": Table,
    "responses": {200: {"content": _STREAMS}, **problems(400, 401, 403, 404, 406, 429)},
}
Name = Annotated[str, Path(description="Name of the query, as `/api/queries` lists it.", examples=["works_per_year"])]


class Cypher(BaseModel):
    """A query with its parameters."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"query": "RETURN $number + 1 AS next", "params": {"number": 41}}]},
    )

    query: str = Field(max_length=LONGEST, description="One statement that reads.")
    params: dict[str, Any] = Field(
        {}, description="Values of its parameters; what JSON has not is encoded as in the answer."
    )
    plan: bool = Field(False, description="Tell its plan without running it, as if it began with EXPLAIN.")


@router.post("/cypher", operation_id="cypher", **_ROWS)
async def run(request: Request, body: Cypher) -> Response:
    """Run a reading query; the header Accept chooses JSON, NDJSON, CSV or Parquet.

    The last line of NDJSON is `{"$end": …}`, or `{"$error": …}` with a problem; without it the answer was broken off.
    """
    return await _analysts(request).answer(request, body.query, body.params, plan=body.plan)


@router.get("/console", operation_id="console", response_model=ConsoleTerms, responses=problems())
async def terms(request: Request) -> Response:
    """Whether this client may ask in Cypher, within which limits, in which forms."""
    body = (await _analysts(request).terms(request)).model_dump_json()
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


@router.get("/schema", operation_id="schema", response_model=GraphSchema, responses=problems())
async def graph_schema(request: Request) -> Response:
    """Labels, types of edges and properties, with numbers and a value of each: what a query can ask for."""
    return await answer(request, schema)


@router.get("/queries", operation_id="queries", response_model=NamedQueries, responses=problems())
async def all_queries(request: Request) -> Response:
    """All queries that have a name: examples for analysts, those behind the pages, those of this installation."""
    return _json(_named(request).all())


@router.get("/queries/{name}", operation_id="query", response_model=NamedQuery, responses=problems(404))
async def one_query(request: Request, name: Name) -> Response:
    """One query that has a name: its text, purpose and parameters."""
    return _json(_named(request).answer(decoded(name)))


@router.get("/queries/{name}/run", operation_id="run_query", **_ROWS)
async def run_query(request: Request, name: Name) -> Response:
    """Run a query that has a name; its parameters are those of the address, a list by repeating one."""
    query = _named(request).find(decoded(name))
    given = {key: request.query_params.getlist(key) for key in request.query_params}
    return await _analysts(request).answer(request, query.text, _named(request).typed(query, given))


def _json(answer: BaseModel) -> Response:
    return Response(answer.model_dump_json(), media_type="application/json", headers={"Cache-Control": "no-cache"})


def _analysts(request: Request) -> Analysts:
    analysts: Analysts = request.app.state.analysts
    return analysts


def _named(request: Request) -> Named:
    named: Named = request.app.state.named
    return named
