"""Requests that another site has a browser send: refused wherever a cookie would speak for its owner."""

from collections.abc import Callable

import pytest

from tests.accounts.conftest import PASSWORD, Site, who

FROM = [
    ({"Sec-Fetch-Site": "same-origin"}, 200),
    ({"Sec-Fetch-Site": "none"}, 200),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "http://test"}, 403),
    ({"Origin": "http://test"}, 200),
    ({"Origin": "https://test"}, 403),
    ({"Origin": "http://test.evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({}, 403),
]


@pytest.mark.parametrize(("headers", "status"), FROM)
async def test_only_a_page_of_this_site_acts_for_its_user(site: Site, headers: dict[str, str], status: int) -> None:
    browser = await site.user("ann")
    del browser.headers["Sec-Fetch-Site"]
    answer = await browser.post("/api/account/tokens", json={"name": "t", "scopes": ["follow"]}, headers=headers)
    assert answer.status_code == (201 if status == 200 else status)
    answer = await browser.post("/api/account/logout", headers=headers)
    assert answer.status_code == status
    assert await who(browser) == ("ann" if status == 403 else None)


@pytest.mark.parametrize(("headers", "status"), [*FROM[:-1], ({}, 200)])
async def test_nobody_is_logged_in_by_another_site(site: Site, headers: dict[str, str], status: int) -> None:
    await site.user("ann")
    browser = site.browser()
    del browser.headers["Sec-Fetch-Site"]
    body = {"email": "ann@example.org", "password": PASSWORD}
    answer = await browser.post("/api/account/login", json=body, headers=headers)
    assert answer.status_code == status
    assert answer.json().get("type") == ("urn:bzpeer:cross-site" if status == 403 else None)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_what_a_form_can_send_is_not_read(site: Site, kind: str) -> None:
    browser = await site.user("ann")
    answer = await browser.post(
        "/api/account/tokens", content=b'{"name": "t", "scopes": ["follow"]}', headers={"Content-Type": kind}
    )
    assert (answer.status_code, answer.json()["type"]) == (415, "urn:bzpeer:not-json")


async def test_behind_a_proxy_the_origin_is_the_public_one(make_site: Callable[..., Site]) -> None:
    site = make_site(public_url="https://peers.example")
    browser = await site.user("ann")
    del browser.headers["Sec-Fetch-Site"]
    for origin, status in (("http://test", 403), ("https://peers.example", 200)):
        answer = await browser.post("/api/account/logout", headers={"Origin": origin})
        assert answer.status_code == status
