"""What becomes of each column when a table is published: kept, generalised or withheld, column by column.

Whatever is free text may name a place, a day or a person, so none of it is kept unless a person asks for it by name; a
column of a vocabulary is kept as far as its cells hold words of that vocabulary. A column that is not known is withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from borderatlas.errors import TableError
from borderatlas.incidents.columns import GEOMETRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Decision = Literal["kept", "generalised", "withheld"]


@dataclass(frozen=True, slots=True)
class PublishRule:
    """What becomes of a column.

    Attributes
    ----------
    decision : {"kept", "generalised", "withheld"}
    how : str
        What is published in its place, or why nothing is.
    may_be_kept : bool
        Whether a person may ask for it as it is: not for what places an incident, dates it or quotes it.
    """

    decision: Decision
    how: str
    may_be_kept: bool = False


def _kept(how: str) -> PublishRule:
    return PublishRule("kept", how)


def _made(how: str) -> PublishRule:
    return PublishRule("generalised", how)


def _gone(how: str, *, may_be_kept: bool = False) -> PublishRule:
    return PublishRule("withheld", how, may_be_kept)


_FINER = "is finer than what is published"
_TEXT = "is free text, which may name a place, a day or a person"

PUBLISH_RULES: Mapping[str, PublishRule] = MappingProxyType({
    "id": _made("a number in the order of what is published: ids are made from report and quote"),
    "report": _gone("names files, which are called after dates and towns", may_be_kept=True),
    "title": _made("type, place and month, as published: titles name towns and days"),
    "date_start": _made("the month"), "date_end": _made("the month"), "date_reported": _made("the month"),
    "source_date": _made("the month"), "time_precision": _made("month or year"), "date_prec": _made("4 or 5"),
    "event_type": _kept("words of the vocabulary; other for the rest"),
    "acled_event_type": _made("from event_type"), "sub_event_type": _made("from event_type"),
    "plover_type": _made("from event_type"), "plover_mode": _made("from event_type"),
    "location_role": _kept("words of the vocabulary"),
    "place_id": _made("the county's, the river's or the province's"), "place_name": _made("of what is published"),
    "place_name_local": _made("of what is published"), "name_verbatim": _gone(_FINER),
    "feature_class": _made("of what is published"), "feature_code": _made("of what is published"),
    "latitude": _made("a point of the county, the reach or the province"), "longitude": _made("likewise"),
    "country": _made("of what is published"), "admin1": _made("of what is published"), "admin2": _made("the county"),
    "precision": _made("county, river_reach or coarser"), "uncertainty_m": _made("of what is published"),
    "geo_precision": _made("of what is published"), "where_prec": _made("of what is published"),
    "relation": _gone(_FINER), "anchor_ids": _gone(_FINER), "distance_m": _gone(_FINER), "bearing": _gone(_FINER),
    "river": _made("for a reach and a river"), "river_km_from": _made("in steps of 10 km"),
    "river_km_to": _made("in steps of 10 km"), "bank": _made("for a reach"), "border_distance_m": _gone(_FINER),
    "other_place_ids": _gone(_FINER), "source_place_ids": _gone("tells where a source is"),
    "source_place_names": _gone("tells where a source is"), "quote": _gone("quotes are left out"),
    "quote_start": _gone("leads to the quote"), "quote_end": _gone("leads to the quote"),
    "source_title": _gone(_TEXT, may_be_kept=True), "publisher": _gone(_TEXT, may_be_kept=True),
    "source_url": _gone("addresses hold days and names", may_be_kept=True), "language": _kept("tags of BCP 47"),
    "certainty": _kept("words of the vocabulary"), "candidates": _gone(_FINER), "rule": _gone(_FINER),
    "provenance": _gone("a hash of the text leads to the report"), "review_status": _kept("words of the vocabulary"),
    "reviewer": _gone("names a person"), "reviewed_at": _gone(_FINER), "draft_hash": _gone("is made from the quote"),
    "outline": _made("of what is published"), "information_withheld": _made("says what was withheld"),
    "data_generalizations": _made("says what was made coarser"),
    GEOMETRY: _made("the ground of the county, the reach or the province"),
})  # fmt: skip
"""Every column that is known → what becomes of it; any other is withheld, and may be kept."""


def check_keep(keep: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Give the columns that a person asks to keep as they are.

    Raises
    ------
    TableError
        For one that the table lacks, and for one that would undo the masking.
    """
    there = list(names)
    for name in (wanted := tuple(dict.fromkeys(keep))):
        rule = PUBLISH_RULES.get(name)
        if name not in there:
            msg = f"--keep {name}: the table has no such column; there are {', '.join(there)[:200]}"
            raise TableError(msg)
        if rule is not None and not rule.may_be_kept:
            free = ", ".join(known for known, its in PUBLISH_RULES.items() if its.may_be_kept)
            msg = f"--keep {name}: is never published as it is ({rule.how}); {free} and columns of your own may be kept"
            raise TableError(msg)
    return wanted
