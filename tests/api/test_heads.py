"""The heads that the server sends: what previews and search engines read, escaped, canonical, from the facts."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from lxml import html

from api import pages
from api.app import create_app
from api.describe import plain_math
from api.head import LONGEST_DESCRIPTION, Head, path_of, with_head
from graph.connection import Connection
from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store import Store

INDEX = (
    '<!doctype html><html><head><base href="/" />\n<meta name="description" content="Old." />\n'
    "<title>Old</title></head><body>Toy</body></html>"
)


@pytest.fixture
async def visitor(
    server: Store, world: Connection, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of the program with a front end, on the small graph."""
    (tmp_path / "index.html").write_text(INDEX)
    monkeypatch.setattr(pages.install, "__defaults__", (tmp_path,))
    monkeypatch.setattr(pages, "PATIENCE", 60.0)  # a database that has just started plans its queries for seconds
    app = create_app(settings.model_copy(update={"public_url": "https://example.org"}), server)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as made:
        yield made


class Page:
    """What a crawler reads of a page."""

    def __init__(self, text: str) -> None:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        assert len(tree.xpath("//title")) == 1
        self.title = tree.findtext(".//title")
        self.canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
        metas = tree.xpath("//meta[@content]")
        self.metas = [(each.get("name") or each.get("property"), each.get("content")) for each in metas]
        scripts = tree.xpath("//script[@type='application/ld+json']/text()")
        self.data: dict[str, Any] = json.loads(scripts[0]) if scripts else {}

    def meta(self, name: str) -> str:
        (content,) = [content for each, content in self.metas if each == name]
        return str(content)


async def test_a_person(visitor: httpx2.AsyncClient) -> None:
    page = Page((await visitor.get("/people/orcid:0000-0002-1825-0097")).text)
    assert page.title == "Ann García · BZPEER"
    assert page.canonical == page.meta("og:url") == page.data["@id"] == "https://example.org/people/toy:ann"
    assert page.meta("description") == (
        "Ann García has 3 works in this graph, 2018 to 2020, on Graph Theory and Other Scheme, "
        "most closely with ben; Lab."
    )
    assert (page.meta("og:type"), page.meta("og:title"), page.meta("twitter:card")) == (
        "profile",
        "Ann García",
        "summary_large_image",
    )
    assert page.meta("og:image") == "https://example.org/card.png"
    assert page.data["@context"] == "https://schema.org"
    assert (page.data["@type"], page.data["name"]) == ("Person", "Ann García")
    assert page.data["sameAs"] == ["https://orcid.org/0000-0002-1825-0097"]
    assert page.data["affiliation"][0]["name"] == "Lab"
    assert page.data["knowsAbout"] == ["Graph Theory", "Other Scheme"]
    assert "何安" in page.data["alternateName"]


async def test_a_paper(visitor: httpx2.AsyncClient) -> None:
    page = Page((await visitor.get("/papers/doi:10.1000%2Fa%2Fb")).text)
    pasted = Page((await visitor.get("/papers/doi:10.1000/A/b")).text)
    assert (pasted.title, pasted.canonical) == (page.title, page.canonical)
    assert page.title == "On k-Graphs · BZPEER"
    assert page.canonical == "https://example.org/papers/toy:p1"
    assert page.meta("description") == (
        "An article of 2018 by Ann Garcia, Gus and Ben, in Journal of Toys, on Graph Theory and Other Scheme; "
        "cited by 2 works in this graph."
    )
    assert page.data["@type"] == "ScholarlyArticle"
    assert [each["name"] for each in page.data["author"]] == ["Ann Garcia", "Gus", "Ben"]
    assert page.data["author"][0]["@id"] == "https://example.org/people/toy:ann"
    assert "@id" not in page.data["author"][1]
    assert (page.data["datePublished"], page.data["isPartOf"]["name"]) == ("2018", "Journal of Toys")
    assert page.meta("citation_doi") == "10.1000/a/b"
    assert [content for name, content in page.metas if name == "citation_author"] == ["Ann Garcia", "Gus", "Ben"]


async def test_a_topic_and_an_institution(visitor: httpx2.AsyncClient) -> None:
    topic = Page((await visitor.get("/topics/toy:graphs")).text)
    assert topic.meta("description") == (
        "Graph Theory: a topic of the scheme toy with 3 works in this graph; "
        "most active on it: ben, Ann García and cal."
    )
    assert (topic.data["@type"], topic.data["inDefinedTermSet"]["name"]) == ("DefinedTerm", "toy")
    place = Page((await visitor.get("/institutions/ror:05gq02987")).text)
    assert place.canonical == "https://example.org/institutions/toy:lab"
    assert place.meta("description").startswith("Lab (DE): 2 people with works in this graph, on Graph Theory")
    assert (place.data["@type"], place.data["sameAs"]) == ("Organization", ["https://ror.org/05gq02987"])
    assert place.data["parentOrganization"][0]["name"] == "Universität Toy"


