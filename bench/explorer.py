"""How soon a slice of 300 nodes is seen: our picture against Cytoscape.js, in the same browser, in turn.

Both pages are built for this alone (`web/bench`). Each run is a page of its own, its scripts loaded before the clock
starts; measured is from the slice in memory to the end of the first frame that shows all nodes, with what was asked of
the canvases really drawn. Cytoscape.js gets the seeded positions too (layout `preset`), straight edges, and labels for
as many nodes as our picture names at most; so neither computes a layout.
"""

import asyncio
import contextlib
import functools
import http.server
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import hatch_build
from bench.report import Result, Row, busy
from bench.server import loaded
from graph.slice import person_slice

NODES = 300
ROUNDS = 15
WEB = Path(__file__).parents[1] / "web"
BUSIEST = "MATCH (p:Person) RETURN p.id AS id ORDER BY p.coauthors DESC, p.id LIMIT 1"
DRAWING = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"]
"""WebGL in software, so that a machine without a graphics card measures the same: hard for us, who draw with WebGL."""
SAYS = (
    "The slice around the person with the most co-authors of the ACL Anthology, from memory to the end of the "
    "first frame with all nodes. Peer: Cytoscape.js with the same positions (no layout), in the same Chromium, in "
    "turn, each run on a page of its own. WebGL is drawn in software."
)
Slice = dict[str, Any]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextlib.contextmanager
def served() -> Iterator[str]:
    """Build both pages and yield the address where they are served."""
    with tempfile.TemporaryDirectory() as folder:
        where = ["--outDir", folder, "--emptyOutDir", "--logLevel", "warn"]
        hatch_build.run(WEB, "vite", "build", "bench", "--config", "bench/vite.config.ts", *where)
        pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
        thread = threading.Thread(target=pages.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{pages.server_port}"
        finally:
            pages.shutdown()
            thread.join()
            pages.server_close()


def paint(browser: Browser, address: str, given: Slice) -> float:
    """Draw the slice on a fresh page and return the milliseconds; all nodes must be in the picture."""
    context = browser.new_context(viewport={"width": 900, "height": 600}, device_scale_factor=1)
    try:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("typeof window.paint === 'function'")
        took = page.evaluate("(slice) => window.paint(slice)", given)
        drawn = page.evaluate("window.drawn()")
        assert drawn == len(given["nodes"]), f"{drawn} of {len(given['nodes'])} nodes are in the picture of {address}"
        return float(took)
    finally:
        context.close()


def compare(given: Slice) -> list[Row]:
    """Return the medians of both, drawn in turn, each first in every second round."""
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    with served() as address, sync_playwright() as play:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=chromium, args=DRAWING)
        for name in times:
            paint(browser, f"{address}/{name}.html", given)
        for turn in range(ROUNDS):
            for name in sorted(times, reverse=bool(turn % 2)):
                times[name].append(paint(browser, f"{address}/{name}.html", given))
        browser.close()
    ours, peer = (statistics.median(times[name]) for name in ("ours", "peer"))
    spread = ", ".join(f"{name} {min(each):.0f} to {max(each):.0f} ms" for name, each in times.items())
    what = f"first paint of {len(given['nodes'])} nodes, {len(given['edges']):,} edges"
    aim = "at least 3 times as soon"
    return [Row(what, ours, "ms", peer, peer / ours, aim, peer / ours >= 3, f"of {ROUNDS} runs each: {spread}")]


async def _slice(kept: Path | None) -> tuple[Slice, str]:
    async with loaded(kept) as (store, _):
        (person,) = await store.connection.read(BUSIEST)
        given = await person_slice(store.connection, person["id"], budget=NODES)
        return given.model_dump(mode="json"), store.connection.server.removeprefix("Neo4j/")


def measure(kept: Path | None = None) -> Result:
    """Measure with a slice of the graph of `kept`, or of one made for it."""
    before = busy()
    given, version = asyncio.run(_slice(kept))
    return Result("explorer", SAYS, compare(given), version, before)
