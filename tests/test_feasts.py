"""The table of lunar feasts against new moons that are computed here, by the series of Meeus, Astronomical Algorithms, ch. 49."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import radians, sin

import pytest

from borderatlas.reports.dates import resolve_dates
from borderatlas.reports.feasts import FEASTS, last_feast, lunar_new_year, mid_autumn
from borderatlas.reports.spans import published_span

_EPOCH = datetime(2000, 1, 6, 18, 14, tzinfo=UTC)
"""The first new moon of the series, k = 0."""


def new_moon(k: int) -> date:
    """Give the day, by the clock of Beijing, of the new moon of a number: within minutes of the true one."""
    t = k / 1236.85
    sun, moon, latitude = (
        radians(a + b * k) for a, b in ((2.5534, 29.10535670), (201.5643, 385.81693528), (160.7108, 390.67050284))
    )
    days = 29.530588861 * k + 0.00015437 * t * t
    days += -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
    days += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    mean = datetime(2000, 1, 6, 14, 20, 37, tzinfo=UTC)  # JDE 2451550.09766
    return (mean + timedelta(days=days, hours=8) - timedelta(seconds=65)).date()


def new_moon_by(day: date) -> date:
    """Give the last new moon up to a day."""
    k = round((datetime(day.year, day.month, day.day, tzinfo=UTC) - _EPOCH).days / 29.530588861)
    return max(found for found in (new_moon(k + step) for step in (-2, -1, 0, 1)) if found <= day)


@pytest.mark.parametrize("year", range(1995, 2031))
def test_the_lunar_feasts_stand_where_the_moon_puts_them(year):
    first, middle = lunar_new_year(year), mid_autumn(year)
    assert first and date(year, 1, 21) <= first <= date(year, 2, 20)
    assert new_moon_by(first) == first
    assert middle and date(year, 9, 8) <= middle <= date(year, 10, 7)
    assert middle - new_moon_by(middle) == timedelta(days=14)


def test_a_feast_is_the_last_one_that_had_begun():
    assert lunar_new_year(1994) is None
    assert last_feast("추석", published_span("2023-09-28")).first == date(2022, 9, 10)
    assert all(last_feast(name, published_span("2023-06-15")) for name in FEASTS)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("설 연휴에 강을 건넜다.", "ko", "2017-01-27", "2017-02-03"),
        ("추석이던 날 불이 났다.", "ko", "2016-09-15", "2016-09-15"),
        ("태양절 당일에 정전이 있었다.", "ko", "2017-04-15", "2017-04-16"),
        ("春节期间有三人越境。", "zh", "2017-01-27", "2017-02-03"),
        ("国庆假期，口岸关闭。", "zh", "2016-10-01", "2016-10-07"),
        ("自正月初五起封路。", "zh", "2017-02-01", "2017-04-25"),
        ("엊그제 혜산에서 불이 났다.", "ko", "2017-04-23", "2017-04-23"),
        ("피고인은 2016. 9. 4. 혜산에서 물건을 넘겼다.", "ko", "2016-09-04", "2016-09-04"),
        ("올 상반기에 세 척이 나포됐다.", "ko", "2017-01-01", "2017-04-25"),
        ("작년 4분기에 늘었다.", "ko", "2016-10-01", "2016-12-31"),
        ("入冬以来已有三人落水。", "zh", "2016-11-01", "2017-04-25"),
        ("2月6日04时51分发生地震。", "zh", "2017-02-06", "2017-02-06"),
        ("2016/12/03，民警查获一车货物。", "zh", "2016-12-03", "2016-12-03"),
        ("今年1至3月，口岸过货量增长。", "zh", "2017-01-01", "2017-03-31"),
        ("去年11月至2月，冰面封冻。", "zh", "2016-11-01", "2017-02-28"),
        ("올해 1~3월 화물이 늘었다.", "ko", "2017-01-01", "2017-03-31"),
        ("上礼拜三有人被抓。", "zh", "2017-04-19", "2017-04-19"),
        ("去年第三季度关闭。", "zh", "2016-07-01", "2016-09-30"),
    ],
)
def test_more_ways_to_say_when(text, language, first, last):
    found = resolve_dates(text, "2017-04-25", language)[0]
    assert (found.date_start, found.date_end) == (first, last)


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("2016년 9월 3일 붙잡혔다. 같은 해 12월 5일 처형됐다.", "ko", "2016-12-05"),
        ("2016년 9월 3일 붙잡혔다. 같은 달 12일 처형됐다.", "ko", "2016-09-12"),
        ("지난 12일 붙잡혔다. 2주 뒤 풀려났다.", "ko", "2017-04-26"),
        ("2016年9月3日被抓，同年12月5日被判刑。", "zh", "2016-12-05"),
        ("2016年9月3日被抓，同月12日被送回。", "zh", "2016-09-12"),
        ("4月3日被抓，一周后获释。", "zh", "2017-04-10"),
    ],
)
def test_days_count_from_the_date_told_last(text, language, first):
    assert resolve_dates(text, "2017-04-25", language)[-1].date_start == first


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("当地知情人士星期二对本台说，", "zh"),
        ("外交部發言人4日在例行記者會上證實此事。", "zh"),
        ("【朝中社平壤12月3日电】在白头山下", "zh"),
        ("截至8月3日，已转移两千人。", "zh"),
        ("방송은 2일 양강도 주민의 말을 인용해 “군중심판이 있었다”고 보도했다.", "ko"),
        ("25일 현재까지 풀려나지 않았다.", "ko"),
    ],
)
def test_the_day_on_which_somebody_said_so_is_not_that_of_what_happened(text, language):
    assert resolve_dates(text, "2017-04-25", language)[0].role == "reported"


def test_what_a_lunar_date_is_in_the_solar_calendar_stays_open():
    assert [m.date_start for m in resolve_dates("음력 8월 3일에 불이 났다.", "2017-04-25", "ko")] == [None]
    assert [m.role for m in resolve_dates("3月12日被保卫部传讯。", "2017-04-25", "zh")] == ["told"]
