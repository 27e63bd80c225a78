"""What is scenery and what is news: background told from incidents, and where things were bound for.

Agencies tell what happened first and what it is like there last, so a place deep in a text is background unless something
speaks against it: a day, an event, an incident told of it further up. Each piece of evidence has a weight, in log-odds, that
is written down once (`WEIGHTS`): a logistic regression over some 1,700 annotated places gave them, rounded; ten-fold, split by
report, it was right in 81 of 100 on the texts that were new to the other rules. What leaves no doubt decides by itself: "X lies", "as in X", "a similar case in X".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import Cued
from borderatlas.gazetteer.hindsight import (
    HEARSAY,
    LIVES,
    LOOKING_BACK,
    MAY_BE,
    NEGATED,
    NOW,
    SAID_OF,
    is_measured_from,
    is_no_locus,
    latest_year,
)

if TYPE_CHECKING:
    from borderatlas.gazetteer.context import Surroundings
    from borderatlas.models import Place

WEIGHTS: dict[str, float] = {
    "prior": -2.1,
    "depth": 2.3,       # times the share of the report that stands before the mention
    "end": 1.3,         # times the depth beyond 0.6
    "happening": -0.5,  # the sentence tells of an event
    "day": -0.7,        # … or names a day
    "known": -0.3,      # an incident was there, or in it, further up
    "listed": -0.8,     # one of a list of places
    "chained": -0.8,    # the unit that only says where another place lies
    "past": 1.0,        # last year, in 2014, formerly
    "older": 1.0,       # a year before the latest that the report names
    "older-above": 0.6, # … further up in the paragraph, and no day since
    "old": 0.3,         # history, back then, years ago
    "origin": 0.8,      # from X: where persons or goods come from
    "way": 0.1,         # to X, via X
    "compared": 0.3,    # also, too, elsewhere
    "measured": 0.3,    # south of X, unlike X
    "quoted": 0.6,      # within a quotation
    "negated": 0.8,     # not, never, no
    "hearsay": 0.6,     # rumours, what media report
    "lives": 0.5,       # families, home towns
    "no-locus": 0.9,    # a Korean particle by which nothing happens there
    "last": 0.8,        # in the last paragraph
    "wide": 0.4,        # a province, a mountain
    "fine": -0.2,       # a village, a county, a river, a crossing
    "habit": 0.8,       # every year, usually, similar cases
    "like": 1.0,        # than in X, as in X
    "lies": 0.8,        # X lies, X faces
    "may-be": 0.5,      # would, plans, is expected, if
    "said-of": 0.8,     # within a clause that says more of something: "which …", "where …"
    "locator": 1.0,     # across the Yalu,
    "bare": -0.2,        # no preposition before it
    "opens": -0.2,      # opens its sentence
    "long": -0.5,       # a long sentence
    "town": 0.3,
    "passage": -0.9,    # a bridge, a customs post
    "unlisted": 0.6,    # a village that is not in the gazetteer
    "far": 1.3,         # more than 60 km from the border
}  # fmt: skip
_THRESHOLD = -0.15
_EARLY_THRESHOLD = 0.15  # for what stands in the first third, which is news but for 4 of 100 places
_EARLY = 0.3
_END = 0.6
_FAR_KM = 60.0
_WIDE = frozenset({"province", "prefecture", "mountain"})
_FINE = frozenset({"river", "settlement", "district", "county", "bridge", "crossing"})
_PASSAGES = frozenset({"bridge", "crossing", "tributary", "reservoir"})

# Something happens: the words by which a sentence tells an event.
_HAPPENING = Cued(
    r"arrest|detain|custody|shot|shoot|fired|opened fire|gunfire|kill|dead|died|death|execut|cross(?:ed|ing)|fle[ed]|escap|defect(?!or)|"
    r"smuggl|seiz|confiscat|repatriat|deport|sent back|returned|flood|swept|wash|collaps|install|erect|put up|attach|built|"
    r"clos(?:ed|ure)|seal|lock(?:ed )?down|block|bann|order|deploy|raid|inspect|crackdown|cracked down|caught|attack|"
    r"explo|injur|wound|missing|drown|trial|sentenc|beat|assault|stole|rob|extort|brib|quarantin|infect|outbreak|evacuat|"
    r"reopen|opened|rose|resum|suspend|halt|tighten|reinforc|replac|photograph|film|held|fell|fallen|burn|crash|torn|damag|destroy|rescu|"
    r"체포|구속|총격|총에|사살|사망|숨지|숨졌|처형|월경|도강|탈북|탈출|밀수|압수|북송|송환|홍수|침수|설치|폐쇄|봉쇄|단속|붙잡|"
    r"잡혔|공격|폭발|부상|실종|재판|격리|감염|대피|재개|중단|강화|교체|적발|무너|떠내려|지시|투입|차단|넘어|건너|"
    r"被捕|逮捕|抓获|拘留|开枪|槍|击毙|死亡|遇难|处决|越境|脱北|走私|查获|没收|遣返|洪水|暴雨|冲毁|安装|封锁|关闭|检查|"
    r"打击|攻击|爆炸|受伤|失踪|隔离|感染|疫情|转移|恢复|暂停|加强|部署|渡江|过江|逃|涉|設|封|停|淹|塌|升至|通车",
)
_DAY = Cued(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d|"
    r"\d ?일|\d ?日|지난달|이달|최근|지난주|上月|本月|上周|近日|日前|昨日"
)
_PAST = Cued(
    r"last (?:year|autumn|spring|summer|winter)|years? (?:ago|earlier|before)|(?<!\w)(?:in|since|until|by|from) (?:early |late |mid-?)?(?:19|20)\d\d(?!\w)|"
    r"previously|earlier this year|used to|(?<!\w)once |the old |지난해|작년|재작년|앞서|과거|예전|옛|당시|(?:19|20)\d\d년|"
    r"去年|前年|此前|曾|早前|以前|原|(?:19|20)\d\d年|过去|過去",
    re.IGNORECASE,
)
_FROM_BEFORE = Cued(r"(?<!\w)from (?:the )?$|(?:来自|來自|从|從|由)[^，。]{0,6}$", re.IGNORECASE)
_FROM_AFTER = re.compile(
    r"^(?:시|군|도)?(?:에서 (?:[가-힣]{1,4} ?)?(?:온|오는|오던|나온|들어온|넘어온|내려온|올라온)(?!라인)|출신|행 )|^(?:籍|出身|来的|來的)"
)
_WAY_BEFORE = re.compile(
    r"(?<!\w)(?:via|through|by way of|to|towards?) (?:the )?$|(?:往|到|赴|至|经|經|途经)$", re.IGNORECASE
)
_WAY_ENDS = ("via ", "through ", "of ", "to ", "toward ", "towards ", "the ", "往", "到", "赴", "至", "经", "經")
_WAY_LENGTH = 8
_WAY_AFTER = re.compile(r"^(?:으로|로 |로는|을 거쳐|를 거쳐|까지|방면|방향|方向|往|至|到)")
_COMPARED_WITH = Cued(
    r"(?<!\w)(?:also|too|as well|same|similar|elsewhere|other end|by contrast|for comparison|meanwhile|compared)(?!\w)|도 |역시|한편|마찬가지|"
    r"也|亦|同样|同樣|另|则|則|至於|至于|同時|同时",
    re.IGNORECASE,
)
_QUOTES = frozenset('“"「')
_OPEN_QUOTE = re.compile(r"[“\"「][^”\"」]*$")

# What says what a place is like, or usual, or like another.
_HABIT = Cued(
    r"(?<!\w)(?:(?:in|every) \w+ (?:each|every) year|each year|every year|used to|ha(?:s|ve) long been|historically|traditionally|"
    r"in the past|years ago|in the (?:19|20)\d0s|was born|is home to|(?:similar|previous|earlier|comparable) (?:case|incident|crackdown|event|episode)s?|"
    r"for comparison|usual way|usually|as a rule)(?!\w)|매년|해마다|예전|과거에는|비슷한 (?:사건|사례|일)|유사한 (?:사건|사례)|역대|历来|歷來|每年|以往|(?:类似|類似|同类|同類)的?(?:事件|案件|案)",
    re.IGNORECASE,
)
_HABIT_SIGNS = (
    "year", "used to", "long been", "ally,", "ally ", "past", "0s", "born", "home to", "imilar", "usual", "rule", "revious", "arlier", "ompar",
    "매년", "해마다", "예전", "과거", "비슷한", "유사한", "역대", "历来", "歷來", "每年", "以往", "类", "類",
)  # fmt: skip
_COMPARED = re.compile(
    r"(?<!\w)(?:than|like|unlike|as) (?:in|at|near|that of|those (?:in|at|of)) (?:the )?$|(?<!\w)(?:which|that|it|and) (?:faces|looks? (?:across|over) [\w ]{0,24}at),? (?:the )?$|"
    r"(?:named|called) after (?:the )?$"
)
_PREPOSED = re.compile(
    r"(?<!\w)(?:in|at|near|on|from|to|of|between|across|opposite|along|outside|around|into|through|via|by|over|towards?|inside|within|off|above|"
    r"below|behind|beyond|and|or|reach(?:ed|ing)|left|enter(?:ed|ing)?) (?:the |a \w+ in )?(?:[\w'-]+ (?:of|city|county) )?$",
    re.IGNORECASE,
)
_ACROSS = re.compile(r"(?:across|over|beyond|along|beside|on the banks? of|faces?|overlook(?:s|ing)) the (?:\w+ )?$")
_APART = re.compile(r"^(?: River| river)?(?:,| from (?!.{0,40}(?:on|last) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))| at )")
_OPENS = re.compile(r"^\W*(?:(?:In|At|Near|On|From|Around|Along|Outside) (?:the )?(?:\w+ (?:of|city) )?)?$")
_LONG = 135  # letters of a sentence
_LONG_EAST = 55
_COMPARED_ENDS = ("in ", "at ", "near ", "of ", "the ", "faces ", "faces, ", "at, ", "after ")
_COMPARED_SIGNS = ("than ", "like ", "as ", "faces", "look", "med after ", "led after ")
_LIES = Cued(
    r"^,? (?:which )?(?:is located|is situated|lies|borders|faces|is home to|is known (?:for|as)|is (?:the (?:capital|seat|largest|only|main|usual)|where))(?!\w)|"
    r"^, the (?:capital|seat|largest \w+) of [^,.]{2,40}, (?:lies|is|has|sits)(?!\w)|"
    r"^(?:은|는)[^.]{0,40}(?:소재지|마주하고|마주 보고|접하고|접해|위치)|"
    r"^(?:位于|与[^，。]{0,16}隔江|隔[^，。]{0,8}相望|是[^，。]{0,14}(?:首府|所在地|城市|县城|門戶|门户))"
)

_BOUND_BEFORE = Cued(
    r"(?<!\w)(?:on (?:the|their|his|her) way (?:back )?to|bound for|destined for|en route to|head(?:ed|ing) (?:for|to|toward)|shipped to|"
    r"(?:sent|forwarded|handed|passed) (?:on|back|home|onward) to|(?:be|been|being|was|were) (?:later |then |to be )?(?:sent|transferred|repatriated|deported|banished|"
    r"exiled|extradited|expelled|relocated) (?:back )?(?:to|into)|(?:onward )?delivery to|leave to|intended for|meant for|for sale in|to be sold in|"
    r"(?:repatriation|deportation|transfer|shipment|exports?) to) (?:the |a \w+ in )?$|(?:前往|运往|運往|驶往|駛往|开往|開往|销往|銷往|送往|押往|押送至|押送到|遣返至|遣送至|"
    r"遣返到|遣送到|发往|發往|去往|飞往|转运至|轉運至|运至|運至|运到|運到|运送到)$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"^(?:시|군|도|읍|구)?(?:으로|로|에)\s*(?:가려|가던|향하|향해|떠날|보내|추방|쫓겨|쫓아|압송|이송|호송|북송|송환|강제 ?송환|옮겨(?! ?온| ?왔)|옮기|실어|팔려|팔아|넘기려|운반|끌려|후송|수송|수출)"
)
_TO = ("to ", "for ", "the ", "in ", "往", "至", "到")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in its report a mention stands.

    Attributes
    ----------
    depth : float
        Share of the report's own text that stands before it, 0 to 1; what a page carries beside its report not counted.
    is_aside : bool
        True in what a page carries beside its report: related stories, tags, lists.
    is_known : bool
        True when an incident was at the place, or within it, further up.
    is_listed : bool
        True for one of a list of places.
    is_chained : bool
        True for a unit that only says where the place before it lies.
    latest_year, year_above : int
        The latest year that the report names, and the latest that its paragraph names further up; 0 for none.
    is_last : bool
        True in the last paragraph.
    """

    depth: float = 0.0
    is_aside: bool = False
    is_known: bool = False
    is_listed: bool = False
    is_chained: bool = False
    latest_year: int = 0
    year_above: int = 0
    is_last: bool = False


