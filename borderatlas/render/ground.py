"""The ground of incidents: lines and areas that a page draws, each distinct one once.

Circles are not here: a row that has a point and an uncertainty says all that there is to say of one. All coordinates
are longitude, latitude on WGS84 (EPSG:4326).
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import LineString, MultiLineString, Point, shape

from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import chainage, geodesy
from borderatlas.render.layers import BASEMAP_TOLERANCE, encode, read_features
from borderatlas.render.style import drawing_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

FOOTPRINT_TOLERANCE = 0.0003
"""Simplification of incidents' areas, degrees (about 30 m): they are far less certain than that."""

MAX_VERTICES = 2000
"""A footprint of more vertices is simplified until it has no more, and the page says so."""

POINTS = (-1, 0, 4)  # shapely's type ids of nothing, a point and several points
MADE_FROM = {
    "province": ("place_id", "admin1"),
    "river": ("river",),
    "river_reach": ("river", "river_km_from", "river_km_to", "uncertainty_m", "longitude", "latitude"),
}
"""What a footprint is made from where a row has none."""


def footprints(table: pd.DataFrame) -> tuple[list[dict[str, Any]], NDArray[np.int32]]:
    """Give the ground of incidents, each distinct one once, and for every row which of them is its.

    Parameters
    ----------
    table : DataFrame
        With ``geometry``, ``longitude``, ``latitude`` (degrees, EPSG:4326), ``precision``, ``uncertainty_m``, ``bank``
        and, for rows whose geometry is a point or none, ``place_id``, ``admin1``, ``river``, ``river_km_from``,
        ``river_km_to``. A county whose ``outline`` (if there is such a column) is ``given`` is not approximate.

    Returns
    -------
    list of dict
        ``precision``, ``drawing`` and ``lines`` (see `borderatlas.render.layers.encode`); ``given`` (true) for an
        outline that is not approximate; ``side`` (1 right, -1 left of the course as it is drawn) for one bank of a
        reach; ``simplified_from`` (vertices) for one that was simplified to `MAX_VERTICES`.
    array of int32
        Index into the list; -1 for a row without lines of its own: a spot, a circle, nothing.
    """
    used = np.full(len(table), -1, dtype=np.int32)
    geometry = table["geometry"].to_numpy(dtype=object)
    drawn = table["precision"].map({word: drawing_of(word) != "none" for word in table["precision"].unique()})
    with_lines = ~np.isin(shapely.get_type_id(geometry), POINTS)
    mask = drawn.to_numpy(dtype=bool) & (with_lines | table["precision"].isin([*MADE_FROM]).to_numpy())
    rows = np.flatnonzero(mask)
    found: list[dict[str, Any]] = []
    seen: dict[tuple[Any, ...], int] = {}
    for index, row in zip(rows, table.iloc[rows].to_dict("records"), strict=True):
        if not with_lines[index]:
            row["geometry"] = None
        key = _key(row)
        if key not in seen:
            footprint = _footprint(row)
            seen[key] = len(found) if footprint else -1
            found += [footprint] if footprint else []
        used[index] = seen[key]
    return found, used


def is_given(row: dict[str, Any]) -> bool:
    """Tell whether a row's county is drawn by an outline that a user gave: then it is not approximate."""
    return row["precision"] == "county" and row.get("outline") == "given"


def river_stretch(geometry: BaseGeometry) -> BaseGeometry:
    """Give the stretch of river line that a footprint means: a line as it is, of an area what river it holds.

    An area that holds none of either river is given back unchanged.
    """
    if geometry.geom_type in {"LineString", "MultiLineString"}:
        return geometry
    area = geometry if geometry.is_valid else shapely.make_valid(geometry)
    stretch = shapely.union_all([line.intersection(area) for line in _river_lines().values()])
    return geometry if stretch.is_empty else stretch


@cache
def _river_lines() -> dict[str, LineString]:
    """Give the border rivers by id, each from its source to its mouth."""
    return {properties["river"]: line for properties, line in _features("rivers/rivers.geojson")}


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    """Give what tells one footprint from another: the geometry, or else everything that it is made from."""
    ground = row["geometry"]
    said = ground.wkb if ground is not None else tuple(_plain(row[name]) for name in MADE_FROM[row["precision"]])
    bank = _plain(row["bank"]) if drawing_of(row["precision"]) == "reach" else None
    return row["precision"], bank, is_given(row), said


