"""The queries behind an answer."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from api.answers import BEHIND, VERSIONS
from api.documents import problems
from graph.answers import Queries

router = APIRouter(prefix="/api", tags=["queries"])
_HERE = "/api/queries/behind/"
_ABOUT: dict[str, Any] = {"response_model": Queries, "responses": problems(404, 422)}
_WHAT = "Address of an answer, without `/api/`; its own query string follows."
Address = Annotated[str, Path(description=_WHAT, examples=["people/demo:yuxiong-he/works"])]
PostedAddress = Annotated[str, Path(description=_WHAT, examples=["slice"])]


class _Asked(Response):
    """The response of the route that gives the answer, told to give the queries behind it instead."""

    def __init__(self, route: APIRoute, scope: Scope) -> None:
        super().__init__()
        self._route = route
        self._scope = {**scope, BEHIND: True}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let that route answer."""
        await self._route.handle(self._scope, receive, send)


@router.get("/queries/behind/{address:path}", operation_id="queries_behind", **_ABOUT)
async def behind(request: Request, address: Address) -> Response:
    """The catalogue queries that an answer is made from, with their parameters, as they really run for it."""
    return _asked(request)


@router.post(
    "/queries/behind/{address:path}",
    operation_id="queries_behind_posted",
    openapi_extra={
        "requestBody": {
            "description": "The body of that question.",
            "content": {"application/json": {"schema": {"type": "object"}, "example": {"seeds": ["arxiv:1910.02054"]}}},
        }
    },
    **_ABOUT,
)
async def behind_posted(request: Request, address: PostedAddress) -> Response:
    """The same for an answer whose question is posted, such as `slice`."""
    return _asked(request)


def _asked(request: Request) -> Response:
    """Raise 404 unless an answer of the graph stands at the address; nothing else may be called from here."""
    scope = dict(request.scope, path=request.scope["path"].replace(_HERE, "/api/", 1))
    for each in iter_route_contexts(request.app.routes):
        route = each.original_route
        match, matched = route.matches(scope)
        if isinstance(route, APIRoute) and match is Match.FULL and _of_graph(route.response_model):
            return _Asked(route, {**scope, **matched})
    raise HTTPException(404)


def _of_graph(model: Any) -> bool:
    """Say whether an answer says from which version of the data set it was read."""
    return model is not Queries and bool(VERSIONS & getattr(model, "model_fields", {}).keys())
