"""The two border rivers, oriented from source to mouth, and the border line as a whole.

The lines are *border river lines*: the border as OpenStreetMap has it, where it follows a river. Upstream of Uiju
that is sound as the river's course; from Uiju to the mouth the line hugs the Chinese bank round the islands. Axis
order is ``(lon, lat)``, degrees (EPSG:4326).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon, shape

from borderatlas.errors import UnknownPlaceError
from borderatlas.layers import geodesy
from borderatlas.layers.datasets import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_FAR_SOUTH = ((134.0, 36.0), (122.0, 36.0))
"""Two positions beyond the DPRK, round which the border line is closed to tell its two sides apart."""


@dataclass(frozen=True, slots=True)
class River:
    """A border river as a measured line.

    Attributes
    ----------
    id : str
        ``yalu`` or ``tumen``.
    names : mapping of str to str
        Name by language: ``en``, ``ko``, ``zh``.
    line : LineString
        From the source to the mouth, ``(lon, lat)`` in degrees.
    cumulative_km : array of float
        Geodesic river kilometre of each vertex: 0 at the source, the river's length at the mouth.
    cone_line : LineString
        The same vertices in metres in the local cone (see `geodesy`), for planar searches.
    cone_cumulative_m : array of float
        Planar length up to each vertex of `cone_line`, metres.
    """

    id: str
    names: Mapping[str, str]
    line: LineString = field(repr=False)
    cumulative_km: NDArray[np.float64] = field(repr=False)
    cone_line: LineString = field(repr=False)
    cone_cumulative_m: NDArray[np.float64] = field(repr=False)

    @property
    def name(self) -> str:
        """The English name, without the word *River*."""
        return self.names["en"]

    @property
    def length_km(self) -> float:
        """Length of the line, kilometres."""
        return float(self.cumulative_km[-1])


def read_layer(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Read a GeoJSON file of the data folder as properties and geometries (EPSG:4326).

    Raises
    ------
    DatasetError
        When the file is not there.
    """
    collection = json.loads(data_path(name).read_text(encoding="utf-8"))
    return [(feature["properties"], shape(feature["geometry"])) for feature in collection["features"]]


def _measured(properties: dict[str, Any], line: LineString) -> River:
    steps = geodesy.steps_m(list(line.coords))
    cone_line = geodesy.to_cone(line)
    cone_steps = np.hypot(*np.diff(shapely.get_coordinates(cone_line), axis=0).T)
    return River(
        id=properties["river"],
        names={"en": properties["name"], "ko": properties["name_ko"], "zh": properties["name_zh"]},
        line=line,
        cumulative_km=np.concatenate([[0.0], np.cumsum(steps)]) / 1000.0,
        cone_line=cone_line,
        cone_cumulative_m=np.concatenate([[0.0], np.cumsum(cone_steps)]),
    )


@cache
def load_rivers() -> dict[str, River]:
    """Give the border rivers by id (``yalu``, ``tumen``), read and measured once."""
    rivers = (_measured(properties, line) for properties, line in read_layer("rivers/rivers.geojson"))
    return {river.id: river for river in rivers}


def get_river(river: str) -> River:
    """Give one border river by its id.

    Raises
    ------
    UnknownPlaceError
        When it is neither ``yalu`` nor ``tumen``.
    """
    try:
        return load_rivers()[river]
    except KeyError:
        msg = f"no border river has the id {river!r}; there are {', '.join(load_rivers())}"
        raise UnknownPlaceError(msg) from None


@cache
def border_parts() -> dict[str, LineString]:
    """Give the parts of the border by name, each running east, each beginning where the one before ends.

    ``estuary`` (between Sindo and the Chinese shore, to the mouth), ``yalu`` (mouth to source), ``paektu`` (over
    land), ``tumen`` (to the tripoint), ``tumen-ru`` (to the mouth).
    """
    return {properties["part"]: line for properties, line in read_layer("rivers/border.geojson")}


@cache
def border_line() -> LineString:
    """Give the border as one line, from the Yalu's estuary over Mount Paektu to the Tumen's mouth."""
    points = [point for line in border_parts().values() for point in line.coords]
    return LineString([point for at, point in enumerate(points) if at == 0 or point != points[at - 1]])


@cache
def _southern_side() -> Polygon:
    side = Polygon([*border_line().coords, *_FAR_SOUTH])
    shapely.prepare(side)
    return side


def is_korean_side(lon: float, lat: float) -> bool:
    """Tell whether a position near the border lies on its DPRK side: right of the line that runs east.

    Looking downstream the DPRK is on the left of the Yalu and on the right of the Tumen.
    """
    return bool(shapely.intersects_xy(_southern_side(), lon, lat))


def are_korean_side(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell of each position whether it lies on the border line's DPRK side; see `is_korean_side`."""
    return np.asarray(shapely.intersects_xy(_southern_side(), lons, lats), dtype=bool)
