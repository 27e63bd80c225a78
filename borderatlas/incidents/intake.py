"""Any incident table as it comes, its own or another's, into a GeoDataFrame: opened, recognised, converted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from borderatlas.errors import TableError
from borderatlas.incidents.cells import frame_of
from borderatlas.incidents.columns import column_name
from borderatlas.incidents.foreign import places_incidents, recognise, what_is_there
from borderatlas.incidents.foreign_columns import PLACING
from borderatlas.incidents.formats import format_of
from borderatlas.incidents.loose_csv import read_loosely
from borderatlas.incidents.spreadsheets import restored_sheet
from borderatlas.incidents.tables import read_sheet

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from geopandas import GeoDataFrame

    from borderatlas.incidents.sheets import Sheet
    from borderatlas.reports.written_dates import DateOrder

LOOSE_SUFFIXES = frozenset({".csv", ".tsv"})
"""Files of text with columns, which come in many encodings."""

_A_TEXT = 600  # characters on average: a column of these holds reports, not notes about incidents


def is_table(path: str | os.PathLike[str]) -> bool:
    """Tell by its suffix whether a file may be an incident table."""
    return format_of(path) is not None or Path(path).suffix.lower() in LOOSE_SUFFIXES


def is_incident_table(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file of columns is about incidents and no corpus: it says where each was, and holds no long texts."""
    try:
        sheet = open_table(path)
    except TableError:
        return False
    if not places_incidents(sheet.names):
        return False
    lengths = {name: sum(len(str(row.cells.get(name) or "")) for row in sheet.rows) for name in sheet.names}
    return max(lengths.values(), default=0) < _A_TEXT * max(len(sheet.rows), 1)


def open_table(path: str | os.PathLike[str], on_note: Callable[[str], None] | None = None) -> Sheet:
    """Read a table as it stands, in any encoding of East Asia.

    Raises
    ------
    TableError
        For the first fault.
    """
    source = Path(path)
    loose = source.suffix.lower() in LOOSE_SUFFIXES and source.is_file()
    if not loose or (source.suffix.lower() == ".csv" and _is_unicode(source)):
        return read_sheet(source)
    return read_loosely(source, _refuse, on_note or (lambda _: None))


def take_table(
    path: str | os.PathLike[str], *, chosen: Mapping[str, str] | None = None, order: DateOrder | None = None,
    on_problem: Callable[[str], None] | None = None, on_note: Callable[[str], None] | None = None,
    restore: bool = False,
) -> GeoDataFrame:  # fmt: skip
    """Read any incident table under this project's names.

    Parameters
    ----------
    path : path
        Of any format of `borderatlas.incidents.formats`, or ``.tsv``.
    chosen, order : optional
        As for `borderatlas.incidents.foreign.recognise`.
    on_problem : callable, optional
        Called with one line for each wrong value of another's table, which is then missing; without it, and in a table
        of this project's own, the first is raised.
    on_note : callable, optional
        Called with a line on what was recognised.
    restore : bool
        Whether to take off the apostrophes that an export put in front of cells.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, as `borderatlas.incidents.tables.read_incidents` gives it.

    Raises
    ------
    TableError
        When it cannot be read, or a value is wrong.
    """
    sheet = open_table(path, on_note)
    found = recognise(restored_sheet(sheet) if restore else sheet, chosen=chosen, order=order)
    _check_places(found.sheet)
    if on_note is not None:
        for note in (*sheet.notes, *found.notes):
            on_note(note)
    return frame_of(found.sheet, on_problem=on_problem if found.is_foreign else None)


def _check_places(sheet: Sheet) -> None:
    """Refuse a table of which no column says where anything was, with the way to name one."""
    if not sheet.names:
        _refuse(f"{sheet.path}: empty; a table has columns and a row for each incident")
    if not PLACING & {column_name(name) for name in sheet.names}:
        _refuse(
            f"{sheet.path}:1 no column says where; {what_is_there(sheet.names)}; name one with --columns place_name=THEIRS"
        )


def _is_unicode(path: Path) -> bool:
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in data:  # no program for tables writes one: something has broken the file
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse(message: str) -> NoReturn:
    raise TableError(message)
