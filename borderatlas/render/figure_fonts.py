"""Fonts for figures: letters that a font lacks are boxes on paper, so they are refused before anything is drawn."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from borderatlas.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable

LATIN = "DejaVu Sans"
"""Shipped with matplotlib: a figure in Latin letters looks the same on every machine."""

KNOWN = {
    "ko": ("Noto Sans KR", "Noto Sans CJK KR", "Noto Sans CJK JP", "Source Han Sans K", "NanumGothic", "Malgun Gothic",
           "Apple SD Gothic Neo", "AppleGothic", "UnDotum", "Noto Serif CJK KR", "Noto Serif CJK JP"),
    "zh": ("Noto Sans SC", "Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
           "Microsoft YaHei", "SimHei", "PingFang SC", "Hiragino Sans GB", "Noto Serif CJK SC", "Noto Serif CJK JP"),
}  # fmt: skip
"""Families that have the letters, the better ones first; a collection (.ttc) goes by its first family."""

_SAMPLE = {"ko": "강", "zh": "图"}
_WORDS = {"ko": "Korean", "zh": "Chinese"}


def families(language: str, texts: Iterable[str]) -> list[str]:
    """Give the font families, in the order in which a letter is looked for.

    Parameters
    ----------
    language : {"en", "ko", "zh"}
        Of the labels.
    texts : iterable of str
        What will be written.

    Raises
    ------
    RenderError
        When a letter is in none of the fonts that are installed.
    """
    wanted = sorted({letter for text in texts for letter in text if not letter.isspace() and letter.isprintable()})
    order = [language, "ko", "zh"] if language in _SAMPLE else ["ko", "zh"]
    found = [LATIN, *dict.fromkeys(family for tongue in order if (family := _family(tongue)))]
    missing = [letter for letter in wanted if not any(_has(family, letter) for family in found)]
    if missing:
        msg = f"figure: no font is installed that has {_named(missing[0])}; install one such as Noto Sans CJK, or choose --language en"
        raise RenderError(msg)
    return found


def _named(letter: str) -> str:
    for tongue, sample in _SAMPLE.items():
        if letter > "⺀" and not _family(tongue):
            return f"{_WORDS[tongue]} letters such as {sample}"
    return f"the letter {letter!r} (U+{ord(letter):04X})"


@cache
def _family(language: str) -> str | None:
    """Give the first of the known families that is installed and has the letters."""
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    return next((f for f in KNOWN[language] if f in installed and _has(f, _SAMPLE[language])), None)


@cache
def _letters(family: str) -> frozenset[int]:
    from matplotlib import font_manager

    path = font_manager.findfont(family, fallback_to_default=False)
    return frozenset(font_manager.get_font(path).get_charmap())


def _has(family: str, letter: str) -> bool:
    return ord(letter) in _letters(family)
