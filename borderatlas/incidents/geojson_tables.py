"""Incident tables as GeoJSON (RFC 7946): a FeatureCollection, one feature a line, so that a difference reads like one.

What a collection says beside its features (a name, a foreign member) stays when it is written again.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.incidents.columns import GEOMETRY, column_name
from borderatlas.incidents.sheets import Cell, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path


_OURS = frozenset({"type", "features", "bbox"})
_OF_A_FEATURE = frozenset({"type", "id", "properties", "geometry", "bbox"})
_DEGREES = ("CRS84", "EPSG::4326", "EPSG:4326", "CRS:84")
"""How the old form of GeoJSON names longitude and latitude."""


def read_geojson(path: Path) -> Sheet:
    """Read a FeatureCollection; geometries stay GeoJSON objects.

    Raises
    ------
    TableError
        ``file:line:column`` of what is no JSON, no feature, or no object.
    """
    text = _text_of(path)
    rows = list(_rows(text, str(path)))
    names = list(dict.fromkeys(name for row in rows for name in row.cells))
    return Sheet([*(name for name in names if name != GEOMETRY), GEOMETRY], rows, str(path))


def write_geojson(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet as a FeatureCollection; numbers in full precision, missing values as null."""
    members = _other_members(base) if base else {}
    head = "".join(f", {_json(name)}: {_json(value)}" for name, value in members.items())
    features = ",\n".join(_feature_text(row, sheet) for row in sheet.rows)
    return f'{{"type": "FeatureCollection"{head}, "features": [\n{features}\n]}}\n'.encode()


# --- reading


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 (byte {error.start}); save the table as UTF-8"
        raise TableError(msg) from error


def _rows(text: str, path: str) -> Iterator[Row]:
    line, counted = 1, 0
    for offset, feature in _features(text, path):
        line, counted = line + text.count("\n", counted, offset), offset
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        values = _feature_values(feature, Cell(path, line, column))
        yield Row(values, line, column, {name: said for name, said in feature.items() if name not in _OF_A_FEATURE})


def _feature_values(feature: Any, cell: Cell) -> dict[str, Any]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        cell.refuse("not a Feature; a FeatureCollection holds features")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        cell.refuse("properties is no object")
    values = dict(properties)
    _check_once(values, cell)
    own = next((name for name in values if column_name(name) == "id"), "id")
    if values.get(own) is None and feature.get("id") is not None:
        values[own] = feature["id"]
    values[GEOMETRY] = feature.get("geometry")
    return values


def _check_once(values: Mapping[str, Any], cell: Cell) -> None:
    known = [column_name(name) for name in values]
    twice = next((name for name in known if known.count(name) > 1), None) if len(set(known)) < len(known) else None
    if twice:
        cell.refuse(f"the property {twice} is there twice; keep one")


class _TwiceError(Exception):
    """A name that stands twice in one object: which of the values is meant nobody can tell, and one would be lost."""

    def __init__(self, name: str, at: int = 0) -> None:
        super().__init__(name)
        self.name, self.at = name, at


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _features(text: str, path: str) -> Iterator[tuple[int, Any]]:
    """Give the features of a collection with their offsets, by decoding one value after the other."""
    decoder = json.JSONDecoder(object_pairs_hook=_once)
    try:
        for name, offset in _members(text, decoder):
            if name == "crs":
                _check_degrees(text, offset, path, decoder)
            if name == "features" and text[offset : offset + 1] == "[":
                end = yield from _elements(text, offset, decoder)
                _check_behind(text, end, path, decoder)
                return
    except _TwiceError as error:
        line, column = text.count("\n", 0, error.at) + 1, error.at - text.rfind("\n", 0, error.at)
        msg = f"{path}:{line}:{column} {error.name!r} is there twice in one object; keep one"
        raise TableError(msg) from error
    except json.JSONDecodeError as error:
        msg = f"{path}:{error.lineno}:{error.colno} not JSON ({error.msg}); a table is a GeoJSON FeatureCollection"
        raise TableError(msg) from error
    except RecursionError as error:
        msg = f"{path}: nested too deeply; a table is a GeoJSON FeatureCollection"
        raise TableError(msg) from error
    msg = f"{path}: no features; a table is a GeoJSON FeatureCollection"
    raise TableError(msg)


def _check_degrees(text: str, offset: int, path: str, decoder: json.JSONDecoder) -> None:
    """Refuse metres: of the old form of GeoJSON, which could be in any system, only degrees are taken."""
    said, _ = decoder.raw_decode(text, offset)
    told = said.get("properties") if isinstance(said, dict) else None
    told = told if isinstance(told, dict) else {}
    named = str(told.get("name") or told.get("href") or said) if isinstance(said, dict) else ""
    if named and not named.upper().endswith(_DEGREES):
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        msg = f"{path}:{line}:{column} coordinates in {named[:60]}; GeoJSON is in longitude and latitude (EPSG:4326), save it so, or as GeoPackage"
        raise TableError(msg)


def _check_behind(text: str, at: int, path: str, decoder: json.JSONDecoder) -> None:
    """Read what stands behind the features: a coordinate system, other members, and the end of the file."""
    at = _gap(text, at)
    while text[at : at + 1] == ",":
        name, at = decoder.raw_decode(text, _gap(text, at + 1))
        offset = _gap(text, _expect(text, at, ":"))
        if name == "crs":
            _check_degrees(text, offset, path, decoder)
        if name == "features":
            raise _TwiceError(name, offset)
        at = _gap(text, decoder.raw_decode(text, offset)[1])
    end = _gap(text, _expect(text, at, "}"))
    if end < len(text):
        msg = "more stands behind its end"
        raise json.JSONDecodeError(msg, text, end)


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


def _elements(text: str, offset: int, decoder: json.JSONDecoder) -> Generator[tuple[int, Any], None, int]:
    """Give each value of a list with its offset; return where the list ends."""
    at = _gap(text, offset + 1)
    if text[at : at + 1] == "]":
        return at + 1
    while True:
        try:
            value, end = decoder.raw_decode(text, at)
        except _TwiceError as error:
            raise _TwiceError(error.name, at) from None
        yield at, value
        end = _gap(text, end)
        if text[end : end + 1] == "]":
            return end + 1
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


# --- writing


def _other_members(base: Path) -> dict[str, Any]:
    """Give what a collection says beside its features."""
    try:
        collection = json.loads(_text_of(base))
    except json.JSONDecodeError:
        return {}
    return {name: value for name, value in collection.items() if name not in _OURS}


def _feature_text(row: Row, sheet: Sheet) -> str:
    try:
        return _json(_feature(row, sheet.names))
    except ValueError as error:
        msg = f"{sheet.path or '-'}:{row.line}:{row.column or 1} a number that JSON has no way to write (NaN, Infinity); correct it"
        raise TableError(msg) from error


def _feature(row: Row, names: list[str]) -> dict[str, Any]:
    properties = {name: _finite(row.cells.get(name)) for name in names if name != GEOMETRY}
    own = next((name for name in names if column_name(name) == "id"), "id")
    return {
        "type": "Feature",
        **row.beside,
        "id": row.cells.get(own),
        "properties": properties,
        "geometry": _geometry(row.cells.get(GEOMETRY)),
    }


def _finite(value: Any) -> Any:
    """JSON has no infinity: it is carried as text."""
    return repr(value) if isinstance(value, float) and math.isinf(value) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)


def _geometry(geometry: Any) -> Any:
    from shapely.geometry import mapping

    if not hasattr(geometry, "geom_type"):  # as the file has it, even where it is no geometry
        return geometry
    return None if geometry.is_empty else mapping(geometry)
