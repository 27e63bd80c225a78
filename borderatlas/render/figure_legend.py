"""The legend of a figure: types with their numbers, and what each precision looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.render import style
from borderatlas.render.figure_symbols import paint_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

_ROWS = 3
_TYPES_WIDTH = 0.66
_MARK = {"colour": "#777777", "shape": "circle"}


def draw_legend(axes: Axes, table: pd.DataFrame, words: Mapping[str, str], language: str) -> None:
    """Draw the legend into axes whose coordinates run from 0 to 1."""
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.axis("off")
    _heading(axes, 0.0, words["types"])
    for place, (label, mark) in enumerate(_types(table, words, language)):
        column, row = divmod(place, _ROWS)
        x, y = 0.008 + column * _TYPES_WIDTH / 3, 0.68 - row * 0.27
        paint_mark(axes, (x, y), mark, solid=True)
        axes.text(x + 0.014, y, label, va="center", fontsize=6)
    _heading(axes, _TYPES_WIDTH + 0.04, words["precisions"])
    for place, name in enumerate(("exact", "settlement", "river_reach", "area")):
        y = 0.73 - place * 0.215
        _sample(axes, _TYPES_WIDTH + 0.06, y, name)
        axes.text(_TYPES_WIDTH + 0.088, y, words[name], va="center", fontsize=6)


def _heading(axes: Axes, x: float, text: str) -> None:
    axes.text(x, 1.0, text, fontsize=6.8, weight="bold", va="top")


def _types(table: pd.DataFrame, words: Mapping[str, str], language: str) -> list[tuple[str, dict[str, Any]]]:
    """Give label and mark of every type; those that share a mark share a line."""
    marks = {mark["type"]: mark for mark in table["mark"]}
    order = sorted(marks.values(), key=lambda mark: (-mark["number"], mark["type"]))
    lines = [(f"{type_words(mark['type'], language)} ({mark['number']})", mark) for mark in order if not mark["other"]]
    rest = [mark for mark in order if mark["other"]]
    if rest:
        lines.append((f"{words['other']} ({sum(mark['number'] for mark in rest)})", rest[0]))
    return lines


def type_words(kind: str, language: str) -> str:
    """Give the words for an incident type; a type that the vocabulary lacks is written as the table has it."""
    known = INCIDENT_TYPES.get(kind)
    return str(getattr(known, language)) if known else kind.replace("_", " ") or "–"


def _sample(axes: Axes, x: float, y: float, name: str) -> None:
    """Draw what a precision looks like on the map."""
    ink = style.LIGHT["area"]
    if name == "river_reach":
        axes.plot((x - 0.017, x + 0.017), (y, y), color=ink + "88", linewidth=4, solid_capstyle="round")
        axes.plot((x - 0.017, x + 0.017), (y, y), color=style.LIGHT["river"], linewidth=1)
    elif name == "area":
        axes.add_patch(
            Rectangle(
                (x - 0.017, y - 0.065),
                0.034,
                0.13,
                facecolor=ink + "14",
                edgecolor=ink + "99",
                hatch="/////",
                linewidth=0.5,
                linestyle=(0, (4, 2)),
            )
        )
    elif name == "settlement":
        axes.plot(x, y, "o", markersize=11, markerfacecolor=ink + "14", markeredgecolor=ink + "99", markeredgewidth=0.6)
    paint_mark(axes, (x, y), _MARK, solid=name in {"exact", "settlement"}, level=5)
