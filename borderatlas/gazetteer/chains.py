"""A name behind its unit, or before it: what the chain of units says of where the place is.

广东河源市龙川县, 경기 화성시 남양읍, "Donggang in Pingtung County": a unit that is none of ours holds the place, and what our
gazetteer has by that name is a namesake. The unit need not be known: its type word makes it one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer import farwords
from borderatlas.gazetteer.facts import fact
from borderatlas.gazetteer.names import is_hangul, is_hanzi
from borderatlas.gazetteer.places import lies_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place

_REACH = 24
_GAP = 4
_OURS_KM = 150.0
_NEAR_UNITS = ("cn.jilin", "cn.liaoning", "cn.heilongjiang", "ru.primorsky", "ru.vladivostok", "kp")
_HOLDS = frozenset({"province", "prefecture", "city", "county", "district"})
_HELD_BY_NONE = frozenset({"river", "bridge", "crossing", "mountain", "province"})
# A Chinese unit written right before the name. 城市, 该市 and their like are words.
_ZH_UNIT_BEFORE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,4}?)(?P<word>自治区|自治區|自治州|特别行政区|省|市|州|盟|县|縣)$"
)
_ZH_NO_UNIT = re.compile(
    r"(?:[城该該全我本两兩各边邊外门門超夜股都海菜集早黑同此某多几幾三四五六七八九十邻鄰在到入出进進跨老新大小省市县縣和与與及的是]|直辖|港口|口岸|旅游|沿[江海边])$"
)
_ZH_UNIT = frozenset("县縣区區镇鎮乡鄉市村")
# A Korean chain: a city or county of the South, a blank, and a smaller unit. 당시, 도시 and their like are words.
_KO_UNIT_BEFORE = re.compile(r"(?:^|[^\uac00-\ud7a3])(?P<stem>[\uac00-\ud7a3]{1,4})(?P<word>시|군|구|읍|면|도) $")
_KO_NO_UNIT = frozenset(
    "당시 다시 즉시 역시 혹시 잠시 일시 임시 도시 국경도시 접경도시 대도시 항구도시 상시 표시 지시 무시 동시 수시 제시 게시 실시 개시 응시 감시 전시 멸시 중시 주시 "
    "미군 적군 아군 해군 공군 육군 국군 북한군 인민군 중국군 소련군 러시아군 장군 행군 반군 지도 정도 태도 각도 속도 온도 제도 보도 시도 의도 유도 주도 이번에도 철도 "
    "친구 지구 연구 요구 기구 복구 수구 입구 출구 항구 봉쇄구 특구 경제특구 관광특구 선거구 인구 도구 촉구 청구 반면 하면 가면 오면 되면 화면 측면 장면 표면 정면 전면 방면 국면 지면 "
    "이면 그러면 라면 어쩌면 만나면 따르면 의하면 보면 건너면 강변도 양강도 량강도 자강도 함경북도 함경남도 평안북도 평안남도 그래도 올해도 지금도 에서도 중에도".split()
)
_KO_SMALLER = {"시": "군구읍면동리", "군": "읍면리", "구": "동", "읍": "리", "면": "리", "도": "시군"}
_EN_UNIT_AFTER = re.compile(
    r"^(?:,| in|,? of| \() ?(?P<unit>(?:[A-Z][\w'’-]+ ){1,2}(?:County|Province|Prefecture|District|State|Region|Township|Municipality))(?!\w)"
)
_CHINESE = tuple(sorted(word + end for word in farwords.CHINESE for end in ("", "市", "省", "县", "縣")))
_KOREAN = frozenset(word + end for word in farwords.KOREAN for end in ("", "시", "군", "도"))
_WORD_START = re.compile(r"^[^\uac00-\ud7a3]+")


def is_held_elsewhere(text: str, mentions: Sequence[Mention], index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a unit that is none of ours stands directly beside a name, and holds the place.

    Parameters
    ----------
    text : str
        The whole text.
    mentions : sequence of Mention
        What was found in it, in order.
    index : int
        Which of them.
    gazetteer : Gazetteer
        Where their candidates are.
    """
    mention = mentions[index]
    if not mention.candidates:
        return False
    for place, _ in mention.candidates:
        if not fact(gazetteer, _may_be_held, place):
            return False
    if _is_beside_a_far_unit(text, mentions, index, gazetteer):
        return True
    before = text[max(0, mention.start - _REACH) : mention.start]
    first = mention.name[:1]
    if is_hangul(first):
        return _follows_a_korean_unit(mention, before, mentions, index)
    if is_hanzi(first):
        return _follows_a_chinese_unit(mention, before, mentions, index)
    return _precedes_an_english_unit(text, mentions, index)


