"""Which places are of this border, how fine they are, and how they lie to each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.places import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderatlas.models import Placement

BORDER_KM = 100.0
"""How far from the border line, in kilometres, a place still counts as one of the border."""
BORDER_RIVERS = frozenset({"river.yalu", "river.tumen"})
_BORDER_PROVINCES = frozenset({
    "kp.north-pyongan", "kp.chagang", "kp.ryanggang", "kp.north-hamgyong", "kp.rason", "cn.liaoning", "cn.jilin",
    "cn.jilin.yanbian", "ru.primorsky",
})  # fmt: skip
_YANBIAN = "cn.jilin.yanbian"
_RASON = "kp.rason"
"""A city by its size, though it ranks as a province."""
WIDE = frozenset({"border_strip", "province", "river", "country", "unlocated"})
"""Precisions of ground on which many things happen."""
_CROSSING_KM = 8.0
"""A bridge or crossing so near by the river to a town is that town's."""
_PARTS_OF_A_TOWN = 3


def is_border_place(placement: Placement) -> bool:
    """Tell whether a placement may be where an incident of this border was: no country, and no far place."""
    if placement.place_id in BORDER_RIVERS or placement.precision == "border_strip":
        return True
    if placement.kind == "country" or placement.precision in {"country", "unlocated"} or placement.lat is None:
        return False
    if placement.border_km is not None:
        return placement.border_km <= BORDER_KM
    return placement.place_id is not None and _within_border_area(placement.place_id)


def _within_border_area(place_id: str) -> bool:
    """Tell by its id whether a place without a point of its own lies in a unit of the border."""
    unit = place_id.split(".")
    if unit[0] == "kp":
        return ".".join(unit[:2]) in _BORDER_PROVINCES
    # In China only the border's own towns have parts that the gazetteer lists.
    return place_id in _BORDER_PROVINCES or (unit[0] == "cn" and len(unit) > _PARTS_OF_A_TOWN)


def fine(placements: Iterable[Placement]) -> list[Placement]:
    """Give the placements that say where something was: no province, strip or river."""
    return [
        p for p in placements if (p.precision not in WIDE or p.place_id == _RASON) and p.place_id not in BORDER_RIVERS
    ]


def holds(place_id: str, other_id: str | None) -> bool:
    """Tell whether a place is the other or the unit that it lies in, by their ids."""
    if other_id is None:
        return False
    return f"{other_id}.".startswith(f"{place_id}.") or (place_id == _YANBIAN and _is_of_yanbian(other_id))


@cache
def _is_of_yanbian(place_id: str) -> bool:
    """Tell whether a place lies in the prefecture of Yanbian, which the ids of its counties do not name."""
    gazetteer = load_gazetteer()
    return place_id in gazetteer and _YANBIAN in gazetteer.ancestors(place_id)


def is_near(place: Placement, others: Iterable[Placement]) -> bool:
    """Tell whether a place is one of others, a part of one, or holds one; a river holds whatever lies beside it."""
    return any(_is_one_place(place, other) for other in others if other.place_id is not None)


def _is_one_place(place: Placement, other: Placement) -> bool:
    if holds(str(place.place_id), other.place_id) or holds(str(other.place_id), place.place_id):
        return True
    for part, whole in ((place, other), (other, place)):
        if whole.place_id in BORDER_RIVERS:
            return part.river is not None and whole.place_id == f"river.{part.river}"
    crossing = any(str(p.place_id).startswith("crossing.") for p in (place, other))
    beside = place.river == other.river and place.river_km is not None and other.river_km is not None
    return crossing and beside and abs((place.river_km or 0) - (other.river_km or 0)) <= _CROSSING_KM


def river_of(placement: Placement) -> str | None:
    """Give the border river that a placement lies on, be it the river itself or a stretch of it."""
    if placement.river is None and placement.place_id in BORDER_RIVERS:
        return str(placement.place_id).removeprefix("river.")
    return placement.river
