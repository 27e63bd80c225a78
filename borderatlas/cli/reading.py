"""Commands that read reports: geocode and draft."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

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
from borderatlas.cli.telling import check_output, note, problems, progress, put

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


@app.command()
def geocode(  # noqa: PLR0913, PLR0917 - each option is a parameter
    reports: Annotated[list[str], typer.Argument(help="Reports or folders of them; - is standard input.")],
    form: Annotated[
        Form, typer.Option("--format", help="One JSON object a mention; a table; or footprints.")
    ] = Form.jsonl,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False),
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
    from borderatlas.gazetteer import explaining, geocoding, records

    if _is_folder(output, form.value) and not explain:
        own = {"gazetteer": dump, "boundaries": boundaries, "name_column": name_column}
        _run("geocode", reports, form.value, output, overwrite, text_column, own, (engine.value, processes, scheduler))
        return
    check_output(output, overwrite)
    with problems() as problem:
        geocoder = geocoder_of(**own_ground(dump, boundaries, name_column))
        found = stream(reports, problem, text_column, texts, overwrite)
        if explain:
            put((explaining.explain(report, geocoder=geocoder) for report in found), output, overwrite)
        else:
            put(records.lines(geocoding.geocode_all(found, geocoder), _line_form(form)), output, overwrite)


@app.command()
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
        CorpusForm, typer.Option("--format", help="Into a folder: what the partitions are written as.")
    ] = CorpusForm.geoparquet,
    processes: Processes = None,
    engine: EngineChoice = Engine.local,
    scheduler: Scheduler = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Into a folder: replace an earlier run's.")] = False,
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

    if _is_folder(output, ""):
        own_paths = {"gazetteer": dump, "boundaries": boundaries, "name_column": name_column}
        who = engine.value, processes, scheduler
        _run("draft", reports, form.value, output, overwrite, text_column, own_paths, who)
        return
    table = None if output is None or str(output) == "-" else _table(output)
    with problems() as problem:
        own = own_ground(dump, boundaries, name_column)
        found = read(reports, problem, text_column)
        drafts = draft_incidents(progress(found, "Drafting"), **own)
        _put_drafts(drafts, table, [report.id for report in found], wait_s)


def _is_folder(output: Path | None, form: str) -> bool:
    """Tell whether results go into a folder of partitions: its name has no suffix, or the format has no other way."""
    return output is not None and str(output) != "-" and (output.is_dir() or not output.suffix or "parquet" in form)


def _line_form(form: Form) -> Literal["jsonl", "csv", "geojson"]:
    """Give the form of lines; what has none goes into a folder."""
    lines: dict[str, Literal["jsonl", "csv", "geojson"]] = {"jsonl": "jsonl", "csv": "csv", "geojson": "geojson"}
    if form.value in lines:
        return lines[form.value]
    msg = f"{form.value} is written in partitions: say -o FOLDER"
    raise typer.BadParameter(msg)


def _run(
    task: str, sources: list[str], form: str, output: Path | None, overwrite: bool, text_column: str | None,
    own: dict[str, Any], who: tuple[str, int | None, str | None],
) -> None:  # fmt: skip
    """Run a task over a corpus, show how far it is, and say at the end what came of it."""
    from borderatlas.corpus.engines import engine_of
    from borderatlas.corpus.progress import shown, summary
    from borderatlas.corpus.run import run
    from borderatlas.corpus.work import Job

    paths = {key: None if value is None else str(value) for key, value in own.items()}
    job = Job(task, form, str(output), text_column, **paths)
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # it gives memory back; workers inherit the choice
    try:
        with shown() as watch:
            manifest = run(sources, job, engine=engine_of(*who), overwrite=overwrite, watch=watch)
    except KeyboardInterrupt:
        note(f"{output}: interrupted; what is finished is kept, and the same command goes on")
        raise typer.Exit(130) from None
    note(summary(manifest, str(output)))
    if manifest["rejects"]:
        raise typer.Exit(1)


def _table(output: Path) -> Path:
    """Refuse early, before long work, what is no table of incidents."""
    from borderatlas.errors import OutputError
    from borderatlas.files import check_writable
    from borderatlas.incidents.intake import is_incident_table
    from borderatlas.incidents.tables import format_to_write
    from borderatlas.reports.read import is_corpus

    format_to_write(output)
    if is_corpus(output) and not is_incident_table(output):
        msg = f"{output}: holds reports, not incidents; name another file for the table"
        raise OutputError(msg)
    return check_writable(output, overwrite=True)


def _put_drafts(drafts: GeoDataFrame, table: Path | None, reports: list[str], wait_s: float) -> None:
    """Merge drafts into a table and say what was done, or print them as CSV."""
    from borderatlas.incidents.merging import merge_incidents
    from borderatlas.incidents.tables import table_text

    if table is None:
        sys.stdout.write(table_text(drafts))
    elif reports:
        tally = merge_incidents(drafts, table, reports=reports, wait_s=wait_s, on_note=note)
        note(f"{table}: {tally}")
        if tally.deleted:
            note(f"{table}.drafted remembers what was deleted from the table; without that file it is drafted again")
        note(f"next: review it in a spreadsheet or in QGIS, then borderatlas render {table}")
        print(table)
