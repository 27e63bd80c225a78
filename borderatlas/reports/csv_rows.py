"""The rows of a corpus that is a CSV file, in any encoding; a row that cannot be read is told, the others are read."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.reports.encoding import decode
from borderatlas.reports.text_columns import Row, choose_text, keys_of

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_DELIMITERS = ",;\t"
_SAMPLE = 200_000
_FEW_NULS = 8
_SURROGATE = re.compile("[\ud800-\udfff]")


def csv_rows(path: Path, text_column: str | None) -> Iterator[Row]:
    """Read the rows of a CSV corpus, one by one, as `borderatlas.reports.columns.read_rows` says."""
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_report_bytes))
    file, _ = open_csv(path)
    with file:
        start = file.readline()
        file.seek(0)
        feed = _Feed(file)
        lines = csv.reader(feed, delimiter=delimiter_of(start), strict=True)
        names = _header(lines, path)
        text_at = choose_text(names, text_column, path)
        keys = keys_of(names, text_at)
        yield from _numbered_rows(lines, keys, feed)


def open_csv(path: Path) -> tuple[io.TextIOWrapper, str]:
    """Open a CSV file in the encoding that its beginning is in; bytes that break it become surrogates, row by row."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample if len(sample) == _SAMPLE else sample
    if whole_lines.count(b"\0") * _FEW_NULS < len(whole_lines):  # a damaged row has some; half of UTF-16 is NULs
        whole_lines = whole_lines.replace(b"\0", b"")
    _, encoding = decode(whole_lines, str(path)) if not _is_utf8(whole_lines) else ("", "utf-8")
    name = "utf-8-sig" if encoding == "utf-8" else encoding
    return path.open(encoding=name, errors="surrogateescape", newline=""), encoding


def _is_utf8(data: bytes) -> bool:
    """Tell whether most of a sample is UTF-8: one broken row does not make a corpus another encoding's."""
    broken = data.decode("utf-8", "surrogateescape")
    beyond = sum(not character.isascii() for character in broken)
    return b"\0" not in data and 2 * len(_SURROGATE.findall(broken)) <= beyond


def delimiter_of(header: str) -> str:
    """Give what parts the columns of a header: a comma, a semicolon or a tab."""
    return max(_DELIMITERS, key=header.count)


class _Feed:
    """Lines for the CSV reader. Of a row that is larger than a record may be, only what may end it is passed on.

    So the reader finds the row's end without holding it, and whoever takes the row still sees that it is too large.
    """

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._file = file
        self.size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self.size += len(line)
        is_inside = self.size - len(line) > settings.max_record_bytes
        return "\n" if is_inside and '"' not in line else line


def _header(lines: Iterator[list[str]], path: Path) -> list[str]:
    try:
        names = next(lines, [])
    except csv.Error as error:
        msg = f"{path}:1 no CSV header ({error}); the first line names the columns"
        raise ReportError(msg) from error
    if not any(name.strip() for name in names):
        msg = f"{path}: empty; a corpus has a header and one report a row"
        raise ReportError(msg)
    return names


def _numbered_rows(lines: Any, keys: Sequence[str], feed: _Feed) -> Iterator[Row]:
    lost = False
    while True:
        feed.size = 0
        number = lines.line_num + 1
        try:
            values = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, {}, f"not CSV ({error}); a quoted field ends with a quote, quotes inside are doubled")
            lost = True
            continue
        lost = lost and len(values) != len(keys)
        if values and not lost:  # the rest of a row that could not be read is no rows of its own
            yield _csv_row(number, values, keys)


def _csv_row(number: int, values: list[str], keys: Sequence[str]) -> Row:
    if len(values) != len(keys):
        return Row(
            number, {}, f"{len(values)} fields under {len(keys)} columns; quote a field that holds the delimiter"
        )
    if any(_SURROGATE.search(value) for value in values):
        return Row(number, {}, "bytes that are no text in the file's encoding; save the file as UTF-8")
    return Row(number, {key: value or None for key, value in zip(keys, values, strict=True)})
