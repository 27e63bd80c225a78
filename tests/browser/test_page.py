"""The page as a reader meets it: in a browser, from disk, with the network cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import folium
import pandas as pd
import pytest
import xyzservices
from hostile import BAD_LINKS, FIELDS, PAYLOADS
from render_sample import sample_incidents, saying

from borderatlas.errors import RenderError
from borderatlas.render import layers, style
from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

# Colours found on a canvas of a pane, as [r, g, b] of every opaque pixel's histogram.
COUNT_COLOUR = """([pane, colour]) => {
    const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
    let count = 0;
    for (let i = 0; i < data.length; i += 4) count += data[i + 3] > 0 && wanted.every((v, k) => Math.abs(v - data[i + k]) < 3);
    return count;
}"""
# Whether a colour is within five pixels of the middle of the map.
CENTRE = """([pane, colour]) => {
    const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
    const p = borderatlas.map.latLngToLayerPoint(borderatlas.map.getCenter()).subtract(L.DomUtil.getPosition(canvas));
    const { data } = canvas.getContext('2d').getImageData(p.x - 5, p.y - 5, 11, 11);
    const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
    return [...Array(121).keys()].some((i) => wanted.every((v, k) => Math.abs(v - data[4 * i + k]) < 3));
}"""
NONE = sample_incidents().iloc[:0]
OVERLAPS = """() => {
    const parts = [...document.querySelectorAll('#panel, #credit, .leaflet-control-zoom, .leaflet-control-scale, .leaflet-control-attribution')];
    const boxes = parts.map((part) => [part.id || part.className, part.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
    const found = [];
    for (const [a, p] of boxes) for (const [b, q] of boxes)
        if (a < b && p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom) found.push(`${a} over ${b}`);
    return found;
}"""
SETTLE = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CLICK = """(index) => { const s = borderatlas.stacks()[index]; const box = borderatlas.map.getContainer().getBoundingClientRect();
    return { x: box.left + s.x, y: box.top + s.y, rows: s.rows }; }"""
RECORDS = "async (rows) => (await borderatlas.store.records(rows))"


def colour(opened: Opened, pane: str, value: str) -> int:
    return opened.run(COUNT_COLOUR, [pane, value])


def settle(opened: Opened) -> None:
    """Wait until what was asked for is drawn."""
    opened.run(SETTLE)


def click_symbol(opened: Opened, index: int) -> list[str]:
    """Click the symbol at an index of borderatlas.stacks(); give the titles of the incidents behind it."""
    at = opened.run(CLICK, index)
    opened.page.mouse.click(at["x"], at["y"])
    opened.page.wait_for_selector(".leaflet-popup .incidents h3, .leaflet-popup .incidents summary")
    return [record["title"] for record in opened.run(RECORDS, at["rows"])]


def test_page_asks_for_nothing_and_complains_of_nothing(open_map: Opener) -> None:
    opened = open_map()
    for row in range(3):
        opened.run("(row) => borderatlas.open(row)", row)
    opened.run("() => borderatlas.map.setZoom(12, { animate: false })")
    opened.page.wait_for_timeout(100)
    assert [url.split(":")[0] for url in opened.requests] == ["file"]
    assert opened.errors == []
    assert opened.violations == []


def test_policy_stops_a_script_that_is_not_the_pages(open_map: Opener) -> None:
    opened = open_map()
    opened.run("""() => { const script = document.createElement('script'); script.textContent = 'pwn()'; document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="pwn()">'); }""")
    opened.page.wait_for_timeout(100)
    assert opened.run("window.hits") == 0
    assert len(opened.violations) == 2


def test_title_and_number_are_shown(open_map: Opener) -> None:
    opened = open_map()
    assert opened.page.inner_text("h1") == "A title"
    assert opened.page.title() == "A title"
    assert opened.page.inner_text("#number") == "24 of 24 incidents shown"


def test_every_incident_with_a_place_is_on_the_map(open_map: Opener) -> None:
    incidents = sample_incidents()
    opened = open_map()
    drawn = opened.run(RECORDS, opened.run("borderatlas.stacks().flatMap((stack) => stack.rows)"))
    located = incidents[incidents["precision"] != "unlocated"].set_index("id")
    assert sorted(record["id"] for record in drawn) == sorted(located.index)
    for record in drawn:
        row = located.loc[record["id"]]
        assert (record["longitude"], record["latitude"]) == pytest.approx((row["longitude"], row["latitude"]), abs=6e-6)


def test_stacked_symbol_stands_on_a_place_of_its_incidents(open_map: Opener) -> None:
    opened = open_map()
    offsets = opened.run("""borderatlas.stacks().map((stack) => Math.min(...stack.rows.map((row) => {
        const p = borderatlas.map.latLngToContainerPoint([borderatlas.store.latOf(row), borderatlas.store.lonOf(row)]);
        return Math.hypot(p.x - stack.x, p.y - stack.y); })))""")
    assert max(offsets) < 1


def test_both_rivers_and_the_provinces_are_drawn(open_map: Opener) -> None:
    opened = open_map(render_map(sample_incidents(1), bounds=(124.0, 39.6, 130.9, 43.1)))
    assert sorted(opened.run("borderatlas.basemap.rivers.map((river) => river.river)")) == ["tumen", "yalu"]
    assert len(opened.run("borderatlas.basemap.provinces")) >= 6
    assert colour(opened, "base", style.LIGHT["river"]) > 200
    assert colour(opened, "base", style.LIGHT["land_kp"]) > 2000


@pytest.mark.parametrize("river", ["yalu", "tumen"])
def test_each_river_has_its_colour_where_it_flows(open_map: Opener, river: str) -> None:
    (feature,) = [f for f in layers.read_features("rivers/rivers.geojson") if f["properties"]["river"] == river]
    line = feature["geometry"]["coordinates"]
    opened = open_map(render_map(NONE))
    for part in (0.2, 0.5, 0.8):
        opened.run(
            "([lon, lat]) => borderatlas.map.setView([lat, lon], 13, { animate: false })", line[int(part * len(line))]
        )
        assert opened.run(CENTRE, ["base", style.LIGHT["river"]])


def test_layers_can_be_switched_off(open_map: Opener) -> None:
    opened = open_map(render_map(NONE))
    assert colour(opened, "base", style.LIGHT["water"]) > 1000
    opened.page.get_by_text("Layers").click()
    opened.page.get_by_label("Land and water").uncheck()
    settle(opened)
    assert colour(opened, "base", style.LIGHT["water"]) == 0
    assert colour(opened, "base", style.LIGHT["river"]) > 100


def test_province_of_many_incidents_is_no_darker_than_of_one(open_map: Opener) -> None:
    one = sample_incidents()
    one = one[one["precision"] == "province"].iloc[:1]
    pictures = [pixel_of_province(open_map(render_map(pd.concat([one] * number)))) for number in (1, 40)]
    assert pictures[0] == pictures[1]
    assert any(alpha > 0 for alpha in pictures[0])


def pixel_of_province(opened: Opened) -> list[int]:
    """Give the opacities of a patch well inside the province, away from its symbol."""
    return opened.run("""() => { borderatlas.map.setView([41.4, 129.2], 9, { animate: false });
        const canvas = document.querySelector('.leaflet-over-pane canvas'); const p = borderatlas.map.latLngToLayerPoint([41.3, 129.1]);
        const at = L.DomUtil.getPosition(canvas); const { data } = canvas.getContext('2d').getImageData(p.x - at.x, p.y - at.y, 24, 24);
        return [...data].filter((_, i) => i % 4 === 3); }""")


def test_click_on_a_symbol_shows_quote_and_source(open_map: Opener) -> None:
    incidents = sample_incidents().iloc[[1]]
    opened = open_map(render_map(incidents))
    assert click_symbol(opened, 0) == ["Made-up incident 1"]
    popup = opened.page.locator(".leaflet-popup")
    assert popup.locator("h3").inner_text() == "Made-up incident 1"
    assert popup.locator("blockquote").inner_text() == "They said number 1 was made up."
    assert popup.locator("blockquote").get_attribute("lang") == "en"
    link = popup.locator("a[target=_blank]")
    assert link.inner_text() == "example.org"
    assert link.get_attribute("href") == "https://example.org/1"
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"
    for said in (
        "Smuggling",
        "2019-02-03 to 2019-02-05",
        "Sinuiju",
        "within about 4 km",
        "(exact-name)",
        "A Made-up Paper",
    ):
        assert said in popup.inner_text()


def test_click_on_a_stack_lists_every_incident_in_it(open_map: Opener) -> None:
    incidents = sample_incidents(40)
    opened = open_map(render_map(incidents[incidents["place_name"] == "Hyesan"]))
    titles = click_symbol(opened, 0)
    assert len(titles) == 5
    shown = opened.page.locator(".leaflet-popup summary > bdi").all_inner_texts()
    assert sorted(shown) == sorted(titles)
    opened.page.locator(".leaflet-popup summary").first.click()
    opened.page.wait_for_selector(".leaflet-popup blockquote")
    assert opened.page.locator(".leaflet-popup blockquote").count() == 1


def test_types_filter_map_list_and_number(open_map: Opener) -> None:
    opened = open_map()
    opened.page.locator("input[data-type=arrest]").uncheck()
    settle(opened)
    assert opened.page.inner_text("#number") == "21 of 24 incidents shown"
    drawn = opened.run(RECORDS, opened.run("borderatlas.stacks().flatMap((stack) => stack.rows)"))
    assert "arrest" not in {record["event_type"] for record in drawn}
    opened.page.get_by_role("button", name="none").first.click()
    settle(opened)
    assert opened.run("borderatlas.stacks().length") == 0
    assert opened.page.locator(".empty").is_visible()
    opened.page.get_by_role("button", name="all", exact=True).first.click()
    settle(opened)
    assert opened.page.inner_text("#number") == "24 of 24 incidents shown"


def test_unlocated_incidents_are_listed_with_their_number(open_map: Opener) -> None:
    opened = open_map()
    opened.page.get_by_text("Without a place on the map (3)").click()
    opened.page.wait_for_selector("#section-unlocated .card")
    assert opened.page.locator(".list .card").count() == 3


LABEL = "document.querySelector('.cursor').getAttribute('aria-label')"


def test_keyboard_alone_goes_from_symbol_to_symbol_and_opens_one(open_map: Opener) -> None:
    opened = open_map()
    opened.page.locator(".folium-map").focus()
    for _ in range(12):
        if opened.run("document.activeElement.classList.contains('cursor')"):
            break
        opened.page.keyboard.press("Tab")
    assert opened.run("document.activeElement.classList.contains('cursor')")
    seen = []
    number = opened.run("borderatlas.stacks().length")
    for _ in range(number):
        seen.append(opened.wait(LABEL))
        opened.page.keyboard.press("PageDown")
    assert len(seen) == number
    opened.page.locator(".cursor").focus()
    opened.page.keyboard.press("Home")
    opened.page.keyboard.press("ArrowDown")
    here = opened.run(LABEL)
    assert "incidents: " in here
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector(".leaflet-popup .incidents summary")
    assert opened.run("document.activeElement.closest('.leaflet-popup') !== null")
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_selector(".leaflet-popup", state="detached")
    assert opened.run("document.activeElement.classList.contains('cursor')")
    assert opened.run(LABEL) == here
    opened.page.keyboard.press("Escape")
    assert opened.run("document.activeElement.classList.contains('folium-map')")


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize(("width", "height"), [(360, 640), (640, 360), (1200, 800)])
def test_nothing_overlaps(open_map: Opener, width: int, height: int, folded: bool) -> None:
    opened = open_map(
        render_map(sample_incidents(), title="A rather long title of a map of incidents"), width=width, height=height
    )
    if (opened.page.get_attribute("#toggle", "aria-expanded") == "false") != folded:
        opened.page.click("#toggle")
    opened.page.wait_for_timeout(50)
    assert opened.run(OVERLAPS) == []
    assert opened.run("document.documentElement.scrollWidth") <= width
    assert opened.run("borderatlas.map.getSize().y") > 120


def test_popup_fits_a_narrow_window(open_map: Opener) -> None:
    opened = open_map(width=360, height=720)
    opened.run("() => borderatlas.open(1)")
    opened.page.wait_for_timeout(500)
    box = opened.page.locator(".leaflet-popup-content-wrapper").bounding_box()
    sheet = opened.page.locator("#sheet").bounding_box()
    assert box is not None
    assert sheet is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] >= sheet["y"]
    assert not opened.page.locator(".leaflet-control-zoom").is_visible()


def test_dark_scheme_has_dark_ground_and_its_own_colours(open_map: Opener) -> None:
    opened = open_map(color_scheme="dark")
    assert colour(opened, "base", style.DARK["land"]) > 1000
    assert colour(opened, "base", style.LIGHT["land"]) == 0


def test_names_switch_to_korean_and_chinese(open_map: Opener) -> None:
    opened = open_map()
    for code in ("ko", "zh"):
        opened.page.locator(f"[data-language={code}]").click()
        assert opened.run("document.querySelector('.leaflet-over-pane canvas').lang") == code
        assert opened.run("document.documentElement.lang") == code
    assert opened.run("borderatlas.basemap.rivers.every((river) => river.name_ko && river.name_zh)")


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name not in {"long", "null", "prototype"}])
def test_names_and_credits_of_layers_are_words_too(open_map: Opener, name: str) -> None:
    payload = PAYLOADS[name]
    tiles = xyzservices.TileProvider(name="x", url="https://tiles.example/{z}/{x}/{y}.png", attribution=payload)
    m = render_map(sample_incidents(1), tiles=tiles)
    try:
        folium.FeatureGroup(name=payload).add_to(m)
        folium.LayerControl(collapsed=False).add_to(m)
        opened = open_map(m)
    except (RenderError, UnicodeEncodeError) as refusal:
        assert "script" in str(refusal) or "surrogates" in str(refusal)
        return
    shown = opened.run(
        "[...document.querySelectorAll('.leaflet-control-layers-overlays label')].map((l) => l.textContent.trim())"
    )
    assert [" ".join(label.split()) for label in shown] == [" ".join(payload.split())]
    credit = opened.run("document.getElementById('credit').textContent")
    assert " ".join(without_bidi(payload).split()) in " ".join(credit.split())
    assert opened.run("window.hits") == 0
    assert opened.violations == []


