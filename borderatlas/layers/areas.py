"""Countries, provinces and counties as areas, and the strip of an area along the border.

Provinces share their edges; those on the border end at the border line itself. Counties are approximate: cells
round each unit's known places, cut at its province. Countries are the union of their provinces, so they reach as
far as the layers do. Axis order is ``(lon, lat)`` in degrees (EPSG:4326).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shapely
from shapely.strtree import STRtree

from borderatlas import settings
from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import geodesy
from borderatlas.layers.rivers import border_line, is_korean_side, read_layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

COAST_TOLERANCE_M = 3_000.0
"""A position this near to a country's coast counts as in it: coasts are simplified and quays stand in the water."""

COUNTRIES = ("KP", "CN", "RU")
"""The countries of which the layers have ground."""


@cache
def _layer(name: str) -> dict[str, tuple[str, BaseGeometry]]:
    """Country and geometry by place id, each prepared for many questions."""
    found = {properties["id"]: (properties["country"], area) for properties, area in read_layer(name)}
    shapely.prepare([area for _, area in found.values()])
    return found


def _provinces() -> dict[str, tuple[str, BaseGeometry]]:
    return _layer("gazetteer/provinces.geojson")


def _counties() -> dict[str, tuple[str, BaseGeometry]]:
    return _layer("gazetteer/counties.geojson")


@cache
def _tree(layer: Callable[[], dict[str, tuple[str, BaseGeometry]]]) -> tuple[list[str], STRtree]:
    found = layer()
    return list(found), STRtree([area for _, area in found.values()])


def _containing(layer: Callable[[], dict[str, tuple[str, BaseGeometry]]], lon: float, lat: float) -> str | None:
    ids, tree = _tree(layer)
    hits = tree.query(shapely.Point(lon, lat), predicate="intersects")
    return ids[int(min(hits))] if len(hits) else None


def province_at(lon: float, lat: float) -> str | None:
    """Give the id of the province at a position (``kp.ryanggang``), None outside the layers or at sea.

    A position up to 3 km off a coast belongs to the nearest province of the same side of the border.
    """
    geodesy.check_position(lon, lat)
    found = _containing(_provinces, lon, lat)
    return found if found is not None else _province_off_coast(lon, lat)


def _province_off_coast(lon: float, lat: float) -> str | None:
    point = geodesy.to_cone(shapely.Point(lon, lat))
    korean = is_korean_side(lon, lat)
    near = [
        (distance, place_id)
        for place_id, (country, area) in _cone_provinces().items()
        if (country == "KP") == korean and (distance := area.distance(point)) <= COAST_TOLERANCE_M
    ]
    return min(near)[1] if near else None


@cache
def _cone_provinces() -> dict[str, tuple[str, BaseGeometry]]:
    return {place_id: (country, geodesy.to_cone(area)) for place_id, (country, area) in _provinces().items()}


def country_at(lon: float, lat: float) -> str | None:
    """Give the country at a position (``KP``, ``CN``, ``RU``), right to the border line; None outside the layers."""
    found = province_at(lon, lat)
    return None if found is None else _provinces()[found][0]


def county_at(lon: float, lat: float) -> str | None:
    """Give the id of the county-level unit at a position, None where there is none.

    The answer is approximate: no open county boundaries exist, and the cells stand for them.
    """
    geodesy.check_position(lon, lat)
    return _containing(_counties, lon, lat)


@cache
def country_area(country: str) -> BaseGeometry:
    """Give a country's ground as far as the layers reach: the union of its provinces.

    Raises
    ------
    UnknownPlaceError
        When the layers have no ground of it.
    """
    parts = [area for found, area in _provinces().values() if found == country]
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
    found = _provinces().get(place_id) or _counties().get(place_id)
    return found[1] if found else None


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
    return geodesy.buffer_m(border_line(), width_m)
