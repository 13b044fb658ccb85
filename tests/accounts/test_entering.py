"""Ways in: what a visitor goes through, what is tried twice, and what must not be seen from outside."""

from collections.abc import Callable
from datetime import timedelta

import httpx2
import pytest

from api.accounts import rates, secrets
from api.accounts.present import IDLE, LONGEST
from tests.accounts.conftest import PASSWORD, Site, log_in, register, secret_of, together, who

NEW = "another fine password"


async def test_one_registers_confirms_logs_out_and_in_and_goes_on(site: Site) -> None:
    browser = site.browser()
    assert await who(browser) is None
    await register(browser, "ann", next="/people/toy:ann?tab=works")
    assert await who(browser) is None
    assert (await log_in(browser, "ann")).status_code == 401  # the link comes first
    (letter,) = await site.letters()
    assert letter["To"] == "ann@example.org"
    assert "http://127.0.0.1:8000/verify#" in letter.get_content()
    done = await browser.post("/api/account/verify", json={"token": secret_of(letter)})
    assert (done.status_code, done.json()["next"]) == (200, "/people/toy:ann?tab=works")
    assert await who(browser) == "ann"
    assert (await browser.post("/api/account/logout")).status_code == 200
    assert await who(browser) is None
    entered = await log_in(browser, "ann", next="/explore")
    assert (entered.status_code, entered.json()["next"], entered.json()["user"]["name"]) == (200, "/explore", "ann")
    assert (await log_in(site.browser(), "ANN")).status_code == 200  # an address is one however it is typed


async def test_a_link_works_once_and_for_a_day(site: Site, later: Callable[[timedelta], None]) -> None:
    browser = site.browser()
    await register(browser, "ann")
    link = {"token": await site.link()}
    answers = await together(*(browser.post("/api/account/verify", json=link) for _ in range(10)))
    assert sorted(each.status_code for each in answers) == [200, *[410] * 9]
    await register(browser, "ben")
    link = {"token": await site.link()}
    later(timedelta(days=1, seconds=1))
    answer = await browser.post("/api/account/verify", json=link)
    assert (answer.status_code, answer.json()["type"]) == (410, "urn:bzpeer:expired")


async def test_a_link_of_one_kind_is_none_of_another(site: Site) -> None:
    await site.user("ann")
    browser = site.browser()
    await browser.post("/api/account/reset", json={"email": "ann@example.org"})
    reset = await site.link()
    assert (await browser.post("/api/account/verify", json={"token": reset})).status_code == 410
    await register(browser, "ben")
    body = {"token": await site.link(), "password": NEW}
    assert (await browser.post("/api/account/reset/password", json=body)).status_code == 410


async def test_who_registers_first_does_not_choose_the_password_of_another(site: Site) -> None:
    await register(site.browser("192.0.2.66"), "ann", password="the password of a stranger")
    stranger = await site.link()
    await site.user("ann")
    assert (await site.browser().post("/api/account/verify", json={"token": stranger})).status_code == 410
    assert (await log_in(site.browser(), "ann")).status_code == 200


async def test_a_forgotten_password_is_chosen_anew(site: Site) -> None:
    elsewhere = await site.user("ann")
    token = (await elsewhere.post("/api/account/tokens", json={"name": "t", "scopes": ["account:read"]})).json()
    browser = site.browser()
    await browser.post("/api/account/reset", json={"email": " Ann@Example.org "})
    body = {"token": await site.link(), "password": NEW}
    assert (await browser.post("/api/account/reset/password", json=body)).json()["next"] == "/"
    assert await who(browser) == "ann"
    assert (await site.browser().post("/api/account/reset/password", json=body)).status_code == 410
    assert await who(elsewhere) is None
    program = site.browser(Authorization=f"Bearer {token['secret']}")
    assert (await program.get("/api/account/export")).status_code == 401
    assert [(await log_in(site.browser(), "ann", each)).status_code for each in (PASSWORD, NEW)] == [401, 200]
    assert (await site.letters())[-1]["Subject"] == "Your password was changed"


