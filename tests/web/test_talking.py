"""Two people in two browsers: one invites, the other accepts, they talk, and one has enough."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.accounts import Site, join, post, press
from tests.web.looking import PHONE, WIDE, Open, findings

pytestmark = pytest.mark.browser

REFUSED = "status of 4(01|04|09)|DISCONNECTED"
ASKS, OWNS = "asks@example.org", "owns@example.org"
PERSON = "/people/demo:samyam-rajbhandari"
PAPER = "arxiv:1910.02054"


def whole(page: Page) -> None:
    """Check that everybody can use a page, whatever its width and colours."""
    for viewport, scheme in ((WIDE, "light"), (PHONE, "dark"), (ViewportSize(width=320, height=640), "light")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(WIDE)


def test_two_invite_accept_talk_and_part(tab: Open, site: Site, mod: Page) -> None:
    ann, ben = tab(), tab()
    for page, address in ((ann, ASKS), (ben, OWNS)):
        join(page, site, address)

    # Nobody owns the record: there is nobody to invite.
    ann.goto(PERSON)
    panel = ann.get_by_role("region", name="Direct collaboration")
    expect(panel).to_contain_text("Locked until this record is claimed")
    claim = post(ben, f"/api{PERSON}/claim", {"message": "It is me."})
    post(mod, f"/api/desk/claims/{claim['id']}", {"decision": "verify", "reason": "It is."})

    # One invites, by the keyboard alone.
    ann.reload()
    panel.get_by_role("button", name="Invite to collaborate").press("Enter")
    words = panel.get_by_label("Your message")
    expect(words).to_be_focused()
    ann.keyboard.type("Shall we look at $k$-bit optimizers together?")
    panel.get_by_label("What for").select_option("review")
    panel.get_by_text("Works that it is about").press("Enter")
    panel.get_by_role("checkbox").first.check()
    assert findings(ann, ".dealing") == []
    panel.get_by_role("button", name="Send the invitation").press("Enter")
    expect(panel.locator(".door-done")).to_contain_text("waits for an answer")
    assert "optimizers" not in site.letter(OWNS).replace("\n", " ")

    # The other one is told, and accepts.
    ben.goto("/account")
    expect(ben.get_by_role("link", name=re.compile("Your account, .*, 1 unread"))).to_be_visible()
    ben.get_by_role("main").get_by_role("link", name="Messages").click()
    expect(ben.locator(".invitation .katex")).to_be_visible()
    expect(ben.locator(".about-works a")).to_have_count(1)
    whole(ben)
    press(ben, "Accept the invitation from Toy User")
    expect(ben.get_by_role("log")).to_contain_text("Nothing has been written yet")

    # Who has a conversation is not asked to write an invitation.
    ann.goto(PERSON)
    panel.get_by_role("button", name="Invite to collaborate").press("Enter")
    expect(panel.get_by_text("You are in a conversation with whoever owns this record")).to_be_focused()
    expect(panel.get_by_role("link", name="Open the conversation")).to_be_visible()

    # They talk: what one sends the other sees, and nothing is lost that could not be sent.
    ann.goto("/messages")
    ann.get_by_role("link", name="Open the conversation").click()
    box = ann.get_by_role("textbox", name="Your message to Toy User")
    box.fill(f"See {PAPER} and $x^2$")
    ann.context.set_offline(True)
    box.press("Control+Enter")
    expect(ann.locator(".composer")).to_contain_text("cannot be reached")
    expect(box).to_have_value(f"See {PAPER} and $x^2$")
    ann.context.set_offline(False)
    box.press("Control+Enter")
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    said = ben.get_by_role("log").locator(".message")
    expect(said).to_have_count(1)
    expect(said.get_by_role("link")).to_have_attribute("href", re.compile("/papers/"))
    expect(said).to_contain_text("ZeRO")
    expect(said.locator(".katex")).to_be_visible()
    whole(ben)

    # What waits is counted until it is looked at; a muted conversation is not counted.
    ben.goto("/privacy")
    box.fill("Are you there?")
    box.press("Control+Enter")
    expect(ann.get_by_role("log").locator(".message")).to_have_count(2)
    ben.goto("/account")
    entry = ben.locator(".account-entry")
    expect(entry).to_have_accessible_name(re.compile("1 unread"))
    ben.goto("/messages")
    ben.locator(".owned").get_by_role("link", name="Toy User").click()
    expect(said).to_have_count(2)
    expect(entry).to_have_accessible_name("Your account, Toy User")
    press(ben, "Mute")
    expect(ben.get_by_role("button", name="Mute")).to_have_attribute("aria-pressed", "true")

    # What should not be is told to the moderators.
    press(ben, "Report")
    ben.get_by_label(re.compile("What happened")).fill("Too many questions.")
    assert findings(ben) == []
    press(ben, "Send the report")
    expect(ben.get_by_text("Your report was sent")).to_be_focused()
    mod.goto("/desk?queue=reports")
    told = mod.locator(".desk-item").filter(has_text="Too many questions.")
    told.get_by_role("button", name=re.compile("^Read the conversation")).click()
    read = told.get_by_role("list", name=re.compile("Messages of the conversation"))
    expect(read).to_be_focused()
    expect(read.get_by_role("listitem")).to_have_count(2)
    whole(mod)

    # One closes it, and the other can write no more, yet keeps what was begun; then blocks, and an invitation reaches
    # nobody.
    box.fill("One more")
    press(ben, "Close or block")
    press(ben, "Close the conversation")
    expect(ben.get_by_text("This conversation is closed")).to_be_visible()
    ann.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(ann.get_by_text("This conversation is closed")).to_be_visible()
    kept = ann.get_by_role("textbox", name="What you had not sent")
    expect(kept).to_have_value("One more")
    expect(kept).to_be_focused()
    expect(kept).not_to_be_editable()
    expect(ann.get_by_role("button", name="Copy what you had not sent")).to_be_visible()
    assert findings(ann) == []
    press(ben, "Block")
    press(ben, "Block Toy User")
    expect(ben.get_by_text("You hear nothing more of Toy User")).to_be_visible()
    shadow = post(ann, "/api/invitations", {"person": PERSON.split("/")[2], "purpose": "other", "message": "Please"})
    assert shadow["state"] == "open"
    ben.goto("/messages")
    blocked = ben.get_by_role("region", name="Blocked")
    expect(blocked).to_contain_text("Toy User")
    expect(ben.locator(".invitation")).to_have_count(1)
    press(ben, "Report the invitation from Toy User")
    ben.get_by_label(re.compile("What happened")).fill("Half of a report")
    blocked.get_by_role("button").click()
    expect(blocked).to_have_count(0)
    expect(ben.get_by_label(re.compile("What happened"))).to_have_value("Half of a report")


def test_a_visitor_logs_in_first_and_another_finds_nothing(tab: Open, site: Site) -> None:
    page = tab()
    page.goto("/messages/none")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    join(page, site, "other@example.org")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "conversations/none" in request.url else None)
    page.clock.install()
    page.goto("/messages/none")
    expect(page.get_by_role("alert")).to_contain_text("No conversation of yours has this id")
    page.clock.run_for(60_000)
    page.goto("/messages")
    assert len(asked) == 1
    expect(page.get_by_text("Nobody has invited you yet")).to_be_visible()
