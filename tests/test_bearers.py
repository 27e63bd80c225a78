"""Names that a place lends: persons, firms, dishes, ships and namesakes far away are refused, places beside them kept."""

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def places(text):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return {p.text: p.place_id for p in found if p.place_id}


def ours(text):
    return {
        k: v for k, v in places(text).items() if v.startswith(("kp.", "cn.jilin", "cn.liaoning", "river.", "mountain."))
    }


@pytest.mark.parametrize(
    "text",
    [
        "Coach Hwang Musan praised the defence after the match in Lagos.",
        "Onsong Choi won the doubles title in Jakarta.",
        "The lawmaker Tumen was elected in Ulaanbaatar.",
        "The Chinese developer Jian Group reported losses.",
        "The novel “Across the Tumen” won a prize in Toronto.",
        "The Yalu, a cargo vessel flying the flag of Mongolia, was towed away.",
        "They opened a bakery in Vancouver called Dandong Buns and sold bread to the neighbours.",
        "혜산 스님은 불교방송에서 강연했다.",
        "사장 신의주(61) 씨는 이름 때문에 고향을 묻는 손님이 많다고 했다.",
        "부산의 '혜산진 순대'는 줄이 길다.",
        "品茶师图们·巴特尔建议用山泉水。",
        "“长白山”牌香烟在广州热销。",
        "广东龙川县遭遇暴雨，四川中江县停课。",
    ],
)
def test_a_name_that_something_else_bears_is_no_place(text):
    assert ours(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guards arrested Hwang Musan in Musan County on Friday.", "Musan County"),
        ("Trucks lined up at Dandong Customs on Monday, and drivers waited.", "Dandong Customs"),
        ("Prices in Hyesan Monday were twice those of last month.", "Hyesan"),
        ("集安原名“辑安”，1965年改名。", "辑安"),
        ("혜산 주민 박모 씨가 체포됐다.", "혜산"),
        ("Floods hit Ji'an, Jiangxi Province, on Monday.", "Ji'an"),
    ],
)
def test_a_place_stays_one(text, name):
    assert name in places(text)


def test_a_person_named_in_full_is_the_same_person_later():
    found = places("Striker Park Onsong scored twice in Suwon. The crowd sang for Onsong. She was born in Hoeryong.")
    assert "Onsong" not in found
    assert found["Hoeryong"] == "kp.north-hamgyong.hoeryong"


def test_a_namesake_that_the_gazetteer_has_wins_over_the_refusal():
    assert places("Floods hit Ji'an, Jiangxi Province, on Monday.")["Ji'an"] == "cn.jiangxi.jian"
