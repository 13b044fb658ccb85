"""A page of somebody else's that frames ours: a view may be shown there, without cookies, and nothing else may."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


class Journal(BaseHTTPRequestHandler):
    """Another site: its page frames the address that it is asked for."""

    def do_GET(self) -> None:
        framed = parse_qs(urlsplit(self.path).query).get("frame", ["about:blank"])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        page = f"<title>A journal</title><iframe id='framed' width='800' height='600' src='{framed}'></iframe>"
        self.wfile.write(page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def journal() -> Iterator[str]:
    """The address of the other site, which runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Journal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_view_is_shown_in_a_frame_of_another_site(browser: Browser, served_demo: str, journal: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{journal}/?frame={served_demo}/embed?start=demo:yuxiong-he")
    framed = page.frame_locator("#framed")
    expect(framed.locator(".embedded[data-state=drawn]")).to_be_visible(timeout=60_000)
    expect(framed.get_by_role("link", name="Open in BZPEER")).to_have_attribute("target", "_blank")
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.parametrize("path", ["/people/demo:yuxiong-he", "/explore?start=demo:yuxiong-he", "/"])
def test_no_other_page_is_shown_in_one(browser: Browser, served_demo: str, journal: str, path: str) -> None:
    says: list[str] = []
    page = browser.new_context().new_page()
    page.on("console", lambda message: says.append(message.text))
    page.goto(f"{journal}/?frame={served_demo}{path}")
    page.wait_for_load_state("networkidle")
    assert page.frames[1].url.startswith("chrome-error:")
    assert any("frame-ancestors" in each for each in says), says
    page.context.close()
