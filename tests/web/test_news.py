"""News in a browser: follow, see what comes in with its reason, come back to nothing new; the feed's address."""

import re
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.web import serving
from tests.web.accounts import Site, register
from tests.web.looking import PHONE, WIDE, Open, findings
from tests.web.toys import FOLLOWED, LATER

pytestmark = pytest.mark.browser


def _fits(page: Page) -> None:
    """See that the page can be used by everybody, also on a phone and in the dark."""
    assert findings(page) == []
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def test_from_following_to_news_and_a_feed(tab: Open, site: Site) -> None:
    page = tab("/news")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.get_by_text("Log in to see what is new")).to_be_visible()
    console = page.get_by_role("banner").get_by_role("link", name="Console")
    expect(console).to_have_count(0)
    page.goto("/register")
    register(page, "reader@example.org")
    page.goto(site.link("reader@example.org", "verify"))
    page.get_by_role("button", name="Finish registration").click()
    expect(page.get_by_role("link", name="Your account, Toy User")).to_be_visible()
    expect(console).to_be_visible()  # without the page having been loaded anew
    page.goto("/news")
    expect(page.get_by_text("You follow nobody and nothing yet.")).to_be_visible()
    expect(page.get_by_role("link", name="Find whom to follow")).to_be_visible()
    page.goto(FOLLOWED)
    page.get_by_role("button", name="Stay connected").click()
    expect(page.get_by_role("button", name="Stay connected")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Your account, Toy User").click()
    pages = page.get_by_role("navigation", name="Your pages")
    pages.get_by_role("link", name="Messages").click()
    pages.get_by_role("link", name="News").click()
    expect(page.get_by_role("status").filter(has_text="Nothing new since")).to_be_visible()
    serving.load_works(site.data, [LATER])
    page.reload()
    expect(page.get_by_role("status").filter(has_text="2 pieces of news since your last visit")).to_be_visible()
    work, tie = page.locator(".news-items > li").all()
    expect(work).to_contain_text(re.compile("New work.*1998.*Because you follow Ann Author: they are an author", re.S))
    expect(work.locator(".katex").first).to_be_visible()
    expect(tie).to_contain_text(re.compile("New collaborator.*Ben Author.*1 joint work, and none before", re.S))
    _fits(page)
    tie.get_by_role("link", name="Ben Author").first.click()
    expect(page).to_have_url(re.compile("/people/"))
    page.go_back()  # what was new stays so for the visit
    expect(page.get_by_role("status").filter(has_text="2 pieces of news since your last visit")).to_be_visible()
    page.reload()
    expect(page.get_by_role("status").filter(has_text="Nothing new since your last visit")).to_be_visible()
    _fits(page)
    page.get_by_role("button", name="Look back 30 days").click()
    expect(page.locator(".news-items > li")).to_have_count(2)

    page.get_by_role("button", name="Make an address").click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_text("Copied to the clipboard")).to_be_attached()
    address = page.evaluate("navigator.clipboard.readText()")
    answer = page.request.get(address, headers={"Cookie": ""})
    assert len(ET.fromstring(answer.text()).findall("{http://www.w3.org/2005/Atom}entry")) == 2
    page.reload()
    expect(page.get_by_role("button", name="Make a new address")).to_be_visible()
    assert address not in page.content()
    page.get_by_role("button", name="End the feed").click()
    expect(page.get_by_text("leads nowhere any more.")).to_be_visible()
    assert page.request.get(address).status == 404

    page.goto("/account")
    expect(console).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_text("You are logged out.")).to_be_visible()
    expect(console).to_have_count(0)
