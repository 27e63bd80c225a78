"""Generalise incidents before anything is published, and say so in the record.

No place finer than a county or a reach of 10 km, no date finer than a month, no quote, no words of a report. What
becomes of each column is `borderatlas.incidents.masking_columns.PUBLISH_RULES`.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.cells import is_iso_date
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY
from borderatlas.incidents.masking_columns import PUBLISH_RULES, check_keep
from borderatlas.incidents.masking_ground import Generaliser, PublicGround
from borderatlas.incidents.sheets import as_text
from borderatlas.incidents.tables import sheet_of_incidents, typed_frame
from borderatlas.incidents.vocabulary import INCIDENT_TYPES, PRECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    from geopandas import GeoDataFrame

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries

NOTE = (
    "Generalised for publication: places to the county or a 10 km reach of river, dates to the month; "
    "quotes, links and what names a source are left out."
)
"""What a published page and table say of themselves."""

_MONTH = slice(0, len("2010-06"))
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_DATES = ("date_start", "date_end", "date_reported", "source_date")
_WORDS = ("location_role", "certainty", "review_status")
_ORDER = ("date_start", "date_end", "country", "place_id", "precision", "river_km_from", "event_type", "date_reported")


def publishable(
    incidents: GeoDataFrame | pd.DataFrame, *, keep: Iterable[str] = (), gazetteer: Gazetteer | None = None,
    boundaries: Boundaries | None = None,
) -> GeoDataFrame:  # fmt: skip
    """Give incidents as they may be published: generalised, their text withheld, and saying so.

    Parameters
    ----------
    incidents : GeoDataFrame or DataFrame
        An incident table of any columns; rejected drafts are left out.
    keep : iterable of str
        Columns to publish as they are: the table's own, or one of report, source_title, publisher and source_url. What
        they say is the caller's responsibility.
    gazetteer, boundaries : optional
        A user's own places and polygons of units.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, in the order of what is published, with ``information_withheld`` and ``data_generalizations``
        (Darwin Core). Nothing of it depends on a finer place or date, or on a text, of the table.

    Raises
    ------
    TableError
        When a column cannot be kept.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> news = pd.DataFrame({"body": ["Guards shot at a smuggler in Sinuiju on 12 May 2019, a resident said."]})
    >>> public = ba.publishable(ba.draft_incidents(news))
    >>> public[["place_name", "precision", "date_start"]].values.tolist()
    [['Sinuiju', 'county', '2019-05']]
    >>> "quote" in public
    False
    """
    import geopandas as gpd

    sheet = sheet_of_incidents(incidents)
    known = sheet.known()
    kept = check_keep(keep, known)
    area = {} if boundaries is None else {"area": boundaries.area}
    generaliser = Generaliser(gazetteer or load_gazetteer(), **area)
    rows = [{name: row.cells.get(written) for name, written in known.items()} for row in sheet.rows]
    withheld = _withheld(known, kept)
    published = [_row(row, generaliser.ground(row), kept, withheld) for row in rows if not _is_rejected(row)]
    # By all that is published: rows that differ in nothing of it cannot be told apart by their order.
    published.sort(
        key=lambda row: tuple(str(row.get(name) or "") for name in (*_ORDER, *kept, *sorted({*row} - {GEOMETRY})))
    )
    for number, row in enumerate(published, start=1):
        row["id"] = f"p{number:05d}"
    names = [name for name in COLUMN_TABLE if any(name in row for row in published) or name == "id"]
    frame = typed_frame({name: [row.get(name) for row in published] for name in (*names, *kept)})
    shapes = gpd.GeoSeries([row[GEOMETRY] for row in published], index=frame.index, crs=settings.storage_crs)
    return gpd.GeoDataFrame(frame, geometry=shapes)


def published_title(title: str | None) -> str:
    """Give the title of a published page: the caller's, and that it is generalised."""
    return f"{title}. {NOTE}" if title else NOTE


def _row(row: Mapping[str, Any], ground: PublicGround, kept: tuple[str, ...], withheld: str) -> dict[str, Any]:
    place = {field.name: getattr(ground, field.name) for field in fields(ground)}
    term = PRECISIONS[ground.precision]
    found = {
        "id": None, **place, **_kind(row), **_time(row), **_kept_words(row),
        "geo_precision": term.geo_precision, "where_prec": term.where_prec,
        "outline": "approximate" if ground.precision == "county" else None,
        "information_withheld": withheld, "data_generalizations": _generalised(row, ground),
    }  # fmt: skip
    found["title"] = _title(found)
    return {**found, **{name: as_text(row.get(name)) for name in kept}}


def _is_rejected(row: Mapping[str, Any]) -> bool:
    return str(row.get("review_status")).strip().lower() == "rejected"


def _kind(row: Mapping[str, Any]) -> dict[str, str | None]:
    """Give the type when it is a word of the vocabulary, and the words of other schemes that follow from it."""
    kind = INCIDENT_TYPES.get(str(row.get("event_type")), INCIDENT_TYPES["other"])
    acled, _, sub = kind.acled.partition(": ")
    plover, _, mode = kind.plover.partition("/")
    return {
        "event_type": kind.id, "acled_event_type": acled or None, "sub_event_type": sub or None,
        "plover_type": plover or None, "plover_mode": mode or None,
    }  # fmt: skip


def _time(row: Mapping[str, Any]) -> dict[str, Any]:
    months = {name: _month(row.get(name)) for name in _DATES}
    start = months["date_start"]
    is_year = start is not None and (len(start) == len("2010") or row.get("time_precision") == "year")
    word = "unknown" if start is None else "year" if is_year else "month"
    return {**months, "time_precision": word, "date_prec": {"month": 4, "year": 5}.get(word)}


def _month(value: Any) -> str | None:
    text = str(value or "")[: len("2010-06-08")]
    return text[_MONTH] if is_iso_date(text) else None


def _kept_words(row: Mapping[str, Any]) -> dict[str, str | None]:
    """Give the cells of vocabularies that hold one of their words."""
    found = {name: row.get(name) if row.get(name) in COLUMN_TABLE[name].words else None for name in _WORDS}
    language = str(row.get("language") or "")
    return {**found, "language": language if _LANGUAGE.fullmatch(language) else None}


def _title(row: Mapping[str, Any]) -> str:
    parts = (INCIDENT_TYPES[row["event_type"]].en, row["place_name"] or "place not given", row["date_start"])
    return ", ".join(part for part in parts if part)


def _generalised(row: Mapping[str, Any], ground: PublicGround) -> str:
    before = row.get("precision")
    if ground.precision == "unlocated":
        return "place: none is given; dates: to the month"
    said = before if before in PRECISIONS else "place"
    place = f"{said} to {ground.precision}" if said != ground.precision else f"{said} drawn anew"
    return f"place: {place}; dates: to the month"


def _withheld(known: Mapping[str, str], kept: tuple[str, ...]) -> str:
    """Say which columns are withheld: by name those that are known, by number those that are not."""
    gone = [
        name for name in known if name not in kept and (rule := PUBLISH_RULES.get(name)) and rule.decision == "withheld"
    ]
    own = [name for name in known if name not in PUBLISH_RULES and name not in kept]
    parts = [", ".join(gone), f"{len(own)} columns of the table's own" if own else ""]
    said = " and ".join(part for part in parts if part)
    return f"{NOTE} Withheld: {said}." if said else NOTE
