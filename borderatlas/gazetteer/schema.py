"""The gazetteer's tables as they are on disk: their columns, the form of each cell, rows with their lines.

Nothing is judged here but whether a table can be read at all; what must hold of it is in `checks`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS: dict[str, tuple[str, ...]] = {
    "places": (
        "place_id", "name", "kind", "feature_class", "feature_code", "country", "admin1", "parent_id", "longitude", "latitude",
        "location_precision", "uncertainty_m", "population", "river", "river_km", "bank", "border_km", "end_ids", "carries",
        "status", "status_date", "carries_source_id", "source_ids", "remarks",
    ),
    "names": (
        "place_id", "name", "language", "script", "romanisation", "name_type", "valid_from", "valid_to", "needs", "source_id",
    ),
    "twins": ("place_id", "twin_id", "basis", "via_id", "source_id", "remarks"),
    "sources": ("source_id", "title", "publisher", "url", "licence", "version", "remarks"),
    "corrections": ("place_id", "field", "value", "reason", "source_id"),
}  # fmt: skip
"""The columns of each table, in their order."""

PATTERNS: dict[str, dict[str, str]] = {
    "places": {
        "place_id": r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*",
        "name": r"\S(.*\S)?",
        "kind": "country|province|prefecture|county|city|district|settlement|river|tributary|lake|reservoir|island|mountain|"
        "bridge|crossing|dam|site|region",
        "feature_class": "[AHLPRSTUV]", "feature_code": "[A-Z0-9]+", "country": "([A-Z]{2}(/[A-Z]{2})*)?",
        "longitude": r"(-?\d{1,3}\.\d{6})?", "latitude": r"(-?\d{1,2}\.\d{6})?",
        "location_precision": "surveyed|approximate|inherited|none", "uncertainty_m": r"(\d+(\.\d+)?)?", "population": r"\d*",
        "river": "(yalu|tumen)?", "river_km": r"(\d+(\.\d+)?)?", "bank": "(CN|KP|RU)?", "border_km": r"(\d+(\.\d+)?)?",
        "carries": r"((rail|road|foot|pipeline)(\|(rail|road|foot|pipeline))*)?",
        "status": "(in-use|disused|destroyed|unopened)?", "status_date": r"(\d{4}(-\d\d(-\d\d)?)?)?",
        "source_ids": ".+",
    },
    "names": {
        "name": r"\S(.*\S)?", "language": "[a-z]{2,3}(-[A-Z]{2})?", "script": "Latn|Hang|Hani|Cyrl", "romanisation": "[a-z-]*",
        "name_type": "preferred|variant|former|misspelling", "needs": "(type|parent|context)?",
        "valid_from": r"(\d{4}(-\d\d(-\d\d)?)?)?", "valid_to": r"(\d{4}(-\d\d(-\d\d)?)?)?", "source_id": ".+",
    },
    "twins": {"basis": "curated|crossing|facing", "source_id": ".+"},
    "sources": {"source_id": r"[a-z0-9]+(-[a-z0-9]+)*", "title": ".+", "licence": ".+"},
    "corrections": {"field": r"[a-z_0-9]+", "reason": ".+", "source_id": ".+"},
}  # fmt: skip
"""The form of each cell, by table and column, as a regular expression that the whole cell has to match."""

_FILE = "gazetteer/{}.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with the line on which it stands."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give the text of a cell."""
        return self.cells[column]


@dataclass(frozen=True)
class Tables:
    """The gazetteer's tables as they are on disk."""

    root: Path
    rows: dict[str, list[Row]]

    @cached_property
    def places(self) -> dict[str, Row]:
        """Rows of the places by id; of several with one id, the last."""
        return {row["place_id"]: row for row in self.rows["places"]}

    @cached_property
    def _prefectures(self) -> dict[str, tuple[str, ...]]:
        """Prefectures, and cities of that rank, with the county-level units that they contain; a city is one itself."""
        found: dict[str, list[str]] = {}
        for place_id, row in self.places.items():
            parent = self.places.get(row["parent_id"])
            if parent is None or row["country"] != "CN" or place_id.startswith(f"{parent['place_id']}."):
                continue
            if parent["kind"] in {"prefecture", "city"}:
                units = found.setdefault(parent["place_id"], [parent["place_id"]])
                units += [place_id] if row["kind"] in {"county", "city", "district"} else []
        return {prefecture: tuple(units) for prefecture, units in found.items()}

    def is_prefecture(self, place_id: str) -> bool:
        """Tell whether a place is a prefecture, or a city that contains counties, as Dandong contains Kuandian."""
        return place_id in self._prefectures

    def units_of(self, prefecture: str) -> tuple[str, ...]:
        """Give the ids of the county-level units of a prefecture, with its own; empty of any other place."""
        return self._prefectures.get(prefecture, ())

    def ancestors(self, place_id: str) -> list[str]:
        """Give the ids of what contains a place, the nearest first; it ends where the chain is broken or a ring."""
        places, chain = self.places, [place_id]
        while (parent := places[chain[-1]]["parent_id"]) in places and parent not in chain:
            chain.append(parent)
        return chain[1:]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where."""

    table: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Give the line that is printed."""
        column = COLUMNS[self.table].index(self.column) + 1
        return f"data/{_FILE.format(self.table)}:{self.line}:{column} {self.column}: {self.message}"


def header_problems(root: Path, table: str) -> Iterator[str]:
    """Check that a table can be read at all: its bytes, its columns, as many fields in each row."""
    path = root / _FILE.format(table)
    name = f"data/{_FILE.format(table)}"
    if not path.is_file():
        yield f"{name}: is missing"
        return
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}:{raw.count(bytes([10]), 0, error.start) + 1} is not UTF-8"
        return
    if "\r" in text or not text.endswith("\n"):
        yield f"{name}:{text.split(chr(13))[0].count(chr(10)) + 1} lines must end with a line feed alone, the last one too"
    reader = csv.reader(text.splitlines())
    header = tuple(next(reader, ()))
    if header != COLUMNS[table]:
        yield f"{name}:1 has the columns {', '.join(header)}; wanted {', '.join(COLUMNS[table])}"
        return
    for cells in reader:
        if len(cells) != len(header):
            yield f"{name}:{reader.line_num} has {len(cells)} fields; wanted {len(header)}"


def read_rows(root: Path, table: str) -> list[Row]:
    """Read a table's rows; its header is that of `COLUMNS` (see `header_problems`)."""
    with (root / _FILE.format(table)).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [Row(reader.line_num, cells) for cells in reader]
