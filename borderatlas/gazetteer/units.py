"""A user's polygons → the units of the gazetteer, by their names in any romanisation, checked by where they lie."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError
from borderatlas.gazetteer.places import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries, Outline
    from borderatlas.models import Place

FAR_M = 20_000.0
"""A unit's representative point may lie this far outside a polygon that has its name, metres: seats have moved."""

_UNITS = frozenset({"county", "city", "district"})
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Matching:
    """Which polygon is which unit.

    Attributes
    ----------
    column : str
        The column whose values are the units' names.
    matched : tuple of (Outline, Place)
    unmatched : tuple of (Outline, str)
        Those whose name is of no unit there, with the name.
    """

    column: str
    matched: tuple[tuple[Outline, Place], ...]
    unmatched: tuple[tuple[Outline, str], ...]


def read_units(
    path: str | Path, *, name_column: str | None = None, gazetteer: Gazetteer | None = None,
    on_note: Callable[[str], None] | None = None,
) -> Boundaries:  # fmt: skip
    """Read a user's boundaries and match them with the units of the gazetteer.

    Parameters
    ----------
    path : path
        Any vector file with polygons; see `borderatlas.layers.boundaries.read_outlines`.
    name_column : str, optional
        Column of the units' names; by default the column of which most values are names of units that lie there.
    gazetteer : Gazetteer, optional
    on_note : callable, optional
        Called with one line for what was mended, and for what matched and what did not.

    Returns
    -------
    Boundaries
        EPSG:4326, whatever the file's own CRS; for ``boundaries=`` of `geocode`, `draft_incidents`, `locate` and others.

    Raises
    ------
    DatasetError
        When the file cannot be used, or no polygon matches a unit. Nothing is then taken from it.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import geopandas as gpd
    >>> from shapely import box
    >>> mine = gpd.GeoDataFrame({"unit": ["Musan"]}, geometry=[box(128.9, 42.0, 129.6, 42.5)], crs="EPSG:4326")
    >>> mine.to_file("mine.gpkg")
    >>> units = ba.read_units("mine.gpkg", name_column="unit")
    >>> list(units.grounds), units.county_at(129.2, 42.2)
    (['kp.north-hamgyong.musan'], 'kp.north-hamgyong.musan')
    """
    from borderatlas.layers.boundaries import Boundaries, read_outlines

    outlines = read_outlines(path, name_column=name_column, on_note=on_note)
    matching = match_units(gazetteer or load_gazetteer(), outlines)
    if not matching.matched:
        columns = ", ".join(dict.fromkeys(column for outline in outlines for column in outline.texts)) or "no texts"
        msg = (
            f"{path}: no value of {columns} is the name of a unit that lies there; say which column with --name-column"
        )
        raise DatasetError(msg)
    for line in _report(matching):
        (on_note or (lambda _: None))(f"{path}: {line}")
    return Boundaries(_grounds(matching))


def match_units(gazetteer: Gazetteer, outlines: Iterable[Outline]) -> Matching:
    """Match polygons with units; of the columns of text, take the one that most units answer to."""
    rows = list(outlines)
    columns = list(dict.fromkeys(column for outline in rows for column in outline.texts))
    tried = [_by_column(gazetteer, rows, column) for column in columns]
    return max(tried, key=lambda matching: len(matching.matched), default=Matching("", (), ()))


def _by_column(gazetteer: Gazetteer, outlines: list[Outline], column: str) -> Matching:
    found = [(outline, _unit(gazetteer, outline, column)) for outline in outlines]
    return Matching(
        column,
        tuple((outline, place) for outline, place in found if place is not None),
        tuple((outline, outline.texts.get(column, "")) for outline, place in found if place is None),
    )


def _unit(gazetteer: Gazetteer, outline: Outline, column: str) -> Place | None:
    """Give the unit that has the name and lies in the polygon, or next to it."""
    name = outline.texts.get(column, "").strip()
    hits = gazetteer.lookup(name) if name else []
    ranked = [
        (_distance_m(gazetteer, outline, hit.place), n, hit.place)
        for n, hit in enumerate(hits)
        if hit.place.kind in _UNITS
    ]
    near = [item for item in ranked if item[0] <= FAR_M]
    return min(near)[2] if near else None


def _distance_m(gazetteer: Gazetteer, outline: Outline, place: Place) -> float:
    """Measure how far a unit's point lies outside a polygon, metres.

    Of a unit whose own point is not known, the province must be the polygon's: it then counts as `FAR_M` away.
    """
    import shapely

    from borderatlas.layers import geodesy

    if place.lat is None or place.lon is None or place.location_precision == "inherited":
        return FAR_M if _province(outline) in gazetteer.ancestors(place.id) else float("inf")
    point = shapely.Point(place.lon, place.lat)
    return float(geodesy.to_cone(outline.ground).distance(geodesy.to_cone(point)))


def _province(outline: Outline) -> str | None:
    from borderatlas.layers import areas

    inside = outline.ground.representative_point()
    return areas.province_at(inside.x, inside.y)


def _report(matching: Matching) -> Iterable[str]:
    total = len(matching.matched) + len(matching.unmatched)
    units = {place.id for _, place in matching.matched}
    yield f"{len(matching.matched)} of {total} polygons are {len(units)} units, by their column {matching.column!r}"
    if matching.unmatched:
        shown = [f"{name or 'no name'} ({outline.number})" for outline, name in matching.unmatched[:_LISTED]]
        more = len(matching.unmatched) - len(shown)
        yield f"of no unit known there: {', '.join(shown)}{f' and {more} more' if more else ''}"


def _grounds(matching: Matching) -> dict[str, BaseGeometry]:
    """Join the polygons of each unit, in order of the ids."""
    import shapely

    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for outline, place in matching.matched:
        parts[place.id].append(outline.ground)
    return {place_id: shapely.union_all(parts[place_id]) for place_id in sorted(parts)}
