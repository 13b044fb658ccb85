"""The picture as it is drawn: labels that can be read, and nodes that stay where they are when others come."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PERSON = "/people/demo:yuxiong-he"
EXPLORER = "/explore?start=demo:yuxiong-he"
WIDE, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
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
Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, served_demo: str) -> Iterator[Open]:
    """Open a page of the served demo and wait until its graph is drawn; in the end nothing may have gone wrong."""
    wrong: list[str] = []
    contexts = []

    def visit(path: str, viewport: ViewportSize = WIDE) -> Page:
        context = browser.new_context(viewport=viewport, has_touch=viewport is PHONE, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(served_demo + path)
        page.wait_for_function(IN_VIEW, timeout=30_000)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []


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


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_picture_that_grows_stays_readable_and_where_it_is(visit: Open, viewport: ViewportSize) -> None:
    page = visit(PERSON, viewport)
    first = settled(page)
    readable(first)
    assert len(first["labels"]) >= 8
    page.locator(".twin > summary").click()
    page.locator(".twin-table tbody tr").first.click()
    expect(more(page).first).to_be_visible()
    for turn in range(5):
        before, size = settled(page), page.locator(".twin > summary").inner_text()
        more(page).nth(turn % more(page).count()).click()
        expect(page.locator(".twin > summary")).not_to_have_text(size)
        after = settled(page)
        assert len(after["nodes"]) > len(before["nodes"])
        assert moved(before, after) <= MOST_MOVED
        readable(after)


def test_labels_come_as_one_looks_nearer(visit: Open) -> None:
    page = visit(PERSON)
    far = settled(page)
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    near = settled(page)
    readable(near)
    share = [len(drawn["labels"]) / len(drawn["nodes"]) for drawn in (far, near)]
    assert share[1] > share[0]
    page.get_by_role("button", name="Show the whole picture").click()
    assert len(settled(page)["nodes"]) == len(far["nodes"])


def at(drawn: Measured, id: str) -> tuple[float, float]:
    """Return where a node is drawn."""
    return next((node["x"], node["y"]) for node in drawn["nodes"] if node["id"] == id)


def on_page(page: Page, x: float, y: float) -> tuple[float, float]:
    """Return a point of the picture as a point of the window."""
    box = page.locator(".graph-canvas").bounding_box()
    assert box is not None
    return box["x"] + x, box["y"] + y


def tidied_up(page: Page) -> Measured:
    """Tidy up the picture of the explorer, and return it once it stands still."""
    page.get_by_role("button", name="Tidy up").click()
    expect(page.get_by_role("list", name="Steps of this view").get_by_role("button").last).to_have_text("Tidy up")
    return settled(page)


def test_a_dragged_node_stays_and_the_rest_is_tidied_up_around_it(visit: Open) -> None:
    page = visit(EXPLORER)
    before = settled(page)
    id = before["nodes"][5]["id"]
    x, y = at(before, id)
    page.mouse.move(*on_page(page, x, y))
    page.mouse.down()
    page.mouse.move(*on_page(page, x + 30, y + 20), steps=3)
    page.mouse.move(*on_page(page, 60, 60), steps=3)
    page.mouse.up()
    dragged = settled(page)
    assert at(dragged, id) == pytest.approx((60, 60), abs=2)
    tidied = tidied_up(page)
    assert at(tidied, id) == pytest.approx((60, 60), abs=2)
    assert moved(dragged, tidied) > MOST_MOVED
    readable(tidied)


def test_tidying_up_gives_the_same_picture_every_time(visit: Open) -> None:
    pictures = [tidied_up(visit(EXPLORER))["nodes"] for _ in range(2)]
    assert pictures[0] == pictures[1]


def test_an_edge_says_which_papers_it_stands_for(visit: Open) -> None:
    page = visit(PERSON)
    page.locator(".graph-canvas").scroll_into_view_if_needed()
    drawn = settled(page)
    (x, y), tip = at(drawn, "demo:yuxiong-he"), page.locator(".graph-tip")
    for node in drawn["nodes"]:
        page.mouse.move(*on_page(page, (x + 2 * node["x"]) / 3, (y + 2 * node["y"]) / 3))
        if tip.is_visible() and "joint paper" in tip.inner_text():
            break
    expect(tip).to_contain_text("joint paper")
    expect(tip.locator("li").first).to_be_visible()
    page.mouse.move(*on_page(page, x, y))
    expect(tip).to_contain_text("Yuxiong He")
    expect(tip.locator("li")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_saved_as_it_is_drawn(visit: Open, scheme: str) -> None:
    page = visit(PERSON)
    about = {"title": "Yuxiong He <&>", "provenance": "From the demo.", "scheme": scheme}
    svg = ElementTree.fromstring(
        page.evaluate("(about) => document.querySelector('.graph-canvas').picture.svg(about)", about)
    )
    name = "{http://www.w3.org/2000/svg}"
    assert svg.findtext(f"{name}title") == "Yuxiong He <&>"
    assert len(svg.findall(f"{name}g[@class='node']")) == len(settled(page)["nodes"])
    assert svg.findall(f"{name}line")
    size = page.evaluate(
        """async (about) => {
            const bitmap = await createImageBitmap(await document.querySelector(".graph-canvas").picture.png(about));
            return [bitmap.width, bitmap.height];
        }""",
        about,
    )
    assert size == [2 * int(svg.attrib["width"]), 2 * round(float(svg.attrib["height"]))]
