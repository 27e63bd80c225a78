"""Corpora with columns: CSV and Parquet files that hold one report a row, its text in a column.

Rows come out as plain records under the names of the JSON-lines form, one by one: no file is held as a whole. What is
wrong with a row is given in the place of the row, so that the others are still read.
"""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas.errors import ReportError
from borderatlas.reports.csv_rows import csv_rows, delimiter_of, open_csv
from borderatlas.reports.parquet_rows import open_parquet, parquet_rows
from borderatlas.reports.text_columns import TEXT_COLUMNS, Row, plain_name

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

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
        names = {plain_name(name) for name in _column_names(source)}
    except ReportError:
        return source.suffix.lower() == ".parquet"
    except OSError:
        return False
    if text_column is not None and plain_name(text_column) in names:
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
    reader = parquet_rows if path.suffix.lower() == ".parquet" else csv_rows
    yield from reader(path, text_column)


def _column_names(path: Path) -> Sequence[str]:
    if path.suffix.lower() == ".parquet":
        names: list[str] = open_parquet(path).schema_arrow.names
        return names
    with open_csv(path)[0] as file:
        header = file.readline()
    return next(csv.reader([header], delimiter=delimiter_of(header)), [])
