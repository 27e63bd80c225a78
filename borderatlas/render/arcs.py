"""Lines that share courses, each course written once.

A river is the edge of two provinces and a part of the border besides. Here every line and ring is cut where courses
part (as in TopoJSON), each course is simplified once and written once, and a line is the list of its courses: so the
edges of neighbours meet exactly at every zoom, and the page is half as large. Coordinates are longitude, latitude on
WGS84 (EPSG:4326).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import LineString

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

SHORTEST = 2
"""Vertices in the shortest line."""

_SHIFT = 32
"""Bits of a latitude in the one number that stands for a vertex."""


class Arcs:
    """Courses that lines share.

    Parameters
    ----------
    lines : iterable of arrays
        Every line and closed ring that is going to be asked for, n × 2 integers.
    tolerance : float
        Simplification (Douglas and Peucker), in the integers' unit; the ends of a course stay.
    """

    def __init__(self, lines: Iterable[NDArray[np.int64]], tolerance: float) -> None:
        self.tolerance = tolerance
        self.written: list[list[int]] = []
        self._numbers: dict[bytes, int] = {}
        self._simple: dict[tuple[int, ...], int] = {}
        self._ends = _partings([_vertices(line) for line in lines])

    def of(self, line: NDArray[np.int64]) -> list[int]:
        """Give the numbers of a line's courses in order; ``~number`` (as in TopoJSON) for one that runs backwards."""
        vertices = _vertices(line)
        if len(vertices) < SHORTEST:
            return []
        if vertices[0] == vertices[-1]:
            vertices = self._from_a_parting(vertices)
        within = np.flatnonzero(self._parts(vertices[1:-1])) + 1
        cuts = [0, *within.tolist(), len(vertices) - 1]
        return [self._number(vertices[i : j + 1]) for i, j in itertools.pairwise(cuts)]

    def _parts(self, vertices: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say at which vertices courses part; the ends are sorted, which `numpy.isin` would do anew for every line."""
        place = np.searchsorted(self._ends, vertices)
        found: NDArray[np.bool_] = np.append(self._ends, -1)[place] == vertices
        return found & (place < len(self._ends))

    def _from_a_parting(self, ring: NDArray[np.int64]) -> NDArray[np.int64]:
        """Turn a ring so that it starts where courses part, or, shared whole or not at all, at its least vertex."""
        partings = np.flatnonzero(self._parts(ring))
        start = partings[0] if len(partings) else ring.argmin()
        return np.concatenate([ring[start:-1], ring[: start + 1]])

    def _number(self, course: NDArray[np.int64]) -> int:
        there, back = course.tobytes(), course[::-1].tobytes()
        if back in self._numbers and back != there:
            return ~self._numbers[back]
        if there not in self._numbers:
            simple = _differences(course, self.tolerance)
            number = self._simple.setdefault(tuple(simple), len(self.written))
            self.written += [simple] if number == len(self.written) else []
            self._numbers[there] = number
        return self._numbers[there]


def rings_and_lines(geometry: shapely.Geometry, scale: int) -> list[NDArray[np.int64]]:
    """Give the lines of a geometry, and of its areas every ring, as integers of 1/`scale` degree; points are left out."""
    found: list[NDArray[np.int64]] = []
    for part in shapely.get_parts(geometry):
        if hasattr(part, "geoms"):
            found += rings_and_lines(part, scale)
        elif part.geom_type == "Polygon":
            found += [_whole(ring, scale) for ring in (part.exterior, *part.interiors)]
        elif part.geom_type in {"LineString", "LinearRing"}:
            found.append(_whole(part, scale))
    return found


def differences(vertices: NDArray[np.int64]) -> list[int]:
    """Write vertices as ``[lon0, lat0, dlon, dlat, …]``, those that repeat the one before left out."""
    if not len(vertices):
        return []
    moved = np.ones(len(vertices), dtype=bool)
    moved[1:] = (np.diff(vertices, axis=0) != 0).any(axis=1)
    kept = vertices[moved].copy()
    kept[1:] = np.diff(kept, axis=0)
    flat: list[int] = kept.ravel().tolist()
    return flat


def _whole(line: Any, scale: int) -> NDArray[np.int64]:
    vertices: NDArray[np.int64] = np.rint(shapely.get_coordinates(line) * scale).astype(np.int64)
    return vertices


def _vertices(line: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give vertices as one number each, in the order of longitude and latitude; those that repeat the one before left out."""
    keys: NDArray[np.int64] = (line[:, 0] << _SHIFT) + line[:, 1]
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _partings(lines: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Give the vertices where courses part: ends of open lines, and those with other than two neighbours."""
    known = [line for line in lines if len(line)]
    ends = [vertex for line in known if line[0] != line[-1] for vertex in (line[0], line[-1])]
    pairs = [np.column_stack([line[:-1], line[1:]]) for line in known]
    both_ways = np.concatenate([*pairs, *(pair[:, ::-1] for pair in pairs), np.empty((0, 2), np.int64)])
    vertices, neighbours = np.unique(np.unique(both_ways, axis=0)[:, 0], return_counts=True)
    return np.unique(np.concatenate([vertices[neighbours != SHORTEST], np.array(ends, dtype=np.int64)]))


def _differences(course: NDArray[np.int64], tolerance: float) -> list[int]:
    lat = ((course + (1 << _SHIFT - 1)) & ((1 << _SHIFT) - 1)) - (1 << _SHIFT - 1)
    simple = LineString(np.column_stack([course - lat >> _SHIFT, lat])).simplify(tolerance, preserve_topology=True)
    return differences(np.rint(shapely.get_coordinates(simple)).astype(np.int64))
