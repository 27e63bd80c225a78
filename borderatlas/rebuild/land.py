"""Land and lakes: the ground that the map is drawn on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, box
from shapely.ops import polygonize

from borderatlas.layers import geodesy
from borderatlas.rebuild import border_lines, geojson, sources

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

LAYER_BOX: sources.Box = (122.0, 37.55, 132.5, 44.6)
"""What land and provinces cover, degrees: more than the study box, so that no map at its opening shows their end."""

NEAR_BORDER_M, FAR_BORDER_M = 40_000.0, 60_000.0
"""As far as the first from the border line the map is drawn finely, from the second on coarsely, metres."""

COAST_TOLERANCES_M = (100.0, 300.0, 650.0)
"""By how much simplifying may move the coast near the border, between the two distances, and beyond, metres."""

COAST_DECIMALS = 4
"""Four decimals of a degree are 10 m: coasts and province lines are no better known than that."""

LAKE_TOLERANCE_M = 250.0
"""By how much simplifying may move the shore of a lake that is not near the border, metres."""

SPIKE_M = 40.0
"""Spits and inlets narrower than twice this are artefacts of the source and are smoothed away, metres."""

NEAR_ISLAND_KM2, FAR_ISLAND_KM2 = 0.25, 1.0
"""Smaller islands are left out, near the border and elsewhere."""


def polygons_of(geometry: BaseGeometry) -> list[Polygon]:
    """Give the polygons of any geometry, from west to east."""
    flat = [part for part in shapely.get_parts(geometry).tolist() if isinstance(part, Polygon)]
    return sorted(flat, key=lambda polygon: polygon.bounds)


@cache
def _near_border(metres: float = NEAR_BORDER_M) -> BaseGeometry:
    """Give the ground within some distance of the border, in the cone."""
    near = geodesy.to_cone(MultiLineString(list(border_lines.parts().values()))).buffer(metres)
    shapely.prepare(near)
    return near


def thinned(line: BaseGeometry, tolerances_m: tuple[float, float, float]) -> list[BaseGeometry]:
    """Simplify a line (in the cone) the more, the farther it runs from the border; the pieces meet at their ends."""
    pieces, rest = [], line
    for reach_m, tolerance_m in zip((NEAR_BORDER_M, FAR_BORDER_M), tolerances_m[:2], strict=True):
        pieces.append(shapely.line_merge(rest.intersection(_near_border(reach_m))).simplify(tolerance_m))
        rest = rest.difference(_near_border(reach_m))
    return [piece for piece in (*pieces, shapely.line_merge(rest).simplify(tolerances_m[2])) if not piece.is_empty]


def _smoothed(polygon: Polygon) -> BaseGeometry:
    """Cut a polygon at the box and take spikes and slits away; into the cone."""
    cone = geodesy.to_cone(shapely.make_valid(polygon).intersection(box(*LAYER_BOX)))
    opened = cone.buffer(-SPIKE_M, join_style="mitre").buffer(2 * SPIKE_M, join_style="mitre")
    return opened.buffer(-SPIKE_M, join_style="mitre")


def _simplified(shell: Polygon) -> list[Polygon]:
    """Simplify a shell in the cone, finely near the border."""
    pieces = thinned(shell.exterior, COAST_TOLERANCES_M)
    return polygons_of(shapely.make_valid(shapely.union_all(list(polygonize(pieces)))))


def _kept(shell: Polygon) -> bool:
    near = shell.intersects(_near_border())
    return bool(shell.area >= (NEAR_ISLAND_KM2 if near else FAR_ISLAND_KM2) * 1e6)


def land_shapes() -> list[Polygon]:
    """Give the land as polygons without lakes, cut at the layers' box, simplified and rounded."""
    smooth = shapely.union_all([_smoothed(polygon) for polygon in sources.land_polygons(LAYER_BOX)])
    shells = [Polygon(polygon.exterior) for polygon in polygons_of(smooth)]
    simple = [piece for shell in shells if _kept(shell) for piece in _simplified(shell)]
    whole = geodesy.from_cone(MultiPolygon([piece for piece in simple if _kept(piece)]))
    # A parallel is no straight line in the cone, so the cut is made a second time, in degrees.
    inside = shapely.set_precision(whole.intersection(box(*LAYER_BOX)), 10.0**-COAST_DECIMALS)
    return polygons_of(inside)


def rounded_coast(geometry: BaseGeometry) -> BaseGeometry:
    """Round every coordinate to the decimals of a coast; vertices that come to lie on one spot are joined."""
    return shapely.remove_repeated_points(shapely.transform(geometry, lambda points: points.round(COAST_DECIMALS)))


def lake_shapes() -> list[Polygon]:
    """Give the Natural Earth lakes that touch the layers' box, largest first."""
    found = sources.natural_earth("ne_10m_lakes", LAYER_BOX)
    lakes = [lake for shape in found for lake in polygons_of(shape)]
    inside = [_lake_outline(lake) for lake in lakes if lake.intersects(box(*LAYER_BOX))]
    return sorted(inside, key=geodesy.area_km2, reverse=True)


def _lake_outline(lake: Polygon) -> Polygon:
    """Simplify a lake unless it lies near the border, where its shore may be the river's bank."""
    near = geodesy.to_cone(lake).intersects(_near_border())
    return rounded_coast(lake if near else geodesy.simplify_m(lake, LAKE_TOLERANCE_M))


def build_land(root: Path) -> list[Path]:
    """Write ``rivers/land.geojson`` and ``rivers/lakes.geojson``, one polygon a feature."""
    return [
        geojson.write_features(root / "rivers" / "land.geojson", (({}, shape) for shape in land_shapes())),
        geojson.write_features(root / "rivers" / "lakes.geojson", (({}, shape) for shape in lake_shapes())),
    ]
