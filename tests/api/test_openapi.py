"""The OpenAPI document: names, models, problems and examples."""

from typing import Any

import httpx2
import pytest
from pydantic import TypeAdapter

from api.accounts import answers as accounts
from api.accounts import answers_claims as claims
from api.accounts import answers_news as news
from api.accounts import answers_talk as talk
from api.documents import examples
from graph import answers


@pytest.fixture
async def document(client: httpx2.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get("/api/openapi.json")).json()
    return found


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["operationId"]: each for path in document["paths"].values() for each in path.values()}


async def test_every_operation_has_a_name_of_its_own_and_a_sentence(document: dict[str, Any]) -> None:
    every = [each for path in document["paths"].values() for each in path.values()]
    assert len(every) == len(operations(document)) >= 20
    assert all(each["description"].endswith(".") for each in every)


def gives_a_file(operation: dict[str, Any]) -> bool:
    return operation["tags"] == ["files"]


async def test_every_answer_and_every_problem_has_its_model(document: dict[str, Any]) -> None:
    for name, operation in operations(document).items():
        for status, response in operation["responses"].items():
            good = status.startswith("2")
            if good and gives_a_file(operation):
                assert "application/json" not in response["content"] or len(response["content"]) > 1
                continue
            if good and operation["tags"] == ["console"] and len(response["content"]) > 1:
                assert {"application/json", "application/x-ndjson", "text/csv"} <= response["content"].keys()
                continue
            media = "application/json" if good else "application/problem+json"
            (schema,) = [body["schema"] for body in response["content"].values()]
            assert list(response["content"]) == [media], (name, status)
            assert (schema["$ref"].endswith("/Problem")) == (not good), (name, status)


async def test_every_answer_has_an_example_that_fits(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        if gives_a_file(operation):
            continue
        (good,) = [response for status, response in operation["responses"].items() if status.startswith("2")]
        content = good["content"]["application/json"]
        model = content["schema"]["$ref"].rpartition("/")[2]
        if model == "Status":
            continue
        (found, *_) = [getattr(each, model) for each in (answers, accounts, claims, news, talk) if hasattr(each, model)]
        TypeAdapter(found).validate_python(content["example"], strict=False)
    assert set(examples()) <= set(operations(document))


async def test_every_identifier_has_an_example(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        for parameter in operation.get("parameters", ()):
            if parameter["name"] == "id":
                assert parameter["schema"].get("examples") or parameter.get("examples")
