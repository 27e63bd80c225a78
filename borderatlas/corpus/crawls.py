"""The web pages in a crawl (WARC), packed or not."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from borderatlas.corpus.packed import PACKED, PIECE, open_packed
from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pages(path: Path) -> Iterator[tuple[int, str, bytes]]:
    """Give number, address and bytes of the HTML answers in a WARC file."""
    from borderatlas.settings import max_record_bytes

    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        msg = f"{path}: reading WARC needs warcio; install it with: pip install 'borderatlas[corpus]'"
        raise ReportError(msg) from None
    opened: IO[bytes] = open_packed(path) if path.suffix.lower() in PACKED else path.open("rb")
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
    while record.raw_stream.read(PIECE):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        msg = "the file ends in the middle of a record"
        raise EOFError(msg)
