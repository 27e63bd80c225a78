"""Compare the project's page with what folium, geopandas and others write, on the same incidents in one run.

    python benchmarks/render.py --assets ASSETS [--fetch] [--venvs VENVS] [--install] [--sizes 1000,10000,100000]

The peers' pages fetch scripts when they are opened. Here the network is cut, and ASSETS answers in its place: a folder
of copies by host and path, filled from npm packages by ``--fetch`` (npm must be installed). What is in no package is
answered with nothing, counted, and named below the table. VENVS holds a virtual environment for each peer that needs more
than folium and geopandas (`NEEDS`: ``VENVS/explore``, ``VENVS/pydeck``, ``VENVS/plotly``), which sees this interpreter's
packages beside its own and is made by ``--install``; a peer that has none is run by this interpreter when what it needs is
there; one that cannot be had is said in the table and at the end. Each page is written by a process of its own and opened in a Chromium of its own; writers take turns, and the middle is given.

write : seconds from the table to the file, imports not counted. of fast : the same as a share of FastMarkerCluster's.
peak : growth of the process' memory while writing, MB.
html, gz : size of the file and of the file under gzip, MB; what the peers fetch comes on top.
ready : seconds from opening to the first frame in which the map is drawn and the page has loaded; the middle of several
openings, for which the tools take turns. What draws by WebGL has drawn its map when half of the incidents are in a frame.
whole : seconds until the panel beside this project's map is made too; it follows when the map is on the screen.
heap : JavaScript heap then, MB.  pan : the longest frame while the map is dragged, milliseconds; the middle of three drags.
popup : milliseconds from the first click on the page to the popup's text; of this project a real click, by the mark that
the page leaves in the browser's timeline, of others from opening a marker's popup. seen : until the frame that shows it.
missing : requests that no copy answered.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas

    Writer = Callable[[geopandas.GeoDataFrame, str], None]

ROOT = Path(__file__).resolve().parent.parent
OURS = "borderatlas"
REFERENCE = "fastmarkercluster"
TYPES = ("crossing", "arrest", "shooting", "smuggling", "repatriation", "flood", "construction", "exercise")
PATIENCE_S = float(os.environ.get("BORDERATLAS_BENCH_PATIENCE_S", "120"))
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")  # fmt: skip


def incidents(number: int, seed: int = 7) -> geopandas.GeoDataFrame:
    """Make incidents along the border: a point, a date, one of eight types, a title and 200 characters of quote."""
    import geopandas as gpd
    import numpy as np

    draw, numbers = random.Random(seed), np.random.default_rng(seed)
    parts = ("ka", "mu", "san", "dan", "jil", "hye", "rok", "tum", "en", "chang", "po", "ri", "gun", "do", "min", "ji")
    vocabulary = ["".join(draw.choice(parts) for _ in range(draw.randint(1, 4))) for _ in range(4000)]
    weight = 1 / np.arange(1, len(vocabulary) + 1) ** 0.9
    words = numbers.choice(len(vocabulary), size=(number, 40), p=weight / weight.sum())
    days = np.sort(numbers.integers(0, 9000, number))
    points = gpd.points_from_xy(numbers.uniform(124, 131, number).round(5), numbers.uniform(40, 43, number).round(5))
    return gpd.GeoDataFrame(
        {
            "date_start": (np.datetime64("2001-01-01") + days).astype(str),
            "event_type": numbers.choice(TYPES, number),
            "title": [f"Incident {i}: {vocabulary[row[0]]}" for i, row in enumerate(words)],
            "quote": [" ".join(vocabulary[j] for j in row)[:200].ljust(200, ".") for row in words],
        },
        geometry=points, crs="EPSG:4326",
    )  # fmt: skip


# What writes the pages ------------------------------------------------------------------------------------------------


def write_ours(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write the project's page."""
    from borderatlas.render.atlas_map import render_map

    render_map(table).save(path)


def _map(**options: Any) -> Any:
    import folium

    m = folium.Map([41.5, 127.5], zoom_start=7, tiles=None, **options)
    m.options["max_zoom"] = 18  # without tiles nothing else says it, and markercluster would stop
    return m


