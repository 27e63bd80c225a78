"""Incidents as KML, for Google Earth and other globes: footprints, a name, a description, and every column as data.

A globe shows descriptions as HTML, so what a table says is escaped in them. Rows without a place have no geometry.
"""

from __future__ import annotations

import html
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.escapes import Escape
from borderatlas.incidents.sheets import Sheet, as_text, geometry_name, is_empty

if TYPE_CHECKING:
    from collections.abc import Mapping

_ESCAPE = Escape(r"\x00-\x08\x0b-\x1f\ufffe\uffff", "[0-9A-Fa-f]{4}")  # what XML cannot hold
_SAID = (
    "event_type", "date_start", "date_end", "place_name", "precision", "uncertainty_m", "quote", "publisher", "source_url",
    "information_withheld", "data_generalizations",
)  # fmt: skip
_NAME, _DESCRIPTION = "Name", "Description"
"""The fields of which GDAL's driver makes the elements of these names; a table's own ones give way."""


def write_kml(sheet: Sheet, base: Path | None = None) -> bytes:  # noqa: ARG001 - a format's signature
    """Write a sheet as KML 2.2; the same table gives the same bytes."""
    import geopandas as gpd
    import pandas as pd
    import pyogrio

    shape, known = geometry_name(sheet), sheet.known()
    names = [name for name in sheet.names if name != shape]
    taken = {_NAME.lower(), _DESCRIPTION.lower()}
    columns = {
        f"{name} (of the table)" if name.lower() in taken else name: [_text(row.cells.get(name)) for row in sheet.rows]
        for name in names
    }
    rows = [{name: row.cells.get(written) for name, written in known.items()} for row in sheet.rows]
    columns |= {_NAME: [_title(row) for row in rows], _DESCRIPTION: [_description(row) for row in rows]}
    shapes = [_flat(row.cells.get(shape)) if shape else None for row in sheet.rows]
    frame = gpd.GeoDataFrame(
        pd.DataFrame(columns, dtype="str"), geometry=gpd.GeoSeries(shapes, crs=settings.storage_crs)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.kml"
        pyogrio.write_dataframe(frame, path, driver="KML", layer="incidents", promote_to_multi=False, geometry_type="Unknown")  # fmt: skip
        return path.read_bytes()


def _text(value: Any) -> str | None:
    text = as_text(value)
    return None if text is None else _ESCAPE.write(text)


def _flat(value: Any) -> Any:
    import shapely

    if value is None or hasattr(value, "geom_type"):
        return value
    return shapely.from_wkt(value) if isinstance(value, str) else shapely.geometry.shape(value)


def _title(row: Mapping[str, Any]) -> str:
    said = next(
        (row[name] for name in ("title", "place_name", "event_type", "id") if not is_empty(row.get(name))), "incident"
    )
    return html.escape(str(_text(said)))


def _description(row: Mapping[str, Any]) -> str:
    lines = (
        f"{name}: {html.escape(str(_text(row[name])))}"
        for name in _SAID
        if name != GEOMETRY and not is_empty(row.get(name))
    )
    return "<br>".join(lines)
