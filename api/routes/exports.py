"""Works and graphs as files for reference managers, spreadsheets and graph programs."""

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import Answers, unless_gone
from api.documents import file_responses
from api.files import file_answer
from api.parameters import PaperId, PersonId, WorkFilters
from graph.answers import SliceEdge, SliceNode, Work
from graph.export.network import GRAPH_FORMATS, GraphFormat, network
from graph.export.works import WORKS_FORMATS, WorksFormat
from graph.works import all_person_works, work_of, works_named

MOST_OF_A_PERSON = 2_000
"""Works of one person in a file; how many there are stands in the header `X-Works-Total`."""
MOST_NAMED = 1_000
MOST_NODES, MOST_EDGES = 5_000, 50_000

router = APIRouter(prefix="/api", tags=["files"])
Ending = Literal["bib", "ris", "csl.json", "csv"]
_BY_ENDING: dict[str, WorksFormat] = {each.ending: name for name, each in WORKS_FORMATS.items()}
_FORMAT = "`bibtex`, `ris`, `csl-json` or `csv` (UTF-8; a cell that would be calculated begins with an apostrophe)."
_FILE: dict[str, Any] = {
    "response_class": Response,
    "responses": file_responses(*(each.media for each in WORKS_FORMATS.values()), failing=(404, 422)),
}


@router.get("/people/{id}/works.{ending}", operation_id="person_works_file", **_FILE)
async def works_of_a_person(request: Request, id: PersonId, ending: Ending, filters: WorkFilters) -> Response:
    """All works of a person that meet the filters as one file, up to 2,000; `X-Works-Total` says how many there are."""
    answers: Answers = request.app.state.answers
    asked = all_person_works(answers.connection, id, most=MOST_OF_A_PERSON, **filters.given())
    person, works, total = await unless_gone(request, asked)
    return await _file(works, _BY_ENDING[ending], f"{person.label} - works", total)


@router.get("/papers/{id}/citation", operation_id="paper_citation", **_FILE)
async def citation_of_a_paper(
    request: Request, id: PaperId, format: Annotated[WorksFormat, Query(description=_FORMAT)] = "bibtex"
) -> Response:
    """One paper as a file."""
    answers: Answers = request.app.state.answers
    work = await unless_gone(request, work_of(answers.connection, id))
    return await _file([work], format, work.title or work.id, 1)


class NamedWorks(BaseModel):
    """Which works to export, and how."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"ids": ["arxiv:1910.02054"], "format": "bibtex"}]}
    )

    ids: list[Annotated[str, Field(min_length=1, max_length=512)]] = Field(
        min_length=1, max_length=MOST_NAMED, description="Any identifiers of papers, in the order of the file."
    )
    format: WorksFormat = Field("bibtex", description=_FORMAT)


@router.post("/works/export", operation_id="works_file", **_FILE)
async def named_works(request: Request, body: NamedWorks) -> Response:
    """The named works as one file; those that are not in the graph are left out, see `X-Works-Shown`."""
    answers: Answers = request.app.state.answers
    works = await unless_gone(request, works_named(answers.connection, body.ids))
    return await _file(works, body.format, "works", len(set(body.ids)))


async def _file(works: list[Work], format: WorksFormat, name: str, total: int) -> Response:
    """Write the file in a thread: two thousand works would hold up all other requests."""
    written = WORKS_FORMATS[format]
    text = await asyncio.to_thread(written.write, works)
    counts = {"X_Works_Shown": str(len(works)), "X_Works_Total": str(total)}
    return file_answer(text, name, written.ending, written.media, **counts)


class ShownNode(SliceNode):
    """A node of a slice as it is sent back: what is null may be left out."""

    model_config = ConfigDict(allow_inf_nan=False)


class ShownEdge(SliceEdge):
    """An edge of a slice as it is sent back: what is null may be left out."""

    model_config = ConfigDict(allow_inf_nan=False)


class ShownGraph(BaseModel):
    """What is shown of the graph, and how to write it."""

    model_config = ConfigDict(extra="forbid")

    format: GraphFormat = Field("graphml", description="`graphml`, `gexf`, `csv` (nodes and edges in a ZIP) or `json`.")
    nodes: list[ShownNode] = Field(max_length=MOST_NODES, min_length=1)
    edges: list[ShownEdge] = Field(max_length=MOST_EDGES, description="Edges among these nodes.")
    title: str = Field("", max_length=300)
    recipe: Any = Field(None, description="How the view was made, any JSON; kept as text in the file.")


@router.post(
    "/graph/export",
    operation_id="graph_file",
    response_class=Response,
    responses=file_responses(*(each.media for each in GRAPH_FORMATS.values()), failing=(413, 422)),
)
async def shown_graph(body: ShownGraph) -> Response:
    """What is shown, as a file for other graph programs; NetworkX reads all of it back."""

    def write() -> bytes:
        return written.write(network(body.nodes, body.edges, body.title, body.recipe))

    written = GRAPH_FORMATS[body.format]
    return file_answer(await asyncio.to_thread(write), body.title or "graph", written.ending, written.media)
