"""Incidents made by hand for the tests of tables and merges, as many as are wanted."""

from __future__ import annotations

import random
from dataclasses import replace

from shapely.geometry import LineString, Point, Polygon

from borderatlas.incidents.completing import crosswalk
from borderatlas.incidents.drafting import to_geodataframe
from borderatlas.models import Incident

KINDS = [".csv", ".geojson", ".gpkg", ".parquet", ".xlsx"]
ONE = Incident(
    id="b00000000001", report="r1", title="A man was shot", date_start="2017-04-15", date_end="2017-04-15", time_precision="day",
    date_prec=1, date_reported="2017-04-25", event_type="shooting", **crosswalk("shooting"), location_role="incident",
    place_id="kp.ryanggang.hyesan", place_name="Hyesan", place_name_local="혜산시", name_verbatim="혜산", feature_class="P",
    feature_code="PPL", latitude=41.401667, longitude=128.177778, country="KP", admin1="Ryanggang", admin2="Hyesan",
    precision="settlement", uncertainty_m=4000.0, geo_precision=1, where_prec=1, relation=None, river="yalu",
    river_km_from=612.4, river_km_to=612.4, bank="KP", border_distance_m=-800.0, other_place_ids="",
    source_place_ids="kp.ryanggang", source_place_names="Ryanggang", quote="Guards shot a man at Hyesan on April 15.",
    quote_start=3, quote_end=40, source_title="A man was shot", publisher="P", source_date="2017-04-25",
    source_url="https://example.org/?a=1&b=2", language="ko", certainty="certain", candidates="a.b;c.d", rule="exact-name",
    provenance='{"program": "x", "data": "1", "text_sha256": "0"}', review_status="machine",
)  # fmt: skip
TEXTS = ["", "007", "=1+1", "+1", "-", "@x", " blank ", "a\nb", "a\r\nb", "a\rb", "1e5", "00:30", "2017-04", "TRUE", "null",
         "NaN", "12345678901234567890", "혜산 鸭绿江", "🧭", '"', ",;\t", "_x0041_", "_x000D_", "\u2028", "\ufeff", "x" * 40_000, None]  # fmt: skip


def ground(incident):
    """A point, a stretch or an area, by the incident's precision; None for one that is nowhere."""
    lon, lat = incident.longitude, incident.latitude
    if incident.precision == "unlocated" or lon is None:
        return None
    if incident.precision == "river_reach":
        return LineString([(lon, lat), (lon + 0.1, lat + 0.05)])
    if incident.precision == "county":
        return Polygon([(lon, lat), (lon + 0.2, lat), (lon + 0.2, lat + 0.1)])
    return Point(lon, lat)


def many(count, seed=1):
    """Incidents of every kind, no two alike, reproducibly."""
    chance = random.Random(seed)
    return [_any(number, chance) for number in range(count)]


def _any(number, chance):
    precision = chance.choice(["settlement", "river_reach", "county", "unlocated"])
    nowhere = precision == "unlocated"
    quote = " ".join(chance.choices(["guards", "shot", "혜산", "鸭绿江", "a, b", '"x"', "=1", "\n"], k=12))
    return replace(
        ONE, id=f"a{number:011d}", report=f"report-{number:06d}", quote=f"{number} {quote}", precision=precision,
        latitude=None if nowhere else chance.uniform(39, 43), longitude=None if nowhere else chance.uniform(124, 131),
        uncertainty_m=None if nowhere else chance.choice([4000.0, 1 / 3]), where_prec=None if nowhere else chance.randint(1, 7),
        title=chance.choice(["A title", "", None]), event_type=chance.choice(["shooting", "smuggling", "other"]),
    )  # fmt: skip


def frame(incidents):
    """A GeoDataFrame of incidents with their grounds."""
    return to_geodataframe(incidents, ground)


def same(one, other):
    """Whether two frames say the same in every cell: columns, order, types, geometries."""
    values = one.drop(columns="geometry").equals(other.drop(columns="geometry"))
    shapes = [None if g is None else g.wkb for g in one.geometry] == [
        None if g is None else g.wkb for g in other.geometry
    ]
    return values and shapes and list(one.columns) == list(other.columns)
