"""What is published: no place finer than a county or a 10 km reach, no date finer than a month, no quote, no text."""

import json
import math
import re

import geopandas as gpd
import pytest
import shapely
from commands import run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from leaks import leaks_in, test_the_search_finds_what_is_packed  # noqa: F401 - the search is tested where it is used

import borderatlas as ba
from borderatlas.errors import TableError
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY
from borderatlas.incidents.exporting import EXPORTS, export_incidents
from borderatlas.incidents.masking import NOTE, publishable, published_title
from borderatlas.incidents.masking_columns import PUBLISH_RULES
from borderatlas.layers import areas, geodesy, rivers
from borderatlas.render.atlas_map import render_map

COUNTIES = (
    "kp.north-hamgyong.onsong",
    "kp.ryanggang.hyesan",
    "kp.chagang.manpo",
    "cn.liaoning.dandong",
    "cn.jilin.tumen",
)
KINDS = sorted(EXPORTS)
TEXTS = [name for name, column in COLUMN_TABLE.items() if column.kind in {"text", "list", "json", "time"}] + [
    "Informant",
    "remarks",
]
DATES = ("date_start", "date_end", "date_reported", "source_date")


def halves(place_id):
    """Give a point in the western and one in the eastern half of a county, with digits of their own."""
    whole = areas.area(place_id)
    west, south, east, north = whole.bounds
    middle = (west + east) / 2
    parts = (shapely.box(west, south, middle, north), shapely.box(middle, south, east, north))
    spots = [whole.intersection(part).representative_point() for part in parts]
    return [(round(spot.x, 4) + 0.0000137, round(spot.y, 4) + 0.0000137) for spot in spots]


POINTS = {county: halves(county) for county in COUNTIES}


@st.composite
def row(draw):
    """Draw what may be published of a row, and two ways in which it may be told finer."""
    county = draw(st.sampled_from(COUNTIES))
    month = f"{draw(st.integers(2005, 2024))}-{draw(st.integers(1, 12)):02d}"
    days = draw(st.lists(st.integers(1, 28), min_size=2, max_size=2, unique=True))
    precision = draw(st.sampled_from(["exact", "settlement", "county", ""]))
    kind = draw(st.sampled_from(["smuggling", "shooting", "crossing"]))
    return [
        {
            "county": county,
            "point": POINTS[county][n],
            "date": f"{month}-{days[n]:02d}",
            "precision": precision,
            "type": kind,
        }
        for n in (0, 1)
    ]


def table(rows, canary):
    """Make a table of rows, with a canary of its own in every cell of text."""
    cells = []
    for number, found in enumerate(rows):
        lon, lat = found["point"]
        texts = {name: f"{canary}{number}{position:03d}Z" for position, name in enumerate(TEXTS)}
        cells.append(texts | dict.fromkeys(DATES, found["date"]) | {
            "event_type": found["type"], "precision": found["precision"], "latitude": lat, "longitude": lon,
            "place_id": None, "location_role": "incident", "review_status": "accepted", "certainty": "certain",
            "river_km_from": 123.4567, "river_km_to": 123.4567, "distance_m": 4321.0987, "bearing": 77.7123,
            "uncertainty_m": 4123.5, "border_distance_m": -765.4321, "quote_start": 918273, "quote_end": 918299,
            "geometry": shapely.Point(lon, lat).buffer(0.0123),
        })  # fmt: skip
    return gpd.GeoDataFrame(cells, geometry="geometry", crs="EPSG:4326")


def secrets_of(rows, canary):
    numbers = [f"{value:.6f}" for found in rows for value in found["point"]]
    integers = [str(round(value * 1e5)) for found in rows for value in found["point"]]
    days = [found["date"] for found in rows]
    return [canary, *numbers, *integers, *days, "123.4567", "4321.0987", "77.7123", "4123.5", "765.4321", "918273"]


def written(incidents, folder):
    """Write incidents in every form in which they leave the program."""
    paths = [export_incidents(incidents, folder / f"t{kind}", overwrite=True) for kind in KINDS]
    paths += [
        export_incidents(incidents, folder / f"acled{kind}", columns="acled", overwrite=True)
        for kind in (".csv", ".geojson")
    ]
    page = folder / "page.html"
    render_map(incidents, title=published_title("A map"), layers=False).save(page)
    return [*paths, page]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(pairs=st.lists(row(), min_size=1, max_size=4))
def test_no_output_holds_what_is_finer(tmp_path, pairs):
    rows = [pair[0] for pair in pairs]
    incidents = publishable(table(rows, "Qanary"))
    for path in written(incidents, tmp_path):
        assert leaks_in(path, secrets_of(rows, "Qanary")) == set(), path.name


