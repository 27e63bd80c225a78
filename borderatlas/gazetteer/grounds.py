"""Relative expression → ground: discs, reaches, strips and far banks, with the uncertainty that each rule grows.

All geometry is EPSG:4326, longitude first; distances are metres and river kilometres run from the source. The rules are
those of the design's table "from words to ground"; where a rule needs an arbitrary figure ("near"), it is in
`settings` and the footprint's `uncertainty_m` carries it (GBIF Georeferencing Quick Reference Guide, Zermoglio et al. 2020).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from math import hypot, radians, tan
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.gazetteer.matching import KM_A_DEGREE, distance_km
from borderatlas.models import Bank, RiverPosition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Place, Precision, Relative

    Area = Callable[[str], BaseGeometry | None]
    Rule = Callable[[Gazetteer, Place, Relative, Area], "Ground | None"]

_RANKED = frozenset({"city", "county"})
_THIRDS = {"upper": (0.0, 1 / 3), "middle": (1 / 3, 2 / 3), "lower": (2 / 3, 1.0)}
_HALF_HEADING_DEG = 22.5  # "north" is one of eight directions
_LINE_ERROR = 0.05  # share of a distance along a generalised river line
_SITE_KM = 3.0  # a bridge and its customs post stand no farther apart
_TWIN_KM = 12.0
_MIN_REACH_KM = 2.0
_NOTHING_KM = 1e-6
_RIVERSIDE = 1_000.0  # metres from its river within which a county counts as bordering it


@dataclass(frozen=True)
class Ground:
    """What a relative expression covers.

    Attributes
    ----------
    draw : callable
        Works the geometry out, EPSG:4326. A list of placements needs the point only, and a disc cut by a coast or a
        reach of hundreds of vertices costs more than all the reading before it.
    precision : Precision
    uncertainty_m : float
        Radius about the representative point that contains the geometry, or the error of an offset, metres.
    lat, lon : float
        Representative point of the geometry, degrees.
    country, bank : str or None
        Set where the expression changes them: the other side of the river.
    river_km : float or None
        Middle of a reach.
    anchors : tuple of str
        Ids of further places that the ground leans on: a twin town, the crossing.
    """

    draw: Callable[[], BaseGeometry]
    precision: Precision
    uncertainty_m: float
    lat: float
    lon: float
    country: str | None = None
    bank: Bank | None = None
    river_km: float | None = None
    anchors: tuple[str, ...] = ()

    @cached_property
    def geometry(self) -> BaseGeometry:
        """The ground itself, EPSG:4326, drawn when it is first asked for."""
        return self.draw()


def shipped_area(place_id: str) -> BaseGeometry | None:
    """Give the area of a country, province or unit as the layers have it; see `borderatlas.layers.areas.area`.

    Areas are loaded only when one is asked for: most reports need none, and the command starts faster.
    """
    from borderatlas.layers.areas import area

    return area(place_id)


@lru_cache(maxsize=1024)  # some hold an outline of some hundred kilobytes
def ground_of(gazetteer: Gazetteer, place_id: str, relative: Relative, area: Area = shipped_area) -> Ground | None:
    """Work out the ground that a relative expression means.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where the anchor and its neighbours are.
    place_id : str
        The anchor.
    relative : Relative
        What the words around it say.
    area : callable
        Gives the area of a country, province or unit by its place id (EPSG:4326), None where there is none.

    Returns
    -------
    Ground or None
        None where the rule does not apply to this place: the place itself is then meant.
    """
    place = gazetteer[place_id]
    rule: Rule | None = {
        "near": _near, "across_from": _across, "downstream": _along, "upstream": _along, "between": _between,
        "reaches": _reaches, "bank_of": _bank, "border_area": _border_area, "along_border": _border_area,
        "offset": _offset, "crossing": _crossing, "within": _within,
    }.get(relative.relation)  # fmt: skip
    return rule(gazetteer, place, relative, area) if rule is not None and place.lat is not None else None


def _near(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Grow the place by 10 km, half-way to the next place of its rank at most, clipped to its country."""
    if place.lat is None or place.lon is None:
        return None
    if relative.distance_m is not None:  # "within 20 km of"
        radius = max(relative.distance_m, _extent_m(place))
    else:
        radius = min(_extent_m(place) + settings.near_m, max(_halfway_m(gazetteer, place), _extent_m(place)))
    return Ground(lambda: _disc(place, radius, area), "settlement", round(radius), place.lat, place.lon)


