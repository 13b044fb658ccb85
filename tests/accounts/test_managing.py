"""What users do with their own account."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from api.accounts.tables import Table, User
from tests.accounts.conftest import PASSWORD, Site, log_in, register, who

NEW = "another fine password"


async def token(browser: Any, *scopes: str, **more: Any) -> dict[str, Any]:
    answer = await browser.post("/api/account/tokens", json={"name": "t", "scopes": list(scopes), **more})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def test_sessions_are_listed_and_ended(site: Site) -> None:
    first, other = await site.user("ann"), site.browser(**{"User-Agent": "Another " * 100})
    await log_in(other, "ann")
    items = (await first.get("/api/account/sessions")).json()["items"]
    assert [(each["current"], len(each["agent"])) for each in items] == [(False, 200), (True, 19)]
    stranger = await site.user("ben")
    assert (await stranger.delete(f"/api/account/sessions/{items[0]['id']}")).status_code == 404
    assert (await first.delete(f"/api/account/sessions/{items[0]['id']}")).status_code == 200
    assert (await who(first), await who(other)) == ("ann", None)
    await log_in(other, "ann")
    assert (await first.delete("/api/account/sessions")).status_code == 200
    assert (await who(first), await who(other), await who(stranger)) == ("ann", None, "ben")


async def test_a_password_is_changed_by_whoever_knows_it(site: Site) -> None:
    first, other = await site.user("ann"), site.browser()
    await log_in(other, "ann")
    wrong = await first.post("/api/account/password", json={"old": "wrong", "password": NEW})
    assert (wrong.status_code, wrong.json()["type"]) == (403, "urn:bzpeer:forbidden")
    right = await first.post("/api/account/password", json={"old": PASSWORD, "password": NEW})
    assert right.status_code == 200
    assert (await who(first), await who(other)) == ("ann", None)
    assert [(await log_in(other, "ann", each)).status_code for each in (PASSWORD, NEW)] == [401, 200]


async def test_a_token_does_what_its_scopes_say_and_no_more(site: Site, later: Callable[[timedelta], None]) -> None:
    browser = await site.user("ann")
    made = await token(browser, "account:read", days=1)
    assert made["secret"].startswith("bzpeer_")
    program = site.browser(Authorization=f"Bearer {made['secret']}")
    del program.headers["Sec-Fetch-Site"]
    assert (await program.get("/api/account/export")).status_code == 200
    assert (await program.get("/api/account")).json()["user"]["name"] == "ann"
    for method, path in (("GET", "sessions"), ("GET", "tokens"), ("DELETE", "sessions")):
        assert (await program.request(method, f"/api/account/{path}")).status_code == 403
    assert (await program.post("/api/account/tokens", json={"name": "t", "scopes": ["follow"]})).status_code == 403
    weak = site.browser(Authorization=f"Bearer {(await token(browser, 'follow'))['secret']}")
    assert (await weak.get("/api/account/export")).status_code == 403
    listed = (await browser.get("/api/account/tokens")).json()["items"]
    assert [(each["scopes"], "secret" in each) for each in listed] == [(["follow"], False), (["account:read"], False)]
    later(timedelta(days=1, seconds=1))
    assert (await program.get("/api/account/export")).status_code == 401
    assert (await browser.delete(f"/api/account/tokens/{listed[0]['id']}")).status_code == 200
    gone = await weak.get("/api/account")
    assert (gone.status_code, gone.headers["www-authenticate"]) == (401, "Bearer")


async def test_a_token_is_nobody_elses_to_revoke(site: Site) -> None:
    made = await token(await site.user("ann"), "account:read")
    stranger = await site.user("ben")
    assert (await stranger.delete(f"/api/account/tokens/{made['token']['id']}")).status_code == 404


async def test_the_export_holds_what_is_stored(site: Site) -> None:
    browser = await site.user("ann")
    await token(browser, "account:read")
    assert (await browser.patch("/api/account", json={"name": "  Ann   Toy "})).json()["name"] == "Ann Toy"
    answer = await browser.get("/api/account/export")
    assert answer.headers["content-disposition"].startswith("attachment")
    found = answer.json()
    assert (found["user"]["name"], found["user"]["email"]) == ("Ann Toy", "ann@example.org")
    assert (len(found["sessions"]), len(found["tokens"])) == (1, 1)
    actions = [line["action"] for line in found["audit"]]
    assert actions == ["account.registered", "account.token_made", "account.renamed"]


async def test_who_leaves_leaves_nothing_but_ids(site: Site) -> None:
    browser = await site.user("marker")
    made = await token(browser, "account:read")
    await browser.post("/api/account/reset", json={"email": "marker@example.org"})
    await site.accounts.post.settled()
    assert (await browser.post("/api/account/delete", json={"password": "wrong"})).status_code == 403
    assert (await browser.post("/api/account/delete", json={"password": PASSWORD})).status_code == 200
    assert await who(browser) is None
    assert (await log_in(browser, "marker")).status_code == 401
    assert (await site.browser(Authorization=f"Bearer {made['secret']}").get("/api/account")).status_code == 401
    assert "marker" not in await everything(site)


async def test_a_disabled_user_is_out_at_once(site: Site) -> None:
    browser = await site.user("ann")
    program = site.browser(Authorization=f"Bearer {(await token(browser, 'account:read'))['secret']}")
    async with site.accounts.store.write() as db:
        await db.execute(text("UPDATE users SET disabled_at = '2026-01-01 00:00:00'"))
    assert await who(browser) is None
    assert (await program.get("/api/account/export")).status_code == 401
    assert (await log_in(browser, "ann", "a wrong password")).status_code == 401
    refused = await log_in(browser, "ann")
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:bzpeer:forbidden")


async def test_secrets_are_stored_as_digests_and_logged_nowhere(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("bzpeer"), "propagate", True)
    caplog.set_level(logging.DEBUG)
    password, browser, secrets = "marker-password-1", site.browser(), []
    await register(browser, "ann", password=password)
    secrets.append(await site.link())
    await browser.post("/api/account/verify", json={"token": secrets[0]})
    secrets += [browser.cookies["bzpeer_session"], (await token(browser, "account:read"))["secret"]]
    await browser.post("/api/account/reset", json={"email": "ann@example.org"})
    secrets.append(await site.link())
    tried = [
        await browser.post("/api/account/login", json={"email": "ann@example.org", "password": password + "x" * 300}),
        await browser.post("/api/account/login", json={"email": "ann@example.org", "password": [password]}),
        await browser.post("/api/account/verify", json={"token": secrets[3] * 9}),
        await browser.post("/api/account/password", json={"old": password, "password": "marker"}),
        await browser.post("/api/account/login", content=f'{{"password": "{password}"'.encode()),
        await browser.get("/api/account/export"),
    ]
    stored = await everything(site)
    for secret in (password, *secrets):
        assert secret not in stored
        assert secret not in caplog.text
        assert all(secret not in each.text for each in tried), secret
    assert "marker" not in "".join(each.text for each in tried)


async def test_a_password_is_hashed_with_argon2id(site: Site) -> None:
    await site.user("ann")
    async with site.accounts.store.read() as db:
        hash = (await db.execute(select(User.password))).scalar_one()
    assert hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def everything(site: Site) -> str:
    """Return all rows of all tables as text."""
    async with site.accounts.store.read() as db:
        rows = [(await db.execute(select(table))).all() for table in Table.metadata.sorted_tables]
    return repr(rows)
