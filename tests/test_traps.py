"""The traps of this border's names, each read in a sentence or looked up: what must be found, and what must not.

One function a trap, in the order of the project's list of traps; where one needs a judgement about geometry rather than
names, it is tested where the geometry is.
"""

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.models import Report, Section


@pytest.fixture(scope="module")
def lookup():
    return lambda name: [hit.place.id for hit in load_gazetteer().lookup(name)]


def read(text):
    """Place id by the words that name it; a name that is recognised and not resolved is left out."""
    report = Report("r", text, (Section("body", 0, len(text)),))
    return {p.text: p.place_id for p in geocode(report) if p.place_id is not None}


def placed(text):
    report = Report("r", text, (Section("body", 0, len(text)),))
    return {p.text: p for p in geocode(report)}


def test_01_tumen_river_tumen_city_tyumen(lookup):
    assert read("Two soldiers crossed the Tumen on Monday.") == {"Tumen": "river.tumen"}
    assert read("A resident of Tumen said the market was closed.") == {"Tumen": "cn.jilin.tumen"}
    assert read("A plane from Tyumen landed in Moscow.")["Tyumen"] == "ru.tyumen"
    assert lookup("Tyumen") == ["ru.tyumen"]
    assert lookup("Tumen River") == ["river.tumen"]
    assert lookup("Tumen city")[0] == "cn.jilin.tumen"


def test_02_tumangang_the_river_and_the_town(lookup):
    assert read("They waded the Tumangang at night.") == {"Tumangang": "river.tumen"}
    found = read("A train stood at Tumangang station in Rason.")
    assert found["Tumangang station"] == "kp.rason.sonbong.tumangang"
    assert lookup("두만강")[0] == "river.tumen"
    assert lookup("두만강동") == ["kp.rason.sonbong.tumangang"]


@pytest.mark.parametrize("name", ["Yalu", "Amnok", "Amrok", "Apnok", "Yalu River", "Amnokkang", "압록강", "鸭绿江"])
def test_03_one_yalu(lookup, name):
    assert lookup(name)[0] == "river.yalu"


def test_03_yalu_inside_other_words():
    assert read("He met Mr Yalung and bought a Feiyalu.") == {}


def test_04_chosan_is_not_choson(lookup):
    assert read("The newspaper Choson Sinbo praised the Joseon dynasty, the Chosun Ilbo said.") == {}
    assert read("A guard from Chosan County fled.") == {"Chosan County": "kp.chagang.chosan"}
    assert read("Chosan-ri in Rason was flooded.")["Chosan-ri"] == "kp.rason.sonbong.chosan"
    assert "kp.chagang.chosan" not in lookup("Choson") + lookup("Chosun") + lookup("Joseon")


def test_05_musan_is_not_busan(lookup):
    assert read("Guards at Musan opened fire.") == {"Musan": "kp.north-hamgyong.musan"}
    found = read("The ferry left Busan for Masan and Wonsan.")
    assert "kp.north-hamgyong.musan" not in found.values()
    assert found["Busan"] == "kr.busan"
    for name in ("Busan", "Pusan", "Masan", "Wonsan"):
        assert "kp.north-hamgyong.musan" not in lookup(name)


def test_06_kangwon_is_in_both_koreas(lookup):
    (found,) = placed("Snow fell in Kangwon province.").values()
    assert found.certainty == "uncertain"
    assert {found.place_id, *found.refused} == {"kp.kangwon", "kr.gangwon"}
    assert read("Snow fell in Gangwon, South Korea.")["Gangwon"] == "kr.gangwon"
    assert {"kp.kangwon", "kr.gangwon"} <= set(lookup("Kangwon"))


def test_07_changbai_county_and_mountains(lookup):
    assert read("Shops in Changbai county sold phones.") == {"Changbai county": "cn.jilin.changbai"}
    for phrase in ("Changbai Mountain", "Changbai Mountains", "Changbai Shan"):
        (found,) = read(f"Hikers climbed the {phrase} in August.").items()
        assert found[0] == phrase
        assert found[1].startswith("mountain.")
        assert "cn.jilin.changbai" not in lookup(phrase)


