"""County polygons that a user brings: any reference system, matched by name; taken whole or not at all."""

import json

import pytest
import shapely
from commands import run
from shapely.geometry import MultiPolygon, Point, Polygon, box, mapping

from borderatlas.errors import DatasetError
from borderatlas.gazetteer.units import read_units
from borderatlas.layers import areas
from borderatlas.layers.boundaries import read_outlines

MUSAN = box(129.0, 42.1, 129.4, 42.4)
HYESAN = box(128.1, 41.3, 128.3, 41.5)
ROWS = [("Musan-gun", MUSAN), ("혜산시", HYESAN)]


def geojson(tmp_path, rows, *, column="unit", crs=None, name="counties.geojson", encoding="utf-8"):
    features = [
        {
            "type": "Feature",
            "properties": {column: text} if column else {},
            "geometry": shape if shape is None else mapping(shape),
        }
        for text, shape in rows
    ]
    collection = {"type": "FeatureCollection", "features": features}
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    path = tmp_path / name
    path.write_bytes(json.dumps(collection, ensure_ascii=False).encode(encoding))
    return path


def frame(rows, crs="EPSG:4326"):
    from geopandas import GeoDataFrame

    return GeoDataFrame({"unit": [text for text, _ in rows]}, geometry=[shape for _, shape in rows], crs=crs)


def refused(path, says, **options):
    with pytest.raises(DatasetError, match=says) as caught:
        read_units(path, **options)
    assert path.name in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_units_are_matched_by_name_in_any_script_and_reported(tmp_path):
    notes = []
    rows = [*ROWS, ("Hoeryŏng", box(129.6, 42.3, 129.9, 42.6)), ("Atlantis", box(127, 41, 127.1, 41.1))]
    units = read_units(geojson(tmp_path, rows), on_note=notes.append)
    assert set(units.grounds) == {"kp.north-hamgyong.musan", "kp.ryanggang.hyesan", "kp.north-hamgyong.hoeryong"}
    assert "3 of 4 polygons are 3 units, by their column 'unit'" in notes[0]
    assert "Atlantis (4)" in notes[1]
    assert units.area("kp.north-hamgyong.musan").equals(MUSAN)
    assert units.area("kp.ryanggang.samsu").equals(areas.area("kp.ryanggang.samsu"))
    assert "kp.ryanggang.samsu" not in units
    assert units.county_at(129.2, 42.2) == "kp.north-hamgyong.musan"


def test_a_name_far_from_its_unit_is_no_match(tmp_path):
    refused(geojson(tmp_path, [("Musan", HYESAN)]), "name of a unit that lies there")


def test_polygons_of_one_unit_are_joined(tmp_path):
    west, east = box(129.0, 42.1, 129.2, 42.4), box(129.2, 42.1, 129.4, 42.4)
    units = read_units(geojson(tmp_path, [("Musan", west), ("Musan County", east)]))
    assert units.area("kp.north-hamgyong.musan").equals(MUSAN)


def test_a_unit_whose_point_is_not_known_is_matched_by_its_province(tmp_path):
    (place,) = _unlocated()[:1]
    inside = areas.area(place.parent).representative_point()
    units = read_units(geojson(tmp_path, [(place.name, inside.buffer(0.05)), *ROWS]))
    assert place.id in units


def _unlocated():
    from borderatlas.gazetteer.places import load_gazetteer

    gazetteer = load_gazetteer()
    units = [p for p in gazetteer if p.kind == "county" and p.country == "KP" and p.location_precision == "inherited"]
    alone = [p for p in units if [h.place.id for h in gazetteer.lookup(p.name) if h.place.kind == "county"] == [p.id]]
    inside = [p for p in alone if areas.area(p.parent) is not None]
    if not inside:
        pytest.skip("every county has a point of its own")
    return inside


# Bad input, a case each: a message with file and row, nothing half loaded.


def test_holes_are_kept(tmp_path):
    holed = Polygon(MUSAN.exterior.coords, [box(129.19, 42.19, 129.21, 42.21).exterior.coords])
    units = read_units(geojson(tmp_path, [("Musan", holed)]))
    assert units.area("kp.north-hamgyong.musan").equals(holed)
    assert units.county_at(129.2, 42.2) is None
    assert units.county_at(129.1, 42.2) == "kp.north-hamgyong.musan"


def test_a_bow_tie_is_refused(tmp_path):
    bow = Polygon([(129.0, 42.1), (129.4, 42.4), (129.4, 42.1), (129.0, 42.4)])
    refused(geojson(tmp_path, [("Hyesan", HYESAN), ("Musan", bow)]), r":2 crosses itself .*129\.2 42\.25")


def test_a_small_loop_is_mended_and_said(tmp_path):
    coordinates = [
        (129.0, 42.1),
        (129.4, 42.1),
        (129.4, 42.4),
        (129.2, 42.4),
        (129.2005, 42.4005),
        (129.2005, 42.3995),
        (129.0, 42.4),
    ]
    notes = []
    units = read_units(geojson(tmp_path, [("Musan", Polygon(coordinates))]), on_note=notes.append)
    assert shapely.is_valid(units.area("kp.north-hamgyong.musan"))
    assert ":1 crossed itself" in notes[0]


