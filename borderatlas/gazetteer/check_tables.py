"""Checks of the gazetteer's tables by themselves: forms, keys, references, names, and cells that must agree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import script_of
from borderatlas.gazetteer.periods import first_day, last_day
from borderatlas.gazetteer.schema import PATTERNS, Problem, Tables

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = (
    ("places", ("place_id",)), ("sources", ("source_id",)), ("names", ("place_id", "name")),
    ("twins", ("place_id", "twin_id")),
)  # fmt: skip


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
