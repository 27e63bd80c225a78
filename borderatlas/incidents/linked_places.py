"""Incidents as Linked Places (JSON-LD, a GeoJSON FeatureCollection): a feature for each place, told of by its incidents.

The format describes places, so the rows are grouped by place; what happened there stands as descriptions, with dates as
timespans and the addresses of the reports as links. Keys follow the format's own description, version 1.2 (memory).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.sheets import Sheet, as_text, is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld"
"""The context that the format names; nothing here fetches it."""

REQUIRED = {
    "collection": ("type", "@context", "features"),
    "feature": ("@id", "type", "properties", "names", "geometry"),
    "properties": ("title", "ccodes", "fclasses"),
}
"""Keys that the format asks for, by where they stand."""

_CLASSES = frozenset("AHLPRST")
_CLASS_OF_PRECISION = {
    "county": "A",
    "province": "A",
    "country": "A",
    "border_strip": "A",
    "river": "H",
    "river_reach": "H",
}
_NAMESPACE = "borderatlas:"


def write_linked_places(sheet: Sheet, base: Path | None = None) -> bytes:  # noqa: ARG001 - a format's signature
    """Write a sheet of incidents as Linked Places; rows without a place make one feature without geometry."""
    known = sheet.known()
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in sheet.rows:
        cells = {name: value for name, written in known.items() if not is_empty(value := row.cells.get(written))}
        groups.setdefault(_key(cells), []).append(cells)
    features = ",\n".join(_json(_feature(key, rows)) for key, rows in groups.items())
    return f'{{"type": "FeatureCollection", "@context": "{CONTEXT}", "features": [\n{features}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)


def _key(row: Mapping[str, Any]) -> str:
    """Give what tells places apart: the id with the ground that is meant, else name and point."""
    spot = [row.get(name) for name in ("latitude", "longitude")]
    return _json(
        [row.get("place_id"), row.get("precision"), *spot] if "place_id" in row else [row.get("place_name"), *spot]
    )


def _feature(key: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    first = rows[0]
    name = str(first.get("place_name") or "place not given")
    feature: dict[str, Any] = {
        "@id": _place_uri(first, key), "type": "Feature",
        "properties": {"title": name, "ccodes": _countries(first), "fclasses": [_class(first)]},
        "when": {"timespans": [_timespan(row) for row in rows if _dates(row)]},
        "names": _names(rows, name),
        "types": [{"identifier": f"geonames:{_class(first)}.{first['feature_code']}"}] if "feature_code" in first else [],
        "geometry": _geometry(first),
        "links": [{"type": "subjectOf", "identifier": url} for url in _distinct(rows, "source_url")],
        "descriptions": [_description(row) for row in rows],
    }  # fmt: skip
    if not feature["when"]["timespans"]:
        del feature["when"]
    return feature


def _place_uri(row: Mapping[str, Any], key: str) -> str:
    if "place_id" in row:
        return f"{_NAMESPACE}place/{row['place_id']}/{row.get('precision', '')}".rstrip("/")
    from hashlib import sha256

    return f"{_NAMESPACE}spot/{sha256(key.encode()).hexdigest()[:12]}"


def _countries(row: Mapping[str, Any]) -> list[str]:
    return [code for code in str(row.get("country", "")).split("/") if code]


def _class(row: Mapping[str, Any]) -> str:
    """Give the GeoNames class, which the format asks for; what is not known goes by how wide the ground is."""
    found = str(row.get("feature_class", ""))
    return found if found in _CLASSES else _CLASS_OF_PRECISION.get(str(row.get("precision")), "P")


def _names(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    others = [*_distinct(rows, "place_name_local"), *_distinct(rows, "name_verbatim")]
    return [{"toponym": toponym} for toponym in dict.fromkeys([name, *others])]


def _distinct(rows: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(str(row[name]) for row in rows if name in row))


def _geometry(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give the footprint and how sure it is, as the format's collection of geometries."""
    from shapely.geometry import mapping

    shape = row.get(GEOMETRY)
    if shape is None or isinstance(shape, str):
        return {"type": "GeometryCollection", "geometries": []}
    said: dict[str, Any] = shape if isinstance(shape, dict) else mapping(shape)
    certainty = {"certainty": row["certainty"]} if "certainty" in row else {}
    return {"type": "GeometryCollection", "geometries": [{**said, **certainty}]}


def _dates(row: Mapping[str, Any]) -> list[str]:
    return [str(row[name]) for name in ("date_start", "date_end") if name in row]


def _timespan(row: Mapping[str, Any]) -> dict[str, Any]:
    start, end = row.get("date_start"), row.get("date_end")
    return {"start": {"in": start} if start else {"latest": end}, "end": {"in": end or start}}


def _description(row: Mapping[str, Any]) -> dict[str, Any]:
    words = (row.get("event_type"), "–".join(dict.fromkeys(_dates(row))), row.get("title"), row.get("quote"), row.get("publisher"),
             row.get("information_withheld"), row.get("data_generalizations"))  # fmt: skip
    said = ". ".join(str(as_text(word)).rstrip(".") for word in words if word)
    language = {"lang": row["language"]} if "language" in row else {}
    return {"@id": f"{_NAMESPACE}incident/{row.get('id', '')}", "value": said, **language}
