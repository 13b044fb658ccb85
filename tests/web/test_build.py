"""The pages' build: skipped when nothing changed, clear when it fails; the pages' own tests, and what they weigh."""

import gzip
import os
import re
import stat
from pathlib import Path

import pytest

import hatch_build

BUDGET = 180_000
"""Bytes, gzipped."""
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


def test_script_and_style_before_the_first_interaction_keep_to_their_budget() -> None:
    """What the page itself names, and the search field that takes the place of the plain one, with all they import."""
    assets = hatch_build.ROOT / "api" / "static" / "assets"
    page = (assets.parent / "index.html").read_text()
    wanted = set(re.findall(r'(?:src|href)="\./assets/([^"]+\.(?:js|css))"', page))
    wanted |= {each.name for each in assets.glob("SearchCombo-*.js")}
    assert {name.split("-")[0] for name in wanted} >= {"index", "SearchCombo"}
    seen: set[str] = set()
    while wanted - seen:
        name = (wanted - seen).pop()
        seen.add(name)
        if name.endswith(".js"):
            wanted |= set(re.findall(r'(?:from|import)\s*["\']\./([^"\']+\.js)["\']', (assets / name).read_text()))
    sizes = {name: len(gzip.compress((assets / name).read_bytes())) for name in seen}
    assert sum(sizes.values()) <= BUDGET, sizes
    assert not any(name.startswith(("mount", "Formula", "Explore")) for name in seen)
