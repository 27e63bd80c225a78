"""folium's plugins and layers on an atlas page: they work beside it, ask for nothing unasked, and nothing is lost in silence.

The plugins' own scripts are in no Python package. Where BORDERATLAS_PLUGINS names a folder with copies of them, they
are what is tested; else stand-ins of the same names and calls, which show that everything they need reaches the page.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import pytest
from folium import plugins
from render_sample import sample_incidents

from borderatlas.errors import RenderError
from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opener

pytestmark = pytest.mark.browser

STAND_INS = {
    "Control.MiniMap.js": "L.Control.MiniMap = L.Control.extend({ initialize(layer, options) { this.layer = layer; L.setOptions(this, options); },"
    " onAdd() { const all = L.DomUtil.create('div', 'leaflet-control-minimap'); const inner = L.DomUtil.create('div', '', all);"
    " inner.style.cssText = 'width:120px;height:90px'; setTimeout(() => { const small = L.map(inner, { attributionControl: false, zoomControl: false });"
    " small.addLayer(this.layer); small.setView([41, 127], 4); }); return all; } });",
    "Control.MiniMap.css": ".leaflet-control-minimap{background:url(images/toggle.svg)}",
    "leaflet-measure.min.js": "const made = new Function('x', 'return x + 1'); if (made(1) === 2) L.Control.Measure = L.Control.extend({ onAdd() { return L.DomUtil.create('div', 'leaflet-control-measure'); } });",
    "leaflet-measure.min.css": ".leaflet-control-measure{width:20px;height:20px}",
    "leaflet.draw.js": "L.Draw = { Event: { CREATED: 'draw:created' } }; L.Control.Draw = L.Control.extend({ onAdd() {"
    " const all = L.DomUtil.create('div', 'leaflet-draw'); L.DomUtil.create('a', 'leaflet-draw-draw-marker', all).href = '#'; return all; } });",
    "leaflet.draw.css": ".leaflet-draw a{background:url('images/spritesheet.svg');width:20px;height:20px}",
    "leaflet_heat.min.js": "L.heatLayer = (points) => { const layer = new L.LayerGroup(); layer.onAdd = (map) => {"
    " const canvas = L.DomUtil.create('canvas', 'leaflet-heatmap-layer', map.getPanes().overlayPane); canvas.points = points.length; }; return layer; };",
    "Control.FullScreen.min.js": "L.control.fullscreen = () => { const Own = L.Control.extend({ onAdd() {"
    " const all = L.DomUtil.create('div', 'leaflet-control-zoom-fullscreen'); return all; } }); return new Own(); };",
    "Control.FullScreen.css": ".leaflet-control-zoom-fullscreen{background:url(icon-fullscreen.svg)}",
}  # fmt: skip
PICTURE = "<svg xmlns='http://www.w3.org/2000/svg'/>"
GREY = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Give a folder with the scripts that the plugins ask for."""
    given = os.environ.get("BORDERATLAS_PLUGINS")
    if given:
        return Path(given)
    folder = tmp_path / "copies"
    (folder / "images").mkdir(parents=True)
    for name, code in STAND_INS.items():
        (folder / name).write_text(code, encoding="utf-8")
    for name in ("images/toggle.svg", "images/spritesheet.svg", "icon-fullscreen.svg"):
        (folder / name).write_text(PICTURE, encoding="utf-8")
    return folder


LINE = {
    "type": "Feature", "properties": {"name": "a line"}, "geometry": {"type": "LineString", "coordinates": [[126, 41], [127, 42]]},
}  # fmt: skip
PLUGINS: dict[str, tuple[Any, str]] = {
    "MiniMap": (lambda: plugins.MiniMap(folium.TileLayer(GREY, attr="none")), ".leaflet-control-minimap"),
    "MeasureControl": (plugins.MeasureControl, ".leaflet-control-measure"),
    "Draw": (lambda: plugins.Draw(export=True), ".leaflet-draw-draw-marker"),
    "HeatMap": (lambda: plugins.HeatMap([[41, 127], [41.2, 127.4], [42, 128]]), "canvas.leaflet-heatmap-layer"),
    "Fullscreen": (plugins.Fullscreen, ".leaflet-control-zoom-fullscreen"),
}


def test_five_plugins_and_layers_work_together_with_the_page(open_map: Opener, copies: Path) -> None:
    m = render_map(sample_incidents(), title="With plugins", assets=copies)
    for make, _ in PLUGINS.values():
        make().add_to(m)
    folium.GeoJson(
        {"type": "FeatureCollection", "features": [LINE]},
        name="lines", tooltip=folium.GeoJsonTooltip(["name"]),
    ).add_to(m)  # fmt: skip
    folium.Marker([41.5, 128.5], icon=folium.CustomIcon(GREY)).add_to(m)
    folium.raster_layers.ImageOverlay(GREY, [[40, 125], [41, 126]], name="image").add_to(m)
    folium.LayerControl(collapsed=False).add_to(m)
    opened = open_map(m)
    opened.page.wait_for_timeout(400)
    for name, (_, selector) in PLUGINS.items():
        assert opened.page.locator(selector).count() == 1, name
    names = opened.run(
        "[...document.querySelectorAll('.leaflet-control-layers-overlays label')].map((one) => one.textContent.trim())"
    )
    assert {"lines", "image"} <= {*names}
    assert opened.page.locator("path.leaflet-interactive").count() >= 1
    opened.run("borderatlas.open(1)")
    opened.page.wait_for_selector(".leaflet-popup blockquote")
    assert opened.page.inner_text("#number") == "24 of 24 incidents shown"
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert [said for said in opened.errors if "willReadFrequently" not in said] == [], "the heat map's, of its canvas"
    assert opened.violations == []


