"""Claiming a record in a browser: by ORCID at once, else by a moderator; what everybody sees of it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.accounts.provider import ORCID
from tests.web.accounts import Member, Site, log_in, post, press
from tests.web.looking import PHONE, WIDE, Open, findings, in_both
from tests.web.toys import BARE, STATED

pytestmark = pytest.mark.browser

REFUSED = "status of 422"
"""A browser tells also of what was refused."""


def panel(page: Page) -> Locator:
    """Return the panel once it says whose the record is."""
    found = page.get_by_role("region", name="Identity and collaboration")
    expect(found.get_by_role("region", name="Claim")).to_be_visible()
    return found


def test_a_visitor_claims_by_orcid_and_owns_the_record(tab: Open) -> None:
    page = tab(STATED)
    expect(panel(page)).to_contain_text("Nobody has claimed this record yet.")
    expect(panel(page)).to_contain_text("Locked until this record is claimed")
    press(panel(page), "Log in to claim")
    press(page, "Log in with ORCID")
    expect(page).to_have_url(re.compile(f"{STATED}$"))
    expect(panel(page).get_by_role("button", name="Claim this record")).to_be_focused()
    press(panel(page), "Claim this record")
    expect(panel(page).get_by_text("The record is yours now.")).to_be_focused()
    expect(panel(page)).to_contain_text("This record is yours, with the ORCID iD on it")
    expect(page.get_by_role("region", name="Trust snapshot")).to_contain_text("Claimed")
    other = tab(STATED)
    expect(panel(other)).to_contain_text("The person has claimed this record, with the ORCID iD on it, since")
    expect(panel(other)).to_contain_text("a moderator decides between you and its owner")
    page.goto("/account")
    mine = page.get_by_role("region", name="Records that you claim")
    expect(mine).to_contain_text("Author A9001 is yours")
    mine.get_by_role("link", name="Author A9001").click()
    panel(page).get_by_text("Give the record up").click()
    press(panel(page), "Give it up")
    expect(panel(page)).to_contain_text("Nobody has claimed this record yet.")
    expect(page.get_by_role("region", name="Trust snapshot")).to_contain_text("Unclaimed")


def test_who_logs_in_with_orcid_adds_a_mail_address(tab: Open, site: Site) -> None:
    page = tab("/login")
    press(page, "Log in with ORCID")
    expect(page).not_to_have_url(re.compile("/login"))
    page.goto("/account")
    who = page.get_by_role("region", name="Who you are")
    expect(who).to_contain_text("none; you log in with ORCID")
    who.get_by_label("Mail address").fill("toy-of-orcid@example.org")
    press(who, "Add a mail address")
    expect(who).to_contain_text("a letter is on its way to it")
    assert findings(page) == []
    page.goto("/")
    page.goto(site.link("toy-of-orcid@example.org", "account"))
    press(who, "Use the address of the letter")
    expect(who).to_contain_text("The mail address was added")
    expect(who.get_by_role("definition").first).to_have_text("toy-of-orcid@example.org")
    expect(page.get_by_role("region", name="Password")).to_contain_text("Set a password")


def test_a_claim_without_orcid_waits_and_is_withdrawn(member: Member) -> None:
    page, _ = member
    page.goto(f"{BARE}#claim")
    press(panel(page), "Send it to a moderator")
    words = panel(page).get_by_label("Why it is about you")
    expect(words).to_be_focused()
    expect(words).to_have_accessible_description(re.compile("Say how a moderator can see"))
    words.fill("My page names this work.")
    press(panel(page), "Send it to a moderator")
    expect(panel(page)).to_contain_text("Your claim waits for a moderator")
    expect(panel(page)).to_contain_text("My page names this work.")
    expect(panel(page)).to_contain_text("Nobody has claimed this record yet.")
    press(panel(page), "Withdraw the claim")
    expect(panel(page).get_by_text("Your claim was withdrawn.")).to_be_focused()
    expect(panel(page).get_by_role("button", name="Claim this record")).to_be_visible()


def test_an_address_at_the_institution_is_added_to_a_claim(member: Member, site: Site) -> None:
    page, _ = member
    page.goto(f"{BARE}#claim")
    panel(page).get_by_label("Why it is about you").fill("I work there.")
    press(panel(page), "Send it to a moderator")
    panel(page).get_by_text("Show that you belong to the institution").click()
    expect(panel(page)).to_contain_text("By an address at uni.example")
    panel(page).get_by_label("Your mail address there").fill("toy@gmail.com")
    press(panel(page), "Send a letter there")
    expect(panel(page)).to_contain_text("This must be at the domain of an institution")
    panel(page).get_by_label("Your mail address there").fill("toy@cs.uni.example")
    press(panel(page), "Send a letter there")
    expect(panel(page)).to_contain_text("A letter is on its way")
    panel(page).get_by_label("Address of the page").fill("https://uni.example.evil.example/")
    press(panel(page), "Look at the page")
    expect(panel(page).get_by_label("Address of the page")).to_have_accessible_description(re.compile("must lead to"))
    assert findings(page, ".dealings") == []
    page.goto(site.link("toy@cs.uni.example", "claim-mail"))
    expect(page).to_have_url(re.compile("/claim-mail$"))
    press(page, "Add it to my claim")
    expect(page.locator(".door-done", has_text="It was added to your claim of Author A9002.")).to_be_focused()
    assert findings(page) == []
    page.get_by_role("link", name="Author A9002").click()
    expect(panel(page)).to_contain_text("The user reads mail at toy@cs.uni.example, an address of Uni")


def test_what_a_moderator_decides_is_shown_to_everybody_and_told_to_the_owner(
    member: Member, mod: Page, tab: Open
) -> None:
    page, _ = member
    made = post(page, f"/api{BARE}/claim", {"message": "It is me."})

    def decide(decision: str, reason: str) -> Page:
        post(mod, f"/api/desk/claims/{made['id']}", {"decision": decision, "reason": reason})
        page.goto(BARE)
        return tab(BARE)

    other = decide("verify", "Seen.")
    expect(panel(other)).to_contain_text("with evidence that a moderator has seen, since")
    other = decide("dispute", "Two say so.")
    expect(panel(other)).to_contain_text("somebody else says that the record is theirs")
    expect(other.get_by_role("region", name="Trust snapshot")).to_contain_text("Disputed")
    expect(panel(page)).to_contain_text("this record, which you own, is theirs")
    other = decide("revoke", "It is another of that name.")
    expect(panel(other)).to_contain_text("Nobody has claimed this record yet.")
    expect(panel(page)).to_contain_text("A moderator took the record back from you")
    expect(panel(page)).to_contain_text("It is another of that name.")


def test_who_logs_in_comes_back_to_the_claim(member: Member, tab: Open) -> None:
    page = tab(BARE)
    press(panel(page), "Log in to claim")
    log_in(page, member.address)
    expect(panel(page).get_by_label("Why it is about you")).to_be_visible()
    page.goto(STATED)
    expect(panel(page)).to_contain_text(f"It states the ORCID iD {ORCID}.")
    expect(panel(page).get_by_role("button", name="Prove your ORCID iD")).to_be_visible()


def test_everybody_can_use_it(member: Member) -> None:
    page, _ = member
    page.goto(f"{BARE}#claim")
    panel(page).get_by_text("What claiming does").click()
    press(panel(page), "Send it to a moderator")
    for viewport in (WIDE, PHONE):
        page.set_viewport_size(viewport)
        assert in_both(page, ".dealings") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
