"""Everything by keyboard: each control is reached by Tab and seen, does its work, lets go again, and gives the focus back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from patience import settle, until, visit
from render_sample import sample_incidents
from test_access import serious

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"forced_colors": "active"},
    "narrow": {"width": 360, "height": 740},
}

PANELS = {
    "opening": "",
    "table": "drawer=table",
    "profile": "drawer=profile&river=yalu",
    "filtered": "drawer=table&not_event_type=arrest&undated=0&km=yalu_0_700",
}

EVERY_CONTROL = """() => [...document.querySelectorAll('button, input, summary, a[href], [tabindex]')].filter((one) => one.tabIndex >= 0
    && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length).map((one) => window.nameOf(one))"""

NAMES = """() => { const names = new Map(); window.nameOf = (one) => {
    if (!names.has(one)) names.set(one, `${names.size} ${one.outerHTML.slice(0, 140)}`); return names.get(one); }; }"""

HERE = """() => { const one = document.activeElement; if (one === document.body || one === document.documentElement) return null;
    const style = getComputedStyle(one); const box = one.getBoundingClientRect();
    const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== style.backgroundColor;
    const seen = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width > 0 && box.height > 0;
    const top = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)), Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
    return { html: window.nameOf(one), ringed, seen, covered: !(top && (one.contains(top) || top.contains(one) || one.classList.contains('cursor'))) }; }"""


def by_the_river(number: int = 16) -> pd.DataFrame:
    """Make incidents of which some are on the Yalu, some share a place, some have none, and one no date."""
    table = sample_incidents(number)
    table["river"] = ["yalu", "tumen"] * (number // 2)
    table["river_km_from"] = [40.0 * i for i in range(number)]
    table["river_km_to"] = table["river_km_from"] + 10
    table.loc[5, ["date_start", "date_end"]] = None
    return table


def walk(opened: Opened, key: str = "Tab", most: int = 400) -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page; give where it stood."""
    opened.run("() => { document.body.tabIndex = -1; document.body.focus(); document.activeElement.blur(); }")
    stops = []
    for _ in range(most):
        opened.page.keyboard.press(key)
        here = opened.run(HERE)
        if here is None:
            return stops
        stops.append(here)
    pytest.fail(f"the focus never leaves the page: {stops[-3:]}")


def unfold(opened: Opened) -> None:
    """Open every section; on a narrow page the panel too, unless the drawer has its room."""
    drawer = opened.page.locator("#drawer").is_visible()
    if not drawer and opened.page.get_attribute("#toggle", "aria-expanded") == "false":
        opened.page.locator("#toggle").press("Enter")
    opened.run("() => { for (const one of document.querySelectorAll('.section')) one.open = true; }")
    settle(opened)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("look", LOOKS)
def test_tab_stops_at_every_control_once_and_each_stop_is_seen(open_map: Opener, look: str, panel: str) -> None:
    opened = open_map(render_map(by_the_river(8)), **LOOKS[look])
    visit(opened, PANELS[panel])
    unfold(opened)
    opened.page.wait_for_timeout(250)
    opened.run(NAMES)
    every = opened.run(EVERY_CONTROL)
    stops = walk(opened)
    assert [stop["html"] for stop in stops if not stop["ringed"]] == []
    assert "\n".join(str(stop) for stop in stops if not stop["seen"] or stop["covered"]) == ""
    assert "\n".join(sorted({stop["html"] for stop in stops} ^ {*every})) == ""
    assert len(stops) <= len(every) + 2, "nothing is passed twice"


def test_tab_backwards_comes_through_as_well(open_map: Opener) -> None:
    opened = open_map(render_map(by_the_river(8)))
    visit(opened, "drawer=table")
    opened.run(NAMES)
    forwards = [stop["html"] for stop in walk(opened)]
    backwards = [stop["html"] for stop in walk(opened, "Shift+Tab")]
    assert set(backwards) == set(forwards)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_serious_on_any_panel(open_map: Opener, look: str, panel: str) -> None:
    opened = open_map(render_map(by_the_river()), **LOOKS[look])
    visit(opened, PANELS[panel])
    unfold(opened)
    assert serious(opened) == []
    opened.run("() => borderatlas.atlas.popups.open(borderatlas.shown().slice(0, 3), borderatlas.map.getCenter())")
    opened.page.wait_for_selector(".leaflet-popup summary")
    opened.run("() => { for (const one of document.querySelectorAll('.leaflet-popup details')) one.open = true; }")
    opened.page.wait_for_timeout(400)
    assert serious(opened) == []


