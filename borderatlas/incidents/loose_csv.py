"""CSV as people save it: in the encodings of Korea and China too, and read on past a fault, which is told and not raised.

`csv_tables` reads the project's own tables strictly; this is for those of others, and for `check`, which wants every
fault of a file in one run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.errors import ReportError
from borderatlas.incidents.columns import column_name
from borderatlas.incidents.csv_tables import other_content, without_lead, without_padding
from borderatlas.incidents.foreign_columns import header_below, meaning_of
from borderatlas.incidents.sheets import Row, Sheet
from borderatlas.reports.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SEPARATORS = ",;\t|"
_LEGACY = ("cp949", "gb18030", "big5", "cp1252")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BREAK = re.compile(r"\r\n|\n|\r")


def read_loosely(path: Path, on_error: Callable[[str], None], on_note: Callable[[str], None]) -> Sheet:
    """Read a CSV file as far as it can be read.

    Parameters
    ----------
    path : Path
        Parted by commas, semicolons, tabs or bars; UTF-8, UTF-16 with its mark, CP949, GB18030, Big5 or Windows-1252.
    on_error, on_note : callable
        Called with ``file:line:column message`` for each fault, and for what is worth knowing.

    Returns
    -------
    Sheet
        Rows with a fault of their own are left out; without names when there is no header.

    Raises
    ------
    OSError
        When the file cannot be opened.
    """
    data = path.read_bytes()
    if (what := other_content(data)) is not None:
        on_error(f"{path}:1:1 is {what}, not CSV; name the file by what it is, or save it as CSV")
        return Sheet([], [], str(path))
    text = _without_nul(_text(data, path, on_error, on_note), path, on_error)
    text, separator, _ = without_lead(text)
    opened: list[int] = []
    records = _records(text, separator or separator_of(text), path, on_error, opened)
    line, header = next(records, (1, []))
    if not any((cell or "").strip() for cell in header):
        on_error(f"{path}:{line}:1 empty; a table begins with a line that names its columns")
        return Sheet([], [], str(path))
    below = list(records)
    if below_at := header_below(header, below):
        on_error(
            f"{path}:{line}:1 the names of the columns seem to stand in line {below_at}; delete what is above them"
        )
        return Sheet([], [], str(path))
    names = _names(without_padding(header, (cells for _, cells in below)), f"{path}:{line}", on_error)
    below = _fitting(below, names, path, on_error, opened)
    rows = [row for at, cells in below if (row := _row(at, cells, names, path, on_error))]
    return Sheet(names, rows, str(path))


def separator_of(text: str) -> str:
    """Give what parts the cells: of those in the header, outside quotes, the most frequent."""
    header = re.sub(r'"[^"]*"', "", _BREAK.split(text.lstrip("\r\n"), maxsplit=1)[0])
    return max(_SEPARATORS, key=header.count)


def _text(data: bytes, path: Path, on_error: Callable[[str], None], on_note: Callable[[str], None]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, line, column = (
            error.start,
            data.count(b"\n", 0, error.start) + 1,
            error.start - data.rfind(b"\n", 0, error.start),
        )
    legacy = encoding_of(data, str(path))
    if legacy is None:
        on_error(
            f"{path}:{line}:{column} not UTF-8 (byte {at}), nor CP949, GB18030, Big5 or Windows-1252; save it as UTF-8"
        )
        return data.decode("utf-8", "replace")
    on_note(f"{path}:{line}:{column} not UTF-8: read as {legacy}; save it as UTF-8, so that everybody reads it alike")
    return data.decode(legacy)


def encoding_of(data: bytes, name: str) -> str | None:
    """Give the legacy encoding of a table: that in which most headers are known words, else the one its text looks like."""
    best, score = None, 0
    for encoding in _LEGACY[:-1]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        header = _BREAK.split(text, maxsplit=1)[0].split(separator_of(text))
        known = sum(not name.isascii() and meaning_of(name.strip('"')) is not None for name in header)
        if known > score:
            best, score = encoding, known
    return best or _by_its_looks(data, name)


def _by_its_looks(data: bytes, name: str) -> str | None:
    try:
        return decode(data, name)[1]
    except ReportError:
        pass
    for encoding in _LEGACY[:2]:  # too few words for the look of a language: its own characters decide
        text = data.decode(encoding, "replace")
        beyond = [character for character in text if not character.isascii()]
        own = sum(
            "가" <= character <= "힣" if encoding == "cp949" else "一" <= character <= "鿿" for character in beyond
        )
        if beyond and "\ufffd" not in text and own >= 0.9 * len(beyond):
            return encoding
    return None


def _without_nul(text: str, path: Path, on_error: Callable[[str], None]) -> str:
    at = text.find("\0")
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        count = text.count("\0")
        if 5 * count > len(text):  # every other byte of Latin text in UTF-16, three of four in UTF-32
            on_error(
                f"{path}:{line}:{column} holds NUL bytes: UTF-16 without its mark, or UTF-32; save the table as UTF-8"
            )
            return ""
        on_error(
            f"{path}:{line}:{column} holds a NUL byte ({count} in all), which no text has; save the table again as UTF-8 text"
        )
    return text.replace("\0", "")


def _records(
    text: str, separator: str, path: Path, on_error: Callable[[str], None], opened: list[int]
) -> Iterator[tuple[int, list[str | None]]]:
    """Give each record with its line. A broken one is told of, and reading goes on in the next line."""
    field = re.compile(rf'(?: *"((?:[^"]|"")*+)" *|([^"{re.escape(separator)}\r\n][^{re.escape(separator)}\r\n]*+)?)'
                       rf'({re.escape(separator)}|\r\n|\n|\r|\Z)')  # fmt: skip
    at, line, begun, record = 0, 1, 1, list[str | None]()
    while at < len(text):
        match = field.match(text, at)
        if match is None:
            closed = re.match(r'"(?:[^"]|"")*+"', text[at:])
            opened += [] if closed else [line]
            what = "words behind a closing quotation mark" if closed else "a quotation mark is never closed"
            on_error(f"{path}:{line}:{at - max(text.rfind(chr(10), 0, at), text.rfind(chr(13), 0, at))} not CSV ({what}); "
                     "quote whole cells, and double the quotation marks inside")  # fmt: skip
            after = _BREAK.search(text, at)
            at, line, record = (after.end(), line + 1, []) if after else (len(text), line, [])
            begun = line
            continue
        quoted, bare, end = match.groups()
        record.append(quoted.replace('""', '"') if quoted is not None else bare)
        line += len(_BREAK.findall(quoted)) if quoted else 0
        at = match.end()
        if end == separator and at < len(text):
            continue
        if end == separator:
            record.append(None)
        if record != [None]:
            yield begun, record
        line += 1
        begun, record = line, []


def _fitting(
    records: list[tuple[int, list[str | None]]], names: list[str], path: Path, on_error: Callable[[str], None],
    opened: list[int],
) -> list[tuple[int, list[str | None]]]:  # fmt: skip
    """Leave out what stands behind a quotation mark that is never closed and is no row: lines of a text, it may be a million."""
    if not opened:
        return records
    kept = [(line, cells) for line, cells in records if line <= opened[0] or len(cells) == len(names)]
    if lost := len(records) - len(kept):
        on_error(
            f"{path}:{opened[0]}:1 {lost} lines behind the open quotation mark do not hold {len(names)} cells and are not read; close it"
        )
    return kept


def _names(header: list[str], where: str, on_error: Callable[[str], None]) -> list[str]:
    """Give every column a name of its own; one without a name, or with another's, is told of."""
    names: list[str] = []
    for position, name in enumerate(header, start=1):
        known = [column_name(other) for other in names]
        if not name.strip():
            on_error(f"{where}:{position} a column without a name; the first line names the columns")
        elif column_name(name) in known:
            first = known.index(column_name(name)) + 1
            on_error(
                f"{where}:{position} the column {name.strip()} is there twice (as column {first} too); keep one, or rename it"
            )
        free = name if name.strip() and column_name(name) not in known else f"{name.strip() or 'column'} ({position})"
        names.append(free)
    return names


def _row(
    line: int, cells: list[str | None], names: list[str], path: Path, on_error: Callable[[str], None]
) -> Row | None:
    while len(cells) > len(names) and not cells[-1]:  # spreadsheets pad rows
        cells.pop()
    if len(cells) > len(names):
        on_error(
            f"{path}:{line}:{len(names) + 1} {len(cells)} cells under {len(names)} columns; quote a cell that holds the separator"
        )
        return None
    if len(cells) < len(names):
        on_error(
            f"{path}:{line}:{len(cells) + 1} {len(cells)} cells under {len(names)} columns; write every separator, or drop the line"
        )
    return Row(dict(zip(names, cells, strict=False)), line)


def has_header(names: list[str]) -> bool:
    """Tell whether the first line names columns: not when it holds numbers or dates, as a row does."""
    return not any(_is_value(name) for name in names)


def _is_value(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:[-+]?\d+[.,]\d+|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})\s*", text))
