"""What is scenery and what is news: background told from incidents, and where things were bound for.

Agencies tell what happened first and what it is like there last, so a place deep in a text is background unless something
speaks against it: a day, an event, an incident told of it further up. Each piece of evidence has a weight, in log-odds, that
is written down once (`WEIGHTS`): a logistic regression over some 1,700 annotated places gave them, rounded; ten-fold, split by
report, it was right in 81 of 100 on the texts that were new to the other rules. What leaves no doubt decides by itself: "X lies", "as in X", "a similar case in X".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import AnyOf, Cued
from borderatlas.gazetteer.hindsight import (
    GONE,
    HEARSAY,
    LIVES,
    LOOKING_BACK,
    MAY_BE,
    MEASURED_BY,
    MEASURED_FROM,
    NEGATED,
    NO_LOCUS,
    NOW,
    SAID_OF,
    is_measured_from,
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
_FROM_AFTER = Cued(
    r"^(?:시|군|도)?(?:에서 (?:[가-힣]{1,4} ?)?(?:온|오는|오던|나온|들어온|넘어온|내려온|올라온)(?!라인)|출신|행 )|^(?:籍|出身|来的|來的)"
)
_WAY_BEFORE = Cued(
    r"(?<!\w)(?:via|through|by way of|to|towards?) (?:the )?$|(?:往|到|赴|至|经|經|途经)$", re.IGNORECASE
)
_WAY_ENDS = ("via ", "through ", "of ", "to ", "toward ", "towards ", "the ", "往", "到", "赴", "至", "经", "經")
_WAY_LENGTH = 8
_WAY_AFTER = Cued(r"^(?:으로|로 |로는|을 거쳐|를 거쳐|까지|방면|방향|方向|往|至|到)")
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
_COMPARED = Cued(
    r"(?<!\w)(?:than|like|unlike|as) (?:in|at|near|that of|those (?:in|at|of)) (?:the )?$|(?<!\w)(?:which|that|it|and) (?:faces|looks? (?:across|over) [\w ]{0,24}at),? (?:the )?$|"
    r"(?:named|called) after (?:the )?$"
)
_PREPOSED = Cued(
    r"(?<!\w)(?:in|at|near|on|from|to|of|between|across|opposite|along|outside|around|into|through|via|by|over|towards?|inside|within|off|above|"
    r"below|behind|beyond|and|or|reach(?:ed|ing)|left|enter(?:ed|ing)?) (?:the |a \w+ in )?(?:[\w'-]+ (?:of|city|county) )?$",
    re.IGNORECASE,
)
_ACROSS = re.compile(r"(?:across|over|beyond|along|beside|on the banks? of|faces?|overlook(?:s|ing)) the (?:\w+ )?$")
_APART = re.compile(r"^(?: River| river)?(?:,| from (?!.{0,40}(?:on|last) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))| at )")
_OPENS = Cued(r"^\W*(?:(?:In|At|Near|On|From|Around|Along|Outside) (?:the )?(?:\w+ (?:of|city) )?)?$")
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
_BOUND_AFTER = Cued(
    r"^(?:시|군|도|읍|구)?(?:으로|로|에)\s*(?:가려|가던|향하|향해|떠날|보내|추방|쫓겨|쫓아|압송|이송|호송|북송|송환|강제 ?송환|옮겨(?! ?온| ?왔)|옮기|실어|팔려|팔아|넘기려|운반|끌려|후송|수송|수출)"
)
_TO = ("to ", "for ", "the ", "in ", "往", "至", "到")


@dataclass(slots=True)
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
    before, after, cues = around.before, around.after, around.cues
    if cues & _BOUND_BEFORE.bit and before.endswith(_TO) and _BOUND_BEFORE.search(before):
        return True
    return cues & _BOUND_AFTER.bit != 0 and not after[:1].isascii() and _BOUND_AFTER.match(after) is not None


def is_background(around: Surroundings, place: Place | None, standing: Standing) -> bool:
    """Tell what a place is like, or was, from what happened there."""
    if standing.is_aside:
        return True
    limit = _EARLY_THRESHOLD if standing.depth < _EARLY else _THRESHOLD
    return _outweighs(around, around.before + around.after, place, standing, limit)


def _is_compared(before: str) -> bool:
    """Read "as in", "named after"; the ends of the pattern, and a word of each branch, are looked for first."""
    if not before.endswith(_COMPARED_ENDS) or not any(sign in before for sign in _COMPARED_SIGNS):
        return False
    return _COMPARED.search(before) is not None


def _is_way(before: str) -> bool:
    """Read "to", "via", 到; the ends of the pattern are looked for first."""
    return before[-_WAY_LENGTH:].lower().endswith(_WAY_ENDS) and _WAY_BEFORE.search(before) is not None


def _outweighs(around: Surroundings, words: str, place: Place | None, standing: Standing, limit: float) -> bool:
    """Tell whether there is more for background than a limit; what can no longer change that is not looked for."""
    told = WEIGHTS["prior"] + WEIGHTS["depth"] * standing.depth + WEIGHTS["end"] * max(0.0, standing.depth - _END)
    found, weight = set[str](), told
    for key, own, holds, most, least in _plan(around.cues & _SAYING.bits):
        if weight + most < limit - _ROUNDING or weight + least > limit + _ROUNDING:
            return weight + most > limit
        if holds(around, words, place, standing):
            found.add(key)
            weight += own
    return told + sum([WEIGHTS[key] for key in _EVIDENCE if key in found]) > limit


def evidence(around: Surroundings, words: str, place: Place | None, standing: Standing) -> dict[str, bool]:
    """Gather what speaks for and against background: keys of `WEIGHTS`."""
    return {key: bool(holds(around, words, place, standing)) for key, (_, holds) in _EVIDENCE.items()}


_Holds = Callable[["Surroundings", str, "Place | None", Standing], object]


def _of_words(pattern: Cued) -> tuple[tuple[Cued, ...], _Holds]:
    """Give the evidence that a pattern matches in the words about a mention."""
    return (pattern,), lambda around, words, _place, _standing: pattern.search(words, around.cues)


def _happening(around: Surroundings, words: str, *_: object) -> object:
    return _HAPPENING.search(words.lower(), around.cues)


def _older(around: Surroundings, words: str, _place: Place | None, standing: Standing) -> bool:
    return standing.latest_year > 0 and 0 < latest_year(words, around.cues) < standing.latest_year


def _older_above(around: Surroundings, words: str, _place: Place | None, standing: Standing) -> bool:
    if not 0 < standing.year_above < standing.latest_year:
        return False
    return not latest_year(words, around.cues) and NOW.search(words, around.cues) is None


def _origin(around: Surroundings, *_: object) -> object:
    return _FROM_BEFORE.search(around.before, around.cues) or _FROM_AFTER.match(around.after, around.cues)


def _way(around: Surroundings, *_: object) -> object:
    cues = around.cues
    return (cues & _WAY_BEFORE.bit and _is_way(around.before)) or _WAY_AFTER.match(around.after, cues)


def _quoted(around: Surroundings, *_: object) -> bool:
    return not _QUOTES.isdisjoint(around.before) and _OPEN_QUOTE.search(around.before) is not None


def _habit(around: Surroundings, words: str, *_: object) -> object:
    return any(sign in words for sign in _HABIT_SIGNS) and _HABIT.search(words, around.cues)


def _far(_around: Surroundings, _words: str, place: Place | None, _standing: Standing) -> bool:
    return place is not None and place.border_km is not None and place.border_km > _FAR_KM


def _long(_around: Surroundings, words: str, *_: object) -> bool:
    return len(words) - words.count(" ") > (_LONG if words.isascii() else _LONG_EAST)


def _of_kinds(*kinds: str) -> tuple[tuple[Cued, ...], _Holds]:
    """Give the evidence that a place is of some kinds; one that is not in the gazetteer is a settlement."""
    return (), lambda _around, _words, place, _standing: (place.kind if place else "settlement") in kinds


def _is_bare(before: str, cues: int) -> bool:
    """Tell whether no preposition stands before a place in English: it is a subject, an object, or in a list."""
    return before.isascii() and bool(before.strip()) and _PREPOSED.search(before, cues) is None


def _is_locator(before: str, after: str) -> bool:
    """Tell whether a river only says where something lies: "Changbai, across the Yalu, …"."""
    return _ACROSS.search(before) is not None and _APART.match(after) is not None


# With the patterns of which one must be possible for a piece of evidence to hold; none where it may hold anywhere.
_EVIDENCE: dict[str, tuple[tuple[Cued, ...], _Holds]] = {
    "happening": ((_HAPPENING,), _happening),
    "day": _of_words(_DAY),
    "known": ((), lambda _around, _words, _place, standing: standing.is_known),
    "listed": ((), lambda _around, _words, _place, standing: standing.is_listed),
    "chained": ((), lambda _around, _words, _place, standing: standing.is_chained),
    "past": _of_words(_PAST),
    "older": ((GONE,), _older),
    "older-above": ((), _older_above),
    "old": _of_words(LOOKING_BACK),
    "habit": ((_HABIT,), _habit),
    "like": ((_COMPARED,), lambda around, *_: _is_compared(around.before)),
    "lies": ((_LIES,), lambda around, *_: _LIES.match(around.after, around.cues)),
    "measured": ((MEASURED_FROM, MEASURED_BY), lambda around, *_: is_measured_from(around.before, around.after, around.cues)),
    "negated": ((), lambda _around, words, *_: NEGATED.search(words)),
    "hearsay": _of_words(HEARSAY),
    "lives": _of_words(LIVES),
    "may-be": _of_words(MAY_BE),
    "said-of": ((SAID_OF,), lambda around, *_: SAID_OF.search(around.before, around.cues)),
    "locator": ((), lambda around, _words, place, _: place is not None and place.kind == "river" and _is_locator(around.before, around.after)),
    "no-locus": ((NO_LOCUS,), lambda around, *_: NO_LOCUS.match(around.after, around.cues)),
    "bare": ((), lambda around, *_: _is_bare(around.before, around.cues)),
    "opens": ((_OPENS,), lambda around, *_: _OPENS.match(around.before, around.cues)),
    "long": ((), _long),
    "last": ((), lambda _around, _words, _place, standing: standing.is_last),
    "origin": ((_FROM_BEFORE, _FROM_AFTER), _origin),
    "way": ((_WAY_BEFORE, _WAY_AFTER), _way),
    "compared": _of_words(_COMPARED_WITH),
    "quoted": ((), _quoted),
    "wide": _of_kinds(*_WIDE),
    "town": _of_kinds("city"),
    "fine": _of_kinds(*_FINE),
    "passage": _of_kinds(*_PASSAGES),
    "unlisted": ((), lambda _around, _words, place, _standing: place is None),
    "far": ((), _far),
}  # fmt: skip
_SAYING = AnyOf({f"{key} {n}": cued for key, (patterns, _) in _EVIDENCE.items() for n, cued in enumerate(patterns)})
_DEAR = frozenset({"negated", "older-above", "bare", "long"})
_ROUNDING = 1e-9


@lru_cache(maxsize=4096)
def _plan(cues: int) -> tuple[tuple[str, float, _Holds, float, float], ...]:
    """List the evidence that there can be where the patterns of these bits may match, what costs least first.

    Each with its weight, its test, and the most that it and those behind it can say for background and against it.
    """
    plan: list[tuple[str, float, _Holds, float, float]] = []
    most = least = 0.0
    for key, (patterns, holds) in reversed(_by_cost()):
        if not patterns or any(cues & cued.bit for cued in patterns):
            most, least = most + max(WEIGHTS[key], 0), least + min(WEIGHTS[key], 0)
            plan.append((key, WEIGHTS[key], holds, most, least))
    return tuple(reversed(plan))


@cache
def _by_cost() -> list[tuple[str, tuple[tuple[Cued, ...], _Holds]]]:
    return sorted(_EVIDENCE.items(), key=_cost)


def _cost(evidence: tuple[str, tuple[tuple[Cued, ...], _Holds]]) -> int:
    key, (patterns, _) = evidence
    return 2 if key in _DEAR else 1 if patterns else 0
