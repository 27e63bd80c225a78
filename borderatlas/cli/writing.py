"""Where the results of reading go: a file whose suffix says its format, a table that is merged into, a folder of partitions."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from borderatlas.cli.options import SUFFIX_FORMS, Form
from borderatlas.cli.telling import note, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geopandas import GeoDataFrame

    from borderatlas.gazetteer.geocoding import Geocoder
    from borderatlas.models import Report

_PARQUET = frozenset({Form.parquet, Form.geoparquet})


class Run(NamedTuple):
    """What a run over a corpus is asked for: the arguments of its command."""

    task: str
    sources: list[str]
    form: str
    output: Path
    overwrite: bool
    text_column: str | None
    own: tuple[Path | None, Path | None, str | None]
    who: tuple[str, int | None, str | None]


def is_folder(output: Path | None, form: Form | None = None) -> bool:
    """Tell whether results go into a folder of partitions: its name has no suffix, or none that a file of theirs has."""
    if output is None or str(output) == "-":
        return False
    return output.is_dir() or not output.suffix or (form in _PARQUET and output.suffix.lower() not in SUFFIX_FORMS)


def form_of(output: Path | None, form: Form | None) -> Form:
    """Give the format to write: what --format says, else what the suffix means; a suffix that says another is told."""
    if output is None or str(output) == "-":
        if form in _PARQUET:
            msg = f"{form.value} is written into a file or a folder: say -o FILE.parquet or -o FOLDER"
            raise typer.BadParameter(msg)
        return form or Form.jsonl
    meant = SUFFIX_FORMS.get(output.suffix.lower())
    if form is None and meant is None:
        known = ", ".join(SUFFIX_FORMS)
        msg = f"{output}: no format is known by {output.suffix or 'a name without suffix'}; name a {known} file, or say --format"
        raise typer.BadParameter(msg)
    if form is not None and meant not in {form, None} and {form, meant} != _PARQUET:
        note(f"{output}: is written as {form.value}, as --format says, though its name says {meant.value}")
    return form or meant or Form.jsonl


def only_with(given: dict[str, Any], what: str) -> None:
    """Refuse options that would be passed over: each does nothing but with what it belongs to."""
    named = [name for name, value in given.items() if value]
    if named:
        msg = f"{', '.join(named)} {what}"
        raise typer.BadParameter(msg)


def put_placements(
    reports: Iterable[Report], geocoder: Geocoder, form: Form, output: Path | None, overwrite: bool
) -> None:
    """Geocode reports, and write what is found as it comes; Parquet when all is found."""
    from borderatlas.gazetteer import geocoding, records

    placements = geocoding.geocode_all(_some(reports, output), geocoder)
    if form not in _PARQUET or output is None:
        put(records.lines(placements, form.value), output, overwrite)  # type: ignore[arg-type]
        return
    from borderatlas.corpus import arrow
    from borderatlas.files import write_whole

    rows = list(placements)
    content = arrow.geoparquet_bytes(rows) if form is Form.geoparquet else arrow.parquet_bytes(arrow.table_of(rows))
    write_whole(output, content, overwrite=overwrite)


def put_explained(reports: Iterable[Report], geocoder: Geocoder, output: Path | None, overwrite: bool) -> None:
    """Write how each mention was read."""
    from borderatlas.gazetteer import explaining

    put((explaining.explain(report, geocoder=geocoder) for report in _some(reports, output)), output, overwrite)


def _some(reports: Iterable[Report], output: Path | None) -> Iterator[Report]:
    """Pass reports on; where not one could be read, which was told, no file of nothing is written."""
    seen = False
    for report in reports:
        seen = True
        yield report
    if not seen and output is not None and str(output) != "-":
        raise typer.Exit(1)


def run(asked: Run) -> None:
    """Run a task over a corpus, show how far it is, and say at the end what came of it."""
    from borderatlas.corpus.engines import engine_of
    from borderatlas.corpus.progress import shown, summary
    from borderatlas.corpus.run import run as run_corpus
    from borderatlas.corpus.work import Job

    own = (None if part is None else str(part) for part in asked.own)
    job = Job(asked.task, asked.form, str(asked.output), asked.text_column, **dict(zip(_OWN, own, strict=True)))
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # it gives memory back; workers inherit the choice
    engine = engine_of(*asked.who)
    try:
        with shown() as watch:
            manifest = run_corpus(asked.sources, job, engine=engine, overwrite=asked.overwrite, watch=watch)
    except KeyboardInterrupt:
        note(f"{asked.output}: interrupted; what is finished is kept, and the same command goes on")
        raise typer.Exit(130) from None
    note(summary(manifest, str(asked.output)))
    if manifest["rejects"]:
        raise typer.Exit(1)


_OWN = ("gazetteer", "boundaries", "name_column")


def table_of(output: Path | None) -> Path | None:
    """Refuse early, before long work, what is no table of incidents; None for standard output."""
    if output is None or str(output) == "-":
        return None
    from borderatlas.errors import OutputError
    from borderatlas.files import check_writable
    from borderatlas.incidents.intake import is_incident_table, open_table
    from borderatlas.incidents.tables import format_to_write
    from borderatlas.reports.columns import is_corpus

    format_to_write(output)
    if is_corpus(output) and not is_incident_table(output):
        if output.suffix.lower() in {".parquet", ".geoparquet"}:
            open_table(output)  # a broken one says that it is
        msg = f"{output}: holds reports, not incidents; name another file for the table"
        raise OutputError(msg)
    return check_writable(output, overwrite=True)


def put_drafts(drafts: GeoDataFrame, table: Path | None, reports: list[str], wait_s: float) -> None:
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
