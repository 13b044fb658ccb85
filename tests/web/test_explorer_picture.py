"""The picture of the explorer under the hand, and the words that stand by it for everybody."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.exploring import EXPLORE, SEED, query, ready, trail
from tests.web.looking import Open

pytestmark = pytest.mark.browser


def spot(page: Page, id: str = SEED) -> tuple[float, float]:
    """Return where on the page the middle of a node is drawn, in pixels."""
    x, y = page.evaluate(
        """(id) => {
            const canvas = document.querySelector(".graph-canvas");
            const node = canvas.picture.measure().nodes.find((each) => each.id === id);
            const {x, y} = canvas.getBoundingClientRect();
            return [x + node.x, y + node.y];
        }""",
        id,
    )
    return x, y


def gone(page: Page, arrow: str) -> tuple[float, float]:
    """Press an arrow key; return by how much what is selected now stands to the right of what was, and below it."""
    selected = "new URLSearchParams(location.search).get('selected')"
    was = page.evaluate(selected)
    page.keyboard.press(arrow)
    page.wait_for_function(f"was => {selected} !== was", arg=was)
    (x, y), (u, v) = spot(page, was), spot(page, page.evaluate(selected))
    return u - x, v - y


def drag(page: Page) -> tuple[float, float]:
    """Drag the start to the left and up by 60 pixels; return how far it went."""
    (x, y) = spot(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 60, steps=6)
    page.mouse.up()
    now = spot(page)
    return now[0] - x, now[1] - y


def test_a_double_click_gives_the_next_ten(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    page.mouse.dblclick(*spot(page))
    expect(trail(page).last).to_contain_text("around Yuxiong He")


def test_a_frozen_picture_lets_no_node_be_dragged(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    page.get_by_role("button", name="Freeze").click()
    query(page, "freeze=on")
    assert drag(page) == pytest.approx((0, 0), abs=0.5)
    expect(trail(page).last).to_have_text("Freeze")
    page.get_by_role("button", name="Unfreeze").click()
    assert drag(page) == pytest.approx((-60, -60), abs=2)
    expect(trail(page).last).to_have_text("Pin Yuxiong He")


def test_the_arrow_keys_go_from_node_to_node(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    stage = page.get_by_role("application", name="Picture of the graph around Yuxiong He")
    stage.focus()
    said = stage.locator("xpath=following-sibling::p[@role='status']")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("Yuxiong He, Person")
    query(page, f"selected={SEED}")
    assert gone(page, "ArrowRight")[0] > 0
    assert gone(page, "ArrowUp")[1] < 0
    assert gone(page, "ArrowLeft")[0] < 0
    assert gone(page, "ArrowDown")[1] > 0
    name = page.locator(".graph-chosen-name").inner_text()
    expect(said).to_contain_text(name)
    expect(stage).to_be_focused()
    page.keyboard.press("e")
    expect(trail(page).last).to_contain_text("around")


def test_the_words_for_the_picture_lead_to_its_tables(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    twin = "Nodes and Edges, above the picture, show the same as tables."
    expect(page.get_by_role("application", name=twin)).to_be_visible()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.reload()
    expect(page.locator(".graph-building")).to_have_text(f"This browser cannot draw the picture (WebGL is off). {twin}")
    page.get_by_role("button", name="Edges").click()
    expect(page.get_by_role("grid", name="Edges")).to_be_visible()
