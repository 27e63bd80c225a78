"""Report files, folders and standard input to `Report` records: the front door of the room.

Text is decoded and otherwise left alone: line ends, front matter and a byte order mark of UTF-8 stay in `Report.text`,
so that offsets are those of the file. Web pages are the exception: their text is what was extracted.
"""

from __future__ import annotations

import io
import os
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.models import Report, Section
from borderatlas.reports.columns import is_corpus, read_rows
from borderatlas.reports.documents import read_bytes
from borderatlas.reports.encoding import guess_language
from borderatlas.reports.listener import Listener, Tell
from borderatlas.reports.records import read_line, read_record
from borderatlas.reports.unnamed import SUFFIX_OF, content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_KINDS: dict[str, str] = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".jsonl": "lines", ".ndjson": "lines",
    ".csv": "columns", ".parquet": "columns",
}  # fmt: skip
_RIGHT = "reports are .txt, .md, .html, .jsonl, .csv or .parquet files, or folders of them"


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

    Examples
    --------
    >>> from pathlib import Path
    >>> import borderatlas as ba
    >>> Path("news").mkdir()
    >>> _ = Path("news", "a.txt").write_text("Guards were seen in Hyesan.", encoding="utf-8")
    >>> _ = Path("news", "b.txt").write_text("", encoding="utf-8")
    >>> reports = ba.read_reports("news", on_problem=print)
    news/b.txt: empty; a report needs some text
    >>> [report.id for report in reports]
    ['a']
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
        yield from _read_unnamed(sys.stdin.buffer.read(), listener)
    elif Path(source).is_dir():
        yield from _read_folder(Path(source), listener)
    else:
        yield from read_file(Path(source), listener)


def _read_unnamed(data: bytes, listener: Listener) -> Iterator[Report]:
    """Read standard input: a text, a web page, JSON lines; a table is no prose."""
    content = content_of(data)
    if content == "JSON lines":
        for number, line in enumerate(io.BytesIO(data), 1):
            if line.strip():
                yield from read_line(line, Path("stdin"), number, listener)
    elif content in {"text", "page"}:
        yield from read_bytes(data, Path("-"), "stdin", "page" if content == "page" else "markdown", listener)
    else:
        listener.lost(f"-: holds {content}, no report's text; save it as a {SUFFIX_OF[content]} file, and name that")


def _read_folder(folder: Path, listener: Listener) -> Iterator[Report]:
    failures: list[OSError] = []
    files = sorted(files_in(folder, failures.append, listener.text_column))
    for failure in failures:
        listener.lost(f"{failure.filename}: the folder cannot be read ({failure.strerror}); check its permissions")
    if not files and not failures:
        listener.lost(f"{folder}: no report in this folder; {_RIGHT}")
    for path in files:
        yield from read_file(path, listener)


def files_in(
    folder: Path, on_failure: Callable[[OSError], None] | None = None, text_column: str | None = None
) -> Iterator[Path]:
    """Give the report files of a folder, in no order: no hidden ones, no ``README.md``, no tables that are no corpus."""
    for root, folders, names in os.walk(folder, onerror=on_failure):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            hidden = name.startswith(".") or name.lower() == "readme.md"
            suffix = Path(name).suffix.lower()
            kind = _KINDS.get(suffix) if suffix and not hidden else None
            if kind is not None and (kind != "columns" or is_corpus(Path(root, name), text_column)):
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


def _read_columns(path: Path, listener: Listener) -> Iterator[Report]:
    found = False
    for row in read_rows(path, listener.text_column):
        found = True
        yield from read_record(row, path, listener)
    if not found:
        listener.lost(f"{path}: empty; a corpus has one report a row")


def read_texts(texts: Iterable[tuple[str, str]]) -> list[Report]:
    """Make reports of (id, text) pairs that are in memory already, as plain text."""
    return [
        Report(id=name, text=text, sections=(Section("body", 0, len(text)),), language=guess_language(text))
        for name, text in texts
    ]
