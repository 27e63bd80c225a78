"""Other people's tables, taken as they are: their columns recognised, their values put into this project's words.

What is not recognised is carried along untouched, in its place. A table of this project's own passes through.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, column_name, kind_of
from borderatlas.incidents.foreign_columns import (
    ACLED,
    LAT_LON,
    PLACING,
    UCDP,
    Scheme,
    is_date_word,
    meaning_of,
    plain_header,
    scheme_of,
)
from borderatlas.incidents.foreign_values import (
    DATE_PRECISION_WORDS,
    PRECISION_OF_GEO,
    PRECISION_OF_WHERE,
    TIME_WORDS,
    country_code,
    degrees,
    lat_lon,
    local_type,
    type_of_acled,
)
from borderatlas.incidents.hemispheres import with_hemispheres
from borderatlas.incidents.resaved import as_meant
from borderatlas.incidents.sheets import Row, Sheet, is_empty
from borderatlas.reports.written_dates import DateOrder, date_order, iso_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_OWN = ({"id", "event_type", "precision"}, {"draft_hash"}, {"review_status", "precision"})
"""Columns by which a table of this project is told: all of one of these sets."""

_ORDER_SAID: Mapping[DateOrder, str] = {
    "day-first": "day first (3/4 is 3 April); --dates month-first says else",
    "month-first": "month first (3/4 is 4 March); --dates day-first says else",
}
_MONTH_LENGTH = len("2010-06")
_WIDE = "，；、"
_LISTED = 12  # columns that a line names


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table under this project's names.

    Attributes
    ----------
    sheet : Sheet
        Recognised columns under their known names, where they stood in the file; what follows from them behind.
    columns : dict of str to str
        Known name → the file's own, for the columns that are called otherwise there.
    scheme : Scheme or None
    notes : tuple of str
        Lines for people: what was recognised, how dates were read.
    """

    sheet: Sheet
    columns: Mapping[str, str] = field(default_factory=dict)
    scheme: Scheme | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Tell whether the table is somebody else's: some column is called otherwise than here."""
        return bool(self.columns)


def recognise(sheet: Sheet, *, chosen: Mapping[str, str] | None = None, order: DateOrder | None = None) -> Recognised:
    """Put a table of whatever origin under this project's names and words.

    Parameters
    ----------
    sheet : Sheet
        As a format's reader gives it.
    chosen : dict of str to str, optional
        Known column → the table's column, for those that are not found by themselves.
    order : {"day-first", "month-first"}, optional
        How to take dates such as 3/4/2019; by default each column's own dates tell, and the day comes first where
        they do not.

    Returns
    -------
    Recognised
        Given coordinates are the same numbers; a value that cannot be read stays as it is.

    Raises
    ------
    TableError
        When `chosen` names a column that is not there, or means one that is not known.
    """
    picked = _picked(sheet, chosen or {})
    sheet = _without_blank_rows(sheet)
    if not picked and is_own(sheet.names):
        meant, told = as_meant(sheet, order)
        return Recognised(meant, notes=tuple(told))
    scheme = scheme_of(sheet.names)
    meaning = _meanings(sheet, picked, scheme)
    unlike = _unlike(sheet, meaning)
    renamed = {known: name for name, known in meaning.items() if known != column_name(name)}
    table, notes = _translated(
        sheet, meaning, {*renamed, *picked.values(), *(scheme.columns.values() if scheme else ())}, order
    )
    table, turned = with_hemispheres(_completed(table, scheme), meaning.values())
    notes = [*notes, *turned, *unlike]
    if not renamed:
        return Recognised(table, notes=tuple(notes))
    return Recognised(table, renamed, scheme, (_described(sheet, renamed, meaning, scheme), *notes))


def _without_blank_rows(sheet: Sheet) -> Sheet:
    """Leave out rows of nothing but separators, as spreadsheets save them."""
    rows = [row for row in sheet.rows if _says_something(row)]
    return sheet if len(rows) == len(sheet.rows) else replace(sheet, rows=rows)


def _says_something(row: Row) -> bool:
    return row.column is not None or any(not is_empty(cell) and str(cell).strip() for cell in row.cells.values())


def is_own(names: Iterable[str]) -> bool:
    """Tell whether a table is of this project's making, by its columns."""
    known = {column_name(name) for name in names}
    return any(signature <= known for signature in _OWN) and scheme_of(names) is None


def places_incidents(names: Iterable[str]) -> bool:
    """Tell whether a table with these columns says where something was, whoever made it."""
    listed = list(names)
    found = {column_name(name) for name in listed} | {meaning_of(name) for name in listed}
    return bool(found & PLACING) or scheme_of(listed) is not None


