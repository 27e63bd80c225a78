"""The tables that the gazetteer is made of: reading the curated ones, writing the built ones."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError
from borderatlas.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PLACE_COLUMNS = (
    "place_id", "name", "kind", "feature_class", "feature_code", "country", "admin1", "parent_id", "longitude",
    "latitude", "location_precision", "uncertainty_m", "population", "river", "river_km", "bank", "border_km",
    "end_ids", "carries", "status", "status_date", "carries_source_id", "source_ids", "remarks",
)  # fmt: skip


@dataclass(slots=True)
class PlaceRow:
    """One row of ``places.csv`` while it is being built. Degrees on WGS84; lengths in the unit of the name."""

    place_id: str
    name: str
    kind: str
    country: str
    admin1: str = ""
    parent_id: str = ""
    longitude: float | None = None
    latitude: float | None = None
    location_precision: str = "none"
    uncertainty_m: float | None = None
    population: int | None = None
    feature_class: str = ""
    feature_code: str = ""
    river: str = ""
    river_km: float | None = None
    bank: str = ""
    border_km: float | None = None
    end_ids: str = ""
    carries: str = ""
    status: str = ""
    status_date: str = ""
    carries_source_id: str = ""
    source_ids: str = ""
    remarks: str = ""

    def has_own_point(self) -> bool:
        """Tell whether the point is the place's own and not its parent's."""
        return self.longitude is not None and self.location_precision in {"surveyed", "approximate"}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One row of ``names.csv``."""

    place_id: str
    name: str
    language: str
    script: str
    romanisation: str = ""
    name_type: str = "variant"
    valid_from: str = ""
    valid_to: str = ""
    needs: str = ""
    source_id: str = ""


NAME_COLUMNS = tuple(field.name for field in fields(NameRow))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV with a header into dicts of strings.

    Raises
    ------
    DatasetError
        When the file is missing or a row has more or fewer cells than the header.
    """
    if not path.is_file():
        msg = f"{path}: the table is missing; it is edited by hand and belongs to the checkout"
        raise DatasetError(msg)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            msg = f"{path}:{number} the row has another number of cells than the header"
            raise DatasetError(msg)
    return rows


def _cell(column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        if column in {"longitude", "latitude"}:
            return f"{value:.6f}"
        return f"{value:.3f}" if column in {"river_km", "border_km"} else f"{value:.0f}"
    return str(value)


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[object]) -> Path:
    """Write records as CSV (UTF-8, LF), whole or not at all; cells are taken from attributes of the column's name."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(column, getattr(row, column)) for column in columns])
    return write_whole(path, buffer.getvalue())
