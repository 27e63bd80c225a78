"""What must hold of the data that ships: a table of small validators, each saying where it does not.

Run by ``borderatlas check data``. A problem is one line, ``data/FILE:line:column message``: the line of the file (its
header is line 1), the number of the field, what is wrong and what would be right.

Tolerances. The points of a gazetteer are good to their `uncertainty_m`; beyond that a place may lie

- `PROVINCE_TOLERANCE_M` outside its province or country: coasts and province lines are simplified;
- `UNIT_TOLERANCE_M` outside its county, whose outline is a cell round known places and no boundary;
- on the wrong side of the border line by `BANK_TOLERANCE_M`, and by `DELTA_TOLERANCE_M` below Uiju, where the line hugs
  the Chinese bank round the islands;
- `POSITION_TOLERANCE_M` from the river kilometre and the distance from the border that the layers give for its point.

Units are only checked inside the box that the layers cover (`settings.study_bbox`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.gazetteer.names import script_of
from borderatlas.gazetteer.periods import first_day, last_day
from borderatlas.gazetteer.schema import COLUMNS, PATTERNS, Problem, Row, Tables, header_problems, read_rows
from borderatlas.layers import areas, chainage, datasets, geodesy, rivers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

PROVINCE_TOLERANCE_M = 3_000.0
UNIT_TOLERANCE_M = 15_000.0
BANK_TOLERANCE_M = 500.0
DELTA_TOLERANCE_M = 3_000.0
POSITION_TOLERANCE_M = 50.0
TWIN_REACH_KM = 12.0
"""Most river kilometres between two places that are each other's twin."""

DELTA_FROM_KM = 720.0
"""River km of the Yalu below which the line runs among the islands (Uiju)."""

_BOUNDS = {"KP": (124.0, 37.6, 131.0, 43.1), "KR": (124.5, 33.0, 132.0, 38.7), "CN": (73.0, 18.0, 135.1, 53.6)}
_KEYS = (
    ("places", ("place_id",)), ("sources", ("source_id",)), ("names", ("place_id", "name")),
    ("twins", ("place_id", "twin_id")),
)  # fmt: skip
_ON_THE_LINE = frozenset({"bridge", "crossing", "dam", "reservoir", "river"})


def check_data(root: Path | None = None) -> Iterator[str]:
    """Check the data, and say a line a problem.

    Parameters
    ----------
    root : Path, optional
        Data folder to check instead of the program's own; the layers that it is held against are the program's.

    Yields
    ------
    str
        ``data/FILE:line:column message``; nothing when all is well.
    """
    folder = root or datasets.data_root()
    yield from datasets.verify(folder)
    broken = [problem for table in COLUMNS for problem in header_problems(folder, table)]
    yield from broken
    if not broken:
        tables = Tables(folder, {table: read_rows(folder, table) for table in COLUMNS})
        for check in CHECKS:
            yield from map(str, check(tables))


def values_are_of_their_kind(tables: Tables) -> Iterator[Problem]:
    """Check that every cell has the form, or is of the vocabulary, that its column has."""
    for table, columns in PATTERNS.items():
        patterns = {column: re.compile(pattern) for column, pattern in columns.items()}
        for row in tables.rows[table]:
            for column, pattern in patterns.items():
                if not pattern.fullmatch(row[column]):
                    yield Problem(table, row.line, column, f"{row[column]!r} is not of the form {pattern.pattern}")


def keys_are_unique_and_sorted(tables: Tables) -> Iterator[Problem]:
    """Check that a place, a source, a name of a place stands once, and places in the order of their ids."""
    for table, columns in _KEYS:
        keys = [tuple(row[column] for column in columns) for row in tables.rows[table]]
        twice = {key for key, count in Counter(keys).items() if count > 1}
        for key, row in zip(keys, tables.rows[table], strict=True):
            if key in twice:
                yield Problem(table, row.line, columns[-1], f"{' '.join(key)} stands there twice")
    ids = [row["place_id"] for row in tables.rows["places"]]
    for before, after, row in zip(ids, ids[1:], tables.rows["places"][1:], strict=False):
        if after < before:
            yield Problem("places", row.line, "place_id", f"{after} comes after {before}; sort by place_id")


