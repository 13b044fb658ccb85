"""The papers behind an edge: in the tables by keyboard, among the links of a node by touch, and on the profile."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.web.exploring import EXPLORE, other, ready
from tests.web.looking import PERSON, PHONE, Open, drawn, findings

pytestmark = pytest.mark.browser


def told(opened: Locator, number: int) -> None:
    """Hold that as many papers are listed, each with its year."""
    expect(opened.locator(".evidence li")).to_have_count(number)
    for year in opened.locator(".evidence-year").all_inner_texts():
        assert re.fullmatch(r"\d{4}|—", year)
    expect(opened.get_by_role("status")).to_contain_text(f"{number} paper")


def test_a_row_of_the_table_opens_to_the_papers_of_two_people_that_are_not_the_start(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    page.get_by_role("button", name="Edges").click()
    table = page.get_by_role("grid", name="Edges")
    row = table.locator("tbody tr", has_text="co-authors").filter(has_not_text="Yuxiong He").first
    number = int(row.locator(".edge-papers").inner_text())
    row.focus()
    page.keyboard.press("Space")
    opened = table.locator(".edge-works")
    told(opened, number)
    expect(row).to_be_focused()
    opened.get_by_role("link").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("h")
    expect(opened.get_by_role("link").first).to_be_focused()
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(row).to_be_focused()


def test_a_link_of_the_selected_node_opens_by_touch(visit: Open) -> None:
    page = ready(visit(EXPLORE, PHONE))
    page.get_by_role("button", name="List", exact=True).tap()
    page.locator(".row-name", has_text=other(page)).first.tap()
    page.get_by_role("button", name="Details", exact=True).tap()
    link = page.locator(".links li").filter(has=page.locator(".link-papers")).filter(has_not_text="Yuxiong He").first
    number = int(link.locator(".link-papers").inner_text().split()[0])
    link.locator(".link-papers").tap()
    expect(link.locator(".link-papers")).to_have_attribute("aria-expanded", "true")
    told(link, number)


def test_the_profile_opens_the_edges_of_its_table_and_of_what_is_selected(visit: Open) -> None:
    page = visit(PERSON)
    page.locator(".graph h2").hover()
    drawn(page)
    page.locator(".twin > summary").click()
    row = page.locator(".twin-table tr", has_text="Zhewei Yao")
    row.click()
    edges = page.get_by_role("group", name="Edges").locator("details")
    strange = edges.filter(has_text="joint paper").filter(has_not_text="Yuxiong He").first
    number = int(re.search(r"(\d+) joint paper", strange.inner_text())[1])  # type: ignore[index]
    strange.locator("summary").focus()
    page.keyboard.press("Enter")
    told(strange, number)
    chosen = page.locator(".graph-details details")
    chosen.locator("summary").click()
    expect(chosen.get_by_role("status")).to_have_text("The 20 newest of 21 papers")
    chosen.get_by_role("button", name="Show 1 more").click()
    told(chosen, 21)
    chosen.get_by_role("link").first.press("Escape")
    expect(row).to_have_attribute("aria-selected", "true")
    assert findings(page, ".graph") == []
