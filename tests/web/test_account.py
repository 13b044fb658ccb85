"""The pages of an account in a browser: register, confirm, log in and back, tokens, sessions, goodbye."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.web import serving
from tests.web.accounts import PASSWORD, Member, Site, log_in, press, register
from tests.web.looking import MOST_SHIFTED, PERSON, PHONE, WIDE, Open, findings, in_both

pytestmark = pytest.mark.browser

REFUSED = "status of 4(01|03|10|22)"
"""A browser tells also of what was refused: that is what some of these tests are about."""
OTHER = "quite another one"
DOORS = ["/login", "/register", "/verify#x", "/reset#x", "/privacy", "/reset"]


def headed(page: Page, text: str) -> None:
    """Wait for a page by its heading."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_from_a_page_to_an_account_and_back_to_that_page(tab: Open, site: Site) -> None:
    page = tab(PERSON)
    page.get_by_role("link", name="Log in").click()
    headed(page, "Log in")
    page.get_by_role("link", name="Register").click()
    register(page, "ann@example.org")
    page.goto(site.link("ann@example.org", "verify"))
    expect(page).to_have_url(re.compile("/verify$"))
    press(page, "Finish registration")
    headed(page, "Yuxiong He")
    page.get_by_role("link", name="Your account, Toy User").click()
    headed(page, "Your account")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    press(page, "Log out")
    expect(page.get_by_text("You are logged out.")).to_be_visible()
    page.goto(PERSON + "?from=2020")
    page.get_by_role("link", name="Log in").click()
    log_in(page, "ann@example.org")
    headed(page, "Yuxiong He")
    expect(page).to_have_url(re.compile(r"\?from=2020$"))


def test_a_link_works_once(member: Member, tab: Open, site: Site) -> None:
    page, address = member
    other = tab("/reset")
    other.get_by_label("Mail address").fill(address)
    press(other, "Send the letter")
    expect(other.locator(".door-done", has_text="a letter is on its way")).to_be_focused()
    link = site.link(address, "reset")
    for _ in range(2):
        other.goto("/privacy")
        other.goto(link)
        expect(other).to_have_url(re.compile("/reset$"))
        other.get_by_label("New password").fill(OTHER)
        press(other, "Set the password")
        ended = other.get_by_text("used already").or_(other.get_by_role("heading", name="Researchers in context"))
        expect(ended).to_be_visible()
    expect(other.get_by_text("used already")).to_be_visible()
    page.goto("/account")  # all sessions ended with the old password
    expect(page.get_by_text("Log in to see your account.")).to_be_visible()
    log_in(page, address)
    expect(page.get_by_text("do not belong together")).to_be_visible()
    log_in(page, address, OTHER)
    headed(page, "Your account")


@pytest.mark.parametrize("path", [PERSON, "/topics/openalex:T10181", "/institutions/ror:00d0nc645"])
def test_a_visitor_who_wants_to_follow_logs_in_first(member: Member, path: str) -> None:
    page, address = member
    page.context.clear_cookies()
    page.goto(path)
    follow = page.get_by_role("button", name="Stay connected")
    figures = page.locator(".figure, .work-meta")
    expect(figures.filter(has_text=re.compile("0 ?followers"))).to_be_visible()
    follow.click()
    headed(page, "Log in")
    log_in(page, address)
    expect(page).to_have_url(re.compile(f"{re.escape(path)}$"))
    follow.click()
    expect(follow).to_have_attribute("aria-pressed", "true")
    expect(figures.filter(has_text=re.compile("1 ?follower"))).to_be_visible()
    assert findings(page, ".head") == []
    name = page.get_by_role("heading", level=1).inner_text()
    page.goto("/account")
    page.get_by_role("button", name=f"Unfollow {name}").click()
    expect(page.get_by_text(f"You follow {name} no more.")).to_be_visible()
    page.goto(path)
    expect(follow).to_have_attribute("aria-pressed", "false")


def test_a_token_is_shown_once_and_works_until_it_is_revoked(member: Member) -> None:
    page, address = member
    page.goto("/account")
    page.get_by_text("Make a token").click()
    press(page, "Make the token")
    expect(page.get_by_label("What it is for")).to_be_focused()
    expect(page.get_by_text("Say in some words")).to_be_visible()
    page.get_by_label("What it is for").fill("Toy script")
    press(page, "Make the token")
    secret = page.locator(".token-secret code").inner_text()
    bearer = {"Authorization": f"Bearer {secret}"}
    said = page.request.get("/api/account/export", headers={**bearer, "Cookie": ""})
    assert said.json()["user"]["email"] == address
    page.reload()
    expect(page.get_by_role("button", name="Revoke Toy script")).to_be_visible()
    assert secret not in page.content()
    page.get_by_role("button", name="Revoke Toy script").click()
    expect(page.get_by_text("The token was revoked.")).to_be_visible()
    expect(page.get_by_role("button", name="Revoke Toy script")).to_have_count(0)
    assert page.request.get("/api/account/export", headers={**bearer, "Cookie": ""}).status == 401


