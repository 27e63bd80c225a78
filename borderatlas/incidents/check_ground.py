"""The checks of an incident table that need the map: where a row says that it was, against the land.

Tolerances. A point may lie on the wrong side of the border line by `SIDE_TOLERANCE_M`, and by `DELTA_TOLERANCE_M` below
Uiju, where the line hugs the Chinese bank round the islands. A place and its coordinates may lie `APART_M` apart,
beyond what both are uncertain by.
"""

from __future__ import annotations

import math
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.gazetteer.check_ground import DELTA_FROM_KM, DELTA_TOLERANCE_M
from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.foreign_columns import LAT_LON
from borderatlas.incidents.foreign_values import PRECISION_OF_GEO, PRECISION_OF_WHERE
from borderatlas.incidents.name_placing import named
from borderatlas.incidents.sheets import is_empty
from borderatlas.incidents.vocabulary import PRECISIONS
from borderatlas.layers import areas, chainage, geodesy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from borderatlas.incidents.problems import Checked, Problem, Record
    from borderatlas.models import Place

SIDE_TOLERANCE_M = 1_000.0
"""How far on the wrong side of the border line a point may lie, metres: twice what the gazetteer's own points may."""

APART_M = 25_000.0
"""How far a place's ground may lie from the coordinates given for it, metres, beyond what both are uncertain by."""

WIDEST_M = {"exact": 5_000.0, "settlement": 25_000.0, "county": 100_000.0}
"""The largest radius of ground that a precision may stand for, metres."""

_SCALE_OF_WHERE = {1: 0, 2: 1, 3: 2, 4: 3, 5: 3, 6: 4, 7: 4}
"""UCDP's where_prec from fine to coarse: a line or a polygon (5) may be as wide as a province (4)."""


def point_of_record(record: Record) -> tuple[float, float] | None:
    """Give where a row stands, ``(lon, lat)``: its coordinates, else a point of its footprint; None without either."""
    lon, lat = record["longitude"], record["latitude"]
    if lon is not None and lat is not None:
        return float(lon), float(lat)
    shape = record[GEOMETRY]
    if shape is None or not _in_the_world(*shape.bounds):
        return None
    spot = shape.representative_point()
    return spot.x, spot.y


