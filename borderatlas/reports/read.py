"""Report files, folders and standard input to `Report` records: the front door of the room.

Text is decoded and otherwise left alone: line ends, front matter and a byte order mark of UTF-8 stay in `Report.text`,
so that offsets are those of the file. Web pages are the exception: their text is what was extracted.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.models import Report, Section
from borderatlas.reports.columns import TEXT_COLUMNS, Row, is_corpus, read_rows
from borderatlas.reports.encoding import decode, guess_language
from borderatlas.reports.frontmatter import FrontMatter, split_front_matter
from borderatlas.reports.written_dates import date_order, iso_date

Tell = Callable[[str], None]

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?\Z", re.DOTALL)
_HEADING = re.compile(r"^#{1,2}[ \t]+(.+?)[ \t#]*\r?$", re.MULTILINE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TITLE_LENGTH = 200
_KINDS: dict[str, str] = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".jsonl": "lines", ".ndjson": "lines",
    ".csv": "columns", ".parquet": "columns",
}  # fmt: skip
_RIGHT = "reports are .txt, .md, .html, .jsonl, .csv or .parquet files, or folders of them"
_LANGUAGES = frozenset({"en", "ko", "zh"})

__all__ = [
    "Listener",
    "by_path",
    "files_in",
    "is_corpus",
    "iter_reports",
    "read_bytes",
    "read_file",
    "read_line",
    "read_record",
    "read_reports",
    "read_texts",
]


@dataclass(frozen=True, slots=True)
class Listener:
    """Where problems and notes go; without anyone to tell, a problem that costs a report is raised."""

    on_problem: Tell | None
    on_note: Tell | None
    text_column: str | None = None
    told: set[tuple[str, str]] = field(default_factory=set)
    ids: dict[int, str] = field(default_factory=dict)  # by their hash: of a corpus of millions they would be long

    def lost(self, message: str) -> None:
        """Say that a report could not be read."""
        if self.on_problem is None:
            raise ReportError(message)
        self.on_problem(message)

    def flaw(self, message: str) -> None:
        """Say that something about a report could not be used, although it was read."""
        tell = self.on_problem or self.on_note
        if tell is not None:
            tell(message)

    def note(self, message: str) -> None:
        """Say what is worth knowing and is no problem."""
        if self.on_note is not None:
            self.on_note(message)

    def note_language(self, report: Report) -> None:
        """Say, once a file, that a language is not one whose particles, type words and roles are known."""
        language, path = report.language or "und", report.path or report.id
        if language.split("-")[0].lower() in _LANGUAGES or (path, language) in self.told:
            return
        self.told.add((path, language))
        self.note(f"{path}: unknown language ({language}); English, Korean and Chinese are read, searched all the same")

    def note_id(self, report: Report) -> None:
        """Say, once a pair of files, that two reports have one id: nothing tells their results apart."""
        here, key = sys.intern(report.path or "-"), hash(report.id)
        first = self.ids.get(key)
        if first is None:
            self.ids[key] = here
        elif (here, first) not in self.told:
            self.told.add((here, first))
            self.note(f"{here}: its id {report.id!r} is that of a report in {first} too; rename one to tell them apart")


def by_path(sources: Iterable[str]) -> list[str]:
    """Put sources in order of their paths, so that what is made of them is the same whatever order they are given in."""
    return sorted(sources, key=lambda source: Path(source).parts)


def read_reports(
    *sources: str | os.PathLike[str],
    on_problem: Tell | None = None,
    on_note: Tell | None = None,
    text_column: str | None = None,
) -> list[Report]:
    """Read reports from files, folders and standard input.

    Parameters
    ----------
    *sources : str or path
        Files (``.txt``, ``.md``, ``.html``, ``.jsonl``, ``.csv``, ``.parquet``), folders (read through, sorted by
        path, without hidden files, ``README.md`` and tables that are no corpus) and ``-`` for standard input as text.
    on_problem : callable, optional
        Called with one line for each report that could not be read (``file:line:column message``), while the others
        go on. Without it the first problem is raised.
    on_note : callable, optional
        Called with one line for what is no problem: a file that was read in another encoding than UTF-8, a language
        that is not known.
    text_column : str, optional
        The column of a CSV or Parquet file, or the key of JSON lines, that holds the texts; without it the first of
        ``text``, ``body``, ``content`` … that is there.

    Returns
    -------
    list of Report
        In the order of the sources.

    Raises
    ------
    ReportError
        When a report cannot be read and `on_problem` is not given.
    """
    return list(iter_reports(*sources, on_problem=on_problem, on_note=on_note, text_column=text_column))


def iter_reports(
    *sources: str | os.PathLike[str],
    on_problem: Tell | None = None,
    on_note: Tell | None = None,
    text_column: str | None = None,
) -> Iterator[Report]:
    """Read reports one by one, as `read_reports` does; a corpus of many reports in one file is never held as a whole."""
    listener = Listener(on_problem, on_note, text_column)
    for source in sources:
        for report in _read_source(source, listener):
            if on_note is not None:
                listener.note_id(report)
            yield report


def _read_source(source: str | os.PathLike[str], listener: Listener) -> Iterator[Report]:
    if os.fspath(source) == "-":
        yield from read_bytes(sys.stdin.buffer.read(), Path("-"), "stdin", "markdown", listener)
    elif Path(source).is_dir():
        yield from _read_folder(Path(source), listener)
    else:
        yield from read_file(Path(source), listener)


def _read_folder(folder: Path, listener: Listener) -> Iterator[Report]:
    failures: list[OSError] = []
    files = sorted(files_in(folder, failures.append))
    for failure in failures:
        listener.lost(f"{failure.filename}: the folder cannot be read ({failure.strerror}); check its permissions")
    if not files and not failures:
        listener.lost(f"{folder}: no report in this folder; {_RIGHT}")
    for path in files:
        yield from read_file(path, listener)


def files_in(folder: Path, on_failure: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Give the report files of a folder, in no order: no hidden ones, no ``README.md``, no tables that are no corpus."""
    for root, folders, names in os.walk(folder, onerror=on_failure):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            hidden = name.startswith(".") or name.lower() == "readme.md"
            suffix = Path(name).suffix.lower()
            kind = _KINDS.get(suffix) if suffix and not hidden else None
            if kind is not None and (kind != "columns" or is_corpus(Path(root, name))):
                yield Path(root, name)


