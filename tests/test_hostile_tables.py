"""Tables as they come from elsewhere, broken in every way that was thought of: a line each, a status, nothing by half."""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from contextlib import closing

import geopandas as gpd
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from shapely.geometry import Point

from borderatlas.cli import main

PLACED = re.compile(r"[^\n]+?\.\w+(?::\d+){0,2}:? .+", re.DOTALL)


def features(*found, **members):
    return json.dumps({"type": "FeatureCollection", **members, "features": list(found)}).encode()


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(*coordinates):
    return {"type": "Point", "coordinates": list(coordinates)}


METRES = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}

# Name → content, what `check` and `export` say of it.
REFUSED = {
    "empty.csv": (b"", "empty; a table begins with"),
    "empty.xlsx": (b"", "empty|not a workbook"),
    "empty.geojson": (b"", "empty|not JSON"),
    "blank.csv": (b"\n\n\n", "empty"),
    "bytes.csv": (bytes(range(256)) * 20, "not UTF-8|NUL byte"),
    "bytes.gpkg": (bytes(range(256)) * 20, "not a GeoPackage that can be read"),
    "bytes.parquet": (bytes(range(256)) * 20, "not a Parquet file"),
    "locked.xlsx": (b"\xd0\xcf\x11\xe0 and more", "locked by a password, or an old Excel file"),
    "bytes.xlsx": (bytes(range(256)) * 20, "not a workbook"),
    "zip.csv": (b"PK\x03\x04 and more", "is a ZIP archive, as .xlsx is, not CSV"),
    "json.csv": (features(), "is GeoJSON, not CSV"),
    "lines.csv": (b'{"latitude": 41.4, "longitude": 128.1}\n', "is JSON lines, not CSV"),
    "page.csv": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page, not CSV"),
    "pdf.csv": (b"%PDF-1.4 x", "is a PDF, not CSV"),
    "csv.geojson": (b"date,place\n", "1:1 not JSON"),
    "list.geojson": (b"[1, 2]", "1:1 not JSON"),
    "nested.geojson": (b'{"type":"FeatureCollection","features":[' + b"[" * 100_000, "nested too deeply"),
    "single.geojson": (json.dumps(feature(point(128, 41))).encode(), "no features; a table is a GeoJSON FeatureCollection"),
    "metres.geojson": (features(feature(point(14_260_000, 5_070_000)), crs=METRES), r":1:\d+ coordinates in .*3857; GeoJSON is in"),
    "metres_behind.geojson": (
        features(feature(point(14_260_000, 5_070_000)))[:-1] + b', "crs": ' + json.dumps(METRES).encode() + b"}", "coordinates in .*3857",
    ),
    "metres_unsaid.geojson": (features(feature(point(14_260_000, 5_070_000))), r":1:\d+ geometry lies outside the world"),
    "nan.geojson": (features(feature(point(float("nan"), 41))), r":1:\d+ geometry has a coordinate that is no number"),
    "endless.geojson": (features(feature(point(1, 41))).replace(b"[1, 41]", b"[1e999, 41]"), "a coordinate that is no number"),
    "words.geojson": (features(feature(point("a", "b")), feature("x"), feature({"type": "Blob"})), "is no geometry; write WKT"),
    "nowhere.geojson": (features(feature(None, title="x")), "says no place; give latitude"),
    "nowhere.csv": (b"a,b\n1,2\n", "no column says where; the columns are a, b;"),
    "nowhere_no_rows.csv": (b"a,b\n", "no column says where"),
    "full_width.csv": ("日期，地点，事件\n2019-03-12，丹东，走私\n".encode(), "is one column, for full-width commas part nothing"),
    "values.csv": (b"2019-03-12,Hyesan,Shots\n", "no header|no column says where"),
    "twice.csv": (b"date,place,place\n2019-03-12,Hyesan,Musan\n", ":1:3 the column place is there twice"),
    "alias_twice.csv": (b"lat,latitude,lon\n41,41,128\n", ":1:2 the column latitude is there twice"),
    "nameless.csv": (b"place,,notes\nHyesan,x,y\n", ":1:2 a column without a name"),
    "ragged.csv": (b"date,place,notes\n2019-03-12,Hyesan,x,y,z\n", ":2:4 "),
    "unclosed.csv": (b'date,place,notes\n2019-03-12,Hyesan,"never\n', r":2:\d+ not CSV \(a quotation mark is never closed\)"),
    "nul.csv": (b"date,place\n2019-03-12,Hye\0san\n", ":2:15 holds a NUL byte"),
    "table.xls": (b"\xd0\xcf\x11\xe0", "not a kind of incident table; tables are .tsv, .csv"),
    "no_suffix": (b"place\nHyesan\n", "not a kind of incident table"),
}  # fmt: skip


