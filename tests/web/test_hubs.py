"""The ten most connected people of the whole ACL Anthology: their slices open, grow, and stay readable."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web import serving
from tests.web.looking import WIDE
from tests.web.measuring import grown, in_view

pytestmark = [pytest.mark.browser, pytest.mark.data]

BUDGET = 60
MOST_CONNECTED = "MATCH (p:Person) RETURN p.id AS id ORDER BY p.coauthors DESC, id LIMIT 10"


@pytest.fixture(scope="module")
def anthology(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base address of the served Anthology; `BZPEER_TEST_DATA` names the folder of the packages."""
    packages = os.environ.get("BZPEER_TEST_DATA")
    if not packages:
        pytest.skip("BZPEER_TEST_DATA names no folder of real data")
    folder = tmp_path_factory.mktemp("anthology")
    serving.load(folder, "acl", Path(packages) / "acl-anthology")
    with serving.demo(folder) as address:
        yield address


def test_the_most_connected_people_grow_and_stay_readable(browser: Browser, anthology: str) -> None:
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    asked = context.request.post(f"{anthology}/api/cypher", data={"query": MOST_CONNECTED})
    people = [id for (id,) in asked.json()["rows"]]
    assert len(people) == 10
    for person in people:
        page = context.new_page()
        page.goto(f"{anthology}/people/{person}")
        assert len(grown(in_view(page), 5)["nodes"]) <= BUDGET
        page.close()
    context.close()
