"""What a style for QGIS says: a category for each incident type, its glyph and colour those of the page.

The form is QGIS's own XML (QML) with a ``categorizedSymbol`` renderer, as QGIS 3.28 saves it: a ``category`` names a
``symbol`` by its number, a symbol is made of layers, a layer's settings are ``Option`` elements of a map, and the names of
what an expression decides (``size``, ``outlineWidth``, ``fillStyle``) are those of QGIS's symbol layer properties. Names
and values are from memory of files that QGIS has saved (`STYLE_BASIS`). A glyph is an SVG that is embedded as base64, for
QGIS has no hourglass of its own. A line and an area bear their glyph in the middle.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Literal
from xml.etree import ElementTree as ET

from borderatlas.incidents.glyphs import OUTLINES, TYPE_GLYPHS, UNSTATED, Glyph
from borderatlas.incidents.vocabulary import INCIDENT_TYPES

STYLE_BASIS = "memory"

Kind = Literal["points", "lines", "areas"]
KINDS: tuple[Kind, ...] = ("points", "lines", "areas")

INK = "#23262b"
"""Round a glyph: the ink of the page's light colours."""

_HALF = 130  # hundredths of a glyph's radius from its middle to the edge of its picture: no outline reaches farther
_NUMBER: dict[Kind, str] = {"points": "0", "lines": "1", "areas": "2"}  # QGIS's layerGeometryType
_SYMBOL: dict[Kind, str] = {"points": "marker", "lines": "line", "areas": "fill"}
_MARKER_SIZE = "CASE WHEN \"precision\" = 'exact' THEN 4 WHEN \"precision\" = 'settlement' THEN 4.8 ELSE 5.8 END"
_LINE_WIDTH = "CASE WHEN \"precision\" = 'river_reach' THEN 1.4 ELSE 0.7 END"
_HATCHING = (
    "CASE WHEN \"precision\" = 'county' THEN 'f_diagonal' WHEN \"precision\" = 'border_strip' THEN 'b_diagonal' "
    "WHEN \"precision\" = 'province' THEN 'dense7' WHEN \"precision\" = 'country' THEN 'no' ELSE 'dense6' END"
)


def qml(kind: Kind) -> str:
    """Give a style for geometries of one kind: a category for each incident type, and one for any other word."""
    root = ET.Element("qgis", version="3.28.0", styleCategories="Symbology")
    renderer = ET.SubElement(root, "renderer-v2", type="categorizedSymbol", attr="event_type", symbollevels="0",
                             enableorderby="0", forceraster="0", referencescale="-1")  # fmt: skip
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    # QGIS takes the empty value for all that no other category has.
    named = [(name, term.en, TYPE_GLYPHS[name]) for name, term in INCIDENT_TYPES.items()]
    for number, (value, label, glyph) in enumerate([*named, ("", "Another type, or none", UNSTATED)]):
        ET.SubElement(
            categories, "category", type="string", value=value, label=label, symbol=str(number), render="true"
        )
        _add_symbol(symbols, kind, str(number), glyph)
    ET.SubElement(root, "layerGeometryType").text = _NUMBER[kind]
    ET.indent(root, " ")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")


def svg(glyph: Glyph) -> str:
    """Give a glyph as a picture; ``param(…)`` is where QGIS puts the colours of the symbol, the value behind it is ours."""
    corners = " ".join(f"{round(100 * x)},{round(100 * y)}" for x, y in OUTLINES[glyph.shape])
    side = 2 * _HALF
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="-{_HALF} -{_HALF} {side} {side}">'
        f'<polygon points="{corners}" fill="param(fill) {glyph.colour}" stroke="param(outline) {INK}" '
        'stroke-width="param(outline-width) 15" stroke-linejoin="round"/></svg>'
    )


def rgba(colour: str) -> str:
    """Give ``#rrggbb`` as QGIS writes a colour: red, green, blue and opacity from 0 to 255."""
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def _add_symbol(symbols: ET.Element, kind: Kind, name: str, glyph: Glyph) -> None:
    symbol = _symbol(symbols, _SYMBOL[kind], name)
    if kind == "points":
        _add_glyph(symbol, glyph, _MARKER_SIZE)
        return
    if kind == "lines":
        width = {"line_color": rgba(glyph.colour), "line_width": "1", "line_width_unit": "MM", "line_style": "solid"}
        _layer(
            symbol, "SimpleLine", {**width, "capstyle": "round", "joinstyle": "round"}, {"outlineWidth": _LINE_WIDTH}
        )
        # ``placement`` was followed by ``placements`` in QGIS 3.24; each version reads the one it knows.
        middle = {"placement": "centralpoint", "placements": "CentralPoint", "rotate": "0"}
        above = _layer(symbol, "MarkerLine", middle)
    else:
        outline = {
            "outline_color": rgba(INK),
            "outline_width": "0.3",
            "outline_width_unit": "MM",
            "outline_style": "solid",
        }
        hatching = {"color": rgba(glyph.colour), "style": "f_diagonal", **outline}
        _layer(symbol, "SimpleFill", hatching, {"fillStyle": _HATCHING})
        above = _layer(symbol, "CentroidFill", {"point_on_surface": "1", "point_on_all_parts": "0"})
    _add_glyph(
        _symbol(above, "marker", f"@{name}@1"), glyph
    )  # QGIS names a symbol inside a layer by both their numbers


def _symbol(holder: ET.Element, kind: str, name: str) -> ET.Element:
    return ET.SubElement(holder, "symbol", type=kind, name=name, alpha="1", clip_to_extent="1", force_rhr="0")


def _add_glyph(symbol: ET.Element, glyph: Glyph, size: str = "") -> None:
    options = {
        "name": f"base64:{b64encode(svg(glyph).encode()).decode()}", "color": rgba(glyph.colour), "outline_color": rgba(INK),
        "outline_width": "0.2", "outline_width_unit": "MM", "size": "5.2", "size_unit": "MM", "angle": "0",
    }  # fmt: skip
    _layer(symbol, "SvgMarker", options, {"size": size} if size else {})


def _layer(symbol: ET.Element, name: str, options: dict[str, str], decided: dict[str, str] | None = None) -> ET.Element:
    """Add a layer to a symbol, with its settings and those that an expression decides for each row."""
    layer = ET.SubElement(symbol, "layer", {"class": name, "enabled": "1", "locked": "0", "pass": "0"})
    settings = _map(layer)
    for key, value in options.items():
        _text(settings, key, value)
    properties = _map(ET.SubElement(layer, "data_defined_properties"))
    _text(properties, "name", "")
    holder = _map(properties, "properties")
    for key, expression in (decided or {}).items():
        one = _map(holder, key)
        ET.SubElement(one, "Option", type="bool", name="active", value="true")
        _text(one, "expression", expression)
        ET.SubElement(one, "Option", type="int", name="type", value="3")  # 3 is an expression
    _text(properties, "type", "collection")
    return layer


def _map(holder: ET.Element, name: str = "") -> ET.Element:
    return ET.SubElement(holder, "Option", {"type": "Map", **({"name": name} if name else {})})


def _text(holder: ET.Element, name: str, value: str) -> None:
    ET.SubElement(holder, "Option", type="QString", name=name, value=value)
