"""Rows that name a place → the ground that is meant, with country, province and county as context.

A point that a table gives is never moved; it only gets the area about it where the table says that it is no finer.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from borderatlas.gazetteer.footprints import footprint, placement_of
from borderatlas.gazetteer.geocoding import Geocoder, default_geocoder
from borderatlas.gazetteer.grounds import shipped_area
from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.sheets import is_empty, plain
from borderatlas.incidents.typed_columns import column_type, typed_frame
from borderatlas.incidents.vocabulary import precision_rank
from borderatlas.layers import areas
from borderatlas.reports.read import read_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.models import Place, Placement

_GROUND = ("place_id", "country", "admin1", "precision", "uncertainty_m", "certainty", "rule")
_UNIT_KINDS = frozenset({"province", "prefecture", "county", "city", "district"})
_JOINING = frozenset({"bridge", "crossing"})
_LONGEST_NAME = 200  # characters: what is longer is a text, not a name


class Named(NamedTuple):
    """What a table says of a place that it gives no point of: four texts, any of them empty."""

    name: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""


class Found(NamedTuple):
    """The placement that a name stands for, and what is worth saying about it; either may be lacking."""

    placement: Placement | None
    note: str = ""


def place_named(
    table: GeoDataFrame,
    gazetteer: Gazetteer,
    name: str,
    on_note: Callable[[str], None] | None = None,
    *,
    widen: bool = True,
    boundaries: Boundaries | None = None,
) -> GeoDataFrame:
    """Put the rows that name a place and give no point onto that place; a given point is never moved.

    Parameters
    ----------
    table : GeoDataFrame
        EPSG:4326, as `borderatlas.incidents.tables.read_incidents` gives it.
    gazetteer : Gazetteer
    name : str
        What to call the table in notes.
    on_note : callable, optional
        Called once for each name that no place has, or that is placed by its unit only.
    widen : bool
        Whether a given point gets the area about it where the table says that it is no finer: for a map.
    boundaries : Boundaries, optional
        A user's own polygons of units, which then stand for the approximate ones.

    Returns
    -------
    GeoDataFrame
        The same rows; cells that say where an incident was are filled where they were empty.
    """
    from geopandas import GeoDataFrame, GeoSeries

    shapes = table.geometry.to_numpy(dtype=object).copy()
    finder = NameFinder(gazetteer, boundaries)
    cells: dict[str, dict[int, Any]] = {}
    told: set[str] = set()
    for at, row in _without_point(table, shapes):
        if not is_empty(row.get("place_id")) and row["place_id"] in gazetteer:
            found = Found(finder.placement_of(gazetteer[row["place_id"]]))
        elif isinstance(row.get("place_name"), str) and row["place_name"]:
            found = finder.find(named(row))
        else:
            continue
        if found.note and found.note not in told and on_note:
            on_note(f"{name}: {found.note}")
        told.add(found.note)
        for column, value in finder.ground(found.placement, row).items():
            cells.setdefault(column, {})[at] = value
    for at, shape in cells.pop(GEOMETRY, {}).items():
        shapes[at] = shape
    if widen:
        _widen(table, shapes, boundaries)
    frame = _filled(table, cells)
    return GeoDataFrame(frame, geometry=GeoSeries(shapes, index=frame.index, crs=table.crs))


def _without_point(table: GeoDataFrame, shapes: NDArray[Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the rows that have neither a geometry nor a latitude, each with its number: of a million most have one."""
    import numpy as np

    bare = shapely.is_missing(shapes)
    if "latitude" in table:
        bare &= table["latitude"].isna().to_numpy()
    rows = np.flatnonzero(bare)
    records = table.drop(columns=GEOMETRY).iloc[rows].to_dict("records")
    for at, record in zip(rows.tolist(), records, strict=True):
        yield at, {**record, GEOMETRY: None}


def _widen(table: GeoDataFrame, shapes: NDArray[Any], boundaries: Boundaries | None) -> None:
    """Give points the area about them where the table says that they are no finer than that."""
    import numpy as np

    if "precision" not in table:
        return
    points = shapely.get_type_id(shapes) == 0
    rows = np.flatnonzero(points & table["precision"].isin([*_AREAS_ABOUT, "county"]).to_numpy(dtype=bool))
    for at, precision in zip(rows.tolist(), table["precision"].iloc[rows], strict=True):
        shapes[at] = ground_about({GEOMETRY: shapes[at], "precision": precision}, boundaries)


def _filled(table: GeoDataFrame, cells: Mapping[str, Mapping[int, Any]]) -> pd.DataFrame:
    """Give the columns, each of one type, with the cells that were found; columns that nothing changes as they are."""
    import pandas as pd

    names = [str(name) for name in dict.fromkeys([*table.columns, *cells]) if name != GEOMETRY]
    columns: dict[str, Any] = {}
    for name in names:
        if name not in cells and str(table[name].dtype) == column_type(name):
            columns[name] = table[name].reset_index(drop=True)
            continue
        values = [plain(value) for value in table[name]] if name in table else [None] * len(table)
        for at, value in cells.get(name, {}).items():
            values[at] = plain(value)
        columns[name] = typed_frame({name: values})[name]
    return pd.DataFrame(columns, columns=names)


