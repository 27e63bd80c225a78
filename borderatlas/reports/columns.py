"""Corpora with columns: CSV and Parquet files that hold one report a row, its text in a column.

Rows come out as plain records under the names of the JSON-lines form, one by one: no file is held as a whole. What is
wrong with a row is given in the place of the row, so that the others are still read.
"""

from __future__ import annotations

import csv
import re
import threading
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.reports.encoding import decode

if TYPE_CHECKING:
    import io
    import os
    from collections.abc import Iterator, Sequence

TEXT_COLUMNS = (
    "text", "body", "content", "full_text", "fulltext", "article", "article_text", "story", "본문", "내용", "기사",
    "正文", "内容", "全文",
)  # fmt: skip
"""Names by which a text column is known, the likeliest first; case does not count."""

TABLE_COLUMNS = frozenset({
    "latitude", "longitude", "lat", "lon", "place_name", "place_id", "name_verbatim", "geometry",
})  # fmt: skip
"""What only a table of incidents or of placements has: its text column, if any, holds quotes or names."""

# Where a report is from, or where an incident was: what stands in the text column beside it tells which of the two.
_PLACE_COLUMNS = frozenset({
    "place", "location", "locality", "where", "site", "장소", "지명", "발생 장소", "발생지", "위치", "地点", "地點", "地名", "位置", "场所",
    "場所",
})  # fmt: skip
_A_TEXT = 200  # characters on average: what is shorter is a note about an incident
_SAMPLE_ROWS = 50
_SUFFIXES = frozenset({".csv", ".parquet"})
_DELIMITERS = ",;\t"
_SAMPLE = 200_000
_FEW_NULS = 8
_BATCH = 256
_READ = 1 << 18
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a corpus: its fields, or what is wrong with it.

    Attributes
    ----------
    number : int
        The line of a CSV file on which the row begins, or the row of a Parquet file; both from 1.
    fields : dict
        Column name (stripped, lower case) → value; the text under ``text``.
    problem : str or None
        Why the row cannot be read.
    """

    number: int
    fields: dict[str, Any]
    problem: str | None = None


def is_corpus(path: str | os.PathLike[str], text_column: str | None = None) -> bool:
    """Tell whether a file of columns holds reports: a column of texts, and none that places an incident.

    Beside a column of places (where a report is from, or where an incident was) the texts must be as long as reports.

    Parameters
    ----------
    path : path
        Any file; one that is neither ``.csv`` nor ``.parquet``, is missing or cannot be read is no corpus.
    text_column : str, optional
        The column that a user has named for the texts: a file that has it is a corpus.

    Returns
    -------
    bool
        True too for a Parquet file when pyarrow is not installed: reading it then says what to install.
    """
    source = Path(path)
    if source.suffix.lower() not in _SUFFIXES or not source.is_file():
        return False
    try:
        names = {_plain(name) for name in _column_names(source)}
    except ReportError:
        return source.suffix.lower() == ".parquet"
    except OSError:
        return False
    if text_column is not None and _plain(text_column) in names:
        return True
    if names.isdisjoint(TEXT_COLUMNS) or not names.isdisjoint(TABLE_COLUMNS):
        return False
    return names.isdisjoint(_PLACE_COLUMNS) or _has_long_texts(source)


def _has_long_texts(path: Path) -> bool:
    """Tell from the first rows whether a file's texts are reports, or notes of a line about incidents."""
    try:
        rows = [row.fields.get("text") for row in islice(read_rows(path), _SAMPLE_ROWS)]
    except (ReportError, OSError):
        return False
    lengths = [len(text) for text in rows if isinstance(text, str)]
    return not lengths or sum(lengths) >= _A_TEXT * len(lengths)


