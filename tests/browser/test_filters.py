"""What is shown is what the filters say: the page's answer beside that of pandas on the same table."""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import re
import unicodedata
import urllib.parse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
import shapely
from hostile import PAYLOADS
from patience import settle, until, visit
from render_sample import sample_incidents
from shapely.geometry import shape

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opened, Opener

pytestmark = pytest.mark.browser

SHOWN = "borderatlas.shown()"
TYPES = ["arrest", "smuggling", "closure", "disaster", "shooting", "trade", "health", "a & b=c", "~odd", "!", ""]
PRECISIONS = ["exact", "settlement", "county", "province", "unlocated"]
WORDS = ["Guard", "BRIDGE", "다리", "국경", "桥", "STRASSE", "Straße", "Hamgyŏng", "ﬁre", "flood", "１２", "İstanbul"]
DAY_ZERO = dt.date(1970, 1, 1)


def made_up(number: int, seed: int = 4) -> pd.DataFrame:
    """Make a table with every kind of value that a filter meets; `first`, `last` are the days meant, or NaN."""
    draw = np.random.default_rng(seed)
    picked = {
        "event_type": draw.choice(TYPES, number), "precision": draw.choice(PRECISIONS, number),
        "publisher": [f"Paper {n}" if n else None for n in draw.integers(0, 30, number)],
        "certainty": draw.choice(["certain", "less-certain", "uncertain", ""], number),
        "review_status": draw.choice(["machine", "reviewed"], number),
        "title": [" ".join(draw.choice(WORDS, 2)) for _ in range(number)],
        "quote": [" ".join(draw.choice(WORDS, 3)) for _ in range(number)],
        "longitude": draw.uniform(124, 131, number), "latitude": draw.uniform(40, 43, number),
    }  # fmt: skip
    table = pd.DataFrame({"id": [f"made-{i}" for i in range(number)], "place_name": "Nowhere", **picked})
    table.loc[table["precision"] == "unlocated", ["longitude", "latitude"]] = np.nan
    return pd.concat([table, dates(number, draw)], axis=1)


def dates(number: int, draw: np.random.Generator) -> pd.DataFrame:
    starts = [DAY_ZERO + dt.timedelta(days=int(day)) for day in draw.integers(12000, 19000, number)]
    return pd.DataFrame(
        [one_date(kind, start) for kind, start in zip(draw.integers(0, 6, number), starts, strict=True)]
    )


def one_date(kind: int, start: dt.date) -> dict[str, Any]:
    day = (start - DAY_ZERO).days
    end = start + dt.timedelta(days=40)
    month = start.replace(day=1)
    next_month = (month + dt.timedelta(days=32)).replace(day=1)
    return [
        {"date_start": str(start), "date_end": str(start), "first": day, "last": day},
        {"date_start": str(start), "date_end": str(end), "first": day, "last": day + 40},
        {"date_start": None, "date_end": str(end), "first": day + 40, "last": day + 40},
        {"date_start": str(start), "date_end": None, "first": day, "last": day},
        {"date_start": str(month)[:7], "date_end": str(month)[:7], "first": (month - DAY_ZERO).days, "last": (next_month - DAY_ZERO).days - 1},
        {"date_start": None, "date_end": None, "first": np.nan, "last": np.nan},
    ][kind]  # fmt: skip


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", plain))


def by_pandas(table: pd.DataFrame, wanted: dict[str, Any]) -> pd.Series[bool]:
    """Filter as the page says that it does."""
    keep = table["id"].notna()
    for column in ("event_type", "precision", "publisher", "certainty", "review_status"):
        if column in wanted:
            keep &= table[column].fillna("").isin(wanted[column])
    first, last = (-(10**9) if wanted.get("from") is None else wanted["from"]), (wanted.get("to") or 10**9)
    keep &= ((table["last"] >= first) & (table["first"] <= last)) | (table["first"].isna() & wanted["undated"])
    for term in folded(wanted.get("q", "")).split():
        keep &= table["searched"].str.contains(term, regex=False)
    return keep


def address(wanted: dict[str, Any]) -> str:
    """Write a choice as the page's address has it."""
    pairs = []
    for column in ("event_type", "precision", "publisher", "certainty", "review_status"):
        values = wanted.get(column)
        if values is not None:
            pairs += [(column, f"~{v}" if v == "" or v[0] in "~!" else v) for v in values] or [(column, "!")]
    pairs += [(name, str(DAY_ZERO + dt.timedelta(days=wanted[name]))) for name in ("from", "to") if wanted.get(name)]
    pairs += [("q", wanted["q"])] if wanted.get("q") else []
    pairs += [] if wanted["undated"] else [("undated", "0")]
    return urllib.parse.urlencode(pairs)


