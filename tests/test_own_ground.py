"""A user's own polygons and places, from the report to the page: what they cover stands on them, nothing else moves."""

import json

import pytest
import shapely
from commands import run
from shapely.geometry import box, shape
from test_boundaries import geojson
from test_dumps import row
from test_dumps import write as write_dump

import borderatlas as ba
from borderatlas import atlas
from borderatlas.gazetteer.dumps import gazetteer_with
from borderatlas.gazetteer.footprints import footprint
from borderatlas.gazetteer.geocoding import Geocoder, geocode, geocode_all
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.gazetteer.units import read_units
from borderatlas.layers import areas, geodesy
from borderatlas.models import Report, Section
from borderatlas.render.atlas_map import render_map

MUSAN_ID, ONSONG_ID = "kp.north-hamgyong.musan", "kp.north-hamgyong.onsong"
MUSAN = box(129.0, 42.05, 129.4, 42.35)
HERE = "Guards shot a man in Musan county on March 3."
ELSEWHERE = "Guards shot a woman in Onsong county on March 5."


def report(text, name="r"):
    return Report(name, text, (Section("body", 0, len(text)),), published="2020-03-10", language="en")


@pytest.fixture
def units(tmp_path):
    return read_units(geojson(tmp_path, [("Musan-gun", MUSAN)]))


@pytest.fixture
def dumped(tmp_path):
    return write_dump(tmp_path, row())


def placed(text, geocoder):
    return {p.text: p for p in geocoder.geocode(report(text))}


def test_a_county_stands_on_the_users_polygon_and_its_neighbour_on_the_layers(units):
    found = ba.geocode([report(f"{HERE} {ELSEWHERE}")], boundaries=units).set_index("place_id")
    assert found.geometry[MUSAN_ID].equals(MUSAN)
    assert (found.lat[MUSAN_ID], found.lon[MUSAN_ID]) == (42.2, 129.2)
    assert found.geometry[ONSONG_ID].equals(areas.area(ONSONG_ID))


def test_only_the_ground_differs_and_the_shipped_geocoder_is_untouched(units):
    reports = [report(f"{HERE} {ELSEWHERE}")]
    before = list(geocode_all(reports))
    own = ba.geocode(reports, boundaries=units)
    assert list(geocode_all(reports)) == before == geocode(reports[0])
    plain = ba.geocode(reports)
    same = [name for name in plain.columns if name not in {"lat", "lon", "geometry", "uncertainty_m"}]
    assert list(own.columns) == list(plain.columns)
    assert own[same].equals(plain[same])
    plain, own = plain.set_index("place_id"), own.set_index("place_id")
    assert not plain.geometry[MUSAN_ID].equals(MUSAN)
    assert own.uncertainty_m[MUSAN_ID] != plain.uncertainty_m[MUSAN_ID]
    assert own.uncertainty_m[ONSONG_ID] == plain.uncertainty_m[ONSONG_ID]


def test_the_uncertainty_is_that_of_the_users_polygon(units):
    text = "Guards shot a man in Musan county. Musan, in North Hamgyong, was quiet."
    typed, bare = (
        p for p in Geocoder(load_gazetteer(), area=units.area).geocode(report(text)) if p.place_id == MUSAN_ID
    )
    corners = list(MUSAN.exterior.coords)
    for placement in (typed, bare):
        reach = [geodesy.distance_m(placement.lon, placement.lat, *corner) for corner in corners]
        assert placement.uncertainty_m == pytest.approx(max(reach), abs=1)
    assert (bare.lat, bare.lon) != (typed.lat, typed.lon), "a bare name keeps the seat"


def test_a_citys_polygon_is_the_footprint_of_the_bare_name(tmp_path):
    hyesan = box(128.12, 41.36, 128.24, 41.42)
    units = read_units(geojson(tmp_path, [("Hyesan", hyesan)]))
    reports = [report("Guards shot a man in Hyesan on March 3. A woman was shot in Manpo.")]
    found = ba.geocode(reports, boundaries=units).set_index("place_id")
    assert found.geometry["kp.ryanggang.hyesan"].equals(hyesan)
    assert found.precision["kp.ryanggang.hyesan"] == "settlement"
    assert found.geometry["kp.chagang.manpo"].geom_type == "Point", "its approximate cell is no footprint of a town"
    plain = ba.geocode(reports).set_index("place_id")
    assert plain.geometry["kp.ryanggang.hyesan"].geom_type == "Point"
    assert found.uncertainty_m["kp.ryanggang.hyesan"] > plain.uncertainty_m["kp.ryanggang.hyesan"]


def test_two_users_polygons_do_not_get_into_each_others_way(tmp_path, units):
    other = box(129.1, 42.1, 129.3, 42.3)
    others = read_units(geojson(tmp_path, [("Musan", other)], name="others.geojson"))
    text = "It is in the border area of Musan county; it was in Musan county."
    for boundaries, mine in ((units, MUSAN), (others, other), (units, MUSAN)):
        grounds = list(ba.geocode([report(text)], boundaries=boundaries).geometry)
        assert grounds[0].equals(areas.border_strip(mine))
        assert grounds[1].equals(mine)


