"""The pages as a reader meets them, in a real browser: drawn, searchable, within their policy, open to everybody."""

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.web.looking import PERSON, PHONE, WIDE, Open, drawn, findings, in_both

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_profile_is_drawn_and_accessible(visit: Open, viewport: ViewportSize) -> None:
    page = visit(PERSON, viewport)
    expect(page.get_by_role("heading", level=1)).to_have_text("Yuxiong He")
    page.locator(".graph h2").hover()
    drawn(page)
    page.get_by_role("button", name="Adjacent work").click()
    expect(page.locator(".near > li").first).to_be_visible()
    page.get_by_role("button", name="People they might work with").click()
    expect(page.locator(".way").first).to_be_visible()
    page.locator(".ranking > summary").click()
    page.locator(".twin > summary").click()
    expect(page.locator(".work").first).to_be_visible()
    assert in_both(page) == []


def test_the_other_pages_are_accessible(visit: Open) -> None:
    page = visit("/")
    expect(page.get_by_role("link", name="Yuxiong He")).to_be_visible()
    assert in_both(page) == []
    for kind in ("Paper", "Topic", "Institution"):
        page.goto(PERSON)
        drawn(page)
        page.locator(".twin > summary").click()
        page.locator(".twin-table tr", has=page.get_by_role("gridcell", name=kind, exact=True)).first.click()
        page.locator(".graph-chosen-name a").click()
        page.wait_for_url(f"**/{kind.lower()}s/**")
        assert in_both(drawn(page)) == []


def test_picture_and_table_are_one_thing(visit: Open) -> None:
    page = drawn(visit(PERSON))
    canvas = page.locator(".graph-canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # the centre stands in the middle
    chosen = page.locator(".graph-chosen-name")
    expect(chosen).to_have_text("Yuxiong He")
    page.locator(".twin > summary").click()
    selected = page.locator(".twin-table tr[aria-selected=true]")
    expect(selected).to_contain_text("Yuxiong He")
    selected.press("ArrowDown")
    expect(chosen).not_to_have_text("Yuxiong He")
    expect(chosen).to_have_text(selected.locator("th").inner_text().strip())
    page.keyboard.press("Escape")
    expect(chosen).to_have_count(0)


def test_the_picture_grows(visit: Open) -> None:
    page = drawn(visit(PERSON))
    nodes = page.locator(".twin > summary")
    before = nodes.inner_text()
    page.get_by_role("button", name="Add 10 more people").click()
    expect(nodes).not_to_have_text(before)
    people = page.get_by_role("button", name="People", exact=False).first
    people.click()
    expect(people).to_have_attribute("aria-pressed", "false")


def test_the_ranking_can_be_moved(visit: Open) -> None:
    page = visit(PERSON)
    page.locator(".ranking > summary").click()
    page.get_by_label("number of joint papers").check()
    page.locator(".collaborators").get_by_role("button", name="Show all").click()
    told = page.locator(".collaborators .tie-evidence > summary").all_inner_texts()
    counts = [int(text.split()[0]) for text in told]
    assert len(counts) > 100
    assert counts == sorted(counts, reverse=True)


def test_works_are_filtered_and_math_is_set(visit: Open) -> None:
    page = visit(PERSON)
    title = page.locator(".work-title", has=page.locator(".katex"))
    expect(title.first).to_contain_text("-SQL: Ranking Reward")
    page.get_by_label("Find in titles").fill("inference")
    meet = page.request.get(f"{page.url.replace('/people/', '/api/people/')}/works?text=inference").json()["total"]
    expect(page.locator(".works .panel-aside")).to_have_text(f"{meet} of 47 works meet the filter")
    titles = page.locator(".work-title").all_text_contents()  # innerText is empty out of sight
    assert len(titles) == meet
    assert all("inference" in title.lower() for title in titles)


def test_search_leads_to_another_person(visit: Open) -> None:
    page = visit(PERSON)
    page.wait_for_selector(".search-combo")
    page.locator(".search-combo input").fill("zhewei")
    expect(page.get_by_role("option", name="Zhewei Yao")).to_be_visible()
    # Of the rest, an open combobox hides from screen readers what the pointer may still reach: not to be judged now.
    assert findings(page, ".search", ".search-list") == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/demo:zhewei-yao")
    expect(page.get_by_role("heading", level=1)).to_have_text("Zhewei Yao")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yuxiong He")


def test_the_chosen_theme_stays(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("button", name="Use dark colours").click()
    page.reload()
    expect(page.get_by_role("button", name="Use light colours")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_turning_the_device_keeps_what_is_open(visit: Open) -> None:
    page = drawn(visit(PERSON))
    page.get_by_role("button", name="People they might work with").click()
    page.locator(".twin > summary").click()
    page.locator(".twin-table tr", has_text="Zhewei Yao").click()
    for width in (390, 900, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".way").first).to_be_visible()
        expect(page.locator(".graph-chosen-name")).to_have_text("Zhewei Yao")


def test_a_paper_says_what_to_read_next(visit: Open) -> None:
    page = visit("/papers/demo:qiao2024swiftkv")
    page.get_by_role("button", name="What to read next").click()
    expect(page.locator(".near > li").first.locator(".reasons")).to_contain_text("also cited by this work")
    page.get_by_label("Foundational").check()
    expect(page.locator(".near > li").first.locator(".reasons")).to_contain_text("Cited by")
    assert findings(page) == []


def test_an_address_of_nothing_is_said_in_a_page_of_its_own(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    response = page.goto(f"{served_demo}/nonsense/at/all")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("No such page")
    page.get_by_role("link", name="start page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Researchers in context")
    page.close()


def test_a_stranger_is_said_to_be_unknown(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_demo}/people/demo:nobody")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not in this graph")
    expect(page.locator(".lede")).to_contain_text("demo:nobody")
    page.close()
