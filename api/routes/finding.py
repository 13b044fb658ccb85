"""Search by name, paths between people, and two people side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answers import answer
from api.documents import problems
from api.parameters import Id, KindOrNone
from graph import comparison, paths, search
from graph.answers import Comparison, Paths, SearchResult

router = APIRouter(prefix="/api", tags=["finding"])


@router.get("/search", operation_id="search", response_model=SearchResult, responses=problems(422))
async def find(
    request: Request,
    q: Annotated[str, Query(max_length=300, description="What was typed so far, or an identifier.", examples=["yux"])],
    kind: KindOrNone = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Response:
    """People, papers, topics and institutions by prefix while typing; accents folded, small typos forgiven."""
    return await answer(request, search.search, text=q, kind=kind, limit=limit)


@router.get("/paths", operation_id="paths", response_model=Paths, responses=problems(404, 422))
async def between(
    request: Request,
    source: Annotated[Id, Query(alias="from", description="A person.", examples=["demo:yuxiong-he"])],
    target: Annotated[Id, Query(alias="to", description="Another person.", examples=["demo:zhewei-yao"])],
    exclude: Annotated[
        list[Id], Query(default_factory=list, max_length=50, description="People to go around; may be repeated.")
    ],
    via: Annotated[
        list[Id], Query(default_factory=list, max_length=3, description="People to pass through, in order.")
    ],
    k: Annotated[int, Query(ge=1, le=10, description="How many paths at most.")] = 3,
) -> Response:
    """Shortest chains of co-authors between two people, with the papers of each step."""
    return await answer(request, paths.paths, source=source, target=target, exclude=exclude, via=via, k=k)


@router.get("/compare", operation_id="compare", response_model=Comparison, responses=problems(404, 422))
async def side_by_side(
    request: Request,
    a: Annotated[Id, Query(description="A person.", examples=["demo:yuxiong-he"])],
    b: Annotated[Id, Query(description="Another person.", examples=["demo:tim-dettmers"])],
    limit: Annotated[int, Query(ge=1, le=comparison.SHOWN, description="Entries of each list at most.")] = 20,
) -> Response:
    """What two people share, and what each has alone: works, co-authors, topics, institutions."""
    return await answer(request, comparison.compare, a=a, b=b, limit=limit)
