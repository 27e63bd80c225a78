"""The command line, run in this process as it is from a shell: what starts an interpreter each time is mostly the start.

That ``python -m borderatlas`` itself does the same is tested in `test_cli`, by `started`.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from subprocess import CompletedProcess
from unittest.mock import patch

from borderatlas.cli import main


def run(*arguments: object, cwd: str | os.PathLike[str] = ".", stdin: str = "") -> CompletedProcess[str]:
    """Run a command in this process; an error that would end in a traceback is raised."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    words = [str(argument) for argument in arguments]
    status = 0
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "stdin", given),
        patch.object(sys, "argv", ["borderatlas", *words]),
    ):
        try:
            main(words)
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else int(left.code is not None)
    return CompletedProcess(words, status, said(out), said(err))


def said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


def started(
    *arguments: object, cwd: str | os.PathLike[str] | None = None, stdin: str | None = None, seed: int | None = None
) -> CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "borderatlas", *map(str, arguments)],
        capture_output=True, cwd=cwd, input=stdin, text=True, encoding="utf-8", timeout=240, check=False,
        env=os.environ | ({} if seed is None else {"PYTHONHASHSEED": str(seed)}),
    )  # fmt: skip