def without_bidi(payload: str) -> str:
    return re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", payload)


def test_tiles_are_asked_of_their_host_alone(open_map: Opener) -> None:
    opened = open_map(render_map(sample_incidents(2), tiles="OpenStreetMap.Mapnik"))
    opened.page.wait_for_timeout(300)
    hosts = {url.split("/")[2] for url in opened.requests if url.startswith("http")}
    assert hosts == {"tile.openstreetmap.org"}
    assert opened.violations == []
    assert "OpenStreetMap contributors" in opened.page.inner_text("#credit")


def test_folium_layers_work_beside_the_pages_own(open_map: Opener) -> None:
    m = render_map(sample_incidents(2), bounds=(124.0, 39.6, 130.9, 43.1))
    group = folium.FeatureGroup(name="mine").add_to(m)
    folium.Marker([41.0, 126.0], popup="a marker").add_to(group)
    folium.CircleMarker([41.5, 127.0], radius=9, fill=True, popup=folium.Popup("a circle"), tooltip="hover").add_to(
        group
    )
    folium.GeoJson({"type": "Point", "coordinates": [128, 42]}, name="geo").add_to(m)
    folium.LayerControl().add_to(m)
    opened = open_map(m)
    assert opened.page.locator(".leaflet-marker-icon").count() == 2
    assert opened.run("[...document.images].every((image) => image.naturalWidth > 0)")
    opened.page.locator("path.leaflet-interactive").click()
    assert opened.page.locator(".leaflet-popup-content").inner_text() == "a circle"
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_is_shown_as_given_and_does_nothing(open_map: Opener, name: str) -> None:
    payload = PAYLOADS[name]
    opened = open_map(render_map(saying(payload, FIELDS).iloc[[1]], title=payload))
    click_symbol(opened, 0)
    for selector in ("h1 bdi", ".leaflet-popup h3 bdi", ".leaflet-popup blockquote", "#panel label bdi"):
        assert opened.page.locator(selector).first.evaluate("(element) => element.textContent") == payload
    assert payload in opened.page.locator(".leaflet-popup dl").evaluate("(element) => element.textContent")
    opened.page.wait_for_timeout(30)
    assert opened.run("window.hits") == 0
    assert (
        opened.run(
            "[...document.querySelectorAll('#panel img, #panel svg, #panel iframe, .leaflet-popup img, .leaflet-popup iframe')].length"
        )
        == 0
    )
    assert opened.errors == []
    assert opened.violations == []
    if name in BAD_LINKS:
        assert opened.page.locator(".leaflet-popup dl a").count() == 0


