"""News of a user: since the last visit, kept apart from asking; and the feed with its private address."""

import logging
from collections.abc import Callable
from datetime import timedelta
from xml.etree import ElementTree as ET

import httpx2
import pytest

from graph.connection import Connection
from graph.models import PersonRecord
from graph.store import Store
from loaders.pipeline import load
from tests.accounts.conftest import Site, together
from tests.conftest import WIPE
from tests.toy import paper, person, topic, toy

ATOM = "{http://www.w3.org/2005/Atom}"
HARD = 'A <b>"bold"</b> & \x0bvertical ]]> title'


@pytest.fixture
async def graph(server: Store) -> Connection:
    """Two people and a topic that were there before anybody came."""
    await server.connection.implicit(WIPE)
    ann = PersonRecord(id="toy:ann", name="Ann <García> & co")
    await load(server.connection, toy(topic("graphs"), ann, person("ben"), paper("old", by="ann", topics="graphs")))
    return server.connection


async def _comes(graph: Connection, key: str, **facts: str) -> None:
    await load(graph, toy(paper(key, **{"by": "ann", **facts}), key=key))  # type: ignore[arg-type]


async def _told(reader: httpx2.AsyncClient, **params: str) -> list[str]:
    answer = await reader.get("/api/me/news", params=params)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store"), answer.text
    return [each["id"] for each in answer.json()["items"]]


async def _seen(reader: httpx2.AsyncClient) -> None:
    until = (await reader.get("/api/me/news")).json()["until"]
    assert (await reader.post("/api/me/news/visit", json={"until": until})).status_code == 200


async def test_news_are_new_until_they_were_seen(site: Site, graph: Connection) -> None:
    reader, other = await site.made("reader"), await site.made("other")
    for each in (reader, other):
        await each.post("/api/follows/person/toy:ann")
    assert await _told(reader) == []
    await _comes(graph, "n1", title=HARD)
    assert await _told(reader) == await _told(reader) == ["toy:n1"]  # to ask is no visit
    until = (await reader.get("/api/me/news")).json()["until"]
    await _comes(graph, "n2")
    assert (await reader.post("/api/me/news/visit", json={"until": until})).json()["seen_until"] == until
    assert await _told(reader) == ["toy:n2"]  # it came between the page and its visit
    assert await _told(other) == ["toy:n1", "toy:n2"][::-1]
    await _seen(reader)
    assert await _told(reader) == []
    assert await _told(reader, since=until) == ["toy:n2"]
    assert await _told(reader, since="1970-01-01T00:00:00Z", until=until) == ["toy:n1"]
    await reader.post("/api/me/news/visit", json={"until": until})  # an older page, shown later
    assert await _told(reader) == []


async def test_nothing_is_news_that_came_before_one_followed(site: Site, graph: Connection) -> None:
    reader = await site.made("reader")
    await _comes(graph, "n1", topics="graphs")
    await reader.post("/api/follows/topic/toy:graphs")
    assert await _told(reader, since="1970-01-01T00:00:00Z") == []
    await reader.delete("/api/follows/topic/toy:graphs")
    answer = (await reader.get("/api/me/news")).json()
    assert (answer["follows"], answer["total"], answer["visited_at"]) == (0, 0, None)
    assert (await reader.get("/api/me/news", params={"since": "yesterday"})).status_code == 422


async def test_more_news_than_a_page_are_told_in_pages(site: Site, graph: Connection) -> None:
    reader = await site.made("reader")
    await reader.post("/api/follows/person/toy:ann")
    await load(graph, toy(*(paper(f"n{at}", by="ann") for at in range(60)), key="many"))
    first = (await reader.get("/api/me/news")).json()
    assert (first["shown"], first["total"]) == (50, 60)
    rest = (await reader.get("/api/me/news", params={"after": first["next"], "until": first["until"]})).json()
    assert (rest["shown"], rest["next"]) == (10, None)
    assert len({each["id"] for each in first["items"] + rest["items"]}) == 60


