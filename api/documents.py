"""What the OpenAPI document says besides the routes: problems, examples, one name per operation."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.errors import MEDIA
from graph.answers import Problem

_EXAMPLES = Path(__file__).with_name("examples.json")
_WHEN = {
    400: "The request cannot be read, or the query is refused; `place` says where.",
    401: "Nobody is logged in, or the token does not hold.",
    403: "This is switched off, or not for this client or user.",
    404: "Nothing has this identifier.",
    406: "Rows are not given in this form.",
    409: "What is there already does not allow this.",
    410: "The link was used already, or is too old.",
    413: "The body is too large.",
    422: "A parameter is out of range or of the wrong shape.",
    429: "Too many at a time; `Retry-After` says when to ask again.",
    503: "The graph, or the account store, cannot be reached.",
    504: "The question ran out of time.",
}
_FILE = {"type": "string", "format": "binary"}
_JSON_FILE: dict[str, Any] = {"anyOf": [{"type": "array"}, {"type": "object"}]}
Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """Return the error responses of a route, besides those that every route may give."""
    return {status: {"model": Problem, "description": _WHEN[status]} for status in sorted({*statuses, 422, 503, 504})}


def file_responses(*media: str, failing: tuple[int, ...]) -> Responses:
    """Return the responses of a route that gives a file in one of the types `media`."""
    schemas = {each: {"schema": _JSON_FILE if each.endswith("json") else _FILE} for each in media}
    return {200: {"description": "The file.", "content": schemas}, **problems(*failing)}


@cache
def examples() -> dict[str, Any]:
    """Return an example of each operation's answer, taken from the demo and shortened."""
    found: dict[str, Any] = orjson.loads(_EXAMPLES.read_bytes())
    return found


def document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, made once."""
    if not app.openapi_schema:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for path in made["paths"].values():
            for operation in path.values():
                _finish(operation)
        app.openapi_schema = made
    return app.openapi_schema


def _finish(operation: dict[str, Any]) -> None:
    """Give problems their media type, the answer its example, and a body that can be sent the ways to send it wrong."""
    responses = operation["responses"]
    if "requestBody" in operation:
        for unread in (400, 413):
            responses.setdefault(str(unread), {**deepcopy(responses["422"]), "description": _WHEN[unread]})
    for status, response in responses.items():
        content = response.get("content", {})
        if not status.startswith("2"):
            response["content"] = {MEDIA: content["application/json"]}
        elif operation["operationId"] in examples() and "application/json" in content:
            content["application/json"]["example"] = examples()[operation["operationId"]]