def read_rows(path: Path, text_column: str | None = None) -> Iterator[Row]:
    """Read the rows of a CSV or Parquet corpus, one by one.

    Parameters
    ----------
    path : Path
        ``.csv`` (any encoding that `decode` knows; parted by commas, semicolons or tabs; with a header) or
        ``.parquet`` (needs the extra ``borderatlas[parquet]``).
    text_column : str, optional
        The column that holds the texts; by default it is found by name among `TEXT_COLUMNS`.

    Raises
    ------
    ReportError
        When the file is no CSV or Parquet, has no such column, or pyarrow is missing.
    OSError
        When the file cannot be opened.
    """
    reader = _parquet_rows if path.suffix.lower() == ".parquet" else _csv_rows
    yield from reader(path, text_column)


def _plain(name: object) -> str:
    return str(name).strip("\ufeff \t").lower()


def _column_names(path: Path) -> Sequence[str]:
    if path.suffix.lower() == ".parquet":
        names: list[str] = open_parquet(path).schema_arrow.names
        return names
    with _open_csv(path)[0] as file:
        header = file.readline()
    return next(csv.reader([header], delimiter=_delimiter(header)), [])


def _choose_text(names: Sequence[str], wanted: str | None, path: Path) -> int:
    """Give the number of the text column, from 0."""
    plain = [_plain(name) for name in names]
    for name in [_plain(wanted)] if wanted else TEXT_COLUMNS:
        if name in plain:
            return plain.index(name)
    there = ", ".join(names)[:200] or "none"
    if wanted:
        msg = f"{path}:1 no column {wanted!r}; the columns are {there}"
    else:
        msg = f"{path}:1 no text column among {there}; name it with --text-column, or call it text, body or content"
    raise ReportError(msg)


# --- CSV


def _open_csv(path: Path) -> tuple[io.TextIOWrapper, str]:
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


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _csv_rows(path: Path, text_column: str | None) -> Iterator[Row]:
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_report_bytes))
    file, _ = _open_csv(path)
    with file:
        start = file.readline()
        file.seek(0)
        feed = _Feed(file)
        lines = csv.reader(feed, delimiter=_delimiter(start), strict=True)
        names = _header(lines, path)
        text_at = _choose_text(names, text_column, path)
        keys = _keys(names, text_at)
        yield from _numbered_rows(lines, keys, feed)


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


def _keys(names: Sequence[str], text_at: int) -> list[str]:
    """Give each column its key in a record: the text's is ``text``, whatever the column is called."""
    return ["text" if i == text_at else f"_{n}" if (n := _plain(name)) == "text" else n for i, name in enumerate(names)]


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


# --- Parquet


