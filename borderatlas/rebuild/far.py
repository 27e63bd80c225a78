"""Places far from the border, so that a report that names one is not read as naming another nearer by.

From GeoNames: Chinese cities of 400,000 people, towns of the ROK, Russian cities of 100,000 and towns of the Far East,
Japanese cities of 400,000, all cities of a million, and the capitals. They carry their main name, Hangul and Chinese
characters only: other alternates collide. A name that a place of the border has already needs its province beside it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import fold_name
from borderatlas.rebuild.geonames import CITIES_SOURCE, PopulatedPlace, capital_names, populated_places
from borderatlas.rebuild.hanzi import is_hanzi
from borderatlas.rebuild.koreanise import dprk, is_hangul, mccune_reischauer, plain, revised
from borderatlas.rebuild.tables import PlaceRow
from borderatlas.rebuild.transcription import transcribed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.rebuild.names import NameBook
    from borderatlas.rebuild.press import Taken

_MILLION = 1_000_000
_LARGE = {"CN": 400_000, "JP": 400_000, "RU": 100_000, "KR": 15_000}
_FAR_EAST = frozenset({"05", "30", "44", "59", "63", "64", "89", "92"})
_FAR_EAST_TOWN = 15_000
_CAPITAL = 30_000
_INSIDE = frozenset({"CN.22", "CN.23", "CN.28", "CN.33", "RU.48", "RU.66"})
"""Cities that are a first-order unit: what GeoNames lists in them are their quarters."""

PARENTS = {
    "CN.01": "cn.anhui", "CN.02": "cn.zhejiang", "CN.03": "cn.jiangxi", "CN.04": "cn.jiangsu", "CN.05": "cn.jilin", "CN.06": "cn.qinghai",
    "CN.07": "cn.fujian", "CN.08": "cn.heilongjiang", "CN.09": "cn.henan", "CN.10": "cn.hebei", "CN.11": "cn.hunan", "CN.12": "cn.hubei",
    "CN.13": "cn.xinjiang", "CN.14": "cn.tibet", "CN.15": "cn.gansu", "CN.16": "cn.guangxi", "CN.18": "cn.guizhou", "CN.19": "cn.liaoning",
    "CN.20": "cn.inner-mongolia", "CN.21": "cn.ningxia", "CN.24": "cn.shanxi", "CN.25": "cn.shandong", "CN.26": "cn.shaanxi",
    "CN.29": "cn.yunnan", "CN.30": "cn.guangdong", "CN.31": "cn.hainan", "CN.32": "cn.sichuan", "KR.01": "kr.jeju",
    "KR.03": "kr.north-jeolla", "KR.05": "kr.north-chungcheong", "KR.06": "kr.gangwon", "KR.12": "kr.incheon", "KR.13": "kr.gyeonggi",
    "KR.14": "kr.north-gyeongsang", "KR.16": "kr.south-jeolla", "KR.17": "kr.south-chungcheong", "KR.20": "kr.south-gyeongsang",
    "RU.30": "ru.khabarovsk-krai", "RU.59": "ru.primorsky",
}  # fmt: skip
"""GeoNames' first-order codes and the province that stands for each; elsewhere the country is the parent."""

SAME_CITY_M = 40_000.0
"""A far city as near as this to a place of the same name is taken for it, metres."""

_RADII_M = ((5_000_000, 30_000.0), (1_000_000, 20_000.0), (400_000, 12_000.0), (0, 8_000.0))
_PARTS = re.compile(r" District$| Qū$| Island$|,|-dong$|^Old | Region$|^Ra's |^North ")
_KOREAN_TYPE = re.compile(r"\s*(특별자치시|특별시|광역시|시|군)$")
_SHORT = 3
_LONG_HANZI = 3


def far_places(places: dict[str, PlaceRow], used: set[str]) -> Iterator[tuple[PlaceRow, PopulatedPlace]]:
    """Give a place for each far city that is not there yet.

    Parameters
    ----------
    places : dict of str to PlaceRow
        The places so far.
    used : set of str
        GeoNames ids that rows stand for already.
    """
    near = _by_name(places)
    taken = set(places)
    for row in populated_places().values():
        if row.id in used or not _wanted(row) or any(_is_same(row, place) for place in near.get(_key(_shown(row)), ())):
            continue
        place = _far_place(row, taken, places)
        taken.add(place.place_id)
        near.setdefault(_key(place.name), []).append(place)
        yield place, row


def _by_name(places: dict[str, PlaceRow]) -> dict[str, list[PlaceRow]]:
    found: dict[str, list[PlaceRow]] = {}
    for place in places.values():
        found.setdefault(_key(place.name), []).append(place)
    return found


def _key(name: str) -> str:
    return re.sub(r"[^a-z]| city$| county$", "", plain(name).lower())


def _wanted(row: PopulatedPlace) -> bool:
    if row.country == "KP" or _PARTS.search(row.name) or f"{row.country}.{row.admin1}" in _INSIDE:
        return False
    if row.country == "KR":
        return row.population >= _LARGE["KR"] and bool(_hangul(row))
    far_east = row.country == "RU" and row.admin1 in _FAR_EAST and row.population >= _FAR_EAST_TOWN
    large = row.population >= _LARGE.get(row.country, _MILLION)
    return large or far_east or (row.name in capital_names().get(row.country, ()) and row.population >= _CAPITAL)


