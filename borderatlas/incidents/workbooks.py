"""Workbooks as people make them: several sheets, merged cells, formulas, charts. What a table of cells has no word for."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, cast

from borderatlas.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COMPOUND = b"\xd0\xcf\x11\xe0"
_LOST = (
    (re.compile(r"xl/(?:charts|chartsheets)/"), "a chart"),
    (re.compile(r"xl/media/"), "a picture"),
    (re.compile(r"xl/(?:diagrams|embeddings|ctrlProps|slicers)/"), "an embedded object"),
    (re.compile(r"xl/threadedComments/"), "a thread of comments"),
)
"""Parts of a workbook that openpyxl does not write again."""


def open_book(path: Path, *, results: bool = False) -> Workbook:
    """Open a workbook; with `results`, cells hold what their formulas gave.

    Raises
    ------
    TableError
        When it is none, or has no sheet of cells.
    """
    import openpyxl

    data = path.read_bytes()
    if data.startswith(_COMPOUND):
        msg = f"{path}: locked by a password, or an old Excel file (.xls); save the table as .xlsx without a password"
        raise TableError(msg)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=results)
    except Exception as error:  # openpyxl raises whatever it trips over
        msg = f"{path}: not a workbook that can be read; save the table as .xlsx again"
        raise TableError(msg) from error
    if not book.worksheets:
        msg = f"{path}: a workbook without a sheet of cells; put the table on one"
        raise TableError(msg)
    return book


def pages_of(book: Workbook) -> list[Worksheet]:
    """Give the sheets of cells."""
    return list(book.worksheets)


def formulas_of(page: Worksheet) -> list[str]:
    """Give where a sheet holds formulas, in its order."""
    return [cell.coordinate for line in page.iter_rows() for cell in line if cell.data_type == "f"]


def results_of(path: Path, page: Worksheet, formulas: list[str]) -> dict[str, Any]:
    """Give what formulas gave, by cell, where the program that saved the workbook has left that.

    The workbook is opened again only when there are any.
    """
    if not formulas:
        return {}
    results = open_book(path, results=True)[page.title]
    return {at: results[at].value for at in formulas if results[at].value is not None}


def spread_of_merged(page: Worksheet) -> dict[str, Any]:
    """Give the rows below a cell that was merged out of several what it shows; the header's stay as they are."""
    found: dict[str, Any] = {}
    for span in page.merged_cells.ranges:
        left, top, bottom = (cast("int", edge) for edge in (span.min_col, span.min_row, span.max_row))
        value = page.cell(top, left).value
        if top > 1 and value is not None:
            found |= {page.cell(line, left).coordinate: value for line in range(top + 1, bottom + 1)}
    return found


def unmerge_at(page: Worksheet, cell: Any) -> Any:
    """Give a cell that can be written: a merge that it is hidden under is taken apart."""
    from openpyxl.cell.cell import MergedCell

    if not isinstance(cell, MergedCell):
        return cell
    span = next(span for span in page.merged_cells.ranges if cell.coordinate in span)
    page.unmerge_cells(span.coord)
    return page[cell.coordinate]


def column_letter(number: int) -> str:
    """Give a column's letters, as a spreadsheet shows them."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))


def refuse_what_would_be_lost(path: Path) -> None:
    """Refuse to write into a workbook that holds what would not come out again.

    Raises
    ------
    TableError
        With what it is.
    """
    with zipfile.ZipFile(path) as parts:
        names = parts.namelist()
    lost = [what for pattern, what in _LOST if any(pattern.match(name) for name in names)]
    if lost:
        msg = f"{path}: holds {' and '.join(lost)}, which would be lost; move it to another workbook, then merge"
        raise TableError(msg)