def open_parquet(path: Path) -> Any:
    """Open a Parquet file as a ``pyarrow.parquet.ParquetFile``.

    Raises
    ------
    ReportError
        When it is none, or pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        msg = f"{path}: reading Parquet needs pyarrow; install it with: pip install 'borderatlas[parquet]'"
        raise ReportError(msg) from error
    try:
        # Neither mapped nor read ahead: both would hold much of a large file in memory.
        return parquet.ParquetFile(path, memory_map=False, pre_buffer=False, buffer_size=_READ)
    except pa.ArrowInvalid as error:
        msg = f"{path}: no Parquet file ({_first_line(error)}); a corpus is Parquet, CSV or JSON lines"
        raise ReportError(msg) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")[:160]


def _parquet_rows(path: Path, text_column: str | None) -> Iterator[Row]:
    with open_parquet(path) as file:
        wanted = wanted_columns(file, path, text_column)
        batches = file.iter_batches(_BATCH, columns=list(wanted), use_threads=False)
        yield from _rows_of(batches, path, wanted, 1)


def read_group(
    path: Path, group: int, first: int, count: int, *, number: int, text_column: str | None = None
) -> Iterator[Row]:
    """Read some rows of one row group of a Parquet corpus, under the names of the JSON-lines form.

    Parameters
    ----------
    path : Path
    group : int
        Number of the row group, from 0.
    first, count : int
        The first row within it, from 0, and how many.
    number : int
        What the first of these rows is called: its number in the file, from 1.
    text_column : str, optional
        As for `read_rows`.

    Raises
    ------
    ReportError
        When the file is broken, has no such column, or pyarrow is missing.
    """
    place = _place_in(path, group, first, text_column)
    is_to_go_on = False
    try:
        yield from _rows_of(place.take(first, count), path, place.wanted, number)
        is_to_go_on = place.row < place.rows
    finally:
        if not is_to_go_on:
            _leave()


class _Place:
    """How far a row group has been read.

    Its rows cannot be jumped to: who began at its head for each portion of a million rows would unpack it hundreds of
    times.
    """

    def __init__(self, path: Path, group: int, text_column: str | None) -> None:
        self.file = open_parquet(path)
        self.wanted = wanted_columns(self.file, path, text_column)
        self.rows: int = self.file.metadata.row_group(group).num_rows
        self.row = 0
        self._batches = self.file.iter_batches(_BATCH, [group], list(self.wanted), use_threads=False)
        self._rest: Any = None

    def take(self, first: int, count: int) -> Iterator[Any]:
        """Give the batches between two rows, those at the ends cut."""
        stop = first + count
        while self.row < stop and (batch := self._rest or next(self._batches, None)) is not None:
            low, high = max(first - self.row, 0), min(stop - self.row, batch.num_rows)
            self._rest = batch.slice(high) if high < batch.num_rows else None
            self.row += high
            if low < high:
                yield batch.slice(low, high - low)


_HELD = threading.local()
"""The place in the row group that this thread read last: the next portion mostly goes on there."""


def _place_in(path: Path, group: int, first: int, text_column: str | None) -> _Place:
    stat = path.stat()
    key = (path, stat.st_ino, stat.st_size, stat.st_mtime_ns, group, text_column)
    place: _Place | None = getattr(_HELD, "place", None)
    if place is None or key != _HELD.key or place.row > first:
        _leave()
        place = _HELD.place = _Place(path, group, text_column)
        _HELD.key = key
    return place


def _leave() -> None:
    place: _Place | None = getattr(_HELD, "place", None)
    if place is not None:
        _HELD.place = None
        place.file.close()


def wanted_columns(file: Any, path: Path, text_column: str | None) -> dict[str, str]:
    """Give the columns of a Parquet file to read, each with its key in a record.

    Raises
    ------
    ReportError
        When none holds texts.
    """
    names: list[str] = file.schema_arrow.names
    text_at = _choose_text(names, text_column, path)
    _refuse_other_than_text(file.schema_arrow.field(text_at), path)
    return {names[i]: key for i, key in enumerate(_keys(names, text_at)) if key in _RECORD}


def _plain_record(record: dict[str, Any], wanted: dict[str, str]) -> dict[str, Any]:
    return {key: _value(record[name]) for name, key in wanted.items()}


_RECORD = frozenset({"id", "text", "title", "publisher", "published", "url", "language"})


def _refuse_other_than_text(field: Any, path: Path) -> None:
    if "string" not in str(field.type):
        msg = f"{path}: column {field.name!r} holds {field.type}, not text; name another with --text-column"
        raise ReportError(msg)


def _rows_of(batches: Iterator[Any], path: Path, wanted: dict[str, str], number: int) -> Iterator[Row]:
    try:
        for batch in batches:
            yield from _batch_rows(batch, wanted, number)
            number += batch.num_rows
    except (OSError, ValueError) as error:  # pyarrow's ArrowInvalid is a ValueError
        msg = f"{path}:{number} a broken Parquet file ({_first_line(error)}); what came before was read"
        raise ReportError(msg) from error


def _batch_rows(batch: Any, wanted: dict[str, str], number: int) -> Iterator[Row]:
    """Give the rows of a batch; where one is no text, each is looked at by itself, so that the others are read."""
    try:
        records = batch.to_pylist()
    except UnicodeDecodeError:
        if batch.num_rows > 1:
            for at in range(batch.num_rows):
                yield from _batch_rows(batch.slice(at, 1), wanted, number + at)
            return
        yield Row(number, {}, "bytes that are no UTF-8; text in Parquet is UTF-8")
        return
    for at, record in enumerate(records, number):
        yield Row(at, _plain_record(record, wanted))


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
