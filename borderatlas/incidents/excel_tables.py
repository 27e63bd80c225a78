"""Incident tables as Excel workbooks (extra ``borderatlas[excel]``): one sheet, ``incidents``; every text stays text.

An empty text is a cell with Excel's own apostrophe. A text longer than a cell may be (32,767 characters) stands in
pieces on a sheet of its own. Written again, a workbook keeps its formats, its other sheets, and every cell in its place:
notes and colours that a person has given a cell stay with it. The same table gives the same bytes.
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
from borderatlas.incidents.workbooks import (
    column_letter,
    formulas_of,
    open_book,
    pages_of,
    refuse_what_would_be_lost,
    results_of,
    spread_of_merged,
    unmerge_at,
)

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
    """Read the sheet ``incidents`` of a workbook, else the first that says where something was, else its first.

    A formula gives its result where the program that saved it has left one; a cell that was merged out of several gives
    each of its rows what it shows.

    Raises
    ------
    TableError
        When it is no workbook, its first row names a column twice, or openpyxl is not installed.
    """
    book = open_book(path)
    page = page_of(book)
    names = _header(page)
    _check_header(page, names, path)
    _check_names(names, str(path))
    sheet = Sheet([name for name in names if name], path=str(path), faults=_unnamed(page, names, path))
    if len(others := pages_of(book)) > 1:
        left = ", ".join(other.title for other in others if other is not page and other.title != _LONG_SHEET)
        sheet.notes += [f"{path}: read the sheet {page.title!r}; not read: {left}"] if left else []
    formulas = formulas_of(page)
    results = results_of(path, page, formulas)
    sheet.notes += _unreckoned(page, [at for at in formulas if at not in results], path)
    sheet.rows += _rows(page, names, _long_texts(book), results)
    return sheet


def _unreckoned(page: Worksheet, bare: list[str], path: Path) -> list[str]:
    """Note formulas whose result nobody has left in the file: they are read as they are written."""
    if not bare:
        return []
    where = f"{path}:{page[bare[0]].row}:{page[bare[0]].column}"
    return [
        f"{where} a formula without its result ({len(bare)} in all); open the workbook in a spreadsheet and save it"
    ]


def _rows(page: Worksheet, names: list[str | None], long: dict[int, str], results: dict[str, Any]) -> list[Row]:
    shown = {**results, **spread_of_merged(page)}
    found = []
    for number, cells in enumerate(page.iter_rows(min_row=2), start=2):
        if any(cell.value is not None for cell in cells):
            values = ((name, _value(cell, name, long, shown)) for name, cell in zip(names, cells, strict=False) if name)
            found.append(Row(dict(values), number))
    return found


def write_excel(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet into the workbook that it replaces, each cell where it stood, or into a new one.

    Raises
    ------
    TableError
        When the workbook holds what could not be written again, such as a chart.
    """
    from openpyxl import Workbook

    if base is not None:
        refuse_what_would_be_lost(base)
    book = open_book(base) if base else Workbook()
    page = page_of(book)
    results = results_of(base, page, formulas_of(page)) if base else {}
    if base is None:
        page.title = SHEET
        page.freeze_panes = "B2"
        book.properties.created = _CLOCK.replace(tzinfo=None)
    shown = {**results, **spread_of_merged(page)}
    if _LONG_SHEET in book.sheetnames:
        del book[_LONG_SHEET]
    pieces: list[list[str]] = []
    names, rows = written_cells(sheet)
    columns, lines = _columns(page, names, base), _lines(sheet, base)
    for number, values in zip([1, *lines], [names, *rows], strict=True):
        for name, value in zip(names, values, strict=True):
            cell = page.cell(number, columns[name])
            if base is None or not _holds(cell, name, value, shown):
                _put(unmerge_at(page, cell), value, pieces)
    _remove_lines(page, set(lines) if base else None)
    _put_pieces(book, pieces)
    return _saved(book)


