"""Calendar arithmetic of reports: stretches of days, and where a partial date lies as seen from the publication."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateutil.relativedelta import MO, relativedelta

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TimePrecision = Literal["day", "week", "month", "year", "unknown"]
Lean = Literal["back", "either", "ahead"]
"""Whether an expression looks back ("on June 20"), may lie on either side ("until June 20") or ahead ("will … on")."""

_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_FAR_YEARS = 8  # 29 February is at most this far away
_WEEK_DAYS = 7
_MONTH_DAYS = 31


class Published(NamedTuple):
    """The days on which a report may have been published, both included."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


class Span(NamedTuple):
    """What an expression covers, both days included."""

    first: date
    last: date
    precision: TimePrecision


def published_span(published: str | None) -> Published | None:
    """Give the days of a publication date to the day, month or year (ISO 8601); None for anything else."""
    if not published or not _ISO.fullmatch(published):
        return None
    parts = [int(part) for part in published.split("-")]
    makers: dict[int, Callable[..., Span]] = {1: year_span, 2: month_span, 3: day_span}
    try:
        span = makers[len(parts)](*parts)
    except ValueError:
        return None
    return Published(span.first, span.last)


def day_span(year: int, month: int, day: int) -> Span:
    """Give one day; ValueError when the calendar has none."""
    found = date(year, month, day)
    return Span(found, found, "day")


def month_span(year: int, month: int) -> Span:
    """Give a month, to its last day."""
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_span(year: int) -> Span:
    """Give a year."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def week_span(day: date) -> Span:
    """Give the week, Monday to Sunday, that holds a day."""
    monday = day + relativedelta(weekday=MO(-1))
    return Span(monday, monday + timedelta(days=6), "week")


def season_span(year: int, month: int) -> Span:
    """Give the three months from one on; their precision is the year, the next unit that is not finer."""
    first = date(year, month, 1)
    return Span(first, first + relativedelta(months=3) - timedelta(days=1), "year")


def third_of(month: Span, part: str | None) -> Span:
    """Give the first ten days of a month (``early``), the second ten (``mid``), the rest (``late``), or all of it."""
    if part == "early":
        return month._replace(last=month.first + timedelta(days=9))
    if part == "mid":
        return Span(month.first + timedelta(days=10), month.first + timedelta(days=19), "month")
    if part == "late":
        return month._replace(first=month.first + timedelta(days=20))
    return month


def stretch(first: date, last: date) -> Span | None:
    """Give the days from one to another, as precise as the smallest unit that is not shorter; None when reversed."""
    days = (last - first).days + 1
    if days < 1:
        return None
    precision: TimePrecision = (
        "day" if days == 1 else "week" if days <= _WEEK_DAYS else "month" if days <= _MONTH_DAYS else "year"
    )
    return Span(first, last, precision)


def ended_by(span: Span, anchor: Published | None) -> Span:
    """End a span that has begun at publication with the publication: a report tells what has happened."""
    if anchor is None or span.first > anchor.last or span.last <= anchor.last:
        return span
    return span._replace(last=anchor.last)


def open_ended(span: Span, anchor: Published | None) -> Span:
    """Make "since X" of X: up to the publication."""
    if anchor is None or span.first > anchor.last:
        return span
    return stretch(span.first, anchor.last) or span


def partial_day(anchor: Published | None, month: int, day: int, lean: Lean) -> Span | None:
    """Give the day of a month whose year is not said."""
    return anchor and _fit(lambda offset: day_span(anchor.last.year + offset, month, day), anchor, lean)


def partial_month(anchor: Published | None, month: int, part: str | None, lean: Lean) -> Span | None:
    """Give a month, or a third of it, whose year is not said."""
    return anchor and _fit(lambda offset: third_of(month_span(anchor.last.year + offset, month), part), anchor, lean)


def partial_season(anchor: Published | None, month: int, lean: Lean) -> Span | None:
    """Give a season whose year is not said."""
    return anchor and _fit(lambda offset: season_span(anchor.last.year + offset, month), anchor, lean)


def day_of_month(anchor: Published | None, day: int, lean: Lean) -> Span | None:
    """Give a day whose month is not said ("on the 12th")."""

    def make(offset: int) -> Span:
        month = months_back(anchor, -offset) if anchor else month_span(1, 1)
        return day_span(month.first.year, month.first.month, day)

    return anchor and _fit(make, anchor, lean)


def months_back(anchor: Published, months: int) -> Span:
    """Give the month that lies so many months before the publication's."""
    first = anchor.last.replace(day=1) - relativedelta(months=months)
    return month_span(first.year, first.month)