def what_is_there(names: Sequence[str]) -> str:
    """Say which columns a table has, and what may have kept them from being told apart."""
    if len(names) == 1 and any(mark in names[0] for mark in _WIDE):
        return f"{names[0][:80]!r} is one column, for full-width commas part nothing; write plain ones"
    return f"the columns are {', '.join(name.strip() for name in names)[:200]}"


def chosen_columns(options: Iterable[str]) -> dict[str, str]:
    """Read options such as ``place_name=Ort,date_start=Datum``.

    Raises
    ------
    TableError
        When a part is no pair, or names a column that is not known.
    """
    found: dict[str, str] = {}
    for part in (part for option in options for part in option.split(",") if part.strip()):
        known, equals, theirs = (piece.strip() for piece in part.partition("="))
        if not equals or not theirs or known not in {*COLUMN_TABLE, GEOMETRY, LAT_LON}:
            msg = f"--columns {part}: write KNOWN=THEIRS, as in place_name=Ort; known are place_name, date_start, latitude …"
            raise TableError(msg)
        found[known] = theirs
    return found


def _picked(sheet: Sheet, chosen: Mapping[str, str]) -> dict[str, str]:
    """Give the file's name of each column that was chosen → the known one."""
    plain = {plain_header(name): name for name in reversed(sheet.names)}
    for theirs in chosen.values():
        if plain_header(theirs) not in plain:
            msg = f"{sheet.path}:1 no column {theirs!r}; the columns are {', '.join(sheet.names)[:200]}"
            raise TableError(msg)
    return {plain[plain_header(theirs)]: known for known, theirs in chosen.items()}


def _meanings(sheet: Sheet, picked: Mapping[str, str], scheme: Scheme | None) -> dict[str, str]:
    """Give the file's name of each column that means a known one: what was chosen first, then the scheme, then words."""
    by_scheme = scheme.columns if scheme else {}
    readings = (
        picked,
        {
            name: known
            for low, known in by_scheme.items()
            for name in sheet.names
            if name.strip("\ufeff ").lower() == low
        },
        {name: column_name(name) for name in sheet.names if column_name(name) in {*COLUMN_TABLE, GEOMETRY}},
        {name: known for name in sheet.names if (known := meaning_of(name))},
    )
    found: dict[str, str] = {}
    for number, reading in enumerate(readings):
        for name, known in reading.items():
            guessed = number == len(readings) - 1
            taken = known in found.values() or (known == LAT_LON and "latitude" in found.values())
            if name not in found and not taken and (not guessed or _fits(sheet, name, known)):
                found[name] = known
    return found


def _fits(sheet: Sheet, name: str, known: str) -> bool:
    """Tell whether most of a column's values are what its name promises, where that can be told."""
    values = [value for row in sheet.rows if not is_empty(value := row.cells.get(name))]
    if kind_of(known) == "date" and is_date_word(name):
        return True  # then a cell that is no date is a fault, and told one by one
    return 2 * len(_good(values, known)) >= len(values)


def _good(values: list[Any], known: str) -> list[Any]:
    """Give the values that are what a column holds, where that can be told."""
    if kind_of(known) == "date":
        return [value for value in values if iso_date(value, "day-first")]
    if known == LAT_LON:
        return [value for value in values if lat_lon(value)]
    if kind_of(known) == "number":
        return [value for value in values if _is_number(degrees(value))]
    return values


def _unlike(sheet: Sheet, meaning: Mapping[str, str]) -> list[str]:
    """Note columns that are called like a known one that the table lacks, and hold something else: nobody should miss it."""
    notes = []
    for position, name in enumerate(sheet.names, start=1):
        known = meaning_of(name)
        if (
            known is None
            or name in meaning
            or known in meaning.values()
            or (known == LAT_LON and "latitude" in meaning.values())
        ):
            continue
        values = [value for row in sheet.rows if not is_empty(value := row.cells.get(name))]
        notes.append(
            f"{sheet.path}:1:{position} the column {name.strip()} is not read as {known}: {len(_good(values, known))} of "
            f"{len(values)} cells are such; if it is meant, say --columns {known}={name.strip()}"
        )
    return notes


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def _translated(
    sheet: Sheet, meaning: Mapping[str, str], theirs: Collection[str], order: DateOrder | None
) -> tuple[Sheet, list[str]]:
    """Rename the columns and put their values into this project's forms; a clash of names keeps the recognised one.

    Dates are only read in the columns that are `theirs`: in one of this project's name they are written its way.
    """
    notes: list[str] = []
    orders = {}
    for name, known in meaning.items():
        if kind_of(known) == "date" and known in theirs:
            found = date_order(row.cells.get(name) for row in sheet.rows)
            orders[known] = order or found.order
            if found.is_ambiguous and order is None:
                notes.append(f"{sheet.path}: dates of {name} are read {_ORDER_SAID[found.order]}")
    names = [meaning.get(name, name if column_name(name) not in meaning.values() else f"{name} (as it was)")
             for name in sheet.names]  # fmt: skip
    rows = [_replaced(row, dict(zip(names, (_value(known, row.cells.get(name), orders)
            for name, known in zip(sheet.names, names, strict=True)), strict=True)), sheet, names)
            for row in sheet.rows]  # fmt: skip
    return replace(sheet, names=names, rows=rows), notes


