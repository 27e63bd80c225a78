"""Towns of the basemap and names of places in the page's three languages, from the gazetteer's tables as they are."""

from __future__ import annotations

import csv
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from borderatlas import settings
from borderatlas.layers.datasets import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable

SCALE = 100_000
"""Units of the page's integers in a degree."""

TOWN_KINDS = ("city", "county", "district", "settlement")
"""Kinds of place that get a dot and a name; the order decides between entries at one spot."""

TOWN_REACH_KM = 60.0
"""Towns farther than this from the border are shown only when they are big, kilometres."""

RIVERSIDE_KM = 8.0
"""Towns nearer than this to the border stand on the scale of the river's profile, kilometres."""

BIG_TOWN = 100_000
"""Inhabitants from which a town is shown wherever it lies."""

MAX_TOWNS = 420
"""Towns in the page at most, by rank."""

LANGUAGES = ("en", "ko", "zh")


def towns() -> dict[str, list[Any]]:
    """Give the towns column by column, the most important first: the page thins them out from the end.

    ``river``, ``km`` (from the source) and ``bank`` are given for those within `RIVERSIDE_KM` of a border river.
    """
    rows = _town_rows()[:MAX_TOWNS]
    other = preferred_names()
    riverside = [float(row["border_km"] or 999) <= RIVERSIDE_KM and bool(row["river_km"]) for row in rows]
    return {
        "lon": [round(float(row["longitude"]) * SCALE) for row in rows],
        "lat": [round(float(row["latitude"]) * SCALE) for row in rows],
        "rank": [town_rank(row) for row in rows],
        "name": [row["name"] for row in rows],
        "ko": [other.get((row["place_id"], "ko"), "") for row in rows],
        "zh": [other.get((row["place_id"], "zh"), "") for row in rows],
        "river": [row["river"] if near else "" for row, near in zip(rows, riverside, strict=True)],
        "km": [round(float(row["river_km"]), 1) if near else None for row, near in zip(rows, riverside, strict=True)],
        "bank": [row["bank"] if near else "" for row, near in zip(rows, riverside, strict=True)],
    }


def other_names(place_names: Iterable[str]) -> dict[str, str]:
    """Give for names of places their preferred names in the other languages, separated by blanks, where known.

    A name is looked up as it is written, in any of the three languages; of several places of that name all are given.
    """
    wanted = set(place_names)
    ids: dict[str, list[str]] = {}
    for row in _name_rows():
        if row.name in wanted:
            ids.setdefault(row.name, []).append(row.place_id)
    names, written = preferred_names(), _first_names()
    found = {}
    for name in sorted(ids):
        keys = [(place, code) for place in ids[name] for code in LANGUAGES]
        others = dict.fromkeys(known.get(key, "") for key in keys for known in (names, written))
        found[name] = " ".join(other for other in others if other not in {"", name})
    return {name: others for name, others in found.items() if others}


class _Name(NamedTuple):
    place_id: str
    name: str
    language: str
    name_type: str
    romanisation: str


@cache
def _name_rows() -> list[_Name]:
    with data_path("gazetteer/names.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)  # a dictionary a row would take four times as long, on every page that is written
        wanted = itemgetter(*map(next(rows).index, _Name._fields))
        return [*map(_Name._make, map(wanted, rows))]


@cache
def preferred_names() -> dict[tuple[str, str], str]:
    """Give the preferred names, keyed by place id and language; the file's first wins.

    Chinese is the simplified form where the file has it: the preferred one of a Korean place is often its name in hanja.
    """
    found = dict(_first_names())
    hanja = {place: name for (place, code), name in found.items() if code == "zh" and not _is_simplified(name)}
    others: dict[str, list[str]] = {}
    for row in _name_rows():
        if row.place_id in hanja and row.language[:2] == "zh" and not row.romanisation and _is_simplified(row.name):
            others.setdefault(row.place_id, []).append(row.name)
    for place, names in others.items():
        alike = [
            name for name in names if len(name) == len(hanja[place])
        ]  # with its county or city word, if that has it
        found[place, "zh"] = (alike or names)[0]
    return found


def _is_simplified(name: str) -> bool:
    """Tell whether every character is in GB 2312, the repertoire of simplified Chinese."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _first_names() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in _name_rows():
        if row.name_type == "preferred" and not row.romanisation:
            found.setdefault((row.place_id, row.language[:2]), row.name)
    return found


def _town_rows() -> list[dict[str, str]]:
    with data_path("gazetteer/places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if _is_town(row)]
    rows.sort(key=_town_order)
    spots: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        spots.setdefault((f"{float(row['longitude']):.2f}", f"{float(row['latitude']):.2f}"), row)
    return list(spots.values())


def _is_town(row: dict[str, str]) -> bool:
    if row["kind"] not in TOWN_KINDS or not row["longitude"] or not row["latitude"]:
        return False
    west, south, east, north = settings.study_bbox
    if not (west < float(row["longitude"]) < east and south < float(row["latitude"]) < north):
        return False
    near = bool(row["border_km"]) and float(row["border_km"]) <= TOWN_REACH_KM
    return near or _people(row) >= BIG_TOWN


def _people(row: dict[str, str]) -> int:
    return int(float(row["population"] or 0))


def town_rank(row: dict[str, str]) -> int:
    """Rank a town 1 (large) to 4 (village) by its inhabitants, or by its kind where they are not known."""
    by_people = sum(_people(row) < limit for limit in (250_000, BIG_TOWN, 20_000))
    by_kind = {"city": 1, "county": 2, "district": 3}.get(row["kind"], 3)
    return 1 + min(by_people, by_kind)


def _town_order(row: dict[str, str]) -> tuple[int, int, float, int, str]:
    border_km = float(row["border_km"] or 999)
    return (
        town_rank(row),
        border_km > TOWN_REACH_KM / 4,
        -_people(row),
        TOWN_KINDS.index(row["kind"]),
        row["place_id"],
    )
