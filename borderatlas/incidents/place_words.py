"""What the words beside a place's name say of it: that something was there, or only whose words these are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import BORDER_RIVERS, is_border_place
from borderatlas.incidents.cues import clearest_of, scores_of
from borderatlas.incidents.standing import is_item, tells_of_a_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.models import Placement, Report

_IN_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|around|off|on|inside|within|through|beside|between|(?:city|county|town|village|port|district|township|outskirts|north|south|east|west"
    r"|part|parts|area|side|banks?|edge|cent(?:er|re)|streets?|suburbs?|people|residents?|villagers?|upstream|downstream|island|province|mouth) of)|['’]s)"
    r" (?:the )?(?:\w+ )?$"
    r"|(?<![现現正存所实實自潜潛好外内內旨意志])(?:在|于|於|位于|位於)(?:对岸的?|對岸的?|邻近的?|鄰近的?|附近的?|上游的?|下游的?)?(?:中国|中國|朝鲜|朝鮮|北韩|北韓)?$",
    re.IGNORECASE,
)
_IN_PLACE_AFTER = re.compile(
    r" (?:was|were|has been|have been) |(?:시|군|구|현|동|리|진|역)?(?:에서|에|의|서| 인근| 부근| 외곽|까지 (?:\S+ )?(?:내려[왔갔오]|번[졌지]|퍼[졌지]|확대|확산|미[쳤치]|이어|넓[혔어])|(?:[-–·][가-힣]{2,4})? ?(?:다리|대교|철교|우의교|세관|해관|통상구|교두|국경다리)(?:[를을] (?:통해|건너|지나)|에서|로|으로| 앞| 위))|(?:市|县|縣|镇|鎮|区|區)?(?:境内|境內|附近|一带|一帶|的|一名|一位|有|发生|發生)"
)
_ACTING_AFTER = re.compile(
    r"(?: (?:city|county|town))?(?:['’]s)? (?:police|customs|prosecutors|coast guard|border guards|border police|security (?:agents|officers)|firefighters|public security)\b"
    r"(?! (?:said|say|told|announced|reported|confirmed|chief|station|officials?))"
)
"""The police of a place act there."""
_AWAY = re.compile(
    r"\b(?:(?<!over )(?<!across )(?<!road )(?<!highway )(?<!track )from|(?<!bridge )(?<!road )(?<!railway )(?<!line )(?<!crossing )to|towards|into|opposite|facing|faces|across from|than|for|once called) (?:the )?(?:\w+ )?$"
    r"|\bfrom the (?:\w+ ){1,2}of $"
    r"|, (?:just |further |farther )?(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west|upstream|downstream|upriver|downriver|inland|across the (?:river|border)) (?:of|from) (?:the )?$"
    r"|, (?:all |both |each )?(?:an? |the )?(?:\d+-year-old |\w+ )?(?:farmer|peasant|worker|labou?rer|resident|native|villager|citizen|trader|merchant|fisherm[ae]n|driver|teacher|student"
    r"|broker|smuggler|herder|miner|shopkeeper|soldier|pastor|housewife|defector|escapee)s? (?:(?:at|of|from|in|with|for) (?:[\w’'-]+ ){1,4})?(?:of|from|in|at) (?:the )?(?:\w+ of )?$"
    r"|, an? (?:[\w-]+ ){1,3}(?:at|with|for|of) (?:an?|the) (?:[\w’'-]+ ){1,4}in $"
    r"|\b(?:told|said|reported|spoke)(?! that\b)(?: [\w’']+){0,4} (?:in|at) $"
    r"|\b(?:interviewed|met|reached|contacted|speaking)(?: [\w’']+){0,3} (?:in|at) $"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)\b[^.;]{0,24} (?:of|from) $|\bvia $"
    r"|(?:来自|來自|经由|經由|途经|途經|取道|绕道|繞道|曾在|曾于|[前驶駛逃运運发發拉送销銷开開通飞飛转轉带帶迁遷搬押]往|[卖賣送]给|[卖賣运運]到"
    r"|赶赴|奔赴|返回|回到|[从從](?!事)|(?<![各独獨亲親私擅来來])自)(?:对岸的?|對岸的?)?(?:中国|朝鲜|中國|朝鮮|北韓|北韩)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!over )(?<!across )\bfrom (?:the )?(?:\w+ )?$", re.IGNORECASE)
_AWAY_AFTER = re.compile(
    r" (?:said|says|told|added|reported|confirmed|explained|claimed)\b|"
    r"(?:특별시|광역시|시|군|현|진)?(?:(?:을|를) (?:거쳐|경유|통해|떠나|출발)| ?출신|(?:(?:과|와|, ?|·|이나|나) ?[가-힣]{2,6}){0,2}에서 (?:[가-힣]{1,3} )?(?:걸어|건너|넘어|내려|올라|도망쳐|도망|팔려|끌려|흘러|이사|시집|피난|옮겨|빠져나|모여|몰려|불려|찾아|뽑혀|파견돼|파견되여)?(?:온|왔다는|나온) |(?:으로|로) (?:향하|가려|가던|떠나|돌아가))|(?:市|县|縣|镇|鎮)?(?:籍|出身|产的|產的)"
)
_BANKS = tuple(
    (
        country,
        re.compile(
            rf"\b(?:{en})(?:['’]s)? (?:side|bank|shore)\b|(?:{ko}) ?(?:쪽|측|편) ?(?:강|기슭|연안|대안)|(?:{zh})(?:一)?(?:侧|側|岸)"
        ),
    )
    for country, en, ko, zh in (
        ("KP", "North Korean?|Korean|DPRK", "북한|북|조선", "朝方|朝鲜|朝鮮|北韩|北韓"),
        ("CN", "Chinese|China", "중국", "中方|中国|中國"),
        ("RU", "Russian|Russia", "러시아", "俄方|俄罗斯|俄羅斯"),
    )
)
# "A resident of X said that guards there …": the place of the source is the one that is spoken of.
_THERE = re.compile(
    r"(?<=[a-z])(?<!\bthat)(?<!\bsaid)(?<!\bsays)(?<!\band)(?<!\bbut)(?<!\bas)(?<!\bwhere)(?<!\bif)(?<!\bbecause)(?<!\bsource)(?<!\bsources)(?<!\bresident)(?<!\bresidents)(?<!\bcontact)(?<!\bcontacts)(?<!\bpartner) there\b"
    r"|\b(?:throughout|across|in) (?:the|his|her|their|this) (?:province|county|city|town|area|region)\b"
    r"|\b(?:in|of|outside|inside|near|through) (?:that|the same) (?:\w+ )?(?:province|county|city|town|area|region|village|port)\b"
    r"|이곳(?:에서|의|에|은|도)|이 (?:지역|고장|일대)|우리 (?:지역|군|도|시)|當地(?!消息|居民)|当地(?!消息|居民)|这里|這裡|那里|那裡",
    re.IGNORECASE,
)
# In Chinese what a source tells is of where it is, when it names no other place and speaks of the town's own things.
_LOCAL_ZH = re.compile(
    r"江[边邊岸]|岸边|岸邊|河边|河邊|(?:郡|市|邑|县|縣|区|區|村|镇|鎮|里|洞|道|农场|農場|矿|礦|厂|廠|校|站|港|城)[里裡內内](?!人)|[，。：:「“]郡(?=[^，。]{1,10}[署所部局委会會厂廠院])|当地|當地|本地|这一带|這一帶|一带|一帶|附近|市场|市場|集市|火车站|火車站"
    r"|哨所|检查站|檢查站|农场|農場|人民班|保卫部|保衛部|保安署|安全部|安全局|安全员|安全員|保安员|保安員|警备队|警備隊|国境警备|國境警備|边防军|邊防軍|山区|山區|山上|街头|街頭|家家户户|家家戶戶|居民|住户|住戶|村民|工厂|工廠|学校|學校|医院|醫院|码头|碼頭|海关|海關|口岸"
)
_WHOSE = re.compile(
    r"\b(?:source|resident|contact|trader|broker|official|witness|partner|informant|villager|activist|woman|man|person|people|reporter|correspondent|defector"
    r"|escapee|businessman|merchant|researcher|local|driver|engineer|farmer|shopkeeper|pastor|missionary|diplomat|consulate|embassy)s?\b(?:(?!\b(?:was|were|had|has|have|is|are|been)\b)[^.;:,\"”]){0,30}"
    r"\b(?:in|from|of|at|near) (?:[\w’'-]+ ){0,3}$|\b(?:lives?|living|based|settled) (?:\w+ )?(?:in|at|near) $"
    r"|\bwho (?:\w+ ){0,2}(?:passes through|pass through|travels? to|visits?|trades? (?:in|with)|works? (?:in|at)|commutes? to|often goes to|goes to|comes from|came from|fled|left) (?:the )?$",
    re.IGNORECASE,
)
_WHOSE_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:city|county|province))?[- ](?:based )?(?:\w+ )?(?:source|resident|official|trader|broker|villager)s?\b"
    r"|.{0,12}(?:소식통|주민|관계자|상인)|.{0,8}(?:消息人士|居民|商人|官员|官員|知情)",
    re.IGNORECASE,
)
# "CHANGBAI -- Convoys rumbled through this county town": the dateline says where it was.
_HERE = re.compile(
    r"\b(?:this) (?:\w+ ){0,2}(?:town|city|village|county|port|outpost|settlement|township)\b|(?<!\bfrom )\bhere\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
_PARAGRAPH_END = re.compile(r"\n")
_HEAD = re.compile(r"[^:\n.]{0,40}(?::|：| [-–—] )")
_BULLET = 6
"""Characters that stand before the first name of an item of a list, at most."""
_HEAD_LEAD = re.compile(r"[\W\d]{0,12}")
_HEAD_END = re.compile(
    r"(?: (?:city|county|town|township|village|port|district))?(?: ?\([^)\n]{1,30}\))?(?:\. (?=[\"“‘'A-Z\d])|: | [-–—]{1,2} (?=[A-Z]))",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"(?:送|抬|转|轉|运|運|接|拉)(?:到|往|至|进|進|入|院)(?:了)?(?:附近的?)?$")
_HOSPITAL = re.compile(r"[市县縣郡区區]?的?(?:一[家间間所])?[^，。]{0,6}(?:医院|醫院|诊所|診所|卫生院|衛生院|急救)")
_BROUGHT_TO_HOSPITAL = re.compile(
    r"(?:시|군|도|구역)?(?: ?(?:인민|중심|도|시|군|종합|적십자))* ?병원(?:으로|에|로) ?(?:옮|실려|후송|이송|긴급|급히|데려)"
)
_BANISHED = re.compile(r"(?:시|군|도)?(?: ?\S{1,6})?(?:으로|로) ?(?:추방|쫓겨|내쫓|유배|강제 ?이주)")
_VERB_AFTER = re.compile(r" (?:(?:have|has|had|were|was|been) )?(?:\w+ly )?([a-z]+)\b")
_SAW = re.compile(
    r"(?:시|군|현|진|향|촌|리|동|구|읍)?(?:의)? ?(?:현지 )?(?:마을 )?(?:주민|촌민|농민|어민|목격자)들(?:은|이|에 따르면|의 말)"
)
"""Villagers, when several of them speak, tell what they saw at home; one resident is a source as others are."""
_SPOKEN_OF = {"source": _THERE, "dateline": _HERE}
_HOME = re.compile(
    r"(?:住在|居住在|家住|身在|身处|身處|定居|旅居|祖籍)(?:邻近的?|鄰近的?|朝鲜|朝鮮|北韩|北韓|中国|中國)?$"
)
_HOME_AFTER = re.compile(
    r"(?:특별시|광역시|시|군|현|진|읍|리|동|구)?(?: ?(?:주변|인근|부근|근처|일대|강변|국경)(?: (?:도시|마을|지역))?)?(?:에|에서) (?:사는|살던|살고 ?있|거주|머무|머물|주재|체류|친척|가족|지인|(?:일했|일하|근무했|근무하|근무한|복무했|복무하|복무한|장사하|장사했|살았|살다|태어|자란|나고 자란|탈북한|탈출한|나온|활동하|활동했|사업하|사업을|사업했|무역을|식당을|가게를|공부하|유학|연수|은신|숨어|숨어 지내|도피)[^.,]{0,24}(?:탈북|소식통|사업가|교민|중개인|목사|선교사|활동가|전문가|관계자|상인|무역상|유학생|조선족|화교|주민|증언자|협조자|취재원)[^.,]{0,8}(?:[은는이가도]|씨는|씨가|에 따르면|에게|의 말) ?)|(?:市|县|縣|镇|鎮)?(?:籍|出身|人氏)"
)


def weight_of(text: str, placement: Placement) -> int:
    """Say how much a mention speaks for its place: "in Musan" (2) more than "Musan" (1), and "from Musan" not at all."""
    before, after = text[max(0, placement.start - 40) : placement.start], text[placement.end :][:8]
    if acts_there(text, placement) and (_IN_PLACE.search(before) or is_somebodys(text, placement)):
        return 2  # "…, taxi drivers in Hunchun left their cars"; "he said officers in Changbai stopped a convoy"
    if (
        before.endswith(("(", "（")) or _AWAY.search(before) or _AWAY_AFTER.match(text, placement.end)
    ):  # a gloss in brackets says nothing new
        return 0
    if (placement.role == "dateline" and after[:1] in {":", "："}) or is_head_of_line(text, placement):
        return 3  # at the head of an item of a list
    return (
        2
        if _IN_PLACE.search(before)
        or _IN_PLACE_AFTER.match(text, placement.end)
        or _ACTING_AFTER.match(text, placement.end)
        else 1
    )


def is_somebodys(text: str, placement: Placement) -> bool:
    """Tell whether a place only says whose words these are: "a resident of Musan", 무산의 소식통."""
    before, after = text[max(0, placement.start - 60) : placement.start], text[placement.end :][:40]
    return _WHOSE.search(before) is not None or _WHOSE_AFTER.match(after) is not None


def is_head_of_line(text: str, placement: Placement) -> bool:
    """Tell whether a place stands at the head of a line, in Latin letters, and a stop after it: "6.8. Hyesan. A captain …"."""
    if placement.role == "dateline" or not placement.text.isascii():
        return False
    lead = text[text.rfind("\n", 0, placement.start) + 1 : placement.start]
    return _HEAD_LEAD.fullmatch(lead) is not None and _HEAD_END.match(text, placement.end) is not None


def acts_there(text: str, placement: Placement) -> bool:
    """Tell whether those of a place, in English, do or suffer something at once: "taxi drivers in Hunchun left their cars"."""
    found = _VERB_AFTER.match(text, placement.end)
    return found is not None and not _AWAY_AFTER.match(text, placement.end) and tells_of_a_deed(found[1])


def is_somebodys_home(text: str, placement: Placement) -> bool:
    """Tell whether a place only says, in Korean or Chinese, where somebody lives: 단둥에 사는 한 교민, 住在普天郡."""
    before, after = text[max(0, placement.start - 10) : placement.start], text[placement.end :][:64]
    return _HOME.search(before) is not None or _HOME_AFTER.match(after) is not None


def is_brought_to(text: str, placement: Placement) -> bool:
    """Tell whether a place only says to what hospital or exile somebody was brought: 送到三池渊的医院, 온성 농촌으로 추방."""
    before, after = text[max(0, placement.start - 10) : placement.start], text[placement.end :][:16]
    chinese = _BROUGHT.search(before) is not None and _HOSPITAL.match(after) is not None
    return chinese or _BROUGHT_TO_HOSPITAL.match(after) is not None or _BANISHED.match(after) is not None


def comes_from(text: str, placement: Placement) -> bool:
    """Tell whether a place only says where somebody came from: "a rescue party from Kanggye"."""
    return _FROM.search(text[max(0, placement.start - 40) : placement.start]) is not None


def bank_said(text: str, placement: Placement) -> str | None:
    """Give the country on whose bank of a river something was, where the words about the mention name one, and only one."""
    if placement.precision != "river_reach" or placement.place_id not in BORDER_RIVERS:
        return None
    about = text[max(0, placement.start - 30) : placement.end + 40]
    said = [country for country, bank in _BANKS if bank.search(about)]
    return said[0] if len(said) == 1 else None


def spoken_of(report: Report, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places of sources and datelines of which the same sentence goes on to speak.

    "A resident of X said guards there …"; "X -- Trucks rolled through this town …".
    """
    return [
        p
        for p in placements
        if p.role in _SPOKEN_OF and is_border_place(p)
        and (
            _SPOKEN_OF[p.role].search(report.text, p.end, _stop(report.text, p.end, p.role))
            or _SAW.match(report.text, p.end)
            or (p.role == "source" and _is_where_it_was(report, p, placements))
        )
    ]  # fmt: skip


