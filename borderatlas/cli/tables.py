"""Commands for tables of incidents: check and export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from borderatlas.cli.application import app
from borderatlas.cli.bringing import own_ground, published, scheme_of, theirs
from borderatlas.cli.options import (
    Bounds,
    Columns,
    DatesIn,
    Dump,
    Keep,
    NameColumn,
    Overwrite,
    Publish,
    Scheme,
    TextColumn,
)
from borderatlas.cli.standard_input import standing_in
from borderatlas.cli.telling import note, problems, told

if TYPE_CHECKING:
    from borderatlas.cli.bringing import Own


@app.command(short_help="Check a table or the data: a line a problem.")
def check(
    target: Annotated[
        str,
        typer.Argument(help="The word data, for the data that ships; or an incident table; - is standard input."),
    ],
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--reports", help="Reports or folders of them, in which quotes are looked for.", show_default=False
        ),
    ] = None,
    columns: Columns = None,
    dates: DatesIn = None,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
    text_column: TextColumn = None,
) -> None:
    """Check a table, and say a line a problem: file:line:column, what is wrong, what would be right. Notes are no errors.

    Example: borderatlas check incidents.csv --reports reports/
    """
    if target == "data":
        print(_check_data())
        return
    own, said = own_ground(dump, boundaries, name_column), theirs(columns, dates)
    print(_check_table(standing_in([target])[0], reports, text_column, own, said))


@app.command(short_help="Write an incident table for another program.")
def export(  # noqa: PLR0913, PLR0917 - each option is a parameter
    table: Annotated[
        str, typer.Argument(help="An incident table of any kind, this project's or another's; - is standard input.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write: .csv .geojson .gpkg .kml .parquet .xlsx .jsonld.")
    ],
    scheme: Annotated[
        Scheme, typer.Option(help="Whose columns the file has: this project's own, or columns like ACLED's.")
    ] = Scheme.own,
    columns: Columns = None,
    dates: DatesIn = None,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
    publish: Publish = False,
    keep: Keep = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Take off the apostrophes that an export put before cells like formulas.")
    ] = False,
    overwrite: Overwrite = False,
) -> None:
    """Write an incident table for another program. In CSV, cells that begin with = + - @ get an apostrophe in front.

    Example: borderatlas export incidents.csv -o incidents.kml
    """
    from borderatlas import atlas
    from borderatlas.incidents.exporting import checked_target, export_incidents

    with problems() as problem:
        target = checked_target(output, overwrite=overwrite)
        wanted, named = scheme_of(columns, scheme.value)
        own, said = own_ground(dump, boundaries, name_column), theirs(named, dates)
        taken = standing_in([table])[0]
        incidents = atlas.take_incidents(taken, restore=restore, on_problem=problem, on_note=note, **own, **said)
        incidents, _ = published(incidents, None, publish, keep, own)
        print(export_incidents(incidents, target, columns=wanted, overwrite=overwrite, on_note=note))


def _check_data() -> str:
    from borderatlas.gazetteer.checks import CHECKS, check_data

    with problems() as problem:
        for line in check_data():
            problem(line)
    return f"the data holds to all {len(CHECKS)} checks and to its hashes"


def _check_table(
    target: str, reports: list[str] | None, text_column: str | None, own: Own, said: dict[str, Any]
) -> str:
    from borderatlas.incidents.checks import check_table
    from borderatlas.reports.read import read_reports

    with problems() as problem:
        found = None
        if reports:
            found = read_reports(*standing_in(reports), on_problem=problem, on_note=note, text_column=text_column)
        lines = check_table(target, reports=found, chosen=said.get("columns"), order=said.get("dates"), **own)
        for line in lines:
            (problem if line.is_error else note)(str(line))
    return f"{told(target)}: nothing wrong" + (f", {len(lines)} to look at" if lines else "")
