"""What the pictures of all pages show: pages, windows, hard names, and states that a reader may meet."""

from collections.abc import Callable

from playwright.sync_api import Page, Route

from tests.web import hard_names
from tests.web.exploring import EXPLORE, ready
from tests.web.looking import PERSON

OTHER = "demo:zhewei-yao"
PAGES = {
    "start": "/",
    "person": PERSON,
    "paper": "/papers/demo:qiao2024swiftkv",
    "topic": "/topics/openalex:T10181",
    "institution": "/institutions/ror:00d0nc645",
    "compare": f"/compare?a=demo:yuxiong-he&b={OTHER}",
    "compare-alone": "/compare?a=demo:yuxiong-he",
    "console": "/console",
    "login": "/login",
    "verify": "/verify#x",
    "opt-out": "/opt-out#x",
    "register": "/register",
    "reset": "/reset#x",
    "privacy": "/privacy",
    "not-found": "/nonsense",
    "unknown-person": "/people/demo:nobody",
    "unknown-paper": "/papers/demo:nothing",
}
WINDOWS = {
    "explore": "/explore?start=demo:yuxiong-he",
    "explore-empty": "/explore",
    "embed": "/embed?start=demo:yuxiong-he",
}
"""Pages that fill the window and no more."""
EMPTY = {"start": "/", "explore": "/explore", "topic": "/topics/openalex:T10181", "console": "/console"}
"""Pages of a site into which nothing was loaded."""
NAMES = {
    "accents": hard_names.ACCENTS,
    "right-to-left": hard_names.RTL,
    "right-to-left-title": hard_names.RTL_TITLE,
    "han": hard_names.HAN,
    "two-scripts": hard_names.MIXED,
    "mononym": hard_names.MONONYM,
    "broken-math": hard_names.BROKEN,
    "long-title": hard_names.LONG,
    "authors-95": "UniMorph 4.0: Universal Morphology",
    "works-400": hard_names.PROLIFIC,
}


def _fail(route: Route) -> None:
    route.fulfill(status=503, json={"title": "Unavailable", "detail": "The graph does not answer; try again soon."})


