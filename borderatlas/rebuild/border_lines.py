"""The border line and the two border rivers, cut from the shared edges of time zones.

``Asia/Pyongyang`` shares one continuous line with ``Asia/Shanghai`` (the sea limit, the Yalu, Mount Paektu, the
Tumen) and one with ``Asia/Vladivostok`` (the Tumen's last stretch, and the sea). Where they are cut was chosen by
looking: where the channel between Sindo and the Chinese shore opens to the sea; the Yalu's mouth; the two ends of the long straight segments over Mount Paektu, which are no
river; the Tumen's mouth where the Russian line leaves the channel.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.ops import linemerge

from borderatlas import settings
from borderatlas.errors import DatasetError
from borderatlas.layers import geodesy
from borderatlas.rebuild import geojson, sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

KP, CN, RU, KR = "Asia/Pyongyang", "Asia/Shanghai", "Asia/Vladivostok", "Asia/Seoul"

ESTUARY_END = (124.1683, 39.8281)
YALU_MOUTH = (124.285, 39.962)
YALU_SOURCE = (128.070, 41.969)
TUMEN_SOURCE = (128.43, 42.02)
TUMEN_MOUTH = (130.697, 42.293)
CUT_TOLERANCE_M = 1_500.0
"""A cut is made at the vertex nearest to the position above; one farther away means that the source has changed."""

RIVER_TOLERANCE_M = 14.0
"""By how much simplifying may move the border rivers, metres."""

TONGUE_MOUTH_M, TONGUE_MIN_M, TONGUE_MAX_M, TONGUE_WIDTH_M = 80.0, 500.0, 8_000.0, 40.0
"""A tongue is a stretch of line that comes back to within its mouth of where it began, after a way between the least
and the greatest length, round ground of less than the mean width, metres. A bend of a river is far wider."""

BELT_TOLERANCE_M = 20.0
"""By how much simplifying may move the edge of the belt along the border, metres."""

EXCLAVE_MIN_KM2 = 0.05
"""Islands of the DPRK beyond the line, in the lower Tumen, are kept from this size on."""

NAMES = {
    "yalu": {"name": "Yalu", "name_ko": "압록강", "name_zh": "鸭绿江"},
    "tumen": {"name": "Tumen", "name_ko": "두만강", "name_zh": "图们江"},
}

COUNTRIES = {"estuary": "CN/KP", "yalu": "CN/KP", "paektu": "CN/KP", "tumen": "CN/KP", "tumen-ru": "KP/RU"}
"""The parts of the border that are no sea limit, each with the two countries that it parts."""

Edge = tuple[tuple[float, float], tuple[float, float]]


def _edges(zone: str) -> set[Edge]:
    return {edge for polygon in sources.zone_polygons(zone) for ring in polygon for edge in _ring_edges(ring)}


def _ring_edges(ring: sources.Ring) -> Iterator[Edge]:
    for at, point in enumerate(ring):
        yield min(ring[at - 1], point), max(ring[at - 1], point)


@cache
def shared_line(zone: str, other: str) -> LineString:
    """Give the longest line that two time zones share, from its western to its eastern end."""
    shared = sorted(_edges(zone) & _edges(other))
    merged = linemerge(MultiLineString(shared))
    lines = list(merged.geoms) if isinstance(merged, MultiLineString) else [merged]
    longest = max(lines, key=geodesy.length_km)
    return longest if longest.coords[0] < longest.coords[-1] else longest.reverse()


def cut(line: LineString, *positions: tuple[float, float]) -> list[LineString]:
    """Cut a line at the vertices nearest to some positions, given in the order in which it meets them.

    Raises
    ------
    DatasetError
        When no vertex lies near a position.
    """
    points = list(line.coords)
    at = [0, *(_nearest(points, position) for position in positions), len(points) - 1]
    return [LineString(points[start : end + 1]) for start, end in pairwise(at)]


def _nearest(points: list[tuple[float, ...]], position: tuple[float, float]) -> int:
    at = min(range(len(points)), key=lambda n: geodesy.distance_m(points[n][0], points[n][1], *position))
    off = geodesy.distance_m(points[at][0], points[at][1], *position)
    if off > CUT_TOLERANCE_M:
        msg = f"the border line comes no nearer than {off:.0f} m to {position}; wanted within {CUT_TOLERANCE_M:.0f} m"
        raise DatasetError(msg)
    return at


def without_tongues(line: LineString) -> LineString:
    """Leave out the tongues of a line: slits a few metres wide, up which the border runs and back again.

    The source has three, all near Kyongwon on the Tumen, 9.1 km of line in all. They are no ground, and a position
    beside one would get its river km and its bank from it.
    """
    points = shapely.get_coordinates(geodesy.to_cone(line))
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    kept, at = [0], 0
    while at < len(points) - 1:
        at = _tongue_end(points, along, at) or at + 1
        kept.append(at)
    vertices = list(line.coords)
    return LineString([vertices[at] for at in kept])


def _tongue_end(points: NDArray[np.float64], along: NDArray[np.float64], at: int) -> int | None:
    """Give the vertex at which a tongue that begins at one ends, the longest of several; None when none begins."""
    way = along - along[at]
    near = np.hypot(*(points - points[at]).T) < TONGUE_MOUTH_M
    ends = np.flatnonzero(near & (way > TONGUE_MIN_M) & (way < TONGUE_MAX_M))
    narrow = [int(end) for end in ends if 2 * Polygon(points[at : end + 1]).area / way[end] < TONGUE_WIDTH_M]
    return max(narrow, default=None)


@cache
def parts() -> dict[str, LineString]:
    """Give the simplified parts of the border, each running east: with the sea limits, and contiguous.

    Keys: ``sea-west``, ``estuary``, ``yalu`` (mouth to source), ``paektu``, ``tumen``, ``tumen-ru``, ``sea-east``.
    """
    china = cut(shared_line(KP, CN), ESTUARY_END, YALU_MOUTH, YALU_SOURCE, TUMEN_SOURCE)
    russia = cut(shared_line(KP, RU), TUMEN_MOUTH)
    names = ("sea-west", "estuary", "yalu", "paektu", "tumen", "tumen-ru", "sea-east")
    lines = (_drawn(line) for line in [*china, *russia])
    return dict(zip(names, lines, strict=True))


def _drawn(line: LineString) -> LineString:
    return geojson.rounded(geodesy.simplify_m(without_tongues(line), RIVER_TOLERANCE_M))


def exclaves() -> list[Polygon]:
    """Give the islands of the DPRK that lie beyond the border line, simplified, largest first."""
    polygons = [Polygon(polygon[0]) for polygon in sources.zone_polygons(KP)]
    islands = sorted(polygons, key=geodesy.area_km2, reverse=True)[1:]
    large = [island for island in islands if geodesy.area_km2(island) >= EXCLAVE_MIN_KM2]
    return [geojson.rounded(geodesy.simplify_m(island, RIVER_TOLERANCE_M)) for island in large]


def river_lines() -> dict[str, LineString]:
    """Give the Yalu and the Tumen from source to mouth, in the vertices of `parts`."""
    border = parts()
    tumen = [*border["tumen"].coords, *border["tumen-ru"].coords[1:]]
    return {"yalu": border["yalu"].reverse(), "tumen": LineString(tumen)}


def land_parts() -> dict[str, LineString]:
    """Give the parts of the border without the sea limits."""
    return {part: line for part, line in parts().items() if part in COUNTRIES}


def border_belt() -> BaseGeometry:
    """Give the ground on both sides within `settings.border_strip_m` of the border line, for every strip is cut from it."""
    line = linemerge(MultiLineString(list(land_parts().values())))
    return geojson.rounded(geodesy.simplify_m(geodesy.buffer_m(line, settings.border_strip_m), BELT_TOLERANCE_M))


def build_border(root: Path) -> list[Path]:
    """Write ``rivers/border.geojson``, ``rivers/belt.geojson`` and ``rivers/rivers.geojson``."""
    border = [
        ({"part": part, "countries": COUNTRIES[part], "length_km": round(geodesy.length_km(line), 1)}, line)
        for part, line in land_parts().items()
    ]
    rivers = [
        ({"river": river, **NAMES[river], "length_km": round(geodesy.length_km(line), 1)}, line)
        for river, line in river_lines().items()
    ]
    belt = [({"width_m": settings.border_strip_m}, border_belt())]
    return [
        geojson.write_features(root / "rivers" / "border.geojson", border),
        geojson.write_features(root / "rivers" / "belt.geojson", belt),
        geojson.write_features(root / "rivers" / "rivers.geojson", rivers),
    ]
