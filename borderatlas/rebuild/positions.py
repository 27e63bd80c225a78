"""River positions of places: which river, which kilometre, which bank, how far from the border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderatlas.rebuild.tables import PlaceRow

_WITHOUT_POSITION = frozenset({"country", "province", "prefecture", "region", "river"})
_ON_BOTH = frozenset({"bridge", "crossing", "dam", "reservoir", "lake", "mountain"})


def add_river_positions(places: Iterable[PlaceRow]) -> None:
    """Fill river, river_km, bank and border_km of the places that lie in the box and have a point of their own.

    The distance from the border is given for every such place, the river position within the border strip's width.
    Where the layers are not built yet the columns stay empty: the rivers come before the places in a rebuild.
    """
    try:
        from borderatlas.layers import chainage
        from borderatlas.layers.rivers import load_rivers

        load_rivers()
    except (ImportError, DatasetError):
        return
    for place in places:
        if place.kind in _WITHOUT_POSITION or not place.has_own_point() or not _in_box(place):
            continue
        lon, lat = place.longitude, place.latitude
        assert lon is not None and lat is not None  # noqa: PT018 - has_own_point says so
        place.border_km = chainage.border_distance_m(lon, lat) / 1000
        position = chainage.locate_on_river(lon, lat)
        if position is not None:
            place.river, place.river_km = position.river, position.km
            place.bank = _bank(place, position.bank)


def _bank(place: PlaceRow, found: str) -> str:
    """Give the bank on which a place lies: its country's, and none for what joins both."""
    if place.kind in _ON_BOTH and "/" in place.country:
        return ""
    return place.country if place.country in {"CN", "KP", "RU"} else found


def _in_box(place: PlaceRow) -> bool:
    west, south, east, north = settings.study_bbox
    lon, lat = place.longitude, place.latitude
    return lon is not None and lat is not None and west <= lon <= east and south <= lat <= north