def test_the_way_round_the_page_by_keyboard_alone(open_map: Opener) -> None:
    """Use each control as a person without a mouse would, from the first to the last."""
    opened = open_map(render_map(by_the_river()), permissions=["clipboard-read", "clipboard-write"])
    press = opened.page.keyboard.press

    opened.page.locator("[data-language=ko]").focus()
    press("Enter")
    until(opened, "document.documentElement.lang", "ko")
    press("Shift+Tab")
    press("Space")
    until(opened, "document.documentElement.lang", "en")

    opened.page.locator("#search").focus()
    opened.page.keyboard.type("incident 3")
    until(opened, "borderatlas.shown()", [3, 13])
    press("Control+a")
    press("Delete")
    until(opened, "borderatlas.shown().length", 16)

    opened.page.locator("[data-type=flood]").focus()
    press("Space")
    until(opened, "borderatlas.shown().length", 14)
    opened.page.locator(".chip button").focus()
    press("Enter")
    until(opened, "borderatlas.shown().length", 16)
    until(opened, "document.activeElement.id", "number")

    opened.page.locator("#section-layers summary").focus()
    press("Enter")
    opened.page.locator("[data-layer=labels]").focus()
    press("Space")
    until(opened, "!borderatlas.atlas.shown.labels")

    assert opened.errors == []


def test_time_table_and_downloads_by_keyboard_alone(open_map: Opener) -> None:
    opened = open_map(render_map(by_the_river()))
    press = opened.page.keyboard.press

    opened.page.locator("#timeline .from.handle").focus()
    press("ArrowRight")
    until(opened, "location.hash.includes('from=')")
    press("Home")
    until(opened, "!location.hash.includes('from=')")
    opened.page.locator("#play").focus()
    press("Enter")
    until(opened, "document.getElementById('play').getAttribute('aria-label')", "Pause")
    press("Enter")
    until(opened, "document.getElementById('play').getAttribute('aria-label')", "Play")
    opened.run("borderatlas.atlas.panels.reset()")

    opened.page.locator("[data-drawer=table]").focus()
    press("Enter")
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 16)
    opened.page.locator("[data-sort=title]").focus()
    press("Enter")
    until(opened, "document.querySelector('th[aria-sort] button').dataset.sort", "title")
    assert opened.run("document.activeElement.dataset.sort") == "title"

    opened.page.locator("#downloads summary").focus()
    press("Enter")
    press("Tab")
    assert opened.run("document.activeElement.dataset.download") == "download_csv"
    with opened.page.expect_download() as found:
        press("Enter")
    assert found.value.suggested_filename.endswith(".csv")
    until(opened, "document.activeElement.tagName", "SUMMARY")
    press("Enter")
    press("Escape")
    until(opened, "!document.getElementById('downloads').open")
    assert opened.page.locator("#drawer").is_visible(), "Escape takes one thing at a time"
    assert opened.errors == []


