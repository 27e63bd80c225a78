"""Dates that a report gives, in English, Korean and Chinese, resolved against its date of publication.

"The following day" is counted from the date that the text told last. Reports look back: "on June 20" is the last 20 June up to the day of publication, "on Monday" the last Monday. Only
words such as "until" or 오는 let a date lie ahead. What cannot be resolved stays in the list, with no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from borderatlas.reports.date_words_en import ENGLISH
from borderatlas.reports.date_words_ko import KOREAN
from borderatlas.reports.date_words_zh import CHINESE
from borderatlas.reports.spans import (
    Lean,
    Published,
    Span,
    TimePrecision,
    month_span,
    open_ended,
    published_span,
    stretch,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.reports.date_words import Rule, Speech

SPEECHES: dict[str, Speech] = {"en": ENGLISH, "ko": KOREAN, "zh": CHINESE}

_HEAD = 400  # characters at the beginning of a text, among which it may be dated
_HEAD_LINE = re.compile(r"^(?P<said>(?=[^\n]{6,70}$)(?![^\n]*[.。!?][ \t]*$)[^\n]*(?:19|20)\d\d[^\n]*)$", re.MULTILINE)
_HEAD_BRACKET = re.compile(
    r"^[^\n.。]{0,30}?[\[(（【](?P<said>[^\n()（）\[\]【】]{0,30}(?:19|20)\d\d[^\n()（）\[\]【】]{0,20})[\])）】]",
    re.MULTILINE,
)
_IN_FIGURES = re.compile(r"((?:19|20)\d\d)[./-] ?(\d{1,2})[./-] ?(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEBRUARY, _EVERY_FEBRUARY = 2, 28
_LATE_PRINT = 2  # days that a paper may come out after the day that it is dated by
_LOOK = 64  # characters about an expression that may say how to take it
_MONTH_JOINTS = frozenset({" and ", " or ", "-", "–", " – "})
_CLAUSE_END = re.compile(r"[.;:!?。；！？]\s|\n")


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of a text that says when.

    Attributes
    ----------
    start, end : int
        Character offsets into the text that was searched.
    text : str
        The expression as written.
    date_start, date_end : str or None
        First and last day that it covers, ISO 8601; None when it cannot be resolved.
    time_precision : {"day", "week", "month", "year", "unknown"}
        The smallest unit that is not shorter than what it covers ("early in May" is a month).
    recurring : bool
        True for "in April each year", which is no date.
    role : {"told", "reported"}
        ``told`` for what the text tells of; ``reported`` for the day on which somebody said so ("told RFA on Friday").
    rule : str
        Id of the rule that found it.
    since : bool
        True for what has gone on since then, to the day of publication.
    """

    start: int
    end: int
    text: str
    date_start: str | None
    date_end: str | None
    time_precision: TimePrecision
    recurring: bool = False
    role: Literal["told", "reported"] = "told"
    rule: str = ""
    since: bool = False


def resolve_dates(text: str, published: str | None, language: str) -> list[DateMention]:
    """Find the dates of a text.

    Parameters
    ----------
    text : str
        Text to search; offsets refer to it.
    published : str or None
        Date of publication, ISO 8601 to the day, month or year. Without it only expressions with a year of their own
        are resolved.
    language : str
        BCP 47. Korean and Chinese texts are searched for their own expressions, those in any other language for
        English ones.

    Returns
    -------
    list of DateMention
        In the order of the text, none overlapping another.
    """
    speech = SPEECHES.get(language.split("-", maxsplit=1)[0].lower(), SPEECHES["en"])
    anchor = published_span(published)
    found: list[DateMention] = []
    for rule, match in _matches(text, speech):
        found.append(_mention(match, rule, _counted_from(rule, found, anchor), speech, anchor))
        if match.end() <= _HEAD and speech.dateline_after is not None:
            anchor = _as_dated(found[-1], text, anchor, speech.dateline_after)
    return _join_ranges(text, found, speech)


