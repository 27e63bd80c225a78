"""Incidents by the hundred thousand as groups: by cell of H3 (Uber's hexagons), month, type and river.

A point, a town, or what states no precision counts in the cell that holds it, and is drawn as that cell: a group
says "in or about this cell", never "here". What covers ground of its own (a county, a province, a reach) keeps that
ground, because its middle is nowhere that anything was seen; where a table holds more such grounds than a page can
carry, the rest become circles wide enough for all they stand for. What has no place and what has no date are groups
of their own. Nothing is left out: the numbers of the groups add up to the rows of the table.

All coordinates are longitude, latitude on WGS84 (EPSG:4326); distances are metres.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from borderatlas.errors import RenderError
from borderatlas.incidents import partitions
from borderatlas.render import block, ground
from borderatlas.render.arcs import differences
from borderatlas.render.towns import SCALE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

FINEST, COARSEST = 7, 3
"""Resolutions of H3 that are chosen by themselves: cells about 2.4 km to 120 km across."""

MOST_GROUPS = 250_000
MOST_CELLS = 20_000
"""The finest cells are taken with which there are no more groups and cells than these."""

MOST_GROUNDS = 2000
"""So many distinct grounds keep their outlines, those of most incidents first."""

POINTLIKE = ("exact", "settlement", "unstated")
"""Precisions that count in the cell that holds their point."""

LAST_RESOLUTION = 15

_ROUND = 2**26
"""More than there are integers in a turn of longitude."""

_LARGEST = 2**62

_SHIFT = np.array([90, 180])
"""Makes latitudes and longitudes positive."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of incidents, in the form that the page's data are written from.

    Attributes
    ----------
    table : DataFrame
        One row a group, with the columns of `borderatlas.render.intake.checked`; ``precision`` is ``cell`` for one
        that stands for a cell.
    grounds : list of dict
        As `borderatlas.render.ground.footprints` gives them.
    used : array of int32
        For every row the index of its ground: first the `grounds`, then the cells; -1 for none.
    columns : dict of str to array
        ``weight`` (how many incidents), ``publishers`` (how many of them), ``from`` and ``to`` (days since
        1970-01-01, the first of a month and the last of one).
    cells : dict
        ``ids`` of H3 as hexadecimals and ``lines``, the outline of each, as `borderatlas.render.layers.encode` has them.
    resolution : int
        Of H3.
    cell_m : int
        How far it is across a cell, between two sides, metres: the mean over the Earth.
    """

    table: pd.DataFrame
    grounds: list[dict[str, Any]]
    used: NDArray[np.int32]
    columns: dict[str, NDArray[Any]]
    cells: dict[str, list[Any]]
    resolution: int
    cell_m: int

    def about(self) -> dict[str, Any]:
        """Say for the page what its groups are."""
        return {
            "resolution": self.resolution,
            "cell_m": self.cell_m,
            "incidents": int(self.columns["weight"].sum(dtype=np.int64)),
        }


def is_wanted(number: int, aggregate: bool | int | None) -> bool:
    """Tell whether a map of so many incidents shows groups; None leaves it to their number.

    Raises
    ------
    RenderError
        When a resolution is none of H3's, or the package is not there.
    """
    if aggregate is None:
        aggregate = number > partitions.MANY_INCIDENTS
    if aggregate is False:
        return False
    if aggregate is not True and aggregate not in range(LAST_RESOLUTION + 1):
        msg = f"aggregate={aggregate!r} is no resolution of H3; give 0 (coarse) to {LAST_RESOLUTION} (fine), True or False"
        raise RenderError(msg)
    if find_spec("h3") is None:
        msg = (
            f"{number:,} incidents are shown as groups by cell, which needs h3; pip install 'borderatlas[maps]', "
            "or draw each by itself with aggregate=False (--no-aggregate)"
        )
        raise RenderError(msg)
    return True


def grouped(table: pd.DataFrame, aggregate: bool | int | None = None) -> Groups:
    """Group incidents by cell (or by the ground they cover), month, type and river.

    Parameters
    ----------
    table : DataFrame
        As `borderatlas.render.intake.checked` gives it.
    aggregate : int, optional
        Resolution of H3; True or None for the finest with at most `MOST_GROUPS` groups and `MOST_CELLS` cells.

    Returns
    -------
    Groups
    """
    pointlike = table["precision"].isin(POINTLIKE).to_numpy()
    grounds, of_ground = _grounds(table, ~pointlike & table["precision"].ne("unlocated").to_numpy())
    months = _months(table)
    parts = [_counted(found) for found in months] + [block.codes_of(table[name])[1] for name in ("event_type", "river")]
    fixed = None if aggregate in {True, None} else int(aggregate)
    resolution, cells, of_cell = _cells(table, of_ground < 0, parts, fixed)
    place = np.where(of_ground >= 0, of_ground, len(grounds) + of_cell)  # no place: the number after the last cell
    precisions, precision = _precisions(table, pointlike)
    group = _one_number(place, precision, *parts)  # those of one place in a row, in the order of time
    return _written(table, group, grounds, cells, resolution, (precisions, precision), place, months)


def _months(table: pd.DataFrame) -> tuple[Integers, Integers]:
    """Give the first and the last month of every row, counted from 1970-01; `block.NOTHING` for none.

    A start alone is that one day, and so is one with an end before it.
    """
    start, end = block.days(table["date_start"], last=False), block.last_days(table)
    end = np.where((end == block.NOTHING) | (end < start), start, end)
    first, last = (
        np.where(
            days == block.NOTHING, block.NOTHING, days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        )
        for days in (start.astype(np.int64), end.astype(np.int64))
    )
    return first, last


def _counted(months: Integers) -> Integers:
    """Give months counted from the first there is as 1; 0 for none."""
    dated = months != block.NOTHING
    return np.where(dated, months - months[dated].min(initial=2**40) + 1, 0)


def _cells(
    table: pd.DataFrame, without_ground: NDArray[np.bool_], parts: list[Integers], fixed: int | None
) -> tuple[int, list[int], Integers]:
    """Give the resolution, the cells that are used, in order, and each row's among them; of none, their number."""
    from h3.api.basic_int import cell_to_parent

    points = np.flatnonzero(without_ground & table["latitude"].notna().to_numpy())
    degrees = table[["latitude", "longitude"]].to_numpy(dtype=float)[points]
    whole = np.rint(degrees * SCALE).astype(np.int64) + _SHIFT * SCALE
    of_spot, numbers = pd.factorize(whole[:, 0] * _ROUND + whole[:, 1])
    spots = np.column_stack(np.divmod(numbers, _ROUND)) / SCALE - _SHIFT
    resolution = FINEST if fixed is None else fixed
    found, of_found = _cells_of(spots, resolution)
    other = _one_number(*(part[points] for part in parts))
    while fixed is None and resolution > COARSEST and _too_many(of_found[of_spot], len(found), other):
        resolution -= 1
        parents = np.array([cell_to_parent(int(cell)) for cell in found], dtype=np.uint64)
        found, of_parent = np.unique(parents, return_inverse=True)  # nearly those of the spots: enough to choose by
        of_found = of_parent[of_found]
    found, of_found = _cells_of(spots, resolution)
    cells = np.full(len(table), len(found), dtype=np.int64)
    cells[points] = of_found[of_spot]
    return resolution, found.tolist(), cells