def references_lead_somewhere(tables: Tables) -> Iterator[Problem]:
    """Check that parents, ends, the places of names and corrections, and all sources are there."""
    places = tables.places
    sources = {row["source_id"] for row in tables.rows["sources"]}
    leads: tuple[tuple[str, str, set[str]], ...] = (
        ("places", "parent_id", set(places)), ("places", "end_ids", set(places)), ("places", "source_ids", sources),
        ("places", "carries_source_id", sources),
        ("names", "place_id", set(places)), ("names", "source_id", sources),
        ("twins", "place_id", set(places)), ("twins", "twin_id", set(places)), ("twins", "via_id", set(places)),
        ("twins", "source_id", sources),
        ("corrections", "place_id", set(places)), ("corrections", "source_id", sources),
    )  # fmt: skip
    for table, column, known in leads:
        for row in tables.rows[table]:
            for key in filter(None, row[column].split("|")):
                if key not in known:
                    yield Problem(table, row.line, column, f"{key} is not there")


def parents_form_a_tree(tables: Tables) -> Iterator[Problem]:
    """Check that nothing contains itself."""
    for place_id, row in tables.places.items():
        chain = [place_id, *tables.ancestors(place_id)]
        if tables.places[chain[-1]]["parent_id"] in chain:
            yield Problem("places", row.line, "parent_id", f"{place_id} leads into a ring: {' in '.join(chain)}")


def every_place_has_a_name(tables: Tables) -> Iterator[Problem]:
    """Check that every place has one row of names at least."""
    named = {row["place_id"] for row in tables.rows["names"]}
    for row in tables.rows["places"]:
        if row["place_id"] not in named:
            yield Problem("places", row.line, "name", f"{row['place_id']} has no row in names.csv")


def every_source_is_used(tables: Tables) -> Iterator[Problem]:
    """Check that no source is declared that nothing rests on."""
    used = {source for row in tables.rows["places"] for source in row["source_ids"].split("|")}
    used |= {row["source_id"] for table in ("names", "twins", "corrections") for row in tables.rows[table]}
    for row in tables.rows["sources"]:
        if row["source_id"] not in used:
            yield Problem("sources", row.line, "source_id", f"no row rests on {row['source_id']}")


def names_are_clean(tables: Tables) -> Iterator[Problem]:
    """Check that names are composed (NFC), with a plain apostrophe, in the script that they say, of two characters at least."""
    for row in tables.rows["names"]:
        text = row["name"]
        if text != unicodedata.normalize("NFC", text) or "\u2019" in text or len(text) < 2:  # noqa: PLR2004
            yield Problem(
                "names", row.line, "name", f"{text!r}: wanted NFC, a plain apostrophe, two characters or more"
            )
        if script_of(text) != row["script"]:
            yield Problem("names", row.line, "script", f"{text!r} is in {script_of(text)}, not {row['script']}")


def periods_run_forwards(tables: Tables) -> Iterator[Problem]:
    """Check that a name is not given up before it is given."""
    for row in tables.rows["names"]:
        begun, ended = row["valid_from"], row["valid_to"]
        try:
            if begun and ended and last_day(ended) < first_day(begun):
                yield Problem("names", row.line, "valid_to", f"{ended} is before {begun}")
        except ValueError:
            yield Problem("names", row.line, "valid_from", f"{begun} to {ended}: no such dates")


def points_and_precision_agree(tables: Tables) -> Iterator[Problem]:
    """Check that a place has both coordinates and an uncertainty, or says that it has no point."""
    for row in tables.rows["places"]:
        has = bool(row["longitude"]), bool(row["latitude"])
        if has[0] != has[1]:
            yield Problem("places", row.line, "latitude", "one coordinate without the other")
        elif has[0] == (row["location_precision"] == "none"):
            yield Problem(
                "places", row.line, "location_precision", f"{row['location_precision']!r} with the point {has[0]}"
            )
        elif has[0] and not float(row["uncertainty_m"] or 0) > 0:
            yield Problem("places", row.line, "uncertainty_m", "a point without its uncertainty, metres")


def points_are_within_bounds(tables: Tables) -> Iterator[Problem]:
    """Check that points are on the globe, and those of the DPRK, China and the ROK within the country's box."""
    for row, lon, lat in _points(tables):
        west, south, east, north = _BOUNDS.get(row["country"], (-180.0, -90.0, 180.0, 90.0))
        if not (west <= lon <= east and south <= lat <= north):
            message = f"{lon} {lat} is outside {row['country'] or 'the globe'}: longitude {west} to {east}, latitude {south} to {north}"
            yield Problem("places", row.line, "longitude", message)


