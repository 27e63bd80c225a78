"""Minor rivers from GSHHG, in a file of their own: their licence (LGPL-3.0-or-later) is not that of the other layers.

GSHHG has few rivers here and no names; none of the Yalu's larger tributaries is among them: of the rows that touch
the layers' box none is left out but those of the Yalu and the Tumen themselves, for the border river lines are better.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import MultiLineString, box

from borderatlas.layers import geodesy
from borderatlas.rebuild import border_lines, geojson, land, sources

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry import LineString
    from shapely.geometry.base import BaseGeometry

MAIN_STEM_M = 2_000.0
"""A piece that runs within this distance of a border river is that river, metres (GSHHG is 0.5 km off, at the median)."""

MAIN_STEM_SHARE = 0.6
"""Share of its length that must run there."""

TOLERANCES_M = (150.0, 250.0, 450.0)
"""By how much simplifying may move a minor river near the border, farther off and far off (see `land`), metres."""


@cache
def _border_rivers() -> BaseGeometry:
    return geodesy.buffer_m(MultiLineString(list(border_lines.river_lines().values())), MAIN_STEM_M)


def _is_main_stem(piece: LineString) -> bool:
    along = geodesy.length_km(piece.intersection(_border_rivers()))
    return along > MAIN_STEM_SHARE * geodesy.length_km(piece)


def tributary_lines() -> list[LineString]:
    """Give the minor rivers within the layers' box, joined where pieces meet, from west to east."""
    pieces = [piece for _, piece in sources.river_pieces(land.LAYER_BOX) if not _is_main_stem(piece)]
    joined = shapely.line_merge(MultiLineString(pieces)).intersection(box(*land.LAYER_BOX))
    whole = shapely.get_parts(shapely.line_merge(joined)).tolist()
    lines = [line for river in whole for line in _simplified(river)]
    return sorted(lines, key=lambda line: (line.bounds, line.wkb))


def _simplified(river: LineString) -> list[LineString]:
    pieces = shapely.union_all(land.thinned(geodesy.to_cone(river), TOLERANCES_M))
    joined = land.rounded_coast(geodesy.from_cone(shapely.line_merge(pieces)))
    return list(shapely.get_parts(joined))


def build_tributaries(root: Path) -> list[Path]:
    """Write ``rivers/tributaries.geojson``, one line a feature."""
    path = root / "rivers" / "tributaries.geojson"
    return [geojson.write_features(path, (({}, line) for line in tributary_lines()))]
