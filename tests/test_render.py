"""`render_map` and the page that it writes, as far as Python can judge it; `tests/browser` opens it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from contextlib import nullcontext
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import branca.element
import folium
import folium.plugins
import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import xyzservices
from hostile import FIELDS, PAYLOADS
from render_sample import sample_incidents, saying
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape

from borderatlas import settings
from borderatlas.errors import OutputError, RenderError
from borderatlas.layers import areas
from borderatlas.render import block, ground, layers, page, style, verbatim
from borderatlas.render.atlas_map import AtlasMap, opening, render_map


class Parsed(HTMLParser):
    """What a browser would find in a page: tags with their attributes, and the text of scripts."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts:
            attributes, code = self.scripts[-1]
            self.scripts[-1] = (attributes, code + data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.lasttag = ""

    @property
    def code(self) -> list[str]:
        """Every script that runs, those that the page unpacks included."""
        packed = [
            block.from_base85(code) for attributes, code in self.scripts if attributes.get("id") == "borderatlas-code"
        ]
        return [code for attributes, code in self.scripts if "type" not in attributes] + [
            gzip.decompress(code).decode() for code in packed
        ]

    @cached_property
    def blocks(self) -> dict[str, str]:
        packed = {
            str(attributes.get("id")): code
            for attributes, code in self.scripts
            if attributes.get("type") == "text/plain"
        }
        return {name.removeprefix("borderatlas-"): code for name, code in packed.items()}

    @cached_property
    def payload(self) -> dict[str, Any]:
        """The page's data, what is packed unpacked."""
        (written,) = (code for attributes, code in self.scripts if attributes.get("type") == "application/json")
        value: dict[str, Any] = json.loads(written)
        return value | {
            name: json.loads(gzip.decompress(block.from_base85(self.blocks[name]))) for name in value["packed"]
        }

    @cached_property
    def incidents(self) -> dict[str, list[Any]]:
        return block.decode(self.payload["incidents"], self.blocks)


def rendered(m: AtlasMap) -> str:
    return m.get_root().render()


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return Parsed(rendered(render_map(sample_incidents(), title="A title")))


def test_map_is_a_folium_map() -> None:
    assert isinstance(render_map(sample_incidents()), folium.Map)


def test_policy_comes_first_and_allows_exactly_the_scripts_of_the_page(parsed: Parsed) -> None:
    head = [tag for tag in parsed.tags if tag[0] not in {"html", "head"}]
    assert head[0][1]["http-equiv"] == "Content-Security-Policy"
    policy = head[0][1]["content"] or ""
    wanted = {f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in parsed.code}
    assert set(re.findall(r"'sha256-[^']+'", policy)) == wanted
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert ("meta", {"name": "referrer", "content": "no-referrer"}) in parsed.tags


def test_charset_stands_where_browsers_look_for_it() -> None:
    assert b'<meta charset="utf-8">' in rendered(render_map(sample_incidents(2))).encode()[:1024]


def test_nothing_is_fetched(parsed: Parsed) -> None:
    for tag, attributes in parsed.tags:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base"}
        assert "src" not in attributes
    styles = re.findall(r"url\(([^)]*)\)", rendered(render_map(sample_incidents(1))))
    assert all(url.strip("'\"").startswith(("data:", "#")) for url in styles)


def test_two_renders_and_a_saved_file_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = render_map(sample_incidents()), render_map(sample_incidents())
    for m in (one, other):
        folium.FeatureGroup().add_to(m)
        folium.Marker([41, 127], popup="here", tooltip="t", icon=folium.DivIcon(html="x")).add_to(m)
        folium.LayerControl().add_to(m)
    other.save(tmp_path / "page.html")
    assert rendered(one) == rendered(one) == (tmp_path / "page.html").read_text(encoding="utf-8")


def test_page_of_123_incidents_stays_small() -> None:
    assert len(rendered(render_map(sample_incidents(123))).encode()) < 400_000


def test_save_takes_an_open_file(tmp_path: Path) -> None:
    with (tmp_path / "page.html").open("wb") as file:
        render_map(sample_incidents(1)).save(file, close_file=False)
        assert not file.closed
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("where", ["file/page.html", "folder"])
def test_path_that_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=where.split("/", maxsplit=1)[0]):
        render_map(sample_incidents(1)).save(tmp_path / where)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_failure_while_writing_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", _no_space)
    with pytest.raises(OutputError, match="No space left"):
        render_map(sample_incidents(1)).save(target)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def _no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_comes_out_as_it_went_in_and_runs_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    payload = PAYLOADS[name]
    incidents = saying(payload, FIELDS)
    source = rendered(render_map(incidents, title=payload))
    found = Parsed(source)
    assert list(tmp_path.iterdir()) == []
    assert found.payload["title"] == payload
    for field in FIELDS:
        assert found.incidents[field] == [payload, payload]
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in Parsed(rendered(render_map(sample_incidents(2)))).tags]


