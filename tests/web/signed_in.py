"""What the pictures show of who is logged in: an account, conversations, and the moderators' desk."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.web.accounts import Site, join, moderator, post
from tests.web.looking import PERSON, WIDE


@contextmanager
def user(browser: Browser, site: Site, name: str) -> Iterator[Page]:
    """Yield the page of a browser of its own in which a new user is logged in."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", base_url=site.address)
    (moderator if name == "mod" else join)(context, site, f"{name}@example.org")
    yield context.new_page()
    context.close()


def scenes(browser: Browser, site: Site) -> Iterator[tuple[str, Page]]:
    """Yield pages with the names of what they show, each as it stands then."""
    with (
        user(browser, site, "ann") as ann,
        user(browser, site, "ben") as ben,
        user(browser, site, "mod") as mod,
    ):
        yield from _opened(ann, {"messages-none": "/messages", "desk-refused": "/desk"})
        yield "account", _account(ann)
        claim = post(ben, f"/api{PERSON}/claim", {"message": "My page at the institution names these works."})
        yield from _opened(ben, {"claim-waits": PERSON})
        yield from _opened(mod, {"desk": "/desk"})
        post(mod, f"/api/desk/claims/{claim['id']}", {"decision": "verify", "reason": "The page says so."})
        yield from _opened(mod, {"desk-empty": "/desk"})
        yield from _opened(ben, {"owner": PERSON, "owner-account": "/account"})
        yield "owner-writes", _owners_forms(ben)
        yield from _opened(ann, {"claimed": PERSON})
        yield "claimed-writes", _others_forms(ann)
        words = {
            "person": PERSON.split("/")[2],
            "purpose": "review",
            "message": "Shall we look at optimizers together?",
        }
        invited = post(ann, "/api/invitations", words)
        yield from _opened(ben, {"invited": "/messages"})
        talk = post(ben, f"/api/invitations/{invited['id']}", {"step": "accept"})["conversation"]
        said = "See arxiv:1910.02054 and $x^2$.", "I did, and I have a question about the second table."
        for page, text in zip((ann, ben), said, strict=True):
            post(page, f"/api/conversations/{talk}/messages", {"text": text, "key": f"picture-{len(text)}"})
        yield from _opened(ann, {"messages": "/messages", "talk": f"/messages/{talk}", "news": "/news"})


def _opened(page: Page, paths: dict[str, str]) -> Iterator[tuple[str, Page]]:
    for name, path in paths.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        yield name, page


def _owners_forms(page: Page) -> Page:
    """Open what an owner can write on their record."""
    page.goto(PERSON)
    page.get_by_role("button", name="Say something of yourself").click()
    page.get_by_label("A line about yourself").fill("I look for what makes $O(n)$ of $O(n^2)$.")
    page.get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Not mine").first.click()
    page.locator(".owned-form textarea, .owned-form input").wait_for()
    return page


def _others_forms(page: Page) -> Page:
    """Open what others can write about a record that has an owner."""
    page.goto(PERSON)
    page.get_by_role("button", name="Invite to collaborate").click()
    page.get_by_text("Works that it is about").click()
    page.locator(".choose-works li").first.wait_for()
    page.get_by_text("Something wrong with this record?").click()
    page.get_by_role("button", name="Report it to the moderators").click()
    page.get_by_label("What happened").wait_for()
    return page


def _account(page: Page) -> Page:
    """Follow somebody, and make a token."""
    page.goto(PERSON)
    page.get_by_role("button", name="Stay connected").click()
    page.locator(".follow[aria-pressed=true]").wait_for()
    page.goto("/account")
    page.get_by_text("Make a token").click()
    page.get_by_label("What it is for").fill("A notebook")
    page.get_by_role("button", name="Make the token").click()
    page.locator(".token-secret").wait_for()
    return page
