"""The page of a figure: where heading, map, charts, legend and sources stand."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from borderatlas import settings
from borderatlas.files import check_writable, write_whole
from borderatlas.layers.rivers import load_rivers
from borderatlas.render import figure_legend, figure_map, figure_profile, layers, style
from borderatlas.render.figure import DPI, SCREEN_DPI, encode_figure, rc, size_inches
from borderatlas.render.figure_fonts import families

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from borderatlas.render.atlas_map import Bounds
    from borderatlas.render.figure import Kind

# Boxes as shares of the page: left, bottom, width, height.
_HEADING = {"sheet": 0.978, "map": 0.972, "profile": 0.972}
_MAP = {"sheet": (0.045, 0.515, 0.91, 0.415), "map": (0.035, 0.205, 0.93, 0.695)}
_LEGEND = {
    "sheet": (0.045, 0.432, 0.91, 0.066),
    "map": (0.035, 0.072, 0.93, 0.105),
    "profile": (0.05, 0.058, 0.9, 0.09),
}
_CHARTS = {
    "sheet": {"yalu": (0.085, 0.262, 0.87, 0.112), "tumen": (0.085, 0.082, 0.87, 0.112)},
    "profile": {"yalu": (0.06, 0.58, 0.9, 0.25), "tumen": (0.06, 0.215, 0.9, 0.25)},
}
_SOURCES = {"sheet": 0.042, "map": 0.052, "profile": 0.042}
_MOST_PUBLISHERS = 8


class PrintFigure(Figure):
    """A page for print: a matplotlib figure that knows how to write itself, always with the same bytes.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> drawn = ba.figure(pd.DataFrame({"latitude": [41.40], "longitude": [128.18]}), "map")
    >>> note = drawn.text(0.5, 0.01, "Draft")
    >>> drawn.save("one.svg").stat().st_size > 10_000
    True
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        FigureCanvasAgg(self)  # measures text, so that names find room

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = True, dpi: int = DPI) -> Path:
        """Write the figure, whole or not at all.

        Parameters
        ----------
        path : path-like
            Its suffix says the format: ``.png``, ``.svg`` or ``.pdf``.
        overwrite : bool
            Whether a file that is there may be replaced.
        dpi : int
            Resolution of a PNG, dots an inch.

        Returns
        -------
        Path
            What was written.

        Raises
        ------
        RenderError
            When the suffix is none of these.
        OutputError
            When the file is there and may not be replaced, or cannot be written.

        Examples
        --------
        >>> import borderatlas as ba
        >>> import pandas as pd
        >>> drawn = ba.figure(pd.DataFrame({"latitude": [41.40], "longitude": [128.18]}), "profile")
        >>> drawn.save("one.png", dpi=40).read_bytes()[1:4]
        b'PNG'
        """
        target = check_writable(path, overwrite=overwrite)
        return write_whole(target, encode_figure(self, target, dpi))

    def _repr_png_(self) -> bytes:
        return encode_figure(self, pathlib.Path("shown.png"), SCREEN_DPI)


def draw(
    table: pd.DataFrame, kind: Kind, words: Mapping[str, str], language: str, bounds: Bounds | None, note: str | None
) -> PrintFigure:
    """Lay the page out and draw its parts."""
    sources = _sources(table, words)
    types = [figure_legend.type_words(mark["type"], language) for mark in table["mark"]]
    written = [*words.values(), sources, note or "", layers.credit(), *types]
    with mpl.rc_context({**rc(), "font.family": families(language, written)}):
        page = PrintFigure(figsize=size_inches(kind), facecolor="white")
        _heading(page, table, words, _HEADING[kind])
        if kind in _MAP:
            figure_map.draw_map(page, _MAP[kind], table, words, language, bounds or settings.opening_bbox)
        for river, box in _CHARTS.get(kind, {}).items():
            figure_profile.draw_profile(page.add_axes(box), table, load_rivers()[river], words, language)
        figure_legend.draw_legend(page.add_axes(_LEGEND[kind]), table, words, language)
        _small_print(page, [note or "", sources, words["caution"], layers.credit()], _SOURCES[kind])
        return page


def _heading(page: Figure, table: pd.DataFrame, words: Mapping[str, str], top: float) -> None:
    shown = words["shown"].format(n=len(table), rest=int(table["longitude"].isna().sum()))
    years = sorted({day.year for day in table["day"] if day is not None and not pd.isna(day)})
    span = "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) + "   " if years else ""
    page.text(0.045, top, _shortened(words["title"]), fontsize=13, weight="bold", va="top")
    below = top - 21 / (72 * page.get_figheight())
    page.text(0.045, below, f"{span}{shown}", fontsize=7.5, va="top", color=style.LIGHT["soft"])


def _shortened(title: str, most: int = 64) -> str:
    flat = " ".join(title.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _sources(table: pd.DataFrame, words: Mapping[str, str]) -> str:
    counts: Any = table["publisher"].dropna().value_counts()
    if counts.empty:
        return ""
    order = sorted(counts.index, key=lambda name: (-counts[name], name))
    named = ", ".join(f"{_shortened(str(name), 40)} ({counts[name]})" for name in order[:_MOST_PUBLISHERS])
    rest = len(order) - _MOST_PUBLISHERS
    return words["sources"] + named + (words["more"].format(n=rest) if rest > 0 else "")


def _small_print(page: Figure, lines: list[str], top: float) -> None:
    import textwrap

    width = 150 if page.get_figwidth() < page.get_figheight() else 215
    wrapped = [part for line in lines if line for part in textwrap.wrap(line, width)]
    page.text(0.045, top, "\n".join(wrapped), fontsize=5.2, va="top", color=style.LIGHT["soft"], linespacing=1.35)