def last_weekday(anchor: Published | None, weekday: int, lean: Lean) -> Span | None:
    """Give the weekday (0 is Monday) next to the publication; None for a publication that is not dated to the day."""
    if anchor is None or not anchor.exact:
        return None
    day = anchor.last - timedelta(days=(anchor.last.weekday() - weekday) % 7)
    if lean != "back" and day < anchor.last:
        day += timedelta(days=7)
    return Span(day, day, "day")


def last_weekend(anchor: Published | None) -> Span | None:
    """Give the last Saturday and Sunday that had begun at publication."""
    if anchor is None or not anchor.exact:
        return None
    saturday = anchor.last - timedelta(days=(anchor.last.weekday() - 5) % 7)
    return ended_by(Span(saturday, saturday + timedelta(days=1), "week"), anchor)


def shifted(anchor: Published | None, number: int, unit: str) -> Span | None:
    """Give the day, week, month or year that lies `number` of that unit before the publication.

    None where the publication is not dated finely enough to say.
    """
    if anchor is None:
        return None
    if unit == "year":
        return ended_by(year_span(anchor.last.year - number), anchor)
    if unit == "month":
        same_month = (anchor.first.year, anchor.first.month) == (anchor.last.year, anchor.last.month)
        return ended_by(months_back(anchor, number), anchor) if same_month else None
    if not anchor.exact:
        return None
    day = anchor.last - timedelta(days=number * (_WEEK_DAYS if unit == "week" else 1))
    return ended_by(week_span(day), anchor) if unit == "week" else Span(day, day, "day")


def moved(anchor: Published | None, number: int, unit: str) -> Span | None:
    """Give the day, week, month or year that lies `number` of that unit after a date, or before it where negative.

    Days are counted from the last day of the date, and back from its first; None where the date is coarser than a week
    and days or weeks are to be counted from it.
    """
    if anchor is None:
        return None
    day = anchor.last if number > 0 else anchor.first
    if unit == "year":
        return year_span(day.year + number)
    if unit == "month":
        there = day.replace(day=1) + relativedelta(months=number)
        return month_span(there.year, there.month)
    if (anchor.last - anchor.first).days >= _WEEK_DAYS:
        return None
    there = day + timedelta(days=number * (_WEEK_DAYS if unit == "week" else 1))
    return Span(there, there, "day")


def _fit(make: Callable[[int], Span], anchor: Published, lean: Lean) -> Span | None:
    """Choose among the years (or months) about the publication the one that a report would mean.

    `make` gives the span for an offset of 0, -1, +1 … units from the publication.
    """
    if lean == "back":
        spans = _made(make, range(0, -_FAR_YEARS - 1, -1))
        found = next((span for span in spans if span.first <= anchor.last), None)
        return found and ended_by(found, anchor)
    if lean == "ahead":
        return next((span for span in _made(make, range(_FAR_YEARS + 1)) if span.last >= anchor.first), None)
    return min(_made(make, (1, 0, -1)), key=lambda span: _gap_days(span, anchor), default=None)


def _made(make: Callable[[int], Span], offsets: Iterable[int]) -> Iterable[Span]:
    for offset in offsets:
        try:
            yield make(offset)
        except ValueError:  # no 30 February; no 29 February in this year
            continue


def _gap_days(span: Span, anchor: Published) -> int:
    return max((span.first - anchor.last).days, (anchor.first - span.last).days, 0)
