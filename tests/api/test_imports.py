"""Bringing in a person or paper in the background: from stand-ins of the services into the real graph."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from api import imports
from api.app import create_app
from graph.answers import Import
from graph.settings import Settings
from graph.store import Store
from loaders import arxiv_api, http, pipeline
from loaders.pipeline import load
from loaders.place import load_place
from tests.loaders.conftest import Asked, Reply, StandIn, stand_in
from tests.toy import paper, person, toy

__all__ = ["stand_in"]

ORCID = "0000-0002-1825-0097"
AUTHOR = {"id": "https://openalex.org/A1", "display_name": "a1", "orcid": f"https://orcid.org/{ORCID}"}
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2001.00001v1</id>
<updated>2020-01-01T00:00:00Z</updated><published>2020-01-01T00:00:00Z</published><title>p1</title>
<author><name>A Toy</name></author></entry></feed>"""


def work(number: int) -> dict[str, Any]:
    author = {"author": {"id": AUTHOR["id"], "display_name": "a1"}, "author_position": "first"}
    return {"id": f"https://openalex.org/W{number}", "title": f"p{number}", "authorships": [author]}


def reply(value: Any, status: int = 200) -> Reply:
    return status, {"Content-Type": "application/json"}, json.dumps(value).encode()


def openalex(asked: Asked) -> Reply:
    """Answer as OpenAlex does for an author with three works; arXiv's feed has one paper."""
    if asked.path.endswith("/query"):
        return 200, {}, ATOM.encode()
    if asked.path in ("/authors/A1", f"/authors/orcid:{ORCID}"):
        return reply(AUTHOR)
    if asked.path == "/works/W7":
        return reply(work(7))
    if asked.path == "/works" and asked.parameters["filter"] == "author.id:A1":
        return reply({"meta": {"count": 3, "next_cursor": None}, "results": [work(at) for at in range(1, 4)]})
    return 404, {}, b""


@pytest.fixture
def app(
    store: Store, settings: Settings, stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., FastAPI]:
    """A function that makes the application with the stand-in for OpenAlex and arXiv."""
    stand_in.answer = openalex
    monkeypatch.setattr(arxiv_api, "_PAUSE", 0.01)
    monkeypatch.setattr(http, "_ATTEMPTS", 1)
    own = {"openalex_url": stand_in.address, "arxiv_url": stand_in.address, "cache_dir": tmp_path, "data_dir": tmp_path}
    return lambda **more: create_app(settings.model_copy(update={**own, **more}), store)


@asynccontextmanager
async def visiting(app: FastAPI, ip: str = "192.0.2.1") -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app, client=(ip, 1))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test", timeout=60) as client:
        yield client
        await app.state.imports.close()


async def ended(client: httpx2.AsyncClient, begun: httpx2.Response) -> Import:
    """Wait until an import is over; every state on the way fits the model."""
    assert begun.status_code == 202, begun.text
    for _ in range(2400):
        found = Import.model_validate_json((await client.get(begun.headers["location"])).content)
        if found.state in ("done", "failed"):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(found)


async def begin(client: httpx2.AsyncClient, id: str) -> httpx2.Response:
    return await client.post("/api/imports", json={"id": id})


@pytest.mark.parametrize("id", [f"https://orcid.org/{ORCID}", "A1", "https://openalex.org/A1"])
async def test_a_person_comes_with_all_works(app: Callable[..., FastAPI], tmp_path: Path, id: str) -> None:
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, id))
        assert over.state == "done", over.says
        assert over.node
        assert (over.node.id, over.node.kind, over.node.label) == ("openalex:A1", "Person", "a1")
        assert (over.progress.read, over.progress.total) == (4, 4)
        assert over.says == "4 records read from OpenAlex, 4 of them new or changed."
        profile = (await client.get(f"/api/people/orcid:{ORCID}")).json()
        assert (profile["id"], profile["counts"]["works"]["value"]) == ("openalex:A1", 3)
    assert list((tmp_path / "imports").iterdir()) == []