def some_choice(draw: random.Random, table: pd.DataFrame) -> dict[str, Any]:
    wanted: dict[str, Any] = {"undated": draw.random() < 0.7}
    for column in ("event_type", "precision", "publisher", "certainty", "review_status"):
        values = sorted(table[column].fillna("").unique())
        if draw.random() < 0.4:
            wanted[column] = draw.sample(values, draw.randint(0 if draw.random() < 0.1 else 1, len(values)))
    if draw.random() < 0.6:
        wanted["from"], wanted["to"] = sorted(draw.sample(range(11900, 19200), 2))
    if draw.random() < 0.4:
        wanted["q"] = " ".join(
            draw.sample([*WORDS, "guard", "strasse", "hamgyong", "fire", "12", "absent"], draw.randint(1, 2))
        )
    return wanted


def test_every_filter_gives_what_pandas_gives(open_map: Opener) -> None:
    table = made_up(10_000)
    table["searched"] = (table["title"] + "\n" + table["quote"] + "\n" + table["place_name"]).map(folded)
    opened = open_map(render_map(table.drop(columns=["first", "last", "searched"])))
    draw = random.Random(20261122)
    seen = set()
    for _ in range(40):
        wanted = some_choice(draw, table)
        expected = np.flatnonzero(by_pandas(table, wanted)).tolist()
        opened.run("(hash) => { location.hash = hash; }", address(wanted))
        until(opened, SHOWN, expected)
        settle(opened)
        assert opened.page.inner_text("#number") == f"{len(expected):,} of 10,000 incidents shown"
        assert opened.page.locator("#sheet .empty").is_visible() == (not expected)
        seen.add(len(expected))
    assert len(seen) > 20
    assert opened.errors == []


def test_counts_of_legend_and_time_line_add_up(open_map: Opener) -> None:
    table = made_up(3000)
    opened = open_map(render_map(table.drop(columns=["first", "last"])))
    visit(opened, "not_event_type=arrest&undated=0&from=2005-01-01&to=2010-12-31&precision=county&precision=exact")
    wanted = {"undated": False, "from": 12784, "to": 14974, "precision": ["county", "exact"]}
    without_type = table[by_pandas(table, wanted)]
    counts = opened.run(
        "Object.fromEntries([...document.querySelectorAll('input[data-type]')].map((box) => [box.dataset.type, box.closest('li').querySelector('.count').textContent]))"
    )
    assert {kind: int(count) for kind, count in counts.items()} == without_type["event_type"].value_counts().to_dict()
    others = table[
        by_pandas(
            table,
            {**wanted, "undated": True, "from": None, "to": None, "event_type": [t for t in TYPES if t != "arrest"]},
        )
    ]
    bars = opened.run("[...borderatlas.atlas.panels.timeline.numbers].reduce((a, b) => a + b, 0)")
    assert bars == others["first"].notna().sum()
    assert opened.page.inner_text(".undated span") == f"undated ({others['first'].isna().sum()})"


def test_boxes_of_every_facet_filter(open_map: Opener) -> None:
    table = made_up(300)
    opened = open_map(render_map(table.drop(columns=["first", "last"])))
    for column, value in (
        ("publisher", "Paper 3"),
        ("precision", "county"),
        ("certainty", "uncertain"),
        ("review_status", "reviewed"),
        ("event_type", "a & b=c"),
    ):
        section = opened.page.locator(f"#section-{column}")
        if section.get_attribute("open") is None:
            section.locator("summary").click()
        if column == "publisher":
            section.get_by_role("searchbox").fill("paper 3")
        data = {"event_type": "type", "review_status": "review"}.get(column, column)
        box = section.locator(f"input[data-{data}={json.dumps(value)}]")
        box.uncheck()
        until(opened, SHOWN, np.flatnonzero(table[column] != value).tolist())
        box.check()
        until(opened, f"{SHOWN}.length", 300)
        section.get_by_role("button", name="none", exact=True).click()
        until(opened, SHOWN, [])
        section.get_by_role("button", name="all", exact=True).click()
        until(opened, f"{SHOWN}.length", 300)


def test_only_shows_one_value_and_reset_shows_all(open_map: Opener) -> None:
    opened = open_map()
    opened.page.get_by_role("button", name="only Smuggling").focus()
    opened.page.keyboard.press("Enter")
    until(
        opened,
        "borderatlas.shown().map((row) => borderatlas.store.word('event_type', row)).every((type) => type === 'smuggling')",
    )
    opened.page.locator("#section-precision").get_by_role("button", name="none").click()
    opened.page.get_by_role("button", name="Show all").click()
    until(opened, f"{SHOWN}.length", 24)
    settle(opened)
    assert not opened.page.locator("#sheet .empty").is_visible()
    assert opened.page.locator(".chip").count() == 0


