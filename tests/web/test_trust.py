"""The trust snapshot in a browser: the score, its grounds, what would raise it; readable by everybody, everywhere."""

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize, expect

from tests.web.looking import PERSON, PHONE, WIDE, Open, in_both

pytestmark = pytest.mark.browser


def snapshot(page: Page) -> Locator:
    """Return the panel once the score is there."""
    panel = page.get_by_role("region", name="Trust snapshot")
    expect(panel).to_contain_text("of 100")
    return panel


def box(page: Page, part: str) -> FloatRect:
    """Return where a part of the page stands, in pixels."""
    found = page.locator(part).bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_point_is_told_with_its_ground(visit: Open, viewport: ViewportSize) -> None:
    panel = snapshot(page := visit(PERSON, viewport))
    expect(panel).to_contain_text("Unclaimed")
    expect(panel).to_contain_text("about the record, not the person")
    panel.get_by_text("How the", exact=False).first.click()
    points = panel.locator(".trust-points:visible")
    expect(points.first).to_be_visible()
    score = int(panel.locator(".trust-score").inner_text())
    assert sum(int(text) for text in points.all_inner_texts()) == score
    for several in panel.locator(".trust-rules details > summary").all():
        several.click()
    grounds = panel.locator(".trust-ground:visible").all_inner_texts()
    assert len(grounds) >= len(points.all())
    assert all("demo set, read " in ground for ground in grounds)
    assert in_both(page, ".trust") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_would_raise_it_and_what_is_missing_make_100(visit: Open) -> None:
    panel = snapshot(visit(PERSON))
    panel.get_by_text("What would raise it").click()
    ways = panel.locator(".trust-points:visible")
    expect(ways.first).to_be_visible()
    score = int(panel.locator(".trust-score").inner_text())
    assert score + sum(int(text) for text in ways.all_inner_texts()) == 100
    expect(panel).to_contain_text("A source states an ORCID iD.")
    claiming = panel.locator("h3", has_text="From the owner").locator("+ ul")
    expect(claiming).to_contain_text("The person claims this record with evidence.")
    expect(claiming).to_contain_text("The owner confirms works")
    others = panel.locator("h3", has_text="From co-authors and moderators").locator("+ ul")
    expect(others).to_contain_text("Co-authors or a moderator confirm the record")
    panel.get_by_role("button", name="To identity and collaboration").click()
    expect(panel.page.get_by_role("button", name="Log in to claim")).to_be_focused()


def test_the_keyboard_reaches_score_level_and_query(visit: Open) -> None:
    panel = snapshot(page := visit(PERSON))
    panel.get_by_role("button", name="of 100").focus()
    expect(panel.get_by_role("tooltip")).to_contain_text("Emerging from 20")
    page.keyboard.press("Tab")
    expect(panel.get_by_role("tooltip")).to_contain_text("L1 passed: Imported from a named source")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel.locator(".query-text").first).to_be_visible()
    expect(panel).to_contain_text("read/person_trust")


def test_a_score_that_cannot_be_had_is_said_and_asked_again(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    problem = {"title": "Slow", "detail": "The graph did not answer in time.", "request_id": "r1"}
    page.route("**/api/people/*/trust", lambda route: route.fulfill(json=problem, status=503), times=1)
    page.goto(served_demo + PERSON)
    panel = page.get_by_role("region", name="Trust snapshot")
    expect(panel.get_by_role("alert")).to_contain_text("The graph did not answer in time.")
    panel.get_by_role("button", name="Try again").click()
    snapshot(page)
    page.close()


def test_it_stands_first_on_the_right_and_before_the_picture_on_a_phone(visit: Open) -> None:
    page = visit(PERSON)
    snapshot(page)
    expect(page.locator(".collaborators .tie").first).to_be_visible()
    trust, graph, side = (box(page, part) for part in (".trust", ".graph", ".collaborators"))
    assert trust["y"] == graph["y"] < side["y"]
    assert trust["x"] == side["x"] > graph["x"] + graph["width"]
    page.set_viewport_size(PHONE)
    tops = [box(page, part)["y"] for part in (".trust", ".graph", ".collaborators", ".works")]
    assert tops == sorted(set(tops))
