"""Options that commands share, and the words that they take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """What ``geocode`` writes."""

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


class Scheme(StrEnum):
    """Whose columns ``export`` writes."""

    own = "own"
    acled = "acled"


Title = Annotated[str | None, typer.Option(help="The heading.", show_default=False)]
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
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace what is there already: the file, or the run in the folder.")
]
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
TextColumn = Annotated[
    str | None,
    typer.Option(help="The column of a corpus of reports that holds their texts.", show_default="found by name"),
]
SUFFIX_FORMS = {
    ".jsonl": Form.jsonl, ".ndjson": Form.jsonl, ".csv": Form.csv, ".geojson": Form.geojson, ".json": Form.geojson,
    ".parquet": Form.parquet, ".geoparquet": Form.geoparquet,
}  # fmt: skip
"""What ``geocode`` writes into a file, by its suffix."""
DEFAULT_MAP = Path("maps/borderatlas.html")
DEFAULT_FIGURE = Path("maps/borderatlas.pdf")
