"""A name on its own: any spelling, any script, as of a day; reasons; what is alike is offered and never taken."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from commands import run

from borderatlas.errors import UnknownPlaceError
from borderatlas.gazetteer.lookup import did_you_mean, find, lines, names_then
from borderatlas.gazetteer.names import fold_name, script_of
from borderatlas.gazetteer.periods import first_day, held_on, last_day
from borderatlas.gazetteer.places import Gazetteer, load_gazetteer
from borderatlas.models import Name, Place

with (Path(__file__).parent / "lookup_spellings.csv").open(encoding="utf-8", newline="") as file:
    SPELLINGS = [(row["spelling"], row["place_id"], row["system"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


def ids(hits):
    return [hit.place.id for hit in hits]


@pytest.mark.parametrize(("spelling", "place_id"), [row[:2] for row in SPELLINGS])
def test_every_spelling_finds_its_place_first(gazetteer, spelling, place_id):
    assert ids(gazetteer.lookup(spelling))[:1] == [place_id]


def test_the_table_is_broad_and_has_unseen_forms(gazetteer):
    assert len(SPELLINGS) >= 300
    assert {"dprk", "mr", "rr", "pinyin", "hangul", "hanja", "hanzi", "english", "former"} <= {
        row[2] for row in SPELLINGS
    }
    unseen = [s for s, _, _ in SPELLINGS if fold_name(s) not in gazetteer.by_name]
    assert len(unseen) > 150
    assert {script_of(s) for s in unseen} == {"Latn", "Hang", "Hani"}
    for mark in ("’", "-gun", "-si", "-do", "-ri", "시", "군", "县", "市", "省"):
        assert any(mark in s for s, _, _ in SPELLINGS), mark


@pytest.mark.parametrize(
    ("name", "place_id", "reason"),
    [
        ("Hoeryŏng", "kp.north-hamgyong.hoeryong", "name Hoeryŏng"),
        ("hoeryong si", "kp.north-hamgyong.hoeryong", 'type word "si"'),
        ("Namyang, Onsong county", "kp.north-hamgyong.onsong.namyang", "in Onsong"),
        ("함경북도 무산군", "kp.north-hamgyong.musan", "in North Hamgyong"),
        ("Undok", "kp.north-hamgyong.kyonghung", "former name Undok"),
        ("Kim Jong Suk", "kp.ryanggang.kimjongsuk", "must give the type word"),
        ("Namyang", "kp.north-hamgyong.onsong.namyang", "must name its unit"),
        ("Hy-esan-si", "kp.ryanggang.hyesan", "apostrophes, hyphens and spaces apart"),
    ],
)
def test_reasons_say_how_a_name_was_read(gazetteer, name, place_id, reason):
    hit = next(hit for hit in gazetteer.lookup(name) if hit.place.id == place_id)
    assert any(reason in said for said in hit.reasons), hit.reasons


def test_a_type_word_is_binding(gazetteer):
    assert ids(gazetteer.lookup("Tumen River")) == ["river.tumen"]
    assert gazetteer.lookup("Tumen city")[0].place.id == "cn.jilin.tumen"
    assert gazetteer.lookup("Hyesan province") == []


def test_a_unit_that_is_given_is_binding(gazetteer):
    assert ids(gazetteer.lookup("Sambong, Onsong county"))[:1] == ["kp.north-hamgyong.onsong.sambong"]
    assert ids(gazetteer.lookup("Sambong, Taehongdan county"))[:1] == ["kp.ryanggang.taehongdan.sambong"]
    assert ids(gazetteer.lookup("Kangwon, South Korea")) == ["kr.gangwon"]
    assert gazetteer.lookup("Musan, Ryanggang") == []
    assert gazetteer.lookup("Musan, Nowhereland") == []


def test_units_in_korean_order_and_without_blanks(gazetteer):
    assert gazetteer.lookup("량강도 혜산시 마산동")[0].place.id == "kp.ryanggang.hyesan.masan"
    assert gazetteer.lookup("양강도혜산시마산동")[0].place.id == "kp.ryanggang.hyesan.masan"


def _place(place_id, *names, kind="county", parent=""):
    return Place(
        id=place_id, name=names[0].text, kind=kind, feature_class="A", feature_code="ADM2", country="KP", admin1="",
        parent=parent, lat=42.0, lon=129.0, location_precision="surveyed", uncertainty_m=1.0, names=names,
    )  # fmt: skip


def test_a_day_decides_between_two_that_had_the_name():
    older = _place("kp.a", Name("Alpha", "en"), Name("Gamma", "en", name_type="former", valid_to="1977"))
    newer = _place("kp.b", Name("Gamma", "en", valid_from="1978-03"))
    known = Gazetteer([older, newer])
    assert ids(known.lookup("Gamma", as_of="1960-01-01")) == ["kp.a", "kp.b"]
    assert ids(known.lookup("Gamma", as_of=date(1977, 12, 31))) == ["kp.a", "kp.b"]
    assert ids(known.lookup("Gamma", as_of="1978-03-01")) == ["kp.b", "kp.a"]
    assert ids(known.lookup("Gamma"))[0] == "kp.b"
    with pytest.raises(ValueError, match="yesterday"):
        known.lookup("Gamma", as_of="yesterday")


def test_former_names_as_of_a_day(gazetteer):
    (then,) = (h for h in gazetteer.lookup("Saebyol", as_of="1990-06-01") if h.place.id.endswith("kyongwon"))
    (now,) = (h for h in gazetteer.lookup("Saebyol", as_of="2024-06-01") if h.place.id.endswith("kyongwon"))
    assert then.score > now.score
    assert "in use on 1990-06-01" in then.reasons[0]
    assert "not in use on 2024-06-01" in now.reasons[0]
    assert "Undok" in names_then(gazetteer["kp.north-hamgyong.kyonghung"], date(1995, 1, 1))
    assert "Undok" not in names_then(gazetteer["kp.north-hamgyong.kyonghung"], date(2020, 1, 1))


@pytest.mark.parametrize(
    ("former", "place_id", "in_use", "given_up"),
    [
        ("Saebyol", "kp.north-hamgyong.kyongwon", "1990-01-01", "2015-01-01"),
        ("새별군", "kp.north-hamgyong.kyongwon", "1990-01-01", "1970-01-01"),
        ("Undok", "kp.north-hamgyong.kyonghung", "1995-01-01", "2020-01-01"),
        ("은덕군", "kp.north-hamgyong.kyonghung", "2009-12-31", "1970-01-01"),
        ("Huchang", "kp.ryanggang.kimhyongjik", "1980-01-01", "2000-01-01"),
        ("Sinpa", "kp.ryanggang.kimjongsuk", "1981-07-31", "1981-09-01"),
        ("삼지연군", "kp.ryanggang.samjiyon", "2019-12-09", "2019-12-11"),
        ("Antung", "cn.liaoning.dandong", "1950-01-01", "2000-01-01"),
        ("安东", "cn.liaoning.dandong", "1950-01-01", "2000-01-01"),
        ("Hunjiang", "cn.jilin.baishan", "1990-01-01", "2000-01-01"),
        ("渾江市", "cn.jilin.baishan", "1990-01-01", "2000-01-01"),
        ("Rajin-Sonbong", "kp.rason", "1995-01-01", "2010-01-01"),
        ("Unggi", "kp.rason.sonbong", "1960-01-01", "2000-01-01"),
        ("무봉로동자구", "kp.ryanggang.samjiyon.mubong", "2015-01-01", "2021-01-01"),
    ],
)
def test_each_former_name_is_of_its_time(gazetteer, former, place_id, in_use, given_up):
    then, later = (
        next(h for h in gazetteer.lookup(former, as_of=day) if h.place.id == place_id) for day in (in_use, given_up)
    )
    assert then.score > later.score
    assert f"in use on {in_use}" in then.reasons[0]
    assert f"not in use on {given_up}" in later.reasons[0]
    assert former in names_then(gazetteer[place_id], date.fromisoformat(in_use))
    assert former not in names_then(gazetteer[place_id], date.fromisoformat(given_up))


@pytest.mark.parametrize(
    ("written", "place_id"),
    [
        ("Hyesan (혜산)", "kp.ryanggang.hyesan"),
        ("지안 (集安)", "cn.jilin.jian"),
        ("Yanggang Prov.", "kp.ryanggang"),
        ("Musan Co., N. Hamgyong", "kp.north-hamgyong.musan"),
        ("Pyongan North Province", "kp.north-pyongan"),
        ("Hamgyong (North)", "kp.north-hamgyong"),
        ("鴨緑江", "river.yalu"),
        ("図們", "cn.jilin.tumen"),
    ],
)
def test_names_as_letterheads_and_neighbours_write_them(gazetteer, written, place_id):
    assert ids(gazetteer.lookup(written))[:1] == [place_id]


@pytest.mark.parametrize("written", ["Musan (혜산)", "Namyang (Tumen)", "South Ryanggang", "Hamgyong East Province"])
def test_what_does_not_agree_finds_nothing(gazetteer, written):
    assert gazetteer.lookup(written) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1977", date(1977, 1, 1), date(1977, 12, 31)),
        ("1981-08", date(1981, 8, 1), date(1981, 8, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019-12-10", date(2019, 12, 10), date(2019, 12, 10)),
    ],
)
def test_dates_of_reduced_precision(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)
    assert held_on(Name("X", "en", valid_from=text, valid_to=text), first)
    assert held_on(Name("X", "en"), first)


@pytest.mark.parametrize(
    ("wrong", "place_id"),
    [
        ("Hyesann", "kp.ryanggang.hyesan"),
        ("Sinuijo-si", "kp.north-pyongan.sinuiju"),
        ("Kuandain", "cn.liaoning.kuandian"),
        ("혜선시", "kp.ryanggang.hyesan"),
        ("North Hamgyang", "kp.north-hamgyong"),
    ],
)
def test_what_is_spelled_alike_is_offered_and_not_taken(gazetteer, wrong, place_id):
    assert gazetteer.lookup(wrong) == []
    assert place_id in ids(did_you_mean(gazetteer, wrong))
    with pytest.raises(UnknownPlaceError, match="did you mean"):
        find(wrong, limit=3)


def test_nothing_alike_is_said_to_be_unknown():
    with pytest.raises(UnknownPlaceError, match="names are not guessed"):
        find("Xqzzyvwk", limit=3)


@pytest.mark.parametrize(
    "name", ["", " ", "-", "'", "()", ",", "도", "the", "군", "市", "의", "'s", "a" * 500, "가" * 300, "중" * 300]
)
def test_odd_input_finds_nothing_quickly(gazetteer, name):
    assert gazetteer.lookup(name) == []


@pytest.mark.parametrize("form", ["text", "json", "geojson"])
def test_the_forms_of_output(gazetteer, form):
    out = list(lines(gazetteer.lookup("Musan county"), form, as_of=date(2020, 1, 1)))
    if form == "text":
        assert out[0].startswith("kp.north-hamgyong.musan  Musan (county, North Hamgyong, KP)")
    elif form == "json":
        record = json.loads(out[0])
        assert (record["id"], record["matched"]) == ("kp.north-hamgyong.musan", "Musan")
        assert record["reasons"][0] == "name Musan"
        assert record["names_then"] == []
    else:
        (feature,) = json.loads("\n".join(out))["features"]
        assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}


def test_geojson_of_a_river_is_its_line_and_of_a_town_its_point(gazetteer):
    def kind(name):
        return json.loads("\n".join(lines(gazetteer.lookup(name)[:1], "geojson")))["features"][0]["geometry"]["type"]

    assert kind("Yalu River") == "LineString"
    assert kind("Supung dam") == "Point"


def test_the_command():
    done = run("lookup", "Saebyol", "--as-of", "1990-01-01")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("kp.north-hamgyong.kyongwon ")
    assert "called Saebyol or" in done.stdout
    records = [json.loads(line) for line in run("lookup", "Tumen", "--json").stdout.splitlines()]
    assert records == [json.loads(line) for line in run("lookup", "Tumen", "--format", "json").stdout.splitlines()]
    assert {"river.tumen", "cn.jilin.tumen"} <= {record["id"] for record in records}
    assert json.loads(run("lookup", "Tumen", "--format", "geojson").stdout)["type"] == "FeatureCollection"
    assert len(run("lookup", "Tumen", "--json", "--limit", "1").stdout.splitlines()) == 1
    assert run("lookup", "Tumen", "--as-of", "soon").returncode == 2
