"""River kilometres: a position to the river and back, on the lines that the program ships."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import chainage, geodesy, rivers

# Positions to two or three decimals, as any atlas gives them; the side is what is tested, not the metre.
TOWNS = [
    ("Sinuiju", 124.398, 40.101, "yalu", "KP"),
    ("Dandong", 124.383, 40.129, "yalu", "CN"),
    ("Ji'an", 126.19, 41.125, "yalu", "CN"),
    ("Manpo", 126.29, 41.155, "yalu", "KP"),
    ("Linjiang", 126.918, 41.811, "yalu", "CN"),
    ("Hyesan", 128.178, 41.397, "yalu", "KP"),
    ("Changbai", 128.203, 41.42, "yalu", "CN"),
    ("Musan", 129.211, 42.226, "tumen", "KP"),
    ("Hoeryong", 129.75, 42.443, "tumen", "KP"),
    ("Namyang", 129.862, 42.949, "tumen", "KP"),
    ("Tumen city", 129.843, 42.967, "tumen", "CN"),
    ("Khasan", 130.643, 42.428, "tumen", "RU"),
]

km_share = st.floats(0.0, 1.0)
river_ids = st.sampled_from(["yalu", "tumen"])


@pytest.mark.parametrize(("name", "lon", "lat", "river", "bank"), TOWNS)
def test_towns_stand_on_their_bank(name, lon, lat, river, bank):
    position = chainage.locate_on_river(lon, lat)
    assert position is not None, name
    assert (position.river, position.bank) == (river, bank)
    assert position.offset_m < 3_000


@given(river_ids, km_share)
def test_point_of_a_km_is_located_at_that_km(river, share):
    km = share * rivers.get_river(river).length_km
    position = chainage.locate_on_river(*chainage.point_at(river, km))
    assert position is not None
    assert position.offset_m < 0.5
    assert position.river == river
    # A line that comes back to within a metre of itself would break this, and the lines are simple.
    assert position.km == pytest.approx(km, abs=0.001)


@given(river_ids, km_share, st.floats(0, 360), st.floats(0, 14_000))
def test_offset_is_the_distance_to_the_foot(river, share, bearing, metres):
    foot = chainage.point_at(river, share * rivers.get_river(river).length_km)
    lon, lat = geodesy.destination(*foot, bearing, metres)
    position = chainage.locate_on_river(lon, lat)
    if position is None:  # by the border over Mount Paektu, near a source
        assert chainage.border_distance_m(lon, lat) < metres
        assert share < 0.05
        return
    assert position.offset_m <= metres * 1.001 + 0.5
    found = chainage.point_at(position.river, position.km)
    assert geodesy.distance_m(lon, lat, *found) == pytest.approx(position.offset_m, abs=0.01)


@given(river_ids, km_share, km_share)
def test_river_km_measure_the_reach(river, one, other):
    length = rivers.get_river(river).length_km
    start, end = sorted((one * length, other * length))
    if end - start < 1e-6:
        return
    reach = chainage.reach(river, end, start)
    assert geodesy.length_km(reach) == pytest.approx(end - start, rel=1e-3, abs=1e-3)
    assert reach.coords[0] == pytest.approx(chainage.point_at(river, start))
    assert reach.coords[-1] == pytest.approx(chainage.point_at(river, end))


def test_towns_follow_each_other_downstream():
    yalu = [
        chainage.locate_on_river(lon, lat).km
        for lon, lat in ((128.178, 41.397), (126.918, 41.811), (126.19, 41.125), (124.398, 40.101))
    ]
    tumen = [
        chainage.locate_on_river(lon, lat).km
        for lon, lat in ((129.211, 42.226), (129.75, 42.443), (129.862, 42.949), (130.643, 42.428))
    ]
    assert yalu == sorted(yalu)
    assert tumen == sorted(tumen)


@settings(max_examples=60)
@given(river_ids, st.floats(0.03, 0.97), st.floats(0, 360), st.floats(300, 2_500))
def test_twin_point_is_across_the_river(river, share, bearing, metres):
    foot = chainage.point_at(river, share * rivers.get_river(river).length_km)
    position = chainage.locate_on_river(*geodesy.destination(*foot, bearing, metres))
    twin = chainage.twin_point(position)
    assert rivers.is_korean_side(*twin) == (position.bank != "KP")
    river_foot = chainage.point_at(position.river, position.km)
    assert geodesy.distance_m(*twin, *river_foot) <= max(position.offset_m, chainage.TWIN_MIN_M) + 1


@pytest.mark.parametrize(
    ("one", "other", "near_m"),
    [
        ((128.178, 41.397), (128.203, 41.42), 4_000),
        ((129.862, 42.949), (129.843, 42.967), 4_000),
        ((124.398, 40.101), (124.383, 40.129), 5_000),
    ],
)
def test_twin_of_a_town_is_near_its_twin_town(one, other, near_m):
    twin = chainage.twin_point(chainage.locate_on_river(*one))
    assert geodesy.distance_m(*twin, *other) < near_m


def test_too_far_from_either_river_is_nowhere():
    assert chainage.locate_on_river(125.75, 39.03) is None
    assert chainage.locate_on_river(129.775, 41.795) is None  # Chongjin
    assert chainage.locate_on_river(129.775, 41.795, max_offset_m=90_000).river == "tumen"


def test_offset_limit_is_the_callers():
    assert chainage.locate_on_river(128.178, 41.397, max_offset_m=100) is None


def test_last_stretch_of_the_tumen_has_a_russian_bank():
    foot = chainage.point_at("tumen", rivers.get_river("tumen").length_km - 8)
    banks = {chainage.locate_on_river(*geodesy.destination(*foot, bearing, 400)).bank for bearing in range(0, 360, 10)}
    assert banks == {"KP", "RU"}


def test_paektu_is_border_but_no_river():
    lon, lat = rivers.border_parts()["paektu"].interpolate(0.6, normalized=True).coords[0]
    # 11 km of straight line in degrees and in the cone part by a few metres.
    assert chainage.border_distance_m(lon, lat) < 5
    assert chainage.locate_on_river(lon, lat, max_offset_m=5_000) is None


@pytest.mark.parametrize("position", [(float("nan"), 41.0), (181.0, 41.0), (128.0, 91.0), (128.0, float("inf"))])
def test_no_position_is_refused(position):
    for function in (chainage.locate_on_river, chainage.border_distance_m):
        with pytest.raises(ValueError, match="no position on the globe"):
            function(*position)


def test_unknown_river_and_km_are_refused():
    with pytest.raises(UnknownPlaceError, match="'amur'; there are yalu, tumen"):
        chainage.point_at("amur", 3)
    with pytest.raises(ValueError, match=r"Yalu has no km 9000: it runs from 0 \(source\) to 8\d\d"):
        chainage.point_at("yalu", 9000)
    with pytest.raises(ValueError, match="has no reach"):
        chainage.reach("tumen", 900, 950)
