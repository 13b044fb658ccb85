"""What is not as it should be, and the way on from there: nothing loaded, no network, no WebGL; and motion."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.web.exploring import EXPLORE, ready, trail
from tests.web.looking import PERSON, PHONE, WIDE, Open, findings
from tests.web.measuring import MOST_MOVED, moved, readable, settled

pytestmark = pytest.mark.browser
NO_WEBGL = "HTMLCanvasElement.prototype.getContext = () => null"


def test_what_fails_in_the_middle_is_said_and_can_be_tried_again(browser: Browser, served_demo: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(served_demo + EXPLORE)
    ready(page)
    before = page.locator(".row-name").count()
    page.route("**/neighbours?**kind=**", lambda route: route.abort())
    page.get_by_role("button", name="+10 around the start").click()
    notice = page.locator(".notices")
    expect(notice).to_contain_text("The server cannot be reached.")
    expect(page.locator(".row-name")).to_have_count(before)
    assert findings(page) == []
    page.unroute_all()
    notice.get_by_role("button", name="Try again").click()
    expect(trail(page)).to_have_count(2)
    expect(notice).to_have_count(0)
    page.close()


def test_without_webgl_the_profile_has_its_table(visit: Open) -> None:
    page = visit("/")
    page.add_init_script(NO_WEBGL)
    page.goto(page.url.rstrip("/") + PERSON)
    page.locator(".graph h2").hover()
    expect(page.locator(".graph-building")).to_contain_text("This browser cannot draw the picture (WebGL is off).")
    rows = page.get_by_role("grid", name="Nodes").locator("tbody tr")
    expect(rows.nth(1)).to_be_visible()
    rows.nth(1).click()
    expect(page.locator(".graph-chosen-name")).to_be_visible()
    assert findings(page, ".graph") == []


def test_where_nothing_is_loaded_the_first_step_is_said(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.route(re.compile(r"/api/people\?"), lambda route: route.fulfill(json={"items": [], "dataset": "0"}))
    for path in ("/", "/explore"):
        page.goto(served_demo + path)
        expect(page.get_by_text("Nobody is in this graph yet.")).to_be_visible()
        expect(page.get_by_text("bzpeer load")).to_be_visible()
        assert findings(page) == []
    page.get_by_role("link", name="Bring somebody in").click()
    expect(page.get_by_role("region", name="Not here?").get_by_role("textbox")).to_be_visible()
    page.close()


def test_where_motion_is_welcome_what_is_placed_stays_all_the_same(browser: Browser, served_demo: str) -> None:
    context = browser.new_context(viewport=WIDE, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(served_demo + EXPLORE)
    before = settled(ready(page))
    page.locator(".expand button").first.click()
    expect(trail(page)).to_have_count(2)
    after = settled(ready(page))
    assert len(after["nodes"]) > len(before["nodes"])
    assert moved(before, after) <= MOST_MOVED
    readable(after)
    context.close()


def test_a_frame_says_what_it_is_and_leads_out(visit: Open) -> None:
    page = visit(EXPLORE.replace("explore", "embed"))
    page.wait_for_selector(".embedded[data-state=drawn]", timeout=60_000)
    foot = page.locator(".embedded-foot")
    expect(foot).to_contain_text(re.compile(r"Yuxiong He \d+ of \d+ nodes"))
    out = foot.get_by_role("link", name="Open in BZPEER")
    expect(out).to_have_attribute("target", "_blank")
    with page.context.expect_page() as opened:
        out.click()
    ready(opened.value)