def test_08_hamgyong_without_a_direction(lookup):
    found = placed("A source in Hamgyong said so.")["Hamgyong"]
    assert found.kind == "region"
    assert not {"kp.north-hamgyong", "kp.south-hamgyong"} & {found.place_id, *lookup("Hamgyong")}
    for name in ("Hamhung", "Hamju"):
        assert not {"kp.north-hamgyong", "kp.hamgyong"} & {*read(f"A man from {name} fled.").values(), *lookup(name)}


def test_09_the_direction_is_part_of_the_name():
    assert read("Floods hit South Hamgyong and South Pyongan.") == {
        "South Hamgyong": "kp.south-hamgyong",
        "South Pyongan": "kp.south-pyongan",
    }
    assert set(read("Floods hit North Hamgyong and North Pyongan.").values()) == {
        "kp.north-hamgyong",
        "kp.north-pyongan",
    }


def test_10_uiju_inside_sinuiju(lookup):
    assert read("Trucks left Sinuiju yesterday.") == {"Sinuiju": "kp.north-pyongan.sinuiju"}
    assert read("Trucks left Uiju yesterday.") == {"Uiju": "kp.north-pyongan.uiju"}
    assert "kp.north-pyongan.uiju" not in lookup("Sinuiju")


def test_11_friendship_bridges(lookup):
    sino, russian = "crossing.sino-korean-friendship-bridge", "crossing.korea-russia-friendship-bridge"
    assert read("The Friendship Bridge in Dandong was closed.")["Friendship Bridge"] == sino
    assert read("The Sino-Korean Friendship Bridge reopened.") == {"Sino-Korean Friendship Bridge": sino}
    assert read("The Korea-Russia Friendship Bridge reopened.") == {"Korea-Russia Friendship Bridge": russian}
    assert lookup("Sino-Korean Friendship Bridge") == [sino]


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Yalu River Bridge", "crossing.sino-korean-friendship-bridge"),
        ("New Yalu River Bridge", "crossing.new-yalu-river-bridge"),
        ("Yalu River Broken Bridge", "crossing.yalu-river-broken-bridge"),
        ("Hekou Broken Bridge", "crossing.hekou-broken-bridge"),
    ],
)
def test_12_bridges_of_the_yalu(lookup, name, place_id):
    assert read(f"Tourists photographed the {name} from Dandong.")[name] == place_id
    assert lookup(name)[0] == place_id


def test_13_tumen_river_bridge_keeps_both_candidates(lookup):
    both = {"crossing.quanhe-wonjong-bridge", "crossing.tumen-border-bridge"}
    found = placed("Trucks crossed the Tumen River Bridge on Monday.")["Tumen River Bridge"]
    assert found.certainty != "certain"
    assert both <= {found.place_id, *found.refused}
    assert both <= set(lookup("Tumen River Bridge"))


def test_11_the_friendship_bridge_is_the_one_of_the_places_beside_it():
    russian = read("Freight trains from Khasan crossed the Friendship Bridge to Tumangang station in Rason.")
    assert russian["Friendship Bridge"] == "crossing.korea-russia-friendship-bridge"
    for text in (
        "Smugglers in Hyesan were arrested. Trucks in Dandong waited at the Friendship Bridge.",
        "The Yalu River's Friendship Bridge is closed; traders of Hyesan and Dandong suffer.",
        "Residents of Hyesan heard that the Friendship Bridge in Sinuiju would open.",
    ):
        assert read(text)["Friendship Bridge"] == "crossing.sino-korean-friendship-bridge", text
    hyesan = read("Guards at Hyesan closed the Friendship Bridge to Changbai.")
    assert hyesan["Friendship Bridge"] == "crossing.changbai-hyesan-international-bridge"
    chinese = read("Trucks from Dandong crossed the Friendship Bridge to Sinuiju.")
    assert chinese["Friendship Bridge"] == "crossing.sino-korean-friendship-bridge"


