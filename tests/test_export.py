"""Exports: each form read back, by its own reader where there is one."""

import base64
import csv
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from xml.etree import ElementTree as ET

import commands
import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box
from test_tables import INCIDENT, NOWHERE, REACH

import borderatlas as ba
from borderatlas.errors import OutputError
from borderatlas.incidents.acled import ACLED_COLUMNS
from borderatlas.incidents.drafting import to_geodataframe
from borderatlas.incidents.exporting import EXPORTS, export_incidents
from borderatlas.incidents.foreign import recognise
from borderatlas.incidents.linked_places import REQUIRED
from borderatlas.incidents.qgis_style import TABLE
from borderatlas.incidents.qgis_symbols import INK, qml, rgba
from borderatlas.incidents.spreadsheets import restored, safe
from borderatlas.incidents.tables import read_sheet
from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.render.glyphs import outlines_of, type_styles
from borderatlas.render.style import LIGHT

COUNTY = replace(INCIDENT, id="d00000000004", precision="county", quote="-1+1", title="@here", publisher="\tTab")
GROUND = {
    INCIDENT.id: Point(128.177778, 41.401667),
    NOWHERE.id: None,
    REACH.id: LineString([(128.1, 41.4), (128.3, 41.6)]),
    COUNTY.id: box(128, 41, 129, 42),
}
KML = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture
def incidents():
    return to_geodataframe([INCIDENT, NOWHERE, REACH, COUNTY], lambda incident: GROUND[incident.id])


@pytest.mark.parametrize("kind", [".geojson", ".gpkg", ".parquet", ".xlsx"])
def test_forms_of_tables_are_read_back_equal(tmp_path, incidents, kind):
    back = ba.read_incidents(export_incidents(incidents, tmp_path / f"t{kind}"))
    assert json.loads(back.to_json()) == json.loads(incidents.to_json())


@pytest.mark.parametrize("kind", sorted(EXPORTS))
def test_the_same_table_gives_the_same_bytes(tmp_path, incidents, kind):
    first, second = (export_incidents(incidents, tmp_path / f"{name}{kind}").read_bytes() for name in "ab")
    assert first == second


def test_no_cell_of_a_csv_begins_like_a_formula(tmp_path, incidents):
    notes = []
    path = export_incidents(
        incidents.assign(**{"=own": ["＝1", "+x", "'-", "plain"]}), tmp_path / "t.csv", on_note=notes.append
    )
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [
        cell
        for cell in cells
        if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"} and not _is_number(cell)
    ]
    assert "'=cmd|' /C calc'!A0 {{7*7}} </script>\u2028" in cells
    assert "--restore" in notes[0]
    assert notes[0].split(": ")[1].startswith("10 cells")


def _is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(st.text() | st.text(alphabet="'=+-@\t\r1"))
def test_the_apostrophe_comes_off_again(text):
    assert restored(safe(text)) == text
    assert not safe(text).startswith(("=", "+", "@", "\t", "\r", "-")) or _is_number(safe(text))


def run(*arguments):
    return commands.run("export", *arguments)


def test_the_command_exports_and_restores(tmp_path, incidents):
    table = ba.write_incidents(incidents, tmp_path / "t.csv")
    out = tmp_path / "out.csv"
    done = run(table, "-o", out)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out)
    assert "apostrophe" in done.stderr
    back = tmp_path / "back.geojson"
    assert run(out, "-o", back, "--restore").returncode == 0
    assert list(ba.read_incidents(back)["quote"]) == list(incidents["quote"])
    again = run(table, "-o", out)
    assert again.returncode == 1
    assert "--overwrite" in again.stderr
    wrong = run(table, "-o", tmp_path / "t.docx")
    assert wrong.returncode == 1
    assert ".kml" in wrong.stderr


