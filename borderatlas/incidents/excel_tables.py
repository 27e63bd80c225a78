"""Incident tables as Excel workbooks (extra ``borderatlas[excel]``): one sheet, ``incidents``; every text stays text.

An empty text is a cell with Excel's own apostrophe. A text longer than a cell may be (32,767 characters) stands in
pieces on a sheet of its own. Written again, a workbook keeps its formats and its other sheets. The same table gives
the same bytes.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.incidents.columns import column_name, kind_of
from borderatlas.incidents.escapes import Escape
from borderatlas.incidents.sheets import Row, Sheet, as_text, plain, written_cells

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "incidents"
_LONG_SHEET = "long texts"
_LONGEST = 32_000  # characters as written; Excel's limit is 32,767
_MARK = "long text no. "
_LONG = re.compile(rf"{_MARK}(\d+) \(on the sheet '{_LONG_SHEET}'\)")
# What XML cannot hold, or would change.
_ESCAPE = Escape(r"\x00-\x08\x0b-\x1f\ufffe\uffff", "[0-9A-Fa-f]{4}")
_CLOCK = datetime(2000, 1, 1, tzinfo=UTC)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def read_excel(path: Path) -> Sheet:
    """Read the sheet ``incidents`` of a workbook, or its first.

    Raises
    ------
    TableError
        When it is no workbook, its first row names a column twice, or openpyxl is not installed.
    """
    book = _open(path)
    sheet = _sheet(book)
    long = _long_texts(book)
    lines = sheet.iter_rows()
    names = [None if cell.value is None else _ESCAPE.read(str(cell.value)) for cell in next(lines, ())]
    while names and names[-1] is None:
        names.pop()
    rows = [Row({name: _value(cell, name, long) for name, cell in zip(names, cells, strict=False) if name}, number)
            for number, cells in enumerate(lines, start=2) if any(cell.value is not None for cell in cells)]  # fmt: skip
    _check_names(names, str(path))
    return Sheet([name for name in names if name], rows, str(path))


def write_excel(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet into the workbook that it replaces, or into a new one."""
    from openpyxl import Workbook

    book = _open(base) if base else Workbook()
    page = _sheet(book)
    if base is None:
        page.title = SHEET
        page.freeze_panes = "B2"
        book.properties.created = _CLOCK.replace(tzinfo=None)
    if _LONG_SHEET in book.sheetnames:
        del book[_LONG_SHEET]
    pieces: list[list[str]] = []
    names, rows = written_cells(sheet)
    for number, values in enumerate([names, *rows], start=1):
        for column, (name, value) in enumerate(zip(names, values, strict=True), start=1):
            cell = page.cell(number, column)
            if base is None or not _holds(cell, name, value):
                _put(cell, value, pieces)
    if page.max_row > len(sheet.rows) + 1:
        page.delete_rows(len(sheet.rows) + 2, page.max_row)
    _put_pieces(book, pieces)
    return _saved(book)


# --- reading


def _open(path: Path) -> Workbook:
    import openpyxl

    try:
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    except Exception as error:  # openpyxl raises whatever it trips over
        msg = f"{path}: not a workbook that can be read; save the table as .xlsx again"
        raise TableError(msg) from error


def _sheet(book: Workbook) -> Worksheet:
    return book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]


def _long_texts(book: Workbook) -> dict[int, str]:
    """Join the pieces of each long text."""
    found: dict[int, str] = {}
    if _LONG_SHEET in book.sheetnames:
        for number, piece in book[_LONG_SHEET].iter_rows(min_row=2, max_col=2, values_only=True):
            found[int(number)] = found.get(int(number), "") + str(piece)  # type: ignore[arg-type]
    return {number: _ESCAPE.read(text) for number, text in found.items()}


def _check_names(names: list[str | None], path: str) -> None:
    known = [column_name(name) for name in names if name]
    if not known:
        msg = f"{path}: empty; a table begins with a row that names its columns"
        raise TableError(msg)
    for position, name in enumerate(names, start=1):
        if name and known.count(column_name(name)) > 1:
            msg = f"{path}:1:{position} the column {column_name(name)} is there twice; keep one"
            raise TableError(msg)


def _value(cell: Any, name: str, long: dict[int, str]) -> Any:
    value = cell.value
    if value is None:
        return "" if cell.quotePrefix else None
    if not isinstance(value, str):
        found = plain(value)
        whole = isinstance(found, float) and found.is_integer() and kind_of(column_name(name)) not in {None, "number"}
        return int(found) if whole else found
    parted = _LONG.fullmatch(value)
    if parted and int(parted[1]) in long:
        return long[int(parted[1])]
    return _ESCAPE.read(value)


# --- writing


def _holds(cell: Any, name: str, value: Any) -> bool:
    """Tell whether a cell says a value already: it then stays a date, or a formula, as its author made it."""
    if isinstance(cell.value, str) and cell.value.startswith(_MARK):
        return False
    there = _value(cell, name, {})
    return type(there) is type(value) and bool(there == value)


def _put(cell: Any, value: Any, pieces: list[list[str]]) -> None:
    """Put a value into a cell, as it is: openpyxl would make formulas of texts and cut digits and long texts."""
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, int | float) and math.isfinite(value):
        cell.value, cell.data_type = repr(value), "n"
    else:
        _put_text(cell, as_text(value), pieces)


def _put_text(cell: Any, text: str | None, pieces: list[list[str]]) -> None:
    written = None if text is None else _ESCAPE.write(text)
    if written and (len(written) > _LONGEST or written.startswith(_MARK)):
        pieces.append(_parted(written))
        written = f"{_MARK}{len(pieces)} (on the sheet '{_LONG_SHEET}')"
    cell.value = written or None
    if written:
        cell.data_type = "s"
    quoted = text == "" or (text or "").startswith(("=", "+", "-", "@"))
    if quoted != bool(cell.quotePrefix):
        cell.quotePrefix = quoted


def _parted(text: str) -> list[str]:
    return [text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST)]


def _put_pieces(book: Workbook, texts: list[list[str]]) -> None:
    if not texts:
        return
    page = book.create_sheet(_LONG_SHEET)
    page.append(["no.", "text"])
    line = count(2)
    for number, pieces in enumerate(texts, start=1):
        for piece in pieces:
            at = next(line)
            page.cell(at, 1).value = number
            cell = page.cell(at, 2)
            cell.value, cell.data_type = piece, "s"


def _saved(book: Workbook) -> bytes:
    """Save a workbook without the time of day in its bytes."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, _CLOCK.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
