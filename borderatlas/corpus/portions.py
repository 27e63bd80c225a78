"""Inputs cut into portions of a few megabytes: the same cuts on every machine, whatever number of processes there is.

A portion is a reference into a file where a worker can read that part itself (plain JSON lines, Parquet, single reports),
and holds the records where only reading from the beginning finds them (compressed lines, CSV, WARC).
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from borderatlas.errors import ReportError
from borderatlas.reports.columns import open_parquet, read_rows, wanted_columns
from borderatlas.reports.read import files_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PORTION_BYTES = 8_000_000
"""Input of one portion, bytes, unless a single record is larger."""

PORTION_FILES = 200
"""Single reports of one portion."""

_PIECE = 1 << 20
_BITE = 4_096
"""Compressed bytes that are unpacked at a time: the worst that zstd can make of them is 128 MB."""
_LINES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".zst", ".bz2", ".xz")
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


def _plain_suffix(path: Path) -> str:
    """Give the suffix without that of a packer: ``.jsonl`` of ``a.jsonl.gz``."""
    return Path(path.stem).suffix.lower() if path.suffix.lower() in _PACKED else path.suffix.lower()


def _is_packed_lines(path: Path) -> bool:
    return path.suffix.lower() in _PACKED and _plain_suffix(path) in _LINES


def _is_crawl(path: Path) -> bool:
    return _plain_suffix(path) in _CRAWLS


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
                piece = file.readline(_PIECE)
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
        lines = enumerate(_whole_lines(file, max_record_bytes), 1)
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


def _whole_lines(file: IO[bytes], longest: int) -> Iterator[bytes]:
    """Give lines; of one that is longer than a record may be, its beginning, which tells that it is."""
    while line := file.readline(longest + 1):
        rest = line
        while not rest.endswith(b"\n") and len(line) > longest:
            rest = file.readline(_PIECE) or b"\n"
        yield line


def open_packed(path: Path) -> IO[bytes]:
    """Open a compressed file for reading.

    Raises
    ------
    ReportError
        When it is ``.zst`` and zstandard is not installed.
    """
    suffix = path.suffix.lower()
    if suffix == ".zst":
        return _open_zstd(path)
    openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
    opened: IO[bytes] = openers[suffix](path, "rb")
    return opened


def _open_zstd(path: Path) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        msg = f"{path}: reading .zst needs zstandard; install it with: pip install 'borderatlas[corpus]'"
        raise ReportError(msg) from None
    return io.BufferedReader(_Unzstd(path, zstandard), _PIECE)


class _Unzstd(io.RawIOBase):
    """A file of zstd frames, unpacked; unlike the library's own reader it says so when the last frame is cut off."""

    def __init__(self, path: Path, zstandard: Any) -> None:
        self._file = path.open("rb")
        self._library = zstandard
        self._frame: Any = None
        self._unpacked = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._unpacked:
            packed = (self._frame.unused_data if self._frame and self._frame.eof else b"") or self._file.read(_BITE)
            if not packed:
                if self._frame and not self._frame.eof:
                    msg = "the file ends in the middle of a frame"
                    raise EOFError(msg)
                return 0
            self._unpacked = memoryview(self._unpack(packed))
        number = min(len(buffer), len(self._unpacked))
        buffer[:number], self._unpacked = self._unpacked[:number], self._unpacked[number:]
        return number

    def _unpack(self, packed: bytes) -> bytes:
        if self._frame is None or self._frame.eof:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            return bytes(self._frame.decompress(packed))
        except self._library.ZstdError as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        self._file.close()
        super().close()


def _cut_rows(path: Path, text_column: str | None) -> Iterator[_Cut]:
    """Read a CSV file from the beginning: a line end may lie inside a quoted field."""
    rows = read_rows(path, text_column)
    yield from _in_portions("rows", path, ((row.number, row, len(row.fields.get("text") or "") + 100) for row in rows))


def _cut_crawl(path: Path, text_column: str | None) -> Iterator[_Cut]:  # noqa: ARG001
    """Read the pages of a web crawl (WARC)."""
    found = False
    for cut in _in_portions("pages", path, ((page[0], page, len(page[2])) for page in _pages(path))):
        found = True
        yield cut
    if not found:
        msg = f"{path}: no web page in this crawl"
        raise ReportError(msg)


def _pages(path: Path) -> Iterator[tuple[int, str, bytes]]:
    """Give number, address and bytes of the HTML answers in a WARC file."""
    from borderatlas.settings import max_record_bytes

    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        msg = f"{path}: reading WARC needs warcio; install it with: pip install 'borderatlas[corpus]'"
        raise ReportError(msg) from None
    opened: IO[bytes] = open_packed(path) if path.suffix.lower() in _PACKED else path.open("rb")
    with opened as stream:
        try:
            for number, record in enumerate(ArchiveIterator(stream), 1):
                kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
                if record.rec_type == "response" and "html" in kind.lower():
                    address = record.rec_headers.get_header("WARC-Target-URI") or f"{path.stem}-{number}"
                    page = record.content_stream().read(max_record_bytes + 1)
                    _check_whole(record)
                    yield number, address, page
        except ArchiveLoadFailed as error:
            msg = f"{path}: no WARC file ({str(error).strip().splitlines()[0][:120]})"
            raise ReportError(msg) from error


def _check_whole(record: Any) -> None:
    """Read a record of a crawl to its end; the library says nothing when the file ends before."""
    while record.raw_stream.read(_PIECE):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        msg = "the file ends in the middle of a record"
        raise EOFError(msg)
