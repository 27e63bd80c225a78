"""Basemap, rivers, provinces, towns and the ground of incidents, as plain data for the page's one block.

Geometry is written as integers of 1e-5 degrees (about a metre), each vertex as its difference from the one before:
``[lon0, lat0, dlon, dlat, …]``. That is half the size of decimals, and the same on every machine.
All coordinates are longitude, latitude on WGS84 (EPSG:4326).
"""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import Point, box, shape
from shapely.ops import polylabel

from borderatlas import settings
from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import chainage, geodesy
from borderatlas.layers.datasets import data_path
from borderatlas.render.style import drawing_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

Feature = dict[str, Any]

SCALE = 100_000
"""Units of the page's integers in a degree."""

SHORTEST = 4
"""Integers in the shortest line: two vertices."""

BASEMAP_TOLERANCE = 0.0001
"""Simplification of the basemap, degrees (about 10 m): under two pixels at the closest zoom."""

FOOTPRINT_TOLERANCE = 0.0003
"""Simplification of incidents' areas, degrees (about 30 m): they are far less certain than that."""

LABEL_TOLERANCE = 0.01
"""How near to the best place in its province a province's name stands, degrees."""

TOWN_KINDS = ("city", "county", "district", "settlement")
"""Kinds of place that get a dot and a name; the order decides between entries at one spot."""

TOWN_REACH_KM = 60.0
"""Towns farther than this from the border are shown only when they are big, kilometres."""

BIG_TOWN = 100_000
"""Inhabitants from which a town is shown wherever it lies."""

MAX_TOWNS = 420
"""Towns in the page at most, by rank."""


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
    return [_with_geometry(feature, ("river", "name", "name_ko", "name_zh")) for feature in features]


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


def towns() -> dict[str, list[Any]]:
    """Give the towns column by column, the most important first: the page thins them out from the end."""
    rows = _town_rows()[:MAX_TOWNS]
    other = names_in_other_languages({row["place_id"] for row in rows})
    return {
        "lon": [round(float(row["longitude"]) * SCALE) for row in rows],
        "lat": [round(float(row["latitude"]) * SCALE) for row in rows],
        "rank": [town_rank(row) for row in rows],
        "name": [row["name"] for row in rows],
        "ko": [other.get((row["place_id"], "ko"), "") for row in rows],
        "zh": [other.get((row["place_id"], "zh"), "") for row in rows],
    }


