"""Names of this border in reports from elsewhere: a designer, a verse form, a street of Shanghai, a brand of water.

A report that says no word of this border, and whose other places lie far from it, may still speak of Dandong: then it says
"in Dandong", 丹东市, 단동에서. Where no mention of a name, nor of any other place of ours, stands as a place's does, the name
is somebody else's. One town of ours that is certain makes the report one of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.chains import stated
from borderatlas.gazetteer.cues import ANY
from borderatlas.gazetteer.facts import fact
from borderatlas.gazetteer.farwords import names_far_units
from borderatlas.gazetteer.names import is_hangul, is_hanzi
from borderatlas.gazetteer.places import lies_within
from borderatlas.gazetteer.works import is_of_a_genre, is_of_sport, unquoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place

_OURS_KM = 150.0
_ALL = {True}
_BORDER_KM = 30.0
_REACH = 24
_OF_A_QUOTATION = 64  # characters: more than a short quotation has, or than decides whether a word is one
_OPENING = 40  # characters before a dateline: a bracket, an agency
_NEIGHBOURS = frozenset({"CN", "KR", "RU"})
_NAMED_BY_TYPE = frozenset(
    {"river", "tributary", "mountain", "lake", "region"}
)  # 长白山, 압록강: the word belongs to the name
_NORTHEAST = (
    "cn.jilin",
    "cn.liaoning",
    "cn.heilongjiang",
    "ru.primorsky",
    "ru.vladivostok",
)  # next door: no sign of a report from elsewhere
_UNITS_OF_NEIGHBOURS = frozenset({"cn.jilin", "cn.liaoning", "cn.heilongjiang"})
# Words that a report of this border can hardly do without, dishes and restaurants left out.
_THEME = re.compile(
    r"(?<!\w)(?:North Korea|N\. ?Korea|DPRK|Pyongyang(?! (?:cold |style )?(?:noodle|naengmyeon|naengmyon))|Kim Jong|Yanbian|Hamgyong|Ryanggang|Yanggang|"
    r"Chagang|Jagang|North Pyongan|defector|Korean border|ethnic Korean|Sino-Korean|Yalu River|Amnok|Tumen River|Korean War)|"
    r"북한|북측|북녘|북송|탈북|인민군|보위|평양(?!냉면|면옥|식|만두|온반|불고기)|함경|함북|함남|양강|량강|자강|평안북도|평북|연변|옌볜|북중|북·중|조중|조·중|북러|중조|북·러|조선족|압록강|두만강|조선중앙통신|로동신문|주체 ?\d|조선로동당|조선노동당|김정은|김정일|김일성|로동자구|노동자구|공화국|"
    r"朝鲜(?!战争|冷面)|朝鮮(?!戰爭|冷麵)|北韩|北韓|中朝|朝中|朝俄|平壤(?!冷面|冷麵)|延边|延邊|脱北|脫北|咸镜|咸鏡|两江道(?!路)|兩江道(?!路)|慈江道|平安北道|边民|邊民|(?:鸭绿江|鴨綠江|图们江|圖們江)(?=[边邊畔上下对對江水沿流口大断斷北南两兩入、，])"
)
_KNOWN_BY_NAME = frozenset({"city", "county", "river", "tributary", "crossing", "province", "prefecture", "bridge"})
# Towns of this border that share their name with a town, a quarter or a mountain that is written the same way elsewhere.
_SHARED = frozenset(
    """
    龙川 龍川 三水 会宁 會寧 惠山 南阳 南陽 东江 東江 南坪 南平 三合 龙井 龍井 东港 東港 白山 长白 長白 临江 臨江 吉安
    通化 通化县 义州 義州 元山 凤城 鳳城 靖宇 长津 長津 高原 高城 平山 平原 中江 新坡 龙城 安州 定州
    广坪 廣坪 铁原 鐵原 平安 德川 顺川 順川 博川 云山 雲山 金川 新兴 新興 洪原 利原 端川 城川 宣川
    남양 무산 위원 삼수 초산 자성 경원 장백 안도 화룡 중강 신도 새별 은덕 대안 용천 룡천 고성 청진 남포 철원
    통화 집안 백산 임강 봉성 관전 환인 화전 반석 길주 단천 류하 휘남
    Nanping Donggang Sanhe Longjing Changbai Baishan Tonghua Namyang Linjiang Ji'an Jian Antu Helong
    Tumen Musan Samsu Sindo Yongchon Ryongchon Chosan Usi Musong Jasong Liuhe Huinan Panshi Xinxing
    Kosong Anju Jongju Sonchon Kusong Namyong
    """.split()
)
_PLACED_BEFORE = re.compile(
    r"(?<!\w)(?:in|at|near|from|to|out of|fled|escaped|leaving|outside|around|between|towards?|via|through|across|opposite|off|beside|along|above|below|behind|over|into|within|reached|left|entered|visited|"
    r"(?:city|county|town|village|port|province|people|residents?|north|south|east|west|km|kilomet(?:er|re)s|miles|outskirts|streets|cent(?:er|re)|border|banks?|mayor) of)(?: the| downtown| central)? $",
    re.IGNORECASE,
)
_BEATEN_BEFORE = re.compile(
    r"(?<!\w)(?:wins?|won|victory|victories|triumph|defeat|lead|advantage|success|(?:loss|losses|lost|defeats?|draws?|match|game) (?:to|at)) (?:over |against |with )?(?:the )?$"
)
_PLACED_BEFORE_ZH = re.compile(
    r"(?:在|到|从|從|往|至|于|於|赴|抵达|抵達|来自|來自|位于|位於|前往|登上|攀登|途经|離開|离开|由|经|經)$"
)
_PLACED_AFTER_ZH = re.compile(
    r"^(?:市(?!场)|县|縣|口岸|海关|海關|警方|公安|边境|邊境|边防|邊防|当地|當地|居民|境内|境內|对岸|對岸|一带|一帶|附近|江段|河段|上游|下游|大桥|断桥|机场|機場|火车站|高铁|港(?!式)|开发区|消防|政府|(?:\d+|[一两兩二三四五六七八九十数數多])[名位个個人])"
)
_PLACED_AFTER_KO = re.compile(
    r"^(?:(?:과|와|이나|나|및) ?[가-힣]{2,5}(?:에서|에는|으로|로|까지|시|군| ?지역| ?일대| ?주민)(?= |$)|시|군|에서|에는|에도|에선|에 |으로|로 |까지|부터|시내|시민|지역|일대|인근|주민|세관|행 |발 | (?:지역|일대|인근|부근|주민|세관|상류|하류|국경|당국|현지|시내|방면|건너편|맞은편))"
)
_PLACED_AFTER = re.compile(
    r"^-(?:born|based|bred|raised|educated|trained)(?!\w)|^ (?:residents?|police|guards?|customs|officials?|officers?|port|border|traders?|merchants?|market|prison|villagers?|authorities|women|woman|man|men|smugglers?|sources?)(?!\w)"
)
# Where this border is reported from, and where those who follow it sit: "a Seoul official confirmed".
_DESKS = frozenset({"kr.seoul", "jp.tokyo", "us.washington", "us.new-york", "ch.geneva"})
_SPEAKERS = r"(?:officials?|ministry|government|authorities|intelligence|daily|newspaper|website|broadcaster|radio|station|agency|activists?|analysts?|researchers?|experts?|group|think tank|lawmakers?|spokes\w+)"
_WHO_SPEAKS_AFTER = re.compile(
    rf"^(?:-based)? (?:\w+ )?{_SPEAKERS}(?!\w)|^(?: 소식통|의 (?:한 )?(?:소식통|당국자|단체|활동가))"
)
_WHO_SPEAKS_BEFORE = re.compile(rf"(?<!\w){_SPEAKERS} (?:based )?in $")
_DATELINE_AFTER = re.compile(
    r"^(?:, [A-Z][\w.]+(?: \d{1,2})?| \(|\s?(?:--|[—–=])|\d{1,2}月\d{1,2}日|\d{1,2}日[电電讯訊]|[电電讯訊])"
)


def strangers(
    text: str, mentions: Sequence[Mention], start: int, end: int, gazetteer: Gazetteer, refused: frozenset[int],
    cues: int = ANY,
) -> frozenset[int]:  # fmt: skip
    """Find the mentions that only sound like ours, in a report from elsewhere.

    Parameters
    ----------
    text : str
        The whole text.
    mentions : sequence of Mention
        What was found between `start` and `end`.
    start, end : int
        The stretch, as character offsets.
    gazetteer : Gazetteer
        Where their candidates are.
    refused : frozenset of int
        Indexes of the mentions that name no place anyway.
    cues : int
        The patterns that the words of the text allow.

    Returns
    -------
    frozenset of int
        Indexes of the mentions to refuse.
    """
    sports = is_of_sport(text, cues)
    if not sports and _is_of_this_border(text):  # as nearly all are that come here
        return frozenset()
    ours: set[int] = set()
    shared: set[int] = set()
    away: set[str] = set()
    for index, mention in enumerate(mentions):
        near = {fact(gazetteer, _is_ours, place) for place, _ in mention.candidates}
        if near == _ALL:
            ours.add(index)
        elif True in near:
            shared.add(index)
        elif any(map(_is_away, stated(mention, gazetteer))) and not _is_a_desk(text, mention):
            away |= {gazetteer[place].country for place, _ in mention.candidates}
    ours, shared = ours - refused, shared - refused
    if not (ours or shared):
        return frozenset()
    ours = {i for i in ours if not all(_is_inland_water(gazetteer[place]) for place, _ in mentions[i].candidates)}
    if sports:
        return frozenset(
            i for i in ours if not _is_placed(text, mentions[i], start, end) or _is_beaten(text, mentions[i])
        )
    if not (away or names_far_units(_without(mentions, ours, text, start, end)) or is_of_a_genre(text, cues)):
        return frozenset()
    certain = (i for i in ours if _has_no_namesake(mentions[i], gazetteer))
    if any(_is_placed(text, mentions[i], start, end) for i in certain):
        return frozenset()
    # A namesake that the gazetteer has is left to `matching` where the report names other places of its country.
    return frozenset(ours | {i for i in shared if away.isdisjoint(_countries_elsewhere(mentions[i], gazetteer))})


def _is_a_desk(text: str, mention: Mention) -> bool:
    """Tell whether a city only says who speaks of this border: "a Seoul official confirmed", "activists in Tokyo"."""
    if _DESKS.isdisjoint(i for i, _ in mention.candidates):
        return False
    before, after = text[max(0, mention.start - _REACH) : mention.start], text[mention.end : mention.end + _REACH]
    return _WHO_SPEAKS_AFTER.match(after) is not None or _WHO_SPEAKS_BEFORE.search(before) is not None


def _is_of_this_border(text: str) -> bool:
    """Tell whether a report says, outside short quotations, a word that reports of this border can hardly do without."""
    word = _THEME.search(text)
    if word is not None:  # nearly always, and early: then the rest need not be read
        told = unquoted(text[: word.end() + 2 * _OF_A_QUOTATION])
        word = _THEME.search(told)
        if word is not None and word.end() < len(told) - _OF_A_QUOTATION:
            return True
    return _THEME.search(unquoted(text)) is not None


def _is_beaten(text: str, mention: Mention) -> bool:
    """Tell "a 3-2 win over Rimyongsu", a club's name, from what lies over a river."""
    return _BEATEN_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start]) is not None