def places_lie_in_their_units(tables: Tables) -> Iterator[Problem]:
    """Check that a point lies in the unit, the province and the country that are said of it, within the tolerances."""
    for row, lon, lat in _own_points(tables):
        point = geodesy.to_cone(_point(lon, lat))
        for unit in tables.ancestors(row["place_id"]):
            if tables.is_prefecture(unit):
                ground = None if row["place_id"].startswith(f"{unit}.") else _foreign_ground(tables, unit, lon, lat)
            else:
                ground = _cone_area(unit)
            spare = float(row["uncertainty_m"] or 0) + _tolerance(tables.places[unit]["kind"])
            if ground is not None and (distance := ground.distance(point)) > spare:
                message = f"{row['place_id']} lies {distance / 1000:.1f} km outside {unit}; {spare / 1000:.1f} km are tolerated"
                yield Problem("places", row.line, "parent_id", message)
                break


def _foreign_ground(tables: Tables, prefecture: str, lon: float, lat: float) -> BaseGeometry | None:
    """Give a prefecture's ground for a point that lies in a unit of another; None for any other point.

    Not every county of a prefecture is known, so a point may lie in it and in no unit of it.
    """
    found = areas.county_at(lon, lat)
    own = found is None or found == prefecture or prefecture in tables.ancestors(found)
    return None if own else _prefecture_ground(tables.units_of(prefecture))


@cache
def _prefecture_ground(units: tuple[str, ...]) -> BaseGeometry | None:
    grounds = [ground for unit in units if (ground := _cone_area(unit)) is not None]
    from shapely import union_all

    return union_all(grounds) if grounds else None


def _tolerance(kind: str) -> float:
    return PROVINCE_TOLERANCE_M if kind in {"province", "country"} else UNIT_TOLERANCE_M


def places_lie_on_their_bank(tables: Tables) -> Iterator[Problem]:
    """Check that a point lies in the country that is said of it, right to the border line, within the tolerances."""
    for row, lon, lat in _own_points(tables):
        if not row["border_km"] or row["kind"] in _ON_THE_LINE or "/" in row["country"]:
            continue
        found = areas.country_at(lon, lat)
        beyond = float(row["border_km"]) * 1000
        if found not in {None, row["country"]} and beyond > _bank_tolerance(row):
            message = f"{row['place_id']} of {row['country']} lies {beyond:,.0f} m inside {found}"
            yield Problem("places", row.line, "country", message)
        elif row["bank"] not in {"", row["country"]} and beyond > _bank_tolerance(row):
            yield Problem("places", row.line, "bank", f"{row['place_id']} of {row['country']} has bank {row['bank']}")


def _bank_tolerance(row: Row) -> float:
    in_delta = row["river"] == "yalu" and float(row["river_km"] or 0) >= DELTA_FROM_KM
    by_point = float(row["uncertainty_m"] or 0) if row["location_precision"] == "approximate" else 0.0
    return max(DELTA_TOLERANCE_M if in_delta else BANK_TOLERANCE_M, by_point)


def river_positions_are_those_of_the_layers(tables: Tables) -> Iterator[Problem]:
    """Check that river, kilometre and distance from the border are what the layers give for the point."""
    for row, lon, lat in _own_points(tables):
        if row["kind"] == "river" or not row["border_km"]:
            continue
        off = abs(chainage.border_distance_m(lon, lat) - float(row["border_km"]) * 1000)
        if off > POSITION_TOLERANCE_M:
            yield Problem("places", row.line, "border_km", f"{row['border_km']} km is off by {off:,.0f} m")
        if row["river"] and (message := _misplaced(row, lon, lat)):
            yield Problem("places", row.line, "river_km", message)


def _misplaced(row: Row, lon: float, lat: float) -> str | None:
    """Say where the layers put a riverside point, when that is not where its row has it."""
    position = chainage.locate_on_river(lon, lat)
    if position is None:
        return f"{row['river']} km {row['river_km']}, but the layers have it on no river"
    off_m = abs(position.km - float(row["river_km"] or 0)) * 1000
    if position.river == row["river"] and off_m <= POSITION_TOLERANCE_M:
        return None
    return f"{row['river']} km {row['river_km']}; the layers give {position.river} km {position.km:.3f}"


def river_kilometres_are_on_the_river(tables: Tables) -> Iterator[Problem]:
    """Check that a river km lies between source and mouth, and comes with its river and its bank."""
    for row in tables.rows["places"]:
        if bool(row["river"]) != bool(row["river_km"]):
            yield Problem("places", row.line, "river_km", "a river without its kilometre, or the other way round")
        elif row["river"] and float(row["river_km"]) > rivers.get_river(row["river"]).length_km:
            yield Problem("places", row.line, "river_km", f"{row['river_km']} is beyond the mouth")


