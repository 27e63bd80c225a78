"""Lengths, distances and buffers in metres, for geometry in degrees: the only importer of pyproj.

Two tools, and no third: the geodesic of the WGS84 ellipsoid, and a local conformal cone with two standard parallels
(40.5° and 42.5° N, centre 41.5° N 127.5° E). One UTM zone strains by up to 0.46 % over this border; the cone stays
within 0.03 % along it (within 0.1 % from 39° to 44° N). Axis order is ``(lon, lat)`` in degrees (EPSG:4326)
and ``(easting, northing)`` in metres in the cone.
"""

from __future__ import annotations

from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
import shapely
from pyproj import Geod, Proj, Transformer
from pyproj.exceptions import ProjError

from borderatlas.errors import PositionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

CONE = "+proj=lcc +lat_1=40.5 +lat_2=42.5 +lat_0=41.5 +lon_0=127.5 +ellps=WGS84 +units=m"
"""PROJ definition of the local cone."""

GeometryT = TypeVar("GeometryT", bound="BaseGeometry")


@cache
def _geod() -> Geod:
    return Geod(ellps="WGS84")


@cache
def _cone() -> Proj:
    return Proj(CONE)


def check_position(lon: float, lat: float) -> None:
    """Refuse what is no position on the globe.

    Raises
    ------
    PositionError
        When `lon` is not within ±180°, `lat` not within ±90°, or one is not a number; it says so when the two
        would be right the other way round.
    """
    if _is_position(lon, lat):
        return
    swapped = _is_position(lat, lon)
    hint = "the two seem to be swapped" if swapped else "wanted degrees within ±180 and ±90"
    msg = f"no position on the globe: longitude {lon}, latitude {lat}; {hint}"
    raise PositionError(msg)


def check_positions(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
    """Refuse arrays of which one pair is no position on the globe, or that are not of one length.

    Raises
    ------
    PositionError
        As `check_position` says, for the first pair that is wrong.
    """
    if lons.ndim != 1 or lons.shape != lats.shape:
        msg = f"wanted as many longitudes as latitudes, each a flat array; got shapes {lons.shape} and {lats.shape}"
        raise PositionError(msg)
    wrong = ~(np.isfinite(lons) & np.isfinite(lats) & (np.abs(lons) <= 180) & (np.abs(lats) <= 90))  # noqa: PLR2004
    if wrong.any():
        first = int(np.argmax(wrong))
        check_position(float(lons[first]), float(lats[first]))


def _is_position(lon: float, lat: float) -> bool:
    return isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90  # noqa: PLR2004 - degrees


def _to_cone(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(_cone()(degrees[:, 0], degrees[:, 1]))


def _from_cone(metres: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(_cone()(metres[:, 0], metres[:, 1], inverse=True))


def to_cone_xy(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take positions from degrees to ``(easting, northing)`` in metres in the local cone, a row each."""
    return np.column_stack(_cone()(lons, lats))


def from_cone_xy(metres: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Take rows of ``(easting, northing)`` in the local cone back to longitudes and latitudes in degrees."""
    lons, lats = _cone()(metres[:, 0], metres[:, 1], inverse=True)
    return lons, lats


def to_cone(geometry: GeometryT) -> GeometryT:
    """Take a geometry from degrees (EPSG:4326) to metres in the local cone."""
    return cast("GeometryT", shapely.transform(geometry, _to_cone))


def from_cone(geometry: GeometryT) -> GeometryT:
    """Take a geometry from metres in the local cone back to degrees (EPSG:4326)."""
    return cast("GeometryT", shapely.transform(geometry, _from_cone))


def length_km(line: BaseGeometry) -> float:
    """Measure a line (or the outline of an area) along the ellipsoid, in kilometres."""
    return float(_geod().geometry_length(line)) / 1000.0


def area_km2(area: BaseGeometry) -> float:
    """Measure an area on the ellipsoid, in square kilometres, whatever the direction of its rings."""
    return abs(float(_geod().geometry_area_perimeter(shapely.orient_polygons(area))[0])) / 1e6


def steps_m(points: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """Give the geodesic length in metres of each step from a point ``(lon, lat)`` to the next."""
    array = np.asarray(points, dtype=float)
    return np.asarray(_geod().line_lengths(array[:, 0], array[:, 1]), dtype=float)


def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Give the geodesic distance between two positions, in metres."""
    return float(_geod().inv(lon, lat, other_lon, other_lat)[2])


def distances_m(
    lons: NDArray[np.float64], lats: NDArray[np.float64], other_lons: NDArray[np.float64],
    other_lats: NDArray[np.float64],
) -> NDArray[np.float64]:  # fmt: skip
    """Give the geodesic distance between positions, one by one, in metres."""
    return np.asarray(_geod().inv(lons, lats, other_lons, other_lats)[2], dtype=float)


def bearing_deg(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Give the bearing of the second position from the first, degrees clockwise from north (0 to 360)."""
    return float(_geod().inv(lon, lat, other_lon, other_lat)[0]) % 360.0


def destination(lon: float, lat: float, bearing_deg: float, metres: float) -> tuple[float, float]:
    """Give the position ``(lon, lat)`` that lies `metres` from the first on a bearing (degrees from north)."""
    there = _geod().fwd(lon, lat, bearing_deg, metres)
    return float(there[0]), float(there[1])


def buffer_m(geometry: BaseGeometry, metres: float) -> BaseGeometry:
    """Grow a geometry (EPSG:4326) by `metres` on all sides; a negative distance shrinks an area.

    The buffer is drawn in the cone with 16 segments a quarter circle: a disc is 0.2 % smaller than a circle.
    """
    return from_cone(to_cone(geometry).buffer(metres, quad_segs=16))


def simplify_m(geometry: GeometryT, metres: float) -> GeometryT:
    """Drop vertices that lie within `metres` of the line without them (Douglas and Peucker 1973), keeping topology.

    What is left are vertices of the input, so the result does not depend on the cone to the last digit.
    """
    return cast("GeometryT", from_cone(to_cone(geometry).simplify(metres, preserve_topology=True)))


def to_degrees(geometry: GeometryT, crs: str) -> GeometryT:
    """Take a geometry from any coordinate reference system to degrees (EPSG:4326), longitude first.

    Parameters
    ----------
    geometry : geometry
        Easting, or longitude, first: as GDAL gives it.
    crs : str
        An authority's code (``EPSG:5186``), WKT or a PROJ string.

    Raises
    ------
    ValueError
        When the system is not known.
    """
    transformer = _transformer(crs)
    return cast(
        "GeometryT", shapely.transform(geometry, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
    )


@cache
def _transformer(crs: str) -> Transformer:
    try:
        return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    except ProjError as error:
        msg = f"{crs!r} is no coordinate reference system that is known: {' '.join(str(error).split())}"
        raise ValueError(msg) from error