FIRST_ROW = "document.querySelector('#drawer tbody button')"
OPENERS = {
    "map": (
        "",
        "() => borderatlas.map.getContainer().querySelector('.cursor').focus()",
        "document.querySelector('.cursor')",
    ),
    "table": ("drawer=table", f"() => {FIRST_ROW}.focus()", FIRST_ROW),
    "profile": (
        "drawer=profile&river=yalu",
        "() => document.querySelector('.plot').focus()",
        "document.querySelector('.plot')",
    ),
}


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("how", ["Escape", "close button", "zoom"])
def test_focus_goes_into_the_popup_and_back_to_what_opened_it(open_map: Opener, opener: str, how: str) -> None:
    opened = open_map(render_map(by_the_river().iloc[[1, 2, 4]]), permissions=["clipboard-read", "clipboard-write"])
    hash_part, focus, came_from = OPENERS[opener]
    visit(opened, hash_part)
    opened.page.wait_for_timeout(250)
    until(opened, f"!!{came_from}")
    opened.run(focus)
    if opener == "profile":
        opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector(".leaflet-popup h3")
    until(opened, "document.activeElement.getAttribute('role')", "dialog")
    reached = []
    for _ in range(4):
        opened.page.keyboard.press("Tab")
        reached.append(opened.run("document.activeElement.className || document.activeElement.tagName"))
        if "close" in reached[-1]:
            break
    assert reached == ["copy", "A", "leaflet-popup-close-button"], "what is in the popup, in its order"
    if how == "close button":
        opened.page.keyboard.press("Enter")
    elif how == "Escape":
        opened.page.locator(".leaflet-popup .copy").focus()
        opened.page.keyboard.press("Enter")
        opened.page.get_by_role("button", name="Copied").wait_for()
        opened.page.keyboard.press("Escape")
    else:
        opened.run("() => borderatlas.map.setZoom(9, { animate: false })")
        opened.page.keyboard.press("Escape")
    opened.page.wait_for_selector(".leaflet-popup", state="detached")
    assert opened.run(f"() => document.activeElement === {came_from}")


def test_a_list_of_several_unfolds_by_keyboard_and_gives_the_focus_back(open_map: Opener) -> None:
    table = sample_incidents(16).iloc[[1, 9] * 30].reset_index(drop=True)
    opened = open_map(render_map(table))
    opened.page.locator(".cursor").focus()
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 50)
    opened.page.keyboard.press("Tab")
    assert opened.run("document.activeElement.tagName") == "SUMMARY"
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('.leaflet-popup blockquote').length", 1)
    opened.page.locator(".leaflet-popup .more").focus()
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 60)
    until(opened, "[...document.querySelectorAll('.leaflet-popup summary')].indexOf(document.activeElement)", 50)
    opened.page.wait_for_timeout(400)
    assert opened.page.locator(".leaflet-popup summary").count() == 60, "it stays open"
    opened.page.keyboard.press("Escape")
    until(opened, "document.activeElement.classList.contains('cursor')")


def test_the_row_that_opened_a_popup_is_found_again_after_the_table_was_made_anew(open_map: Opener) -> None:
    opened = open_map()
    visit(opened, "drawer=table")
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 24)
    opened.page.locator("#drawer tbody tr[data-row='2'] button").press("Enter")
    opened.page.wait_for_selector(".leaflet-popup h3")
    opened.run("() => borderatlas.atlas.panels.drawer.parts.table.sortBy('title')")
    settle(opened)
    opened.page.locator(".leaflet-popup .copy").focus()
    opened.page.keyboard.press("Escape")
    until(opened, "document.activeElement.closest('tr') && document.activeElement.closest('tr').dataset.row", "2")


def test_what_has_no_place_is_listed_by_keyboard_too(open_map: Opener) -> None:
    opened = open_map()
    opened.page.locator("#section-unlocated > summary").focus()
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('#section-unlocated .card').length", 3)
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('#section-unlocated blockquote').length", 1)


def test_hundreds_of_symbols_are_one_stop(open_map: Opener) -> None:
    draw = [(124.2 + (i * 37 % 650) / 100, 40.0 + (i * 61 % 300) / 100) for i in range(400)]
    table = pd.DataFrame(draw, columns=["longitude", "latitude"]).assign(event_type="arrest")
    opened = open_map(render_map(table))
    symbols = opened.run("borderatlas.stacks().length")
    assert symbols > 60
    opened.page.locator(".cursor").focus()
    seen = set()
    for _ in range(symbols):
        seen.add(opened.run("borderatlas.atlas.cursor.stack.at"))
        opened.page.keyboard.press("PageDown")
    in_view = opened.run("borderatlas.atlas.cursor.inOrder().map((stack) => stack.at)")
    assert seen == {*in_view}
    opened.page.keyboard.press("Tab")
    assert not opened.run("document.activeElement.classList.contains('cursor')")
    assert not opened.run("!!document.activeElement.closest('#sheet')"), "and the next is beyond the map"