def test_only_a_plugin_that_makes_code_from_text_widens_the_policy(copies: Path) -> None:
    pages = {}
    for name, (make, _) in PLUGINS.items():
        m = render_map(sample_incidents(1), assets=copies)
        make().add_to(m)
        pages[name] = re.findall('Content-Security-Policy" content="([^"]*)"', m.get_root().render())[0]
    assert [name for name, policy in pages.items() if "unsafe-eval" in policy] == ["MeasureControl"]
    assert all("http" not in policy for policy in pages.values())


@pytest.mark.skipif(not os.environ.get("BORDERATLAS_PLUGINS"), reason="BORDERATLAS_PLUGINS names no folder of copies")
def test_a_marker_is_drawn_with_the_real_plugin(open_map: Opener, copies: Path) -> None:
    m = render_map(sample_incidents(2), assets=copies, bounds=(124.0, 39.6, 130.9, 43.1))
    plugins.Draw(export=True).add_to(m)
    opened = open_map(m)
    opened.page.locator(".leaflet-draw-draw-marker").click()
    opened.page.mouse.click(900, 400)
    assert opened.page.locator(".leaflet-marker-icon").count() == 1
    assert opened.errors == []


@pytest.mark.parametrize("name", PLUGINS)
def test_each_is_refused_by_name_where_there_are_no_copies(name: str) -> None:
    m = render_map(sample_incidents(1))
    PLUGINS[name][0]().add_to(m)
    with pytest.raises(RenderError, match=rf"{name}: needs .*assets=FOLDER"):
        m.get_root().render()


def test_a_mini_map_may_show_the_tiles_that_were_asked_for(open_map: Opener, copies: Path) -> None:
    m = render_map(sample_incidents(2), assets=copies, tiles="OpenStreetMap.Mapnik")
    plugins.MiniMap().add_to(m)
    opened = open_map(m)
    opened.page.wait_for_timeout(400)
    assert {url.split("/")[2] for url in opened.requests if url.startswith("http")} == {"tile.openstreetmap.org"}
    assert opened.violations == []
    assert "tile.openstreetmap.org" in opened.page.inner_text("#online")
    assert opened.page.get_by_label("Online map tiles").is_checked()
    opened.page.locator("[data-language=ko]").click()
    assert "온라인 지도 타일" in opened.page.inner_text("#section-layers")


ELSEWHERE = "https://elsewhere.example/"
ASKING = {
    "mini map": (plugins.MiniMap, "MiniMap: fetches tiles from tile.openstreetmap.org"),
    "other tiles": (lambda: folium.TileLayer(ELSEWHERE + "{z}/{x}/{y}.png", attr="x"), "TileLayer: fetches tiles from elsewhere.example"),
    "wms": (lambda: folium.WmsTileLayer(ELSEWHERE, "x"), "WmsTileLayer: fetches tiles from elsewhere.example"),
    "image": (lambda: folium.raster_layers.ImageOverlay(ELSEWHERE + "x.png", [[40, 125], [41, 126]]), "ImageOverlay: .*x.png would be fetched"),
    "video": (lambda: folium.raster_layers.VideoOverlay(ELSEWHERE + "x.mp4", [[40, 125], [41, 126]]), "VideoOverlay: .*x.mp4 would be fetched"),
    "icon": (lambda: folium.Marker([41, 127], icon=folium.CustomIcon(ELSEWHERE + "x.png")), "CustomIcon: .*x.png would be fetched"),
    "popup": (lambda: folium.Marker([41, 127], popup=f"<img src='{ELSEWHERE}x.png'>"), "x.png.* would be fetched"),
    "float image": (lambda: plugins.FloatImage(ELSEWHERE + "x.png"), "x.png.* would be fetched"),
    "geocoder": (plugins.Geocoder, "Geocoder: asks a server"),
    "realtime": (lambda: plugins.Realtime(ELSEWHERE + "x.json"), "Realtime: "),
    "vector tiles": (lambda: plugins.VectorGridProtobuf(ELSEWHERE + "{z}/{x}/{y}.pbf", "x", {}), "VectorGridProtobuf: "),
}  # fmt: skip


@pytest.mark.parametrize("tiles", [None, "OpenTopoMap"])
@pytest.mark.parametrize("kind", ASKING)
def test_what_would_be_fetched_is_named_and_not_lost_in_silence(copies: Path, kind: str, tiles: str | None) -> None:
    make, said = ASKING[kind]
    m = render_map(sample_incidents(1), assets=copies, tiles=tiles)
    make().add_to(m)
    with pytest.raises(RenderError, match=said):
        m.get_root().render()


def test_data_beside_the_page_would_be_fetched_too(tmp_path: Path) -> None:
    (tmp_path / "line.json").write_text(json.dumps({"type": "FeatureCollection", "features": [LINE]}), encoding="utf-8")
    m = render_map(sample_incidents(1))
    folium.GeoJson(str(tmp_path / "line.json"), embed=False).add_to(m)
    with pytest.raises(RenderError, match=r"GeoJson: .*line\.json would be fetched"):
        m.get_root().render()


def test_a_style_sheet_that_shows_what_is_not_there_is_refused(copies: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    for name in ("Control.FullScreen.min.js", "Control.FullScreen.css"):
        (folder / name).write_text((copies / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "secret.svg").write_text(PICTURE, encoding="utf-8")
    m = render_map(sample_incidents(1), assets=folder)
    plugins.Fullscreen().add_to(m)
    with pytest.raises(RenderError, match=r"Control\.FullScreen\.css shows icon-fullscreen\.svg, which is not in"):
        m.get_root().render()
    (folder / "Control.FullScreen.css").write_text("a{background:url(../secret.svg)}", encoding="utf-8")
    with pytest.raises(RenderError, match="secret"):
        m.get_root().render()
