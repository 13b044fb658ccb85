"""The start page, the states of every page, and the way from page to page, in a real browser."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.web.looking import MOST_SHIFTED, PERSON, PHONE, WIDE, Open, Scheme, findings

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
    for panel in (held, loads, page.get_by_role("region", name="People to start from")):
        panel.get_by_text("See the query").click()
        expect(panel.locator(".query-text").first).to_contain_text("RETURN")


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


def test_a_part_that_cannot_be_fetched_leaves_the_rest_and_a_way_on(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.route(re.compile(r"/assets/(Explore|Drawer|SearchCombo)-.*\.js$"), lambda route: route.abort())
    page.goto(served_demo + "/explore")
    expect(page.get_by_role("alert")).to_contain_text("could not be shown")
    page.get_by_role("link", name="BZPEER").click()
    expect(page.get_by_role("heading", name="What this data set holds")).to_be_visible()
    expect(page.get_by_role("textbox", disabled=True)).to_be_visible()
    page.go_back()
    page.unroute_all()
    page.get_by_role("button", name="Reload the page").click()
    expect(page.get_by_role("heading", name="Start from a person or a paper")).to_be_visible()
    page.close()


def test_an_identifier_that_is_not_here_leads_to_where_it_is_brought_in(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(served_demo)
    field = page.get_by_role("combobox").first
    field.fill("https://orcid.org/0000-0002-1825-0097")
    expect(page.get_by_text("Press Enter to look for it elsewhere.")).to_be_visible()
    field.press("Enter")
    part = page.get_by_role("region", name="Or bring it in")
    expect(part.get_by_role("textbox")).to_have_value("orcid:0000-0002-1825-0097")
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
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("button", name="Show all")).to_have_count(0)
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


def test_a_list_goes_on_at_a_press(visit: Open) -> None:
    page = visit("/topics/openalex:T10181")
    latest = page.get_by_role("region", name="Latest works")
    expect(latest).to_contain_text("20 of 107 works")
    latest.get_by_role("button", name="Show 80 more").click()
    expect(latest).to_contain_text("100 of 107 works")
    expect(latest.get_by_role("listitem")).to_have_count(100)
    latest.get_by_role("button", name="Show 7 more").click()
    expect(latest.get_by_role("listitem")).to_have_count(107)
    expect(latest.get_by_role("status")).to_be_focused()
    people = page.get_by_role("region", name="Active people")
    expect(people).to_contain_text("20 of 515 people")
    for step in ("Show 80 more", "Show 400 more"):
        people.get_by_role("button", name=step).click()
    people.get_by_role("link", name="in the explorer").click()
    expect(page.locator(".expand")).to_contain_text("of 107 papers")


def test_a_topic_names_who_is_active_and_what_is_near(visit: Open) -> None:
    page = visit("/topics/openalex:T10181")
    active = page.get_by_role("region", name="Active people")
    expect(active.get_by_role("img").first).to_be_visible()
    bars = active.get_by_role("img").all()
    shares = [int((bar.get_attribute("aria-label") or "").partition("%")[0]) for bar in bars]
    assert shares[0] == 100
    assert shares == sorted(shares, reverse=True)
    active.get_by_text("How this is ranked").click()
    expect(active.locator(".formula")).to_contain_text("2^")
    expect(active).to_contain_text("reviewer")
    near = page.get_by_role("region", name="Neighbouring topics")
    near.get_by_role("link").first.click()
    page.wait_for_url("**/topics/**")
    expect(page.get_by_role("region", name="Active people")).to_be_visible()
    expect(page.get_by_role("region", name="Rising works")).to_be_visible()


def test_an_institution_names_its_partners(visit: Open) -> None:
    page = visit("/institutions/ror:00d0nc645")
    expect(page.get_by_role("heading", level=1)).to_have_text("Microsoft")
    partners = page.get_by_role("region", name="Partners")
    told = page.request.get(page.url.replace("/institutions/", "/api/institutions/")).json()["partners"]
    assert partners.get_by_role("link").all_inner_texts() == [each["institution"]["label"] for each in told]
    assert len(told) > 5
    expect(page.get_by_role("region", name="People").get_by_role("link", name="Yuxiong He")).to_be_visible()


def bringing(page: Page, *states: dict[str, Any]) -> None:
    """Stand in for the background load: it tells these states, one a question."""
    job = {"id": "i1", "subject": "orcid:0000-0002-1825-0097", "progress": {"read": 0, "total": None}, "node": None}
    told = iter([{**job, **state} for state in states])
    page.route("**/api/imports", lambda route: route.fulfill(status=202, json=next(told)))
    page.route("**/api/imports/i1", lambda route: route.fulfill(json=next(told)))


def test_somebody_is_brought_in_and_the_page_opens(visit: Open) -> None:
    page = visit("/")
    node = {"id": "demo:zhewei-yao", "kind": "Person", "label": "Zhewei Yao"}
    bringing(
        page,
        {"state": "queued", "says": "About to begin."},
        {"state": "running", "says": "Fetching from OpenAlex.", "progress": {"read": 40, "total": 120}},
        {"state": "done", "says": "120 records read.", "node": node},
    )
    part = page.get_by_role("region", name="Not here?")
    field, status = part.get_by_role("textbox"), part.get_by_role("status")
    field.fill("0000-0002-1825-0098")
    part.get_by_role("button", name="Bring in").click()
    expect(status).to_contain_text("check digit")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("https://orcid.org/0000-0002-1825-0097")
    field.press("Enter")
    expect(status).to_have_text("Fetching from OpenAlex.")
    expect(part.get_by_role("progressbar")).to_have_attribute("max", "120")
    assert findings(page) == []
    expect(status.get_by_role("link", name="Zhewei Yao")).to_be_visible()
    heading(page, "Zhewei Yao")


def test_a_person_is_read_anew_from_the_source(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()

    def with_orcid(route: Route) -> None:
        known = route.fetch().json()
        orcid = {"scheme": "orcid", "value": "0000-0002-1825-0097", "url": None}
        route.fulfill(json={**known, "identifiers": [*known["identifiers"], orcid]})

    page.route(f"**/api{PERSON}", with_orcid)
    page.goto(served_demo + PERSON)
    bringing(
        page,
        {"state": "running", "says": "Fetching from OpenAlex.", "progress": {"read": 40, "total": 120}},
        {"state": "done", "says": "120 records read, 3 of them changed."},
    )
    with page.expect_request("**/api/imports") as asked:
        page.get_by_role("button", name="Refresh this person").click()
    assert asked.value.post_data_json == {"id": "demo:yuxiong-he"}
    expect(page.get_by_text("120 records read, 3 of them changed.")).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Show the new state").click()
    expect(page.get_by_role("button", name="Refresh this person")).to_be_enabled()
    page.unroute_all(behavior="ignoreErrors")  # one more question may be on its way
    page.close()


def test_what_cannot_be_brought_in_is_said(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_demo}/people/openalex:A5999999999")
    part = page.get_by_role("region", name="Or bring it in")
    expect(part.get_by_role("textbox")).to_have_value("openalex:A5999999999")
    bringing(page, {"state": "failed", "says": "OpenAlex knows nobody of this id."})
    part.get_by_role("button", name="Bring in").click()
    expect(part.get_by_role("status")).to_have_text("OpenAlex knows nobody of this id.")
    page.unroute_all()
    limit = {"title": "Too Many Requests", "detail": "No more imports now: try again in 5 minutes."}
    page.route("**/api/imports", lambda route: route.fulfill(status=429, json=limit, headers={"Retry-After": "300"}))
    part.get_by_role("button", name="Bring in").click()
    expect(part.get_by_role("status")).to_have_text("No more imports now: try again in 5 minutes.")
    assert findings(page) == []
    page.close()


def test_where_imports_are_off_nothing_offers_them(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()

    def off(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "imports": False})

    page.route("**/api/dataset", off)
    page.goto(served_demo)
    expect(page.get_by_role("region", name="How fresh it is").get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_text("Not here?")).to_have_count(0)
    page.unroute_all(behavior="ignoreErrors")  # one more question may be on its way
    page.close()


EVERYWHERE = {
    "start": "/",
    "person": PERSON,
    "paper": "/papers/demo:qiao2024swiftkv",
    "topic": "/topics/openalex:T10181",
    "institution": "/institutions/ror:00d0nc645",
    "compare": "/compare?a=demo:yuxiong-he&b=demo:zhewei-yao",
    "compare one": "/compare?a=demo:yuxiong-he",
    "explore": "/explore?start=demo:yuxiong-he",
    "explore nothing": "/explore",
    "embed": "/embed?start=demo:yuxiong-he",
}


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide", "phone"])
@pytest.mark.parametrize("path", EVERYWHERE.values(), ids=EVERYWHERE)
def test_every_page_comes_without_jumps_and_is_open_to_everybody(
    visit: Open, path: str, viewport: ViewportSize, scheme: Scheme
) -> None:
    page = visit(path, viewport, scheme)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") <= MOST_SHIFTED
    assert findings(page) == []
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    if not path.startswith(("/explore", "/embed")):
        nothing_to_press_on_paper(page)


def nothing_to_press_on_paper(page: Page) -> None:
    """Hold that a page is printed in light colours, and without what has no use on paper."""
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    pressed = (".button", ".textbutton", ".icon-button", ".search", ".toolbar", ".topbar", ".graph-zoom", ".segments")
    assert page.locator(", ".join(f"{each}:visible" for each in pressed)).count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
