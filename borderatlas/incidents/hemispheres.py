"""Columns that say the hemisphere of a coordinate: "40.1, S, 124.4, W" in four cells.

A number beside such a cell is where it says; read alone, it would be a place on the other side of the globe.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.sheets import Row, Sheet, is_empty

if TYPE_CHECKING:
    from collections.abc import Collection

_SIDES = {
    "latitude": frozenset("n s north south 북 남 북위 남위 北 南 北纬 南纬 北緯 南緯".split()),
    "longitude": frozenset("e w east west 동 서 동경 서경 东 西 東 东经 西经 東經 西經".split()),
}
_NEGATIVE = frozenset("s w south west 남 서 남위 서경 南 西 南纬 南緯 西经 西經".split())
# Such words in a column of another name say something else: S for the South of Korea.
_HEADERS = {
    "latitude": re.compile(r"n ?/? ?s|lat(itude)? ?(dir(ection)?|ref|hem(isphere)?|side|n ?/? ?s)|.*hemisphere.*|위도 ?\S+|纬度\S+|남북|南北"),
    "longitude": re.compile(r"e ?/? ?w|lon(g|gitude)? ?(dir(ection)?|ref|hem(isphere)?|side|e ?/? ?w)|.*hemisphere.*|경도 ?\S+|经度\S+|동서|东西"),
}  # fmt: skip


def with_hemispheres(sheet: Sheet, meant: Collection[str]) -> tuple[Sheet, list[str]]:
    """Give coordinates the sign that a column beside them says.

    Parameters
    ----------
    sheet : Sheet
        Under known names.
    meant : collection of str
        Columns that mean something else.

    Returns
    -------
    tuple of Sheet and list of str
        The same sheet when no column says a hemisphere; and a note on each that does.
    """
    notes = []
    for name in ("latitude", "longitude"):
        side = next((other for other in sheet.names if other not in meant and _is_side(sheet, other, name)), None)
        if side is not None and name in sheet.names:
            sheet = replace(sheet, rows=[_turned(row, name, side) for row in sheet.rows])
            notes.append(f"{sheet.path}: {side.strip()} says the hemisphere of {name}")
    return sheet, notes


def _is_side(sheet: Sheet, other: str, name: str) -> bool:
    header = re.sub(r"[\s_\-.]+", " ", unicodedata.normalize("NFKC", other).casefold()).strip()
    values = {_word(value) for row in sheet.rows if not is_empty(value := row.cells.get(other))}
    return bool(values) and values <= _SIDES[name] and _HEADERS[name].fullmatch(header) is not None


def _word(value: Any) -> str:
    return unicodedata.normalize("NFKC", str(value)).casefold().strip(" .°")


def _turned(row: Row, name: str, side: str) -> Row:
    try:
        number = float(row.cells[name])
    except (KeyError, TypeError, ValueError):
        return row
    if number <= 0 or _word(row.cells.get(side)) not in _NEGATIVE:
        return row
    value = row.cells[name]
    return replace(row, cells={**row.cells, name: f"-{value.strip()}" if isinstance(value, str) else -value})
