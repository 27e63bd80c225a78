"""Dates of reports: English, Korean and Chinese expressions against the day of publication."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.reports.dates import resolve_dates
from borderatlas.reports.spans import month_span, published_span, third_of

PUBLISHED = "2017-04-25"  # a Tuesday


def first(text, published=PUBLISHED, language="en"):
    found = resolve_dates(text, published, language)
    assert found, text
    return found[0]


def span(mention):
    return mention.date_start, mention.date_end, mention.time_precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It was seen on April 15.", "2017-04-15", "2017-04-15", "day"),
        ("It was seen near Sinuiju, April 14, 2017.", "2017-04-14", "2017-04-14", "day"),
        ("held on March 15, accused", "2017-03-15", "2017-03-15", "day"),
        ("in the flood of Aug. 30, when", "2016-08-30", "2016-08-30", "day"),
        ("killed on December 14th there", "2016-12-14", "2016-12-14", "day"),
        ("On 16 January officers came", "2017-01-16", "2017-01-16", "day"),
        ("shut at noon on 27 August 2016 by order", "2016-08-27", "2016-08-27", "day"),
        ("around the 20th of November, a source", "2016-11-20", "2016-11-20", "day"),
        ("seen Dec. 22, 2022.", "2022-12-22", "2022-12-22", "day"),
        ("on Feb. 29 a boat", "2016-02-29", "2016-02-29", "day"),
        ("Late last month two officers", "2017-03-21", "2017-03-31", "month"),
        ("Earlier this month, sources", "2017-04-01", "2017-04-25", "month"),
        ("in late November they left", "2016-11-21", "2016-11-30", "month"),
        ("in mid-December a court", "2016-12-11", "2016-12-20", "month"),
        ("at the beginning of May the city", "2016-05-01", "2016-05-10", "month"),
        ("had shut the border late in January and", "2017-01-21", "2017-01-31", "month"),
        ("in March they came", "2017-03-01", "2017-03-31", "month"),
        ("in April they came", "2017-04-01", "2017-04-25", "month"),
        ("in April 2016 they came", "2016-04-01", "2016-04-30", "month"),
        ("an order issued in August of the year before allows", "2016-08-01", "2016-08-31", "month"),
        ("in 2016 it stood", "2016-01-01", "2016-12-31", "year"),
        ("from 2000–2006 it was", "2000-01-01", "2006-12-31", "year"),
        ("wire since 2014 along", "2014-01-01", "2017-04-25", "year"),
        ("since December 20 at known points", "2016-12-20", "2017-04-25", "year"),
        ("in autumn 2016, contacts", "2016-09-01", "2016-11-30", "year"),
        ("in the 1990s hunger", "1990-01-01", "1999-12-31", "year"),
        ("over the weekend they", "2017-04-22", "2017-04-23", "week"),
        ("seen on Monday by", "2017-04-24", "2017-04-24", "day"),
        ("seen on Tuesday by", "2017-04-25", "2017-04-25", "day"),
        ("seen on Wednesday by", "2017-04-19", "2017-04-19", "day"),
        ("last week they", "2017-04-17", "2017-04-23", "week"),
        ("last year they", "2016-01-01", "2016-12-31", "year"),
        ("the month before, they", "2017-03-01", "2017-03-31", "month"),
        ("seen on the 12th, supporting", "2017-04-12", "2017-04-12", "day"),
        ("seen on the 30th, supporting", "2017-03-30", "2017-03-30", "day"),
        ("seen on the 31st, supporting", "2017-03-31", "2017-03-31", "day"),
        ("two months ago he", "2017-02-01", "2017-02-28", "month"),
        ("yesterday he", "2017-04-24", "2017-04-24", "day"),
        ("on Christmas Day he walked", "2016-12-25", "2016-12-25", "day"),
        ("on the last Saturday of November for", "2016-11-26", "2016-11-26", "day"),
        ("between Oct. 1 and Oct. 15, it", "2016-10-01", "2016-10-15", "month"),
        ("on June 8–10 it", "2016-06-08", "2016-06-10", "week"),
        ("dated 2017-03-09 it", "2017-03-09", "2017-03-09", "day"),
        ("closed until May 7, a source", "2017-05-07", "2017-05-07", "day"),
        ("finished by April 16, a source", "2017-04-16", "2017-04-16", "day"),
        ("is expected to go home on Monday carrying", "2017-05-01", "2017-05-01", "day"),
        ("development would start on the 28th, and", "2017-04-28", "2017-04-28", "day"),
    ],
)
def test_english(text, start, end, precision):
    assert span(first(text)) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("북한 병사가 지난 1일 오후 강을 건넜다", "2017-04-01", "2017-04-01", "day"),
        ("지난달 말 압록강에서", "2017-03-21", "2017-03-31", "month"),
        ("지난달 3일 혜산에서", "2017-03-03", "2017-03-03", "day"),
        ("변경 수비대가 6월 20일 오전", "2016-06-20", "2016-06-20", "day"),
        ("2020년 12월 국경에서", "2020-12-01", "2020-12-31", "month"),
        ("2007년 6월 15일 저녁", "2007-06-15", "2007-06-15", "day"),
        ("6월 28일부터 2일까지 비가", "2016-06-28", "2016-07-02", "week"),
        ("19일부터 22일까지의 비", "2017-04-19", "2017-04-22", "week"),
        ("이달 초 무산에서", "2017-04-01", "2017-04-10", "month"),
        ("올해 들어", "2017-01-01", "2017-04-25", "year"),
        ("작년에 지은", "2016-01-01", "2016-12-31", "year"),
        ("지난해 8월 15일 밤", "2016-08-15", "2016-08-15", "day"),
        ("지난주 목요일 밤", "2017-04-20", "2017-04-20", "day"),
        ("28일 새벽 지린성", "2017-03-28", "2017-03-28", "day"),
        ("오는 30일 열린다", "2017-04-30", "2017-04-30", "day"),
        ("어제 단둥에서", "2017-04-24", "2017-04-24", "day"),
    ],
)
def test_korean(text, start, end, precision):
    assert span(first(text, language="ko")) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("6月20日上午", "2016-06-20", "2016-06-20", "day"),
        ("2014年7月23日在图们", "2014-07-23", "2014-07-23", "day"),
        ("上月在丹东", "2017-03-01", "2017-03-31", "month"),
        ("本月初，边境", "2017-04-01", "2017-04-10", "month"),
        ("去年10月的一个深夜", "2016-10-01", "2016-10-31", "month"),
        ("去年夏天", "2016-06-01", "2016-08-31", "year"),
        ("前一周于中国山东", "2017-04-17", "2017-04-23", "week"),
        ("今年以来", "2017-01-01", "2017-04-25", "year"),
        ("7月26日至28日，丹东", "2016-07-26", "2016-07-28", "week"),
        ("21日被洪水围困", "2017-04-21", "2017-04-21", "day"),
        ("2006年10月的一个深夜", "2006-10-01", "2006-10-31", "month"),
    ],
)
def test_chinese(text, start, end, precision):
    assert span(first(text, language="zh")) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in April each year a week is declared", "en"),
        ("districts close each April for", "en"),
        ("매년 4월 특별경비주간", "ko"),
        ("每年4月", "zh"),
    ],
)
def test_what_comes_round_is_no_date(text, language):
    found = first(text, language=language)
    assert found.recurring
    assert found.date_start is None
    assert found.time_precision == "unknown"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They may march on Hyesan and will mar it.", "en"),
        ("About 2,000 soldiers of the 25th border guard brigade", "en"),
        ("the 7th Congress and the 11th Corps", "en"),
        ("in 2000 tonnes of rice, 1,047 people at 7:30", "en"),
        ("It is 30 km from Dandong.", "en"),
        ("on a Tuesday afternoon", "en"),
        ("3일째 10일간 2년째 19살", "ko"),
        ("14일 동안 강을 지켰다", "ko"),
        ("10日内完成", "zh"),
        ("两百多公里，9户人家", "zh"),
    ],
)
def test_what_only_looks_like_a_date(text, language):
    assert resolve_dates(text, PUBLISHED, language) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("a source told Daily NK on January 28.", "reported"),
        ("the AP reported on Friday that", "reported"),
        ("the sources told the Korean Service over the weekend.", "reported"),
        ("SEOUL, Sept. 9 -- Heavy rain", "reported"),
        ("A photograph of March 27 shows", "reported"),
        ("soldiers are said to have shot two in November", "told"),
        ("A man, 67, died on Saturday, according to the city", "told"),
        ("Two were arrested on March 17 for entering", "told"),
    ],
)
def test_the_day_on_which_somebody_said_so_is_told_apart(text, role):
    assert first(text).role == role


def test_korean_and_chinese_days_of_the_report():
    assert first("자유북한방송이 21일 보도했고", language="ko").role == "reported"
    assert first("병사 2명이 17일 새벽 달아나 잡혔다고 보도했다", language="ko").role == "told"
    assert first("防汛部门8月22日介绍，当天", language="zh").role == "reported"
    assert first("21日被洪水围困", language="zh").role == "told"


def test_two_dates_in_a_list_stay_two():
    days = [mention.date_start for mention in resolve_dates("on Oct. 1 and Oct. 15 guards", "2016-11-01", "en")]
    assert days == ["2016-10-01", "2016-10-15"]


def test_without_a_date_of_publication_only_full_dates_are_resolved():
    found = resolve_dates("on April 15, last month, in March 2016, on Dec. 22, 2022, on Friday", None, "en")
    assert [mention.date_start for mention in found] == [None, None, "2016-03-01", "2022-12-22", None]
    assert {mention.time_precision for mention in found if mention.date_start is None} == {"unknown"}


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2011-01", "on December 14", "2010-12-14"),
        ("2011-01", "on the 31st, they", "2011-01-31"),
        ("2011-01", "on Monday they", None),
        ("2011-01", "last month they", "2010-12-01"),
        ("2011", "last month they", None),
        ("2011", "in June they", "2011-06-01"),
        ("2011", "last year they", "2010-01-01"),
    ],
)
def test_a_publication_dated_to_the_month_or_year(published, text, expected):
    assert first(text, published).date_start == expected


@pytest.mark.parametrize("text", ["on June 31 a", "on February 30 a", "on 2017-13-40 a", "0월 99일", "2017年2月30日"])
def test_days_that_no_calendar_has_are_not_resolved(text):
    for language in ("en", "ko", "zh"):
        assert all(mention.date_start is None for mention in resolve_dates(text, PUBLISHED, language))


def test_months_end_where_they_end():
    assert month_span(2016, 2).last == date(2016, 2, 29)
    assert month_span(2017, 2).last == date(2017, 2, 28)
    assert third_of(month_span(2017, 2), "late").last == date(2017, 2, 28)
    assert published_span("2016-02").last == date(2016, 2, 29)
    assert published_span("2016-02-30") is None
    assert published_span("soon") is None


DAYS = st.dates(date(2000, 3, 1), date(2035, 12, 31))
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@given(DAYS, st.sampled_from(["on {m} {d} it", "in early {m} it", "late last month", "over the weekend", "on Friday", "the 1{n}th, it",
                              "last year", "이달 {n}일", "지난 {n}일", "{n}月{d}日", "上月底", "this week", "since {m}, it"]),
       st.integers(0, 11), st.integers(1, 31))  # fmt: skip
def test_what_looks_back_never_ends_after_the_report_and_is_in_order(published, pattern, month, day):
    text = pattern.format(m=MONTHS[month], d=day, n=month % 9 + 1)
    for language in ("en", "ko", "zh"):
        for mention in resolve_dates(text, published.isoformat(), language):
            assert text[mention.start : mention.end] == mention.text
            if mention.date_start:
                assert mention.date_start <= mention.date_end
                if not (language == "ko" and "이달" in text):
                    assert mention.date_end <= published.isoformat()


@given(DAYS, st.integers(0, 360))
def test_a_day_named_in_a_report_of_the_next_months_is_found_again(day, later):
    published = day + timedelta(days=later)
    text = f"It was on {MONTHS[day.month - 1]} {day.day} there"
    assert first(text, published.isoformat()).date_start == day.isoformat()
    assert first(f"{day.month}월 {day.day}일 새벽", published.isoformat(), "ko").date_start == day.isoformat()
    assert first(f"{day.month}月{day.day}日凌晨", published.isoformat(), "zh").date_start == day.isoformat()


@given(st.text(alphabet="0123456789 onthe,.-–AprilMay일월년지난日月年至까지부터", max_size=60))
def test_no_text_breaks_it_and_mentions_never_overlap(text):
    for language in ("en", "ko", "zh"):
        found = resolve_dates(text, PUBLISHED, language)
        for mention in found:
            assert text[mention.start : mention.end] == mention.text
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
