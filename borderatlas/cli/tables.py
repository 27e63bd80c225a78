"""Commands for tables of incidents: check and export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from borderatlas.cli.application import app
from borderatlas.cli.bringing import chosen, order, published, scheme_of, theirs
from borderatlas.cli.options import Columns, DateForm, DatesIn, Keep, Overwrite, Publish
from borderatlas.cli.telling import note, problems


@app.command()
def check(
    target: Annotated[str, typer.Argument(help="The word data, for the data that ships; or an incident table.")],
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--reports", help="Reports or folders of them, in which quotes are looked for.", show_default=False
        ),
    ] = None,
    columns: Columns = None,
    dates: DatesIn = None,
) -> None:
    """Check a table, and say a line a problem: file:line:column, what is wrong, what would be right. Notes are no errors.

    Example: borderatlas check incidents.csv --reports reports/
    """
    print(_check_data() if target == "data" else _check_table(target, reports, columns, dates))


@app.command()
def export(
    table: Annotated[str, typer.Argument(help="An incident table of any kind, this project's or another's.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write: .csv .geojson .gpkg .kml .parquet .xlsx .jsonld.")
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            help="acled, for columns like ACLED's in the file; KNOWN=THEIRS,… as for check.",
            show_default=False,
        ),
    ] = None,
    dates: DatesIn = None,
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
    from borderatlas.incidents.exporting import export_incidents

    with problems() as problem:
        scheme, named = scheme_of(columns)
        incidents = atlas.take_incidents(
            table, restore=restore, on_problem=problem, on_note=note, **theirs(named, dates)
        )
        incidents, _ = published(incidents, None, publish, keep, None)
        print(export_incidents(incidents, output, columns=scheme, overwrite=overwrite, on_note=note))


def _check_data() -> str:
    from borderatlas.gazetteer.checks import CHECKS, check_data

    with problems() as problem:
        for line in check_data():
            problem(line)
    return f"the data holds to all {len(CHECKS)} checks and to its hashes"


def _check_table(target: str, reports: list[str] | None, columns: list[str] | None, dates: DateForm | None) -> str:
    from borderatlas.incidents.checks import check_table
    from borderatlas.reports.read import read_reports

    with problems() as problem:
        found = read_reports(*reports, on_problem=problem, on_note=note) if reports else None
        told = check_table(target, reports=found, chosen=chosen(columns), order=order(dates))
        for line in told:
            (problem if line.is_error else note)(str(line))
    return f"{target}: nothing wrong" + (f", {len(told)} to look at" if told else "")
