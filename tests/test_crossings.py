"""Towns that face each other, and what crossings carry: in the data, by rule, in lookup and locate."""

import json
from pathlib import Path

import pytest
from commands import run

from borderatlas.errors import DatasetError, UnknownPlaceError
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.rebuild.crossings import add_loads, twin_rows
from borderatlas.rebuild.tables import PlaceRow

KP, JILIN, LIAONING = "kp.", "cn.jilin.", "cn.liaoning."
PAIRS = [
    ("ryanggang.hyesan", JILIN + "changbai"),
    ("north-pyongan.sinuiju", LIAONING + "dandong"),
    ("north-hamgyong.onsong.namyang", JILIN + "tumen"),
    ("chagang.manpo", JILIN + "jian"),
    ("north-hamgyong.musan", JILIN + "helong.nanping"),
    ("north-hamgyong.hoeryong", JILIN + "longjing.sanhe"),
    ("north-hamgyong.kyongwon", JILIN + "hunchun.shatuozi"),
    ("chagang.junggang", JILIN + "linjiang"),
    ("ryanggang.kimhyongjik", JILIN + "changbai.badaogou"),
    ("rason.sonbong.wonjong", JILIN + "hunchun.quanhe"),
    ("rason.sonbong.tumangang", "ru.khasan"),
    ("north-hamgyong.onsong.sambong", JILIN + "longjing.kaishantun"),
    ("ryanggang.taehongdan.samjang", JILIN + "helong.chongshan"),
]


@pytest.mark.parametrize(("town", "twin"), PAIRS)
def test_towns_know_their_twins_both_ways(town, twin):
    known = load_gazetteer()
    assert twin in {place.id for place in known.twins(KP + town)}
    assert KP + town in {place.id for place in known.twins(twin)}


def test_twins_lie_in_two_countries_and_cities_come_first():
    known = load_gazetteer()
    for place in known:
        for twin in known.twins(place.id):
            assert twin.country != place.country, (place.id, twin.id)
    assert known.twins("kp.north-pyongan.sinuiju")[0].id == "cn.liaoning.dandong"
    assert known.twins("kp.pyongyang") == ()
    with pytest.raises(UnknownPlaceError):
        known.twins("kp.atlantis")


@pytest.mark.parametrize(
    ("crossing", "carries", "status"),
    [
        ("sino-korean-friendship-bridge", ("rail", "road"), "in-use"),
        ("jian-yalu-river-border-railway-bridge", ("rail",), None),
        ("jian-yalu-river-border-road-bridge", ("road",), "in-use"),
        ("new-yalu-river-bridge", ("road",), "unopened"),
        ("yalu-river-broken-bridge", ("foot",), "destroyed"),
        ("friendship-oil-pipeline", ("pipeline",), "in-use"),
        ("dandong-port-of-entry", ("rail", "road"), None),
    ],
)
def test_what_a_crossing_carries(crossing, carries, status):
    place = load_gazetteer()[f"crossing.{crossing}"]
    assert (place.carries, place.status) == (carries, status)


def test_only_crossings_carry():
    for place in load_gazetteer():
        assert not place.carries or place.kind in {"bridge", "crossing"}, place.id


def row(place_id, kind, country, lon, lat, **other):
    return PlaceRow(
        place_id, place_id, kind, country, longitude=lon, latitude=lat, location_precision="surveyed", **other
    )


def riverside(place_id, kind, bank, km, **other):
    return row(place_id, kind, bank, 128.0, 41.0, river="yalu", river_km=km, bank=bank, border_km=1.0, **other)


def twins(*rows, curated=()):
    return twin_rows({place.place_id: place for place in rows}, curated, Path("twins.csv"))


def test_seats_that_face_each_other_are_twins():
    found = twins(riverside("kp.a", "city", "KP", 100.0), riverside("cn.b", "county", "CN", 104.9))
    assert [(r.place_id, r.twin_id, r.basis) for r in found] == [("cn.b", "kp.a", "facing")]
    assert twins(riverside("kp.a", "city", "KP", 100.0), riverside("cn.b", "county", "CN", 105.1)) == []
    assert twins(riverside("kp.a", "city", "KP", 100.0), riverside("kp.b", "county", "KP", 101.0)) == []


def test_a_crossing_joins_near_places_only():
    near, far = row("cn.b", "city", "CN", 128.05, 41.0), row("cn.c", "city", "CN", 128.5, 41.0)
    town = row("kp.a", "city", "KP", 128.0, 41.0)
    bridge = row("x", "bridge", "CN/KP", 128.02, 41.0, end_ids="cn.b|kp.a")
    [found] = twins(near, town, bridge)
    assert (found.basis, found.via_id) == ("crossing", "x")
    assert twins(far, town, row("x", "bridge", "CN/KP", 128.02, 41.0, end_ids="cn.c|kp.a")) == []


def test_a_pair_rests_on_the_bridge_that_is_crossed():
    town, other = row("kp.a", "city", "KP", 128.0, 41.0), row("cn.b", "city", "CN", 128.05, 41.0)
    ruin = row("a-ruin", "bridge", "CN/KP", 128.02, 41.0, end_ids="cn.b|kp.a", status="destroyed")
    bridge = row("b-bridge", "bridge", "CN/KP", 128.02, 41.0, end_ids="cn.b|kp.a")
    assert [r.via_id for r in twins(town, other, ruin, bridge)] == ["b-bridge"]


def test_curated_rows_are_checked():
    town, other = riverside("kp.a", "city", "KP", 1.0), riverside("kp.b", "city", "KP", 1.0)
    wrong = {"place_id": "kp.a", "twin_id": "kp.b", "source_id": "curated", "remarks": ""}
    with pytest.raises(DatasetError, match=r"twins\.csv:2 wanted two places"):
        twins(town, other, curated=[wrong])
    load = {"place_id": "kp.a", "carries": "rail", "status": "", "status_date": "", "source_id": "x", "remarks": ""}
    with pytest.raises(DatasetError, match=r"crossings\.csv:2 'kp\.a' is no bridge"):
        add_loads({"kp.a": town}, [load], Path("crossings.csv"))


def test_lookup_and_locate_show_them():
    assert "across from cn.jilin.changbai" in run("lookup", "Hyesan").stdout
    bridge = run("lookup", "New Yalu River Bridge").stdout
    assert "carries road, unopened (2020-05)" in bridge
    assert "joins cn.liaoning.dandong.langtou and kp.north-pyongan.sinuiju" in bridge
    record = json.loads(run("lookup", "혜산시", "--json").stdout.splitlines()[0])
    assert record["twins"] == ["cn.jilin.changbai"]
    here = json.loads(run("locate", "40.115", "124.3925", "--json").stdout)
    assert here["crossings"][0]["carries"] == ["rail", "road"]
    assert any("kp.north-pyongan.sinuiju" in place["twins"] for place in here["places"])


def test_info_counts_them():
    told = run("data", "info").stdout
    pairs = sum(len(place.twins) for place in load_gazetteer()) // 2
    assert f"twins across a border river: {pairs} pairs" in told
    assert "crossings: " in told
    assert "they carry road" in told
