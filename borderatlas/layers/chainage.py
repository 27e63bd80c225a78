"""A position to its place on a border river, and back: linear referencing along the border river lines.

River kilometres are counted from the **source** (0) and grow downstream, geodesically. Searches are planar in the
local cone, where the nearest point is right to 0.03 %; what is reported is measured on the ellipsoid. Axis order is
``(lon, lat)`` in degrees (EPSG:4326).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.strtree import STRtree

from borderatlas import settings
from borderatlas.layers import areas, geodesy, rivers
from borderatlas.models import RiverPosition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike, NDArray

    from borderatlas.layers.rivers import River
    from borderatlas.models import Bank

TWIN_MIN_M = 250.0
"""A twin point is set off by at least this much, so that it stands on the bank and not in the channel, metres."""

TWIN_MAX_M = 3_000.0
"""And by at most this much, metres: a town far inland has no mirror image across the river."""

TWIN_HEADING_KM = 1.0
"""Half of the stretch whose direction is taken for the river's at a twin point, kilometres."""

_ABOUT = 0.5
"""Where the border over Mount Paektu can be nearer than the rivers: within this of it, degrees."""

_TIE_M = 10.0
"""Distances that differ by less are the same, metres."""


def locate_on_river(lon: float, lat: float, *, max_offset_m: float = settings.border_strip_m) -> RiverPosition | None:
    """Give the position on the nearer border river: river km, bank and distance.

    Parameters
    ----------
    lon, lat : float
        Degrees, EPSG:4326.
    max_offset_m : float
        How far from the line a position may be, metres.

    Returns
    -------
    RiverPosition or None
        None when neither river comes that near, or when the nearest border is the one over Mount Paektu, which is
        no river.

    Raises
    ------
    ValueError
        When the position is none on the globe.

    Notes
    -----
    `bank` is the country of the ground, and where that is water or unmapped the side of the line: China lies right
    of the Yalu and left of the Tumen looking downstream.
    """
    geodesy.check_position(lon, lat)
    found = min((_on(river, lon, lat) for river in rivers.load_rivers().values()), key=lambda item: item[2])
    river, km, offset_m = found
    if offset_m > max_offset_m or _is_nearer_land(np.array([lon]), np.array([lat]), np.array([offset_m]))[0]:
        return None
    return RiverPosition(river.id, km, _bank(river, km, lon, lat), offset_m)


