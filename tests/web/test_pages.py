"""The start page, the states of every page, and the way from page to page, in a real browser."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.looking import PERSON, Open, findings

pytestmark = pytest.mark.browser

KINDS = ("people", "papers", "topics", "institutions")


def heading(page: Page, text: str) -> None:
    """Wait for the page of that heading; it has the focus, and the window its title."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert text in page.title()


def test_the_start_page_says_what_is_held_and_how_fresh(visit: Open) -> None:
    page = visit("/")
    held = page.get_by_role("region", name="What this data set holds")
    for noun in KINDS:
        expect(held).to_contain_text(noun)
    loads = page.get_by_role("region", name="How fresh it is")
    expect(loads.get_by_role("listitem")).to_have_count(1)
    expect(loads).to_contain_text("Demo set")
    expect(loads).to_contain_text("278 records, all new or changed")


def test_going_to_a_page_moves_the_focus_to_its_heading(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("link", name="Yuxiong He").click()
    heading(page, "Yuxiong He")
    page.locator(".tie-name").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Yuxiong He")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    heading(page, "Yuxiong He")


def test_an_unknown_page_offers_a_search(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_demo}/nonsense")
    assert page.title() == "No such page · BZPEER"
    assert findings(page) == []
    page.wait_for_selector(".search-combo")
    page.locator("main .search-combo input").fill("yuxiong")
    page.get_by_role("option", name="Yuxiong He").click()
    heading(page, "Yuxiong He")
    page.close()


def test_an_answer_that_fails_can_be_asked_again(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    problem = {"title": "Broken", "detail": "The graph is being mended.", "request_id": "r1"}
    page.route(f"**/api{PERSON}", lambda route: route.fulfill(status=500, json=problem), times=1)
    page.goto(served_demo + PERSON)
    expect(page.get_by_role("alert")).to_contain_text("The graph is being mended.")
    expect(page.get_by_role("alert")).to_contain_text("r1")
    assert findings(page) == []
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yuxiong He")
    page.close()


def test_without_network_what_was_opened_stays(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(served_demo + PERSON)
    page.locator(".tie-name").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Yuxiong He")
    page.context.set_offline(True)
    banner = page.locator(".offline")
    expect(banner).to_contain_text("You are offline.")
    page.go_back()
    heading(page, "Yuxiong He")
    expect(page.locator(".tie-name").first).to_be_visible()
    assert findings(page) == []
    page.context.set_offline(False)
    expect(banner).to_have_text("")
    page.close()


def test_two_people_side_by_side(visit: Open) -> None:
    page = visit(PERSON)
    page.get_by_role("link", name="Compare with…").click()
    heading(page, "Two people compared")
    second = page.get_by_role("region", name="Second person")
    second.get_by_role("combobox").fill("zhewei")
    page.get_by_role("option", name="Zhewei Yao").click()
    heading(page, "Yuxiong He and Zhewei Yao")
    expect(page.get_by_role("status").filter(has_text="joint works")).to_contain_text("21 joint works in 2021–2026")
    works = page.get_by_role("region", name="Works")
    told = works.get_by_role("heading", level=3).all_inner_texts()
    assert told == ["Both 10 of 21", "Only Yuxiong He 10 of 26", "Only Zhewei Yao 7"]
    page.get_by_role("button", name="Show the first 50 of each list").click()
    expect(works.locator("section").first.get_by_role("listitem")).to_have_count(21)
    for kind, name in (
        ("Co-authors", "Samyam Rajbhandari"),
        ("Topics", "Natural Language Processing Techniques"),
        ("Institutions", "Microsoft"),
    ):
        both = page.get_by_role("region", name=kind).locator("section").first
        expect(both.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Swap the two").click()
    heading(page, "Zhewei Yao and Yuxiong He")
    page.go_back()
    heading(page, "Yuxiong He and Zhewei Yao")
    page.get_by_role("link", name="Show both in the explorer").click()
    page.wait_for_url("**/explore?**")


def test_one_person_is_not_compared_with_herself(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_demo}/compare?a=demo:yuxiong-he&b=demo:yuxiong-he")
    expect(page.get_by_role("alert")).to_contain_text("name two different people")
    page.get_by_role("region", name="Second person").get_by_role("combobox").fill("zhewei")
    page.get_by_role("option", name="Zhewei Yao").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yuxiong He and Zhewei Yao")
    page.close()
