"""Hostile texts by way of files: written as CSV, GeoJSON, GeoPackage and Excel, drawn by the command, opened in a browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from conftest import COMPLAINTS
from hostile import MARKS_PYTHON, PAYLOADS
from shapely.geometry import Point

from borderatlas.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SAYS = (
    "title",
    "quote",
    "publisher",
    "place_name",
    "remarks",
    "event_type",
    "admin1",
    "name_verbatim",
    "source_url",
    "desk",
)

XML_LACKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a workbook cannot hold."""


def can_hold(kind: str, text: str) -> bool:
    """Tell whether a kind of file has a form for a text; what none has cannot come out of one."""
    if "\x00" in text or re.search("[\ud800-\udfff]", text):
        return False
    return kind != "xlsx" or (not XML_LACKS.search(text) and "\r" not in text and "_x" not in text)


def table_of(kind: str) -> gpd.GeoDataFrame:
    texts = {name: text for name, text in PAYLOADS.items() if can_hold(kind, text)}
    rows: list[dict[str, Any]] = [
        {
            "id": f"row-{i}",
            "report": name,
            "date_start": "2019-03-05",
            "precision": "exact",
            **dict.fromkeys(SAYS, text),
        }
        for i, (name, text) in enumerate(texts.items())
    ]
    points = [Point(124.2 + i * 0.06, 40.2 + (i % 9) * 0.3) for i in range(len(rows))]
    return gpd.GeoDataFrame(rows, geometry=points, crs="EPSG:4326")


def write(table: gpd.GeoDataFrame, path: Path) -> None:
    plain = table.drop(columns="geometry").assign(longitude=table.geometry.x, latitude=table.geometry.y)
    if path.suffix == ".csv":
        plain.to_csv(path, index=False, lineterminator="\n")
    elif path.suffix == ".xlsx":
        plain.to_excel(path, index=False)
    elif path.suffix == ".geojson":
        path.write_text(json.dumps(json.loads(table.to_json()), ensure_ascii=False), encoding="utf-8")
    else:
        table.to_file(path, driver="GPKG")


def plain(text: str | None) -> str:
    """Give a text without what readers of tables trim: blanks about it, and kinds of line ends."""
    return re.sub(r"\s+", " ", text or "").strip()


READ = """async () => { const found = []; await borderatlas.store.eachChunk((first, records) => { found.push(...records.map(({ row, id, report, title, quote, publisher, place_name, remarks }) =>
    ({ row, id, report, title, quote, publisher, place_name, remarks }))); return true; }); return found; }"""


@pytest.mark.parametrize("kind", ["csv", "geojson", "gpkg", "xlsx"])
def test_texts_from_a_file_are_shown_as_they_are_and_do_nothing(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    table = table_of(kind)
    assert len(table) > 60
    assert MARKS_PYTHON in {*table["title"]}
    write(table, tmp_path / f"table.{kind}")
    with pytest.raises(SystemExit) as ended:
        main(["render", f"table.{kind}", "-o", "page.html", "--title", PAYLOADS["jinja_python"]])
    assert ended.value.code in {0, None}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", f"table.{kind}"]
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
    context.add_init_script(COMPLAINTS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector("#timeline")
    records = {record["report"]: record for record in page.evaluate(READ)}
    assert {*records} == {*table["report"]}
    for row in table.to_dict("records"):
        for column in ("title", "quote", "publisher", "place_name", "remarks"):
            assert plain(records[row["report"]][column]) == plain(row[column]), (row["report"], column)
    for name in ("close_script", "img_onerror", "escapes_spelt_out", "placeholders", "shadow_root"):
        page.evaluate("(row) => borderatlas.open(row)", records[name]["row"])
        page.wait_for_timeout(400)
        assert plain(page.locator(".leaflet-popup blockquote").last.text_content()) == plain(PAYLOADS[name])
    page.click("[data-drawer=table]")
    page.wait_for_selector("#drawer tbody tr")
    page.evaluate("() => { for (const one of document.querySelectorAll('.section')) one.open = true; }")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hits") == 0
    assert page.evaluate("window.violations") == []
    assert errors == []
    assert (
        page.evaluate(
            "document.querySelectorAll('#atlas img, #atlas iframe, #atlas object, #atlas embed, #atlas form:not(.search)').length"
        )
        == 0
    )
    context.close()