def _is_nearer_land(
    lons: NDArray[np.float64], lats: NDArray[np.float64], offset_m: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Tell of each position whether the border over Mount Paektu is nearer to it than the rivers are."""
    found = np.zeros(len(lons), dtype=bool)
    west, south, east, north = _land_border().bounds
    boxed = (lons > west - _ABOUT) & (lons < east + _ABOUT) & (lats > south - _ABOUT) & (lats < north + _ABOUT)
    near = np.flatnonzero(boxed)
    if near.size:
        # Below a source both are equally near, and the river is meant.
        found[near] = _nearest(_cone_land_border(), lons[near], lats[near])[2] < offset_m[near] - _TIE_M
    return found


@cache
def _land_border() -> LineString:
    return rivers.border_parts()["paektu"]


def _on(river: River, lon: float, lat: float) -> tuple[River, float, float]:
    along_m = river.cone_line.project(geodesy.to_cone(Point(lon, lat)))
    km = float(np.interp(along_m, river.cone_cumulative_m, river.cumulative_km))
    return river, km, geodesy.distance_m(lon, lat, *_at(river, km))


def _at(river: River, km: float) -> tuple[float, float]:
    along_m = float(np.interp(km, river.cumulative_km, river.cone_cumulative_m))
    point = geodesy.from_cone(river.cone_line.interpolate(along_m))
    return point.x, point.y


def _bank(river: River, km: float, lon: float, lat: float) -> Bank:
    country = areas.country_at(lon, lat)
    if country == "KP" or (country is None and rivers.is_korean_side(lon, lat)):
        return "KP"
    return "RU" if country == "RU" or (country is None and _other_bank(river, km) == "RU") else "CN"


@cache
def _tripoint_km() -> float:
    """River km of the Tumen at which China, the DPRK and Russia meet."""
    lon, lat = rivers.border_parts()["tumen-ru"].coords[0]
    return _on(rivers.get_river("tumen"), lon, lat)[1]


def _other_bank(river: River, km: float) -> Bank:
    return "RU" if river.id == "tumen" and km > _tripoint_km() else "CN"


def _checked_km(river: River, km: float) -> float:
    if not 0.0 <= km <= river.length_km + 1e-6:
        msg = f"{river.name} has no km {km}: it runs from 0 (source) to {river.length_km:.1f} (mouth)"
        raise ValueError(msg)
    return min(km, river.length_km)


def point_at(river: str, km: float) -> tuple[float, float]:
    """Give the point ``(lon, lat)`` of a border river at a river km, counted from the source.

    Raises
    ------
    UnknownPlaceError
        When there is no such river.
    ValueError
        When the river is not that long.
    """
    line = rivers.get_river(river)
    return _at(line, _checked_km(line, km))


def reach(river: str, km_from: float, km_to: float) -> LineString:
    """Give the stretch of a border river between two river km, running downstream.

    The two may come in either order; what reaches beyond source or mouth is cut off there.

    Raises
    ------
    UnknownPlaceError
        When there is no such river.
    ValueError
        When no stretch is left.
    """
    line = rivers.get_river(river)
    start, end = sorted(float(np.clip(km, 0.0, line.length_km)) for km in (km_from, km_to))
    if end <= start:
        msg = f"{line.name} has no reach from km {km_from} to km {km_to}: it runs from 0 to {line.length_km:.1f}"
        raise ValueError(msg)
    inner = (line.cumulative_km > start) & (line.cumulative_km < end)
    between = shapely.get_coordinates(line.line)[inner]
    return LineString([_at(line, start), *map(tuple, between), _at(line, end)])


def twin_point(position: RiverPosition) -> tuple[float, float]:
    """Give the point ``(lon, lat)`` across the river: at the same river km, as far from the line, on the other bank.

    The offset is kept between 250 m and 3 km, and shortened where a bend would bring the point back to the first
    bank.
    """
    river = rivers.get_river(position.river)
    foot = _at(river, _checked_km(river, position.km))
    to_korea = position.bank != "KP"
    tried = list(_across(river, position, foot, to_korea=to_korea))
    return next((point for point in tried if rivers.is_korean_side(*point) == to_korea), tried[-1])


def _across(
    river: River, position: RiverPosition, foot: tuple[float, float], *, to_korea: bool
) -> Iterator[tuple[float, float]]:
    ahead = _at(river, min(position.km + TWIN_HEADING_KM, river.length_km))
    behind = _at(river, max(position.km - TWIN_HEADING_KM, 0.0))
    heading = geodesy.bearing_deg(*behind, *ahead)
    turn = 90.0 if to_korea == (river.id == "tumen") else -90.0
    offset_m = float(np.clip(position.offset_m, TWIN_MIN_M, TWIN_MAX_M))
    for share in (1.0, 0.7, 0.5, 0.35, 0.25, 0.1, 0.05):
        for veer in (0.0, 30.0, -30.0, 60.0, -60.0):
            yield geodesy.destination(*foot, heading + turn + veer, offset_m * share)


@dataclass(frozen=True, slots=True)
class RiverPositions:
    """The places of many positions on the border rivers: arrays of one length.

    Attributes
    ----------
    river, bank : array of str or None
        As in `RiverPosition`; None where neither river comes near enough.
    km, offset_m : array of float
        As in `RiverPosition`; not a number where neither river comes near enough.
    """

    river: NDArray[np.object_]
    km: NDArray[np.float64]
    bank: NDArray[np.object_]
    offset_m: NDArray[np.float64]


def locate_many_on_river(
    lons: ArrayLike, lats: ArrayLike, *, max_offset_m: float = settings.border_strip_m
) -> RiverPositions:
    """Give the positions of many positions on the nearer border river, as `locate_on_river` would one by one.

    Raises
    ------
    PositionError
        When one of them is no position on the globe, or there are not as many of one as of the other.
    """
    east, north = np.asarray(lons, dtype=float), np.asarray(lats, dtype=float)
    geodesy.check_positions(east, north)
    lines = list(rivers.load_rivers().values())
    found = [_feet(line, east, north) for line in lines]
    nearer = np.argmin([offset_m for _, offset_m in found], axis=0)
    km, offset_m = (np.stack([item[at] for item in found])[nearer, np.arange(len(east))] for at in (0, 1))
    names = np.array([line.id for line in lines], dtype=object)[nearer]
    banks = _banks(names, km, east, north)
    far = (offset_m > max_offset_m) | _is_nearer_land(east, north, offset_m)
    names[far] = banks[far] = None
    km[far] = offset_m[far] = np.nan
    return RiverPositions(names, km, banks, offset_m)


def _feet(
    river: River, lons: NDArray[np.float64], lats: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the river km and the geodesic distance of the foot of each position."""
    at, share, offset_m = _nearest(river.cone_line, lons, lats)
    return river.cumulative_km[at] + share * np.diff(river.cumulative_km)[at], offset_m


def _nearest(
    cone_line: LineString, lons: NDArray[np.float64], lats: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]:
    """Give the segment that each position is nearest to, the share of it up to the foot, and the distance in metres."""
    vertices, tree = _segments(cone_line)
    points = geodesy.to_cone_xy(lons, lats)
    at = tree.query_nearest(shapely.points(points), all_matches=False)[1]
    start, step = vertices[at], vertices[at + 1] - vertices[at]
    share = np.clip(((points - start) * step).sum(axis=1) / (step**2).sum(axis=1), 0.0, 1.0)
    feet = geodesy.from_cone_xy(start + share[:, None] * step)
    return at, share, geodesy.distances_m(lons, lats, *feet)


@cache
def _segments(cone_line: LineString) -> tuple[NDArray[np.float64], STRtree]:
    """Give the vertices of a line in the cone, and a tree of the segments between them."""
    vertices = shapely.get_coordinates(cone_line)
    return vertices, STRtree(shapely.linestrings(np.stack([vertices[:-1], vertices[1:]], axis=1)))


def _banks(
    names: NDArray[np.object_], km: NDArray[np.float64], lons: NDArray[np.float64], lats: NDArray[np.float64]
) -> NDArray[np.object_]:
    """Give the bank of each position: the country of the ground, else the side of the line."""
    country = areas.locate_many(lons, lats).country
    nowhere = np.array([found is None for found in country], dtype=bool)
    korean = (country == "KP") | (nowhere & rivers.are_korean_side(lons, lats))
    across = np.where((names == "tumen") & (km > _tripoint_km()), "RU", "CN")
    return np.where(korean, "KP", np.where(nowhere, across, np.where(country == "RU", "RU", "CN"))).astype(object)


def border_distance_m(lon: float, lat: float) -> float:
    """Give the geodesic distance in metres from a position to the nearest point of the border line.

    Raises
    ------
    ValueError
        When the position is none on the globe.
    """
    geodesy.check_position(lon, lat)
    line = _cone_border()
    nearest = geodesy.from_cone(line.interpolate(line.project(geodesy.to_cone(Point(lon, lat)))))
    return geodesy.distance_m(lon, lat, nearest.x, nearest.y)


def border_distances_m(lons: ArrayLike, lats: ArrayLike) -> NDArray[np.float64]:
    """Give the geodesic distance in metres of many positions from the border line; see `border_distance_m`.

    Raises
    ------
    PositionError
        When one of them is no position on the globe, or there are not as many of one as of the other.
    """
    east, north = np.asarray(lons, dtype=float), np.asarray(lats, dtype=float)
    geodesy.check_positions(east, north)
    return _nearest(_cone_border(), east, north)[2]


@cache
def _cone_border() -> LineString:
    return geodesy.to_cone(rivers.border_line())


@cache
def _cone_land_border() -> LineString:
    return geodesy.to_cone(_land_border())
