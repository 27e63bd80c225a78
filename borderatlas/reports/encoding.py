"""Bytes of a report to text: UTF-8, UTF-16 by its mark, and the legacy encodings of Korean, Chinese and Windows.

UTF-8 is tried first, because text in another encoding is next to never valid UTF-8. EUC-KR and GB18030 use the same
bytes for different scripts, so a statistical guess is not trusted alone: the decoded text must look like its language.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters
from typing import TYPE_CHECKING

from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\x00\x00", "utf-32"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"PAR1", "a Parquet file"),
)
# What a page may declare, and the superset that browsers read it as (WHATWG Encoding). UTF-7 is left out on purpose.
_DECLARED: dict[str, str] = {
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "korean": "cp949", "cp949": "cp949",
    "uhc": "cp949", "windows-949": "cp949", "ms949": "cp949",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "shift_jis": "cp932", "x-sjis": "cp932", "euc-jp": "euc_jp",
    "windows-1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1251": "cp1251",
}  # fmt: skip
# Hanzi that every page of Chinese news is full of; text in EUC-KR that is misread as GB18030 hardly has them.
_COMMON_HANZI = frozenset("的一是在不了有和人这這中大为為上个個国國年月日到说說时時要就以会會出对對于於")
# Words that make up a third of English prose, and a few per cent at most of that in other languages.
_COMMON_ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "a", "was", "were", "for", "that", "with", "by", "from", "said", "on", "is",
})  # fmt: skip
_ENOUGH_WORDS, _ENGLISH_SHARE, _LATIN_SAMPLE = 80, 0.09, 6_000
_WORD = re.compile(r"[^\W\d_]+")
_NO_LATIN = bytes(sorted(set(range(256)) - set(ascii_letters.encode())))
_ASCII_WORDS = bytes(ord(chr(c).lower()) if chr(c) in ascii_letters else ord(" ") for c in range(256))
_COMMON_ASCII = frozenset(word.encode("ascii") for word in _COMMON_ENGLISH)
_HANGUL = re.compile("[가-힣]+")
_HANZI = re.compile("[\u3400-\u9fff]+")
_OTHER_SCRIPTS = re.compile(
    "[\u0370-\u10ff\u1200-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u3040-\u30ff\ua000-\uabff\ufb1d-\ufdff\ufe70-\ufefc]+"
)
_KANA_SHARE = 0.3
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Decode the bytes of a report, line ends untouched.

    A U+FEFF at the start of UTF-8 stays in the text, as Python's own ``utf-8`` leaves it: offsets count it.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What to call it in messages.
    declared : str, optional
        The encoding that the file itself declares (a page's ``<meta charset>``); used when it is not UTF-8.

    Returns
    -------
    tuple of (str, str)
        The text, and the name of Python's codec that it was decoded with.

    Raises
    ------
    ReportError
        For a binary file, and for bytes that are text in none of the encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, name), encoding
    _refuse_binary(data, name)
    text, encoding = _decode_unmarked(data, name, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.02 * len(text[:_SAMPLE]):
        msg = f"{name}: a binary file (control characters); reports are text in UTF-8"
        raise ReportError(msg)
    return text, encoding


def guess_language(text: str) -> str:
    """Guess ``ko``, ``zh`` or ``en`` from the script that dominates the letters of a text; ``und`` for another.

    A longer text in Latin script that has hardly any of the words every English text is made of is ``und`` too.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    latin = len(sample.encode("ascii", "ignore").translate(None, _NO_LATIN))
    beyond = "" if sample.isascii() else sample
    hangul, hanzi, other = _count_hangul(beyond), _count_hanzi(beyond), _count(_OTHER_SCRIPTS, beyond)
    if other > max(latin, hangul, _KANA_SHARE * hanzi):  # Japanese: Hanzi among kana
        return "und"
    # One syllable block says about as much as three Latin letters.
    if 3 * max(hangul, hanzi) < latin:
        return "en" if _may_be_english(sample[:_LATIN_SAMPLE]) else "und"
    if hangul >= 0.3 * hanzi and hangul:  # Hanja in Korean text never outweigh the Hangul this far
        return "ko"
    return "zh" if hanzi else "en"


