"""Tables that an examiner made up: each was once taken in silence, or said in words that helped nobody."""

from __future__ import annotations

import datetime as dt
import json
import re
from xml.etree import ElementTree as ET

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from shapely.geometry import LineString, Point

import borderatlas as ba
from borderatlas.cli import main
from borderatlas.incidents.checks import check_table
from borderatlas.incidents.foreign_values import degrees, lat_lon
from borderatlas.incidents.intake import take_table
from borderatlas.reports.written_dates import iso_date

HYESAN = {"type": "Point", "coordinates": [128.18, 41.4]}


def features(*found):
    return json.dumps({"type": "FeatureCollection", "features": list(found)})


def feature(geometry, **properties):
    return {"type": "Feature", "properties": {"publisher": "x", **properties}, "geometry": geometry}


def said(path):
    return "\n".join(str(line) for line in check_table(path))


@pytest.fixture
def run(capsys):
    def command(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return ended.value.code or 0, capsys.readouterr().err

    return command


# Name → content, what `check` says of it, and whether that is an error.
TOLD = {
    "dates.csv": (
        "place,date,source\nHyesan,2024-W10,x\nMusan,spring,x\nMusan,45356,x\n",
        (r":2:2 date '2024-W10' is no date", ":3:2 date 'spring' is no date", r":4:2 .*means 2024-03-05 by it: format the cells"),
        True,
    ),
    "apostrophe.csv": ("date,place,source\n'2024-03-05,Hyesan,x\n", (r""":2:1 date "'2024-03-05" is no date""",), True),
    "lost.csv": ("place,date,source\nHyesan,########,x\n", (":2:2 date '########' is no date",), True),
    "both_orders.csv": (
        "place,date,source\nHyesan,3/25/2024,x\nMusan,3/26/2024,x\nMusan,25/3/2024,x\nMusan,4/5/2024,x\n",
        (r"note: dates of date are read month first \(3/4 is 4 March\); --dates day-first says else",),
        False,
    ),
    "long.csv": ("place,from,source\nHyesan,Seoul,x\n", (":1:2 note: the column from is not read as date_start: 0 of 1 cells",), False),
    "minutes.csv": ("id,lat,lon,source\n1,41°74'05\"N,128°10'40\"E,x\n", (":2:2 latitude .* is no number",), True),
    "pair.csv": ('id,coordinates,source\n1,"41.4, 128.2",x\n2,"128.2, 41.4",x\n3,here,x\n', (":3:2 latitude is outside the world .* swapped", ":4:2 coordinates 'here' is no pair"), True),
    "title.csv": ("Incidents,,\n,,\ndate,place,source\n2024-03-05,Hyesan,x\n", (":1:1 the names of the columns seem to stand in line 3",), True),
    "remark.csv": ("# made in 2024\ndate,place,source\n2024-03-05,Hyesan,x\n", (":1:1 the names of the columns seem to stand in line 2",), True),
    "no_mark.csv": ("date,place\n2024-03-05,Hyesan\n".encode("utf-16-le"), (":1:2 holds NUL bytes: UTF-16 without its mark",), True),
    "page.csv": ("<table><tr><td>date</td></tr></table>", (":1:1 is a web page, not CSV",), True),
    "open.csv": ('date,place,notes,source\n2024-03-05,Hyesan,"a\n' + "b, c\n" * 9, (":2:19 not CSV", ":2:1 9 lines behind the open quotation mark"), True),
    "behind.geojson": (features(feature(HYESAN)) + "\n]", (":2:1 not JSON .more stands behind its end",), True),
    "twice.geojson": (features(feature(HYESAN, title="a")).replace('"title": "a"', '"title": "a", "title": "b"'), (r":1:44 'title' is there twice in one object; keep one",), True),
    "link.geojson": (features(feature(HYESAN))[:-1] + ', "crs": {"type": "link", "properties": {"href": "http://x.example/3857"}}}', ("coordinates in http://x.example/3857; GeoJSON is in",), True),
    "apart.geojson": (features(feature(HYESAN, latitude=40.1, longitude=124.4)), (r"latitude 40.1, longitude 124.4 lies 350 km from the footprint",), True),
    "nothing.geojson": (features(feature({"type": "MultiPolygon", "coordinates": []})), ("geometry says no place",), True),
    "bow.geojson": (features(feature({"type": "Polygon", "coordinates": [[[128, 41], [129, 42], [129, 41], [128, 42], [128, 41]]]})), ("note: geometry crosses itself",), False),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_was_wrong_is_told_where_it_stands(tmp_path, run, name):
    content, says, is_error = TOLD[name]
    path = tmp_path / name
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(data)
    status, told = run("check", path)
    assert status == int(is_error), told
    for pattern in says:
        assert re.search(pattern, told), told
    for task, suffix in (("export", ".geojson"), ("render", ".html")):
        status, told = run(task, path, "-o", tmp_path / f"out{suffix}")
        assert status in {0, 1}
        assert "Traceback" not in told
        assert "Warning" not in told
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("bars.csv", "date|place|source\n2024-03-05|Hyesan|x\n", 1),
        ("excel.csv", "sep=;\ndate;place;source\n2024-03-05;Hyesan;x\n", 1),
        ("blank_rows.csv", "date,place,source\n,,\n2024-03-05,Hyesan,x\n,,\n", 1),
        ("shown.csv", "date,place,source\n5-Mar-24,Hyesan,x\n", 1),
    ],
)
def test_what_people_save_is_taken(tmp_path, name, content, count):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert not [line for line in check_table(path) if line.is_error]
    taken = take_table(path)
    assert list(taken["date_start"]) == ["2024-03-05"] * count
    assert list(taken["place_name"]) == ["Hyesan"] * count


