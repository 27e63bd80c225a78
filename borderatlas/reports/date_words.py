"""How English, Korean and Chinese reports say when: one table of rules a language, each with an id.

A rule is a pattern and a function that makes days of its match. What counts as the expression is the group ``core``
where a pattern has one (words that only announce a date stay outside), else the whole match.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dateutil import parser as dateutil_parser

from borderatlas.reports import spans
from borderatlas.reports.spans import Lean, Published, Span

Resolver = Callable[["re.Match[str]", Published | None, Lean], Span | None]


class Rule(NamedTuple):
    """One way to say when."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


class Speech(NamedTuple):
    """One language: its rules, and the words about a date that say how to take it.

    Patterns named ``…_before`` are searched in the text that ends with the date, ``…_after`` in what follows it.
    """

    rules: tuple[Rule, ...]
    ahead_before: re.Pattern[str]
    either_before: re.Pattern[str]
    either_after: re.Pattern[str]
    since_before: re.Pattern[str]
    since_after: re.Pattern[str]
    reported_before: re.Pattern[str]
    reported_after: re.Pattern[str]
    opening_before: re.Pattern[str]
    joint: re.Pattern[str]


def _rule(name: str, pattern: str, resolve: Resolver) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), resolve)


def _group(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _any_of(*words: str) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# --- English ----------------------------------------------------------------------------------------------------------

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "early": "early", "early in": "early", "beginning of": "early", "start of": "early", "first days of": "early",
    "opening days of": "early", "mid": "mid", "middle of": "mid", "late": "late", "late in": "late",
    "end of": "late", "close of": "late", "last days of": "late",
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_SMALL_NUMBERS)} | {"a": 1, "an": 1}
_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}


def _month_number(name: str) -> int:
    return dateutil_parser.parse(f"1 {name.rstrip('.')} 2000").month


def _part_of(match: re.Match[str]) -> str | None:
    words = _group(match, "part")
    return _PARTS[" ".join(words.lower().removeprefix("the ").replace("-", " ").split())] if words else None