PARTLY = {"ragged.csv"}


def workbook(path, *lines, title=None, change=None):
    book = openpyxl.Workbook()
    page = book.active
    for line in lines:
        page.append(line)
    if title:
        page.title = title
    if change:
        change(book)
    book.save(path)


@pytest.fixture
def command(capsys):
    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


def stays_out(command, path, says, *, whole=True):
    """Check that every command refuses a file in so many words, and that it and its folder stay as they are.

    Of a table of which only a row or a column is wrong, the rest is written, and the status says that it is not all.
    """
    before, there = path.read_bytes(), set(path.parent.iterdir())
    for arguments in (("check", path), ("export", path, "-o", path.parent / "out.geojson")):
        status, out, said = command(*arguments)
        assert status == 1, (arguments, said)
        assert out == "" or not whole
        assert re.search(says, said), said
        assert all(PLACED.fullmatch(line) for line in said.splitlines()), said
        assert "Warning" not in said
    assert path.read_bytes() == before
    (path.parent / "out.geojson").unlink(missing_ok=True)
    assert set(path.parent.iterdir()) == there


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_told_and_nothing_is_written(tmp_path, command, name):
    content, says = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(content)
    stays_out(command, path, says, whole=name not in PARTLY)
    report = tmp_path.parent / f"{tmp_path.name}.txt"
    report.write_text("Guards shot a man in Hyesan on 12 May 2019, a source said.\n", encoding="utf-8")
    before = path.read_bytes()
    status, _, said = command("draft", report, "-o", path)
    assert "Traceback" not in said
    if status:
        assert path.read_bytes() == before, "refused, and as it was"
    else:
        assert path.suffix == ".geojson" or not before.strip() or not path.suffix, said
    report.unlink()


def test_a_workbook_without_a_header_or_with_a_title_above_it(tmp_path, command):
    workbook(tmp_path / "blank.xlsx")
    stays_out(command, tmp_path / "blank.xlsx", "empty; a table begins with a row that names its columns")
    workbook(tmp_path / "t.xlsx", ["My incidents"], ["Date", "Place"], [dt.date(2019, 3, 12), "Hyesan"])
    stays_out(command, tmp_path / "t.xlsx", r"t\.xlsx:1:1 the names of the columns seem to stand in row 2; delete")


def test_of_two_sheets_the_one_with_places_is_read_and_said(tmp_path, command):
    def data(book):
        page = book.create_sheet("Data")
        page.append(["Date", "Place"])
        page.append([dt.date(2019, 3, 12), "Hyesan"])

    workbook(tmp_path / "t.xlsx", ["Read me first"], title="ReadMe", change=data)
    status, _, said = command("export", tmp_path / "t.xlsx", "-o", tmp_path / "o.geojson")
    assert status == 0
    assert f"{tmp_path / 't.xlsx'}: read the sheet 'Data'; not read: ReadMe" in said
    [found] = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))["features"]
    assert (found["properties"]["date_start"], found["properties"]["place_id"]) == ("2019-03-12", "kp.ryanggang.hyesan")


def test_merged_cells_hold_for_all_their_rows(tmp_path, command):
    def merge(book):
        book.active.merge_cells("A2:A3")

    workbook(tmp_path / "t.xlsx", ["Date", "Place"], [dt.date(2019, 3, 12), "Hyesan"], [None, "Musan"], change=merge)
    assert command("export", tmp_path / "t.xlsx", "-o", tmp_path / "o.geojson")[0] == 0
    found = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))["features"]
    assert [row["properties"]["date_start"] for row in found] == ["2019-03-12"] * 2


def test_cells_without_a_name_and_formulas_without_a_result_are_told(tmp_path, command):
    workbook(tmp_path / "t.xlsx", ["Date", None, "Place"], [dt.date(2019, 3, 12), "mine", "Hyesan"])
    stays_out(command, tmp_path / "t.xlsx", r"t\.xlsx:1:2 column B has cells and no name", whole=False)
    workbook(tmp_path / "f.xlsx", ["Place", "Lat", "Lon"], ["x", "=41+0.4", "=128"])
    stays_out(
        command, tmp_path / "f.xlsx", r"f\.xlsx:2:2 (note: )?a formula without its result \(2 in all\)", whole=False
    )


def test_a_geopackage_without_a_layer_of_anything(tmp_path, command):
    path = tmp_path / "t.gpkg"
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table x(a)")
        database.execute("pragma application_id=1196444487")
        database.commit()
    stays_out(command, path, "not a GeoPackage that can be read|a GeoPackage without a layer")


