"""How a sentence stands to what happened: it tells of it, or of a habit, of long ago, of a plan, or says it was not so.

A table of words a language. A sentence that has told of something on a day that is past tells of it, whatever else it
says: "was caught on May 3 and will be tried".
"""

from __future__ import annotations

import re
from typing import Literal

Standing = Literal["told", "habit", "past", "planned", "denied"]

_HABIT = re.compile(
    r"\b(?:each|every) (?:year|spring|summer|autumn|fall|winter|(?-i:[A-Z][a-z]+(?:ber|ary|ch|il|ay|une|uly|ust)))\b"
    r"|\b(?:annual(?:ly)?|yearly|year after year|usually|as a rule|traditionally|customarily|habitually|in normal times)\b"
    r"|\b(?:orders?|ordered|instructions|authority) to (?:shoot|fire|kill|arrest)\b|\b(?:used to|would often|would usually|(?:is|are) (?:well )?(?:known|famous|notorious) for|had long|have long|has long)\b"
    r"|\b(?:always at risk|patrols [^.;]{0,12}come and go|from time to time|tends? to)\b"
    r"|매년|해마다|매해|예년|평소|통상(?!구)|으레|곤 (?:한다|했|하)|(?:겨울|여름|봄|가을|장마|농번기|명절|우기|결빙기)(?:철)?(?:이면|마다)|으로 ?유명"
    r"|惯例|慣例|照例|每逢|每到|每当|每當|总会|總會|素有|旺季|淡季|常年|每年|历年|歷年|往年|通常|一向|历来|歷來|向来",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\bin the (?:early |mid-?|late )?(?:19|20)\d0s\b|\bdecades? ago|\b(?:arduous march|great famine|korean war|cultural revolution"
    r"|cold war)\b|\bcentur(?:y|ies)\b|\bonce (?:was|were|had|stood)\b|\bin the past\b|\bhistor(?:y|ically)\b"
    r"|\d0년대|고난의 ?행군|한국전쟁|일제|과거에|예전에|옛날|년 전(?:에|까지|만 해도)"
    r"|年代|上世纪|上世紀|抗战|朝鲜战争|韓戰|苦难的行军|当年|當年|历史上|歷史上|年前",
    re.IGNORECASE,
)
_ALIKE = re.compile(
    r"\b(?:similar|comparable|like) (?:cases?|incidents?|attacks?|killings?|floods?)\b|\bin similar cases\b|\brecall(?:s|ed|ing) (?:the|a|an)\b"
    r"|비슷한 (?:사건|일|사고)|유사한 (?:사건|사고)|닮았|同類|同类|類似|类似",
    re.IGNORECASE,
)
_FORETOLD = re.compile(
    r"\b(?:told|said|warned|announced|ordered)\b[^.;]{0,60}\bthat\b[^.;]{0,60}\bwould\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:is|are|was|were) (?:expected|scheduled|due|set|likely|planned|slated|to be)\b|\bplan(?:s|ned)? (?:to|for)\b|\bintends? to\b"
    r"|(?<!that )(?<!which )(?<!who )(?<!and )\bwill (?!not have)(?:\w+ly |also |soon |be |have |then )?\w+|(?<!that )(?<!which )(?<!who )\bwould (?!not |be named|say)\w+|\b(?:may|might) (?:also |soon |well )?(?:be|have to|become|come|follow|try|lead|return|open|close)\b"
    r"|\bnext (?:week|month|year|spring|summer|autumn|fall|winter|(?-i:[A-Z]\w+))\b|^\W*if\b|\bunless\b|\bin case\b"
    r"|\bwarn(?:s|ed|ing)? (?:that|of|against)\b|\bfear(?:s|ed)? (?:that|of)\b|\burge[sd]?\b|\bcalled on\b|\bcould (?:be|lead|come|well|also|soon|become)\b"
    r"|\bproposal\b|\bproposed\b|\bshould\b"
    r"|것으로 ?(?:보인|예상|전망|관측|내다)|예정(?:이|인|으로|됐|돼|$)|계획(?:이다|이라|인|하고|을 ?(?:세|밝|발표))|전망(?:이|했|된|하)|우려(?:가|된|했)"
    r"|(?:시기|날짜|일정|여부|계획|결정)[은는이가을를도]?[^.]{0,12}(?:정하지|정해지지|못한|않은|미정|불투명)|소문(?:이|만)? ?(?:돌|나돌|무성)"
    r"|가능성|방침(?:이|을)|다음 ?달|내달|내년|다음 ?주|오는 \d|할 수 ?(?:있|도)|ㄹ 것이다|될 것|경우"
    r"|(?<!已)(?:将|將)(?:于|於|会|會|要|继续|繼續|进一步|進一步|有望|在|可能|重新|从|從|自)|计划|計劃|計畫|预计|預計|拟|擬|可能|如果|假如|倘若|一旦|若[^干]"
    r"|明年|下月|下个月|下個月|下周|下週|呼吁|呼籲|担心|擔心|警告|建议|建議|有望",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:that|reports?|rumou?rs?|any|having|the (?:report|rumou?r|claim|news)|it)\b|\bno (?:shots?|incidents?|crossings?|arrests?"
    r"|unusual|signs?|evidence|trace|truth|changes?|disturbances?)\b(?: \w+){0,3} (?:were|was|had been|have been|has been|of|that|could|in)\b"
    r"|\b(?:is|was|are|were) (?:not true|untrue|false|unfounded|baseless)\b|\bfalse (?:report|rumou?r)|\bnever happened\b"
    r"|\b(?:did|has|have|had) not (?:happen|take place|occur|cross|been (?:closed|shot|fired|arrested|any))"
    r"|\bnothing (?:unusual|out of the ordinary|had changed|has changed|happened)|\bthere (?:was|were|is|are|has been|have been) no\b|\bas usual\b"
    r"|부인(?:했|하|한)|사실무근|사실이 ?아니|근거 ?(?:없|가 없)|특이(?:한)? ?(?:동향|사항|징후)|(?:일|적|움직임|징후|동향|정황|사고|충돌|변화|격리|봉쇄|단속|통제|이상|특이점)[은는이가도] ?없(?:었|다|는|습)|평소와 ?(?:같|다름)|정상적으로 ?(?:운영|가동|이뤄)"
    r"|(?:정황|징후|동향|움직임|소문|사실)[은는이가을를도]? ?(?:\S+ )?(?:포착되지|확인되지|발견되지|파악되지)|확인해 ?(?:줄|드릴) (?:것|수|내용|사안)|언급할 (?:것|내용|사안)|아는 바 ?없|들은 바 ?없|사실과 ?다르|오보(?:라|이|다)"
    r"|(?:不了解|不掌握|不清楚)(?:有关|有關|相关|相關|具体|具體)?(?:的)?(?:情况|情況|此事)|(?:没有|沒有|未)听说|不予置评|不予置評|不属实|不屬實|纯属|純屬|辟谣|闢謠"
    r"|\b(?:reject|dismiss)(?:s|ed|ing)? (?:\w+ ){0,4}(?:reports?|rumou?rs?|claims?|as)\b"
    r"|否认|否認|不实|不實|谣言|謠言|传言|傳言|子虚乌有|没有发生|沒有發生|未发生|未發生|未发现|未發現|并无|並無|无异常|無異常|一切如常|一切正常|一切照常|没有受到影响|照常|則?一切如",
    re.IGNORECASE,
)
_SEQUEL = re.compile(
    r"^\W*(?:(?:on|in|at|by|the|that|later|then|two|three|four|five|\d+|days?|hours?|weeks?|after|following|next|same|morning|night|evening|afterwards|earlier|both) ){0,5}"
    r"(?:he|she|they|it|his|her|their|its|both|the (?:two|three|four|five|pair|trio|couple|group|man|men|woman|women|boy|girl|soldiers?|guards?|officers?|suspects?"
    r"|victims?|family|families|boats?|trucks?|vessels?|\d+-year-old|incident|shooting|attack|flood|storm|smugglers?|crew|squad|ring))\b"
    r"|^\W*(?:이튿날|다음날|그날|당일|이후|결국|그 ?뒤)?[ ,]*(?:이들|그들|그는|그녀|그가|두 사람|세 사람|이 ?(?:병사|군인|남성|여성|주민|사건|사고|배|일)|해당|사건은|사고는|총격은"
    r"|(?:여성|남성|남자|여자|병사|군인|주민|용의자|일행|청년|학생|피해자|범인|밀수꾼|탈북민|탈북자|일가족|노동자|상인)들(?:은|이|에게는))"
    r"|^\W*(?:次日|当天|當天|随后|隨後|其后|之后)?[，,]?(?:他们|他們|她们|她們|他|她|该|該(?!名)|两人|兩人|三人|二人|其中|事件|事故|上述|(?:这名|這名)(?!人士|消息|知情|居民|官员|官員)|此案|涉案)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\bhad (?:\w+ly |also |already |been )?\w+|\b(?:began|started) (?:in|when|with|on)\b|앞서|이전|당초|此前|早前|早些时候|之前|曾",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|separately|elsewhere|meanwhile|in a separate|second|also on|a third|other)\b|또 다른|또 ?한|한편|별도로|이와 별개|另(?:外|一|据|據|有|悉)|此外|同时|同時|与此同时|與此同時|又",
    re.IGNORECASE,
)


