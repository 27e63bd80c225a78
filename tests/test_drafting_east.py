"""How Korean and Chinese reports of several incidents are parted: clauses, turns, entries, overviews; and what is no incident."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.cues import scores_of
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import (
    brings_in_others,
    goes_on,
    is_another,
    is_found,
    is_item,
    is_turned_to,
    standing_of,
    tells_of_a_deed,
)
from borderatlas.incidents.vocabulary import classify
from borderatlas.models import Report, Section
from borderatlas.reports.sentences import paragraphs, sentences


def told(text, language, published="2021-06-21"):
    report = Report("r", text, (Section("body", 0, len(text)),), published=published, language=language)
    return [(i.event_type, str(i.place_id).split(".")[-1], i.date_start) for i in draft(report, geocode(report))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (  # two places in one sentence, each with a day
            "온성군에서는 지난 12일 제방이 터졌고, 회령시에서는 14일 밀수꾼 두 명이 붙잡혔다.",
            "ko",
            [("disaster", "onsong", "2021-06-12"), ("arrest", "hoeryong", "2021-06-14")],
        ),
        (
            "6月12日，和龙市一处堤防决口；6月14日，图们市有两名走私者被抓。",
            "zh",
            [("disaster", "helong", "2021-06-12"), ("arrest", "tumen", "2021-06-14")],
        ),
        (  # the end of it, at a place and on a day of its own, counted from the day before
            "六名脱北者本月4日在珲春市被捕，两天后经沙坨子口岸被遣返。",
            "zh",
            [("arrest", "hunchun", "2021-06-04"), ("repatriation", "shatuozi-port", "2021-06-06")],
        ),
        (  # a clause in which nothing else happens is cut off nothing
            "혜산에서 12일 붙잡힌 남성은 보천군 출신이고, 삼수군에 친척이 있다.",
            "ko",
            [("arrest", "hyesan", "2021-06-12")],
        ),
        (  # a place told of behind a quotation mark, earlier than what came before
            "소식통은 17일 “지난 11일 혜산에서 노인이 칼에 찔렸다”고 말했다.\n\n앞서 이달 초 보천군에서는 소대장이 뇌물을 받은 일이 들통나 체포됐다.",
            "ko",
            [("shooting", "hyesan", "2021-06-11"), ("bribery", "pochon", "2021-06-01")],
        ),
        (  # entries of a log
            "▌6月2日\n长白县马鹿沟镇民警抓获一名偷渡者。\n\n▌6月8日\n长白县八道沟镇查获香烟二百条。",
            "zh",
            [("arrest", "malugou", "2021-06-02"), ("smuggling", "badaogou", "2021-06-08")],
        ),
        (  # what sums up is no incident beside what it sums up
            "양강도에서 병사들의 탈영이 잇따르고 있다.\n\n혜산시에서 8일 밤 병사 한 명이 탈영했다.\n\n김형직군에서는 11일 병사 두 명이 총을 들고 사라졌다.",
            "ko",
            [("desertion", "hyesan", "2021-06-08"), ("desertion", "kimhyongjik", "2021-06-11")],
        ),
        (  # a visit and a protest are of no other type
            "신의주시에서 15일 주택지구 준공식이 열렸다. 17일에는 상인들이 시 인민위원회 앞에서 항의했다.",
            "ko",
            [("other", "sinuiju", "2021-06-15"), ("other", "sinuiju", "2021-06-17")],
        ),
        (  # where somebody lives is not where it was
            "본台联系到的另一名消息人士住在邻近的普天郡。3月12日，惠山市有一名汇款掮客被抓。",
            "zh",
            [("arrest", "hyesan", "2021-03-12")],
        ),
        ("단둥 시민들은 강가에서 더위를 식힌다. 맞은편 신의주에는 빨래하는 여인들이 보인다.", "ko", []),
        ("记者询问丹东海关是否有新的制裁措施，工作人员表示没有接到通知。", "zh", []),
    ],
)
def test_reports_are_parted_into_incidents(text, language, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("주민 7세대가 산골로 쫓겨났다.", "arrest"),
        ("지배인이 교화 8년을 언도받았다.", "arrest"),
        ("대표부 직원 아홉 명은 호출을 받고 들어간 뒤 연락이 끊겼다.", "arrest"),
        ("무역차 12대가 세관 앞에서 발길을 돌렸다.", "closure"),
        ("그 다음 날 세관은 문을 열지 못했다.", "closure"),
        ("노인들이 인민병원에서 백신 주사를 맞았다.", "health"),
        ("관광객 3명이 길을 잃었다가 구조됐다.", "disaster"),
        ("저장 탱크에서 새어 나온 가스로 40여 명이 병원에 실려 갔다.", "disaster"),
        ("얼음판이 꺼져 모녀가 물에 빠졌다.", "disaster"),
        ("강변에 감시탑 6개가 새로 지어졌다.", "border_works"),
        ("쌀 1㎏이 4천700원에 팔렸다.", "trade"),
        ("초급병사가 총을 들고 사라졌다.", "desertion"),
        ("군인들이 민가의 염소를 끌어갔다.", "shooting"),
        ("그들은 다리에서 북한 측에 인도됐다.", "repatriation"),
        ("위원장이 수해 복구 현장을 찾아 군인들을 격려했다.", "other"),
        ("普天郡也抓了一名汇款掮客。", "arrest"),
        ("三人被处以警告并各罚款五百元。", "arrest"),
        ("法院一审判处被告人有期徒刑四年。", "arrest"),
        ("一名上等兵攜自動步槍脫隊。", "desertion"),
        ("暴风军团士兵朝一艘木船开了枪。", "shooting"),
        ("村民家的两头牛被人牵走。", "shooting"),
        ("后备厢夹层里藏有来源不明的熊胆两枚。", "smuggling"),
        ("口岸自去年起一直停摆。", "closure"),
        ("小区不让出门。", "closure"),
        ("林地實行封閉管理。", "closure"),
        ("江堤上加裝兩米高的防護網。", "border_works"),
        ("24小时降水量达到380毫米，公路塌方。", "disaster"),
        ("化纤厂发生锅炉爆炸。", "disaster"),
        ("米价涨到每公斤七千元。", "trade"),
        ("最高领导者出席典礼，剪了彩，竣工典礼隆重举行。", "other"),
        ("中朝共同开发项目启动仪式在丹东举行。", "other"),
    ],
)
def test_what_happened_has_its_words_in_any_form(text, kind):
    assert classify(text)[0] == kind


def test_words_that_only_look_like_those_of_a_kind():
    assert "disaster" not in scores_of("外交部发言人洪磊证实此事。")
    assert "shooting" not in scores_of("朝鲜当局9月14日才首次公开请求国际援助。")
    assert "trafficking" not in scores_of("准备卖给凤城的收购站。")
    assert "repatriation" not in scores_of("그는 변방파출소에 넘겨졌다.")
    assert "military" not in scores_of("절반은 옷 공장에 배치됐다.")
    assert "crossing" not in scores_of("颱風北上掠過江原道。")


def test_how_a_sentence_turns_to_a_place():
    for lead in ("한편 ", "지난 12일 ", "앞서 이달 초 ", "소식통은 17일 “지난 11일 ", "같은 군 ", "강 건너 중국 "):
        assert is_turned_to(lead, is_east=True), lead
    for lead in ("另外，3月2日夜间，", "对岸的朝鲜", "消息人士说，5日夜里，", "二、"):
        assert is_turned_to(lead, is_east=True), lead
    assert not is_turned_to("숨진 사람의 가족은 ", is_east=True)
    assert not is_turned_to("而且很多人都把钱送到", is_east=True)
    assert not is_turned_to("")


def test_how_a_sentence_goes_on_or_tells_of_others():
    assert goes_on("시신은 사흘 뒤 강변에서 발견됐다.")
    assert goes_on("遗体三天后被打捞上岸。")
    assert is_another("그런가 하면 훈춘에서는 관광이 재개됐다.")
    assert is_another("经审理查明：被告人先后七次走私。")
    assert brings_in_others("12日，又有两人被劝返。")
    assert not brings_in_others("21日，16名船员全部获释。")


def test_verbs_of_something_done_are_none_of_saying():
    assert tells_of_a_deed("불이 나 3명이 숨졌습니다.")
    assert tells_of_a_deed("준공식이 열렸다.")
    assert tells_of_a_deed("当局举行了典礼。")
    assert not tells_of_a_deed("소식통은 그렇게 말했다.")
    assert not tells_of_a_deed("居民表示没有震感。")


def test_findings_of_a_court_are_told_and_forecasts_and_denials_are_not():
    assert is_found("法院查明，2016年9月，二人将六名朝鲜人运往延吉。")
    assert is_found("공소사실에 따르면 피고인은 2016년 물건을 넘겼다.")
    assert standing_of("氣象單位預測颱風將於今日登陸。", is_dated=True) == "planned"
    assert standing_of("다리가 이르면 10월 개통될 예정이라고 시 정부가 밝혔다.", is_dated=True) == "planned"
    assert standing_of("그는 12일 붙잡혔고 곧 재판을 받을 예정이다.", is_dated=True) == "told"
    assert standing_of('총격 보도는 "사실이 아닌 것으로 안다"고 선을 그었다.', is_dated=True) == "denied"


def test_items_and_lines_of_short_paragraphs():
    assert is_item("▶ 회령: 불이 났다.")
    assert is_item("案例一：民警查获一车货物。")
    text = "안정적이다.\n회령에서 불이 났다.\n온성에서 물이 넘쳤다."
    assert [text[slice(*span)] for span in paragraphs(text, 0, len(text))] == text.split("\n")
    wrapped = "무산군에서 지난\n12일 불이 나 집 두 채가\n탔다."
    assert len(list(paragraphs(wrapped, 0, len(wrapped)))) == 1


def test_a_date_in_figures_does_not_end_a_sentence():
    text = "원심은 2021. 7. 14. 항소를 기각하였다. 그는 상고했다."
    assert len(list(sentences(text, 0, len(text)))) == 2