class NameFinder:
    """Find places by name and context; each name is looked up once.

    Parameters
    ----------
    gazetteer : Gazetteer
    boundaries : Boundaries, optional
        A user's own polygons of units, which then stand for the approximate ones.
    """

    def __init__(self, gazetteer: Gazetteer, boundaries: Boundaries | None = None) -> None:
        self._gazetteer = gazetteer
        self._boundaries = boundaries
        self._area = shipped_area if boundaries is None else boundaries.area
        self._known: dict[Named, Found] = {}

    def placement_of(self, place: Place) -> Placement:
        """Give the placement of a place."""
        return placement_of(place, self._area)

    def ground(self, placement: Placement | None, row: Mapping[str, Any]) -> dict[str, Any]:
        """Give the cells that say where an incident was, for those that are empty."""
        if placement is None:
            return {"precision": "unlocated"}
        shape = footprint(placement, self._gazetteer, self._area)
        ground = {"latitude": placement.lat, "longitude": placement.lon, "geometry": shape}
        ground |= {column: getattr(placement, column) for column in _GROUND}
        if self._boundaries is not None and placement.precision == "county":
            ground["outline"] = "given" if placement.place_id in self._boundaries else "approximate"
        return {column: value for column, value in ground.items() if is_empty(row.get(column))}

    def find(self, named: Named) -> Found:
        """Give the placement of a name; the units that a row states are binding, and stand in for a name unknown."""
        if named not in self._known:
            self._known[named] = self._find(named)
        return self._known[named]

    def _find(self, named: Named) -> Found:
        units = [unit for text in (named.admin2, named.admin1) if (unit := self._unit(text, named.country))]
        hits = [hit.place for hit in self._gazetteer.lookup(named.name)]
        for place in _of_a_kind(hits):
            if self._agrees(place, named.country, units):
                return Found(self.placement_of(place))
        told = self._told(named, units) if not hits else None
        if told is not None:
            return Found(told)
        reason = f"no place is called {named.name!r}" if not hits else f"no {named.name!r} is in {_said(named)}"
        if units:
            return Found(self.placement_of(units[0]), f"{reason}; it is shown as {units[0].kind} {units[0].name}")
        return Found(None, f"{reason}; the row is listed without one")

    def _unit(self, text: str, country: str) -> Place | None:
        if not text:
            return None
        hits = [hit.place for hit in self._gazetteer.lookup(text)]
        return next((p for p in hits if p.kind in _UNIT_KINDS and self._agrees(p, country, [])), None)

    def _agrees(self, place: Place, country: str, units: list[Place]) -> bool:
        if country and place.country and not set(country.split("/")) & set(place.country.split("/")):
            return False
        inside = (unit.id == place.id or self._gazetteer.contains(unit.id, place.id) for unit in units)
        return all(inside) or (place.kind in _JOINING | {"river", "tributary"} and not place.parent)

    def _told(self, named: Named, units: list[Place]) -> Placement | None:
        """Read a name that is an expression ("near Hyesan", "Sinuiju and Dandong") as a report's words."""
        if len(named.name) > _LONGEST_NAME:
            return None
        placements = self._geocoder.geocode(read_texts([("", named.name)])[0])
        known = [p for p in placements if p.place_id in self._gazetteer and p.kind != "country"]
        fit = [p for p in known if self._agrees(self._gazetteer[str(p.place_id)], named.country, units)]
        return min(fit, key=lambda p: precision_rank(p.precision), default=None)

    @cached_property
    def _geocoder(self) -> Geocoder:
        if self._boundaries is None and _is_default(self._gazetteer):
            return default_geocoder()
        return Geocoder(self._gazetteer, area=None if self._boundaries is None else self._area)


def _of_a_kind(places: list[Place]) -> list[Place]:
    """Leave out bridges and crossings that only share a town's name, unless one is what the name means first."""
    return places if places and places[0].kind in _JOINING else [p for p in places if p.kind not in _JOINING]


def _is_default(gazetteer: Gazetteer) -> bool:
    from borderatlas.gazetteer.places import load_gazetteer

    return gazetteer is load_gazetteer()


def _said(named: Named) -> str:
    return ", ".join(part for part in (named.admin2, named.admin1, named.country) if part)


def named(row: Any) -> Named:
    """Give what a row says of its place; the row is anything that gives a cell by its column's name."""
    texts = (row[column] if not hasattr(row, "get") else row.get(column)
             for column in ("place_name", "country", "admin1", "admin2"))  # fmt: skip
    return Named(*("" if is_empty(text) else str(text) for text in texts))


def ground_about(row: Mapping[str, Any], boundaries: Boundaries | None = None) -> BaseGeometry | None:
    """Give the footprint of a row with a point: its own, or the area about the point where it says that it is that wide.

    A county, a province, its strip along the border or a country is never a pin.
    """
    geometry: BaseGeometry | None = row["geometry"]
    if geometry is None or geometry.geom_type != "Point" or not (abs(geometry.x) <= 180 and abs(geometry.y) <= 90):  # noqa: PLR2004 - degrees
        return geometry
    own = boundaries or areas
    about = {**_AREAS_ABOUT, "county": own.county_at}.get(str(row.get("precision")))
    place_id = about(geometry.x, geometry.y) if about else None
    if place_id is None:
        return geometry
    whole = areas.border_strip(place_id) if row["precision"] == "border_strip" else own.area(place_id)
    return geometry if whole is None or whole.is_empty else whole


_AREAS_ABOUT: Mapping[str, Callable[[float, float], str | None]] = {
    "province": areas.province_at, "border_strip": areas.province_at,
    "country": areas.country_at,
}  # fmt: skip
