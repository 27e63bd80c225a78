"""Countries, provinces and counties as areas, and the strip of an area along the border.

Provinces share their edges; those on the border end at the border line itself. Counties are approximate: cells
round each unit's known places, cut at its province. Countries are the union of their provinces, so they reach as
far as the layers do. Axis order is ``(lon, lat)`` in degrees (EPSG:4326).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.strtree import STRtree

from borderatlas import settings
from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import geodesy
from borderatlas.layers.rivers import are_korean_side, border_line, read_layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray
    from shapely.geometry.base import BaseGeometry

COAST_TOLERANCE_M = 3_000.0
"""A position this near to a country's coast counts as in it: coasts are simplified and quays stand in the water."""

COUNTRIES = ("KP", "CN", "RU")
"""The countries of which the layers have ground."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """Areas with what is needed to ask them many questions.

    `areas` are prepared, in the order of `ids`; `tree` holds the same objects, so that what it gives is prepared too.
    """

    ids: tuple[str, ...]
    countries: tuple[str, ...]
    areas: NDArray[np.object_]
    tree: STRtree

    def get(self, place_id: str) -> BaseGeometry | None:
        """Give the area of a place, None where there is none."""
        return self.areas[self.ids.index(place_id)] if place_id in self.ids else None

    def containing(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.intp]:
        """Give the first area that holds each position, by its number; -1 where none does."""
        asked, near = self.tree.query(shapely.points(lons, lats))
        # The tree's own predicate would prepare the points; it is the areas that are worth preparing.
        held = shapely.intersects_xy(self.areas[near], lons[asked], lats[asked])
        return _first_of_each(len(lons), asked[held], near[held])


def _first_of_each(
    count: int, asked: NDArray[np.intp], found: NDArray[np.intp], rank: NDArray[np.float64] | None = None
) -> NDArray[np.intp]:
    """Give what was found for each question, the lowest (or lowest in rank) of several; -1 where nothing was."""
    order = np.lexsort((-found, -rank)) if rank is not None else np.argsort(-found, kind="stable")
    first = np.full(count, -1, dtype=np.intp)
    first[asked[order]] = found[order]
    return first


def _read(name: str, take: Callable[[BaseGeometry], BaseGeometry] = lambda area: area) -> _Layer:
    features = read_layer(name)
    found = np.array([take(area) for _, area in features], dtype=object)
    shapely.prepare(found)
    ids, countries = (tuple(properties[key] for properties, _ in features) for key in ("id", "country"))
    return _Layer(ids, countries, found, STRtree(found))


@cache
def _provinces() -> _Layer:
    return _read("gazetteer/provinces.geojson")


@cache
def _counties() -> _Layer:
    return _read("gazetteer/counties.geojson")


@cache
def _cone_provinces() -> _Layer:
    """Give the provinces in metres in the local cone, for distances."""
    return _read("gazetteer/provinces.geojson", geodesy.to_cone)


def _provinces_of(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.intp]:
    found = _provinces().containing(lons, lats)
    lost = np.flatnonzero(found < 0)
    if len(lost):
        found[lost] = _off_coast(lons[lost], lats[lost])
    return found


def _off_coast(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give the nearest province of the same side of the border, -1 where none is near enough."""
    layer = _cone_provinces()
    points = shapely.points(geodesy.to_cone_xy(lons, lats))
    asked, near = layer.tree.query(points, predicate="dwithin", distance=COAST_TOLERANCE_M)
    korean = np.array([country == "KP" for country in layer.countries])
    same = korean[near] == are_korean_side(lons[asked], lats[asked])
    asked, near = asked[same], near[same]
    return _first_of_each(len(lons), asked, near, shapely.distance(layer.areas[near], points[asked]))


@dataclass(frozen=True, slots=True)
class Located:
    """What is at each of many positions: arrays of one length, None where there is nothing.

    Attributes
    ----------
    country : array of str or None
        ISO 3166-1 alpha-2, right to the border line.
    province, county : array of str or None
        Place ids; the county is approximate.
    """

    country: NDArray[np.object_]
    province: NDArray[np.object_]
    county: NDArray[np.object_]


