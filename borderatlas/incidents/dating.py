"""When an incident was: the date that the sentences about it tell, or the last day on which it can have been."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from borderatlas.incidents.recency import OLD_DAYS
from borderatlas.incidents.standing import looks_back
from borderatlas.reports.spans import Published, published_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.incidents.statements import Statement
    from borderatlas.models import Report
    from borderatlas.reports.dates import DateMention
    from borderatlas.reports.sentences import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUND = re.compile(r"\b(?:by|before|until|till|up to|after|than)(?: the| late| early)? $", re.IGNORECASE)
_CLOSING_DAYS = 62
"""A stretch of years that ended so shortly before the report is what the report looks back on."""
_STRETCHES = frozenset({"zh-months", "zh-quarter", "ko-quarter"})
"""Rules of stretches that figures of trade and findings of courts are about: 2017年10月至12月间, 前三季度."""
_LATE_DAYS = 120
_NOTICE_DAYS = 14
_CREDIBLE = 4  # the least score of a date that is taken for the incident's


def date_range(report: Report, told: Sequence[Statement], quote: Span, kind: str) -> tuple[str | None, str | None, str]:
    """Give the first and the last day of an incident, and the precision of its date.

    Parameters
    ----------
    report : Report
    told : sequence of Statement
        The sentences about it, in order.
    quote : Span
        The sentence that is quoted, or a cut of it: a date in it weighs most.
    kind : str
        The incident's type.

    Returns
    -------
    tuple of (str or None, str or None, str)
        ISO 8601, both days included. Without a first day the last one is the publication's, or that on which somebody
        spoke of it, and the precision is ``unknown``.
    """
    published = published_span(report.published)
    rated = [
        (_nearness(told, number, quote, kind) + _soundness(mention, published) - _limit(statement, mention), mention)
        for number, statement in enumerate(told)
        for mention in statement.told_dates
        if mention.date_end
    ]
    best = max(rated, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best and best[0] >= _CREDIBLE:
        return best[1].date_start, best[1].date_end, best[1].time_precision
    # Whoever spoke of it on a day spoke of what had been.
    last_days = [str(m.date_end) for s in told[:2] for m in s.dates if m.role == "reported" and m.date_end]
    last_days += [published.last.isoformat()] if published else []
    return None, min(last_days, default=None), "unknown"


def _nearness(told: Sequence[Statement], number: int, quote: Span, kind: str) -> int:
    """Rate a date by its sentence: the quote, the opening, one about the same kind of incident, or another."""
    statement = told[number]
    if statement.span[0] <= quote[0] < statement.span[1]:
        return 4
    if number == 0 or (number == 1 and statement.goes_on and not looks_back(statement.text)):
        return 3
    if statement.standing != "told":
        return -4
    said = statement.event_type
    goes_with = not statement.placements and not told[0].told_dates and not looks_back(statement.text)
    if said == kind or (number == 1 and goes_with):
        return 2 if number == 1 else 1
    if said == "other" and number == 1:
        return 1 if any(s.told_dates for s in told[:number]) else 2
    return -4 if said != "other" else -1


def _limit(statement: Statement, mention: DateMention) -> int:
    """Rate down a day that only bounds what happened: "had not put up another by Tuesday"."""
    others = len(statement.told_dates) > 1
    return 2 if others and _BOUND.search(statement.text[: mention.start - statement.span[0]]) else 0


def _soundness(mention: DateMention, published: Published | None) -> int:
    """Rate a date by itself: to the day, not long before the report, and not after it."""
    fine = {"day": 3, "week": 3, "month": 2}.get(mention.time_precision, 0)
    if published is None or mention.rule == "en-month-possessive":  # "July's rain" dates the rain
        return fine - (3 if mention.rule == "en-month-possessive" else 0)
    begin, end = date.fromisoformat(str(mention.date_start)), date.fromisoformat(str(mention.date_end))
    if begin > published.last:  # a notice says from which day on a place will be shut
        return fine - (3 if (begin - published.last).days <= _NOTICE_DAYS else 6)
    if mention.since and (published.last - begin).days <= _LATE_DAYS:  # "since Feb. 18": what began then is told
        return 3
    old = OLD_DAYS if mention.rule in _STRETCHES else _CLOSING_DAYS
    if not fine and (published.last - end).days <= old:  # "since 2020", "May 2021 to October 2022"
        since = end == published.last and (end - begin).days <= _LATE_DAYS  # "since April"
        return 2 if since else 1
    age = (published.last - begin).days
    if age > OLD_DAYS:
        return fine - (3 if _YEAR.search(mention.text) else 6)  # an old date with its year is meant as it stands
    return fine - (2 if age > _LATE_DAYS else 0)
