"""The middle of an area, and the radius about it that contains the area: worked out once, read without any polygon.

A plain mention of a province or a county needs a point and an uncertainty, not an outline. Those of every area of the
layers stand in ``gazetteer/middles.csv``, made in a rebuild by the rule of `middle_of`, which holds for the polygons
that a user brings as well. Degrees are EPSG:4326.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError
from borderatlas.layers.datasets import data_path

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DECIMALS = 5
"""Five decimals of a degree are a metre."""


@dataclass(frozen=True, slots=True)
class Middle:
    """A point well inside an area.

    Attributes
    ----------
    lon, lat : float
        Degrees, EPSG:4326.
    radius_m : float
        Geodesic distance from the point to the farthest vertex of the area, metres: a disc of it contains the area.
    """

    lon: float
    lat: float
    radius_m: float


def middle_of(ground: BaseGeometry) -> Middle:
    """Give an area's centroid, if that lies inside, else some point that does; with the radius that contains it."""
    centre = ground.centroid if ground.contains(ground.centroid) else ground.representative_point()
    lon, lat = round(centre.x, DECIMALS), round(centre.y, DECIMALS)
    return Middle(lon, lat, radius_about(ground, lon, lat))


def radius_about(ground: BaseGeometry, lon: float, lat: float) -> float:
    """Give the geodesic distance from a position (degrees) to the farthest vertex of an area, whole metres."""
    import numpy as np
    import shapely

    from borderatlas.layers import geodesy

    vertices = shapely.get_coordinates(ground)
    here = np.full(len(vertices), lon), np.full(len(vertices), lat)
    return round(float(geodesy.distances_m(*here, vertices[:, 0], vertices[:, 1]).max()))


def shipped_middle(place_id: str) -> Middle | None:
    """Give the middle of a country, province or county-level unit of the layers, by its id; None where there is none.

    Raises
    ------
    DatasetError
        When the table is missing or not as declared.
    """
    return _shipped().get(place_id)


@cache
def _shipped() -> dict[str, Middle]:
    path = data_path("gazetteer/middles.csv")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {
                row["place_id"]: Middle(float(row["longitude"]), float(row["latitude"]), float(row["radius_m"]))
                for row in csv.DictReader(file)
            }
    except (KeyError, ValueError) as error:
        msg = f"{path}: not as declared ({error}); `borderatlas data verify` says which file was changed"
        raise DatasetError(msg) from error
