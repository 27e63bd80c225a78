"""What the program holds, in words: counts of the data, its licences, its doubts, the versions it stands on."""

from __future__ import annotations

import csv
import math
import platform
from collections import Counter
from importlib import metadata
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import Script, fold_name, script_of
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import datasets, geodesy
from borderatlas.layers.rivers import border_parts, load_rivers, read_layer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

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
_LOCAL_SCRIPTS = frozenset({"Hang", "Hani"})
_SCRIPTS: tuple[Script, ...] = ("Latn", "Hang", "Hani", "Cyrl")
_LOCALLY_NAMED = frozenset({"KP", "CN", "KR", "CN/KP", "KP/KR", "KP/RU"})
"""Countries whose places have a name in Hangul or Hanzi of their own."""
_MAIN_COUNTRIES = ("KP", "CN", "CN/KP", "RU", "KR")
_COLUMNS = ("places", "names", *_SCRIPTS, "source", "Hang/Hani", "point", "uncertainty")


def counts() -> Iterator[str]:
    """Count the places, the names and the rivers, a line each."""
    gazetteer = load_gazetteer()
    near = sum(1 for p in gazetteer if p.border_km is not None and p.border_km <= _NEAR_KM)
    yield (
        f"gazetteer: {len(gazetteer):,} places ({near:,} within {_NEAR_KM} km of the border), "
        f"{len(gazetteer.by_name):,} distinct names"
    )
    yield from links()
    kinds = Counter(place.kind for place in gazetteer)
    yield "kinds: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    scripts = Counter(script_of(name) for name in gazetteer.by_name)
    yield "names by script (ISO 15924): " + ", ".join(f"{script} {count:,}" for script, count in scripts.most_common())
    for river in load_rivers().values():
        yield f"river: {river.name}, {river.length_km:.1f} km of line, river kilometres from the source"
    parts = {name: geodesy.length_km(line) for name, line in border_parts().items()}
    yield f"border: {sum(parts.values()):,.1f} km of line; {parts['paektu']:.1f} km of it over Mount Paektu are no river"
    reports = [path for path in datasets.data_path("reports").glob("*.md") if path.name != "README.md"]
    yield f"example reports: {len(reports)}"


def links() -> Iterator[str]:
    """Count the towns with a twin, the crossings and what they carry, a line each."""
    gazetteer = load_gazetteer()
    pairs = {frozenset((place.id, twin)) for place in gazetteer for twin in place.twins}
    bases = Counter(basis for (basis,) in _read_columns("gazetteer/twins.csv", "basis"))
    resting = ", ".join(f"{basis} {count}" for basis, count in sorted(bases.items()))
    yield f"twins across a border river: {len(pairs)} pairs ({resting})"
    crossings = [place for place in gazetteer if place.kind in {"bridge", "crossing"} and place.border_km is not None]
    loads = Counter(load for place in crossings for load in place.carries)
    carried = ", ".join(f"{load} {count}" for load, count in loads.most_common())
    unknown = sum(not place.carries for place in crossings)
    yield f"crossings: {len(crossings)}; they carry {carried}; not known of {unknown}"


def table() -> Iterator[str]:
    """Tabulate places and names by kind and by country: how many, in which script, and what share has what.

    `source` is the share of places that, with all their names, name a source; `Hang/Hani` of those with a name in
    Hangul or Hanzi; `point` of those with coordinates, their own or their unit's; `uncertainty` of those with a radius.
    """
    gazetteer = load_gazetteer()
    sourced = _sourced()
    yield f"{'':<14}" + "".join(f"{column:>12}" for column in _COLUMNS)
    kinds = Counter(place.kind for place in gazetteer)
    for kind, _ in kinds.most_common():
        yield _row(kind, [p for p in gazetteer if p.kind == kind], sourced)
    for country in _MAIN_COUNTRIES:
        yield _row(f"in {country}", [p for p in gazetteer if p.country == country], sourced)
    yield _row("elsewhere", [p for p in gazetteer if p.country not in _MAIN_COUNTRIES], sourced)
    yield _row("all", list(gazetteer), sourced)


def _row(title: str, places: Sequence[Place], sourced: Collection[str]) -> str:
    names = {fold_name(name.text) for place in places for name in place.names}
    scripts = Counter(script_of(name) for name in names)
    figures = [len(places), len(names), *(scripts[script] for script in _SCRIPTS)]
    shares = (
        sum(p.id in sourced for p in places),
        sum(_has_local_name(p) for p in places),
        sum(p.lat is not None for p in places),
        sum(p.uncertainty_m > 0 for p in places),
    )
    cells = [f"{figure:,}" for figure in figures] + [_share(count, len(places)) for count in shares]
    return f"{title:<14}" + "".join(f"{cell:>12}" for cell in cells)


def _share(count: int, total: int) -> str:
    """Write a share in percent; only all is 100."""
    return "–" if not total else f"{math.floor(1000 * count / total) / 10:g} %"


