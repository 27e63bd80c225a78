"""Lines that share courses, each course written once.

A river is the edge of two provinces and a part of the border besides. Here every line and ring is cut where courses
part (as in TopoJSON), each course is simplified once and written once, and a line is the list of its courses: so the
edges of neighbours meet exactly at every zoom, and the page is half as large. Coordinates are longitude, latitude on
WGS84 (EPSG:4326).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import LineString

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Vertex = tuple[int, int]

SHORTEST = 2
"""Vertices in the shortest line."""


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
        self._numbers: dict[tuple[Vertex, ...], int] = {}
        self._simple: dict[tuple[int, ...], int] = {}
        neighbours: dict[Vertex, set[Vertex]] = defaultdict(set)
        self._ends: set[Vertex] = set()
        for line in lines:
            vertices = _vertices(line)
            for one, other in itertools.pairwise(vertices):
                neighbours[one].add(other)
                neighbours[other].add(one)
            if vertices and vertices[0] != vertices[-1]:
                self._ends |= {vertices[0], vertices[-1]}
        self._ends |= {vertex for vertex, others in neighbours.items() if len(others) != SHORTEST}

    def of(self, line: NDArray[np.int64]) -> list[int]:
        """Give the numbers of a line's courses in order; ``~number`` (as in TopoJSON) for one that runs backwards."""
        vertices = _vertices(line)
        if len(vertices) < SHORTEST:
            return []
        if vertices[0] == vertices[-1]:
            vertices = self._from_a_parting(vertices)
        cuts = [0, *(i for i in range(1, len(vertices) - 1) if vertices[i] in self._ends), len(vertices) - 1]
        return [self._number(tuple(vertices[i : j + 1])) for i, j in itertools.pairwise(cuts)]

    def _from_a_parting(self, ring: list[Vertex]) -> list[Vertex]:
        """Turn a ring so that it starts where courses part, or, shared whole or not at all, at its least vertex."""
        start = next((i for i, vertex in enumerate(ring) if vertex in self._ends), None)
        start = ring.index(min(ring)) if start is None else start
        return [*ring[start:-1], *ring[: start + 1]]

    def _number(self, course: tuple[Vertex, ...]) -> int:
        back = course[::-1]
        if back in self._numbers and back != course:
            return ~self._numbers[back]
        if course not in self._numbers:
            simple = _differences(course, self.tolerance)
            number = self._simple.setdefault(tuple(simple), len(self.written))
            self.written += [simple] if number == len(self.written) else []
            self._numbers[course] = number
        return self._numbers[course]


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


def _vertices(line: NDArray[np.int64]) -> list[Vertex]:
    found: list[Vertex] = []
    for lon, lat in line.tolist():
        if not found or found[-1] != (lon, lat):
            found.append((lon, lat))
    return found


def _differences(course: tuple[Vertex, ...], tolerance: float) -> list[int]:
    simple = LineString(course).simplify(tolerance, preserve_topology=True)
    return differences(np.rint(shapely.get_coordinates(simple)).astype(np.int64))
