"""Dates that count from the date told last, and other words of English, Korean and Chinese reports."""

from __future__ import annotations

import pytest

from borderatlas.reports.dates import resolve_dates

PUBLISHED = "2017-04-25"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("It burned on April 3. The following day it rained.", "en", "2017-04-04", "2017-04-04"),
        ("It burned on April 3. Two days later it rained.", "en", "2017-04-05", "2017-04-05"),
        ("It burned on April 10. A week earlier it rained.", "en", "2017-04-03", "2017-04-03"),
        ("It burned on April 3. The same day it rained.", "en", "2017-04-03", "2017-04-03"),
        ("It burned on April 3. The day before, it rained.", "en", "2017-04-02", "2017-04-02"),
        ("지난 12일 불이 났다. 이튿날 비가 왔다.", "ko", "2017-04-13", "2017-04-13"),
        ("지난 12일 불이 났다. 사흘 뒤 비가 왔다.", "ko", "2017-04-15", "2017-04-15"),
        ("지난 12일 불이 났다. 같은 날 비가 왔다.", "ko", "2017-04-12", "2017-04-12"),
        ("4月12日起火。次日下雨。", "zh", "2017-04-13", "2017-04-13"),
        ("4月12日起火。两天后下雨。", "zh", "2017-04-14", "2017-04-14"),
        ("4月12日起火，当天扑灭。", "zh", "2017-04-12", "2017-04-12"),
    ],
)
def test_days_count_from_the_date_told_last(text, language, start, end):
    last = resolve_dates(text, PUBLISHED, language)[-1]
    assert (last.date_start, last.date_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "language"), [("The following day it rained.", "en"), ("이튿날 비가 왔다.", "ko"), ("次日下雨。", "zh")]
)
def test_without_a_date_before_it_the_following_day_is_not_known(text, language):
    assert [m.date_start for m in resolve_dates(text, PUBLISHED, language)] == [None]


def test_the_day_of_the_report_is_no_day_to_count_from():
    text = "SEOUL, April 20 -- It burned. Two days later it rained."
    assert resolve_dates(text, PUBLISHED, "en")[-1].date_start is None


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("since the start of the year", "en", "2017-01-01", "2017-04-25"),
        ("the night before last", "en", "2017-04-23", "2017-04-23"),
        ("in the first week of April", "en", "2017-04-01", "2017-04-10"),
        ("이달 들어 줄었다", "ko", "2017-04-01", "2017-04-25"),
        ("지난해 말 끝났다", "ko", "2016-11-01", "2016-12-31"),
        ("지난달 20일부터 열흘간", "ko", "2017-03-20", "2017-03-29"),
        ("去年底，", "zh", "2016-11-01", "2016-12-31"),
        ("十一月初起", "zh", "2016-11-01", "2017-04-25"),
        ("上週末再傳命案", "zh", "2017-04-22", "2017-04-23"),
        ("八月三十日", "zh", "2016-08-30", "2016-08-30"),
        ("本月中旬", "zh", "2017-04-11", "2017-04-20"),
        ("自3月6日起", "zh", "2017-03-06", "2017-04-25"),
        ("上周五，", "zh", "2017-04-21", "2017-04-21"),
        ("昨晚失火", "zh", "2017-04-24", "2017-04-24"),
    ],
)
def test_more_ways_to_say_when(text, language, start, end):
    first = resolve_dates(text, PUBLISHED, language)[0]
    assert (first.date_start, first.date_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who talked to RFA's Korean Service on April 16.", "en"),
        ("CHANGBAI, China, April 5, Kyodo - The chandelier", "en"),
        ("소식통은 16일 “포고문이 나붙었다”고 말했다", "ko"),
        ("설치한 것으로 4일 전해졌다", "ko"),
        ("首爾九日電", "zh"),
        ("今天透露，", "zh"),
    ],
)
def test_days_on_which_somebody_said_so(text, language):
    assert resolve_dates(text, PUBLISHED, language)[0].role == "reported"


def test_what_is_each_year_is_recurring_in_figures_and_in_words():
    assert [m.recurring for m in resolve_dates("每年七月，江水上涨。", PUBLISHED, "zh")] == [True]