def _cells_of(spots: NDArray[np.float64], resolution: int) -> tuple[NDArray[np.uint64], Integers]:
    """Give the cells that hold distinct spots (latitude, longitude), in order, and each spot's among them."""
    from h3.api.basic_int import latlng_to_cell

    cells = np.array([latlng_to_cell(lat, lon, resolution) for lat, lon in spots.tolist()], dtype=np.uint64)
    found, of_found = np.unique(cells, return_inverse=True)
    return found, of_found.reshape(-1).astype(np.int64)


def _too_many(of_cell: Integers, cells: int, other: Integers) -> bool:
    if cells > MOST_CELLS:
        return True
    return len(pd.unique(of_cell * (int(other.max(initial=0)) + 1) + other)) > MOST_GROUPS


def _one_number(*parts: Integers) -> Integers:
    """Give for every row one number in which the first part counts most; parts are 0 and more."""
    number, size = np.zeros(len(parts[0]), dtype=np.int64), 1
    for part in parts:
        more = int(part.max(initial=0)) + 1
        if size * more >= _LARGEST:
            number = pd.factorize(number, sort=True)[0]
            size = int(number.max(initial=0)) + 1
        number, size = number * more + part, size * more
    dense: Integers = pd.factorize(number, sort=True)[0].astype(np.int64)
    return dense