@pytest.mark.parametrize("crs", ["EPSG:5186", "EPSG:3857", "EPSG:32652", "EPSG:4737"])
@pytest.mark.parametrize("suffix", [".shp", ".gpkg", ".geojson"])
def test_another_reference_system(tmp_path, crs, suffix):
    path = tmp_path / f"counties{suffix}"
    frame([("Musan", MUSAN)]).to_crs(crs).to_file(path)
    found = read_units(path).area("kp.north-hamgyong.musan")
    assert found.symmetric_difference(MUSAN).area < MUSAN.area * 0.001


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_no_reference_system(tmp_path):
    path, notes = tmp_path / "degrees.shp", []
    frame([("Musan", MUSAN)], crs=None).to_file(path)
    assert read_units(path, on_note=notes.append).area("kp.north-hamgyong.musan").equals(MUSAN)
    assert "taken as EPSG:4326" in notes[0]
    metres = tmp_path / "metres.shp"
    frame([("Musan", MUSAN)]).to_crs("EPSG:5186").set_crs(None, allow_override=True).to_file(metres)
    refused(metres, "says no coordinate reference system, and coordinates up to .* are no degrees")


def test_longitude_and_latitude_swapped(tmp_path):
    swapped = shapely.transform(MUSAN, lambda xy: xy[:, ::-1])
    refused(geojson(tmp_path, [("Musan", swapped)]), "longitude and latitude seem to be swapped")


def test_another_place_of_the_globe(tmp_path):
    refused(geojson(tmp_path, [("Musan", box(2.0, 48.0, 3.0, 49.0))]), "away from the border")


def test_no_name_column(tmp_path):
    path = geojson(tmp_path, [(None, MUSAN)], column=None)
    refused(path, "has no column of names")
    refused(geojson(tmp_path, [("4711", MUSAN)]), "no value of unit is the name of a unit .* --name-column")


def test_the_name_column_is_found_or_named(tmp_path):
    feature = {"code": "Hyesan", "remark": "a county", "label": "Musan"}
    collection = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": feature, "geometry": mapping(MUSAN)}],
    }
    path = tmp_path / "many.geojson"
    path.write_text(json.dumps(collection))
    assert set(read_units(path).grounds) == {"kp.north-hamgyong.musan"}
    assert set(read_units(path, name_column="label").grounds) == {"kp.north-hamgyong.musan"}
    refused(path, "name of a unit", name_column="remark")
    refused(path, r"has no column 'name'; its columns are: code, remark, label", name_column="name")


@pytest.mark.parametrize("part", [".dbf", ".shx"])
def test_a_shapefile_without_one_of_its_parts(tmp_path, part):
    path = tmp_path / "counties.shp"
    frame(ROWS[:1]).to_file(path)
    path.with_suffix(part).unlink()
    refused(path, f"its {part} is missing")


def test_a_shapefile_in_a_korean_code_page(tmp_path):
    path, notes = tmp_path / "counties.shp", []
    frame([("무산군", MUSAN)]).to_file(path, encoding="cp949")
    path.with_suffix(".cpg").unlink()
    assert set(read_units(path, on_note=notes.append).grounds) == {"kp.north-hamgyong.musan"}
    assert "CP949" in notes[0]


def test_a_file_that_is_not_utf_8(tmp_path):
    refused(geojson(tmp_path, [("무산군", MUSAN)], encoding="cp949"), "not UTF-8")


def test_an_empty_layer(tmp_path):
    refused(geojson(tmp_path, []), "the layer is empty")


def test_rows_that_are_no_polygons(tmp_path):
    refused(geojson(tmp_path, [*ROWS, ("Onsong", Point(129.9, 42.9))]), ":3 is a Point; wanted a polygon")
    refused(geojson(tmp_path, [("Musan", None)]), ":1 has no geometry")


def test_files_that_are_no_layers(tmp_path):
    text = tmp_path / "notes.geojson"
    text.write_text("counties, by hand")
    refused(text, "cannot be read as a vector file")
    refused(tmp_path / "nowhere.shp", "no such file")
    table = tmp_path / "table.csv"
    table.write_text("unit\nMusan\n")
    refused(table, "has no geometry")


def test_multipolygons_and_the_first_of_several_layers(tmp_path):
    path, notes = tmp_path / "counties.gpkg", []
    two = MultiPolygon([MUSAN, box(129.5, 42.1, 129.6, 42.2)])
    frame([("Musan", two)]).to_file(path, layer="units")
    frame([("Hyesan", HYESAN)]).to_file(path, layer="others")
    units = read_units(path, on_note=notes.append)
    assert units.area("kp.north-hamgyong.musan").equals(two)
    assert "has 2 layers (units, others)" in notes[0]


def test_outlines_keep_their_numbers(tmp_path):
    assert [(o.number, o.texts) for o in read_outlines(geojson(tmp_path, ROWS))] == [
        (1, {"unit": "Musan-gun"}),
        (2, {"unit": "혜산시"}),
    ]


def test_the_command(tmp_path):
    path = geojson(tmp_path, [("Musan", HYESAN.union(MUSAN))])
    done = run("locate", "41.40", "128.18", "--boundaries", path)
    assert done.returncode == 0, done.stderr
    assert "unit Musan," in done.stdout
    assert "1 of 1 polygons are 1 units" in done.stderr
    bad = run("locate", "41.40", "128.18", "--boundaries", geojson(tmp_path, []))
    assert (bad.returncode, bad.stdout, len(bad.stderr.splitlines())) == (1, "", 1)
