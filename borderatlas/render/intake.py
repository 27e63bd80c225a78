"""The table of incidents as a page or a figure draws it: every column there, in degrees, a precision in every row."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pandas as pd
import shapely

from borderatlas import settings
from borderatlas.errors import RenderError
from borderatlas.models import Precision
from borderatlas.render import block

if TYPE_CHECKING:
    import geopandas
    from numpy.typing import NDArray

PRECISION_WORDS: tuple[str, ...] = get_args(Precision)


def checked(incidents: geopandas.GeoDataFrame | pd.DataFrame) -> pd.DataFrame:
    """Give a table with every column that the page knows, in degrees, a valid precision in every row.

    Raises
    ------
    RenderError
        When there is no place column, a coordinate is no degree, or a precision is no such word.
    """
    name = getattr(incidents, "active_geometry_name", None) or "geometry"
    table = pd.DataFrame(incidents.drop(columns=name, errors="ignore")).reset_index(drop=True)
    geometry = _geometries(incidents[name]) if name in incidents else np.full(len(table), None, dtype=object)
    _fill_points(table, geometry)
    table["geometry"] = pd.Series(geometry, dtype=object)
    for column in (*block.CODED, *block.TEXTS, *block.FLOATS):
        if column not in table:
            table[column] = None
    _check_degrees(table)
    table["precision"] = _precision(table)
    table.loc[table["precision"] == "unlocated", ["latitude", "longitude"]] = math.nan
    return table


def _geometries(column: pd.Series[Any]) -> NDArray[Any]:
    """Give geometries in degrees, None for what is empty."""
    crs = getattr(column, "crs", None)
    if crs is not None and crs != settings.storage_crs:
        column = column.to_crs(settings.storage_crs)
    geometry: NDArray[Any] = np.array(column, dtype=object)
    geometry[shapely.is_missing(geometry) | shapely.is_empty(geometry)] = None
    return geometry


def _fill_points(table: pd.DataFrame, geometry: NDArray[Any]) -> None:
    """Take the representative point from the footprint where the table gives none."""
    there = geometry != None  # noqa: E711 - element by element
    if "latitude" not in table and "longitude" not in table and len(table) and not there.any():
        msg = f"incidents: no place: give latitude and longitude columns or a geometry; there are {list(table.columns)}"
        raise RenderError(msg)
    degrees = [
        pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=float, na_value=math.nan, copy=True)
        if name in table else np.full(len(table), math.nan) for name in ("longitude", "latitude")
    ]  # fmt: skip
    missing = there & (np.isnan(degrees[0]) | np.isnan(degrees[1]))
    spots = geometry[missing]
    extended = shapely.get_type_id(spots) != 0
    spots[extended] = shapely.point_on_surface(spots[extended])
    for values, axis in zip(degrees, (shapely.get_x, shapely.get_y), strict=True):
        values[missing] = axis(spots)
    nowhere = np.isnan(degrees[0]) | np.isnan(degrees[1])
    for name, values in zip(("longitude", "latitude"), degrees, strict=True):
        table[name] = np.where(nowhere, math.nan, values)


def _precision(table: pd.DataFrame) -> pd.Series[str]:
    """Give a known word for every row: "unlocated" without a place, "unstated" where the table says none."""
    words = table["precision"].astype(object).where(table["precision"].notna(), "unstated").replace("", "unstated")
    words = words.where(table["latitude"].notna(), "unlocated")
    wrong = ~words.isin([*PRECISION_WORDS, "unstated"])
    if wrong.any():
        row = wrong.idxmax()
        msg = f"incidents: row {row}: precision {words[row]!r} is none of {', '.join(PRECISION_WORDS)}"
        raise RenderError(msg)
    return words


def _check_degrees(table: pd.DataFrame) -> None:
    if "precision" in table:
        table = table[table["precision"] != "unlocated"]
    for name, limit, hint in (
        ("latitude", 90, "is no latitude; are latitude and longitude swapped?"),
        ("longitude", 180, "is no longitude in degrees (-180 to 180)"),
    ):
        wrong = table[name].abs() > limit
        if wrong.any():
            row = wrong.idxmax()
            msg = f"incidents: row {row}: {name} {table[name][row]} {hint}"
            raise RenderError(msg)
