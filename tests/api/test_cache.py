"""The hot path: bytes are built once, ETags are strong, and nothing outlives the data set that it came from."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import httpx2
import pytest

from api import answers
from api.answers import Answers
from api.app import create_app
from api.metrics import Metrics
from api.warm import _warm
from graph.connection import Connection
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import load
from tests.toy import paper, person, toy

ADDRESS = "/api/people/toy:ann/works"


@pytest.fixture
async def fresh(store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of an application that looks at the version of the data set at every request."""
    monkeypatch.setattr(answers, "VERSION_AGE", 0.0)
    await load(store.connection, toy(person("ann"), *(paper(f"p{at}", by="ann") for at in range(9))))
    app = create_app(settings, store)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as client:
        yield client


async def test_a_second_request_asks_only_for_the_version(fresh: httpx2.AsyncClient) -> None:
    first = await fresh.get(ADDRESS)
    before = await queries(fresh)
    second = await fresh.get(ADDRESS)
    after = await queries(fresh)
    assert second.content == first.content
    assert {name for name in after if after[name] != before.get(name)} == {"read/version"}


async def queries(client: httpx2.AsyncClient) -> dict[str, float]:
    """Return how often each query ran."""
    lines = (await client.get("/metrics")).text.splitlines()
    counts = (line.partition('query="')[2].partition('"} ') for line in lines if "query_seconds_count" in line)
    return {name: float(number) for name, _, number in counts}


async def test_an_older_look_at_the_version_that_ends_later_is_not_believed(
    server: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One begins, a change is committed, a second look ends before the first: as when somebody disowns a work."""
    looks = {"old": asyncio.Event(), "new": asyncio.Event()}
    waiting = iter(looks)

    async def version(_: Connection) -> str:
        seen = next(waiting)
        await looks[seen].wait()
        return seen

    monkeypatch.setattr("graph.dataset.version", version)
    known = Answers(server.connection, Metrics())
    first = asyncio.create_task(known.version())
    await asyncio.sleep(0)
    second = asyncio.create_task(known.version(fresh=True))
    await asyncio.sleep(0)
    for each in ("new", "old"):
        looks[each].set()
        await asyncio.sleep(0.01)
    assert (await first, await second, await known.version()) == ("new", "new", "new")


async def test_unchanged_answers_are_not_sent_again(fresh: httpx2.AsyncClient) -> None:
    first = await fresh.get(ADDRESS)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "no-cache"
    for given in (tag, f"W/{tag}", f'"other", {tag}'):
        again = await fresh.get(ADDRESS, headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (await fresh.get(ADDRESS, headers={"If-None-Match": '"other"'})).status_code == 200


async def test_packed_and_plain_are_two_representations_of_one_answer(fresh: httpx2.AsyncClient) -> None:
    plain = await fresh.get(ADDRESS, headers={"Accept-Encoding": "identity"})
    refused = await fresh.get(ADDRESS, headers={"Accept-Encoding": "gzip;q=0, br"})
    packed = await fresh.get(ADDRESS, headers={"Accept-Encoding": "br, gzip"})
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in refused.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert {answer.headers["vary"] for answer in (plain, packed)} == {"Accept-Encoding"}
    assert int(packed.headers["content-length"]) < len(plain.content)
    assert len(gzip.compress(plain.content)) < len(plain.content)


async def test_defaults_and_their_values_are_one_question(fresh: httpx2.AsyncClient) -> None:
    assert (await fresh.get(ADDRESS)).headers["etag"] == (await fresh.get(f"{ADDRESS}?limit=20&sort=newest")).headers[
        "etag"
    ]
    assert (await fresh.get(ADDRESS)).headers["etag"] != (await fresh.get(f"{ADDRESS}?limit=19")).headers["etag"]


async def test_a_load_makes_every_answer_new(fresh: httpx2.AsyncClient, store: Store) -> None:
    before = await fresh.get(ADDRESS)
    await load(store.connection, toy(paper("new", 2022, by="ann"), key="more"))
    after = await fresh.get(ADDRESS, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert (before.json()["total"], after.json()["total"]) == (9, 10)
    assert after.headers["etag"] != before.headers["etag"]


async def test_a_load_that_changes_nothing_is_still_among_the_last_loads(
    fresh: httpx2.AsyncClient, store: Store
) -> None:
    before = (await fresh.get("/api/dataset")).json()
    await load(store.connection, toy(person("ann"), key="again"))
    after = (await fresh.get("/api/dataset")).json()
    assert before["version"] == after["version"]
    assert len(after["loads"]) == len(before["loads"]) + 1


async def test_the_cache_is_bounded(store: Store) -> None:
    kept = Answers(store.connection, Metrics(), capacity=1000)
    for at in range(50):
        kept._keep(answers.Built(str(at), b"x" * 300, None))
    assert list(kept._kept) == ["47", "48", "49"]
    assert kept._size == 900


def test_the_build_is_the_same_until_the_code_changes() -> None:
    assert answers.build() == answers.build()


async def test_warming_up_an_empty_graph_is_no_error(store: Store) -> None:
    await _warm(store.connection)
