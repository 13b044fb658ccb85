"""The examples of the OpenAPI document lead somewhere on the demo: a reader's first try of an operation succeeds."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from loaders.demo import DemoSource
from loaders.pipeline import load


@pytest.fixture
async def demo(store: Store, settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of an application on the demo."""
    await load(store.connection, DemoSource())
    app = create_app(settings, store)
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost", timeout=60) as client:
        yield client
    await app.state.accounts.close()


async def test_every_example_leads_somewhere(demo: httpx2.AsyncClient) -> None:
    document = (await demo.get("/api/openapi.json")).json()
    tried = [
        (method, path, values, body)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if not {"imports", "account"}.intersection(operation.get("tags", ()))  # these need more than an address
        for values in filled(operation)
        for body in bodies(operation, document)
    ]
    assert len(tried) > 20
    for method, path, values, body in tried:
        query = {name: value for name, value in values.items() if f"{{{name}}}" not in path}
        inside = {name: quote(str(values[name]), safe=":%/") for name in values.keys() - query.keys()}
        address = path.format(**inside)
        answer = await demo.request(method.upper(), address, params=query, json=body)
        assert answer.status_code == 200, (method, address, query, body, answer.text[:300])


def filled(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return values for all parameters that are needed or have examples: as many sets as one of them has examples."""
    known = {
        each["name"]: each["schema"].get("examples") or each["schema"].get("enum")
        for each in operation.get("parameters", ())
        if each["required"] or each["schema"].get("examples")
    }
    most = max((len(examples) for examples in known.values()), default=1)
    return [{name: examples[at % len(examples)] for name, examples in known.items()} for at in range(most)]


def bodies(operation: dict[str, Any], document: dict[str, Any]) -> list[Any]:
    """Return the examples of what is posted; one None for an operation to which nothing is."""
    if "requestBody" not in operation:
        return [None]
    content = operation["requestBody"]["content"]["application/json"]
    if "example" in content:
        return [content["example"]]
    model = document["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
    found: list[Any] = model.get("examples", [])  # of a graph that is shown there is none
    return found
