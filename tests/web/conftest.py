"""The program as a user starts it: `bzpeer serve` with the demo, in a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.web import hard_names
from tests.web.looking import PHONE, WIDE, Open, Scheme

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
STATIC = ROOT / "api" / "static" / "index.html"
READY_WITHIN = 120.0

expect.set_options(timeout=20_000)  # a first answer of a cold database on a busy machine


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def served_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base address of a served demo; the process ends with the tests."""
    with _serving(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="module")
def served_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Return a function from a name or a title of `hard_names` to the address of its page, served."""
    folder = tmp_path_factory.mktemp("names")
    pages = hard_names.write(folder / "works.jsonl")
    load = [sys.executable, "-m", "api.cli", "load", "openalex", str(folder / "works.jsonl")]
    done = subprocess.run(load, cwd=ROOT, env=_environment(folder), capture_output=True, text=True, check=False)
    assert "0 rejected" in done.stderr + done.stdout, done.stderr[-2000:]
    with _serving(folder) as address:
        yield lambda name: address + pages[name]


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "BZPEER_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    port, log = _free_port(), folder / "serve.log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "api.cli", "serve"]
        env = {**_environment(folder), "BZPEER_PORT": str(port)}
        served = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", served, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(timeout=30)


def _wait(address: str, served: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and served.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"bzpeer serve was not ready:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, drawing WebGL in software, quiet on the network."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: install the package `chromium`")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    drawing = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    args = [*quiet, *drawing, *sandbox, "--no-first-run"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture
def visit(browser: Browser, served_demo: str) -> Iterator[Open]:
    """Open an address of the served demo; in the end nothing may have gone wrong on its pages or against its policy."""
    wrong: list[str] = []
    contexts = []

    def visit(path: str, viewport: ViewportSize = WIDE, scheme: Scheme = "light") -> Page:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, has_touch=viewport is PHONE, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        response = page.goto(served_demo + path)
        assert response is not None
        assert response.status == 200
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []
