"""Palette and precision as data; nothing here draws. Shapes and colours of incident types are in `glyphs`.

The outline of a symbol has a contrast of at least 3:1 against land and water (WCAG 2.2, criterion 1.4.11), which a test
computes from the numbers below.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Drawing = Literal["symbol", "ring", "reach", "hatch", "none"]


@dataclass(frozen=True, slots=True)
class PrecisionStyle:
    """How one precision is said and drawn.

    Attributes
    ----------
    key : str
        The precision, or ``unstated`` where the table says none.
    label : str
        For the legend.
    words : str
        For the popup, about where the incident was.
    drawing : {"symbol", "ring", "reach", "hatch", "none"}
        What shows the ground that is meant.
    solid : bool
        Whether the symbol is filled: it is where the point itself is meant, give or take its ring.
    spacing_px, angle_deg : int
        Distance and direction of the hatching; 0 for none.
    """

    key: str
    label: str
    words: str
    drawing: Drawing
    solid: bool
    spacing_px: int = 0
    angle_deg: int = 0


PRECISIONS: tuple[PrecisionStyle, ...] = (
    PrecisionStyle("exact", "exact spot", "at this spot", "symbol", solid=True),
    PrecisionStyle("settlement", "town or village, with its radius", "in or about the place marked", "ring", solid=True),
    PrecisionStyle("unstated", "precision not stated", "precision not stated", "ring", solid=True),
    PrecisionStyle("river_reach", "reach of a river", "somewhere along the reach marked", "reach", solid=False),
    PrecisionStyle("county", "county (outline approximate)", "somewhere in the county", "hatch", solid=False,
                   spacing_px=6, angle_deg=45),
    PrecisionStyle("border_strip", "strip along the border", "somewhere in the strip along the border", "hatch",
                   solid=False, spacing_px=7, angle_deg=135),
    PrecisionStyle("province", "province", "somewhere in the province", "hatch", solid=False,
                   spacing_px=12, angle_deg=45),
    PrecisionStyle("river", "whole river", "somewhere along the river", "reach", solid=False),
    PrecisionStyle("country", "country", "somewhere in the country", "hatch", solid=False, spacing_px=18, angle_deg=135),
    PrecisionStyle("unlocated", "no place found", "no place could be found", "none", solid=False),
)  # fmt: skip

CELL = PrecisionStyle("cell", "cell of a grid, for all within", "in or about the cell marked", "hatch", solid=False,
                      spacing_px=9, angle_deg=45)  # fmt: skip
"""How a group of incidents is drawn that stands for a cell: see `borderatlas.render.aggregate`."""

SEQUENTIAL: tuple[str, ...] = ("#002b62", "#4a536c", "#817f78", "#beaf6b", "#fee838")
"""Cividis from low to high, for classes of numbers: even steps of lightness, the same for the colour-blind."""

LIGHT: dict[str, str] = {
    "paper": "#f7f4ec",  # panel, popups
    "mat": "#e6e1d3",  # beyond the frame of the map
    "land": "#f3efe3",
    "land_kp": "#faf7ee",  # the DPRK a shade lighter, so that the two sides are told apart without a line
    "water": "#d3e2ea",
    "coast": "#8fa9b6",
    "river": "#2f6f9f",
    "tributary": "#8db4cc",
    "border": "#5b4a55",
    "ribbon": "#b9a3a0",
    "province": "#a79f8e",
    "ink": "#23262b",  # text, outline of symbols
    "soft": "#5d6068",  # secondary text
    "faint": "#8a8678",  # province names
    "halo": "#fbf9f3",
    "rule": "#d8d2c2",
    "area": "#6a4c77",  # hatching and rings: belongs to no type
    "accent": "#7a2e1d",
    "water_text": "#2b6390",
}

DARK: dict[str, str] = {
    "paper": "#15181c",
    "mat": "#0d0f12",
    "land": "#23272b",
    "land_kp": "#2b2f33",
    "water": "#131d26",
    "coast": "#41535f",
    "river": "#5fa3d3",
    "tributary": "#35536a",
    "border": "#c9b7b2",
    "ribbon": "#5b4d4c",
    "province": "#5d5f60",
    "ink": "#f1eee6",
    "soft": "#b3b2ac",
    "faint": "#85837c",
    "halo": "#1c2024",
    "rule": "#383c41",
    "area": "#c9a8d6",
    "accent": "#f0a78e",
    "water_text": "#86bde3",
}


def precision_styles() -> list[dict[str, object]]:
    """Give `PRECISIONS` as plain data for the page, finest first."""
    return [asdict(style) for style in PRECISIONS]


def cell_style() -> dict[str, object]:
    """Give `CELL` as plain data for the page."""
    return asdict(CELL)


def drawing_of(precision: str) -> Drawing:
    """Say how a precision is drawn; KeyError for a word that is none."""
    return {style.key: style.drawing for style in PRECISIONS}[precision]


def contrast(first: str, second: str) -> float:
    """Give the WCAG contrast ratio of two ``#rrggbb`` colours, 1 to 21 (relative luminance, WCAG 2.2)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004 - sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
