"""Incident tables as CSV: read as spreadsheets save it, written so that nothing is lost.

An empty field is a missing value, ``""`` an empty text. Every field is text, whatever it looks like: ``007`` stays so.
Fields are parted by commas, semicolons or tabs; a table that is written again keeps its separator, its line ends and
its byte order mark, because the spreadsheet that saved it needs them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from borderatlas.errors import TableError
from borderatlas.incidents.columns import column_name
from borderatlas.incidents.foreign_columns import header_below
from borderatlas.incidents.sheets import Row, Sheet, as_text, written_cells
from borderatlas.reports.unnamed import content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_SEPARATORS = ",;\t|"
_LEAD = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)
"""A first line that tells Excel what parts the cells, and is no part of the table."""
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
_BREAKS = re.compile(r"\r\n|\n|\r")
_OTHERS: Mapping[str, str] = MappingProxyType({
    "Excel": "a ZIP archive, as .xlsx is", "Word": "a Word document", "PDF": "a PDF", "GeoPackage": "a database, as .gpkg is",
    "Parquet": "a Parquet file", "old Excel": "an old Excel file (.xls)", "GeoJSON": "GeoJSON", "JSON": "JSON",
    "JSON lines": "JSON lines", "page": "a web page",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """How a file is written: what the spreadsheet that saved it needs to read it again."""

    separator: str = ","
    line_end: str = "\n"
    encoding: str = "utf-8"
    lead: str = ""


def read_csv(path: Path) -> Sheet:
    """Read a CSV file with a header; every value is text or None.

    Raises
    ------
    TableError
        When it is not UTF-8 (or UTF-16 with its mark), not CSV, or its header names a column twice or not at all.
    """
    data = path.read_bytes()
    _refuse_other_content(data, path)
    text, style = _decoded(data, path)
    records = _records(text, style.separator, str(path))
    at, header = next(records, (1, []))
    below = list(records)
    if line := header_below(header, below):
        msg = f"{path}:{at}:1 the names of the columns seem to stand in line {line}; delete what is above them"
        raise TableError(msg)
    names = _names(without_padding(header, (fields for _, fields in below)), f"{path}:{at}")
    sheet = Sheet(names, path=str(path))
    for line, fields in below:
        _add_row(sheet, line, fields)
    return sheet


def write_csv(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet as CSV, in the style of the file that it replaces.

    The ``geometry`` column (WKT) is written when the sheet came with one, or when a footprint says more than the row's
    point; a cell that would only repeat the point stays empty.
    """
    style = _decoded(base.read_bytes(), base)[1] if base else _Style()
    names, rows = written_cells(sheet)
    write = _writer(style.separator)
    lines = [style.separator.join(write(as_text(value)) for value in line) for line in [names, *rows]]
    return (style.lead + "".join(line + style.line_end for line in lines)).encode(style.encoding)


# --- reading


def other_content(data: bytes) -> str | None:
    """Say what bytes are that are called a table of text and are something else; None for text."""
    return _OTHERS.get(content_of(data, _is_no_column))


def _refuse_other_content(data: bytes, path: Path) -> None:
    if what := other_content(data):
        msg = f"{path}:1:1 is {what}, not CSV; name the file by what it is, or save it as CSV"
        raise TableError(msg)


def _is_no_column(_: str) -> bool:
    return False


def without_padding(header: Sequence[str | None], rows: Iterable[Sequence[str | None]]) -> list[str]:
    """Give the names of a header without those at its end that are empty and have nothing below: spreadsheets pad."""
    names = [name or "" for name in header]
    width = max((at for row in rows for at, cell in enumerate(row, start=1) if cell), default=0)
    while len(names) > width and not names[-1].strip():
        names.pop()
    return names


def _decoded(data: bytes, path: Path) -> tuple[str, _Style]:
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 (byte {error.start}); save the table as UTF-8"
        raise TableError(msg) from error
    text, separator, lead = without_lead(text)
    begin = _QUOTED.sub("", text.lstrip("\r\n")[:100_000] if lead else text[:100_000])
    line_end = _BREAKS.search(begin)
    separator = separator or max(_SEPARATORS, key=_BREAKS.split(begin, maxsplit=1)[0].count)
    return text, _Style(separator, line_end[0] if line_end else "\n", encoding, lead)


def without_lead(text: str) -> tuple[str, str, str]:
    """Take off a line such as ``sep=;`` but for its end, so that lines count as in the file; give its separator and it."""
    lead = _LEAD.match(text)
    return (text[lead.end(1) :], lead[1], lead[0]) if lead else (text, "", "")


def _records(text: str, separator: str, path: str) -> Iterator[tuple[int, list[str | None]]]:
    """Give each record with the line on which it begins: a quoted field may run over several. Empty lines are none."""
    sep = re.escape(separator)
    field = re.compile(  # some put a blank behind each separator, quotes or not
        rf'(?: *("[^"]*(?:""[^"]*)*") *|([^"{sep}\r\n][^{sep}\r\n]*)?)({sep}|\r\n|\n|\r|\Z)'
    )
    at, line, begun, record = 0, 1, 1, list[str | None]()
    while at < len(text):
        match = field.match(text, at)
        if match is None:
            msg = f"{path}:{begun}:{len(record) + 1} not CSV ({_fault(text, at)}); quote fields that hold a separator"
            raise TableError(msg)
        quoted, bare, end = match.groups()
        record.append(quoted[1:-1].replace('""', '"') if quoted else bare)
        line += len(_BREAKS.findall(quoted)) if quoted and ("\n" in quoted or "\r" in quoted) else 0
        at = match.end()
        if end == separator:
            if at == len(text):
                record.append(None)
            else:
                continue
        line += 1
        if record != [None]:
            yield begun, record
        begun, record = line, []


def _fault(text: str, at: int) -> str:
    closed = _QUOTED.match(text, at)
    return "words behind a closing quotation mark" if closed else "a quotation mark is never closed"


def _names(header: list[str], where: str) -> list[str]:
    seen: set[str] = set()
    for position, name in enumerate(header, start=1):
        if not name.strip():
            msg = f"{where}:{position} a column without a name; the first line names the columns"
            raise TableError(msg)
        if column_name(name) in seen:
            msg = f"{where}:{position} the column {column_name(name)} is there twice; keep one"
            raise TableError(msg)
        seen.add(column_name(name))
    if not header:
        msg = f"{where.rpartition(':')[0]}: empty; a table begins with a line that names its columns"
        raise TableError(msg)
    return header


def _add_row(sheet: Sheet, line: int, fields: list[str | None]) -> None:
    count = len(sheet.names)
    while len(fields) > count and not fields[-1]:  # spreadsheets pad rows
        fields.pop()
    if len(fields) > count:
        fault = f"{sheet.path}:{line}:{count + 1} more fields than the header has columns ({count}); quote commas"
        sheet.faults.append(fault)
    sheet.rows.append(Row(dict(zip(sheet.names, fields, strict=False)), line))


# --- writing


def _writer(separator: str) -> Callable[[str | None], str]:
    """Give what writes a field: quoted where it needs it. A lone carriage return does; so does an empty text."""
    needs = re.compile(rf'[{re.escape(separator)}"\r\n]|^\s|\s$|\A\Z')

    def write(field: str | None) -> str:
        if field is None:
            return ""
        return '"' + field.replace('"', '""') + '"' if needs.search(field) else field

    return write