def _disc(place: Place, radius_m: float, area: Area) -> BaseGeometry:
    """Draw the surroundings of a place, clipped to its country."""
    from shapely.geometry import Point

    from borderatlas.layers import geodesy

    disc = geodesy.buffer_m(Point(place.lon, place.lat), radius_m)
    country = area(place.country) if "/" not in place.country else None
    clipped = disc if country is None else disc.intersection(country)
    return disc if clipped.is_empty else clipped


def _halfway_m(gazetteer: Gazetteer, place: Place) -> float:
    """Half the distance to the next county seat or city of the same country, metres."""
    here = (place.lat or 0.0, place.lon or 0.0)
    others = [
        distance_km(here, point) * 500
        for place_id, point in _seats(gazetteer, place.country)
        if place_id not in {place.id, place.parent}
    ]
    return min(others, default=settings.near_m)


@lru_cache(maxsize=32)
def _seats(gazetteer: Gazetteer, country: str) -> tuple[tuple[str, tuple[float, float]], ...]:
    """List the county seats and cities of a country whose own point is known: id and ``(lat, lon)``."""
    return tuple(
        (other.id, (other.lat, other.lon))
        for other in gazetteer
        if other.kind in _RANKED and other.country == country
        and other.lat is not None and other.lon is not None
        and other.location_precision != "inherited"
    )  # fmt: skip


