"""Who speaks and who is only spoken of, in three languages."""

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def role(text, name):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return next(p.role for p in found if p.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A hotel receptionist in Hyesan reached by telephone said rooms were empty.", "Hyesan"),
        ("Hyesan residents said the power had been off since Monday.", "Hyesan"),
        ("A resident of neighboring Onsong told the radio that he heard shots.", "Onsong"),
        ("“They ate with us,” said a former sergeant who runs a chicken restaurant in Dandong.", "Dandong"),
        ("Speaking from Dandong, the businessman said trade was slow.", "Dandong"),
        ("The newspaper quoted two timber buyers in Linjiang as saying that logs were scarce.", "Linjiang"),
        ("함경북도 청진시의 한 주민소식통은 28일 문이 잠겼다고 말했다.", "함경북도"),
        ('혜산시 주민 박모(45) 씨는 "먹을 게 없다"고 하소연했다.', "혜산시"),
        ('중국 옌지에서 활동하는 선교사는 "경계가 강화됐다"고 전했다.', "옌지"),
        ("丹东一名贸易公司经理对路透社表示，货车增多。", "丹东"),
        ("在惠山做生意的李先生说，货都卖不出去。", "惠山"),
    ],
)  # fmt: skip
def test_a_speakers_place_is_the_sources(text, name):
    assert role(text, name) == "source"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A trader was beaten by guards in Hyesan, sources said.", "Hyesan"),
        ("Two residents of Hyesan were shot dead, a source said.", "Hyesan"),
        ("The source said guards in Hyesan had shot a man.", "Hyesan"),
        ("Police in Dandong said on Monday they had arrested a man.", "Dandong"),
        ("혜산 주민 3명이 보위부에 체포됐다고 소식통이 전했다.", "혜산"),
        ("평안북도 용천군에서 보위원이 총격을 받았다고 평안북도 소식통이 7일 말했다.", "용천군"),
        ("惠山居民三人被捕，消息人士称。", "惠山"),
        ("丹东警方表示，已逮捕三人。", "丹东"),
    ],
)
def test_those_spoken_of_are_no_source(text, name):
    assert role(text, name) == "incident"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trucks bound for Hoeryong waited at the bridge on Friday.", "Hoeryong"),
        ("She was held for a week and was then to be sent back to Onsong.", "Onsong"),
        ("가족들은 지난달 백암군으로 추방되었다.", "백암군"),
        ("货物原计划销往延吉市。", "延吉市"),
    ],
)
def test_where_people_or_goods_were_bound(text, name):
    assert role(text, name) == "destination"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DANDONG, China, March 27 KYODO - A train crossed the bridge.", "DANDONG"),
        ("(Seoul, October 13, 2023) – The government should halt the returns.", "Seoul"),
        ("（中央社記者林明台北9日電）北韓新義州海關停擺。", "台北"),
        ("(훈춘·투먼=연합뉴스) 6일 오후 통상구는 비어 있었다.", "투먼"),
    ],
)
def test_datelines_of_the_agencies(text, name):
    assert role(text, name) == "dateline"
