"""The explorer as a reader meets it: from a seed by steps to a view, back, and to the same view by its address."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, ViewportSize, expect

from tests.web.exploring import EXPLORE, SEED, choose, other, query, ready, rows, setting, trail
from tests.web.looking import PERSON, PHONE, WIDE, Open, drawn, findings, in_both

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_opens_on_a_seed_and_is_accessible(visit: Open, viewport: ViewportSize) -> None:
    page = ready(visit(EXPLORE, viewport))
    for sheet in ("List", "Details", "Looks") if viewport is PHONE else ():
        page.get_by_role("button", name=sheet, exact=True).tap()
        assert in_both(page) == []
    if viewport is WIDE:
        choose(page, other(page))
        page.locator(".path > summary").click()
        page.locator(".filters > summary").click()
        expect(page.locator(".hops, .path-found p").first).to_be_visible()
        assert in_both(page) == []
        page.get_by_role("button", name="Nodes").click()
        assert in_both(page) == []


def test_it_begins_with_search_and_real_people(visit: Open) -> None:
    page = visit("/explore")
    expect(page.locator(".welcome-person").first).to_be_visible()
    assert findings(page) == []
    page.get_by_role("combobox", name="Search a person").fill("yuxiong")
    page.locator(".hit").first.click()
    ready(page)
    query(page, f"start={SEED}")
    page.get_by_role("combobox", name="Add a person").fill("zhewei")
    page.locator(".hit").first.click()
    expect(trail(page)).to_have_count(2)
    query(page, "&add=demo:zhewei-yao")


def test_the_profile_hands_over_its_picture(visit: Open) -> None:
    page = visit(PERSON)
    page.locator(".graph h2").hover()  # tries again when the page puts the panel in place of its skeleton
    drawn(page)
    page.locator(".legend-kind", has_text="Topics").click()
    page.locator(".twin > summary").click()
    page.locator(".twin-table tbody tr").nth(1).click()
    name = page.locator(".graph-chosen-name").inner_text()
    page.locator(".graph .growth button:enabled").first.click()
    expect(page.locator(".growth-says")).to_contain_text("Added")
    nodes = page.locator(".twin-table tbody tr").count()
    onward = page.locator(".graph").get_by_role("link", name="Open in explorer").get_attribute("href")
    full = page.get_by_role("link", name="Open full explorer")
    expect(full).to_have_attribute("href", str(onward))
    full.click()
    ready(page)
    expect(page.locator(".graph-chosen-name")).to_have_text(name)
    expect(page.locator(".rest")).to_contain_text("Topics are hidden")
    assert len(rows(page)) == nodes


def test_expansion_says_what_there_is_and_is_undone_and_redone_without_asking(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    choose(page, "Yuxiong He")
    expect(page.locator(".expand-count").first).to_contain_text(re.compile(r"of \d+ (people|papers)|all \d+"))
    before = rows(page)
    page.locator(".expand button:enabled").first.click()
    expect(trail(page)).to_have_count(2)
    ready(page)
    after = rows(page)
    assert len(after) > len(before)
    expect(page.locator(".expand-says")).to_contain_text("Added")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    page.keyboard.press("Control+z")
    expect(page.locator(".row-name")).to_have_count(len(before))
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator(".row-name")).to_have_count(len(after))
    trail(page).first.click()
    assert rows(page) == before
    page.get_by_role("button", name="Redo").click()
    assert rows(page) == after
    assert [url for url in asked if "neighbours?" in url or "/api/edges" in url] == []
    page.get_by_role("button", name="Collapse").click()
    expect(page.locator(".row-name")).to_have_count(len(before))


def test_keys_do_on_a_row_what_buttons_do(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    page.locator(".row-name[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    row = page.locator(".row[data-selected]")
    expect(row.locator(".row-name")).to_be_focused()
    name = row.locator(".row-name").inner_text().split("\n")[0]
    for key, step in (
        ("m", f"Mark {name}"),
        ("p", f"Pin {name}"),
        ("o", f"Only around {name}"),
        ("h", f"Without {name}"),
    ):
        page.keyboard.press(key)
        expect(trail(page).last).to_have_text(step)
    expect(page.locator(".rest")).to_contain_text("hidden by hand")
    page.get_by_role("button", name="Show again").click()
    page.locator(".row-name[tabindex='0']").focus()
    page.keyboard.press("e")
    expect(trail(page).last).to_contain_text("around")


def test_filters_and_looks_are_steps_of_the_address(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    everything = len(rows(page))
    page.get_by_role("slider", name="First year").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".years-says")).to_contain_text("All years")
    expect(page.locator(".rest")).to_contain_text("left out by filters")
    page.keyboard.press("ArrowRight")
    expect(trail(page)).to_have_count(2)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".row-name")).to_have_count(everything)
    page.locator(".filters > summary").click()
    setting(page, "Topic").select_option(index=1)
    setting(page, "Joint papers").select_option(label="2 or more")
    assert len(rows(page)) < everything
    page.get_by_role("button", name="Clear filters").click()
    setting(page, "Colour").select_option("year")
    setting(page, "Size").select_option("citations")
    page.locator(".explorer-list button.key-colour").last.click()
    expect(page.locator(".explorer-list button.key-colour").last).to_have_attribute("aria-pressed", "true")
    setting(page, "Colour").select_option("community")
    page.locator(".explorer-list button.key-colour").first.click()
    expect(trail(page).last).to_contain_text("Only ")
    page.get_by_role("button", name="Freeze").click()
    query(page, "freeze=on")
    shown = rows(page)
    page.reload()
    ready(page)
    assert rows(page) == shown
    expect(setting(page, "Colour")).to_have_value("community")


def test_a_path_is_found_led_around_somebody_and_added(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    page.locator(".path > summary").click()
    finder = page.locator(".path")
    expect(finder.locator(".path-end").first).to_contain_text("Yuxiong He")
    page.get_by_role("combobox", name="To: search a person").fill("Zhen Dong")  # two steps away, over several people
    page.locator(".hit").first.click()
    expect(finder.locator(".hop-papers").first).to_contain_text("joint paper")
    expect(finder.locator(".hops > li > ul a").first).to_be_visible()
    between = finder.locator(".hop-person strong").first
    first = between.inner_text()
    finder.get_by_role("button", name=f"Go around {first}").click()
    expect(finder.get_by_role("list", name="Gone around")).to_contain_text(f"not through {first}")
    expect(between).not_to_have_text(first)
    second = between.inner_text()
    finder.get_by_role("button", name=f"Keep {second}").click()
    finder.get_by_role("button", name="Allow again").click()
    expect(finder.get_by_role("list", name="Gone around")).to_have_count(0)
    expect(finder.get_by_role("button", name=f"Kept {second}")).to_have_attribute("aria-pressed", "true")
    expect(finder.locator("[aria-busy=false]")).to_be_visible()
    expect(between).to_have_text(second)
    finder.get_by_role("button", name="Add this path to the picture").click()
    expect(trail(page).last).to_contain_text("Path from Yuxiong He to Zhen Dong")
    expect(page.get_by_role("region", name="Marked")).to_contain_text(second)
    query(page, f"&path={SEED}+demo:zhen-dong+via%3D")
    finder.get_by_role("button", name=f"Kept {second}").click()
    expect(between).to_have_text(first)


def test_several_are_marked_and_shown_alone(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    names = [other(page, at) for at in (0, 1)]
    page.get_by_role("checkbox", name=f"Mark {names[0]}").check()
    page.locator(".row-name", has_text=names[1]).first.click(modifiers=["Control"])
    marked = page.get_by_role("region", name="Marked")
    expect(marked).to_contain_text("2 nodes marked")
    expect(marked.get_by_role("link", name="Compare these two")).to_have_attribute(
        "href", re.compile(r"/compare\?a=.+&b=")
    )
    everything = len(rows(page))
    marked.get_by_role("button", name="Only these and their neighbours").click()
    expect(page.locator(".rest")).to_contain_text("hidden by hand")
    assert len(rows(page)) < everything


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_is_over_the_room_is_grouped_and_can_be_drawn(visit: Open, viewport: ViewportSize) -> None:
    page = ready(visit(f"{EXPLORE}&room=12", viewport))
    expect(page.locator(".row-name")).to_have_count(12)
    expect(page.locator(".rest-group").first).to_contain_text("grouped")
    over = page.get_by_text(re.compile(r"^12 drawn, \d+ grouped$"))
    expect(over).to_be_visible()
    page.get_by_role("button", name="Draw 200 more").click()
    expect(page.locator(".rest-group")).to_have_count(0)
    expect(over).to_have_count(0)


def test_the_tables_hold_the_same_and_are_worked_by_keyboard(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    listed = len(rows(page))
    page.get_by_role("button", name="Nodes").click()
    table = page.locator(".table-scroll table")
    expect(table.locator("tbody tr")).to_have_count(listed)
    page.get_by_role("button", name="Name", exact=True).click()
    expect(table.locator("th[aria-sort=ascending]")).to_have_text(re.compile("Name"))
    names = [name.strip().casefold() for name in table.locator("tbody th").all_inner_texts()]
    assert names[0] <= names[-1]
    table.locator("tbody tr[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("m")
    expect(trail(page).last).to_contain_text("Mark")
    page.get_by_role("button", name="Edges").click()
    page.get_by_role("button", name="Papers", exact=True).click()
    table.locator("tbody tr[tabindex='0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".graph-chosen-name")).to_be_visible()


def test_a_phone_has_sheets_and_buttons(visit: Open) -> None:
    page = ready(visit(EXPLORE, PHONE))
    expect(page.locator(".explorer-list")).to_be_hidden()
    page.get_by_role("button", name="List", exact=True).tap()
    page.locator(".row-name").nth(1).tap()
    page.get_by_role("button", name="Details", exact=True).tap()
    expect(page.locator(".explorer-list")).to_be_hidden()
    expect(page.locator(".expand li").first).to_be_visible()
    page.get_by_role("button", name="+10 around the selected node").tap()
    expect(trail(page)).to_have_count(2)
    small = page.evaluate(
        "[...document.querySelectorAll('.explorer button')].filter((b) => b.checkVisibility() && b.offsetHeight < 43)"
        ".map((b) => b.className + ' ' + b.textContent)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_views_are_kept_on_this_device(visit: Open) -> None:
    page = ready(visit(f"{EXPLORE}&colour=year"))
    page.get_by_role("button", name="Views").click()
    page.get_by_role("textbox", name="Name of this view").fill("By year")
    page.get_by_role("button", name="Save view").click()
    expect(page.get_by_text("Saved as “By year”.")).to_be_visible()
    page.get_by_role("button", name="Rename By year").click()
    page.get_by_role("textbox", name="New name of By year").fill("Years")
    page.get_by_role("button", name="Rename", exact=True).click()
    page.goto(page.url.split("?")[0])
    page.get_by_role("button", name="Views").click()
    page.get_by_role("button", name="Years", exact=True).click()
    expect(setting(page, "Colour")).to_have_value("year")
    page.get_by_role("button", name="Delete Years").click()
    expect(page.get_by_text("No view is saved on this device yet.")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed') }})")
    page.goto(served_demo + EXPLORE)
    ready(page).get_by_role("button", name="Views").click()
    expect(page.get_by_text("This browser keeps nothing between visits")).to_be_visible()
    page.close()


def saved(page: Page, press: Locator) -> str:
    """Return the text of the file that a press hands over."""
    with page.expect_download() as waiting:
        press.click()
    download: Download = waiting.value
    return Path(download.path()).read_text(encoding="utf-8")


def test_what_is_seen_is_exported(visit: Open) -> None:
    page = ready(visit(EXPLORE))
    shown = len(rows(page))
    page.get_by_role("button", name="Export").click()
    graph = json.loads(saved(page, page.get_by_role("button", name="JSON")))
    assert len(graph["nodes"]) == shown
    assert saved(page, page.get_by_role("button", name="GraphML")).count("<node ") == shown
    assert saved(page, page.get_by_role("button", name="GEXF")).count("<node ") == shown
    assert saved(page, page.get_by_role("button", name="BibTeX")).lstrip().startswith("@")
    assert saved(page, page.get_by_role("button", name="SVG")).startswith("<svg")
    for name, starts in (("PNG", b"\x89PNG"), ("CSV", b"PK")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        assert Path(waiting.value.path()).read_bytes().startswith(starts)


def test_a_view_is_a_link_a_script_a_file_and_a_frame(visit: Open, tmp_path: Path) -> None:
    page = ready(visit(f"{EXPLORE}&expand={SEED}+person+3&years=2019+-"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = rows(page)
    page.get_by_role("button", name="Share").click()
    copied = []
    for name in ("Copy link", "Copy embed code", "Copy as Cypher"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("button", name="Copied")).to_have_count(len(copied) + 1)
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    link, frame, script = copied
    assert re.search(rf"explore\?start={SEED}&expand={SEED}\+person\+3&years=2019\+-&data=\d+$", link)
    assert re.match(r'<iframe src="[^"]+/embed\?start=', frame)
    for part in (":param", "MATCH", "// 3. Since 2019"):
        assert part in script
    file = tmp_path / "view.json"
    file.write_text(saved(page, page.get_by_role("button", name="Save as a file")), encoding="utf-8")
    page.goto(link.split("?")[0])
    page.get_by_role("button", name="Views").click()
    page.get_by_label("File of a view").set_input_files(file)
    ready(page)
    expect(page.locator(".row-name")).to_have_count(len(shown))
    assert rows(page) == shown


def test_a_frame_shows_the_view_and_leads_to_the_explorer(visit: Open) -> None:
    page = visit(EXPLORE.replace("explore", "embed"))
    page.wait_for_selector(".embedded[data-state=drawn]", timeout=60_000)
    expect(page.get_by_role("link", name="Open in BZPEER")).to_have_attribute(
        "href", re.compile(rf"explore\?start={SEED}")
    )
    assert findings(page) == []
    assert page.context.cookies() == []


def test_a_changed_data_set_and_unknown_steps_are_named(visit: Open) -> None:
    page = ready(visit(f"{EXPLORE}&dance=tango&hide=demo:nobody&data=0"))
    notices = page.locator(".notices")
    expect(notices).to_contain_text("The data changed since this view was made (version 0 then")
    expect(notices).to_contain_text("dance=tango")
    for close in reversed(notices.get_by_role("button", name="Close").all()):
        close.click()
    expect(notices).to_have_count(0)


def test_a_view_of_nothing_known_leads_on(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.goto(f"{served_demo}/explore?start=demo:nobody")
    expect(page.locator(".notices")).to_contain_text("This view could not be opened.")
    page.locator(".welcome-person").first.click()
    ready(page)
    page.close()


def test_a_view_too_long_for_an_address_survives_a_reload(visit: Open) -> None:
    ids = "+".join(f"demo:nobody-{n:04}" for n in range(300))
    page = ready(visit(f"{EXPLORE}&hide={ids}"))
    expect(page.locator(".notices")).to_contain_text("more steps than an address can hold")
    query(page, "file=view")
    page.reload()
    ready(page)
    expect(trail(page)).to_have_count(2)


def test_a_server_that_is_away_can_be_tried_again(browser: Browser, served_demo: str) -> None:
    page = browser.new_page()
    page.route("**/api/slice", lambda route: route.abort())
    page.goto(served_demo + EXPLORE)
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    page.unroute("**/api/slice")
    page.get_by_role("button", name="Try again").click()
    ready(page)
    page.close()
