"""Commands that draw: render and figure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from borderatlas.cli.application import app
from borderatlas.cli.bringing import own_ground, published, theirs
from borderatlas.cli.options import (
    DEFAULT_FIGURE,
    DEFAULT_MAP,
    Bounds,
    Columns,
    DatesIn,
    Dump,
    Keep,
    NameColumn,
    Overwrite,
    Publish,
    Sheet,
    TextColumn,
    Title,
)
from borderatlas.cli.standard_input import standing_in
from borderatlas.cli.telling import note, problems, progress


@app.command(short_help="Draw incidents on one self-contained HTML page.")
def render(  # noqa: PLR0913, PLR0917 - each option is a parameter
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Reports (.txt .md .html .jsonl .csv .parquet), folders of them, incident tables (.csv .geojson .gpkg .parquet .xlsx); - is standard input.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The page to write.", show_default=f"{DEFAULT_MAP}, replaced")
    ] = None,
    title: Title = None,
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
    text_column: TextColumn = None,
) -> None:
    """Draw incidents on one self-contained HTML page; with no SOURCE, the example reports.

    Example: borderatlas render reports/ -o map.html
    """
    from borderatlas.atlas import gather_incidents
    from borderatlas.files import check_writable
    from borderatlas.render.atlas_map import render_map

    page = check_writable(output or DEFAULT_MAP, overwrite=overwrite or output is None)
    with problems() as problem:
        own, told = own_ground(dump, boundaries, name_column), theirs(columns, dates, text_column)
        found, lean = standing_in(sources or ()), _lean(aggregate, publish)
        incidents = gather_incidents(found, on_problem=problem, on_note=note, track=progress, lean=lean, **own, **told)
        incidents, title = published(incidents, title, publish, keep, own)
        render_map(incidents, title=title, tiles=tiles, compat=compat, aggregate=aggregate).save(page)
        print(page)
    if open_page:
        typer.launch(page.resolve().as_uri())


def _lean(aggregate: bool | None, publish: bool) -> bool:
    """Tell whether a page of many incidents will show groups, which say less than a table holds."""
    return aggregate is not False and not publish


@app.command(short_help="Draw incidents for print, as PNG, SVG or PDF.")
def figure(  # noqa: PLR0913, PLR0917 - each option is a parameter
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Reports, folders of them, incident tables, as for render; - is standard input.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The file to write: .png, .svg or .pdf.", show_default=f"{DEFAULT_FIGURE}"),
    ] = DEFAULT_FIGURE,
    kind: Annotated[
        Sheet, typer.Option(help="Map and river charts on one page, the map, or the charts.")
    ] = Sheet.sheet,
    title: Title = None,
    language: Annotated[str, typer.Option(help="Of labels and legend: en, ko, zh.")] = "en",
    dpi: Annotated[int, typer.Option(help="Resolution of a PNG, dots an inch.", min=30, max=1200)] = 200,
    overwrite: Overwrite = False,
    boundaries: Bounds = None,
    name_column: NameColumn = None,
    dump: Dump = None,
    columns: Columns = None,
    dates: DatesIn = None,
    publish: Publish = False,
    keep: Keep = None,
    text_column: TextColumn = None,
) -> None:
    """Draw incidents for print: the map, and where along each river and when; with no SOURCE, the example reports.

    Example: borderatlas figure reports/ -o figure.pdf
    """
    from borderatlas.atlas import gather_incidents
    from borderatlas.render.figure import checked_path
    from borderatlas.render.figure import figure as draw_figure

    with problems() as problem:
        target = checked_path(output, overwrite=overwrite)
        own, told = own_ground(dump, boundaries, name_column), theirs(columns, dates, text_column)
        found = standing_in(sources or ())
        incidents = gather_incidents(found, on_problem=problem, on_note=note, track=progress, **own, **told)
        incidents, says = published(incidents, None, publish, keep, own)
        drawn = draw_figure(incidents, kind.value, title=title, language=language, note=says)
        drawn.save(target, dpi=dpi)
        print(target)
