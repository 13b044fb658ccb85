"""What the journeys share: sizes of windows, waiting for a picture, what axe-core finds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize, expect

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
PERSON = "/people/demo:yuxiong-he"
WIDE, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
DRAWN = ".graph[data-state=drawn]"
MOST_SHIFTED = 0.1
"""How much of a page may move while it comes, as a browser counts it: the bound below which this is called good."""
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
}).observe({type: "layout-shift", buffered: true});
"""
"""Before a page's own script: sum up how far what is shown is moved by what comes later."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that look at colours."""
VIOLATIONS = """async ([parts, rules]) => {
    const options = {resultTypes: ["violations"], ...(rules.length ? {runOnly: rules} : {})};
    return (await axe.run(parts.length ? {include: parts} : document, options)).violations;
}"""

Scheme = Literal["light", "dark"]
Open = Callable[..., Page]


def drawn(page: Page) -> Page:
    """Return the page once its graph is drawn."""
    page.wait_for_selector(DRAWN, timeout=60_000)
    return page


def findings(page: Page, *parts: str, rules: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return what axe-core finds of the serious and critical kind, on the whole page or on `parts`, by all `rules`."""
    assert AXE.is_file(), "axe-core is missing: run `make web`"
    expect(page.locator(".stale")).to_have_count(0)  # a list is dimmed until its next answer has come
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(VIOLATIONS, [parts, rules])
    return [
        {"rule": each["id"], "at": [node["target"] for node in each["nodes"]][:4], "help": each["help"]}
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def in_both(page: Page, *parts: str) -> list[dict[str, Any]]:
    """Return the `findings` in light colours, and what is found of the dark ones; the page is light then."""
    page.emulate_media(color_scheme="light")
    found = findings(page, *parts)
    page.emulate_media(color_scheme="dark")
    found += findings(page, *parts, rules=COLOURS)
    page.emulate_media(color_scheme="light")
    return found