def _sourced() -> frozenset[str]:
    """Give the ids of the places that name a source, and of which every name does."""
    names = _read_columns("gazetteer/names.csv", "place_id", "source_id")
    bare = {place_id for place_id, source in names if not source}
    places = _read_columns("gazetteer/places.csv", "place_id", "source_ids")
    return frozenset(place_id for place_id, sources in places if sources and place_id not in bare)


def _read_columns(name: str, *columns: str) -> list[tuple[str, ...]]:
    with datasets.data_path(name).open(encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def _has_local_name(place: Place) -> bool:
    return any(script_of(name.text) in _LOCAL_SCRIPTS for name in place.names)


def summary() -> Iterator[str]:
    """Count the data, tabulate it, and list each resource with its licence, a line each."""
    yield from counts()
    yield ""
    yield from table()
    yield ""
    description = datasets.describe()
    for resource in description["resources"]:
        licences = ", ".join(licence["name"] for licence in resource["licenses"])
        yield f"{resource['path'] if isinstance(resource['path'], str) else resource['name']}: {resource['title']} ({licences})"
    yield description["credit"]


def defects() -> Iterator[str]:
    """List what is doubtful or missing in the gazetteer: a count for each doubt, then its places."""
    for doubt, find in DOUBTS.items():
        found = list(find())
        yield f"{doubt}: {len(found):,}"
        yield from (f"  {line}" for line in found)


def without_point() -> Iterator[str]:
    """List the places of which no point is known; a region of several countries has none."""
    return (_named(p) for p in load_gazetteer() if p.lat is None and p.kind != "region")


def with_borrowed_point() -> Iterator[str]:
    """List the places that stand at the point of what contains them."""
    return (
        f"{_named(p)}, stands at {p.parent or p.country}"
        for p in load_gazetteer()
        if p.location_precision == "inherited"
    )


def from_memory() -> Iterator[str]:
    """List the places whose point is from memory: no data set has it."""
    rows = _read_columns("gazetteer/places.csv", "place_id", "source_ids", "location_precision")
    ids = {i for i, sources, precision in rows if "memory" in sources.split("|") and precision == "approximate"}
    return (_named(p) for p in load_gazetteer() if p.id in ids)


def by_hand() -> Iterator[str]:
    """List the places whose point is approximate for another reason: read off a source that gives it so."""
    remembered = set(from_memory())
    approximate = (p for p in load_gazetteer() if p.location_precision == "approximate")
    return (line for line in map(_named, approximate) if line not in remembered)


def romanised_only() -> Iterator[str]:
    """List the places of the two Koreas and China of which only a romanised name is known."""
    return (_named(p) for p in load_gazetteer() if p.country in _LOCALLY_NAMED and not _has_local_name(p))


def approximate_areas() -> Iterator[str]:
    """List the units whose outline is a cell round known places and no boundary."""
    layers = (read_layer(f"gazetteer/{name}.geojson") for name in ("provinces", "counties"))
    return (f"{p['id']}  {p['name']}, {p['country']}" for layer in layers for p, _ in layer if p.get("approximate"))


def duplicates() -> Iterator[str]:
    """List the places of one unit and one kind that share a name which needs nothing but that unit."""
    gazetteer = load_gazetteer()
    shared: dict[tuple[str, ...], list[str]] = {}
    for key, entries in gazetteer.by_name.items():
        groups: dict[tuple[str, str], set[str]] = {}
        for place_id, name in entries:
            if name.needs != "type":
                place = gazetteer[place_id]
                groups.setdefault((place.parent, place.kind), set()).add(place_id)
        for ids in groups.values():
            if len(ids) > 1:
                shared.setdefault(tuple(sorted(ids)), []).append(key)
    return (f"{' = '.join(ids)}  share {', '.join(keys[:3])}" for ids, keys in sorted(shared.items()))


DOUBTS: dict[str, Callable[[], Iterator[str]]] = {
    "places of which no point is known": without_point,
    "places that stand at the point of their unit or province": with_borrowed_point,
    "places whose point is from memory": from_memory,
    "places whose point is approximate for another reason": by_hand,
    "places with a romanised name only": romanised_only,
    "units whose area is approximate": approximate_areas,
    "places of one unit that share a name": duplicates,
}
"""Every doubt that is published, and what lists its cases."""


def _named(place: Place) -> str:
    return f"{place.id}  {place.name}, {place.kind}, about {place.uncertainty_m / 1000:g} km"


def versions() -> Iterator[str]:
    """Name the versions of the program, its data, Python, the system, and the packages that shape its output."""
    yield f"borderatlas {metadata.version('borderatlas')}"
    yield f"data {datasets.describe().get('version', 'unversioned')}"
    yield f"python {platform.python_version()} on {platform.platform()}"
    for package in _STANDS_ON:
        yield f"{package} {metadata.version(package)}"
