"""Write the pages of the documentation that the program tells by itself. `make docs` does so; the tests compare.

``commands.md`` is what ``--help`` says of every command, ``columns.md`` the table of columns that the code reads by.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).parent / "pages"


def commands() -> str:
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


def columns() -> str:
    """Give the columns of an incident table, one a row."""
    from borderatlas.incidents.columns import documentation

    before = (
        "# Columns",
        "",
        (
            "Every column that the program knows, in the order in which it writes them. An incident needs only a place: "
            "`latitude` and `longitude`, or a `place_name`. Columns that are not here are carried along, in their place, "
            "and never changed. [The incident table](by-table.md) says how to work with them."
        ),
        "",
        (
            "A `date` is ISO 8601: a day, or a year or month alone. A `list` is texts parted by semicolons, `json` a JSON "
            "object. Empty means unknown."
        ),
        "",
    )
    return "\n".join([*before, *documentation()]) + "\n"


GENERATED = {"commands": commands, "columns": columns}


def main(names: list[str]) -> None:
    """Print the page that is named, or write all of them."""
    if names:
        sys.stdout.write(GENERATED[names[0]]())
        return
    for name, told in GENERATED.items():
        (PAGES / f"{name}.md").write_text(told(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