def test_14_one_city_two_districts(lookup):
    for name in ("Rason", "Raseon", "라선시", "나선시"):
        assert lookup(name)[0] == "kp.rason", name
    for name in ("Rajin", "Najin", "라진", "나진"):
        assert lookup(name)[0] == "kp.rason.rajin", name
    for name in ("Sonbong", "Unggi", "Seonbong"):
        assert lookup(name)[0] == "kp.rason.sonbong", name
    assert read("Ships left Rajin for Sonbong.") == {"Rajin": "kp.rason.rajin", "Sonbong": "kp.rason.sonbong"}


@pytest.mark.parametrize(
    "name", ["Ryanggang", "Yanggang", "Yanggang-do", "Liangjiang Province", "량강도", "양강도", "两江道"]
)
def test_15_one_ryanggang(lookup, name):
    assert lookup(name)[0] == "kp.ryanggang"


def test_16_onsong_has_one_id_and_two_precisions(lookup):
    for name in ("Onsong", "Onseong", "Ongsong"):
        assert lookup(name)[0] == "kp.north-hamgyong.onsong", name
        assert read(f"{name} county was flooded.") == {f"{name} county": "kp.north-hamgyong.onsong"}


def test_17_inland_cities_as_datelines():
    found = placed("CHONGJIN, May 3 (Reuters) - Guards shot a man in Hoeryong.")
    assert found["CHONGJIN"].role == "dateline"
    assert found["CHONGJIN"].river is None
    assert (found["CHONGJIN"].border_km or 0) > 15
    assert found["Hoeryong"].role == "incident"


def test_18_songgan_is_inland(lookup):
    found = placed("A pit in Songgan, Chagang province, collapsed.")["Songgan"]
    assert found.place_id == "kp.chagang.songgan"
    assert found.river is None
    assert "kp.chagang.songgan" not in lookup("Songan")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Jong Suk was his mother.", "Kim Hyong Jik was a teacher.", "Kim Chaek was a general.",
        "Ri Myong Su inspected the troops.", "Kim Hyong Gwon was his uncle.", "김정숙은 어머니다.", "김형직이 태어났다.",
    ],
)  # fmt: skip
def test_19_persons_are_no_counties(sentence):
    assert read(sentence) == {}


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Kim Jong Suk County", "kp.ryanggang.kimjongsuk"), ("Kim Hyong Jik county", "kp.ryanggang.kimhyongjik"),
        ("김정숙군", "kp.ryanggang.kimjongsuk"), ("김형직군", "kp.ryanggang.kimhyongjik"), ("Kim Chaek City", "kp.north-hamgyong.kimchaek"),
    ],
)  # fmt: skip
def test_19_counties_named_after_persons(lookup, name, place_id):
    assert list(read(f"{name} was sealed." if name.isascii() else f"{name}이 봉쇄됐다.").values()) == [place_id]
    assert lookup(name)[0] == place_id


def test_20_pochon_and_pocheon(lookup):
    assert lookup("보천")[0] == lookup("보천군")[0] == "kp.ryanggang.pochon"
    assert lookup("포천시")[0] == "kr.gyeonggi.pocheon"
    assert "kp.north-pyongan.pakchon" not in lookup("포천군")
    assert read("경기도 포천시에서 사고가 났다.")["포천시"] == "kr.gyeonggi.pocheon"
    assert read("Pochon county, Ryanggang province, was sealed.")["Pochon county"] == "kp.ryanggang.pochon"
    assert read("A camp at Pocheon in Gyeonggi.")["Pocheon"] == "kr.gyeonggi.pocheon"


def test_21_old_and_new_names_in_one_article():
    found = read("Undok, now Kyonghung county, was flooded. Saebyol is called Kyongwon again.")
    assert found["Undok"] == found["Kyonghung county"] == "kp.north-hamgyong.kyonghung"
    assert found["Saebyol"] == found["Kyongwon"] == "kp.north-hamgyong.kyongwon"


