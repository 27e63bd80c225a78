"""One report of a corpus: a line of JSON, or a row of a table."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.models import Report, Section
from borderatlas.reports.fields import language_of, published_date
from borderatlas.reports.text_columns import TEXT_COLUMNS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderatlas.reports.listener import Listener

_OF_A_MENTION = frozenset({"report", "start", "end", "text", "place_id", "precision", "rule"})
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_line(line: bytes, path: Path, number: int, listener: Listener) -> Iterator[Report]:
    """Read the report of one JSON line; `number` is its line in the file, from 1."""
    try:
        record = _parse_line(line, path, number)
        _refuse_mention(record, f"{path}:{number}:1")
        record["text"] = record.get(listener.text_column or _text_key(record))
        report = _report_of_record(record, path, f"{number}:1", listener)
    except ReportError as error:
        listener.lost(str(error))
        return
    listener.note_language(report)
    yield report


def _refuse_mention(record: dict[str, Any], at: str) -> None:
    """Refuse what ``geocode`` has printed: its text is a name, not a report."""
    if record.keys() >= _OF_A_MENTION:
        msg = f"{at} a mention, as geocode prints it, no report; name the reports themselves"
        raise ReportError(msg)


def _text_key(record: dict[str, Any]) -> str:
    return next((name for name in TEXT_COLUMNS if isinstance(record.get(name), str)), "text")


def _parse_line(line: bytes, path: Path, number: int) -> dict[str, Any]:
    at = f"{path}:{number}"
    if len(line) > settings.max_report_bytes:
        msg = f"{at}:1 a line of more than {settings.max_report_bytes:,} bytes; one report a line"
        raise ReportError(msg)
    try:
        record = json.loads(line.rstrip(b"\r\n").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"{at}:{error.start + 1} not UTF-8; JSON lines are UTF-8"
        raise ReportError(msg) from error
    except json.JSONDecodeError as error:
        msg = f"{at}:{error.colno} not JSON ({error.msg}); one JSON object a line"
        raise ReportError(msg) from error
    except RecursionError as error:
        msg = f"{at}:1 nested too deeply; a report is a flat JSON object"
        raise ReportError(msg) from error
    if not isinstance(record, dict):
        msg = f"{at}:1 a JSON {type(record).__name__}; a report is an object with at least a text"
        raise ReportError(msg)
    return record


def read_record(row: Row, path: Path, listener: Listener) -> Iterator[Report]:
    """Read the report of one row of a corpus."""
    try:
        if row.problem is not None:
            msg = f"{path}:{row.number} {row.problem}"
            raise ReportError(msg)  # noqa: TRY301 - one place tells of a lost row, whatever lost it
        report = _report_of_record(row.fields, path, str(row.number), listener)
    except ReportError as error:
        listener.lost(str(error))
        return
    listener.note_language(report)
    yield report


def _report_of_record(record: dict[str, Any], path: Path, at: str, listener: Listener) -> Report:
    """Make a report of a record of a corpus; `at` is its line, with the column where there is one."""
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        msg = f"{path}:{at} no text; a report has a text that is a string and not empty"
        raise ReportError(msg)
    if "\0" in text:
        msg = f"{path}:{at} the text holds NUL characters: it is damaged, or no text"
        raise ReportError(msg)
    if not text.isascii() and _SURROGATE.search(text):
        msg = f"{path}:{at} the text holds half a character (a lone surrogate); write it as UTF-8"
        raise ReportError(msg)
    published = _field(record, "published")
    return Report(
        id=_field(record, "id") or f"{path.stem}-{at.partition(':')[0]}",
        text=text,
        sections=(Section("body", 0, len(text)),),
        title=_field(record, "title"),
        publisher=_field(record, "publisher"),
        published=published_date(published, f"{path}:{at}", listener),
        url=_field(record, "url"),
        language=language_of(_field(record, "language"), text),
        path=str(path),
        encoding="utf-8",
    )


def _field(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return _SURROGATE.sub("\ufffd", str(value)).strip() or None
