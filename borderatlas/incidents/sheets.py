"""A table as it stands in a file: names, rows of plain values, and where each cell is. No value is judged here.

Every format is read into a `Sheet` and written from one, so that what nobody touches comes out as it went in.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from borderatlas.errors import TableError
from borderatlas.incidents.columns import GEOMETRY, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""A lone surrogate: no file can hold one."""
_MIDNIGHT = re.compile(r"(?<=\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?\Z")


@dataclass(slots=True)
class Row:
    """One row of a sheet.

    Attributes
    ----------
    cells : dict
        Column name → None, text, number, truth value, list or dict; ``geometry`` holds a shapely geometry (EPSG:4326),
        WKT or a GeoJSON geometry, as the file has it.
    line : int
        Line of a text file on which the row begins, or number of the row in the file; both from 1.
    column : int or None
        Where on the line it begins, from 1; None where each column has a number of its own.
    beside : dict
        What the file says of the row beside its cells: other members of a GeoJSON feature.
    """

    cells: dict[str, Any]
    line: int = 0
    column: int | None = None
    beside: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A table as it stands in a file.

    Attributes
    ----------
    names : list of str
        The columns as the file names them, in its order.
    rows : list of Row
    path : str
        Where it was read from, for messages.
    faults : list of str
        What of the file no cell holds, a line each: rows with more fields than there are columns.
    notes : list of str
        What is worth knowing of the file, a line each: which of its sheets was read.
    read_from : dict of str to str
        For columns that the file does not have: the one of its columns that they were read from.
    """

    names: list[str]
    rows: list[Row] = field(default_factory=list)
    path: str = ""
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read_from: dict[str, str] = field(default_factory=dict)

    def known(self) -> dict[str, str]:
        """Give the columns' known names, and the unknown ones as they stand, each with its name in the file."""
        return {column_name(name): name for name in self.names}

    def cell(self, row: Row, name: str) -> Cell:
        """Give the place of a cell in the file; of a column that the row lacks, that of the row."""
        there = self.read_from.get(name, name)
        number = self.names.index(there) + 1 if there in self.names else 1
        return Cell(self.path, row.line, row.column or number, column_name(name))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value stands in a file, for messages: line and column from 1."""

    path: str
    line: int
    column: int
    name: str = ""

    def says(self, message: str) -> str:
        """Give a message about this value: ``file:line:column name message``."""
        named = f"{self.name} " if self.name else ""
        return f"{self.path}:{self.line}:{self.column} {named}{message}"

    def refuse(self, message: str, cause: Exception | None = None) -> NoReturn:
        """Raise a TableError about this value."""
        raise TableError(self.says(message)) from cause


def sheet_of(columns: Mapping[str, Iterable[Any]], path: str = "") -> Sheet:
    """Make a sheet of columns of equal length."""
    lists = [[plain(value) for value in values] for values in columns.values()]
    rows = [
        Row(dict(zip(columns, values, strict=True)), number)
        for number, values in enumerate(zip(*lists, strict=True), 1)
    ]
    return Sheet(list(columns), rows, path)


def plain(value: Any) -> Any:
    """Give a value as Python's own: None for what is missing, dates as ISO text, numbers and lists without numpy."""
    if value is None or type(value) in {str, bool, int} or hasattr(value, "geom_type"):
        return value
    if _is_missing(value):
        return None
    if hasattr(value, "isoformat"):
        return _iso(value)
    return _plain_many(value.tolist() if hasattr(value, "tolist") else value)


def _is_missing(value: Any) -> bool:
    return type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and math.isnan(value))


