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
_HANZI = {
    "村": "settlement", "屯": "settlement", "社区": "settlement", "社區": "settlement", "里": "settlement", "洞": "settlement",
    "劳动者区": "settlement", "勞動者區": "settlement",
}  # fmt: skip
_HANGUL = {
    "로동자구": "settlement", "노동자구": "settlement", "리": "settlement", "동": "settlement", "광산": "site", "비행장": "site",
}  # fmt: skip
_OF = ("village of ", "township of ", "town of ", "hamlet of ", "neighborhood of ", "neighbourhood of ", "district of ")

SIGNS: tuple[str, ...] = tuple(
    sorted({f" {word}" for word in (*_ENGLISH, *_SUFFIXES)} | {"ri", "dong"} | set(_HANGUL) | set(_HANZI) | set(_OF))
)
"""What a described place ends or begins with, folded: looked for in one pass with the names."""

_NAME_BEFORE = re.compile(r"(?<![\w'’.-])[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+)?$")
_STEM_BEFORE = re.compile(r"(?<![\w'’-])[A-Z][a-z'’]+$")
_NAME_AFTER = re.compile(r"[A-Z][a-z'’]+(?:-[a-z]+)?(?!\w)")
# 崇善镇上天村, 会宁市五凤里: a village right behind its unit; 各村, 两个村, 沿边村 are words.
_HANZI_BEFORE = re.compile(r"(?<=[镇鎮乡鄉县縣市区區郡道省州])(?P<stem>[\u4e00-\u9fff]{1,4})$")
_HANZI_AFTER = re.compile(
    r"(?!长|長|民|委|支书|支書|庄|莊|里(?!的)|口|道|屯|落|干部|幹部|集体|集體|级|級|规|規|头|頭|窟|穴|察|见|見|面|外|程)"
)
_NO_HANZI_STEM = re.compile(
    r"[各每某个個多几幾两兩数數该該这這那所与與和及的是在为為到从從至由向被把将將对對有无無了着過过全其本同邻鄰另其他它我你他她们們]|"
    r"贫困|貧困|示范|示範|美丽|美麗|民俗|边境|邊境|沿边|沿邊|沿江|抵边|抵邊|临江|臨江|试点|試點|重点|重點|先进|先進|行政|自然|小康|文明|红色|紅色|特色|旅游|旅遊|移民|棚户|"
    r"城中|新农|新農|空心|帮扶|幫扶|包保|周边|周邊|附近|当地|當地|渔$|漁$|^农$|^農$|小山|^山$|山区|农业|高山|古村|古$|一些|部分|许多|許多|不少|若干|境内|境內|下辖|下轄|辖区|农村|農村|乡$|新$|老$|"
    r"^[上下东西南北中大小内外]$|居民|安置|移动|中心|基层|街道|城市|城镇|城鎮|商业|工业|开发|公安|公里|千里|百里|方圆|[一二三四五六七八九十百千\d]$|心$|哪|邻$|海$|数$|隧$|窑$|防空$|山$|溶$|涵$|桥$|漏$|黑$|空$"
)
_HANGUL_BEFORE = re.compile(r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{1,3}$")
_HANGUL_AFTER = re.compile(
    r"(?=에서|서|에|의|은|는|이|가|을|를|로|과|와|도|만|까지|부터|나|라|측|쪽|일대|주민|[\s,.·(),)]|$)"
)
# Words that end as a village's name does, and stand behind a town's as well: 회령시 자리, 함경도 사투리.
_NO_VILLAGES = frozenset(
    """
    가동 가장자리 감동 강제노동 개구리 개나리 갤러리 거동 거리 걱정거리 격동 격리 경리 고동 고리 고사리 공동 관리 교리 구동 권리 그리 근거리 금리 기동 길거리 꼬리 꼬투리 꾀꼬리 꾸러미리
    끄트머리 끼리 난동 냉동 너구리 널리 네거리 네동 노동 논리 다리 단거리 대리 덩어리 도리 도토리 독수리 동동 두동 두루마리 들머리 똬리 랭동 로동 마리 맥동 머리 먹거리 멀리 메아리 며느리
    몇동 모서리 목소리 무동 무리 물리 미나리 미리 박동 반동 발동 밧데리 배터리 백동 법리 변동 별동 병동 병아리 보따리 보리 볼거리 봉오리 봉우리 부동 부리 부조리 분리 불합리 비리 빨리
    뿌리 사거리 사다리 사리 사투리 삼거리 생동 생리 서리 선동 섭리 세동 셀러리 소동 소리 소쿠리 수동 수리 순리 스토리 승리 시동 실마리 심리 싸리 아가리 아동 알칼리 약동 언저리 얼리 엄동
    엉터리 여러동 역동 연동 오리 요동 요리 우리 운동 울타리 원거리 원리 월동 유동 유리 윤리 율동 의리 이동 이리 이파리 일자리 입동 자동 자리 자투리 작동 잠자리 장거리 재가동 저리 전동
    정동 정리 정수리 제동 젤리 조리 종아리 주동 주둥아리 준동 줄거리 중노동 지리 진동 진리 처리 청동 총리 추동 추리 출동 충동 카테고리 컨트리 코끼리 태동 테두리 트리 파동 파리 판소리
    패거리 팩토리 편리 폭동 폭리 피리 한동 합동 합리 항아리 해동 행동 허리 협동 호리 활동 황동 회오리 히스토리
    """.split()
)
# 먹거리, 창가자리, 총소리, 밀수활동, 병력이동: compounds of words that end as a village's name does.
_ENDS_IN_A_WORD = (
    "거리",
    "자리",
    "머리",
    "다리",
    "소리",
    "활동",
    "행동",
    "이동",
    "노동",
    "로동",
    "운동",
    "처리",
    "무리",
    "마리",
    "공동",
    "출동",
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n])[\s\"“'‘(]*$")
_CAPITAL_SUFFIXES = frozenset({"Ri", "Dong", "Gu", "Ku", "Myon"})
_REACH = 40
_HANZI_REACH = 6
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
    if sign in _HANZI:
        return _in_hanzi(folded, start, end, _HANZI[sign])
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


def _in_hanzi(folded: Folded, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """Read 崇善镇上天村; whether a known unit stands before it is for the caller to see."""
    match = _HANZI_BEFORE.search(folded.text[max(0, start - _HANZI_REACH) : start])
    if match is None or _NO_HANZI_STEM.search(match["stem"]) or not _HANZI_AFTER.match(folded.text, end):
        return None
    return start - len(match["stem"]), end, kind


def _in_hangul(folded: Folded, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """Read 회령시 강안동; whether a county stands before it is for the caller to see."""
    match = _HANGUL_BEFORE.search(folded.text[max(0, start - 4) : start])
    if match is None or match.group() + folded.text[start:end] in _NO_VILLAGES:
        return None
    if folded.text.endswith(_ENDS_IN_A_WORD, match.start() + max(0, start - 4), end):
        return None
    return (start - len(match.group()), end, kind) if _HANGUL_AFTER.match(folded.text, end) else None
