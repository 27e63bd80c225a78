"""Names on a figure's map: provinces spaced out, towns by rank where there is room, none over another or over a symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patheffects import withStroke
from shapely.geometry import shape

from borderatlas.layers import geodesy
from borderatlas.render import layers, style
from borderatlas.render.towns import SCALE, towns

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

_SIDES = ((1, 0, "left", "center"), (-1, 0, "right", "center"), (0, 1, "center", "bottom"), (0, -1, "center", "top"),
          (0.8, 0.7, "left", "bottom"), (0.8, -0.7, "left", "top"), (-0.8, 0.7, "right", "bottom"), (-0.8, -0.7, "right", "top"))  # fmt: skip
"""Where a name may stand about its dot or symbol, in radii, the better places first."""

_SIZES = {1: 6.4, 2: 6.0, 3: 5.4, 4: 5.0}
_MOST_TOWNS = 70
_GAP_PX = 2.0
_FROM_EDGE = 0.008

Box = Any
"""Lower left and upper right corner, pixels."""


def place_names(axes: Axes, symbols: list[Box], taken: list[Box], language: str) -> None:
    """Write the names for which there is room.

    Parameters
    ----------
    axes : Axes
        The map, in metres of the cone.
    symbols, taken : list of array of shape (2, 2)
        Boxes that must stay free, pixels. A town under a symbol has its name beside the symbol.
    language : {"en", "ko", "zh"}
    """
    taken = [*symbols, *taken]
    halo = [withStroke(linewidth=1.4, foreground=style.LIGHT["halo"])]
    for province in _features("gazetteer/provinces.geojson"):
        _place_province(axes, province, taken, language, halo)
    for river in _features("rivers/rivers.geojson"):
        _place_river(axes, river, taken, language, halo)
    for town in _towns(axes, language)[:_MOST_TOWNS]:
        _place_town(axes, town, symbols, taken, halo)


def _features(name: str) -> list[dict[str, Any]]:
    return [{**f["properties"], "geometry": shape(f["geometry"])} for f in layers.read_features(name)]


def _name(record: dict[str, Any], language: str) -> str:
    return str((record.get(f"name_{language}") if language != "en" else None) or record["name"])


def _place_province(axes: Axes, province: dict[str, Any], taken: list[Box], language: str, halo: Any) -> None:
    lon, lat = (value / SCALE for value in layers.label_point(province["geometry"]))
    name = _name(province, language)
    spaced = " ".join(name.upper()) if language == "en" else "  ".join(name)
    xy = geodesy.to_cone_xy(np.array([lon]), np.array([lat]))[0]
    label = axes.annotate(
        spaced, xy, ha="center", va="center", fontsize=6, color=style.LIGHT["faint"], path_effects=halo, zorder=3
    )
    _keep_if_free(axes, label, taken)


def _place_river(axes: Axes, river: dict[str, Any], taken: list[Box], language: str, halo: Any) -> None:
    """Write a river's name beside its line, at the first of some stretches where there is room, along its direction."""
    from borderatlas.layers import chainage, rivers

    length = rivers.get_river(river["river"]).length_km
    for share in (0.62, 0.5, 0.4, 0.7, 0.3, 0.8):
        spots = np.array([chainage.point_at(river["river"], length * s) for s in (share - 0.03, share + 0.03)])
        (x0, y0), (x1, y1) = axes.transData.transform(geodesy.to_cone_xy(spots[:, 0], spots[:, 1]))
        angle = (np.degrees(np.arctan2(y1 - y0, x1 - x0)) + 90) % 180 - 90
        x, y = axes.transData.inverted().transform(((x0 + x1) / 2, (y0 + y1) / 2))
        label = axes.annotate(
            _name(river, language), (x, y), (0, 7), textcoords="offset points", rotation=angle, ha="center", va="center", style="italic",
            fontsize=7, color=style.LIGHT["water_text"], path_effects=halo, zorder=3.2,
        )  # fmt: skip
        if _keep_if_free(axes, label, taken):
            return


def _towns(axes: Axes, language: str) -> list[dict[str, Any]]:
    """Give the towns in the map, by rank and then by nearness to the border (the order of the layer)."""
    columns = towns()
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    out = []
    for row in rows:
        x, y = geodesy.to_cone_xy(np.array([row["lon"] / SCALE]), np.array([row["lat"] / SCALE]))[0]
        if west < x < east and south < y < north:
            out.append(
                {
                    "name": (row.get(language) or row["name"]) if language != "en" else row["name"],
                    "xy": (x, y),
                    "rank": row["rank"],
                }
            )
    return out


def _place_town(axes: Axes, town: dict[str, Any], symbols: list[Box], taken: list[Box], halo: Any) -> None:
    """Write a town's name on the first side where there is room; a town without room has no dot either."""
    dot = _dot(axes, town["xy"])
    over = next((symbol for symbol in symbols if _overlap(dot, symbol)), None)
    if over is None and any(_overlap(dot, box) for box in taken):
        return
    beside = _beside(axes, town["xy"], over)
    for x, y, ha, va in _SIDES:
        label = axes.annotate(
            town["name"], beside(x, y), xycoords="figure points", ha=ha, va=va, fontsize=_SIZES[town["rank"]], path_effects=halo,
            weight="bold" if town["rank"] == 1 else "normal", color=style.LIGHT["ink"], zorder=3.5, annotation_clip=False,
        )  # fmt: skip
        if _keep_if_free(axes, label, taken):
            if over is None:
                axes.plot(
                    *town["xy"],
                    "o",
                    markersize=2.2,
                    markerfacecolor="white",
                    markeredgecolor=style.LIGHT["ink"],
                    markeredgewidth=0.5,
                    zorder=3.4,
                )
                taken.append(dot)
            return


def _beside(axes: Axes, xy: tuple[float, float], over: Box | None) -> Callable[[float, float], tuple[float, float]]:
    """Give the spot on a side of a town, or of the symbol that covers it, points from the page's corner."""
    scale = axes.figure.dpi / 72
    if over is None:
        middle, reach = axes.transData.transform(xy), np.array([4.0, 4.0])
    else:
        middle, reach = over.mean(axis=0), (over[1] - over[0]) / 2 / scale + 2

    def spot(x: float, y: float) -> tuple[float, float]:
        at = middle / scale + np.array([x, y]) * reach
        return float(at[0]), float(at[1])

    return spot


def _dot(axes: Axes, xy: tuple[float, float]) -> Box:
    at = axes.transData.transform(xy)
    return np.array([at - 3, at + 3])


def _keep_if_free(axes: Axes, label: Annotation, taken: list[Box]) -> bool:
    """Keep a name that covers nothing and lies inside the map; take it away otherwise."""
    box = label.get_window_extent().padded(_GAP_PX).get_points()
    frame = axes.get_window_extent()
    margin = _FROM_EDGE * frame.width
    inside = (
        box[0][0] > frame.x0 + margin
        and box[1][0] < frame.x1 - margin
        and box[0][1] > frame.y0 + margin
        and box[1][1] < frame.y1 - margin
    )
    if inside and not any(_overlap(box, other) for other in taken):
        taken.append(box)
        return True
    label.remove()
    return False


def _overlap(one: Box, other: Box) -> bool:
    return bool(
        one[0][0] < other[1][0] and other[0][0] < one[1][0] and one[0][1] < other[1][1] and other[0][1] < one[1][1]
    )
