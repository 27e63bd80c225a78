"""Checks of the gazetteer's points against the layers: countries, units, banks, river kilometres, twins, areas.

Tolerances. The points of a gazetteer are good to their `uncertainty_m`; beyond that a place may lie

- `PROVINCE_TOLERANCE_M` outside its province or country: coasts and province lines are simplified;
- `UNIT_TOLERANCE_M` outside its county, whose outline is a cell round known places and no boundary;
- on the wrong side of the border line by `BANK_TOLERANCE_M`, and by `DELTA_TOLERANCE_M` below Uiju, where the line hugs
  the Chinese bank round the islands;
- `POSITION_TOLERANCE_M` from the river kilometre and the distance from the border that the layers give for its point.

Units are only checked inside the box that the layers cover (`settings.study_bbox`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.gazetteer.schema import Problem, Row, Tables
from borderatlas.layers import areas, chainage, geodesy, rivers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

PROVINCE_TOLERANCE_M = 3_000.0
UNIT_TOLERANCE_M = 15_000.0
BANK_TOLERANCE_M = 500.0
DELTA_TOLERANCE_M = 3_000.0
POSITION_TOLERANCE_M = 50.0
TWIN_REACH_KM = 12.0
"""Most river kilometres between two places that are each other's twin."""

DELTA_FROM_KM = 720.0
"""River km of the Yalu below which the line runs among the islands (Uiju)."""

_BOUNDS = {"KP": (124.0, 37.6, 131.0, 43.1), "KR": (124.5, 33.0, 132.0, 38.7), "CN": (73.0, 18.0, 135.1, 53.6)}
_ON_THE_LINE = frozenset({"bridge", "crossing", "dam", "reservoir", "river"})


def points_are_within_bounds(tables: Tables) -> Iterator[Problem]:
    """Check that points are on the globe, and those of the DPRK, China and the ROK within the country's box."""
    for row, lon, lat in _points(tables):
        west, south, east, north = _BOUNDS.get(row["country"], (-180.0, -90.0, 180.0, 90.0))
        if not (west <= lon <= east and south <= lat <= north):
            message = f"{lon} {lat} is outside {row['country'] or 'the globe'}: longitude {west} to {east}, latitude {south} to {north}"
            yield Problem("places", row.line, "longitude", message)


def places_lie_in_their_units(tables: Tables) -> Iterator[Problem]:
    """Check that a point lies in the unit, the province and the country that are said of it, within the tolerances."""
    for row, lon, lat in _own_points(tables):
        point = geodesy.to_cone(_point(lon, lat))
        for unit in tables.ancestors(row["place_id"]):
            if tables.is_prefecture(unit):
                ground = None if row["place_id"].startswith(f"{unit}.") else _foreign_ground(tables, unit, lon, lat)
            else:
                ground = _cone_area(unit)
            spare = float(row["uncertainty_m"] or 0) + _tolerance(tables.places[unit]["kind"])
            if ground is not None and (distance := ground.distance(point)) > spare:
                message = f"{row['place_id']} lies {distance / 1000:.1f} km outside {unit}; {spare / 1000:.1f} km are tolerated"
                yield Problem("places", row.line, "parent_id", message)
                break


def _foreign_ground(tables: Tables, prefecture: str, lon: float, lat: float) -> BaseGeometry | None:
    """Give a prefecture's ground for a point that lies in a unit of another; None for any other point.

    Not every county of a prefecture is known, so a point may lie in it and in no unit of it.
    """
    found = areas.county_at(lon, lat)
    own = found is None or found == prefecture or prefecture in tables.ancestors(found)
    return None if own else _prefecture_ground(tables.units_of(prefecture))


@cache
def _prefecture_ground(units: tuple[str, ...]) -> BaseGeometry | None:
    grounds = [ground for unit in units if (ground := _cone_area(unit)) is not None]
    from shapely import union_all

    return union_all(grounds) if grounds else None


def _tolerance(kind: str) -> float:
    return PROVINCE_TOLERANCE_M if kind in {"province", "country"} else UNIT_TOLERANCE_M


def places_lie_on_their_bank(tables: Tables) -> Iterator[Problem]:
    """Check that a point lies in the country that is said of it, right to the border line, within the tolerances."""
    for row, lon, lat in _own_points(tables):
        if not row["border_km"] or row["kind"] in _ON_THE_LINE or "/" in row["country"]:
            continue
        found = areas.country_at(lon, lat)
        beyond = float(row["border_km"]) * 1000
        if found not in {None, row["country"]} and beyond > _bank_tolerance(row):
            message = f"{row['place_id']} of {row['country']} lies {beyond:,.0f} m inside {found}"
            yield Problem("places", row.line, "country", message)
        elif row["bank"] not in {"", row["country"]} and beyond > _bank_tolerance(row):
            yield Problem("places", row.line, "bank", f"{row['place_id']} of {row['country']} has bank {row['bank']}")


