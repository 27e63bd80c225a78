"""An incident table in columns like ACLED's, for programs that read those.

Types follow the crosswalk of `borderatlas.incidents.vocabulary`; where none fits the cell stays empty, and the local
type stands among the tags. It is like ACLED, and no ACLED data: nobody there coded it. Columns from memory of the
codebook (`borderatlas.incidents.foreign_columns.SCHEME_BASIS`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderatlas.incidents.columns import GEOMETRY
from borderatlas.incidents.sheets import Row, Sheet
from borderatlas.incidents.vocabulary import INCIDENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "iso", "country", "admin1",
    "admin2", "location", "latitude", "longitude", "geo_precision", "source", "notes", "tags",
)  # fmt: skip

_COUNTRIES = {"KP": ("North Korea", 408), "CN": ("China", 156), "RU": ("Russia", 643), "KR": ("South Korea", 410)}
_TIME_CODES = {"day": 1, "week": 2, "month": 3}


def acled_sheet(sheet: Sheet, *, footprints: bool = True) -> Sheet:
    """Give a sheet of incidents in ACLED-like columns, its footprints behind them where they are wanted.

    A date that is no finer than a month or a year is written so (``2010-06``), where ACLED writes some day of it: no day
    is made up. ``time_precision`` says 3 for a month and nothing for a year, because ACLED has none that wide.
    """
    known = sheet.known()
    rows = [
        Row(_cells({name: row.cells.get(written) for name, written in known.items()}), row.line) for row in sheet.rows
    ]
    extra = [name for name in ("information_withheld", "data_generalizations") if name in known]
    return Sheet([*ACLED_COLUMNS, *extra, *([GEOMETRY] if footprints else [])], rows, sheet.path)


def _cells(row: Mapping[str, Any]) -> dict[str, Any]:
    day = str(row.get("date_start") or row.get("date_end") or "")
    event_type, sub_event_type = _types(row)
    country, iso = _country(row.get("country"))
    return {
        "event_id_cnty": row.get("id"), "event_date": day or None,
        "year": int(day[:4]) if day else None, "time_precision": _TIME_CODES.get(str(row.get("time_precision"))),
        "event_type": event_type, "sub_event_type": sub_event_type, "iso": iso, "country": country,
        "admin1": row.get("admin1"), "admin2": row.get("admin2"),
        "location": row.get("place_name"), "latitude": row.get("latitude"), "longitude": row.get("longitude"),
        "geo_precision": row.get("geo_precision"), "source": row.get("publisher"),
        "notes": row.get("quote") or row.get("title"),
        "tags": f"borderatlas type={row['event_type']}" if row.get("event_type") else None,
        **{name: row[name] for name in ("information_withheld", "data_generalizations", GEOMETRY) if name in row},
    }  # fmt: skip


def _types(row: Mapping[str, Any]) -> tuple[Any, Any]:
    """Give ACLED's two words: the table's own where it has them, else those of the crosswalk."""
    if row.get("acled_event_type"):
        return row["acled_event_type"], row.get("sub_event_type")
    kind = INCIDENT_TYPES.get(str(row.get("event_type")))
    event_type, _, sub_event_type = (kind.acled if kind else "").partition(": ")
    return event_type or None, sub_event_type or None


def _country(code: Any) -> tuple[Any, int | None]:
    name, iso = _COUNTRIES.get(str(code or ""), (code, None))
    return name, iso
