"""The queries behind an answer: those that really run for it, and of answers only."""

from typing import Any

import httpx2
import pytest

from graph import answers
from graph.catalogue import catalogue


def names(found: httpx2.Response) -> list[str]:
    return [each.name for each in answers.Queries.model_validate_json(found.content).queries]


async def ran(client: httpx2.AsyncClient) -> dict[str, float]:
    """Return how often each query ran so far."""
    lines = (await client.get("/metrics")).text.splitlines()
    counts = (line.partition('query="')[2].partition('"} ') for line in lines if "query_seconds_count" in line)
    return {name: float(number) for name, _, number in counts}


async def test_the_queries_are_those_that_run(client: httpx2.AsyncClient) -> None:
    address = "people/toy:ann/slice?budget=7&kinds=Paper,Topic&from=2018"
    told = await client.get(f"/api/queries/behind/{address}")
    assert told.status_code == 200
    before = await ran(client)
    assert (await client.get(f"/api/{address}")).status_code == 200
    after = await ran(client)
    asked = {name for name in after if after[name] != before.get(name)}
    assert set(names(told)) == asked - {"read/version"}
    assert names(told) == ["read/resolve", "read/slice", "read/slice_edges"]
    assert asked >= {"read/slice"}


async def test_each_comes_with_text_and_parameters(client: httpx2.AsyncClient) -> None:
    told = await client.get("/api/queries/behind/people/orcid:0000-0002-1825-0097/slice?from=2018")
    queries = answers.Queries.model_validate_json(told.content)
    for each in queries.queries:
        known = catalogue()[each.name]
        assert (each.text, each.purpose, each.mode) == (known.text, known.purpose, "read")
        assert each.params.keys() == known.params.keys()
    assert (queries.queries[1].params["people"], queries.queries[1].params["year_from"]) == (["toy:ann"], 2018)
    assert queries.dataset == (await client.get("/api/people/toy:ann/slice")).json()["dataset"]


async def test_they_are_told_again_when_the_answer_is_kept(client: httpx2.AsyncClient) -> None:
    await client.get("/api/papers/doi:10.1000%2Fa%2Fb")
    first, second = [await client.get("/api/queries/behind/papers/doi:10.1000%2Fa%2Fb") for _ in range(2)]
    assert names(first) == names(second)
    assert "read/paper" in names(first)
    assert (await client.get("/api/papers/toy:p1")).json()["work"]["id"] == "toy:p1"


@pytest.mark.parametrize(
    ("address", "body", "name"),
    [
        ("slice", {"seeds": ["toy:ann", "toy:p4"]}, "read/slice"),
        ("edges", {"ids": ["toy:ann", "toy:p4"]}, "read/slice_edges"),
        ("adjacent", {"papers": ["toy:p1"]}, "read/adjacent_papers"),
    ],
)
async def test_posted_questions(client: httpx2.AsyncClient, address: str, body: dict[str, Any], name: str) -> None:
    assert name in names(await client.post(f"/api/queries/behind/{address}", json=body))


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "openapi.json", 404),
        ("GET", "queries/behind/people", 404),
        ("GET", "", 404),
        ("GET", "../healthz", 404),
        ("GET", "nothing", 404),
        ("GET", "slice", 404),  # posted only
        ("POST", "people", 404),
        ("GET", "people/toy:nobody", 404),
        ("GET", "people/toy:ann/slice?budget=0", 422),
        ("POST", "slice", 422),
    ],
)
async def test_nothing_else_is_called(client: httpx2.AsyncClient, method: str, address: str, status: int) -> None:
    told = await client.request(method, f"/api/queries/behind/{address}")
    assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json")
    assert "queries" not in told.json()


async def test_edges_over_http(client: httpx2.AsyncClient) -> None:
    found = await client.post("/api/edges", json={"ids": ["arxiv:1910.02054", "toy:ann", "toy:nobody"]})
    edges = answers.Edges.model_validate_json(found.content)
    assert [(edge.source, edge.target) for edge in edges.edges] == [("toy:ann", "toy:p1")]
    assert edges.unknown == ["toy:nobody"]
    many = await client.post("/api/edges", json={"ids": ["x"] * 1001})
    assert (many.status_code, many.json()["type"]) == (422, "urn:bzpeer:invalid-value")
