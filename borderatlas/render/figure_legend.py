"""The legend of a figure: types with their numbers, and what each precision looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from borderatlas.incidents.glyphs import PLAIN
from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.render import style
from borderatlas.render.figure_symbols import paint_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

_TYPES_WIDTH = 0.66
_FEW = (3, 3)
_MANY = (5, 4)
"""Rows and columns of types, as long as they are few, and at most."""

_LONGEST = {_FEW: 38, _MANY: 24}
"""Characters of a type's name that there is room for."""
_MARK = PLAIN._asdict()


def draw_legend(axes: Axes, table: pd.DataFrame, words: Mapping[str, str], language: str) -> None:
    """Draw the legend into axes whose coordinates run from 0 to 1."""
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.axis("off")
    _heading(axes, 0.0, words["types"])
    lines = _types(table, words, language)
    grid = _FEW if len(lines) <= _FEW[0] * _FEW[1] else _MANY
    for place, (label, mark) in enumerate(lines):
        x, y = _spot(place, grid)
        paint_mark(axes, (x, y), mark, solid=True)
        axes.text(x + 0.014, y, label, va="center", fontsize=6)
    _heading(axes, _TYPES_WIDTH + 0.04, words["precisions"])
    for place, name in enumerate(("exact", "settlement", "river_reach", "area")):
        y = 0.73 - place * 0.215
        _sample(axes, _TYPES_WIDTH + 0.06, y, name)
        axes.text(_TYPES_WIDTH + 0.088, y, words[name], va="center", fontsize=6)


def _heading(axes: Axes, x: float, text: str) -> None:
    axes.text(x, 1.0, text, fontsize=6.8, weight="bold", va="top")


def _spot(place: int, grid: tuple[int, int]) -> tuple[float, float]:
    rows, columns = grid
    column, row = divmod(place, rows)
    return 0.008 + column * _TYPES_WIDTH / columns, 0.78 - 0.1 * (3 / rows) - row * 0.81 / rows


def _types(table: pd.DataFrame, words: Mapping[str, str], language: str) -> list[tuple[str, dict[str, Any]]]:
    """Give label and mark of every type, the commonest first; those that there is no room for share the last line."""
    marks = {mark["type"]: mark for mark in table["mark"]}
    order = sorted(marks.values(), key=lambda mark: (-mark["number"], mark["type"]))
    most = _MANY[0] * _MANY[1]
    named, rest = (order, []) if len(order) <= most else (order[: most - 1], order[most - 1 :])
    room = _LONGEST[_FEW if len(named) <= _FEW[0] * _FEW[1] else _MANY]
    lines = [(f"{_shortened(type_words(mark['type'], language), room)} ({mark['number']})", mark) for mark in named]
    if rest:
        lines.append((f"{words['other']} ({sum(mark['number'] for mark in rest)})", {**_MARK}))
    return lines


def _shortened(label: str, room: int) -> str:
    return label if len(label) <= room else label[: room - 1] + "…"


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
