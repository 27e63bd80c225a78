"""What a way to say when is made of, in any language: a pattern with an id, and a function that makes days of its match.

What counts as the expression is the group ``core`` where a pattern has one (words that only announce a date stay
outside), else the whole match. English is in `date_words_en`, Korean and Chinese, which share a calendar's words, in
`date_words_ko` and `date_words_zh`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from borderatlas.reports import spans
from borderatlas.reports.spans import Lean, Published, Span

Resolver = Callable[["re.Match[str]", Published | None, Lean], Span | None]

NOTHING = re.compile(r"(?!)")
"""Matches nothing: for words that a language does not have."""


class Rule(NamedTuple):
    """One way to say when.

    Attributes
    ----------
    name : str
        The rule's id.
    pattern, resolve
        What it looks for, and what makes days of the match.
    follows : {"", "told", "named", "either"}
        What the days are counted from: the publication; the date that the text told last ("the following day"); the
        last date that it named, and be it that on which somebody spoke ("the same day"); the date told last where
        there is one, else the publication ("the day before").
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    follows: str = ""


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
    dateline_after: re.Pattern[str] | None = None


def rule(name: str, pattern: str, resolve: Resolver, follows: str = "") -> Rule:
    """Make a rule; case does not count."""
    return Rule(name, re.compile(pattern, re.IGNORECASE), resolve, follows)


def group(match: re.Match[str], name: str) -> str | None:
    """Give a group of a match; None where its pattern has no such group."""
    return match.groupdict().get(name)


def any_of(*words: str) -> str:
    """Give a pattern of words, the longer before the shorter."""
    return "|".join(sorted(words, key=len, reverse=True))


def any_year(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve a year in figures."""
    span = spans.year_span(int(match["year"]))
    return spans.ended_by(span, anchor) if lean == "back" else span


def any_years(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve "2000–2006", "2016-17"."""
    first, last = match["year"], match["year2"]
    return spans.stretch(date(int(first), 1, 1), date(int(first[: 4 - len(last)] + last), 12, 31))


def year_part(year: int, part: str | None) -> Span:
    """Give the first two months of a year (``early``), or the last two (``late``)."""
    first, last = (1, 2) if part == "early" else (11, 12)
    return Span(date(year, first, 1), spans.month_span(year, last).last, "year")


def never(_match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve what is no date, "in April each year"."""
    return None


def _moved(steps: int) -> Resolver:
    def resolve(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
        return spans.moved(anchor, steps, "day")

    return resolve


same_day, next_day, day_before = _moved(0), _moved(1), _moved(-1)
"""Resolvers of "the same day", "the following day", "the day before", as counted from the date told last."""