def folium_layers(word: str) -> list[Any]:
    """Layers of many kinds, every text of which says a word."""
    group = folium.FeatureGroup(name=word)
    folium.Marker(
        [41, 127], popup=folium.Popup(word, parse_html=True), tooltip="t", icon=folium.DivIcon(html="x")
    ).add_to(group)
    folium.CircleMarker([41, 127], tooltip=folium.Tooltip("a tooltip", sticky=True)).add_to(group)
    shape_ = {"type": "Feature", "properties": {"said": word}, "geometry": {"type": "Point", "coordinates": [127, 41]}}
    shown = folium.GeoJson(
        {"type": "FeatureCollection", "features": [shape_]}, name=word,
        popup=folium.GeoJsonPopup(["said"]), tooltip=folium.GeoJsonTooltip(["said"]),
        style_function=lambda _: {"color": "red"}, highlight_function=lambda _: {"weight": 5},
    )  # fmt: skip
    return [
        group, shown, folium.PolyLine([[41, 127], [42, 128]], popup="line"), folium.Polygon([[41, 127], [42, 128], [41, 128]]),
        folium.Circle([41, 127], radius=5), folium.Rectangle([[41, 127], [42, 128]]), folium.LatLngPopup(),
        folium.ClickForMarker("here"), folium.LayerControl(collapsed=False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", [name for name in PAYLOADS if "jinja" in name or name in {"trailing_backslash", "quotes", "newlines"}]
)
def test_words_in_a_folium_layer_run_no_python_either(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    m = render_map(sample_incidents(1))
    for layer in folium_layers(PAYLOADS[name]):
        layer.add_to(m)
    assert len(rendered(m)) > 100_000
    assert list(tmp_path.iterdir()) == []


def test_folium_layers_come_out_as_folium_writes_them() -> None:
    """Keep the results of their templates: a second rendering would change nothing but what should not be there."""
    pages = []
    for keep in (verbatim.results_kept, nullcontext):
        m = render_map(sample_incidents(1))
        for layer in folium_layers("a name"):
            layer.add_to(m)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(page, "results_kept", keep)
            pages.append(rendered(m))
    assert pages[0] == pages[1]
    assert branca.element.Element is verbatim.Element


def test_the_probe_itself_runs_when_folium_is_given_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Show that the probe works: the same text in a folium popup does run."""
    monkeypatch.chdir(tmp_path)
    m = folium.Map([41, 127], tiles=None)
    folium.Marker([41, 127], popup=PAYLOADS["jinja_python"]).add_to(m)
    m.get_root().render()
    assert [path.name for path in tmp_path.iterdir()] == ["executed-by-jinja"]


@pytest.mark.parametrize(
    ("layer", "named"),
    [
        (folium.plugins.MarkerCluster(), "markercluster"),
        (folium.plugins.HeatMap([[41, 127]]), r"heat.*assets=FOLDER"),
        (folium.TileLayer("https://tile.example.org/{z}/{x}/{y}.png", attr="x"), "tiles"),
        (folium.Marker([41, 127], icon=folium.Icon()), "Awesome Markers"),
    ],
    ids=["cluster", "heatmap", "tiles", "icon"],
)
def test_layer_that_would_fetch_something_is_refused_by_name(layer: Any, named: str) -> None:
    m = render_map(sample_incidents(1))
    layer.add_to(m)
    with pytest.raises(RenderError, match=named):
        rendered(m)


def test_plugin_is_carried_from_a_folder_of_copies(tmp_path: Path) -> None:
    wanted = folium.plugins.MarkerCluster.default_js + folium.plugins.MarkerCluster.default_css
    for _, url in wanted:
        (tmp_path / url.rsplit("/", 1)[-1]).write_text(
            ".dot{background:url(dot.png)}"
            if url.endswith("css")
            else "window.carried = 1;\n//# sourceMappingURL=x.map\n"
        )
    (tmp_path / "dot.png").write_bytes(b"png")
    m = render_map(sample_incidents(1), assets=tmp_path)
    folium.plugins.MarkerCluster().add_to(m)
    found = Parsed(rendered(m))
    assert "window.carried = 1;" in [code.strip() for code in found.code]
    assert "url(data:image/png;base64,cG5n)" in rendered(m)
    assert not any("src" in attributes for _, attributes in found.tags)
    assert folium.plugins.MarkerCluster.default_js, "the class keeps its list"


def test_plugin_whose_copy_is_missing_is_refused_by_the_file(tmp_path: Path) -> None:
    m = render_map(sample_incidents(1), assets=tmp_path)
    folium.plugins.MarkerCluster().add_to(m)
    with pytest.raises(RenderError, match=r"leaflet\.markercluster\.js, which is not in"):
        rendered(m)


@pytest.mark.parametrize("code", ["a='</script>'", "/* <!-- */"])
def test_plugin_that_would_end_its_script_is_refused(code: str, tmp_path: Path) -> None:
    for _, url in folium.plugins.MarkerCluster.default_js + folium.plugins.MarkerCluster.default_css:
        (tmp_path / url.rsplit("/", 1)[-1]).write_text(code)
    m = render_map(sample_incidents(1), assets=tmp_path)
    folium.plugins.MarkerCluster().add_to(m)
    with pytest.raises(RenderError, match="markercluster"):
        rendered(m)


def test_tiles_let_their_host_through_and_no_other() -> None:
    m = render_map(sample_incidents(1), tiles="OpenStreetMap.Mapnik")
    found = Parsed(rendered(m))
    policy = next(attributes["content"] or "" for tag, attributes in found.tags if tag == "meta")
    assert re.search(r"img-src ([^;]*);", policy)[1] == "data: blob: https://tile.openstreetmap.org"  # type: ignore[index]
    assert "https:" not in policy.replace("https://tile.openstreetmap.org", "")
    assert "OpenStreetMap" in found.payload["tiles"]["attribution"]


@pytest.mark.parametrize(
    ("tiles", "said"),
    [
        ("OpenStreetMap.Mapnick", "did you mean OpenStreetMap.Mapnik"),
        ("no such tiles at all", "xyzservices"),
        ("Thunderforest.Landscape", "needs a key"),
        (
            xyzservices.TileProvider(name="x", url="javascript:pwn()//{z}/{x}/{y}", attribution=""),
            "no address of tiles",
        ),
        (xyzservices.TileProvider(name="x", url="https://a.b;script-src */{z}", attribution=""), "no address of tiles"),
    ],
    ids=["typo", "unknown", "key", "scheme", "policy"],
)
def test_tiles_that_cannot_be_had_are_refused(tiles: Any, said: str) -> None:
    with pytest.raises(RenderError, match=said):
        render_map(sample_incidents(1), tiles=tiles)


def test_no_word_of_a_report_reaches_a_folium_or_branca_constructor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every constructor of the two packages is watched; a word that all texts hold must be in no argument of any."""
    word = "Xyzzyquux"
    seen: list[str] = []
    watched = watch_constructors(monkeypatch, seen)
    table = sample_incidents(2).assign(**dict.fromkeys(FIELDS, f"{word} said"))
    m = render_map(table, title=word)
    rendered(m)
    m._repr_html_()
    assert watched > 100
    assert seen, "constructors were called"
    assert not [argument for argument in seen if word in argument]
    folium.Popup(word)
    assert [argument for argument in seen if word in argument], "the watch itself works"


def watch_constructors(monkeypatch: pytest.MonkeyPatch, seen: list[str]) -> int:
    found = set()
    for module in [module for name, module in sys.modules.items() if name.split(".")[0] in {"folium", "branca"}]:
        for kind in vars(module).values():
            if (
                isinstance(kind, type)
                and kind.__module__.split(".")[0] in {"folium", "branca"}
                and "__init__" in vars(kind)
            ):
                found.add(kind)
    for kind in found:
        monkeypatch.setattr(kind, "__init__", _watching(kind.__init__, seen))
    return len(found)


def _watching(init: Any, seen: list[str]) -> Any:
    def watched(self: Any, *args: Any, **kwargs: Any) -> None:
        seen.extend(repr(argument) for argument in (*args, *kwargs.values()))
        init(self, *args, **kwargs)

    return watched


@pytest.mark.parametrize("number", [24, 600])
def test_two_processes_with_other_hash_seeds_write_the_same_bytes(number: int, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from render_sample import sample_incidents; "
        "from borderatlas.render.atlas_map import render_map; render_map(sample_incidents(int(sys.argv[2]))).save(sys.argv[3])"
    )
    for seed in ("1", "4242"):
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent), str(number), str(tmp_path / seed)],
            check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=120,
        )  # fmt: skip
    assert (tmp_path / "1").read_bytes() == (tmp_path / "4242").read_bytes()


def test_compat_packs_nothing() -> None:
    found = Parsed(rendered(render_map(sample_incidents(600), compat=True)))
    assert found.blocks == {}
    assert len(found.incidents["title"]) == 600
    assert found.payload["basemap"]["arcs"]


@pytest.mark.parametrize("number", [24, 600])
def test_packed_and_plain_say_the_same(number: int) -> None:
    table = sample_incidents(number)
    packed, plain = (Parsed(rendered(render_map(table, compat=compat))) for compat in (False, True))
    assert packed.incidents == plain.incidents
    assert packed.payload["footprints"] == plain.payload["footprints"]
    assert packed.payload["basemap"] == plain.payload["basemap"]


def test_footprint_of_fifty_thousand_vertices_is_simplified_and_the_page_says_so() -> None:
    angles = np.linspace(0, 2 * np.pi, 50_000, endpoint=False)
    reach = 0.5 + 0.05 * np.sin(angles * 900)
    area = Polygon(np.column_stack([127 + reach * np.cos(angles), 41 + reach * np.sin(angles)]))
    table = gpd.GeoDataFrame({"precision": ["county"]}, geometry=[area], crs="EPSG:4326")
    payload = Parsed(rendered(render_map(table))).payload
    (footprint,) = payload["footprints"]
    assert footprint["simplified_from"] == 50_001
    assert sum(map(len, footprint["lines"])) / 2 <= ground.MAX_VERTICES
    assert Polygon(_decoded(footprint["lines"][0])).area == pytest.approx(area.area, rel=0.1)
    assert payload["notes"] == [f"1 outline was simplified to at most {ground.MAX_VERTICES} vertices."]


@pytest.mark.parametrize(
    ("river", "bank", "side"), [("yalu", "CN", 1), ("yalu", "KP", -1), ("tumen", "KP", 1), ("tumen", "CN", -1)]
)
def test_one_bank_of_a_reach_lies_on_its_side_of_the_course(river: str, bank: str, side: int) -> None:
    table = pd.DataFrame({
        "latitude": [41.0], "longitude": [127.0], "precision": ["river_reach"], "river": [river], "bank": [bank],
        "river_km_from": [200.0], "river_km_to": [220.0],
    })  # fmt: skip
    (footprint,) = Parsed(rendered(render_map(table))).payload["footprints"]
    assert footprint["side"] == side
    (line,) = footprint["lines"]
    course = LineString(_decoded(line))
    offset = course.offset_curve(-0.02 * side)  # shapely: left is positive
    country = areas.country_at(*offset.interpolate(0.5, normalized=True).coords[0])
    assert country == bank


def test_rows_without_a_whole_place_are_listed() -> None:
    table = pd.DataFrame({"latitude": [41.0, None, 0.0], "longitude": [None, 127.0, 0.0]})
    found = Parsed(rendered(render_map(table))).incidents
    assert found["precision"] == ["unlocated", "unlocated", "unstated"]
    assert (found["lon"][2], found["lat"][2]) == (0, 0)


def test_script_of_a_foreign_element_is_refused() -> None:
    m = render_map(sample_incidents(1))
    m.get_root().html.add_child(folium.Element("<script src='https://example.org/x.js'></script>"))
    with pytest.raises(RenderError, match=r"example\.org"):
        rendered(m)


def test_refusal_leaves_other_maps_alone() -> None:
    assert folium.Map.default_js, "folium's own maps keep their assets"
    assert render_map(sample_incidents(1)).default_js == []


def test_notebook_frame_is_sandboxed_and_holds_the_page() -> None:
    m = render_map(sample_incidents(2), height_px=500)
    shown = m._repr_html_()
    (frame,) = [attributes for tag, attributes in Parsed(shown).tags if tag == "iframe"]
    assert frame["srcdoc"] == rendered(m)
    assert "allow-same-origin" not in (frame["sandbox"] or "")
    assert "height:500px" in (frame["style"] or "")


def test_page_too_large_for_a_notebook_becomes_a_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borderatlas.render.inline.CAP_BYTES", 1000)
    bundle = render_map(sample_incidents(2))._repr_mimebundle_()
    assert "iframe" not in bundle["text/html"]
    assert "2 incidents" in bundle["text/html"]
    assert bundle["text/plain"] == "<borderatlas map: 2 incidents>"


def test_latitude_and_longitude_are_enough() -> None:
    found = Parsed(rendered(render_map(pd.DataFrame({"latitude": [41.4], "longitude": [128.18]}))))
    assert (found.incidents["lon"], found.incidents["lat"]) == ([12818000], [4140000])
    assert found.incidents["precision"] == ["unstated"]
    assert found.payload["footprints"] == []


def test_point_comes_from_the_footprint_in_any_crs() -> None:
    one = gpd.GeoDataFrame({"id": ["a"]}, geometry=[Point(128.18, 41.4)], crs="EPSG:4326").to_crs("EPSG:32652")
    found = Parsed(rendered(render_map(one))).incidents
    assert (found["lon"], found["lat"]) == ([12818000], [4140000])


def test_empty_table_gives_a_page_of_the_whole_border() -> None:
    empty = pd.DataFrame({"latitude": [], "longitude": []})
    found = Parsed(rendered(render_map(empty))).payload
    assert found["opening"] == [round(value * 1e5) for value in settings.opening_bbox]


def test_opening_ignores_incidents_beyond_the_border_region() -> None:
    table = pd.DataFrame({"latitude": [41.4, 37.5], "longitude": [128.2, 127.0]})
    west, south, east, north = opening(table)
    assert west < 128.2 < east
    assert 41 < south < 41.4 < north


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"place": ["x"]}, "no place"),
        ({"latitude": [128.1], "longitude": [41.4]}, "swapped"),
        ({"latitude": [41.4], "longitude": [12818.0]}, "longitude 12818"),
        ({"latitude": [41.4], "longitude": [128.1], "precision": ["town"]}, "row 0: precision 'town'"),
    ],
)
def test_table_that_cannot_be_drawn_is_refused_with_the_row(columns: dict[str, list[Any]], said: str) -> None:
    with pytest.raises(RenderError, match=said):
        render_map(pd.DataFrame(columns))


def test_footprint_shared_by_many_incidents_is_in_the_page_once(parsed: Parsed) -> None:
    used = parsed.incidents["footprint"]
    precisions = parsed.incidents["precision"]
    assert len(parsed.payload["footprints"]) == len({index for index in used if index >= 0})
    without = {precision for precision, index in zip(precisions, used, strict=True) if index < 0}
    assert without == {"exact", "settlement", "unlocated"}


def test_unlocated_incident_has_no_point_and_no_ground(parsed: Parsed) -> None:
    columns = parsed.incidents
    rows = [i for i, precision in enumerate(columns["precision"]) if precision == "unlocated"]
    assert rows
    assert all(columns[name][row] == block.NOTHING for row in rows for name in ("lon", "lat"))
    assert all(columns["footprint"][row] == -1 for row in rows)


def test_settlement_has_a_radius_in_metres(parsed: Parsed) -> None:
    found = zip(parsed.incidents["precision"], parsed.incidents["uncertainty"], strict=True)
    assert {radius for precision, radius in found if precision == "settlement"} == {4000}


def test_province_without_geometry_takes_the_layers_polygon() -> None:
    province = layers.basemap()["provinces"][0]
    one = pd.DataFrame(
        {"latitude": [41.0], "longitude": [127.0], "precision": ["province"], "place_id": [province["id"]]}
    )
    (footprint,) = Parsed(rendered(render_map(one))).payload["footprints"]
    assert footprint["lines"]


def test_area_of_a_reach_is_drawn_as_the_river_in_it() -> None:
    (yalu, *_) = [f for f in layers.read_features("rivers/rivers.geojson") if f["properties"]["river"] == "yalu"]
    middle = yalu["geometry"]["coordinates"][500]
    stretch = ground.river_stretch(Point(middle).buffer(0.1))
    assert stretch.geom_type in {"LineString", "MultiLineString"}
    assert stretch.distance(Point(middle)) < 1e-9
    sea = box(130.9, 40.0, 131.0, 40.1)
    assert ground.river_stretch(sea) is sea


REACH = {"latitude": [41.4], "longitude": [128.18], "precision": ["river_reach"], "river": ["yalu"]}


@pytest.mark.parametrize(
    "said",
    [
        {"river_km_from": [100.0], "river_km_to": [140.0]},
        {"uncertainty_m": [20000.0]},
        {"river_km_from": [100.0], "river_km_to": [100.0], "uncertainty_m": [20000.0]},
    ],
    ids=["kilometres", "radius", "no length between the kilometres"],
)
def test_reach_without_geometry_is_a_stretch_of_the_river_and_no_circle(said: dict[str, list[float]]) -> None:
    (footprint,) = Parsed(rendered(render_map(pd.DataFrame({**REACH, **said})))).payload["footprints"]
    (yalu,) = [f for f in layers.read_features("rivers/rivers.geojson") if f["properties"]["river"] == "yalu"]
    river = LineString(yalu["geometry"]["coordinates"])
    stretch = LineString([spot for line in footprint["lines"] for spot in _decoded(line)])
    assert footprint["drawing"] == "reach"
    assert max(Point(spot).distance(river) for spot in stretch.coords) < 0.002
    assert 0.05 < stretch.length < river.length / 4


@pytest.mark.parametrize("precision", ["county", "border_strip", "country"])
def test_area_without_geometry_is_shown_as_a_radius_not_as_an_area(precision: str) -> None:
    table = pd.DataFrame(
        {"latitude": [41.4], "longitude": [128.18], "precision": [precision], "uncertainty_m": [9000.0]}
    )
    found = Parsed(rendered(render_map(table)))
    assert found.payload["footprints"] == []
    assert found.incidents["uncertainty"] == [9000]


def _decoded(line: list[int]) -> list[tuple[float, float]]:
    lon = lat = 0
    out = []
    for dlon, dlat in zip(line[::2], line[1::2], strict=True):
        lon, lat = lon + dlon, lat + dlat
        out.append((lon / 1e5, lat / 1e5))
    return out


def test_encode_rounds_to_five_decimals_and_keeps_every_ring() -> None:
    holed = Polygon([(0, 0), (3, 0), (3, 3), (0, 0)], [[(1, 0.5), (2, 0.5), (2, 1.000004), (1, 0.5)]])
    outer, inner, other = layers.encode(MultiPolygon([holed, box(10, 10, 11, 11)]))
    assert _decoded(outer)[2] == (3, 3)
    assert _decoded(inner)[2] == (2, 1)
    assert len(_decoded(other)) == 5


def test_encode_leaves_out_points_and_lines_shorter_than_a_metre() -> None:
    assert layers.encode(Point(1, 1)) == []
    assert layers.encode(LineString([(1, 1), (1.000001, 1)])) == []


def _joined(basemap: dict[str, Any], numbers: list[int]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for number in numbers:
        course = _decoded(basemap["arcs"][~number if number < 0 else number])
        course = course[::-1] if number < 0 else course
        assert not out or out[-1] == course[0]
        out += course[1:] if out else course
    return out


def test_rivers_of_the_page_stay_on_the_data(parsed: Parsed) -> None:
    features = {
        f["properties"]["river"]: f["geometry"]["coordinates"] for f in layers.read_features("rivers/rivers.geojson")
    }
    for river in parsed.payload["basemap"]["rivers"]:
        given = LineString(features[river["river"]])
        (line,) = river["lines"]
        found = LineString(_joined(parsed.payload["basemap"], line))
        assert found.hausdorff_distance(given) < layers.BASEMAP_TOLERANCE * 1.5
        assert Point(found.coords[0]).distance(Point(given.coords[0])) < 1e-5, "from the source to the mouth"


def test_provinces_of_the_page_are_those_of_the_data_and_their_rings_close(parsed: Parsed) -> None:
    features = {
        f["properties"]["id"]: shape(f["geometry"]) for f in layers.read_features("gazetteer/provinces.geojson")
    }
    for province in parsed.payload["basemap"]["provinces"]:
        rings = [_joined(parsed.payload["basemap"], line) for line in province["lines"]]
        assert all(ring[0] == ring[-1] for ring in rings)
        outer = max((Polygon(ring).area for ring in rings), default=0)
        assert outer == pytest.approx(max(part.area for part in shapely.get_parts(features[province["id"]])), rel=0.002)


def test_a_course_that_layers_share_is_written_once(parsed: Parsed) -> None:
    basemap = parsed.payload["basemap"]
    written = [tuple(arc) for arc in basemap["arcs"]]
    assert len(written) == len(set(written))
    used = [
        n for layer in ("rivers", "provinces") for feature in basemap[layer] for line in feature["lines"] for n in line
    ]
    courses = [~n if n < 0 else n for n in used]
    assert max(map(courses.count, set(courses))) >= 3, "a river between two provinces"


def test_basemap_can_be_left_out() -> None:
    assert Parsed(rendered(render_map(sample_incidents(2), layers=False))).payload["basemap"] is None


def test_towns_come_largest_first_and_one_a_spot() -> None:
    towns = layers.basemap()["towns"]
    assert towns["rank"] == sorted(towns["rank"])
    spots = list(zip(towns["lon"], towns["lat"], strict=True))
    assert len(spots) == len(set(spots))
    assert {"Sinuiju", "Hyesan", "Dandong"} <= set(towns["name"])


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["land", "land_kp", "water", "mat", "halo"])
def test_outline_of_symbols_stands_out(palette: dict[str, str], ground: str) -> None:
    assert style.contrast(palette["ink"], palette[ground]) >= 3


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"), [("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("water_text", "paper")]
)
def test_text_is_legible(palette: dict[str, str], text: str, ground: str) -> None:
    assert style.contrast(palette[text], palette[ground]) >= 4.5


def test_contrast_is_wcags() -> None:
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_precision_has_a_style() -> None:
    from borderatlas.render.intake import PRECISION_WORDS

    assert set(PRECISION_WORDS) | {"unstated"} == {entry.key for entry in style.PRECISIONS}


def test_every_asset_is_joined() -> None:
    assert {path.stem for path in (page.ASSETS / "js").iterdir()} == {*page.PRELUDE, *page.SCRIPTS}
    assert {path.stem for path in (page.ASSETS / "css").iterdir()} == set(page.STYLES)
