"""Counties: approximate footprints, because no open source of their boundaries is in a registry.

A unit's footprint is made of the Voronoi cells of its known places among those of the whole province, cut at the
province's edge and at a distance from its places: where the gazetteer knows no unit, no unit's ground is drawn.
That a unit lies on the border is known better than where: it is given a place there when its cells fall short.
The straight edge of a cell cuts the bends of a river; what it parts from its own places goes to the neighbour.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon, Point
from shapely.ops import nearest_points

from borderatlas.errors import DatasetError
from borderatlas.layers import geodesy
from borderatlas.rebuild import border_lines, geojson, land

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

Row = dict[str, str]

_GRID = 10.0**-geojson.DECIMALS

Sites = dict[tuple[float, float], str]
"""Id of a unit by a position ``(lon, lat)`` on its ground."""

UNIT_KINDS = frozenset({"county", "city", "district"})
"""Kinds of county-level unit, when they hang on a province or a prefecture."""

TOP_KINDS = frozenset({"province", "prefecture"})

SITE_KINDS = UNIT_KINDS | {"settlement", "site", "island"}
"""Kinds of place that stand on the ground of the unit they hang on."""

END_KINDS = frozenset({"bridge", "crossing"})
"""Kinds that stand on the border, at an edge of the units at either end."""

KNOWN_POINTS = frozenset({"surveyed", "approximate"})
"""How a point must be known to say anything about ground; an inherited one is some other place's."""

UNIT_REACH_M = {"KP": 30_000.0, "CN": 45_000.0}
"""A footprint ends at this distance from the unit's places, metres: units of the DPRK are smaller."""

TOUCH_M = 25.0
"""A footprint that comes this near to the border line touches it, metres."""

ON_EDGE_DEG = 5e-4
"""A place this near to a piece of ground stands on it, degrees (50 m): bridges stand on the very edge."""


def _read_table(path: Path) -> dict[str, Row]:
    if not path.is_file():
        msg = f"{path}: counties are made from this table, and it is missing; rebuild the step `places` first"
        raise DatasetError(msg)
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["place_id"]: row for row in csv.DictReader(stream)}


def _is_unit(row: Row, rows: dict[str, Row]) -> bool:
    parent = rows.get(row["parent_id"])
    if row["kind"] not in UNIT_KINDS or parent is None:
        return False
    return parent["kind"] in TOP_KINDS or _is_below_a_city(row, parent)


def _is_below_a_city(row: Row, parent: Row) -> bool:
    """Tell whether a row is a unit that a city of a prefecture's rank contains, as Dandong contains Kuandian.

    The city's own districts are no such units: they are part of its ground, and their ids say so.
    """
    inside = row["place_id"].startswith(f"{parent['place_id']}.")
    return parent["kind"] == "city" and row["country"] == "CN" and not inside


def _unit_of(row: Row, rows: dict[str, Row]) -> Row | None:
    """Climb from a place to its county-level unit."""
    while not _is_unit(row, rows):
        parent = rows.get(row["parent_id"])
        # Of a township of which only the prefecture is known nobody can tell whose ground it stands on.
        if parent is None or parent["kind"] in TOP_KINDS or _is_below_a_city(row, parent):
            return None
        row = parent
    return row


def _province_of(unit: Row, rows: dict[str, Row]) -> str:
    parent = rows[unit["parent_id"]]
    return parent["place_id"] if parent["kind"] == "province" else parent["parent_id"]


def _claims(row: Row, rows: dict[str, Row]) -> list[Row]:
    """Give the units on whose ground the point of a place stands."""
    if not row["longitude"] or row["location_precision"] not in KNOWN_POINTS:
        return []
    if row["kind"] in END_KINDS and row["carries"] != "pipeline":  # where a pipeline crosses is not published
        ends = [rows[end] for end in row["end_ids"].split("|") if end in rows]
    else:
        ends = [row] if row["kind"] in SITE_KINDS else []
    units = (_unit_of(end, rows) for end in ends)
    return [unit for unit in units if unit is not None and unit["country"] in row["country"].split("/")]


def _sites(rows: dict[str, Row]) -> dict[str, Sites]:
    """Give, by province, the known positions and the unit to which each belongs; the first of two on a spot has it."""
    sites: dict[str, Sites] = defaultdict(dict)
    for place_id in sorted(rows):
        for unit in _claims(rows[place_id], rows):
            position = (float(rows[place_id]["longitude"]), float(rows[place_id]["latitude"]))
            sites[_province_of(unit, rows)].setdefault(position, unit["place_id"])
    return sites