def _without(mentions: Sequence[Mention], ours: set[int], text: str, start: int, end: int) -> str:
    """Take our names out of a text: 龙岩浦 is ours, and no 龙岩 of Fujian."""
    for mention in [mentions[i] for i in ours]:
        text = text[: mention.start] + "\u3000" * (mention.end - mention.start) + text[mention.end :]
    return text[start:end]


def _countries_elsewhere(mention: Mention, gazetteer: Gazetteer) -> set[str]:
    return {gazetteer[place].country for place, _ in mention.candidates if not _is_ours(gazetteer[place])}


def _has_no_namesake(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is that of a town or a river of this border alone, as far as anybody knows: 丹东, Hyesan."""
    if mention.name in _SHARED:
        return False
    return any(
        gazetteer[i].kind in _KNOWN_BY_NAME
        and not name.needs
        and (not mention.type_kinds or gazetteer[i].kind in mention.type_kinds)
        for i, name in mention.candidates
    )


def _is_ours(place: Place) -> bool:
    """Tell whether a place is one of this border: in the DPRK, or in China or Russia near the line."""
    if place.kind in {"country", "region"} or place.id in _UNITS_OF_NEIGHBOURS or place.country == "KR":
        return False
    return "KP" in place.country.split("/") or lies_within(place, _OURS_KM)


def _is_inland_water(place: Place) -> bool:
    """Tell whether a river, a lake or a mountain lies deep in the North: 임진강, 장진호 are no names of this border."""
    return place.kind in _NAMED_BY_TYPE and place.border_km is not None and place.border_km > _BORDER_KM


def _is_away(place: Place) -> bool:
    if place.kind in {"country", "region"}:
        return place.kind == "country" and place.country not in {"KP", *_NEIGHBOURS}
    return not place.id.startswith(_NORTHEAST)


def _is_placed(text: str, mention: Mention, start: int, end: int) -> bool:
    """Tell whether a mention stands as only a place's name does: a type word, "in", 에서, 在, a dateline."""
    says_type = bool(mention.type_kinds) and (
        mention.name.isascii() or not _NAMED_BY_TYPE.issuperset(mention.type_kinds)
    )
    if mention.is_locative or says_type:
        return True
    before = text[max(start, mention.start - _REACH) : mention.start].replace("\n", " ")
    after = text[mention.end : min(end, mention.end + _REACH)]
    if mention.start - start <= _OPENING and _DATELINE_AFTER.match(after):
        return True
    first = mention.name[:1]
    if is_hangul(first):
        return _PLACED_AFTER_KO.match(after) is not None
    if is_hanzi(first):
        return bool(_PLACED_BEFORE_ZH.search(before) or _PLACED_AFTER_ZH.match(after))
    return bool(_PLACED_BEFORE.search(before) or _PLACED_AFTER.match(after))
