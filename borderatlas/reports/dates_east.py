"""What Korean and Chinese expressions of time mean, against the publication date: the two are counted alike."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from borderatlas.reports import spans
from borderatlas.reports.date_tables_east import (
    BACK,
    EAST_WEEKDAYS,
    KO_NUMBERS,
    SEASONS,
    THIRDS,
    ZH_DIGITS,
)
from borderatlas.reports.date_words import (
    group,
    year_part,
)
from borderatlas.reports.feasts import last_feast, new_year_moon
from borderatlas.reports.spans import Lean, Published, Span

if TYPE_CHECKING:
    import re


def _number(text: str) -> int:
    """Read 12, 十二, 二十一, 廿一, 两."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    return (ZH_DIGITS[tens] if tens else int(bool(ten))) * 10 + (ZH_DIGITS[ones] if ones else 0)


def east_day(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 2007년 6월 15일, 6월 20일, 지난 12일, 지난달 3일, 去年8月1日, 26日."""
    day, month, moon = _number(match["day"]), group(match, "month"), group(match, "moon")
    year = _east_year(match, anchor)
    if month:
        return (
            spans.day_span(year, _number(month), day) if year else spans.partial_day(anchor, _number(month), day, lean)
        )
    if moon:
        month_meant = spans.months_back(anchor, BACK[moon]).first if anchor else None
        return spans.day_span(month_meant.year, month_meant.month, day) if month_meant else None
    return spans.day_of_month(anchor, day, lean)


def _east_year(match: re.Match[str], anchor: Published | None) -> int | None:
    if group(match, "year"):
        return int(match["year"])
    which = group(match, "which")
    return anchor.last.year - BACK[which] if which and anchor else None


def east_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 작년 12월, 지난달 하순, 去年12月底."""
    month, year, part = _number(match["month"]), _east_year(match, anchor), THIRDS.get(group(match, "part") or "")
    if year is None:
        return spans.partial_month(anchor, month, part, lean)
    span = spans.third_of(spans.month_span(year, month), part)
    return spans.ended_by(span, anchor) if lean == "back" else span


def east_months(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 今年1至5月, 2017年10月至12月, 올해 1~5월: to the end of the second month."""
    year, first, last = _east_year(match, anchor), _number(match["month"]), _number(match["last"])
    if year is None and anchor is None:
        return None
    year = year or (anchor.last.year if anchor else 0)
    year -= int(group(match, "year") is None and anchor is not None and date(year, first, 1) > anchor.last)
    span = spans.stretch(date(year, first, 1), spans.month_span(year + (last < first), last).last)
    return span and spans.ended_by(span, anchor)


def east_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 지난달 말, 이달 초, 上月, 本月初."""
    if anchor is None:
        return None
    part = THIRDS.get(group(match, "part") or "")
    return spans.ended_by(spans.third_of(spans.months_back(anchor, BACK[match["moon"]]), part), anchor)


def zh_bare_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 月底, 月初: the last one that had begun."""
    if anchor is None:
        return None
    thirds = (spans.third_of(spans.months_back(anchor, back), THIRDS[match["part"]]) for back in (0, 1))
    return next((spans.ended_by(span, anchor) for span in thirds if span.first <= anchor.last), None)


def east_year_part(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 지난해 말, 올해 초, 去年底, 今年年初, 2020年底."""
    year = _east_year(match, anchor)
    if year is None:
        return None
    span = year_part(year, THIRDS[match["part"]])
    return spans.ended_by(span, anchor) if lean == "back" else span


def zh_bare_year_part(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 年初: the beginning of the year of publication."""
    return anchor and spans.ended_by(year_part(anchor.last.year, "early"), anchor)


def ko_year_turn(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 연초, 연말, 지난 연말: the last one that has begun."""
    if anchor is None:
        return None
    part, year = THIRDS[match["part"]], anchor.last.year
    span = year_part(year, part)
    if group(match, "which") in {"작년", "지난해"} or span.first > anchor.last:
        span = year_part(year - 1, part)
    return spans.ended_by(span, anchor)


def east_season(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 올봄, 지난여름, 작년 가을, 去年冬天."""
    month, which = SEASONS[match["season"]], group(match, "which")
    if which and anchor and BACK.get(which, 0):
        return spans.season_span(anchor.last.year - BACK[which], month)
    return spans.partial_season(anchor, month, lean)


def east_later(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘 뒤, 3일 후, 两天后, 三天前, as counted from the date told last."""
    text, back = match["number"], match["way"] in {"전", "앞서", "前", "之前"}
    days = KO_NUMBERS[text] if text in KO_NUMBERS else _number(text)
    return spans.moved(anchor, -days if back else days, "day")


_UNITS = {
    "일": "day", "주": "week", "주일": "week", "달": "month", "개월": "month", "년": "year",
    "天": "day", "日": "day", "周": "week", "週": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
}  # fmt: skip
KO_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일": 1, "이": 2, "삼": 3}


def east_ago(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘 전, 일주일 전, 두 달 전, 三天前, 一周前, 两个月前: from the date told last, or the publication."""
    days = group(match, "days")
    if days:
        return spans.moved(anchor, -KO_NUMBERS[days], "day")
    number = match["number"]
    count = KO_COUNTS[number] if number in KO_COUNTS else _number(number)
    unit = _UNITS[match["unit"]]
    return spans.moved(anchor, -count, "day") if unit == "day" else spans.shifted(anchor, count, unit)


def east_weekend(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 지난 주말, 上周末."""
    return spans.last_weekend(anchor)


def east_which_year(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 작년, 재작년, 去年."""
    return spans.shifted(anchor, BACK[match["which"]], "year")


_QUARTERS = {"1": 1, "2": 4, "3": 7, "4": 10, "一": 1, "二": 4, "三": 7, "四": 10}
_HALVES = {"상": 1, "하": 7, "上": 1, "下": 7}


def east_quarter(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2021년 4분기, 올 상반기, 今年上半年, 第三季度."""
    year = _east_year(match, anchor) or (anchor.last.year if anchor else None)
    if year is None:
        return None
    half, first = group(match, "half"), group(match, "first")
    if first:
        span = Span(date(year, 1, 1), spans.month_span(year, 9 if first[-1] in "三3" else 6).last, "year")
        return spans.ended_by(span, anchor)
    month, length = (_HALVES[half], 6) if half else (_QUARTERS[match["quarter"]], 3)
    span = Span(date(year, month, 1), spans.month_span(year, month + length - 1).last, "year")
    return spans.ended_by(span, anchor)


def east_of_the_same(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 같은 달 12일, 같은 해 9월, 同月12日, 同年9月3日: in the month or the year of the date named last."""
    if anchor is None:
        return None
    month, day = group(match, "month"), group(match, "day")
    number = _number(month) if month else anchor.first.month
    if day:
        return spans.day_span(anchor.first.year, number, _number(day))
    return spans.third_of(spans.month_span(anchor.first.year, number), THIRDS.get(group(match, "part") or ""))


def east_figures(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2021. 7. 14., 2020.09.03, 2019/8/12, 2020-09-03."""
    return spans.day_span(int(match["year"]), int(match["month"]), int(match["day"]))


def east_feast(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 설, 추석, 春节, 去年国庆."""
    if anchor and group(match, "which") == "去年":
        anchor = Published(date(anchor.last.year - 1, 12, 31), date(anchor.last.year - 1, 12, 31))
    return last_feast(match["feast"], anchor)


def zh_new_year_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 大年初三, 正月十五."""
    return new_year_moon(_number(match["day"].removeprefix("初")), anchor)


def zh_since_season(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 入冬以来, 入汛后: from the month in which that season sets in in the north-east."""
    month = {"春": 3, "夏": 6, "秋": 9, "冬": 11, "汛": 6}[match["season"]]
    begun = spans.partial_month(anchor, month, None, "back")
    return spans.open_ended(begun, anchor) if begun else None


def left_open(_match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Leave open a day of the lunar calendar, which nobody must take for one of the solar, and the years before one."""
    return None


def ko_lasting(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve the days of 29일부터 이틀간, as counted from the date told last."""
    text = match["number"]
    days = KO_NUMBERS[text] if text in KO_NUMBERS else _number(text)
    return spans.stretch(anchor.first, anchor.first + timedelta(days=days - 1)) if anchor else None


def east_for_so_long(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘째, 석 달째, 3주째, 已经三个月没有, 停航五天: from so long before the publication, up to it."""
    text = group(match, "days")
    if text:
        begun = spans.shifted(anchor, KO_NUMBERS[text], "day")
    else:
        number = match["number"]
        count = KO_COUNTS[number] if number in KO_COUNTS else _number(number)
        begun = spans.shifted(anchor, count, _UNITS[match["unit"]])
    return spans.open_ended(begun, anchor) if begun else None


def east_units_later(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2주 뒤, 한 달 뒤, 一周后, 两个月后, as counted from the date told last."""
    number = match["number"]
    count = KO_COUNTS[number] if number in KO_COUNTS else _number(number)
    return spans.moved(anchor, count, _UNITS[match["unit"]])


def east_week(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 지난주 수요일, 上周三."""
    week, weekday = spans.shifted(anchor, BACK[match["week"]], "week"), group(match, "weekday")
    if week is None or not weekday:
        return week
    day = week.first + timedelta(days=EAST_WEEKDAYS[weekday])
    return Span(day, day, "day")


def east_near_day(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 어제, 엊그제, 昨天."""
    return spans.shifted(anchor, BACK[match["near"]], "day")


def east_weekday(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 수요일, 周三: the last one, or the next where the words look ahead."""
    return spans.last_weekday(anchor, EAST_WEEKDAYS[match["weekday"]], lean)


FIGURES = r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?:\. ?|[-/])(?P<month>\d{1,2})(?:\. ?|[-/])(?P<day>\d{1,2})(?![\d-])"