async def test_papers_and_authors_of_arxiv(app: Callable[..., FastAPI]) -> None:
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, "W7"))
        assert over.node
        assert (over.node.id, over.node.kind) == ("openalex:W7", "Paper")
        over = await ended(client, await begin(client, "arXiv:2001.00001v2"))
        assert over.node
        assert (over.node.id, over.subject) == ("arxiv:2001.00001", "arxiv:2001.00001")
        over = await ended(client, await begin(client, "au:Toy, A"))
        assert over.node
        assert (over.node.id, over.subject) == ("arxiv:2001.00001", "au:Toy, A")
        assert "arXiv has no ids of people" in over.says


async def test_what_is_here_is_fetched_again_by_the_best_of_its_identifiers(
    app: Callable[..., FastAPI], store: Store, stand_in: StandIn
) -> None:
    known = person("ann", "openalex:A1")
    await load(store.connection, toy(known, person("bob"), paper("p1", ids=("arxiv:2001.00001",), by="ann")))
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, "toy:ann"))
        assert over.state == "done", over.says
        assert over.node
        assert (over.subject, over.node.id) == ("openalex:A1", "toy:ann")
        over = await ended(client, await begin(client, "toy:p1"))
        assert (over.state, over.subject) == ("done", "arxiv:2001.00001")
        refused = await begin(client, "toy:bob")
        assert refused.status_code == 422
        assert refused.json()["detail"].startswith("'bob' has no identifier that a live source knows")


@pytest.mark.parametrize("id", ["toy:none", "0000-0002-1825-0098", "Ann Toy", "I1", "  "])
async def test_what_nobody_can_be_asked_for_is_refused(app: Callable[..., FastAPI], id: str) -> None:
    async with visiting(app()) as client:
        answer = await begin(client, id)
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:bzpeer:invalid-value")
        assert "Give an ORCID iD" in answer.json()["detail"]
        assert (await client.get("/api/imports/none")).status_code == 404


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((404, {}, b""), "OpenAlex does not know openalex:A1: check the identifier."),
        ((503, {}, b""), "OpenAlex cannot be read now: it answers 503 Service Unavailable. Try again later."),
        ((200, {}, b"<html>"), "OpenAlex answered with something other than JSON"),
        ((403, {}, b""), "OpenAlex refuses the request (403)."),
    ],
)
async def test_a_failure_is_one_sentence(
    app: Callable[..., FastAPI], stand_in: StandIn, answer: Reply, says: str
) -> None:
    stand_in.answer = lambda asked: answer
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, "A1"))
    assert (over.state, over.node) == ("failed", None)
    assert over.says.startswith(says)
    assert "\n" not in over.says


async def test_a_service_that_cannot_be_reached(app: Callable[..., FastAPI]) -> None:
    async with visiting(app(openalex_url="http://127.0.0.1:1")) as client:
        over = await ended(client, await begin(client, "A1"))
    assert over.says.startswith("OpenAlex cannot be reached at 127.0.0.1")


async def test_a_load_elsewhere_is_not_disturbed(app: Callable[..., FastAPI], store: Store) -> None:
    async with load_place(store.connection), visiting(app()) as client:
        over = await ended(client, await begin(client, "A1"))
    assert over.state == "failed"
    assert over.says == "Other data is being loaded here just now: try again when that is done."


async def test_a_fault_of_the_program_shows_no_trace(
    app: Callable[..., FastAPI], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: Any) -> Any:
        raise RuntimeError("secret")

    monkeypatch.setattr(imports, "bring", broken)
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, "A1"))
    assert over.says == f"The program failed; report it with the id {over.id} if it fails again."
    assert "secret" in caplog.text


async def test_imports_that_are_off(app: Callable[..., FastAPI]) -> None:
    async with visiting(app(imports="off")) as client:
        answer = await begin(client, "A1")
        assert (answer.status_code, answer.json()["type"]) == (403, "urn:bzpeer:not-allowed")
        assert (await client.get("/api/dataset")).json()["imports"] is False
    async with visiting(app()) as client:
        assert (await client.get("/api/dataset")).json()["imports"] is True


