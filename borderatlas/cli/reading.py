"""Commands that read reports: geocode and draft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from borderatlas.cli.application import app
from borderatlas.cli.bringing import own_ground, read, stream
from borderatlas.cli.options import (
    Bounds,
    CorpusForm,
    Dump,
    Engine,
    EngineChoice,
    Form,
    NameColumn,
    Overwrite,
    Processes,
    Scheduler,
    TextColumn,
)
from borderatlas.cli.standard_input import standing_in
from borderatlas.cli.telling import check_output, problems, progress
from borderatlas.cli.writing import (
    Run,
    form_of,
    is_folder,
    only_with,
    put_drafts,
    put_explained,
    put_placements,
    run,
    table_of,
)

_INTO_A_FOLDER = "only into a folder: say -o FOLDER"


@app.command(short_help="Find the places that reports name.")
def geocode(  # noqa: PLR0913, PLR0917 - each option is a parameter
    reports: Annotated[list[str], typer.Argument(help="Reports or folders of them; - is standard input.")],
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="One JSON object a mention; a table; or footprints.",
            show_default="by the suffix of -o, else jsonl",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write: .jsonl .csv .geojson .parquet .geoparquet; or a folder, for a corpus.",
            show_default="standard output",
        ),
    ] = None,
    overwrite: Overwrite = False,
    text_column: TextColumn = None,
    texts: Annotated[
        Path | None,
        typer.Option(
            help="Write the text that offsets refer to into this folder, one UTF-8 file a report: "
            "for a web page, the text that was extracted.",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print for each mention how it was read, candidates and reasons.")
    ] = False,
    processes: Processes = None,
    engine: EngineChoice = Engine.local,
    scheduler: Scheduler = None,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
) -> None:
    """Find the places that reports name, and print one line a mention, in order of the reports' paths.

    Into a folder (-o FOLDER) a corpus of any size is written in partitions, on all cores; the same command again goes on
    with a run that was broken off.

    Example: borderatlas geocode report.txt --format jsonl
    """
    from borderatlas.atlas import geocoder_of

    if output is not None and not explain and is_folder(output, form):
        only_with({"--texts": texts}, "not into a folder: give it with -o FILE or without -o")
        who = engine.value, processes, scheduler
        own_paths = dump, boundaries, name_column
        as_form = (form or Form.jsonl).value
        run(Run("geocode", standing_in(reports), as_form, output, overwrite, text_column, own_paths, who))
        return
    only_with(
        {"--processes": processes, "--scheduler": scheduler, "--engine": engine is not Engine.local}, _INTO_A_FOLDER
    )
    check_output(output, overwrite)
    kind = None if explain else form_of(output, form)
    with problems() as problem:
        geocoder = geocoder_of(**own_ground(dump, boundaries, name_column))
        found = stream(standing_in(reports), problem, text_column, texts, overwrite)
        if kind is None:
            put_explained(found, geocoder, output, overwrite)
        else:
            put_placements(found, geocoder, kind, output, overwrite)


@app.command(short_help="Draft incidents into a table, or merge them into it.")
def draft(  # noqa: PLR0913, PLR0917 - each option is a parameter
    reports: Annotated[list[str], typer.Argument(help="Reports or folders of them; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            show_default="CSV to standard output",
            help="The table to write, or to merge into: .csv .geojson .gpkg .parquet .xlsx; or a folder, for a corpus.",
        ),
    ] = None,
    wait_s: Annotated[
        float, typer.Option("--wait", help="Seconds to wait while another merge has the table.", min=0)
    ] = 60,
    text_column: TextColumn = None,
    form: Annotated[
        CorpusForm | None,
        typer.Option("--format", help="Into a folder: what the partitions are written as.", show_default="geoparquet"),
    ] = None,
    processes: Processes = None,
    engine: EngineChoice = Engine.local,
    scheduler: Scheduler = None,
    overwrite: Overwrite = False,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
) -> None:
    """Draft incidents from reports into a table; in one that is there, what a person has edited or deleted stays so.

    Into a folder (-o FOLDER) a corpus of any size is drafted in partitions, on all cores; the same command again goes on
    with a run that was broken off.

    Example: borderatlas draft reports/ -o incidents.csv
    """
    from borderatlas.atlas import draft_incidents

    if output is not None and is_folder(output):
        own_paths = dump, boundaries, name_column
        as_form = (form or CorpusForm.geoparquet).value
        who = engine.value, processes, scheduler
        run(Run("draft", standing_in(reports), as_form, output, overwrite, text_column, own_paths, who))
        return
    only_with({"--processes": processes, "--scheduler": scheduler, "--engine": engine is not Engine.local,
               "--format": form}, _INTO_A_FOLDER)  # fmt: skip
    only_with({"--overwrite": overwrite}, "not with a table: drafts are merged into it; delete the file to begin anew")
    table = table_of(output)
    with problems() as problem:
        own = own_ground(dump, boundaries, name_column)
        found = read(standing_in(reports), problem, text_column)
        drafts = draft_incidents(progress(found, "Drafting"), **own)
        put_drafts(drafts, table, [report.id for report in found], wait_s)