def row_has_a_place(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that a row says where, with both coordinates or none."""
    cells = {name: record.row.cells.get(written) for name, written in table.found.sheet.known().items()}
    given = {name: not is_empty(cells.get(name)) for name in ("latitude", "longitude", "place_name", "place_id")}
    if given["latitude"] != given["longitude"]:
        missing = "longitude" if given["latitude"] else "latitude"
        yield table.problem(record.row, missing, "is missing; latitude and longitude stand together")
    elif not is_empty(pair := cells.get(LAT_LON)) and not given["latitude"] and not given["place_name"]:
        message = f"{str(pair)[:40]!r} is no pair of coordinates; write 41.40, 128.18, latitude first"
        yield table.problem(record.row, LAT_LON, message)
    elif not any(given.values()) and not _has_ground(record, cells) and record["precision"] != "unlocated":
        asked = next(
            (name for name in ("latitude", "place_name", "place_id", GEOMETRY) if name in table.names), "latitude"
        )
        yield table.problem(record.row, asked, "says no place; give latitude and longitude, a place_name or a place_id")


def _has_ground(record: Record, cells: Mapping[str, Any]) -> bool:
    """Tell whether a row has a footprint, or one that cannot be read, which is told elsewhere."""
    return record[GEOMETRY] is not None or (bool(cells.get(GEOMETRY)) and GEOMETRY not in record.values)


def footprint_holds_its_point(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that coordinates lie in their footprint or near it, and that it does not cross itself."""
    lat, lon, shape = record["latitude"], record["longitude"], record[GEOMETRY]
    if shape is None or not _in_the_world(*shape.bounds):
        return
    if not shape.is_valid:
        from shapely import is_valid_reason

        message = f"crosses itself or is not closed ({is_valid_reason(shape)}, lon lat); draw it again"
        yield table.problem(record.row, GEOMETRY, message, is_error=False)
    if lat is None or lon is None or not _in_the_world(lon, lat, lon, lat):
        return
    gap = _distance_to_m(shape, lon, lat)
    if gap - (record["uncertainty_m"] or 0.0) > APART_M:
        message = f"{lat:g}, longitude {lon:g} lies {gap / 1000:.0f} km from the footprint; correct one of the two"
        yield table.problem(record.row, "latitude", message)


def _distance_to_m(shape: BaseGeometry, lon: float, lat: float) -> float:
    """Give how far a point lies from the nearest spot of a footprint, metres (0 within it)."""
    from shapely.geometry import Point
    from shapely.ops import nearest_points

    spot = Point(lon, lat)
    if shape.is_valid and shape.intersects(spot):
        return 0.0
    near = nearest_points(shape, spot)[0]  # nearest in degrees: for a gap of many kilometres that is near enough
    return geodesy.distance_m(near.x, near.y, lon, lat)


def coordinates_are_of_this_world(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that coordinates are degrees, not swapped, and note those far from this border."""
    lat, lon = (
        _float(record.row.cells.get(table.found.sheet.known().get(name, ""))) for name in ("latitude", "longitude")
    )
    shape = record[GEOMETRY]
    if lat is None or lon is None:
        if shape is not None and not _in_the_world(*shape.bounds):
            west, south, east, north = shape.bounds
            hint = (
                "write longitude first"
                if _in_the_world(south, west, north, east)
                else "degrees are within ±180 and ±90"
            )
            yield table.problem(record.row, GEOMETRY, f"lies outside the world ({west:g} {south:g}); {hint}")
            return
    elif not _in_the_world(lon, lat, lon, lat):
        name = "latitude" if abs(lat) > 90 else "longitude"  # noqa: PLR2004 - degrees
        hint = "the two seem to be swapped" if _in_the_world(lat, lon, lat, lon) else "degrees are within ±90 and ±180"
        yield table.problem(record.row, name, f"is outside the world (latitude {lat:g}, longitude {lon:g}); {hint}")
        return
    yield from _near_this_border(table, record)


def _near_this_border(table: Checked, record: Record) -> Iterator[Problem]:
    point = point_of_record(record)
    west, south, east, north = settings.study_bbox
    if point is None or (west <= point[0] <= east and south <= point[1] <= north):
        return
    swapped = west <= point[1] <= east and south <= point[0] <= north
    hint = "are the two swapped?" if swapped else "the map covers the China–North Korea border"
    name = "latitude" if "latitude" in table.names else GEOMETRY
    message = f"{point[1]:g}, longitude {point[0]:g} is outside the study area; {hint}"
    yield table.problem(record.row, name, message, is_error=False)


def country_is_on_its_side(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that country and bank are those of the side of the river on which the row's point lies."""
    point = _studied(record)
    if point is None or record["precision"] in {"river", "river_reach", "border_strip", "country", "unlocated"}:
        return
    there = areas.country_at(*point)
    for name in ("country", "bank"):
        said = str(record[name] or "").upper()
        if there and said in {"KP", "CN", "RU"} and said != there and _distance_m(*point) > _tolerance_m(*point):
            side = f"{_distance_m(*point) / 1000:.1f} km on the side of {there}"
            yield table.problem(
                record.row,
                name,
                f"is {said}, but {point[1]:g}, {point[0]:g} lies {side} of the border; correct one of the two",
            )


def _distance_m(lon: float, lat: float) -> float:
    return chainage.border_distance_m(lon, lat)


def _tolerance_m(lon: float, lat: float) -> float:
    position = chainage.locate_on_river(lon, lat)
    in_delta = position is not None and position.river == "yalu" and position.km > DELTA_FROM_KM
    return DELTA_TOLERANCE_M if in_delta else SIDE_TOLERANCE_M


def precision_is_no_finer_than_the_ground(table: Checked, record: Record) -> Iterator[Problem]:
    """Check a stated precision against footprint, uncertainty and the codes of ACLED and UCDP beside it."""
    precision = str(record["precision"] or "")
    if precision not in PRECISIONS or table.found.scheme is not None:  # there it was made of the code beside it
        return
    shape, uncertainty = record[GEOMETRY], record["uncertainty_m"]
    widest = WIDEST_M.get(precision, math.inf)
    radius = _radius_m(shape)
    if radius > widest:
        message = f"{precision} is finer than the footprint, {2 * radius / 1000:.0f} km wide; say {_word_for(radius)}"
        yield table.problem(record.row, "precision", message)
    elif uncertainty is not None and uncertainty > widest:
        message = f"{precision} is finer than uncertainty_m {uncertainty:g}; say {_word_for(uncertainty)}"
        yield table.problem(record.row, "precision", message)
    yield from _against_codes(table, record, precision)


def _against_codes(table: Checked, record: Record, precision: str) -> Iterator[Problem]:
    term, geo, where = PRECISIONS[precision], record["geo_precision"], record["where_prec"]
    if geo in PRECISION_OF_GEO and term.geo_precision is not None and term.geo_precision < geo:
        message = f"{precision} is finer than geo_precision {geo}; say {PRECISION_OF_GEO[geo]}"
        yield table.problem(record.row, "precision", message)
    elif where in PRECISION_OF_WHERE and term.where_prec and _SCALE_OF_WHERE[term.where_prec] < _SCALE_OF_WHERE[where]:
        message = f"{precision} is finer than where_prec {where}; say {PRECISION_OF_WHERE[where]}"
        yield table.problem(record.row, "precision", message)


def _word_for(radius_m: float) -> str:
    return next((word for word, widest in WIDEST_M.items() if radius_m <= widest), "province")


def _radius_m(shape: BaseGeometry | None) -> float:
    if shape is None or shape.geom_type == "Point" or not _in_the_world(*shape.bounds):
        return 0.0
    west, south, east, north = shape.bounds
    return geodesy.distance_m(west, south, east, north) / 2


def places_are_known(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that place_id is of the gazetteer, and that place and coordinates are of one spot."""
    place_id, name = record["place_id"], record["place_name"]
    if place_id and place_id not in table.gazetteer:
        alike = get_close_matches(str(place_id), [place.id for place in table.gazetteer], n=2, cutoff=0.75)
        hint = f"did you mean {' or '.join(alike)}?" if alike else "`borderatlas lookup NAME` finds ids"
        yield table.problem(record.row, "place_id", f"{str(place_id)[:60]!r} is not in the gazetteer; {hint}")
        return
    places = [table.gazetteer[place_id]] if place_id else _places_called(table, str(name)) if name else []
    point = _studied(record) or point_of_record(record)
    if point is None:
        note = table.finder.find(named(record)).note if name and not place_id else ""
        if note:
            yield table.problem(
                record.row, "place_name", f"{note}; give coordinates, or another spelling", is_error=False
            )
        return
    yield from _apart(table, record, places, point)


def _apart(table: Checked, record: Record, places: list[Place], point: tuple[float, float]) -> Iterator[Problem]:
    gaps = {place.id: gap for place in places if (gap := _gap_m(table, place, *point)) is not None}
    if not gaps:
        return
    closest = min(gaps, key=lambda key: gaps[key])
    uncertain = record["uncertainty_m"] or 0.0
    wide = record["precision"] in {"province", "river", "country", "border_strip"}
    if gaps[closest] - uncertain > APART_M * (4 if wide else 1):
        column = "place_id" if record["place_id"] else "place_name"
        place = table.gazetteer[closest]
        message = f"{place.name} lies {gaps[closest] / 1000:.0f} km from {point[1]:g}, {point[0]:g}; correct the name or the coordinates"
        yield table.problem(record.row, column, message)


def _gap_m(table: Checked, place: Place, lon: float, lat: float) -> float | None:
    """Give how far a point lies from a place's ground, metres; None where the place has no ground."""
    from shapely.geometry import Point

    whole = (table.boundaries or areas).area(place.id)
    if whole is not None:
        return float(geodesy.to_cone(whole).distance(geodesy.to_cone(Point(lon, lat))))
    if place.kind in {"river", "tributary", "region", "country", "province"} or place.lat is None or place.lon is None:
        return None
    return max(geodesy.distance_m(place.lon, place.lat, lon, lat) - place.uncertainty_m, 0.0)


def _places_called(table: Checked, name: str) -> list[Place]:
    return [hit.place for hit in table.gazetteer.lookup(name)]


def _studied(record: Record) -> tuple[float, float] | None:
    point = point_of_record(record)
    west, south, east, north = settings.study_bbox
    return point if point and west <= point[0] <= east and south <= point[1] <= north else None


def _in_the_world(west: float, south: float, east: float, north: float) -> bool:
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004 - degrees


def _float(value: Any) -> float | None:
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


GROUND_CHECKS: tuple[Callable[[Checked, Record], Iterator[Problem]], ...] = (
    row_has_a_place, coordinates_are_of_this_world, country_is_on_its_side, precision_is_no_finer_than_the_ground,
    footprint_holds_its_point, places_are_known,
)  # fmt: skip
