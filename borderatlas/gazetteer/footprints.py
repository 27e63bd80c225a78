"""Place → ground: how fine a place is, the point that stands for it, the geometry it covers.

All geometry is EPSG:4326, longitude first. A settlement is a point with a radius, never a lone pin: the radius is
`uncertainty_m` and travels beside the point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.grounds import ground_of, shipped_area
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import middles
from borderatlas.models import Placement

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.grounds import Area
    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Place, Precision

_CITY_PROVINCES = frozenset({"kp.pyongyang", "kp.rason", "kp.nampo"})
_PRECISION: dict[str, Precision] = {
    "country": "country", "province": "province", "prefecture": "province", "county": "county", "city": "settlement",
    "district": "settlement", "settlement": "settlement", "river": "river", "tributary": "river", "lake": "settlement",
    "reservoir": "settlement", "island": "settlement", "mountain": "settlement", "bridge": "exact", "crossing": "exact",
    "dam": "exact", "site": "settlement", "region": "unlocated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlacementOnGround(Placement):
    """A placement that brings its footprint along: it was found with places or areas other than the shipped ones.

    Whoever holds it (a table, a GeoJSON writer) needs neither to know the ground again.

    Attributes
    ----------
    ground : shapely geometry or None
        EPSG:4326, as `footprint` gives it.
    """

    ground: BaseGeometry | None = field(default=None, repr=False, compare=False)


def precision_of(place: Place) -> Precision:
    """Give the precision of a place named without any relation.

    A place whose own point is not known is no finer than the unit whose point it borrowed.
    """
    if place.lat is None:
        return "unlocated"
    precision = _PRECISION[place.kind]
    if place.location_precision == "inherited" and precision in {"exact", "settlement"}:
        return "county"
    return precision


def representative_point(place: Place, *, typed: bool, area: Area = shipped_area) -> tuple[float | None, float | None]:
    """Give the point that stands for a place, ``(lat, lon)`` in degrees; ``(None, None)`` when none is known.

    Parameters
    ----------
    place : Place
    typed : bool
        True when the text says what kind of place it means ("Musan county"): then the point is the middle of the
        area. A bare "Musan" keeps the seat, which lies in the county too.
    area : callable
        Gives the area of a place by its id (EPSG:4326), None where there is none; by default the shipped layers'.
    """
    middle = _middle(place.id, area) if _is_meant_whole(place, typed=typed) else None
    return (place.lat, place.lon) if middle is None else (middle.lat, middle.lon)


def uncertainty_m(place: Place, *, typed: bool, area: Area = shipped_area) -> float | None:
    """Give the radius about `representative_point` that contains the place, metres; None where no point is known.

    Parameters
    ----------
    place : Place
    typed : bool
        As for `representative_point`. Where that is the middle of an area, the radius contains the area.
    area : callable
        As for `representative_point`. A polygon of the user's is contained whatever the point is.
    """
    if place.lat is None or place.lon is None:
        return None
    middle = _middle(place.id, area) if _is_meant_whole(place, typed=typed) else None
    if middle is not None:
        return middle.radius_m
    own = given_area(place.id, area)
    return (place.uncertainty_m or None) if own is None else middles.radius_about(own, place.lon, place.lat)


def _is_meant_whole(place: Place, *, typed: bool) -> bool:
    # Of other countries' provinces the layers have only a part; a city that is a province is where its city is.
    whole = place.kind == "province" and place.country == "KP" and place.id not in _CITY_PROVINCES
    return whole or (place.kind == "county" and typed)


@lru_cache(maxsize=4096)
def _middle(place_id: str, area: Area) -> middles.Middle | None:
    """Give a point well inside an area; that of a shipped area is known without loading any."""
    if area is shipped_area:
        return middles.shipped_middle(place_id)
    whole = area(place_id)
    return None if whole is None else middles.middle_of(whole)


def given_area(place_id: str, area: Area) -> BaseGeometry | None:
    """Give the polygon of a place that the user brought; None where `area` has only what the layers have."""
    if area is shipped_area:
        return None
    found = area(place_id)
    return None if found is None or found is shipped_area(place_id) else found


def placement_of(place: Place, area: Area = shipped_area) -> Placement:
    """Give the placement of a place that is named on its own, without a text around: in a table's cell."""
    lat, lon = representative_point(place, typed=False, area=area)
    return Placement(
        "", 0, 0, place.name, place.id, place.name, place.kind, place.country or None, place.admin1 or None, lat, lon,
        precision_of(place), uncertainty_m(place, typed=False, area=area), "incident", None, place.river, place.river_km, place.bank,
        place.border_km, "certain", "place-name",
    )  # fmt: skip


def footprint(
    placement: Placement, gazetteer: Gazetteer | None = None, area: Area = shipped_area
) -> BaseGeometry | None:
    """Give the ground that a placement covers.

    Parameters
    ----------
    placement : Placement
        One that brings its ground along keeps it.
    gazetteer : Gazetteer, optional
        Where its place is; by default the one that ships with the package.
    area : callable
        Gives the area of a place by its id (EPSG:4326), None where there is none; by default the shipped layers'.

    Returns
    -------
    shapely geometry or None
        EPSG:4326: the river's line, the area of a country, province or county, the point of anything finer (its radius
        is `Placement.uncertainty_m`), but the polygon of a city where the user brought one; None for what is not located.
    """
    from shapely.geometry import Point

    if isinstance(placement, PlacementOnGround):
        return placement.ground
    if placement.place_id is None or placement.lat is None or placement.lon is None:
        return None
    if (ground := _ground(placement, gazetteer, area)) is not None:
        return ground
    whole = _whole(placement.place_id, placement.precision, area)
    return Point(placement.lon, placement.lat) if whole is None else whole


def _whole(place_id: str, precision: Precision, area: Area) -> BaseGeometry | None:
    """Give the line or the area of a place that is meant as a whole; of a town, only what a user brought."""
    if precision == "river":
        return _river(place_id)
    if precision in {"county", "province", "country"}:
        return area(place_id)
    return given_area(place_id, area) if precision == "settlement" else None


def _ground(placement: Placement, gazetteer: Gazetteer | None, area: Area) -> BaseGeometry | None:
    if placement.relative is None or placement.place_id is None:
        return None
    ground = ground_of(gazetteer or load_gazetteer(), placement.place_id, placement.relative, area)
    return None if ground is None else ground.geometry


def _river(place_id: str) -> BaseGeometry | None:
    from borderatlas.layers.rivers import load_rivers

    river = load_rivers().get(place_id.removeprefix("river."))
    return None if river is None else river.line