def is_destination(around: Surroundings) -> bool:
    """Tell whether goods or people were bound for a place: "headed for", "repatriated to", 로 압송, 运往."""
    if around.before.endswith(_TO) and _BOUND_BEFORE.search(around.before, around.cues):
        return True
    return not around.after[:1].isascii() and _BOUND_AFTER.match(around.after) is not None


def is_background(around: Surroundings, place: Place | None, standing: Standing) -> bool:
    """Tell what a place is like, or was, from what happened there."""
    if standing.is_aside:
        return True
    limit = _EARLY_THRESHOLD if standing.depth < _EARLY else _THRESHOLD
    return _log_odds(around, around.before + around.after, place, standing) > limit


def _is_compared(before: str) -> bool:
    """Read "as in", "named after"; the ends of the pattern, and a word of each branch, are looked for first."""
    if not before.endswith(_COMPARED_ENDS) or not any(sign in before for sign in _COMPARED_SIGNS):
        return False
    return _COMPARED.search(before) is not None


def _is_way(before: str) -> bool:
    """Read "to", "via", 到; the ends of the pattern are looked for first."""
    return before[-_WAY_LENGTH:].lower().endswith(_WAY_ENDS) and _WAY_BEFORE.search(before) is not None


def _log_odds(around: Surroundings, words: str, place: Place | None, standing: Standing) -> float:
    holds = evidence(around, words, place, standing)
    weight = WEIGHTS["prior"] + WEIGHTS["depth"] * standing.depth + WEIGHTS["end"] * max(0.0, standing.depth - _END)
    return weight + sum(WEIGHTS[key] for key, value in holds.items() if value)


