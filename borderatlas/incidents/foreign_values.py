"""What stands in the cells of other people's tables → what this project's columns hold.

A value that cannot be read stays as it is, so that whoever checks the table finds it and says where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from borderatlas.incidents.vocabulary import INCIDENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from borderatlas.models import Precision

DateOrder = Literal["day-first", "month-first"]

_DECIMAL_COMMA = re.compile(r"[-+−]?\d{1,3},\d+")
_DEGREES = re.compile(
    r"""(?P<lead>[NSEW북남동서北南东西])?\s*(?P<sign>[-+−])?(?P<d>\d{1,3}(?:[.,]\d+)?)\s*[°도度]?
    (?:\s*(?P<m>\d{1,2}(?:[.,]\d+)?)\s*['′’분分])?(?:\s*(?P<s>\d{1,2}(?:[.,]\d+)?)\s*(?:["″”초秒]|''))?
    \s*(?P<side>[NSEW북남동서北南东西])?""",
    re.VERBOSE | re.IGNORECASE,
)
_NEGATIVE_SIDES = frozenset("SWsw남서南西")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年년]\s*(\d{1,2})(?:[-/.月월]\s*(\d{1,2})\s*[日일号]?|[月월]?)\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?")
_YEAR = re.compile(r"(\d{4})[年년]?")
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[AP]M|[+-]\d{2}:?\d{2})?$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\s*[(（]?(?:[월화수목금토일](?:요일)?|(?:星期|周|週)[一二三四五六日天])[)）]?$|^[A-Za-z]+day,?\s+|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s+"
)
_MONTH_NAMES = {
    name: number for number, names in enumerate((
        "january jan januar janvier", "february feb februar février", "march mar märz mars", "april apr avril",
        "may mai", "june jun juni juin", "july jul juli juillet", "august aug août", "september sep sept septembre",
        "october oct oktober okt octobre", "november nov novembre", "december dec dezember dez décembre",
    ), start=1) for name in names.split()
}  # fmt: skip
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?[- ]?([^\W\d]+)\.?[-, ]+(\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d]+)\.?[,\s-]+(\d{4})")
_MONTHS = 12


class Dates(NamedTuple):
    """How a column writes dates that are all figures."""

    order: DateOrder
    is_ambiguous: bool


def date_order(values: Iterable[Any]) -> Dates:
    """Tell from the figures of a column whether the day or the month comes first; the day where nothing tells."""
    seen: Counter[str] = Counter()
    for value in values:
        match = _NUMERIC.fullmatch(_bare(str(value or "")))
        if match:
            first, second = int(match[1]), int(match[3])
            seen["day-first"] += first > _MONTHS or match[2] == "."
            seen["month-first"] += second > _MONTHS
            seen["open"] += first != second
    undecided = bool(seen["open"]) and seen["day-first"] == seen["month-first"] == 0
    return Dates("month-first" if seen["month-first"] > seen["day-first"] else "day-first", undecided)


def iso_date(value: Any, order: DateOrder) -> str | None:
    """Give a date as ISO 8601 (day, month or year); None when it is none.

    Parameters
    ----------
    value : Any
        "12 March 2019", "March 12, 2019", 12.03.2019, 2019/3/12, 2019년 3월 12일, 2019年3月12日, 20190312, with or
        without a clock or a weekday behind it.
    order : {"day-first", "month-first"}
        How to take figures whose year comes last.
    """
    text = _bare(str(value))
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return _calendar(*read(match, order))
    return None


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"\s+", " ", _WEEKDAY.sub("", _CLOCK.sub("", text)) if len(text) > len("2019-03") else text).strip()


def _calendar(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04d}" if year else None
    if not 1 <= month <= _MONTHS or not year:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return date(year, month, day).isoformat() if 1 <= day <= monthrange(year, month)[1] else None


def _numeric(match: re.Match[str], order: DateOrder) -> tuple[int, int, int]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month_first = second > _MONTHS or (order == "month-first" and first <= _MONTHS)
    return (year, first, second) if month_first else (year, second, first)


def _month(name: str) -> int:
    return _MONTH_NAMES.get(name.casefold(), 0)


_FORMS: Any = (
    (_YEAR_FIRST, lambda m, _: (int(m[1]), int(m[2]), int(m[3]) if m[3] else None)),
    (_COMPACT, lambda m, _: (int(m[1]), int(m[2]), int(m[3]))),
    (_YEAR, lambda m, _: (int(m[1]), None, None)),
    (_NUMERIC, _numeric),
    (_DAY_MONTH, lambda m, _: (int(m[3]), _month(m[2]), int(m[1]))),
    (_MONTH_DAY, lambda m, _: (int(m[3]), _month(m[1]), int(m[2]))),
    (_MONTH_YEAR, lambda m, _: (int(m[2]), _month(m[1]), None)),
)


def degrees(value: Any) -> Any:
    """Give a coordinate as a number where it is one: with a decimal comma, or in degrees, minutes and seconds."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value.replace("″", '"').replace("′", "'")).strip()
    if re.fullmatch(r"[-+]?\d+(\.\d*)?([eE][-+]?\d+)?", text):
        return value
    match = _DEGREES.fullmatch(text)
    if match is None or not (
        _DECIMAL_COMMA.fullmatch(text) or any(match[name] for name in ("m", "side", "lead")) or "°" in text
    ):
        return value
    size = sum(_part(match[name]) / share for name, share in (("d", 1), ("m", 60), ("s", 3600)))
    negative = (match["sign"] or "") in {"-", "−"} or bool(_NEGATIVE_SIDES & {match["side"], match["lead"]})
    return repr(round(-size if negative else size, 9))


def _part(figures: str | None) -> float:
    return float((figures or "0").replace(",", "."))


def lat_lon(value: Any) -> tuple[Any, Any] | None:
    """Part "41.40, 128.18" (also with semicolon, blank or degrees) into latitude and longitude; None when it is none."""
    text = unicodedata.normalize("NFKC", str(value)).strip(" ()[]")
    for separator in (";", ", ", ",", "/", " "):
        parts = [degrees(part.strip()) for part in text.split(separator) if part.strip()]
        if len(parts) == 2 and all(_is_number(part) for part in parts):  # noqa: PLR2004 - a pair
            return parts[0], parts[1]
    return None


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


COUNTRIES: Mapping[str, str] = MappingProxyType({
    word: code for code, words in {
        "KP": "kp|prk|408|north korea|dprk|democratic people's republic of korea|democratic peoples republic of korea|"
              "korea, north|korea (north)|nordkorea|corée du nord|北朝鲜|朝鲜|朝鮮|北韓|北韩|북한|북조선|조선|731|кндр|북측",
        "CN": "cn|chn|156|china|people's republic of china|peoples republic of china|prc|中国|中國|중국|710|китай",
        "RU": "ru|rus|643|russia|russian federation|russia (soviet union)|russland|俄罗斯|俄羅斯|러시아|365|россия",
        "KR": "kr|kor|410|south korea|republic of korea|korea, south|rok|südkorea|韩国|韓國|대한민국|한국|남한|732",
    }.items() for word in words.split("|")
})  # fmt: skip
"""Names and codes of countries (ISO 3166-1, and Gleditsch and Ward's numbers, which UCDP uses) → alpha-2."""


def country_code(value: Any) -> Any:
    """Give a country's ISO 3166-1 alpha-2 code; two joined by ``/`` stay two; what is not known stays as it is."""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    codes = [COUNTRIES.get(part.strip().casefold()) for part in re.split(r"[/;–]|-(?=[A-Z])", text)]
    return "/".join(code for code in codes if code) if codes and all(codes) else value


PRECISION_OF_GEO: Mapping[int, Precision] = MappingProxyType({1: "settlement", 2: "county", 3: "province"})
"""ACLED's geo_precision → the precision that says no more than it: 2 is a part of a region, 3 a region."""

PRECISION_OF_WHERE: Mapping[int, Precision] = MappingProxyType({
    1: "settlement", 2: "county", 3: "county", 4: "province", 5: "border_strip", 6: "country", 7: "country",
})  # fmt: skip
"""UCDP's where_prec → the precision that says no more than it: 2 is within about 25 km of a place, 5 a line or a fuzzy
polygon."""

TIME_WORDS: Mapping[str, str] = MappingProxyType({"1": "day", "2": "week", "3": "month"})
"""ACLED's time_precision → the word."""

DATE_PRECISION_WORDS: Mapping[int, str] = MappingProxyType({1: "day", 2: "week", 3: "week", 4: "month", 5: "year"})
"""UCDP's date_prec → the word."""


def local_type(value: Any) -> str | None:
    """Give the incident type that a word means: its id or one of its labels, whatever the case; None for another."""
    return _TYPE_WORDS.get(unicodedata.normalize("NFKC", str(value)).strip().casefold().replace("_", " "))


_TYPE_WORDS: dict[str, str] = {
    word.strip().casefold().replace("_", " "): kind.id
    for kind in INCIDENT_TYPES.values()
    for word in (kind.id, kind.en, *kind.ko.split("·"), kind.ko, kind.zh)
}
_ACLED_TYPES: dict[str, str] = {}
for _kind in INCIDENT_TYPES.values():
    _ACLED_TYPES.setdefault(_kind.acled.casefold(), _kind.id)
_ACLED_SUB_EVENTS = {
    "arrests": "arrest", "armed clash": "shooting", "attack": "shooting", "shelling/artillery/missile attack": "military",
    "air/drone strike": "military", "remote explosive/landmine/ied": "military", "grenade": "shooting",
    "abduction/forced disappearance": "trafficking", "looting/property destruction": "other", "sexual violence": "other",
    "non-violent transfer of territory": "military", "headquarters or base established": "military",
    "change to group/activity": "other", "disrupted weapons use": "military",
}  # fmt: skip


def type_of_acled(event_type: Any, sub_event_type: Any) -> str:
    """Give the incident type for ACLED's two words: by the vocabulary's crosswalk read backwards, else ``other``.

    ACLED's "Strategic developments: Other" may be anything, and stays ``other``.
    """
    sub = str(sub_event_type or "").strip().casefold()
    if sub == "other":
        return "other"
    return _ACLED_SUB_EVENTS.get(sub) or _ACLED_TYPES.get(f"{str(event_type or '').strip()}: {sub}".casefold(), "other")