def _precisions(table: pd.DataFrame, pointlike: NDArray[np.bool_]) -> tuple[list[str], Integers]:
    """Give the precisions of groups, and each row's among them: points are known by their cell."""
    words = table["precision"].where(~pointlike, "cell")
    codes, names = pd.factorize(words, sort=True)
    return list(names), codes.astype(np.int64)


def _grounds(table: pd.DataFrame, wide: NDArray[np.bool_]) -> tuple[list[dict[str, Any]], Integers]:
    """Give the grounds of wide incidents, those of most incidents first, and each row's; -1 for one that has none."""
    of_row = np.full(len(table), -1, dtype=np.int64)
    rows = np.flatnonzero(wide)
    if not len(rows):
        return [], of_row
    codes, distinct = pd.factorize(_ground_keys(table.iloc[rows]))
    counts = np.bincount(codes, minlength=len(distinct))
    kept = np.argsort(-counts, kind="stable")[:MOST_GROUNDS]
    first = np.full(len(distinct), len(rows), dtype=np.int64)
    np.minimum.at(first, codes, np.arange(len(rows)))
    found, used = ground.footprints(table.iloc[rows[first[kept]]])
    of_key = np.full(len(distinct), -1, dtype=np.int64)
    of_key[kept] = used
    of_row[rows] = of_key[codes]
    return found, of_row


def _ground_keys(table: pd.DataFrame) -> NDArray[Any]:
    """Give what tells the ground of one row from another's: its geometry, or what it is made from."""
    geometry = table["geometry"].to_numpy(dtype=object)
    digests = np.full(len(table), b"", dtype=object)
    outlined = np.flatnonzero(~np.isin(shapely.get_type_id(geometry), ground.POINTS))
    for start in range(0, len(outlined), 10_000):  # not all outlines at once
        part = outlined[start : start + 10_000]
        digests[part] = [hashlib.blake2b(w, digest_size=16).digest() for w in shapely.to_wkb(geometry[part])]
    said = ["precision", "bank", *(["outline"] if "outline" in table else [])]
    made = sorted({name for names in ground.MADE_FROM.values() for name in names})
    parts = [pd.factorize(table[name])[0] + 1 for name in said]
    parts += [np.where(digests == b"", pd.factorize(table[name])[0] + 1, 0) for name in made]
    parts.append(pd.factorize(digests)[0])
    return _one_number(*[part.astype(np.int64) for part in parts])


