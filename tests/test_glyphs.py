"""Glyphs of incident types: each its own, also in grey and when small, and the same ones on the page and in print."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from borderatlas.incidents import glyphs as drawn
from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.render import glyphs

EVERY = {**drawn.TYPE_GLYPHS, "": drawn.UNSTATED}
FINER = 8  # times finer than it is shown a symbol is drawn, and then taken together
LEAST_DIFFERENCE = 28  # of 255, the mean over the pixels of a symbol


def raster(glyph: drawn.Glyph, size_px: int, mode: str = "L") -> np.ndarray:
    """Draw a glyph as the map does: filled, with a dark outline, on paper."""
    middle, radius = size_px * FINER / 2, size_px * FINER * 0.42
    corners = [(middle + radius * x, middle + radius * y) for x, y in drawn.OUTLINES[glyph.shape]]
    image = Image.new("RGB", (size_px * FINER, size_px * FINER), "#faf7ee")
    pen = ImageDraw.Draw(image)
    pen.polygon(corners, fill=glyph.colour)
    pen.line([*corners, *corners[:2]], fill="#23262b", width=FINER, joint="curve")
    return np.asarray(image.resize((size_px, size_px), Image.Resampling.LANCZOS).convert(mode), dtype=float)


def test_every_type_of_the_vocabulary_has_a_glyph_and_a_shape_that_no_other_has() -> None:
    assert set(drawn.TYPE_GLYPHS) == set(INCIDENT_TYPES)
    shapes = [glyph.shape for glyph in EVERY.values()]
    assert len(set(shapes)) == len(shapes)
    assert {glyph.colour for glyph in EVERY.values()} <= {*drawn.TYPE_COLOURS, drawn.OTHER_COLOUR}
    assert set(shapes) <= set(drawn.OUTLINES)


@pytest.mark.parametrize("size_px", [11, 16])
def test_glyphs_are_all_different_in_grey_and_when_small(size_px: int) -> None:
    drawn = {kind: raster(glyph, size_px) for kind, glyph in EVERY.items()}
    gaps = {pair: np.abs(drawn[pair[0]] - drawn[pair[1]]).mean() for pair in combinations(drawn, 2)}
    worst = min(gaps, key=gaps.__getitem__)
    assert gaps[worst] >= LEAST_DIFFERENCE, (worst, gaps[worst])


def test_shapes_alone_tell_types_apart() -> None:
    """In one colour, as a reader with no sense of colour and a poor copier would have it."""
    masks = {shape: raster(drawn.Glyph(shape, "#23262b"), 14) < 128 for shape in drawn.OUTLINES}
    for one, other in combinations(masks, 2):
        different = (masks[one] != masks[other]).sum() / min(masks[one].sum(), masks[other].sum())
        assert different >= 0.2, (one, other, different)


def test_symbols_are_about_equally_large() -> None:
    def area(outline: drawn.Outline) -> float:
        return abs(sum(a * d - b * c for (a, b), (c, d) in zip(outline, [*outline[1:], outline[0]], strict=True))) / 2

    areas = [area(outline) for outline in drawn.OUTLINES.values()]
    assert max(areas) / min(areas) < 2.2
    assert all(abs(at) <= 1.3 for outline in drawn.OUTLINES.values() for point in outline for at in point)


def test_a_type_has_the_same_glyph_whatever_else_is_shown() -> None:
    alone = glyphs.type_styles(["smuggling"])[0]
    among = glyphs.type_styles(["arrest", "own word", "smuggling", ""])[2]
    assert alone == among
    assert alone["ko"] == "밀수"


def test_other_words_take_what_is_free_and_past_all_pairs_share_one() -> None:
    words = [*INCIDENT_TYPES, *(f"own {i}" for i in range(200))]
    found = glyphs.glyphs_of(words)
    own = [glyph for glyph in found if glyph != drawn.PLAIN]
    assert len(set(own)) == len(own) == glyphs.MOST_GLYPHS + 1  # the vocabulary's "other" is of a ninth colour
    assert {style["other"] for style in glyphs.type_styles(words)[-10:]} == {True}
    few = glyphs.glyphs_of([f"own {i}" for i in range(8)])
    assert len({glyph.shape for glyph in few}) == len({glyph.colour for glyph in few}) == 8


def test_the_figure_draws_the_pages_outlines() -> None:
    pytest.importorskip("matplotlib")
    from borderatlas.render.figure_symbols import marker_of

    for shape, hundredths in glyphs.outlines_of([*drawn.OUTLINES]).items():
        corners = np.array(hundredths).reshape(-1, 2) / 100
        path = marker_of(shape).vertices
        assert np.allclose(path[:-1] * (1, -1), corners, atol=0.0051)
        assert (path[0] == path[-1]).all()
