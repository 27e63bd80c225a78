"""The chart of river kilometre and time: where along a river incidents were reported, and when."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

from borderatlas.layers.datasets import data_path
from borderatlas.render import style
from borderatlas.render.figure_symbols import paint_mark
from borderatlas.render.towns import preferred_names, town_rank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from borderatlas.layers.rivers import River

_TOWN_GAP = 0.028
"""Names of towns along the top stand at least this share of the river's length apart."""

_ONE_YEAR = pd.Timedelta(days=365)


def draw_profile(axes: Axes, table: pd.DataFrame, river: River, words: Mapping[str, str], language: str) -> None:
    """Draw one river's chart: kilometres from the source run right, time runs up.

    A symbol stands at the middle of the stretch that is meant, and a bar shows the stretch; it is hollow where the
    incident is placed no finer than a reach. Undated incidents stand below the dates.
    """
    found = _on(table, river.id)
    dated, undated = found[found["day"].notna()], found[found["day"].isna()]
    first, last = _span(dated)
    _set_axes(axes, river, first, last, words, has_undated=not undated.empty)
    for row in found.to_dict("records"):
        y = date2num(row["day"]) if row["day"] is not None and row["day"] == row["day"] else _undated_level(first, last)
        axes.plot(
            (row["low"], row["high"]),
            (y, y),
            color=style.LIGHT["area"] + "66",
            linewidth=2.2,
            solid_capstyle="butt",
            zorder=2,
        )
        paint_mark(axes, ((row["low"] + row["high"]) / 2, y), row["mark"], solid=row["solid"], level=3, clip_on=False)
    said = words["on_river"].format(n=len(found), all=len(table)) if len(found) else words["none"]
    axes.set_title(words[river.id], loc="left", fontsize=8.5, weight="bold", color=style.LIGHT["water_text"], pad=35)
    axes.annotate(
        said, (0, 1), (34 + 3 * len(words[river.id]), 37), xycoords="axes fraction", textcoords="offset points", fontsize=5.8,
        color=style.LIGHT["soft"],
    )  # fmt: skip
    _paint_towns(axes, river, language)


def _on(table: pd.DataFrame, river: str) -> pd.DataFrame:
    """Give the incidents that lie on a river, each with the kilometres between which it was."""
    there = table[(table["river"] == river) & table["river_km_from"].notna()].copy()
    own = there["river_km_to"].fillna(there["river_km_from"]) - there["river_km_from"]
    wide = there["uncertainty_m"].where(own == 0, 0).fillna(0) / 1000
    there["low"] = (there["river_km_from"] - wide).clip(lower=0)
    there["high"] = there["river_km_from"] + own + wide
    return there[there["precision"].isin(["exact", "settlement", "river_reach", "unstated"])]


def _span(dated: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Give the days between which the chart runs, at least a year apart."""
    if dated.empty:
        return pd.Timestamp("2000-01-01"), pd.Timestamp("2001-01-01")
    first, last = min(dated["day"]), max(dated["day"])
    room = max((last - first) * 0.06, _ONE_YEAR / 4)
    return first - room, last + room


def _undated_level(first: pd.Timestamp, last: pd.Timestamp) -> float:
    return float(date2num(first) - 0.07 * (date2num(last) - date2num(first)))


def _set_axes(
    axes: Axes, river: River, first: pd.Timestamp, last: pd.Timestamp, words: Mapping[str, str], *, has_undated: bool
) -> None:
    low, high = date2num(first), date2num(last)
    axes.set(
        xlim=(0, river.length_km),
        ylim=(low - 0.14 * (high - low) * has_undated, high),
        facecolor=style.LIGHT["land_kp"],
    )
    locator = AutoDateLocator(minticks=3, maxticks=7)
    axes.yaxis.set_major_locator(locator)
    axes.yaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    axes.tick_params(labelsize=5.8, length=2, width=0.5)
    axes.grid(axis="both", color=style.LIGHT["rule"], linewidth=0.4, zorder=0)
    axes.set_xlabel(words["km"], fontsize=5.8, labelpad=1.5)
    if has_undated:
        axes.axhspan(low - 0.14 * (high - low), low, color=style.LIGHT["rule"], alpha=0.45, linewidth=0, zorder=0.5)
        axes.annotate(
            words["undated"],
            (0, _undated_level(first, last)),
            (-3, 0),
            xycoords="data",
            textcoords="offset points",
            fontsize=5.5,
            ha="right",
            va="center",
            annotation_clip=False,
        )


def _paint_towns(axes: Axes, river: River, language: str) -> None:
    """Write the towns along the top, the larger ones first where they would crowd."""
    placed: list[float] = []
    for town in _river_towns(river.id, language):
        km = float(town["river_km"])
        if all(abs(km - other) > _TOWN_GAP * river.length_km for other in placed):
            placed.append(km)
            axes.annotate(
                town["label"], (km, 1.0), (0, 3), xycoords=("data", "axes fraction"), textcoords="offset points", rotation=38, ha="left", va="bottom",
                rotation_mode="anchor", fontsize=5.6, annotation_clip=False,
            )  # fmt: skip
            axes.plot(
                (km, km), (0.97, 1.0), transform=axes.get_xaxis_transform(), color=style.LIGHT["ink"], linewidth=0.6
            )


def _river_towns(river: str, language: str) -> list[dict[str, Any]]:
    """Give the towns on a river's banks by rank; the DPRK's first where two face each other."""
    with data_path("gazetteer/places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["river"] == river and row["kind"] in {"city", "county"}]
    near = [row for row in rows if float(row["border_km"] or 99) < 8]  # noqa: PLR2004 - a riverside seat, km
    near.sort(key=lambda row: (row["country"] != "KP", town_rank(row), row["place_id"]))
    other = preferred_names() if language != "en" else {}
    return [{**row, "label": other.get((row["place_id"], language)) or row["name"]} for row in near]
