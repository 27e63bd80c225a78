"""The map of a figure: land, water, lines, the ground of incidents, their symbols, names, scale, north, locator.

Drawn in the local cone (metres), so that a scale bar is true everywhere on it; positions come in as longitude, latitude
in degrees (EPSG:4326).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from shapely.geometry import box, shape

from borderatlas.layers import geodesy
from borderatlas.render import layers, style
from borderatlas.render.figure_names import place_names
from borderatlas.render.figure_symbols import paint_symbols, stacks_of
from borderatlas.render.ground import ground_of, river_stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from shapely.geometry.base import BaseGeometry

    from borderatlas.render.atlas_map import Bounds

INK = style.LIGHT
_STEP_DEG = 1.0
_HATCH = {"county": "/////", "border_strip": "\\\\\\\\", "province": "//", "country": "\\"}
_ORDER = {name: place for place, name in enumerate(("country", "province", "border_strip", "county"))}


class Extent(NamedTuple):
    """What the map shows, metres in the cone."""

    west: float
    south: float
    east: float
    north: float


def draw_map(
    page: Figure, at: tuple[float, float, float, float], table: pd.DataFrame, words: Mapping[str, str], language: str,
    bounds: Bounds,
) -> None:  # fmt: skip
    """Draw the map into a box of the page, and the locator into its corner."""
    axes = page.add_axes(at)
    extent = _extent(axes, bounds)
    axes.set(
        xlim=(extent.west, extent.east), ylim=(extent.south, extent.north), xticks=[], yticks=[], facecolor=INK["water"]
    )
    _paint_ground(axes)
    _paint_grid(axes, extent)
    _paint_footprints(axes, table)
    stacks = stacks_of(axes, table)
    symbols = paint_symbols(axes, stacks)
    taken = _paint_scale(axes, extent) + _paint_north(axes, extent, words) + _paint_locator(page, axes, extent)
    place_names(axes, symbols, taken, language)


def _extent(axes: Axes, bounds: Bounds) -> Extent:
    """Give the bounds in the cone, grown to the shape of the box."""
    west, south, east, north = geodesy.to_cone(shapely.segmentize(box(*bounds), 0.1)).bounds
    frame = axes.get_window_extent()
    wanted = frame.width / frame.height
    grow_x = max(0.0, (north - south) * wanted - (east - west)) / 2
    grow_y = max(0.0, (east - west) / wanted - (north - south)) / 2
    return Extent(west - grow_x, south - grow_y, east + grow_x, north + grow_y)


def _shapes(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Read a layer into the cone."""
    return [(f["properties"], geodesy.to_cone(shape(f["geometry"]))) for f in layers.read_features(name)]


def _paint_ground(axes: Axes) -> None:
    for _, land in _shapes("rivers/land.geojson"):
        paint_area(axes, land, facecolor=INK["land"], edgecolor=INK["coast"], linewidth=0.35, zorder=1)
    provinces = _shapes("gazetteer/provinces.geojson")
    for properties, province in provinces:
        own = INK["land_kp"] if properties["country"] == "KP" else "none"
        paint_area(
            axes, province, facecolor=own, edgecolor=INK["province"], linewidth=0.45, linestyle=(0, (6, 3)), zorder=1.2
        )
    for _, lake in _shapes("rivers/lakes.geojson"):
        paint_area(axes, lake, facecolor=INK["water"], edgecolor=INK["coast"], linewidth=0.3, zorder=1.3)
    paint_lines(axes, [line for _, line in _shapes("rivers/tributaries.geojson")], INK["tributary"], 0.35, 1.4)
    paint_lines(axes, [line for _, line in _shapes("rivers/border.geojson")], INK["ribbon"], 2.2, 1.5)
    paint_lines(axes, [line for _, line in _shapes("rivers/rivers.geojson")], INK["river"], 1.0, 1.6)
    paint_lines(
        axes, [line for _, line in _shapes("rivers/border.geojson")], INK["border"], 0.5, 1.7, (0, (6, 2, 1, 2))
    )


def paint_area(axes: Axes, area: BaseGeometry, **look: Any) -> None:
    """Fill polygons, holes left out."""
    for part in shapely.get_parts(area):
        if part.geom_type == "Polygon":
            axes.add_patch(PathPatch(_path(part), **look))


