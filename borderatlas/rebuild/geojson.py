"""GeoJSON as source code: one feature a line, six decimals, UTF-8, LF, written whole or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry import mapping, shape

from borderatlas.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

Feature = tuple[dict[str, Any], "BaseGeometry"]
"""Properties and geometry (EPSG:4326)."""

DECIMALS = 6
"""Six decimals of a degree are 0.1 m."""


def _rounded(value: Any) -> Any:
    if isinstance(value, float | int):
        number = round(float(value), DECIMALS)
        return int(number) if number.is_integer() else number
    return [_rounded(item) for item in value]


def feature_line(properties: dict[str, Any], geometry: BaseGeometry) -> str:
    """Give one feature as one line of compact JSON."""
    drawn = mapping(geometry)
    feature = {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": drawn["type"], "coordinates": _rounded(drawn["coordinates"])},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def write_features(path: Path, features: Iterable[Feature]) -> Path:
    """Write a FeatureCollection, one feature a line in the order given."""
    lines = [feature_line(properties, geometry) for properties, geometry in features]
    return write_whole(path, '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n")


def read_features(path: Path) -> list[Feature]:
    """Read what `write_features` wrote."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    return [(feature["properties"], shape(feature["geometry"])) for feature in collection["features"]]


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Round every coordinate to the decimals that are stored; the vertices stay the same in number and order."""
    return shapely.transform(geometry, lambda points: points.round(DECIMALS))
