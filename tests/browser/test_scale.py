"""The page at 0, 1, 60, 10,000 and 100,000 incidents, and with what usually gets lost: all there, in time, in budget."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hostile import MEGABYTE
from patience import until
from render_sample import sample_incidents, saying
from shapely.geometry import Point, Polygon

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

TYPES = ("crossing", "arrest", "shooting", "smuggling", "repatriation", "flood", "construction", "exercise")
DRAWN = "borderatlas.stacks().reduce((sum, stack) => sum + stack.count, 0)"
WORST_FRAME = """async () => { let last = performance.now(); let worst = 0; let on = true;
    const frame = () => { const now = performance.now(); worst = Math.max(worst, now - last); last = now; if (on) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    for (let i = 0; i < 12; i += 1) { borderatlas.map.panBy([30, 12], { animate: false }); await new Promise((done) => setTimeout(done, 30)); }
    on = false; return worst; }"""
POPUP = """async (row) => { const start = performance.now(); borderatlas.open(row);
    while (!document.querySelector('.leaflet-popup blockquote')) await new Promise((done) => setTimeout(done, 1));
    const taken = performance.now() - start; borderatlas.atlas.popups.close(); await new Promise((done) => setTimeout(done, 80)); return taken; }"""


def many(number: int) -> gpd.GeoDataFrame:
    """Make incidents all over the border with a title and 200 characters of word-like quote each."""
    draw = np.random.default_rng(7)
    parts = ["ka", "mu", "san", "dan", "jil", "hye", "rok", "tum", "en", "chang", "po", "ri", "gun", "do", "min", "ji"]
    vocabulary = np.array(["".join(draw.choice(parts, draw.integers(1, 5))) for _ in range(4000)])
    weight = 1 / np.arange(1, 4001) ** 0.9
    words = vocabulary[draw.choice(4000, (number, 40), p=weight / weight.sum())]
    days = np.datetime64("2001-01-01") + np.sort(draw.integers(0, 9000, number))
    points = gpd.points_from_xy(draw.uniform(124, 131, number).round(5), draw.uniform(40, 43, number).round(5))
    return gpd.GeoDataFrame(
        {
            "date_start": days.astype(str), "event_type": draw.choice(TYPES, number),
            "title": [f"Incident {i}: {row[0]}" for i, row in enumerate(words)],
            "quote": [" ".join(row)[:200].ljust(200, ".") for row in words],
        },
        geometry=points, crs="EPSG:4326",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "budget_mb"),
    [(0, 0.35), (1, 0.36), (60, 0.4), (10_000, 1.2), pytest.param(100_000, 10, marks=pytest.mark.slow)],
)
def test_page_of_any_size_is_quiet_small_and_whole(
    open_map: Opener, tmp_path: Any, number: int, budget_mb: float
) -> None:
    table = many(number) if number != 60 else sample_incidents(60)
    opened = open_map(render_map(table))
    size = (tmp_path / "atlas.html").stat().st_size
    assert size <= budget_mb * 1e6, f"{size:,} bytes"
    assert opened.run("borderatlas.selection.count") == number
    west, south, east, north = 123.0, 39.0, 132.0, 44.0
    opened.run("(b) => borderatlas.map.fitBounds(b, { animate: false })", [[south, west], [north, east]])
    opened.run("() => borderatlas.atlas.redrawNow()")
    located = number if number != 60 else 60 - (table["precision"] == "unlocated").sum()
    assert opened.run(DRAWN) == located
    if number:
        opened.run(POPUP, number // 2)
    assert [url.split(":")[0] for url in opened.requests] == ["file"]
    assert opened.errors == []
    assert opened.violations == []


@pytest.mark.slow
def test_timed_hundred_thousand_stay_fluent(open_map: Opener) -> None:
    opened = open_map(render_map(many(100_000)))
    opened.page.wait_for_timeout(500)
    session = opened.page.context.new_cdp_session(opened.page)
    session.send("Performance.enable")
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    assert metrics["JSHeapUsedSize"] / 1e6 <= 40
    opened.run(WORST_FRAME)
    assert min(opened.run(WORST_FRAME) for _ in range(4)) <= 50
    popups = [opened.run(POPUP, row) for row in (50, 30_000, 61_234, 99_999)]
    assert min(popups[1:]) <= 100, popups


OF_COUNT = """([least, most]) => { const { x: wide, y: high } = borderatlas.map.getSize(); const box = borderatlas.map.getContainer().getBoundingClientRect();
    const inside = ({ x, y }) => x > 80 && y > 80 && x < wide - 80 && y < high - 80;
    const one = borderatlas.stacks().find((stack) => inside(stack) && stack.count >= least && stack.count <= most);
    return { x: box.left + one.x, y: box.top + one.y }; }"""
MEASURED = "performance.getEntriesByName('borderatlas popup').map(({ duration }) => duration)"


@pytest.mark.slow
@pytest.mark.parametrize("between", [(1, 1), (8, 30)], ids=["one", "several"])
def test_first_popup_comes_at_once(open_map: Opener, between: tuple[int, int]) -> None:
    """From the first click ever on a page of 100,000, its texts still packed, by the page's own clock; the best of three."""
    taken = []
    for _ in range(3):
        opened = open_map(render_map(many(100_000)))
        opened.run(
            "(zoom) => borderatlas.map.setView([41.5, 127.5], zoom, { animate: false })", 13 if between[1] == 1 else 11
        )
        opened.page.wait_for_timeout(400)
        at = opened.run(OF_COUNT, between)
        opened.page.mouse.click(at["x"], at["y"])
        opened.page.wait_for_selector(".leaflet-popup blockquote, .leaflet-popup summary")
        taken += opened.run(MEASURED)
        if taken[-1] <= 100:
            break
    assert min(taken) <= 100, taken


def test_popup_of_many_shows_the_first_and_then_all_of_fifty(open_map: Opener) -> None:
    table = pd.concat([sample_incidents(2).iloc[[1]]] * 120, ignore_index=True)
    opened = open_map(render_map(table))
    opened.run("borderatlas.atlas.openStacks(borderatlas.atlas.stacks, null)")
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 50)
    box = opened.page.locator(".leaflet-popup").bounding_box()
    assert box is not None
    assert box["height"] < 560, "the popup is measured again when the rest is there"
    opened.page.get_by_role("button", name="70 more").click()
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 100)
    opened.page.get_by_role("button", name="20 more").click()
    until(opened, "document.querySelectorAll('.leaflet-popup summary').length", 120)