def _path(polygon: BaseGeometry) -> Path:
    rings = [np.asarray(ring.coords)[:, :2] for ring in (polygon.exterior, *polygon.interiors)]
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))


def paint_lines(
    axes: Axes, lines: Iterable[BaseGeometry], colour: str, width: float, level: float, dashes: Any = "solid"
) -> None:
    """Draw lines; points and areas among them are left out."""
    parts = [part for line in lines for part in shapely.get_parts(line) if part.geom_type == "LineString"]
    vertices = [shapely.get_coordinates(part) for part in parts]
    axes.add_collection(
        LineCollection(vertices, colors=colour, linewidths=width, linestyles=dashes, zorder=level, capstyle="round")
    )


def _paint_grid(axes: Axes, extent: Extent) -> None:
    """Draw meridians and parallels, a degree apart, with their figures along the frame."""
    (west, east), (south, north) = geodesy.from_cone_xy(
        np.array([(extent.west, extent.south), (extent.east, extent.north)])
    )
    for lon in np.arange(np.floor(west) - 1, east + 2, _STEP_DEG):
        line = geodesy.to_cone_xy(np.full(60, lon), np.linspace(south - 1, north + 1, 60))
        axes.plot(*line.T, color=INK["soft"], linewidth=0.25, alpha=0.35, zorder=1.8)
        _edge_figure(axes, line, extent, f"{lon:.0f}°E", low=True)
    for lat in np.arange(np.floor(south) - 1, north + 2, _STEP_DEG):
        line = geodesy.to_cone_xy(np.linspace(west - 2, east + 2, 200), np.full(200, lat))
        axes.plot(*line.T, color=INK["soft"], linewidth=0.25, alpha=0.35, zorder=1.8)
        _edge_figure(axes, line, extent, f"{lat:.0f}°N", low=False)


def _edge_figure(axes: Axes, line: np.ndarray[Any, Any], extent: Extent, text: str, *, low: bool) -> None:
    """Write a line's degrees where it meets the lower or the left edge."""
    along, across = (line[:, 1], line[:, 0]) if low else (line[:, 0], line[:, 1])
    start = extent.south if low else extent.west
    order = np.argsort(along)
    spot = float(np.interp(start, along[order], across[order]))
    ends = (extent.west, extent.east) if low else (extent.south, extent.north)
    if not ends[0] < spot < ends[1]:
        return
    where, offset = ((spot, start), (0, -2)) if low else ((start, spot), (-2, 0))
    axes.annotate(
        text, where, offset, textcoords="offset points", fontsize=5, color=INK["soft"], annotation_clip=False,
        ha="center" if low else "right", va="top" if low else "center",
    )  # fmt: skip


def _paint_footprints(axes: Axes, table: pd.DataFrame) -> None:
    """Draw the ground of incidents, each distinct one once, the widest first."""
    rows = table[table["longitude"].notna()].to_dict("records")
    grounds: dict[Any, tuple[str, BaseGeometry]] = {}
    for row in rows:
        ground = _drawn_ground(row)
        if ground is not None:
            grounds.setdefault(ground.wkb, (row["precision"], ground))
    for precision, ground in sorted(grounds.values(), key=lambda one: (_ORDER.get(one[0], 9), one[1].wkb)):
        _paint_footprint(axes, precision, geodesy.to_cone(ground))


def _drawn_ground(row: dict[str, Any]) -> BaseGeometry | None:
    """Give the ground that is drawn: of a river the line, of a point its ring."""
    drawing = style.drawing_of(row["precision"])
    ground = ground_of(row)
    if drawing == "none" or row["precision"] == "country":
        return None
    if ground is not None and ground.geom_type != "Point":
        return river_stretch(ground) if drawing == "reach" else ground
    radius = row["uncertainty_m"]
    ringed = drawing == "ring" and radius is not None and radius == radius and radius > 0  # noqa: PLR0124 - NaN is not itself
    return geodesy.buffer_m(shapely.Point(row["longitude"], row["latitude"]), float(radius)) if ringed else None


