"""Programs as a user starts them: `bzpeer serve` with the demo, each in a process of its own, and who looks at them.

Two serve all tests. One is only read. At the other users register and change what is there; it holds the demo, the hard
names and toys, and each file of tests keeps to records of its own.
"""

import itertools
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.accounts.provider import CLIENT, SECRET, Provider
from tests.web import accounts, hard_names, serving, toys
from tests.web.accounts import Member, Site
from tests.web.looking import PHONE, WATCH_SHIFTS, WIDE, Open, Scheme

expect.set_options(timeout=60_000)  # a first answer of a cold database on a busy machine

MODERATOR = "moderator@example.org"
NUMBERS = itertools.count(1)
PROXIED = int(IPv4Address("10.0.0.0"))


@pytest.fixture(scope="session")
def served_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base address of a served demo that is only read; the process ends with the tests."""
    with serving.demo(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def orcid() -> Iterator[Provider]:
    """An authorisation server that speaks as ORCID does."""
    made = Provider()
    server = uvicorn.Server(uvicorn.Config(made.app(), port=(port := serving.free_port()), log_level="error"))
    made.address = f"http://127.0.0.1:{port}"
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield made
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, orcid: Provider) -> Iterator[Site]:
    """The site with accounts, registered at ORCID; a proxy tells it an address of its own for each browser."""
    data = tmp_path_factory.mktemp("site")
    settings = {"ORCID_CLIENT_ID": CLIENT, "ORCID_CLIENT_SECRET": SECRET, "ORCID_ISSUER": orcid.address}
    settings |= {"CONSOLE": "accounts", "TRUSTED_PROXIES": "127.0.0.1"}
    with serving.demo(data, **{f"BZPEER_{name}": value for name, value in settings.items()}) as address:
        orcid.callback = f"{address}/api/account/orcid/callback"
        serving.load_works(data, [*hard_names.records(), *toys.records()])
        yield Site(address, data)


@pytest.fixture(scope="session")
def moderator(browser: Browser, site: Site) -> str:
    """Return the mail address of a moderator."""
    context = browser.new_context(base_url=site.address)
    accounts.moderator(context, site, MODERATOR)
    context.close()
    return MODERATOR


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, drawing WebGL in software, quiet on the network."""
    if serving.CHROMIUM is None:
        pytest.skip("no Chromium: install the package `chromium`")
    return {**browser_type_launch_args, **serving.launch_args()}


@contextmanager
def _tabs(browser: Browser, address: str, refused: str) -> Iterator[Open]:
    """Yield a function that opens a page in a browser of its own; nothing but what is `refused` may go wrong there."""
    wrong: list[str] = []
    contexts = []

    def tab(path: str | None = None, viewport: ViewportSize = WIDE, scheme: Scheme = "light", **more: Any) -> Page:
        look = {"viewport": viewport, "color_scheme": scheme, "has_touch": viewport == PHONE}
        context = browser.new_context(**look, reduced_motion="reduce", base_url=address, **more)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        response = page.goto(path) if path else None
        assert response is None or response.status == 200
        return page

    yield tab
    for context in contexts:
        context.close()
    assert [each for each in wrong if not re.search(refused, each)] == []


@pytest.fixture
def visit(browser: Browser, served_demo: str) -> Iterator[Open]:
    """Open an address of the served demo; in the end nothing may have gone wrong on its pages or against its policy."""
    with _tabs(browser, served_demo, "(?!)") as visit:
        yield visit


@pytest.fixture
def tab(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Open]:
    """Open an address of the site with accounts; only what `REFUSED` of the file names may go wrong on its pages."""
    refused = getattr(request.module, "REFUSED", "(?!)")
    with _tabs(browser, site.address, refused) as tab:
        yield lambda *path, **look: tab(*path, **look, extra_http_headers=_forwarded())


def _forwarded() -> dict[str, str]:
    """Return what a proxy tells of a browser: an address that no other has, for what is counted by address."""
    return {"X-Forwarded-For": str(IPv4Address(PROXIED + next(NUMBERS)))}


@pytest.fixture
def member(tab: Open, site: Site) -> Member:
    """Return a new user, logged in in a browser of their own."""
    accounts.join(page := tab(), site, address := f"toy{next(NUMBERS)}@example.org")
    return Member(page, address)


@pytest.fixture
def mod(tab: Open, moderator: str) -> Page:
    """Return the page of a browser in which a moderator is logged in."""
    accounts.enter(page := tab(), moderator)
    return page