def _hangul(row: PopulatedPlace) -> str:
    """Give the Hangul name without its type word; of a town of the ROK only where it is a city or a county."""
    names = [alias for alias in row.aliases if is_hangul(alias.replace(" ", ""))]
    if row.country == "KR":
        names = [alias for alias in names if _KOREAN_TYPE.search(alias)]
    bases = [_KOREAN_TYPE.sub("", alias).replace(" ", "") for alias in names]
    whole = [base for base in bases if len(base) > 1]
    return min(whole, key=lambda base: (len(base), base)) if whole else ""


def _shown(row: PopulatedPlace) -> str:
    """Give the name to show: of the ROK by the Revised Romanisation, else as GeoNames has it, without a type word."""
    if row.country == "KR":
        return revised(_hangul(row))
    return (
        re.sub(r" City$", "", row.name)
        if row.name not in {"Mexico City", "New York City", "Benin City", "Quezon City"}
        else row.name
    )


def _is_same(row: PopulatedPlace, place: PlaceRow) -> bool:
    if place.country != row.country or place.longitude is None or place.latitude is None:
        return False
    # Local plane: good enough to tell a city from another of its name.
    east = (row.longitude - place.longitude) * 111_320 * math.cos(math.radians(row.latitude))
    return math.hypot(east, (row.latitude - place.latitude) * 110_574) <= SAME_CITY_M


def _far_place(row: PopulatedPlace, taken: set[str], places: dict[str, PlaceRow]) -> PlaceRow:
    country = row.country.lower()
    parent = PARENTS.get(f"{row.country}.{row.admin1}", country)
    parent = parent if parent in places else country if country in places else ""
    name = _shown(row)
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "").encode("ascii", "ignore").decode()).strip(
        "-"
    )
    place_id = f"{parent or country}.{slug}"
    place_id = f"{place_id}-{row.id}" if place_id in taken else place_id
    admin1 = places[parent].admin1 if parent else ""
    county = row.country == "KR" and any(alias == f"{_hangul(row)}군" for alias in row.aliases)
    place = PlaceRow(place_id, name, "county" if county else "city", row.country, admin1, parent)
    place.longitude, place.latitude, place.location_precision = row.longitude, row.latitude, "surveyed"
    place.population, place.source_ids = row.population or None, CITIES_SOURCE
    place.uncertainty_m = next(radius for least, radius in _RADII_M if row.population >= least)
    return place


def far_names(book: NameBook, place: PlaceRow, row: PopulatedPlace, taken: Taken) -> None:
    """Add the main name, the Hangul and the Chinese characters of a far place, each with its condition."""
    language = {"CN": "zh", "KR": "ko-KR"}.get(row.country, "en")
    system = {"CN": "pinyin", "KR": "rr"}.get(row.country, "")
    book.add(place.place_id, place.name, language, CITIES_SOURCE, needs=_latin_needs(place, taken), romanisation=system,
             name_type="preferred")  # fmt: skip
    for text in _hangul_names(row):
        book.add(place.place_id, text, "ko", CITIES_SOURCE, needs=_hangul_needs(text, place, taken))
    for text in _hanzi_names(row):
        book.add_characters(place.place_id, text, CITIES_SOURCE, needs=_hanzi_needs(text, place, taken))


def _is_others(text: str, place: PlaceRow, taken: Taken) -> bool:
    return bool(taken.owners.get(fold_name(text), set()) - {place.place_id})


def _latin_needs(place: PlaceRow, taken: Taken) -> str:
    key = fold_name(place.name)
    if key in taken.words or len(key) <= _SHORT:
        return "type"
    return "parent" if _is_others(place.name, place, taken) else ""


def _hangul_names(row: PopulatedPlace) -> list[str]:
    base = _hangul(row)
    if not base and row.country == "CN":
        base = next((transcribed(text) for text in _hanzi_names(row)[:1]), "")
    if not base:
        return []
    ending = next((end for end in ("시", "군") if f"{base}{end}" in row.aliases), "시" if row.country == "CN" else "")
    return [base, base + ending] if ending else [base]


def _hangul_needs(text: str, place: PlaceRow, taken: Taken) -> str:
    """Ask two syllables for their type word: most are words (화성 is Mars as well)."""
    if _is_others(text, place, taken):
        return "parent"
    return "type" if len(text) < _LONG_HANZI else ""


def _hanzi_names(row: PopulatedPlace) -> list[str]:
    names = [alias for alias in row.aliases if len(alias) > 1 and all(is_hanzi(char) for char in alias)]
    bases = [re.sub(r"(?<=..)市$", "", alias) for alias in names]
    most = 2 if row.country == "CN" else 3
    return sorted(dict.fromkeys(bases), key=lambda text: (len(text), text))[:most]


def _hanzi_needs(text: str, place: PlaceRow, taken: Taken) -> str:
    """Ask two characters for more than themselves: they stand inside longer words (内江 in 境内江面)."""
    if fold_name(text) in taken.words:
        return "type"
    if _is_others(text, place, taken):
        return "parent"
    if len(text) >= _LONG_HANZI:
        return ""
    return "context" if place.country == "CN" else "type"


def southern_spellings() -> set[str]:
    """Give the folded names that towns of the ROK have in any system of romanisation: no town of the DPRK is made one."""
    found = set()
    for row in populated_places().values():
        hangul = _hangul(row) if row.country == "KR" else ""
        if is_hangul(hangul):
            found |= {
                fold_name(text)
                for text in (dprk(hangul), revised(hangul), plain(mccune_reischauer(hangul)).replace("'", ""))
            }
    return found
