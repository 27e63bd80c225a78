"""What crossings carry, and which towns are each other's twin across a border river.

Two places are twins when a crossing joins them and their points lie within `JOINED_KM`; when they are towns whose seats
face each other (`FACING_KM` of river between them at most, each within `RIVERSIDE_KM` of the line) and no town of their
own side lies nearer; or when a row of ``curated/twins.csv`` says so. Each pair records which of these it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError
from borderatlas.layers import geodesy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from borderatlas.rebuild.tables import PlaceRow

    Places = Mapping[str, PlaceRow]

JOINED_KM = 12.0
"""Farthest that the points of two places may lie from each other for a crossing to make twins of them: Manpo's and
Ji'an's seats are 9 km apart, while a crossing 25 km up or down the river joins a county with some village."""

FACING_KM = 5.0
"""Most river kilometres between two seats that face each other."""

RIVERSIDE_KM = 5.0
"""Farthest that such a seat lies from its river."""

TOWNS = frozenset({"city", "county", "district", "settlement"})
_UNITS = frozenset({"city", "county"})
_CROSSINGS = frozenset({"bridge", "crossing"})
_NOT_CROSSED = frozenset({"destroyed", "disused", "unopened"})
_PAIR = 2


@dataclass(frozen=True, slots=True, order=True)
class TwinRow:
    """One row of ``twins.csv``: a pair, in the order of its ids, and what it rests on.

    `basis` is ``curated``, ``crossing`` (then `via_id` is the crossing) or ``facing``.
    """

    place_id: str
    twin_id: str
    basis: str
    via_id: str
    source_id: str
    remarks: str


TWIN_COLUMNS = tuple(field.name for field in fields(TwinRow))


def add_loads(places: Places, rows: Iterable[Mapping[str, str]], path: Path) -> None:
    """Fill what crossings carry and in what state they are from ``curated/crossings.csv``, with the source of that.

    Raises
    ------
    DatasetError
        When a row is of no bridge and no crossing, or names no source.
    """
    for number, row in enumerate(rows, start=2):
        place = places.get(row["place_id"])
        if place is None or place.kind not in _CROSSINGS or not row["source_id"]:
            msg = f"{path}:{number} {row['place_id']!r} is no bridge or crossing of the gazetteer, or has no source_id"
            raise DatasetError(msg)
        place.carries, place.status, place.status_date = row["carries"], row["status"], row["status_date"]
        place.carries_source_id = row["source_id"]
        place.remarks = "; ".join(filter(None, (place.remarks, row["remarks"])))


def twin_rows(places: Places, curated: Iterable[Mapping[str, str]], path: Path) -> list[TwinRow]:
    """Give the pairs of twins, each once; the curated ones before those joined by a crossing before those that face.

    Raises
    ------
    DatasetError
        When a curated row names an unknown place, two of one country, or no source.
    """
    found: dict[tuple[str, str], TwinRow] = {}
    for row in (*_curated(places, curated, path), *_joined_by_crossings(places)):
        found.setdefault((row.place_id, row.twin_id), row)
    paired = {place_id for pair in found for place_id in pair}
    for row in _facing(places, paired):
        found.setdefault((row.place_id, row.twin_id), row)
    return sorted(found.values())


def _row(one: PlaceRow, other: PlaceRow, basis: str, via: str, source: str, remarks: str) -> TwinRow:
    first, second = sorted((one.place_id, other.place_id))
    return TwinRow(first, second, basis, via, source, remarks)


def _curated(places: Places, rows: Iterable[Mapping[str, str]], path: Path) -> Iterator[TwinRow]:
    for number, row in enumerate(rows, start=2):
        pair = [places[place_id] for place_id in (row["place_id"], row["twin_id"]) if place_id in places]
        if len(pair) < _PAIR or pair[0].country == pair[1].country or not row["source_id"]:
            msg = f"{path}:{number} wanted two places of the gazetteer in two countries, and a source_id"
            raise DatasetError(msg)
        yield _row(pair[0], pair[1], "curated", "", row["source_id"], row["remarks"])


def _joined_by_crossings(places: Places) -> Iterator[TwinRow]:
    """Pair the ends of each crossing that are towns near enough to each other."""
    # What is crossed comes first, so that a pair rests on it and not on a ruin beside it.
    for crossing in sorted(places.values(), key=lambda p: (p.status in _NOT_CROSSED, p.kind, p.place_id)):
        ends = [places[end] for end in crossing.end_ids.split("|") if end in places]
        towns = [end for end in ends if end.kind in TOWNS]
        if crossing.kind not in _CROSSINGS or crossing.carries == "pipeline" or len(towns) != _PAIR:
            continue
        if towns[0].country != towns[1].country and (apart := _apart_km(towns, crossing)) <= JOINED_KM:
            yield _row(towns[0], towns[1], "crossing", crossing.place_id, "curated", f"points {apart:.1f} km apart")


def _apart_km(towns: list[PlaceRow], crossing: PlaceRow) -> float:
    """Measure between two places, geodesic; the crossing stands in for one whose own point is not known."""
    points = [place if place.has_own_point() else crossing for place in towns]
    if not all(point.has_own_point() for point in points):
        return float("inf")
    (lon, lat), (other_lon, other_lat) = ((point.longitude or 0.0, point.latitude or 0.0) for point in points)
    return geodesy.distance_m(lon, lat, other_lon, other_lat) / 1000


def _facing(places: Places, paired: set[str]) -> Iterator[TwinRow]:
    """Pair each riverside unit that has no twin yet with the town of the other bank that its seat faces."""
    towns = [place for place in places.values() if _is_riverside(place)]
    for unit in sorted(towns, key=lambda place: place.place_id):
        if unit.kind not in _UNITS or unit.place_id in paired:
            continue
        across = [
            (_river_km_between(unit, town), town.place_id, town)
            for town in towns
            if town.river == unit.river and town.bank != unit.bank and not town.place_id.endswith("-up")
        ]
        # A unit faces a unit sooner than the nearer of its quarters.
        near = sorted((town.kind not in _UNITS, km, place_id) for km, place_id, town in across if km <= FACING_KM)
        if near:
            _, km, place_id = near[0]
            yield _row(unit, places[place_id], "facing", "", "generated", f"seats {km:.1f} river km apart")


def _is_riverside(place: PlaceRow) -> bool:
    near = place.border_km is not None and place.border_km <= RIVERSIDE_KM
    return place.kind in TOWNS and near and bool(place.river) and bool(place.bank) and place.has_own_point()


def _river_km_between(one: PlaceRow, other: PlaceRow) -> float:
    return abs((one.river_km or 0.0) - (other.river_km or 0.0))