def _remove_lines(page: Worksheet, kept: set[int] | None) -> None:
    """Remove the lines of rows that are no longer there, from below; empty lines stay where a person has left them."""
    if kept is None:
        return
    for line in range(page.max_row, 1, -1):
        if line not in kept and any(cell.value is not None for cell in page[line]):
            page.delete_rows(line)


def _columns(page: Worksheet, names: list[str], base: Path | None) -> dict[str, int]:
    """Give each column its place: where the workbook has it, else behind all that is there."""
    header = _header(page) if base else []
    there = {name: number for number, name in enumerate(header, start=1) if name}
    behind = count(max(page.max_column if base else 0, len(header)) + 1)
    return {name: there.get(name) or next(behind) for name in names}


def _lines(sheet: Sheet, base: Path | None) -> list[int]:
    """Give each row its line: where the workbook has it, else behind the last."""
    if base is None:
        return list(range(2, len(sheet.rows) + 2))
    behind = count(max(1, *(row.line for row in sheet.rows)) + 1)
    return [row.line or next(behind) for row in sheet.rows]


# --- reading


def page_of(book: Workbook) -> Worksheet:
    """Give the sheet that holds the table."""
    from borderatlas.incidents.foreign import places_incidents

    if SHEET in book.sheetnames:
        return book[SHEET]
    pages = pages_of(book)
    return next((page for page in pages if places_incidents(name for name in _header(page) if name)), pages[0])


def _header(page: Worksheet) -> list[str | None]:
    cells = next(page.iter_rows(max_row=1), ())
    names = [None if cell.value is None else _ESCAPE.read(str(cell.value)) for cell in cells]
    while names and names[-1] is None:
        names.pop()
    return names


def _unnamed(page: Worksheet, names: list[str | None], path: Path) -> list[str]:
    """Tell of columns that hold something and have no name: nothing could be said of it."""
    bare = [at for at in range(1, page.max_column + 1) if at > len(names) or names[at - 1] is None]
    filled = (at for at in bare if any(page.cell(line, at).value is not None for line in range(2, page.max_row + 1)))
    return [
        f"{path}:1:{at} column {column_letter(at)} has cells and no name; the first row names the columns"
        for at in filled
    ]


def _long_texts(book: Workbook) -> dict[int, str]:
    """Join the pieces of each long text."""
    found: dict[int, str] = {}
    if _LONG_SHEET in book.sheetnames:
        for number, piece in book[_LONG_SHEET].iter_rows(min_row=2, max_col=2, values_only=True):
            found[int(number)] = found.get(int(number), "") + str(piece)  # type: ignore[arg-type]
    return {number: _ESCAPE.read(text) for number, text in found.items()}


def _check_header(page: Worksheet, names: list[str | None], path: Path) -> None:
    """Refuse a sheet whose columns are named further down: nobody's table begins with a title."""
    from borderatlas.incidents.foreign_columns import header_below

    rows = ((number, [cell for cell in cells if cell is not None])
            for number, cells in enumerate(page.iter_rows(min_row=2, values_only=True), start=2))  # fmt: skip
    if line := header_below(names, rows):
        msg = f"{path}:1:1 the names of the columns seem to stand in row {line}; delete the rows above it"
        raise TableError(msg)


def _check_names(names: list[str | None], path: str) -> None:
    known = [column_name(name) for name in names if name]
    if not known:
        msg = f"{path}: empty; a table begins with a row that names its columns"
        raise TableError(msg)
    for position, name in enumerate(names, start=1):
        if name and known.count(column_name(name)) > 1:
            msg = f"{path}:1:{position} the column {column_name(name)} is there twice; keep one"
            raise TableError(msg)


def _value(cell: Any, name: str, long: dict[int, str], shown: dict[str, Any]) -> Any:
    value = shown.get(cell.coordinate, cell.value)
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


def _holds(cell: Any, name: str, value: Any, shown: dict[str, Any]) -> bool:
    """Tell whether a cell says a value already: it then stays a date, or a formula, as its author made it."""
    if isinstance(cell.value, str) and cell.value.startswith(_MARK):
        return False
    there = _value(cell, name, {}, shown)
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
