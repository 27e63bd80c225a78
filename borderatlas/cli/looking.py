"""Commands that look up: lookup and locate."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from borderatlas.cli.application import app
from borderatlas.cli.options import AsJson, Bounds, Dump, LookForm, NameColumn, Shown
from borderatlas.cli.telling import note


@app.command(short_help="List the places that have a name, best first.")
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
    hits = looking.find(name, limit=limit, as_of=day, gazetteer=gazetteer_with(dump, on_note=note))
    for line in looking.lines(hits, "json" if as_json else form.value, as_of=day):
        print(line)


@app.command(short_help="Say what is at a point, and what is near.")
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

    units = read_units(boundaries, name_column=name_column, on_note=note) if boundaries else None
    position, known = atlas.locate(lat, lon, boundaries=units), gazetteer_with(dump, on_note=note)
    for line in nearby.lines(position, known, "json" if as_json else form.value, boundaries=units):
        print(line)
