"""Type words: "county", "-gun", 군, 县 and what kind of place each of them allows. Data and small parsers.

A type word decides between places of one name (the Tumen river, Tumen city), lifts the ban on names that mean
something else (Kim Jong Suk county), and belongs to the span of the mention.
"""

from __future__ import annotations

import re
from functools import cache

UNIT = ("county", "city", "district")
CITY = ("city", "county", "district")  # the kind that the word says comes first
SMALL = ("settlement", "district")
WATER = ("river", "tributary")

# English words, as they follow a name; plurals serve "Musan and Onsong counties".
ENGLISH: dict[str, tuple[str, ...]] = {
    "special city": ("province", "city"), "special economic zone": ("province", "city", "site"), "municipality": ("city", "province"),
    "autonomous prefecture": ("prefecture",), "korean autonomous prefecture": ("prefecture",), "prefecture": ("prefecture",),
    "autonomous county": UNIT, "korean autonomous county": UNIT, "manchu autonomous county": UNIT,
    "county": UNIT, "counties": UNIT, "city": (*CITY, "province"), "cities": CITY, "provinces": ("province",), "province": ("province",),
    "rivers": WATER, "river": WATER, "stream": WATER,
    "workers' district": SMALL, "workers district": SMALL, "labor district": SMALL, "district": (*SMALL, "county"), "districts": SMALL,
    "neighborhood": SMALL, "neighbourhood": SMALL,
    "township": SMALL, "town": (*SMALL, "county", "city"), "village": SMALL, "villages": SMALL,
    "islands": ("island",), "island": ("island",), "islet": ("island",),
    "friendship bridge": ("bridge",), "bridge": ("bridge",), "border crossing": ("crossing",), "crossing point": ("crossing",), "customs house": ("crossing",),
    "customs office": ("crossing",), "customs": ("crossing",), "port of entry": ("crossing",), "border port": ("crossing",),
    "hydropower dam": ("dam",), "dam": ("dam",), "reservoir": ("reservoir", "lake"), "lake": ("lake", "reservoir"),
    "mountains": ("mountain",), "mountain": ("mountain",), "mine": ("site", "district"), "airfield": ("site",), "airport": ("site",),
}  # fmt: skip

# Korean and Chinese suffixes in Latin script; they count only behind a hyphen or with a capital ("Gangan Dong").
LATIN_SUFFIX: dict[str, tuple[str, ...]] = {
    "do": ("province", "island"), "si": CITY, "shi": CITY, "gun": UNIT, "kun": UNIT, "guyok": UNIT, "kuyok": UNIT,
    "ri": SMALL, "ni": SMALL, "li": SMALL, "dong": SMALL, "tong": SMALL, "up": SMALL, "eup": SMALL, "ku": SMALL, "gu": SMALL,
    "gang": WATER, "kang": WATER, "rodongjagu": SMALL, "nodongjagu": SMALL, "myon": SMALL, "san": ("mountain",),
}  # fmt: skip

# English words before a name.
ENGLISH_BEFORE: dict[str, tuple[str, ...]] = {
    "the settlement of": SMALL, "settlement of": SMALL, "the port of": (*SMALL, *UNIT), "the city of": CITY, "city of": CITY, "the county of": UNIT, "the town of": (*SMALL, "county", "city"),
    "town of": (*SMALL, "county", "city"), "the village of": SMALL, "village of": SMALL, "the province of": ("province",),
    "province of": ("province",), "mount": ("mountain",), "mt.": ("mountain",), "lake": ("lake", "reservoir"), "river": WATER,
    "the island of": ("island",), "island of": ("island",),
}  # fmt: skip

