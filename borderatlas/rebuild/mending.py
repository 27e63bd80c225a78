"""Province lines moved to where surveyed places say they run.

Natural Earth's province lines are a kilometre off at the median, and older than some counties: a few towns whose
point is surveyed and whose province is known fall beyond the line. Round such towns, and between them and their
province, the ground that is nearer to a town of their province than to one of another goes over. Nothing else is
touched: where no town contradicts a line, it stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import LineString, MultiPoint, Point
from shapely.ops import nearest_points

from borderatlas.layers import geodesy
from borderatlas.rebuild.geonames import populated_places
from borderatlas.rebuild.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

CORRIDOR_M = 5_000.0
"""Half of the width of the ground that goes over between a town and its province, metres."""

CLUSTER_M = 30_000.0
"""Ways that come as near as this to each other ask for one piece of ground, metres."""

SMOOTH_M = 1_500.0
"""Corners of moved ground that are sharper than this are rounded off, metres."""

OVERLAP_M = 50.0
"""Ground that is cut off is grown by this much, so that no sliver is left when the lines are rounded, metres."""

TOLERANCE_M = 150.0
"""By how much simplifying may move the new stretch of line, metres."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A surveyed place that says where a province is: its id, the id of the province, its point in the cone."""

    place_id: str
    province: str
    point: Point


@dataclass(frozen=True, slots=True)
class Move:
    """Ground (in the cone) that goes over from one province to another, with the places that ask for it."""

    source: str
    target: str
    ground: BaseGeometry
    places: tuple[str, ...]


def witnesses(curated: Path) -> list[Witness]:
    """Give the surveyed places of the curated tables, each with the province that its id states.

    Points are GeoNames'; rows whose point was replaced by hand, and rows that no person has looked at, say nothing.
    """
    replaced = {row["place_id"] for row in read_rows(curated / "points.csv")}
    found = dict(item for table in (_seats, _listed, _features) for item in table(curated))
    return [
        Witness(place_id, ".".join(place_id.split(".")[:2]), geodesy.to_cone(Point(position)))
        for place_id, position in sorted(found.items())
        if place_id.startswith("kp.") and place_id not in replaced
    ]


def _geonames_point(geonames_id: str) -> tuple[float, float] | None:
    place = populated_places().get(geonames_id)
    return None if place is None else (place.longitude, place.latitude)


def _seats(curated: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    for row in read_rows(curated / "units.csv"):
        point = _geonames_point(row["seat_id"])
        if point is not None:
            yield row["place_id"], point


def _listed(curated: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    for row in read_rows(curated / "places.csv"):
        point = _geonames_point(row["geonames_id"])
        if point is not None and row["place_id"].count(".") > 1:
            yield row["place_id"], point


def _features(curated: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    for row in read_rows(curated / "features.csv"):
        if row["lat"] and re.match(r"GeoNames \d", row["coord_source"]):
            yield row["place_id"], (float(row["lon"]), float(row["lat"]))


def moves(provinces: Mapping[str, BaseGeometry], known: list[Witness]) -> list[Move]:
    """Give the ground that has to change hands so that every witness lies in the province that it states.

    Parameters
    ----------
    provinces : mapping of str to geometry
        Areas by id, in the cone. A witness of a province that has no area is passed over.
    known : list of Witness
        The surveyed places.
    """
    heard = [witness for witness in known if witness.province in provinces]
    astray: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    for witness in heard:
        found = next((name for name, area in provinces.items() if area.covers(witness.point)), None)
        if found is not None and found != witness.province:
            astray[found, witness.province].append(witness)
    cells = _cells(heard) if astray else {}
    return [
        Move(source, target, ground, tuple(witness.place_id for witness in lost))
        for (source, target), lost in sorted(astray.items())
        for ground in [_ground(provinces[source], provinces[target], lost, cells[target])]
    ]


def _cells(known: list[Witness]) -> dict[str, BaseGeometry]:
    """Give the ground that is nearest to a place of each province."""
    sites = {witness.point.coords[0]: witness.province for witness in known}
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(list(sites)), ordered=True))
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for province, cell in zip(sites.values(), cells, strict=True):
        parts[province].append(cell)
    return {province: shapely.union_all(own) for province, own in parts.items()}


def _ground(source: BaseGeometry, target: BaseGeometry, lost: list[Witness], cells: BaseGeometry) -> BaseGeometry:
    ways = shapely.union_all(_corridors(target, lost))
    clusters = shapely.get_parts(ways.buffer(CLUSTER_M / 2))
    hulls = [ways.intersection(cluster).convex_hull.buffer(CORRIDOR_M) for cluster in clusters]
    taken = shapely.union_all(hulls).intersection(cells)
    smooth = taken.buffer(SMOOTH_M).buffer(-2 * SMOOTH_M).buffer(SMOOTH_M).simplify(TOLERANCE_M)
    return shapely.union_all([smooth, *_cut_off(source, smooth)])


def _corridors(target: BaseGeometry, lost: list[Witness]) -> list[BaseGeometry]:
    """Give the way of each lost place to its province, by way of those that are nearer to it."""
    reached, ways, left = target, [], list(lost)
    while left:
        nearest = min(left, key=lambda witness: (witness.point.distance(reached), witness.place_id))
        left.remove(nearest)
        ways.append(LineString(nearest_points(nearest.point, reached)))
        reached = shapely.union_all([reached, nearest.point])
    return ways


def _cut_off(source: BaseGeometry, taken: BaseGeometry) -> list[BaseGeometry]:
    """Give what the moved ground parts from the rest of the province that it is taken from."""
    pieces = []
    for part in shapely.get_parts(source):
        if part.intersects(taken):
            rest = sorted(shapely.get_parts(part.difference(taken)), key=lambda piece: piece.area)
            pieces += [piece.buffer(OVERLAP_M) for piece in rest[:-1]]
    return pieces
