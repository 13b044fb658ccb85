"""The ten most connected people of the whole ACL Anthology: their slices open, grow, and stay readable."""

import asyncio

import pytest
from playwright.sync_api import sync_playwright

from tests.data.conftest import Real
from tests.web import serving
from tests.web.looking import WIDE
from tests.web.measuring import expanded, grown, in_view

pytestmark = pytest.mark.browser

BUDGET = 60
PROFILES = 3
MOST_CONNECTED = """
MATCH (p:Person) WHERE p.id STARTS WITH 'acl:' RETURN p.id AS id ORDER BY p.coauthors DESC, id LIMIT 10
"""


async def test_the_most_connected_people_grow_and_stay_readable(real: Real) -> None:
    """On the profile those of whom most is drawn, in the explorer all ten."""
    people = [row["id"] for row in await real.connection.read(MOST_CONNECTED)]
    assert len(people) == 10
    await asyncio.to_thread(_grow, real, people)  # a browser that is not asked in the loop of the graph


def _grow(real: Real, people: list[str]) -> None:
    if serving.CHROMIUM is None:
        pytest.skip("no Chromium: install the package `chromium`")
    with serving.demo(real.folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**serving.launch_args())
        context = browser.new_context(viewport=WIDE, reduced_motion="reduce", base_url=address)
        for at, person in enumerate(people):
            page = context.new_page()
            if at < PROFILES:
                page.goto(f"/people/{person}")
                assert len(grown(in_view(page), 5)["nodes"]) <= BUDGET
            page.goto(f"/explore?start={person}")
            assert len(expanded(page, 5)["nodes"]) <= BUDGET
            page.close()
        browser.close()
