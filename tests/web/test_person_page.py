"""A person's page in a real browser: the works and what can be done with them, the rankings, what the browser keeps."""

import csv
import io
import re
from pathlib import Path

import bibtexparser
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.looking import PERSON, PHONE, WIDE, Open, findings, in_both

pytestmark = pytest.mark.browser

WORKS = 47
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })"
)


def works(page: Page) -> Locator:
    """Return the panel of works once it lists some."""
    panel = page.get_by_role("region", name="Published work")
    expect(panel.locator(".work").first).to_be_visible()
    return panel


def saved(page: Page, menu: Locator, name: str) -> str:
    """Return the text of the file that a menu saves in the format `name`."""
    menu.get_by_role("button", expanded=False).click()
    with page.expect_download() as download:
        menu.get_by_role("button", name=f"Save as {name}").click()
    page.keyboard.press("Escape")
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def copied(page: Page) -> str:
    """Return what stands in the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_head_is_made_from_facts_and_says_what_is_a_default(visit: Open) -> None:
    page = visit(PERSON)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    head = page.locator(".head")
    for fact in ("Researcher profile", "47 works in 2010–2026", "of late closest to Zhewei Yao", "Snowflake as of"):
        expect(head).to_contain_text(fact)
    expect(head.locator(".badge")).to_have_text("YH")
    head.get_by_role("button", name="Open to collaborate").focus()
    expect(head.get_by_role("tooltip")).to_contain_text("the same on every record")
    head.get_by_role("button", name="Copy link").click()
    expect(head.get_by_role("status").filter(has_text="Copied")).to_have_text("Copied to the clipboard")
    assert copied(page).endswith(PERSON)
    expect(head.get_by_role("button", name=re.compile("claim|trust", re.IGNORECASE))).to_have_count(0)
    head.get_by_role("link", name="Open full explorer").click()
    page.wait_for_url("**/explore?start=*")


def test_the_address_holds_the_filter_of_the_works(visit: Open) -> None:
    page = visit(f"{PERSON}?from=2022&to=2023&sort=oldest")
    panel = works(page)
    told = panel.locator(".panel-aside")
    expect(told).to_have_text(re.compile(r"^\d+ of 47 works meet the filter$"))
    expect(panel.locator(".year-head")).to_have_text(["2022", "2023"])
    before = told.inner_text()
    panel.get_by_role("combobox", name="Kind").select_option("preprint")
    expect(told).not_to_have_text(before)
    panel.get_by_role("combobox", name="Topic").select_option(index=1)
    panel.get_by_role("searchbox").fill("deepspeed")
    page.wait_for_url(re.compile(r"from=2022&sort=oldest&text=deepspeed&to=2023&topic=.+&type=preprint$"))
    expect(told).to_have_text("5 of 47 works meet the filter")
    expect(panel.locator(".work-title")).to_have_count(5)
    titles = panel.locator(".work-title").all_text_contents()  # innerText is empty out of sight
    page.reload()
    expect(works(page).locator(".work-title")).to_have_text(titles)
    panel.get_by_role("button", name="Clear the filter").click()
    expect(told).to_have_text("25 of 47 works shown")
    panel.get_by_role("button", name="Show 22 more works").press("Enter")  # it may move when it comes into view
    expect(told).to_have_text("47 works")
    expect(panel.locator(".work")).to_have_count(WORKS)


def test_the_timeline_is_read_and_pressed_with_the_keyboard(visit: Open) -> None:
    page = visit(PERSON)
    panel = works(page)
    panel.locator(".timeline-years button[tabindex='0']").focus()
    page.keyboard.press("ArrowLeft")
    bar = panel.locator(".timeline-years button:focus")
    expect(bar).to_have_accessible_name(re.compile(r"^2025: \d+ works, \d+ citations? in this graph$"))
    page.keyboard.press("Enter")
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(panel.locator(".year-head")).to_have_text(["2025"])
    assert page.url.endswith("?from=2025&to=2025")
    page.keyboard.press("Enter")
    expect(panel.locator(".panel-aside")).to_have_text("25 of 47 works shown")
    panel.get_by_text("The same as a table").click()
    cells = panel.locator(".years tbody td:nth-child(2)").all_inner_texts()
    assert sum(map(int, cells)) == WORKS


def test_works_are_chosen_cited_and_exported(visit: Open) -> None:
    page = visit(PERSON)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = works(page)
    bar = panel.get_by_role("group", name="Choose and export works")
    assert len(list(csv.DictReader(io.StringIO(saved(page, bar.locator(".menu"), "CSV"))))) == WORKS
    for box in panel.locator(".work-row").get_by_role("checkbox").all()[:2]:
        box.check()
    expect(bar.get_by_role("status")).to_have_text("2 works chosen")
    assert len(bibtexparser.parse_string(saved(page, bar.locator(".menu"), "BibTeX")).entries) == 2
    bar.get_by_role("checkbox").check()
    expect(bar.get_by_role("status")).to_have_text("25 works chosen")
    bar.get_by_role("button", name="Choose none").click()
    one = panel.locator(".work-row").first
    one.get_by_role("button", name="Cite").click()
    one.get_by_role("button", name="Copy BibTeX").click()
    expect(one.get_by_role("status").filter(has_text="Copied to the clipboard")).to_have_count(1)
    assert len(bibtexparser.parse_string(copied(page)).entries) == 1


def test_every_panel_shows_its_query(visit: Open) -> None:
    page = visit(PERSON)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    works(page)
    for name in ("Adjacent work", "People they might work with"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("region", name=name).locator("li").first).to_be_visible()
    panels = page.locator("section.panel:not(.dealings)")  # whose facts are in no graph
    expect(panels.locator(".query > summary")).to_have_count(panels.count())
    for summary in panels.locator(".query > summary").all():
        summary.click()
    for panel in panels.all():
        expect(panel.locator(".query-text").last).to_contain_text("RETURN")
    one = page.get_by_role("region", name="Close collaborators").locator(".query-one").nth(1)
    one.get_by_role("button", name="Copy with parameters").click()
    expect(one.get_by_role("status")).to_have_text("Copied to the clipboard")
    assert re.match(r':param \w+ => ".+";\n', copied(page))
    page.locator(".figures + .query > summary").click()
    expect(page.locator(".figures + .query")).to_contain_text("read/person")
    assert findings(page, ".works", ".side") == []


def test_moving_the_formula_is_told(visit: Open) -> None:
    page = visit(PERSON)
    ranking = page.get_by_role("region", name="Close collaborators")
    names = ranking.locator(".tie-name")
    expect(names).to_have_count(10)
    before = names.all_inner_texts()
    weights = ranking.locator(".tie-weight").all_inner_texts()
    assert all(re.fullmatch(r"\s*· weight (under )?[\d.]+", each) for each in weights)
    ranking.get_by_text("How this is ranked").click()
    half_life = ranking.get_by_role("slider", name="Half-life")
    half_life.focus()
    page.keyboard.press("End")
    expect(half_life).to_have_attribute("aria-valuetext", "10 years")
    after = names.all_inner_texts()
    assert after != before
    assert ranking.locator(".tie-weight").all_inner_texts() != weights
    expect(ranking.locator("[role=status]").first).to_have_text(f"First now: {after[0]}, {after[1]}, and {after[2]}.")
    ranking.get_by_role("button", name="Back to the default").click()
    expect(names).to_have_text(before)


def test_all_topics_can_be_reached(visit: Open) -> None:
    page = visit(PERSON)
    topics = page.get_by_role("region", name="Topics")
    more = topics.get_by_role("button", name=re.compile(r"^Show \d+ more$"))
    expect(more).to_have_count(2)
    more.last.click()
    more.click()
    told = topics.locator(".scheme span").all_inner_texts()
    assert topics.locator(".bars li").count() == sum(map(int, told))


def test_the_reading_list_stays_in_the_browser(visit: Open) -> None:
    page = visit(PERSON)
    panel = works(page)
    for row in panel.locator(".work-row").all()[:2]:
        row.get_by_role("button", name="Add to reading list").click()
    page.reload()
    page.get_by_role("button", name="Reading list, 2 works").click()
    drawer = page.get_by_role("dialog", name="Reading list")
    expect(drawer).to_contain_text("Kept in this browser only")
    assert len(bibtexparser.parse_string(saved(page, drawer.locator(".menu"), "BibTeX")).entries) == 2
    assert findings(page) == []
    drawer.get_by_role("button", name="Take off").first.click()
    expect(drawer.locator(".near > li")).to_have_count(1)
    drawer.get_by_role("button", name="Undo").click()
    expect(drawer.locator(".near > li")).to_have_count(2)
    title = drawer.locator(".near-title").last.inner_text()
    drawer.locator(".near-title a").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(drawer).to_have_count(0)


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.add_init_script(NO_STORAGE)
    page.goto(served_demo + PERSON)
    works(page).get_by_role("button", name="Add to reading list").first.click()
    page.get_by_role("button", name="Reading list, 1 work").click()
    expect(page.get_by_role("dialog")).to_contain_text("This browser keeps nothing for this site")
    page.close()


def test_adjacent_work_is_dismissed_and_brought_back(visit: Open) -> None:
    page = visit(PERSON)
    adjacent = page.get_by_role("region", name="Adjacent work")
    adjacent.get_by_role("button", name="Adjacent work").click()
    title = adjacent.locator(".near-title").first.inner_text()
    adjacent.get_by_role("button", name="Dismiss").first.click()
    expect(adjacent.locator(".near-gone")).to_contain_text(f"Dismissed: {title}")
    expect(adjacent.get_by_role("button", name="Undo")).to_be_focused()
    page.reload()
    adjacent.get_by_role("button", name="Adjacent work").click()
    expect(adjacent.get_by_role("status").first).to_contain_text("1 dismissed earlier")
    expect(adjacent.locator(".near-title").first).not_to_have_text(title)
    adjacent.get_by_role("button", name="Show what was dismissed").click()
    adjacent.get_by_role("button", name="Undo").click()
    expect(adjacent.locator(".near-title").first).to_have_text(title)
    for order in ("Foundational", "Recent"):
        adjacent.get_by_label(order).check()
        expect(adjacent.locator("[aria-busy=false] .reasons li").first).to_be_visible()


def test_works_that_fail_can_be_asked_again(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.route("**/works?limit=25", lambda route: route.abort(), times=1)
    page.goto(served_demo + PERSON)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The works could not be listed.")
    alert.get_by_role("button", name="Try again").click()
    works(page)
    page.close()


def test_what_is_shown_is_printed(visit: Open) -> None:
    page = visit(PERSON)
    panel = works(page)
    page.emulate_media(media="print")
    for control in (".toolbar", ".chosen", ".topbar", ".works > .query"):
        expect(page.locator(control)).to_be_hidden()
    expect(panel.locator(".work").last).to_be_visible()
    assert panel.locator(".work-row").last.evaluate("row => getComputedStyle(row).contentVisibility") == "visible"


def test_the_page_fits_a_narrow_screen_and_is_open_to_everybody(visit: Open) -> None:
    for viewport in (PHONE, WIDE):
        page = visit(PERSON, viewport)
        panel = works(page)
        panel.locator(".work-row").get_by_role("checkbox").first.check()
        panel.locator(".work-row").first.get_by_role("button", name="Cite").click()
        panel.get_by_text("The same as a table").click()
        assert in_both(page, ".head", ".works", ".side", ".provenance") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
