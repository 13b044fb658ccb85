"""The console as an analyst meets it: write, run, cancel, see as graph, export, and reopen by link."""

import csv
import io
import json
import re
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect
from pyarrow import parquet

from tests.web.looking import PERSON, PHONE, WIDE, Open, findings, in_both

pytestmark = pytest.mark.browser

HER = "demo:yuxiong-he"
WORKS = (
    "MATCH way = (a:Person {id: $id})-[:AUTHORED]->(w:Paper) RETURN way, w.title AS title, w.year AS year LIMIT $most"
)
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"
WROTE = "/console#query=RETURN+$n+%2B+1+AS+next&params=" + "%7B%22n%22:41%7D"


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Cypher query")


def begin(page: Page, text: str) -> None:
    """Write over what stands there, key by key; what is completed may still be offered."""
    editor(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def write(page: Page, text: str) -> None:
    """Write a query over the one that stands there, and take nothing that is offered."""
    begin(page, text)
    page.keyboard.press("Escape")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def rows(page: Page) -> Locator:
    return page.locator(".cells tbody tr")


def saved(page: Page, name: str) -> bytes:
    """Save the result as one of the files of the open menu."""
    with page.expect_download() as download:
        press(page, name)
    return Path(download.value.path()).read_bytes()


def test_a_query_is_written_run_seen_as_a_graph_and_reopened(visit: Open) -> None:
    page = visit("/console")
    write(page, WORKS)
    page.get_by_label("$id", exact=True).fill(HER)
    page.get_by_label("Type of most").select_option("number")
    page.get_by_label("$most", exact=True).fill("5")
    editor(page).press("Control+Enter")
    expect(rows(page)).to_have_count(5)
    press(page, "year")
    years = [int(each) for each in page.locator(".cells td.number").all_inner_texts()]
    assert years == sorted(years, reverse=True)
    press(page, "JSON")
    assert len(json.loads(page.locator(".results-json").inner_text())) == 5
    press(page, "Graph")
    expect(page.get_by_text("1 person and 5 papers, 5 edges among them.")).to_be_visible()
    link = page.url
    page.get_by_role("link", name="Open in the explorer").click()
    page.wait_for_selector(".explorer[data-state=drawn]:not([data-doing])", timeout=60_000)
    expect(page.locator(".row-name")).to_have_count(6)
    page.go_back()
    expect(editor(page)).to_contain_text("RETURN way")
    expect(page.get_by_label("$most", exact=True)).to_have_value("5")
    other = visit(link.removeprefix(re.match(r"https?://[^/]+", link)[0]))  # type: ignore[index]
    press(other, "Run")
    expect(rows(other)).to_have_count(5)


def test_a_cancelled_query_ends_on_the_server_too(visit: Open) -> None:
    """Two may run at once: a fourth is answered only when those that were cancelled have ended."""
    page = visit("/console")
    write(page, ENDLESS)
    for _ in range(3):
        press(page, "Run")
        expect(page.get_by_text("Running…")).to_be_visible()
        press(page, "Cancel")
        expect(page.get_by_text("Cancelled")).to_be_visible()
    write(page, "RETURN 1 AS one")
    press(page, "Run")
    expect(rows(page)).to_have_count(1)


def test_rows_and_graph_are_exported(visit: Open) -> None:
    page = visit("/console")
    write(page, WORKS.replace("$id", f"'{HER}'").replace("$most", "3"))
    press(page, "Run")
    expect(rows(page)).to_have_count(3)
    press(page, "Export")
    table = list(csv.reader(io.StringIO(saved(page, "CSV").decode())))
    assert (table[0], len(table)) == (["way", "title", "year"], 4)
    lines = [json.loads(each) for each in saved(page, "JSON Lines").splitlines()]
    assert [each["title"] for each in lines] == [row[1] for row in table[1:]]
    expect(page.get_by_text("Saved 3 rows.")).to_be_visible()
    columns = parquet.read_table(io.BytesIO(saved(page, "Parquet"))).to_pydict()
    assert (list(columns), columns["title"]) == (table[0], [row[1] for row in table[1:]])
    graph = nx.parse_graphml(saved(page, "GraphML").decode())
    assert (len(graph), graph.nodes[HER]["kind"], graph.number_of_edges()) == (4, "Person", 3)


def test_long_results_come_by_pages(visit: Open) -> None:
    page = visit("/console#query=UNWIND+range(1,+12000)+AS+x+RETURN+x")
    press(page, "Run")
    expect(page.get_by_text("cut at 10,000 rows")).to_be_visible()
    expect(rows(page)).to_have_count(100)
    press(page, "Later rows")
    expect(rows(page).first).to_have_text("101")
    page.get_by_role("button", name="x", exact=True).click()
    expect(rows(page).first).to_have_text("10000")


def test_what_is_wrong_is_said_at_its_place(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(served_demo + "/console")
    for query, said, at in (
        ("MATCH (p:Person) DELETE p", "DELETE changes the graph", "DELETE"),
        ("MATCH (é:Person) RETURN q.name", "Variable `q` not defined", "q"),
    ):
        write(page, query)
        press(page, "Run")
        expect(page.locator(".console-wrong")).to_contain_text(said)
        expect(page.locator(".editor .wrong")).to_have_text(at)
    write(page, "RETURN $n")
    page.get_by_label("Type of n").select_option("number")
    press(page, "Run")
    expect(page.locator(".console-wrong")).to_have_text("The parameter $n must be a number.")
    page.close()


def test_ids_alone_lead_to_the_explorer_too(visit: Open) -> None:
    page = visit("/console#query=MATCH+(p:Paper)+RETURN+p.id+AS+id+ORDER+BY+id+LIMIT+3")
    press(page, "Run")
    press(page, "Graph")
    page.get_by_role("link", name="Open what the ids stand for").click()
    page.wait_for_selector(".explorer[data-state=drawn]:not([data-doing])", timeout=60_000)
    expect(page.locator(".row-name")).to_have_count(3)


def test_a_link_that_is_too_long_is_told(visit: Open) -> None:
    page = visit("/console#query=RETURN+1+//+" + "x" * 8000)
    expect(page.get_by_text("Too long for a link")).to_be_visible()
    write(page, "RETURN 1")
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()


def test_a_plan_is_a_tree(visit: Open) -> None:
    page = visit(WROTE)
    write(page, "MATCH (p:Person)-[:AUTHORED]->(w) RETURN p.name, count(w) AS works")
    page.get_by_role("button", name="Plan", exact=True).click()
    steps = page.locator(".plan strong")
    expect(steps.first).to_have_text("ProduceResults")
    assert steps.count() >= 3
    expect(page.locator(".plan-rows").first).to_contain_text("rows")


def test_labels_types_properties_and_queries_are_completed(visit: Open) -> None:
    page = visit("/console")
    offered = page.locator(".editor .cm-tooltip-autocomplete li")
    press(page, "Schema")
    expect(page.locator(".schema-part").first).to_be_visible()
    for text, taken in (
        ("MATCH (p:Per", "Person"),
        ("MATCH ()-[:COA", "COAUTHORED"),
        ("MATCH (p:Person) RETURN p.coau", "coauthors"),
    ):
        begin(page, text)
        expect(offered.first).to_contain_text(taken)
        page.keyboard.press("Escape")
    begin(page, "strongest_p")
    expect(offered.first).to_contain_text("strongest_pairs")
    offered.first.click()
    expect(editor(page)).to_contain_text("COAUTHORED")
    expect(page.get_by_label("$limit", exact=True)).to_have_value("10")


def test_the_keyboard_gets_out_of_the_editor(visit: Open) -> None:
    page = visit(WROTE)
    editor(page).click()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Type of n")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".editor")).to_be_focused()


def test_schema_catalogue_and_history_are_at_hand(visit: Open) -> None:
    page = visit("/console")
    page.get_by_label("Find a query").fill("team")
    page.get_by_role("button", name=re.compile("Team sizes", re.IGNORECASE)).click()
    press(page, "Run")
    expect(rows(page).first).to_be_visible()
    write(page, "MATCH ")
    press(page, "Schema")
    page.locator(".schema-part summary", has_text="Person").first.click()
    page.get_by_role("button", name="Insert (p:Person)").click()
    expect(editor(page)).to_have_text("MATCH (p:Person)")
    press(page, "History")
    page.locator(".pick").first.click()
    expect(editor(page)).to_contain_text("RETURN")
    press(page, "Clear the history")
    expect(page.get_by_text("Queries that you run are listed here.")).to_be_visible()


def test_the_query_behind_a_panel_opens_in_the_console(visit: Open) -> None:
    page = visit(PERSON)
    page.locator("details.query > summary").first.click()
    page.get_by_role("link", name="Open in the console").first.click()
    expect(page.get_by_role("heading", name="Console")).to_be_focused()
    expect(editor(page)).to_contain_text("MATCH")
    press(page, "Run")
    expect(page.locator(".results-head")).to_contain_text("row")


def test_where_it_is_closed_it_says_so_and_offers_no_way_in(browser: Browser, served_demo: str) -> None:
    def closed(route: Route) -> None:
        reason = "Queries are switched off here (BZPEER_CONSOLE=off)."
        terms = {"allowed": False, "reason": reason, "seconds": 1, "rows": 1, "stream_rows": 1, "forms": []}
        route.fulfill(json=terms)

    page = browser.new_page()
    page.route("**/api/console", closed)
    page.goto(served_demo + "/console")
    expect(page.get_by_text("Queries are switched off here")).to_be_visible()
    expect(page.get_by_role("link", name="Open the explorer")).to_be_visible()
    expect(page.get_by_role("link", name="Console")).to_have_count(0)
    assert findings(page) == []
    page.close()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_is_accessible_and_fits(visit: Open, viewport: ViewportSize) -> None:
    page = visit("/console", viewport)
    expect(editor(page)).to_be_visible()
    for part in ("Schema", "History", "Queries"):
        if page.get_by_role("button", name=part, exact=True).get_attribute("aria-pressed") == "false":
            press(page, part)
        assert in_both(page) == []
    page.locator(".pick").nth(1).click()
    press(page, "Run")
    expect(page.locator(".results-head")).to_contain_text("row")
    for view in ("Table", "JSON", "Graph"):
        press(page, view)
        assert in_both(page) == []
    press(page, "Export")
    assert in_both(page) == []
    page.keyboard.press("Escape")
    press(page, "Plan")
    expect(page.locator(".plan")).to_be_visible()
    assert in_both(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
