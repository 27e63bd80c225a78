"""A style for QGIS inside a GeoPackage: colour by type, size, width or hatching by precision.

QGIS looks for it in the table ``layer_styles``, which its own "save style in database" makes; the columns are those of
that table. A layer of several kinds of geometry opens as one layer each, so there is a style for each kind; the one for
the commonest kind is the default, the others are a click away. What the styles say is in `qgis_symbols`.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from borderatlas.incidents.geopackage_tables import LAYER
from borderatlas.incidents.geopackage_tables import write_geopackage as _write_geopackage
from borderatlas.incidents.qgis_symbols import KINDS, Kind, qml
from borderatlas.incidents.sheets import Sheet, geometry_name

TABLE = "layer_styles"

_SQL = """
CREATE TABLE "layer_styles" (id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,
 f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT,
 ui TEXT, update_time DATETIME);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
 VALUES ('layer_styles', 'attributes', 'layer_styles', '', '2000-01-01T00:00:00.000Z', 0);
"""


def write_styled_geopackage(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet as GeoPackage with a style for QGIS; the same table gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "styled.gpkg"
        path.write_bytes(_write_geopackage(sheet, base))
        with closing(sqlite3.connect(path)) as database:
            _add_styles(database, _commonest(sheet))
            database.commit()
        return path.read_bytes()


def _add_styles(database: sqlite3.Connection, default: Kind) -> None:
    geometry = database.execute(
        "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (LAYER,)
    ).fetchone()[0]
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)).fetchone() is None:
        database.executescript(_SQL)
    for kind in KINDS:
        database.execute(
            f'INSERT INTO "{TABLE}" (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, '  # noqa: S608 - our own name
            "styleSLD, useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?, ?, ?, ?, '', ?, ?, '', NULL, ?)",
            (LAYER, geometry, f"{LAYER}: {kind}", qml(kind), kind == default, f"{kind} by type and precision",
             "2000-01-01T00:00:00.000Z"),
        )  # fmt: skip


def _commonest(sheet: Sheet) -> Kind:
    shape = geometry_name(sheet)
    kinds: list[Kind] = [
        _kind(row.cells.get(shape)) for row in sheet.rows if shape and row.cells.get(shape) is not None
    ]
    order: tuple[Kind, ...] = ("points", "areas", "lines")
    return max(order, key=kinds.count)


def _kind(geometry: Any) -> Kind:
    name = geometry["type"] if isinstance(geometry, dict) else getattr(geometry, "geom_type", "Point")
    return "areas" if "Polygon" in name else "lines" if "Line" in name else "points"
