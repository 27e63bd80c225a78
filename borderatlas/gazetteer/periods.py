"""When a name was in use: from and to dates that may give a year only, and a day within them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderatlas.models import Name


def first_day(text: str) -> date:
    """Give the first day that a date of reduced precision covers (ISO 8601: ``1977``, ``1981-08``, ``2019-12-10``)."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """Give the last day that a date of reduced precision covers."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def held_on(name: Name, day: date) -> bool:
    """Tell whether a name was in use on a day; one without dates always was."""
    begun = not name.valid_from or first_day(name.valid_from) <= day
    return begun and (not name.valid_to or day <= last_day(name.valid_to))


def years(name: Name) -> str:
    """Write when a name was in use: "1977 to 2010", "until 1981-08", nothing where that is not known."""
    if name.valid_from and name.valid_to:
        return f"{name.valid_from} to {name.valid_to}"
    return f"from {name.valid_from}" if name.valid_from else f"until {name.valid_to}" if name.valid_to else ""
