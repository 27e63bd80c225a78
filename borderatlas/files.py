"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def write_whole(path: str | os.PathLike[str], content: str | bytes | Iterable[str], *, overwrite: bool = True) -> Path:
    """Write a file so that readers see the old one or the new one, never half of it.

    Parameters
    ----------
    path : path
        Where to write; folders on the way are made.
    content : str, bytes or iterable of str
        Text is written as UTF-8 with its line ends as they are; pieces of text as they come, so that the whole is
        never held.
    overwrite : bool
        When False, a file that is there stays and an error is raised.

    Returns
    -------
    Path

    Raises
    ------
    OutputError
        When the file is there and `overwrite` is False, or when it cannot be written.
    """
    target = check_writable(path, overwrite=overwrite)
    try:
        _write(target, _pieces(content))
    except OSError as error:
        msg = f"{target}: cannot be written ({error.strerror or error}); nothing was changed"
        raise OutputError(msg) from error
    return target


def check_writable(path: str | os.PathLike[str], *, overwrite: bool) -> Path:
    """Refuse early, before long work, to write where a file is that may not be replaced, onto a folder, or to ``-``.

    Raises
    ------
    OutputError
        With what would be right.
    """
    target = Path(path)
    if str(target) == "-":
        msg = "-: this is written as a file, not to standard output; name the file to write"
        raise OutputError(msg)
    if target.is_dir():
        msg = f"{target}: is a folder; name the file to write"
        raise OutputError(msg)
    if target.exists() and not overwrite:
        msg = f"{target}: is there already; say --overwrite to replace it, or name another file"
        raise OutputError(msg)
    return target


def _pieces(content: str | bytes | Iterable[str]) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from (piece.encode("utf-8") for piece in ([content] if isinstance(content, str) else content))


def _write(target: Path, pieces: Iterable[bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())  # else a power cut after the renaming could leave an empty file
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Give the permissions of the file that is replaced: a table that others may not read stays so."""
    return target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    """Read the process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
