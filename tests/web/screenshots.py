"""Pictures of every page, wide, narrow and dark, and of the main empty and error states, to look at.

`python -m tests.web.screenshots [FOLDER [WORD…]]` (default: build/screenshots, all), or `make screenshots`; with words
only those whose name holds one of them.
"""

import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.web import hard_names, serving, signed_in
from tests.web.accounts import Site
from tests.web.looking import DRAWN, Scheme
from tests.web.scenes import EMPTY, NAMES, PAGES, STATES, WINDOWS

FOLDER = serving.ROOT / "build" / "screenshots"
TALLEST = 6000
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
LOOKS: dict[str, tuple[ViewportSize, Scheme]] = {
    "wide": (WIDE, "light"),
    "narrow": (NARROW, "light"),
    "dark": (WIDE, "dark"),
}


@dataclass(frozen=True)
class Album:
    """Where pictures go, and of which names they are wanted: those that hold one of `words`, or all."""

    browser: Browser
    folder: Path
    words: tuple[str, ...]

    def wants(self, name: str) -> bool:
        return not self.words or any(word in name for word in self.words)

    def page(self, look: str) -> Page:
        """Return a new page of a size and in a scheme."""
        viewport, scheme = LOOKS[look]
        return self.browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")

    def take(self, page: Page, name: str, whole: bool = True) -> None:
        """Take a page, `whole` in a window as tall as it, so that what is drawn only in view is drawn."""
        size = page.viewport_size if whole else None
        height = page.evaluate("document.documentElement.scrollHeight")
        if size is not None and height > size["height"]:
            page.set_viewport_size({"width": size["width"], "height": min(height, TALLEST)})
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_load_state("networkidle")
        page.screenshot(path=self.folder / f"{name}.png")


def settle(page: Page) -> None:
    """Wait until what a page asks for has come and is drawn."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function("!document.querySelector('.skeleton, [class*=waiting]')")
    if page.locator(".graph").count() and not page.locator(".graph[data-state=failed]").count():
        page.locator(".graph h2").first.hover()
        page.wait_for_selector(DRAWN, timeout=60_000)
    page.wait_for_load_state("networkidle")


def _pages(album: Album, site: str, pages: dict[str, str], looks: Iterable[str] = LOOKS, before: str = "") -> None:
    for name, look in product(filter(album.wants, pages), looks):
        page = album.page(look)
        page.goto(site + pages[name])
        settle(page)
        album.take(page, f"{before}{name}-{look}", whole=name not in WINDOWS)
        page.close()


def _states(album: Album, site: str) -> None:
    for name, look in product(filter(album.wants, STATES), ("wide", "narrow")):
        path, taken, answer, act = STATES[name]
        page = album.page(look)
        if taken:
            page.route(taken, answer)
        page.goto(site + path)
        act(page)
        page.wait_for_timeout(400)
        album.take(page, f"state-{name}-{look}", whole=False)
        page.unroute_all(behavior="ignoreErrors")  # one answer may still be held back
        page.close()


def _signed_in(album: Album, site: Site) -> None:
    for name, page in signed_in.scenes(album.browser, site):
        for look, (viewport, scheme) in LOOKS.items():
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            album.take(page, f"user-{name}-{look}")
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")


def main(folder: Path, words: tuple[str, ...]) -> int:
    """Take the pictures that are wanted into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as data:
        browser = playwright.chromium.launch(**serving.launch_args())
        album = Album(browser, folder, words)
        with serving.demo(held := Path(data) / "demo") as site:
            _pages(album, site, {**PAGES, **WINDOWS})
            _states(album, site)
            if any(album.wants(name) for name in NAMES):
                serving.load_works(held, hard_names.records())
                pages = hard_names.addresses()
                _pages(album, site, {name: pages[text] for name, text in NAMES.items()}, ("wide", "narrow"), "name-")
            if album.wants("user"):  # last: these claim a record
                _signed_in(album, Site(site, held))
        if any(album.wants(name) for name in EMPTY):
            with serving.demo(Path(data) / "empty", BZPEER_DEMO="off") as site:
                _pages(album, site, EMPTY, before="nothing-")
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    asked = sys.argv[1:]
    sys.exit(main(Path(asked[0]) if asked else FOLDER, tuple(asked[1:])))