def _town_rows() -> list[dict[str, str]]:
    with data_path("gazetteer/places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if _is_town(row)]
    rows.sort(key=_town_order)
    spots: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        spots.setdefault((f"{float(row['longitude']):.2f}", f"{float(row['latitude']):.2f}"), row)
    return list(spots.values())


def _is_town(row: dict[str, str]) -> bool:
    if row["kind"] not in TOWN_KINDS or not row["longitude"] or not row["latitude"]:
        return False
    if not box(*settings.study_bbox).contains(Point(float(row["longitude"]), float(row["latitude"]))):
        return False
    near = bool(row["border_km"]) and float(row["border_km"]) <= TOWN_REACH_KM
    return near or _people(row) >= BIG_TOWN


def _people(row: dict[str, str]) -> int:
    return int(float(row["population"] or 0))


def town_rank(row: dict[str, str]) -> int:
    """Rank a town 1 (large) to 4 (village) by its inhabitants, or by its kind where they are not known."""
    by_people = sum(_people(row) < limit for limit in (250_000, BIG_TOWN, 20_000))
    by_kind = {"city": 1, "county": 2, "district": 3}.get(row["kind"], 3)
    return 1 + min(by_people, by_kind)


def _town_order(row: dict[str, str]) -> tuple[int, int, float, int, str]:
    border_km = float(row["border_km"] or 999)
    return (
        town_rank(row),
        border_km > TOWN_REACH_KM / 4,
        -_people(row),
        TOWN_KINDS.index(row["kind"]),
        row["place_id"],
    )


def names_in_other_languages(place_ids: set[str]) -> dict[tuple[str, str], str]:
    """Give the preferred Korean and Chinese names, keyed by place id and language; the file's first wins."""
    found: dict[tuple[str, str], str] = {}
    with data_path("gazetteer/names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["place_id"], row["language"][:2])
            if row["place_id"] in place_ids and row["name_type"] == "preferred" and not row["romanisation"]:
                found.setdefault(key, row["name"])
    return found


def credit() -> str:
    """Give the credit line that every map shows, from ``datapackage.json``; empty when it declares none."""
    declared = json.loads(data_path("datapackage.json").read_text(encoding="utf-8"))
    return str(declared.get("credit") or "")


def river_stretch(geometry: BaseGeometry) -> BaseGeometry:
    """Give the stretch of river line that a footprint means: a line as it is, of an area what river it holds.

    An area that holds none of either river is given back unchanged.
    """
    if geometry.geom_type in {"LineString", "MultiLineString"}:
        return geometry
    lines = [shape(feature["geometry"]) for feature in read_features("rivers/rivers.geojson")]
    stretch = shapely.union_all([line.intersection(geometry) for line in lines])
    return geometry if stretch.is_empty else stretch


def footprints(table: pd.DataFrame) -> tuple[list[dict[str, Any]], list[int | None]]:
    """Give the ground of incidents, each distinct one once, and for every row which of them is its.

    Parameters
    ----------
    table : DataFrame
        With ``geometry``, ``longitude``, ``latitude`` (degrees, EPSG:4326), ``precision``, ``uncertainty_m`` and, for
        rows without a geometry, ``place_id``, ``admin1``, ``river``, ``river_km_from``, ``river_km_to``. A county whose
        ``outline`` (if there is such a column) is ``given`` is not approximate.

    Returns
    -------
    list of dict
        ``precision``, ``drawing`` and either ``lines`` (see `encode`) or a circle: ``lon``, ``lat``, ``radius_m``;
        ``given`` (true) for an outline that is not approximate.
    list of int or None
        Index into the first list; None for a row without extent (an exact spot, an unlocated incident).
    """
    seen: dict[str, int] = {}
    used = []
    for row in table.to_dict("records"):
        footprint = _footprint(row)
        key = json.dumps(footprint, sort_keys=True)
        used.append(None if footprint is None else seen.setdefault(key, len(seen)))
    return [json.loads(key) for key in seen], used


def _footprint(row: dict[str, Any]) -> dict[str, Any] | None:
    drawing = drawing_of(row["precision"])
    ground = ground_of(row) if drawing != "none" else None
    lines = [] if ground is None else encode(*_as_drawn(ground, drawing))
    extent = {"lines": lines} if lines else _circle(row)
    if extent is None or drawing == "none":
        return None
    shown = drawing if lines else "ring"  # a circle about a point is no river and no county: it is only a radius
    given = {"given": True} if lines and is_given(row) else {}
    return {"precision": row["precision"], "drawing": shown, **extent, **given}


def is_given(row: Mapping[str, Any]) -> bool:
    """Tell whether a row's county is drawn by an outline that a user gave: then it is not approximate."""
    return row["precision"] == "county" and row.get("outline") == "given"


def _as_drawn(ground: BaseGeometry, drawing: str) -> tuple[BaseGeometry, float]:
    """Give the geometry that is drawn, and by how much it may be simplified, degrees."""
    return (river_stretch(ground), BASEMAP_TOLERANCE) if drawing == "reach" else (ground, FOOTPRINT_TOLERANCE)


def _circle(row: dict[str, Any]) -> dict[str, Any] | None:
    radius_m = pd.to_numeric(row["uncertainty_m"], errors="coerce")
    if row["precision"] in {"exact", "unlocated"} or pd.isna(radius_m) or radius_m <= 0:
        return None
    return {
        "lon": round(row["longitude"] * SCALE), "lat": round(row["latitude"] * SCALE), "radius_m": round(float(radius_m)),
    }  # fmt: skip


def ground_of(row: Mapping[str, Any]) -> BaseGeometry | None:
    """Give a row's footprint, or for one without the province or river that it names, if the layers hold it."""
    if row["geometry"] is not None:
        geometry: BaseGeometry = row["geometry"]
        return geometry
    if row["precision"] == "province":
        return _named("gazetteer/provinces.geojson", {"id": row["place_id"], "name": row["admin1"]})
    if row["precision"] == "river":
        return _named("rivers/rivers.geojson", {"river": row["river"]})
    return _reach(row) if row["precision"] == "river_reach" else None


def _reach(row: Mapping[str, Any]) -> BaseGeometry | None:
    """Give the reach between the two river kilometres of a row, or the river within its radius, if it says either."""
    km_from, km_to, radius_m = (
        pd.to_numeric(row[name], errors="coerce") for name in ("river_km_from", "river_km_to", "uncertainty_m")
    )
    if isinstance(row["river"], str) and not (pd.isna(km_from) or pd.isna(km_to)):
        with suppress(UnknownPlaceError, ValueError):
            return chainage.reach(row["river"], float(km_from), float(km_to))
    if pd.isna(radius_m) or radius_m <= 0:
        return None
    disc = geodesy.buffer_m(Point(row["longitude"], row["latitude"]), float(radius_m))
    stretch = river_stretch(disc)
    return None if stretch is disc else stretch


def _named(name: str, wanted: dict[str, Any]) -> BaseGeometry | None:
    for feature in read_features(name):
        if any(value and feature["properties"].get(key) == value for key, value in wanted.items()):
            geometry: BaseGeometry = shape(feature["geometry"])
            return geometry
    return None
