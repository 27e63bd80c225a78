"""Normalise names and text so that one spelling is compared with another, and offsets survive.

Folding takes away what spelling does not decide: case, diacritics of Latin letters (Hyesan, Sinŭiju), the kind of
apostrophe and hyphen, white space and line ends, decomposed Hangul. It does not touch what tells names apart: letters,
Hangul syllables, Hanzi. There is no fuzzy comparison: Chosan is not Choson, Musan is not Busan.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Literal

Script = Literal["Latn", "Hang", "Hani", "Cyrl", "Zyyy"]

PARAGRAPH = "\x1e"
"""Stands for a break between paragraphs in folded text, so that no name is found across one."""

_APOSTROPHES = "\u2018\u2019\u02bc\u02bb\u2032\u0060\u00b4\uff07"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u30fb\u318d"
_SPACES = "\t\r\n\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
# What needs more than a one-to-one table: combining marks, conjoining jamo, invisible characters, runs of white space.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_IRREGULAR = re.compile(
    rf"\s\s+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\w[\u0300-\u036f]+|{_INVISIBLE.pattern}"
)
# Most texts have nothing of that but white space: a cheaper pattern serves them.
_RARE = re.compile(r"[\u00ad\u0300-\u036f\u1100-\u11ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GAPS = re.compile(r"\s\s+")


def _table() -> dict[int, str]:
    """Build the one-to-one part of folding: every entry maps one character to one character."""
    table = {ord(c): "'" for c in _APOSTROPHES} | {ord(c): " " for c in _HYPHENS + _SPACES}
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F)]:
        base = unicodedata.normalize("NFKD", chr(code))[:1]
        if base.isascii() and base.isprintable() and len(base) == 1:
            table[code] = " " if base in _HYPHENS else base.lower()
    return table


_TABLE = _table()
_ASCII_END = 0x80
_BEYOND_ASCII = re.compile("[" + re.escape("".join(chr(code) for code in _TABLE if code >= _ASCII_END)) + "]")
_SIGNS = "".join(chr(code) for code in _TABLE if code < _ASCII_END and not chr(code).isalpha())


def _translate(text: str) -> str:
    """Apply the one-to-one table; text beyond ASCII kind by kind, for by character it would take seven times as long."""
    if not text.isascii():
        for char in set(_BEYOND_ASCII.findall(text)):
            text = text.replace(char, _TABLE[ord(char)])
    if text.isascii():
        return text.translate(_TABLE)
    for char in _SIGNS:
        text = text.replace(char, _TABLE[ord(char)])
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # lowers ASCII letters only


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that knows where each of its characters stood.

    Attributes
    ----------
    text : str
        The folded text. A break between paragraphs is one `PARAGRAPH`, any other run of white space one blank.
    cased : str
        The same, character for character, with case, diacritics, apostrophes and hyphens as written.
    cuts : tuple of (list of int, list of int, list of int)
        Where folding changed lengths: offsets in the folded text from which on a shift holds, the shift for a start,
        and the shift for an end; empty lists where every offset is that of the original.
    """

    text: str
    cased: str
    cuts: tuple[list[int], list[int], list[int]] = ([], [], [])

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the original text of the folded span ``start:end`` (not empty)."""
        at, before, after = self.cuts
        if not at:
            return start, end
        return start + _shift(at, before, start), end + _shift(at, after, end - 1)


def _shift(at: list[int], shifts: list[int], offset: int) -> int:
    number = bisect_right(at, offset)
    return shifts[number - 1] if number else 0


def _regular(found: str) -> str:
    """Give what an irregular stretch folds to."""
    if found.isspace():
        return PARAGRAPH if found.count("\n") > 1 else " "
    return "" if _INVISIBLE.match(found) else unicodedata.normalize("NFC", found)[:1]


def fold(text: str) -> Folded:
    """Fold a text for comparison, keeping the way back to its offsets.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Folded
    """
    pattern = _GAPS if text.isascii() or not _RARE.search(text) else _IRREGULAR
    if not pattern.search(text):
        return Folded(_translate(text), text)
    pieces: list[str] = []
    at: list[int] = []
    before: list[int] = []
    after: list[int] = []
    end = length = 0
    for match in pattern.finditer(text):
        piece = _regular(match.group())
        pieces += text[end : match.start()], piece
        length += match.start() - end
        # The folded piece stands for the whole match: it starts where that starts and ends where that ends.
        if piece:
            at.append(length)
            before.append(match.start() - length)
            after.append(match.end() - length - len(piece))
            length += len(piece)
        end = match.end()
        at.append(length)
        before.append(end - length)
        after.append(end - length)
    cased = "".join([*pieces, text[end:]])
    return Folded(_translate(cased), cased, (at, before, after))


@cache
def fold_name(name: str) -> str:
    """Fold one name: the key under which it is looked up. Folding a folded name changes nothing."""
    return " ".join(fold(name).text.split())


def is_hangul(char: str) -> bool:
    """Tell whether a character is a Hangul syllable."""
    return "\uac00" <= char <= "\ud7a3"


def is_hanzi(char: str) -> bool:
    """Tell whether a character is a Han character (Hanja, Hanzi)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff"


def script_of(text: str) -> Script:
    """Give the script (ISO 15924) of the first letter of a text; ``Zyyy`` where there is none."""
    for char in text:
        if is_hangul(char):
            return "Hang"
        if is_hanzi(char):
            return "Hani"
        if char.isalpha():
            return "Cyrl" if "\u0400" <= char <= "\u04ff" else "Latn"
    return "Zyyy"
