"""The page by touch on a sheet of 360 pixels: pinch, tap, drag handles, long lists that scroll and leave the map alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from patience import until, visit
from render_sample import sample_incidents

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
MIDDLE = "(selector) => { const box = document.querySelector(selector).getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }"
SYMBOL = """() => { const box = borderatlas.map.getContainer().getBoundingClientRect(); const { x: wide, y: high } = borderatlas.map.getSize();
    const one = borderatlas.stacks().find(({ x, y }) => x > 70 && y > 20 && x < wide - 20 && y < high - 40 && document.elementFromPoint(box.left + x, box.top + y).closest('.folium-map'));
    return [box.left + one.x, box.top + one.y, one.count]; }"""


class Finger:
    """Fingers on the glass, as Chromium's own protocol has them."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.session = opened.page.context.new_cdp_session(opened.page)

    def send(self, kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        self.opened.page.wait_for_timeout(16)

    def drag(self, start: tuple[float, float], end: tuple[float, float], steps: int = 12) -> None:
        self.send("touchStart", start)
        for i in range(1, steps + 1):
            part = i / steps
            self.send("touchMove", (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
        self.send("touchEnd")
        self.opened.page.wait_for_timeout(400)

    def pinch(self, middle: tuple[float, float], start: float, end: float, steps: int = 12) -> None:
        x, y = middle
        self.send("touchStart", (x - start, y), (x + start, y))
        for i in range(1, steps + 1):
            apart = start + (end - start) * i / steps
            self.send("touchMove", (x - apart, y), (x + apart, y))
        self.send("touchEnd")
        self.opened.page.wait_for_timeout(700)


def middle(opened: Opened, selector: str) -> tuple[float, float]:
    x, y = opened.run(MIDDLE, selector)
    return x, y


def test_two_fingers_zoom_the_map_in_and_out(open_map: Opener) -> None:
    opened = open_map(**PHONE)
    finger, before = Finger(opened), opened.run("borderatlas.map.getZoom()")
    finger.pinch(middle(opened, "#sheet"), 30, 110)
    near = opened.run("borderatlas.map.getZoom()")
    assert near > before + 0.9
    finger.pinch(middle(opened, "#sheet"), 110, 40)
    assert opened.run("borderatlas.map.getZoom()") < near - 0.9
    assert opened.run("visualViewport.scale") == 1, "the map is zoomed, not the page"
    assert opened.errors == []


def test_one_finger_moves_the_map(open_map: Opener) -> None:
    opened = open_map(**PHONE)
    x, y = middle(opened, "#sheet")
    before = opened.run("borderatlas.map.getCenter().lng")
    Finger(opened).drag((x + 60, y), (x - 60, y))
    assert opened.run("borderatlas.map.getCenter().lng") > before + 0.1


def test_a_tap_opens_a_popup_that_scrolls_without_moving_the_map(open_map: Opener) -> None:
    table = sample_incidents(2).iloc[[1] * 30].reset_index(drop=True)
    opened = open_map(render_map(table), **PHONE)
    x, y, count = opened.run(SYMBOL)
    assert count == 30
    opened.page.touchscreen.tap(x, y)
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 30)
    opened.page.wait_for_timeout(500)
    centre = opened.run("borderatlas.map.getCenter().lat")
    at = middle(opened, ".leaflet-popup-content")
    Finger(opened).drag((at[0], at[1] + 50), (at[0], at[1] - 50))
    assert opened.run("document.querySelector('.leaflet-popup-content').scrollTop") > 30
    assert opened.run("borderatlas.map.getCenter().lat") == pytest.approx(centre, abs=1e-6)
    opened.run("() => { document.querySelector('.leaflet-popup-content').scrollTop = 0; }")
    opened.page.locator(".leaflet-popup summary").first.tap()
    until(opened, "document.querySelectorAll('.leaflet-popup blockquote').length", 1)
    opened.page.locator(".leaflet-popup-close-button").tap()
    opened.page.wait_for_selector(".leaflet-popup", state="detached")
    assert opened.errors == []


def test_the_panel_and_the_table_scroll_under_a_finger(open_map: Opener) -> None:
    opened = open_map(render_map(sample_incidents(60)), **PHONE)
    finger = Finger(opened)
    opened.page.locator("#toggle").tap()
    x, y = middle(opened, "#contents")
    finger.drag((x, y + 60), (x, y - 90))
    assert opened.run("document.getElementById('contents').scrollTop") > 60
    opened.page.locator("[data-drawer=table]").tap()
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 50)
    assert opened.page.get_attribute("#toggle", "aria-expanded") == "false", "the drawer takes the panel's room"
    assert opened.run("borderatlas.map.getSize().y") > 150
    x, y = middle(opened, ".scroller")
    finger.drag((x, y + 40), (x, y - 60))
    assert opened.run("document.querySelector('.scroller').scrollTop") > 40
    finger.drag((x + 100, y), (x - 100, y))
    assert opened.run("document.querySelector('.scroller').scrollLeft") > 40, "and to its further columns"
    opened.page.locator("#toggle").tap()
    until(opened, "document.getElementById('drawer').hidden")
    assert opened.run("window.scrollY") == 0
    assert opened.run("document.documentElement.scrollWidth") <= 360


def test_handles_of_time_and_of_kilometres_follow_a_finger(open_map: Opener) -> None:
    table = sample_incidents(24)
    table["river"], table["river_km_from"], table["river_km_to"] = "yalu", range(0, 480, 20), range(10, 490, 20)
    opened = open_map(render_map(table), **PHONE)
    finger = Finger(opened)
    x, y = middle(opened, "#timeline .from.handle")
    finger.drag((x, y), (x + 120, y))
    until(opened, "borderatlas.shown().length < 24")
    assert "from=" in opened.wait("location.hash.includes('from=') && location.hash")
    opened.run("borderatlas.atlas.panels.reset()")
    visit(opened, "drawer=profile&river=yalu")
    opened.page.wait_for_timeout(300)
    x, y = middle(opened, ".km-range .to.handle")
    finger.drag((x, y), (x - 150, y))
    until(opened, "borderatlas.shown().length < 24")
    spot = opened.run("""() => { const { profile } = borderatlas.atlas.panels.drawer.parts; const { x, y } = profile.spot(2);
        const box = profile.plot.getBoundingClientRect(); return [box.left + x, box.top + y]; }""")
    opened.page.touchscreen.tap(*spot)
    opened.page.wait_for_selector(".leaflet-popup")
    assert opened.errors == []
