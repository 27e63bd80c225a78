"""Incident tables as CSV and GeoJSON: read with every fault named by file, line and column, written whole or not at all.

A table needs only a place: ``latitude`` and ``longitude`` (or ``lat``, ``lon``, ``lng``), or a ``place_name``, or a
``place_id``. Columns that the program does not know are carried along as text, in their order. Rows are written sorted
by id, so that a difference reads like one. In CSV an empty field is a missing value; a ``geometry`` column (WKT) is
written only when a footprint says more than the row's point.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from borderatlas import settings
from borderatlas.errors import OutputError, TableError
from borderatlas.files import check_writable, write_whole
from borderatlas.incidents.vocabulary import PRECISIONS
from borderatlas.models import Incident

if TYPE_CHECKING:
    import os

    import pandas as pd
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Incident))
"""The columns of an incident table, in order."""

_ALIASES = {"lat": "latitude", "lon": "longitude", "lng": "longitude", "long": "longitude"}
_WHOLE = frozenset({"geo_precision", "where_prec", "quote_start", "quote_end"})
_NUMBERS = frozenset({"latitude", "longitude", "uncertainty_m", "river_km_from", "river_km_to"})
_DATES = frozenset({"date_start", "date_end", "source_date"})
_NEVER_NULL = frozenset({"other_place_ids", "source_place_ids", "quote"})
_RANGES = {
    "latitude": (-90.0, 90.0), "longitude": (-180.0, 180.0), "uncertainty_m": (0.0, math.inf),
    "geo_precision": (1, 3), "where_prec": (1, 7), "quote_start": (0, math.inf), "quote_end": (0, math.inf),
    "river_km_from": (0.0, math.inf), "river_km_to": (0.0, math.inf),
}  # fmt: skip
_DECIMALS = 6  # of degrees: a tenth of a metre
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')
_GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a value stands in a file, for messages: line and column from 1."""

    path: str
    line: int
    column: int
    name: str = ""

    def refuse(self, message: str, cause: Exception | None = None) -> NoReturn:
        """Raise a TableError about this value."""
        named = f"{self.name} " if self.name else ""
        msg = f"{self.path}:{self.line}:{self.column} {named}{message}"
        raise TableError(msg) from cause


_Row = tuple[dict[str, Any], Callable[[str], _Cell]]
"""The values of one row by column, and a function that gives the place of a column in the file."""


def read_incidents(path: str | os.PathLike[str]) -> GeoDataFrame:
    """Read an incident table.

    Parameters
    ----------
    path : path
        ``.csv`` (UTF-8, with a header) or ``.geojson``/``.json`` (a FeatureCollection).

    Returns
    -------
    GeoDataFrame
        EPSG:4326. The columns of `Incident` that the table has, in their order, then those that the program does not
        know, then ``geometry``: the footprint that the table carries, else the row's point, else None. ``id`` is
        always there: a row without one gets a hash of what it says.

    Raises
    ------
    TableError
        When the file cannot be read or a value is wrong: ``file:line:column``, what was wrong, what would be right.
        In CSV the column is the number of the field.
    """
    source = Path(path)
    readers = {".csv": _csv_rows, ".geojson": _geojson_rows, ".json": _geojson_rows}
    if source.suffix.lower() not in readers:
        msg = f"{source}: not a kind of incident table; tables are .csv or .geojson"
        raise TableError(msg)
    names, records = readers[source.suffix.lower()](_text_of(source), str(source))
    return _frame([_checked(values, cell) for values, cell in records], names, str(source))