def test_text_with_bidi_controls_is_isolated(open_map: Opener) -> None:
    incidents = sample_incidents(2).assign(title=PAYLOADS["bidi"])
    opened = open_map(render_map(incidents.iloc[[1]], title=PAYLOADS["bidi"]))
    click_symbol(opened, 0)
    isolation: Any = opened.run("getComputedStyle(document.querySelector('.leaflet-popup h3 bdi')).unicodeBidi")
    assert isolation == "isolate"
    assert opened.page.title() == "safe gnp.exe isolate"


def test_panel_folds_and_the_map_takes_its_room(open_map: Opener) -> None:
    opened = open_map()
    before = opened.run("borderatlas.map.getSize().x")
    opened.page.click("#toggle")
    opened.wait(f"() => borderatlas.map.getSize().x > {before} + 150")
    assert opened.page.get_attribute("#toggle", "aria-expanded") == "false"


def test_printed_page_is_light_and_has_no_buttons(open_map: Opener) -> None:
    opened = open_map(color_scheme="dark")
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert colour(opened, "base", style.LIGHT["land"]) > 1000
    assert not opened.page.locator("#toggle").is_visible()
    assert opened.page.locator("#credit").is_visible()
    assert opened.run("getComputedStyle(document.body).color") == "rgb(35, 38, 43)"
