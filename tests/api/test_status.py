"""Health, readiness, numbers, logs, and the errors that are not the asker's fault."""

import logging
from typing import Any

import httpx2
import orjson
import pytest

from api import logs
from api.app import create_app
from graph import people
from graph.connection import Connection
from graph.errors import MemoryLimitExceeded, StoreUnavailable, TimeLimitExceeded
from graph.settings import Settings
from graph.store import Store


async def test_alive_and_ready(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).json() == {"status": "ready"}


@pytest.mark.parametrize(
    ("error", "status", "name"),
    [
        (StoreUnavailable("Nothing answers there: start it."), 503, "graph-unavailable"),
        (TimeLimitExceeded("It ran too long: ask for less."), 504, "time-limit"),
        (MemoryLimitExceeded("It needed too much: ask for less."), 503, "memory-limit"),
    ],
)
async def test_errors_of_the_graph(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, name: str
) -> None:
    async def fails(*_: object, **__: object) -> Any:
        raise error

    monkeypatch.setattr(Connection, "read", fails)
    for address in ("/readyz", "/api/people/toy:ann"):
        answer = await client.get(address)
        assert (answer.status_code, answer.json()["type"]) == (status, f"urn:bzpeer:{name}")
        assert answer.json()["detail"] == str(error)
        assert ("retry-after" in answer.headers) == (status == 503)
    assert (await client.get("/healthz")).status_code == 200


async def test_a_fault_of_the_program_is_logged_and_not_shown(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(*_: object, **__: object) -> Any:
        raise ZeroDivisionError("secret inner detail")

    fails.__module__, fails.__qualname__ = people.__name__, "profile"
    monkeypatch.setattr(people, "profile", fails)
    logs.LOG.propagate = True
    answer = await client.get("/api/people/toy:ann", headers={"X-Request-Id": "look-for-me"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "look-for-me" in answer.json()["detail"]
    (record,) = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert "look-for-me" in record.getMessage()
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


async def test_numbers_for_prometheus(client: httpx2.AsyncClient) -> None:
    await client.get("/api/people/toy:ann")
    await client.get("/api/people/toy:nobody")
    await client.get("/api/else/where")
    text = (await client.get("/metrics")).text
    assert 'bzpeer_requests_total{method="GET",route="/api/people/{id}",status="200"} 1.0' in text
    assert 'bzpeer_requests_total{method="GET",route="/api/people/{id}",status="404"} 1.0' in text
    assert 'bzpeer_requests_total{method="GET",route="none",status="404"} 1.0' in text
    assert 'bzpeer_request_seconds_count{route="/api/people/{id}"} 2.0' in text
    assert 'bzpeer_query_seconds_count{query="read/person"} 1.0' in text
    assert "toy:ann" not in text


async def test_one_line_per_request_without_its_query(
    client: httpx2.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("json")
    await client.get("/api/search?q=private", headers={"X-Request-Id": "r1", "Authorization": "Bearer secret"})
    lines = capsys.readouterr().err.splitlines()
    (line,) = [orjson.loads(each) for each in lines]
    assert (line["method"], line["path"], line["status"], line["request_id"]) == ("GET", "/api/search", 200, "r1")
    assert line["milliseconds"] > 0
    assert not [each for each in ("private", "secret") if each in lines[0]]
    logs.configure("plain")
    await client.get("/healthz%0AFAKE", headers={"X-Request-Id": "r2"})
    (plain,) = capsys.readouterr().err.splitlines()
    assert " INFO GET /healthz%0AFAKE 404 " in plain


async def test_the_application_opens_the_graph_itself_when_none_is_given(server: Store, settings: Settings) -> None:
    app = create_app(settings)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as client,
    ):
        assert (await client.get("/readyz")).status_code == 200