def evidence(around: Surroundings, words: str, place: Place | None, standing: Standing) -> dict[str, bool]:
    """Gather what speaks for and against background: keys of `WEIGHTS`."""
    before, after, cues = around.before, around.after, around.cues
    kind = "settlement" if place is None else place.kind
    year = latest_year(words)
    is_older = 0 < year < standing.latest_year
    was_older = not year and 0 < standing.year_above < standing.latest_year and NOW.search(words, cues) is None
    return {
        "happening": _HAPPENING.search(words.lower(), cues) is not None,
        "day": _DAY.search(words, cues) is not None,
        "known": standing.is_known,
        "listed": standing.is_listed,
        "chained": standing.is_chained,
        "past": _PAST.search(words, cues) is not None,
        "older": is_older,
        "older-above": was_older,
        "old": LOOKING_BACK.search(words, cues) is not None,
        "habit": any(sign in words for sign in _HABIT_SIGNS) and _HABIT.search(words, cues) is not None,
        "like": _is_compared(before),
        "lies": _LIES.match(after, cues) is not None,
        "measured": is_measured_from(before, after, cues),
        "negated": NEGATED.search(words) is not None,
        "hearsay": HEARSAY.search(words, cues) is not None,
        "lives": LIVES.search(words, cues) is not None,
        "may-be": MAY_BE.search(words, cues) is not None,
        "said-of": SAID_OF.search(before) is not None,
        "locator": place is not None and place.kind == "river" and _is_locator(before, after),
        "no-locus": is_no_locus(after),
        "bare": _is_bare(before),
        "opens": _OPENS.match(before) is not None,
        "long": len(words) - words.count(" ") > (_LONG if words.isascii() else _LONG_EAST),
        "last": standing.is_last,
        "origin": bool(_FROM_BEFORE.search(before, cues) or _FROM_AFTER.match(after)),
        "way": bool(_is_way(before) or _WAY_AFTER.match(after)),
        "compared": _COMPARED_WITH.search(words, cues) is not None,
        "quoted": not _QUOTES.isdisjoint(before) and _OPEN_QUOTE.search(before) is not None,
        "wide": kind in _WIDE,
        "town": kind == "city",
        "fine": kind in _FINE,
        "passage": kind in _PASSAGES,
        "unlisted": place is None,
        "far": place is not None and place.border_km is not None and place.border_km > _FAR_KM,
    }


def _is_bare(before: str) -> bool:
    """Tell whether no preposition stands before a place in English: it is a subject, an object, or in a list."""
    return before.isascii() and bool(before.strip()) and _PREPOSED.search(before) is None


def _is_locator(before: str, after: str) -> bool:
    """Tell whether a river only says where something lies: "Changbai, across the Yalu, …"."""
    return _ACROSS.search(before) is not None and _APART.match(after) is not None