def read_file(path: Path, listener: Listener) -> Iterator[Report]:
    """Read the reports of one file, whatever its kind."""
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        listener.lost(f"{path}: not a kind of report ({path.suffix}); {_RIGHT}")
        return
    try:
        if kind in {"lines", "columns"}:
            yield from (_read_lines if kind == "lines" else _read_columns)(path, listener)
            return
        data = _read_limited(path)
    except OSError as error:
        listener.lost(f"{path}: {_reason(error)}")
    except ReportError as error:
        listener.lost(str(error))
    else:
        yield from read_bytes(data, path, path.stem, kind, listener)


def _read_limited(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(settings.max_report_bytes + 1)
    if len(data) > settings.max_report_bytes:
        msg = f"{path}: larger than {settings.max_report_bytes:,} bytes; split it, or give a corpus as JSON lines"
        raise ReportError(msg)
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"no such file or folder; {_RIGHT}"
    return f"cannot be read ({error.strerror or error}); check the file and its permissions"


def read_bytes(data: bytes, path: Path, report_id: str, kind: str, listener: Listener) -> Iterator[Report]:
    """Read one report from bytes in memory; `kind` is ``text``, ``markdown`` or ``page``."""
    try:
        report = _make_report(data, path, report_id, kind, listener)
    except ReportError as error:
        listener.lost(str(error))
        return
    if report.encoding != "utf-8":
        listener.note(f"{path}: read as {report.encoding}")
    listener.note_language(report)
    yield report


def _make_report(data: bytes, path: Path, report_id: str, kind: str, listener: Listener) -> Report:
    if kind == "page":
        return _report_of_page(data, path, report_id, listener)
    text, encoding = decode(data, str(path))
    front = split_front_matter(text) if kind == "markdown" else FrontMatter()
    for line, column, message in front.problems:
        listener.flaw(f"{path}:{line}:{column} {message}")
    body = text[front.body_start :]
    _refuse_empty(body, path)
    title = front.fields.get("title") or _title_of(body, kind)
    return Report(
        id=report_id,
        text=text,
        sections=_sections(front, len(text)),
        title=title,
        publisher=front.fields.get("publisher"),
        published=_published(front.fields.get("published"), path, listener),
        url=front.fields.get("url"),
        language=_language_of(front.fields.get("language"), body),
        path=str(path),
        encoding=encoding,
    )


def _refuse_empty(text: str, path: Path) -> None:
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        msg = f"{path}: empty; a report needs some text"
        raise ReportError(msg)


def _sections(front: FrontMatter, length: int) -> tuple[Section, ...]:
    title = (Section("title", *front.title_span),) if front.title_span else ()
    return (*title, Section("body", front.body_start, length))


def _title_of(body: str, kind: str) -> str | None:
    """Give a Markdown heading, or the first line of a plain text when it stands alone and is no sentence."""
    heading = _HEADING.search(body) if kind == "markdown" else None
    if heading:
        return heading.group(1).strip()
    first, _, rest = body.lstrip("\ufeff\r\n \t").partition("\n")
    line = first.strip()
    alone = bool(rest.strip()) and not rest.split("\n", 1)[0].strip()
    return line if alone and 0 < len(line) <= _TITLE_LENGTH and not line.endswith((".", "。")) else None


def _report_of_page(data: bytes, path: Path, report_id: str, listener: Listener) -> Report:
    from borderatlas.reports.webpage import declared_charset, read_page

    html, encoding = decode(data, str(path), declared_charset(data))
    page = read_page(html)
    _refuse_empty(page.text, path)
    text, sections = _headed(page.title, page.text)
    return Report(
        id=report_id,
        text=text,
        sections=sections,
        title=page.title,
        publisher=page.publisher,
        published=_published(page.published, path, listener),
        url=page.url,
        language=_language_of(page.language, page.text),
        path=str(path),
        encoding=encoding,
    )


def _headed(title: str | None, body: str) -> tuple[str, tuple[Section, ...]]:
    """Give the text of a page with its headline on top: it is prose too, and on most pages outside the article."""
    if title is None:
        return body, (Section("body", 0, len(body)),)
    text = body if body.startswith(f"{title}\n\n") else f"{title}\n\n{body}"
    return text, (Section("title", 0, len(title)), Section("body", len(title) + 2, len(text)))


def _read_lines(path: Path, listener: Listener) -> Iterator[Report]:
    found = False
    with path.open("rb") as file:
        for number in count(1):
            line = file.readline(settings.max_report_bytes + 1)
            if not line:
                break
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                found = True
                yield from read_line(line, path, number, listener)
    if not found:
        listener.lost(f"{path}: empty; a corpus has one JSON object a line, with at least a text")


def read_line(line: bytes, path: Path, number: int, listener: Listener) -> Iterator[Report]:
    """Read the report of one JSON line; `number` is its line in the file, from 1."""
    try:
        record = _parse_line(line, path, number)
        record["text"] = record.get(listener.text_column or _text_key(record))
        report = _report_of_record(record, path, f"{number}:1", listener)
    except ReportError as error:
        listener.lost(str(error))
        return
    listener.note_language(report)
    yield report


def _text_key(record: dict[str, Any]) -> str:
    return next((name for name in TEXT_COLUMNS if isinstance(record.get(name), str)), "text")


def _read_columns(path: Path, listener: Listener) -> Iterator[Report]:
    found = False
    for row in read_rows(path, listener.text_column):
        found = True
        yield from read_record(row, path, listener)
    if not found:
        listener.lost(f"{path}: empty; a corpus has one report a row")


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
        published=_published(published, f"{path}:{at}", listener),
        url=_field(record, "url"),
        language=_language_of(_field(record, "language"), text),
        path=str(path),
        encoding="utf-8",
    )


