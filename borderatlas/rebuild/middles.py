"""The middles of all areas of the layers: ``gazetteer/middles.csv`` from the provinces and the counties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import shapely

from borderatlas.layers.middles import middle_of
from borderatlas.rebuild import geojson
from borderatlas.rebuild.tables import write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry


class MiddleRow(NamedTuple):
    """One row of ``middles.csv``: degrees, metres."""

    place_id: str
    longitude: float
    latitude: float
    radius_m: float


def build_middles(root: Path) -> list[Path]:
    """Write ``gazetteer/middles.csv``, sorted by id: every province and county of the layers, and the DPRK.

    Of the other countries the layers have a part only, whose middle is nobody's.
    """
    provinces = geojson.read_features(root / "gazetteer" / "provinces.geojson")
    counties = geojson.read_features(root / "gazetteer" / "counties.geojson")
    grounds = {properties["id"]: ground for properties, ground in (*provinces, *counties)}
    grounds["kp"] = shapely.union_all([ground for properties, ground in provinces if properties["country"] == "KP"])
    rows = [_row(place_id, grounds[place_id]) for place_id in sorted(grounds)]
    return [write_rows(root / "gazetteer" / "middles.csv", MiddleRow._fields, rows)]


def _row(place_id: str, ground: BaseGeometry) -> MiddleRow:
    middle = middle_of(ground)
    return MiddleRow(place_id, middle.lon, middle.lat, middle.radius_m)