def test_a_geopackage_brings_a_style_for_qgis(tmp_path, incidents):
    path = export_incidents(incidents, tmp_path / "t.gpkg")
    with closing(sqlite3.connect(path)) as database:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({TABLE})")]
        styles = database.execute(
            f"SELECT f_table_name, f_geometry_column, styleName, styleQML, useAsDefault FROM {TABLE}"
        ).fetchall()
        listed = database.execute("SELECT data_type FROM gpkg_contents WHERE table_name = ?", (TABLE,)).fetchall()
        layer, geometry = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert columns == [
        "id",
        "f_table_catalog",
        "f_table_schema",
        "f_table_name",
        "f_geometry_column",
        "styleName",
        "styleQML",
        "styleSLD",
        "useAsDefault",
        "description",
        "owner",
        "ui",
        "update_time",
    ]
    assert listed == [("attributes",)]
    assert [style[:2] for style in styles] == [(layer, geometry)] * 3
    assert [style[4] for style in styles] == [1, 0, 0]
    assert {found["layer"] for found in _layers(path)} == {"incidents", TABLE}
    for style in styles:
        _check_qml(style[3])


def _layers(path):
    import pyogrio

    return [{"layer": str(name)} for name, _ in pyogrio.list_layers(path)]


@pytest.mark.parametrize(
    ("kind", "symbol", "number"), [("points", "marker", "0"), ("lines", "line", "1"), ("areas", "fill", "2")]
)
def test_a_style_has_a_symbol_for_every_type(kind, symbol, number):
    root = _check_qml(qml(kind))
    assert root.findtext("layerGeometryType") == number
    tops = root.findall("renderer-v2/symbols/symbol")
    assert {found.get("type") for found in tops} == {symbol}
    assert {found.get("type") for found in root.iterfind(".//layer/symbol")} <= {"marker"}
    looks = [tuple(option.get("value") for option in found.iter("Option")) for found in tops]
    assert len(set(looks)) == len(looks), "no two types look alike"
    for found in root.iter("layer"):
        assert {child.tag for child in found} <= {"Option", "data_defined_properties", "symbol"}
        assert found.get("class") in {"SvgMarker", "SimpleLine", "MarkerLine", "SimpleFill", "CentroidFill"}
        collection = found.find("data_defined_properties/Option")
        assert [option.get("name") for option in collection] == ["name", "properties", "type"]
        assert {option.get("name") for option in collection.findall("Option[@name='properties']/Option")} <= {
            "size", "outlineWidth", "fillStyle",
        }  # fmt: skip


@pytest.mark.parametrize("kind", ["points", "lines", "areas"])
def test_glyphs_and_colours_in_qgis_are_those_of_the_page(kind):
    renderer = _check_qml(qml(kind)).find("renderer-v2")
    symbols = {found.get("name"): found for found in renderer.findall("symbols/symbol")}
    page = {one["type"]: one for one in type_styles([*INCIDENT_TYPES, ""])}
    outlines = outlines_of([str(one["shape"]) for one in page.values()])
    for category in renderer.findall("categories/category"):
        symbol, word = symbols[category.get("symbol")], page[category.get("value")]
        marker = next(layer for layer in symbol.iter("layer") if layer.get("class") == "SvgMarker")
        options = {option.get("name"): option.get("value") for option in marker.find("Option")}
        [polygon] = ET.fromstring(base64.b64decode(options["name"].removeprefix("base64:")))
        assert polygon.get("fill") == f"param(fill) {word['colour']}"
        assert [int(at) for at in re.split("[ ,]", polygon.get("points"))] == outlines[word["shape"]]
        colours = {
            option.get("value") for option in symbol.iter("Option") if option.get("name") in {"color", "line_color"}
        }
        assert colours == {rgba(word["colour"])}
        assert (options["outline_color"], INK) == (rgba(LIGHT["ink"]), LIGHT["ink"])


def _check_qml(text):
    assert text.startswith("<!DOCTYPE qgis ")
    root = ET.fromstring(text[text.index("<qgis") :])
    renderer = root.find("renderer-v2")
    categories = renderer.findall("categories/category")
    assert (renderer.get("type"), renderer.get("attr")) == ("categorizedSymbol", "event_type")
    assert [found.get("value") for found in categories] == [*INCIDENT_TYPES, ""]
    assert [found.get("symbol") for found in categories] == [
        found.get("name") for found in renderer.findall("symbols/symbol")
    ]
    assert "precision" in text
    return root