@pytest.mark.parametrize("address", ["/people/toy:none", "/people/toy:p1", "/papers/x", "/topics/" + "x" * 600])
async def test_what_is_not_there_is_404_with_the_page(visitor: httpx2.AsyncClient, address: str) -> None:
    answer = await visitor.get(address)
    page = Page(answer.text)
    assert (answer.status_code, page.meta("robots"), page.canonical) == (404, "noindex", "")


async def test_pages_that_are_the_same_for_all(visitor: httpx2.AsyncClient) -> None:
    start, explorer, view = [Page((await visitor.get(each)).text) for each in ("/", "/explore", "/explore?start=a")]
    assert (start.title, start.canonical) == ("BZPEER: researchers in context", "https://example.org/")
    assert explorer.canonical == "https://example.org/explore"
    assert (view.meta("robots"), view.canonical) == ("noindex", "")


async def test_a_comparison(visitor: httpx2.AsyncClient) -> None:
    page = Page((await visitor.get("/compare?a=orcid:0000-0002-1825-0097&b=toy:ben")).text)
    assert page.title == "Ann García and ben · BZPEER"
    assert page.canonical == "https://example.org/compare?a=toy:ann&b=toy:ben"
    assert (await visitor.get("/compare?a=toy:none&b=toy:ben")).status_code == 404


async def test_the_facts_are_asked_once(visitor: httpx2.AsyncClient) -> None:
    first = await visitor.get("/people/toy:cal")
    before = await queries(visitor)
    assert (await visitor.get("/people/toy:cal")).text == first.text
    assert (await visitor.get("/api/people/toy:cal")).status_code == 200
    after = await queries(visitor)
    assert {name for name in after if after[name] != before.get(name)} <= {"read/version"}


async def queries(visitor: httpx2.AsyncClient) -> dict[str, float]:
    lines = (await visitor.get("/metrics")).text.splitlines()
    counts = (line.partition('query="')[2].partition('"} ') for line in lines if "query_seconds_count" in line)
    return {name: float(number) for name, _, number in counts}


async def test_a_page_does_not_wait_for_slow_facts_nor_fail_without_them(
    visitor: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()

    async def slow(*_: Any) -> dict[str, Any]:
        await never.wait()
        raise StoreUnavailable("Gone.")

    async def away(*_: Any) -> dict[str, Any]:
        raise StoreUnavailable("Gone.")

    monkeypatch.setattr(pages, "PATIENCE", 0.01)
    monkeypatch.setattr(pages._Pages, "_facts", slow)
    answer = await visitor.get("/people/toy:ann")
    assert (answer.status_code, answer.text) == (200, INDEX)
    never.set()
    await asyncio.sleep(0)
    monkeypatch.setattr(pages._Pages, "_facts", away)
    answer = await visitor.get("/people/toy:ann")
    assert (answer.status_code, answer.text) == (503, INDEX)


async def test_the_address_of_a_request_is_believed_only_where_it_is_one(
    server: Store, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text(INDEX)
    monkeypatch.setattr(pages.install, "__defaults__", (tmp_path,))
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(create_app(settings, server)), base_url="http://test"
    ) as client:
        named = Page((await client.get("/", headers={"Host": "a.example:8000"})).text)
        foul = Page((await client.get("/", headers={"Host": 'a"><script>'})).text)
    assert named.canonical == "http://a.example:8000/"
    assert foul.canonical == "http://127.0.0.1:8000/"


def test_nothing_in_the_facts_ends_the_head() -> None:
    evil = "</script></title><script>alert(1)</script>\"'><!-- \u2028 \x00"
    head = Head(evil, evil, path_of("Person", evil), data={"name": evil}, metas=[("citation_author", evil)])
    text = with_head(INDEX, head, "https://example.org/")
    assert text.count("<script") == 1
    assert text.count("</script>") == 1
    assert "\x00" not in text
    page = Page(text)
    assert page.data["name"] == evil
    assert "<script>alert(1)</script>" in str(page.title)


def test_a_long_description_ends_between_words() -> None:
    text = with_head(INDEX, Head("T", "word " * 500, "x"), "https://example.org/")
    description = Page(text).meta("description")
    assert len(description) <= LONGEST_DESCRIPTION
    assert description.endswith("word…")


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("R$^3$-SQL", "R³-SQL"),
        (r"a $\alpha \leq 2$ b", "a α≤2 b"),
        ("costs $5 or $10", "costs $5 or $10"),
        ("broken $x_{1", "broken $x_{1"),
        (r"odd $\frac{$ end", r"odd \frac{ end"),
    ],
)
def test_titles_without_tex(title: str, plain: str) -> None:
    assert plain_math(title) == plain
