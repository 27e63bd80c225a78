"""Chinese names in Hangul, by sound: 八道沟 → Badaogou → 바다오거우.

The table is that of the National Institute of Korean Language's orthography of foreign words (외래어 표기법, table 5
and chapter 3 section 7): each syllable of pinyin gives one or two Hangul blocks; after ㅈ ㅉ ㅊ the glides ㅑ ㅖ ㅛ ㅠ
lose their glide.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from borderatlas.rebuild.hanzi import pinyin_syllables

_INITIALS = {
    "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ",
    "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ", "x": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ", "": "ㅇ",
}  # fmt: skip
_FINALS = {
    "a": "아", "o": "오", "e": "어", "i": "이", "u": "우", "ü": "위", "ai": "아이", "ei": "에이", "ao": "아오", "ou": "어우",
    "an": "안", "en": "언", "ang": "앙", "eng": "엉", "er": "얼", "ia": "야", "ie": "예", "iao": "야오", "iu": "유",
    "ian": "옌", "in": "인", "iang": "양", "ing": "잉", "ua": "와", "uo": "워", "uai": "와이", "ui": "우이", "uan": "완",
    "un": "운", "uang": "왕", "ong": "웅", "üe": "웨", "üan": "위안", "ün": "윈", "iong": "융",
}  # fmt: skip
_WHOLE = {
    "yi": "이", "ya": "야", "yo": "요", "ye": "예", "yao": "야오", "you": "유", "yan": "옌", "yin": "인", "yang": "양", "ying": "잉",
    "wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원", "wang": "왕", "weng": "웡",
    "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈", "yong": "융", "er": "얼", "zhi": "즈", "chi": "츠", "shi": "스",
    "ri": "르", "zi": "쯔", "ci": "츠", "si": "쓰",
}  # fmt: skip
_HARD = frozenset("ㅈㅉㅊ")
_UNGLIDED = {"야": "아", "예": "에", "옌": "엔", "야오": "아오", "유": "우", "양": "앙", "융": "웅"}
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@cache
def _inventory() -> dict[str, str]:
    """Give the Hangul of every syllable that the two tables make."""
    made = dict(_WHOLE)
    for initial, lead in _INITIALS.items():
        for final, sound in _FINALS.items():
            umlaut = initial in {"j", "q", "x"} and final[0] in "uü"
            if not umlaut and initial:
                made.setdefault(initial + final.replace("ü", "v"), _sound(lead, sound))
            elif initial and final[0] == "ü":
                made.setdefault(initial + final.replace("ü", "u"), _sound(lead, sound))
            elif not initial and final[0] in "aeo":
                made.setdefault(final, sound)
    return made


def _sound(lead: str, sound: str) -> str:
    vowel = _UNGLIDED.get(sound, sound) if lead in _HARD else sound
    parts = [ord(letter) for letter in unicodedata.normalize("NFD", vowel)]
    parts[0] = 0x1100 + _LEADS.index(lead)
    return unicodedata.normalize("NFC", "".join(map(chr, parts)))


def hangul_of_syllable(syllable: str) -> str:
    """Transcribe one syllable of pinyin without tone (``v`` for ü): ``gou`` → 거우.

    Raises
    ------
    ValueError
        When it is no syllable of pinyin.
    """
    found = _inventory().get(syllable.lower().replace("ü", "v"))
    if found is None:
        msg = f"{syllable!r} is no syllable of pinyin"
        raise ValueError(msg)
    return found


def transcribed(simplified: str) -> str:
    """Transcribe a name in simplified characters: 圈河 → 취안허; what is not a Chinese character is left out."""
    return "".join(hangul_of_syllable(syllable) for syllable in pinyin_syllables(simplified))


@cache
def is_pinyin(word: str) -> bool:
    """Tell whether a word, in lower case, can be read as syllables of pinyin: ``manpo`` can, ``sakju`` cannot."""
    if not word:
        return True
    known = _inventory()
    return any(word[:n] in known and is_pinyin(word[n:].removeprefix("'")) for n in range(1, 7) if n <= len(word))