def _en_day(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "April 15, 2017", "16 January", "June 8–10"."""
    month, first, last = _month_number(match["month"]), int(match["day"]), int(_group(match, "day2") or match["day"])
    if match["year"]:
        year = int(match["year"])
        return spans.stretch(date(year, month, first), date(year, month, last))
    end = spans.partial_day(anchor, month, last, lean)
    return end and spans.stretch(end.first.replace(day=first), end.last)


def _en_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "November 2010", "in March", "late May", "August of the year before"."""
    month, part = _month_number(match["month"]), _part_of(match)
    year = int(match["year"]) if _group(match, "year") else _year_before(match, anchor)
    if year is None:
        return spans.partial_month(anchor, month, part, lean)
    span = spans.third_of(spans.month_span(year, month), part)
    return spans.ended_by(span, anchor) if lean == "back" else span


def _year_before(match: re.Match[str], anchor: Published | None) -> int | None:
    return anchor.last.year - 1 if _group(match, "before") and anchor else None


def _any_year(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    span = spans.year_span(int(match["year"]))
    return spans.ended_by(span, anchor) if lean == "back" else span


def _any_years(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "2000–2006", "2016-17"."""
    first, last = match["year"], match["year2"]
    return spans.stretch(date(int(first), 1, 1), date(int(first[: 4 - len(last)] + last), 12, 31))


def _en_decade(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.stretch(date(int(match["decade"]), 1, 1), date(int(match["decade"]) + 9, 12, 31))


def _en_season(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    month = _SEASONS[match["season"].lower()]
    if match["year"]:
        return spans.season_span(int(match["year"]), month)
    return spans.partial_season(anchor, month, lean)


def _en_ordinal(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    return spans.day_of_month(anchor, int(match["day"]), lean)


def _en_weekday(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    return spans.last_weekday(anchor, _WEEKDAYS.index(match["weekday"].title()), lean)


def _en_last_weekday_of(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "the last Saturday of November"."""
    month = _en_month(match, anchor, lean)
    if month is None:
        return None
    whole = spans.month_span(month.first.year, month.first.month)
    day = whole.last - timedelta(days=(whole.last.weekday() - _WEEKDAYS.index(match["weekday"].title())) % 7)
    return Span(day, day, "day")


def _en_relative(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "late last month", "earlier this month", "the previous year", "the week before"."""
    unit, which = match["unit"].lower(), (_group(match, "which") or "previous").lower()
    span = spans.shifted(anchor, 0 if which in {"this", "current"} else 1, unit)
    part = _PARTS.get((_group(match, "part") or "").lower())
    if span is None or unit != "month" or part is None:
        return span
    return spans.ended_by(spans.third_of(spans.month_span(span.first.year, span.first.month), part), anchor)


def _weekend(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.last_weekend(anchor)


def _en_ago(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    number = match["number"].lower()
    return spans.shifted(anchor, int(number) if number.isdigit() else _NUMBERS[number], match["unit"].lower())


def _en_daily(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, 1 if match[0].lower() in {"yesterday", "last night"} else 0, "day")


def _en_feast(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    month, day = _FEASTS[match["feast"].lower().replace("’", "'")]
    if match["year"]:
        return spans.day_span(int(match["year"]), month, day)
    return spans.partial_day(anchor, month, day, lean)


def _iso_day(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.day_span(int(match["year"]), int(match["month"]), int(match["day"]))


def _never(_match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    return None


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
)
_M = rf"(?P<month>(?-i:{_MONTHS}))"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[,.]\d|-year)"
_Y = rf"(?:,? (?:of )?{_YEAR})?"
_WD = rf"(?P<weekday>(?-i:{'|'.join(_WEEKDAYS)}))"
_TH = r"(?:st|nd|rd|th)"
_PART = rf"(?P<part>(?:the )?(?:{_any_of(*_PARTS)}))[ -]"
# "May", "March" and "Mar" are words too: a bare month needs a word before it that only a date follows.
_BEFORE_MONTH = (
    r"\b(?:in|since|until|till|by|from|of|last|this|that|next|during|to|and|through|before|after|between|around|earlier in"
    r"|later in)"
)
_AFTER_ORDINAL = (
    r"(?! (?:of|party|anniversary|century|time|birthday|congress|plen\w+|supreme|border|guard|brigade|corps|army|division"
    r"|battalion|regiment|bureau|floor|district|parallel|\w+ (?:guard|corps|army|brigade|division|congress|meeting|games))\b)"
)
_COUNTED = r"(?! ?(?:people|tonnes|tons|won|yuan|dollars|kilo|km\b|metres|meters|soldiers|troops|house|homes|cases))"
_EN_RULES = (
    _rule("en-each", rf"\b(?:each|every) (?:(?-i:{_MONTHS}|{'|'.join(_WEEKDAYS)})|year|month|week|day|spring|summer"
          r"|autumn|winter)\b"
          rf"|\b(?:in )?(?-i:{_MONTHS}) (?:each|every|of each|of every) year\b|\bon (?:{'|'.join(_WEEKDAYS)})s\b", _never),
    _rule("en-iso", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _iso_day),
    _rule("en-month-day", rf"\b{_M} (?P<day>\d{{1,2}}){_TH}?(?:(?: ?[-–—] ?| to | and )(?P<day2>\d{{1,2}}){_TH}?)?"
          rf"(?!\w|[:%]|[.,]\d| ?[ap]\.?m\b){_Y}", _en_day),
    _rule("en-day-month", rf"\b(?P<day>\d{{1,2}}){_TH}? (?:of )?{_M}{_Y}(?!\w)", _en_day),
    _rule("en-last-weekday", rf"\bthe last {_WD} (?:of|in) {_M}{_Y}(?!\w)", _en_last_weekday_of),
    _rule("en-part-month", rf"\b{_PART}{_M}{_Y}(?!\w|\.? \d)", _en_month),
    _rule("en-month-year", rf"\b{_M},? (?:of )?{_YEAR}", _en_month),
    _rule("en-month-before", rf"\b{_M} (?P<before>of (?:the year before|the previous year|last year))\b", _en_month),
    _rule("en-month", rf"{_BEFORE_MONTH} (?P<core>{_M})(?!\w|\.? \d)(?!['’]s\b)", _en_month),
    _rule("en-month-possessive", rf"(?<!\w)(?P<core>{_M})['’]s (?=\w)", _en_month),
    _rule("en-years", r"(?<![\d,.-])(?P<year>(?:19|20)\d\d)[-–—](?P<year2>(?:19|20)?\d\d)(?![\d-])", _any_years),
    _rule("en-part-year", rf"\b(?:early|mid|late|the (?:beginning|start|middle|end) of)[ -]{_YEAR}", _any_year),
    _rule("en-year", rf"\b(?:in|since|until|till|by|from|of|during|before|after|around|about|throughout|between|and|to) "
          rf"(?P<core>{_YEAR}){_COUNTED}", _any_year),
    _rule("en-decade", r"\b(?:the )?(?:early |mid-?|late )?(?P<decade>(?:19|20)\d0)s\b", _en_decade),
    _rule("en-season", r"\b(?:in|last|this|since|over|during|of) (?:the )?(?P<core>(?:early |late )?"
          rf"(?P<season>spring|summer|autumn|fall|winter)(?: (?:of )?{_YEAR})?)(?!\w)", _en_season),
    _rule("en-relative", r"\b(?:(?P<part>early|earlier|mid|late|later)[ -])?(?:in )?(?:the )?"
          r"(?P<which>last|this|previous|preceding|past|current) (?P<unit>week|month|year)\b(?!['’]?s? (?:earlier|ago))",
          _en_relative),
    _rule("en-before", r"\b(?:(?P<part>early|late) )?the (?P<unit>day|week|month|year) before\b"
          r"(?! (?:the|that|a|an|it|they|he|she)\b)", _en_relative),
    _rule("en-weekend", r"\b(?:over|at|on|during|last|this) (?:the |last |this )?weekend\b", _weekend),
    _rule("en-ago", rf"\b(?P<number>\d{{1,2}}|{_any_of(*_NUMBERS)}) (?P<unit>day|week|month|year)s? ago\b", _en_ago),
    _rule("en-daily", r"\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b", _en_daily),
    _rule("en-ordinal", r"\b(?:on|of|by|until|till|around|since|from|to|and|through) (?P<core>the "
          rf"(?P<day>[1-9]|[12]\d|3[01]){_TH})\b{_AFTER_ORDINAL}", _en_ordinal),
    _rule("en-weekday", rf"(?<!\ba )(?<!\beach )\b(?:last |this |past )?{_WD}\b", _en_weekday),
    _rule("en-feast", rf"\b(?P<feast>Christmas (?:Day|Eve)|New Year['’]s (?:Day|Eve)){_Y}\b", _en_feast),
)  # fmt: skip
_NOTHING = re.compile(r"(?!)")
_REPORTING = "told|said|says|saying|reported|reports|wrote|writes|announced|confirmed|confirm|interviewed|disclosed|stated|quoted|noted"
_ENGLISH = Speech(
    rules=_EN_RULES,
    ahead_before=re.compile(
        r"\b(?:expected|scheduled|due|planned|will|would|next|begin|start)\b(?: [\w']+){0,5} ?$", re.IGNORECASE
    ),
    either_before=re.compile(r"\b(?:until|till|by|through)(?: the)? ?$", re.IGNORECASE),
    either_after=_NOTHING,
    since_before=re.compile(r"\bsince(?: (?:the|about|around))? ?$", re.IGNORECASE),
    since_after=_NOTHING,
    # Up to a short object between verb and date: "told Daily NK on", "the AP reported on", "said by phone on".
    reported_before=re.compile(
        rf"\b(?:{_REPORTING})\b(?!(?-i: to [a-z]| that\b))(?: [^,;.:\n]{{1,28}}?)?,?"
        r" (?:on|in|over|late on|early on|as of)(?: (?:the|early|late))? ?$"
        r"|\b(?:told|said|reported|wrote)(?: (?!to\b|that\b)[\w’']+){0,4} $"
        r"|\bspoke to (?:\w+ ){0,4}(?:on|in) $|\breports? (?:of|from|on) $|\b(?:photographs?|pictures?|photos?|images?) (?:of|from|dated|taken on) $",
        re.IGNORECASE,
    ),
    reported_after=re.compile(r"^ ?(?:--|—|–) ?(?=\S)|^ \((?:AP|AFP|Reuters|Yonhap|Xinhua)\)"),
    opening_before=re.compile(r"\b(?:between|from)(?: about| around)? $", re.IGNORECASE),
    joint=re.compile(r" (?:and|to|until|till|through) (?:about |around )?"),
)

# --- Korean and Chinese -----------------------------------------------------------------------------------------------

_THIRDS = {
    "초": "early", "초순": "early", "중순": "mid", "말": "late", "하순": "late",
    "初": "early", "上旬": "early", "中": "mid", "中旬": "mid", "底": "late", "末": "late", "下旬": "late",
}  # fmt: skip
_KO_MONTHS_BACK = {
    "지난달": 1,
    "지난 달": 1,
    "그 전달": 1,
    "전달": 1,
    "지지난달": 2,
    "이달": 0,
    "이번 달": 0,
    "이번달": 0,
}
_ZH_MONTHS_BACK = {"上月": 1, "上个月": 1, "本月": 0, "这个月": 0}
_KO_YEARS_BACK = {"작년": 1, "지난해": 1, "전년도": 1, "재작년": 2, "올해": 0, "금년": 0}
_ZH_YEARS_BACK = {"去年": 1, "前年": 2, "今年": 0}
_KO_WEEKS_BACK = {"지난주": 1, "지난 주": 1, "이번 주": 0, "이번주": 0}
_ZH_WEEKS_BACK = {"上周": 1, "前一周": 1, "上星期": 1, "本周": 0}
_KO_DAYS_BACK = {"그저께": 2, "그제": 2, "어제": 1, "오늘": 0}
_ZH_DAYS_BACK = {"前天": 2, "昨天": 1, "昨日": 1, "今天": 0, "今日": 0}
_BACK = {
    **_KO_MONTHS_BACK, **_ZH_MONTHS_BACK, **_KO_YEARS_BACK, **_ZH_YEARS_BACK, **_KO_WEEKS_BACK, **_ZH_WEEKS_BACK,
    **_KO_DAYS_BACK, **_ZH_DAYS_BACK,
}  # fmt: skip
_EAST_WEEKDAYS = {
    character: index % 7 for index, character in enumerate("월화수목금토일" + "一二三四五六日")
} | {"天": 6}  # fmt: skip


def _east_day(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 2007년 6월 15일, 6월 20일, 지난 12일, 지난달 3일, 去年8月1日, 26日."""
    day, month, moon = int(match["day"]), _group(match, "month"), _group(match, "moon")
    year = _east_year(match, anchor)
    if month:
        return spans.day_span(year, int(month), day) if year else spans.partial_day(anchor, int(month), day, lean)
    if moon:
        month_meant = spans.months_back(anchor, _BACK[moon]).first if anchor else None
        return spans.day_span(month_meant.year, month_meant.month, day) if month_meant else None
    return spans.day_of_month(anchor, day, lean)


def _east_year(match: re.Match[str], anchor: Published | None) -> int | None:
    if _group(match, "year"):
        return int(match["year"])
    which = _group(match, "which")
    return anchor.last.year - _BACK[which] if which and anchor else None


def _east_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    month, year, part = int(match["month"]), _east_year(match, anchor), _THIRDS.get(_group(match, "part") or "")
    if year is None:
        return spans.partial_month(anchor, month, part, lean)
    span = spans.third_of(spans.month_span(year, month), part)
    return spans.ended_by(span, anchor) if lean == "back" else span


def _east_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 지난달 말, 이달 초, 上月, 本月初."""
    if anchor is None:
        return None
    part = _THIRDS.get(_group(match, "part") or "")
    return spans.ended_by(spans.third_of(spans.months_back(anchor, _BACK[match["moon"]]), part), anchor)


def _east_which_year(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, _BACK[match["which"]], "year")


def _east_week(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    week, weekday = spans.shifted(anchor, _BACK[match["week"]], "week"), _group(match, "weekday")
    if week is None or not weekday:
        return week
    day = week.first + timedelta(days=_EAST_WEEKDAYS[weekday])
    return Span(day, day, "day")


def _east_near_day(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, _BACK[match["near"]], "day")


def _east_weekday(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    return spans.last_weekday(anchor, _EAST_WEEKDAYS[match["weekday"]], lean)


_KO_DAY = r"(?P<day>\d{1,2})일(?!간|째|치|분|정도|씩|\d| ?동안| ?만에| ?뒤| ?전에)"
_KO_MOON = rf"(?P<moon>{_any_of(*_KO_MONTHS_BACK)})"
_KO_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)년|(?P<which>{_any_of(*_KO_YEARS_BACK)}))"
_KO_PART = r"(?: ?(?P<part>초순|중순|하순|초|말))?"
_KO_RULES = (
    _rule("ko-each", r"(?:매년|해마다|매달|매월)(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?", _never),
    _rule("ko-day", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월 ?{_KO_DAY}", _east_day),
    _rule("ko-moon-day", rf"{_KO_MOON} ?{_KO_DAY}", _east_day),
    _rule(
        "ko-bare-day", rf"(?<![월달] )(?<![\d.,~∼월달])(?:(?:지난|오는) ?)?(?<![\d.,])(?P<core>{_KO_DAY})", _east_day
    ),
    _rule("ko-month", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월{_KO_PART}(?! ?\d)", _east_month),
    _rule("ko-moon", rf"{_KO_MOON}{_KO_PART}", _east_moon),
    _rule("ko-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?!\s?(?:대|째|간))", _any_year),
    _rule("ko-which-year", rf"(?P<which>{_any_of(*_KO_YEARS_BACK)})", _east_which_year),
    _rule(
        "ko-week", rf"(?P<week>{_any_of(*_KO_WEEKS_BACK)})(?!말)(?: ?(?P<weekday>[월화수목금토일])요일)?", _east_week
    ),
    _rule("ko-weekend", r"지난 ?주말|주말 사이", _weekend),
    _rule("ko-weekday", r"(?:지난 ?)?(?P<weekday>[월화수목금토일])요일", _east_weekday),
    _rule("ko-near-day", rf"(?P<near>{_any_of(*_KO_DAYS_BACK)})(?!날)", _east_near_day),
)
_KOREAN = Speech(
    rules=_KO_RULES,
    ahead_before=re.compile(r"오는 ?$"),
    either_before=_NOTHING,
    either_after=re.compile(r"^까지"),
    since_before=_NOTHING,
    since_after=re.compile(r"^ ?(?:이후|이래)"),
    reported_before=_NOTHING,
    # The verb ends the sentence. A clause that ends in between (…고 말했다) is what was said, with the date in it.
    reported_after=re.compile(
        r"^(?:자|에|,)? ?(?:(?!\S*고[ ,])[^\s.]{1,12} ){0,4}(?:보도했|보도를|보도에|보도한|전했|전한|밝혔|말했|알렸|발표했|인터뷰)"
    ),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:부터|에서| ?[~∼-] ?)\s?"),
)

_ZH_DAY = r"(?P<day>\d{1,2})[日号](?!间|内|游|元|\d)"
_ZH_MOON = rf"(?P<moon>{_any_of(*_ZH_MONTHS_BACK)})"
_ZH_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<which>{_any_of(*_ZH_YEARS_BACK)}))"
_ZH_PART = r"(?P<part>上旬|中旬|下旬|初|中|底|末)?"
_ZH_RULES = (
    _rule("zh-each", r"(?:每年|每月)(?:\d{1,2}月)?(?:\d{1,2}[日号])?", _never),
    _rule("zh-day", rf"(?:{_ZH_YEAR})?(?<!\d)(?P<month>\d{{1,2}})月{_ZH_DAY}", _east_day),
    _rule("zh-moon-day", rf"{_ZH_MOON}{_ZH_DAY}", _east_day),
    _rule("zh-bare-day", rf"(?<![\d.,月第]){_ZH_DAY}", _east_day),
    _rule("zh-month", rf"(?:{_ZH_YEAR})?(?<!\d)(?P<month>\d{{1,2}})月(?:份)?{_ZH_PART}(?!\d)", _east_month),
    _rule("zh-moon", rf"{_ZH_MOON}{_ZH_PART}", _east_moon),
    _rule("zh-years", r"(?<!\d)(?P<year>(?:19|20)\d\d)年?[-—~至到](?P<year2>(?:19|20)\d\d)年", _any_years),
    _rule("zh-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!代)", _any_year),
    _rule("zh-which-year", rf"(?P<which>{_any_of(*_ZH_YEARS_BACK)})", _east_which_year),
    _rule("zh-week", rf"(?P<week>{_any_of(*_ZH_WEEKS_BACK)})(?P<weekday>[一二三四五六日天])?", _east_week),
    _rule("zh-near-day", rf"(?P<near>{_any_of(*_ZH_DAYS_BACK)})", _east_near_day),
)
_CHINESE = Speech(
    rules=_ZH_RULES,
    ahead_before=re.compile(r"(?:将于|定于|预计)$"),
    either_before=re.compile(r"(?:截至|直到)$"),
    either_after=re.compile(r"^(?:前|之前)"),
    since_before=re.compile(r"自从?$"),
    since_after=re.compile(r"^(?:以来|以后|之后|起)"),
    reported_before=_NOTHING,
    reported_after=re.compile(r"^[,，]?[^\s。，,]{0,6}?(?:介绍|报道|表示|宣布|通报|发布|电[,，（(]|讯)"),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:下午|上午|夜里|晚)?(?:至|到|[~—–-]+)"),
)

SPEECHES: dict[str, Speech] = {"en": _ENGLISH, "ko": _KOREAN, "zh": _CHINESE}
