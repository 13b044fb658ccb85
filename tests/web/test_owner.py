"""The owner of a record in a browser: words marked as theirs, works confirmed and disowned, a co-author's word."""

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from api.accounts.secrets import digest
from api.accounts.store import FILE
from tests.web.accounts import Site, press
from tests.web.looking import PERSON, PHONE, Open, findings

pytestmark = pytest.mark.browser

REFUSED = "status of 422"
"""A browser tells also of what could not be saved."""
OWNER, COAUTHOR = "demo:yuxiong-he", "demo:zhewei-yao"
FIRST = 25
"""Works on the first page of the list."""


@pytest.fixture(scope="module")
def owners(site: Site, moderator: str) -> None:
    """Let the owner and a co-author own their records and be logged in; that there is a moderator made the store."""
    with sqlite3.connect(site.data / FILE) as db:
        for person in (OWNER, COAUTHOR):
            own(db, person)


def own(db: sqlite3.Connection, person: str) -> None:
    """Make a user who owns a record, and a session whose secret is the id of the record."""
    at, until = (str(datetime.now(UTC).replace(tzinfo=None) + timedelta(days=each)) for each in (0, 9))
    db.execute("INSERT INTO users (id, name, role, created_at) VALUES (?, 'Toy User', 'user', ?)", (person, at))
    session = (person, digest(person), person, "", at, at, until)
    db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)", session)
    columns = "id, person_id, user_id, state, message, evidence, reason, created_at, changed_at"
    claim = (person, person, person, "verified", "", "[]", "", at, at)
    db.execute(f"INSERT INTO claims ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", claim)


@pytest.fixture
def seen_by(tab: Open, site: Site, owners: None) -> Callable[..., Page]:
    """Return a function that opens the owner's page as somebody."""

    def seen_by(who: str | None = None, **look: Any) -> Page:
        page = tab(**look)
        if who:
            page.context.add_cookies([{"name": "bzpeer_session", "value": who, "url": site.address}])
        page.goto(PERSON)
        return page

    return seen_by


def part(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def first(place: Locator, button: str) -> Locator:
    """Return the first button of such a name."""
    return place.get_by_role("button", name=re.compile(button)).first


def test_the_owner_says_something_and_a_visitor_sees_whose_word_it_is(seen_by: Callable[..., Page]) -> None:
    page = seen_by(OWNER)
    words = part(page, "In their own words")
    press(words, "Say something of yourself")
    line = words.get_by_label("A line about yourself")
    expect(line).to_be_focused()
    line.fill("I train models of $10^{12}$ parameters.")
    words.get_by_label("The name that you prefer").fill("Toy Name")
    words.get_by_label("Links, one a line").fill("http://example.org/me")
    words.get_by_label("Yes").check()
    words.get_by_label("sharing code").check()
    words.get_by_role("combobox", name="Add a topic").fill("machine")
    page.locator(".hit").first.click()
    expect(words.get_by_role("button", name=re.compile("^Remove"))).to_have_count(1)
    assert findings(page, ".dealings") == []
    press(words, "Save")
    expect(words).to_contain_text("Not saved. 'links' cannot be used")
    words.get_by_label("Links, one a line").fill("https://example.org/me")
    press(words, "Save")
    expect(words.get_by_text("Saved: everybody sees it now.")).to_be_focused()
    for look in ({}, {"viewport": PHONE, "scheme": "dark"}):
        seen = seen_by(**look)
        words = part(seen, "In their own words")
        expect(words).to_contain_text("Said by the owner of this record since")
        expect(words.locator(".katex")).to_have_count(1)
        expect(words).to_contain_text("Prefers the name Toy Name")
        expect(words).to_contain_text("Open to collaborate: sharing code")
        expect(words.get_by_role("link", name="example.org/me")).to_have_attribute("rel", re.compile("nofollow ugc"))
        expect(words.get_by_role("button")).to_have_count(0)
        expect(seen.get_by_role("heading", level=1)).to_have_text("Yuxiong He")
        expect(seen.locator(".head")).to_contain_text("Open to collaborate (the owner’s word)")
        assert findings(seen, ".dealings", ".head") == []
    press(part(page, "In their own words"), "Change your words")
    page.get_by_label("Not now").check()
    press(page, "Save")
    expect(page.locator(".head")).to_contain_text("Not open to collaborate (the owner’s word)")


def test_a_disowned_work_is_gone_with_its_reason_and_comes_back(seen_by: Callable[..., Page]) -> None:
    page, visitor = seen_by(OWNER), seen_by()
    works = part(page, "Published work")
    title = works.get_by_role("article").first.get_by_role("heading").text_content() or "none"
    expect(works.get_by_role("heading", name=title)).to_have_count(1)
    first(works, "^Show [0-9]+ more works").click()
    expect(works.get_by_role("article").nth(FIRST)).to_be_attached()
    first(works, f"^Not mine ?: {re.escape(title)}").click()
    works.get_by_label("Why it is not yours").fill("By a namesake.")
    assert findings(page, ".works") == []
    with page.expect_response(re.compile("/slice")):  # the picture is without it, too
        press(works, "Disown this work")
    expect(works).to_contain_text("You have disowned")
    expect(works.get_by_role("article")).to_have_count(FIRST)
    expect(works.get_by_role("heading", name=title)).to_have_count(0)
    visitor.reload()
    expect(part(visitor, "Published work").get_by_role("article").first).to_be_visible()
    expect(part(visitor, "Published work").get_by_role("heading", name=title)).to_have_count(0)
    disowned = part(visitor, "Disowned works")
    disowned.get_by_text("1 disowned work").click()
    expect(disowned).to_contain_text("By a namesake.")
    expect(disowned.get_by_role("button")).to_have_count(0)
    assert findings(visitor, ".dealings") == []
    first(part(page, "Disowned works"), "^It is mine after all").click()
    expect(part(page, "Disowned works").get_by_text("It is on this record again.")).to_be_focused()
    expect(works.get_by_role("article").first.get_by_role("heading")).to_have_text(title)


def test_the_owner_and_a_co_author_confirm_and_trust_rises(seen_by: Callable[..., Page]) -> None:
    page = seen_by(OWNER)
    trust = part(page, "Trust snapshot")
    score = int(trust.locator(".trust-score").inner_text())
    first(part(page, "Published work"), "^Mine").click()
    expect(trust.locator(".trust-score")).to_have_text(str(score + 1))
    expect(part(page, "Published work").get_by_role("button", name=re.compile("Mine"), pressed=True)).to_have_count(1)
    other = seen_by(COAUTHOR)
    trust = part(other, "Trust snapshot")
    expect(trust).to_contain_text("Verification L3")
    confirming = part(other, "Confirm this record")
    press(confirming, "This is who I worked with")
    expect(trust.locator(".trust-score")).to_have_text(str(score + 6))
    expect(trust).to_contain_text("Verification L4")
    trust.get_by_text("How the").click()
    expect(trust.get_by_role("link", name="Zhewei Yao")).to_be_visible()
    assert findings(other, ".trust", ".dealings") == []
    press(confirming, "Take the confirmation back")
    expect(trust).to_contain_text("Verification L3")
    first(part(page, "Published work"), "Mine").click()
    expect(part(page, "Published work").get_by_text("You confirm it no more.")).to_be_visible()
    page.reload()
    expect(part(page, "Trust snapshot").locator(".trust-score")).to_have_text(str(score))
