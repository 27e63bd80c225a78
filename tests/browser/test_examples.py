"""The example reports on the page: all there, in three languages, each with its evidence a click away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import borderatlas as ba

if TYPE_CHECKING:
    from conftest import Opened, Opener
    from geopandas import GeoDataFrame

ROOT = Path(__file__).parents[2]
MOST_BYTES = 1_500_000
RECORDS = "() => borderatlas.store.records(borderatlas.shown())"


@pytest.fixture(scope="module")
def incidents() -> GeoDataFrame:
    return ba.draft_incidents(ba.read_reports(ROOT / "data" / "reports"))


@pytest.fixture
def opened(open_map: Opener, incidents: GeoDataFrame) -> Opened:
    return open_map(ba.render_map(incidents))


def test_every_report_has_its_incidents_on_the_page(opened: Opened, incidents: GeoDataFrame) -> None:
    reports = {path.stem for path in (ROOT / "data" / "reports").glob("*.md")} - {"README"}
    shown = opened.run(RECORDS)
    assert {i["report"] for i in shown} == reports
    assert len(shown) == len(incidents)
    located = [i for i in shown if i["located"]]
    assert {i["language"] for i in located} == {"en", "ko", "zh"}
    assert {i["id"] for i in located} == set(incidents.loc[incidents.precision != "unlocated", "id"])
    assert len(located) > 0.95 * len(shown)
    opened.page.locator("#section-unlocated summary").first.click()
    opened.page.wait_for_selector("#section-unlocated .card")
    listed = opened.page.locator("#section-unlocated").text_content() or ""
    assert all(i["title"] in listed for i in shown if not i["located"])


def test_nothing_is_asked_for_and_nothing_complains(opened: Opened) -> None:
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert opened.errors == []
    assert opened.violations == []


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_a_popup_shows_quote_publisher_and_link(opened: Opened, language: str) -> None:
    rows = opened.run(RECORDS)
    row = next(i for i, incident in enumerate(rows) if incident["language"] == language and incident["located"])
    opened.run(f"window.borderatlas.open({row})")
    popup = opened.page.locator(".leaflet-popup")
    popup.locator("blockquote").wait_for()
    text = popup.inner_text()
    assert rows[row]["quote"] in text
    assert rows[row]["publisher"] in text
    assert popup.locator("a[href^='http']").first.get_attribute("rel") == "noopener noreferrer nofollow"


def test_no_source_is_drawn(incidents: GeoDataFrame) -> None:
    placed = ba.geocode(ba.read_reports(ROOT / "data" / "reports"))
    told = set(zip(placed[placed.role != "source"].report, placed[placed.role != "source"].place_id, strict=True))
    drawn = incidents[incidents.place_id.notna()]
    assert set(zip(drawn.report, drawn.place_id, strict=True)) <= told


def test_the_committed_page_opens(browser: object, open_map: Opener) -> None:
    page_file = ROOT / "maps" / "example.html"
    assert page_file.stat().st_size < MOST_BYTES
    opened = open_map()
    opened.page.goto(page_file.as_uri())
    opened.page.wait_for_selector("#timeline")
    assert opened.run("borderatlas.store.size") > 100
    assert opened.errors == []
