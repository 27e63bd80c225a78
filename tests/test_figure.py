"""Figures for print: the same bytes, names that do not overlap, letters that are there, nothing lost."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Annotation
from PIL import Image

import borderatlas as ba
from borderatlas.errors import OutputError, RenderError
from borderatlas.render import figure_fonts
from borderatlas.render.figure_words import WORDS

REPORTS = Path(__file__).parents[1] / "data" / "reports"


@pytest.fixture(scope="module")
def incidents():
    return ba.draft_incidents(ba.read_reports(REPORTS))


def rows(**more):
    row = {
        "latitude": 41.4,
        "longitude": 128.18,
        "precision": "settlement",
        "uncertainty_m": 4000.0,
        "event_type": "trade",
    }
    return pd.DataFrame([{**row, **more}])


DRAW = """
import sys
from borderatlas.cli import main
for suffix in ("png", "svg", "pdf"):
    try:
        main(["figure", sys.argv[1], "-o", f"{sys.argv[2]}.{suffix}"])
    except SystemExit as left:
        assert not left.code
"""


@pytest.fixture(scope="module")
def drawn_twice(tmp_path_factory):
    """A folder in which two processes have drawn one table in every format."""
    folder = tmp_path_factory.mktemp("twice")
    row = rows(date_start="2020-01-02", river="yalu", river_km_from=105.6, river_km_to=105.6, title="a")
    row.to_csv(folder / "i.csv", index=False)
    for seed in "12":
        command = [sys.executable, "-c", DRAW, folder / "i.csv", folder / seed]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    return folder


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_two_processes_write_the_same_bytes(drawn_twice, suffix):
    first, second = (drawn_twice / f"{seed}.{suffix}" for seed in "12")
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 50_000


@pytest.mark.parametrize(("kind", "language"), [("sheet", "en"), ("map", "en"), ("sheet", "ko"), ("map", "zh")])
def test_names_on_the_map_do_not_overlap(incidents, kind, language):
    if language != "en" and not figure_fonts._family(language):
        pytest.skip(f"no font here has {language} letters")
    drawn = ba.figure(incidents, kind, language=language)
    drawn.canvas.draw()
    axes = drawn.axes[0]
    edge = axes.get_window_extent()
    names = [t for t in axes.texts if isinstance(t, Annotation) and t.get_text() and "°" not in t.get_text()]
    boxes = [(t.get_text(), t.get_window_extent()) for t in names]
    boxes = [(text, box) for text, box in boxes if box.width != 0 and edge.overlaps(box)]
    assert len(boxes) > 35
    assert not [(a, b) for (a, one), (b, two) in itertools.combinations(boxes, 2) if one.overlaps(two)]


@pytest.mark.parametrize(("kind", "language"), [("sheet", "en"), ("profile", "en"), ("sheet", "zh")])
def test_words_over_a_chart_do_not_overlap(incidents, kind, language):
    if language != "en" and not figure_fonts._family(language):
        pytest.skip(f"no font here has {language} letters")
    drawn = ba.figure(incidents, kind, language=language)
    drawn.canvas.draw()
    charts = [axes for axes in drawn.axes if axes.get_title(loc="left")]
    assert len(charts) == 2
    for axes in charts:
        towns = [t.get_window_extent() for t in axes.texts if t.get_rotation()]
        count = next(t.get_window_extent() for t in axes.texts if str(len(incidents)) in t.get_text())
        label = axes._left_title.get_window_extent()
        others = [a.xaxis.label.get_window_extent() for a in charts if a is not axes]
        assert towns
        assert not [box for box in [*towns, *others] if box.overlaps(count) or box.overlaps(label)]
        assert not count.overlaps(label)


def test_incidents_of_a_place_are_one_symbol_with_their_number():
    drawn = ba.figure(pd.concat([rows()] * 5, ignore_index=True), "map")
    numbers = [text.get_text() for text in drawn.findobj(lambda artist: hasattr(artist, "get_text"))]
    assert "5" in numbers


def test_the_chart_counts_what_lies_on_each_river():
    table = pd.concat(
        [
            rows(river="yalu", river_km_from=100.0, river_km_to=110.0, date_start="2019-05-01"),
            rows(),
            rows(river="tumen", river_km_from=5.0),
        ]
    )
    drawn = ba.figure(table.reset_index(drop=True), "profile")
    texts = [text.get_text() for text in drawn.findobj(lambda artist: hasattr(artist, "get_text"))]
    assert texts.count(WORDS["en"]["on_river"].format(n=1, all=3)) == 2
    assert "no date" in texts


def test_a_figure_without_incidents_says_so(tmp_path):
    drawn = ba.figure(rows().iloc[:0])
    texts = [text.get_text() for text in drawn.findobj(lambda artist: hasattr(artist, "get_text"))]
    assert texts.count("no incidents") == 2
    assert drawn.save(tmp_path / "empty.png").stat().st_size > 50_000


@pytest.mark.parametrize("title", ["$x^2", "$\\frac{", "<b>&amp;</b>", "{{7*7}}", "a\nb", "x" * 5000])
def test_a_title_is_text_and_nothing_else(tmp_path, title):
    written = ba.figure(rows(), "map", title=title).save(tmp_path / "t.svg").read_text(encoding="utf-8")
    assert written.startswith("<?xml")


def test_letters_that_no_font_has_are_refused(monkeypatch):
    with pytest.raises(RenderError, match="has the letter '🧿'"):
        ba.figure(rows(), title="\U0001f9ff")
    monkeypatch.setattr(figure_fonts, "_family", lambda _: None)
    with pytest.raises(
        RenderError, match="no font is installed that has Korean letters such as 강; install one such as Noto"
    ):
        ba.figure(rows(), language="ko")


def test_what_is_wrong_is_said(tmp_path):
    with pytest.raises(RenderError, match="kind 'poster' is none of sheet, map, profile"):
        ba.figure(rows(), "poster")
    with pytest.raises(RenderError, match=r"written as \.png, \.svg, \.pdf; the name ends in \.gif"):
        ba.figure(rows(), "map").save(tmp_path / "a.gif")
    (tmp_path / "a.png").write_bytes(b"mine")
    with pytest.raises(OutputError, match="is there already"):
        ba.figure(rows(), "map").save(tmp_path / "a.png", overwrite=False)
    assert (tmp_path / "a.png").read_bytes() == b"mine"


def test_a_figure_still_reads_in_grey(tmp_path, incidents):
    """The symbols of the commonest types differ in shape, so that a copy in grey tells them apart."""
    marks = {row["mark"]["shape"] for row in [{"mark": m} for m in _marks(incidents)]}
    assert len(marks) == len(_marks(incidents))
    image = Image.open(ba.figure(incidents, "map").save(tmp_path / "m.png", dpi=60)).convert("L")
    assert np.asarray(image).std() > 10


def _marks(incidents):
    from borderatlas.render.figure import type_marks

    return [mark for mark in type_marks(incidents).values() if not mark["other"]]