def test_parquet_of_odd_columns(tmp_path, command):
    pq.write_table(pa.table({"id": [1], "words": ["x"]}), tmp_path / "a.parquet")
    stays_out(command, tmp_path / "a.parquet", "no column says where; the columns are id, words")
    pq.write_table(pa.table({}), tmp_path / "b.parquet")
    stays_out(command, tmp_path / "b.parquet", "empty; a table has columns")
    pq.write_table(pa.table([pa.array([1.0]), pa.array([2.0])], names=["lat", "lat"]), tmp_path / "c.parquet")
    stays_out(command, tmp_path / "c.parquet", "the column latitude is there twice")
    pq.write_table(pa.table({"place": [["Hyesan"]], "lat": [b"x"], "lon": [1.0]}), tmp_path / "d.parquet")
    stays_out(command, tmp_path / "d.parquet", r"d\.parquet:1:\d lat\w* .*is no number", whole=False)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("mark.csv", "\ufeffDate,Place\n2019-03-12,Hyesan\n".encode(), 1),
        ("semicolons.csv", b"Datum;Ort;Quelle\n12.03.2019;Hyesan;RFA\n", 1),
        ("tabs.csv", b"date\tplace\n2019-03-12\tHyesan\n", 1),
        ("old_mac.csv", b"date,place\r2019-03-12,Hyesan\r", 1),
        ("unicode_text.csv", "date\tplace\n2019-03-12\tHyesan\n".encode("utf-16"), 1),
        ("padded.csv", b"date,place,,\n2019-03-12,Hyesan,,\n", 1),
        ("blanks.csv", b'Date, Place, Notes\n12 March 2019, Hyesan, "Shots, many"\n', 1),
        ("wide.csv", (",".join(["place", *map(str, range(100))]) + "\nHyesan" + ",1" * 100 + "\n").encode(), 1),
        ("cp949.csv", "날짜,장소,내용\n2019-03-12,혜산시,총격\n".encode("cp949"), 1),
        ("gb18030.csv", "日期,地点,事件\n2019-03-12,丹东,走私\n".encode("gb18030"), 1),
        ("line.geojson", features(feature({"type": "LineString", "coordinates": [[128.1, 41.4], [128.2, 41.5]]})), 1),
        ("high.geojson", features(feature(point(128.1, 41.4, 300.0))), 1),
        ("degrees.geojson", features(feature(point(128.1, 41.4)), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}), 1),
        ("named.geojson", features(feature(None, place_name="Hyesan")), 1),
    ],
)  # fmt: skip
def test_what_is_odd_and_right_is_read(tmp_path, command, name, content, count):
    (tmp_path / name).write_bytes(content)
    status, _, said = command("export", tmp_path / name, "-o", tmp_path / "o.geojson")
    assert status == 0, said
    found = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))["features"]
    assert len(found) == count
    assert all(row["geometry"] for row in found), said
    assert command("check", tmp_path / name)[0] == 0


def test_quotes_behind_a_blank_hold_their_commas(tmp_path):
    from borderatlas.incidents.intake import take_table

    path = tmp_path / "t.csv"
    path.write_bytes(b'Date, Place, What happened, Link\n12 March 2019, Hyesan , "Shots, many", https://a.example/1\n')
    [row] = take_table(path).to_dict("records")
    assert (row["date_start"], row["place_name"], row["quote"], row["source_url"]) == (
        "2019-03-12", "Hyesan", "Shots, many", "https://a.example/1",
    )  # fmt: skip


def test_a_geopackage_in_metres_and_one_with_heights(tmp_path, command):
    shapes = gpd.GeoDataFrame({"title": ["a"]}, geometry=[Point(128.1, 41.4, 5)], crs=4326)
    shapes.to_crs(32652).to_file(tmp_path / "t.gpkg")
    assert command("export", tmp_path / "t.gpkg", "-o", tmp_path / "o.geojson")[0] == 0
    [found] = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))["features"]
    assert found["geometry"]["coordinates"][:2] == pytest.approx([128.1, 41.4])


@pytest.mark.parametrize("name", ["empty.txt", "x.docx", "empty.jsonl", "x.geojson", "broken.html", "folder"])
@pytest.mark.parametrize("task", ["geocode", "draft", "render", "figure"])
def test_no_command_writes_anything_of_nothing(tmp_path, command, task, name):
    source = tmp_path / name
    if name == "folder":
        source.mkdir()
    else:
        source.write_bytes(b"\0\1\2\3" * 99 if "broken" in name or "x." in name else b"")
    suffix = {"geocode": ".jsonl", "draft": ".csv", "render": ".html", "figure": ".svg"}[task]
    status, out, said = command(task, source, "-o", tmp_path / f"out{suffix}")
    assert status == 1
    assert out == ""
    assert all(line.startswith(str(source)) for line in said.splitlines()), said
    assert list(tmp_path.iterdir()) == [source]