def write_incidents(incidents: GeoDataFrame, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """Write an incident table, sorted by id; reading it again gives the same rows (coordinates to six decimals).

    Parameters
    ----------
    incidents : GeoDataFrame
        EPSG:4326, with a column ``id``.
    path : path
        ``.csv`` or ``.geojson``/``.json``.
    overwrite : bool
        Whether a file that is there may be replaced.

    Raises
    ------
    OutputError
        When the file is there and `overwrite` is False, or when it cannot be written.
    TableError
        When the table has no id, or one id twice.
    """
    target = check_writable(path, overwrite=overwrite)
    writers = {".csv": _csv_text, ".geojson": _geojson_text, ".json": _geojson_text}
    if target.suffix.lower() not in writers:
        msg = f"{target}: not a kind of incident table; name a .csv or .geojson file"
        raise OutputError(msg)
    _check_ids(incidents, target)
    content = writers[target.suffix.lower()](incidents.sort_values("id", kind="stable"))
    return write_whole(target, content, overwrite=overwrite)


def typed_frame(columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    """Make a DataFrame whose known columns have the same type whatever is missing in them.

    Whole numbers are ``Int64`` and numbers ``float64``, missing as NA and NaN; everything else is text.
    """
    import pandas as pd

    return pd.DataFrame({name: pd.Series(values, dtype=_dtype(name, values)) for name, values in columns.items()})


def _dtype(name: str, values: list[Any]) -> str:
    if name in _WHOLE:
        return "Int64"
    if name in _NUMBERS:
        return "float64"
    return "str" if name in COLUMNS or all(value is None or isinstance(value, str) for value in values) else "object"


# --- reading ----------------------------------------------------------------------------------------------------------


def _text_of(source: Path) -> str:
    try:
        return source.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{source}: not UTF-8 (byte {error.start}); save the table as UTF-8"
        raise TableError(msg) from error
    except OSError as error:
        msg = f"{source}: cannot be read ({error.strerror or error}); name an incident table"
        raise TableError(msg) from error


def _csv_rows(text: str, path: str) -> tuple[list[str], Iterator[_Row]]:
    records = _csv_records(text, path)
    _, header = next(records, (1, []))
    names = _column_names(header, path)
    return names, _csv_values(records, names, path)


def _csv_values(records: Iterator[tuple[int, list[str]]], names: list[str], path: str) -> Iterator[_Row]:
    for line, record in records:
        if len(record) > len(names):
            msg = f"{path}:{line}:{len(names) + 1} more fields than the header has columns ({len(names)}); quote commas"
            raise TableError(msg)
        values = dict(zip(names, [field or None for field in record], strict=False))
        yield values, _csv_cell(path, line, names)


def _csv_records(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with the line on which it begins: a quoted field may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for record in reader:
            if record:
                yield line, record
            line = reader.line_num + 1
    except csv.Error as error:
        msg = f"{path}:{line}:1 not CSV ({error}); fields are parted by commas, and quoted where they hold one"
        raise TableError(msg) from error


def _column_names(header: list[str], path: str) -> list[str]:
    names = [_column_name(field) for field in header]
    for position, name in enumerate(names):
        if not name:
            msg = f"{path}:1:{position + 1} a column without a name; the first line names the columns"
            raise TableError(msg)
        if name in names[:position]:
            msg = f"{path}:1:{position + 1} the column {name} is there twice; keep one"
            raise TableError(msg)
    if not names:
        msg = f"{path}: empty; a table begins with a line that names its columns"
        raise TableError(msg)
    return names


def _column_name(field: str) -> str:
    known = field.strip().lower()
    known = _ALIASES.get(known, known)
    return known if known in COLUMNS or known == _GEOMETRY else field.strip()


def _csv_cell(path: str, line: int, names: list[str]) -> Callable[[str], _Cell]:
    def cell(name: str) -> _Cell:
        return _Cell(path, line, names.index(name) + 1 if name in names else 1, name)

    return cell


def _geojson_rows(text: str, path: str) -> tuple[list[str], Iterator[_Row]]:
    return [], _geojson_values(text, path)  # a collection without features names no columns


def _geojson_values(text: str, path: str) -> Iterator[_Row]:
    for offset, feature in _features(text, path):
        line = text.count("\n", 0, offset) + 1
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1

        def cell(name: str, line: int = line, column: int = column) -> _Cell:
            return _Cell(path, line, column, name)

        yield _feature_values(feature, cell), cell


def _feature_values(feature: Any, cell: Callable[[str], _Cell]) -> dict[str, Any]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        cell("").refuse("not a Feature; a FeatureCollection holds features")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        cell("properties").refuse("is no object")
    values = {_column_name(name): value for name, value in properties.items()}
    if values.get("id") is None and feature.get("id") is not None:
        values["id"] = feature["id"]
    values[_GEOMETRY] = feature.get("geometry")
    return values


def _features(text: str, path: str) -> Iterator[tuple[int, Any]]:
    """Give the features of a collection with their offsets, by decoding one value after the other."""
    decoder = json.JSONDecoder()
    try:
        for name, offset in _members(text, decoder):
            if name == "features" and text[offset : offset + 1] == "[":
                yield from _elements(text, offset, decoder)
                return
    except json.JSONDecodeError as error:
        msg = f"{path}:{error.lineno}:{error.colno} not JSON ({error.msg}); a table is a GeoJSON FeatureCollection"
        raise TableError(msg) from error
    except RecursionError as error:
        msg = f"{path}: nested too deeply; a table is a GeoJSON FeatureCollection"
        raise TableError(msg) from error
    msg = f"{path}: no features; a table is a GeoJSON FeatureCollection"
    raise TableError(msg)


def _members(text: str, decoder: json.JSONDecoder) -> Iterator[tuple[str, int]]:
    """Give the keys of the outermost object with the offset of each value."""
    at = _expect(text, 0, "{")
    while text[_gap(text, at) : _gap(text, at) + 1] == '"':
        name, at = decoder.raw_decode(text, _gap(text, at))
        offset = _gap(text, _expect(text, at, ":"))
        yield name, offset
        _, at = decoder.raw_decode(text, offset)
        at = _gap(text, at)
        at += text[at : at + 1] == ","
    _expect(text, at, "}")


def _elements(text: str, offset: int, decoder: json.JSONDecoder) -> Iterator[tuple[int, Any]]:
    at = _gap(text, offset + 1)
    if text[at : at + 1] == "]":
        return
    while True:
        value, end = decoder.raw_decode(text, at)
        yield at, value
        end = _gap(text, end)
        if text[end : end + 1] == "]":
            return
        at = _gap(text, _expect(text, end, ","))


def _gap(text: str, at: int) -> int:
    while text[at : at + 1] in {" ", "\t", "\r", "\n"}:
        at += 1
    return at


def _expect(text: str, at: int, character: str) -> int:
    at = _gap(text, at)
    if text[at : at + 1] != character:
        msg = f"expected {character!r}"
        raise json.JSONDecodeError(msg, text, at)
    return at + 1


def _checked(values: dict[str, Any], cell: Callable[[str], _Cell]) -> dict[str, Any]:
    """Convert and check the values of one row."""
    row = {name: _value(name, value, cell) for name, value in values.items()}
    _check_place(row, cell)
    if row.get("date_start") and row.get("date_end") and row["date_start"] > row["date_end"]:
        cell("date_end").refuse(f"{row['date_end']} is before date_start {row['date_start']}; swap them")
    row[_GEOMETRY] = row.get(_GEOMETRY) or _point(row)
    return row


def _value(name: str, value: Any, cell: Callable[[str], _Cell]) -> Any:
    if name == _GEOMETRY:
        return _geometry(value, cell)
    if value is None or value == "":
        return "" if name in _NEVER_NULL else None
    if name in _NUMBERS or name in _WHOLE:
        return _number(name, value, cell)
    if name in _DATES:
        return _date(name, str(value).strip(), cell)
    if name == "precision" and str(value) not in PRECISIONS:
        cell(name).refuse(f"{str(value)[:40]!r} is unknown; it is one of {', '.join(PRECISIONS)}")
    return str(value) if name in COLUMNS else value


def _number(name: str, value: Any, cell: Callable[[str], _Cell]) -> float | int:
    try:
        number = float(value) if not isinstance(value, bool) else math.nan
    except (TypeError, ValueError):
        number = math.nan
    low, high = _RANGES[name]
    if not math.isfinite(number):
        cell(name).refuse(f"{str(value)[:40]!r} is no number; write it with a decimal point")
    if not low <= number <= high:
        cell(name).refuse(f"{value} is outside {low:g} to {high:g}")
    if name in _WHOLE and number != int(number):
        cell(name).refuse(f"{value} is no whole number")
    return int(number) if name in _WHOLE else number


def _date(name: str, value: str, cell: Callable[[str], _Cell]) -> str:
    if not _is_iso_date(value):
        cell(name).refuse(f"{value[:40]!r} is no date; write it as 2010-06-08, 2010-06 or 2010")
    return value


def _is_iso_date(value: str) -> bool:
    match = _ISO_DATE.match(value)
    try:
        return bool(match and date(*(int(part or 1) for part in match.groups())))
    except ValueError:
        return False


def _check_place(row: dict[str, Any], cell: Callable[[str], _Cell]) -> None:
    one_half = (row.get("latitude") is None) != (row.get("longitude") is None)
    if one_half:
        missing = "latitude" if row.get("latitude") is None else "longitude"
        cell(missing).refuse("is missing; latitude and longitude stand together")
    placed = row.get("latitude") is not None or row.get(_GEOMETRY) is not None
    if not placed and not row.get("place_name") and not row.get("place_id") and row.get("precision") != "unlocated":
        cell("latitude").refuse("no place; give latitude and longitude, a place_name or a place_id")


def _geometry(value: Any, cell: Callable[[str], _Cell]) -> BaseGeometry | None:
    import shapely
    from shapely.geometry import shape

    if value is None:
        return None
    try:
        return shapely.from_wkt(value) if isinstance(value, str) else shape(value)
    except (shapely.errors.ShapelyError, AttributeError, KeyError, TypeError, ValueError) as error:
        cell(_GEOMETRY).refuse("is no geometry; write WKT in CSV, a GeoJSON geometry in GeoJSON", error)


def _point(row: dict[str, Any]) -> BaseGeometry | None:
    from shapely.geometry import Point

    if row.get("latitude") is None:
        return None
    return Point(row["longitude"], row["latitude"])


def _frame(rows: list[dict[str, Any]], names: list[str], path: str) -> GeoDataFrame:
    import geopandas as gpd

    given = list(dict.fromkeys([*names, *(name for row in rows for name in row)]))
    known = [name for name in COLUMNS if name in given or name == "id"]
    unknown = [name for name in given if name not in COLUMNS and name != _GEOMETRY]
    _add_ids(rows, path)
    columns = {
        name: [row.get(name, "" if name in _NEVER_NULL else None) for row in rows] for name in [*known, *unknown]
    }
    return gpd.GeoDataFrame(typed_frame(columns), geometry=[row[_GEOMETRY] for row in rows], crs=settings.storage_crs)


def _add_ids(rows: list[dict[str, Any]], path: str) -> None:
    taken: set[str] = set()
    for number, row in enumerate(rows, start=1):
        if not row.get("id"):
            row["id"] = _hash(row, taken)
        if row["id"] in taken:
            msg = f"{path}: the id {row['id']!r} is there twice (row {number}); ids are unique"
            raise TableError(msg)
        taken.add(row["id"])


def _hash(row: dict[str, Any], taken: set[str]) -> str:
    """Give an id that depends on what a row says, and on how many equal rows came before it."""
    said = json.dumps({name: str(value) for name, value in sorted(row.items())}, ensure_ascii=False)
    found = (sha256(f"{said}\0{again}".encode()).hexdigest()[:12] for again in range(len(taken) + 1))
    return next(name for name in found if name not in taken)


# --- writing ----------------------------------------------------------------------------------------------------------


def _check_ids(incidents: GeoDataFrame, target: Path) -> None:
    if "id" not in incidents.columns or incidents["id"].isna().any():
        msg = f"{target}: the table has rows without an id; read_incidents and draft_incidents give each one"
        raise TableError(msg)
    twice = incidents["id"][incidents["id"].duplicated()]
    if len(twice):
        msg = f"{target}: the id {twice.iloc[0]!r} is there twice; ids are unique"
        raise TableError(msg)


def _ordered(incidents: GeoDataFrame) -> list[str]:
    names = [str(name) for name in incidents.columns if name != incidents.geometry.name]
    return [name for name in COLUMNS if name in names] + [name for name in names if name not in COLUMNS]


def _records(incidents: GeoDataFrame) -> Iterator[tuple[dict[str, Any], BaseGeometry | None]]:
    names = _ordered(incidents)
    columns = [[_plain(value) for value in incidents[name]] for name in names]
    for values, geometry in zip(zip(*columns, strict=True), incidents.geometry, strict=True):
        yield dict(zip(names, values, strict=True)), geometry


def _plain(value: Any) -> Any:
    """Give a value as Python's own, and None for what is missing."""
    if (
        value is None
        or (isinstance(value, float) and math.isnan(value))
        or type(value).__name__ in {"NAType", "NaTType"}
    ):
        return None
    return value.item() if hasattr(value, "item") else value


def _csv_text(incidents: GeoDataFrame) -> str:
    import shapely

    records = list(_records(incidents))
    with_geometry = any(_says_more(row, geometry) for row, geometry in records)
    names = _ordered(incidents) + ([_GEOMETRY] if with_geometry else [])
    lines = [names]
    for row, geometry in records:
        wkt = shapely.to_wkt(geometry, rounding_precision=_DECIMALS) if _says_more(row, geometry) else None
        lines.append([_field(value) for value in [*row.values(), *([wkt] if with_geometry else [])]])
    return "".join(",".join(_quoted(field) for field in line) + "\n" for line in lines)


def _quoted(field: str) -> str:
    """Quote a field where it needs it; the standard writer leaves a lone carriage return bare, and readers break on it."""
    if not _NEEDS_QUOTES.search(field):
        return field
    return '"' + field.replace('"', '""') + '"'


def _field(value: Any) -> str:
    if value is None:
        return ""
    return repr(value) if isinstance(value, float) else str(value)


def _says_more(row: Mapping[str, Any], geometry: BaseGeometry | None) -> bool:
    """Tell whether a geometry is more than the point of its row's latitude and longitude."""
    if geometry is None or geometry.is_empty:
        return False
    if geometry.geom_type != "Point" or row.get("latitude") is None:
        return True
    return (geometry.x, geometry.y) != (row.get("longitude"), row.get("latitude"))


def _geojson_text(incidents: GeoDataFrame) -> str:
    features = (
        {"type": "Feature", "id": row["id"], "properties": row, "geometry": _mapping(geometry)}
        for row, geometry in _records(incidents)
    )
    lines = ",\n".join(_json(feature) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)


def _mapping(geometry: BaseGeometry | None) -> dict[str, Any] | None:
    from shapely.geometry import mapping

    if geometry is None or geometry.is_empty:
        return None
    shaped = mapping(geometry)
    return {"type": shaped["type"], "coordinates": _rounded(shaped["coordinates"])}


def _rounded(coordinates: Iterable[Any] | float) -> Any:
    if isinstance(coordinates, float | int):
        return round(coordinates, _DECIMALS)
    return [_rounded(part) for part in coordinates]