def _is_where_it_was(report: Report, source: Placement, placements: Sequence[Placement]) -> bool:
    """Tell whether a Chinese sentence that names a source's place, and no other, speaks of the town's own things."""
    if not (report.language or "").startswith("zh") or source.country != "KP":
        return False
    end = _stop(report.text, source.end, source.role)
    others = (p for p in placements if source.end <= p.start < end and p.kind != "country")
    if source.precision == "province" and any(p.role == "incident" and is_border_place(p) for p in placements):
        return False
    said = report.text[source.end : end]
    return (
        not any(others)
        and _LOCAL_ZH.search(said) is not None
        and (tells_of_a_deed(said) or clearest_of(scores_of(said)) != "other")
    )


def heads_of(report: Report, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places at the heads of the items of a list, "* Musan: a slag heap slid …", which are not datelines."""
    text = report.text
    heads = [
        (p, text[text.rfind("\n", 0, p.start) + 1 : p.start])
        for p in placements
        if p.role == "dateline" and is_border_place(p) and _HEAD.match(text, p.end)
    ]
    several = sum(len(lead) <= _BULLET for _, lead in heads) > 1
    return [p for p, lead in heads if (several and len(lead) <= _BULLET) or is_item(f"{lead}x")]


def _stop(text: str, start: int, role: str) -> int:
    """Give the end of a sentence, or of the paragraph that a dateline opens."""
    found = (_PARAGRAPH_END if role == "dateline" else _SENTENCE_END).search(text, start)
    return found.start() if found else len(text)
