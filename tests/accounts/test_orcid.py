"""Logging in with ORCID, against a server that speaks the protocol."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from tests.accounts.conftest import Site, together, who
from tests.accounts.provider import CLIENT, ORCID, OTHER, SECRET, Provider, provider


@pytest.fixture
async def orcid() -> AsyncIterator[Provider]:
    """The authorisation server."""
    async with provider() as made:
        yield made


@pytest.fixture
def site(orcid: Provider, make_site: Callable[..., Site]) -> Site:
    """An application that is registered there."""
    return make_site(orcid_client_id=CLIENT, orcid_client_secret=SECRET, orcid_issuer=orcid.address)


async def go(browser: httpx2.AsyncClient, next: str = "/") -> str:
    """Begin, visit the provider as the browser would, and return the path and query with which it comes back."""
    began = await browser.post("/api/account/orcid", json={"next": next})
    assert began.status_code == 200, began.text
    async with httpx2.AsyncClient() as outside:
        sent = await outside.get(began.json()["address"])
    assert sent.status_code == 302, sent.text
    parts = urlsplit(sent.headers["location"])
    return f"{parts.path}?{parts.query}"


async def enter(browser: httpx2.AsyncClient, next: str = "/") -> str:
    """Log in with ORCID and return where the browser ends."""
    answer = await browser.get(await go(browser, next))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


@pytest.mark.parametrize("pkce", [True, False])
async def test_one_logs_in_with_orcid_and_goes_on(site: Site, orcid: Provider, pkce: bool) -> None:
    orcid.pkce = pkce
    browser = site.browser()
    assert (await browser.get("/api/account")).json()["ways"] == ["password", "orcid"]
    assert await enter(browser, "/people/toy:ann") == "/people/toy:ann"
    user = (await browser.get("/api/account")).json()["user"]
    assert (user["name"], user["orcid"], user["email"], user["password"]) == ("Ann García", ORCID, None, False)
    again = site.browser()
    await enter(again)
    assert (await again.get("/api/account")).json()["user"]["id"] == user["id"]
    assert (await browser.post("/api/account/delete", json={})).status_code == 200
    assert await who(again) is None


async def test_an_orcid_is_added_to_an_account_and_belongs_to_one(site: Site, orcid: Provider) -> None:
    ann, ben = await site.user("ann"), await site.user("ben")
    assert await enter(ann, "/account") == "/account"
    assert (await ann.get("/api/account")).json()["user"]["orcid"] == ORCID
    assert await enter(ben) == "/login?orcid=taken"
    assert (await ben.get("/api/account")).json()["user"]["orcid"] is None
    orcid.who = OTHER
    assert await enter(ann) == "/login?orcid=taken"
    orcid.who = ORCID
    stranger = site.browser()
    await enter(stranger)
    assert await who(stranger) == "ann"


async def test_who_has_no_mail_address_adds_one_by_the_link_of_a_letter(site: Site, orcid: Provider) -> None:
    ann, ben = site.browser(), await site.made("ben")
    await enter(ann)
    wanted = {"email": "Ann@Example.org"}
    assert (await ann.post("/api/account/email", json=wanted)).status_code == 202
    link = {"token": await site.link()}
    assert (await ann.get("/api/account")).json()["user"]["email"] is None  # not before the link was used
    assert (await ben.post("/api/account/email/confirm", json=link)).status_code == 410
    done = await ann.post("/api/account/email/confirm", json=link)
    assert (done.status_code, done.json()["email"]) == (200, "ann@example.org")
    assert (await ann.post("/api/account/email/confirm", json=link)).status_code == 410
    assert (await ann.post("/api/account/email", json=wanted)).status_code == 409
    orcid.who, other = OTHER, site.browser()
    await enter(other)
    assert (await other.post("/api/account/email", json=wanted)).status_code == 202  # nobody is told whose it is
    assert "has an account already" in (await site.letters())[-1].get_content()


async def test_one_orcid_that_comes_many_times_at_once_is_one_user(site: Site) -> None:
    browsers = [site.browser() for _ in range(10)]
    paths = [await go(each) for each in browsers]
    await together(*(each.get(path) for each, path in zip(browsers, paths, strict=True)))
    ids = {(await each.get("/api/account")).json()["user"]["id"] for each in browsers if await who(each)}
    assert len(ids) == 1


async def test_only_the_browser_that_went_comes_back_and_once(site: Site, orcid: Provider) -> None:
    browser, other = site.browser(), site.browser()
    path = await go(browser)
    assert (await other.get(path)).headers["location"] == "/login?orcid=expired"
    await go(other)
    assert (await other.get(path)).headers["location"] == "/login?orcid=expired"
    assert orcid.tokens == 0
    kept = browser.cookies["bzpeer_orcid"]
    assert (await browser.get(path)).headers["location"] == "/"
    replay = site.browser(Cookie=f"bzpeer_orcid={kept}")
    assert (await replay.get(path)).headers["location"] == "/login?orcid=expired"
    assert (orcid.tokens, await who(replay), await who(other)) == (1, None, None)


async def test_who_logs_in_meanwhile_is_not_given_the_orcid_of_another(site: Site) -> None:
    browser = await site.user("ann")
    path = await go(browser)
    await browser.post("/api/account/logout")
    assert (await browser.get(path)).headers["location"] == "/login?orcid=expired"


async def test_what_was_begun_ends_after_ten_minutes(site: Site, later: Callable[[timedelta], None]) -> None:
    browser = site.browser()
    path = await go(browser)
    later(timedelta(minutes=10, seconds=1))
    assert (await browser.get(path)).headers["location"] == "/login?orcid=expired"


async def test_who_refuses_is_told_so(site: Site, orcid: Provider) -> None:
    orcid.who = None
    assert await enter(site.browser()) == "/login?orcid=refused"


@pytest.mark.parametrize("broken", ["orcid", "code"])
async def test_a_provider_that_answers_wrongly_logs_nobody_in(
    site: Site, orcid: Provider, broken: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.logs.LOG.propagate", True)
    orcid.broken, browser = broken, site.browser()
    path = await go(browser)
    if broken == "code":
        orcid.codes.clear()
    answer = await browser.get(path)
    assert answer.headers["location"] == "/login?orcid=unavailable"
    assert await who(browser) is None
    assert "marker" not in caplog.text
    assert parse_qs(urlsplit(path).query)["code"][0] not in caplog.text


@pytest.mark.parametrize("broken", ["issuer", "discovery"])
async def test_a_provider_that_is_another_is_not_believed(site: Site, orcid: Provider, broken: str) -> None:
    orcid.broken = broken
    answer = await site.browser().post("/api/account/orcid", json={})
    assert (answer.status_code, answer.json()["detail"][:24]) == (503, "ORCID did not answer as ")
    orcid.broken = ""
    assert (await site.browser().post("/api/account/orcid", json={})).status_code == 200


async def test_nobody_is_sent_to_another_site(site: Site) -> None:
    assert await enter(site.browser(), "//evil.example") == "/"


async def test_it_is_absent_while_it_is_not_configured(make_site: Callable[..., Site]) -> None:
    browser = make_site().browser()
    assert (await browser.get("/api/account")).json()["ways"] == ["password"]
    answer = await browser.post("/api/account/orcid", json={})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:bzpeer:not-allowed")
