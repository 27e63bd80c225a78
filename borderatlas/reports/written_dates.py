"""Dates as people write them in a field of their own → ISO 8601: a publication date, a cell of a table."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

DateOrder = Literal["day-first", "month-first"]

_YEAR_FIRST = re.compile(r"(\d{4})[-/.年년]\s*(\d{1,2})(?:[-/.月월]\s*(\d{1,2})\s*[日일号]?|[月월]?)\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?")
_YEAR = re.compile(r"(\d{4})[年년]?")
_CLOCK = re.compile(
    r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|GMT|UTC|KST|CST|[AP]M|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\s*[(（]?(?:[월화수목금토일](?:요일)?|(?:星期|周|週)[一二三四五六日天])[)）]?$|^[A-Za-z]+day,?\s+|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s+"
)
_MONTH_NAMES = {
    name: number for number, names in enumerate((
        "january jan januar janvier", "february feb februar février", "march mar märz mars", "april apr avril",
        "may mai", "june jun juni juin", "july jul juli juillet", "august aug août", "september sep sept septembre",
        "october oct oktober okt octobre", "november nov novembre", "december dec dezember dez décembre",
    ), start=1) for name in names.split()
}  # fmt: skip
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?[- ]?([^\W\d]+)\.?[-, ]+(\d{4})")
_DAY_MONTH_SHORT = re.compile(r"(\d{1,2})[- ]([^\W\d]{3,})\.?[- ](\d{2})")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d]+)\.?[,\s-]+(\d{4})")
_MONTHS = 12
_LAST_OF_THIS_CENTURY = 29


class Dates(NamedTuple):
    """How a column writes dates that are all figures."""

    order: DateOrder
    is_ambiguous: bool


def date_order(values: Iterable[Any]) -> Dates:
    """Tell from the figures of a column whether the day or the month comes first; the day where nothing tells."""
    seen: Counter[str] = Counter()
    for value in values:
        match = _NUMERIC.fullmatch(_bare(str(value or "")))
        if match:
            first, second = int(match[1]), int(match[3])
            seen["day-first"] += first > _MONTHS or match[2] == "."
            seen["month-first"] += second > _MONTHS
            seen["open"] += first != second
    undecided = bool(seen["open"]) and bool(seen["day-first"]) == bool(seen["month-first"])  # nothing tells, or both do
    return Dates("month-first" if seen["month-first"] > seen["day-first"] else "day-first", undecided)


def iso_date(value: Any, order: DateOrder) -> str | None:
    """Give a date as ISO 8601 (day, month or year); None when it is none.

    Parameters
    ----------
    value : Any
        "12 March 2019", 12-Mar-19, "March 12, 2019", 12.03.2019, 2019/3/12, 2019년 3월 12일, 2019年3月12日, 20190312, with or
        without a clock or a weekday behind it.
    order : {"day-first", "month-first"}
        How to take figures whose year comes last.
    """
    text = _bare(str(value))
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return _calendar(*read(match, order))
    return None


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"\s+", " ", _WEEKDAY.sub("", _CLOCK.sub("", text)) if len(text) > len("2019-03") else text).strip()


def _calendar(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04d}" if year else None
    if not 1 <= month <= _MONTHS or not year:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return date(year, month, day).isoformat() if 1 <= day <= monthrange(year, month)[1] else None


def _numeric(match: re.Match[str], order: DateOrder) -> tuple[int, int, int]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month_first = second > _MONTHS or (order == "month-first" and first <= _MONTHS)
    return (year, first, second) if month_first else (year, second, first)


def _century(year: int) -> int:
    """Give the year that two figures mean, as spreadsheets show 7-Mar-24: they take up to 29 for this century."""
    return year + (2000 if year <= _LAST_OF_THIS_CENTURY else 1900)


def _month(name: str) -> int:
    return _MONTH_NAMES.get(name.casefold(), 0)


_FORMS: Any = (
    (_YEAR_FIRST, lambda m, _: (int(m[1]), int(m[2]), int(m[3]) if m[3] else None)),
    (_COMPACT, lambda m, _: (int(m[1]), int(m[2]), int(m[3]))),
    (_YEAR, lambda m, _: (int(m[1]), None, None)),
    (_NUMERIC, _numeric),
    (_DAY_MONTH, lambda m, _: (int(m[3]), _month(m[2]), int(m[1]))),
    (_DAY_MONTH_SHORT, lambda m, _: (_century(int(m[3])), _month(m[2]), int(m[1]))),
    (_MONTH_DAY, lambda m, _: (int(m[3]), _month(m[1]), int(m[2]))),
    (_MONTH_YEAR, lambda m, _: (int(m[2]), _month(m[1]), None)),
)
