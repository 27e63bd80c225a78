"""What lies round a point: the nearest places and crossings, with distance and direction, and a point told in words.

Distances are geodesic, from the point to a place's representative point, kilometres; directions are the eight winds
from the point to the place.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from borderatlas.gazetteer.lookup import feature_collection, load
from borderatlas.gazetteer.matching import distance_km

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.models import Place, Position

Form = Literal["text", "json", "geojson"]

CROSSINGS = frozenset({"bridge", "crossing"})
"""Kinds of place at which a border river is crossed."""

PLACES = frozenset({"city", "county", "district", "settlement", "site", "island", "dam", "mountain"})
"""Kinds of place that one gives as "near": towns, units by their seats, what stands out in the land."""

NEAREST = 5
"""How many of each are given."""

_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_PRESELECTED = 3  # times as many as wanted are measured on the ellipsoid


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place near a point.

    Attributes
    ----------
    place : Place
    distance_km : float
        Geodesic, from the point to the place's representative point.
    direction : str
        Of the place from the point: one of the eight winds in words; empty where both are the same point.
    """

    place: Place
    distance_km: float
    direction: str


def nearest(
    places: Iterable[Place], lat: float, lon: float, *, kinds: Collection[str] = PLACES, count: int = NEAREST
) -> list[Neighbour]:
    """Find the places of some kinds that are nearest to a point.

    Parameters
    ----------
    places : iterable of Place
        Such as a `Gazetteer`. Places with no point of their own are passed over.
    lat, lon : float
        Degrees, EPSG:4326.
    kinds : collection of str
    count : int

    Returns
    -------
    list of Neighbour
        The nearest first.
    """
    ranked = sorted(
        (distance_km((lat, lon), (p.lat, p.lon)), p.id, p)
        for p in places
        if p.kind in kinds and p.lat is not None and p.lon is not None and p.location_precision != "inherited"
    )
    measured = (_neighbour(place, lat, lon) for _, _, place in ranked[: count * _PRESELECTED])
    return sorted(measured, key=lambda n: (n.distance_km, n.place.id))[:count]


def _neighbour(place: Place, lat: float, lon: float) -> Neighbour:
    from borderatlas.layers import geodesy

    there = (place.lon or 0.0, place.lat or 0.0)
    metres = geodesy.distance_m(lon, lat, *there)
    return Neighbour(place, metres / 1000, wind(geodesy.bearing_deg(lon, lat, *there)) if metres else "")


def wind(bearing_deg: float) -> str:
    """Name one of the eight winds for a bearing, degrees clockwise from north."""
    return _WINDS[round(bearing_deg / 45.0) % len(_WINDS)]


def lines(
    position: Position, places: Iterable[Place], form: Form = "text", *, boundaries: Boundaries | None = None,
    count: int = NEAREST,
) -> Iterator[str]:  # fmt: skip
    """Describe a position and what is near it, as text, as one JSON object or as GeoJSON.

    Parameters
    ----------
    position : Position
    places : iterable of Place
        Among which to look for neighbours.
    form : {"text", "json", "geojson"}
        ``geojson`` (RFC 7946) has the point first, then its neighbours as points.
    boundaries : Boundaries, optional
        The user's own polygons from which the position has its unit: then that is not marked approximate.
    count : int
        How many places, and how many crossings.

    Yields
    ------
    str
        Without line ends.
    """
    known = list(places)
    near = nearest(known, position.lat, position.lon, count=count)
    crossings = nearest(known, position.lat, position.lon, kinds=CROSSINGS, count=count)
    record = asdict(position) | {"unit_is_approximate": _is_approximate(position, boundaries)}
    if form == "text":
        yield str(position) if record["unit_is_approximate"] else str(position).replace(" (approximate)", "")
        yield from _listed("nearest places:", near)
        yield from _listed("nearest crossings:", crossings)
    elif form == "json":
        found = {"places": [_record(n) for n in near], "crossings": [_record(n) for n in crossings]}
        yield json.dumps(record | found, ensure_ascii=False)
    else:
        here = _feature(record | {"role": "position"}, position.lat, position.lon)
        there = [_feature(_record(n) | {"role": "place"}, n.place.lat, n.place.lon) for n in near]
        across = [_feature(_record(n) | {"role": "crossing"}, n.place.lat, n.place.lon) for n in crossings]
        yield feature_collection([here, *there, *across])


def _listed(title: str, neighbours: list[Neighbour]) -> Iterator[str]:
    yield title
    for n in neighbours:
        head = f"  {n.distance_km:6.1f} km {n.direction:<10}  {n.place.name} ({n.place.kind}, {n.place.country})  {n.place.id}"
        across = f"across from {' and '.join(n.place.twins)}" if n.place.twins else ""
        yield "; ".join(filter(None, (head, load(n.place), across)))


def _is_approximate(position: Position, boundaries: Boundaries | None) -> bool:
    if position.unit is None:
        return False
    return boundaries is None or boundaries.county_at(position.lon, position.lat) not in boundaries


def _record(neighbour: Neighbour) -> dict[str, Any]:
    place = neighbour.place
    return {
        "id": place.id, "name": place.name, "kind": place.kind, "country": place.country, "lat": place.lat, "lon": place.lon,
        "distance_km": round(neighbour.distance_km, 3), "direction": neighbour.direction, "carries": place.carries,
        "status": place.status, "status_date": place.status_date, "twins": place.twins,
    }  # fmt: skip


def _feature(properties: dict[str, Any], lat: float | None, lon: float | None) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [lon, lat]}}
