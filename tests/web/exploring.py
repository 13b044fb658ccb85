"""What the journeys through the explorer share: waiting for its picture, its steps and its list."""

import re

from playwright.sync_api import Locator, Page, expect

SEED = "demo:yuxiong-he"
EXPLORE = f"/explore?start={SEED}"
READY = ".explorer[data-state=drawn]:not([data-doing])"


def ready(page: Page) -> Page:
    """Return the page once its picture is drawn and no step is under way."""
    page.wait_for_selector(READY, timeout=60_000)
    return page


def trail(page: Page) -> Locator:
    return page.get_by_role("list", name="Steps of this view").get_by_role("button")


def choose(page: Page, name: str) -> None:
    """Select a node in the list, and wait for its counts."""
    page.locator(".row-name", has_text=name).first.click()
    expect(page.locator(".expand li").first).to_be_visible()


def rows(page: Page) -> list[str]:
    return page.locator(".row-name").all_inner_texts()


def other(page: Page, at: int = 0) -> str:
    """Return the name of the `at`-th person in the list who is not the start."""
    name: str = page.get_by_role("region", name="People").locator(".row-name").nth(at).inner_text().split("\n")[0]
    return name


def setting(page: Page, name: str) -> Locator:
    """Return the list from which a filter or a look is chosen."""
    return page.locator("label", has_text=name).locator("select")


def query(page: Page, part: str) -> None:
    """Wait until the address holds a part."""
    page.wait_for_url(re.compile(re.escape(part)))
