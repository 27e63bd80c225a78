"""Table, river profile, popup, languages, colours, printing: what stands beside the map, and how it is linked with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from patience import settle, until, visit
from render_sample import sample_incidents

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

OVERLAPS = """() => {
    const parts = [...document.querySelectorAll('#panel, #credit, #timeline, #drawer, .leaflet-control-zoom, .leaflet-control-scale, .leaflet-control-attribution, .empty')];
    const boxes = parts.map((part) => [part.id || part.className, part.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
    const found = [];
    for (const [a, p] of boxes) for (const [b, q] of boxes)
        if (a < b && p.left < q.right - 0.5 && q.left < p.right - 0.5 && p.top < q.bottom - 0.5 && q.top < p.bottom - 0.5) found.push(`${a} over ${b}`);
    return found;
}"""


def riverside(number: int = 40) -> pd.DataFrame:
    """Make incidents along both rivers, every fourth without a kilometre, every fifth a reach."""
    base = sample_incidents(number).drop(columns="geometry")
    km = np.linspace(5, 500, number).round(1)
    rivers = np.where(np.arange(number) % 2, "tumen", "yalu").astype(object)
    none = np.arange(number) % 4 == 3
    ends = km + np.where(np.arange(number) % 5 == 0, 20.0, 0.0)
    return base.assign(
        latitude=41.0, longitude=np.linspace(124.5, 130.5, number), precision="settlement", uncertainty_m=4000.0, place_name="somewhere",
        river=np.where(none, None, rivers), river_km_from=np.where(none, np.nan, km), river_km_to=np.where(none, np.nan, ends), bank="KP",
    )  # fmt: skip


def table_titles(opened: Opened) -> list[str]:
    return opened.page.locator("#drawer tbody th").all_inner_texts()


def open_table(opened: Opened, rows: int) -> None:
    opened.page.locator("[data-drawer=table]").click()
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", rows)


def test_table_is_a_table_of_what_is_shown(open_map: Opener) -> None:
    opened = open_map()
    open_table(opened, 24)
    table = opened.page.locator("#drawer table")
    assert "24 of 24 incidents shown" in table.locator("caption").inner_text()
    assert table.locator("thead th[scope=col]").count() == 7
    assert table.locator("tbody th[scope=row]").count() == 24
    opened.page.locator("input[data-type=smuggling]").uncheck()
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 21)
    assert "Made-up incident 1" not in table_titles(opened)


@pytest.mark.parametrize(
    ("key", "column"), [("title", "title"), ("place", "place_name"), ("publisher", "publisher"), ("type", "event_type")]
)
def test_table_sorts_by_text(open_map: Opener, key: str, column: str) -> None:
    table = sample_incidents(30)
    table["publisher"] = [f"Paper {n % 7}" for n in range(30)]
    table["title"] = [f"Title {n * 7 % 30:02d}" for n in range(30)]
    opened = open_map(render_map(table))
    open_table(opened, 30)
    for way in ("ascending", "descending"):
        opened.page.locator(f"[data-sort={key}]").click()
        filled = table[table[column].notna()].sort_values(
            column, ascending=way == "ascending", kind="stable", key=lambda texts: texts.str.casefold()
        )
        ordered = pd.concat([filled, table[table[column].isna()]])
        until(
            opened,
            "[...document.querySelectorAll('#drawer tbody tr')].map((line) => Number(line.dataset.row))",
            _like(opened, ordered, column, key),
        )
        assert opened.page.locator(f"th:has([data-sort={key}])").get_attribute("aria-sort") == way
        assert opened.page.locator("th[aria-sort]").count() == 1


def _like(opened: Opened, ordered: pd.DataFrame, column: str, key: str) -> list[int]:
    """Give row numbers in order; types are ordered by the labels that people read, whose order the page is asked for."""
    if key != "type":
        return ordered.index.tolist()
    down = bool(opened.run("document.querySelector('th[aria-sort]').getAttribute('aria-sort') === 'descending'"))
    labels = opened.run(
        "Object.fromEntries([...document.querySelectorAll('input[data-type]')].map((box) => [box.dataset.type, box.closest('label').querySelector('bdi').textContent]))"
    )
    named = ordered.assign(label=ordered[column].map(labels)).sort_index()
    order = sorted(named["label"].unique(), key=str.casefold, reverse=down)
    return named.assign(rank=named["label"].map(order.index)).sort_values("rank", kind="stable").index.tolist()


def test_table_sorts_by_date_and_leaves_the_undated_last(open_map: Opener) -> None:
    table = sample_incidents(12)
    table.loc[[0, 7], ["date_start", "date_end"]] = None
    opened = open_map(render_map(table))
    open_table(opened, 12)
    dated = table[table["date_start"].notna()]
    rows = "[...document.querySelectorAll('#drawer tbody tr')].map((line) => Number(line.dataset.row))"
    until(opened, rows, [*dated.sort_values("date_start", ascending=False, kind="stable").index, 0, 7])
    opened.page.locator("[data-sort=date]").click()
    until(opened, rows, [*dated.sort_values("date_start", kind="stable").index, 0, 7])


def test_table_pages_through_many_rows(open_map: Opener) -> None:
    table = sample_incidents(24).iloc[np.arange(5000) % 24].reset_index(drop=True)
    table["id"] = [f"row-{n}" for n in range(5000)]
    opened = open_map(render_map(table))
    open_table(opened, 50)
    pager = opened.page.locator(".pager")
    assert "Page 1 of 100" in pager.inner_text()
    assert pager.get_by_role("button", name="Previous page").is_disabled()
    first = opened.run("Number(document.querySelector('#drawer tbody tr').dataset.row)")
    pager.get_by_role("button", name="Next page").click()
    until(opened, "document.querySelector('.pager').textContent.includes('Page 2 of 100')")
    assert opened.run("Number(document.querySelector('#drawer tbody tr').dataset.row)") != first


def test_row_opens_its_popup_and_gets_the_focus_back(open_map: Opener) -> None:
    opened = open_map()
    open_table(opened, 24)
    opened.page.locator("#drawer tbody tr[data-row='1'] button").focus()
    until(opened, "!document.querySelector('.mark').hidden")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector(".leaflet-popup h3")
    assert opened.page.locator(".leaflet-popup h3").inner_text() == "Made-up incident 1"
    assert opened.run("document.activeElement.closest('.leaflet-popup') !== null")
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_selector(".leaflet-popup", state="detached")
    assert opened.run("document.activeElement.closest('tr').dataset.row") == "1"
    assert not opened.page.locator("#drawer").is_hidden()


def test_unlocated_row_opens_too(open_map: Opener) -> None:
    opened = open_map()
    open_table(opened, 24)
    opened.page.locator("#drawer tbody tr[data-row='7'] button").click()
    opened.page.wait_for_selector(".leaflet-popup h3")
    assert "no place could be found" in opened.page.locator(".leaflet-popup").inner_text()


def test_escape_closes_the_drawer_and_returns_to_its_button(open_map: Opener) -> None:
    opened = open_map()
    open_table(opened, 24)
    opened.page.locator("#drawer thead button").first.focus()
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#drawer").is_hidden()
    assert opened.run("document.activeElement.dataset.drawer") == "table"
    assert opened.page.locator("[data-drawer=table]").get_attribute("aria-expanded") == "false"


def test_profile_counts_those_with_and_without_a_kilometre(open_map: Opener) -> None:
    table = riverside()
    opened = open_map(render_map(table))
    for river in ("yalu", "tumen"):
        visit(opened, f"drawer=profile&river={river}")
        until(opened, "!document.getElementById('drawer').hidden")
        on_river = int((table["river"] == river).sum())
        note = opened.page.locator(".profile .note").first.inner_text()
        assert (
            note
            == f"{on_river} of 40 shown incidents have a kilometre on the {river.title()}; {40 - on_river} have none and are not in this profile."
        )
        order = opened.run("borderatlas.atlas.panels.drawer.parts.profile.order")
        middle = table[["river_km_from", "river_km_to"]].mean(axis=1)[table["river"] == river]
        assert order == middle.sort_values(kind="stable").index.tolist()


def test_profile_names_towns_of_both_banks_in_the_order_of_the_river(open_map: Opener) -> None:
    opened = open_map(render_map(riverside()))
    towns = opened.run("borderatlas.basemap.towns")
    found = {
        (name, bank): km
        for name, bank, river, km in zip(towns["name"], towns["bank"], towns["river"], towns["km"], strict=True)
        if river == "yalu"
    }
    assert found[("Hyesan", "KP")] < found[("Manpo", "KP")] < found[("Sinuiju", "KP")]
    assert found[("Changbai", "CN")] < found[("Ji'an", "CN")] < found[("Dandong", "CN")]


def test_brushing_kilometres_filters(open_map: Opener) -> None:
    table = riverside()
    opened = open_map(render_map(table))
    visit(opened, "drawer=profile&river=yalu")
    handle = opened.page.get_by_role("slider", name="First kilometre shown")
    handle.focus()
    for _ in range(20):
        opened.page.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuetext") == "km 200"
    last = opened.page.get_by_role("slider", name="Last kilometre shown")
    last.focus()
    opened.page.keyboard.press("PageDown")
    top = int(last.get_attribute("aria-valuenow"))
    keep = (table["river"] == "yalu") & (table["river_km_to"] >= 200) & (table["river_km_from"] <= top)
    until(opened, "borderatlas.shown()", np.flatnonzero(keep).tolist())
    until(opened, "document.querySelector('.chip bdi').textContent", f"Yalu: km 200 to {top}")
    until(opened, f"location.hash.includes('km=yalu_200_{top}')")
    opened.page.locator(".chip button").click()
    until(opened, "borderatlas.shown().length", 40)
    settle(opened)
    assert handle.get_attribute("aria-valuetext") == "km 0"


def test_profile_by_keyboard_marks_the_map_and_opens(open_map: Opener) -> None:
    table = riverside()
    opened = open_map(render_map(table))
    visit(opened, "drawer=profile&river=tumen")
    plot = opened.page.locator(".plot")
    assert "Tumen" in (plot.get_attribute("aria-label") or "")
    plot.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowRight")
    row = opened.run("borderatlas.atlas.panels.drawer.parts.profile.order[1]")
    until(opened, "document.querySelector('#drawer .status').textContent.length > 0")
    assert opened.page.locator("#drawer .status").inner_text().startswith(f"Made-up incident {row} · 2019-")
    assert not opened.run("document.querySelector('.mark').hidden")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector(".leaflet-popup h3")
    assert opened.page.locator(".leaflet-popup h3").inner_text() == f"Made-up incident {row}"
    opened.page.keyboard.press("Escape")
    until(opened, "document.activeElement.classList.contains('plot')")


def test_profile_and_map_point_at_each_other(open_map: Opener) -> None:
    opened = open_map(render_map(riverside().iloc[[0, 2, 20]]))
    visit(opened, "drawer=profile&river=yalu")
    settle(opened)
    spot = opened.run("""() => { const profile = borderatlas.atlas.panels.drawer.parts.profile; const { x, y } = profile.spot(1);
        const box = profile.plot.getBoundingClientRect(); return [box.left + x, box.top + y]; }""")
    opened.page.mouse.move(*spot)
    until(opened, "borderatlas.atlas.marked", 1)
    assert opened.page.locator(".mark").is_visible()
    symbol = opened.run(
        "() => { const box = borderatlas.map.getContainer().getBoundingClientRect(); const one = borderatlas.stacks().find(({ rows }) => rows.length === 1); return [box.left + one.x, box.top + one.y, one.rows[0]]; }"
    )
    opened.page.mouse.move(symbol[0], symbol[1])
    until(opened, "borderatlas.atlas.panels.drawer.parts.profile.marked", symbol[2])
    opened.page.mouse.click(*spot)
    opened.page.wait_for_selector(".leaflet-popup h3")


def test_popup_says_what_is_known_in_words(open_map: Opener) -> None:
    table = riverside(6)
    table["candidates"] = '[{"name": "Elsewhere", "km": 12}, "another"]'
    table["name_verbatim"] = "Somwhere"
    table["relation"] = None
    opened = open_map(render_map(table))
    opened.run("() => borderatlas.open(0)")
    opened.page.wait_for_selector(".leaflet-popup h3")
    said = opened.page.locator(".leaflet-popup").inner_text()
    for words in ("2019-01-03 to 2019-01-05", "2019-01-03 – 2019-01-05", "in or about the place marked, within about 4 km", "Yalu, km 5 to 25, Korean bank",
                  "the name is known and means one place (exact-name)", "certain", "Elsewhere 12; another", "Somwhere", "by machine, not reviewed", "example.org"):  # fmt: skip
        assert words in said, words


def test_citation_can_be_copied(open_map: Opener) -> None:
    opened = open_map(permissions=["clipboard-read", "clipboard-write"])
    opened.run("() => borderatlas.open(1)")
    opened.page.get_by_role("button", name="Copy citation").click()
    opened.page.get_by_role("button", name="Copied").wait_for()
    assert (
        opened.run("navigator.clipboard.readText()")
        == "A Made-up Paper, “Made-up incident 1”, 2019-12-31, https://example.org/1, [made-up-001]"
    )


def test_popup_of_many_incidents_gives_fifty_at_a_time(open_map: Opener) -> None:
    table = sample_incidents(3).iloc[[1] * 130].reset_index(drop=True)
    opened = open_map(render_map(table))
    opened.run("() => borderatlas.atlas.popups.open(borderatlas.shown(), borderatlas.map.getCenter())")
    until(opened, "document.querySelectorAll('.leaflet-popup .card').length", 50)
    opened.page.get_by_role("button", name="80 more").click()
    until(opened, "document.querySelectorAll('.leaflet-popup .card').length", 100)
    opened.page.get_by_role("button", name="30 more").click()
    until(opened, "document.querySelectorAll('.leaflet-popup .card').length", 130)
    assert opened.page.locator(".leaflet-popup .more").count() == 0


@pytest.mark.parametrize(
    ("code", "heading", "number"),
    [("ko", "접경 지역 사건", "전체 24건 중 24건 표시"), ("zh", "边境事件", "共 24 起事件，显示 24 起")],
)
def test_page_speaks_three_languages(open_map: Opener, code: str, heading: str, number: str) -> None:
    opened = open_map(render_map(sample_incidents()))
    visit(opened, "drawer=table")
    opened.page.locator(f"[data-language={code}]").click()
    assert opened.run("document.documentElement.lang") == code
    assert opened.page.inner_text("h1") == heading
    assert opened.page.inner_text("#number") == number
    leftovers = opened.run("""() => [...document.querySelectorAll('[data-say], [data-say-name], .choice bdi, caption, .note, .range-text')]
        .map((one) => (one.dataset.sayName ? one.getAttribute('aria-label') : one.textContent)).filter((text) => /[A-Za-z]{4,}/.test(text))""")
    kinds = {"A Made-up Paper", "defection", "drugs", "fence", "visit", "flood", "border closure", "GeoJSON"}
    assert [text for text in leftovers if not any(kind in text for kind in kinds)] == []
    opened.page.locator("[data-language=en]").click()
    assert opened.page.inner_text("#number") == "24 of 24 incidents shown"


def test_every_word_is_there_in_three_languages(open_map: Opener) -> None:
    source = (render_map.__globals__["AtlasFigure"].render.__globals__["ASSETS"] / "js" / "speech.js").read_text(
        encoding="utf-8"
    )
    lines = [
        line
        for line in source.splitlines()
        if (line.startswith("  ") and ": ['" in line) or line.startswith("  profile_name")
    ]
    assert len(lines) > 150
    opened = open_map()
    assert opened.errors == []
    for line in lines:
        if line.endswith("],"):
            assert line.count("', '") == 2, line


def test_colours_can_be_chosen_against_the_system(open_map: Opener) -> None:
    opened = open_map(color_scheme="dark")
    dark = opened.run("getComputedStyle(document.body).backgroundColor")
    opened.page.locator("[data-scheme=light]").click()
    light = opened.run("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    opened.page.emulate_media(color_scheme="light")
    opened.page.locator("[data-scheme=dark]").click()
    assert opened.run("getComputedStyle(document.body).backgroundColor") == dark


def test_printed_sheet_names_filters_and_sources(open_map: Opener) -> None:
    opened = open_map()
    visit(opened, "event_type=smuggling&from=2019-01-01&drawer=table")
    until(opened, "borderatlas.shown().length < 24")
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    printed = opened.page.locator("#printed")
    assert printed.is_visible()
    for words in ("of 24 incidents shown", "Type of incident: Smuggling", "Dates: 2019-01-01 to", "A Made-up Paper ("):
        assert words in printed.inner_text()
    for hidden in ("#drawer", "#toggle", ".tools", "#play", "#search"):
        assert not opened.page.locator(hidden).first.is_visible()
    for shown in (".leaflet-control-scale", "#credit", "#section-event_type", "#number"):
        assert opened.page.locator(shown).first.is_visible()


@pytest.mark.parametrize("drawer", ["", "table", "profile"])
@pytest.mark.parametrize(
    ("width", "height"), [(360, 640), (360, 800), (640, 360), (820, 1180), (1200, 800), (1920, 1080)]
)
def test_nothing_overlaps_with_the_drawer_open(open_map: Opener, width: int, height: int, drawer: str) -> None:
    opened = open_map(width=width, height=height)
    visit(opened, f"drawer={drawer}&lang=ko")
    settle(opened)
    assert opened.run(OVERLAPS) == []
    assert opened.run("document.documentElement.scrollWidth") <= width
    assert opened.run("document.documentElement.scrollHeight") <= height
    assert opened.run("borderatlas.map.getSize().y") > 60
    outside = opened.run(
        "[...document.querySelectorAll('#timeline button, #timeline summary')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.textContent)"
    )
    assert outside == []


def test_opening_extent_stays_in_view_until_the_reader_moves(open_map: Opener) -> None:
    opened = open_map()
    all_in = """() => { const bounds = borderatlas.map.getBounds(); const s = borderatlas.store;
        return borderatlas.shown().filter((row) => s.located[row] && !bounds.contains([s.latOf(row), s.lonOf(row)])).length; }"""
    assert opened.run(all_in) == 0
    opened.page.locator("[data-drawer=profile]").click()
    settle(opened)
    until(opened, all_in, 0)
    opened.page.set_viewport_size({"width": 700, "height": 700})
    until(opened, all_in, 0)
    opened.run("() => borderatlas.map.setZoom(11, { animate: false })")
    opened.page.set_viewport_size({"width": 900, "height": 700})
    settle(opened)
    assert opened.run("borderatlas.map.getZoom()") == 11


def test_print_button_names_every_report(open_map: Opener) -> None:
    opened = open_map()
    opened.run("() => { window.print = () => window.dispatchEvent(new Event('beforeprint')); }")
    opened.page.locator("#downloads summary").click()
    opened.page.get_by_role("button", name="Print", exact=True).click()
    until(opened, "document.querySelectorAll('#printed .sources li').length", 24)
    printed = opened.page.locator("#printed .sources").text_content() or ""
    assert "A Made-up Paper, “Made-up incident 23”, 2019-12-31, https://example.org/23, [made-up-023]" in printed


def test_a_page_is_laid_out_for_paper_and_back(open_map: Opener) -> None:
    opened = open_map()
    bounds = "(() => { const b = borderatlas.map.getBounds(); return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]; })()"
    before, size = opened.run(bounds), opened.run("borderatlas.map.getSize().x")
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    on_paper = opened.run(bounds)
    assert abs(opened.run("borderatlas.map.getSize().x") - 215 / 25.4 * 96) < 3, "A4 across, less margins and panel"
    assert on_paper[0] <= before[0]
    assert on_paper[1] <= before[1]
    assert on_paper[2] >= before[2]
    assert on_paper[3] >= before[3]
    shown = """[...document.querySelectorAll('canvas')].filter((canvas) => canvas.width && canvas.checkVisibility())
        .map((canvas) => [canvas.getContext('2d') === null, canvas.width / canvas.clientWidth])"""
    canvases = opened.run(shown)
    assert len(canvases) > 5
    assert all(is_picture for is_picture, _ in canvases), "strokes would come out on white"
    assert min(fine for _, fine in canvases) > 2.5
    opened.run("() => window.dispatchEvent(new Event('afterprint'))")
    assert opened.run("borderatlas.map.getSize().x") == size
    assert opened.run(bounds) == pytest.approx(before, abs=0.05)
    assert not any(is_picture for is_picture, _ in opened.run(shown))
    assert opened.errors == []


def test_a_popup_keeps_to_the_map_when_its_size_changes(open_map: Opener) -> None:
    opened = open_map(width=360, height=740)
    opened.page.click("[data-drawer=table]")
    opened.page.wait_for_timeout(300)
    opened.run("borderatlas.open(0)")
    opened.page.wait_for_selector(".leaflet-popup h3")
    opened.page.click("#close-drawer")
    opened.page.wait_for_timeout(900)
    popup, sheet = (opened.page.locator(name).bounding_box() for name in (".leaflet-popup", "#sheet"))
    assert popup is not None
    assert sheet is not None
    assert popup["x"] >= sheet["x"] - 1
    assert popup["y"] >= sheet["y"] - 1
    assert popup["x"] + popup["width"] <= sheet["x"] + sheet["width"] + 1
    assert popup["height"] > 150, "as high as there is room for now"


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (360, 740)])
def test_a_popup_keeps_to_the_map_when_its_cards_unfold(open_map: Opener, width: int, height: int) -> None:
    opened = open_map(width=width, height=height)
    opened.run("() => borderatlas.atlas.popups.open(borderatlas.shown().slice(0, 3), borderatlas.map.getCenter())")
    opened.page.wait_for_selector(".leaflet-popup summary")
    summaries = opened.page.locator(".leaflet-popup summary")
    for i in range(3):
        summaries.nth(i).press("Enter")
        until(opened, "document.querySelectorAll('.leaflet-popup blockquote').length", i + 1)
        assert opened.run("document.activeElement.tagName") == "SUMMARY"
    opened.page.wait_for_timeout(600)
    popup, sheet = (opened.page.locator(name).bounding_box() for name in (".leaflet-popup", "#sheet"))
    assert popup is not None
    assert sheet is not None
    assert popup["y"] >= sheet["y"] - 1
    assert popup["y"] + popup["height"] <= sheet["y"] + sheet["height"] + 1
    assert opened.run("document.querySelector('.leaflet-popup-content').scrollTop") > 0, (
        "the last one opened is in view"
    )


def test_the_map_fills_the_paper(open_map: Opener) -> None:
    opened = open_map(render_map(sample_incidents(), bounds=(121.9, 38.4, 131.2, 44.1)))
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    filled = opened.run("""() => { const { map } = borderatlas; const size = map.getSize(); const [west, south, east, north] = [121.9, 38.4, 131.2, 44.1];
        const [a, b] = [[north, west], [south, east]].map((at) => map.latLngToContainerPoint(at)); return Math.max((b.x - a.x) / size.x, (b.y - a.y) / size.y); }""")
    opened.run("() => window.dispatchEvent(new Event('afterprint'))")
    assert filled > 0.8
    assert opened.run("borderatlas.map.options.zoomSnap") == 0.25


def test_the_caption_of_a_wide_table_is_whole_on_a_narrow_page(open_map: Opener) -> None:
    opened = open_map(width=360, height=740)
    visit(opened, "drawer=table")
    until(opened, "document.querySelectorAll('#drawer tbody tr').length", 24)
    box = opened.page.locator("caption span").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 360
