"""A user's own boundaries: polygons of units, from any vector file, in place of the approximate counties.

Whatever the file's coordinate reference system is, what is given is ``(lon, lat)`` in degrees (EPSG:4326). A file is
taken whole or not at all: the first feature that cannot be used stops the reading, with the file and its number
(``counties.shp:12``, the first feature being 1). What was mended on the way is said in a note.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import shapely
from shapely import MultiPolygon, Polygon
from shapely.strtree import STRtree

from borderatlas import settings
from borderatlas.errors import DatasetError
from borderatlas.layers import areas, geodesy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

MENDED_SHARE = 0.01
"""How much of its area mending may change a polygon that crosses itself; beyond, nobody knows what was meant."""

_ENCODINGS = ("UTF-8", "CP949", "GB18030")
"""Tried in this order for a .dbf that does not say how it is encoded (no .cpg)."""

_LISTED = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """A polygon of the user's file.

    Attributes
    ----------
    number : int
        Which feature it is, from 1.
    ground : Polygon or MultiPolygon
        EPSG:4326, valid, holes kept.
    texts : mapping of str to str
        Its attributes that are text, by column.
    """

    number: int
    ground: BaseGeometry = field(repr=False)
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Boundaries:
    """The ground of units as a user's file has it, and the shipped layers' where it has none.

    Parameters
    ----------
    grounds : mapping of str to geometry
        Polygons (EPSG:4326) by place id.

    Examples
    --------
    >>> from shapely import box
    >>> from borderatlas.layers.boundaries import Boundaries
    >>> mine = Boundaries({"kp.north-hamgyong.musan": box(128.9, 42.0, 129.6, 42.5)})
    >>> "kp.north-hamgyong.musan" in mine, "kp.ryanggang.hyesan" in mine
    (True, False)
    """

    grounds: Mapping[str, BaseGeometry]

    def __contains__(self, place_id: object) -> bool:
        """Tell whether the user's file has this unit."""
        return place_id in self.grounds

    def area(self, place_id: str) -> BaseGeometry | None:
        """Give the area of a unit, province or country by its place id: the user's, else that of the layers.

        Parameters
        ----------
        place_id : str

        Returns
        -------
        Polygon, MultiPolygon or None
            EPSG:4326; None for a place that has no area in either.

        Examples
        --------
        >>> from shapely import box
        >>> from borderatlas.layers.boundaries import Boundaries
        >>> mine = Boundaries({"kp.north-hamgyong.musan": box(128.9, 42.0, 129.6, 42.5)})
        >>> mine.area("kp.north-hamgyong.musan").bounds, mine.area("kp.ryanggang").geom_type
        ((128.9, 42.0, 129.6, 42.5), 'Polygon')
        """
        found = self.grounds.get(place_id)
        return areas.area(place_id) if found is None else found

    def county_at(self, lon: float, lat: float) -> str | None:
        """Give the id of the unit at a position, degrees; the approximate one where no polygon of the user's lies.

        A unit that the file has does not reach beyond its polygon: there the answer is None.

        Parameters
        ----------
        lon, lat : float
            Degrees, EPSG:4326; longitude first, as everywhere inside.

        Returns
        -------
        str or None
            A place id.

        Raises
        ------
        PositionError
            When a coordinate is outside the world, or the two seem to be swapped.

        Examples
        --------
        >>> from shapely import box
        >>> from borderatlas.layers.boundaries import Boundaries
        >>> mine = Boundaries({"kp.north-hamgyong.musan": box(128.9, 42.0, 129.6, 42.5)})
        >>> mine.county_at(129.2, 42.2)
        'kp.north-hamgyong.musan'
        """
        geodesy.check_position(lon, lat)
        hits = self._tree.query(shapely.Point(lon, lat), predicate="intersects")
        if len(hits):
            return list(self.grounds)[int(min(hits))]
        found = areas.county_at(lon, lat)
        return None if found in self.grounds else found

    @cached_property
    def _tree(self) -> STRtree:
        return STRtree(list(self.grounds.values()))