def _replaced(row: Row, cells: dict[str, Any], sheet: Sheet, names: list[str]) -> Row:
    """Give a row with other cells; those that the row does not have (a feature without a property) stay away."""
    there = {new for old, new in zip(sheet.names, names, strict=True) if old in row.cells}
    return replace(row, cells={name: value for name, value in cells.items() if name in there})


def _value(known: str, value: Any, orders: Mapping[str, DateOrder]) -> Any:
    if is_empty(value):
        return value
    if isinstance(value, str) and known in COLUMN_TABLE:
        value = value.strip()
    if known in orders:
        return iso_date(value, orders[known]) or value
    if known in {"latitude", "longitude", "uncertainty_m"}:
        return degrees(value)
    if known == "country":
        return country_code(value)
    if known == "event_type":
        return local_type(value) or value
    return value


# --- what follows from what a table says


def _completed(sheet: Sheet, scheme: Scheme | None) -> Sheet:
    """Add the columns that follow from those that are there: coordinates from a pair, precision from a code."""
    rows = [replace(row, cells=dict(row.cells)) for row in sheet.rows]
    for row in rows:
        if LAT_LON in row.cells and (pair := lat_lon(row.cells[LAT_LON])):
            row.cells["latitude"], row.cells["longitude"] = pair
        if scheme is ACLED:
            _complete_acled(row.cells)
        if scheme is UCDP:
            _complete_ucdp(row.cells)
        if "precision" not in sheet.names and (precision := _precision(row.cells)):
            row.cells["precision"] = precision
    added = dict.fromkeys(name for row in rows for name in row.cells if name not in sheet.names)
    read_from = {"latitude": LAT_LON, "longitude": LAT_LON} if LAT_LON in sheet.names else {}
    return replace(sheet, names=[*sheet.names, *added], rows=rows, read_from=read_from)


def _complete_acled(cells: dict[str, Any]) -> None:
    if cells.get("acled_event_type"):
        cells["event_type"] = type_of_acled(cells.get("acled_event_type"), cells.get("sub_event_type"))
    code = str(cells.get("time_precision") or "").strip().removesuffix(".0")
    cells["time_precision"] = TIME_WORDS.get(code, cells.get("time_precision"))
    _stretch_to_month(cells)


def _complete_ucdp(cells: dict[str, Any]) -> None:
    # Every event of GED is a death by organised violence.
    cells["event_type"] = "shooting"
    code = _whole(cells.get("date_prec"))
    cells["time_precision"] = DATE_PRECISION_WORDS.get(code or 0, "unknown")
    told = [day for part in str(cells.get("source_date") or "").split(";") if (day := iso_date(part, "day-first"))]
    if len(told) > 1:  # an event of several sources lists their dates: the first that told of it
        cells["source_date"] = min(told)


def _stretch_to_month(cells: dict[str, Any]) -> None:
    """Let a date that is no finer than a month cover it: ACLED writes some day of the month."""
    day = str(cells.get("date_start") or "")
    if cells["time_precision"] == "month" and day[:4].isdigit() and len(day) > _MONTH_LENGTH:
        year, month = int(day[:4]), int(day[5:7])
        cells["date_start"] = f"{year:04d}-{month:02d}-01"
        cells["date_end"] = f"{year:04d}-{month:02d}-{monthrange(year, month)[1]}"


def _precision(cells: Mapping[str, Any]) -> str | None:
    where, geo = _whole(cells.get("where_prec")), _whole(cells.get("geo_precision"))
    return PRECISION_OF_WHERE.get(where or 0) or PRECISION_OF_GEO.get(geo or 0)


def _whole(value: Any) -> int | None:
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        return None


def _described(sheet: Sheet, renamed: Mapping[str, str], meaning: Mapping[str, str], scheme: Scheme | None) -> str:
    said = ", ".join(f"{name.strip()} is {known}" for known, name in renamed.items())
    rest = [name.strip() for name in sheet.names if name not in meaning]
    listed = rest if len(rest) <= _LISTED else [*rest[: _LISTED - 1], f"{len(rest) - _LISTED + 1} more"]
    carried = f"; carried along: {', '.join(listed)}" if rest else ""
    return f"{sheet.path}: {f'read as {scheme.name}' if scheme else 'columns recognised'}: {said}{carried}"
