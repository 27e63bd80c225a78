"""Pages of groups: every number on them is a number of incidents, and equals the table's."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from many_incidents import TYPES, many_incidents
from patience import settle, until

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

DRAWN = """() => { borderatlas.map.fitWorld({ animate: false }); borderatlas.atlas.redrawNow();
    return borderatlas.stacks().reduce((sum, stack) => sum + stack.count, 0); }"""
LEGEND = """(kind) => Object.fromEntries([...document.querySelectorAll(`#section-${kind} input`)].map((box) =>
    [Object.values(box.dataset)[0], Number(box.closest('label').querySelector('.count').textContent.replaceAll(',', ''))]))"""


def shown(opened: Opened) -> int:
    return int(opened.page.inner_text("#number").split(" ")[0].replace(",", ""))


def check_counts(opened: Opened, table: pd.DataFrame) -> None:
    """Compare the legend, the map, the histogram and what filters leave with pandas' own counts."""
    number = len(table)
    assert opened.page.inner_text("#number") == f"{number:,} of {number:,} incidents shown"
    assert opened.run(LEGEND, "event_type") == table["event_type"].value_counts().to_dict()
    by_precision = table["precision"].replace("settlement", "cell").value_counts().to_dict()
    assert {k: n for k, n in opened.run(LEGEND, "precision").items() if n} == by_precision
    assert opened.run(DRAWN) == table["latitude"].notna().sum()
    undated = int(table["date_start"].isna().sum())
    assert f"({undated:,})" in opened.page.inner_text(".undated")
    assert opened.run("borderatlas.atlas.panels.timeline.numbers.reduce((a, b) => a + b)") == number - undated
    assert f"({int(table['latitude'].isna().sum()):,})" in opened.page.inner_text("#section-unlocated summary")
    opened.run("() => { location.hash = 'event_type=flood&from=2015-01-01&to=2015-12-31&undated=0'; }")
    wanted = int(
        (table["event_type"].eq("flood") & table["date_start"].str.startswith("2015").fillna(value=False)).sum()
    )
    until(opened, "borderatlas.selection.count", wanted)
    settle(opened)
    assert shown(opened) == wanted


def test_groups_count_as_many_as_they_stand_for(open_map: Opener) -> None:
    table = many_incidents(6000, towns=60)
    opened = open_map(render_map(table, aggregate=5))
    check_counts(opened, table)
    assert opened.errors == []
    assert opened.violations == []
    assert [url.split(":")[0] for url in opened.requests] == ["file"]


def test_the_page_says_that_it_shows_groups(open_map: Opener) -> None:
    opened = open_map(render_map(many_incidents(3000, towns=20), aggregate=6))
    note = opened.page.inner_text("#grouped")
    assert "3,000" in note
    assert "resolution 6" in note
    assert "about 6 km" in note
    assert opened.page.locator("#search").count() == 0
    row = opened.run("borderatlas.store.weight.indexOf(Math.max(...borderatlas.store.weight))")
    opened.run("(row) => borderatlas.open(row)", row)
    opened.page.wait_for_selector(".leaflet-popup dl")
    said = opened.page.inner_text(".leaflet-popup")
    number = opened.run("(row) => borderatlas.store.weight[row]", row)
    assert f"{number:,}" in said
    assert "somewhere in the cell marked, about 6 km across, each known to within about 4 km" in said
    assert "Publishers\n2" in said
    assert "made-up" not in said
    opened.run("borderatlas.setLanguage('ko')")
    assert "H3" in opened.page.inner_text("#grouped")
    assert "묶음" in opened.page.inner_text("#grouped")
    assert opened.errors == []


OUTLINED_CIRCLES = """() => { const shape = CanvasRenderingContext2D.prototype; const { arc, beginPath, stroke } = shape; let wide = 0; let found = 0;
    shape.beginPath = function () { wide = 0; return beginPath.call(this); };
    shape.arc = function (x, y, radius, ...rest) { if (radius > 25) wide += 1; return arc.call(this, x, y, radius, ...rest); };
    shape.stroke = function (...rest) { found += wide; return stroke.apply(this, rest); };
    borderatlas.atlas.redrawNow(); Object.assign(shape, { arc, beginPath, stroke }); return found; }"""


def test_circles_of_groups_are_no_figures_beside_their_cells(open_map: Opener) -> None:
    """Of provinces that no layer has, only a circle is known: a tint, and outlined when its group is chosen."""
    table = many_incidents(3000, towns=20).assign(place_id="", admin1="Nowhere")
    opened = open_map(render_map(table, aggregate=5))
    ringed = opened.run("[...Array(borderatlas.store.size).keys()].filter((row) => borderatlas.store.ringed(row))")
    assert ringed
    assert opened.run(OUTLINED_CIRCLES) == 0
    opened.run("(row) => borderatlas.open(row)", ringed[0])
    opened.page.wait_for_selector(".leaflet-popup dl")
    opened.run("() => borderatlas.map.setZoom(9, { animate: false })")
    assert opened.run(OUTLINED_CIRCLES) == 1


def saved(opened: Opened, kind: str) -> str:
    opened.page.click("#downloads summary")
    with opened.page.expect_download() as found:
        opened.page.click(f"[data-download={kind}]")
    path: Path = found.value.path()
    return path.read_text(encoding="utf-8-sig")


def test_downloads_and_table_say_the_number_of_each_group(open_map: Opener) -> None:
    table = many_incidents(2000, towns=20)
    opened = open_map(render_map(table, aggregate=5))
    rows = list(csv.DictReader(io.StringIO(saved(opened, "download_csv"))))
    assert sum(int(row["incidents"]) for row in rows) == 2000
    assert {row["date_start"][8:] for row in rows} == {"01", ""}
    features: list[dict[str, Any]] = json.loads(saved(opened, "download_geojson"))["features"]
    assert sum(f["properties"]["incidents"] for f in features) == 2000
    cells = [f for f in features if f["properties"]["precision"] == "cell"]
    assert {f["geometry"]["type"] for f in cells} == {"Polygon"}, "never a point"
    assert all(len(f["properties"]["h3_cell"]) == 15 for f in cells)
    opened.page.click("[data-drawer=table]")
    opened.page.click("[data-sort=incidents]")
    until(
        opened,
        "Number(document.querySelector('tbody td.incidents').textContent)",
        max(int(row["incidents"]) for row in rows),
    )


@pytest.mark.slow
def test_timed_three_hundred_thousand_are_grouped_by_themselves_and_fluent(open_map: Opener, tmp_path: Path) -> None:
    table = many_incidents(300_000)
    opened = open_map(render_map(table))
    assert (tmp_path / "atlas.html").stat().st_size < 15e6
    assert set(opened.run(LEGEND, "event_type")) == set(TYPES)
    worst = opened.run("""async () => { let worst = 0; for (let i = 0; i < 6; i += 1) { const start = performance.now();
        borderatlas.map.panBy([30, 12], { animate: false }); borderatlas.atlas.over.updateNow(); worst = Math.max(worst, performance.now() - start);
        await new Promise((done) => setTimeout(done, 30)); } return worst; }""")
    assert worst < 200
    check_counts(opened, table)
    assert opened.errors == []