def _plain_many(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return value if isinstance(value, str | bool | int | float) or value is None else str(value)


def _iso(moment: Any) -> str:
    """Write a date, or a moment; midnight without a zone is a date, as spreadsheets and databases hold them."""
    text: str = moment.isoformat()
    return text.removesuffix("T00:00:00")


def without_midnight(text: str) -> str:
    """Give the date of a moment at midnight: what programs make of a date that they save as date and time."""
    return _MIDNIGHT.sub("", text)


def as_text(value: Any) -> str | None:
    """Write a value as text that says it all: numbers so that they come back, lists and objects as JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | bool) else str(value)


def check_texts(sheet: Sheet, target: object) -> None:
    """Refuse text that is no Unicode (half a character), before anything is written.

    Raises
    ------
    TableError
        With row and column.
    """
    for number, row in enumerate(sheet.rows, start=1):
        for name, value in row.cells.items():
            if isinstance(value, str | list | dict) and HALF_CHARACTER.search(as_text(value) or ""):
                msg = f"{target}: row {number}, column {name} holds half a character (a lone surrogate); take it out"
                raise TableError(msg)


def geometry_name(sheet: Sheet) -> str | None:
    """Give the sheet's name of the column of geometries, if it has one."""
    return sheet.known().get(GEOMETRY)


def geometry_of(value: Any, cell: Cell) -> Any:
    """Give a geometry (shapely, EPSG:4326) from WKT, a GeoJSON object or itself; None for an empty one."""
    import numpy as np
    import shapely
    from shapely.geometry import shape

    if value is None or value == "" or hasattr(value, "geom_type"):
        return value or None
    try:
        found = shapely.from_wkt(value) if isinstance(value, str) else shape(value)
    except (shapely.errors.ShapelyError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        cell.refuse("is no geometry; write WKT in CSV, a GeoJSON geometry in GeoJSON", error)
    if not found.is_empty and not np.isfinite(shapely.get_coordinates(found)).all():
        cell.refuse("has a coordinate that is no number; degrees are within ±180 and ±90")
    return None if found.is_empty else found


def geometries_of(sheet: Sheet) -> list[Any]:
    """Give the geometry of each row, for the formats that hold real ones; None where there is none.

    Raises
    ------
    TableError
        For a cell of the column that is no geometry: such a format has no place for it.
    """
    name = geometry_name(sheet)
    return [geometry_of(row.cells.get(name), sheet.cell(row, name)) if name else None for row in sheet.rows]


def point_of(row: Mapping[str, Any]) -> Any:
    """Give the point of a row's latitude and longitude; None without them, or where they are no numbers."""
    from shapely.geometry import Point

    try:
        lon, lat = float(row["longitude"]), float(row["latitude"])
    except (KeyError, TypeError, ValueError):
        return None
    return Point(lon, lat) if math.isfinite(lon) and math.isfinite(lat) else None


def written_cells(sheet: Sheet) -> tuple[list[str], list[list[Any]]]:
    """Give the columns and the cells for a format without geometries: footprints as WKT, in full precision.

    A footprint that is no more than the point of its row's latitude and longitude is left out, and the whole column
    when all are.
    """
    shape = geometry_name(sheet)
    wkt = [_wkt(row.cells.get(shape), row) if shape else None for row in sheet.rows]
    names = [name for name in sheet.names if name != shape or any(cell is not None for cell in wkt)]
    rows = [[text if name == shape else row.cells.get(name) for name in names]
            for row, text in zip(sheet.rows, wkt, strict=True)]  # fmt: skip
    return names, rows


def _wkt(value: Any, row: Row) -> str | None:
    import shapely

    if value is None or isinstance(value, str):
        return value
    geometry = value if hasattr(value, "geom_type") else shapely.geometry.shape(value)
    point = point_of({column_name(name): cell for name, cell in row.cells.items()})
    repeats = point is not None and geometry.geom_type == "Point" and (geometry.x, geometry.y) == (point.x, point.y)
    return None if repeats or geometry.is_empty else str(shapely.to_wkt(geometry, rounding_precision=-1))


def is_empty(value: Any) -> bool:
    """Tell whether a cell says nothing: None, an empty text, not a number."""
    return value is None or value == "" or _is_missing(value)
