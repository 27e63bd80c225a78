"""Incidents of every precision, made up, for the tests of the page."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, Point, box

TYPES = ("arrest", "smuggling", "border_closure", "flood", "shooting", "trade", "defection", "drugs", "fence", "visit")

PLACES: tuple[dict[str, Any], ...] = (
    {"place_name": "a bridge", "longitude": 124.3925, "latitude": 40.115, "precision": "exact", "uncertainty_m": 100.0},
    {"place_name": "Sinuiju", "longitude": 124.39806, "latitude": 40.10056, "precision": "settlement", "uncertainty_m": 4000.0},
    {"place_name": "Hyesan", "longitude": 128.17778, "latitude": 41.40167, "precision": "settlement", "uncertainty_m": 4000.0},
    {"place_name": "the Tumen", "longitude": 129.8, "latitude": 42.6, "precision": "river_reach", "uncertainty_m": 12000.0,
     "river_km_from": 310.0, "river_km_to": 334.0, "geometry": LineString([(129.75, 42.5), (129.8, 42.6), (129.85, 42.7)])},
    {"place_name": "Onsong county", "longitude": 129.9, "latitude": 42.9, "precision": "county", "uncertainty_m": 15000.0,
     "geometry": box(129.8, 42.8, 130.0, 43.0)},
    {"place_name": "North Hamgyong", "longitude": 129.4, "latitude": 41.7, "precision": "province", "uncertainty_m": 90000.0,
     "geometry": box(128.9, 41.0, 129.9, 42.2)},
    {"place_name": "border area", "longitude": 126.3, "latitude": 41.1, "precision": "border_strip", "uncertainty_m": 30000.0,
     "geometry": box(126.0, 40.9, 126.6, 41.3)},
    {"place_name": None, "longitude": None, "latitude": None, "precision": "unlocated", "uncertainty_m": None},
)  # fmt: skip


def sample_incidents(number: int = 24) -> gpd.GeoDataFrame:
    """Make a table of incidents (EPSG:4326) that goes through every precision and ten types."""
    rows = [
        _incident(i, kind, place) for i, (kind, place) in enumerate(islice(zip(cycle(TYPES), cycle(PLACES)), number))
    ]
    return gpd.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")


def saying(text: str, columns: tuple[str, ...], number: int = 2) -> gpd.GeoDataFrame:
    """Make a table in which the columns named all say one text, whatever it holds."""
    table = sample_incidents(number)
    return table.assign(**{name: pd.Series([text] * number, dtype=object) for name in columns})


def _incident(i: int, kind: str, place: dict[str, Any]) -> dict[str, Any]:
    lon, lat = place["longitude"], place["latitude"]
    return {
        "id": f"made-up-{i:03d}", "report": f"report-{i:03d}", "title": f"Made-up incident {i}", "event_type": kind,
        "date_start": f"2019-{i % 12 + 1:02d}-03", "date_end": f"2019-{i % 12 + 1:02d}-05", "source_date": "2019-12-31",
        "publisher": "A Made-up Paper", "source_url": f"https://example.org/{i}", "language": "en",
        "quote": f"They said number {i} was made up.", "certainty": "certain", "rule": "exact-name",
        "review_status": "machine", "geometry": None if lon is None else Point(lon, lat), **place,
    }  # fmt: skip
