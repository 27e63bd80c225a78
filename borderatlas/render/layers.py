"""Basemap, rivers, provinces and towns, as plain data for the page's one block.

Geometry is written as integers of 1e-5 degrees (about a metre), each vertex as its difference from the one before:
``[lon0, lat0, dlon, dlat, …]``. That is half the size of decimals, and the same on every machine.
All coordinates are longitude, latitude on WGS84 (EPSG:4326).
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

import shapely
from shapely.ops import polylabel

from borderatlas.layers.datasets import data_path
from borderatlas.render.arcs import Arcs, differences, rings_and_lines
from borderatlas.render.towns import SCALE, towns

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Feature = dict[str, Any]

SHORTEST = 4
"""Integers in the shortest line: two vertices."""

BASEMAP_TOLERANCE = 0.0001
"""Simplification of rivers, border and provinces, degrees (about 10 m): under three pixels at the closest zoom."""

COAST_TOLERANCE = 0.0003
"""Simplification of minor rivers and lakes, degrees (about 30 m)."""

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
    lines = (differences(line) for line in rings_and_lines(geometry, SCALE))
    return [line for line in lines if len(line) >= SHORTEST]


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


def read_geometries(name: str) -> list[BaseGeometry]:
    """Read a GeoJSON data file's geometries, in the file's order: far faster than one by one from its features.

    Raises
    ------
    DatasetError
        When the file is not there.
    """
    collection = shapely.from_geojson(data_path(name).read_text(encoding="utf-8"))
    return [*shapely.get_parts(collection)]


def basemap() -> dict[str, Any]:
    """Give everything that is drawn under the incidents, ready for `borderatlas.render.text.json_text`.

    Land, provinces, rivers and border share their courses: ``arcs`` holds each once (as `encode` writes a line), and
    their ``lines`` are lists of numbers of arcs, ``~number`` for one that runs backwards.

    Raises
    ------
    DatasetError
        When one of the data files is not there.
    """
    files = {
        "land": ("rivers/land.geojson", ()),
        "provinces": ("gazetteer/provinces.geojson", ("id", "name", "name_ko", "name_zh", "country")),
        "rivers": ("rivers/rivers.geojson", ("river", "name", "name_ko", "name_zh", "length_km")),
        "border": ("rivers/border.geojson", ("part", "countries")),
    }
    features = {layer: read_features(name) for layer, (name, _) in files.items()}
    geometries = {layer: read_geometries(name) for layer, (name, _) in files.items()}
    lines = {layer: [rings_and_lines(g, SCALE) for g in found] for layer, found in geometries.items()}
    arcs = Arcs(chain.from_iterable(chain.from_iterable(lines.values())), BASEMAP_TOLERANCE * SCALE)
    layers = {
        layer: [
            {
                **{key: feature["properties"].get(key) for key in files[layer][1]},
                "lines": [arcs.of(line) for line in own],
            }
            for feature, own in zip(features[layer], lines[layer], strict=True)
        ]
        for layer in files
    }
    for province, geometry in zip(layers["provinces"], geometries["provinces"], strict=True):
        province["at"] = label_point(geometry)
    return {
        **layers,
        "arcs": arcs.written,
        "lakes": _shapes("rivers/lakes.geojson"),
        "tributaries": _shapes("rivers/tributaries.geojson"),
        "towns": towns(),
    }


def _shapes(name: str) -> list[list[int]]:
    encoded = (encode(geometry, COAST_TOLERANCE) for geometry in read_geometries(name))
    return [line for lines in encoded for line in lines]


def label_point(geometry: BaseGeometry) -> list[int]:
    """Give the point of the largest part that is farthest from its edge, as integers of 1e-5 degrees."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    spot = polylabel(largest.simplify(LABEL_TOLERANCE), tolerance=LABEL_TOLERANCE)
    return [round(spot.x * SCALE), round(spot.y * SCALE)]


def credit() -> str:
    """Give the credit line that every map shows, from ``datapackage.json``; empty when it declares none."""
    declared = json.loads(data_path("datapackage.json").read_text(encoding="utf-8"))
    return str(declared.get("credit") or "")