def test_only_the_last_popup_asked_for_comes(open_map: Opener) -> None:
    opened = open_map(render_map(many(3000)))
    opened.run("() => { borderatlas.open(5); borderatlas.open(2500); }")
    opened.page.wait_for_selector(".leaflet-popup blockquote")
    opened.page.wait_for_timeout(150)
    assert opened.page.inner_text(".leaflet-popup h3").startswith("Incident 2500:")
    opened.run("() => { borderatlas.open(7); borderatlas.atlas.popups.close(); }")
    opened.page.wait_for_timeout(350)  # an open one fades away; the other would have come by then
    assert opened.page.locator(".leaflet-popup").count() == 0
    assert opened.errors == []


def test_five_thousand_at_one_point_are_one_symbol_and_all_listed(open_map: Opener) -> None:
    table = pd.concat([sample_incidents(2).iloc[[1]]] * 5000, ignore_index=True)
    opened = open_map(render_map(table))
    (stack,) = opened.run("borderatlas.stacks()")
    assert stack["count"] == 5000
    assert sorted(stack["rows"]) == list(range(5000))
    box = opened.page.locator(".folium-map").bounding_box()
    assert box is not None
    opened.page.mouse.click(box["x"] + stack["x"], box["y"] + stack["y"])
    opened.page.wait_for_selector(".leaflet-popup summary")
    assert "5,000" in opened.page.inner_text(".leaflet-popup .number").replace("5000", "5,000")
    cards = opened.page.locator(".leaflet-popup summary").count()
    assert 5 <= cards < 500, "paged"


def test_what_lies_elsewhere_is_drawn_and_what_lies_nowhere_listed(open_map: Opener) -> None:
    table = pd.DataFrame({
        "title": ["null island", "antimeridian", "the other side", "pole", "no place", "half a place", "unlocated"],
        "latitude": [0.0, 41.0, 41.0, 89.0, None, 41.0, 41.0], "longitude": [0.0, 180.0, -180.0, 127.0, None, None, 127.0],
        "precision": [None, None, None, None, None, None, "unlocated"],
        "date_start": ["2019-01-01", None, "", "no date", float("nan"), "2019-13-45", "2019"],
    })  # fmt: skip
    opened = open_map(render_map(table))
    assert opened.run("borderatlas.selection.count") == 7
    drawn = []
    for lat, lon in ((0, 0), (41, 180), (41, -180), (85, 127)):
        opened.run("(at) => borderatlas.map.setView(at, 5, { animate: false })", [lat, lon])
        opened.run("() => borderatlas.atlas.redrawNow()")
        drawn += opened.run("borderatlas.stacks().flatMap((stack) => stack.rows)")
    assert set(drawn) == {0, 1, 2, 3}
    assert opened.run("[...borderatlas.store.located]") == [1, 1, 1, 1, 0, 0, 0]
    opened.page.get_by_text("Without a place on the map (3)").click()
    until(opened, "document.querySelectorAll('.list .card').length", 3)
    assert opened.page.inner_text("#number") == "7 of 7 incidents shown"
    assert opened.errors == []


