"""The rows of a corpus that is a Parquet file, and of a part of it; only the columns of a report are read."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING, Any

from borderatlas.errors import ReportError
from borderatlas.reports.text_columns import Row, choose_text, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BATCH = 256
_READ = 1 << 18
_RECORD = frozenset({"id", "text", "title", "publisher", "published", "url", "language"})


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


def parquet_rows(path: Path, text_column: str | None) -> Iterator[Row]:
    """Read the rows of a Parquet corpus, one by one, as `borderatlas.reports.columns.read_rows` says."""
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
    text_at = choose_text(names, text_column, path)
    _refuse_other_than_text(file.schema_arrow.field(text_at), path)
    return {names[i]: key for i, key in enumerate(keys_of(names, text_at)) if key in _RECORD}


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


def _plain_record(record: dict[str, Any], wanted: dict[str, str]) -> dict[str, Any]:
    return {key: _value(record[name]) for name, key in wanted.items()}


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
