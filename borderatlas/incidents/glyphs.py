"""Glyphs of incident types: one outline and one colour each, the same on the map, in print and in a GIS.

Every type of the vocabulary has a shape that no other has, so that a copy in grey, or an eye that sees few colours,
still tells them apart; its colour is one of Okabe and Ito's (*Color Universal Design*, 2008). Types that share a colour
have shapes that are far from each other. The outlines are numbers, so that the page's canvas, matplotlib and the style
for QGIS draw the very same ones.
"""

from __future__ import annotations

from math import cos, pi, sin
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Outline = tuple[tuple[float, float], ...]

TYPE_COLOURS: tuple[str, ...] = (
    "#d55e00", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#f0e442", "#000000",
)  # fmt: skip
"""Okabe–Ito, in the order in which words that have no colour of their own take them."""

OTHER_COLOUR = "#8c8c8c"


class Glyph(NamedTuple):
    """The shape and the colour of a type."""

    shape: str
    colour: str


def _arc(first_deg: float, last_deg: float, *, radius: float, y: float = 0.0, steps: int = 32) -> Outline:
    """Give points of a circle about (0, `y`), clockwise as a page shows them, from one angle to another."""
    turns = (first_deg + (last_deg - first_deg) * step / steps for step in range(steps + 1))
    return tuple((radius * cos(turn * pi / 180), y + radius * sin(turn * pi / 180)) for turn in turns)


def _turned(outline: Outline, degrees: float) -> Outline:
    """Turn an outline clockwise about the middle."""
    c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
    return tuple((x * c - y * s, x * s + y * c) for x, y in outline)


def _cross(arm: float, reach: float) -> Outline:
    quarter = ((-arm, -reach), (arm, -reach), (arm, -arm))
    return tuple(point for turn in (0, 90, 180, 270) for point in _turned(quarter, turn))


def _star(reach: float, waist: float) -> Outline:
    radii = (reach if place % 2 == 0 else waist for place in range(10))
    return tuple((r * sin(place * pi / 5), -r * cos(place * pi / 5)) for place, r in enumerate(radii))


_NORTH: Outline = ((0.0, -1.06), (1.04, 0.78), (-1.04, 0.78))
_DOME: Outline = _arc(180, 360, radius=1.08, y=0.5, steps=20)
_HOURGLASS: Outline = ((-0.88, -1.0), (0.88, -1.0), (0.24, 0.0), (0.88, 1.0), (-0.88, 1.0), (-0.24, 0.0))
_BAR: Outline = ((-1.15, -0.5), (1.15, -0.5), (1.15, 0.5), (-1.15, 0.5))

OUTLINES: Mapping[str, Outline] = MappingProxyType({
    "circle": _arc(0, 348.75, radius=0.92, steps=31),
    "square": ((-0.82, -0.82), (0.82, -0.82), (0.82, 0.82), (-0.82, 0.82)),
    "north": _NORTH,
    "diamond": ((0.0, -1.16), (1.0, 0.0), (0.0, 1.16), (-1.0, 0.0)),
    "plus": _cross(0.33, 1.04),
    "star": _star(1.24, 0.54),
    "south": _turned(_NORTH, 180),
    "saltire": _turned(_cross(0.35, 1.12), 45),
    "east": _turned(_NORTH, 90),
    "west": _turned(_NORTH, 270),
    "hourglass": _HOURGLASS,
    "dome": _DOME,
    "chevron": ((-1.0, -1.0), (-0.08, -1.0), (1.0, 0.0), (-0.08, 1.0), (-1.0, 1.0), (-0.1, 0.0)),
    "battlement": ((-1.0, -0.95), (-0.4, -0.95), (-0.4, -0.1), (0.4, -0.1), (0.4, -0.95), (1.0, -0.95),
                   (1.0, 0.9), (-1.0, 0.9)),
    "bowtie": _turned(_HOURGLASS, 90),
    "bowl": _turned(_DOME, 180),
    "bar": _BAR,
    "post": _turned(_BAR, 90),
    "tee": ((-1.0, -0.95), (1.0, -0.95), (1.0, -0.25), (0.37, -0.25), (0.37, 1.0), (-0.37, 1.0), (-0.37, -0.25),
            (-1.0, -0.25)),
    "ell": ((-0.9, -1.0), (-0.15, -1.0), (-0.15, 0.25), (1.0, 0.25), (1.0, 0.95), (-0.9, 0.95)),
    "spark": ((0.0, -1.28), (0.36, -0.36), (1.28, 0.0), (0.36, 0.36), (0.0, 1.28), (-0.36, 0.36), (-1.28, 0.0),
              (-0.36, -0.36)),
    "slant": ((-0.35, -0.8), (1.2, -0.8), (0.35, 0.8), (-1.2, 0.8)),
})  # fmt: skip
"""Outlines by name: corners about the middle, right and down as on a screen, 1 the radius of a symbol.

The order is that in which words without a glyph of their own take shapes; the last four are for them alone."""

PLAIN = Glyph("circle", OTHER_COLOUR)
"""For samples that stand for no type."""

UNSTATED = Glyph("post", OTHER_COLOUR)
"""For incidents whose type is not said, beside others whose type is."""

TYPE_GLYPHS: Mapping[str, Glyph] = MappingProxyType({
    "crossing": Glyph("east", "#d55e00"),
    "repatriation": Glyph("west", "#56b4e9"),
    "shooting": Glyph("star", "#000000"),
    "desertion": Glyph("chevron", "#f0e442"),
    "smuggling": Glyph("diamond", "#e69f00"),
    "bribery": Glyph("bowl", "#cc79a7"),
    "arrest": Glyph("square", "#0072b2"),
    "execution": Glyph("saltire", "#d55e00"),
    "surveillance": Glyph("dome", "#56b4e9"),
    "border_works": Glyph("battlement", "#f0e442"),
    "closure": Glyph("bar", "#000000"),
    "trade": Glyph("circle", "#009e73"),
    "disaster": Glyph("north", "#e69f00"),
    "health": Glyph("plus", "#009e73"),
    "trafficking": Glyph("hourglass", "#cc79a7"),
    "military": Glyph("south", "#0072b2"),
    "other": Glyph("bowtie", OTHER_COLOUR),
})  # fmt: skip
"""The glyph of every type of the vocabulary: the same on every page, whatever else is on it."""