def read_outlines(
    path: str | Path, *, name_column: str | None = None, on_note: Callable[[str], None] | None = None
) -> list[Outline]:
    """Read the polygons of a vector file, each with its texts.

    Parameters
    ----------
    path : path
        Any file that GDAL reads (GeoJSON, GeoPackage, a shapefile with its parts); of several layers, the first.
    name_column : str, optional
        A column that must be there; all columns of text are read when it is not given.
    on_note : callable, optional
        Called with one line for what was mended or assumed.

    Returns
    -------
    list of Outline

    Raises
    ------
    DatasetError
        When the file cannot be read, is empty, lies elsewhere on the globe, or when a feature is no polygon: with the
        file, the feature's number, and what would be right. Nothing is then taken from it.
    """
    note = on_note or (lambda _: None)
    source = Path(path)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        meta, geometries, columns = _read(source, note)
    for text in list(dict.fromkeys(str(warning.message) for warning in said))[:_LISTED]:  # GDAL's own, in its words
        note(f"{source}: while it was read: {' '.join(text.split())}")
    texts = _texts(source, meta, columns, name_column)
    grounds = _in_degrees(source, [_polygon(source, n, raw) for n, raw in enumerate(geometries, 1)], meta["crs"], note)
    _check_place(source, grounds)
    valid = [_mended(source, n, ground, note) for n, ground in enumerate(grounds, 1)]
    return [Outline(n, ground, row) for n, (ground, row) in enumerate(zip(valid, texts, strict=True), 1)]


def _read(path: Path, note: Callable[[str], None]) -> tuple[dict[str, Any], list[bytes | None], dict[str, list[Any]]]:
    """Read a layer as GDAL gives it: what it says of itself, geometries as WKB, columns."""
    _check_parts(path)
    meta, wkb, fields = _read_raw(path, note)
    count = len(wkb) if wkb is not None else max((len(values) for values in fields), default=0)
    if wkb is None and count:
        msg = f"{path}: has no geometry; wanted polygons of counties (GeoJSON, GeoPackage, shapefile)"
        raise DatasetError(msg)
    if not count:
        msg = f"{path}: the layer is empty; wanted polygons of counties"
        raise DatasetError(msg)
    return meta, list(wkb), {str(name): list(values) for name, values in zip(meta["fields"], fields, strict=True)}


def _check_parts(path: Path) -> None:
    """Name the part of a shapefile that is missing: GDAL reads on without names, or fails in its own words."""
    if not path.is_file():
        msg = f"{path}: no such file; wanted polygons of counties"
        raise DatasetError(msg)
    if path.suffix.lower() != ".shp":
        return
    there = {other.suffix.lower() for other in path.parent.glob(f"{path.stem}.*")}
    for part, holds in ((".dbf", "the names"), (".shx", "the index")):
        if part not in there:
            msg = f"{path}: its {part} is missing, which holds {holds}; keep .shp, .shx, .dbf and .prj together"
            raise DatasetError(msg)


def _read_raw(path: Path, note: Callable[[str], None]) -> tuple[dict[str, Any], Any, Any]:
    from pyogrio import list_layers, raw
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        layers = [str(name) for name, _ in list_layers(path)]
        if len(layers) > 1:
            note(f"{path}: has {len(layers)} layers ({', '.join(layers[:_LISTED])}); the first is read")
        for encoding in _encodings(path):
            try:
                meta, _, wkb, fields = raw.read(path, layer=layers[0], encoding=encoding, force_2d=True)
            except UnicodeDecodeError:
                continue
            if encoding not in {None, _ENCODINGS[0]}:
                note(f"{path}: does not say how its names are encoded (no .cpg); read as {encoding}")
            return meta, wkb, fields
    except (DataSourceError, DataLayerError) as error:
        reason = str(error).removeprefix(f"{path}").removeprefix("'").lstrip(": ").split(";")[0]
        msg = f"{path}: cannot be read as a vector file ({reason}); wanted GeoJSON, GeoPackage or a shapefile"
        raise DatasetError(msg) from error
    msg = f"{path}: its text is not UTF-8; save it as UTF-8 (or give a shapefile its .cpg)"
    raise DatasetError(msg)


def _encodings(path: Path) -> tuple[str | None, ...]:
    silent = path.suffix.lower() == ".shp" and not any(path.with_suffix(s).exists() for s in (".cpg", ".CPG"))
    return _ENCODINGS if silent else (None,)


