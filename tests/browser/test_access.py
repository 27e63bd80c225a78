"""The page for those who use a keyboard, a screen reader or a finger: axe-core's rules, focus, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from patience import settle, until, visit
from render_sample import sample_incidents

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

STATES = {
    "opening": ("", []),
    "table and popup": ("drawer=table", ["popup"]),
    "profile in Korean": ("drawer=profile&river=tumen&km=tumen_100_300&lang=ko", []),
    "every section open": ("lang=zh&q=made&undated=0", ["sections"]),
    "nothing shown": ("event_type=!", []),
    "menu": ("", ["menu"]),
}
DO = {
    "popup": "() => borderatlas.atlas.popups.open(borderatlas.shown().slice(0, 4), borderatlas.map.getCenter())",
    "sections": "() => { for (const one of document.querySelectorAll('.section')) one.open = true; }",
    "menu": "() => { document.getElementById('downloads').open = true; }",
}


def serious(opened: Opened) -> list[Any]:
    """Give what axe-core finds of serious or critical impact: rule and the elements."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python").Axe()
    found = axe.run(opened.page).response["violations"]
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"]])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_map: Opener, state: str, scheme: str) -> None:
    hash_part, steps = STATES[state]
    opened = open_map(color_scheme=scheme)
    visit(opened, hash_part)
    for step in steps:
        opened.run(DO[step])
    settle(opened)
    opened.page.wait_for_timeout(300)
    assert serious(opened) == []


def test_axe_finds_nothing_serious_in_a_narrow_window(open_map: Opener) -> None:
    opened = open_map(width=360, height=740, has_touch=True)
    for hash_part in ("", "drawer=table", "drawer=profile"):
        visit(opened, hash_part)
        opened.page.locator("#toggle").click()
        settle(opened)
        assert serious(opened) == []


FOCUSABLE = """() => [...document.querySelectorAll('button, input, summary, a[href], [tabindex]')].filter((one) => one.tabIndex >= 0
    && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length).length"""


def test_tab_reaches_every_control_and_shows_where_it_is(open_map: Opener) -> None:
    opened = open_map(render_map(sample_incidents(8)))
    visit(opened, "drawer=table")
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 8)
    controls = opened.run(FOCUSABLE)
    opened.run("() => { window.reached = new Set(); document.body.tabIndex = -1; document.body.focus(); }")
    faint = []
    for _ in range(controls + 10):
        opened.page.keyboard.press("Tab")
        outline = opened.run("""() => { const one = document.activeElement; if (one === document.body) return 'body'; window.reached.add(one);
            const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? '' : one.outerHTML.slice(0, 120); }""")
        if outline == "body":
            break
        faint += [outline] if outline else []
    assert faint == []
    missed = opened.run("""() => [...document.querySelectorAll('#panel button, #panel input, #panel summary, #timeline button, #timeline [role=slider], #timeline summary, #drawer button')]
        .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility() && one.getClientRects().length && !window.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))""")
    assert missed == []


def test_everything_a_finger_touches_is_large_enough(open_map: Opener) -> None:
    opened = open_map(width=360, height=740, has_touch=True, is_mobile=True)
    visit(opened, "drawer=table&not_event_type=arrest")
    opened.page.locator("#toggle").click()
    opened.run(DO["sections"])
    settle(opened)
    small = opened.run("""() => [...document.querySelectorAll('button:not(.cursor), summary, label.row, .field, [role=slider], .leaflet-bar a')].filter((one) => one.getClientRects().length)
        .map((one) => [one.outerHTML.slice(0, 100), one.getBoundingClientRect()]).filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([html, box]) => `${html} ${box.width}x${box.height}`)""")
    assert small == []


def test_number_shown_is_always_in_sight(open_map: Opener) -> None:
    opened = open_map()
    for _ in range(2):
        assert opened.page.locator("#number").is_visible()
        assert opened.page.inner_text("#number").split() == ["24", "of", "24", "incidents", "shown"]
        opened.page.locator("#toggle").click()
    assert opened.page.locator("#number").get_attribute("aria-live") == "polite"


def test_focus_is_not_lost_when_a_filter_goes(open_map: Opener) -> None:
    opened = open_map()
    visit(opened, "not_event_type=arrest&undated=0")
    until(opened, "document.querySelectorAll('.chip').length", 2)
    opened.page.locator(".chip button").first.focus()
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('.chip').length", 1)
    assert opened.run("document.activeElement.closest('.chip') !== null")
    opened.page.keyboard.press("Enter")
    until(opened, "document.querySelectorAll('.chip').length", 0)
    assert opened.run("document.activeElement.id") == "number"


def test_motion_is_left_out_where_it_is_not_wanted(open_map: Opener) -> None:
    opened = open_map(reduced_motion="reduce")
    durations = opened.run(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one)).filter((style) => parseFloat(style.transitionDuration) || parseFloat(style.animationDuration)).length"
    )
    assert durations == 0
