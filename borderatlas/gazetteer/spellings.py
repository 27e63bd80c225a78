"""How a name that stands alone may be read: as it is, without its type word, without apostrophes, inside its unit.

In running text a lower-case "si" or "do" behind a name is a word of the sentence; somebody who asks for one name means
the suffix. So this reads more than `typewords` does, and only for `lookup`. No letter is ever changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer import typewords
from borderatlas.gazetteer.names import fold, fold_name, script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from borderatlas.gazetteer.places import Gazetteer

# Suffixes of Chinese units in pinyin; in a report they are too often syllables of something else.
_PINYIN_SUFFIX: dict[str, tuple[str, ...]] = {
    "xian": typewords.UNIT, "qu": (*typewords.SMALL, "county"), "sheng": ("province",), "zhen": typewords.SMALL,
    "xiang": typewords.SMALL, "cun": typewords.SMALL, "zhou": ("prefecture",), "jiang": typewords.WATER, "he": typewords.WATER,
    "kouan": ("crossing",), "dao": ("island",), "shan": ("mountain",), "city": typewords.UNIT,
}  # fmt: skip
_SUFFIX = typewords.LATIN_SUFFIX | _PINYIN_SUFFIX
# Glued on in lower case ("hoeryongsi", "kaishantunzhen"), only the suffixes of units: "san" and "he" end too many names.
_GLUED = (
    "rodongjagu", "nodongjagu", "guyok", "sheng", "shi", "gun", "kun", "dong", "xian", "zhen", "si", "ri", "do", "gu", "ku", "up",
)  # fmt: skip
_SHORTEST_STEM = 4
_PARTS = re.compile(r"\s*[,，、(（)）;]\s*")
_ARTICLE = re.compile(r"^\s*the\s+(?!\w+ of\b)", re.IGNORECASE)
_LEAST_PARTS = 2
_WRITTEN_OUT = {
    "prov": "Province",
    "co": "County",
    "cty": "County",
    "pref": "Prefecture",
    "distr": "District",
    "dist": "District",
}
_SHORTENED = re.compile(r"(?<=\w )(prov|co|cty|pref|distr?)\.?(?=$|,)", re.IGNORECASE)
_DIRECTION_BEHIND = re.compile(r"^(\w[\w'’-]*) \(?(North|South)\)?((?: Province| Prov\.)?)$", re.IGNORECASE)
# Characters that Japan simplified in a way of its own, as far as names of this border have them, and those that it kept
# as they were and that stand beside them: 鴨緑江, 図們.
_SHINJITAI = str.maketrans(
    "緑両恵図満栄塩竜広沢浜鉄豊亜辺渓気徳歳実宝島対関斉焼児剣嶋穏鴨慶興義寧長東們臨羅鏡",
    "绿两惠图满荣盐龙广泽滨铁丰亚边溪气德岁实宝岛对关齐烧儿剑岛稳鸭庆兴义宁长东们临罗镜",
)
_CONTAINERS = frozenset({"country", "province", "prefecture", "county", "city", "district"})
_LOOSE = "apostrophes, hyphens and spaces apart"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name.

    Attributes
    ----------
    key : str
        Folded name that the gazetteer has.
    kinds : tuple of str
        Kinds of place that the type word allows; empty when there is none.
    containers : tuple of str
        Ids of which one must contain the place; empty when none is named.
    notes : tuple of str
        How it was read, in words.
    """

    key: str
    kinds: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def readings(gazetteer: Gazetteer, name: str) -> Iterator[Reading]:
    """Give the ways to read a name, the most literal first."""
    bare = _ARTICLE.sub("", name)
    for written in dict.fromkeys((name, bare, _continental(bare), _direction_first(_spelled_out(bare)))):
        yield from _alone(gazetteer, written)
        yield from _contained(gazetteer, written)


def _spelled_out(name: str) -> str:
    """Write out a type word that is shortened: Yanggang Prov. is Yanggang Province."""
    return _SHORTENED.sub(lambda match: _WRITTEN_OUT[match[1].lower()], name)


def _direction_first(name: str) -> str:
    """Put a direction behind a name before it, as English has it: Hamgyong North Province, Pyongan (North)."""
    return _DIRECTION_BEHIND.sub(r"\2 \1\3", name)


def _continental(name: str) -> str:
    """Write the characters of Japan as China writes them: 恵山 is 惠山."""
    return name.translate(_SHINJITAI)


def _alone(gazetteer: Gazetteer, name: str) -> Iterator[Reading]:
    """Read a name that names one place only."""
    closed = _without_blanks(name)
    for written in dict.fromkeys((fold_name(name), fold_name(closed))):
        if written in gazetteer.by_name:
            yield Reading(written)
    yield from _typed(gazetteer, closed)
    yield from _loose(gazetteer, fold_name(closed), ())


def _without_blanks(name: str) -> str:
    """Close up Hangul and Hanzi: 회령 시 is 회령시."""
    return "".join(name.split()) if script_of(name) in {"Hang", "Hani"} else name


def _typed(gazetteer: Gazetteer, name: str) -> Iterator[Reading]:
    """Cut the type word off, wherever one may begin; the longest word first."""
    split = {"Hang": _local_splits, "Hani": _local_splits}.get(script_of(name), _latin_splits)
    for stem, word, kinds in split(name):
        note = f'type word "{word}"'
        if stem in gazetteer.by_name:
            yield Reading(stem, kinds, (), (note,))
        else:
            yield from (replace(r, notes=(note, *r.notes)) for r in _loose(gazetteer, stem, kinds))