def test_22_names_that_differ_by_a_vowel(lookup):
    pairs = {
        "Kyongwon": "kp.north-hamgyong.kyongwon", "Kangwon": "kp.kangwon", "Kyonghung": "kp.north-hamgyong.kyonghung",
        "Kyongsong": "kp.north-hamgyong.kyongsong", "Kaesong": "kp.north-hwanghae.kaesong",
    }  # fmt: skip
    for name, place_id in pairs.items():
        found = lookup(name)
        assert found[0] == place_id
        assert not set(found) & (set(pairs.values()) - {place_id})


def test_23_sambong_needs_its_county(lookup):
    onsong, taehongdan = "kp.north-hamgyong.onsong.sambong", "kp.ryanggang.taehongdan.sambong"
    assert read("Guards at Sambong in Onsong county fired.")["Sambong"] == onsong
    assert read("Guards at Sambong in Taehongdan county fired.")["Sambong"] == taehongdan
    assert read("Guards at Sambong fired.") == {}
    assert {onsong, taehongdan} <= set(lookup("Sambong"))


def test_24_wiwon_the_county_and_committee_members(lookup):
    assert read("당 위원 세 명이 왔다.") == {}
    assert read("위원군에서 홍수가 났다.") == {"위원군": "kp.chagang.wiwon"}
    assert set(read("혜산시 위연동에서 총성이 났다.").values()) >= {"kp.ryanggang.hyesan.wiyon"}
    assert lookup("위원군") == ["kp.chagang.wiwon"]


def test_25_names_that_the_south_has_too(lookup):
    found = read("A bus from Namyang, Gyeonggi province, reached Seoul.")
    assert "kp.north-hamgyong.onsong.namyang" not in found.values()
    assert read("Guards at Namyang in Onsong county fired.")["Namyang"] == "kp.north-hamgyong.onsong.namyang"
    assert lookup("Namyang, Gyeonggi") == []
    assert "kp.ryanggang.hyesan.masan" not in read("The mayor of Masan spoke in Seoul.").values()


def test_26_jian(lookup):
    for sentence in ("Ji'an, Jilin province, is a port.", "Ji’an, Jilin province, is a port."):
        assert "cn.jilin.jian" in read(sentence).values()
    assert "cn.jilin.jian" not in read("Ji’an is a city in Jiangxi province.").values()
    assert read("Mr Jian closed Jianshe Road.") == {}
    assert lookup("Ji’an, Jiangxi") == ["cn.jiangxi.jian"]


def test_27_tonghua(lookup):
    assert lookup("Tonghua")[0] == "cn.jilin.tonghua"
    assert lookup("Tonghua County")[0] == "cn.jilin.tonghua-county"
    assert lookup("Dunhua") == ["cn.jilin.dunhua"]
    assert "cn.jilin.tonghua" not in lookup("Donghua") + lookup("Tonghwa")


@pytest.mark.parametrize("name", ["Hoeryong", "Hoeryŏng", "Hoiryong", "Hweryong", "Hoeryung", "Heoryung"])
def test_28_spellings_of_hoeryong(lookup, name):
    assert lookup(name)[0] == "kp.north-hamgyong.hoeryong"
    assert read(f"{name} fell silent.") == {name: "kp.north-hamgyong.hoeryong"}


def test_29_chongsong_and_changsong(lookup):
    onsong, sakju = "kp.north-hamgyong.onsong.chongsong", "kp.north-pyongan.sakju.chongsong"
    assert read("Guards at Chongsong in Onsong county fired.")["Chongsong"] == onsong
    assert read("Guards at Chongsong in Sakju county fired.")["Chongsong"] == sakju
    assert read("Guards at Chongsong fired.") == {}
    assert {onsong, sakju} <= set(lookup("Chongsong"))
    assert "kp.north-pyongan.changsong" not in lookup("Chongsong")
    assert lookup("Changsong County")[0] == "kp.north-pyongan.changsong"
    assert (lookup("종성") + lookup("청성"))[0] == onsong
    assert lookup("청성")[0] == sakju


