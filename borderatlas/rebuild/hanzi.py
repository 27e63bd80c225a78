"""Chinese characters of a name: traditional and simplified forms, and pinyin as reports write it.

The pairs of characters are a curated table (``curated/hanzi.csv``): only characters that occur in names of this
border. A simplified character goes back to one traditional form where it has one that place names use.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_PHRASES = {
    "珲春": [["hún"], ["chūn"]],
    "长白": [["cháng"], ["bái"]],
    "长甸": [["cháng"], ["diàn"]],
    "长春": [["cháng"], ["chūn"]],
    "长川": [["cháng"], ["chuān"]],
    "沈阳": [["shěn"], ["yáng"]],
    "和龙": [["hé"], ["lóng"]],
    "重庆": [["chóng"], ["qìng"]],
    "朝阳": [["cháo"], ["yáng"]],
    "通远堡": [["tōng"], ["yuǎn"], ["pù"]],
    "长吉图": [["cháng"], ["jí"], ["tú"]],
}


@dataclass(frozen=True, slots=True)
class Characters:
    """The two character sets, as translation tables."""

    to_simplified: dict[int, str]
    to_traditional: dict[int, str]

    @classmethod
    def from_rows(cls, rows: list[dict[str, str]]) -> Characters:
        """Read the columns ``traditional``, ``simplified`` and ``back`` (1: use this form when going back)."""
        down = {ord(row["traditional"]): row["simplified"] for row in rows}
        up = {ord(row["simplified"]): row["traditional"] for row in rows if row["back"]}
        return cls(down, up)

    def both(self, text: str) -> list[str]:
        """Give a name in simplified and in traditional characters, the given form first, without repeats."""
        simplified = text.translate(self.to_simplified)
        traditional = simplified.translate(self.to_traditional)
        return list(dict.fromkeys((text, simplified, traditional)))


def is_hanzi(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return any("\u3400" <= char <= "\u9fff" for char in text)


@cache
def _teach_phrases() -> None:
    """Tell pypinyin how names of this border are read, once: it builds its trie anew each time."""
    from pypinyin import load_phrases_dict

    load_phrases_dict(_PHRASES)


@cache
def pinyin_syllables(simplified: str) -> tuple[str, ...]:
    """Give the syllables of a name in simplified characters, without tones, ``v`` for ü."""
    from pypinyin import Style, lazy_pinyin

    _teach_phrases()
    return tuple(s.replace("ü", "v") for s in lazy_pinyin(simplified, style=Style.NORMAL, errors="ignore"))


@cache
def pinyin(simplified: str) -> str:
    """Romanise a name in simplified characters: no tones, one word, an apostrophe where a syllable opens on a vowel."""
    text = ""
    for syllable in pinyin_syllables(simplified):
        plain = syllable.replace("v", "u")
        text += "'" + plain if text and plain[:1] in "aeo" else plain
    return text[:1].upper() + text[1:]
