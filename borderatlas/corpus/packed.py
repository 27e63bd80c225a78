"""Compressed files, opened and read by lines: gzip, bzip2, xz and zstd."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED = (".gz", ".zst", ".bz2", ".xz")
PIECE = 1 << 20
_BITE = 4_096
"""Compressed bytes that are unpacked at a time: the worst that zstd can make of them is 128 MB."""


def plain_suffix(path: Path) -> str:
    """Give the suffix without that of a packer: ``.jsonl`` of ``a.jsonl.gz``."""
    return Path(path.stem).suffix.lower() if path.suffix.lower() in PACKED else path.suffix.lower()


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
    return io.BufferedReader(_Unzstd(path, zstandard), PIECE)


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


def whole_lines(file: IO[bytes], longest: int) -> Iterator[bytes]:
    """Give lines; of one that is longer than a record may be, its beginning, which tells that it is."""
    while line := file.readline(longest + 1):
        rest = line
        while not rest.endswith(b"\n") and len(line) > longest:
            rest = file.readline(PIECE) or b"\n"
        yield line
