"""The columns of an incident table, one by one: name, type, unit, words, the standard they follow, and what they say.

The names are those of the field's event data sets where they have one (ACLED, UCDP GED, Darwin Core, Dublin Core). A
column that is not here belongs to whoever added it: it is carried along, in its place, and never changed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from borderatlas.incidents.vocabulary import INCIDENT_TYPES, PRECISIONS
from borderatlas.models import Certainty, Incident, Relation, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["text", "whole", "number", "date", "time", "list", "json"]
"""What a column holds: text, a whole number, a number, an ISO 8601 date (a year or month too), an ISO 8601 date or
date and time, texts parted by semicolons, or a JSON object."""

GEOMETRY = "geometry"
"""The column of the footprint: the geometry of GIS formats, WKT in CSV and Excel."""

REVIEW_STATUSES = ("machine", "accepted", "corrected", "rejected")
"""What became of a draft; ``rejected`` keeps it out for good."""

TIME_PRECISIONS = ("day", "week", "month", "year", "unknown")
"""How fine a date is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the incident table.

    Attributes
    ----------
    name : str
    kind : Kind
    meaning : str
        What a cell says, and what an empty one does.
    unit : str
        Of a number; empty where there is none.
    words : tuple of str
        The vocabulary; empty where any text may stand.
    standard : str
        The scheme that a column follows, or where its name is from; empty for one of this project's own.
    low, high : float
        The range of a number.
    filled_by : str
        ``draft`` (the program), ``reviewer``, ``boundaries`` (the program, when a user's own polygons are given) or
        ``publish`` (the program, when a table is generalised). Only the first two are columns of every draft.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    words: tuple[str, ...] = ()
    standard: str = ""
    low: float = -math.inf
    high: float = math.inf
    filled_by: str = "draft"


def _text(name: str, meaning: str, standard: str = "", words: tuple[str, ...] = ()) -> Column:
    return Column(name, "text", meaning, standard=standard, words=words)


_SOURCE, _ACLED, _UCDP, _PLOVER = "Dublin Core", "ACLED", "UCDP GED", "PLOVER"

_COLUMNS = (
    _text("id", "Identifier, stable while the report keeps the quoted words: the first 12 digits of a SHA-256 of report "
          "and quote", "GeoJSON id"),
    _text("report", "Id of the report: its file's stem, or the id of a corpus record"),
    _text("title", "What the incident is called; a draft takes the report's title"),
    Column("date_start", "date", "First day on which it may have been; empty when unknown", standard="UCDP GED, STAC"),
    Column("date_end", "date", "Last day on which it may have been; when nothing is said, the publication's",
           standard="UCDP GED, STAC"),
    _text("time_precision", "How fine the date is, in a word", words=TIME_PRECISIONS),
    Column("date_prec", "whole", "How fine the date is: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; "
           "empty when date_start is", standard=_UCDP, low=1, high=5),
    Column("date_reported", "date", "When it was published, as far as the report says", standard=_ACLED),
    _text("event_type", "Kind of incident, of the local vocabulary", words=tuple(INCIDENT_TYPES)),
    _text("acled_event_type", "The kind in ACLED's words; empty where none fits", _ACLED),
    _text("sub_event_type", "The kind in ACLED's finer words; empty where none fits", _ACLED),
    _text("plover_type", "The kind in PLOVER's words; empty where none fits", _PLOVER),
    _text("plover_mode", "The mode of the PLOVER type; empty where none fits", _PLOVER),
    _text("location_role", "What the place is to the report; drafts stand where the incident was, never where a source "
          "is; empty when unlocated", words=get_args(Role)),
    _text("place_id", "The place's id in the gazetteer; empty when it is not known", "Linked Places"),
    _text("place_name", "The place's preferred name, of the gazetteer", "Darwin Core locality"),
    _text("place_name_local", "The place's name in its own script; empty when the gazetteer has none", "Linked Places"),
    _text("name_verbatim", "The place as the report names it", "Darwin Core verbatimLocality"),
    _text("feature_class", "Class of the place: A unit, P settlement, H water, T mountain, S site", "GeoNames"),
    _text("feature_code", "Code of the place: ADM1, PPL, STM …", "GeoNames"),
    Column("latitude", "number", "Representative point of the footprint", "degrees, EPSG:4326", (),
           "Darwin Core decimalLatitude", -90.0, 90.0),
    Column("longitude", "number", "Representative point of the footprint", "degrees, EPSG:4326", (),
           "Darwin Core decimalLongitude", -180.0, 180.0),
    _text("country", "Country of the place; two joined by / for what lies on the border", "ISO 3166-1 alpha-2"),
    _text("admin1", "Province of the place", "Darwin Core stateProvince"),
    _text("admin2", "County, city or district of the place; empty for what is wider", "Darwin Core county"),
    _text("precision", "How fine the footprint is", words=tuple(PRECISIONS)),
    Column("uncertainty_m", "number", "Radius about the point that holds the place", "metres", (),
           "Darwin Core coordinateUncertaintyInMeters", 0.0),
    Column("geo_precision", "whole", "1 town, 2 part of a region or near a town, 3 region", standard=_ACLED, low=1, high=3),
    Column("where_prec", "whole", "1 exact, 2 near, 3 second-order unit, 4 first-order unit, 5 line or fuzzy polygon, "
           "6 country, 7 international", standard=_UCDP, low=1, high=7),
    _text("relation", "How the words relate the ground to the place named; empty for the place itself", "ISO-Space",
          get_args(Relation)),
    Column("anchor_ids", "list", "Ids of the places that the relation leans on"),
    Column("distance_m", "number", "Distance that the relation says", "metres", low=0.0),
    Column("bearing", "number", "Direction that the relation says", "degrees clockwise from north", low=0.0, high=360.0),
    _text("river", "Border river that the place lies on: yalu or tumen", "OGC 19148"),
    Column("river_km_from", "number", "Upper end along the border river line", "km from the source", (), "OGC 19148", 0.0),
    Column("river_km_to", "number", "Lower end along the border river line", "km from the source", (), "OGC 19148", 0.0),
    _text("bank", "Country on whose bank the place lies", "ISO 3166-1 alpha-2", ("CN", "KP", "RU")),
    Column("border_distance_m", "number", "Distance of the point from the border line, negative on the DPRK's side",
           "metres"),
    Column("other_place_ids", "list", "Ids of the other places that the report tells of"),
    Column("source_place_ids", "list", "Ids of the places where the report's sources are: never the incident's"),
    Column("source_place_names", "list", "Names of the places where the report's sources are"),
    _text("quote", "The report's own words, from which the draft was made", "ACLED notes"),
    Column("quote_start", "whole", "Where the quote begins in the report's text", "characters", low=0),
    Column("quote_end", "whole", "Where the quote ends in the report's text", "characters", low=0),
    _text("source_title", "The report's title", f"{_SOURCE} title"),
    _text("publisher", "Who published the report", f"{_SOURCE} publisher"),
    Column("source_date", "date", "The report's date, as it declares it", standard=f"{_SOURCE} issued"),
    _text("source_url", "The report's address", f"{_SOURCE} source"),
    _text("language", "The report's language", "BCP 47"),
    _text("certainty", "How sure the identification of the place is; it says nothing about the footprint",
          "Linked Places", get_args(Certainty)),
    Column("candidates", "list", "Ids of the places that were considered and refused"),
    _text("rule", "Id of the rule that placed the draft", "Darwin Core georeferenceProtocol"),
    Column("provenance", "json", "Program, version of the data, and hash of the report's text that the draft is from",
           standard="PROV"),
    _text("review_status", "What became of the draft: machine until a person accepted, corrected or rejected it",
          words=REVIEW_STATUSES),
    Column("reviewer", "text", "Who reviewed it", filled_by="reviewer"),
    Column("reviewed_at", "time", "When it was reviewed", filled_by="reviewer"),
    _text("draft_hash", "Fingerprint of the row as drafted: a row that no longer gives it was edited, and is never "
          "changed by the program"),
    Column("outline", "text", "Whose outline an incident in a county has", words=("given", "approximate"),
           filled_by="boundaries"),
    Column("information_withheld", "text", "What was left out for publication", standard="Darwin Core "
           "informationWithheld", filled_by="publish"),
    Column("data_generalizations", "text", "What was made coarser for publication", standard="Darwin Core "
           "dataGeneralizations", filled_by="publish"),
)  # fmt: skip

COLUMN_TABLE: Mapping[str, Column] = MappingProxyType({column.name: column for column in _COLUMNS})
"""Every column that the program knows, by name, in the order in which it writes them."""

COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Incident))
"""The columns of a draft, in order: those of `COLUMN_TABLE` that every draft has."""

_ALIASES = {"lat": "latitude", "lon": "longitude", "lng": "longitude", "long": "longitude"}


def column_name(written: str) -> str:
    """Give the known name that a header means, whatever its case and the space about it; an unknown one as it stands."""
    known = written.strip().lower()
    known = _ALIASES.get(known, known)
    return known if known in COLUMN_TABLE or known == GEOMETRY else written


def kind_of(name: str) -> Kind | None:
    """Give what a column holds; None for one that is not known."""
    column = COLUMN_TABLE.get(name)
    return column.kind if column else None


def documentation() -> Iterator[str]:
    """Give the lines of a Markdown table of the columns."""
    yield "| column | type | unit or words | standard | meaning |"
    yield "|---|---|---|---|---|"
    for column in _COLUMNS:
        words = column.unit or ", ".join(f"`{word}`" for word in column.words)
        yield f"| `{column.name}` | {column.kind} | {words} | {column.standard} | {column.meaning} |"