def test_search_knows_a_place_in_other_scripts(open_map: Opener) -> None:
    table = sample_incidents(24)
    opened = open_map(render_map(table))
    expected = np.flatnonzero(table["place_name"] == "Hyesan").tolist()
    for query in ("hyesan", "혜산", "惠山"):
        opened.page.fill("#search", query)
        until(opened, SHOWN, expected)
        assert opened.page.inner_text(".told") == f"{len(expected)} found"
    opened.page.fill("#search", "")
    until(opened, f"{SHOWN}.length", 24)


def test_search_reads_far_chunks_and_can_be_stopped(open_map: Opener) -> None:
    table = made_up(10_000)
    table.loc[9_999, "title"] = "the last of all"
    opened = open_map(render_map(table.drop(columns=["first", "last"])))
    opened.page.fill("#search", "last OF all")
    until(opened, SHOWN, [9_999])
    opened.run(
        "() => { document.getElementById('search').value = 'bridge'; document.querySelector('form.search').requestSubmit(); borderatlas.atlas.panels.search.clear(); }"
    )
    until(opened, f"{SHOWN}.length", 10_000)
    opened.page.wait_for_timeout(400)
    assert opened.run(f"{SHOWN}.length") == 10_000
    assert opened.page.input_value("#search") == ""


def test_time_line_by_keyboard(open_map: Opener) -> None:
    opened = open_map()
    first, last = (
        opened.page.get_by_role("slider", name="First day shown"),
        opened.page.get_by_role("slider", name="Last day shown"),
    )
    assert first.get_attribute("aria-valuetext") == "2019-01-03"
    assert last.get_attribute("aria-valuetext") == "2019-12-05"
    first.focus()
    opened.page.keyboard.press("End")
    until(opened, f"{SHOWN}.length < 24")
    assert int(first.get_attribute("aria-valuenow")) == int(last.get_attribute("aria-valuenow")) - 1
    opened.page.keyboard.press("Home")
    until(opened, f"{SHOWN}.length", 24)
    opened.page.keyboard.press("ArrowRight")
    day = first.get_attribute("aria-valuetext")
    opened.page.keyboard.press("Shift+ArrowRight")
    assert dt.date.fromisoformat(first.get_attribute("aria-valuetext")) - dt.date.fromisoformat(day) == dt.timedelta(
        days=1
    )
    last.focus()
    opened.page.keyboard.press("PageDown")
    assert last.get_attribute("aria-valuetext") < "2019-12-05"
    assert int(last.get_attribute("aria-valuenow")) <= int(last.get_attribute("aria-valuemax"))


def test_time_line_by_pointer(open_map: Opener) -> None:
    opened = open_map()
    box = opened.page.locator("#timeline .range").bounding_box()
    assert box is not None
    y = box["y"] + 10
    opened.page.mouse.move(box["x"] + box["width"] * 0.3, y)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    opened.page.mouse.up()
    until(opened, f"{SHOWN}.length < 24 && {SHOWN}.length > 0")
    days = opened.run("[borderatlas.atlas.panels.timeline.days.from, borderatlas.atlas.panels.timeline.days.to]")
    first, last = opened.run(
        "borderatlas.shown().map((row) => [borderatlas.store.from[row], borderatlas.store.to[row]]).reduce(([a, b], [c, d]) => [Math.min(a, c), Math.max(b, d)])"
    )
    assert first <= days[1]
    assert last >= days[0]
    opened.page.mouse.move(box["x"] + box["width"] * 0.45, y)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    opened.page.mouse.up()
    moved = opened.run("[borderatlas.atlas.panels.timeline.days.from, borderatlas.atlas.panels.timeline.days.to]")
    assert moved[0] > days[0]
    assert moved[1] - moved[0] == pytest.approx(days[1] - days[0], abs=8)


@pytest.mark.parametrize(
    ("starts", "bins"),
    [
        (["2020-05-05"], 12),
        (["2020-05-05"] * 3, 12),
        (["2020-01-01", "2020-03-30"], 12),
        (["0001-01-01", "9999-12-31"], 2),
        ([None, None], 1),
        ([], 1),
    ],
)
def test_time_line_of_any_span(open_map: Opener, starts: list[str | None], bins: int) -> None:
    table = sample_incidents(max(1, len(starts))).iloc[: len(starts)].assign(date_start=starts, date_end=starts)
    opened = open_map(render_map(table))
    settle(opened)
    total = opened.run("[...(borderatlas.atlas.panels.timeline.numbers || [])].reduce((a, b) => a + b, 0)")
    assert total == len([start for start in starts if start])
    assert opened.run("borderatlas.atlas.panels.timeline.edges.length - 1") >= bins
    assert opened.errors == []
    assert opened.page.locator(".chart").is_visible() == any(starts)
    assert opened.page.locator("label.undated").is_visible() == (None in starts)