async def test_a_visit_is_stored_exported_and_deleted(site: Site, graph: Connection) -> None:
    reader = await site.made("reader")
    await reader.post("/api/me/news/visit", json={"until": "2100-01-01T00:00:00Z"})
    seen = (await reader.get("/api/account/export")).json()["news"]
    assert seen["seen_until"] == seen["visited_at"] < "2100"
    await reader.post("/api/me/feed")
    await reader.post("/api/account/delete", json={})
    again = await site.made("reader")
    assert set((await again.get("/api/account/export")).json()["news"].values()) == {None}


async def _feed(reader: httpx2.AsyncClient) -> str:
    made = await reader.post("/api/me/feed")
    assert made.status_code == 201
    address: str = made.json()["address"]
    return address


async def test_feed_is_atom_and_hides_nothing_behind_its_signs(site: Site, graph: Connection) -> None:
    reader, program = await site.made("reader"), site.browser()
    for each in ("person/toy:ann", "topic/toy:graphs"):
        await reader.post(f"/api/follows/{each}")
    address = await _feed(reader)
    empty = ET.fromstring((await program.get(address)).content)
    assert empty.findall(f"{ATOM}entry") == []
    await _comes(graph, "n1", title=HARD, topics="graphs", by="ann ben")
    await _seen(reader)
    answer = await program.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert (answer.headers["cache-control"], answer.headers["x-robots-tag"]) == (
        "private, max-age=900",
        "noindex, nofollow",
    )
    assert "set-cookie" not in answer.headers
    root = ET.fromstring(answer.content)
    for each in (root, *root.findall(f"{ATOM}entry")):
        assert (each.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert each.findtext(f"{ATOM}title")
        assert (each.findtext(f"{ATOM}updated") or "").endswith("Z")
    assert root.findtext(f"{ATOM}id") == empty.findtext(f"{ATOM}id")
    assert {each.get("rel") for each in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "BZPEER"
    work, tie = root.findall(f"{ATOM}entry")
    assert work.findtext(f"{ATOM}title") == 'A <b>"bold"</b> & vertical ]]> title (2020)'
    link = work.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "http://test/papers/toy:n1"
    assert [each.text for each in work.findall(f"{ATOM}author/{ATOM}name")] == ["ann", "ben"]
    assert (work.findtext(f"{ATOM}summary") or "").startswith("Because you follow Ann <García> & co: they are")
    assert tie.findtext(f"{ATOM}title") == "ben: new co-author of Ann <García> & co"
    kept = await program.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (kept.status_code, kept.content) == (304, b"")


async def test_address_of_a_feed_ends_and_is_not_kept(
    site: Site, graph: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    reader, program = await site.made("reader"), site.browser()
    first = await _feed(reader)
    with caplog.at_level(logging.INFO, logger="bzpeer.access"):
        assert (await program.get(first)).status_code == 200
    secret = first.rpartition("/")[2].removesuffix(".xml")
    assert "/feeds/…" in caplog.text
    assert secret not in caplog.text
    assert secret not in (await reader.get("/api/me/feed")).text + (await reader.get("/api/account/export")).text
    second = await _feed(reader)
    assert [(await program.get(each)).status_code for each in (first, second)] == [404, 200]
    await reader.delete("/api/me/feed")
    assert (await program.get(second)).status_code == 404
    assert "/feeds/" in (await program.get("/robots.txt")).text


async def test_feed_is_asked_for_so_often_only(site: Site, graph: Connection) -> None:
    address = await _feed(await site.made("reader"))
    asked = [await site.browser(f"192.0.2.{at}").get(address) for at in range(61)]
    assert [each.status_code for each in asked] == [200] * 60 + [429]
    assert int(asked[-1].headers["retry-after"]) > 0


async def test_feed_goes_back_some_weeks(site: Site, graph: Connection, later: Callable[[timedelta], None]) -> None:
    reader = await site.made("reader")
    await reader.post("/api/follows/person/toy:ann")
    await _comes(graph, "n1")
    address = await _feed(reader)
    assert b"toy:n1" in (await reader.get(address)).content
    later(timedelta(days=31))
    assert b"toy:n1" not in (await site.browser().get(address)).content


async def test_first_visits_in_many_tabs_at_once(site: Site) -> None:
    reader = await site.made("reader")
    answers = await together(*(reader.post("/api/me/news/visit", json={}) for _ in range(10)))
    assert {each.status_code for each in answers} == {200}