def standing_of(sentence: str, *, is_dated: bool) -> Standing:
    """Say how a sentence stands to what happened.

    Parameters
    ----------
    sentence : str
        In English, Korean or Chinese.
    is_dated : bool
        True when it gives a date of its own that is past and not long ago.

    Returns
    -------
    {"told", "habit", "past", "planned", "denied"}
    """
    if _DENIED.search(sentence):
        return "denied"
    if _HABIT.search(sentence):
        return "habit"
    if _ALIKE.search(sentence):
        return "past"
    if is_dated:
        return "planned" if _FORETOLD.search(sentence) else "told"
    if _PAST.search(sentence):
        return "past"
    return "planned" if _PLANNED.search(sentence) else "told"


def looks_back(sentence: str) -> bool:
    """Tell whether a sentence tells what led up to the incident: in the pluperfect, or after 앞서, 此前."""
    return _EARLIER.search(sentence) is not None


def goes_on(sentence: str) -> bool:
    """Tell whether a sentence speaks of those whom the one before it named: "They were", 이들은, 两人."""
    return _SEQUEL.match(sentence) is not None


def is_another(sentence: str) -> bool:
    """Tell whether a sentence says that it tells of something else: "Separately", 한편, 此外."""
    return _ANOTHER.search(sentence[:40]) is not None
