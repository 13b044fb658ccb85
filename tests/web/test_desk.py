"""The moderators' desk in browsers: what is asked for on pages and by mail, decided, told and undone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.accounts import Member, Site, log_in, post, press
from tests.web.looking import PHONE, WIDE, Open, findings, in_both
from tests.web.toys import ALONE, ONE, SAME, THIRD

pytestmark = pytest.mark.browser

REFUSED = "status of 4(00|01|04)"
"""A browser tells also of what was refused: of who is not there any more, or not logged in, or not to be joined."""


def item(page: Page, queue: str, title: str) -> Locator:
    """Open a queue of the desk, and return what stands in it under a title."""
    page.goto(f"/desk?queue={queue}")
    found = page.locator(".desk-item").filter(has=page.get_by_role("heading", name=title))
    expect(found).to_be_visible()
    return found


def decide(part: Locator, button: str, words: str) -> None:
    """Decide with words for those concerned."""
    part.get_by_label("Why", exact=True).fill(words)
    part.get_by_role("button", name=button).click()


def test_a_join_from_its_proposal_to_its_undoing(member: Member, mod: Page, tab: Open, site: Site) -> None:
    user, address = member
    visitor = tab(ONE)
    visitor.get_by_text("Something wrong with this record?").click()
    press(visitor, "This is the same person as…")
    log_in(visitor, address)
    part = visitor.get_by_role("region", name="Corrections")
    expect(part.get_by_role("button", name="This is the same person as…")).to_have_attribute("aria-expanded", "true")
    search = part.get_by_role("combobox", name="Search the same person")
    search.fill("Author A9013")
    visitor.get_by_role("option", name="Author A9013").click()
    expect(part).to_contain_text("Both stand in the byline of 1 work as different authors")
    expect(part.get_by_role("button", name="Propose to join them")).to_have_count(0)
    press(part, "Choose another record")
    search.fill("Author A9012")
    visitor.get_by_role("option", name="Author A9012").click()
    expect(part).to_contain_text("They share 1 co-author")
    reason = part.get_by_label("How it can be seen")
    reason.fill("The same co-author.")
    turned = re.compile(r"preview\?keep=openalex%3AA9012")
    visitor.route(turned, lambda route: route.fulfill(status=404, json={"detail": "Not now."}), times=1)
    press(part, "Keep the other one")
    expect(part).to_contain_text("Not now.")
    expect(part.get_by_role("table")).to_have_count(0)
    press(part, "Propose to join them")
    expect(part).to_contain_text("Wait until both records stand here")
    press(part, "Keep the other one")
    expect(part.get_by_role("columnheader", name="Stays: Author A9011")).to_be_visible()
    expect(reason).to_have_value("The same co-author.")
    press(part, "Propose to join them")
    expect(part.get_by_text("Your proposal was sent")).to_be_visible()
    user.goto("/account")
    proposed = user.get_by_role("region", name="What you proposed and reported")
    expect(proposed).to_contain_text("That Author A9012 is Author A9011 waits for a moderator")

    mod.goto("/")
    waiting = mod.request.get("/api/desk").json()["total"]
    mod.get_by_role("link", name=f"Desk {waiting} waiting").click()
    mod.get_by_role("link", name="Joins and splits 1").click()
    asked = item(mod, "records", "Author A9012 is Author A9011")
    expect(asked).to_contain_text(address)
    expect(asked).to_contain_text("The same co-author.")
    expect(asked).to_contain_text("They share 1 co-author")
    asked.get_by_role("button", name="Join them").click()
    expect(asked.get_by_label("Why", exact=True)).to_be_focused()
    decide(asked, "Join them", "Yes: one person.")
    expect(mod.get_by_text("The records were joined.")).to_be_visible()
    expect(mod.get_by_role("heading", name="Joins and splits")).to_be_focused()
    assert "Yes: one person." in site.letter(address)
    user.goto(SAME)
    expect(user.get_by_role("heading", level=1)).to_have_text("Author A9011")
    user.goto(f"{ONE}#split")
    expect(user.get_by_role("radio", name="Author A9012")).to_be_visible()

    mod.goto("/desk?queue=records&state=accepted")
    done = mod.locator(".desk-item")
    done.get_by_text("History").click()
    expect(done).to_contain_text("Accepted by Toy User: Yes: one person.")
    decide(done, "Split them again", "They are two.")
    expect(mod.get_by_text("The records stand for themselves again.")).to_be_visible()
    user.goto(SAME)
    expect(user.get_by_role("heading", level=1)).to_have_text("Author A9012")
    user.goto("/account")
    expect(proposed).to_contain_text("was done, and undone later")


def test_what_was_joined_is_split_when_somebody_shows_why(member: Member, mod: Page) -> None:
    user, _ = member
    post(
        user,
        "/api/desk/joins",
        {"keep": ONE.split("/")[-1], "alias": SAME.split("/")[-1], "reason": "The same co-author."},
    )
    decide(item(mod, "records", "Author A9012 is Author A9011"), "Join them", "Yes.")
    expect(mod.get_by_text("The records were joined.")).to_be_visible()
    user.goto(f"{ONE}#split")
    user.get_by_role("radio", name="Author A9012").check()
    user.get_by_label("How it can be seen").fill("They write on other things.")
    press(user, "Propose to split it off")
    expect(user.get_by_text("Your proposal was sent")).to_be_visible()
    asked = item(mod, "records", "Author A9012 is not Author A9011")
    expect(asked).to_contain_text("They write on other things.")
    decide(asked, "Split them", "Seen.")
    expect(mod.get_by_text("The records were split.")).to_be_visible()
    user.goto(SAME)
    expect(user.get_by_role("heading", level=1)).to_have_text("Author A9012")
    mod.goto("/desk?queue=records&state=accepted")
    expect(mod.get_by_role("button", name="Join them again")).to_be_visible()


def test_a_claim_and_a_report_are_decided(member: Member, mod: Page, site: Site) -> None:
    user, address = member
    user.goto(f"{THIRD}#claim")
    user.get_by_label("Why it is about you").fill("My page names this work.")
    press(user, "Send it to a moderator")
    expect(user.get_by_text("Your claim waits for a moderator")).to_be_visible()
    user.goto(f"{THIRD}#report")
    user.get_by_label("What it is").select_option("other")
    user.get_by_label("What happened").fill("An odd record.")
    press(user, "Send the report")
    expect(user.get_by_text("Your report was sent")).to_be_visible()

    asked = item(mod, "claims", "Toy User says to be Author A9013")
    expect(asked).to_contain_text("My page names this work.")
    decide(asked, "Accept the claim", "Your page shows it.")
    expect(mod.get_by_text("The claim was accepted.")).to_be_visible()
    assert "Your page shows it." in site.letter(address)
    told = item(mod, "reports", "Reported: Author A9013")
    decide(told, "Close the report", "It is as its source has it.")
    expect(mod.get_by_text("The report was closed.")).to_be_visible()
    assert "as its source has it" in site.letter(address)
    user.goto(THIRD)
    expect(user.get_by_text("This record is yours")).to_be_visible()


def test_an_opt_out_and_a_fault_by_mail(tab: Open, mod: Page, site: Site) -> None:
    visitor = tab(ALONE)
    visitor.get_by_text("Something wrong with this record?").click()
    for way, page, words in (
        ("Tell what else is wrong", "correct", "The year is wrong."),
        ("Ask that the person be taken out", "opt-out", "Please."),
    ):
        visitor.goto(ALONE)
        visitor.get_by_text("Something wrong with this record?").click()
        visitor.get_by_role("link", name=way).click()
        expect(visitor.get_by_label("Identifier of the person")).to_have_value("openalex:A9014")
        visitor.get_by_label("Mail address").fill("a4@example.org")
        visitor.get_by_role("textbox", name=re.compile("What ")).fill(words)
        press(visitor, "Send the letter")
        expect(visitor.locator(".door-done")).to_be_focused()
        visitor.goto(site.link("a4@example.org", page))
        press(visitor, "Confirm the request")
        expect(visitor.get_by_text("A moderator decides, and you are told by mail.")).to_be_visible()

    fault = item(mod, "faults", "Something is wrong with the record of Author A9014")
    expect(fault).to_contain_text("The year is wrong.")
    decide(fault, "It is mended", "Mended at the source.")
    assert "Mended at the source." in site.letter("a4@example.org")
    asked = item(mod, "opt_outs", "Take Author A9014 out")
    expect(asked).to_contain_text("a4@example.org")
    decide(asked, "Take the person out", "As you wish.")
    expect(mod.get_by_text("The person was taken out.")).to_be_visible()
    assert "As you wish." in site.letter("a4@example.org")
    visitor.goto(ALONE)
    expect(visitor.get_by_role("heading", level=1)).not_to_have_text("Author A9014")
    expect(visitor.get_by_text("Author A9014")).to_have_count(0)
    mod.goto("/desk?queue=opt_outs&state=accepted")
    gone = mod.locator(".desk-item")
    expect(gone).to_contain_text("it can be undone until")
    assert not {"A4", "a4@"} & set(re.findall(r"A4|a4@", gone.inner_text()))
    decide(gone, "Bring the person back", "Asked for by mistake.")
    expect(mod.get_by_text("The person is back.")).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Author A9014")


def test_everybody_can_use_them(member: Member, mod: Page, tab: Open) -> None:
    page, _ = member
    made = {"about": "person:openalex:A9011", "reason": "other", "words": "Look at this record."}
    for browser, about in ((page, made), (mod, made | {"words": "x" * 300})):
        post(browser, "/api/reports", about)
    page.goto("/desk")
    expect(page.get_by_text("Only moderators decide here")).to_be_visible()
    assert findings(page) == []
    for path, viewport in (("/opt-out", WIDE), ("/correct", PHONE)):
        visitor = tab(path, viewport)
        press(visitor, "Send the letter")
        expect(visitor.get_by_label("Identifier of the person")).to_be_focused()
        assert in_both(visitor) == [], path
    mod.goto("/desk?queue=reports")
    expect(mod.locator(".desk-item").first).to_be_visible()
    for summary in mod.locator(".desk-item summary").all():
        summary.click()
    mod.get_by_role("button", name="Close the report").first.click()
    for viewport in (WIDE, PHONE):
        mod.set_viewport_size(viewport)
        assert in_both(mod) == []
        assert mod.evaluate("document.documentElement.scrollWidth <= innerWidth")
    first = mod.locator(".desk-item").first
    says = {"detail": "Log in to do this."}
    mod.route("**/api/desk/reports/*", lambda route: route.fulfill(status=401, json=says), times=1)
    decide(first, "Close the report", "Seen.")
    expect(first.get_by_role("link", name="Log in in a new tab")).to_have_attribute("href", re.compile("login.next="))
    expect(first.get_by_label("Why", exact=True)).to_have_value("Seen.")
    first.get_by_role("button", name="Close the report").click()
    expect(mod.locator(".desk-item h3").first).to_be_focused()
