"""Land of the wider neighbourhood, coarse: what the small map in a figure's corner shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point, Polygon, box
from shapely.ops import polygonize

from borderatlas.layers import geodesy
from borderatlas.rebuild import geojson, sources

if TYPE_CHECKING:
    from pathlib import Path

LOCATOR_BOX: sources.Box = (112.0, 30.0, 146.0, 49.0)
"""From the Yellow River's mouth to Hokkaido, degrees."""

TOLERANCE_DEG = 0.03
"""Simplification: the map is a few centimetres wide."""

SMALLEST_KM2 = 400.0
"""Smaller islands would be dots."""

DECIMALS = 2

_SEAS = (
    Point(123.5, 36.0),
    Point(133.0, 40.0),
    Point(145.0, 36.0),
    Point(145.5, 46.5),
    Point(136.5, 34.2),
    Point(133.4, 34.2),
)
"""A point in each sea that the coasts cut the box into; what holds none of them is land."""


def land_shapes() -> list[Polygon]:
    """Close the coasts at the box, and give the faces that are land, the largest first."""
    frame = box(*LOCATOR_BOX)
    coasts = shapely.union_all(sources.natural_earth("ne_10m_coastline", LOCATOR_BOX)).intersection(frame)
    faces = polygonize(shapely.union_all([coasts, frame.exterior]))
    land = [face for face in faces if not any(face.contains(sea) for sea in _SEAS)]
    large = [face for face in land if geodesy.area_km2(face) >= SMALLEST_KM2]
    simple = [shapely.set_precision(face.simplify(TOLERANCE_DEG), 10.0**-DECIMALS) for face in large]
    return sorted((face for face in simple if isinstance(face, Polygon)), key=geodesy.area_km2, reverse=True)


def build_locator(root: Path) -> list[Path]:
    """Write ``rivers/locator.geojson``, one polygon a feature."""
    return [geojson.write_features(root / "rivers" / "locator.geojson", (({}, shape) for shape in land_shapes()))]