@settings(max_examples=25, deadline=None)
@given(pairs=st.lists(row(), min_size=1, max_size=5))
def test_what_is_published_depends_on_nothing_finer(pairs):
    """Other texts, other spots of the same county, other days of the same month: the same publication, to the byte."""
    one = publishable(table([pair[0] for pair in pairs], "Qanary"))
    other = publishable(table([pair[1] for pair in pairs], "Ratpie"))
    assert one.to_json() == other.to_json()
    shuffled = publishable(table([pair[0] for pair in reversed(pairs)], "Qanary"))
    assert one.to_json() == shuffled.to_json(), "nor on the order of the rows"


def test_every_output_is_searched_and_an_unmasked_one_is_caught(tmp_path):
    """The search is worth something: the same tables, not generalised, are full of it."""
    rows = [
        {
            "county": COUNTIES[0],
            "point": POINTS[COUNTIES[0]][0],
            "date": "2013-06-17",
            "precision": "exact",
            "type": "shooting",
        }
    ]
    secrets = ["Qanary", "2013-06-17"]
    for path in written(table(rows, "Qanary").assign(id="Qanary1"), tmp_path):
        assert leaks_in(path, secrets) == set(secrets), path.name


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg", ".parquet", ".xlsx"])
def test_read_back_nothing_is_finer(tmp_path, kind):
    rows = [
        {
            "county": county,
            "point": POINTS[county][0],
            "date": "2013-06-17",
            "precision": "settlement",
            "type": "shooting",
        }
        for county in COUNTIES
    ]
    back = ba.read_incidents(export_incidents(publishable(table(rows, "Qanary")), tmp_path / f"t{kind}"))
    assert set(back["precision"]) == {"county"}
    assert set(back["place_id"]) == set(COUNTIES)
    assert all(re.fullmatch(r"\d{4}-\d{2}", value) for name in DATES for value in back[name].dropna())
    assert "quote" not in back
    for _, found in back.iterrows():
        assert found.geometry.equals_exact(areas.area(found.place_id), 1e-6)
        assert found.uncertainty_m >= 5_000
        assert NOTE in found.information_withheld
        assert found.data_generalizations.startswith("place: settlement to county")


def test_every_column_has_a_decision():
    assert set(PUBLISH_RULES) == {*COLUMN_TABLE, GEOMETRY}
    assert all(rule.how for rule in PUBLISH_RULES.values())


def one(**cells):
    base = {"id": "x", "event_type": "shooting", "latitude": None, "longitude": None, "date_start": "2013-06-17"}
    return publishable(gpd.GeoDataFrame([base | cells], geometry=[None], crs="EPSG:4326")).iloc[0]


@pytest.mark.parametrize(
    ("km", "expected"),
    [((612.4, 612.4), (610, 620)), ((619.0, 621.5), (610, 630)), ((0.3, 2.0), (0, 10)), ((811.0, 812.0), None)],
)
def test_a_reach_is_widened_to_ten_kilometres_at_least(km, expected):
    found = one(
        precision="river_reach",
        river="yalu",
        river_km_from=km[0],
        river_km_to=km[1],
        bank="KP",
        place_name="Secret reach",
    )
    assert found.precision == "river_reach"
    assert found.river_km_to - found.river_km_from >= 10
    assert expected is None or (found.river_km_from, found.river_km_to) == expected
    assert found.river_km_to <= rivers.get_river("yalu").length_km
    assert geodesy.length_km(found.geometry) >= 9.9
    assert "Secret" not in found.to_json(default_handler=str)


def test_a_reach_is_no_finer_than_it_was_uncertain():
    found = one(precision="river_reach", latitude=41.66, longitude=126.63, uncertainty_m=60_000.0)
    assert found.river_km_to - found.river_km_from >= 120


@pytest.mark.parametrize(
    ("cells", "precision", "place"),
    [
        ({"precision": "province", "place_id": "kp.ryanggang"}, "province", "kp.ryanggang"),
        ({"precision": "border_strip", "place_id": "kp.ryanggang"}, "border_strip", "kp.ryanggang"),
        ({"precision": "border_strip", "place_id": "kp.ryanggang.hyesan"}, "county", "kp.ryanggang.hyesan"),
        ({"precision": "river", "place_id": "river.tumen"}, "river", "river.tumen"),
        ({"precision": "country", "place_id": "kp"}, "country", "kp"),
        ({"precision": "exact", "latitude": 40.1, "longitude": 124.4}, "county", None),
        ({"precision": "settlement", "latitude": 43.3, "longitude": 131.9}, "province", "ru.primorsky"),
        ({"precision": "settlement", "place_id": "kp.ryanggang.hyesan.masan"}, "county", "kp.ryanggang.hyesan"),
        ({"precision": "settlement", "place_id": "fr.paris"}, None, None),
        ({"precision": "settlement", "latitude": 48.85, "longitude": 2.35}, "unlocated", None),
        ({"precision": "unlocated"}, "unlocated", None),
        ({"precision": "settlement", "place_id": "kp.ryanggang.hyesan", "location_role": "source"}, "unlocated", None),
    ],
)  # fmt: skip
def test_places_become_what_holds_them(cells, precision, place):
    found = one(**cells)
    assert precision is None or found.precision == precision
    assert found.precision not in {"exact", "settlement"}
    assert place is None or found.place_id == place
    if found.precision == "unlocated":
        assert found.geometry is None
        assert "latitude" not in found or found.latitude is None or math.isnan(found.latitude)