def test_30_sindo_sin_island_and_pungso(lookup):
    assert lookup("Sindo County")[0] == "kp.north-pyongan.sindo"
    assert lookup("Sin Island")[0] == "kp.north-pyongan.sindo.sin-island"
    assert lookup("Pungso County")[0] == "kp.ryanggang.pungso"
    assert "kp.north-pyongan.sinuiju" not in lookup("Sindo") + lookup("Sin Island")
    assert read("Sindo county was flooded.") == {"Sindo county": "kp.north-pyongan.sindo"}
    assert read("Pungsan was quiet.") == {}


def test_31_parents_are_needed(lookup):
    assert read("Nanping in Helong is quiet.")["Nanping"] == "cn.jilin.helong.nanping"
    assert read("Nanping in Fujian province is quiet.")["Nanping"] == "cn.fujian.nanping"
    assert read("Donggang, Fusong county, is quiet.")["Donggang"] == "cn.jilin.fusong.donggang"
    assert read("Donggang in Dandong is quiet.")["Donggang"] == "cn.liaoning.donggang"
    assert lookup("Baishan city")[0] == "cn.jilin.baishan"
    assert lookup("Baishan town")[0] != "cn.jilin.baishan"


def test_32_jilin_and_yanbian(lookup):
    assert read("Jilin province banned it.") == {"Jilin province": "cn.jilin"}
    assert read("Jilin City banned it.") == {"Jilin City": "cn.jilin.jilin-city"}
    assert lookup("Yanbian")[0] == "cn.jilin.yanbian"
    assert lookup("Yanji")[0] == "cn.jilin.yanji"
    assert lookup("吉林市")[0] == "cn.jilin.jilin-city"


def test_33_two_hun_rivers(lookup):
    assert lookup("浑江")[0] == "river.hun"
    assert "river.hun" not in lookup("浑河")
    assert "river.hun" not in read("浑河流过沈阳。").values()


def test_34_rimgang_and_linjiang(lookup):
    assert lookup("림강리") == ["kp.north-hamgyong.musan.rimgang"]
    assert lookup("临江市")[0] == "cn.jilin.linjiang"
    assert lookup("린장시")[0] == "cn.jilin.linjiang"


@pytest.mark.parametrize(
    ("names", "place_id"),
    [
        (("Unbong", "Yunfeng"), "dam.unbong"),
        (("Supung", "Shuifeng", "Suiho"), "dam.supung"),
        (("Wiwon", "Weiyuan", "Laohushao"), "dam.wiwon"),
        (("Munak", "Wenyue"), "dam.munak"),
    ],
)
def test_35_one_dam_two_national_names(lookup, names, place_id):
    for name in names:
        assert lookup(f"{name} Dam")[0] == place_id, name


def test_36_wihwa_is_where_it_is():
    from borderatlas.gazetteer.matching import distance_km

    island = load_gazetteer().lookup("Wihwa Island")[0].place
    assert distance_km((island.lat, island.lon), (40.137, 124.446)) < 5
    assert distance_km((island.lat, island.lon), (39.871, 124.294)) > 20


@pytest.mark.parametrize(
    ("north", "south"),
    [("룡천군", "용천군"), ("류초도", "유초도"), ("라진", "나진"), ("량강도", "양강도"), ("련봉동", "연봉동")],
)
def test_37_initial_sounds(lookup, north, south):
    assert lookup(north)
    assert lookup(north)[0] == lookup(south)[0]


def test_38_short_names_inside_words():
    assert read("She met Samsu Kim; the usi was cold; he sent musang and an antubing.") == {}
    assert read("Antu county in Jilin.")["Antu county"] == "cn.jilin.antu"


def test_39_bare_village_names_stand_for_nothing(lookup):
    for name in ("Sinhung-ri", "Sinhung", "Namyang-ri", "Tongsan-ri"):
        assert read(f"A man from {name} fled.") == {}, name
    for hit in load_gazetteer().lookup("Sinhung-dong"):
        assert hit.name.needs
        assert any("a report must" in reason for reason in hit.reasons)