def locate_many(lons: ArrayLike, lats: ArrayLike) -> Located:
    """Give country, province and county-level unit of many positions at once, as the single questions would.

    Parameters
    ----------
    lons, lats : array of float
        Degrees, EPSG:4326, flat and of one length.

    Raises
    ------
    PositionError
        When one of them is no position on the globe, or there are not as many of one as of the other.
    """
    east, north = np.asarray(lons, dtype=float), np.asarray(lats, dtype=float)
    geodesy.check_positions(east, north)
    provinces, counties = _provinces_of(east, north), _counties().containing(east, north)
    return Located(
        _named(_provinces().countries, provinces),
        _named(_provinces().ids, provinces),
        _named(_counties().ids, counties),
    )


def _named(names: tuple[str, ...], numbers: NDArray[np.intp]) -> NDArray[np.object_]:
    """Give a name by its number, None for -1."""
    return np.array([*names, None], dtype=object)[numbers]


def _single(lon: float, lat: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    geodesy.check_position(lon, lat)
    return np.array([lon], dtype=float), np.array([lat], dtype=float)


def province_at(lon: float, lat: float) -> str | None:
    """Give the id of the province at a position (``kp.ryanggang``), None outside the layers or at sea.

    A position up to 3 km off a coast belongs to the nearest province of the same side of the border.
    """
    number = int(_provinces_of(*_single(lon, lat))[0])
    return None if number < 0 else _provinces().ids[number]


def country_at(lon: float, lat: float) -> str | None:
    """Give the country at a position (``KP``, ``CN``, ``RU``), right to the border line; None outside the layers."""
    number = int(_provinces_of(*_single(lon, lat))[0])
    return None if number < 0 else _provinces().countries[number]


def county_at(lon: float, lat: float) -> str | None:
    """Give the id of the county-level unit at a position, None where there is none.

    The answer is approximate: no open county boundaries exist, and the cells stand for them.
    """
    number = int(_counties().containing(*_single(lon, lat))[0])
    return None if number < 0 else _counties().ids[number]


@cache
def country_area(country: str) -> BaseGeometry:
    """Give a country's ground as far as the layers reach: the union of its provinces.

    Raises
    ------
    UnknownPlaceError
        When the layers have no ground of it.
    """
    layer = _provinces()
    parts = [area for found, area in zip(layer.countries, layer.areas, strict=True) if found == country]
    if not parts:
        msg = f"the layers have no ground of {country!r}; there are {', '.join(COUNTRIES)}"
        raise UnknownPlaceError(msg)
    return shapely.union_all(parts)


def area(place_id: str) -> BaseGeometry | None:
    """Give the area of a province, a county-level unit or a country by its place id; None where there is none.

    A country may be given as ``KP``, ``kp`` or ``country.kp``.
    """
    code = place_id.rpartition(".")[2].upper() if place_id.startswith("country.") else place_id.upper()
    if code in COUNTRIES:
        return country_area(code)
    return _provinces().get(place_id) or _counties().get(place_id)


def border_strip(ground: BaseGeometry | str, width_m: float = settings.border_strip_m) -> BaseGeometry:
    """Give the part of an area that lies within `width_m` metres of the border line.

    Parameters
    ----------
    ground : geometry or str
        An area (EPSG:4326), or the place id of one. A country's strip is one side of the whole border.

    Raises
    ------
    UnknownPlaceError
        When `ground` is an id that has no area.
    """
    whole = area(ground) if isinstance(ground, str) else ground
    if whole is None:
        msg = f"no area is known for {ground!r}; wanted the id of a country, a province or a county"
        raise UnknownPlaceError(msg)
    return whole.intersection(_border_belt(width_m))


@cache
def _border_belt(width_m: float) -> BaseGeometry:
    """Give the ground within a distance of the border line; that of the usual width is read, for it is slow to draw."""
    for properties, belt in read_layer("rivers/belt.geojson"):
        if properties["width_m"] == width_m:
            return belt
    return geodesy.buffer_m(border_line(), width_m)