def _popup(row: Any) -> Any:
    import folium

    said = f"<b>{escape(row.title)}</b><br>{row.date_start} {escape(row.event_type)}<blockquote>{escape(row.quote)}</blockquote>"
    return folium.Popup(said, max_width=300)


def _markers(table: geopandas.GeoDataFrame, onto: Any) -> None:
    import folium

    for row in table.itertuples():
        folium.Marker([row.geometry.y, row.geometry.x], popup=_popup(row)).add_to(onto)


def write_markers(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write a marker and a popup for each incident."""
    m = _map()
    _markers(table, m)
    m.save(path)


def write_cluster(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write the same markers into a cluster."""
    from folium.plugins import MarkerCluster

    m = _map()
    _markers(table, MarkerCluster().add_to(m))
    m.save(path)


FAST = """function (row) { var marker = L.marker([row[0], row[1]]);
  marker.bindPopup(function () { var all = document.createElement('div');
    row.slice(2).forEach(function (text) { var one = document.createElement('blockquote'); one.textContent = text; all.appendChild(one); });
    return all; }); return marker; }"""


def write_fast(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write rows of data, and a callback that makes markers of them."""
    from folium.plugins import FastMarkerCluster

    m = _map()
    rows = table.assign(lat=table.geometry.y, lon=table.geometry.x)
    columns = ["lat", "lon", "title", "date_start", "event_type", "quote"]
    FastMarkerCluster(rows[columns].to_numpy().tolist(), callback=FAST).add_to(m)
    m.save(path)


def write_geojson(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write GeoJSON with popups, drawn on a canvas."""
    import folium

    m = _map(prefer_canvas=True)
    fields = ["title", "date_start", "event_type", "quote"]
    marker = folium.CircleMarker(radius=4, fill=True)
    folium.GeoJson(table, marker=marker, popup=folium.GeoJsonPopup(fields=fields)).add_to(m)
    m.save(path)


def write_explore(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write what geopandas writes."""
    table.explore(tooltip="title", popup=True, tiles=None).save(path)


def write_pydeck(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write a layer of deck.gl."""
    import pydeck

    rows = table.drop(columns="geometry").assign(lat=table.geometry.y, lon=table.geometry.x)
    layer = pydeck.Layer("ScatterplotLayer", rows, get_position="[lon, lat]", pickable=True, radius_min_pixels=3)
    view = pydeck.ViewState(latitude=41.5, longitude=127.5, zoom=6)
    pydeck.Deck([layer], map_provider=None, initial_view_state=view).to_html(path, open_browser=False)


def write_plotly(table: geopandas.GeoDataFrame, path: str) -> None:
    """Write a figure of plotly."""
    import plotly.express as px

    rows = table.drop(columns="geometry").assign(lat=table.geometry.y, lon=table.geometry.x)
    figure = px.scatter_map(
        rows, lat="lat", lon="lon", color="event_type", hover_name="title", hover_data=["date_start", "quote"],
        zoom=5.5, map_style="white-bg",
    )  # fmt: skip
    figure.write_html(path, include_plotlyjs=True)


DOM = "document.querySelectorAll('.leaflet-marker-pane > *').length > 0"
DRAWN = "(bench.arcs >= bench.number * 0.5 || document.querySelectorAll('path.leaflet-interactive').length >= bench.number * 0.5)"
GL = "bench.symbols >= bench.number * 0.5"
"""Half of the incidents drawn, as of the others: a background, or the first of many batches, is no map of incidents."""
TOOLS: dict[str, tuple[Writer, str, int, str, str]] = {
    # name: writer, when its map is there, largest size, package to be imported first, what it is
    OURS: (
        write_ours,
        "window.borderatlas && window.borderatlas.stacks",
        10**6,
        "borderatlas.render.atlas_map",
        "render_map",
    ),
    "markers": (write_markers, DOM, 10_000, "folium.plugins", "folium.Marker and Popup in a loop"),
    "markercluster": (write_cluster, DOM, 10_000, "folium.plugins", "folium MarkerCluster"),
    REFERENCE: (write_fast, DOM, 10**6, "folium.plugins", "folium FastMarkerCluster, lazy popups"),
    "geojson": (write_geojson, DRAWN, 10**6, "folium.plugins", "folium.GeoJson, canvas"),
    "explore": (write_explore, DRAWN, 10_000, "folium.plugins", "GeoDataFrame.explore"),
    "pydeck": (write_pydeck, GL, 10**6, "pydeck", "pydeck ScatterplotLayer"),
    "plotly": (write_plotly, GL, 10**6, "plotly.express", "plotly scatter_map"),
}


def write_one(tool: str, number: int, path: str) -> dict[str, float]:
    """Write one page in this process, and say how long it took and how much memory it grew by."""
    import resource

    table = incidents(number)
    writer, _, _, package, _ = TOOLS[tool]
    importlib.import_module(package)
    if tool == "explore":
        importlib.import_module("matplotlib")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    writer(table, path)
    seconds = time.perf_counter() - start
    return {"write_s": seconds, "peak_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024}


# The peers' scripts from npm ------------------------------------------------------------------------------------------

PACKAGES = (
    ("cdn.jsdelivr.net/npm/leaflet@1.9.3/dist", "leaflet@1.9.3", "dist"),
    ("cdn.jsdelivr.net/npm/bootstrap@5.2.2/dist", "bootstrap@5.2.2", "dist"),
    ("cdn.jsdelivr.net/npm/@fortawesome/fontawesome-free@6.2.0", "@fortawesome/fontawesome-free@6.2.0", "."),
    ("cdnjs.cloudflare.com/ajax/libs/leaflet.markercluster/1.1.0", "leaflet.markercluster@1.1.0", "dist"),
    ("cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2", "leaflet.awesome-markers@2.0.5", "dist"),
    ("code.jquery.com/jquery-3.7.1.min.js", "jquery@3.7.1", "dist/jquery.min.js"),
    # pydeck's page asks for files of its own version: these are 0.9.3's; its widget is in pydeck itself
    ("cdn.jsdelivr.net/npm/@deck.gl/widgets@~9.3.*/dist", "@deck.gl/widgets@~9.3.0", "dist"),
    ("api.tiles.mapbox.com/mapbox-gl-js/v1.13.0/mapbox-gl.js", "mapbox-gl@1.13.0", "dist/mapbox-gl.js"),
)  # fmt: skip


def fetch(assets: Path) -> None:
    """Fill a folder with what the peers' pages ask for, as far as npm packages have it."""
    for target, package, part in PACKAGES:
        if (assets / target).exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            command = ["npm", "pack", package, "--silent", "--pack-destination", folder]
            if subprocess.run(command, capture_output=True, check=False).returncode:
                print(f"not to be had: {package}; what asks for it will be answered with nothing")
                continue
            for archive in Path(folder).glob("*.tgz"):
                with tarfile.open(archive) as packed:
                    packed.extractall(folder, filter="data")
            source = Path(folder) / "package" / part
            (assets / target).parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, assets / target)


def take_widget(assets: Path, venvs: Path | None) -> None:
    """Copy pydeck's widget, which npm does not have, out of pydeck itself, to where its page asks for it."""
    target = assets / "cdn.jsdelivr.net/npm/@deck.gl/jupyter-widget@~9.3.*/dist/index.js"
    found = sorted((venvs or assets).glob("pydeck/lib/python*/site-packages/pydeck/nbextension/static/index.js"))
    if found and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(found[0], target)


def copy_of(url: str, assets: Path | None) -> Path | None:
    """Give the local copy of an address; some addresses say .min where packages have the file without."""
    if assets is None:
        return None
    path = assets / re.sub(r"^https?://|[?#].*$", "", url)
    return next((p for p in (path, path.with_name(path.name.replace(".min.", "."))) if p.is_file()), None)


# The browser ----------------------------------------------------------------------------------------------------------

WATCH = """(() => { const bench = window.bench = { number: NUMBER, arcs: 0, symbols: 0, frame: 0 };
  const arc = CanvasRenderingContext2D.prototype.arc;
  CanvasRenderingContext2D.prototype.arc = function (...rest) { bench.arcs += 1; return arc.apply(this, rest); };
  for (const Kind of [self.WebGL2RenderingContext, self.WebGLRenderingContext]) if (Kind) {
    // a symbol is an instance, or two triangles
    const drawn = { drawArrays: (a) => a[2] / 6, drawElements: (a) => a[1] / 6, drawArraysInstanced: (a) => a[3], drawElementsInstanced: (a) => a[4] };
    for (const [name, number] of Object.entries(drawn)) {
      const draw = Kind.prototype[name];
      if (draw) Kind.prototype[name] = function (...rest) { bench.frame += number(rest); return draw.apply(this, rest); };
    } }
  const look = () => {
    bench.symbols = Math.max(bench.symbols, bench.frame || 0); // those of one frame, not of one frame after another
    bench.frame = 0;
    if (document.readyState === 'complete' && (READY)) requestAnimationFrame(() => requestAnimationFrame(() => { bench.ready = performance.now(); }));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look); })()"""
FRAMES = """() => { let last = performance.now(); bench.gap = 0;
  const frame = () => { const now = performance.now(); bench.gap = Math.max(bench.gap, now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame); }"""
OUR_SYMBOL = """() => { const box = borderatlas.map.getContainer().getBoundingClientRect(); const size = borderatlas.map.getSize();
  const one = borderatlas.stacks().find((s) => s.count === 1 && s.x > 100 && s.x < size.x - 100 && s.y > 100 && s.y < size.y - 100);
  return one && { x: box.left + one.x, y: box.top + one.y }; }"""
OUR_WHOLE = "performance.getEntriesByName('borderatlas panel')[0]?.startTime"
OUR_MARKS = """() => { const [text, seen] = ['borderatlas popup', 'borderatlas popup seen'].map((name) => performance.getEntriesByName(name)[0]);
  return text && seen && { popup_ms: text.duration, seen_ms: seen.duration }; }"""
PEER_POPUP = """() => { const map = Object.entries(window).find(([name]) => /^map_[0-9a-f]{32}$/.test(name))?.[1]; if (!map) return;
  const all = []; const gather = (layer) => { if (layer.eachLayer) layer.eachLayer(gather); else if (layer.getPopup && layer.getPopup()) all.push(layer); };
  map.eachLayer(gather); const one = all.find((layer) => layer._map && layer.getLatLng) || all.find((layer) => layer.getLatLng); if (!one) return;
  const start = performance.now(); (one._map ? one.openPopup() : map.openPopup(one.getPopup(), one.getLatLng()));
  const look = () => { const shown = document.querySelector('.leaflet-popup-content'); if (shown && shown.textContent.trim()) bench.popup = performance.now() - start; else setTimeout(look, 1); };
  look(); }"""


def browse(playwright: Any, path: Path, tool: str, number: int, assets: Path | None) -> dict[str, Any]:
    """Open a page and measure it."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM))
    try:
        page = browser.new_page(viewport={"width": 1200, "height": 800}, bypass_csp=False)
        missing: list[str] = []
        page.route(re.compile("^https?://"), lambda route: _answer(route, assets, missing))
        page.add_init_script(WATCH.replace("NUMBER", str(number)).replace("READY", TOOLS[tool][1]))
        page.goto(path.resolve().as_uri(), wait_until="commit", timeout=PATIENCE_S * 1000)
        ready = _until(page, "window.bench && bench.ready")
        if ready is None:
            return {"error": f"not drawn after {PATIENCE_S:g} s", "missing": len(missing), "unanswered": missing}
        whole = _until(page, OUR_WHOLE, 10) if tool == OURS else None
        heap = _heap(page)
        return {
            "ready_s": ready / 1000,
            **({"whole_s": whole / 1000} if whole else {}),
            "heap_mb": heap,
            **_dragged(page),
            **_popped(page, tool),
            "missing": len(missing),
            "unanswered": missing,
        }
    finally:
        browser.close()


def chromium() -> str:
    """Find the browser."""
    found = os.environ.get("BORDERATLAS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        sys.exit("no Chromium: install it, or set BORDERATLAS_CHROMIUM")
    return found


def _answer(route: Any, assets: Path | None, missing: list[str]) -> None:
    found = copy_of(route.request.url, assets)
    if found:
        route.fulfill(path=str(found), headers={"Access-Control-Allow-Origin": "*"})
        return
    missing.append(route.request.url)
    route.abort()


def _until(page: Any, expression: str, seconds: float = PATIENCE_S) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = page.evaluate(expression)
        if found:
            return found
        page.wait_for_timeout(20)
    return None


def _heap(page: Any) -> float:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"]) / 1e6


def _dragged(page: Any) -> dict[str, float]:
    """Drag the map three times, and give the longest frame of each turn's middle: the first warms the page up."""
    worst = []
    for _ in range(3):
        page.evaluate(FRAMES)
        page.mouse.move(700, 500)
        page.mouse.down()
        for step in range(10):
            page.mouse.move(700 - 25 * step, 500 - 10 * step)
            page.wait_for_timeout(16)
        page.mouse.up()
        page.wait_for_timeout(600)
        worst.append(page.evaluate("bench.gap"))
    return {"pan_ms": statistics.median(worst), "pan_first_ms": worst[0]}


def _popped(page: Any, tool: str) -> dict[str, float]:
    if tool == OURS:
        page.evaluate("borderatlas.map.setView([41.5, 127.5], 13, { animate: false })")
        page.wait_for_timeout(400)
        at = page.evaluate(OUR_SYMBOL)
        if not at:
            page.evaluate(
                "(row) => borderatlas.map.setView([borderatlas.store.latOf(0), borderatlas.store.lonOf(0)], 13, { animate: false })"
            )
            page.wait_for_timeout(400)
            at = page.evaluate(OUR_SYMBOL)
        page.mouse.click(at["x"], at["y"])
        marks: dict[str, float] = _until(page, OUR_MARKS, 10) or {}
        return marks
    page.evaluate(PEER_POPUP)
    popup = _until(page, "bench.popup", 10)
    return {} if popup is None else {"popup_ms": popup}


# The run --------------------------------------------------------------------------------------------------------------


NEEDS = {"explore": ("mapclassify", "matplotlib"), "pydeck": ("pydeck",), "plotly": ("plotly",)}
"""Packages that a peer needs beside folium and geopandas."""


def interpreter(tool: str, venvs: Path | None) -> str | None:
    """Give the interpreter that has all that a tool needs, or None."""
    own = venvs / tool / "bin" / "python" if venvs else None
    if own and own.is_file():
        return str(own)
    needs = (TOOLS[tool][3].split(".")[0], *NEEDS.get(tool, ()))
    return sys.executable if all(map(importlib.util.find_spec, needs)) else None


def install(venvs: Path) -> None:
    """Make the environments that are not there yet, each with the packages of this interpreter and the peer's own."""
    for tool, needs in NEEDS.items():
        if interpreter(tool, venvs):
            continue
        folder = venvs / tool
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        (site,) = folder.glob("lib/python*/site-packages")
        ours = [path for path in sys.path if path.endswith("site-packages")]
        (site / "beside.pth").write_text("\n".join(ours) + "\n", encoding="utf-8")
        done = subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", *needs], check=False)
        if done.returncode:
            shutil.rmtree(folder)  # then the table says that it could not be had


def written(tool: str, number: int, python: str, path: Path) -> dict[str, Any]:
    """Write a page in a process of its own."""
    done = subprocess.run(
        [python, __file__, "--one", tool, str(number), str(path)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode:
        return {"error": (done.stderr.strip().splitlines() or ["?"])[-1][:120]}
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def opened(
    tools: list[str], number: int, args: argparse.Namespace, folder: Path, rows: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Open the pages that were written, the tools in turn; give the middle of each figure. One that is not drawn is not tried again."""
    from playwright.sync_api import sync_playwright

    found: dict[str, list[dict[str, Any]]] = {tool: [] for tool in tools if "error" not in rows[tool]}
    for _ in range(args.turns):
        for tool, seen in found.items():
            if any("error" in one for one in seen):
                continue
            with sync_playwright() as playwright:
                seen.append(browse(playwright, folder / f"{tool}-{number}.html", tool, number, args.assets))
    return {tool: middles(seen) for tool, seen in found.items()}


def middles(seen: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the middle of each figure of several openings; of one that failed, what it said."""
    failed = next((one for one in seen if "error" in one), None)
    if failed:
        return failed
    numbers = {key: [one[key] for one in seen if key in one] for key in seen[0] if key != "unanswered"}
    return {key: statistics.median(values) for key, values in numbers.items()} | {"unanswered": seen[0]["unanswered"]}


def measure(number: int, args: argparse.Namespace, folder: Path) -> dict[str, dict[str, Any]]:
    """Give the figures of every tool at one size."""
    rows: dict[str, dict[str, Any]] = {}
    turns: dict[str, list[dict[str, Any]]] = {}
    tools = [tool for tool in args.tools.split(",") if number <= TOOLS[tool][2]]
    for _ in range(args.turns):
        for tool in tools:
            python = interpreter(tool, args.venvs)
            path = folder / f"{tool}-{number}.html"
            said = (
                written(tool, number, python, path)
                if python
                else {"error": f"not to be had: needs {' and '.join(NEEDS.get(tool, (tool,)))}"}
            )
            turns.setdefault(tool, []).append(said)
    for tool in tools:
        good = [turn for turn in turns[tool] if "error" not in turn]
        if not good:
            rows[tool] = turns[tool][0]
            continue
        page = (folder / f"{tool}-{number}.html").read_bytes()
        rows[tool] = {key: statistics.median(turn[key] for turn in good) for key in good[0]}
        rows[tool] |= {"html_mb": len(page) / 1e6, "gz_mb": len(gzip.compress(page, 6)) / 1e6}
    for tool, seen in opened(tools, number, args, folder, rows).items():
        rows[tool] |= seen
    reference = rows.get(REFERENCE, {}).get("write_s")
    for row in rows.values():
        if reference and "write_s" in row:
            row["of_fast"] = row["write_s"] / reference
    return rows


MOST_TOLD = 20
"""Addresses that are named at the end, at most."""

COLUMNS = (
    ("write_s", "write s", ".2f"), ("of_fast", "of fast", ".2f"), ("peak_mb", "peak MB", ".0f"), ("html_mb", "html MB", ".2f"),
    ("gz_mb", "gz MB", ".2f"), ("ready_s", "ready s", ".2f"), ("whole_s", "whole s", ".2f"), ("heap_mb", "heap MB", ".0f"), ("pan_ms", "pan ms", ".0f"),
    ("popup_ms", "popup ms", ".0f"), ("seen_ms", "seen ms", ".0f"), ("missing", "missing", ".0f"),
)  # fmt: skip


def show(number: int, rows: dict[str, dict[str, Any]]) -> None:
    """Print one size's table, and how this project stands to the best of the others."""
    print(f"\n{number:,} incidents")
    print("".join([f"{'':18}", *(f"{head:>10}" for _, head, _ in COLUMNS)]))
    for tool, row in rows.items():
        figures = "".join(
            f"{format(row[key], form) if row.get(key) is not None else '-':>10}" for key, _, form in COLUMNS
        )
        print(f"{tool:18}{figures}{'  ' + row['error'] if 'error' in row else ''}")
    ready = {tool: row["ready_s"] for tool, row in rows.items() if "ready_s" in row}
    best = min((tool for tool in ready if tool != OURS), key=ready.__getitem__, default=None)
    if best and OURS in ready:
        print(f"ready: {ready[OURS] / ready[best]:.2f} of the best peer's ({best})")


def tell_gaps(found: dict[int, dict[str, dict[str, Any]]]) -> None:
    """Say which peers were not measured and why, and what no copy answered."""
    for number, rows in found.items():
        for tool, row in rows.items():
            if "error" in row:
                print(f"{number:,} incidents: {tool} not measured: {row['error']}")
    unanswered = {
        (tool, url) for rows in found.values() for tool, row in rows.items() for url in row.get("unanswered", ())
    }
    for tool, url in sorted(unanswered)[:MOST_TOLD]:
        print(f"{tool} asked in vain for {url[:140]}")


def main() -> None:
    """Run the comparison."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(write_one(sys.argv[2], int(sys.argv[3]), sys.argv[4])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--assets", type=Path)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("--venvs", type=Path)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    if args.fetch:
        fetch(args.assets)
    if args.install:
        install(args.venvs)
    if args.assets:
        take_widget(args.assets, args.venvs)
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in map(int, args.sizes.split(",")):
            found[number] = measure(number, args, Path(folder))
            show(number, found[number])
    tell_gaps(found)
    if args.json:
        args.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
