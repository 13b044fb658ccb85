"""The program as a user starts it: `bzpeer serve` with the demo, in a process of its own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.web import serving
from tests.web.looking import PHONE, WATCH_SHIFTS, WIDE, Open, Scheme

expect.set_options(timeout=20_000)  # a first answer of a cold database on a busy machine


@pytest.fixture(scope="session")
def served_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base address of a served demo; the process ends with the tests."""
    with serving.demo(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="module")
def served_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Return a function from a name or a title of `hard_names` to the address of its page, served."""
    with serving.names(tmp_path_factory.mktemp("names")) as address_of:
        yield address_of


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, drawing WebGL in software, quiet on the network."""
    if serving.CHROMIUM is None:
        pytest.skip("no Chromium: install the package `chromium`")
    return {**browser_type_launch_args, **serving.launch_args()}


@pytest.fixture
def visit(browser: Browser, served_demo: str) -> Iterator[Open]:
    """Open an address of the served demo; in the end nothing may have gone wrong on its pages or against its policy."""
    wrong: list[str] = []
    contexts = []

    def visit(path: str, viewport: ViewportSize = WIDE, scheme: Scheme = "light") -> Page:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, has_touch=viewport is PHONE, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        response = page.goto(served_demo + path)
        assert response is not None
        assert response.status == 200
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []
