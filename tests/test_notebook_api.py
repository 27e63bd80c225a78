"""The notebook API: frames in, GeoDataFrames out, progress where a person watches, a map that shows itself."""

import io
import subprocess
import sys

import dask.dataframe as dd
import folium
import geopandas as gpd
import pandas as pd
import pytest
from render_sample import sample_incidents

import borderatlas as ba
from borderatlas import progress
from borderatlas.errors import RenderError, ReportError
from borderatlas.incidents.glyphs import OTHER_COLOUR
from borderatlas.render import inline
from borderatlas.render.style import SEQUENTIAL

NEWS = pd.DataFrame({
    "body": ["Guards were seen in Hyesan.", None, "Trucks crossed from Dandong to Sinuiju.", "Nothing happened anywhere."],
    "published": ["2019-05-12", None, "2020-01-03", "2020-01-04"],
}, index=["a", "b", "c", "d"])  # fmt: skip


def payload(m):
    return m.get_root().payload


def test_a_frame_is_geocoded_by_its_column():
    placed = ba.geocode(NEWS, text="body")
    assert isinstance(placed, gpd.GeoDataFrame)
    assert placed.crs == "EPSG:4326"
    assert placed[["report", "name"]].to_numpy().tolist() == [["a", "Hyesan"], ["c", "Dandong"], ["c", "Sinuiju"]]
    assert [
        NEWS.body[r][s:e] for r, s, e in zip(placed.report, placed.start, placed.end, strict=True)
    ] == placed.text.to_list()


def test_a_column_of_texts_is_found_by_its_name():
    assert ba.geocode(NEWS).equals(ba.geocode(NEWS, text="body"))
    with pytest.raises(ReportError, match="words, published; name it"):
        ba.geocode(NEWS.rename(columns={"body": "words"}))


def test_what_is_wrong_with_a_frame_is_said():
    with pytest.raises(ReportError, match="no column 'story'"):
        ba.geocode(NEWS, text="story")
    with pytest.raises(ReportError, match="no frame"):
        ba.geocode([], text="body")


def test_frames_and_reports_give_the_same_columns_and_rows(tmp_path):
    (tmp_path / "a.txt").write_text(NEWS.body["a"], encoding="utf-8")
    from_report = ba.geocode(ba.read_reports(tmp_path / "a.txt"))
    pd.testing.assert_frame_equal(from_report, ba.geocode(NEWS.loc[["a"]], text="body"))


def test_an_empty_frame_gives_an_empty_one_with_columns_and_crs():
    placed = ba.geocode(NEWS.iloc[:0], text="body")
    assert len(placed) == 0
    assert placed.crs == "EPSG:4326"
    assert list(placed.columns) == list(ba.geocode(NEWS, text="body").columns)


def test_incidents_are_drafted_from_a_frame():
    news = pd.DataFrame(
        {"text": ["Guards shot at a smuggler near Hyesan on 12 May 2019, a resident said."], "id": ["x"]}
    )
    drafts = ba.draft_incidents(news)
    assert drafts[["report", "place_name", "date_start"]].to_numpy().tolist() == [["x", "Hyesan", "2019-05-12"]]
    assert drafts.crs == "EPSG:4326"


@pytest.mark.filterwarnings("default")
def test_a_dask_frame_gives_the_same_lazily():
    lazy = ba.geocode(dd.from_pandas(NEWS, npartitions=2, sort=False), text="body")
    assert hasattr(lazy, "compute")
    found = lazy.compute(scheduler="synchronous")
    assert (
        found[["report", "name"]].to_numpy().tolist()
        == ba.geocode(NEWS, text="body")[["report", "name"]].to_numpy().tolist()
    )
    with pytest.raises(ReportError, match="Dask"):
        ba.geocode(dd.from_pandas(NEWS, npartitions=1, sort=False), text="body", gazetteer=ba.load_gazetteer())


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "number", "asked", "shown"),
    [
        (Terminal, 30, None, True),
        (Terminal, 5, None, False),
        (Terminal, 5, True, True),
        (Terminal, 30, False, False),
        (io.StringIO, 30, None, False),
    ],
)
def test_progress_is_shown_where_a_person_watches(monkeypatch, stream, number, asked, shown):
    said = stream()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.watched(range(number), "Geocoding", progress=asked)) == list(range(number))
    assert ("Geocoding" in said.getvalue()) is shown


def test_progress_in_a_notebook_is_one_line_that_is_kept_up_to_date(monkeypatch):
    said = []
    monkeypatch.setattr(progress, "_in_notebook", lambda: True)
    monkeypatch.setattr(progress, "_PAUSE_S", -1)
    monkeypatch.setattr(progress, "_shown", lambda handle, html: said.append((handle, html)) or "line")
    assert list(progress.watched(range(25), "<Geocoding>")) == list(range(25))
    assert said[0] == (None, '<progress value="0" max="25"></progress> &lt;Geocoding&gt;: 0 of 25')
    assert {handle for handle, _ in said[1:]} == {"line"}
    assert "25 done" in said[-1][1]


def test_a_map_shows_itself_in_both_forms():
    m = ba.render_map(sample_incidents(8), title="A <b>title</b>")
    bundle = m._repr_mimebundle_()
    assert bundle["text/html"] == m._repr_html_()
    assert (
        repr(m) == bundle["text/plain"] == "<borderatlas map 'A <b>title</b>': 8 incidents, 1 of them without a place>"
    )
    assert "<b>title" not in bundle["text/html"].split("srcdoc")[0]


def test_a_large_map_says_how_to_see_it_and_shows_itself_when_asked(monkeypatch):
    monkeypatch.setattr(inline, "CAP_BYTES", 1000)
    m = ba.render_map(sample_incidents(2))
    note = m._repr_html_()
    assert "<iframe" not in note
    assert ".save('atlas.html')" in note
    assert "show_inline(max_bytes=None)" in note
    assert "<iframe" in m.show_inline(max_bytes=None).data


def test_without_ipython_a_map_says_what_showing_it_needs(monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", None)
    monkeypatch.setitem(sys.modules, "IPython.display", None)
    with pytest.raises(RenderError, match=r"need IPython: pip install 'borderatlas\[notebook\]'"):
        ba.render_map(sample_incidents(2)).show_inline()


def test_save_gives_the_path_and_knows_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    m = ba.render_map(sample_incidents(2))
    assert m.save("~/atlas.html") == tmp_path / "atlas.html"
    assert (tmp_path / "atlas.html").stat().st_size > 100_000
    assert m.save(tmp_path / "again.html").read_bytes() == (tmp_path / "atlas.html").read_bytes()


def test_chaining_and_folium_layers():
    m = sample_incidents(3).pipe(ba.render_map, title="Piped")
    folium.CircleMarker((41.4, 128.2), tooltip="mine").add_to(m)
    assert "L.circleMarker" in m.get_root().render()


def test_any_column_gives_the_colours():
    table = sample_incidents(9).assign(desk=["north", "south", "south"] * 3)
    shown = payload(ba.render_map(table, column="desk"))
    assert shown["column"] == "desk"
    assert [kind["type"] for kind in shown["types"]] == ["south", "north"]
    assert shown["incidents"]["words"]["desk"] == ["", "south", "north"]
    assert "event_type" in shown["incidents"]["words"], "the types stay in popup, table and filters"


def test_numbers_are_cut_into_classes_from_low_to_high():
    table = sample_incidents(24).assign(hurt=[None, *range(23)])
    shown = payload(ba.render_map(table, column="hurt"))
    kinds = shown["types"]
    assert [kind["type"] for kind in kinds] == ["0 – 4", "5 – 8", "9 – 13", "14 – 17", "18 – 22", ""]
    assert [kind["colour"] for kind in kinds] == [*SEQUENTIAL, OTHER_COLOUR]
    assert shown["popup"] == ["hurt"]
    assert shown["incidents"]["texts"]["hurt"][:3] == [None, "0", "1"]


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"column": "weather"}, "no column 'weather'"),
        ({"popup": ["weather"]}, "no column 'weather'"),
        ({"column": "lon"}, "rename the column"),
        ({"column": "note"}, "too many to colour by"),
    ],
)
def test_a_wrong_choice_is_said(options, wrong):
    table = sample_incidents(120).assign(note=[f"note {n}" for n in range(120)], lon=1.0)
    with pytest.raises(RenderError, match=wrong):
        ba.render_map(table, **options)


def test_without_a_choice_the_page_is_as_it_was():
    assert not {"column", "popup"} & set(payload(ba.render_map(sample_incidents(4))))


def test_timed_importing_costs_next_to_nothing():
    code = "import resource; a = resource.getrusage(0).ru_utime; import borderatlas; print(resource.getrusage(0).ru_utime - a)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.3


def test_a_renamed_name_goes_on_with_a_warning(monkeypatch):
    monkeypatch.setitem(ba.RENAMED, "draw_map", "render_map")
    with pytest.warns(DeprecationWarning, match="borderatlas.draw_map is now called render_map") as told:
        assert ba.draw_map is ba.render_map
    assert told[0].filename == __file__


def test_a_renamed_name_leads_to_one_that_is_there():
    assert set(ba.RENAMED.values()) <= set(ba.__all__)
    assert not set(ba.RENAMED) & set(ba.__all__)