def _as_dated(mention: DateMention, text: str, anchor: Published | None, dateline: re.Pattern[str]) -> Published | None:
    """Give the day of a dateline, 本报11月21日讯, from which 今天 counts in a paper that came out on the day after."""
    if anchor is None or mention.time_precision != "day" or dateline.match(text, mention.end) is None:
        return anchor
    day = date.fromisoformat(str(mention.date_start))
    near = timedelta(0) <= anchor.last - day <= timedelta(days=_LATE_PRINT)
    return Published(day, day) if near else anchor


def dateline_date(text: str) -> str | None:
    """Give the day that the head of a text is dated by, ISO 8601: a line of its own, or the brackets of a dateline.

    A day in a sentence is what the text tells of, so only a line that is no sentence counts, and only one with its year.
    """
    for pattern in (_HEAD_LINE, _HEAD_BRACKET):
        for found in pattern.finditer(text[:_HEAD]):
            said = _IN_FIGURES.sub(_iso, found["said"])
            days = (
                m.date_start
                for spoken in SPEECHES
                for m in resolve_dates(said, None, spoken)
                if m.time_precision == "day"
            )
            if day := next(days, None):
                return day
    return None


def _iso(match: re.Match[str]) -> str:
    """Write 2019.08.12 and 2019/8/12 as 2019-08-12."""
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"


def _counted_from(rule: Rule, found: list[DateMention], anchor: Published | None) -> Published | None:
    """Give the date from which an expression counts: the publication, or the last date that the text told."""
    if not rule.follows:
        return anchor
    known = [m for m in reversed(found) if m.date_start and m.date_end and not m.recurring]
    told = [m for m in known if m.role == "told" or rule.follows == "named"]
    # A month or a year that was named in between, of a photograph, say, is no day to count from.
    if rule.name.endswith("-same-year"):  # the year that was named last, be it with a month only
        told = told[:1]
    last = next((m for m in told if m.time_precision in {"day", "week"}), next(iter(told), None))
    if last is None:
        return anchor if rule.follows == "either" else None
    begin = date.fromisoformat(str(last.date_start))
    # "On the same day", after "since the 1st", is the 1st.
    return Published(begin, begin if last.since else date.fromisoformat(str(last.date_end)))


def _span_of(match: re.Match[str]) -> tuple[int, int]:
    return match.span("core") if "core" in match.re.groupindex else match.span()