def test_a_place_that_contradicts_its_point_goes_by_the_point():
    found = one(precision="settlement", place_id="kp.ryanggang.hyesan", latitude=40.1, longitude=124.4)
    assert found.place_id != "kp.ryanggang.hyesan"
    assert found.country == load_gazetteer()[found.place_id].country


@pytest.mark.parametrize(
    ("given", "start", "word"),
    [
        ("2013-06-17", "2013-06", "month"),
        ("2013-06", "2013-06", "month"),
        ("2013", "2013", "year"),
        ("17 June", None, "unknown"),
        ("2013-06-17T10:00", "2013-06", "month"),
    ],
)
def test_dates_become_months(given, start, word):
    found = one(precision="province", place_id="kp.ryanggang", date_start=given)
    assert (found.date_start if isinstance(found.date_start, str) else None) == start
    assert found.time_precision == word


def test_rejected_drafts_are_left_out():
    rows = gpd.GeoDataFrame(
        {"id": ["a", "b"], "review_status": ["rejected", "accepted"]}, geometry=[None, None], crs="EPSG:4326"
    )
    assert len(publishable(rows)) == 1


def test_columns_are_kept_by_name_and_never_the_ones_that_tell():
    rows = gpd.GeoDataFrame(
        {"id": ["a"], "publisher": ["Invented Wire"], "tally": ["7"], "quote": ["words"]},
        geometry=[None],
        crs="EPSG:4326",
    )
    found = publishable(rows, keep=["publisher", "tally"])
    assert list(found.publisher) == ["Invented Wire"]
    assert list(found.tally) == ["7"]
    assert "publisher" not in found.information_withheld[0]
    for name in ("quote", "latitude", "id", "date_start", "geometry"):
        with pytest.raises(TableError, match=name):
            publishable(rows.assign(latitude=None, date_start=None), keep=[name])
    with pytest.raises(TableError, match="no such column"):
        publishable(rows, keep=["nothing"])


REPORT = "---\ntitle: Qanary title of Hyesan\npublisher: Qanary Wire\npublished: 2013-06-18\nurl: https://qanary.example/2013/06/17/x\n---\nQanary guards fired at a boat near Hyesan on June 17, a resident of Musan said.\n"


def test_the_commands_publish_and_say_so(tmp_path):
    report = tmp_path / "2013-06-17-qanary-hyesan.txt"
    report.write_text(REPORT, encoding="utf-8")
    page = tmp_path / "map.html"
    done = run("render", report, "-o", page, "--publish", "--title", "A map")
    assert done.returncode == 0, done.stderr
    assert NOTE in page.read_text(encoding="utf-8")
    assert leaks_in(page, ["Qanary", "qanary", "2013-06-17", "2013-06-18", "June 17"]) == set()
    table_path = tmp_path / "t.csv"
    ba.write_incidents(ba.draft_incidents(ba.read_reports(str(report))), table_path)
    for kind in (".csv", ".kml", ".gpkg"):
        target = tmp_path / f"out{kind}"
        done = run("export", table_path, "-o", target, "--publish")
        assert done.returncode == 0, done.stderr
        assert leaks_in(target, ["Qanary", "qanary", "2013-06-17", "2013-06-18"]) == set()
        assert NOTE.encode() in target.read_bytes()


def test_keep_without_publish_is_wrong_usage(tmp_path):
    table_path = tmp_path / "t.csv"
    table_path.write_text("latitude,longitude\n41.4,128.2\n", encoding="utf-8")
    done = run("export", table_path, "-o", tmp_path / "x.csv", "--keep", "publisher")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_published_page_shows_county_ground():
    found = publishable(
        table(
            [
                {
                    "county": COUNTIES[0],
                    "point": POINTS[COUNTIES[0]][0],
                    "date": "2013-06-17",
                    "precision": "exact",
                    "type": "shooting",
                }
            ],
            "Q",
        )
    )
    payload = render_map(found, layers=False).get_root().payload
    incidents = payload["incidents"]
    assert [incidents["words"]["precision"][code] for code in incidents["core"]["precision"]] == ["county"]
    assert payload["footprints"]
    assert json.dumps(payload)