def _local_splits(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    text = fold_name(name)
    read_after: Callable[[str, int], tuple[int, tuple[str, ...]]] = (
        typewords.hangul_after if script_of(name) == "Hang" else typewords.hanzi_after
    )
    for at in range(1, len(text)):
        end, kinds = read_after(text, at)
        if kinds and end == len(text):
            yield text[:at], text[at:], kinds


def _latin_splits(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    folded = fold(" ".join(name.split()))
    text = folded.text
    for at in range(1, len(text)):
        end, kinds = typewords.english_after(text, at, folded.cased)
        if kinds and end == len(text):
            yield fold_name(text[:at]), text[at:].strip(), kinds
    for at in range(len(text) - 1, 0, -1):
        _, kinds = typewords.english_before(text, at)
        if kinds:
            yield text[at:], text[:at].strip(), kinds
    yield from _suffix_splits(text)


def _suffix_splits(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    stem, _, last = text.rpartition(" ")
    if stem and last in _SUFFIX:
        yield stem, last, _SUFFIX[last]
    for suffix in _GLUED:
        if text.endswith(suffix) and len(text) - len(suffix) >= _SHORTEST_STEM:
            yield text.removesuffix(suffix).rstrip("' "), suffix, _SUFFIX[suffix]


def _loose(gazetteer: Gazetteer, key: str, kinds: tuple[str, ...]) -> Iterator[Reading]:
    """Compare without apostrophes, hyphens and blanks: "Hoe-ryong", "Sin Uiju", "Chongsong" for Ch'ongsong."""
    for known in _squashed_names(gazetteer).get(_squash(key), ()):
        if known != key:
            yield Reading(known, kinds, (), (_LOOSE,))


def _squash(key: str) -> str:
    return key.replace("'", "").replace(" ", "")


@lru_cache(maxsize=4)
def _squashed_names(gazetteer: Gazetteer) -> Mapping[str, tuple[str, ...]]:
    """Squashed name → the folded names that squash to it, the one with fewest marks first."""
    found: dict[str, list[str]] = {}
    for key in gazetteer.by_name:
        found.setdefault(_squash(key), []).append(key)
    return {squashed: tuple(sorted(keys, key=lambda k: (len(k), k))) for squashed, keys in found.items()}


def _contained(gazetteer: Gazetteer, name: str) -> Iterator[Reading]:
    """Read a name given with the units that contain it; every unit that is given must be known and contain it."""
    for own, units in _unit_splits(gazetteer, name):
        containers = _innermost(gazetteer, units)
        if containers:
            yield from (replace(reading, containers=containers) for reading in _alone(gazetteer, own))


def _unit_splits(gazetteer: Gazetteer, name: str) -> Iterator[tuple[str, list[str]]]:
    """Split off the containing units: behind, after a comma or in brackets; before, in Korean and Chinese."""
    parts = [part for part in _PARTS.split(name) if part]
    if len(parts) >= _LEAST_PARTS:
        yield parts[0], parts[1:]
    elif script_of(name) in {"Hang", "Hani"}:
        yield from _leading_units(gazetteer, _without_blanks(name))
    else:
        yield from _possessive(name)


def _leading_units(gazetteer: Gazetteer, closed: str) -> Iterator[tuple[str, list[str]]]:
    """Take known units off the front, the longest first: 량강도혜산시마산동 → 마산동 in 혜산시 in 량강도."""
    for at in range(len(closed) - 2, 1, -1):
        unit, rest = closed[:at], closed[at:]
        if next(_alone(gazetteer, unit), None) is not None:
            yield rest, [unit]
            yield from ((own, [*units, unit]) for own, units in _leading_units(gazetteer, rest))


def _possessive(name: str) -> Iterator[tuple[str, list[str]]]:
    """Read "North Hamgyong's Onsong county" and "Onsong county in North Hamgyong"."""
    if match := re.fullmatch(r"(?P<unit>.+?)['’]s?\s+(?P<own>.+)", name):
        yield match["own"], [match["unit"]]
    if match := re.fullmatch(r"(?P<own>.+?)\s+(?:in|of)\s+(?:the\s+)?(?P<unit>.+)", name):
        yield match["own"], [match["unit"]]


def _innermost(gazetteer: Gazetteer, units: list[str]) -> tuple[str, ...]:
    """Give the ids that the nearest unit may mean, inside those that the further ones mean; none if one is unknown."""
    found: tuple[str, ...] = ()
    for unit in reversed(units):
        ids = _unit_ids(gazetteer, unit)
        found = tuple(i for i in ids if not found or any(outer == i or gazetteer.contains(outer, i) for outer in found))
        if not found:
            return ()
    return found


def _unit_ids(gazetteer: Gazetteer, unit: str) -> tuple[str, ...]:
    for reading in readings(gazetteer, unit):
        entries = gazetteer.by_name[reading.key]
        ids = [i for i, _ in entries if gazetteer[i].kind in (reading.kinds or _CONTAINERS)]
        ids = [i for i in ids if gazetteer[i].kind in _CONTAINERS]
        if reading.containers:
            ids = [i for i in ids if any(gazetteer.contains(outer, i) for outer in reading.containers)]
        if ids:
            return tuple(dict.fromkeys(ids))
    return ()
