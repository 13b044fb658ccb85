"""The picture as it is drawn: labels that can be read, and nodes that stay where they are when others come."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.looking import PERSON, PHONE, Open
from tests.web.measuring import MOST_MOVED, Measured, expanded, grown, in_view, moved, readable, settled

pytestmark = pytest.mark.browser

EXPLORER = "/explore?start=demo:yuxiong-he"
WIDE = ViewportSize(width=1440, height=900)


@pytest.fixture
def visit(visit: Open) -> Open:
    """Open a page of the served demo and wait until its graph is drawn; in the end nothing may have gone wrong."""
    return lambda path, viewport=WIDE: in_view(visit(path, viewport))


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_picture_that_grows_stays_readable_and_where_it_is(visit: Open, viewport: ViewportSize) -> None:
    page = visit(PERSON, viewport)
    first = grown(page, 5)
    assert len(first["labels"]) >= 8


def test_the_explorer_grows_and_stays_readable_and_where_it_is(visit: Open) -> None:
    assert len(expanded(visit(EXPLORER), 5)["labels"]) >= 8


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
