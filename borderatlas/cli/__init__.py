"""The command line: parse, call, print. Logs and progress go to standard error, results to standard output.

Exit status: 0 done; 1 a problem with the data, said in one line a problem; 2 wrong usage. Where the reader of the output
has gone away (``| head -1``), the command ends without a word and with the status of other programs, 141. Everything
heavy is imported inside the command that needs it, so that ``--help`` starts at once. Each module here holds some
commands, `options` what they share, `bringing` what a user brings, `telling` how they speak.
"""

from __future__ import annotations

import os
import sys

from borderatlas.cli import drawing, holding, looking, reading, tables
from borderatlas.cli.application import ReaderGoneError, app
from borderatlas.cli.telling import note, speak_utf8
from borderatlas.errors import BorderAtlasError

__all__ = ["app", "drawing", "holding", "looking", "main", "reading", "tables"]

_READER_GONE = 128 + 13
"""What a shell shows for a program that SIGPIPE has ended."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every expected error becomes one line and status 1."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    try:
        _run(arguments)
    except (BrokenPipeError, ReaderGoneError):
        _silence()
        sys.exit(_READER_GONE)


def _run(arguments: list[str] | None) -> None:
    try:
        try:
            app(args=arguments)
        finally:
            sys.stdout.flush()  # here, where it can be told; at the end of the process nobody could
    except BorderAtlasError as error:
        note(str(error))
        sys.exit(1)
    except BrokenPipeError:
        raise
    except OSError as error:  # standard output on a full disk, a working folder that is gone
        note(
            f"{error.filename or '-'}: cannot be read or written ({error.strerror or error}); check disk and permissions"
        )
        if error.filename is None:
            _silence()  # what is left of the output would fail again
        sys.exit(1)


def _silence() -> None:
    """Send what is still to be written nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError, AttributeError):  # a stream without a file: a notebook's, a test's
            continue
