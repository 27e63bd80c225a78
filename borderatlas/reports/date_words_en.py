"""How English reports say when."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil import parser as dateutil_parser

from borderatlas.reports import spans
from borderatlas.reports.date_words import (
    NOTHING,
    Speech,
    any_of,
    any_year,
    any_years,
    day_before,
    group,
    never,
    next_day,
    rule,
    same_day,
    year_part,
)
from borderatlas.reports.feasts import last_feast
from borderatlas.reports.spans import Lean, Published, Span

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "early": "early", "early in": "early", "beginning of": "early", "start of": "early", "first days of": "early",
    "opening days of": "early", "mid": "mid", "middle of": "mid", "late": "late", "late in": "late",
    "end of": "late", "close of": "late", "last days of": "late", "closing days of": "late", "final days of": "late",
    "first ten days of": "early", "last ten days of": "late", "final ten days of": "late", "second ten days of": "mid",
    "first week of": "early", "last week of": "late", "final week of": "late",
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_SMALL_NUMBERS)} | {"a": 1, "an": 1}
_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}

_FEASTS_EAST = {
    "lunar new year": "春节", "spring festival": "春节", "seollal": "설 연휴", "chuseok": "추석 연휴", "mid-autumn festival": "中秋节",
    "day of the sun": "태양절", "day of the shining star": "광명성절", "liberation day": "광복절", "party foundation day": "당 창건일",
}  # fmt: skip
"""Feasts of the region as English calls them, and by the name under which `feasts` has their days."""


def _month_number(name: str) -> int:
    return dateutil_parser.parse(f"1 {name.rstrip('.')} 2000").month


def _part_of(match: re.Match[str]) -> str | None:
    words = group(match, "part")
    return _PARTS[" ".join(words.lower().removeprefix("the ").replace("-", " ").split())] if words else None


def _en_day(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "April 15, 2017", "16 January", "June 8–10"."""
    month, first, last = _month_number(match["month"]), int(match["day"]), int(group(match, "day2") or match["day"])
    if match["year"]:
        year = int(match["year"])
        return spans.stretch(date(year, month, first), date(year, month, last))
    end = spans.partial_day(anchor, month, last, lean)
    return end and spans.stretch(end.first.replace(day=first), end.last)


def _en_days_before_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "16 January", "13-14 November", "3 to 9 May 2019"; "5 and 3 May" is no stretch."""
    last = int(match["day2"] or match["day"])
    first, month = int(match["day"]), _month_number(match["month"])
    first = min(first, last)
    if match["year"]:
        return spans.stretch(date(int(match["year"]), month, first), date(int(match["year"]), month, last))
    end = spans.partial_day(anchor, month, last, lean)
    return end and spans.stretch(end.first.replace(day=first), end.last)


def _en_half_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "the first half of June", "the second half of last year's May"."""
    month = _en_month(match, anchor, lean)
    if month is None:
        return None
    whole = spans.month_span(month.first.year, month.first.month)
    middle = whole.first.replace(day=15)
    early = match["half"].lower() == "first"
    span = Span(whole.first, middle, "month") if early else Span(middle + timedelta(days=1), whole.last, "month")
    return spans.ended_by(span, anchor) if lean == "back" else span


def _en_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "November 2010", "in March", "late May", "August of the year before"."""
    month, part = _month_number(match["month"]), _part_of(match)
    year = int(match["year"]) if group(match, "year") else _year_before(match, anchor)
    if year is None:
        return spans.partial_month(anchor, month, part, lean)
    span = spans.third_of(spans.month_span(year, month), part)
    return spans.ended_by(span, anchor) if lean == "back" else span


def _year_before(match: re.Match[str], anchor: Published | None) -> int | None:
    return anchor.last.year - 1 if group(match, "before") and anchor else None


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
    day = spans.last_weekday(anchor, _WEEKDAYS.index(match["weekday"].title()), lean)
    # Nobody says "last Thursday" on a Thursday and means the day itself.
    if day and anchor and match[0].lower().startswith(("last ", "past ")) and day.first == anchor.last:
        return spans.moved(Published(day.first, day.last), -7, "day")
    return day


def _en_weekday_of_week(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "Friday last week", "on Tuesday of this week", "last week's Thursday"."""
    week = spans.shifted(anchor, 0 if match["week"].lower() == "this" else 1, "week")
    if week is None:
        return None
    day = week.first + timedelta(days=_WEEKDAYS.index(match["weekday"].title()) - week.first.weekday())
    return Span(day, day, "day")