def _footprints(sites: Sites, province: BaseGeometry, reach_m: float) -> dict[str, BaseGeometry]:
    """Give the footprint of each unit of a province that has a known place."""
    points = [geodesy.to_cone(Point(position)) for position in sites]
    cells = shapely.voronoi_polygons(MultiPoint(points), extend_to=geodesy.to_cone(province), ordered=True)
    parts: dict[str, list[tuple[BaseGeometry, BaseGeometry]]] = defaultdict(list)
    for unit, point, cell in zip(sites.values(), points, shapely.get_parts(cells), strict=True):
        parts[unit].append((cell, point.buffer(reach_m)))
    # Cells share their corners, so they are joined before anything is cut: no slits are left between them.
    found = {
        unit: _within(
            province, shapely.union_all([cell for cell, _ in own]), shapely.union_all([disc for _, disc in own])
        )
        for unit, own in parts.items()
    }
    return _without_strays(found, sites)


def _within(province: BaseGeometry, cells: BaseGeometry, discs: BaseGeometry) -> BaseGeometry:
    """Cut cells (in the cone) at a distance and at the province's edge; into degrees."""
    # Corners may come to lie within a nanodegree of each other, so the cells are mended in degrees.
    whole = _polygonal(shapely.make_valid(geodesy.from_cone(cells.intersection(discs))))
    return _polygonal(shapely.intersection(whole, province, grid_size=_GRID))


def _without_strays(found: dict[str, BaseGeometry], sites: Sites) -> dict[str, BaseGeometry]:
    """Give pieces of ground that are cut off from the places of their unit to the neighbour with the longest edge."""
    pieces = {unit: land.polygons_of(ground) for unit, ground in found.items()}
    own = {unit: MultiPoint([spot for spot, owner in sites.items() if owner == unit]) for unit in found}
    strays = [
        (unit, piece)
        for unit in sorted(pieces)
        for piece in pieces[unit]
        if piece.distance(own[unit]) > ON_EDGE_DEG and piece.area < max(p.area for p in pieces[unit])
    ]
    for unit, piece in strays:
        edges = {other: piece.intersection(found[other]).length for other in sorted(found) if other != unit}
        heir = max(edges, key=edges.__getitem__, default=unit)
        if edges.get(heir):
            pieces[unit].remove(piece)
            pieces[heir].append(piece)
    return {unit: _polygonal(shapely.union_all(parts, grid_size=_GRID)) for unit, parts in pieces.items()}


def _polygonal(ground: BaseGeometry) -> BaseGeometry:
    polygons = land.polygons_of(ground)
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _border_feet(
    sites: Sites, footprints: dict[str, BaseGeometry], province: BaseGeometry, border_units: Collection[str]
) -> Sites:
    """Give a place on the border line to each unit that is known to lie on it and whose footprint falls short.

    The place is where the line, as far as it is the province's edge, comes nearest to the unit's own places: the
    least that the fact implies.
    """
    border = geodesy.to_cone(MultiLineString(list(border_lines.land_parts().values())))
    line = border.intersection(geodesy.to_cone(province).buffer(TOUCH_M))
    feet: Sites = {}
    for unit in sorted(set(footprints) & set(border_units)):
        if geodesy.to_cone(footprints[unit]).distance(line) > TOUCH_M:
            own = geodesy.to_cone(MultiPoint([position for position, owner in sites.items() if owner == unit]))
            foot = geodesy.from_cone(nearest_points(line, own)[0])
            feet[foot.x, foot.y] = unit
    return feet


def county_shapes(
    rows: dict[str, Row], provinces: dict[str, BaseGeometry], border_units: Collection[str] = ()
) -> list[tuple[Row, BaseGeometry]]:
    """Give the footprint of every county-level unit that has a known place in a province with an area."""
    found: dict[str, BaseGeometry] = {}
    for province, sites in _sites(rows).items():
        reach_m = UNIT_REACH_M.get(rows[province]["country"])
        if province in provinces and reach_m is not None:
            first = _footprints(sites, provinces[province], reach_m)
            feet = _border_feet(sites, first, provinces[province], border_units)
            found |= _footprints(sites | feet, provinces[province], reach_m) if feet else first
    return [(rows[unit], found[unit]) for unit in sorted(found) if not found[unit].is_empty]


def build_counties(root: Path) -> list[Path]:
    """Write ``gazetteer/counties.geojson`` from ``gazetteer/places.csv`` and ``gazetteer/provinces.geojson``."""
    rows = _read_table(root / "gazetteer" / "places.csv")
    units = _read_table(root / "gazetteer" / "curated" / "units.csv")
    areas = geojson.read_features(root / "gazetteer" / "provinces.geojson")
    on_border = [place_id for place_id, unit in units.items() if unit["border"]]
    shapes = county_shapes(rows, {properties["id"]: area for properties, area in areas}, on_border)
    features = (
        ({"id": row["place_id"], "name": row["name"], "country": row["country"], "approximate": True}, ground)
        for row, ground in shapes
    )
    return [geojson.write_features(root / "gazetteer" / "counties.geojson", features)]