def is_beside_ours(text: str, mentions: Sequence[Mention], index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a unit of this border stands directly beside a name: then a namesake elsewhere is another matter."""
    mention = mentions[index]
    for other in (*mentions[max(0, index - 1) : index], *mentions[index + 1 : index + 2]):
        first, second = sorted((mention, other), key=lambda m: m.start)
        units = [gazetteer[place] for place, _ in other.candidates]
        if second.start - first.end <= _GAP and any(p.id.startswith(_NEAR_UNITS) and p.kind in _HOLDS for p in units):
            return other.name != mention.name and "." not in text[first.end : second.start]
    return False


def _is_beside_a_far_unit(text: str, mentions: Sequence[Mention], index: int, gazetteer: Gazetteer) -> bool:
    """Ask the neighbours that the gazetteer knows: 广东龙川, "Namyang, Gyeonggi Province"."""
    mention = mentions[index]
    if index > 0:
        other = mentions[index - 1]
        gap = text[other.end : mention.start]
        joined = gap == "" if is_hanzi(mention.name[:1]) else gap in {" ", "'s ", "’s "}
        is_said = bool(other.type_kinds or mention.type_kinds) or gap == ""
        if joined and _is_a_far_unit(other, gazetteer, provinces_only=not is_said):
            return True
    if index + 1 < len(mentions) and mention.name.isascii():
        other = mentions[index + 1]
        gap = text[mention.end : other.start]
        if gap == ", " and _is_a_far_unit(other, gazetteer, provinces_only=True):
            return True
        return gap in {" in ", " of "} and bool(other.type_kinds) and _is_a_far_unit(other, gazetteer)
    return False


def _is_a_far_unit(mention: Mention, gazetteer: Gazetteer, *, provinces_only: bool = False) -> bool:
    places = stated(mention, gazetteer)
    kinds = {"province", "country"} if provinces_only else _HOLDS
    return bool(places) and all(p.kind in kinds and _is_far(p) for p in places)


def stated(mention: Mention, gazetteer: Gazetteer) -> list[Place]:
    """Give the candidates whose name has what it needs beside it: 지난 is Jinan, and 지난주 "last week"."""
    return [
        gazetteer[place]
        for place, name in mention.candidates
        if not name.needs or gazetteer[place].kind in mention.type_kinds
    ]


def _is_far(place: Place) -> bool:
    return not place.id.startswith(_NEAR_UNITS) and place.id not in {"cn", "ru"} and not _is_ours(place)


def _is_ours(place: Place) -> bool:
    if place.country == "KR" or place.kind in {"country", "region"}:
        return False
    return "KP" in place.country.split("/") or lies_within(place, _OURS_KM)


def _may_be_held(place: Place) -> bool:
    return _is_ours(place) and place.kind not in _HELD_BY_NONE


def _is_known(mentions: Sequence[Mention], index: int, at: int) -> bool:
    """Tell whether the mention before this one ends at an offset: then the gazetteer knows the unit."""
    return index > 0 and bool(mentions[index - 1].candidates) and mentions[index - 1].end >= at


def _follows_a_chinese_unit(mention: Mention, before: str, mentions: Sequence[Mention], index: int) -> bool:
    if before.endswith(_CHINESE):
        return True
    if _is_known(mentions, index, mention.start):
        return False
    match = _ZH_UNIT_BEFORE.search(before)
    if match is None or _ZH_NO_UNIT.search(match["stem"]):
        return False
    return mention.text[-1:] in _ZH_UNIT


def _follows_a_korean_unit(mention: Mention, before: str, mentions: Sequence[Mention], index: int) -> bool:
    if _is_known(mentions, index, mention.start - 1):
        return False
    if before.endswith(" ") and before.strip() and _WORD_START.sub("", before.rsplit(maxsplit=1)[-1]) in _KOREAN:
        return True
    match = _KO_UNIT_BEFORE.search(before)
    if match is None or match["stem"] + match["word"] in _KO_NO_UNIT:
        return False
    return bool(mention.type_kinds) and mention.text[-1:] in _KO_SMALLER[match["word"]]


def _precedes_an_english_unit(text: str, mentions: Sequence[Mention], index: int) -> bool:
    mention = mentions[index]
    match = _EN_UNIT_AFTER.match(text[mention.end : mention.end + 60].replace("\n", " "))
    if match is None:
        return False
    at = mention.end + match.start("unit")
    return not any(m.start <= at < m.end and m.candidates for m in mentions[index + 1 : index + 3])
