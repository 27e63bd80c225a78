"""How long the dates of statements are, and how those of two stand to each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.reports.dates import DateMention

_FINE = frozenset({"day", "week", "month"})
_SEASON_DAYS = 100


def is_fine_date(mention: DateMention) -> bool:
    """Tell whether a date is some day, week or month, a stretch of a season at most, or says since when."""
    if mention.date_start is None or mention.date_end is None:
        return False
    days = (date.fromisoformat(mention.date_end) - date.fromisoformat(mention.date_start)).days
    return mention.time_precision in _FINE or days <= _SEASON_DAYS


def are_days(dates: Sequence[DateMention]) -> bool:
    """Tell whether there are dates, each a day."""
    return bool(dates) and all(m.time_precision == "day" for m in dates)


def share_days(some: Sequence[DateMention], others: Sequence[DateMention]) -> bool:
    """Tell whether a date of the one and a date of the other have a day in common."""
    return any(
        str(a.date_start) <= str(b.date_end) and str(b.date_start) <= str(a.date_end) for a in some for b in others
    )


def is_before(some: Sequence[DateMention], others: Sequence[DateMention]) -> bool:
    """Tell whether all dates of the one end before the first of the other begins."""
    begin = min((str(m.date_start) for m in others), default="")
    return all(str(m.date_end) < begin for m in some)


def share_starts(some: Sequence[DateMention], others: Sequence[DateMention]) -> bool:
    """Tell whether a date of the one and a date of the other begin on one day."""
    return bool({m.date_start for m in some} & {m.date_start for m in others})


def first_day(dates: Sequence[DateMention]) -> str:
    """Give the first day on which one of some dates begins."""
    return min(str(m.date_start) for m in dates)
