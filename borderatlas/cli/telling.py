"""How commands speak: notes and problems, progress, results; each on its stream."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from borderatlas.models import Report

_LONG_WORK = 20  # reports


_CALLED: dict[str, str] = {}


def call(path: str, name: str) -> None:
    """Have messages call a file by another name: what came by standard input stands in a file of our own."""
    _CALLED[path] = name


def note(message: str) -> None:
    """Say a line on standard error."""
    for path, name in _CALLED.items():
        message = message.replace(path, name)
    print(message, file=sys.stderr)


class problems:  # noqa: N801 - reads as a statement: with problems() as problem
    """Collect problems that do not stop the work; leave with status 1 when there were any."""

    def __enter__(self) -> Callable[[str], None]:
        self._any = False
        return self._problem

    def _problem(self, message: str) -> None:
        self._any = True
        note(message)

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and self._any:
            raise typer.Exit(1)


def progress(reports: list[Report], doing: str = "Geocoding") -> Iterable[Report]:
    """Show a progress bar on long work, where a person watches."""
    if len(reports) < _LONG_WORK or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    return track(reports, doing, console=Console(stderr=True), transient=True)


def watched(reports: Iterator[Report]) -> Iterator[Report]:
    """Show that long work goes on, where a person watches; of a stream nobody knows the length."""
    yield from islice(reports, _LONG_WORK)
    if not sys.stderr.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(reports, "Geocoding", total=None, console=Console(stderr=True), transient=True)


def told(name: str) -> str:
    """Give the name by which messages call a file."""
    return _CALLED.get(name, name)


def check_output(output: Path | None, overwrite: bool) -> None:
    """Refuse early, before anything is read or written, an output that cannot be written."""
    if output is not None and str(output) != "-":
        from borderatlas.files import check_writable

        check_writable(output, overwrite=overwrite)


def put(lines: Iterable[str], output: Path | None, overwrite: bool) -> None:
    """Write lines to a file, whole or not at all, or to standard output as they come."""
    if output is None or str(output) == "-":
        for line in lines:
            sys.stdout.write(line)
        return
    from borderatlas.files import write_whole

    write_whole(output, lines, overwrite=overwrite)


def speak_utf8(stream: Any) -> None:
    """Hangul and Hanzi are printed whatever the locale says."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
