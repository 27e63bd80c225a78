"""Relative expressions: what the words mean on the ground, in three languages."""

import pytest

from borderatlas.gazetteer.footprints import footprint
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.layers import areas, chainage
from borderatlas.layers.geodesy import distance_m
from borderatlas.models import Report, Section


def place(text, name):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return next(p for p in found if p.text == name)


@pytest.mark.parametrize(
    ("text", "name", "relation", "precision"),
    [
        ("Shots were fired near Sinuiju on Tuesday.", "Sinuiju", "near", "settlement"),
        ("Two men hid outside Hoeryong.", "Hoeryong", "near", "settlement"),
        ("He waited across the river from Hyesan.", "Hyesan", "across_from", "river_reach"),
        ("Gunfire came from opposite Tumen city.", "Tumen city", "across_from", "river_reach"),
        ("A body lay 30 km downstream of Manpo.", "Manpo", "downstream", "river_reach"),
        ("It is 5 km north of Namyang in Onsong county.", "Namyang", "offset", "settlement"),
        ("A fence runs between Hoeryong and Musan.", "Musan", "between", "river_reach"),
        ("the bridge linking Dandong with Sinuiju", "Dandong", "crossing", "exact"),
        ("on the banks of the Yalu near Hyesan", "Yalu", "bank_of", "river_reach"),
        ("the upper reaches of the Tumen River", "Tumen River", "reaches", "river_reach"),
        ("in the border area of North Hamgyong province", "North Hamgyong province", "border_area", "border_strip"),
        ("along the border with China", "China", "along_border", "border_strip"),
        ("신의주 인근에서 총성이 들렸다.", "신의주", "near", "settlement"),
        ("혜산 맞은편에서 기다렸다.", "혜산", "across_from", "river_reach"),
        ("두만강 상류에서 발견됐다.", "두만강", "reaches", "river_reach"),
        ("图们市附近发现一名士兵。", "图们市", "near", "settlement"),
        ("鸭绿江下游水位上涨。", "鸭绿江", "reaches", "river_reach"),
        ("惠山对岸的村庄", "惠山", "across_from", "river_reach"),
    ],
)
def test_relation_and_precision(text, name, relation, precision):
    found = place(text, name)
    assert (found.relation, found.precision) == (relation, precision)
    assert found.rule == f"relation-{relation}"
    assert footprint(found) is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Near the end of March in Hyesan, prices rose.", "Hyesan"),
        ("Trade between Dandong and Sinuiju has stopped.", "Dandong"),
        ("They went over the border from Dandong.", "Dandong"),
        ("Guards in Hyesan were replaced.", "Hyesan"),
    ],
)
def test_no_relation(text, name):
    assert place(text, name).relation is None


def test_the_country_and_the_bank_flip_across_the_river():
    found = place("They waited across the river from Hyesan.", "Hyesan")
    assert (found.country, found.bank) == ("CN", "CN")
    assert areas.country_at(found.lon, found.lat) == "CN"
    assert "cn.jilin.changbai" in found.anchors


def test_downstream_is_measured_along_the_river():
    found = place("A body lay 30 km downstream of Manpo.", "Manpo")
    manpo = place("A man fled Manpo.", "Manpo")
    assert found.river_km == pytest.approx(manpo.river_km + 30, abs=1)
    point = chainage.point_at("yalu", found.river_km)
    assert distance_m(found.lon, found.lat, *point) < 500
    assert footprint(found).geom_type == "LineString"


def test_an_offset_stands_at_its_distance():
    found = place("It is 5 km north of Namyang in Onsong county.", "Namyang")
    anchor = place("Namyang in Onsong county", "Namyang")
    assert distance_m(anchor.lon, anchor.lat, found.lon, found.lat) == pytest.approx(5_000, rel=0.02)
    assert found.lat > anchor.lat


def test_near_is_cut_at_the_border():
    ground = footprint(place("Shots were fired near Sinuiju.", "Sinuiju"))
    china = areas.country_area("CN")
    assert ground.intersection(china).area < 0.01 * ground.area


def test_a_border_area_is_part_of_its_province():
    ground = footprint(place("in the border area of Ryanggang province", "Ryanggang province"))
    whole = areas.area("kp.ryanggang")
    assert ground.difference(whole).area < 1e-6
    assert 0.1 < ground.area / whole.area < 0.9
