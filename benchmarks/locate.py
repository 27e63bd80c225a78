"""Country, province and unit of many points: `areas.locate_many` beside geopandas' spatial join, in one run.

    .venv/bin/python benchmarks/locate.py [POINTS]

Prints microseconds of CPU a point and ratios; it asserts no time, but it does compare the answers. Half of the points
are spread over the study box, half lie within 5 km of the border, where areas have the most vertices.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np

from borderatlas import settings
from borderatlas.layers import areas, chainage, rivers
from borderatlas.layers.datasets import data_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Points = tuple[NDArray[np.float64], NDArray[np.float64]]

LAYERS = ("provinces", "counties")


def spread_points(count: int, seed: int = 1) -> Points:
    """Give longitudes and latitudes, half of them near the border."""
    random = np.random.default_rng(seed)
    west, south, east, north = settings.study_bbox
    wide = random.uniform((west, south), (east, north), (count - count // 2, 2))
    line = rivers.border_line()
    feet = (line.interpolate(share, normalized=True) for share in random.uniform(0, 1, count // 2))
    near = np.array([(foot.x, foot.y) for foot in feet]) + random.uniform(-0.045, 0.045, (count // 2, 2))
    points = np.concatenate([wide, near])
    return points[:, 0], points[:, 1]


def joined(points: Points, layers: dict[str, gpd.GeoDataFrame]) -> list[gpd.GeoDataFrame]:
    """Locate the points as one would with geopandas alone: one join a layer."""
    frame = gpd.GeoDataFrame(geometry=gpd.points_from_xy(*points), crs=settings.storage_crs)
    return [gpd.sjoin(frame, layer, how="left", predicate="intersects") for layer in layers.values()]


def cpu_us(work: Callable[[], object], count: int) -> float:
    """Give the least CPU time of three runs, microseconds a point."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) / count * 1e6


def disagreements(points: Points, layers: dict[str, gpd.GeoDataFrame]) -> int:
    """Count the points that lie in an area by the join and get another answer from `locate_many`."""
    found = areas.locate_many(*points)
    different = 0
    for table, ours in zip(joined(points, layers), (found.province, found.county), strict=True):
        first = table[~table.index.duplicated()]["id"]
        theirs = first.to_numpy(dtype=object)
        # Off a coast ours gives the nearest province, which a join does not; on a shared edge either is right.
        different += int(sum(a != b for a, b in zip(theirs, ours, strict=True) if isinstance(a, str)))
    return different


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    points = spread_points(count)
    layers = {name: gpd.read_file(data_path(f"gazetteer/{name}.geojson"))[["id", "geometry"]] for name in LAYERS}
    singles = list(zip(*(axis[:1000] for axis in points), strict=True))
    areas.locate_many(*points), chainage.locate_many_on_river(*points)  # read, index and prepare once
    ours, theirs = cpu_us(lambda: areas.locate_many(*points), count), cpu_us(lambda: joined(points, layers), count)
    river = cpu_us(lambda: chainage.locate_many_on_river(*points), count)
    border = cpu_us(lambda: chainage.border_distances_m(*points), count)
    single = cpu_us(lambda: [(areas.province_at(*p), areas.county_at(*p)) for p in singles], len(singles))
    print(f"{count} points, CPU, best of three")
    print(f"areas.locate_many            {ours:8.1f} µs a point")
    print(f"geopandas.sjoin, two layers  {theirs:8.1f} µs a point   {theirs / ours:.1f} times as long")
    print(f"one by one                   {single:8.1f} µs a point   {single / ours:.1f} times as long")
    print(f"river km, bank and offset    {river:8.1f} µs a point (chainage.locate_many_on_river)")
    print(f"distance from the border     {border:8.1f} µs a point (chainage.border_distances_m)")
    print(f"all of it                    {ours + river + border:8.1f} µs a point")
    print(f"answers that differ from the join's: {disagreements(points, layers)} of {2 * count}")


if __name__ == "__main__":
    main()
