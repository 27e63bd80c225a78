"""From a sheet to a GeoDataFrame: each cell converted and checked, each fault named by file, line and column."""

from __future__ import annotations

import json
import math
import re
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import TableError
from borderatlas.gazetteer.periods import first_day, last_day
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, kind_of
from borderatlas.incidents.sheets import (
    HALF_CHARACTER,
    Cell,
    Row,
    Sheet,
    as_text,
    geometry_of,
    point_of,
    without_midnight,
)
from borderatlas.incidents.typed_columns import typed_frame
from borderatlas.reports.written_dates import date_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopandas import GeoDataFrame

_EAST, _NORTH = 180.0, 90.0  # degrees
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def frame_of(sheet: Sheet, *, on_problem: Callable[[str], None] | None = None) -> GeoDataFrame:
    """Make a GeoDataFrame of a sheet.

    Parameters
    ----------
    sheet : Sheet
        As a format's reader gives it.
    on_problem : callable, optional
        Called with one line for each wrong value, which is then missing from the table; without it the first is
        raised.

    Returns
    -------
    GeoDataFrame
        EPSG:4326; the known columns under their known names, ``id`` first where the sheet has none, in the order of
        the sheet; then ``geometry``: the footprint, else the row's point, else None.

    Raises
    ------
    TableError
        For the first wrong value, and for an id that is there twice.
    """
    import geopandas as gpd

    known = sheet.known()
    for fault in sheet.faults:
        _tell(TableError(fault), on_problem)
    rows = [_checked(sheet, row, known, on_problem) for row in sheet.rows]
    names = [name for name in known if name != GEOMETRY]
    names = names if "id" in names else ["id", *names]
    _add_ids(sheet, rows, on_problem)
    frame = typed_frame({name: [row.get(name) for row in rows] for name in names})
    shapes = gpd.GeoSeries([row[GEOMETRY] for row in rows], index=frame.index, crs=settings.storage_crs)
    return gpd.GeoDataFrame(frame, geometry=shapes)


def value_of(name: str, value: Any, cell: Cell) -> Any:
    """Convert the cell of a known column; text and None of others stay as they are.

    Raises
    ------
    TableError
        When it is no such value.
    """
    if name == GEOMETRY:
        return geometry_of(value, cell)
    if isinstance(value, str) and HALF_CHARACTER.search(value):
        cell.refuse("holds half a character (a lone surrogate); write it as UTF-8")
    kind = kind_of(name)
    if kind is None or value is None:
        return value
    if kind in {"whole", "number"}:
        return None if value == "" else _number(name, value, cell)
    if kind == "date":
        return _date(without_midnight(str(value).strip()), cell)
    if name == "precision" and value != "" and str(value) not in COLUMN_TABLE[name].words:
        cell.refuse(f"{str(value)[:40]!r} is unknown; it is one of {', '.join(COLUMN_TABLE[name].words)}")
    return as_text(value)


def is_iso_date(value: str) -> bool:
    """Tell whether a text is a day, a month or a year of the calendar, as ISO 8601 writes it."""
    match = _ISO_DATE.match(value)
    try:
        return bool(match and date(*(int(part or 1) for part in match.groups())))
    except ValueError:
        return False