HANGUL: dict[str, tuple[str, ...]] = {
    "특별시": ("province", "city"), "직할시": ("province", "city"), "광역시": ("city",), "자치주": ("prefecture",), "자치현": UNIT,
    "조선족자치주": ("prefecture",), "조선족자치현": UNIT, "로동자구": SMALL, "노동자구": SMALL, "구역": UNIT, "지구": (*UNIT, "settlement"), "마을": SMALL,
    "도": ("province", "island"), "성": ("province",), "주": ("prefecture",), "시": CITY, "군": UNIT, "현": UNIT, "구": SMALL,
    "읍": SMALL, "리": SMALL, "동": SMALL, "촌": SMALL, "진": SMALL, "향": SMALL, "강": WATER, "천": WATER, "하": WATER, "섬": ("island",),
    "산": ("mountain",), "대교": ("bridge",), "철교": ("bridge",), "다리": ("bridge",), "세관": ("crossing",), "통상구": ("crossing",),
    "댐": ("dam",), "발전소": ("dam",), "저수지": ("reservoir",), "호": ("lake", "reservoir"), "광산": ("site", "district"), "탄광": ("site", "district"),
    "비행장": ("site",),
}  # fmt: skip

HANZI: dict[str, tuple[str, ...]] = {
    "省": ("province",), "道": ("province",), "自治州": ("prefecture",), "朝鲜族自治州": ("prefecture",), "州": ("prefecture",),
    "特别市": ("province", "city"), "特別市": ("province", "city"), "市": (*CITY, "province"), "市区": CITY, "市區": CITY, "城区": CITY, "城區": CITY, "县城": UNIT, "縣城": UNIT, "县": UNIT, "縣": UNIT, "郡": UNIT,
    "自治县": UNIT, "朝鲜族自治县": UNIT, "区": (*SMALL, "county"), "區": (*SMALL, "county"), "区域": UNIT, "镇": SMALL, "鎮": SMALL, "乡": SMALL,
    "鄉": SMALL, "村": SMALL, "里": SMALL, "洞": SMALL, "邑": SMALL, "劳动者区": SMALL, "勞動者區": SMALL, "工人区": SMALL, "工人區": SMALL, "江": WATER, "河": WATER, "岛": ("island",), "島": ("island",),
    "大桥": ("bridge",), "桥": ("bridge",), "大橋": ("bridge",), "口岸": ("crossing",), "海关": ("crossing",), "大坝": ("dam",), "水电站": ("dam",),
    "水库": ("reservoir",), "山": ("mountain",),
}  # fmt: skip