def _field(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return _SURROGATE.sub("\ufffd", str(value)).strip() or None


def _published(value: str | None, where: str | Path, listener: Listener) -> str | None:
    """Give a publication date as ISO 8601 to the day, month or year, and say when it is none."""
    if value is None:
        return None
    found = _iso(value) or _as_written(value)
    if found is None:
        listener.flaw(
            f"{where}{':' if isinstance(where, Path) else ''} published {value[:40]!r} is no date; write it as 2010-06-08, 2010-06 or 2010"
        )
    return found


def _as_written(value: str) -> str | None:
    """Read "August 25, 2020", 2020년 8월 25일, 2020.8.25; but not 3/4/2019, which may be either of two days."""
    order, is_ambiguous = date_order([value])
    return None if is_ambiguous else iso_date(value, order)


def _iso(value: str) -> str | None:
    match = _ISO_DATE.match(value.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def _language_of(declared: str | None, text: str) -> str:
    """Take what the report declares where that is a language tag; else go by the script."""
    if declared and _LANGUAGE.match(declared):
        return declared
    return guess_language(text)


def read_texts(texts: Iterable[tuple[str, str]]) -> list[Report]:
    """Make reports of (id, text) pairs that are in memory already, as plain text."""
    return [
        Report(id=name, text=text, sections=(Section("body", 0, len(text)),), language=guess_language(text))
        for name, text in texts
    ]