def test_kml_is_read_by_gdal_and_holds_no_markup_of_ours_or_theirs(tmp_path, incidents):
    path = export_incidents(incidents.assign(name="own", title='<img src=x onerror="a()">'), tmp_path / "t.kml")
    root = ET.parse(path).getroot()
    marks = root.findall(".//k:Placemark", KML)
    assert len(marks) == 4
    assert [mark.findtext("k:name", namespaces=KML) for mark in marks] == [
        "&lt;img src=x onerror=&quot;a()&quot;&gt;"
    ] * 4
    described = marks[0].findtext("k:description", namespaces=KML)
    assert "quote: =cmd" in described
    assert "<" not in described.replace("<br>", "")
    data = {found.get("name"): found.text for found in marks[0].iterfind(".//k:SimpleData", KML)}
    assert data["id"] == INCIDENT.id
    assert data["event_type"] == "shooting"
    read = gpd.read_file(path)
    assert [None if shape is None else shape.geom_type for shape in read.geometry] == [
        "Point",
        None,
        "LineString",
        "Polygon",
    ]
    assert read.geometry[0].x == pytest.approx(128.177778)


def test_linked_places_has_what_the_format_asks_for(tmp_path, incidents):
    collection = json.loads(export_incidents(incidents, tmp_path / "t.jsonld").read_text(encoding="utf-8"))
    assert set(REQUIRED["collection"]) <= set(collection)
    assert collection["type"] == "FeatureCollection"
    ids = [feature["@id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    for feature in collection["features"]:
        assert set(REQUIRED["feature"]) <= set(feature)
        assert feature["type"] == "Feature"
        assert set(REQUIRED["properties"]) <= set(feature["properties"])
        assert feature["names"]
        assert all(name["toponym"] for name in feature["names"])
        assert set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert all(len(code) == 2 for code in feature["properties"]["ccodes"])
        assert feature["geometry"]["type"] == "GeometryCollection"
        assert all({"type", "coordinates"} <= set(part) for part in feature["geometry"]["geometries"])
        for span in feature.get("when", {}).get("timespans", []):
            assert set(span["start"]) <= {"in", "earliest", "latest"}
    told = [description["@id"] for feature in collection["features"] for description in feature["descriptions"]]
    assert sorted(told) == sorted(f"borderatlas:incident/{found}" for found in incidents["id"]), "no row vanishes"


def test_acled_columns(tmp_path, incidents):
    path = export_incidents(incidents, tmp_path / "t.csv", columns="acled")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    sheet = read_sheet(path)
    assert tuple(sheet.names) == ACLED_COLUMNS
    first = sheet.rows[0].cells
    assert (first["event_date"], first["year"], first["time_precision"]) == ("2017-04-15", "2017", "1")
    assert (first["event_type"], first["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (first["country"], first["iso"], first["geo_precision"]) == ("North Korea", "408", "1")
    assert first["tags"] == "borderatlas type=shooting"
    assert rows
    found = recognise(sheet)
    assert found.scheme is not None, "what is like ACLED is read as ACLED"
    assert found.sheet.rows[0].cells["precision"] == "settlement"


def test_acled_columns_carry_footprints_where_the_form_has_them(tmp_path, incidents):
    collection = json.loads(
        export_incidents(incidents, tmp_path / "t.geojson", columns="acled").read_text(encoding="utf-8")
    )
    assert [f["geometry"] and f["geometry"]["type"] for f in collection["features"]] == [
        "Point",
        None,
        "LineString",
        "Polygon",
    ]


def test_export_takes_other_peoples_tables(tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("Ort;Datum;Akte\nHyesan;15.04.2017;7\n", encoding="utf-8")
    target = tmp_path / "t.geojson"
    done = run(table, "-o", target)
    assert done.returncode == 0, done.stderr
    feature = json.loads(target.read_text(encoding="utf-8"))["features"][0]
    assert feature["properties"]["place_id"] == "kp.ryanggang.hyesan"
    assert feature["properties"]["Akte"] == "7"
    assert feature["geometry"]["type"] == "Point"


def test_a_form_that_is_none(tmp_path, incidents):
    with pytest.raises(OutputError, match="not a form of export"):
        export_incidents(incidents, tmp_path / "t.shp")


def test_an_empty_table_is_written_in_every_form(tmp_path, incidents):
    for kind in EXPORTS:
        assert export_incidents(incidents.iloc[:0], tmp_path / f"t{kind}").exists()
