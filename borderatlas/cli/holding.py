"""Commands about what ships: versions, and data info, verify, rebuild."""

from __future__ import annotations

from typing import Annotated

import typer

from borderatlas.cli.application import app, data_app
from borderatlas.cli.telling import note


@data_app.command("info", short_help="Say what the data holds, and its licences.")
def data_info(
    defects: Annotated[
        bool, typer.Option("--defects", help="List what is doubtful or missing in the gazetteer.")
    ] = False,
) -> None:
    """Say what the data holds, where it comes from and under which licence.

    Example: borderatlas data info
    """
    from borderatlas import holdings

    for line in holdings.defects() if defects else holdings.summary():
        print(line)


@data_app.command("verify", short_help="Compare every data file with its hash.")
def data_verify() -> None:
    """Compare every data file with its declared hash; name what was changed.

    Example: borderatlas data verify
    """
    from borderatlas.layers import datasets

    problems = datasets.verify()
    for problem in problems:
        note(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(datasets.describe()['resources'])} data files are as declared")


@data_app.command("rebuild", short_help="Make the derived files again (for developers).")
def data_rebuild(
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Only these steps; may be given again.", show_default="all")
    ] = None,
) -> None:
    """Make every derived data file again from pinned packages (a developer's command, extra borderatlas[rebuild]).

    Example: borderatlas data rebuild
    """
    from borderatlas.rebuild import rebuild

    for path in rebuild(only, report=note):
        print(path)


@app.command(short_help="Print all versions, for a bug report.")
def versions() -> None:
    """Print the versions of borderatlas, of its data and of what it stands on, for a bug report.

    Example: borderatlas versions
    """
    from borderatlas import holdings

    for line in holdings.versions():
        print(line)
