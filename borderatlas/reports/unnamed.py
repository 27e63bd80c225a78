"""What a stream without a name holds: a report's text, a web page, a corpus, a table. Judged by its first bytes.

A table read as prose would give placements of nonsense without a word of warning; so what comes by standard input, or
under a suffix that promises text, is looked at first.
"""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Literal

from borderatlas.errors import ReportError
from borderatlas.reports.columns import TABLE_COLUMNS
from borderatlas.reports.encoding import decode
from borderatlas.reports.text_columns import TEXT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

Content = Literal[
    "text", "page", "JSON lines", "GeoJSON", "JSON", "CSV", "tabs", "Parquet", "Excel", "GeoPackage", "PDF", "Word", "old Excel",
]  # fmt: skip

SUFFIX_OF: dict[Content, str] = {
    "text": ".md", "page": ".html", "JSON lines": ".jsonl", "GeoJSON": ".geojson", "JSON": ".json", "CSV": ".csv",
    "tabs": ".tsv", "Parquet": ".parquet", "Excel": ".xlsx", "GeoPackage": ".gpkg", "PDF": ".pdf", "Word": ".docx",
    "old Excel": ".xls",
}  # fmt: skip
"""The suffix under which a file of such content is known."""

_MAGIC: tuple[tuple[bytes, Content], ...] = (
    (b"PAR1", "Parquet"), (b"SQLite format 3\0", "GeoPackage"), (b"%PDF-", "PDF"), (b"\xd0\xcf\x11\xe0", "old Excel"),
)  # fmt: skip
_SAMPLE = 65_536
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL
)
_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')
_LIST = re.compile(r"\s*\[\s*[\[{]")
_GEO = re.compile(r'"type"\s*:\s*"(?:FeatureCollection|Feature)"|"features"\s*:\s*\[')
_SENTENCE_END = re.compile(r"[.!?。！？…:：]\s*\Z")
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,:/ -]*\Z")
_SEPARATORS = ",;\t|"
_LONGEST_NAME = 48  # characters: a column's name; what is longer is a clause
_WORDS_IN_NAME = 6
_LEAST = 3  # columns, where no name is one that is known
_MOST_ROWS = 20
_ALIKE = 0.8  # share of rows as wide as the header

_REPORT_FIELDS = frozenset({"id", "title", "publisher", "published", "url", "language", "date", "source", "link"})


def content_of(data: bytes, is_column: Callable[[str], bool] | None = None) -> Content:
    """Tell what bytes without a name are.

    Parameters
    ----------
    data : bytes
        All of them, or their beginning.
    is_column : callable, optional
        Tells whether a word is a known name of a column; by default those of corpora and the plainest of tables.
    """
    for magic, content in _MAGIC:
        if data.startswith(magic):
            return content
    if data.startswith(b"PK\x03\x04"):
        return "Word" if b"word/" in data[:_SAMPLE] else "Excel"
    return content_of_text(_text(data[:_SAMPLE]), is_column)


def content_of_text(text: str, is_column: Callable[[str], bool] | None = None) -> Content:
    """Tell what a text is, or its beginning; `is_column` as for `content_of`."""
    begins = text[:_SAMPLE].lstrip("\ufeff")
    if _PAGE.match(begins):
        return "page"
    return _of_json(begins) or _of_columns(begins, is_column or _is_plain_column) or "text"


def _text(sample: bytes) -> str:
    whole = sample[: sample.rfind(b"\n") + 1] or sample if len(sample) == _SAMPLE else sample
    try:
        return decode(whole, "-")[0].lstrip("\ufeff")
    except ReportError:
        return whole.decode("utf-8", "replace")


def _of_json(text: str) -> Content | None:
    """Tell JSON lines, GeoJSON and other JSON from a text that begins with a bracket."""
    if _LIST.match(text):
        return "JSON"
    if not _OBJECT.match(text):
        return None
    if _GEO.search(text):
        return "GeoJSON"
    first = text.strip().partition("\n")[0]
    return "JSON lines" if _is_object(first) or not text.strip().startswith("{\n") else "JSON"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_plain_column(word: str) -> bool:
    plain = word.strip('\ufeff \t"').casefold()
    return plain in TABLE_COLUMNS or plain in TEXT_COLUMNS or plain in _REPORT_FIELDS


def _of_columns(text: str, is_column: Callable[[str], bool]) -> Content | None:
    """Tell a table by its header: short names side by side, and rows below that are as wide."""
    header = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    separator = max(_SEPARATORS, key=re.sub(r'"[^"]*"', "", header).count)
    names = [name.strip() for name in _rows(header, separator, 1)[0]] if header.strip() else []
    if len(names) < 2 or not _could_be_names(names):  # noqa: PLR2004 - one column is a text
        return None
    rows = _rows(text.lstrip("\r\n"), separator, _MOST_ROWS + 1)[1:]
    known = sum(is_column(name) for name in names)
    alike = sum(len(row) == len(names) for row in rows) >= _ALIKE * len(rows)
    sure = known >= 2 or (known and (alike or len(rows) <= 1))  # noqa: PLR2004 - two known names side by side are no chance
    shaped = alike and len(rows) >= 2 and len(names) >= _LEAST and all(rows)  # noqa: PLR2004 - nor are two rows as wide
    return ("tabs" if separator == "\t" else "CSV") if sure or shaped else None


def _could_be_names(names: list[str]) -> bool:
    """Tell whether texts may name columns: short, of few words, no numbers, and the last no end of a sentence."""
    short = all(len(name) <= _LONGEST_NAME and len(name.split()) <= _WORDS_IN_NAME for name in names)
    return short and any(names) and not _SENTENCE_END.search(names[-1]) and not any(map(_NUMBER.match, names))


def _rows(text: str, separator: str, most: int) -> list[list[str]]:
    """Give the first records as a program for tables reads them; an empty line is an empty one."""
    found: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=separator, skipinitialspace=True):
            found.append(row)
            if len(found) == most:
                break
    except csv.Error:
        pass
    return found or [[]]