def test_undated_can_be_left_out(open_map: Opener) -> None:
    table = sample_incidents(10)
    table.loc[[2, 5], ["date_start", "date_end"]] = None
    opened = open_map(render_map(table))
    opened.page.get_by_label("undated (2)").uncheck()
    until(opened, SHOWN, [0, 1, 3, 4, 6, 7, 8, 9])
    opened.page.get_by_label("undated (2)").check()
    until(opened, f"{SHOWN}.length", 10)


def test_play_goes_through_time_and_pauses(open_map: Opener) -> None:
    opened = open_map()
    play = opened.page.locator("#play")
    assert play.get_attribute("aria-label") == "Play"
    play.click()
    assert play.get_attribute("aria-label") == "Pause"
    until(opened, f"{SHOWN}.length < 24")
    start = opened.run("borderatlas.atlas.panels.timeline.slider.at[1]")
    until(opened, "(start) => borderatlas.atlas.panels.timeline.slider.at[1] > start", argument=start)
    play.click()
    stopped = opened.run("borderatlas.atlas.panels.timeline.slider.at[1]")
    opened.page.wait_for_timeout(400)
    assert opened.run("borderatlas.atlas.panels.timeline.slider.at[1]") == stopped


def test_play_is_a_single_step_where_motion_is_not_wanted(open_map: Opener) -> None:
    opened = open_map(reduced_motion="reduce")
    play = opened.page.locator("#play")
    assert play.get_attribute("aria-label") == "Next step"
    play.click()
    ends = [opened.run("borderatlas.atlas.panels.timeline.slider.at[1]")]
    opened.page.wait_for_timeout(300)
    assert opened.run("borderatlas.atlas.panels.timeline.slider.at[1]") == ends[0]
    play.click()
    assert opened.run("borderatlas.atlas.panels.timeline.slider.at[1]") > ends[0]


def test_address_holds_everything_and_gives_it_back(open_map: Opener) -> None:
    opened = open_map()
    assert opened.run("location.hash") == ""
    opened.page.locator("input[data-type=arrest]").uncheck()
    opened.page.locator("input[data-precision=settlement]").uncheck()
    opened.page.fill("#search", "made")
    opened.page.locator("[data-language=ko]").click()
    opened.page.locator("[data-scheme=dark]").click()
    opened.page.locator("[data-drawer=profile]").click()
    opened.page.locator("[data-river=tumen]").click()
    opened.page.get_by_role("slider", name="표시 시작일").focus()
    opened.page.keyboard.press("PageUp")
    opened.page.locator("#section-layers summary").click()
    opened.page.locator("input[data-layer=provinces]").uncheck()
    opened.run("() => { borderatlas.map.setView([41.4, 128.2], 10, { animate: false }); }")
    state = "[borderatlas.shown(), document.documentElement.lang, document.documentElement.dataset.scheme, borderatlas.atlas.shown, borderatlas.map.getZoom(), document.querySelector('#drawer').hidden, document.querySelector('[data-river=tumen]').ariaPressed, document.getElementById('search').value]"
    until(opened, "location.hash.includes('map=10/')")
    until(opened, "location.hash.includes('from=')")
    before, hash_part = opened.run(state), opened.run("location.hash")
    visit(opened, hash_part[1:])
    until(opened, state, before)
    opened.page.wait_for_timeout(400)
    assert opened.run("location.hash") == hash_part
    centre = opened.run("[borderatlas.map.getCenter().lat, borderatlas.map.getCenter().lng]")
    assert centre == pytest.approx([41.4, 128.2], abs=1e-3)


def test_changed_address_changes_the_page(open_map: Opener) -> None:
    opened = open_map()
    opened.run("() => { location.hash = 'event_type=smuggling&drawer=table'; }")
    until(opened, "borderatlas.shown().length < 24 && !document.getElementById('drawer').hidden")
    opened.run("() => { location.hash = ''; }")
    until(opened, "borderatlas.shown().length === 24 && document.getElementById('drawer').hidden")