def _written(
    table: pd.DataFrame, group: Integers, grounds: list[dict[str, Any]], cells: list[int], resolution: int,
    precision: tuple[list[str], Integers], place: Integers, months: tuple[Integers, Integers],
) -> Groups:  # fmt: skip
    from h3.api.basic_int import average_hexagon_edge_length, cell_to_latlng, int_to_str

    number = int(group.max(initial=-1)) + 1
    first = np.full(number, len(table), dtype=np.int64)
    np.minimum.at(first, group, np.arange(len(table)))
    middles = np.array([cell_to_latlng(cell) for cell in cells] or np.empty((0, 2)), dtype=float)
    kept = ["latitude", "longitude", "precision", "event_type", "river"]
    groups = table[kept].iloc[first].reset_index(drop=True)
    at = place[first] - len(grounds)
    in_cell = (at >= 0) & (at < len(cells))
    on_ground = at < 0
    groups.loc[on_ground, ["latitude", "longitude"]] = _points_of(table, place)[place[first[on_ground]]]
    groups.loc[in_cell, ["latitude", "longitude"]] = middles[at[in_cell]]
    groups["precision"] = np.array(precision[0], dtype=object)[precision[1][first]] if number else groups["precision"]
    is_cell = (groups["precision"] == "cell").to_numpy()
    edge_m = float(average_hexagon_edge_length(resolution, unit="m"))
    groups["uncertainty_m"] = _widest(table, group, number) + np.where(in_cell & ~is_cell, edge_m, 0.0)
    groups["river_km_from"], groups["river_km_to"] = _reaches(table, group, number)
    used = np.where(on_ground | (is_cell & in_cell), place[first], -1).astype(np.int32)
    groups[[name for name in (*block.CODED, *block.TEXTS) if name not in kept]] = None
    outlines = {"ids": [int_to_str(cell) for cell in cells], "lines": [_outline(cell) for cell in cells]}
    columns = {"weight": _small(np.bincount(group, minlength=number)), "publishers": _publishers(table, group, number)}
    columns |= dict(zip(("from", "to"), _spans(*(found[first] for found in months)), strict=True))
    return Groups(groups, grounds, used, columns, outlines, resolution, round(edge_m * 3**0.5))


def _points_of(table: pd.DataFrame, place: Integers) -> NDArray[np.float64]:
    """Give one point for every place, the first row's that is there: all groups of a ground stand at one spot of it."""
    points = np.full((int(place.max(initial=-1)) + 1, 2), np.nan)
    rows = np.flatnonzero(table["latitude"].notna().to_numpy())[::-1]
    points[place[rows]] = table[["latitude", "longitude"]].to_numpy(dtype=float)[
        rows
    ]  # the last written is the first row
    return points


def _small(numbers: Integers) -> NDArray[Any]:
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))).newbyteorder("<"))


def _widest(table: pd.DataFrame, group: Integers, number: int) -> NDArray[np.float64]:
    """Give the greatest uncertainty of each group, metres; NaN where no row says any."""
    values = pd.to_numeric(table["uncertainty_m"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    widest = np.full(number, np.nan)
    np.fmax.at(widest, group, values)
    return widest


def _reaches(table: pd.DataFrame, group: Integers, number: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the first and the last river kilometre of each group; NaN where no row says any."""
    low, high = np.full(number, np.nan), np.full(number, np.nan)
    km = [
        pd.to_numeric(table[n], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        for n in ("river_km_from", "river_km_to")
    ]
    for values in km:
        np.fmin.at(low, group, values)
        np.fmax.at(high, group, values)
    return low, high


def _publishers(table: pd.DataFrame, group: Integers, number: int) -> NDArray[Any]:
    """Count the distinct publishers of each group; what is not stated is none."""
    words, codes = block.codes_of(table["publisher"])
    pairs = pd.unique((group * len(words) + codes)[codes > 0])
    return _small(np.bincount(pairs // len(words), minlength=number))


def _spans(start: Integers, end: Integers) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Give the first day of first months and the last day of last ones."""
    opened = start.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    closed = (end + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - 1
    return (
        np.where(start == block.NOTHING, block.NOTHING, opened).astype("<i4"),
        np.where(end == block.NOTHING, block.NOTHING, closed).astype("<i4"),
    )


def _outline(cell: int) -> list[int]:
    """Give the outline of a cell, closed; where it crosses the antimeridian, on the side of its first corner."""
    from h3.api.basic_int import cell_to_boundary

    corners = [(lon, lat) for lat, lon in cell_to_boundary(cell)]
    west = corners[0][0]
    corners = [(lon - 360 * round((lon - west) / 360), lat) for lon, lat in corners]
    return differences(np.rint(np.array([*corners, corners[0]]) * SCALE).astype(np.int64))