def _paint_footprint(axes: Axes, precision: str, ground: BaseGeometry) -> None:
    if ground.geom_type in {"LineString", "MultiLineString"}:
        paint_lines(axes, [ground], INK["area"] + "88", 4.0, 2.2)
        return
    dashed = "solid" if precision in {"settlement", "unstated"} else (0, (4, 2))
    paint_area(
        axes,
        ground,
        facecolor=INK["area"] + "14",
        edgecolor=INK["area"] + "99",
        linewidth=0.5,
        linestyle=dashed,
        zorder=2,
    )
    if precision in _HATCH:
        paint_area(
            axes, ground, facecolor="none", edgecolor=INK["area"] + "44", linewidth=0, hatch=_HATCH[precision], zorder=2
        )


def _paint_scale(axes: Axes, extent: Extent) -> list[Any]:
    """Draw a scale bar; the cone's metres are true to a tenth of a percent."""
    width = extent.east - extent.west
    step_km = max(s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200) if s * 1000 <= max(width / 9, 1000))
    x, y, height = (
        extent.east - width * 0.03 - 2000 * step_km,
        extent.south + (extent.north - extent.south) * 0.045,
        width * 0.004,
    )
    for part, colour in enumerate((INK["ink"], "white")):
        axes.add_patch(
            Rectangle(
                (x + part * step_km * 1000, y),
                step_km * 1000,
                height,
                facecolor=colour,
                edgecolor=INK["ink"],
                linewidth=0.5,
                zorder=6,
            )
        )
    for part in range(3):
        label = f"{part * step_km} km" if part == 2 else f"{part * step_km}"  # noqa: PLR2004 - the last
        axes.annotate(
            label,
            (x + part * step_km * 1000, y + height),
            (0, 1.5),
            textcoords="offset points",
            fontsize=5.5,
            ha="center",
            zorder=6,
        )
    return [axes.transData.transform([(x, y - height), (x + 2000 * step_km, y + 5 * height)])]


def _paint_north(axes: Axes, extent: Extent, words: Mapping[str, str]) -> list[Any]:
    """Draw an arrow to true north, which the cone turns a little away from the centre."""
    x, y = extent.east - (extent.east - extent.west) * 0.03, extent.south + (extent.north - extent.south) * 0.11
    lon, lat = geodesy.from_cone_xy(np.array([(x, y)]))
    tip = geodesy.to_cone_xy(lon, lat + (extent.north - extent.south) * 0.07 / 111_000)[0]
    axes.annotate("", tip, (x, y), arrowprops={"arrowstyle": "-|>", "color": INK["ink"], "linewidth": 0.8}, zorder=6)
    axes.annotate(
        words["north"], tip, (0, 1), textcoords="offset points", fontsize=6.5, ha="center", weight="bold", zorder=6
    )
    return [axes.transData.transform([(x - 9000, y), (x + 9000, tip[1] + 12000)])]


def _paint_locator(page: Figure, axes: Axes, extent: Extent) -> list[Any]:
    """Draw the neighbourhood with the map's frame in it, in the upper right corner."""
    frame = axes.get_position()
    ratio = page.get_figwidth() / page.get_figheight()
    width = 0.15 * frame.width if ratio > 1 else 0.2 * frame.width
    small = page.add_axes(
        (frame.x0 + 0.004, frame.y1 - width * ratio * 0.62 - 0.004 * ratio, width, width * ratio * 0.62), zorder=7
    )
    small.set(xlim=(-1_250_000, 1_150_000), ylim=(-950_000, 538_000), xticks=[], yticks=[], facecolor=INK["water"])
    for _, land in _shapes("rivers/locator.geojson"):
        paint_area(small, land, facecolor=INK["land"], edgecolor=INK["coast"], linewidth=0.25)
    paint_lines(small, [line for _, line in _shapes("rivers/border.geojson")], INK["border"], 0.6, 2)
    size = extent.east - extent.west, extent.north - extent.south
    small.add_patch(
        Rectangle(extent[:2], *size, facecolor=INK["accent"] + "22", edgecolor=INK["accent"], linewidth=0.9, zorder=3)
    )
    return [small.get_window_extent().get_points()]
