"""Answers recalled by their address: the same bytes and headers as from the route, and nothing of another question."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request, Response

from api import answers
from api.answers import Answers
from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, toy

ADDRESS = "/api/people/toy:ann/works"
OWN = {"x-request-id", "date"}
"""Headers that two answers never share."""


@pytest.fixture
async def app(store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """An application that looks at the version of the data set only when a test says so."""
    monkeypatch.setattr(answers, "VERSION_AGE", 3600.0)
    await load(store.connection, toy(person("ann"), *(paper(f"p{at}", by="ann") for at in range(9))))
    return create_app(settings.model_copy(update={"cors_origins": ("http://elsewhere",)}), store)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of it, for whom `ADDRESS` is remembered."""
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as made:
        for _ in range(2):
            await made.get(ADDRESS)
        yield made


@pytest.fixture
def routed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were answered by way of their routes, since the fixture was made."""
    seen: list[str] = []
    respond = Answers.respond

    async def noted(self: Answers, request: Request, *rest: Any, **more: Any) -> Response:
        seen.append(request.url.path)
        return await respond(self, request, *rest, **more)

    monkeypatch.setattr(Answers, "respond", noted)
    return seen


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Accept-Encoding": "identity"},
        {"Accept-Encoding": "gzip;q=0"},
        {"Origin": "http://elsewhere"},
        {"Origin": "http://stranger"},
        {"If-None-Match": '""'},
        {"If-None-Match": '"other"'},
        {"X-Request-Id": "mine"},
    ],
)
async def test_a_recalled_answer_is_the_one_of_the_route(
    app: FastAPI, client: httpx2.AsyncClient, routed: list[str], headers: dict[str, str]
) -> None:
    recalled = await client.get(ADDRESS, headers=headers)
    assert routed == []
    app.state.answers._addresses.clear()
    asked = await client.get(ADDRESS, headers=headers)
    assert len(routed) == 1
    assert (recalled.status_code, recalled.content) == (asked.status_code, asked.content) == (200, asked.content)
    assert [each for each in recalled.headers.items() if each[0] not in OWN] == [
        each for each in asked.headers.items() if each[0] not in OWN
    ]
    assert recalled.headers.get("x-request-id") == headers.get("X-Request-Id", recalled.headers["x-request-id"])


async def test_clients_that_have_it_or_want_no_body_are_recalled_to(
    client: httpx2.AsyncClient, routed: list[str]
) -> None:
    whole = await client.get(ADDRESS)
    unchanged = await client.get(ADDRESS, headers={"If-None-Match": whole.headers["etag"]})
    head = await client.head(ADDRESS)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert routed == []


async def test_another_question_is_never_given_the_same_answer(client: httpx2.AsyncClient, routed: list[str]) -> None:
    assert (await client.get(f"{ADDRESS}?limit=2")).json()["next"]
    assert (await client.get(f"{ADDRESS}?limit=1000")).status_code == 422
    assert (await client.get("/api/people/toy:ann")).json()["id"] == "toy:ann"
    assert (await client.post(ADDRESS)).status_code == 405
    assert len(routed) == 2


async def test_errors_are_not_remembered(app: FastAPI, client: httpx2.AsyncClient) -> None:
    before = len(app.state.answers._addresses)
    for _ in range(3):
        assert (await client.get("/api/people/toy:nobody")).status_code == 404
    assert len(app.state.answers._addresses) == before


async def test_what_rests_on_more_than_the_version_is_asked_every_time(
    client: httpx2.AsyncClient, routed: list[str]
) -> None:
    for _ in range(4):
        await client.get("/api/dataset")
    assert len(routed) == 4


async def test_a_new_version_forgets_all_addresses(
    app: FastAPI, client: httpx2.AsyncClient, store: Store, routed: list[str]
) -> None:
    await load(store.connection, toy(paper("new", 2022, by="ann"), key="more"))
    assert (await client.get(ADDRESS)).json()["total"] == 9  # not looked at yet
    await app.state.answers.version(fresh=True)
    assert (await client.get(ADDRESS)).json()["total"] == 10
    assert len(routed) == 1


async def test_a_recalled_answer_is_counted_under_its_route(client: httpx2.AsyncClient, routed: list[str]) -> None:
    await client.get(ADDRESS)
    lines = (await client.get("/metrics")).text.splitlines()
    assert 'bzpeer_requests_total{method="GET",route="/api/people/{id}/works",status="200"} 3.0' in lines
    assert 'bzpeer_answers_total{from="cache"} 2.0' in lines
    assert routed == []


async def test_memory_of_addresses_is_bounded(
    app: FastAPI, client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "ADDRESSES", 3)
    for at in range(9):
        await client.get(f"{ADDRESS}?unknown={at}")
    await client.get(f"{ADDRESS}?unknown={'x' * answers.LONGEST_ADDRESS}")
    remembered = [address[3] for address in app.state.answers._addresses]
    assert remembered == ["unknown=6", "unknown=7", "unknown=8"]
