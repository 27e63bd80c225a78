"""What stands in the cells of other people's tables → what this project's columns hold.

A value that cannot be read stays as it is, so that whoever checks the table finds it and says where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.vocabulary import INCIDENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderatlas.models import Precision

_DECIMAL_COMMA = re.compile(r"[-+−]?\d{1,3},\d+")
_DEGREES = re.compile(
    r"""(?P<lead>[NSEW북남동서北南东西])?\s*(?P<sign>[-+−])?(?P<d>\d{1,3}(?:[.,]\d+)?)\s*[°도度]?
    (?:\s*(?P<m>\d{1,2}(?:[.,]\d+)?)\s*['′’분分])?(?:\s*(?P<s>\d{1,2}(?:[.,]\d+)?)\s*(?:["″”초秒]|''))?
    \s*(?P<side>[NSEW북남동서北南东西])?""",
    re.VERBOSE | re.IGNORECASE,
)
_COLONS = re.compile(r"([-+]?\d{1,3}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?( ?[NSEW])?")
_LETTERS = re.compile(r"([-+]?\d{1,3}) ?d ?(\d{1,2}) ?m(?: ?(\d{1,2}(?:\.\d+)?) ?s)?( ?[NSEW])?")
_BLANKS = re.compile(r"(\d{1,3}) (\d{1,2})(?: (\d{1,2}(?:\.\d+)?))?( ?[NSEW])")  # without a side it may be any numbers
_SIXTY = 60  # minutes to a degree, seconds to a minute: more of either is a slip of the pen
_WKT_POINT = re.compile(r"POINT ?(?:Z ?)?\( ?(\S+) (\S+)(?: \S+)? ?\)", re.IGNORECASE)
_NEGATIVE_SIDES = frozenset("SWsw남서南西")


def degrees(value: Any) -> Any:
    """Give a coordinate as a number where it is one: with a decimal comma, or in degrees, minutes and seconds."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value.replace("″", '"').replace("′", "'")).strip()
    if re.fullmatch(r"[-+]?\d+(\.\d*)?([eE][-+]?\d+)?", text):
        return value
    for form in (_COLONS, _LETTERS, _BLANKS):
        text = form.sub(_marked, text) if form.fullmatch(text) else text
    match = _DEGREES.fullmatch(text)
    if match is None or not (
        _DECIMAL_COMMA.fullmatch(text) or any(match[name] for name in ("m", "side", "lead")) or "°" in text
    ):
        return value
    if max(_part(match["m"]), _part(match["s"])) >= _SIXTY:
        return value
    size = sum(_part(match[name]) / share for name, share in (("d", 1), ("m", 60), ("s", 3600)))
    negative = (match["sign"] or "") in {"-", "−"} or bool(_NEGATIVE_SIDES & {match["side"], match["lead"]})
    return repr(round(-size if negative else size, 9))


def _marked(match: re.Match[str]) -> str:
    """Put the signs of degrees, minutes and seconds behind their numbers."""
    seconds = f'{match[3]}"' if match[3] else ""
    return f"{match[1]}°{match[2]}'{seconds}{match[4] or ''}"


def _part(figures: str | None) -> float:
    return float((figures or "0").replace(",", "."))


def lat_lon(value: Any) -> tuple[Any, Any] | None:
    """Part "41.40, 128.18" (also with semicolon, blank or degrees) into latitude and longitude; None when it is none.

    "POINT (128.18 41.40)" is one too, longitude first.
    """
    plain = " ".join(unicodedata.normalize("NFKC", str(value)).split())
    if point := _WKT_POINT.fullmatch(plain):
        return (point[2], point[1]) if _is_number(point[1]) and _is_number(point[2]) else None
    text = plain.strip(" ()[]")
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
