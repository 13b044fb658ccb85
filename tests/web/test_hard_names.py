"""Names, titles and numbers that break pages: each is shown whole, at 320 px and on a wide screen."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.web import hard_names
from tests.web.accounts import Site
from tests.web.looking import findings

pytestmark = pytest.mark.browser

NARROW = ViewportSize(width=320, height=640)
OVERLAPS = """() => {
  const parts = document.querySelectorAll(".head h1, .head .byline, .head .work-meta, .head .lede, .figures, .panel");
  const boxes = [...parts].map((part) => part.getBoundingClientRect()).filter((box) => box.height > 0);
  const apart = (a, b) => a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left + 1 || b.right <= a.left + 1;
  return boxes.some((a, i) => boxes.slice(i + 1).some((b) => !apart(a, b)));
}"""  # noqa: E501
SPILLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = "(heading) => heading.scrollWidth > heading.clientWidth || getComputedStyle(heading).textOverflow === 'ellipsis'"

Served = Callable[[str], str]


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=NARROW, reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture(scope="module")
def served_names(site: Site) -> Served:
    """Return a function from a name, a title or a path to the address of its page."""
    pages = hard_names.addresses()
    return lambda name: site.address + pages.get(name, name)


def whole(page: Page, name: str) -> None:
    """The page shows the name whole, scrolls only downwards, and nothing lies upon anything."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(name)
    expect(page.locator(".provenance")).to_be_visible()
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SPILLS) <= 0, f"scrolls sideways at {width} px"
        assert not page.evaluate(OVERLAPS), f"overlaps at {width} px"
        assert not heading.evaluate(CUT), f"is cut at {width} px"


NAMES = {
    "accents": hard_names.ACCENTS,
    "right-to-left": hard_names.RTL,
    "han": hard_names.HAN,
    "mononym": hard_names.MONONYM,
}
TITLES = {
    "right-to-left": hard_names.RTL_TITLE,
    "han": hard_names.HAN_TITLE,
    "two scripts": hard_names.MIXED,
    "512 characters": hard_names.LONG,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_person_of_one_work(narrow: Page, served_names: Served, name: str) -> None:
    narrow.goto(served_names(name))
    whole(narrow, name)
    expect(narrow.locator(".lede")).to_contain_text("1 work")
    assert findings(narrow) == []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title(narrow: Page, served_names: Served, title: str) -> None:
    narrow.goto(served_names(title))
    whole(narrow, title)
    assert findings(narrow) == []


def test_text_from_right_to_left_is_set_so(narrow: Page, served_names: Served) -> None:
    narrow.goto(served_names(hard_names.RTL))
    heading = narrow.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    assert heading.evaluate("(h1) => getComputedStyle(h1).direction") == "rtl"


def test_math_that_cannot_be_read_is_shown_as_written(narrow: Page, served_names: Served) -> None:
    narrow.goto(served_names(hard_names.BROKEN))
    expect(narrow.get_by_role("heading", level=1)).to_contain_text(r"\raise2pt")
    whole(narrow, "A Fault Tolerance Linguistic Structure for Distributed Applications")


def test_a_byline_of_95_authors_is_folded_and_opens(narrow: Page, served_names: Served) -> None:
    narrow.goto(served_names("UniMorph 4.0: Universal Morphology"))
    whole(narrow, "UniMorph 4.0")
    byline = narrow.locator(".head .byline")
    expect(byline.get_by_role("link")).to_have_count(9)
    expect(byline.get_by_role("link").last).to_have_text("Ekaterina Vylomova")
    byline.get_by_role("button", name="show all 95").click()
    assert byline.get_by_role("link").all_inner_texts() == list(hard_names.MANY)
    whole(narrow, "UniMorph 4.0")


def test_a_person_of_400_works(narrow: Page, served_names: Served) -> None:
    narrow.goto(served_names(hard_names.PROLIFIC))
    whole(narrow, hard_names.PROLIFIC)
    expect(narrow.locator(".works .panel-aside")).to_contain_text("of 400 works")


def test_an_institution_counts_with_and_without_its_parts(narrow: Page, served_names: Served) -> None:
    narrow.goto(served_names(hard_names.WHOLE))
    people = narrow.get_by_role("region", name="People").locator("li .tie-name, li a")
    expect(people).to_have_text(["Author A401"])
    narrow.get_by_label("With its 1 part").check()
    expect(people).to_have_text(["Author A401", "Author A402"])
    expect(narrow.locator("[aria-busy=true]")).to_have_count(0)
    assert findings(narrow) == []
    narrow.get_by_label("Without its parts").check()
    expect(people).to_have_text(["Author A401"])
    narrow.get_by_role("region", name="Parts").get_by_role("link", name="Institution I2").click()
    expect(narrow.get_by_role("heading", level=1)).to_have_text("Institution I2")
    expect(narrow.get_by_role("region", name="Part of").get_by_role("link")).to_have_text("Institution I1")
    expect(people).to_have_text(["Author A402"])
