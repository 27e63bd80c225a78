"""A style for QGIS inside a GeoPackage: colour by type, size, width or hatching by precision.

QGIS looks for it in the table ``layer_styles``, which its own "save style in database" makes; the columns are those of
that table. A layer of several kinds of geometry opens as one layer each, so there is a style for each kind; the one for
the commonest kind is the default, the others are a click away. Colours are Okabe and Ito's, each with two shapes.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree as ET

from borderatlas.incidents.geopackage_tables import LAYER
from borderatlas.incidents.geopackage_tables import write_geopackage as _write_geopackage
from borderatlas.incidents.sheets import Sheet, geometry_name
from borderatlas.incidents.vocabulary import INCIDENT_TYPES

Kind = Literal["points", "lines", "areas"]

TABLE = "layer_styles"

_COLOURS = (
    "213,94,0",
    "0,114,178",
    "230,159,0",
    "0,158,115",
    "204,121,167",
    "86,180,233",
    "240,228,66",
    "0,0,0",
    "140,140,140",
)
_SHAPES = ("circle", "square")
_SYMBOL: dict[Kind, tuple[str, str, int]] = {
    "points": ("marker", "SimpleMarker", 0), "lines": ("line", "SimpleLine", 1), "areas": ("fill", "SimpleFill", 2),
}  # fmt: skip
_MARKER_SIZE = "CASE WHEN \"precision\" = 'exact' THEN 3 WHEN \"precision\" = 'settlement' THEN 3.6 ELSE 4.4 END"
_LINE_WIDTH = "CASE WHEN \"precision\" = 'river_reach' THEN 1.4 ELSE 0.7 END"
_HATCHING = (
    "CASE WHEN \"precision\" = 'county' THEN 'f_diagonal' WHEN \"precision\" = 'border_strip' THEN 'b_diagonal' "
    "WHEN \"precision\" = 'province' THEN 'dense7' WHEN \"precision\" = 'country' THEN 'no' ELSE 'dense6' END"
)
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
    for kind in _SYMBOL:
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


def qml(kind: Kind) -> str:
    """Give a style in QGIS's own XML: a category for each incident type, and one for any other."""
    root = ET.Element("qgis", version="3.28.0", styleCategories="Symbology")
    renderer = ET.SubElement(root, "renderer-v2", type="categorizedSymbol", attr="event_type", symbollevels="0",
                             enableorderby="0", forceraster="0")  # fmt: skip
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    types = [(name, term.en) for name, term in INCIDENT_TYPES.items() if name != "other"]
    for number, (value, label) in enumerate([*types, ("", "Other")]):
        ET.SubElement(categories, "category", value=value, label=label, symbol=str(number), render="true")
        _symbol(symbols, kind, number)
    ET.SubElement(root, "layerGeometryType").text = str(_SYMBOL[kind][2])
    doctype = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    ET.indent(root, " ")
    return doctype + ET.tostring(root, encoding="unicode")


def _symbol(symbols: ET.Element, kind: Kind, number: int) -> None:
    symbol = ET.SubElement(symbols, "symbol", type=_SYMBOL[kind][0], name=str(number), alpha="1", clip_to_extent="1")
    layer = ET.SubElement(symbol, "layer", {"class": _SYMBOL[kind][1], "enabled": "1", "locked": "0", "pass": "0"})
    options = ET.SubElement(layer, "Option", type="Map")
    for name, value in _options(kind, number).items():
        ET.SubElement(options, "Option", type="QString", name=name, value=value)
    properties = ET.SubElement(ET.SubElement(layer, "data_defined_properties"), "Option", type="Map")
    ET.SubElement(properties, "Option", type="QString", name="name", value="")
    holder = ET.SubElement(properties, "Option", type="Map", name="properties")
    name, expression = {
        "points": ("size", _MARKER_SIZE),
        "lines": ("outlineWidth", _LINE_WIDTH),
        "areas": ("fillStyle", _HATCHING),
    }[kind]
    one = ET.SubElement(holder, "Option", type="Map", name=name)
    ET.SubElement(one, "Option", type="bool", name="active", value="true")
    ET.SubElement(one, "Option", type="QString", name="expression", value=expression)
    ET.SubElement(one, "Option", type="int", name="type", value="3")
    ET.SubElement(properties, "Option", type="QString", name="type", value="collection")


def _options(kind: Kind, number: int) -> dict[str, str]:
    colour, shape = f"{_COLOURS[number % len(_COLOURS)]},255", _SHAPES[number // len(_COLOURS)]
    if kind == "lines":
        return {
            "line_color": colour,
            "line_width": "1",
            "line_width_unit": "MM",
            "line_style": ("solid", "dash")[number // len(_COLOURS)],
        }
    outline = {"outline_color": "35,38,43,255", "outline_width": "0.3", "outline_width_unit": "MM"}
    if kind == "areas":
        return {
            "color": colour,
            "style": "f_diagonal",
            "outline_style": ("solid", "dash")[number // len(_COLOURS)],
            **outline,
        }
    return {"name": shape, "color": colour, "size": "3", "size_unit": "MM", **outline}