def test_footprint_of_fifty_thousand_vertices_is_drawn_and_said(open_map: Opener) -> None:
    angles = np.linspace(0, 2 * np.pi, 50_000, endpoint=False)
    reach = 0.5 + 0.05 * np.sin(angles * 900)
    area = Polygon(np.column_stack([127 + reach * np.cos(angles), 41 + reach * np.sin(angles)]))
    table = gpd.GeoDataFrame({"title": ["wide"], "precision": ["county"]}, geometry=[area], crs="EPSG:4326")
    opened = open_map(render_map(table))
    assert opened.run("borderatlas.footprints.length") == 1
    opened.wait("document.body.innerText.includes('simplified')")
    opened.run("borderatlas.open(0)")
    opened.wait("/50,?001|50,?000/.test(document.querySelector('.leaflet-popup').textContent)")


def test_timed_many_footprints_stay_fluent_and_each_is_there(open_map: Opener) -> None:
    draw = np.random.default_rng(3)
    areas = [
        Point(x, y).buffer(0.02 + 0.1 * r)
        for x, y, r in zip(*draw.uniform((124, 40, 0), (131, 43, 1), (3000, 3)).T, strict=True)
    ]
    table = gpd.GeoDataFrame({"precision": ["county"] * 3000}, geometry=areas, crs="EPSG:4326")
    opened = open_map(render_map(table))
    assert opened.run("borderatlas.footprints.length") == 3000
    times = opened.run(
        """() => [1, 2, 3, 4].map(() => { const start = performance.now(); borderatlas.atlas.over.redraw(); return performance.now() - start; })"""
    )
    assert statistics.median(times) < 120


def test_texts_of_a_megabyte_do_nothing_and_are_shown(open_map: Opener) -> None:
    opened = open_map(
        render_map(
            saying(MEGABYTE, ("title", "quote", "place_name", "publisher", "source_url", "event_type")).iloc[[1]],
            title=MEGABYTE,
        )
    )
    opened.run("borderatlas.open(0)")
    opened.page.wait_for_selector(".leaflet-popup blockquote")
    assert opened.run("document.querySelector('.leaflet-popup blockquote').textContent") == MEGABYTE
    assert opened.run("window.hits") == 0
    assert opened.violations == []
    assert opened.errors == []


def test_a_reader_is_told_when_the_browser_is_too_old(browser: Any, tmp_path: Any) -> None:
    render_map(sample_incidents(3)).save(tmp_path / "page.html")
    render_map(sample_incidents(3), compat=True).save(tmp_path / "compat.html")
    context = browser.new_context(offline=True)
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector("#sheet .failed")
    assert "--compat" in page.inner_text("#sheet .failed")
    page.goto((tmp_path / "compat.html").as_uri())
    page.wait_for_selector("#timeline")
    assert page.inner_text("#number") == "3 of 3 incidents shown"
    context.close()


def selected(opened: Opened) -> list[int]:
    return list(opened.run("[...borderatlas.selection.rows()]"))


def test_selection_combines_filters_and_tells_once_a_frame(open_map: Opener) -> None:
    opened = open_map(render_map(many(2000)))
    told = opened.run("""async () => { const { selection, store } = borderatlas; let told = 0; selection.onChange(() => { told += 1; });
        selection.setFilter('even', (row) => row % 2 === 0); selection.setFilter('low', (row) => row < 100);
        selection.setFilterMask('mask', Uint8Array.from({ length: store.size }, (_, row) => row > 10 ? 1 : 0));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); return told; }""")
    assert told == 1
    assert selected(opened) == list(range(12, 100, 2))
    assert opened.run("[...borderatlas.selection.without('even')].reduce((a, b) => a + b)") == len(range(11, 100))
    opened.run("['even', 'low', 'mask'].forEach((name) => borderatlas.selection.setFilter(name, null))")
    assert len(selected(opened)) == 2000
    assert opened.run("(async () => { const got = []; await borderatlas.store.eachChunk((first, records) => { got.push([first, records.length]); }); return got; })()") == [
        [0, 1000], [1000, 1000],
    ]  # fmt: skip