def _matches(text: str, speech: Speech) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Give the matches that stand: of two that overlap the one that begins first, of these the longest."""
    found = [(rule, match) for rule in speech.rules for match in rule.pattern.finditer(text)]
    found.sort(key=lambda pair: (_span_of(pair[1])[0], -_span_of(pair[1])[1]))
    taken = 0
    for rule, match in found:
        start, end = _span_of(match)
        if start >= taken:
            taken = end
            yield rule, match


def _mention(
    match: re.Match[str], rule: Rule, anchor: Published | None, speech: Speech, published: Published | None
) -> DateMention:
    start, end = _span_of(match)
    before, after = match.string[max(0, start - _LOOK) : start], match.string[end : end + _LOOK]
    span = _resolve(match, rule, anchor, _lean(before, after, speech))
    since = bool(speech.since_before.search(before) or speech.since_after.search(after))
    if span and since:
        span = open_ended(span, published)
    reported = speech.reported_before.search(before) or speech.reported_after.search(after)
    return DateMention(
        start=start,
        end=end,
        text=match.string[start:end],
        date_start=span.first.isoformat() if span else None,
        date_end=span.last.isoformat() if span else None,
        time_precision=span.precision if span else "unknown",
        recurring=rule.name.endswith("-each"),
        role="reported" if reported else "told",
        rule=rule.name,
        since=since and span is not None,
    )


def _lean(before: str, after: str, speech: Speech) -> Lean:
    # Only the words of its own clause bear on a date.
    clause = _CLAUSE_END.split(before)[-1]
    if speech.ahead_before.search(clause):
        return "ahead"
    return "either" if speech.either_before.search(clause) or speech.either_after.search(after) else "back"


def _resolve(match: re.Match[str], rule: Rule, anchor: Published | None, lean: Lean) -> Span | None:
    try:
        return rule.resolve(match, anchor, lean)
    except (ValueError, OverflowError):  # 31 June; a year that the calendar does not have
        return None


def _join_ranges(text: str, found: list[DateMention], speech: Speech) -> list[DateMention]:
    """Join two dates that a text ties into one stretch: "between Oct. 1 and Oct. 15", 19일부터 22일까지, 26日至28日."""
    joined: list[DateMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        meant = _in_month_of(last, mention) if last else mention
        begun = _begun_before(last, meant) if last else None
        if begun and _tied(text, begun, meant, speech):
            joined[-1] = _one_stretch(text, begun, meant)
        else:
            joined.append(mention)
    return joined


def _in_month_of(first: DateMention, second: DateMention) -> DateMention:
    """Give a day without a month (7月26日至28日) the month of the date that it is tied to, or the next one."""
    if not second.rule.endswith("-bare-day") or first.rule.endswith("-bare-day") or first.date_start is None:
        return second
    if second.date_start is None:
        return second
    begin, day = date.fromisoformat(first.date_start), date.fromisoformat(second.date_start).day
    month = month_span(begin.year, begin.month)
    if day < begin.day:
        following = month.last + timedelta(days=1)
        month = month_span(following.year, following.month)
    if not 1 <= day <= month.last.day:
        return second
    found = month.first.replace(day=day).isoformat()
    return replace(second, date_start=found, date_end=found)


def _begun_before(first: DateMention, second: DateMention) -> DateMention:
    """Give a date the year, or the week, of the one that it may be tied to: "between May and November 2014"."""
    if not (first.date_start and first.date_end and second.date_start) or first.since:
        return first
    begin, end = date.fromisoformat(first.date_start), date.fromisoformat(first.date_end)
    until = date.fromisoformat(second.date_start)
    if first.rule == second.rule == "en-weekday":
        steps = timedelta(days=7 * -((until - begin).days // 7)) if begin > until else timedelta(0)
        return _shifted_to(first, begin - steps, end - steps)
    if _YEAR.search(first.text) or not _YEAR.search(second.text) or first.time_precision not in {"day", "month"}:
        return first
    year = until.year if (begin.month, begin.day) <= (until.month, until.day) else until.year - 1
    if begin.month == _FEBRUARY and begin.day > _EVERY_FEBRUARY:
        return first
    if first.time_precision == "day":
        return _shifted_to(first, begin.replace(year=year), end.replace(year=year))
    month = month_span(year, begin.month)
    return _shifted_to(first, month.first, month.last)


def _shifted_to(mention: DateMention, begin: date, end: date) -> DateMention:
    return replace(mention, date_start=begin.isoformat(), date_end=end.isoformat())


def _tied(text: str, first: DateMention, second: DateMention, speech: Speech) -> bool:
    if first.date_start is None or second.date_end is None or first.date_start > second.date_end:
        return False
    if _are_months_in_a_row(first, second) and text[first.end : second.start] in _MONTH_JOINTS:
        return True
    opened = speech.opening_before.search(text[max(0, first.start - _LOOK) : first.start])
    return bool(opened and speech.joint.fullmatch(text[first.end : second.start]))


def _are_months_in_a_row(first: DateMention, second: DateMention) -> bool:
    """Tell whether two dates are whole months, the second of which follows the first: "in January and February"."""
    if first.time_precision != "month" or second.time_precision != "month" or not second.date_start:
        return False
    following = date.fromisoformat(str(first.date_end)) + timedelta(days=1)
    return following.day == 1 and second.date_start == following.isoformat()


def _one_stretch(text: str, first: DateMention, second: DateMention) -> DateMention:
    span = stretch(date.fromisoformat(str(first.date_start)), date.fromisoformat(str(second.date_end)))
    return replace(
        first,
        end=second.end,
        text=text[first.start : second.end],
        date_end=second.date_end,
        time_precision=span.precision if span else "unknown",
    )
