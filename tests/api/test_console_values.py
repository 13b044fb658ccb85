"""Values of analysts' queries that are too deep, too large or no Unicode: each is refused, or bounded."""

import io
import json
from collections.abc import Callable

import httpx2
import pytest
from fastapi import FastAPI
from pyarrow import parquet

from graph.answers import Table
from tests.api.conftest import ask, client_of


@pytest.mark.parametrize("value", [r'"\ud800"', r'["a\udfff"]', r'{"\ud800": 1}', r'{"$date": "\ud800"}'])
async def test_half_a_character_is_refused(here: httpx2.AsyncClient, value: str) -> None:
    assert "half a character" in (await raw(here, value)).json()["detail"]


async def raw(client: httpx2.AsyncClient, value: str) -> httpx2.Response:
    body = f'{{"query": "RETURN $v AS v", "params": {{"v": {value}}}}}'
    return await client.post("/api/cypher", content=body, headers={"Content-Type": "application/json"})


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return opening * depth + closing * depth


@pytest.mark.parametrize("value", [nested(101), nested(900), nested(450, '{"$map":{"$a":', "}}").replace(":}", ":1}")])
async def test_a_parameter_that_is_nested_too_deeply_is_refused(here: httpx2.AsyncClient, value: str) -> None:
    answer = await raw(here, value)
    assert answer.status_code == 422
    assert "within each other" in answer.json()["detail"]


async def test_what_is_nested_as_deeply_as_it_may_be_comes_back(here: httpx2.AsyncClient) -> None:
    given = json.loads(nested(100))
    assert (await ask(here, "RETURN $v AS v", v=given)).json()["rows"] == [[given]]
    odd = json.loads(nested(50, '{"$map":{"$a":', "}}").replace(":}", ":1}"))
    assert (await ask(here, "RETURN $v AS v", v=odd)).json()["rows"] == [[odd]]


@pytest.mark.parametrize("depth", [300, 1500])
async def test_a_value_that_is_nested_too_deeply_is_refused(here: httpx2.AsyncClient, depth: int) -> None:
    for accept in ("application/json", "application/x-ndjson", "text/csv"):
        answer = await ask(here, f"RETURN reduce(l = [], x IN range(1, {depth}) | [l]) AS l", accept)
        assert (answer.status_code, answer.json()["type"]) == (400, "urn:bzpeer:query-refused")
        assert "within each other" in answer.json()["detail"]


async def test_a_value_so_deep_that_the_server_falls_silent_ends_in_time(app_with: Callable[..., FastAPI]) -> None:
    """Neo4j runs out of stack while it writes such a value, and then says nothing more, neither the value nor why."""
    async with client_of(app_with(console_timeout=4.0, stream_timeout=4.0)) as client:
        for accept in ("application/json", "application/x-ndjson"):
            answer = await ask(client, "RETURN reduce(l = [], x IN range(1, 20000) | [l]) AS l", accept)
            assert (answer.status_code, answer.json()["type"]) == (504, "urn:bzpeer:time-limit")
        assert (await ask(client, "RETURN 1")).status_code == 200


async def test_a_plan_of_many_steps_is_told_as_far_as_it_can_be_read(here: httpx2.AsyncClient) -> None:
    answer = await ask(here, "EXPLAIN WITH 1 AS a " + "WITH a + rand() AS a " * 150 + "RETURN a")
    assert answer.status_code == 200
    last = Table.model_validate_json(answer.content).plan
    assert last
    while last.steps:
        (last,) = last.steps
    assert last.details.startswith("The steps before this one are not shown")


async def test_large_rows_of_parquet_are_passed_on_early(
    here: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.console.parquet.GROUP_BYTES", 100)
    query = "UNWIND range(1, 9) AS x RETURN x, [y IN range(1, 40) | x] AS list"
    answer = await ask(here, query, "application/vnd.apache.parquet")
    file = parquet.ParquetFile(io.BytesIO(answer.content))
    assert (file.metadata.num_row_groups, file.metadata.num_rows) == (5, 9)
    assert json.loads(file.read().to_pylist()[8]["list"]) == [9] * 40
