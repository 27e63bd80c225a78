"""Incident tables: what is read, what is refused and where, and that nothing is lost on the way out and in."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from borderatlas.errors import OutputError, TableError
from borderatlas.incidents.drafting import to_geodataframe
from borderatlas.incidents.tables import COLUMNS, read_incidents, write_incidents
from borderatlas.models import Incident

INCIDENT = Incident(
    id="b00000000001", report="r1", title='A "title", with\nlines', date_start="2017-04-15", date_end="2017-04-15",
    time_precision="day", event_type="shooting", place_id="kp.ryanggang.hyesan", place_name="Hyesan", name_verbatim="혜산",
    latitude=41.401667, longitude=128.177778, country="KP", admin1="Ryanggang", precision="settlement", uncertainty_m=4000.0,
    geo_precision=1, where_prec=1, relation=None, river="yalu", river_km_from=612.4, river_km_to=612.4, bank="KP",
    other_place_ids="", source_place_ids="kp.ryanggang", quote="=cmd|' /C calc'!A0 {{7*7}} </script>\u2028", quote_start=3,
    quote_end=40, publisher="P", source_date="2017-04", source_url="https://example.org/?a=1&b=2", language="ko",
    certainty="certain", rule="exact-name", review_status="machine",
)  # fmt: skip
NOWHERE = replace(
    INCIDENT, id="a00000000002", title=None, date_start=None, place_id=None, place_name=None, latitude=None, longitude=None,
    precision="unlocated", uncertainty_m=None, geo_precision=None, where_prec=None, river_km_from=None, river_km_to=None,
)  # fmt: skip
REACH = replace(INCIDENT, id="c00000000003", precision="river_reach", latitude=41.5, longitude=128.2)
FOOTPRINTS = {
    INCIDENT.id: Point(INCIDENT.longitude, INCIDENT.latitude),
    NOWHERE.id: None,
    REACH.id: LineString([(128.1, 41.4), (128.3, 41.6)]),
}
KINDS = [".csv", ".geojson", ".gpkg", ".parquet", ".xlsx"]


def frame(*incidents):
    return to_geodataframe(incidents, lambda incident: FOOTPRINTS[incident.id])


def rows(table):
    return json.loads(table.drop(columns="geometry").to_json(orient="records"))


def write(path, text):
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_comes_back_as_it_went(tmp_path, kind):
    table = frame(INCIDENT, NOWHERE, REACH)
    path = write_incidents(table, tmp_path / f"t{kind}")
    again = read_incidents(path)
    assert list(again["id"]) == [INCIDENT.id, NOWHERE.id, REACH.id]
    assert list(again.columns) == [*COLUMNS, "geometry"]
    assert rows(again) == rows(table)
    assert list(again.geometry) == [FOOTPRINTS[INCIDENT.id], None, FOOTPRINTS[REACH.id]]
    assert list(again.dtypes) == list(table.dtypes)
    assert again.crs == "EPSG:4326"
    second = write_incidents(again, tmp_path / f"again{kind}")
    assert second.read_bytes() == path.read_bytes()


def test_all_kinds_say_the_same(tmp_path):
    table = frame(INCIDENT, NOWHERE, REACH)
    first, *others = (read_incidents(write_incidents(table, tmp_path / f"t{kind}")) for kind in KINDS)
    assert all(rows(other) == rows(first) for other in others)


def test_the_files_are_plain(tmp_path):
    table = frame(INCIDENT, NOWHERE)
    text = write_incidents(table, tmp_path / "t.csv").read_bytes().decode()
    assert "\r" not in text
    assert text.splitlines()[0] == ",".join(COLUMNS)  # no geometry where the points say it all
    lines = write_incidents(table, tmp_path / "t.geojson").read_text(encoding="utf-8").split("\n")
    assert len(lines) == 5  # one feature a line
    collection = json.loads("\n".join(lines))
    assert [feature["id"] for feature in collection["features"]] == [INCIDENT.id, NOWHERE.id]
    assert collection["features"][1]["geometry"] is None
    assert collection["features"][0]["geometry"]["coordinates"] == [128.177778, 41.401667]


@pytest.mark.parametrize("header", ["latitude,longitude", "lat,lon", "Lat,Lng", " LATITUDE ,long"])
def test_a_minimal_table_needs_only_a_place(tmp_path, header):
    table = read_incidents(write(tmp_path / "m.csv", f"{header}\n41.4,128.18\n40.1,124.4\n"))
    assert list(table.columns) == ["id", "latitude", "longitude", "geometry"]
    assert list(table.geometry) == [Point(128.18, 41.4), Point(124.4, 40.1)]
    assert table["id"].is_unique
    again = read_incidents(write_incidents(table, tmp_path / "again.csv"))
    assert rows(again) == rows(table)


def test_ids_that_are_made_depend_on_the_row_alone(tmp_path):
    first = read_incidents(write(tmp_path / "a.csv", "lat,lon\n41.4,128.18\n40.1,124.4\n40.1,124.4\n"))
    second = read_incidents(write(tmp_path / "b.csv", "lat,lon\n40.1,124.4\n40.1,124.4\n41.4,128.18\n"))
    assert sorted(first["id"]) == sorted(second["id"])
    assert first["id"].is_unique


def test_a_place_name_is_a_place(tmp_path):
    table = read_incidents(write(tmp_path / "m.csv", "place_name,title\n혜산,탈북\n"))
    assert list(table["place_name"]) == ["혜산"]
    assert table.geometry.iloc[0] is None


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_columns_are_carried_along(tmp_path, kind):
    source = write(tmp_path / "u.csv", "lat,lon,Analyst note,003\n41.4,128.18,see p. 4,0012\n41.5,128.2,,7\n")
    table = read_incidents(source)
    assert list(table.columns) == ["id", "latitude", "longitude", "Analyst note", "003", "geometry"]
    again = read_incidents(write_incidents(table, tmp_path / f"v{kind}"))
    assert sorted(again["003"]) == ["0012", "7"]
    assert rows(again) == rows(table)


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble(tmp_path):
    path = tmp_path / "b.csv"
    path.write_bytes(b"\xef\xbb\xbflat,lon\r\n41.4,128.18\r\n")
    assert len(read_incidents(path)) == 1


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("lat,lon\n41.4,128.2\n91,128.2\n", "3:1", "latitude 91 is outside -90 to 90"),
        ("lat,lon\n41.4,181\n", "2:2", "longitude"),
        ("lat,lon\nnorth,128\n", "2:1", "'north' is no number"),
        ("lat,lon\nnan,128\n", "2:1", "no number"),
        ("lat,lon\n41.4,\n", "2:2", "is missing"),
        ("lat,lon,precision\n41.4,128.2,exactly\n", "2:3", "'exactly' is unknown; it is one of exact, settlement"),
        ("lat,lon,date_start\n41.4,128.2,2017-02-30\n", "2:3", "no date"),
        ("lat,lon,date_start\n41.4,128.2,15/04/2017\n", "2:3", "no date"),
        ("lat,lon,date_start,date_end\n41.4,128.2,2017-02-02,2017-02-01\n", "2:4", "before date_start"),
        ("title,lat,lon\nno place,,\n", "2:2", "no place"),
        ('title,lat,lon\n"two\nlines",41,128\n"bad\nrow",x,128\n', "4:2", "no number"),
        ("lat,lon\n41.4,128.2,more\n", "2:3", "more fields than the header"),
        ("lat,lon,lat\n1,2,3\n", "1:3", "twice"),
        ("lat,lon,,\n1,2,3,4\n", "1:3", "without a name"),
        ('lat,lon,title\n41,128,"open\n', "2:3", "not CSV"),
        ('lat,lon,title\n41,128,"a" b\n', "2:3", "behind a closing quotation mark"),
        ("lat,lon,geometry\n41,128,CIRCLE (1)\n", "2:3", "no geometry"),
        ("lat,lon,geo_precision\n41,128,1.5\n", "2:3", "no whole number"),
        ("lat,lon,uncertainty_m\n41,128,-1\n", "2:3", "outside 0 to inf"),
    ],
)
def test_a_fault_is_named_by_line_and_column(tmp_path, text, where, said):
    path = write(tmp_path / "f.csv", text)
    with pytest.raises(TableError) as caught:
        read_incidents(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:{where} ")
    assert said in message
    assert "\n" not in message


FEATURE = '{"type": "Feature", "properties": {"latitude": %s, "longitude": 128}, "geometry": null}'


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (
            '{"type": "FeatureCollection", "features": [\n' + FEATURE % "41" + ",\n" + FEATURE % "141" + "\n]}",
            ":3:1 ",
            "outside",
        ),
        ('{"features": [\n  ' + FEATURE % '"x"' + "]}", ":2:3 ", "no number"),
        ('{"features": [\n' + FEATURE % "41" + "\n" + FEATURE % "41" + "]}", ":3:1 ", "not JSON"),
        ('{"features": [1]}', ":1:15 ", "not a Feature"),
        ('{"type": "FeatureCollection"}', ": ", "no features"),
        ("[]", ":1:1 ", "not JSON"),
        ("", ":1:1 ", "not JSON"),
        ('{"features": [{"type": "Feature", "properties": {}, "geometry": null}]}', ":1:15 ", "no place"),
        (
            '{"features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Blob"}}]}',
            ":1:15 ",
            "no geometry",
        ),
    ],
)
def test_a_fault_in_geojson_is_named_too(tmp_path, text, where, said):
    path = write(tmp_path / "f.geojson", text)
    with pytest.raises(TableError) as caught:
        read_incidents(path)
    assert str(caught.value).startswith(f"{path}{where}")
    assert said in str(caught.value)


def test_foreign_geojson_is_read(tmp_path):
    feature = {
        "type": "Feature",
        "id": 7,
        "properties": {"Name": "post", "n": 3},
        "geometry": {"type": "Point", "coordinates": [128, 41]},
    }
    path = write(tmp_path / "g.json", json.dumps({"name": "x", "features": [feature], "crs": None}, indent=1))
    table = read_incidents(path)
    assert (table["id"].iloc[0], table["Name"].iloc[0], table["n"].iloc[0]) == ("7", "post", 3)
    assert table.geometry.iloc[0] == Point(128, 41)
    assert rows(read_incidents(write_incidents(table, tmp_path / "h.geojson"))) == rows(table)


def test_ids_are_unique(tmp_path):
    with pytest.raises(TableError, match="'a' is there twice"):
        read_incidents(write(tmp_path / "d.csv", "id,lat,lon\na,41,128\na,42,128\n"))
    table = frame(INCIDENT, INCIDENT)
    with pytest.raises(TableError, match="twice"):
        write_incidents(table, tmp_path / "x.csv")
    assert list(tmp_path.iterdir()) == [tmp_path / "d.csv"]


def test_an_empty_table_keeps_its_columns(tmp_path):
    for kind in KINDS:
        path = write_incidents(frame(), tmp_path / f"e{kind}")
        assert len(read_incidents(path)) == 0
        if kind != ".geojson":  # without a feature it names no column
            assert list(read_incidents(path).columns) == [*COLUMNS, "geometry"]


def test_files_that_cannot_be_read_or_written(tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        read_incidents(tmp_path / "none.csv")
    with pytest.raises(TableError, match="not a kind of incident table"):
        read_incidents(tmp_path / "a.docx")
    (tmp_path / "k.csv").write_bytes("lat,lon\n혜산,1".encode("cp949"))
    with pytest.raises(TableError, match="not UTF-8"):
        read_incidents(tmp_path / "k.csv")
    with pytest.raises(TableError, match="empty"):
        read_incidents(write(tmp_path / "n.csv", ""))
    with pytest.raises(OutputError, match="not a kind of incident table"):
        write_incidents(frame(INCIDENT), tmp_path / "a.docx")


def test_a_file_that_is_there_stays_unless_told(tmp_path):
    path = write_incidents(frame(INCIDENT), tmp_path / "t.csv")
    before = path.read_bytes()
    with pytest.raises(OutputError, match="is there already"):
        write_incidents(frame(NOWHERE), path)
    assert path.read_bytes() == before
    write_incidents(frame(NOWHERE), path, overwrite=True)
    assert path.read_bytes() != before
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(
    quote=TEXT, title=TEXT.filter(str.strip), lat=st.floats(-90, 90), lon=st.floats(-180, 180),
    radius=st.none() | st.floats(0, 1e7), start=st.dates().map(str),
)  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_any_row_survives(tmp_path_factory, kind, quote, title, lat, lon, radius, start):
    incident = replace(
        INCIDENT,
        quote=quote,
        title=title,
        latitude=lat,
        longitude=lon,
        uncertainty_m=radius,
        date_start=start,
        date_end=None,
    )
    table = to_geodataframe([incident], lambda i: Point(i.longitude, i.latitude))
    path = write_incidents(table, tmp_path_factory.mktemp("any") / f"t{kind}")
    again = read_incidents(path).iloc[0]
    assert (again["quote"], again["title"], again["latitude"], again["longitude"]) == (quote, title, lat, lon)
    assert again["date_start"] == start
    assert math.isnan(again["uncertainty_m"]) if radius is None else again["uncertainty_m"] == radius


@pytest.mark.parametrize("quote", ["a\rb", "\r", "a\0b", ' "x" ', "a\r\n\nb", ",", "=1+1", "\ufeffx", "\u2028"])
def test_awkward_characters_survive_in_csv(tmp_path, quote):
    table = to_geodataframe([replace(INCIDENT, quote=quote)], lambda i: Point(i.longitude, i.latitude))
    assert read_incidents(write_incidents(table, tmp_path / "t.csv"))["quote"].iloc[0] == quote


def test_an_area_survives_in_csv(tmp_path):
    area = Polygon([(128.0, 41.0), (128.5, 41.0), (128.5, 41.5)])
    table = to_geodataframe([INCIDENT], lambda _: area)
    assert read_incidents(write_incidents(table, tmp_path / "a.csv")).geometry.iloc[0].equals(area)
