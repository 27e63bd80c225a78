"""Every default, documented one by one with its unit. Functions take these as arguments; nothing reads a file.

storage_crs : str
    CRS of every geometry that is stored, taken or given: longitude, latitude in degrees.
border_strip_m : float
    Width of the strip on one side of the border that "the border area" means, metres.
near_m : float
    Radius by which "near" and "outside" grow a place, metres (arbitrary, so it is recorded: GBIF Georeferencing
    Quick Reference Guide, Zermoglio et al. 2020).
reach_half_width_m : float
    Half of the width in which a reach of river is drawn as an area, metres.
settlement_radius_m : dict of str to float
    Radius of a settlement by kind where the gazetteer gives none, metres.
max_report_bytes : int
    The largest report that is read as one text, bytes.
max_record_bytes : int
    The largest record of a corpus that is read, bytes (of a text in Parquet or CSV: characters).
study_bbox : tuple of float
    (west, south, east, north) in degrees: what the layers cover.
opening_bbox : tuple of float
    (west, south, east, north) in degrees: what a map without incidents shows at opening, the whole border.
"""

from __future__ import annotations

storage_crs: str = "EPSG:4326"
border_strip_m: float = 15_000.0
near_m: float = 10_000.0
reach_half_width_m: float = 1_000.0
settlement_radius_m: dict[str, float] = {
    "city": 4_000.0, "county": 3_000.0, "district": 3_000.0, "settlement": 2_000.0, "site": 1_000.0,
}  # fmt: skip
max_report_bytes: int = 50_000_000
max_record_bytes: int = 10_000_000
study_bbox: tuple[float, float, float, float] = (123.5, 39.5, 131.5, 43.6)
opening_bbox: tuple[float, float, float, float] = (124.0, 39.6, 130.9, 43.1)
