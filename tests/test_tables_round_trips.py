"""What is written comes back: every format, every kind of cell, ten thousand rows, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import json
import sqlite3
import time

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incident_tables import KINDS, ONE, TEXTS, frame, many, same
from shapely.geometry import Point

from borderatlas.errors import TableError
from borderatlas.incidents.columns import COLUMN_TABLE, COLUMNS, documentation
from borderatlas.incidents.formats import FORMATS, Format
from borderatlas.incidents.tables import read_sheet, read_table, typed_frame, write_sheet, write_table

TEXT = st.none() | st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(TEXTS)
VALUE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT


def table_of(columns):
    """A frame whose rows stand at a point, with columns that the program does not know."""
    count = len(next(iter(columns.values())))
    known = {
        "id": [f"00{number}" for number in range(count)],
        "latitude": [41.5] * count,
        "longitude": [128.25] * count,
    }
    rows = typed_frame(known | columns)
    return gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy([128.25] * count, [41.5] * count), crs="EPSG:4326")


@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_incidents_come_back_equal(tmp_path, kind):
    table = frame(many(10_000))
    assert same(read_table(write_table(table, tmp_path / f"t{kind}")), table)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_table_gives_the_same_bytes(tmp_path, kind):
    table = frame(many(30))
    first = write_table(table, tmp_path / f"a{kind}").read_bytes()
    time.sleep(1.1)  # past the second that a clock in the bytes would show
    second = write_table(table, tmp_path / f"b{kind}").read_bytes()
    assert first == second
    again = write_table(read_table(tmp_path / f"a{kind}"), tmp_path / f"c{kind}").read_bytes()
    assert again == first


@pytest.mark.parametrize("kind", KINDS)
def test_awkward_texts_come_back(tmp_path, kind):
    table = table_of({"note": TEXTS, "quote": TEXTS, "003": TEXTS[::-1]})
    assert same(read_table(write_table(table, tmp_path / f"t{kind}")), table)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4))
def test_any_text_comes_back(tmp_path_factory, kind, rows):
    note, quote, third = (list(column) for column in zip(*rows, strict=True))
    table = table_of({"note": note, "quote": quote, "Fid": third})
    assert same(read_table(write_table(table, tmp_path_factory.mktemp("any") / f"t{kind}")), table)


@settings(max_examples=100, deadline=None)
@given(values=st.lists(VALUE, min_size=1, max_size=4))
def test_any_value_of_a_column_of_hers_comes_back_in_geojson(tmp_path_factory, values):
    path = write_table(table_of({"hers": values}), tmp_path_factory.mktemp("any") / "t.geojson")
    found = [row.cells["hers"] for row in read_sheet(path).rows]
    assert [(type(value), value) for value in found] == [(type(value), value) for value in values]


@pytest.mark.parametrize("kind", [".gpkg", ".parquet", ".xlsx"])
@pytest.mark.parametrize(
    "values",
    [
        [1, None, 2**53 + 1],
        [1, 2, 2**62],
        [2**70, 1],
        [0.1 + 0.2, None, 1e300],
        [True, None, False],
        [1, -1],
        [None, None],
    ],
)
def test_values_keep_their_type_where_the_format_has_one(tmp_path, kind, values):
    path = write_table(table_of({"hers": values}), tmp_path / f"t{kind}")
    found = [row.cells["hers"] for row in read_sheet(path).rows]
    assert [str(value) for value in found] == [str(value) for value in values], "no digit is lost"
    if max((abs(value) for value in values if value is not None), default=0) < 2**53:
        assert found == values


@pytest.mark.parametrize("kind", [".gpkg", ".parquet", ".xlsx", ".csv"])
def test_what_a_format_has_no_type_for_is_json(tmp_path, kind):
    values = [{"a": [1, "혜"]}, [1, 2], True, 7, "x", None]
    path = write_table(table_of({"hers": values}), tmp_path / f"t{kind}")
    found = [row.cells["hers"] for row in read_sheet(path).rows]
    assert [json.loads(value) if isinstance(value, str) and value != "x" else value for value in found] == values


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), separator=st.sampled_from(",;\t"))
def test_csv_is_what_other_programs_read(tmp_path_factory, rows, separator):
    table = table_of({"one": [row[0] or None for row in rows], "two": [row[1] or None for row in rows]})
    path = write_table(table, tmp_path_factory.mktemp("any") / "t.csv")
    theirs = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
    for name in ("one", "two"):
        assert [None if pd.isna(value) else value for value in theirs[name]] == [
            None if pd.isna(value) else value for value in table[name]
        ]
    theirs.to_csv(path, index=False, sep=separator, lineterminator="\r\n", encoding="utf-8-sig")
    assert [row.cells["one"] for row in read_sheet(path).rows] == [row[0] or None for row in rows]


def test_every_column_is_documented_once():
    assert set(COLUMNS) <= set(COLUMN_TABLE)
    assert [name for name in COLUMN_TABLE if name in COLUMNS] == list(COLUMNS)
    assert all(column.meaning for column in COLUMN_TABLE.values())
    assert {name for name in COLUMN_TABLE if COLUMN_TABLE[name].filled_by in {"draft", "reviewer"}} == set(COLUMNS)
    lines = list(documentation())
    assert len(lines) == len(COLUMN_TABLE) + 2
    assert all(line.count("|") == lines[0].count("|") for line in lines)


def test_a_spreadsheets_csv_keeps_its_style(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes('\ufeffid;lat;lon;메모\r\n7;41.40;128.2;"a;b\r\nc"\r\n8;41.50;128.3;\r\n'.encode())
    before = path.read_bytes()
    sheet = read_sheet(path)
    assert [row.cells["lat"] for row in sheet.rows] == ["41.40", "41.50"]
    assert [row.line for row in sheet.rows] == [2, 4]
    write_sheet(sheet, path, base=path)
    assert path.read_bytes() == before


def test_a_geopackage_keeps_its_other_layers_and_styles(tmp_path):
    path = write_table(frame(many(5)), tmp_path / "t.gpkg")
    other = gpd.GeoDataFrame({"n": [1]}, geometry=[Point(128, 41)], crs="EPSG:4326")
    pyogrio.write_dataframe(other, path, driver="GPKG", layer="posts")
    with sqlite3.connect(path) as base:
        base.execute("create table layer_styles (id integer primary key, f_table_name text, styleQML text)")
        base.execute("insert into layer_styles values (1, 'incidents', '<qgis/>')")
    base.close()
    write_sheet(read_sheet(path), path, base=path)
    assert len(pyogrio.read_dataframe(path, layer="posts")) == 1
    assert len(read_table(path)) == 5
    base = sqlite3.connect(path)
    assert base.execute("select styleQML from layer_styles").fetchall() == [("<qgis/>",)]
    base.close()


def test_a_workbook_keeps_its_other_sheets_and_formats(tmp_path):
    path = write_table(frame(many(5)), tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(path)
    book.create_sheet("notes")["A1"] = "mine"
    book["incidents"].column_dimensions["A"].width = 44
    book.save(path)
    write_sheet(read_sheet(path), path, base=path)
    book = openpyxl.load_workbook(path)
    assert book["notes"]["A1"].value == "mine"
    assert book["incidents"].column_dimensions["A"].width == 44
    assert len(read_table(path)) == 5


def test_geojson_keeps_what_stands_beside_the_features(tmp_path):
    path = tmp_path / "t.geojson"
    feature = {"type": "Feature", "id": "7", "properties": {"Lat": 41.5, "lon": 128.2}, "geometry": None}
    path.write_text(json.dumps({"type": "FeatureCollection", "name": "혜산", "features": [feature]}), encoding="utf-8")
    write_sheet(read_sheet(path), path, base=path)
    again = json.loads(path.read_text(encoding="utf-8"))
    assert again["name"] == "혜산"
    assert again["features"][0]["properties"]["Lat"] == 41.5


def test_what_people_type_into_a_workbook_is_read(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["id", "lat", "lon", "date_start", "seen", "title", None])
    page.append([7, 41.4, 128, dt.datetime(2017, 4, 15), dt.datetime(2017, 4, 15, 9, 30), 2017.0, None])  # noqa: DTZ001
    page.append([None] * 7)
    book.save(tmp_path / "t.xlsx")
    [row] = read_table(tmp_path / "t.xlsx").to_dict("records")
    assert (row["id"], row["date_start"], row["seen"], row["title"]) == (
        "7",
        "2017-04-15",
        "2017-04-15T09:30:00",
        "2017",
    )


def test_other_grids_become_longitude_and_latitude(tmp_path):
    table = frame(many(5)).dropna(subset="latitude").to_crs("EPSG:5179")
    for kind in (".gpkg", ".parquet"):
        path = tmp_path / f"t{kind}"
        table.to_parquet(path) if kind == ".parquet" else pyogrio.write_dataframe(table, path, driver="GPKG")
        assert read_table(path).geometry.iloc[0].distance(table.to_crs(4326).geometry.iloc[0]) < 1e-6
    assert read_table(write_table(table, tmp_path / "w.csv")).geometry.total_bounds[0] > 124


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind not in {".csv", ".json", ".geojson"}])
def test_what_is_no_such_file_is_said_in_a_line(tmp_path, kind):
    path = tmp_path / f"t{kind}"
    path.write_bytes(b"PK\x03\x04 no such file")
    with pytest.raises(TableError) as caught:
        read_table(path)
    assert str(caught.value).startswith(f"{path}: not a ")
    assert "\n" not in str(caught.value)


def test_a_missing_package_is_named(tmp_path):
    kind = Format("Excel", "excel_tables", "read_excel", "write_excel", "no_such_package", "excel")
    with pytest.raises(TableError, match=r"needs no_such_package; pip install 'borderatlas\[excel\]'"):
        kind.read(tmp_path / "t.xlsx")


def test_half_a_character_is_refused_before_anything_is_written(tmp_path):
    for kind in KINDS:
        with pytest.raises(TableError, match="row 1, column note"):
            table = table_of({"note": ["x"]})
            write_table(table.assign(note=pd.Series(["\ud800"], dtype="object")), tmp_path / f"t{kind}")
    assert list(tmp_path.iterdir()) == []
    path = tmp_path / "t.geojson"
    path.write_text('{"features": [{"type": "Feature", "properties": {"lat": 1, "lon": 2, "note": "\\ud800"}}]}')
    with pytest.raises(TableError, match=":1:15 note holds half a character"):
        read_table(path)


def test_incidents_and_plain_frames_are_written_too(tmp_path):
    first = read_table(write_table([ONE], tmp_path / "a.csv"))
    second = read_table(write_table(pd.DataFrame(frame([ONE]).drop(columns="geometry")), tmp_path / "b.csv"))
    assert same(first, second)
    assert same(first, frame([ONE]))


def test_problems_can_be_collected(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,lat,lon,precision\na,x,128,\nb,41,128,fine\nb,41,128,\n", encoding="utf-8")
    problems = []
    table = read_table(path, on_problem=problems.append)
    assert len(table) == 3
    assert [line.removeprefix(str(path)).split(" ")[0] for line in problems] == [":2:2", ":2:2", ":3:4", ":4:"]


def test_a_files_permissions_stay(tmp_path):
    path = write_table([ONE], tmp_path / "t.csv")
    path.chmod(0o600)
    write_table([ONE], path, overwrite=True)
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_field_of_csv_is_too_long(tmp_path):
    table = table_of({"note": ["x" * 1_000_000]})
    assert read_table(write_table(table, tmp_path / "t.csv"))["note"].iloc[0] == "x" * 1_000_000


def test_a_workbook_holds_no_formula(tmp_path):
    path = write_table(table_of({"note": ["=1+1", "@x"]}), tmp_path / "t.xlsx")
    page = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    assert {cell.data_type for row in page.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
