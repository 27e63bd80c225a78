"""The ground that is published for an incident: its county, a reach of 10 km, or what is coarser.

Everything is taken from the gazetteer and the layers, nothing from the row but which of them it is: no geometry, no
coordinate and no name of a table comes through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import shapely

from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.completing import local_name
from borderatlas.incidents.sheets import is_empty
from borderatlas.layers import areas, chainage, geodesy, rivers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Place, Precision

REACH_KM = 10.0
"""The shortest reach that is published, kilometres; reaches begin and end at multiples of it."""

FAR_M = 20_000.0
"""A place farther than this from the coordinates beside it is not believed: the coordinates say the county, metres."""

_UNIT_KINDS = frozenset({"county", "city", "district"})
_UNKNOWN_EXTENT_M = 100_000.0


@dataclass(frozen=True, slots=True)
class PublicGround:
    """Where an incident is said to have been, as it may be published; the fields are columns of the incident table."""

    place_id: str | None = None
    place_name: str | None = None
    place_name_local: str | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    precision: Precision = "unlocated"
    uncertainty_m: float | None = None
    river: str | None = None
    river_km_from: float | None = None
    river_km_to: float | None = None
    bank: str | None = None
    geometry: BaseGeometry | None = None


class Generaliser:
    """Make ground coarse enough to be published.

    Parameters
    ----------
    gazetteer : Gazetteer
    area : callable
        Gives the area of a unit by its id (EPSG:4326), None where there is none: the shipped layers', or a user's.
    """

    def __init__(self, gazetteer: Gazetteer, area: Callable[[str], BaseGeometry | None] = areas.area) -> None:
        self._gazetteer = gazetteer
        self._area = area
        self._of_place = lru_cache(maxsize=None)(self._place_ground)

    def ground(self, row: Mapping[str, Any]) -> PublicGround:
        """Give the ground to publish for a row of known columns.

        A source's place gives none. A reach is widened to multiples of 10 km; a strip, a province, a river or a country
        is drawn anew; everything else becomes the county, or the province where there is none.
        """
        precision = str(row.get("precision") or "")
        if row.get("location_role") == "source" or precision == "unlocated":
            return PublicGround()
        place_id = str(row.get("place_id"))
        place = self._gazetteer[place_id] if place_id in self._gazetteer else None  # noqa: SIM401 - a Gazetteer has no get
        point = _point(row)
        if precision in {"river_reach", "river"} and (ground := self._along_river(row, place, point, precision)):
            return ground
        return self._unit_ground(precision, place, point)

    def _along_river(
        self, row: Mapping[str, Any], place: Place | None, point: tuple[float, float] | None, precision: str
    ) -> PublicGround | None:
        if precision == "river":
            known = str(row.get("river") or (place.id.removeprefix("river.") if place else ""))
            return self._river(known) if known in rivers.load_rivers() else None
        river, kms = _kilometres(row)
        if not kms and point is not None and (position := chainage.locate_on_river(*point)):
            river, kms = position.river, [position.km]
        if kms and max(kms) - min(kms) < REACH_KM:  # a reach is no finer than it is uncertain
            uncertain_km = _float(row.get("uncertainty_m")) / 1000
            kms = [min(kms) - uncertain_km, max(kms) + uncertain_km]
        if river is None or not kms:
            return None
        bank = row.get("bank") if row.get("bank") in {"CN", "KP", "RU"} else None
        return replace(self._reach(river, *_stretch(river, kms)), bank=bank)

    def _reach(self, river: str, start: float, end: float) -> PublicGround:
        lon, lat = chainage.point_at(river, (start + end) / 2)
        shape = chainage.reach(river, start, end)
        place = self._gazetteer[f"river.{river}"]
        return PublicGround(
            place_id=place.id, place_name=f"{place.name}, km {start:g} to {end:g}", feature_class=place.feature_class,
            feature_code=place.feature_code, latitude=round(lat, 5), longitude=round(lon, 5), country=place.country,
            precision="river_reach", uncertainty_m=_radius_m(shape, lon, lat), river=river, river_km_from=start,
            river_km_to=end, geometry=shape,
        )  # fmt: skip

    def _river(self, river: str) -> PublicGround:
        whole = self._reach(river, 0.0, rivers.get_river(river).length_km)
        name = self._gazetteer[f"river.{river}"].name
        return replace(whole, place_name=name, precision="river", river_km_from=None, river_km_to=None)

    def _unit_ground(self, precision: str, place: Place | None, point: tuple[float, float] | None) -> PublicGround:
        county = self._county(place, point)
        province = self._above(place, {"province"}, areas.province_at, point)
        country = self._above(place, {"country"}, _country_id, point)
        if precision == "country":
            return self._of_place(country, "country") if country else PublicGround()
        if precision in {"province", "border_strip"} and not (precision == "border_strip" and self._is_county(place)):
            wide = (
                country if precision == "border_strip" and place is not None and place.kind == "country" else province
            )
            return (
                self._of_place(wide or country, precision if wide else "country") if wide or country else PublicGround()
            )
        for unit, word in ((county, "county"), (province, "province"), (country, "country")):
            if unit is not None:
                return self._of_place(unit, word)
        return PublicGround()

    def _is_county(self, place: Place | None) -> bool:
        return place is not None and place.kind in _UNIT_KINDS

    def _county(self, place: Place | None, point: tuple[float, float] | None) -> str | None:
        chain = [place.id, *self._gazetteer.ancestors(place.id)] if place is not None else []
        for unit in chain:
            whole = self._area(unit) if self._gazetteer[unit].kind in _UNIT_KINDS else None
            if whole is not None and (point is None or _distance_m(whole, *point) <= FAR_M):
                return unit
        return areas.county_at(*point) if point is not None else None

    def _above(
        self, place: Place | None, kinds: set[str], at: Callable[[float, float], str | None],
        point: tuple[float, float] | None,
    ) -> str | None:  # fmt: skip
        found = at(*point) if point is not None else None
        if found is not None or place is None:
            return found
        chain = [place.id, *self._gazetteer.ancestors(place.id)]
        return next((unit for unit in chain if self._gazetteer[unit].kind in kinds), None)

    def _place_ground(self, place_id: str, precision: Precision) -> PublicGround:
        place = self._gazetteer[place_id]
        shape = (
            areas.border_strip(place_id)
            if precision == "border_strip" and self._area(place_id)
            else self._area(place_id)
        )
        lon, lat = _middle(shape) if shape is not None else (place.lon, place.lat)
        radius = (
            _radius_m(shape, lon, lat)
            if shape is not None and lon is not None and lat is not None
            else _UNKNOWN_EXTENT_M
        )
        return PublicGround(
            place_id=place_id, place_name=place.name, place_name_local=local_name(place),
            feature_class=place.feature_class, feature_code=place.feature_code, latitude=lat, longitude=lon,
            country=place.country or None, admin1=place.admin1 or None,
            admin2=place.name if precision == "county" else None, precision=precision, uncertainty_m=radius,
            geometry=shape if shape is not None else _spot(lon, lat),
        )  # fmt: skip


def _country_id(lon: float, lat: float) -> str | None:
    code = areas.country_at(lon, lat)
    return code.lower() if code else None


def _spot(lon: float | None, lat: float | None) -> BaseGeometry | None:
    return None if lon is None or lat is None else shapely.Point(lon, lat)


def _point(row: Mapping[str, Any]) -> tuple[float, float] | None:
    """Give a row's point, ``(lon, lat)``: its coordinates, else one of its footprint; None for none on the globe."""
    shape = row.get(GEOMETRY)
    lon, lat = row.get("longitude"), row.get("latitude")
    if (is_empty(lon) or is_empty(lat)) and shape is not None:
        spot = shape.representative_point()
        lon, lat = spot.x, spot.y
    try:
        found = float(str(lon)), float(str(lat))
    except (TypeError, ValueError):
        return None
    return found if abs(found[0]) <= 180 and abs(found[1]) <= 90 else None  # noqa: PLR2004 - degrees


