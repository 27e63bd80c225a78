"""What a row says, whatever file it stood in: so that an edit is seen, and only an edit.

A cell that is empty and one that is missing say the same; so do ``41.40`` and ``41.4``, and a footprint that is the
point of the row's coordinates and none. Coordinates count to six decimals, a tenth of a metre.
"""

from __future__ import annotations

import math
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, kind_of
from borderatlas.incidents.sheets import Cell, as_text, geometry_of, point_of, without_midnight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

HASH = "draft_hash"
_DECIMALS = 6
_DIGITS = 12
_MOST_WKT = 32_000  # characters: a cell of a spreadsheet holds 32,767, and cuts or breaks what is longer


def said(cells: Mapping[str, Any]) -> dict[str, str]:
    """Give what a row's known cells say, as text, without the empty ones and without the fingerprint itself.

    Parameters
    ----------
    cells : mapping
        Known name → value, as a file or a data frame has it; ``geometry`` in any form.
    """
    found = {name: _said(name, value) for name, value in cells.items() if name in COLUMN_TABLE and name != HASH}
    found[GEOMETRY] = _ground(cells)
    return {name: text for name, text in found.items() if text}


def fingerprint(cells: Mapping[str, Any]) -> str:
    """Give twelve digits for what a row says: the same for the same, in every format."""
    lines = "\n".join(f"{name}\0{text}" for name, text in sorted(said(cells).items()))
    digits = sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()
    return "abcdef"[int(digits[0], 16) % 6] + digits[1:_DIGITS]  # no spreadsheet takes it for a number


def is_touched(cells: Mapping[str, Any]) -> bool:
    """Tell whether a person has touched a row: it is not as it was drafted, or a column of hers says something."""
    own = (value for name, value in cells.items() if name not in COLUMN_TABLE and name != GEOMETRY)
    noted = any(value is not None and value != "" for value in own)
    return noted or not cells.get(HASH) or fingerprint(cells) != cells[HASH]


def _said(name: str, value: Any) -> str:
    if value is None:
        return ""
    if kind_of(name) in {"whole", "number"}:
        return _number(value)
    text = (as_text(value) or "").replace("\r\n", "\n")
    return without_midnight(text) if kind_of(name) == "date" else text


def _number(value: Any) -> str:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value)
    return "" if math.isnan(number) else f"{number + 0.0:.12g}"  # spreadsheets keep 15 digits


def _ground(cells: Mapping[str, Any]) -> str:
    import shapely

    value = cells.get(GEOMETRY)
    try:
        geometry = geometry_of(value, Cell("", 0, 0))
    except ValueError:  # a person wrote what is no geometry: that says something too
        return str(value)
    point = point_of(cells)
    if geometry is None or geometry.is_empty:
        return ""
    rounded = _rounded(geometry)
    if point is not None and rounded.equals_exact(_rounded(point), 0):
        return ""
    return str(shapely.to_wkt(rounded, rounding_precision=_DECIMALS))


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    import shapely

    found: BaseGeometry = shapely.transform(geometry, lambda pairs: pairs.round(_DECIMALS) + 0.0)
    return found


def fitted(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """Give a footprint as a table holds it: six decimals, and no more vertices than a cell of a spreadsheet takes.

    Of the outlines that are shipped only those of some provinces and whole rivers are longer; they are simplified by
    the least tolerance (from 10 m, doubled) that makes them fit.
    """
    import shapely

    if geometry is None or geometry.geom_type == "Point":
        return geometry
    found, tolerance = _rounded(geometry), 0.0001  # degrees: about 10 m
    while (
        shapely.get_num_coordinates(found) > 1 and len(shapely.to_wkt(found, rounding_precision=_DECIMALS)) > _MOST_WKT
    ):
        found, tolerance = _rounded(geometry.simplify(tolerance)), tolerance * 2
        if tolerance > 1:  # many small parts: they stay as they are
            return _rounded(geometry)
    return found
