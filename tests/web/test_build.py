"""The pages' build: skipped when nothing changed, clear when it fails; the pages' own tests and types."""

import os
import stat
from pathlib import Path

import pytest

import hatch_build

WEB = Path(__file__).parents[2] / "web"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a checkout whose `vite` leaves a page, or fails when it is told to."""
    web = tmp_path / "web"
    tools = web / "node_modules" / ".bin"
    tools.mkdir(parents=True)
    (web / "package.json").write_text("{}")
    (web / "package-lock.json").write_text("{}")
    (web / "index.html").write_text("<h1>one</h1>")
    script = """
    const fs = require("fs");
    if (fs.existsSync("broken")) { console.log("line 7: no such name"); process.exit(3); }
    fs.mkdirSync("../api/static", { recursive: true });
    fs.copyFileSync("index.html", "../api/static/index.html");
    """
    (tools / "vite").write_text(script)
    (tools / "vite").chmod(stat.S_IRWXU)
    hatch_build.packages_stamp(web).write_text(hatch_build.lock_digest(web))
    return tmp_path


def page(root: Path) -> str:
    return (root / "api" / "static" / "index.html").read_text()


def test_it_builds_once_and_again_only_after_a_change(root: Path) -> None:
    assert hatch_build.build(root).startswith("Built")
    assert page(root) == "<h1>one</h1>"
    assert hatch_build.build(root) == "The pages are up to date."
    os.utime(root / "web" / "index.html")
    assert hatch_build.build(root) == "The pages are up to date."
    (root / "web" / "index.html").write_text("<h1>two</h1>")
    assert hatch_build.build(root).startswith("Built")
    assert page(root) == "<h1>two</h1>"
    assert hatch_build.build(root, anew=True).startswith("Built")


def test_a_failed_build_says_what_the_tool_said_and_is_tried_again(root: Path) -> None:
    (root / "web" / "broken").write_text("")
    with pytest.raises(hatch_build.PagesError, match=r"(?s)could not be built.*line 7: no such name"):
        hatch_build.build(root)
    (root / "web" / "broken").unlink()
    assert hatch_build.build(root).startswith("Built")


def test_built_pages_without_sources_are_enough_and_nothing_at_all_is_not(tmp_path: Path) -> None:
    with pytest.raises(hatch_build.PagesError, match="neither sources"):
        hatch_build.build(tmp_path)
    (tmp_path / "api" / "static").mkdir(parents=True)
    (tmp_path / "api" / "static" / "index.html").write_text("")
    assert hatch_build.build(tmp_path) == "The pages came built; their sources are not here."


def test_the_lock_names_no_download_address() -> None:
    assert '"resolved"' not in (WEB / "package-lock.json").read_text()


def test_the_units_of_the_pages_pass() -> None:
    hatch_build.run(WEB, "vitest", "run")


def test_the_pages_agree_with_the_types_of_the_answers() -> None:
    hatch_build.run(WEB, "tsc", "--noEmit")