def test_banks_in_a_county_are_those_of_its_polygon(tmp_path):
    half = shapely.intersection(areas.area(ONSONG_ID), box(129.0, 42.0, 129.95, 43.5))
    units = read_units(geojson(tmp_path, [("Onsong", half)]))
    text = "Bodies lay on the bank of the Tumen River in Onsong county."
    whole, part = (placed(text, Geocoder(load_gazetteer(), area=area)) for area in (None, units.area))
    long, short = (footprint(found["Tumen River"]) for found in (whole, part))
    assert {whole["Tumen River"].relation, part["Tumen River"].relation} == {"bank_of"}
    assert 0 < short.length < 0.9 * long.length


def test_places_of_a_dump_are_found_and_stand_somewhere(dumped):
    text = "A man drowned near Kkamagwi-ri in Musan county on March 3."
    found = ba.geocode([report(text)], gazetteer=gazetteer_with(dumped)).set_index("place_id")
    assert found.relation["geonames.90000001"] == "near"
    ground = found.geometry["geonames.90000001"]
    assert ground.area > 0, "a disc about it, no pin"
    assert ground.intersects(shapely.Point(129.20, 42.20).buffer(0.001))
    assert not ground.contains(areas.area(MUSAN_ID))
    assert "geonames.90000001" not in set(ba.geocode([report(text)]).place_id)


def test_incidents_say_whose_outline_they_have(units):
    reports = [report(HERE, "a"), report(ELSEWHERE, "b"), report("Guards shot a man in Hyesan on March 3.", "c")]
    drafts = ba.draft_incidents(reports, boundaries=units).set_index("report")
    assert drafts.outline.dropna().to_dict() == {"a": "given", "b": "approximate"}
    assert "c" in drafts.index
    assert drafts.geometry["a"].equals(MUSAN)
    assert "outline" not in ba.draft_incidents(reports)


def test_gathered_reports_and_tables_stand_side_by_side(tmp_path, units):
    told = tmp_path / "told.txt"
    told.write_text(HERE, encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text("latitude,longitude\n41.4,128.2\n", encoding="utf-8")
    gathered = atlas.gather_incidents([str(told), str(table)], boundaries=units)
    assert [value == "given" for value in gathered.outline] == [True, False]


@pytest.mark.parametrize(
    ("texts", "label", "given"),
    [
        ([HERE], "county", [True]),
        ([HERE, ELSEWHERE], "county (approximate: dashed)", [True, False]),
        ([ELSEWHERE], "county (outline approximate)", [False]),
    ],
)
def test_the_page_marks_as_approximate_what_is(units, texts, label, given):
    drafts = ba.draft_incidents([report(text, str(n)) for n, text in enumerate(texts)], boundaries=units)
    payload = render_map(drafts, layers=False).get_root().payload
    assert [row.get("given", False) for row in payload["footprints"]] == given
    county = next(row for row in payload["precisions"] if row["key"] == "county")
    assert county["label"] == label
    assert county.get("given", False) == all(given)


def test_a_word_in_the_outline_column_makes_no_other_ground_true(units):
    drafts = ba.draft_incidents([report("Guards shot a man in North Hamgyong province on March 3.")]).assign(
        boundary="given"
    )
    (drawn,) = render_map(drafts, layers=False).get_root().payload["footprints"]
    assert (drawn["precision"], "given" in drawn) == ("province", False)


def test_both_commands_take_them_and_note_what_matched(tmp_path, dumped):
    told = tmp_path / "told.txt"
    told.write_text(f"{HERE} The man was from Kkamagwi-ri in Musan county.", encoding="utf-8")
    polygons = geojson(tmp_path, [("Musan-gun", MUSAN), ("Atlantis", box(127, 41, 127.1, 41.1))])
    own = ("--boundaries", polygons, "--name-column", "unit", "--gazetteer", dumped)
    page = tmp_path / "map.html"
    done = [run("geocode", told, "--format", "geojson", *own), run("render", told, "-o", page, *own)]
    for each in done:
        assert each.returncode == 0, each.stderr
        assert "1 of 2 polygons are 1 units" in each.stderr
        assert "Atlantis (2)" in each.stderr
        assert "1 places of 1 rows" in each.stderr
    features = {f["properties"]["place_id"]: f for f in json.loads(done[0].stdout)["features"]}
    assert shape(features[MUSAN_ID]["geometry"]).equals(MUSAN)
    assert "geonames.90000001" in features
    assert '"given":true' in page.read_text(encoding="utf-8").replace(" ", "")


def test_an_explanation_knows_the_places_of_a_dump(tmp_path, dumped):
    told = tmp_path / "told.txt"
    told.write_text("He left Kkamagwi-ri in Musan county.", encoding="utf-8")
    assert "geonames.90000001" in run("geocode", told, "--explain", "--gazetteer", dumped).stdout


@pytest.mark.parametrize("command", ["geocode", "render"])
def test_a_file_that_cannot_be_used_stops_both_commands(tmp_path, command):
    told = tmp_path / "told.txt"
    told.write_text(HERE, encoding="utf-8")
    page = tmp_path / ("out.html" if command == "render" else "out.jsonl")
    polygons = geojson(tmp_path, [("Atlantis", MUSAN)])
    done = run(command, told, "-o", page, "--boundaries", polygons)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "counties.geojson" in done.stderr
    assert not page.exists()
