"""What is measured of a picture as it is drawn: where nodes and labels are, whether they can be read, what moved."""

from itertools import combinations
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.web.exploring import choose, other, ready, trail

MOST_MOVED = 0.05
"""How far a placed node may move when another is expanded, as a share of the width of the picture."""
SETTLED = """async () => {
    const stage = document.querySelector(".graph-canvas");
    const now = () => JSON.stringify(stage.picture.measure());
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let was = "", still = 0; still < 6; ) {
        await frame();
        const is = now();
        still = is === was ? still + 1 : 0;
        was = is;
    }
    return {...stage.picture.measure(), width: stage.clientWidth, height: stage.clientHeight};
}"""

IN_VIEW = """() => {
    document.querySelector(".graph")?.scrollIntoView({block: "center"});
    return document.querySelector(".graph[data-state=drawn], .explorer[data-state=drawn]") !== null;
}"""
"""The panel is built when it is seen, and is another one once its page has its facts."""

Measured = dict[str, Any]


def in_view(page: Page) -> Page:
    """Return the page once its graph is in view and drawn."""
    page.wait_for_function(IN_VIEW, timeout=60_000)
    return page


def settled(page: Page) -> Measured:
    """Return where nodes and labels are drawn, in pixels, once they stand still."""
    measured: Measured = page.evaluate(SETTLED)
    return measured


def overlapping(a: dict[str, float], b: dict[str, float]) -> bool:
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]


def disc(node: dict[str, Any]) -> dict[str, float]:
    x, y, r = node["x"], node["y"], node["radius"]
    return {"left": x - r, "right": x + r, "top": y - r, "bottom": y + r}


def readable(drawn: Measured) -> None:
    """Hold that labels cover neither one another nor what must be seen, are not cut, and that nodes stand apart."""
    for a, b in combinations(drawn["labels"], 2):
        assert not overlapping(a["box"], b["box"]), (a, b)
    for label in drawn["labels"]:
        box = label["box"]
        assert box["left"] >= 0 and box["right"] <= drawn["width"]  # noqa: PT018
        assert box["top"] >= 0 and box["bottom"] <= drawn["height"]  # noqa: PT018
        assert not any(overlapping(box, disc(n)) for n in drawn["nodes"] if n["must"] and n["id"] != label["id"])
    for a, b in combinations(drawn["nodes"], 2):
        apart = ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5
        assert apart > 0.75 * max(a["radius"], b["radius"]), (a, b)


def moved(before: Measured, after: Measured) -> float:
    """Return how far the node that moved most did, as a share of the width."""
    now = {node["id"]: node for node in after["nodes"]}
    return max(
        ((now[n["id"]]["x"] - n["x"]) ** 2 + (now[n["id"]]["y"] - n["y"]) ** 2) ** 0.5 / after["width"]
        if n["id"] in now
        else 1.0
        for n in before["nodes"]
    )


def more(page: Page) -> Locator:
    """Return the buttons of the selected node that add what is around it."""
    return page.locator(".growth button:not([disabled])")


def expanded(page: Page, times: int) -> Measured:
    """Expand so many times in the explorer, the start first, then people; hold that it stays readable and in place.

    Returns what was drawn at first.
    """
    first = before = settled(ready(page))
    readable(first)
    for turn in range(times):
        if turn > 1:
            choose(page, other(page, turn))
            before = settled(page)
        steps = trail(page).count()
        adds = page.locator(".expand li button:first-of-type")
        adds.nth(turn % adds.count()).click()
        expect(trail(page)).to_have_count(steps + 1)
        after = settled(ready(page))
        assert len(before["nodes"]) <= len(after["nodes"]) <= len(before["nodes"]) + 10
        assert moved(before, after) <= MOST_MOVED
        readable(after)
        before = after
    assert len(before["nodes"]) > len(first["nodes"])
    return first


def grown(page: Page, times: int) -> Measured:
    """Add around the centre so many times, holding that it stays readable and in place; return what was at first."""
    first = settled(page)
    readable(first)
    page.locator(".twin > summary").click()
    page.locator(".twin-table tbody tr").first.click()
    expect(more(page).first).to_be_visible()
    before = first
    for turn in range(times):
        size = page.locator(".twin > summary").inner_text()
        more(page).nth(turn % more(page).count()).click()
        expect(page.locator(".twin > summary")).not_to_have_text(size)
        after = settled(page)
        assert len(before["nodes"]) < len(after["nodes"]) <= len(before["nodes"]) + 10
        assert moved(before, after) <= MOST_MOVED
        readable(after)
        before = after
    return first
