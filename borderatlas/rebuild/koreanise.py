"""Korean spellings of a name: the initial-sound law of the South, and the romanisations that reports use.

A Hangul name in the DPRK's spelling (룡천) is the source; everything else follows from it by rule: the ROK's spelling
(용천), the DPRK's romanisation, McCune–Reischauer with and without its signs, the Revised Romanisation, and the
spelling of newspapers that write ㅓ as ``u`` (Onsung, Chungjin). The rules of the DPRK's romanisation are those of
the field's county maps: aspirates ``kh th ph``, ``j`` for ㅈ everywhere, initial ㄱㄷㅂ as ``k t p``, initial R kept.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_FIRST = 0xAC00
_LAST = 0xD7A3
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_IOTISED = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_PLAIN_VOWELS = dict(
    zip(
        _VOWELS,
        [
            "a",
            "ae",
            "ya",
            "yae",
            "o",
            "e",
            "yo",
            "ye",
            "o",
            "wa",
            "wae",
            "oe",
            "yo",
            "u",
            "wo",
            "we",
            "wi",
            "yu",
            "u",
            "ui",
            "i",
        ],
        strict=True,
    ),
)
_PRESS_VOWELS = _PLAIN_VOWELS | {"ㅓ": "u", "ㅕ": "yu"}
_DPRK_INITIALS = dict(
    zip(
        _INITIALS,
        ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "-", "j", "jj", "ch", "kh", "th", "ph", "h"],
        strict=True,
    )
)
_PRESS_INITIALS = _DPRK_INITIALS | {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p"}
_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b"}
_CODAS = {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng"}
_LINKED = {"ㄱ": "g", "ㄴ": "n", "ㄷ": "d", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅅ": "s", "ㅇ": "ng"}
_NASAL = {"ㄱ": "ng", "ㄷ": "n", "ㅂ": "m", "ㅅ": "n"}


@dataclass(frozen=True, slots=True)
class Syllable:
    """One Hangul block, taken apart."""

    initial: str
    vowel: str
    final: str


def is_hangul(text: str) -> bool:
    """Tell whether every character is a composed Hangul block."""
    return bool(text) and all(_FIRST <= ord(char) <= _LAST for char in text)


def syllables(hangul: str) -> list[Syllable]:
    """Take composed Hangul apart into initial, vowel and final consonant.

    Raises
    ------
    ValueError
        When a character is not a composed Hangul block.
    """
    if not is_hangul(hangul):
        msg = f"{hangul!r} is not composed Hangul"
        raise ValueError(msg)
    blocks = []
    for char in hangul:
        rest, final = divmod(ord(char) - _FIRST, 28)
        initial, vowel = divmod(rest, 21)
        blocks.append(Syllable(_INITIALS[initial], _VOWELS[vowel], _FINALS[final]))
    return blocks


def southern(hangul: str) -> str:
    """Apply the initial-sound law: 룡천 → 용천, 라선 → 나선, 녕변 → 영변; other names come back as they are.

    The law touches the first block only: ㄹ becomes ㅇ before i and y, ㄴ before other vowels; ㄴ becomes ㅇ before i
    and y (ROK orthography, article 10–12).
    """
    if not is_hangul(hangul):
        return hangul
    head = syllables(hangul[0])[0]
    if head.initial not in "ㄹㄴ":
        return hangul
    if head.vowel in _IOTISED:
        initial = "ㅇ"
    elif head.initial == "ㄹ":
        initial = "ㄴ"
    else:
        return hangul
    return _compose(Syllable(initial, head.vowel, head.final)) + hangul[1:]


def _compose(block: Syllable) -> str:
    rest = _INITIALS.index(block.initial) * 21 + _VOWELS.index(block.vowel)
    return chr(_FIRST + rest * 28 + _FINALS.index(block.final))


def _join(before: Syllable, after: Syllable, initials: dict[str, str]) -> str:
    """Give the consonants between two vowels."""
    final, initial = before.final, after.initial
    if not final:
        return _VOICED.get(initial, initials[initial].strip("-"))
    if initial == "ㅇ":
        return _LINKED.get(final, _CODAS.get(final, ""))
    if initial in "ㄴㅁ" and final in _NASAL:
        return _NASAL[final] + initials[initial]
    if initial == "ㄹ" and final in "ㄴㄹ":
        return "ll"
    if initial == "ㄹ" and final in _NASAL:
        return _NASAL[final] + "n"
    return _CODAS.get(final, "") + _VOICED.get(initial, initials[initial])


def _spell(hangul: str, initials: dict[str, str], vowels: dict[str, str]) -> str:
    blocks = syllables(hangul)
    text = initials[blocks[0].initial].strip("-") + vowels[blocks[0].vowel]
    for before, after in pairwise(blocks):
        text += _join(before, after, initials) + vowels[after.vowel]
    text += _CODAS.get(blocks[-1].final, "")
    return text[0].upper() + text[1:]


def dprk(hangul: str) -> str:
    """Romanise as the DPRK does: 만포 → Manpho, 삭주 → Sakju, 룡천 → Ryongchon."""
    return _spell(hangul, _DPRK_INITIALS, _PLAIN_VOWELS)


def press(hangul: str) -> list[str]:
    """Give the spellings of newspapers that write ㅓ as u or 시 as shi: 온성 → Onsung, 신의주 → Shinuiju."""
    soft = _spell(hangul, _PRESS_INITIALS, _PRESS_VOWELS)
    hard = _spell(hangul, _DPRK_INITIALS | {"ㅋ": "k", "ㅌ": "t", "ㅍ": "p"}, _PRESS_VOWELS)
    found = {soft, hard, *(text.replace("Si", "Shi") for text in (soft, hard, dprk(hangul)))}
    return sorted(found)


def plain(text: str) -> str:
    """Take diacritics off Latin letters (ŏ → o) and leave all other signs: Hŏch'ŏn → Hoch'on."""
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in marked if not unicodedata.combining(char)))


@cache
def _engine(hangul: str, system: str) -> str:
    from ko_pron import romanise

    text = str(romanise(hangul, system)).replace("-", "").strip()
    text = unicodedata.normalize("NFC", text.replace("’", "'"))
    return text[:1].upper() + text[1:]


def mccune_reischauer(hangul: str) -> str:
    """Romanise by McCune–Reischauer with its breves and apostrophes: 만포 → Manp'o, 회령 → Hoeryŏng."""
    return _engine(hangul, "mr")