def test_excels_first_line_stays_when_drafts_are_merged_in(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"sep=;\r\nid;lat;lon;source\r\n1;41.4;128.2;x\r\n")
    report = tmp_path / "r.txt"
    report.write_text("Guards shot a man in Hyesan on 12 May 2019, a source said.\n", encoding="utf-8")
    ba.merge_incidents(ba.draft_incidents(ba.read_reports(report)), path)
    lines = path.read_bytes().split(b"\r\n")
    assert lines[0] == b"sep=;"
    assert lines[1].startswith(b"id;lat;lon;source;")
    assert lines[2].startswith(b"1;41.4;128.2;x;")
    assert len(take_table(path)) == 2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("41:24:05", 41.401388889), ("41 24 05 N", 41.401388889), ("41d24m05s", 41.401388889), ("41d24m05sS", -41.401388889),
        ("128°10'40\"E", 128.177777778), ("S 41.4°", -41.4), ("41,4012", 41.4012), ("41 24 05", None), ("41°60'N", None),
        ("41°24'60\"", None), ("12 000", None), ("41:24:05:06", None),
    ],
)  # fmt: skip
def test_coordinates_as_people_write_them(written, read):
    found = degrees(written)
    assert found == written if read is None else float(found) == pytest.approx(read)


def test_a_point_of_a_database_is_a_pair():
    assert lat_lon("POINT(128.18 41.40)") == ("41.40", "128.18")
    assert lat_lon("point z (128.18 41.40 300)") == ("41.40", "128.18")
    assert lat_lon("POINT(a b)") is None


