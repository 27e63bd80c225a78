"""How Korean and Chinese reports turn from one incident to the next, and for how long something has gone on."""

from __future__ import annotations

import pytest
from test_drafting_east import told

from borderatlas.incidents.cues import clearest_of, scores_of
from borderatlas.incidents.standing import standing_of, tells_of_a_deed
from borderatlas.reports.dates import resolve_dates


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("배급이 넉 달째 끊겼다.", "ko", ("2021-02-01", "2021-06-21")),
        ("열흘째 다리가 막혀 있다.", "ko", ("2021-06-11", "2021-06-21")),
        ("工人们已经两个月没有领到工资。", "zh", ("2021-04-01", "2021-06-21")),
        ("5월 3일 붙잡혔고 같은 달 말 풀려났다.", "ko", ("2021-05-21", "2021-05-31")),
        ("5月3日被捕，同月下旬获释。", "zh", ("2021-05-21", "2021-05-31")),
        ("今年春节刚过，他就走了。", "zh", ("2021-02-11", "2021-02-18")),
        ("去年春节期间，他走了。", "zh", ("2020-01-24", "2020-01-31")),
        ("2019년 3월 문을 닫았고 그해 7월 다시 열었다.", "ko", ("2019-07-01", "2019-07-31")),
    ],
)
def test_when_a_last_expression_says(text, language, expected):
    last = resolve_dates(text, "2021-06-21", language)[-1]
    assert (last.date_start, last.date_end) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("그는 달아난 것으로 전해졌다.", "ko"), ("警方对其行政拘留五日，没收手机。", "zh"), ("겨울 신발이 실렸다.", "ko")],
)
def test_what_is_no_day_and_no_year(text, language):
    assert resolve_dates(text, "2021-06-21", language) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11일 화물열차 한 편이 단둥을 떠나 압록강 철교를 건넜다.", "trade"),
        ("12일부터 외지 차량은 못 들어감.", "closure"),
        ("강둑 순찰로 포장이 끝났음.", "border_works"),
        ("세관원은 5일 자리에서 쫓겨났다.", "arrest"),
        ("저수지 둑이 터져 농경지가 침수됐다.", "disaster"),
        ("一列货运列车驶过界桥。", "trade"),
        ("游客用空拍机飞到对岸上空。", "surveillance"),
        ("渔船一律绑在岸边，油箱被上锁。", "closure"),
        ("当局拆走江边三座岗亭。", "border_works"),
        ("四人被巡逻兵按住。", "arrest"),
        ("哨兵朝天鸣枪示警。", "shooting"),
        ("军官收两条烟，边防明码标价。", "bribery"),
    ],
)
def test_kinds_by_their_words(text, kind):
    assert clearest_of(scores_of(text), 2) == kind


def test_deeds_without_an_ending_and_with_a_complement():
    assert tells_of_a_deed("23일부터 배가 못 뜨게 함.")
    assert tells_of_a_deed("四名男子把矿石推过浅滩。")
    assert tells_of_a_deed("保安员将三名妇人拘走。")
    assert not tells_of_a_deed("단둥은 관광을 재개할 수 있다.")
    assert standing_of("관광 재개는 이번에도 설로 끝났다.", is_dated=True) == "denied"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "继6月3日遣返一批人员后，中方12日又通过长白口岸向惠山移送二十人。",
            "zh",
            [("repatriation", "2021-06-12")],
        ),
        (
            "6月12日，十三道沟一户民房起火。对岸金正淑郡的哨兵随即朝天鸣枪示警。",
            "zh",
            [("disaster", "2021-06-12"), ("shooting", "2021-06-12")],
        ),
        (
            "신의주는 6월 4일부터 봉쇄됐다.\n무산군. 다리 어귀에 두 번째 철책이 6월 중순에 완성됐다.",
            "ko",
            [("closure", "2021-06-04"), ("border_works", "2021-06-11")],
        ),
    ],
)
def test_days_and_places_of_what_follows(text, language, expected):
    assert [(kind, start) for kind, _, start in told(text, language)] == expected
