"""The front of incident tables: read and write CSV, GeoJSON, GeoPackage, GeoParquet and Excel, with the same columns.

A table needs only a place: ``latitude`` and ``longitude`` (or ``lat``, ``lon``, ``lng``), or a ``place_name``, or a
``place_id``. Every other column is optional; those that the program does not know are carried along, in their order.
What is written comes back as it was, except where a format has no way to say it: in CSV every column that is not known
is text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import OutputError, TableError
from borderatlas.files import check_writable, write_whole
from borderatlas.incidents.cells import frame_of
from borderatlas.incidents.columns import COLUMN_TABLE, COLUMNS, GEOMETRY
from borderatlas.incidents.formats import FORMATS, Format, format_of, readable, suffixes
from borderatlas.incidents.sheets import Row, Sheet, check_texts, sheet_of
from borderatlas.incidents.typed_columns import typed_frame

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable

    import pandas as pd
    from geopandas import GeoDataFrame

    from borderatlas.models import Incident

__all__ = [
    "COLUMNS",
    "COLUMN_TABLE",
    "FORMATS",
    "Row",
    "Sheet",
    "check_ids",
    "format_to_write",
    "frame_of",
    "read_incidents",
    "read_sheet",
    "read_table",
    "sheet_of_incidents",
    "table_text",
    "typed_frame",
    "write_incidents",
    "write_sheet",
    "write_table",
]


def read_incidents(path: str | os.PathLike[str], *, on_problem: Callable[[str], None] | None = None) -> GeoDataFrame:
    r"""Read an incident table.

    Parameters
    ----------
    path : path
        ``.csv`` (UTF-8, with a header), ``.geojson``/``.json`` (a FeatureCollection), ``.gpkg``, ``.parquet``/
        ``.geoparquet`` (extra ``parquet``) or ``.xlsx`` (extra ``excel``).
    on_problem : callable, optional
        Called with one line for each wrong value, which is then missing from the table; without it the first is
        raised.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, rows and columns in the file's order, then ``geometry``: the footprint that the table carries, else
        the row's point, else None. ``id`` is always there: a row without one gets a hash of what it says.

    Raises
    ------
    TableError
        When the file cannot be read or a value is wrong: ``file:line:column``, what was wrong, what would be right.
        The column is the number of the field; in GeoJSON, the character where the feature begins.

    Examples
    --------
    >>> from pathlib import Path
    >>> import borderatlas as ba
    >>> _ = Path("mine.csv").write_text("id,lat,lon,mood\n1,41.40,128.18,tense\n2,north,128,calm\n", encoding="utf-8")
    >>> table = ba.read_incidents("mine.csv", on_problem=print)
    mine.csv:3:2 latitude 'north' is no number; write it with a decimal point
    mine.csv:3:2 latitude is missing; latitude and longitude stand together
    >>> table[["id", "latitude", "mood"]].values.tolist()
    [['1', 41.4, 'tense'], ['2', nan, 'calm']]
    """
    return frame_of(read_sheet(path), on_problem=on_problem)


def write_incidents(
    incidents: GeoDataFrame | pd.DataFrame | Iterable[Incident],
    path: str | os.PathLike[str],
    *,
    overwrite: bool = False,
) -> Path:
    """Write an incident table, in the order of its rows; reading it again gives the same rows.

    Parameters
    ----------
    incidents : GeoDataFrame, DataFrame or iterable of Incident
        With a column ``id``. A CRS other than EPSG:4326 is transformed; without geometries a row stands at its
        latitude and longitude.
    path : path
        Its suffix says the format, as for `read_incidents`.
    overwrite : bool
        Whether a file that is there may be replaced. It is replaced whole, or not at all.

    Returns
    -------
    Path
        What was written.

    Raises
    ------
    OutputError
        When the file is there and `overwrite` is False, when its suffix is none of a table, or when it cannot be
        written.
    TableError
        When the table has no id, or one id twice, or text that the format cannot hold.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> mine = pd.DataFrame({"id": ["1"], "latitude": [41.40], "longitude": [128.18]})
    >>> ba.write_incidents(mine, "mine.geojson").name
    'mine.geojson'
    >>> ba.read_incidents("mine.geojson").geometry.to_wkt().tolist()
    ['POINT (128.18 41.4)']
    """
    target = check_writable(path, overwrite=overwrite)
    kind = format_to_write(target)
    return write_sheet(check_ids(sheet_of_incidents(incidents), target), target, kind=kind, overwrite=overwrite)


read_table = read_incidents
write_table = write_incidents


def read_sheet(path: str | os.PathLike[str]) -> Sheet:
    """Read a table as it stands in its file: no name is changed, no value is judged.

    Raises
    ------
    TableError
        When the file cannot be read, is not what its suffix says, or names a column twice.
    """
    source = Path(path)
    kind = format_of(source)
    if kind is None:
        msg = f"{source}: not a kind of incident table; tables are {readable()}"
        raise TableError(msg)
    return kind.read(source)


def write_sheet(
    sheet: Sheet, path: str | os.PathLike[str], *, kind: Format | None = None, overwrite: bool = True,
    base: Path | None = None,
) -> Path:  # fmt: skip
    """Write a table whole or not at all.

    Parameters
    ----------
    sheet : Sheet
    path : path
    kind : Format, optional
        By default the one that the suffix says.
    overwrite : bool
        Whether a file that is there may be replaced.
    base : Path, optional
        A file of the same format whose style (of CSV), other layers (of GeoPackage), other sheets and formats (of
        Excel) or other members (of GeoJSON) are kept.

    Raises
    ------
    OutputError, TableError
        As for `write_incidents`.
    """
    target = Path(path)
    check_texts(sheet, target)
    return write_whole(target, (kind or format_to_write(target)).write(sheet, target, base), overwrite=overwrite)


def table_text(incidents: GeoDataFrame) -> str:
    """Give an incident table as CSV text."""
    return FORMATS[".csv"].write(sheet_of_incidents(incidents), Path("-.csv")).decode("utf-8")


def sheet_of_incidents(incidents: GeoDataFrame | pd.DataFrame | Iterable[Incident]) -> Sheet:
    """Make a sheet of incidents: columns in their order, then ``geometry`` (shapely, EPSG:4326)."""
    import pandas as pd

    if not isinstance(incidents, pd.DataFrame):
        rows = list(incidents)
        return sheet_of(
            {name: [getattr(row, name) for row in rows] for name in COLUMNS} | {GEOMETRY: [None] * len(rows)}
        )
    active = getattr(incidents, "_geometry_column_name", None)
    columns: dict[str, Any] = {str(name): incidents[name] for name in incidents.columns if name != active}
    if len(columns) < len(incidents.columns) - (active in incidents.columns):
        msg = "two columns of the table have one name; rename one"
        raise TableError(msg)
    shapes = _shapes(incidents) if active in incidents.columns else [None] * len(incidents)
    return sheet_of(columns | {GEOMETRY: shapes})


def _shapes(incidents: GeoDataFrame) -> list[Any]:
    geometry = incidents.geometry
    return list(geometry if geometry.crs is None else geometry.to_crs(settings.storage_crs))


def format_to_write(target: Path) -> Format:
    """Give the format that a file's suffix means.

    Raises
    ------
    OutputError
        When it means none.
    """
    kind = format_of(target)
    if kind is None:
        msg = f"{target}: not a kind of incident table; name a {suffixes()} file"
        raise OutputError(msg)
    return kind


def check_ids(sheet: Sheet, target: Path) -> Sheet:
    """Give the sheet back, or refuse one whose rows cannot be told apart.

    Raises
    ------
    TableError
        When a row has no id, or that of another.
    """
    taken: set[str] = set()
    for row in sheet.rows:
        found = row.cells.get("id")
        if not found:
            msg = f"{target}: the table has rows without an id; read_incidents and draft_incidents give each one"
            raise TableError(msg)
        if found in taken:
            msg = f"{target}: the id {found!r} is there twice; ids are unique"
            raise TableError(msg)
        taken.add(found)
    return sheet