def test_other_browsers_are_seen_and_logged_out(member: Member, tab: Open) -> None:
    page, address = member
    log_in(other := tab("/login?next=/account"), address)
    headed(other, "Your account")
    page.goto("/account")
    here = page.get_by_role("region", name="Where you are logged in")
    expect(here.get_by_role("listitem")).to_have_count(2)
    expect(here.get_by_text("this browser")).to_have_count(1)
    here.get_by_role("button", name="Log out").click()
    expect(here.get_by_text("That browser was logged out.")).to_be_visible()
    expect(here.get_by_role("listitem")).to_have_count(1)
    other.reload()
    expect(other.get_by_text("Log in to see your account.")).to_be_visible()


def test_name_password_export_and_goodbye(member: Member) -> None:
    page, address = member
    page.goto("/account")
    page.get_by_label("Name").fill("Toy Renamed")
    press(page, "Change the name")
    expect(page.get_by_role("link", name="Your account, Toy Renamed")).to_be_visible()
    page.get_by_text("Change the password").first.click()
    page.get_by_label("Password until now").fill("not this one")
    page.get_by_label("New password").fill(OTHER)
    press(page, "Change the password")
    expect(page.get_by_text("The password is not right")).to_be_visible()
    expect(page.get_by_label("Password until now")).to_be_focused()
    page.get_by_label("Password until now").fill(PASSWORD)
    press(page, "Change the password")
    expect(page.get_by_text("Your password was changed")).to_be_visible()
    with page.expect_download() as saved:
        press(page, "Save all of it as a file")
    assert address in Path(saved.value.path()).read_text()
    page.get_by_text("Delete the account").click()
    page.get_by_role("textbox", name="Password", exact=True).fill(OTHER)
    press(page, "Delete my account for good")
    expect(page.get_by_text("Your account was deleted.")).to_be_visible()
    page.goto("/login")
    log_in(page, address, OTHER)
    expect(page.get_by_text("do not belong together")).to_be_visible()


def test_what_is_wrong_is_said_at_its_field_and_the_keyboard_is_enough(tab: Open) -> None:
    page = tab("/register")
    page.get_by_label("Name").focus()
    page.keyboard.type("Toy User")
    page.keyboard.press("Tab")
    page.keyboard.type("no address")
    page.keyboard.press("Enter")
    mail = page.get_by_label("Mail address")
    expect(mail).to_be_focused()
    expect(mail).to_have_attribute("aria-invalid", "true")
    expect(mail).to_have_accessible_description(re.compile("Type one mail address"))
    page.keyboard.press("Control+A")
    page.keyboard.type("some@@one")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(mail).to_have_accessible_description(re.compile("mail address, such as"))


def test_pages_for_logging_in_tell_keepers_of_passwords_what_is_what(visit: Open) -> None:
    fields = "[...document.querySelectorAll('.form input')].map((field) => field.autocomplete)"
    wanted = {
        "/login": ["username", "current-password"],
        "/register": ["name", "username", "new-password"],
        "/reset": ["username"],
        "/reset#x": ["new-password"],
    }
    for path, filled in wanted.items():
        page = visit(path)
        expect(page.locator(".form input").first).to_be_visible()
        assert page.evaluate(fields) == filled
        expect(page.get_by_role("button", name="ORCID")).to_have_count(0)  # nothing is configured there


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_everybody_can_use_them(tab: Open, member: Member, viewport: ViewportSize) -> None:
    page = tab(viewport=viewport)
    for path in DOORS:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if page.locator(".form").count():
            press(page, page.locator(".form-foot button").inner_text())
            expect(page.locator(".field-wrong, .form-wrong").filter(has_text=re.compile("."))).not_to_have_count(0)
        assert in_both(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    mine, _ = member
    mine.set_viewport_size(viewport)
    mine.goto("/account")
    expect(mine.get_by_text("this browser")).to_be_visible()
    for summary in mine.locator("main summary").all():
        summary.click()
    assert in_both(mine) == []
    assert mine.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_way_in_moves_nothing_when_it_is_known_who_is_there(member: Member, viewport: ViewportSize) -> None:
    page, _ = member
    page.set_viewport_size(viewport)
    page.goto("/privacy")
    entry = page.locator(".account-entry")
    before = entry.bounding_box()
    expect(entry).to_have_attribute("data-in", "true")
    assert before == entry.bounding_box()
    assert before is not None
    assert viewport is WIDE or before["width"] <= 44
    assert page.evaluate("window.shifted") <= MOST_SHIFTED


def test_the_page_on_privacy_says_what_the_documentation_says(tab: Open) -> None:
    told = (serving.ROOT / "docs" / "accounts.md").read_text().split("## What is stored")[1].replace("'", "’")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in told.splitlines() if line.startswith("|")]
    page = tab("/privacy")
    expect(page.locator(".stored tbody tr")).to_have_count(len(rows) - 2)
    shown = page.locator(".stored tbody tr").all()
    assert [row.locator("th, td").all_inner_texts() for row in shown] == rows[2:]
