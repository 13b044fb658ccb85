"""Pictures of every page, wide, narrow and dark, and of the main empty and error states, to look at.

`python -m tests.web.screenshots [FOLDER]` (default: build/screenshots), or `make screenshots`.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, ViewportSize, sync_playwright

from tests.web import hard_names, letters, serving
from tests.web.looking import DRAWN, PERSON, Scheme

FOLDER = serving.ROOT / "build" / "screenshots"
TALLEST = 6000
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
LOOKS: dict[str, tuple[ViewportSize, Scheme]] = {
    "wide": (WIDE, "light"),
    "narrow": (NARROW, "light"),
    "dark": (WIDE, "dark"),
}
OTHER = "demo:zhewei-yao"
PAGES = {
    "start": "/",
    "person": PERSON,
    "paper": "/papers/demo:qiao2024swiftkv",
    "topic": "/topics/openalex:T10181",
    "institution": "/institutions/ror:00d0nc645",
    "compare": f"/compare?a=demo:yuxiong-he&b={OTHER}",
    "compare-alone": "/compare?a=demo:yuxiong-he",
    "console": "/console",
    "login": "/login",
    "register": "/register",
    "reset": "/reset#x",
    "privacy": "/privacy",
    "not-found": "/nonsense",
    "unknown-person": "/people/demo:nobody",
}
WINDOWS = {
    "explore": "/explore?start=demo:yuxiong-he",
    "explore-empty": "/explore",
    "embed": "/embed?start=demo:yuxiong-he",
}
"""Pages that fill the window and no more."""
NAMES = {
    "accents": hard_names.ACCENTS,
    "right-to-left": hard_names.RTL,
    "right-to-left-title": hard_names.RTL_TITLE,
    "han": hard_names.HAN,
    "two-scripts": hard_names.MIXED,
    "mononym": hard_names.MONONYM,
    "broken-math": hard_names.BROKEN,
    "long-title": hard_names.LONG,
    "authors-95": "UniMorph 4.0: Universal Morphology",
    "works-400": hard_names.PROLIFIC,
}


def _fail(route: Route) -> None:
    route.fulfill(status=503, json={"title": "Unavailable", "detail": "The graph does not answer; try again soon."})


def _offline(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_text("You are offline.").wait_for()


def _search(page: Page) -> None:
    page.wait_for_selector(".search-combo")
    page.get_by_role("combobox").first.fill("zhe")
    page.get_by_role("option").first.wait_for()


def _search_nothing(page: Page) -> None:
    page.wait_for_selector(".search-combo")
    page.get_by_role("combobox").first.fill("qqqqqqqqq")
    page.get_by_text("Nothing is called").wait_for()


def _answer(view: str) -> Callable[[Page], None]:
    """Return what runs the query of the address and shows its result as `view`."""

    def answer(page: Page) -> None:
        page.get_by_role("button", name="Run", exact=True).click()
        page.get_by_role("button", name=view, exact=True).click()
        page.locator(".results").scroll_into_view_if_needed()

    return answer


def _plan(page: Page) -> None:
    page.get_by_role("button", name="Plan", exact=True).click()
    page.locator(".plan").scroll_into_view_if_needed()


def _refused(page: Page) -> None:
    page.get_by_role("button", name="Run", exact=True).click()
    page.locator(".console-wrong", has_text="Line 1").wait_for()


def _filter_nothing(page: Page) -> None:
    page.get_by_label("Find in titles").fill("qqqqqqqqq")
    page.get_by_text("No work meets the filter").wait_for()


ASKED = "/console#query=MATCH+way+=+(a:Person+{id:$id})-[:AUTHORED]->(w)+RETURN+way,+w.title+AS+title,+w.year+AS+year"
ASKED += '&params={"id":"demo:yuxiong-he"}'
STATES: dict[str, tuple[str, str | None, Callable[[Route], None], Callable[[Page], None]]] = {
    "loading-person": (PERSON, f"**/api{PERSON}", lambda route: None, lambda page: None),
    "failed-person": (PERSON, f"**/api{PERSON}", _fail, lambda page: None),
    "failed-panels": (PERSON, f"**/api{PERSON}/**", _fail, lambda page: None),
    "failed-start": ("/", "**/api/**", _fail, lambda page: None),
    "offline": (PERSON, None, _fail, _offline),
    "search": ("/", None, _fail, _search),
    "search-nothing": ("/", None, _fail, _search_nothing),
    "console-table": (ASKED, None, _fail, _answer("Table")),
    "console-graph": (ASKED, None, _fail, _answer("Graph")),
    "console-plan": (ASKED, None, _fail, _plan),
    "console-refused": ("/console#query=MATCH+(p)+DELETE+p", None, _fail, _refused),
    "works-nothing": (PERSON, None, _fail, _filter_nothing),
}
"""Name, address, which answers are taken over and how, what is done then."""


def settle(page: Page) -> None:
    """Wait until what a page asks for has come and is drawn."""
    page.wait_for_load_state("networkidle")
    if page.locator(".graph").count() and not page.locator(".graph[data-state=failed]").count():
        page.locator(".graph h2").first.hover()
        page.wait_for_selector(DRAWN, timeout=60_000)
    page.wait_for_load_state("networkidle")


def _take(page: Page, file: Path, whole: bool = True) -> None:
    """Take the page, `whole` in a window as tall as it, so that what is drawn only in view is drawn."""
    size = page.viewport_size if whole else None
    height = page.evaluate("document.documentElement.scrollHeight")
    if size is not None and height > size["height"]:
        page.set_viewport_size({"width": size["width"], "height": min(height, TALLEST)})
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_load_state("networkidle")
    page.screenshot(path=file)


def _pages(browser: Browser, site: str, folder: Path) -> None:
    for name, path in {**PAGES, **WINDOWS}.items():
        for look, (viewport, scheme) in LOOKS.items():
            page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            page.goto(site + path)
            settle(page)
            _take(page, folder / f"{name}-{look}.png", whole=name not in WINDOWS)
            page.close()


def _states(browser: Browser, site: str, folder: Path) -> None:
    for name, (path, taken, answer, act) in STATES.items():
        for look in ("wide", "narrow"):
            viewport, scheme = LOOKS[look]
            page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            if taken:
                page.route(taken, answer)
            page.goto(site + path)
            act(page)
            page.wait_for_timeout(400)
            page.screenshot(path=folder / f"state-{name}-{look}.png")
            page.unroute_all(behavior="ignoreErrors")  # one answer may still be held back
            page.close()


def _account(browser: Browser, site: str, data: Path, folder: Path) -> None:
    """Take the account of a user who follows somebody and has just made a token."""
    page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
    letters.join(page, site, data, "toy@example.org")
    page.goto(site + PERSON)
    page.get_by_role("button", name="Stay connected").click()
    page.locator(".follow[aria-pressed=true]").wait_for()
    page.goto(f"{site}/account")
    page.get_by_text("Make a token").click()
    page.get_by_label("What it is for").fill("A notebook")
    page.get_by_role("button", name="Make the token").click()
    page.locator(".token-secret").wait_for()
    for look, (viewport, scheme) in LOOKS.items():
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        _take(page, folder / f"account-{look}.png")
    page.close()


def main(folder: Path) -> int:
    """Take all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as data:
        browser = playwright.chromium.launch(**serving.launch_args())
        with serving.demo(Path(data) / "demo") as site:
            _pages(browser, site, folder)
            _states(browser, site, folder)
            _account(browser, site, Path(data) / "demo", folder)
        with serving.names(Path(data) / "names") as address_of:
            for name, text in NAMES.items():
                for look in ("wide", "narrow"):
                    page = browser.new_page(viewport=LOOKS[look][0], reduced_motion="reduce")
                    page.goto(address_of(text))
                    settle(page)
                    _take(page, folder / f"name-{name}-{look}.png")
                    page.close()
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
