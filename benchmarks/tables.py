"""Incident tables in each format: time to write, read and merge, size, and whether all comes back equal.

    .venv/bin/python benchmarks/tables.py [ROWS]

Prints seconds of CPU and bytes a row; it asserts no time. A quarter of the incidents each are points, stretches of
river, areas, and nowhere. The merge is of the same drafts again, into the table as it stands: all are compared, none
is written.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shapely.geometry import LineString, Point, Polygon

from borderatlas.incidents.drafting import to_geodataframe
from borderatlas.incidents.formats import FORMATS
from borderatlas.incidents.merging import merge_incidents
from borderatlas.incidents.tables import read_incidents, write_incidents
from borderatlas.models import Incident

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

SUFFIXES = (".csv", ".geojson", ".gpkg", ".parquet", ".xlsx")
_PRECISIONS = ("settlement", "river_reach", "county", "unlocated")
_ONE = Incident(
    id="", report="", title="A truck was stopped", date_start="2017-04-15", date_end="2017-04-15", time_precision="day",
    event_type="smuggling", place_id="kp.ryanggang.hyesan", place_name="Hyesan", name_verbatim="혜산", latitude=None,
    longitude=None, country="KP", admin1="Ryanggang", precision="settlement", uncertainty_m=4000.0, geo_precision=1,
    where_prec=1, relation=None, river="yalu", river_km_from=612.4, river_km_to=612.4, bank="KP", other_place_ids="",
    source_place_ids="kp.ryanggang", quote="", quote_start=3, quote_end=140, publisher="A paper", source_date="2017-04-25",
    source_url="https://example.org/1", language="en", certainty="certain", rule="exact-name", review_status="machine",
)  # fmt: skip


def incidents(count: int) -> GeoDataFrame:
    """Give as many incidents, no two alike."""
    chance = random.Random(1)
    words = ["guards", "a post", "stopped", "a truck", "40 sacks of ore,", "it is said,", "took money", "혜산"]
    rows = []
    for number in range(count):
        precision: Any = _PRECISIONS[number % len(_PRECISIONS)]
        lat, lon = (None, None) if precision == "unlocated" else (chance.uniform(39, 43), chance.uniform(124, 131))
        quote = f"{number}: {' '.join(chance.choices(words, k=16))}"
        rows.append(replace(_ONE, id=f"a{number:011d}", report=f"report-{number:06d}", quote=quote, precision=precision,
                            latitude=lat, longitude=lon))  # fmt: skip
    return to_geodataframe(rows, ground)


def ground(incident: Incident) -> BaseGeometry | None:
    """Give a footprint of the incident's precision."""
    lat, lon = incident.latitude, incident.longitude
    if lat is None or lon is None:
        return None
    if incident.precision == "settlement":
        return Point(lon, lat)
    line = LineString([(lon + step / 100, lat + step % 2 / 100) for step in range(20)])
    return line if incident.precision == "river_reach" else Polygon([*line.coords, (lon, lat + 1)])


def cpu_s(work: Callable[[], Any]) -> tuple[float, Any]:
    """Give the CPU time of one run in seconds, and what it gave."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def equal(one: GeoDataFrame, other: GeoDataFrame) -> bool:
    """Tell whether two tables say the same in every cell."""
    shapes = list(one.geometry) == list(other.geometry)
    return shapes and one.drop(columns="geometry").equals(other.drop(columns="geometry"))


def row(suffix: str, table: GeoDataFrame, folder: Path) -> str:
    """Measure a format and give its line."""
    kind, path = FORMATS[suffix], folder / f"table{suffix}"
    if kind.needs and find_spec(kind.needs) is None:
        return f"{kind.name:<11} not run: {kind.needs} is not installed"
    written, _ = cpu_s(lambda: write_incidents(table, path))
    read, again = cpu_s(lambda: read_incidents(path))
    drafted = folder / f"drafted{suffix}"
    merge_incidents(table, drafted)
    merged, tally = cpu_s(lambda: merge_incidents(table, drafted))
    size = path.stat().st_size
    said = "equal" if equal(table, again) and tally.unchanged == len(table) else "NOT EQUAL"
    return f"{kind.name:<11}{written:8.2f}{read:8.2f}{merged:8.2f}{size / 1e6:10.2f}{size / len(table):12.0f}   {said}"


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    table = incidents(count)
    print(f"{count:,} incidents, {len(table.columns)} columns; seconds of CPU")
    print(f"{'format':<11}{'write':>8}{'read':>8}{'merge':>8}{'MB':>10}{'bytes a row':>12}   round trip")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            print(row(suffix, table, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
