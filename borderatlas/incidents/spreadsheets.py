"""CSV for spreadsheets: a cell that one would take for a formula gets an apostrophe in front, which can be taken off again.

The characters are those of OWASP's note on CSV injection, their full-width forms, which East Asian versions take for
the same, and the apostrophe itself, so that `restored` gives back every text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.csv_tables import write_csv as _write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from borderatlas.incidents.sheets import Sheet

_DANGEROUS = re.compile("[=+\\-@\t\r\n'＝＋－＠]")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")


def is_dangerous(text: str) -> bool:
    """Tell whether a spreadsheet might run a cell; a plain number with a sign is none."""
    return bool(_DANGEROUS.match(text)) and not _NUMBER.fullmatch(text)


def safe(value: Any) -> Any:
    """Give a cell that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and is_dangerous(value) else value


def restored(value: Any) -> Any:
    """Give back the cell that `safe` was given."""
    return value[1:] if isinstance(value, str) and value.startswith("'") and is_dangerous(value[1:]) else value


def count_dangerous(sheet: Sheet) -> int:
    """Count the cells, headers among them, that `write_csv` puts an apostrophe in front of."""
    cells = (value for row in sheet.rows for value in row.cells.values())
    return sum(safe(value) is not value for value in (*sheet.names, *cells))


def restored_sheet(sheet: Sheet) -> Sheet:
    """Give a sheet without the apostrophes that `write_csv` put in front."""
    return _mapped(sheet, restored)


def write_csv(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet as CSV whose cells are safe in a spreadsheet."""
    return _write_csv(_mapped(sheet, safe), base)


def _mapped(sheet: Sheet, change: Any) -> Sheet:
    rows = [
        replace(row, cells={change(name): change(value) for name, value in row.cells.items()}) for row in sheet.rows
    ]
    return replace(sheet, names=[change(name) for name in sheet.names], rows=rows)
