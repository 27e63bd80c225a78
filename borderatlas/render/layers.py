"""Basemap, rivers, provinces and towns, as plain data for the page's one block.

Geometry is written as integers of 1e-5 degrees (about a metre), each vertex as its difference from the one before:
``[lon0, lat0, dlon, dlat, …]``. That is half the size of decimals, and the same on every machine.
All coordinates are longitude, latitude on WGS84 (EPSG:4326).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.ops import polylabel

from borderatlas.layers.datasets import data_path
from borderatlas.render.towns import SCALE, towns

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Feature = dict[str, Any]

SHORTEST = 4
"""Integers in the shortest line: two vertices."""

BASEMAP_TOLERANCE = 0.0001
"""Simplification of the basemap, degrees (about 10 m): under two pixels at the closest zoom."""

LABEL_TOLERANCE = 0.01
"""How near to the best place in its province a province's name stands, degrees."""


def encode(geometry: BaseGeometry, tolerance: float = 0.0) -> list[list[int]]:
    """Write lines and rings as integer differences, one list a line or ring; points and empty parts are left out.

    Parameters
    ----------
    geometry : shapely geometry
        Longitude, latitude in degrees (EPSG:4326). Of polygons every ring is given: they are filled by the
        even-odd rule, so a hole needs no mark.
    tolerance : float
        Simplification (Douglas and Peucker), degrees; 0 for none.
    """
    if tolerance:
        geometry = geometry.simplify(tolerance, preserve_topology=True)
    lines = (_differences(shapely.get_coordinates(line)) for line in _lines_of(geometry))
    return [line for line in lines if len(line) >= SHORTEST]


def _lines_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    lines: list[BaseGeometry] = []
    for part in shapely.get_parts(geometry):
        if hasattr(part, "geoms"):
            lines += _lines_of(part)
        elif part.geom_type == "Polygon":
            lines += [part.exterior, *part.interiors]
        elif part.geom_type in {"LineString", "LinearRing"}:
            lines.append(part)
    return lines


def _differences(vertices: np.ndarray[Any, Any]) -> list[int]:
    whole = np.rint(vertices * SCALE).astype(np.int64)
    if not len(whole):
        return []
    moved = np.ones(len(whole), dtype=bool)
    moved[1:] = (np.diff(whole, axis=0) != 0).any(axis=1)
    whole = whole[moved]
    whole[1:] = np.diff(whole, axis=0)
    flat: list[int] = whole.ravel().tolist()
    return flat


def read_features(name: str) -> list[Feature]:
    """Read a GeoJSON data file's features, in the file's order.

    Raises
    ------
    DatasetError
        When the file is not there.
    """
    collection = json.loads(data_path(name).read_text(encoding="utf-8"))
    features: list[Feature] = collection["features"]
    return features


def basemap() -> dict[str, Any]:
    """Give everything that is drawn under the incidents, ready for `borderatlas.render.text.json_text`.

    Raises
    ------
    DatasetError
        When one of the data files is not there.
    """
    return {
        "land": _shapes("rivers/land.geojson"),
        "lakes": _shapes("rivers/lakes.geojson"),
        "tributaries": _shapes("rivers/tributaries.geojson"),
        "provinces": provinces(),
        "rivers": rivers(),
        "border": [
            _with_geometry(feature, ("part", "countries")) for feature in read_features("rivers/border.geojson")
        ],
        "towns": towns(),
    }


def _shapes(name: str) -> list[list[int]]:
    encoded = (encode(shape(feature["geometry"]), BASEMAP_TOLERANCE) for feature in read_features(name))
    return [line for lines in encoded for line in lines]


def _with_geometry(feature: Feature, properties: tuple[str, ...]) -> dict[str, Any]:
    kept = {key: feature["properties"].get(key) for key in properties}
    return {**kept, "lines": encode(shape(feature["geometry"]), BASEMAP_TOLERANCE)}


def rivers() -> list[dict[str, Any]]:
    """Give the border rivers with their names in English, Korean and Chinese."""
    features = read_features("rivers/rivers.geojson")
    return [_with_geometry(feature, ("river", "name", "name_ko", "name_zh", "length_km")) for feature in features]


def provinces() -> list[dict[str, Any]]:
    """Give the provinces with names and the point where the name stands (integers of 1e-5 degrees)."""
    out = []
    for feature in read_features("gazetteer/provinces.geojson"):
        province = _with_geometry(feature, ("id", "name", "name_ko", "name_zh", "country"))
        out.append({**province, "at": label_point(shape(feature["geometry"]))})
    return out


def label_point(geometry: BaseGeometry) -> list[int]:
    """Give the point of the largest part that is farthest from its edge, as integers of 1e-5 degrees."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    spot = polylabel(largest.simplify(LABEL_TOLERANCE), tolerance=LABEL_TOLERANCE)
    return [round(spot.x * SCALE), round(spot.y * SCALE)]


def credit() -> str:
    """Give the credit line that every map shows, from ``datapackage.json``; empty when it declares none."""
    declared = json.loads(data_path("datapackage.json").read_text(encoding="utf-8"))
    return str(declared.get("credit") or "")