def _bank_tolerance(row: Row) -> float:
    in_delta = row["river"] == "yalu" and float(row["river_km"] or 0) >= DELTA_FROM_KM
    by_point = float(row["uncertainty_m"] or 0) if row["location_precision"] == "approximate" else 0.0
    return max(DELTA_TOLERANCE_M if in_delta else BANK_TOLERANCE_M, by_point)


def river_positions_are_those_of_the_layers(tables: Tables) -> Iterator[Problem]:
    """Check that river, kilometre and distance from the border are what the layers give for the point."""
    for row, lon, lat in _own_points(tables):
        if row["kind"] == "river" or not row["border_km"]:
            continue
        off = abs(chainage.border_distance_m(lon, lat) - float(row["border_km"]) * 1000)
        if off > POSITION_TOLERANCE_M:
            yield Problem("places", row.line, "border_km", f"{row['border_km']} km is off by {off:,.0f} m")
        if row["river"] and (message := _misplaced(row, lon, lat)):
            yield Problem("places", row.line, "river_km", message)


def _misplaced(row: Row, lon: float, lat: float) -> str | None:
    """Say where the layers put a riverside point, when that is not where its row has it."""
    position = chainage.locate_on_river(lon, lat)
    if position is None:
        return f"{row['river']} km {row['river_km']}, but the layers have it on no river"
    off_m = abs(position.km - float(row["river_km"] or 0)) * 1000
    if position.river == row["river"] and off_m <= POSITION_TOLERANCE_M:
        return None
    return f"{row['river']} km {row['river_km']}; the layers give {position.river} km {position.km:.3f}"


def river_kilometres_are_on_the_river(tables: Tables) -> Iterator[Problem]:
    """Check that a river km lies between source and mouth, and comes with its river and its bank."""
    for row in tables.rows["places"]:
        if bool(row["river"]) != bool(row["river_km"]):
            yield Problem("places", row.line, "river_km", "a river without its kilometre, or the other way round")
        elif row["river"] and float(row["river_km"]) > rivers.get_river(row["river"]).length_km:
            yield Problem("places", row.line, "river_km", f"{row['river_km']} is beyond the mouth")


def twins_lie_across_from_each_other(tables: Tables) -> Iterator[Problem]:
    """Check that twins lie in two countries, on one river and within `TWIN_REACH_KM` of it, in the order of their ids."""
    for row in tables.rows["twins"]:
        pair = [tables.places[row[column]] for column in ("place_id", "twin_id") if row[column] in tables.places]
        known = [place for place in pair if place["river"]]
        if len({place["country"] for place in pair}) < len(pair):
            yield Problem("twins", row.line, "twin_id", f"{row['place_id']} and {row['twin_id']} lie in one country")
        elif len({place["river"] for place in known}) > 1 or _apart_km(known) > TWIN_REACH_KM:
            yield Problem("twins", row.line, "twin_id", f"{row['twin_id']} is not across from {row['place_id']}")
        elif row["twin_id"] <= row["place_id"] or (row["basis"] == "crossing") != bool(row["via_id"]):
            yield Problem("twins", row.line, "place_id", "wanted the lower id first, and a via_id for a crossing only")


def _apart_km(places: list[Row]) -> float:
    kms = [float(place["river_km"]) for place in places if _is_number(place["river_km"])]
    return max(kms) - min(kms) if kms else 0.0


def areas_are_of_places(tables: Tables) -> Iterator[Problem]:
    """Check that what has an area is a place, and its area valid; problems are shown at the head of the table."""
    for layer in ("provinces", "counties"):
        for properties, ground in rivers.read_layer(f"gazetteer/{layer}.geojson"):
            if properties["id"] not in tables.places:
                yield Problem("places", 1, "place_id", f"{properties['id']} of {layer}.geojson is not there")
            elif not ground.is_valid:
                yield Problem("places", 1, "place_id", f"{properties['id']} of {layer}.geojson is no valid polygon")


def _points(tables: Tables) -> Iterator[tuple[Row, float, float]]:
    for row in tables.rows["places"]:
        if _is_number(row["longitude"]) and _is_number(row["latitude"]):
            yield row, float(row["longitude"]), float(row["latitude"])


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def _own_points(tables: Tables) -> Iterator[tuple[Row, float, float]]:
    """Give the points that are a place's own, inside the box of the layers."""
    west, south, east, north = settings.study_bbox
    for row, lon, lat in _points(tables):
        if row["location_precision"] != "inherited" and west <= lon <= east and south <= lat <= north:
            yield row, lon, lat


def _point(lon: float, lat: float) -> BaseGeometry:
    from shapely.geometry import Point

    return Point(lon, lat)


@cache
def _cone_area(place_id: str) -> BaseGeometry | None:
    """Give the area of a unit in metres; None where the layers have none."""
    ground = areas.area(place_id)
    return None if ground is None else geodesy.to_cone(ground)