def _may_be_english(sample: str) -> bool:
    if sample.isascii():  # the same words, three times as fast
        plain = sample.encode("ascii").translate(_ASCII_WORDS).split()
        return len(plain) < _ENOUGH_WORDS or sum(map(_COMMON_ASCII.__contains__, plain)) >= _ENGLISH_SHARE * len(plain)
    words = _WORD.findall(sample)
    common = sum(map(_COMMON_ENGLISH.__contains__, map(str.lower, words)))
    return len(words) < _ENOUGH_WORDS or common >= _ENGLISH_SHARE * len(words)


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"{name}: has the byte order mark of {encoding.upper()} but breaks at byte {error.start}; save as UTF-8"
        raise ReportError(msg) from error


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            msg = f"{name}: a binary file ({what}); reports are text, Markdown, HTML or JSON lines"
            raise ReportError(msg)
    if b"\0" in data:
        msg = f"{name}: a binary file (NUL bytes), or UTF-16 without a byte order mark; reports are text in UTF-8"
        raise ReportError(msg)


def _decode_unmarked(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken_at = error.start
    for encoding in [*_declared(declared), *_ranked(data)]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    msg = f"{name}: not UTF-8 (byte {broken_at}), and no text in EUC-KR, GB18030 or Windows-1252 either; save as UTF-8"
    raise ReportError(msg)


def _declared(declared: str | None) -> list[str]:
    encoding = _DECLARED.get((declared or "").strip().lower())
    return [encoding] if encoding else []


def _ranked(data: bytes) -> list[str]:
    """Give the encodings whose decoding looks like text of its language, the statistical guess first."""
    from charset_normalizer import from_bytes  # heavy: only for the rare file that is not UTF-8

    guesses = from_bytes(data[:_SAMPLE], cp_isolation=list(_LOOKS_RIGHT))
    order = dict.fromkeys([*(guess.encoding for guess in guesses), *_LOOKS_RIGHT])
    return [encoding for encoding in order if encoding in _LOOKS_RIGHT and _looks_right(data, encoding)]


def _looks_right(data: bytes, encoding: str) -> bool:
    sample = data[:_SAMPLE].decode(encoding, errors="ignore")
    return _LOOKS_RIGHT[encoding](sample)


def _looks_korean(text: str) -> bool:
    """Tell whether nearly all East Asian characters are Hangul of everyday use (those that EUC-KR has)."""
    hangul = [character for character in text if "가" <= character <= "힣"]
    common = sum(_in_euc_kr(character) for character in hangul)
    return bool(hangul) and len(hangul) >= 4 * _count_hanzi(text) and common >= 0.95 * len(hangul)


def _looks_chinese(text: str) -> bool:
    """Tell whether the East Asian characters are Hanzi with the share of grammar words that Chinese has."""
    hanzi = _count_hanzi(text)
    common = sum(character in _COMMON_HANZI for character in text)
    return hanzi > 0 and common >= 0.06 * hanzi


def _looks_western(text: str) -> bool:
    """Tell whether characters beyond ASCII are few and are the quotes, dashes and letters of Windows-1252."""
    beyond = [character for character in text if not character.isascii()]
    return len(beyond) <= 0.15 * len(text) and all(character.isalpha() or character in "‘’“”–—…•€£°·§©®«»\xa0"
                                                  for character in beyond)  # fmt: skip


def _in_euc_kr(character: str) -> bool:
    try:
        character.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    # Python's euc_kr writes syllables outside KS X 1001 as an eight-byte sequence of letters.
    return len(character.encode("euc_kr")) == 2  # noqa: PLR2004


def _count_hangul(text: str) -> int:
    return _count(_HANGUL, text)


def _count_hanzi(text: str) -> int:
    return _count(_HANZI, text)


def _count(letters: re.Pattern[str], text: str) -> int:
    """Count letters by their runs: every report of a corpus is asked, and a look at each letter takes ten times as long."""
    return sum(map(len, letters.findall(text)))


_LOOKS_RIGHT: dict[str, Callable[[str], bool]] = {
    "cp949": _looks_korean,
    "gb18030": _looks_chinese,
    "big5": _looks_chinese,
    "cp1252": _looks_western,
}
