"""Placements as the lines that ``borderatlas geocode`` prints: JSON lines, CSV, or GeoJSON with the footprint."""

from __future__ import annotations

import csv
import io
import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from borderatlas.gazetteer.footprints import footprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderatlas.models import Placement

Format = Literal["jsonl", "csv", "geojson"]

KEYS = (
    "report", "start", "end", "text", "place_id", "name", "kind", "country", "admin1", "lat", "lon", "precision",
    "uncertainty_m", "role", "relation", "river", "river_km", "bank", "border_km", "certainty", "rule",
)  # fmt: skip
"""The keys of one line, in their order: the contract with scripts outside the project."""

_values = attrgetter(*KEYS)
_encode = json.JSONEncoder(ensure_ascii=False).encode


def as_record(placement: Placement) -> dict[str, Any]:
    """Give a placement under the keys of the contract."""
    return dict(zip(KEYS, _values(placement), strict=True))


def lines(placements: Iterable[Placement], form: Format = "jsonl") -> Iterator[str]:
    """Give placements as lines of text, each with its line end.

    Parameters
    ----------
    placements : iterable of Placement
    form : {"jsonl", "csv", "geojson"}
        ``geojson`` is one FeatureCollection (RFC 7946), one feature a line.

    Yields
    ------
    str
    """
    yield from {"jsonl": _json_lines, "csv": _csv_lines, "geojson": _geojson_lines}[form](placements)


def _json_lines(placements: Iterable[Placement]) -> Iterator[str]:
    for placement in placements:
        yield _encode(as_record(placement)) + "\n"


def _csv_lines(placements: Iterable[Placement]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(KEYS)
    for placement in placements:
        writer.writerow(as_record(placement).values())
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _geojson_lines(placements: Iterable[Placement]) -> Iterator[str]:
    from shapely.geometry import mapping

    yield '{"type": "FeatureCollection", "features": ['
    separator = "\n"
    for placement in placements:
        ground = footprint(placement)
        geometry = None if ground is None else mapping(ground)
        feature = {"type": "Feature", "properties": as_record(placement), "geometry": geometry}
        yield separator + _encode(feature)
        separator = ",\n"
    yield "\n]}\n"