def _across(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Go to the other bank at the same river km: a reach as long as the place; the country flips."""
    from borderatlas.layers import areas, chainage

    position = _position(place)
    if position is None:
        return None
    lon, lat = chainage.twin_point(position)
    half_km = max(_extent_m(place) / 1000, _MIN_REACH_KM / 2)
    twin = _twin(gazetteer, lat, lon, areas.country_at(lon, lat))
    bank: Bank = "KP" if position.bank != "KP" else ("RU" if areas.country_at(lon, lat) == "RU" else "CN")
    line = partial(chainage.reach, position.river, position.km - half_km, position.km + half_km)
    uncertainty = half_km * 1000 + settings.reach_half_width_m
    anchors = (twin,) if twin else ()
    return Ground(line, "river_reach", uncertainty, round(lat, 5), round(lon, 5), bank, bank, position.km, anchors)


def _twin(gazetteer: Gazetteer, lat: float, lon: float, country: str | None) -> str | None:
    """Name the town on that bank: the nearest city, county seat or settlement of that country within 12 km."""
    near = [
        (distance_km((lat, lon), (p.lat, p.lon)), p.kind not in _RANKED, p.id)
        for p in gazetteer
        if p.kind in {*_RANKED, "settlement", "district"} and p.country == country
        and p.lat is not None and p.lon is not None and abs(p.lat - lat) <= _TWIN_KM / KM_A_DEGREE
        and p.location_precision == "surveyed"
    ]  # fmt: skip
    near = [item for item in near if item[0] <= _TWIN_KM]
    return min(near, key=lambda item: (item[1], item[0]))[2] if near else None


def _along(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Take the reach about the km that lies the distance down or up the river; no distance: the next 20 km."""
    if place.river is None or place.river_km is None:
        return None
    sign = 1 if relative.relation == "downstream" else -1
    if relative.distance_m is None:
        return _reach(place.river, place.river_km, place.river_km + sign * settings.near_m / 500)
    distance = relative.distance_m
    error = (_extent_m(place) + _rounding_m(distance) + _LINE_ERROR * distance) / 1000
    middle = place.river_km + sign * distance / 1000
    return _reach(place.river, middle - error, middle + error)


def _rounding_m(distance_m: float) -> float:
    """Half of the unit to which a distance seems to be rounded: 30 km to 10, 25 to 5, 7 to 1 (GBIF guide)."""
    for unit in (100_000.0, 10_000.0, 5_000.0, 1_000.0):
        if distance_m % unit == 0:
            return unit / 2
    return 500.0


def _between(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Take the reach between the river km of both places."""
    if relative.other is None:
        return None
    other = gazetteer[relative.other]
    river = place.river or other.river
    if river is None or {place.river, other.river} - {river, None}:
        return None
    here, there = _km_of(river, place, area), _km_of(river, other, area)
    if here is None or there is None or abs(here - there) < _MIN_REACH_KM:
        return None
    return _reach(river, here, there)


def _km_of(river: str, place: Place, area: Area) -> float | None:
    """Give the river km of a place; of a county whose seat lies inland, the middle of its bank."""
    if place.river == river and place.river_km is not None:
        return place.river_km
    span = _span_of(river, place, area) if place.kind == "county" else None
    return (span[0] + span[1]) / 2 if span else None


def _reaches(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Take a third of the river by its kilometres."""
    from borderatlas.layers.rivers import load_rivers

    river = load_rivers().get(place.id.removeprefix("river."))
    if river is None or relative.part is None:
        return None
    if relative.part == "mouth":
        return _reach(river.id, river.length_km - settings.near_m / 1000, river.length_km)
    low, high = _THIRDS[relative.part]
    return _reach(river.id, low * river.length_km, high * river.length_km)


def _bank(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Take the reach within 10 km of the town that is named too, or along the county; else the whole river."""
    from borderatlas.layers.rivers import load_rivers

    river = load_rivers().get(place.id.removeprefix("river."))
    if river is None:
        return _riverside(place)
    if relative.other is None:
        return _reach(river.id, 0.0, river.length_km)
    other = gazetteer[relative.other]
    span = _span_of(river.id, other, area)
    return _reach(river.id, *span) if span else None


def _riverside(place: Place) -> Ground | None:
    """Take the stretch of river before a town: "the riverside in Sinuiju"."""
    if place.river is None or place.river_km is None:
        return None
    half_km = max(_extent_m(place) / 1000, _MIN_REACH_KM / 2)
    return _reach(place.river, place.river_km - half_km, place.river_km + half_km)


def _span_of(river: str, place: Place, area: Area) -> tuple[float, float] | None:
    """Give the river km between which a county borders a river, or which lie within 10 km of a town."""
    from borderatlas.layers import geodesy
    from borderatlas.layers.rivers import load_rivers

    whole = area(place.id) if place.kind in {"county", "province"} else None
    if whole is not None:
        line = load_rivers()[river]
        touched = line.line.intersection(geodesy.buffer_m(whole, _RIVERSIDE))
        kms = [_km_on(river, lon, lat) for lon, lat in _ends(touched)]
        return (min(kms), max(kms)) if len(kms) > 1 else None
    if place.river != river or place.river_km is None:
        return None
    half = settings.near_m / 1000
    return place.river_km - half, place.river_km + half


def _ends(geometry: BaseGeometry) -> list[tuple[float, float]]:
    parts = [part for part in getattr(geometry, "geoms", [geometry]) if not part.is_empty]
    return [part.coords[i][:2] for part in parts for i in (0, -1)]


def _km_on(river: str, lon: float, lat: float) -> float:
    from borderatlas.layers import chainage

    position = chainage.locate_on_river(lon, lat)
    return position.km if position is not None and position.river == river else 0.0


def _border_area(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Cut the strip of the area along the border, 15 km wide."""
    from borderatlas.layers import areas

    whole = area(place.id)
    if whole is None:
        return None
    strip = areas.border_strip(whole)
    return None if strip.is_empty else _about(strip, "border_strip")


def _offset(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Go the distance on the bearing; the radius is extent, rounding and half an eighth of the compass."""
    from shapely.geometry import Point

    from borderatlas.layers import geodesy

    if relative.distance_m is None:  # "east of Hoeryong": no further than its surroundings
        return _near(gazetteer, place, relative, area)
    if relative.bearing_deg is None or place.lat is None or place.lon is None:
        return None
    lon, lat = geodesy.destination(place.lon, place.lat, relative.bearing_deg, relative.distance_m)
    heading = relative.distance_m * tan(radians(_HALF_HEADING_DEG))
    radius = hypot(_extent_m(place) + _rounding_m(relative.distance_m), heading)
    return Ground(lambda: Point(lon, lat), "settlement", round(radius), round(lat, 5), round(lon, 5))


def _crossing(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Find the bridge or customs post whose ends lie in the two places."""
    from shapely.geometry import Point

    wanted = {place.id, *([relative.other] if relative.other else [])}
    found = [crossing for crossing in gazetteer if _joins(gazetteer, crossing, wanted)]
    if not found or (relative.other is None and not _are_one_site(found)):  # "the Dandong bridge" may be any of them
        return None
    # A bridge rather than its customs post; one that ends in the very towns rather than in a part of one.
    crossing = min(found, key=lambda c: (c.kind != "bridge", len(wanted.difference(c.ends)), c.id))
    if crossing.lat is None or crossing.lon is None:
        return None
    return Ground(
        partial(Point, crossing.lon, crossing.lat), "exact", crossing.uncertainty_m, crossing.lat, crossing.lon, crossing.country,
        None, crossing.river_km, (crossing.id,),
    )  # fmt: skip


def _are_one_site(crossings: Sequence[Place]) -> bool:
    """Tell whether crossings stand beside each other: a bridge, and the customs post at its end."""
    points = [(c.lat, c.lon) for c in crossings if c.lat is not None and c.lon is not None]
    return all(distance_km(points[0], point) <= _SITE_KM for point in points)


def _joins(gazetteer: Gazetteer, crossing: Place, wanted: set[str]) -> bool:
    units = {unit for end in crossing.ends for unit in (end, *gazetteer.ancestors(end))}
    return crossing.kind in {"bridge", "crossing"} and crossing.lat is not None and wanted <= units


def _within(gazetteer: Gazetteer, place: Place, relative: Relative, area: Area) -> Ground | None:
    """Keep the county: somewhere in it."""
    whole = area(place.id)
    return None if whole is None else replace(_about(whole, "county"), uncertainty_m=place.uncertainty_m)


def _position(place: Place) -> RiverPosition | None:
    if place.river is None or place.river_km is None or place.bank not in {"CN", "KP", "RU"}:
        return None
    bank: Bank = "KP" if place.bank == "KP" else ("RU" if place.bank == "RU" else "CN")
    return RiverPosition(place.river, place.river_km, bank, (place.border_km or 0.0) * 1000)


def _extent_m(place: Place) -> float:
    """Radius of the place itself: a county counts as its seat where a distance is measured from it."""
    seat = settings.settlement_radius_m.get(place.kind, 2_000.0)
    return min(place.uncertainty_m or seat, max(seat, 4_000.0))


def _reach(river: str, km_from: float, km_to: float) -> Ground | None:
    from borderatlas.layers import chainage
    from borderatlas.layers.rivers import load_rivers

    length = load_rivers()[river].length_km
    low, high = sorted((min(max(km_from, 0.0), length), min(max(km_to, 0.0), length)))
    if high - low < _NOTHING_KM:
        return None
    lon, lat = chainage.point_at(river, (low + high) / 2)
    half_m = (high - low) * 500 + settings.reach_half_width_m
    line = partial(chainage.reach, river, low, high)
    return Ground(line, "river_reach", round(half_m), round(lat, 5), round(lon, 5), river_km=round((low + high) / 2, 1))


def _about(geometry: BaseGeometry, precision: Precision) -> Ground:
    """Give an area as ground: a point inside it, and the radius that contains it."""
    point = geometry.representative_point()
    west, south, east, north = geometry.bounds
    corners = [(lat, lon) for lat in (south, north) for lon in (west, east)]
    radius = max(distance_km((point.y, point.x), corner) for corner in corners) * 1000
    return Ground(lambda: geometry, precision, round(radius), round(point.y, 5), round(point.x, 5))