def crossings_join_two_banks(tables: Tables) -> Iterator[Problem]:
    """Check that the ends of a crossing lie in different countries."""
    for row in tables.rows["places"]:
        ends = [tables.places[end]["country"] for end in row["end_ids"].split("|") if end in tables.places]
        if len(ends) > 1 and len(set(ends)) == 1:
            yield Problem("places", row.line, "end_ids", f"{row['place_id']} has all its ends in {ends[0]}")


def only_crossings_carry(tables: Tables) -> Iterator[Problem]:
    """Check that only what is crossed carries something or is in some state, and that a date belongs to a state."""
    for row in tables.rows["places"]:
        if (row["carries"] or row["status"]) and row["kind"] not in {"bridge", "crossing"}:
            yield Problem("places", row.line, "carries", f"{row['place_id']} is a {row['kind']}; only crossings carry")
        elif row["status_date"] and not row["status"]:
            yield Problem("places", row.line, "status_date", f"{row['status_date']} of no status")
        elif bool(row["carries"] or row["status"]) != bool(row["carries_source_id"]):
            yield Problem(
                "places", row.line, "carries_source_id", "what a crossing carries needs its source, and only that"
            )


def twins_lie_across_from_each_other(tables: Tables) -> Iterator[Problem]:
    """Check that twins lie in two countries, on one river and within `TWIN_REACH_KM` of it, in the order of their ids."""
    for row in tables.rows["twins"]:
        pair = [tables.places[row[column]] for column in ("place_id", "twin_id") if row[column] in tables.places]
        known = [place for place in pair if place["river"]]
        if len({place["country"] for place in pair}) < len(pair):
            yield Problem("twins", row.line, "twin_id", f"{row['place_id']} and {row['twin_id']} lie in one country")
        elif len({place["river"] for place in known}) > 1 or _apart_km(known) > TWIN_REACH_KM:
            yield Problem("twins", row.line, "twin_id", f"{row['twin_id']} is not across from {row['place_id']}")
        elif row["twin_id"] <= row["place_id"] or (row["basis"] == "crossing") != bool(row["via_id"]):
            yield Problem("twins", row.line, "place_id", "wanted the lower id first, and a via_id for a crossing only")


def _apart_km(places: list[Row]) -> float:
    kms = [float(place["river_km"]) for place in places if _is_number(place["river_km"])]
    return max(kms) - min(kms) if kms else 0.0


def areas_are_of_places(tables: Tables) -> Iterator[Problem]:
    """Check that what has an area is a place, and its area valid; problems are shown at the head of the table."""
    for layer in ("provinces", "counties"):
        for properties, ground in rivers.read_layer(f"gazetteer/{layer}.geojson"):
            if properties["id"] not in tables.places:
                yield Problem("places", 1, "place_id", f"{properties['id']} of {layer}.geojson is not there")
            elif not ground.is_valid:
                yield Problem("places", 1, "place_id", f"{properties['id']} of {layer}.geojson is no valid polygon")


def _points(tables: Tables) -> Iterator[tuple[Row, float, float]]:
    for row in tables.rows["places"]:
        if _is_number(row["longitude"]) and _is_number(row["latitude"]):
            yield row, float(row["longitude"]), float(row["latitude"])


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def _own_points(tables: Tables) -> Iterator[tuple[Row, float, float]]:
    """Give the points that are a place's own, inside the box of the layers."""
    west, south, east, north = settings.study_bbox
    for row, lon, lat in _points(tables):
        if row["location_precision"] != "inherited" and west <= lon <= east and south <= lat <= north:
            yield row, lon, lat


def _point(lon: float, lat: float) -> BaseGeometry:
    from shapely.geometry import Point

    return Point(lon, lat)


@cache
def _cone_area(place_id: str) -> BaseGeometry | None:
    """Give the area of a unit in metres; None where the layers have none."""
    ground = areas.area(place_id)
    return None if ground is None else geodesy.to_cone(ground)


CHECKS: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    values_are_of_their_kind,
    keys_are_unique_and_sorted,
    references_lead_somewhere,
    parents_form_a_tree,
    every_place_has_a_name,
    every_source_is_used,
    names_are_clean,
    periods_run_forwards,
    points_and_precision_agree,
    points_are_within_bounds,
    places_lie_in_their_units,
    places_lie_on_their_bank,
    river_positions_are_those_of_the_layers,
    river_kilometres_are_on_the_river,
    crossings_join_two_banks,
    only_crossings_carry,
    twins_lie_across_from_each_other,
    areas_are_of_places,
)
"""Every check, in the order in which they run."""