HOSTILE = (
    "%", "%E0%A4%A", "&&&==", "map=1e999/NaN/Infinity", "map=99/99/999", "map=7/-89.9/-999.9", "lang=__proto__", "scheme=constructor",
    "drawer=__proto__", "river=toString", "km=yalu_9_1", "km=volga_1_2", "from=2020-13-45&to=x", "from=2030-01-01&to=1999-01-01",
    "layers=__proto__,-toString", "event_type=__proto__&not_publisher=constructor", "x" * 50_000, "q=" + "a" * 2000,
)  # fmt: skip


def test_hostile_addresses_do_nothing(open_map: Opener) -> None:
    opened = open_map()
    texts = [
        f"{key}={urllib.parse.quote(text)}"
        for key in ("q", "map", "event_type", "layers")
        for text in PAYLOADS.values()
        if "\ud800" not in text
    ]
    for hash_part in (*HOSTILE, *texts):
        opened.run("(hash) => { location.hash = hash; }", hash_part)
        settle(opened)
    visit(
        opened, urllib.parse.quote("map=<img src=x onerror=pwn()>") + "&q=" + urllib.parse.quote("<svg onload=pwn()>")
    )
    until(opened, SHOWN, [])
    assert opened.page.locator(".chip bdi").inner_text() == "Search: <svg onload=pwn()>"
    visit(opened, HOSTILE[0])
    until(opened, f"{SHOWN}.length", 24)
    assert opened.run("window.hits") == 0
    assert opened.errors == []
    assert opened.violations == []


def download(opened: Opened, kind: str) -> bytes:
    opened.page.locator("#downloads summary").click()
    with opened.page.expect_download() as caught:
        opened.page.locator(f"[data-download={kind}]").click()
    path = caught.value.path()
    return Path(path).read_bytes()


def test_csv_is_the_selection(open_map: Opener) -> None:
    table = made_up(2500)
    table["uncertainty_m"] = 250.0
    opened = open_map(render_map(table.drop(columns=["first", "last"])))
    visit(opened, "precision=county&precision=unlocated&undated=0")
    expected = table[by_pandas(table, {"precision": ["county", "unlocated"], "undated": False})]
    until(opened, f"{SHOWN}.length", len(expected))
    got = pd.read_csv(io.BytesIO(download(opened, "download_csv")), dtype={"publisher": "string"})
    assert got["id"].tolist() == expected["id"].tolist()
    for column in ("title", "quote", "precision", "review_status", "date_start", "date_end"):
        assert got[column].fillna("").tolist() == expected[column].fillna("").tolist()
    assert got["longitude"].to_numpy() == pytest.approx(expected["longitude"].to_numpy(), abs=6e-6, nan_ok=True)
    assert opened.errors == []


def test_cells_of_a_csv_are_no_formulas(open_map: Opener) -> None:
    bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'say "no", twice\nor more', "plain"]
    opened = open_map(render_map(sample_incidents(len(bad)).assign(title=bad, quote="한글 漢字")))
    raw = download(opened, "download_csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    got = pd.read_csv(io.BytesIO(raw), encoding="utf-8-sig", lineterminator=None)
    assert got["title"].tolist() == [f"'{text}" if text[0] in "=+-@\t\r" else text for text in bad]
    assert set(got["quote"]) == {"한글 漢字"}


def test_geojson_carries_footprints(open_map: Opener) -> None:
    table = sample_incidents(8)
    holed = shapely.box(126.0, 40.9, 126.6, 41.3) - shapely.box(126.2, 41.0, 126.4, 41.2)
    table.loc[6, "geometry"] = holed
    opened = open_map(render_map(table))
    features = json.loads(download(opened, "download_geojson"))["features"]
    assert [feature["id"] for feature in features] == table["id"].tolist()
    ground = {
        feature["properties"]["precision"]: shape(feature["geometry"]) if feature["geometry"] else None
        for feature in features
    }
    assert ground["unlocated"] is None
    assert ground["exact"].geom_type == "Point"
    assert ground["river_reach"].geom_type in {"LineString", "MultiLineString"}
    assert (
        ground["county"].equals_exact(table.geometry[4], 0.002)
        or ground["county"].symmetric_difference(table.geometry[4]).area < 1e-3
    )
    assert ground["border_strip"].symmetric_difference(holed).area < 1e-3 * holed.area
    assert len(ground["border_strip"].interiors) == 1
    assert ground["border_strip"].exterior.is_ccw
    circle = ground["settlement"]
    assert circle.is_valid
    assert circle.area * 111.2**2 * 0.75 == pytest.approx(3.14159 * 16, rel=0.05)


def test_picture_of_the_map_is_a_png(open_map: Opener) -> None:
    opened = open_map()
    assert download(opened, "download_png").startswith(b"\x89PNG")
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