async def test_nothing_shows_whether_an_address_is_known(site: Site) -> None:
    await site.user("ann")

    async def seen(name: str) -> list[tuple[int, object]]:
        email = {"email": f"{name}@example.org"}
        new = {**email, "password": PASSWORD, "name": "Somebody"}
        asked = [("register", new), ("reset", email), ("login", {**email, "password": "something wrong"})]
        answers = [await site.browser().post(f"/api/account/{path}", json=body) for path, body in asked]
        return [(each.status_code, {**each.json(), "request_id": ""}) for each in answers]

    assert await seen("ann") == await seen("nobody")


async def test_a_wrong_password_is_compared_for_an_unknown_address_too(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await site.user("ann")
    compared: list[str] = []

    def verify(password: str, hash: str) -> bool:
        compared.append(hash)
        return bool(checked(password, hash))

    checked = secrets._PASSWORDS.verify
    monkeypatch.setattr(secrets._PASSWORDS, "verify", verify)
    for name in ("ann", "nobody"):
        assert (await log_in(site.browser(), name, "something wrong")).status_code == 401
    known, unknown = (each.split("$") for each in compared)
    assert known[:4] == unknown[:4]  # kind, release and costs: what the time depends on
    assert known[4:] != unknown[4:]


async def test_a_session_is_new_at_each_login(site: Site) -> None:
    browser = await site.user("ann")
    before = browser.cookies["bzpeer_session"]
    await log_in(browser, "ann")
    after = browser.cookies["bzpeer_session"]
    assert before != after
    old = site.browser(Cookie=f"bzpeer_session={before}")
    assert (await who(old), await who(browser)) == (None, "ann")
    made_up = site.browser(Cookie="bzpeer_session=chosen-by-somebody-else")
    answer = await log_in(made_up, "ann")
    assert "chosen-by-somebody-else" not in answer.headers["set-cookie"]


async def test_a_session_ends_unused_and_at_the_latest(site: Site, later: Callable[[timedelta], None]) -> None:
    browser = await site.user("ann")
    later(IDLE - timedelta(minutes=1))
    assert await who(browser) == "ann"  # and is used by that
    later(2 * IDLE - timedelta(minutes=2))
    assert await who(browser) == "ann"
    later(3 * IDLE)
    answer = await browser.get("/api/account")
    assert answer.json()["user"] is None
    assert "Max-Age=0" in answer.headers["set-cookie"]


async def test_a_session_that_is_used_ends_all_the_same(site: Site, later: Callable[[timedelta], None]) -> None:
    browser = await site.user("ann")
    at = timedelta()
    while at + timedelta(days=10) < LONGEST:
        at += timedelta(days=10)
        later(at)
        assert await who(browser) == "ann"
    later(LONGEST)
    assert await who(browser) is None


@pytest.mark.parametrize(("base", "secure"), [("http://test", False), ("https://test", True)])
async def test_no_script_reads_the_cookie(site: Site, base: str, secure: bool) -> None:
    browser = site.browser(base=base)
    await register(browser, "ann")
    answer = await browser.post("/api/account/verify", json={"token": await site.link()})
    name, _, rest = answer.headers["set-cookie"].partition("=")
    said = {part.strip() for part in rest.split(";")[1:]}
    assert name == ("__Host-bzpeer_session" if secure else "bzpeer_session")
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= said
    assert ("Secure" in said) == secure
    assert await who(browser) == "ann"


@pytest.mark.parametrize(
    ("path", "most"), [("login", 10), ("reset", 5), ("register", 5), ("verify", 60), ("reset/password", 60)]
)
async def test_who_tries_too_often_is_told_when_to_come_back(site: Site, path: str, most: int) -> None:
    bodies = {
        "login": {"email": "a@example.org", "password": "x"},
        "reset": {"email": "a@example.org"},
        "register": {"email": "a@example.org", "password": PASSWORD, "name": "A"},
        "verify": {"token": "x"},
        "reset/password": {"token": "x", "password": PASSWORD},
    }
    browser = site.browser()
    answers = [await browser.post(f"/api/account/{path}", json=bodies[path]) for _ in range(most + 1)]
    assert [each.status_code == 429 for each in answers] == [*[False] * most, True]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 3600
    assert answers[-1].json()["type"] == "urn:bzpeer:too-many"


async def test_the_failures_of_one_lock_out_no_other(site: Site) -> None:
    await site.user("ann")
    for _ in range(12):
        await log_in(site.browser("192.0.2.66"), "ann", "guessed password")
    assert (await log_in(site.browser("192.0.2.66"), "ann")).status_code == 429
    assert (await log_in(site.browser("192.0.2.1"), "ann")).status_code == 200


async def test_the_failures_of_many_lock_nobody_out_where_they_were_before(site: Site) -> None:
    ann, ben = await site.user("ann"), await site.user("ben")
    await ann.post("/api/account/logout", json={})
    for _ in range(100):
        site.accounts.rates.take(rates.LOGIN_EVERYWHERE, "login", "ann@example.org")
    assert (await log_in(ben, "ann")).status_code == 429  # who was here is somebody else
    assert (await log_in(ann, "ann")).status_code == 200
    before = ann.cookies["bzpeer_before"]
    await ann.post("/api/account/password", json={"old": PASSWORD, "password": "another fine password"})
    assert (await log_in(site.browser(Cookie=f"bzpeer_before={before}"), "ann")).status_code == 429


async def test_letters_of_one_kind_leave_room_for_others(site: Site) -> None:
    for _ in range(5):
        site.accounts.rates.take(rates.MAIL_ADDRESS, "opt-out", "ann@example.org")
        site.accounts.rates.take(rates.MAIL_ADDRESS, "reset", "ann@example.org")
    await register(site.browser(), "ann")
    assert (await site.browser().post("/api/account/reset", json={"email": "ann@example.org"})).status_code == 429


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("email", "no address", "'email' must be one mail address"),
        ("email", "a@b@c", "'email' must be one mail address"),
        ("email", "a@example.org\nBcc: all@example.org", "'email' must be one mail address"),
        ("password", "short-one", "'password' must be at least 10 characters long."),
        ("name", "   ", "'name' must be at least 1 characters long"),
        ("role", "moderator", "'role' is not known here: leave it out."),
    ],
)
async def test_what_cannot_be_used_gets_a_sentence_without_secrets(
    site: Site, field: str, value: str, says: str
) -> None:
    body = {"email": "a@example.org", "password": PASSWORD, "name": "A", field: value}
    answer = await site.browser().post("/api/account/register", json=body)
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(says)
    assert "short-one" not in answer.text
    assert PASSWORD not in answer.text


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x", "/a\tb"]
)
async def test_nobody_is_sent_to_another_site(site: Site, path: str) -> None:
    await site.user("ann")
    answer: httpx2.Response = await log_in(site.browser(), "ann", next=path)
    assert answer.json()["next"] == "/"


async def test_a_letter_names_the_site_and_not_the_host_that_asked(make_site: Callable[..., Site]) -> None:
    site = make_site(public_url="https://peers.example", root_path="/bzpeer")
    browser = site.browser(base="https://evil.example")
    browser.headers["Origin"] = "https://peers.example"
    answer = await browser.post("/bzpeer/api/account/register", json=_asked())
    assert answer.status_code == 202, answer.text
    (letter,) = await site.letters()
    assert "https://peers.example/bzpeer/verify#" in letter.get_content()
    assert "evil" not in letter.as_string()


def _asked() -> dict[str, str]:
    return {"email": "ann@example.org", "password": PASSWORD, "name": "ann"}