def _plain(value: Any) -> Any:
    return None if pd.isna(value) else value


def _footprint(row: dict[str, Any]) -> dict[str, Any] | None:
    drawing = drawing_of(row["precision"])
    ground = ground_of(row)
    if ground is None:
        return None
    given = shapely.get_num_coordinates(ground)
    if drawing == "reach":
        ground = river_stretch(ground)
    side = _side(row) if drawing == "reach" and ground.geom_type in {"LineString", "MultiLineString"} else 0
    ground = _downstream(ground) if side else ground
    ground = _with_fewer_vertices(ground, BASEMAP_TOLERANCE if drawing == "reach" else FOOTPRINT_TOLERANCE)
    lines = encode(ground)
    marks: dict[str, Any] = {"given": True} if is_given(row) else {}
    marks |= {"simplified_from": int(given)} if given > MAX_VERTICES else {}
    marks |= {"side": side} if side else {}
    return {"precision": row["precision"], "drawing": drawing, "lines": lines, **marks} if lines else None


def _with_fewer_vertices(geometry: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Simplify by a tolerance in degrees (Douglas and Peucker), and more until `MAX_VERTICES` is kept."""
    simple = geometry.simplify(tolerance, preserve_topology=True)
    while shapely.get_num_coordinates(simple) > MAX_VERTICES and tolerance < 1:
        tolerance *= 2
        simple = geometry.simplify(tolerance, preserve_topology=tolerance < 0.1)  # noqa: PLR2004 - degrees
    return simple


def _side(row: dict[str, Any]) -> int:
    """Say on which side of the course, looking downstream, a bank lies: 1 right, -1 left, 0 unknown.

    China is right of the Yalu and left of the Tumen, Russia left of the Tumen, the DPRK opposite.
    """
    if row["river"] not in _river_lines() or row["bank"] not in {"CN", "KP", "RU"}:
        return 0
    korean = -1 if row["river"] == "yalu" else 1
    return korean if row["bank"] == "KP" else -korean


def _downstream(geometry: BaseGeometry) -> BaseGeometry:
    """Turn every line so that it runs with the nearer river."""
    return MultiLineString([_turned(line) for line in shapely.get_parts(geometry)])


def _turned(line: LineString) -> LineString:
    river = min(_river_lines().values(), key=lambda course: course.distance(line))
    first, last = (river.project(Point(line.coords[i])) for i in (0, -1))
    return line if first <= last else line.reverse()


def ground_of(row: dict[str, Any]) -> BaseGeometry | None:
    """Give a row's footprint, or for one without the province or river that it names, if the layers hold it."""
    if row["geometry"] is not None:
        geometry: BaseGeometry = row["geometry"]
        return geometry
    if row["precision"] == "province":
        return _named("gazetteer/provinces.geojson", {"id": row["place_id"], "name": row["admin1"]})
    if row["precision"] == "river":
        return _named("rivers/rivers.geojson", {"river": row["river"]})
    return _reach(row)


def _reach(row: dict[str, Any]) -> BaseGeometry | None:
    """Give the reach between the two river kilometres of a row, or the river within its radius, if it says either."""
    km_from, km_to, radius_m = (
        pd.to_numeric(row[name], errors="coerce") for name in ("river_km_from", "river_km_to", "uncertainty_m")
    )
    if isinstance(row["river"], str) and not (pd.isna(km_from) or pd.isna(km_to)):
        with suppress(UnknownPlaceError, ValueError):
            return chainage.reach(row["river"], float(km_from), float(km_to))
    if pd.isna(radius_m) or radius_m <= 0:
        return None
    disc = geodesy.buffer_m(Point(row["longitude"], row["latitude"]), float(radius_m))
    stretch = river_stretch(disc)
    return None if stretch is disc else stretch


def _named(name: str, wanted: dict[str, Any]) -> BaseGeometry | None:
    for properties, geometry in _features(name):
        if any(isinstance(value, str) and properties.get(key) == value for key, value in wanted.items()):
            return geometry
    return None


@cache
def _features(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    return [(feature["properties"], shape(feature["geometry"])) for feature in read_features(name)]
