"""Words of the three languages: kinds of incident in other grammar, causes, habits, vague answers, dates of datelines."""

from __future__ import annotations

import pytest
from corpus import incident_score
from hypothesis import given
from hypothesis import strategies as st
from test_drafting import placed, placement, report

from borderatlas.incidents import cues
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import goes_on, standing_of
from borderatlas.incidents.vocabulary import classify
from borderatlas.models import Report, Section
from borderatlas.reports.dates import dateline_date, resolve_dates


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The handing over of nine women took place on Friday.", "repatriation"),
        ("The detention of two traders surprised the town.", "arrest"),
        ("Four men got across by raft and have not been seen since.", "crossing"),
        ("Jamming of mobile phone signals began in June.", "surveillance"),
        ("여성 세 명의 신병이 북측에 넘겨졌다.", "repatriation"),
        ("하급병사가 무장한 채 사라져 수색이 벌어졌다.", "desertion"),
        ("가시철사로 된 담이 강을 따라 둘러쳐졌다.", "border_works"),
        ("농경지가 물바다가 됐다.", "disaster"),
        ("통화를 엿듣는 장비가 지급됐다.", "surveillance"),
        ("양강도에서 병력이 교체됐다.", "military"),
        ("一名警備隊員開小差。", "desertion"),
        ("海关起获冻品两百吨。", "smuggling"),
        ("江岸增设了数十座岗楼。", "border_works"),
        ("三名官员因张口要钱、收红包被举报。", "bribery"),
        ("所有村屯只进不出。", "closure"),
        ("公安局捣毁收买妇女的团伙。", "trafficking"),
    ],
)
def test_nominal_passive_and_sino_korean_words_tell_the_kind(text, kind):
    assert classify(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("주민 살해 사건 이후 마을에 민병대를 배치했다.", "military"),
        ("뇌물을 받은 혐의로 끌려갔다.", "arrest"),
        ("因收留越境人员被处以罚款。", "arrest"),
        ("양강도와 자강도에서 홍수가 났다.", "disaster"),  # 강도 is a robber, 양강도 a province
    ],
)
def test_a_cause_that_stands_first_is_not_what_happened(text, kind):
    assert classify(text)[0] == kind


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("겨울철이면 도강 시도가 늘곤 한다.", "habit"),
        ("按照惯例，口岸会缩短开放时间。", "habit"),
        ("그런 정황은 포착되지 않았다고 말했다.", "denied"),
        ("发言人说，不了解有关情况。", "denied"),
        ("Officials rejected as rumour a report of shots.", "denied"),
        ("개통 시기를 아직 정하지 못했다.", "planned"),
        ("아직 실종자를 찾지 못했다.", "told"),
    ],
)
def test_habits_and_evasive_answers_tell_of_nothing(sentence, standing):
    assert standing_of(sentence, is_dated=False) == standing


def test_those_whom_the_sentence_before_named_are_spoken_of_again():
    assert goes_on("여성들은 이틀 뒤 넘겨졌다.")
    assert not goes_on("여성 두 명이 넘겨졌다.")


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("일주일 전 사고가 났다.", "ko", "2020-05-13", "2020-05-13"),
        ("두 달 전 사고가 났다.", "ko", "2020-03-01", "2020-03-31"),
        ("올 초부터", "ko", "2020-01-01", "2020-05-20"),
        ("이달 상순", "ko", "2020-05-01", "2020-05-10"),
        ("지난 연말 ", "ko", "2019-11-01", "2019-12-31"),
        ("一周前，", "zh", "2020-05-11", "2020-05-17"),
        ("三天前，", "zh", "2020-05-17", "2020-05-17"),
        ("去（2019）年8月1日", "zh", "2019-08-01", "2019-08-01"),
    ],
)
def test_dates_that_count_back_from_the_publication(text, language, start, end):
    [mention] = resolve_dates(text, "2020-05-20", language)
    assert (mention.date_start, mention.date_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("봉쇄\n입력 2021-11-03 09:12\n본문이다.", "2021-11-03"),
        ("Title\nPublished: November 3, 2021\nText here.", "2021-11-03"),
        ("[2019.08.12] 기사", "2019-08-12"),
        ("（中央社台北2019年8月9日電）北韓", "2019-08-09"),
        ("On Nov. 3, 2021 a man was shot.", None),
        ("(단둥=연합뉴스) 지난 2019년 3월 4일에 총격이 있었다.", None),
    ],
)
def test_a_report_is_dated_by_its_head_and_not_by_what_it_tells(text, day):
    assert dateline_date(text) == day


def test_the_dateline_dates_a_report_that_has_no_other_date():
    one = report("[2017-04-25]\n\nGuards shot a man at Hyesan on April 15.", published=None)
    [incident] = draft(one, placed(one, "Hyesan"))
    assert (incident.date_start, incident.source_date) == ("2017-04-15", "2017-04-25")


def test_a_reach_has_its_river_and_the_bank_that_is_said():
    one = report("A man was shot on the Chinese bank of the Yalu on April 15.")
    reach = placement(
        one, "Yalu", precision="river_reach", uncertainty_m=11_000.0, river_km=600.0, river=None, bank=None
    )
    [incident] = draft(one, [reach])
    assert (incident.river, incident.bank) == ("yalu", "CN")
    silent = report("A man was shot by the Yalu on April 15.")
    reach = placement(
        silent, "Yalu", precision="river_reach", uncertainty_m=11_000.0, river_km=600.0, river=None, bank=None
    )
    assert [(i.river, i.bank) for i in draft(silent, [reach])] == [("yalu", None)]


def test_a_report_that_opens_elsewhere_is_not_about_where_somebody_came_from():
    one = report("Police in Seoul arrested a dealer on Friday. The drugs came via Hyesan.")
    assert draft(one, placed(one, "Seoul", "Hyesan")) == []


@pytest.mark.parametrize("script", ["Latn", "Hang", "Hani"])
def test_the_sieve_loses_no_pattern(script):
    patterns, sieve = cues._patterns_of(script)
    sieve.make()
    folder = incident_score.HERE
    for path in [folder / "incident_sentences.jsonl", *sorted((folder / "clutter" / "reports").iterdir())]:
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.translate(cues.SIMPLIFIED) if script == "Hani" else line.lower()
            matching = {number for number, (_, _, pattern) in enumerate(patterns) if pattern.search(words)}
            possible = list(sieve.possible(words, len(patterns)))
            assert matching <= set(possible)
            assert len(possible) < len(patterns)
            assert possible == sorted(possible)


@given(st.data())
def test_whatever_a_pattern_of_a_kind_matches_passes_the_sieve(data):
    script = data.draw(st.sampled_from(["Hang", "Hani"]))
    patterns, sieve = cues._patterns_of(script)
    sieve.make()
    number = data.draw(st.integers(0, len(patterns) - 1))
    text = data.draw(st.from_regex(patterns[number][2]))
    assert number in sieve.possible(text, len(patterns))


@pytest.mark.parametrize(
    ("only", "f1", "kind"),
    [("dev2", 0.95, 0.93), ("apart2", 0.9, 0.85), ("dev3", 0.86, 0.88), ("dev4", 0.87, 0.88), ("dev5", 0.88, 0.85)],
)
def test_more_short_texts(only, f1, kind):
    figures = incident_score.score(incident_score.HERE / "incident_sentences.jsonl", only=only)["all"]
    assert figures["f1"] >= f1
    assert figures["type"] >= kind


def test_a_text_without_a_section_is_dated_too():
    assert draft(Report("r", "", (Section("body", 0, 0),)), []) == []
