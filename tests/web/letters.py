"""Users who register as people do: by the letters that a served program leaves in its folder."""

import email
import email.policy
import re
import time
from pathlib import Path

from playwright.sync_api import Page, expect

PASSWORD = "a long enough one"
WITHIN = 20.0


def letter(data: Path, to: str) -> str:
    """Return the last letter to an address, awaited and taken away."""
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline:
        for path in sorted((data / "mail").glob("*.eml"), reverse=True):
            found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if found["To"] == to:
                path.unlink()
                return str(found.get_content())
        time.sleep(0.05)
    raise AssertionError(f"no letter came to {to}")


def link_in(text: str, page: str) -> str:
    """Return the path of the link to a page in a letter, with its secret."""
    found = re.search(rf"/{page}#\S+", text)
    assert found, text
    return found[0]


def register(page: Page, address: str) -> None:
    """Fill in the form to register that is open, and send it."""
    page.get_by_label("Name").fill("Toy User")
    page.get_by_label("Mail address").fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Register", exact=True).click()
    expect(page.locator(".door-done", has_text="a letter is on its way")).to_be_focused()


def join(page: Page, site: str, data: Path, address: str) -> None:
    """Make a user with this address, logged in in the browser of `page`."""
    page.goto(f"{site}/register")
    register(page, address)
    page.goto(site + link_in(letter(data, address), "verify"))
    page.get_by_role("button", name="Finish registration").click()
    expect(page.get_by_role("link", name="Your account, Toy User")).to_be_visible()
