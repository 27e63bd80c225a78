"""What the program holds, in words: counts of the data, its licences, its doubts, the versions it stands on."""

from __future__ import annotations

import platform
from collections import Counter
from importlib import metadata
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import script_of
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import datasets
from borderatlas.layers.rivers import load_rivers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderatlas.models import Place

_STANDS_ON = (
    "folium",
    "branca",
    "XStatic-Leaflet",
    "geopandas",
    "shapely",
    "pyproj",
    "pyogrio",
    "pandas",
    "typer",
    "ahocorasick_rs",
)
_NEAR_KM = 60
_DOUBTS: dict[str, Callable[[Place], bool]] = {
    "no point is known": lambda place: place.lat is None and place.kind != "region",
    "the point is its unit's or province's": lambda place: place.location_precision == "inherited",
    "the point is from memory or by hand": lambda place: place.location_precision == "approximate",
    "there is no name in Hangul or Hanzi": lambda place: (
        not any(script_of(n.text) in {"Hang", "Hani"} for n in place.names)
    ),
}


def counts() -> Iterator[str]:
    """Count the places, the names and the rivers, a line each."""
    gazetteer = load_gazetteer()
    near = sum(1 for p in gazetteer if p.border_km is not None and p.border_km <= _NEAR_KM)
    yield (
        f"gazetteer: {len(gazetteer):,} places ({near:,} within {_NEAR_KM} km of the border), "
        f"{len(gazetteer.by_name):,} distinct names"
    )
    kinds = Counter(place.kind for place in gazetteer)
    yield "kinds: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    scripts = Counter(script_of(name) for name in gazetteer.by_name)
    yield "names by script (ISO 15924): " + ", ".join(f"{script} {count:,}" for script, count in scripts.most_common())
    for river in load_rivers().values():
        yield f"river: {river.name}, {river.length_km:.1f} km of line, river kilometres from the source"


def summary() -> Iterator[str]:
    """Count the data and list each resource with its licence, a line each."""
    yield from counts()
    description = datasets.describe()
    for resource in description["resources"]:
        licences = ", ".join(licence["name"] for licence in resource["licenses"])
        yield f"{resource['path'] if isinstance(resource['path'], str) else resource['name']}: {resource['title']} ({licences})"
    yield description["credit"]


def defects() -> Iterator[str]:
    """List what is doubtful or missing in the gazetteer: a count for each doubt, then its places."""
    for doubt, holds in _DOUBTS.items():
        places = [place for place in load_gazetteer() if holds(place)]
        yield f"{doubt}: {len(places):,} places"
        yield from (f"  {_named(place)}" for place in places)


def _named(place: Place) -> str:
    return f"{place.id}  {place.name}, {place.kind}, about {place.uncertainty_m / 1000:g} km"


def versions() -> Iterator[str]:
    """Name the versions of the program, its data, Python, the system, and the packages that shape its output."""
    yield f"borderatlas {metadata.version('borderatlas')}"
    yield f"data {datasets.describe().get('version', 'unversioned')}"
    yield f"python {platform.python_version()} on {platform.platform()}"
    for package in _STANDS_ON:
        yield f"{package} {metadata.version(package)}"
