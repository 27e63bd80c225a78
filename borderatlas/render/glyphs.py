"""Glyphs for the words of a page: those of the vocabulary (`borderatlas.incidents.glyphs`), and others for other words.

A word that the vocabulary lacks takes a pair of shape and colour that is not on the page yet.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from borderatlas.incidents.glyphs import OUTLINES, PLAIN, TYPE_COLOURS, TYPE_GLYPHS, UNSTATED, Glyph
from borderatlas.incidents.vocabulary import INCIDENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_GLYPHS = len(OUTLINES) * len(TYPE_COLOURS)
"""Pairs of shape and colour: words past so many share `PLAIN`."""


def glyphs_of(words: Sequence[str]) -> list[Glyph]:
    """Give every word a glyph: a type of the vocabulary its own, other words what is still free, in their order.

    Parameters
    ----------
    words : sequence of str
        Distinct words; the empty one is a type that is not said.
    """
    known = {word: TYPE_GLYPHS[word] for word in words if word in TYPE_GLYPHS}
    if "" in words and len(words) > 1:
        known[""] = UNSTATED
    free = _free(set(known.values()))
    return [known[word] if word in known else next(free, PLAIN) for word in words]


def type_styles(words: Sequence[str]) -> list[dict[str, object]]:
    """Give words their colour, shape and labels as plain data for the page.

    Parameters
    ----------
    words : sequence of str
        Distinct types in the order in which the legend shows them. ``other`` tells which share `PLAIN`, because there
        are no more glyphs.
    """
    return [
        {"type": word, "colour": glyph.colour, "shape": glyph.shape, "other": glyph == PLAIN, **_labels(word)}
        for word, glyph in zip(words, glyphs_of(words), strict=True)
    ]


def outlines_of(shapes: Sequence[str]) -> dict[str, list[int]]:
    """Give outlines for the page: right and down in turn, in hundredths of a symbol's radius."""
    return {shape: [round(100 * at) for point in OUTLINES[shape] for at in point] for shape in sorted({*shapes})}


def _free(taken: set[Glyph]) -> Iterator[Glyph]:
    """Give glyphs that are not taken, one after another: the shape least used so far, then the colour least used."""
    left = [Glyph(*pair) for pair in product(OUTLINES, TYPE_COLOURS) if Glyph(*pair) not in taken]
    shapes, colours = (Counter(names) for names in zip(*taken, strict=True)) if taken else (Counter(), Counter())
    while left:
        glyph = min(left, key=lambda one: (shapes[one.shape], colours[one.colour]))
        shapes[glyph.shape] += 1
        colours[glyph.colour] += 1
        left.remove(glyph)
        yield glyph


def _labels(word: str) -> dict[str, object]:
    """Give the labels of a type that this project knows, in English, Korean and Chinese; of another, none."""
    known = INCIDENT_TYPES.get(word)
    return {code: getattr(known, code, None) for code in ("en", "ko", "zh")}
