"""Accounts as the tests use them: the letters that a served program leaves in its folder, users and moderators."""

import email
import email.policy
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.web import serving

PASSWORD = "a long enough one"
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
WITHIN = 60.0


@dataclass(frozen=True)
class Site:
    """A served program: its base address, and the folder of its data."""

    address: str
    data: Path

    def letter(self, to: str) -> str:
        """Return the last letter to an address, awaited and taken away."""
        deadline = time.monotonic() + WITHIN
        while time.monotonic() < deadline:
            for path in sorted((self.data / "mail").glob("*.eml"), reverse=True):
                found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                if found["To"] == to:
                    path.unlink()
                    return str(found.get_content())
            time.sleep(0.05)
        raise AssertionError(f"no letter came to {to}")

    def link(self, to: str, page: str) -> str:
        """Return the path of the link to a page in the last letter to an address, with its secret."""
        text = self.letter(to)
        found = re.search(rf"/{page}#\S+", text)
        assert found, text
        return found[0]


class Member(NamedTuple):
    """A user: the page of a browser in which they are logged in, and their mail address."""

    page: Page
    address: str


def post(asks: Page | BrowserContext, path: str, body: dict[str, Any]) -> Any:
    """Ask for what a page would ask for; return the answer."""
    answer = asks.request.post(path, data=body, headers=SAME_SITE)
    if not answer.ok:
        raise RuntimeError(f"{path}: {answer.text()}")
    return answer.json()


def join(asks: Page | BrowserContext, site: Site, address: str) -> None:
    """Make a user of this address, as the pages do; logged in is whoever shares the cookies of `asks`."""
    post(asks, "/api/account/register", {"email": address, "password": PASSWORD, "name": "Toy User"})
    _, secret = site.link(address, "verify").split("#")
    post(asks, "/api/account/verify", {"token": secret})


def moderator(asks: Page | BrowserContext, site: Site, address: str) -> None:
    """Make a user of this address who decides."""
    join(asks, site, address)
    told = serving.bzpeer(site.data, "users", "make-moderator", address)
    if "is a moderator now" not in told:
        raise RuntimeError(told)


def enter(asks: Page | BrowserContext, address: str) -> None:
    """Log a user in, as the page does."""
    post(asks, "/api/account/login", {"email": address, "password": PASSWORD})


def register(page: Page, address: str) -> None:
    """Fill in the form to register that is open, and send it."""
    page.get_by_label("Name").fill("Toy User")
    page.get_by_label("Mail address").fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Register")
    expect(page.locator(".door-done", has_text="a letter is on its way")).to_be_focused()


def log_in(page: Page, address: str, password: str = PASSWORD) -> None:
    """Fill in the form to log in that is open, and send it."""
    page.get_by_label("Mail address").fill(address)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Log in")


def press(part: Page | Locator, button: str) -> None:
    """Press the button of exactly that name."""
    part.get_by_role("button", name=button, exact=True).click()
