"""The front of export: an incident table into the form that another program reads."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from borderatlas.errors import OutputError
from borderatlas.files import check_writable, write_whole
from borderatlas.incidents.acled import acled_sheet
from borderatlas.incidents.formats import FORMATS, Format
from borderatlas.incidents.sheets import check_texts
from borderatlas.incidents.spreadsheets import count_dangerous
from borderatlas.incidents.tables import sheet_of_incidents

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import pandas as pd
    from geopandas import GeoDataFrame

    from borderatlas.models import Incident

Columns = Literal["own", "acled"]

_WITHOUT_GEOMETRY = frozenset(
    {".csv", ".xlsx"}
)  # where a footprint would be a long text in the midst of ACLED's columns
_SAFE_CSV = replace(FORMATS[".csv"], home="spreadsheets")
_STYLED = replace(FORMATS[".gpkg"], home="qgis_style", writer="write_styled_geopackage")
_KML = Format("KML", "kml", "", "write_kml")
_LINKED_PLACES = Format("Linked Places", "linked_places", "", "write_linked_places")

EXPORTS: Mapping[str, Format] = MappingProxyType({
    **FORMATS, ".csv": _SAFE_CSV, ".gpkg": _STYLED, ".kml": _KML, ".jsonld": _LINKED_PLACES,
})  # fmt: skip
"""Every format of export, by suffix in lower case."""


def checked_target(path: str | os.PathLike[str], *, overwrite: bool) -> Path:
    """Refuse early, before anything is read, a file that cannot be an export or may not be replaced.

    Raises
    ------
    OutputError
        With what would be right.
    """
    target = check_writable(path, overwrite=overwrite)
    if target.suffix.lower() not in EXPORTS:
        msg = f"{target}: not a form of export; name a {', '.join(EXPORTS)} file"
        raise OutputError(msg)
    return target


def export_incidents(
    incidents: GeoDataFrame | pd.DataFrame | Iterable[Incident], path: str | os.PathLike[str], *,
    columns: Columns = "own", overwrite: bool = False, on_note: Callable[[str], None] | None = None,
) -> Path:  # fmt: skip
    """Write incidents for another program.

    Parameters
    ----------
    incidents : GeoDataFrame, DataFrame or iterable of Incident
    path : path
        ``.csv`` (cells that a spreadsheet would run get an apostrophe in front), ``.geojson``, ``.gpkg`` (with a style
        for QGIS), ``.kml``, ``.parquet``, ``.xlsx`` or ``.jsonld`` (Linked Places).
    columns : {"own", "acled"}
        This project's columns, or columns like ACLED's.
    overwrite : bool
        Whether a file that is there may be replaced. It is replaced whole, or not at all.
    on_note : callable, optional
        Called with a line for what a reader of the file should know.

    Raises
    ------
    OutputError
        When the file is there, cannot be written, or its suffix is none of an export.
    TableError
        When the format cannot hold what the table says.
    """
    target = checked_target(path, overwrite=overwrite)
    kind = EXPORTS[target.suffix.lower()]
    sheet = sheet_of_incidents(incidents)
    if columns == "acled":
        sheet = acled_sheet(sheet, footprints=target.suffix.lower() not in _WITHOUT_GEOMETRY)
    check_texts(sheet, target)
    content = kind.write(sheet, target)
    if kind is _SAFE_CSV and on_note and (count := count_dangerous(sheet)):
        on_note(
            f"{target}: {count} cells begin like a formula and got an apostrophe in front; --restore takes it off again"
        )
    return write_whole(target, content, overwrite=overwrite)