_WEEK_OF = {"second": 8, "third": 15, "fourth": 22}


def _en_week_of_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve "the third week of September", "the last week of October": seven days, as calendars are seldom meant."""
    month = _en_month(match, anchor, lean)
    if month is None:
        return None
    whole = spans.month_span(month.first.year, month.first.month)
    number = match["ordinal"].lower()
    first = whole.last - timedelta(days=6) if number in {"last", "final"} else whole.first.replace(day=_WEEK_OF[number])
    return Span(first, first + timedelta(days=6), "week")


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
    unit, which = match["unit"].lower(), (group(match, "which") or "previous").lower()
    span = spans.shifted(anchor, 0 if which in {"this", "current"} else 1, unit)
    part = _PARTS.get((group(match, "part") or "").lower())
    if span is None or unit != "month" or part is None:
        return span
    return spans.ended_by(spans.third_of(spans.month_span(span.first.year, span.first.month), part), anchor)


def _weekend(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.last_weekend(anchor)


def _en_ago(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    number = match["number"].lower()
    return spans.shifted(anchor, int(number) if number.isdigit() else _NUMBERS[number], match["unit"].lower())


def _en_far_ago(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "the night before last", "the day before yesterday"."""
    return spans.shifted(anchor, 2, "day")


def _en_later(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "two days later", "a week earlier", as counted from the date told last."""
    word, back = match["number"].lower(), match["way"].lower() in {"earlier", "before", "previously"}
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return spans.moved(anchor, -number if back else number, match["unit"].lower())


def _en_following(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "the following week", "the next month", "that same week"."""
    steps = 0 if match["way"].lower() == "same" else 1
    unit = match["unit"].lower()
    span = spans.moved(anchor, steps, unit)
    return spans.week_span(span.first) if span and unit == "week" else span


def _en_part_of_unit(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "the beginning of the month", "late in the month", "the end of last week"."""
    unit = (match["unit"] or match["unit2"]).lower()
    span = spans.shifted(anchor, 1 if " last " in match[0].lower() else 0, unit)
    if span is None or unit != "month":
        return span
    word = (match["part"] or match["early"]).lower()
    part = "early" if word in {"start", "beginning", "first days", "turn", "early", "earlier"} else "late"
    part = "mid" if word in {"middle", "mid"} else part
    third = spans.third_of(spans.month_span(span.first.year, span.first.month), part)
    if anchor and third.first > anchor.last:  # early in a month one speaks of the end of the one before
        before = spans.months_back(anchor, 1)
        third = spans.third_of(before, part)
    return spans.ended_by(third, anchor)


def _en_past(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "over the past month", "in the last few days": up to the day of publication."""
    if anchor is None or not anchor.exact:
        return None
    word, unit = (match["number"] or "one").lower(), match["unit"].lower()
    number = int(word) if word.isdigit() else {"few": 4, "several": 5, "couple of": 2}.get(word) or _NUMBERS[word]
    days = number * {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30}[unit]
    return spans.stretch(anchor.last - timedelta(days=days), anchor.last)


def _en_two_weeks_ago(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, 2, "week")


def _en_overnight(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "overnight": the night before the publication."""
    return spans.stretch(anchor.last - timedelta(days=1), anchor.last) if anchor and anchor.exact else None


def _en_next_weekday(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "the following Tuesday", "that Friday", as counted from the date told last."""
    if anchor is None:
        return None
    step = (_WEEKDAYS.index(match["weekday"].title()) - anchor.last.weekday()) % 7
    step = 7 if step == 0 and "following" in match[0].lower() else step
    return spans.moved(anchor, step, "day") if step else Span(anchor.first, anchor.last, "day")


def _en_year_part(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "the start of the year", "the end of last year"."""
    if anchor is None:
        return None
    year = anchor.last.year - ("last" in match["which"].lower() or "previous" in match["which"].lower())
    early = match["part"].lower() in {"start", "beginning", "turn"}
    return spans.ended_by(year_part(year, "early" if early else "late"), anchor)


def _en_daily(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, 1 if match[0].lower() in {"yesterday", "last night"} else 0, "day")


def _en_feast(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    month, day = _FEASTS[match["feast"].lower().replace("’", "'")]
    if match["year"]:
        return spans.day_span(int(match["year"]), month, day)
    return spans.partial_day(anchor, month, day, lean)


def _en_feast_east(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "over the Lunar New Year", "during Chuseok": the last one that had begun."""
    return last_feast(_FEASTS_EAST[match["feast"].lower()], anchor)


def _iso_day(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.day_span(int(match["year"]), int(match["month"]), int(match["day"]))


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
)
_M = rf"(?P<month>(?-i:{_MONTHS}))"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[,.]\d|-year)"
_Y = rf"(?:,? (?:of )?{_YEAR})?"
_WD = rf"(?P<weekday>(?-i:{'|'.join(_WEEKDAYS)}))"
_TH = r"(?:st|nd|rd|th)"
_PART = rf"(?P<part>(?:the )?(?:{any_of(*_PARTS)}))[ -]"
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
    rule("en-each", rf"\b(?:each|every) (?:(?-i:{_MONTHS}|{'|'.join(_WEEKDAYS)})|year|month|week|day|spring|summer"
          r"|autumn|winter)\b"
          rf"|\b(?:in )?(?-i:{_MONTHS}) (?:each|every|of each|of every) year\b|\bon (?:{'|'.join(_WEEKDAYS)})s\b", never),
    rule("en-iso", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _iso_day),
    rule("en-month-day", rf"\b{_M} (?P<day>\d{{1,2}}){_TH}?(?:(?: ?[-–—] ?| to | and )(?P<day2>\d{{1,2}}){_TH}?)?"
          rf"(?!\w|:\d|%|[.,]\d| ?[ap]\.?m\b){_Y}", _en_day),
    rule("en-day-month", rf"(?<![\d.,:-])\b(?P<day>\d{{1,2}}){_TH}?(?:(?: ?[-–—] ?| to | and )(?P<day2>\d{{1,2}}){_TH}?)? (?:of )?{_M}{_Y}(?!\w)",
         _en_days_before_month),
    rule("en-half-month", rf"\bthe (?P<half>first|second|latter|last) half of {_M}{_Y}(?!\w)", _en_half_month),
    rule("en-week-of-month", rf"\bthe (?P<ordinal>second|third|fourth|last|final) week (?:of|in) {_M}{_Y}(?!\w)",
         _en_week_of_month),
    rule("en-last-weekday", rf"\bthe last {_WD} (?:of|in) {_M}{_Y}(?!\w)", _en_last_weekday_of),
    rule("en-part-month", rf"\b{_PART}{_M}{_Y}(?!\w|\.? \d)", _en_month),
    rule("en-month-year", rf"\b{_M},? (?:of )?{_YEAR}", _en_month),
    rule("en-month-before", rf"\b{_M} (?P<before>of (?:the year before|the previous year|last year))\b", _en_month),
    rule("en-month", rf"{_BEFORE_MONTH} (?P<core>{_M})(?!\w|\.? \d)(?!['’]s\b)", _en_month),
    rule("en-month-possessive", rf"(?<!\w)(?P<core>{_M})['’]s (?=\w)", _en_month),
    rule("en-years", r"(?<![\d,.-])(?P<year>(?:19|20)\d\d)[-–—](?P<year2>(?:19|20)?\d\d)(?![\d-])", any_years),
    rule("en-part-year", rf"\b(?:early|mid|late|the (?:beginning|start|middle|end) of)[ -]{_YEAR}", any_year),
    rule("en-year", rf"\b(?:in|since|until|till|by|from|of|during|before|after|around|about|throughout|between|and|to) "
          rf"(?P<core>{_YEAR}){_COUNTED}", any_year),
    rule("en-decade", r"\b(?:the )?(?:early |mid-?|late )?(?P<decade>(?:19|20)\d0)s\b", _en_decade),
    rule("en-season", r"\b(?:in|last|this|since|over|during|of) (?:the )?(?P<core>(?:early |late )?"
          rf"(?P<season>spring|summer|autumn|fall|winter)(?: (?:of )?{_YEAR})?)(?!\w)", _en_season),
    rule("en-relative", r"\b(?:(?P<part>early|earlier|mid|late|later)[ -])?(?:in )?(?:the )?"
          r"(?P<which>last|this|previous|preceding|past|current) (?P<unit>week|month|year)\b(?!['’]?s? (?:earlier|ago))"
          rf"(?! (?:of|in) {_M.replace('month', 'whose')})",
          _en_relative),
    rule("en-before", r"\b(?:(?P<part>early|late) )?the (?P<unit>week|month|year) before\b"
          r"(?! (?:the|that|a|an|it|they|he|she)\b)", _en_relative),
    rule("en-day-before", r"\bthe (?:day|night|evening) (?:before|earlier)\b(?! (?:the|that|a|an|it|they|he|she|last|yesterday)\b)", day_before, "either"),
    rule("en-year-part", r"\bthe (?P<part>start|beginning|turn|end|close) of (?P<which>(?:the|this|last|the previous)) year\b",
          _en_year_part),
    rule("en-far-ago", r"\bthe (?:night|day) before (?:last|yesterday)\b", _en_far_ago),
    rule("en-same-day", r"\b(?:the|that) (?:very )?same (?:day|night|evening|morning|afternoon|hour)\b"
          r"|(?<=\bon )that (?:day|night|evening|morning)\b|\bthat (?:night|evening)\b", same_day, "named"),
    rule("en-next-day", r"\b(?:the )?(?:following|next) (?:day|morning|night|evening|afternoon)\b|\bthe (?:day|morning) after\b"
          r"(?! (?:the|that|a|an|it|they|he|she)\b)", next_day, "told"),
    rule("en-following", r"\b(?:(?:the )?(?P<way>following|same|next(?<=the next))) (?P<unit>week|month|year)\b",
          _en_following, "told"),
    rule("en-later", rf"\b(?P<number>\d{{1,2}}|{any_of(*_NUMBERS)}) (?P<unit>day|night|week|month|year)s? "
          r"(?P<way>later|earlier|afterwards|previously|before(?= ?[,.;]|$))\b", _en_later, "told"),
    rule("en-part-unit", r"\b(?P<part>start|beginning|end|middle|turn|close|first days|last days) of (?:the|this|last) (?P<unit>month|week)\b(?! of\b)"
          r"|\b(?P<early>early|earlier|late|later|mid|middle) (?:in )?(?:the|this|that) (?P<unit2>month)\b", _en_part_of_unit),
    rule("en-past", rf"\b(?:over|in|during|for|within|throughout|since) the (?:past|last)(?: (?P<number>\d{{1,2}}|few|several|couple of|{any_of(*_NUMBERS)}))? "
          r"(?P<unit>day|night|week|fortnight|month)s?\b(?! (?:of|in)\b)", _en_past),
    rule("en-fortnight", r"\b(?:a fortnight ago|two weeks ago)\b", _en_two_weeks_ago),
    rule("en-overnight", r"\bovernight\b(?! (?:on|from|between|to|in|into|trains?|buses|stays?|success|curfews?)\b)(?=[ ,.;])", _en_overnight),
    rule("en-next-weekday", rf"\b(?:the (?:following|next|same)|that(?= \w+day\b)) {_WD}\b", _en_next_weekday, "told"),
    rule("en-since-then", r"(?<=since )(?P<core>then|that (?:day|night|date))\b", same_day, "told"),
    rule("en-weekend", r"\b(?:over|at|on|during|last|this) (?:the |last |this )?weekend\b", _weekend),
    rule("en-ago", rf"\b(?P<number>\d{{1,2}}|{any_of(*_NUMBERS)}) (?P<unit>day|week|month|year)s? ago\b", _en_ago),
    rule("en-daily", r"\b(?:yesterday|(?<!of )today|tonight|last night|this (?:morning|afternoon|evening))\b", _en_daily),
    rule("en-ordinal", r"\b(?:on|of|by|until|till|around|about|since|from|to|and|through) (?P<core>the "
          rf"(?P<day>[1-9]|[12]\d|3[01]){_TH})\b{_AFTER_ORDINAL}", _en_ordinal),
    rule("en-weekday", rf"\b{_WD},? (?:of )?(?P<week>last|this) week\b", _en_weekday_of_week),
    rule("en-weekday", rf"\b(?P<week>last|this) week['’]s {_WD}\b", _en_weekday_of_week),
    rule("en-weekday", rf"(?<!\ba )(?<!\beach )\b(?:last |this |past )?{_WD}\b", _en_weekday),
    rule("en-feast-east", rf"\b(?:over|during|around|at|on|for|since|through|by) (?:the |this year['’]s )?(?P<core>(?P<feast>{any_of(*_FEASTS_EAST)}))"
          r"(?! (?:next|each|every|gifts?|rush))", _en_feast_east),
    rule("en-feast", rf"\b(?P<feast>Christmas (?:Day|Eve)|New Year['’]s (?:Day|Eve)){_Y}\b", _en_feast),
)  # fmt: skip
_SPEAKING = (
    "said|says|told|voiced|expressed|urged|warned|condemned|called (?:on|for)|announced|reported|released|published|issued|confirmed|denied|claimed|quoted"
    "|disclosed|stated|noted|declined|dismissed|welcomed|deplored|appealed|informed|acknowledged|learned|learnt|heard"
)
"""What somebody does on the day on which a report has it from him."""
_REPORTING = "told|talked to|spoke to|speaking to|spoke with|said|says|saying|reported|reports|wrote|writes|announced|confirmed|confirm|interviewed|disclosed|stated|quoted|noted|learned|learnt|heard|voiced|warned|condemned|acknowledged"
ENGLISH = Speech(
    rules=_EN_RULES,
    ahead_before=re.compile(
        r"\b(?:expected|scheduled|due|planned|will|would(?! have)|should(?! have)|must(?! have)|(?:is|are|was|were|has|have|had|told|ordered) to|deadline|next|(?:begin|start)(?! of))\b(?: [\w']+){0,5} ?$",
        re.IGNORECASE,
    ),
    either_before=re.compile(r"\b(?:until|till|through)(?: the)? ?$", re.IGNORECASE),
    either_after=NOTHING,
    since_before=re.compile(
        r"\b(?:since|as of|effective|with effect from)(?: (?:the|about|around|at least))? ?$", re.IGNORECASE
    ),
    since_after=NOTHING,
    # Up to a short object between verb and date: "told Daily NK on", "the AP reported on", "said by phone on".
    reported_before=re.compile(
        rf"(?<!were )(?<!was )(?<!been )\b(?:{_REPORTING})\b(?!(?-i: to [a-z]| that\b| (?:he|she|they|it|we|there)\b))(?: [^,;.:\n]{{1,28}}?)?,?"
        r" (?:on|in|over|late on|early on)(?: (?:the|early|late))? ?$"
        r"|(?<!were )(?<!was )(?<!been )\b(?:told|said|reported|wrote)(?: (?!to\b|that\b|he\b|she\b|they\b|it\b|we\b|there\b)[\w’']+){0,4} $"
        r"|\b(?:spoke|talked) (?:to|with) (?:[\w’']+ ){0,5}(?:on|in) (?:the )?$|\breports? (?:of|from|on) $|\b(?:photographs?|pictures?|photos?|images?) (?:of|from|dated|taken on) $",
        re.IGNORECASE,
    ),
    reported_after=re.compile(
        rf"^ (?:\w+ly )?(?:{_SPEAKING})\b|^\) ?(?:--|—|–|-) ?(?=\S)"
        r"|^ ?(?:--|—|–) ?(?=\S)|^,? ?\((?:AP|AFP|Reuters|Yonhap|Xinhua|KCNA|Kyodo|TASS|CNA)\)|^,? ?\([A-Z][\w .&/]{1,24}\) ?(?:--|—|–|-) ?(?=\S)"
        r"|^,? (?:Kyodo|KYODO|Xinhua|Yonhap|AFP|AP|TASS|KCNA) ?[-–—]|^\. ?/[A-Z]"
    ),
    opening_before=re.compile(r"\b(?:between|from)(?: about| around)? $", re.IGNORECASE),
    joint=re.compile(r" (?:and|to|until|till|through) (?:about |around )?"),
)