def _alternation(words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_AFTER = re.compile(rf" (?P<word>{_alternation(ENGLISH)})(?![\w])")
_AFTER_SUFFIX = re.compile(rf"[ ]?(?P<word>{_alternation(LATIN_SUFFIX)})(?![\w])")
# Cheap: the first two letters of what may follow, the last words of what may stand before, rule out most mentions.
_STARTS = frozenset(word[:2] for word in ENGLISH)
_SUFFIX_STARTS = frozenset(word[:2] for word in LATIN_SUFFIX)
_ENDS = tuple(sorted({f"{word.split()[-1]} " for word in ENGLISH_BEFORE}))
_BEFORE = re.compile(rf"(?:^|(?<![\w]))(?P<word>{_alternation(ENGLISH_BEFORE)}) $")
_HANGUL = re.compile(_alternation(HANGUL))
_BEHIND_HANJA = re.compile(rf"\([\u4e00-\u9fff]{{1,8}}\)(?P<word>{_alternation(HANGUL)})")
_WARD = re.compile(r"\d{1,2}동(?![\uac00-\ud7a3]{3})")
_WORKS = re.compile(
    r" (?:탄광|광산|협동농장|농장|마을|로동자구|노동자구|세관|통상구|나루터?|분주소|림산사업소|임산사업소)(?![\uac00-\ud7a3]{3})"
)
_HANZI = re.compile(_alternation(HANZI))
_NO_CITY = ("市民", "市场", "市場")  # 惠山市民 are the citizens of Huishan, 惠山市场 its market
_CITY_PROPER = re.compile(r"(?<=市)[区區](?![域划劃])")  # 新义州市区: the town itself, not a district of it
# 满浦江边 is the riverside in Manpo, and no river of that name; a river's own name is longer and is found first.
# 慈江道江界市, 白山市江源区: behind a unit's own type word the next name begins.
_LAND = frozenset("江河山里洞岛島道")
_UNIT_ENDS = frozenset("省道州市郡县縣区區镇鎮乡鄉")
_RIVERSIDE = re.compile(r"[江河](?=[边邊畔岸面心堤滩灘对對沿段水])|강(?=변|가|둑|기슭|안|건너|물|줄기)")
_LONGEST_BEFORE = max(map(len, ENGLISH_BEFORE)) + 2


def english_after(folded: str, end: int, original: str) -> tuple[int, tuple[str, ...]]:
    """Read an English type word, or a hyphenated Korean suffix, that follows a Latin name.

    Parameters
    ----------
    folded, original : str
        The folded text, and its unfolded form of the same length from `end` on.
    end : int
        Where the name ends in the folded text.

    Returns
    -------
    (int, tuple of str)
        Where the type word ends (`end` when there is none), and the kinds it allows.
    """
    start = folded[end + 1 : end + 3]
    if start in _STARTS and (match := _AFTER.match(folded, end)):
        return match.end(), ENGLISH[match["word"]]
    if start in _SUFFIX_STARTS and (match := _AFTER_SUFFIX.match(folded, end)):
        gap, first = original[end : end + 1], original[match.start("word") : match.start("word") + 1]
        if match.start("word") > end and (gap not in {" ", "\n"} or first.isupper()):
            return match.end(), LATIN_SUFFIX[match["word"]]
    return end, ()


def english_before(folded: str, start: int) -> tuple[int, tuple[str, ...]]:
    """Read an English type phrase before a name ("the city of", "Mount"): where the name starts, and the kinds."""
    if not folded.endswith(_ENDS, 0, start):
        return start, ()
    match = _BEFORE.search(folded[max(0, start - _LONGEST_BEFORE) : start])
    return (start, ENGLISH_BEFORE[match["word"]]) if match else (start, ())


def hangul_after(folded: str, end: int) -> tuple[int, tuple[str, ...]]:
    """Read a Hangul type suffix directly behind a name: where it ends, and the kinds it allows."""
    if _RIVERSIDE.match(folded, end):
        return end, ()
    match = _HANGUL.match(folded, end)
    return (match.end(), HANGUL[match.group()]) if match else (end, ())


def hangul_apart(folded: str, end: int, *, wary: bool) -> tuple[int, tuple[str, ...]]:
    """Read a type suffix that does not touch a name that is not safe alone: 저장(浙江)성, 위연2동, 궁심 탄광.

    Parameters
    ----------
    folded : str
        The folded text.
    end : int
        Where the name ends in it.
    wary : bool
        Whether the name needs something beside it.

    Returns
    -------
    (int, tuple of str)
        Where the mention ends, and the kinds that the word allows; none where there is no such word.
    """
    sign = folded[end : end + 1]
    if wary and sign == "(":
        match = _BEHIND_HANJA.match(folded, end)
        return end, HANGUL[match["word"]] if match else ()
    if wary and sign.isdigit() and (match := _WARD.match(folded, end)):
        return match.end(), SMALL
    return end, (*SMALL, "site") if wary and sign == " " and _WORKS.match(folded, end) else ()


def hanzi_after(folded: str, end: int) -> tuple[int, tuple[str, ...]]:
    """Read a Hanzi type suffix directly behind a name: where it ends, and the kinds it allows."""
    if _CITY_PROPER.match(folded, end):
        return end + 1, ()
    match = _HANZI.match(folded, end)
    if match and folded.startswith(_NO_CITY, match.end() - 1):
        return end, ()
    if _RIVERSIDE.match(folded, end) or (match and match.group() in _LAND and folded[end - 1] in _UNIT_ENDS):
        return end, ()
    return (match.end(), HANZI[match.group()]) if match else (end, ())


@cache
def names_its_type(name: str) -> bool:
    """Tell whether a name holds its type word already: "Tonghua County", Chung-guyok."""
    last = re.split(r"[\s-]", name.lower())[-1]
    return last != name.lower() and (last in ENGLISH or last in LATIN_SUFFIX)
