"""What a draft's row says beside what drafting decides: names and codes of its place, crosswalks, dates in codes, origin.

Everything here follows from the draft, the report, the placements and the gazetteer; what none of them says stays
empty.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas import __version__
from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.layers.datasets import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Incident, Place, Placement, Report

_UNITS = frozenset({"county", "city"})
_SCRIPTS = {"KP": "ko", "KR": "ko", "CN": "zh"}
_LONGEST_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))  # UCDP's date_prec, by the days that a range covers
_ID_DIGITS = 12


def completed(
    drafts: Sequence[Incident], report: Report, placements: Sequence[Placement], gazetteer: Gazetteer
) -> list[Incident]:
    """Fill the columns of one report's drafts that follow from what is known, and give each its lasting id.

    Parameters
    ----------
    drafts : sequence of Incident
        As `borderatlas.incidents.drafting.draft` gives them.
    report : Report
    placements : sequence of Placement
        Those that the drafts were made of.
    gazetteer : Gazetteer
        Where the places' ids are from.
    """
    shared: dict[str, Any] = {"source_title": report.title, "provenance": provenance(report)}
    return [replace(draft, id=new, **shared, **_columns(draft, placements, gazetteer))
            for draft, new in zip(drafts, lasting_ids(drafts), strict=True)]  # fmt: skip


def _columns(draft: Incident, placements: Sequence[Placement], gazetteer: Gazetteer) -> dict[str, Any]:
    stand = stand_of(draft.report, draft.place_id, draft.latitude, draft.longitude)
    found = next((p for p in placements if stand_of(p.report, p.place_id, p.lat, p.lon) == stand), None)
    return {
        "date_prec": date_prec(draft.date_start, draft.date_end),
        "date_reported": draft.source_date,
        "source_place_names": _source_names(draft, placements),
        **crosswalk(draft.event_type),
        **_place_columns(draft, gazetteer),
        **_placement_columns(draft, found),
    }


def stand_of(report: str, place_id: str | None, lat: float | None, lon: float | None) -> tuple[object, ...]:
    """Say where an incident stands, so that the placement which put it there is found again."""
    return report, place_id, lat, lon


def lasting_ids(drafts: Sequence[Incident]) -> list[str]:
    """Give each draft an id that lasts while its report keeps the quoted words: a hash of report and quote.

    Where it stands in the report does not matter, so an edit elsewhere changes no id. Drafts of one report that share a
    quote are told apart by place and type, and by their order when those are the same too.
    """
    quotes = [(draft.report, _squeezed(draft.quote)) for draft in drafts]
    parts: list[tuple[object, ...]] = []
    for draft, quote in zip(drafts, quotes, strict=True):
        alone = quotes.count(quote) == 1
        said = quote if alone else (*quote, draft.place_id, draft.event_type)
        parts.append((*said, parts.count((*said, 0))) if not alone else (*said, 0))
    return [_digest(part) for part in parts]


def unique_ids(drafts: Iterable[Incident]) -> list[Incident]:
    """Tell drafts apart whose reports have one id and say the same: copies of one file in two folders."""
    taken: dict[str, int] = {}
    found = []
    for draft in drafts:
        again = taken[draft.id] = taken.get(draft.id, -1) + 1
        found.append(draft if not again else replace(draft, id=_digest((draft.id, again))))
    return found


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _digest(parts: tuple[object, ...]) -> str:
    """Give twelve hexadecimal digits, a letter first: a spreadsheet takes ``12345e678901`` for a number."""
    digits = sha256("\0".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return "abcdef"[int(digits[0], 16) % 6] + digits[1:_ID_DIGITS]


def crosswalk(event_type: str) -> dict[str, Any]:
    """Give the columns that say an incident type in the words of ACLED and PLOVER; None where none fits."""
    kind = INCIDENT_TYPES.get(event_type)
    acled, _, sub = (kind.acled if kind else "").partition(":")
    plover, _, mode = (kind.plover if kind else "").partition("/")
    return {
        "acled_event_type": acled.strip() or None,
        "sub_event_type": sub.strip() or None,
        "plover_type": plover.strip() or None,
        "plover_mode": mode.strip() or None,
    }


def date_prec(date_start: str | None, date_end: str | None) -> int | None:
    """Give UCDP's code for how fine a range of days is; None for one without both ends, or over a year."""
    try:
        days = (date.fromisoformat(date_end or "") - date.fromisoformat(date_start or "")).days + 1
    except ValueError:
        return None
    return next((code for longest, code in _LONGEST_DAYS if 0 < days <= longest), None)


def provenance(report: Report) -> str:
    """Say what a draft is from: program, version of the data, and the hash of the report's text; as JSON."""
    text = sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = {"program": f"borderatlas {__version__}", "data": _data_version(), "text_sha256": text}
    return json.dumps(origin, ensure_ascii=False)


@cache
def _data_version() -> str:
    return str(describe().get("version", "unversioned"))


def _place_columns(draft: Incident, gazetteer: Gazetteer) -> dict[str, Any]:
    if draft.place_id is None or draft.place_id not in gazetteer:
        return {}
    place = gazetteer[draft.place_id]
    return {
        "place_name_local": local_name(place),
        "feature_class": place.feature_class or None,
        "feature_code": place.feature_code or None,
        "admin2": _unit(place, gazetteer),
    }


def local_name(place: Place) -> str | None:
    """Give the place's preferred name in the script of its country; of one that is in two, the Korean one first."""
    for language in (_SCRIPTS[code] for code in sorted(place.country.split("/"), reverse=True) if code in _SCRIPTS):
        names = [
            n for n in place.names if n.language.startswith(language) and not n.romanisation and not n.text.isascii()
        ]
        best = min(names, key=lambda name: name.name_type != "preferred", default=None)
        if best:
            return best.text
    return None


def _unit(place: Place, gazetteer: Gazetteer) -> str | None:
    """Give the name of the county or city that a place is, or lies in."""
    chain = [place.id, *gazetteer.ancestors(place.id)]
    units = (gazetteer[place_id] for place_id in chain if place_id in gazetteer)
    return next((unit.name for unit in units if unit.kind in _UNITS), None)


def _placement_columns(draft: Incident, placement: Placement | None) -> dict[str, Any]:
    if placement is None:
        return {}
    relative = placement.relative
    return {
        "location_role": None if draft.precision == "unlocated" else "incident",
        "anchor_ids": ";".join(dict.fromkeys(placement.anchors)) or None,
        "distance_m": relative.distance_m if relative else None,
        "bearing": relative.bearing_deg if relative else None,
        "border_distance_m": _signed(placement),
        "candidates": ";".join(dict.fromkeys(placement.refused)) or None,
    }


def _signed(placement: Placement) -> float | None:
    if placement.border_km is None:
        return None
    metres = round(placement.border_km * 1000, 1)
    return -metres if placement.country == "KP" and metres else metres


def _source_names(draft: Incident, placements: Sequence[Placement]) -> str | None:
    """Give the names of the source places, in the order of their ids in the row."""
    names: Mapping[str, str] = {p.place_id: p.name for p in placements if p.place_id and p.role == "source"}
    there = (names.get(place_id) for place_id in (draft.source_place_ids or "").split(";"))
    return ";".join(name for name in there if name) or None
