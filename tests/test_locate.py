"""What is at a point, and what is near it."""

import json

import pytest
from commands import run
from shapely.geometry import box

import borderatlas as ba
from borderatlas.errors import PositionError
from borderatlas.gazetteer import nearby
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import geodesy
from borderatlas.layers.boundaries import Boundaries

# Points of towns, degrees (lat, lon), from memory of any map to 0.02°; country, province, unit.
TOWNS = [
    ("Hyesan", 41.40, 128.18, "KP", "Ryanggang", "Hyesan"), ("Sinuiju", 40.10, 124.40, "KP", "North Pyongan", "Sinuiju"),
    ("Uiju", 40.20, 124.53, "KP", "North Pyongan", "Uiju"), ("Manpo", 41.15, 126.29, "KP", "Chagang", "Manpo"),
    ("Hoeryong", 42.44, 129.75, "KP", "North Hamgyong", "Hoeryong"), ("Musan", 42.23, 129.21, "KP", "North Hamgyong", "Musan"),
    ("Onsong", 42.96, 129.99, "KP", "North Hamgyong", "Onsong"), ("Samjiyon", 41.81, 128.32, "KP", "Ryanggang", "Samjiyon"),
    ("Chongjin", 41.80, 129.78, "KP", "North Hamgyong", "Chongjin"), ("Kanggye", 40.97, 126.59, "KP", "Chagang", "Kanggye"),
    ("Rajin", 42.25, 130.29, "KP", "Rason", "Rajin"), ("Dandong", 40.13, 124.39, "CN", "Liaoning", "Dandong"),
    ("Ji'an", 41.125, 126.18, "CN", "Jilin", "Ji'an"), ("Linjiang", 41.81, 126.91, "CN", "Jilin", "Linjiang"),
    ("Changbai", 41.42, 128.19, "CN", "Jilin", "Changbai"), ("Tumen", 42.97, 129.84, "CN", "Jilin", "Tumen"),
    ("Hunchun", 42.87, 130.36, "CN", "Jilin", "Hunchun"), ("Longjing", 42.77, 129.42, "CN", "Jilin", "Longjing"),
    ("Helong", 42.54, 129.00, "CN", "Jilin", "Helong"), ("Yanji", 42.89, 129.50, "CN", "Jilin", "Yanji"),
    ("Kuandian", 40.73, 124.78, "CN", "Liaoning", "Kuandian"), ("Khasan", 42.43, 130.64, "RU", "Primorye", None),
]  # fmt: skip


@pytest.mark.parametrize(("lat", "lon", "country", "admin1", "unit"), [t[1:] for t in TOWNS], ids=[t[0] for t in TOWNS])
def test_towns_are_where_they_are(lat, lon, country, admin1, unit):
    found = ba.locate(lat, lon)
    assert found.country == country
    if country != "RU":
        assert found.admin1 == admin1
        assert found.unit.removesuffix(" District") == unit


def test_the_text_of_a_position():
    text = str(ba.locate(41.40, 128.18))
    assert text.startswith("country KP, province Ryanggang, unit Hyesan (approximate), Yalu km ")
    assert "KP bank" in text
    assert text.endswith("km from the border")


def test_neighbours_have_distance_and_direction():
    found = nearby.nearest(load_gazetteer(), 41.40, 128.18)
    assert len(found) == 5
    assert found == sorted(found, key=lambda n: n.distance_km)
    assert "kp.ryanggang.hyesan" in {n.place.id for n in found}
    for n in found:
        assert n.distance_km == pytest.approx(geodesy.distance_m(128.18, 41.40, n.place.lon, n.place.lat) / 1000)
        north, east = n.place.lat - 41.40, n.place.lon - 128.18
        assert ("north" in n.direction) <= (north > 0)
        assert ("west" in n.direction) <= (east < 0)


def test_nearest_is_nearest_of_all():
    lat, lon = 42.2, 129.3
    everything = [
        (geodesy.distance_m(lon, lat, p.lon, p.lat), p.id)
        for p in load_gazetteer()
        if p.kind in nearby.CROSSINGS and p.lat is not None and p.location_precision != "inherited"
    ]
    found = nearby.nearest(load_gazetteer(), lat, lon, kinds=nearby.CROSSINGS, count=3)
    assert [n.place.id for n in found] == [i for _, i in sorted(everything)[:3]]


@pytest.mark.parametrize(
    ("bearing", "wind"),
    [(0, "north"), (22, "north"), (23, "north-east"), (90, "east"), (180, "south"), (270, "west"), (337, "north-west"), (338, "north"), (359.9, "north")],
)  # fmt: skip
def test_winds(bearing, wind):
    assert nearby.wind(bearing) == wind


def test_crossings_of_namyang():
    crossings = nearby.nearest(load_gazetteer(), 42.95, 129.86, kinds=nearby.CROSSINGS, count=2)
    assert all("tumen" in n.place.id for n in crossings)
    assert all(n.distance_km < 5 for n in crossings)


def test_bad_positions():
    with pytest.raises(PositionError, match="swapped"):
        ba.locate(128.18, 41.40)
    with pytest.raises(PositionError):
        ba.locate(float("nan"), 128.0)


def test_boundaries_replace_the_approximate_unit():
    everywhere = Boundaries({"kp.ryanggang.pochon": box(128.1, 41.3, 128.3, 41.5)})
    found = ba.locate(41.40, 128.18, boundaries=everywhere)
    assert found.unit == "Pochon"
    text = next(nearby.lines(found, load_gazetteer(), boundaries=everywhere))
    assert "unit Pochon," in text
    assert "approximate" not in text
    beside = ba.locate(41.45, 128.45, boundaries=Boundaries({"kp.ryanggang.hyesan": box(127.9, 41.3, 128.0, 41.5)}))
    assert beside.unit != "Hyesan"


def test_the_command_in_its_forms():
    done = run("locate", "41.40", "128.18")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == str(ba.locate(41.40, 128.18))
    assert lines[1] == "nearest places:"
    assert lines[7] == "nearest crossings:"
    assert len(lines) == 13
    record = json.loads(run("locate", "41.40", "128.18", "--json").stdout)
    assert record == json.loads(run("locate", "41.40", "128.18", "--format", "json").stdout)
    assert (len(record["places"]), len(record["crossings"])) == (5, 5)
    assert record["unit_is_approximate"] is True
    assert record["crossings"][0]["country"] == "CN/KP"
    features = json.loads(run("locate", "41.40", "128.18", "--format", "geojson").stdout)["features"]
    assert [f["properties"]["role"] for f in features] == ["position", *["place"] * 5, *["crossing"] * 5]
    assert features[0]["geometry"]["coordinates"] == [128.18, 41.40]


def test_far_away_nothing_is_claimed():
    found = ba.locate(48.85, 2.35)
    assert (found.country, found.admin1, found.unit, found.river) == (None, None, None, None)
    assert found.border_km > 5000
