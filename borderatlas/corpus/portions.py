"""Inputs cut into portions of a few megabytes: the same cuts on every machine, whatever number of processes there is.

A portion is a reference into a file where a worker can read that part itself (plain JSON lines, Parquet, single reports),
and holds the records where only reading from the beginning finds them (compressed lines, CSV, WARC).
"""

from __future__ import annotations

import lzma
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.corpus.crawls import pages
from borderatlas.corpus.packed import PACKED, PIECE, open_packed, plain_suffix, whole_lines
from borderatlas.errors import ReportError
from borderatlas.reports.columns import read_rows
from borderatlas.reports.parquet_rows import open_parquet, wanted_columns
from borderatlas.reports.read import files_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PORTION_BYTES = 8_000_000
"""Input of one portion, bytes, unless a single record is larger."""
PORTION_FILES = 200
"""Single reports of one portion."""
_LINES = (".jsonl", ".ndjson", ".json")
_CRAWLS = (".warc",)
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of the inputs, done as a whole or not at all.

    Attributes
    ----------
    name : str
        Number of the input file and of the portion in it: ``00003-000012``. Names sort in the order of the inputs.
    kind : str
        ``range``, ``group``, ``files``, ``lines``, ``rows``, ``pages``, or ``lost`` for what could not be read.
    path : str
        The input file.
    first : int
        Line, row or record with which the portion begins, from 1.
    start, stop : int
        Bytes of a ``range``; row group and row within it of a ``group``.
    records : tuple
        Paths of ``files``; lines, rows or pages that the portion holds; the message of what was ``lost``.
    size : int
        Bytes of input, for the progress.
    """

    name: str
    kind: str
    path: str
    first: int = 1
    start: int = 0
    stop: int = 0
    records: tuple[Any, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Cut:
    """A portion before it has its name."""

    kind: str
    first: int = 1
    start: int = 0
    stop: int = 0
    records: tuple[Any, ...] = ()
    size: int = 0


def portions(inputs: Iterable[Path], text_column: str | None = None) -> Iterator[Portion]:
    """Cut input files into portions, one by one; what cannot be read becomes a portion that says so.

    Parameters
    ----------
    inputs : iterable of Path
        Files, as `input_files` gives them.
    text_column : str, optional
        As for `read_reports`.
    """
    number, singles = 0, list[Path]()
    for path in inputs:
        cutter = _cutter(path)
        if cutter is None:
            singles.append(path)
            continue
        yield from _named(number, path, _safely(cutter, path, text_column))
        number += 1
    for at in range(0, len(singles), PORTION_FILES):
        some = singles[at : at + PORTION_FILES]
        size = sum(path.stat().st_size for path in some if path.is_file())
        cut = _Cut("files", at + 1, records=tuple(map(str, some)), size=size)
        yield from _named(number, some[0].parent, [cut], at // PORTION_FILES)


def input_files(sources: Iterable[str]) -> list[Path]:
    """Give the files that sources mean, sorted by path, folders read through.

    Raises
    ------
    ReportError
        When a source is not there, or a folder holds no report.
    """
    files: list[Path] = []
    for source in sources:
        path = Path(source)
        found = sorted(_inside(path)) if path.is_dir() else [path]
        if not path.exists():
            msg = f"{path}: no such file or folder"
            raise ReportError(msg)
        if not found:
            msg = f"{path}: no report in this folder"
            raise ReportError(msg)
        files += found
    return sorted(set(files), key=lambda path: path.parts)


def _inside(folder: Path) -> Iterator[Path]:
    yield from files_in(folder)
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and (_is_packed_lines(path) or _is_crawl(path)):
            yield path


def _is_packed_lines(path: Path) -> bool:
    return path.suffix.lower() in PACKED and plain_suffix(path) in _LINES


def _is_crawl(path: Path) -> bool:
    return plain_suffix(path) in _CRAWLS


def _cutter(path: Path) -> Callable[[Path, str | None], Iterator[_Cut]] | None:
    """Give what cuts a file of many reports; None for a file that is one report."""
    if _is_crawl(path):
        return _cut_crawl
    if _is_packed_lines(path):
        return _cut_packed
    suffix = path.suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        return _cut_lines
    if suffix == ".parquet":
        return _cut_groups
    return _cut_rows if suffix == ".csv" else None


def _named(number: int, path: Path, cuts: Iterable[_Cut], at: int = 0) -> Iterator[Portion]:
    for place, cut in enumerate(cuts, at):
        yield Portion(
            f"{number:05}-{place:06}", cut.kind, str(path), cut.first, cut.start, cut.stop, cut.records, cut.size
        )


def _safely(
    cutter: Callable[[Path, str | None], Iterator[_Cut]], path: Path, text_column: str | None
) -> Iterator[_Cut]:
    """Cut a file as far as it can be read, and say at the end what was wrong with the rest."""
    last = 0
    try:
        for cut in cutter(path, text_column):
            last = cut.first
            yield cut
    except ReportError as error:
        yield _Cut("lost", records=(str(error),))
    except _BROKEN as error:
        where = f"{path}:{last}" if last else str(path)
        yield _Cut("lost", records=(f"{where} {_what(error)}; what came before was read",))


def _what(error: BaseException) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"cannot be read any further ({str(said).strip().rstrip('.')})"


def _cut_lines(path: Path, text_column: str | None) -> Iterator[_Cut]:  # noqa: ARG001 - every cutter is called alike
    """Cut plain lines by their bytes; a worker reads its range itself."""
    with path.open("rb") as file:
        start, line = 0, 1
        while piece := file.read(PORTION_BYTES):
            lines = piece.count(b"\n")
            while piece and not piece.endswith(b"\n"):  # to the end of the line, in pieces: it may be long
                piece = file.readline(PIECE)
                lines += piece.endswith(b"\n")
            stop = file.tell()
            yield _Cut("range", line, start, stop, size=stop - start)
            start, line = stop, line + lines
        if not start:
            msg = f"{path}: empty; a corpus has one JSON object a line, with at least a text"
            raise ReportError(msg)


def _cut_groups(path: Path, text_column: str | None) -> Iterator[_Cut]:
    """Cut a Parquet file by its row groups, and large ones by rows."""
    with open_parquet(path) as file:
        wanted_columns(file, path, text_column)  # what lacks a text column is told once, not by every portion
        row = 1
        for number in range(file.num_row_groups):
            group = file.metadata.row_group(number)
            step = _rows_a_portion(group)
            for first in range(0, group.num_rows, step):
                count = min(step, group.num_rows - first)
                size = path.stat().st_size * count // max(file.metadata.num_rows, 1)
                yield _Cut("group", row + first, number, first, (count,), size)
            row += group.num_rows
        if row == 1:
            msg = f"{path}: empty; a corpus has one report a row"
            raise ReportError(msg)


def _rows_a_portion(group: Any) -> int:
    each = max(group.total_byte_size // max(group.num_rows, 1), 1)
    return int(max(PORTION_BYTES // each, 1))


def _cut_packed(path: Path, text_column: str | None) -> Iterator[_Cut]:  # noqa: ARG001
    """Unpack lines, and hold those of a portion."""
    from borderatlas.settings import max_record_bytes

    with open_packed(path) as file:
        lines = enumerate(whole_lines(file, max_record_bytes), 1)
        yield from _in_portions("lines", path, ((number, line, len(line)) for number, line in lines))


def _in_portions(kind: str, path: Path, records: Iterator[tuple[int, Any, int]]) -> Iterator[_Cut]:
    """Hold records, each with its number and size, until they are a portion; what comes before a tear is kept."""
    held, size, first, number = list[Any](), 0, 1, 0
    torn: BaseException | None = None
    while True:
        try:
            number, record, weight = next(records)
        except StopIteration:
            break
        except (*_BROKEN, ReportError) as error:
            torn = error
            break
        first = first if held else number
        held.append(record)
        size += weight
        if size >= PORTION_BYTES:
            yield _Cut(kind, first, records=tuple(held), size=size)
            held, size = [], 0
    if held:
        yield _Cut(kind, first, records=tuple(held), size=size)
    if isinstance(torn, ReportError):
        raise torn
    if torn is not None:
        msg = f"{path}:{number + 1} {_what(torn)}; what came before was read"
        raise ReportError(msg) from torn


def _cut_rows(path: Path, text_column: str | None) -> Iterator[_Cut]:
    """Read a CSV file from the beginning: a line end may lie inside a quoted field."""
    rows = read_rows(path, text_column)
    yield from _in_portions("rows", path, ((row.number, row, len(row.fields.get("text") or "") + 100) for row in rows))


def _cut_crawl(path: Path, text_column: str | None) -> Iterator[_Cut]:  # noqa: ARG001
    """Read the pages of a web crawl (WARC)."""
    found = False
    for cut in _in_portions("pages", path, ((page[0], page, len(page[2])) for page in pages(path))):
        found = True
        yield cut
    if not found:
        msg = f"{path}: no web page in this crawl"
        raise ReportError(msg)
