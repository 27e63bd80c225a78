"""One writer at a time: two merges into one table wait for each other, and none writes under an open spreadsheet."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from borderatlas.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from filelock import BaseFileLock

WAIT_S = 60.0
"""How long a merge waits for another one, seconds."""

_AT_ONCE_S = 0.2
_STALE_S = 600.0  # a half-written file that is older was left by a process that was killed


@contextmanager
def locked(table: Path, *, wait_s: float = WAIT_S, on_note: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold a table while it is read, merged and written.

    The lock is the operating system's, on a hidden file beside the table: it ends with the process, however that ends,
    and the file is removed.

    Parameters
    ----------
    table : Path
        Its folder is made where it is missing.
    wait_s : float
        How long to wait for another process, seconds.
    on_note : callable, optional
        Called with a line when there is something to wait for.

    Raises
    ------
    OutputError
        When another process holds the table for too long, or the folder cannot be written.
    """
    from filelock import FileLock

    place = table.parent / f".{table.name}.lock"
    lock = FileLock(place)
    try:
        table.parent.mkdir(parents=True, exist_ok=True)
        _acquire(lock, table, wait_s, on_note)
    except OSError as error:
        if isinstance(error, OutputError):
            raise
        msg = f"{table}: cannot be written ({error.strerror or error}); nothing was changed"
        raise OutputError(msg) from error
    try:
        _remove_left_behind(table)
        yield
    finally:
        # Removed while it is held: whoever waits sees that the file it opened is gone, and takes a new one.
        with suppress(OSError):
            place.unlink()
        lock.release()


def check_closed(table: Path) -> None:
    """Refuse a table that another program has open, where its traces say so: it would overwrite what is merged.

    Raises
    ------
    OutputError
        With the file that says so.
    """
    traces = (f".~lock.{table.name}#", f"~${table.name}")  # LibreOffice, Excel
    found = [trace for trace in traces if (table.parent / trace).exists()]
    journal = table.parent / f"{table.name}-wal"  # SQLite: changes that are not in the file yet
    if journal.exists() and journal.stat().st_size:
        found.append(journal.name)
    if found:
        msg = f"{table}: is open in another program ({found[0]} is there); save and close it, then merge"
        raise OutputError(msg)


def state_of(table: Path) -> tuple[int, int, int] | None:
    """Give what tells a file from what another program puts in its place: inode, size and time; None for none."""
    try:
        found = table.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def check_unchanged(table: Path, before: tuple[int, int, int] | None) -> None:
    """Refuse to replace a table that another program has saved since it was read: what it saved would be lost.

    Raises
    ------
    OutputError
        With what would be right.
    """
    if state_of(table) != before:
        msg = f"{table}: was saved by another program while the drafts were merged; nothing was changed, merge again"
        raise OutputError(msg)


def _acquire(lock: BaseFileLock, table: Path, wait_s: float, on_note: Callable[[str], None] | None) -> None:
    from filelock import Timeout

    try:
        lock.acquire(timeout=min(_AT_ONCE_S, wait_s))
    except Timeout:
        if on_note:
            on_note(f"{table}: another process is merging into it; waiting for up to {wait_s:g} s")
    else:
        return
    try:
        lock.acquire(timeout=max(wait_s - _AT_ONCE_S, 0))
    except Timeout as error:
        msg = f"{table}: another process has been merging into it for {wait_s:g} s; try again when it is done"
        raise OutputError(msg) from error


def _remove_left_behind(table: Path) -> None:
    """Remove the half-written files of processes that were killed."""
    for part in table.parent.iterdir():
        if part.name.startswith(f".{table.name}.") and part.suffix == ".part":
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _STALE_S:
                    part.unlink()