def _checked(sheet: Sheet, row: Row, known: dict[str, str], on_problem: Callable[[str], None] | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, written in known.items():
        try:
            found[name] = value_of(name, row.cells.get(written), sheet.cell(row, written))
        except TableError as error:
            found[name] = None
            _tell(error, on_problem)
    try:
        _check_row(sheet, row, known, found)
    except TableError as error:
        _tell(error, on_problem)
    try:
        _check_ground(sheet, row, known, found)
    except TableError as error:
        found[GEOMETRY] = None
        _tell(error, on_problem)
    found[GEOMETRY] = found.get(GEOMETRY) or point_of(found)
    return found


def _check_ground(sheet: Sheet, row: Row, known: dict[str, str], found: dict[str, Any]) -> None:
    """Check that a footprint is in degrees."""
    shape = found.get(GEOMETRY)
    if shape is None:
        return
    west, south, east, north = shape.bounds
    if not (-_EAST <= west <= east <= _EAST and -_NORTH <= south <= north <= _NORTH):
        cell = sheet.cell(row, known.get(GEOMETRY, GEOMETRY))
        cell.refuse(
            f"lies outside the world ({west:g} {south:g}); write longitude first, in degrees within ±180 and ±90"
        )


def _tell(error: TableError, on_problem: Callable[[str], None] | None) -> None:
    if on_problem is None:
        raise error
    on_problem(str(error))


def _check_row(sheet: Sheet, row: Row, known: dict[str, str], found: dict[str, Any]) -> None:
    """Check what no cell says alone: both coordinates, some place, dates in order."""

    def cell(name: str) -> Cell:
        at = sheet.cell(row, known.get(name, name))
        return Cell(at.path, at.line, at.column, name)

    if (found.get("latitude") is None) != (found.get("longitude") is None):
        missing = "latitude" if found.get("latitude") is None else "longitude"
        cell(missing).refuse("is missing; latitude and longitude stand together")
    placed = any(found.get(name) is not None for name in ("latitude", GEOMETRY))
    named = any(found.get(name) for name in ("place_name", "place_id")) or found.get("precision") == "unlocated"
    if not placed and not named:
        cell("latitude").refuse("says no place; give latitude and longitude, a place_name or a place_id")
    start, end = found.get("date_start"), found.get("date_end")
    if start and end and first_day(start) > last_day(end):
        cell("date_end").refuse(f"{end} is before date_start {start}; swap them")


def _number(name: str, value: Any, cell: Cell) -> float | int:
    column = COLUMN_TABLE[name]
    try:
        number = float(value) if not isinstance(value, bool) else math.nan
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        cell.refuse(f"{str(value)[:40]!r} is no number; write it with a decimal point")
    if not column.low <= number <= column.high:
        cell.refuse(f"{value} is outside {column.low:g} to {column.high:g}")
    if column.kind == "whole" and number != int(number):
        cell.refuse(f"{value} is no whole number")
    return int(number) if column.kind == "whole" else number


def _date(value: str, cell: Cell) -> str:
    if value and not is_iso_date(value):
        hint = ", or say --dates day-first or month-first" if date_order([value]).is_ambiguous else _counted(value)
        cell.refuse(f"{value[:40]!r} is no date; write it as 2010-06-08, 2010-06 or 2010{hint}")
    return value


def _counted(value: str) -> str:
    """Say which day a number is to a spreadsheet, which counts them from 1900: a cell that lost its format."""
    if not re.fullmatch(r"\d{5}(\.0)?", value):
        return ""
    day = date(1899, 12, 30) + timedelta(days=int(float(value)))
    return f"; a spreadsheet means {day} by it: format the cells as dates"


def _add_ids(sheet: Sheet, rows: list[dict[str, Any]], on_problem: Callable[[str], None] | None) -> None:
    """Give an id to each row without one, and refuse one that is there twice."""
    taken: set[str] = set()
    for number, row in enumerate(rows):
        row["id"] = row.get("id") or _hash(row, taken)
        if row["id"] in taken:
            line = sheet.rows[number].line
            _tell(TableError(f"{sheet.path}:{line}: the id {row['id']!r} is there twice; ids are unique"), on_problem)
            row["id"] = _hash(row, taken)
        taken.add(row["id"])


def _hash(row: dict[str, Any], taken: set[str]) -> str:
    """Give an id that depends on what a row says, and on how many equal rows came before it."""
    said = json.dumps({name: str(value) for name, value in sorted(row.items())}, ensure_ascii=False)
    found = (sha256(f"{said}\0{again}".encode()).hexdigest()[:12] for again in range(len(taken) + 1))
    return next(name for name in found if name not in taken)
