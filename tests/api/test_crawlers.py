"""robots.txt and the sitemap: every page once, in parts that fit the limits."""

import httpx2
import pytest
from lxml import etree

from api.routes import crawlers
from graph import listing
from graph.connection import Connection


def addresses(text: str) -> list[str]:
    return [str(each.text) for each in etree.fromstring(text.encode()).iter("{*}loc")]


async def test_robots_are_shown_the_sitemap(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("User-agent: *\n")
    assert "Sitemap: http://test/sitemap.xml\n" in answer.text


@pytest.mark.parametrize("size", [1, 2, 3, 5, 50_000])
async def test_every_page_stands_in_the_parts_once(
    client: httpx2.AsyncClient, world: Connection, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(crawlers, "PART", size)
    monkeypatch.setattr(listing, "PAGE", 2)
    parts = addresses((await client.get("/sitemap.xml")).text)
    found: list[str] = []
    for part in parts:
        answer = await client.get(part)
        assert answer.headers["content-type"] == "application/xml"
        inside = addresses(answer.text)
        assert 0 < len(inside) <= size
        found += inside
    ids = {row["id"] for row in await world.read("MATCH (n:Person|Paper) RETURN n.id AS id")}
    ids |= {row["id"] for row in await world.read("MATCH (n:Topic) WHERE n.papers > 0 RETURN n.id AS id")}
    ids |= {row["id"] for row in await world.read("MATCH (n:Institution) WHERE n.people > 0 RETURN n.id AS id")}
    assert len(found) == len(set(found)) == len(ids)
    assert {each.rpartition("/")[2] for each in found} == ids
    assert "http://test/people/toy:ann" in found
    assert "http://test/institutions/toy:lab" in found


async def test_an_unknown_part_is_a_problem(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/sitemap-dogs.xml")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