def _offline(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_text("You are offline.").wait_for()


def _search(page: Page) -> None:
    page.wait_for_selector(".search-combo")
    page.get_by_role("combobox").first.fill("zhe")
    page.get_by_role("option").first.wait_for()


def _search_nothing(page: Page) -> None:
    page.wait_for_selector(".search-combo")
    page.get_by_role("combobox").first.fill("qqqqqqqqq")
    page.get_by_text("Nothing is called").wait_for()


def _answer(view: str) -> Callable[[Page], None]:
    """Return what runs the query of the address and shows its result as `view`."""

    def answer(page: Page) -> None:
        page.get_by_role("button", name="Run", exact=True).click()
        page.get_by_role("button", name=view, exact=True).click()
        page.locator(".results").scroll_into_view_if_needed()

    return answer


def _plan(page: Page) -> None:
    page.get_by_role("button", name="Plan", exact=True).click()
    page.locator(".plan").scroll_into_view_if_needed()


def _refused(page: Page) -> None:
    page.get_by_role("button", name="Run", exact=True).click()
    page.locator(".console-wrong", has_text="Line 1").wait_for()


def _filter_nothing(page: Page) -> None:
    page.get_by_label("Find in titles").fill("qqqqqqqqq")
    page.get_by_text("No work meets the filter").wait_for()


def _press(*names: str) -> Callable[[Page], None]:
    """Return what waits for the picture of the explorer and presses these buttons, one after the other."""

    def press(page: Page) -> None:
        ready(page)
        for name in names:
            page.get_by_role("button", name=name, exact=True).first.click()

    return press


def _details(page: Page) -> None:
    """Select a person and open what can be opened about them."""
    ready(page)
    _choose(page)
    page.locator(".link-papers").first.click()
    page.locator(".links .evidence li").first.wait_for()


def _choose(page: Page) -> None:
    """Select the first person of the list, which a phone calls up first."""
    sheets = page.get_by_role("button", name="List", exact=True)
    if sheets.is_visible():
        sheets.click()
    page.get_by_role("region", name="People").locator(".row-name").first.click()
    if sheets.is_visible():
        page.get_by_role("button", name="Details", exact=True).click()
    page.locator(".expand li").first.wait_for()


def _path(page: Page) -> None:
    """Find the way between the start and somebody two steps away."""
    ready(page)
    _choose(page)
    page.locator(".path > summary").click()
    page.locator(".hops > li").first.wait_for()
    page.locator(".hops").scroll_into_view_if_needed()


def _edge(page: Page) -> None:
    """Open the papers behind the strongest edge in the table."""
    _press("Edges")(page)
    page.locator(".edge-papers").first.click()
    page.locator(".edge-works li").first.wait_for()


def _cut(page: Page) -> None:
    """Lose the server in the middle."""
    ready(page)
    page.route("**/neighbours?**", lambda route: route.abort())
    page.locator(".expand button:visible, .sheets-main:visible").first.click()
    page.locator(".notices").wait_for()


def _bring(page: Page) -> None:
    """Ask for somebody who is not here."""
    part = page.get_by_role("region", name="Not here?")
    part.get_by_role("textbox").fill("https://orcid.org/0000-0002-1825-0097")
    part.get_by_role("button", name="Bring in").click()
    part.get_by_role("status").filter(has_text=".").wait_for()
    part.get_by_role("status").first.scroll_into_view_if_needed()


def _wrong(page: Page) -> None:
    """Ask with an identifier that cannot be."""
    part = page.get_by_role("region", name="Not here?")
    part.get_by_role("textbox").fill("0000-0002-1825-0098")
    part.get_by_role("button", name="Bring in").click()
    part.get_by_text("check digit").wait_for()
    part.get_by_text("check digit").scroll_into_view_if_needed()


def _running(route: Route) -> None:
    says = {"says": "Fetching from OpenAlex.", "progress": {"read": 40, "total": 120}}
    route.fulfill(json={"id": "i1", "subject": "orcid:0000-0002-1825-0097", "state": "running", "node": None, **says})


def _cite(page: Page) -> None:
    page.locator(".work-row").first.get_by_role("button", name="Cite").click()
    page.locator(".work-row").first.scroll_into_view_if_needed()


def _reading(page: Page) -> None:
    page.locator(".work-row").first.wait_for()
    for row in page.locator(".work-row").all()[:2]:
        row.get_by_role("button", name="Add to reading list").click()
    page.get_by_role("button", name="Reading list, 2 works").click()
    page.get_by_role("dialog").locator(".near-title").first.wait_for()


def _no_webgl(page: Page) -> None:
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.reload()
    page.locator(".graph h2").hover()
    page.get_by_text("WebGL is off").wait_for()
    page.locator(".graph").scroll_into_view_if_needed()


def _open_all(page: Page) -> None:
    """Open what a profile gives on demand."""
    for name in ("People they might work with", "Adjacent work"):
        page.get_by_role("button", name=name).click()
    page.locator(".ranking > summary").first.click()
    page.locator(".way").first.wait_for()
    page.locator(".near > li").first.wait_for()
    page.locator(".collaborators").scroll_into_view_if_needed()


ASKED = "/console#query=MATCH+way+=+(a:Person+{id:$id})-[:AUTHORED]->(w)+RETURN+way,+w.title+AS+title,+w.year+AS+year"
ASKED += '&params={"id":"demo:yuxiong-he"}'
STATES: dict[str, tuple[str, str | None, Callable[[Route], object], Callable[[Page], object]]] = {
    "loading-person": (PERSON, f"**/api{PERSON}", lambda route: None, lambda page: None),
    "failed-person": (PERSON, f"**/api{PERSON}", _fail, lambda page: None),
    "failed-panels": (PERSON, f"**/api{PERSON}/**", _fail, lambda page: None),
    "failed-start": ("/", "**/api/**", _fail, lambda page: None),
    "offline": (PERSON, None, _fail, _offline),
    "search": ("/", None, _fail, _search),
    "search-nothing": ("/", None, _fail, _search_nothing),
    "console-table": (ASKED, None, _fail, _answer("Table")),
    "console-graph": (ASKED, None, _fail, _answer("Graph")),
    "console-plan": (ASKED, None, _fail, _plan),
    "console-refused": ("/console#query=MATCH+(p)+DELETE+p", None, _fail, _refused),
    "works-nothing": (PERSON, None, _fail, _filter_nothing),
    "person-opened": (PERSON, None, _fail, _open_all),
    "person-cite": (PERSON, None, _fail, _cite),
    "person-reading": (PERSON, None, _fail, _reading),
    "person-without-webgl": (PERSON, None, _fail, _no_webgl),
    "import-wrong": ("/", None, _fail, _wrong),
    "import-running": ("/", "**/api/imports**", _running, _bring),
    "import-refused": ("/", "**/api/imports", _fail, _bring),
    "explore-details": (EXPLORE, None, _fail, _details),
    "explore-path": (EXPLORE, None, _fail, _path),
    "explore-nodes": (EXPLORE, None, _fail, _press("Nodes 60")),
    "explore-edge": (EXPLORE, None, _fail, _edge),
    "explore-views": (EXPLORE, None, _fail, _press("Views")),
    "explore-export": (EXPLORE, None, _fail, _press("Export")),
    "explore-share": (EXPLORE, None, _fail, _press("Share")),
    "explore-grouped": (f"{EXPLORE}&room=12", None, _fail, ready),
    "explore-year": (f"{EXPLORE}&colour=year&size=citations", None, _fail, ready),
    "explore-community": (f"{EXPLORE}&colour=community", None, _fail, ready),
    "explore-changed": (f"{EXPLORE}&dance=tango&data=0", None, _fail, ready),
    "explore-nobody": (
        "/explore?start=demo:nobody",
        None,
        _fail,
        lambda page: page.locator(".welcome-person").first.wait_for(),
    ),
    "explore-failed": (EXPLORE, "**/api/slice", _fail, lambda page: page.get_by_role("alert").wait_for()),
    "explore-cut": (EXPLORE, None, _fail, _cut),
    "console-asked": (ASKED, None, _fail, lambda page: None),
}
"""Name, address, which answers are taken over and how, what is done then."""