def revised(hangul: str) -> str:
    """Romanise by the ROK's Revised Romanisation: 회령 → Hoeryeong, 벽동 → Byeokdong."""
    return _engine(hangul, "rr")


def romanisations(hangul: str, *, newspapers: bool) -> list[tuple[str, str]]:
    """Give (spelling, system) of a name in all systems, from its northern and its southern spelling, without repeats.

    Parameters
    ----------
    hangul : str
        The name in the DPRK's spelling, without a type word.
    newspapers : bool
        Whether to add the spellings with ``u`` for ㅓ.
    """
    forms: dict[str, str] = {}
    for spelling in dict.fromkeys((hangul, southern(hangul))):
        north = dprk(spelling)
        reischauer = mccune_reischauer(spelling)
        simple = plain(reischauer)
        found = [(north, "dprk"), (_unaspirated(north), "dprk"), (reischauer, "mr"), (simple, "mr")]
        found += [(simple.replace("'", ""), "mr"), (revised(spelling), "rr")]
        found += [(text, "") for text in press(spelling)] if newspapers else []
        for text, system in found:
            forms.setdefault(text, system)
    return list(forms.items())


def _unaspirated(text: str) -> str:
    for pair, letter in (("ph", "p"), ("th", "t"), ("kh", "k"), ("Ph", "P"), ("Th", "T"), ("Kh", "K")):
        text = text.replace(pair, letter)
    return text