def _texts(
    path: Path, meta: dict[str, Any], columns: dict[str, list[Any]], name_column: str | None
) -> list[dict[str, str]]:
    """Give each feature's texts; a column that was asked for is there, or else one of text at least."""
    offered = ", ".join(columns) or "none"
    if name_column is not None and name_column not in columns:
        msg = f"{path}: has no column {name_column!r}; its columns are: {offered}"
        raise DatasetError(msg)
    kept = [name_column] if name_column else [
        name for name, kind in zip(meta["fields"], meta["ogr_types"], strict=True) if kind == "OFTString"
    ]  # fmt: skip
    if not kept:
        msg = f"{path}: has no column of names (columns: {offered}); wanted one with the names of the units"
        raise DatasetError(msg)
    rows = zip(*(columns[name] for name in kept), strict=True)
    return [{name: str(value) for name, value in zip(kept, row, strict=True) if value is not None} for row in rows]


def _polygon(path: Path, number: int, raw: bytes | None) -> BaseGeometry:
    """Read one geometry, which must be a polygon with some area."""
    try:
        ground = shapely.from_wkb(raw) if raw is not None else None
    except shapely.errors.ShapelyError as error:
        reason = str(error).rpartition("Exception: ")[2].rstrip(".")
        msg = f"{path}:{number} cannot be read as a geometry ({reason}); wanted a polygon whose rings are closed"
        raise DatasetError(msg) from error
    if ground is None or ground.is_empty:
        msg = f"{path}:{number} has no geometry; wanted a polygon"
        raise DatasetError(msg)
    if not isinstance(ground, Polygon | MultiPolygon):
        msg = f"{path}:{number} is a {ground.geom_type}; wanted a polygon"
        raise DatasetError(msg)
    return cast("BaseGeometry", ground)


def _in_degrees(
    path: Path, grounds: list[BaseGeometry], crs: str | None, note: Callable[[str], None]
) -> list[BaseGeometry]:
    if crs is None:
        _check_looks_like_degrees(path, grounds)
        note(f"{path}: says no coordinate reference system; its coordinates look like degrees, taken as EPSG:4326")
        return grounds
    try:
        return grounds if crs == settings.storage_crs else [geodesy.to_degrees(ground, crs) for ground in grounds]
    except ValueError as error:
        msg = f"{path}: {error}"
        raise DatasetError(msg) from error


def _check_looks_like_degrees(path: Path, grounds: list[BaseGeometry]) -> None:
    largest = max(abs(value) for ground in grounds for value in ground.bounds)
    if largest > 180:  # noqa: PLR2004 - degrees
        msg = (
            f"{path}: says no coordinate reference system, and coordinates up to {largest:,.0f} are no degrees; "
            "give it its .prj, or save it as EPSG:4326"
        )
        raise DatasetError(msg)


def _check_place(path: Path, grounds: list[BaseGeometry]) -> None:
    """Refuse a file that lies elsewhere; say so when its two axes seem to be swapped."""
    here = shapely.box(*settings.study_bbox)
    if any(here.intersects(shapely.box(*ground.bounds)) for ground in grounds):
        return
    west, south, east, north = shapely.total_bounds(grounds)
    swapped = here.intersects(shapely.box(south, west, north, east))
    hint = "longitude and latitude seem to be swapped" if swapped else "wrong file or wrong .prj?"
    msg = (
        f"{path}: lies at longitude {west:.2f} to {east:.2f}, latitude {south:.2f} to {north:.2f}, away from the border "
        f"({hint})"
    )
    raise DatasetError(msg)


def _mended(path: Path, number: int, ground: BaseGeometry, note: Callable[[str], None]) -> BaseGeometry:
    """Give a valid polygon: as it is, or mended where that changes next to nothing; holes are kept."""
    if shapely.is_valid(ground):
        return ground
    reason = shapely.is_valid_reason(ground)
    mended = shapely.multipolygons(list(_polygons(shapely.make_valid(ground))))
    # The area by the shoelace formula counts what is wound twice or backwards; a bow tie's two halves cancel out.
    change = abs(mended.area - ground.area) / max(mended.area, ground.area, 1e-12)
    if mended.is_empty or change > MENDED_SHARE:
        msg = f"{path}:{number} crosses itself ({reason}, lon lat) and cannot be mended without guessing; redraw it"
        raise DatasetError(msg)
    note(f"{path}:{number} crossed itself ({reason}, lon lat); mended, its area changed by {change:.2%}")
    return cast("BaseGeometry", mended)


def _polygons(ground: BaseGeometry) -> Iterator[Polygon]:
    for part in getattr(ground, "geoms", [ground]):
        if isinstance(part, Polygon):
            yield part
        elif hasattr(part, "geoms"):
            yield from _polygons(part)
