"""What Korean reports tell, by the words of North and South and of Yanbian: types, days, places, and what only looks like it."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.cues import scores_of
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import is_item, standing_of
from borderatlas.incidents.vocabulary import classify
from borderatlas.models import Report, Section
from borderatlas.reports.dates import resolve_dates
from borderatlas.reports.sentences import paragraphs, sentences


def told(text, published="2021-10-15"):
    report = Report("r", text, (Section("body", 0, len(text)),), published=published, language="ko")
    return [(i.event_type, str(i.place_id).split(".")[-1], i.date_start) for i in draft(report, geocode(report))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # people who go away without leave, and soldiers
        ("옌지에 나와 있던 북한 노동자 3명이 지난 8일 숙소를 이탈해 행방이 묘연하다.", "crossing"),
        ("식당 종업원들이 지난 1일 집단으로 종적을 감췄다.", "crossing"),
        ("국경경비대 하사 한 명이 지난 6일 자동보총을 지닌 채 부대를 빠져나갔다.", "desertion"),
        ("여단 병사가 10일 새벽 근무 도중 모습을 감췄다.", "desertion"),
        # handed over, by whatever verb
        ("공안은 지난 4일 탈북민 다섯 명을 북한 당국에 넘겼다.", "repatriation"),
        ("구류장에 갇혀 있던 탈북민들이 남양으로 실려 갔다.", "repatriation"),
        # goods, found or carried
        ("세관에서 여성 인솔원의 가방에서 달러 뭉치와 금붙이가 나왔다.", "smuggling"),
        ("밀수꾼들이 밤에 약초를 강 너머로 넘기고 설탕을 들여왔다.", "smuggling"),
        ("해관은 신고하지 않은 털게 3톤을 찾아내 압수했다.", "smuggling"),
        ("검사원들은 짐을 뒤져 웅담가루 2킬로그람을 찾아냈다.", "smuggling"),
        # who is paid for looking away
        ("중대장이 밀수를 봐준 대가로 쌀을 챙겼다.", "bribery"),
        ("여행증을 떼려면 고양이담배 두 막대기를 고여야 한다.", "bribery"),
        # watched, counted, searched at night
        ("안전원들이 돌며 행방불명자가 있는 집을 다시 조사해 갔다.", "surveillance"),
        ("인민반장들이 밤마다 가족 수를 확인하며 숙박 검열을 하고 있다.", "surveillance"),
        ("압록강에서 군 시설을 촬영한 관광객이 공안에 억류됨", "arrest"),
        ("시안의 비사회주의 현상을 뿌리 뽑는다며 집집을 뒤지고 있다.", "arrest"),
        # shut, stopped, turned away
        ("당위원회가 갈대 운반을 중지시켰다.", "closure"),
        ("외국인 관광객을 더는 받지 않겠다고 알렸다.", "closure"),
        ("강변길이 막혀 사람도 차도 못 다닌다.", "closure"),
        # ill, without the name of an illness
        ("열이 나고 기침하는 사람이 하루 스무 명씩 생기고 있다.", "health"),
        # accidents by what befell people
        ("나룻배가 물살을 이기지 못하고 넘어갔다.", "disaster"),
        ("크레인이 쓰러져 인부 2명이 죽었다.", "disaster"),
        ("주민 4천여 명이 직승기로 구출됐다.", "disaster"),
        ("매설 작업이 절반쯤 끝났다.", "military"),
        ("소녀 두 명이 돈벌이를 시켜 준다는 말에 속아 중국으로 팔렸다.", "trafficking"),
        # what has no word of its own and is said by what is done
        ("국경초소에서 초병이 보이지 않아 부대가 발칵 뒤집혔다.", "desertion"),
        ("군인들이 창고에 들이닥쳐 경비원을 묶고 강냉이를 싣고 갔다.", "shooting"),
        ("경찰이 일당의 은신처를 덮쳤다.", "arrest"),
        ("강변 산책로를 막고 관광버스를 돌려보냈다.", "closure"),
        ("돌격대원들이 상한 두부를 먹고 배앓이를 했다.", "health"),
        ("어선 두 척이 풍랑을 만나 돌아오지 않고 있다.", "disaster"),
        # of no type, and named all the same
        ("노동자들이 밀린 임금을 달라며 일손을 놓았다.", "other"),
        ("촌민의 소가 야생동북범의 습격을 받아 죽었다.", "other"),
        ("총비서가 공장을 돌아봤다고 통신이 전했다.", "other"),
    ],
)  # fmt: skip
def test_types_by_what_is_done(text, kind):
    assert classify(text, "ko")[0] == kind
    assert scores_of(text).get(kind, 0) >= 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("옥수수 값이 올랐다", "bribery"),
        ("발전소가 돌고 있다", "disaster"),
        ("문화재청 직원이 왔다", "disaster"),
        ("포고문이 나붙었다", "arrest"),
        ("해설사가 안내했다", "health"),
        ("열병식이 열렸다", "health"),
        ("피해자 가족이 울었다", "border_works"),
        ("변강도시의 아침", "shooting"),
        ("케미칼에서 사람을 뽑는다", "shooting"),
        ("고개를 숙이며 털어놓았다", "shooting"),
        ("국경에 막대한 예산을 들였다", "closure"),
        ("대못을 박은 널판", "closure"),
        ("건물이 들어섰다", "disaster"),
        ("물건을 사고 있다", "disaster"),
        ("장마당으로 갔다", "disaster"),
        ("동사무소 앞", "disaster"),
        ("자물쇠가 잠긴 문", "disaster"),
        ("실종자 수색 작업이 이어졌다", "arrest"),
        ("환자를 병원으로 이송했다", "arrest"),
        ("로동자구의 아침", "trade"),
        ("상대방의 말", "trade"),
        ("강 건너 마을이 보인다", "crossing"),
        ("탈북자 단체가 밝혔다", "crossing"),
        ("짐을 챙기고 나섰다", "bribery"),
        ("소문이 퍼지고 있다", "health"),
        # turns of phrase
        ("건너는 모습이 사진에 잡혔다", "arrest"),
        ("주민들의 불만이 터져 나왔다", "disaster"),
        ("휘발유가 자취를 감췄다", "crossing"),
        ("외교부 대변인이 북한에 항의했다", "other"),
        ("농악소리가 울려퍼지는 거리", "health"),
        ("화물 소독 창고를 지었다", "health"),
    ],
)  # fmt: skip
def test_words_inside_other_words_and_turns_of_phrase_say_nothing(text, kind):
    assert kind not in scores_of(text)


def test_what_stands_before_an_afternoon_is_no_cause():
    assert scores_of("공안이 밀수꾼을 체포한 것은 1일 오후 3시쯤 다리 앞이라고 했다")["arrest"] >= 4
    assert scores_of("사고가 나자 당국은 배의 운항을 금지시켰다")["disaster"] < 2
    assert scores_of("탈북이 잇따르는 가운데 철조망을 새로 설치했다").get("crossing", 0) < 2
    assert scores_of("탄 사람 가운데 4명이 물에 빠져 숨졌다")["disaster"] >= 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" o 4.18. 단둥시에서 연행됨", [("told", "2021-04-18")]),
        ("ㅇ 4.18.(일) 단둥시에서 연행됨", [("told", "2021-04-18")]),
        ("지난 4.18.에 단둥에서 연행됐다", [("told", "2021-04-18")]),
        ("구호 물품 전달은 삼가시기 바랍니다", []),
        ("전달 15일 회령에서 있은 일", [("told", "2021-09-15")]),
        ("협력자가 9월 10일 전해 왔다.", [("reported", "2021-09-10")]),
        ("13일 현지 교민들에 따르면 이들은 10일 저녁 나갔다.", [("reported", "2021-10-13"), ("told", "2021-10-10")]),
        ("영상이 방송을 통해 12일 공개됐다.", [("reported", "2021-10-12")]),
        ("12일 두 명이 숨졌으며 당국이 밝혔다.", [("told", "2021-10-12")]),
        ("올해 상반년 통상구를 드나든 인원", [("told", "2021-01-01")]),
        ("연말 과제를 맞추려고 밤에도 배를 띄운다", []),
    ],
)
def test_days_of_notices_and_of_those_who_sent_word(text, expected):
    assert [(m.role, m.date_start) for m in resolve_dates(text, "2021-10-15", "ko")] == expected


def test_items_of_a_notice_are_incidents_each():
    text = (
        "접경지역을 찾는 국민이 조사를 받는 사례가 있어 주의를 당부드립니다.\n\n"
        " o 9.18. 랴오닝성 단둥시에서 군 시설을 찍은 관광객 1명이 공안에 연행됨\n"
        " o 8월 중 지린성 창바이현에서 무인기를 띄운 대학생 2명이 억류됨\n\n감사합니다."
    )
    assert told(text) == [("arrest", "dandong", "2021-09-18"), ("arrest", "changbai", "2021-08-01")]
    assert is_item("o 9.18. 단둥")
    assert len(list(paragraphs(text, 0, len(text)))) == 4
    line = "9.18. 단둥에서 연행됨"
    assert len(list(sentences(line, 0, len(line)))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who only came from a place
            "회령시에서 지난 5일 아이들 서른 명이 끌려갔다. 소식통은 “그중에는 무산과 연사에서 걸어온 형제도 있다”고 말했다.",
            [("arrest", "hoeryong", "2021-10-05")],
        ),
        (  # villagers tell what they saw
            "허룽시 충산진 주민들은 지난 9일 북한 군인 두 명이 강을 건너와 식량을 털어 달아났다고 말했다.",
            [("desertion", "chongshan", "2021-10-09")],
        ),
        (  # an office written onto the name of its town
            "연길시공안국은 10월 2일 밀수군 두명을 체포하였다.",
            [("arrest", "yanji", "2021-10-02")],
        ),
        (  # of no type and without a day, in a place to which the report turns
            "무산군 당위원회는 지난 4일 궐기 모임을 열었다.\n\n회령에서는 한 여성이 빚을 갚지 못해 스스로 목숨을 끊었다.",
            [("other", "musan", "2021-10-04"), ("other", "hoeryong", None)],
        ),
        (  # goods make smuggling of a crossing
            "혜산시 강가를 지난 1일 북한 남성이 헤엄쳐 건넜다. 그는 비닐로 싼 물건을 북한 쪽으로 옮겼고 짐 주인이 기다렸다.",
            [("smuggling", "hyesan", "2021-10-01")],
        ),
        (  # floods of two provinces are two
            "평안북도 의주군에서 지난 7일 폭우로 집이 물에 잠겼다.\n\n성간군과 전천군에서 산사태로 마을이 사라졌다고 자강도 소식통이 전했다.",
            [("disaster", "uiju", "2021-10-07"), ("disaster", "songgan", None)],
        ),
        (  # the manhunt of the day after, at the same place
            "만포 시민들은 지난 7일 새벽 강 건너에서 총소리가 울렸다고 한다. 만포시 강가에서 총격이 있은 것은 7일이다. 다음 날 만포 강가에서는 수색이 이어졌다.",
            [("shooting", "manpo", "2021-10-07")],
        ),
        (  # where a speaker once worked
            "평양시 아파트 공사장이 지난 3일 무너졌다. 압록강 주변 도시에서 일했던 건설업자 출신 탈북자는 “시멘트를 빼돌리는 일은 어디나 같다”고 말했다.",
            [],
        ),
        (  # the day on which somebody protested
            "허룽시 난핑촌에서 지난 7일 노부부가 탈영병에게 목숨을 잃었다. 중국 외교부는 11일 북한에 항의했다고 확인했다.",
            [("desertion", "nanping", "2021-10-07")],
        ),
    ],
)  # fmt: skip
def test_where_and_how_many(text, expected):
    assert told(text) == expected


def test_what_is_to_be_and_what_lasts_for_years_is_no_news():
    assert standing_of("단체는 17일 대사관 앞에서 집회를 연다.", is_dated=True) == "planned"
    assert standing_of("이달 안에 화물열차가 다닌다는 말을 들었다.", is_dated=True) == "planned"
    assert standing_of("만포에 격리된 사람이 있다는 이야기가 나오지만 확인할 길이 없다.", is_dated=False) == "planned"
    assert standing_of("코로나로 문을 걸어 잠근 지 3년.", is_dated=False) == "past"
