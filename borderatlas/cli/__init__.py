"""The command line: parse, call, print. Logs and progress go to standard error, results to standard output.

Exit status: 0 done; 1 a problem with the data, said in one line a problem; 2 wrong usage. Everything heavy is imported
inside the command that needs it, so that ``--help`` starts at once. Each module here holds some commands, `options` what
they share, `bringing` what a user brings, `telling` how they speak.
"""

from __future__ import annotations

import os
import sys

from borderatlas.cli import drawing, holding, looking, reading, tables
from borderatlas.cli.application import app
from borderatlas.cli.telling import note, speak_utf8
from borderatlas.errors import BorderAtlasError

__all__ = ["app", "drawing", "holding", "looking", "main", "reading", "tables"]


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every expected error becomes one line and status 1."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    try:
        app(args=arguments)
    except BorderAtlasError as error:
        note(str(error))
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
