"""Words by which a report looks back, or tells what is not news: years gone by, childhood, rumours, plans, what is denied.

They are evidence for `backdrop`, none of them decides by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from borderatlas.gazetteer.cues import ANY, Cued

_YEAR = re.compile(r"(?<!\d)(?:19[4-9]|20[0-3])\d(?!\d)")
# A year since which something lasts is no bygone one: "since May 2023", 2020년 이후, 2021年以来.
GONE = Cued(r"(?<!\d)(?P<year>(?:19[4-9]|20[0-3])\d)(?!\d)(?!년? ?(?:이후|이래|부터)|年?(?:以来|以來|起|至今))")
_SINCE = re.compile(r"since (?:[A-Z][a-z]+ )?$")

NEGATED = re.compile(
    r"(?<!\w)(?:not|never|no|nor|neither|without|cannot|denied|deny|n't)(?!\w)|n['’]t |않|없|아니|못 |못했|부인|"
    r"没有|沒有|并未|並未|不|未|无|無"
)
LOOKING_BACK = Cued(
    r"last year|years? ago|decades?|in the (?:19|20)\d0s|formerly|once |used to|at the time|back then|in the past|history|ancient|colonial|"
    r"war(?!n)|지난해|작년|재작년|앞서|과거|예전|옛|당시|시절|년 전|역사|일제|去年|前年|此前|曾|早前|以前|过去|過去|历史|歷史|年前|当时|當時|"
    r"往年|回顾|回顧|解放"
)
HEARSAY = Cued(
    r"(?<!\w)(?:rumou?rs?|reports that|reported that|media reports?|allegations?|claims? that|speculation)(?!\w)|보도와|보도에|보도가|보도를|소문|"
    r"설이|의혹|传闻|傳聞|传言|傳言|媒体|媒體|所谓|所謂|有报道|谣"
)
LIVES = Cued(
    r"고향|출신|태어|자란|살던|살았|아버지|어머니|언니|누나|오빠|동생|부모|친척|가족|故乡|老家|出生|长大|長大|祖籍|姐姐|母亲|母親|父亲|父親|亲戚|親戚|丈夫|"
    r"家人|二十年前|当年|當年|那时|那時|小时候|(?<!\w)(?:native|hometown|born|grew up|raised|family|father|mother|sister|brother|parents|husband|wife|"
    r"uncle|relatives?|school|served)(?!\w)"
)
NOW = Cued(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?<!\d)\d{1,2} ?일(?:에|,| |부터|까지|밤|오|새|낮|저)|\d{1,2}[日号號]|昨|今天|今日|上周|上週|本月|上月|"
    r"이달|지난달|지난주|최근|yesterday|last (?:week|month|night)|this (?:week|month)|earlier this month|"
    r"(?<!\w)(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?!\d)"
)
# What is planned, thought or ruled, and has not happened.
MAY_BE = Cued(
    r"(?<!\w)(?:would|could|might|will|plans?|planned|planning|expected|hopes?|wants?|whether|should|scheduled|proposed)(?!\w)|"
    r"계획|예정|전망|것으로 보|타산|방침|구상|하려|할 것|[으]?면 (?:처벌|벌금|[0-9]+년)|将|將|計劃|计划|预计|預計|拟|擬|打算|下一步|准备|準備|有望|"
    r"如果|若|可能|建议|建議"
)
SAID_OF = Cued(r"(?<!\w)(?:which|where|whose|who|that|when)(?!\w)[^,.;:]*$", re.IGNORECASE)
# A place that only says where another lies, or with what it is compared.
MEASURED_FROM = Cued(
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|upstream|downstream|upriver|downriver)(?:ward)? (?:of|from)|"
    r"(?:km|kilomet(?:er|re)s|miles)(?: \([^)]*\))?(?: \w+)? (?:from|of)|far from|away from|opposite|facing|faces|across from|"
    r"across the (?:river|water) from|overlooking|on the other side of|compared with|compared to|unlike|than in|than at) (?:the )?$|"
    r"(?:距|离|離|距离|远离|不同于|与|與|同)$"
)
MEASURED_BY = Cued(
    r"^(?:에서 (?:떨어진|가까운|멀|북쪽|남쪽|\d+ ?(?:km|킬로))|과는 달리|와는 달리|와 달리|과 달리|보다|처럼|만큼|과 마주|와 마주|를 마주|을 마주|不足|约\d|不同|"
    r"相比|一样|一樣)"
)
# A particle that makes a place a subject, an object or an owner rather than where something happens.
NO_LOCUS = Cued(r"^(?:시|군|구)?(?:은|는|의|과|와|이|가|을|를) ?")


class Years:
    """The years that a text names, and where.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        found = [(match.start(), int(match.group())) for match in _YEAR.finditer(text)]
        self._at = [at for at, _ in found]
        self._years = [year for _, year in found]
        self.latest = max(self._years, default=0)

    def between(self, start: int, end: int) -> int:
        """Give the latest year named between two offsets, 0 where none is."""
        return max(self._years[bisect_left(self._at, start) : bisect_left(self._at, end)], default=0)


def latest_year(words: str, cues: int = ANY) -> int:
    """Give the latest year that some words name, 0 where none is or where something has lasted since one."""
    if not cues & GONE.bit:
        return 0
    found = [m for m in GONE.pattern.finditer(words) if not _SINCE.search(words[: m.start()])]
    return max((int(m["year"]) for m in found), default=0)


def is_measured_from(before: str, after: str, cues: int) -> bool:
    """Tell whether a place is only what another is measured from, or compared with: "south of X", X와는 달리, 距X."""
    return MEASURED_FROM.search(before, cues) is not None or MEASURED_BY.match(after, cues) is not None