def _kilometres(row: Mapping[str, Any]) -> tuple[str | None, list[float]]:
    river = row.get("river")
    if river not in rivers.load_rivers():
        return None, []
    kms = [row.get(name) for name in ("river_km_from", "river_km_to")]
    return str(river), [_float(km) for km in kms if not is_empty(km)]


def _float(value: Any) -> float:
    """Give a number; 0 for what is none."""
    try:
        found = float(str(value))
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0


def _stretch(river: str, kms: list[float]) -> tuple[float, float]:
    """Widen a stretch of river to multiples of 10 km; the last one reaches to the mouth and is no shorter."""
    length = rivers.get_river(river).length_km
    start = math.floor(max(min(kms), 0.0) / REACH_KM) * REACH_KM
    start = max(min(start, math.floor((length - REACH_KM) / REACH_KM) * REACH_KM), 0.0)
    end = max(math.ceil(max(kms) / REACH_KM) * REACH_KM, start + REACH_KM)
    return start, math.floor(length * 10) / 10 if end + REACH_KM > length else end


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    centre = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
    return round(centre.x, 5), round(centre.y, 5)


def _radius_m(shape: BaseGeometry, lon: float, lat: float) -> float:
    """Give the radius about a point that holds a geometry, metres, rounded up to 100."""
    metres = geodesy.to_cone(shape)
    centre = geodesy.to_cone(shapely.Point(lon, lat))
    return math.ceil(float(shapely.hausdorff_distance(metres, centre)) / 100) * 100.0


def _distance_m(shape: BaseGeometry, lon: float, lat: float) -> float:
    return float(geodesy.to_cone(shape).distance(geodesy.to_cone(shapely.Point(lon, lat))))
