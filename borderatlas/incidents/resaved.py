"""A table of this project's own as a spreadsheet has saved it: dates in the order of its country, decimal commas.

Excel shows 2021-12-03 as 12/3/2021 or 3.12.2021 and saves a CSV file so. What the column itself tells is read; where the
figures of all dates leave open which is the day, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.columns import kind_of
from borderatlas.incidents.sheets import Row, Sheet, is_empty, without_midnight
from borderatlas.reports.written_dates import date_order, iso_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from borderatlas.reports.written_dates import DateOrder

_OURS = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}\.?")


def as_meant(sheet: Sheet, order: DateOrder | None = None) -> tuple[Sheet, list[str]]:
    """Give a table with the dates and numbers that a spreadsheet has saved its own way, and a note on each kind.

    Parameters
    ----------
    sheet : Sheet
        A table of this project's own.
    order : {"day-first", "month-first"}, optional
        How to take dates that are all figures; by default as the dates themselves tell.

    Returns
    -------
    tuple of Sheet and list of str
        The same sheet when nothing is to be read otherwise. What cannot be read stays as it is.
    """
    known = sheet.known()
    dates = [written for name, written in known.items() if kind_of(name) == "date"]
    numbers = [written for name, written in known.items() if kind_of(name) in {"number", "whole"}]
    found, notes = sheet, list[str]()
    odd = [text for row in sheet.rows for name in dates if (text := _odd_date(row.cells.get(name)))]
    if odd and (decided := order or _told_by(odd)):
        found = _changed(found, dates, lambda value: _date(value, decided))
        notes.append(f"{sheet.path}: dates as a spreadsheet saves them ({odd[0]}) are read {decided.replace('-', ' ')}")
    if any(_has_comma(row.cells.get(name)) for row in sheet.rows for name in numbers):
        found = _changed(found, numbers, _number)
        notes.append(f"{sheet.path}: numbers with a decimal comma are read as such")
    return found, notes


def _odd_date(value: Any) -> str:
    """Give a date that is all figures and not written as here; empty for everything else."""
    text = "" if is_empty(value) else without_midnight(str(value).strip())
    return text if _FIGURES.fullmatch(text) and not _OURS.fullmatch(text) else ""


def _told_by(odd: Iterable[str]) -> DateOrder | None:
    order, is_ambiguous = date_order(odd)
    return None if is_ambiguous else order


def _date(value: Any, order: DateOrder) -> Any:
    text = _odd_date(value)
    return (iso_date(text, order) or value) if text else value


def _has_comma(value: Any) -> bool:
    return isinstance(value, str) and bool(_DECIMAL_COMMA.fullmatch(value.strip()))


def _number(value: Any) -> Any:
    return value.strip().replace(",", ".") if _has_comma(value) else value


def _changed(sheet: Sheet, names: Iterable[str], change: Callable[[Any], Any]) -> Sheet:
    columns = frozenset(names)

    def row_of(row: Row) -> Row:
        cells = {name: change(value) if name in columns else value for name, value in row.cells.items()}
        return replace(row, cells=cells)

    return replace(sheet, rows=[row_of(row) for row in sheet.rows])
