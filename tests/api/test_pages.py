"""The front end's files and pages, their headers, and what is said where there is none."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from api import describe, pages
from api.app import create_app
from graph.settings import Settings
from graph.store import Store

INDEX = '<!doctype html><html><head><base href="/" /></head><body>Toy</body></html>'


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end as the build leaves it."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "assets" / "index-C14AvLPd.js").write_text("export {};" * 200)
    (tmp_path / "theme.js").write_text("1;")
    monkeypatch.setattr(pages.install, "__defaults__", (tmp_path,))
    return tmp_path


def client(app: FastAPI) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test")


ADDRESSES = ["/", "/explore", "/explore?start=toy:ann", "/compare", "/people/toy:none", "/privacy"]
DOORS = [f"/{name}" for name in describe.ACCOUNT]


@pytest.mark.parametrize("address", [*ADDRESSES, *DOORS])
async def test_the_page_at_each_of_its_addresses(built: Path, settings: Settings, server: Store, address: str) -> None:
    async with client(create_app(settings, server)) as browser:
        page = await browser.get(address, headers={"Accept": "text/html"})
    assert page.text.endswith("<body>Toy</body></html>")
    assert page.status_code == (404 if "none" in address else 200)
    assert page.headers["cache-control"] == "no-cache"
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert ("noindex" in page.text) == (address in DOORS or "?" in address or "none" in address)
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize(
    ("ancestors", "policy"),
    [(("*",), "*"), (("https://a.example", "https://*.b.example"), "https://a.example https://*.b.example")],
)
async def test_only_the_embedded_view_may_stand_in_a_frame(
    built: Path, settings: Settings, server: Store, ancestors: tuple[str, ...], policy: str
) -> None:
    app = create_app(settings.model_copy(update={"embed_ancestors": ancestors}), server)
    async with client(app) as browser:
        page = await browser.get("/embed?start=toy:ann")
        others = [await browser.get(each) for each in ("/", "/embed/x", "/explore", "/api/dataset", "/theme.js")]
    assert page.headers["content-security-policy"].endswith(
        f"base-uri 'self'; form-action 'self'; frame-ancestors {policy}"
    )
    assert "set-cookie" not in page.headers
    assert '<meta name="robots" content="noindex" />' in page.text
    for other in others:
        assert other.headers["content-security-policy"].endswith("frame-ancestors 'none'")


async def test_files_with_a_digest_in_their_name_are_kept_for_ever(
    built: Path, settings: Settings, server: Store
) -> None:
    async with client(create_app(settings, server)) as browser:
        hashed = await browser.get("/assets/index-C14AvLPd.js")
        plain = await browser.get("/theme.js")
        outside = await browser.get("/assets/..%2Findex.html")
        missing = await browser.get("/assets/none-C14AvLPd.js")
    assert hashed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert hashed.headers["content-encoding"] == "gzip"
    assert (plain.text, plain.headers["cache-control"]) == ("1;", "no-cache")
    assert (outside.status_code, missing.status_code) == (404, 404)
    assert "cache-control" not in missing.headers


async def test_other_addresses_are_no_page(built: Path, settings: Settings, server: Store) -> None:
    async with client(create_app(settings, server)) as browser:
        page = await browser.get("/else", headers={"Accept": "text/html,*/*"})
        data = await browser.get("/else", headers={"Accept": "application/json"})
        api = await browser.get("/api/else", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert page.text.endswith("<body>Toy</body></html>")
    assert page.headers["cache-control"] == "no-cache"
    for answer in (data, api):
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


async def test_a_front_end_that_is_not_built_says_so(
    tmp_path: Path, settings: Settings, server: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages.install, "__defaults__", (tmp_path / "none",))
    async with client(create_app(settings, server)) as browser:
        page = await browser.get("/")
    assert page.status_code == 503
    assert "make web" in page.text


@pytest.mark.parametrize("address", ["/explore", "/bzpeer/explore"])
async def test_below_a_root_path(built: Path, settings: Settings, server: Store, address: str) -> None:
    """Behind proxies that strip the root path, and behind those that do not."""
    app = create_app(settings.model_copy(update={"root_path": "/bzpeer"}), server)
    async with client(app) as browser:
        page = await browser.get(address)
        missing = await browser.get("/bzpeer/api/papers/doi:10.1%2Fslice")
        lost = await browser.get("/bzpeer/else", headers={"Accept": "text/html"})
    for text in (page.text, lost.text):
        assert '<base href="/bzpeer/" />' in text
    assert '<link rel="canonical" href="http://test/bzpeer/explore" />' in page.text
    assert lost.status_code == 404
    assert (missing.status_code, missing.json()["detail"][:9]) == (404, "No paper ")


async def test_cors_is_off_unless_set(settings: Settings, server: Store) -> None:
    asked = {"Origin": "https://other.example"}
    async with client(create_app(settings, server)) as browser:
        assert "access-control-allow-origin" not in (await browser.get("/healthz", headers=asked)).headers
    allowed = settings.model_copy(update={"cors_origins": ("https://other.example",)})
    async with client(create_app(allowed, server)) as browser:
        answer = await browser.get("/healthz", headers=asked)
        assert answer.headers["access-control-allow-origin"] == "https://other.example"
        other = await browser.get("/healthz", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


async def test_only_trusted_proxies_are_believed(
    settings: Settings, server: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []
    monkeypatch.setattr("api.logs.access", lambda *args: seen.append(args[-1]))
    forwarded = {"X-Forwarded-For": "203.0.113.7"}
    for trusted in ((), ("127.0.0.1",)):
        async with client(create_app(settings.model_copy(update={"trusted_proxies": trusted}), server)) as browser:
            await browser.get("/healthz", headers=forwarded)
    assert seen == ["127.0.0.1", "203.0.113.7"]
