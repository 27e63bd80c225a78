"""Symbols of a figure: one incident by colour and shape, several at one place as a number with the shares of their types."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from math import hypot, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.offsetbox import AnnotationBbox, DrawingArea
from matplotlib.patches import Circle, Wedge
from matplotlib.path import Path as MarkerPath
from matplotlib.text import Text

from borderatlas.incidents.glyphs import OUTLINES
from borderatlas.layers import geodesy
from borderatlas.render import style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SIZE_PT = 5.4
"""Across a symbol, points: twice the radius in which outlines are given."""

_TOUCHING = 0.85
_POINTS_PER_INCH = 72


@dataclass
class Stack:
    """Incidents that share a symbol: at `xy` (metres in the cone), drawn at `spot` (points from the page's corner)."""

    xy: tuple[float, float]
    spot: tuple[float, float]
    solid: bool
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def radius_pt(self) -> float:
        """Radius of the symbol, points."""
        return SIZE_PT / 2 if len(self.rows) == 1 else 4.2 + min(sqrt(len(self.rows)) * 0.75, 6.0)


def stacks_of(axes: Axes, table: pd.DataFrame) -> list[Stack]:
    """Take incidents at one place together, and neighbours that would cover each other.

    A stack stands on the place that has most of its incidents, never on a position that nobody reported.
    """
    located = table[table["longitude"].notna()]
    places: dict[tuple[float, float], list[dict[str, Any]]] = {}
    for row in located.to_dict("records"):
        places.setdefault((row["longitude"], row["latitude"]), []).append(row)
    stacks: list[Stack] = []
    for (lon, lat), rows in sorted(places.items(), key=lambda one: (-len(one[1]), one[0])):
        x, y = geodesy.to_cone_xy(np.array([lon]), np.array([lat]))[0]
        if axes.get_xlim()[0] < x < axes.get_xlim()[1] and axes.get_ylim()[0] < y < axes.get_ylim()[1]:
            _add(stacks, Stack((x, y), _points(axes, (x, y)), any(row["solid"] for row in rows), rows))
    return stacks


def _points(axes: Axes, xy: tuple[float, float]) -> tuple[float, float]:
    pixels = axes.transData.transform(xy)
    x, y = pixels * _POINTS_PER_INCH / axes.figure.dpi
    return float(x), float(y)


def _add(stacks: list[Stack], new: Stack) -> None:
    for old in stacks:
        gap = hypot(old.spot[0] - new.spot[0], old.spot[1] - new.spot[1])
        if gap < _TOUCHING * (old.radius_pt + new.radius_pt):
            if new.solid and not old.solid:
                old.xy, old.spot, old.solid = new.xy, new.spot, True
            old.rows += new.rows
            return
    stacks.append(new)


def paint_symbols(axes: Axes, stacks: list[Stack]) -> list[Any]:
    """Draw symbols, hollow ones below; give the boxes they cover, pixels."""
    for level, stack in enumerate(sorted(stacks, key=lambda s: (s.solid, -len(s.rows)))):
        if len(stack.rows) == 1:
            paint_mark(axes, stack.xy, stack.rows[0]["mark"], solid=stack.solid, level=4 + level / 1e4)
        else:
            _paint_number(axes, stack, 4 + level / 1e4)
    scale = axes.figure.dpi / _POINTS_PER_INCH
    return [
        np.array([[x - r, y - r], [x + r, y + r]]) * scale
        for (x, y), r in ((s.spot, s.radius_pt + 0.8) for s in stacks)
    ]


def paint_mark(
    axes: Axes, xy: tuple[float, float], mark: dict[str, Any], *, solid: bool, level: float = 4, **more: Any
) -> None:
    """Draw the symbol of a type: filled where the spot is meant, hollow where it stands for an area."""
    drawn: dict[str, Any] = {
        "marker": marker_of(mark["shape"]), "markersize": SIZE_PT * _reach(mark["shape"]), "linestyle": "none", "zorder": level,
    }  # fmt: skip
    ink = style.LIGHT["ink"]
    if solid:
        axes.plot(*xy, **drawn, markerfacecolor=mark["colour"], markeredgecolor=ink, markeredgewidth=0.5, **more)
        return
    axes.plot(
        *xy, **drawn, markerfacecolor="white", markeredgecolor=ink, markeredgewidth=1.9, **more
    )  # or yellow is lost
    axes.plot(*xy, **drawn, markerfacecolor="white", markeredgecolor=mark["colour"], markeredgewidth=1.1, **more)


@cache
def marker_of(shape: str) -> MarkerPath:
    """Give a glyph's outline as matplotlib's marker; its y runs up, the page's down."""
    corners = [(x, -y) for x, y in OUTLINES[shape]]
    return MarkerPath([*corners, corners[0]], closed=True)


def _reach(shape: str) -> float:
    """Give how far an outline reaches from its middle: matplotlib makes every marker as large as its largest number."""
    return max(abs(at) for point in OUTLINES[shape] for at in point)


def _paint_number(axes: Axes, stack: Stack, level: float) -> None:
    """Draw a disc with the number, and round it the shares of types."""
    radius = stack.radius_pt
    area = DrawingArea(2 * radius, 2 * radius, 0, 0)
    start = 90.0
    for mark, count in _shares(stack.rows):
        turn = 360.0 * count / len(stack.rows)
        area.add_artist(
            Wedge(
                (radius, radius),
                radius,
                start - turn,
                start,
                facecolor=mark["colour"],
                edgecolor="white",
                linewidth=0.25,
            )
        )
        start -= turn
    inner, number = (style.LIGHT["ink"], "white") if stack.solid else ("white", style.LIGHT["ink"])
    area.add_artist(Circle((radius, radius), radius - 1.7, facecolor=inner, edgecolor="none"))
    area.add_artist(Circle((radius, radius), radius, facecolor="none", edgecolor=style.LIGHT["ink"], linewidth=0.4))
    area.add_artist(
        Text(
            radius,
            radius,
            str(len(stack.rows)),
            color=number,
            fontsize=5.4,
            weight="bold",
            ha="center",
            va="center_baseline",
        )
    )
    axes.add_artist(AnnotationBbox(area, stack.xy, frameon=False, pad=0, box_alignment=(0.5, 0.5), zorder=level))


def _shares(rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], int]]:
    counts: dict[str, int] = {}
    marks = {row["mark"]["type"]: row["mark"] for row in rows}
    for row in rows:
        counts[row["mark"]["type"]] = counts.get(row["mark"]["type"], 0) + 1
    order = sorted(counts, key=lambda kind: (-marks[kind]["number"], kind))
    return [(marks[kind], counts[kind]) for kind in order]
