"""The command line: parse, call, print. Logs and progress go to standard error, results to standard output.

Exit status: 0 done; 1 a problem with the data, said in one line a problem; 2 wrong usage. Everything heavy is imported
inside the command that needs it, so that ``--help`` starts at once.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime  # noqa: TC003 - typer reads the annotation when it runs
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

import typer

from borderatlas.errors import BorderAtlasError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geopandas import GeoDataFrame

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.models import Report

app = typer.Typer(
    name="borderatlas",
    help="Put news reports from the China–North Korea border on a map, and say how sure you are.",
    epilog="Exit status: 0 done, 1 a problem with the data (one line each on standard error), 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
data_app = typer.Typer(
    help="The layers and the gazetteer: what they hold, whether they are intact, how to make them again.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(data_app, name="data")


class _Own(TypedDict):
    """What a user brings: places and polygons."""

    gazetteer: Gazetteer | None
    boundaries: Boundaries | None


class Form(StrEnum):
    """What ``geocode`` prints."""

    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"
    parquet = "parquet"
    geoparquet = "geoparquet"


class CorpusForm(StrEnum):
    """What the partitions of a run are written as."""

    geoparquet = "geoparquet"
    parquet = "parquet"
    jsonl = "jsonl"


class Engine(StrEnum):
    """Who does the work of a run over a corpus."""

    local = "local"
    dask = "dask"


class Sheet(StrEnum):
    """What ``figure`` draws."""

    sheet = "sheet"
    map = "map"
    profile = "profile"


class Shown(StrEnum):
    """What ``lookup`` and ``locate`` print."""

    text = "text"
    json = "json"
    geojson = "geojson"


class DateForm(StrEnum):
    """How a table writes dates that are all figures."""

    day_first = "day-first"
    month_first = "month-first"


Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns", help="KNOWN=THEIRS,… for columns of a table that are not recognised: place_name=Ort,date_start=Datum.",
        show_default=False,
    ),
]  # fmt: skip
DatesIn = Annotated[
    DateForm | None, typer.Option("--dates", help="How to take a table's dates such as 3/4/2019.", show_default="found")
]
Publish = Annotated[
    bool,
    typer.Option("--publish", help="Generalise first: county or 10 km reach, month, no quotes, no text of the table."),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(
        "--keep", help="With --publish: a column to publish as it is; may be given again.", show_default=False
    ),
]
LookForm = Annotated[Shown, typer.Option("--format", help="Lines to read, JSON objects, or a GeoJSON collection.")]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
Dump = Annotated[
    Path | None,
    typer.Option("--gazetteer", help="Add the places of a GeoNames-format dump (TSV).", show_default=False),
]
Bounds = Annotated[
    Path | None,
    typer.Option("--boundaries", help="County polygons in place of the approximate ones.", show_default=False),
]
NameColumn = Annotated[
    str | None, typer.Option("--name-column", help="Column of the units' names.", show_default="found")
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace the file when it is there already.")]
Processes = Annotated[
    int | None,
    typer.Option(help="Into a folder: how many processes work.", min=1, max=1024, show_default="one a core"),
]
EngineChoice = Annotated[Engine, typer.Option(help="Into a folder: who works, this machine or a Dask cluster.")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        help="Address of a running Dask scheduler.", show_default="a cluster on this machine", metavar="TCP://…"
    ),
]
_LONG_WORK = 20  # reports
DEFAULT_MAP = Path("maps/borderatlas.html")
DEFAULT_FIGURE = Path("maps/borderatlas.pdf")


@app.command()
def render(  # noqa: PLR0913, PLR0917 - each option is a parameter
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Reports (.txt .md .html .jsonl .csv .parquet), folders of them, incident tables (.csv .geojson .gpkg .parquet .xlsx).",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The page to write.", show_default=f"{DEFAULT_MAP}, replaced")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The page's title.", show_default=False)] = None,
    overwrite: Overwrite = False,
    tiles: Annotated[
        str | None,
        typer.Option(help="Online tiles by xyzservices name, as OpenStreetMap.Mapnik.", show_default=False),
    ] = None,
    compat: Annotated[bool, typer.Option("--compat", help="Write for old browsers: nothing compressed.")] = False,
    aggregate: Annotated[
        bool | None,
        typer.Option(
            help="Show groups by cell, month and type instead of each incident.", show_default="above 200,000 incidents"
        ),
    ] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
    columns: Columns = None,
    dates: DatesIn = None,
    publish: Publish = False,
    keep: Keep = None,
) -> None:
    """Draw incidents on one self-contained HTML page; with no SOURCE, the example reports.

    Example: borderatlas render reports/ -o map.html
    """
    from borderatlas.atlas import gather_incidents
    from borderatlas.files import check_writable
    from borderatlas.render.atlas_map import render_map

    page = check_writable(output or DEFAULT_MAP, overwrite=overwrite or output is None)
    with _problems() as problem:
        own = {**_own(dump, boundaries, name_column), **_theirs(columns, dates)}
        incidents = gather_incidents(sources, on_problem=problem, on_note=_note, track=_progress, **own)
        incidents, title = _published(incidents, title, publish, keep, own["boundaries"])
        render_map(incidents, title=title, tiles=tiles, compat=compat, aggregate=aggregate).save(page)
        print(page)
    if open_page:
        typer.launch(page.resolve().as_uri())


@app.command()
def figure(
    sources: Annotated[
        list[str] | None,
        typer.Argument(help="Reports, folders of them, incident tables, as for render.", show_default=False),
    ] = None,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The file to write: .png, .svg or .pdf.", show_default=f"{DEFAULT_FIGURE}"),
    ] = DEFAULT_FIGURE,
    kind: Annotated[
        Sheet, typer.Option(help="Map and river charts on one page, the map, or the charts.")
    ] = Sheet.sheet,
    title: Annotated[str | None, typer.Option(help="The heading.", show_default=False)] = None,
    language: Annotated[str, typer.Option(help="Of labels and legend: en, ko, zh.")] = "en",
    dpi: Annotated[int, typer.Option(help="Resolution of a PNG, dots an inch.", min=30, max=1200)] = 200,
    overwrite: Overwrite = False,
) -> None:
    """Draw incidents for print: the map, and where along each river and when; with no SOURCE, the example reports.

    Example: borderatlas figure reports/ -o figure.pdf
    """
    from borderatlas.atlas import gather_incidents
    from borderatlas.render.figure import checked_path
    from borderatlas.render.figure import figure as draw_figure

    with _problems() as problem:
        target = checked_path(output, overwrite=overwrite)
        incidents = gather_incidents(sources, on_problem=problem, on_note=_note, track=_progress)
        draw_figure(incidents, kind.value, title=title, language=language).save(target, dpi=dpi)
        print(target)


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
    text_column: Annotated[
        str | None,
        typer.Option(help="The column of a CSV or Parquet corpus that holds the texts.", show_default="found by name"),
    ] = None,
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
    _check(output, overwrite)
    with _problems() as problem:
        geocoder = geocoder_of(**_own(dump, boundaries, name_column))
        found = _stream(reports, problem, text_column, texts, overwrite)
        if explain:
            _put((explaining.explain(report, geocoder=geocoder) for report in found), output, overwrite)
        else:
            _put(records.lines(geocoding.geocode_all(found, geocoder), _line_form(form)), output, overwrite)


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
    text_column: Annotated[
        str | None,
        typer.Option(help="The column of a CSV or Parquet corpus that holds the texts.", show_default="found by name"),
    ] = None,
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
    with _problems() as problem:
        own = _own(dump, boundaries, name_column)
        found = _read(reports, problem, text_column)
        drafts = draft_incidents(_progress(found, "Drafting"), **own)
        _put_drafts(drafts, table, [report.id for report in found], wait_s)


@app.command()
def lookup(
    name: Annotated[
        str, typer.Argument(help="A name of a place, in any script or romanisation, with its unit or not.")
    ],
    limit: Annotated[int, typer.Option(help="How many candidates to list.", min=1)] = 10,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Prefer the names in use on that day.", show_default=False),
    ] = None,
    form: LookForm = Shown.text,
    as_json: AsJson = False,
    dump: Dump = None,
) -> None:
    """List the places that have a name, best first, and why.

    Example: borderatlas lookup 양강도
    """
    from borderatlas.gazetteer import lookup as looking
    from borderatlas.gazetteer.dumps import gazetteer_with

    day = as_of.date() if as_of else None
    hits = looking.find(name, limit=limit, as_of=day, gazetteer=gazetteer_with(dump, on_note=_note))
    for line in looking.lines(hits, "json" if as_json else form.value, as_of=day):
        print(line)


@app.command()
def locate(
    lat: Annotated[float, typer.Argument(help="Latitude, degrees.")],
    lon: Annotated[float, typer.Argument(help="Longitude, degrees.")],
    form: LookForm = Shown.text,
    as_json: AsJson = False,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
) -> None:
    """Say what is at a point: country, province, unit, river kilometre and bank, and the nearest places and crossings.

    Example: borderatlas locate 41.40 128.18
    """
    from borderatlas import atlas
    from borderatlas.gazetteer import nearby
    from borderatlas.gazetteer.dumps import gazetteer_with
    from borderatlas.gazetteer.units import read_units

    units = read_units(boundaries, name_column=name_column, on_note=_note) if boundaries else None
    position, known = atlas.locate(lat, lon, boundaries=units), gazetteer_with(dump, on_note=_note)
    for line in nearby.lines(position, known, "json" if as_json else form.value, boundaries=units):
        print(line)


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

    with _problems() as problem:
        scheme, theirs = _scheme(columns)
        incidents = atlas.take_incidents(
            table, restore=restore, on_problem=problem, on_note=_note, **_theirs(theirs, dates)
        )
        incidents, _ = _published(incidents, None, publish, keep, None)
        print(export_incidents(incidents, output, columns=scheme, overwrite=overwrite, on_note=_note))


@data_app.command("info")
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


@data_app.command("verify")
def data_verify() -> None:
    """Compare every data file with its declared hash; name what was changed.

    Example: borderatlas data verify
    """
    from borderatlas.layers import datasets

    problems = datasets.verify()
    for problem in problems:
        _note(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(datasets.describe()['resources'])} data files are as declared")


@data_app.command("rebuild")
def data_rebuild(
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Only these steps; may be given again.", show_default="all")
    ] = None,
) -> None:
    """Make every derived data file again from pinned packages (a developer's command, extra borderatlas[rebuild]).

    Example: borderatlas data rebuild
    """
    from borderatlas.rebuild import rebuild

    for path in rebuild(only, report=_note):
        print(path)


@app.command()
def versions() -> None:
    """Print the versions of borderatlas, of its data and of what it stands on, for a bug report.

    Example: borderatlas versions
    """
    from borderatlas import holdings

    for line in holdings.versions():
        print(line)


def _check_data() -> str:
    from borderatlas.gazetteer.checks import CHECKS, check_data

    with _problems() as problem:
        for line in check_data():
            problem(line)
    return f"the data holds to all {len(CHECKS)} checks and to its hashes"


def _check_table(target: str, reports: list[str] | None, columns: list[str] | None, dates: DateForm | None) -> str:
    from borderatlas.incidents.checks import check_table
    from borderatlas.reports.read import read_reports

    with _problems() as problem:
        found = read_reports(*reports, on_problem=problem, on_note=_note) if reports else None
        problems = check_table(target, reports=found, chosen=_chosen(columns), order=_order(dates))
        for line in problems:
            (problem if line.is_error else _note)(str(line))
    return f"{target}: nothing wrong" + (f", {len(problems)} to look at" if problems else "")


def _published(
    incidents: Any, title: str | None, publish: bool, keep: list[str] | None, boundaries: Any
) -> tuple[Any, str | None]:
    """Generalise incidents and say so in the title, where that is asked for."""
    if not publish:
        if keep:
            msg = "--keep goes with --publish; without it every column is written"
            raise typer.BadParameter(msg)
        return incidents, title
    from borderatlas.incidents.masking import publishable, published_title

    return publishable(incidents, keep=keep or (), boundaries=boundaries), published_title(title)


def _scheme(columns: list[str] | None) -> tuple[Any, list[str]]:
    """Part what --columns says of the file to write from what it says of the table to read."""
    parts = [part.strip() for option in columns or () for part in option.split(",")]
    return ("acled" if "acled" in parts else "own"), [part for part in parts if part and part != "acled"]


def _order(dates: DateForm | None) -> Any:
    return None if dates is None else dates.value


def _note(message: str) -> None:
    print(message, file=sys.stderr)


class _problems:  # noqa: N801 - reads as a statement: with _problems() as problem
    """Collect problems that do not stop the work; leave with status 1 when there were any."""

    def __enter__(self) -> Callable[[str], None]:
        self._any = False
        return self._problem

    def _problem(self, message: str) -> None:
        self._any = True
        _note(message)

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and self._any:
            raise typer.Exit(1)


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
    with shown() as watch:
        manifest = run(sources, job, engine=engine_of(*who), overwrite=overwrite, watch=watch)
    _note(summary(manifest, str(output)))
    if manifest["rejects"]:
        raise typer.Exit(1)


def _own(dump: Path | None, boundaries: Path | None, name_column: str | None) -> _Own:
    """Read a user's own places and polygons, and note what came of them; None for what is not given."""
    if dump is None and boundaries is None:
        return {"gazetteer": None, "boundaries": None}
    from borderatlas.gazetteer.dumps import gazetteer_with
    from borderatlas.gazetteer.units import read_units

    return {
        "gazetteer": gazetteer_with(dump, on_note=_note) if dump else None,
        "boundaries": read_units(boundaries, name_column=name_column, on_note=_note) if boundaries else None,
    }


def _theirs(columns: list[str] | None, dates: DateForm | None) -> dict[str, Any]:
    """Give what a user says of another's tables, under the names that `gather_incidents` takes."""
    if not columns and dates is None:
        return {}
    return {"columns": _chosen(columns), "dates": _order(dates)}


def _chosen(columns: list[str] | None) -> dict[str, str]:
    """Read --columns; what is no such option is wrong usage."""
    from borderatlas.errors import TableError
    from borderatlas.incidents.foreign import chosen_columns

    try:
        return chosen_columns(columns or ())
    except TableError as error:
        raise typer.BadParameter(str(error)) from error


def _read(
    sources: list[str],
    problem: Callable[[str], None],
    text_column: str | None = None,
    texts: Path | None = None,
    overwrite: bool = False,
) -> list[Report]:
    """Read reports, and write their texts beside the results where a folder is given for them."""
    from borderatlas.reports.read import read_reports

    reports = read_reports(*sources, on_problem=problem, on_note=_note, text_column=text_column)
    if texts is not None:
        from borderatlas.reports.texts import write_texts

        write_texts(reports, texts, overwrite=overwrite)
    return reports


def _progress(reports: list[Report], doing: str = "Geocoding") -> Iterable[Report]:
    """Show a progress bar on long work, where a person watches."""
    if len(reports) < _LONG_WORK or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    return track(reports, doing, console=Console(stderr=True), transient=True)


def _table(output: Path) -> Path:
    """Refuse early, before long work, what is no table of incidents."""
    from borderatlas.errors import OutputError
    from borderatlas.files import check_writable
    from borderatlas.incidents.tables import format_to_write
    from borderatlas.reports.read import is_corpus

    format_to_write(output)
    if is_corpus(output):
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
        tally = merge_incidents(drafts, table, reports=reports, wait_s=wait_s, on_note=_note)
        _note(f"{table}: {tally}")
        if tally.deleted:
            _note(f"{table}.drafted remembers what was deleted from the table; without that file it is drafted again")
        _note(f"next: review it in a spreadsheet or in QGIS, then borderatlas render {table}")
        print(table)


def _stream(
    sources: list[str], problem: Callable[[str], None], text_column: str | None, texts: Path | None, overwrite: bool
) -> Iterable[Report]:
    """Read reports one by one, in order of their paths; all of them first where their texts are to be written out."""
    from borderatlas.reports.read import by_path, iter_reports

    ordered = by_path(sources)
    if texts is not None:
        return _read(ordered, problem, text_column, texts, overwrite)
    return _watched(iter_reports(*ordered, on_problem=problem, on_note=_note, text_column=text_column))


def _watched(reports: Iterator[Report]) -> Iterator[Report]:
    """Show that long work goes on, where a person watches; of a stream nobody knows the length."""
    yield from islice(reports, _LONG_WORK)
    if not sys.stderr.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(reports, "Geocoding", total=None, console=Console(stderr=True), transient=True)


def _check(output: Path | None, overwrite: bool) -> None:
    """Refuse early, before anything is read or written, an output that cannot be written."""
    if output is not None and str(output) != "-":
        from borderatlas.files import check_writable

        check_writable(output, overwrite=overwrite)


def _put(lines: Iterable[str], output: Path | None, overwrite: bool) -> None:
    if output is None or str(output) == "-":
        for line in lines:
            sys.stdout.write(line)
        return
    from borderatlas.files import write_whole

    write_whole(output, lines, overwrite=overwrite)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every expected error becomes one line and status 1."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        app(args=arguments)
    except BorderAtlasError as error:
        _note(str(error))
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _speak_utf8(stream: Any) -> None:
    """Hangul and Hanzi are printed whatever the locale says."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
