"""Print the command reference: what `--help` says of every command, as one page. `make docs` writes it."""

from __future__ import annotations

import subprocess
import sys


def reference() -> str:
    """Let typer tell its own commands, and take its shell prompts away so that lines can be copied."""
    command = [
        sys.executable,
        "-m",
        "typer",
        "borderatlas.cli",
        "utils",
        "docs",
        "--name",
        "borderatlas",
        "--title",
        "Commands",
    ]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return told.replace("```console\n$ ", "```console\n").rstrip() + "\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
