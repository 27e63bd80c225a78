"""Places that no gazetteer lists but the text itself describes: "Dosori village in Musan County", "Uiju Airfield".

They are recognised by their type word, keep their own name, and are put into the unit that the text puts them in;
where it names none, they stay unresolved. The type words are searched for by the same automaton as the names: `SIGNS`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderatlas.gazetteer.names import Folded

_ENGLISH = {
    "village": "settlement", "villages": "settlement", "hamlet": "settlement", "township": "settlement", "town": "settlement",
    "neighborhood": "settlement", "neighbourhood": "settlement", "workers' district": "settlement", "district": "settlement",
    "mine": "site", "airfield": "site", "airport": "site", "power plant": "site", "power station": "site",
    "industrial park": "site",
}  # fmt: skip
_SUFFIXES = ("ri", "ni", "dong", "up", "eup", "gu", "ku", "myon", "rodongjagu")
_HANGUL = {
    "로동자구": "settlement", "노동자구": "settlement", "리": "settlement", "동": "settlement", "광산": "site", "비행장": "site",
}  # fmt: skip
_OF = ("village of ", "township of ", "town of ", "hamlet of ", "neighborhood of ", "neighbourhood of ", "district of ")

SIGNS: tuple[str, ...] = tuple(
    sorted({f" {word}" for word in (*_ENGLISH, *_SUFFIXES)} | {"ri", "dong"} | set(_HANGUL) | set(_OF))
)
"""What a described place ends or begins with, folded: looked for in one pass with the names."""

_NAME_BEFORE = re.compile(r"(?<![\w'’.-])[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+)?$")
_STEM_BEFORE = re.compile(r"(?<![\w'’-])[A-Z][a-z'’]+$")
_NAME_AFTER = re.compile(r"[A-Z][a-z'’]+(?:-[a-z]+)?(?!\w)")
_HANGUL_BEFORE = re.compile(r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{1,3}$")
_HANGUL_AFTER = re.compile(
    r"(?=에서|서|에|의|은|는|이|가|을|를|로|과|와|도|만|까지|부터|나|라|측|쪽|일대|주민|[\s,.·(),)]|$)"
)
# Words that end as a village's name does, and stand behind a town's as well: 회령시 자리, 함경도 사투리.
_NO_VILLAGES = frozenset(
    """
    거리 길거리 자리 일자리 잠자리 소리 목소리 다리 사다리 관리 처리 수리 정리 논리 심리 권리 승리 총리 유리 요리 원리 무리 꼬리 머리 허리 오리 보리
    우리 고리 뿌리 마리 대리 부리 교리 법리 진리 도리 지리 경리 사리 분리 격리 금리 물리 생리 윤리 추리 편리 폭리 합리 사투리 울타리 항아리 둘레리
    항아리 메아리 테두리 언저리 가장자리 보따리 이파리 병아리 개구리 너구리 미나리 도토리 껍데기리 봉오리 꾸러미리 빨리 멀리 널리 서둘리 일찌거리 걱정거리
    먹거리 볼거리 이야깃거리 사거리 삼거리 네거리 장거리 단거리 근거리 원거리 활동 이동 노동 로동 행동 운동 변동 가동 감동 난동 소동 협동 공동 합동 출동
    작동 충동 진동 연동 유동 자동 수동 파동 태동 기동 선동 폭동 아동 준동 발동 거동 역동 생동 율동 요동 제동 시동 구동 격동 동동 중노동 강제노동 무동
    """.split()
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n])[\s\"“'‘(]*$")
_CAPITAL_SUFFIXES = frozenset({"Ri", "Dong", "Gu", "Ku", "Myon"})
_REACH = 40
_SHORTEST_STEM = 3
# Words that begin with a capital at the start of a sentence, or that are titles: never the name of a village.
_NOT_NAMES = frozenset({
    "A", "American", "An", "Another", "Any", "Army", "At", "Big", "Black", "Border", "Bus", "Central", "Chinese",
    "Coal", "Collective", "Copper", "Customs", "Detention", "Each", "East", "Eastern", "Entire", "Every", "Farmers",
    "Fishing", "Five", "Four", "Free", "From", "Front", "Gold", "Guard", "Her", "His", "In", "International", "Iron",
    "Its", "Japanese", "Korean", "Large", "Local", "Main", "Many", "Market", "Military", "Most", "National", "Navy",
    "Near", "New", "No", "North", "Northern", "Of", "Old", "On", "One", "Open", "Other", "Our", "People", "Police",
    "Power", "Public", "Railway", "River", "Russia", "Russian", "Security", "Several", "Six", "Small", "Some", "South",
    "Southern", "Special", "State", "That", "The", "Their", "These", "This", "Those", "Three", "Train", "Two", "West",
    "Western", "Whole",
})  # fmt: skip


def read_sign(folded: Folded, start: int, end: int) -> tuple[int, int, str] | None:
    """Read a described place from a sign in folded text.

    Parameters
    ----------
    folded : Folded
        The text.
    start, end : int
        The sign's span.

    Returns
    -------
    (int, int, str) or None
        Span of the described place in the folded text, and the kind that its type word says; None where the words
        around the sign are no name.
    """
    sign = folded.text[start:end]
    if sign in _OF:
        return _named_after(folded, end)
    if sign in _HANGUL:
        return _in_hangul(folded, start, end, _HANGUL[sign])
    if end < len(folded.text) and (folded.cased[end].isalnum() or folded.cased[end] == "_"):
        return None
    if sign[1:] in _ENGLISH and sign[0] == " ":
        return _named_before(folded, start, end, _ENGLISH[sign[1:]])
    return _suffixed(folded, start, end)


def _named_before(folded: Folded, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """Read "Dosori village"."""
    head = folded.cased[max(0, start - _REACH) : start]
    match = _NAME_BEFORE.search(head)
    if match is None or match.group().split()[0] in _NOT_NAMES:
        return None
    begin = start - len(match.group())
    # "Older mine": a capital may be only that of a sentence, when the type word has none either.
    plain = folded.cased[end - 1].islower() and folded.cased[start + 1].islower() and "-" not in match.group()
    if plain and _OPENS_SENTENCE.search(folded.cased[max(0, begin - 4) : begin]):
        return None
    return begin, end, kind


def _suffixed(folded: Folded, start: int, end: int) -> tuple[int, int, str] | None:
    """Read "Hwajon-ri", "Hwajonri" and "Gangan Dong"."""
    joined = folded.text[start] != " "
    # Behind a blank instead of a hyphen only a capital makes it a suffix: "Gangan Dong", not "Namyang Wakes Up".
    if not joined and folded.cased[start] == " " and folded.cased[start + 1 : end] not in _CAPITAL_SUFFIXES:
        return None
    match = _STEM_BEFORE.search(folded.cased[max(0, start - _REACH) : start])
    if match is None or match.group() in _NOT_NAMES or (joined and len(match.group()) < _SHORTEST_STEM):
        return None
    return start - len(match.group()), end, "settlement"


def _named_after(folded: Folded, end: int) -> tuple[int, int, str] | None:
    """Read "the town of Hwajonri"."""
    match = _NAME_AFTER.match(folded.cased, end)
    return None if match is None or match.group() in _NOT_NAMES else (end, match.end(), "settlement")


def _in_hangul(folded: Folded, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """Read 회령시 강안동; whether a county stands before it is for the caller to see."""
    match = _HANGUL_BEFORE.search(folded.text[max(0, start - 4) : start])
    if match is not None and match.group() + folded.text[start:end] in _NO_VILLAGES:
        return None
    return (
        None if match is None or not _HANGUL_AFTER.match(folded.text, end) else (start - len(match.group()), end, kind)
    )