@pytest.fixture
def held(stand_in: StandIn) -> threading.Event:
    """Holds all answers of the services back until it is set; at the end they are let go."""
    let_go = threading.Event()

    def answer(asked: Asked) -> Reply:
        let_go.wait(30)
        return openalex(asked)

    stand_in.answer = answer
    return let_go


async def test_the_same_subject_twice_is_one_import(app: Callable[..., FastAPI], held: threading.Event) -> None:
    async with visiting(app(imports_per_client=2)) as client:
        first, again = await begin(client, "A1"), await begin(client, "https://openalex.org/A1")
        other = await begin(client, "W7")
        assert first.json()["id"] == again.json()["id"] != other.json()["id"]
        assert other.json()["says"] == "Waiting for 1 other."
        held.set()
        assert (await ended(client, first)).state == (await ended(client, other)).state == "done"
        assert (await begin(client, "A1")).status_code == 429


async def test_too_many_are_told_when_to_come_back(
    app: Callable[..., FastAPI], held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "WAITING", 2)
    async with visiting(app(imports_per_client=3)) as client:
        begun = [await begin(client, f"W{number}") for number in (7, 8)]
        await asyncio.sleep(0.05)  # the first is taken from the queue
        begun.append(await begin(client, "W9"))
        full = await begin(client, "W10")
        assert (full.status_code, full.headers["retry-after"]) == (429, "60")
        held.set()
        assert [(await ended(client, each)).state for each in begun] == ["done", "failed", "failed"]
        spent = await begin(client, "W10")
        assert (spent.status_code, spent.json()["type"]) == (429, "urn:bzpeer:too-many")
        assert 3500 < int(spent.headers["retry-after"]) <= 3600
        assert "try again in 60 minutes" in spent.json()["detail"]


async def test_stopping_ends_what_runs_and_what_waits(
    app: Callable[..., FastAPI], held: threading.Event, store: Store, tmp_path: Path
) -> None:
    made = app()
    async with made.router.lifespan_context(made), visiting(made) as client:
        begun = [(await begin(client, id)).json()["id"] for id in ("A1", "W7")]
        await asyncio.sleep(0.1)
    states = [made.state.imports.state(id) for id in begun]
    assert {(each.state, each.says) for each in states} == {("failed", imports._STOPPED)}
    assert list((tmp_path / "imports").iterdir()) == []
    held.set()
    async with visiting(app()) as client:  # the place for a load was given back
        assert (await ended(client, await begin(client, "A1"))).state == "done"


async def test_a_load_that_is_stopped_in_the_middle_gives_its_place_back(
    app: Callable[..., FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, deriving, original = app(), asyncio.Event(), pipeline.derive

    async def endless(*_: Any) -> None:
        deriving.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(pipeline, "derive", endless)
    async with visiting(made) as client:
        begun = await begin(client, "A1")
        await asyncio.wait_for(deriving.wait(), 120)
        during = (await client.get(begun.headers["location"])).json()
        assert (during["state"], during["progress"]) == ("running", {"read": 4, "total": 4})
        assert during["says"] == "Adding what OpenAlex sent to the graph."
    assert made.state.imports.state(begun.json()["id"]).state == "failed"
    monkeypatch.setattr(pipeline, "derive", original)
    async with visiting(app()) as client:
        over = await ended(client, await begin(client, "A1"))
        assert over.state == "done", over.says
        assert (await client.get("/api/people/openalex:A1")).json()["counts"]["works"]["value"] == 3


async def test_states_are_remembered_within_bounds(
    app: Callable[..., FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "KEPT", 2)
    async with visiting(app()) as client:
        begun = []
        for number in range(1, 5):
            begun.append(await begin(client, f"W{number}"))
            await ended(client, begun[-1])
        known = [(await client.get(each.headers["location"])).status_code for each in begun]
    assert known == [404, 404, 200, 200]