def test_hemispheres_in_columns_of_their_own(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("lat,N/S,lon,EW,source\n41.4,N,128.2,E,x\n40.1,S,124.4,W,x\n-3.0,S,10,E,x\n", encoding="utf-8")
    notes = []
    taken = take_table(path, on_note=notes.append)
    assert list(zip(taken["latitude"], taken["longitude"], strict=True)) == [
        (41.4, 128.2),
        (-40.1, -124.4),
        (-3.0, 10.0),
    ]
    assert [note for note in notes if "says the hemisphere" in note] == [
        f"{path}: N/S says the hemisphere of latitude", f"{path}: EW says the hemisphere of longitude",
    ]  # fmt: skip


def test_a_column_of_another_name_moves_nothing(tmp_path):
    """S may be the South of Korea: a given coordinate is kept."""
    path = tmp_path / "t.csv"
    path.write_text("lat,lon,side,source\n41.4,128.2,S,x\n", encoding="utf-8")
    assert list(take_table(path)["latitude"]) == [41.4]


@pytest.mark.parametrize(
    ("written", "read"), [("7-Mar-24", "2024-03-07"), ("07 Mar 99", "1999-03-07"), ("5/3/24", None), ("7-Foo-24", None)]
)
def test_years_of_two_figures(written, read):
    assert iso_date(written, "day-first") == read


def test_the_layer_of_incidents_is_read_and_the_others_are_named(tmp_path):
    path = tmp_path / "t.gpkg"
    gpd.GeoDataFrame({"name": ["r"]}, geometry=[LineString([(128, 41), (129, 42)])], crs=4326).to_file(
        path, layer="roads"
    )
    gpd.GeoDataFrame({"title": ["a"], "date": ["2024-03-05"]}, geometry=[Point(128.18, 41.4)], crs=4326).to_file(
        path, layer="events"
    )
    notes = []
    assert list(take_table(path, on_note=notes.append)["date_start"]) == ["2024-03-05"]
    assert f"{path}: read the layer 'events'; not read: roads" in notes


def test_drafts_are_not_mixed_into_roads(tmp_path, run):
    path, report = tmp_path / "t.gpkg", tmp_path / "r.txt"
    gpd.GeoDataFrame({"name": ["r"]}, geometry=[LineString([(128, 41), (129, 42)])], crs=4326).to_file(
        path, layer="roads"
    )
    report.write_text("Guards shot a man in Hyesan on 12 May 2019, a source said.\n", encoding="utf-8")
    before = path.read_bytes()
    status, told = run("draft", report, "-o", path)
    assert status == 1
    assert "is another's table, or none of incidents (its columns are name, geometry)" in told
    assert path.read_bytes() == before


def test_a_geometry_that_is_none_stops_a_merge_into_a_format_of_geometries(tmp_path, run):
    path, report = tmp_path / "t.parquet", tmp_path / "r.txt"
    pd.DataFrame({"title": ["a"], "geometry": ["nonsense"]}).to_parquet(path)
    report.write_text("Guards shot a man in Hyesan on 12 May 2019, a source said.\n", encoding="utf-8")
    before = path.read_bytes()
    status, told = run("draft", report, "-o", path)
    assert status == 1
    assert re.search(r"t\.parquet:1:\d+ geometry is no geometry; write WKT", told)
    assert path.read_bytes() == before


def test_a_table_that_begins_further_down_a_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active["C4"], book.active["D4"] = "Date", "Place"
    book.active["C5"], book.active["D5"] = dt.date(2024, 3, 5), "Hyesan"
    book.save(tmp_path / "t.xlsx")
    assert said(tmp_path / "t.xlsx").endswith(
        "t.xlsx:1:1 the names of the columns seem to stand in row 4; delete the rows above it"
    )


def test_an_old_export_of_ged_says_its_sources(tmp_path):
    path = tmp_path / "ged.csv"
    path.write_text(
        "id,year,type_of_violence,source_article,where_prec,where_coordinates,latitude,longitude,date_prec,date_start,date_end\n"
        '1,2010,3,"Reuters, 2010-06-08",1,Sinuiju city,40.1,124.4,1,6/4/2010,6/25/2010\n',
        encoding="utf-8",
    )  # fmt: skip
    assert not re.search("no column says where the rows are from|is not known", said(path))
    [row] = take_table(path).to_dict("records")
    assert (row["source_title"], row["date_end"]) == ("Reuters, 2010-06-08", "2010-06-25")


def test_control_characters_break_no_figure(tmp_path):
    rows = pd.DataFrame({
        "latitude": [41.4, 40.1], "longitude": [128.18, 124.4], "publisher": ["\x1b[31mred\x07", "b\x00"], "event_type": ["\x01", "x"],
    })  # fmt: skip
    ET.parse(ba.figure(rows, title="a\x02b").save(tmp_path / "t.svg"))


def test_an_open_ring_of_boundaries_is_told_and_gdal_says_nothing_by_itself(tmp_path, run):
    path, report = tmp_path / "b.geojson", tmp_path / "r.txt"
    path.write_text(features({"type": "Feature", "properties": {"name": "Musan"}, "geometry": {"type": "Polygon", "coordinates": [[[129, 42], [129.5, 42], [129.5, 42.5]]]}}), encoding="utf-8")  # fmt: skip
    report.write_text("Guards shot a man in Hyesan.\n", encoding="utf-8")
    status, told = run("geocode", report, "--boundaries", path)
    assert status == 1
    assert "b.geojson:1 cannot be read as a geometry (Points of LinearRing do not form a closed linestring)" in told
    assert all(line.startswith(str(path)) for line in told.splitlines()), told
