"""What a report declares about itself, in front matter, in a page's head or in a record: its date and its language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas.reports.encoding import guess_language
from borderatlas.reports.written_dates import date_order, iso_date

if TYPE_CHECKING:
    from borderatlas.reports.listener import Listener

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?\Z", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")


def published_date(value: str | None, where: str | Path, listener: Listener) -> str | None:
    """Give a publication date as ISO 8601 to the day, month or year, and say when it is none."""
    if value is None:
        return None
    found = _iso(value) or _as_written(value)
    if found is None:
        listener.flaw(
            f"{where}{':' if isinstance(where, Path) else ''} published {value[:40]!r} is no date; write it as 2010-06-08, 2010-06 or 2010"
        )
    return found


def _as_written(value: str) -> str | None:
    """Read "August 25, 2020", 2020년 8월 25일, 2020.8.25; but not 3/4/2019, which may be either of two days."""
    order, is_ambiguous = date_order([value])
    return None if is_ambiguous else iso_date(value, order)


def _iso(value: str) -> str | None:
    match = _ISO_DATE.match(value.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def language_of(declared: str | None, text: str) -> str:
    """Take what the report declares where that is a language tag; else go by the script."""
    if declared and _LANGUAGE.match(declared):
        return declared
    return guess_language(text)
