"""One people's reading of another's names: Chinese towns in Sino-Korean, DPRK towns in pinyin and in Cyrillic.

Koreans read the characters of a Chinese name as their own (十三道沟 → 십삼도구) besides writing its sound (스싼다오거우),
Chinese newspapers in English spell a DPRK town as they read it (惠山 → Huishan), and GeoNames has what Russian maps
print. The reading of each character is a curated table (``curated/readings.csv``), in the DPRK's spelling.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import fold_name
from borderatlas.rebuild.geonames import CITIES_SOURCE
from borderatlas.rebuild.hanzi import is_hanzi, pinyin
from borderatlas.rebuild.names import HANZI_ENDINGS, stronger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderatlas.rebuild.geonames import PopulatedPlace
    from borderatlas.rebuild.names import NameBook
    from borderatlas.rebuild.press import Taken

_UNIT_DOTS = 2
_SHORT = 3
"""Names of fewer blocks or characters than these are mostly words, or other places."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff][\u0400-\u04ff' -]{3,}")
_OUR_TYPES = {"市", "郡", "道", "区", "邑", "里", "洞"}


def sino_korean(simplified: str, readings: Mapping[str, str]) -> str:
    """Read a name in simplified characters as Koreans do; empty when the reading of a character is not known.

    In the DPRK's spelling (륙도구): the ROK's initial sounds are made where the name is added.
    """
    sounds = [readings.get(char, "") for char in simplified]
    return "".join(sounds) if all(sounds) else ""


def sino_korean_names(book: NameBook, place_id: str, readings: Mapping[str, str]) -> None:
    """Add the Sino-Korean reading of a Chinese town's characters, with and without its type word.

    A bare reading of two blocks is a word more often than not (大路 is 대로, "as"): it is kept for townships that hang
    on their county, the curated ones of the border, and needs its type word. Of characters that no Latin name of the place confirms nothing is read: they name something else.
    """
    rows = [row for row in book.rows_of(place_id) if row.script == "Hani" and row.name_type != "former"]
    latin = {re.sub(r"[^a-z]", "", row.name.lower()) for row in book.rows_of(place_id) if row.script == "Latn"}
    for row in rows:
        simplified = row.name.translate(book.characters.to_simplified)
        base, word = _parted(simplified)
        sound = sino_korean(base, readings)
        if not sound or len(base) == 1 or pinyin(base).lower().replace("'", "") not in latin:
            continue
        if len(sound) >= _SHORT:
            book.add_korean(place_id, sound, "generated", needs=stronger(row.needs, "parent"))
        elif place_id.count(".") > _UNIT_DOTS:
            book.add_korean(place_id, sound, "generated", needs="type")
        if word:
            book.add_korean(place_id, sound + word, "generated", needs=row.needs)


def _parted(simplified: str) -> tuple[str, str]:
    """Part a name from its type word, which is given in Hangul: 六道沟镇 → 六道沟, 진."""
    for ending, word in HANZI_ENDINGS:
        if simplified.endswith(ending) and len(simplified) > len(ending) + 1:
            return simplified.removesuffix(ending), word
    return simplified, ""


def chinese_reading(book: NameBook, place_id: str, hanja: str, taken: Taken) -> None:
    """Add the pinyin of a DPRK unit's characters, unless it is a word or the name of another place."""
    simplified = hanja.translate(book.characters.to_simplified)
    base = simplified[:-1] if simplified[-1:] in _OUR_TYPES and len(simplified) >= _SHORT else simplified
    if not base or not all(is_hanzi(char) for char in base):
        return
    text = pinyin(base)
    key = fold_name(text)
    if key in taken.words or key in taken.never or taken.owners.get(key, set()) - {place_id}:
        return
    needs = "context" if len(base) >= _SHORT else "parent"
    book.add(place_id, text, "zh", "generated", needs=needs, romanisation="pinyin")


def cyrillic_names(book: NameBook, place_id: str, row: PopulatedPlace, taken: Taken) -> None:
    """Add the Cyrillic names that GeoNames has of a place; it does not say in which language."""
    for alias in row.aliases:
        if _CYRILLIC.fullmatch(alias) and not taken.owners.get(fold_name(alias), set()) - {place_id}:
            book.add(place_id, alias, "und", CITIES_SOURCE, needs="context")
