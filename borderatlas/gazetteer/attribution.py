"""Who speaks, and from where: the words that tie a place to a report's source, in English, Korean and Chinese.

A source's place must never be missed: a dot there is wrong, and a risk to the source. In English the person stands before
the place ("a trader from X said", "according to residents of X") or right behind it ("X residents said"); in Korean and
Chinese nearly always behind it (X의 한 주민은 … 전했다, X一名居民说). Victims and suspects are persons too, so a person counts only
as the subject of a verb of saying; words that mean nothing but a source count by themselves.
"""

from __future__ import annotations

import re

from borderatlas.gazetteer.cues import ANY, Cued
from borderatlas.gazetteer.names import script_of

SAYS = (
    r"said|says?|saying|told(?! to )|tells|added|confirmed|explained|report(?:s|ed)?|claimed|recalled|noted|thought|asked(?! to )|replied|warned|"
    r"complained|argued|insisted|acknowledged|predicted|remarked|revealed|disclosed|testified|suggested|responded|lamented|"
    r"believes?|estimated|describe[sd]?|stated|asked not to|declined to be|requested anonymity|spoke on condition|speaking on condition"
)
_SOURCES = (
    r"sources?|contacts?|informants?|insiders?|correspondents?|(?:reporting|inside) partners?|collaborators?|tipsters?"
)
_PEOPLE = (
    r"residents?|partners?|officials?|traders?|citizens?|someone|somebody|anyone|man|woman|people|person|men|women|guards?|soldiers?|officers?|"
    r"family|families|businessm[ae]n|businesswom[ae]n|merchants?|brokers?|drivers?|workers?|villagers?|locals?|inhabitants?|defectors?|activists?|"
    r"smugglers?|ones?|another|second|analysts?|researchers?|experts?|scholars?|professors?|observers?|importers?|exporters?|dealers?|wholesalers?|"
    r"shopkeepers?|farmers?|fishermen|teachers?|mothers?|farmhands?|refugees?|escapees?|cadres?|students?|tour guides?|readers?|clerks?|receptionists?|owners?|staff|employees?|managers?|captains?|"
    r"nurses?|doctors?|miners?|loggers?|relatives?|widows?|witness(?:es)?|interviewees?|diplomats?|missionar(?:y|ies)|pastors?|lawyers?|natives?|housewi(?:fe|ves)|"
    r"vendors?|growers?|hunters?|boatmen|boatman|truckers?|pensioners?|veterans?|retirees?|grandmothers?|fathers?|parents?|couples?|neighbou?rs?"
)
_IN = r"in(?: and around)?|from|of|inside|within|at|near|based in|living in|who lives? in|residing in"
_ADJECTIVE = (
    r"(?: (?:neighbou?ring|nearby|north(?:east|west)?(?:ern)?|south(?:east|west)?(?:ern)?|eastern|western|central|remote|coastal|inland|chinese|north korean|russian|"
    r"(?:china|north korea|russia|the country|the province)['’]s))?"
)
_UNIT_OF = r"(?: (?:city|county|province|town|area|capital|border city|border town|border county|border area)(?: of)?)?"
_PLACE_AHEAD = rf"(?:{_IN})(?: the)?{_ADJECTIVE}(?: the)?{_UNIT_OF} $"
_LINK = rf"(?:[, ]+(?!and |or |that |was |were |is |are |had |has |been |said |says |say |told |reported |confirmed |added |saw |heard )[\w'’-]+){{0,4}}?[, ]+{_PLACE_AHEAD}"
_LEADS = frozenset({
    "in", "from", "of", "inside", "within", "at", "near", "the", "city", "county", "province", "town", "area", "capital",
    "around", "neighboring", "neighbouring", "nearby", "northern", "southern", "eastern", "western", "northeastern", "northwestern",
    "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "central", "remote", "coastal",
    "inland", "outside", "china's", "china’s", "korea's", "korea’s", "russia's", "russia’s",
})  # fmt: skip
_LINKED = re.compile(_PLACE_AHEAD, re.IGNORECASE)  # cheap: rules out most mentions
_BARE_LINKS = ("in ", "from ", "of ", "inside ", "within ", "at ", "near ")
_LINKED_LENGTH = 56
_SCRIPT_LENGTH = 8
_SOURCE_BEFORE = Cued(rf"(?<!\w)(?:{_SOURCES}){_LINK}", re.IGNORECASE)
_PERSON_BEFORE = Cued(rf"(?<!\w)(?:{_PEOPLE}){_LINK}", re.IGNORECASE)
# "beaten by guards in X", "opened fire on residents of X": these do not speak.
_ACTED_ON_BEFORE = re.compile(
    rf"(?<!\w)(?:by|on|at|against|with|for|among|arrest\w*|detain\w*|kill\w*|shot|beat\w*|search\w*|order\w*|warn\w*) (?:[\w'’-]+ ){{0,2}}"
    rf"(?:{_PEOPLE}){_LINK}", re.IGNORECASE,
)  # fmt: skip
_SOURCE_AFTER = Cued(
    r"^(?:['’]s)?(?:[ -]based)?(?: province| county| city)?(?: (?:provincial|local|inside|security|internal))? "
    rf"(?:{_SOURCES})(?!\w)", re.IGNORECASE,
)  # fmt: skip
_PERSON_AFTER = Cued(
    rf"^(?:['’]s)?(?:[ -]based)?(?: province| county| city)?(?: (?!and )\w+)?? (?:{_PEOPLE})(?!\w)", re.IGNORECASE
)
_VERB = Cued(rf"(?<!\w)(?:{SAYS})(?!\w)", re.IGNORECASE)
_QUOTED_AS = re.compile(r" (?:was|were|is|are) (?:quoted|cited) (?:by [\w ]{1,30} )?as $")
_VERB_LENGTH = 110
_INVERTED = re.compile(
    rf"^ (?:an?|one|another|the|two|several|local|some)? ?(?:\w+ ){{0,2}}?(?:{_SOURCES}|{_PEOPLE})(?!\w)", re.IGNORECASE
)
_CLAUSE_OF_THE_PERSON = re.compile(
    r"^ (?:who|whose|whom|where|which|speaking|identified|surnamed|named|citing|reached|asking|requesting|now|aged|in (?:his|her)|\d)"
)
_HAPPENS = re.compile(r"(?<!\w)(?:was|were|has|have|had|began|is|are|that)(?!\w)")
_ACCORDING_BEFORE = Cued(
    rf"(?<!\w)(?:(?:according to|as told by|quot(?:ing|ed)|cit(?:ing|ed)|told by) (?:an? |the |one |two |several |some )?|"
    rf"(?:{SAYS}) (?:an?|one|another|two|several) )[^,;]{{0,60}}$", re.IGNORECASE,
)  # fmt: skip
# Anybody who speaks, whatever the trade: "a grower at X said", "said a retired forester who lives in X".
_SOMEBODY_BEFORE = re.compile(
    rf"(?:^|[.,;:—“\"”’] ?|(?<!\w)(?:and|but|while|as) )(?:an?|one|another|the) (?:[\w'’-]+ ){{1,4}}{_PLACE_AHEAD}",
    re.IGNORECASE,
)
_SAYS_NEXT = Cued(rf"^(?:, [^.;]{{0,60}},)? (?:{SAYS}|quoted|writes|wrote|has sent|sent us)(?!\w)", re.IGNORECASE)
_SAID_SOMEBODY = Cued(rf"(?<!\w)(?:{SAYS}) (?:an?|one|another) [^,.;]{{3,60}}?{_PLACE_AHEAD}", re.IGNORECASE)
_BY_PHONE = Cued(
    rf"(?<!\w)(?:{SAYS}|spoke|speaking)(?: \w+){{0,2}} (?:by|over the|on the) (?:tele)?phone from $|(?<!\w)by (?:tele)?phone from $",
    re.IGNORECASE,
)
# An office speaks for itself and has no one to protect; nor does an order or a letter.
_OFFICE_BEFORE = Cued(
    r"(?<!\w)(?:ministry|government|consulate(?: general)?|embassy|company|bureau|spokes\w+|agency|department|court|authorities|council|committee|"
    r"police|hospital|university|order|orders|letter|notice|statement|report|document|airline|operator)s? (?:in|of|from|at) (?:the )?$",
    re.IGNORECASE,
)
_OFFICE_AFTER = Cued(
    r"^['’]s (?:[\w-]+ ){0,3}(?:ministry|government|embassy|consulate|authorities|police|office)(?!\w)", re.IGNORECASE
)
# "told Daily NK in Dandong": where the source spoke.
_SPOKE_IN = Cued(
    r"(?<!\w)(?:told|spoke to|speaking to|interviewed by|met with) (?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3} (?:in|at|from) $"
)
# What only somebody who lives there can tell: a witness is a source too.
_RESIDENT_BEFORE = Cued(rf"(?<!\w)(?:residents?|villagers?|locals?|inhabitants?|citizens?){_LINK}", re.IGNORECASE)
_WITNESS_AFTER = re.compile(
    r"^[^.;]{0,40}?(?<!\w)(?:counted|saw|heard|knew|knows|remembers?|remembered|complains?|complained(?! to)|fears?|worr(?:y|ies|ied))(?!\w)"
)
_SPEAKING_FROM = re.compile(r"^\W{0,2}(?:Speaking|Reached|Contacted|Interviewed|Writing)(?: \w+){0,3} (?:from|in|at) $")
# Where somebody who speaks lives now: "said a former sergeant who … and runs a restaurant in X", "She lives in X."
_LIVES_BEFORE = Cued(
    r"(?<!\w)(?:lives|living|resid(?:es|ing)|settled|works|working|based|runs [\w’' -]{2,40}|teaches|stays)(?: \w+){0,2} (?:in|at|near) $"
)
_SPEAKER_BEFORE = re.compile(
    rf"(?<!\w)(?:{SAYS})(?!\w)|^(?:she|he|the (?:source|woman|man|trader|official|defector|activist|broker))(?: herself| himself)? ",
    re.IGNORECASE,
)
# Where somebody who speaks once was is no source's place: "who served in X until 2008", "a woman who left X in 2014".
ONCE_BEFORE = Cued(
    r"(?<!\w)(?:who|that|he|she|they|and) (?:had |once |first )?(?:served|was born|grew up|was raised|used to \w+|fled|escaped|left|defected|came)"
    r"(?: \w+){0,3}?(?: in| from| at)? $|(?<!\w)(?:born|raised|stationed|formerly|originally) (?:\w+ )?(?:in|from|at) $", re.IGNORECASE,
)  # fmt: skip
# Any noun that speaks: "Hotel staff in X said", "according to two timber buyers in X".
_ANYBODY_BEFORE = re.compile(
    rf"(?:^|[.,;:—“\"”’(] ?|(?<!\w)(?:and|but|while|as) )(?:(?!city|county|province|town|village|bridge|report)[\w'’-]+ ){{1,5}}{_PLACE_AHEAD}",
    re.IGNORECASE,
)
_ACCORDING_TO_ANYBODY = Cued(
    r"(?<!\w)(?:according to|quot(?:ed|ing|es)|cit(?:ed|ing|es)) (?:(?:an?|one|two|three|four|several|some|multiple|unnamed|anonymous|local|its|the) )?"
    rf"(?:(?!city|county|province|town|village|state|official media)[\w'’-]+ ){{1,5}}{_PLACE_AHEAD}",
    re.IGNORECASE,
)
_INTERVIEWED_BEFORE = Cued(
    r"(?<!\w)(?:(?:interview(?:s|ed|ing)?|testimon(?:y|ies)|tip-?offs?)(?: with| from| by| of)? (?:[^.;:,]{0,50}? )?(?:in|from|of)|"
    r"(?:information|tip|news|word|accounts?|details|footage|video|photos|message) (?:comes?|came|was obtained|were obtained|obtained|received|provided|sent) "
    r"(?:from|by) (?:an?|one|two|several) [^.;:,]{0,40}? (?:in|from|of)|"
    r"in (?:an? |recent |several )?(?:telephone |phone )?(?:calls?|conversations?|messages?) (?:with|from)(?: [^.;:,]{0,40}? (?:in|from|of))?) $",
    re.IGNORECASE,
)
_CREDITED_BEFORE = re.compile(
    r"(?:^|\W)(?:source|interviewee|witness|informant|respondent|reporting partner)s?(?: (?:\d{1,2}|[A-Z]))?(?: \((?:[^()]{0,24}[,;] ?)?|: |, )$|"
    r"(?:제보자?|출처|취재원|증언자|협조자|소식통|구술자|면담자|주민)\s?[:：(](?:[^()]{0,10}, ?)?$|(?:消息来源|消息來源|受访者|受訪者|爆料人|线人|知情人)(?:[（(：:])(?:[^（）()]{0,8}[，,、])?$",
    re.IGNORECASE,
)
_CREDIT_LAST = frozenset(" (：:,（")
_CREDIT_MARKS = frozenset("(（:：,;，、")
_REPORTED_IN = Cued(r"(?<!\w)(?:reporting by [^.;()]{0,50}|compiled(?: by [\w ]{1,30})?) (?:in|from) $", re.IGNORECASE)

_KO_SOURCE_WORDS = r"(?:소식통|취재원|취재\s*협[력조]자|협조자|정보원|통신원)"
_KO_AT = r"(?: ?(?:광산|탄광|장마당|시장|세관|공장|농장|외곽|항구|역전))?(?:의|에서 (?:[가-힣]{1,6}[을를] )?(?:하는|운영하는|파는|일하는|근무하는|운전하는|가르치는)|에 있는|에 사는|에 거주하는|에 거주 중인|에 거주하고 있는|에서 사는|에서 활동하는|에서 장사를? 하는|에서 장사하는|에서 일하는|에서 온|에서 만난|에서 전화를 받은|에서 연락이 닿은|에서 탈북한|에 가족을 둔|에서 나온|에 머무는|에 체류 중인|소재|주재|태생|태생의|거주|쪽|측|내|내부|출신|출신의)?"
_KO_MODIFIERS = r"(?:(?:[가-힣\d·]{0,6}[^\s고서를을이가은는에로며면다\d.,“”\"']|\d+대|사는|있는|활동하는|사정에|사정을|잘|밝은|아는|정통한)\s+){0,4}?"
_KO_SOURCE = re.compile(rf"^{_KO_AT}\s*{_KO_MODIFIERS}[가-힣]{{0,5}}{_KO_SOURCE_WORDS}")
_KO_PEOPLE = (
    r"(?:주민|상인|관계자|무역업자|무역일꾼|탈북민|탈북자|간부|농민|어민|시민|여성|남성|노동자|사업가|기업인|대표|이사|사장|업자|교수|연구원|"
    r"전문가|학자|소장|직원|기사|가이드|단체|제대군인|주부|노인|교사|의사|학생|지인|조선족|군인|증인|목격자|업주|점주|농장원|돌격대원|장사꾼|돈주|대방|브로커|무역상|공무원|종업원|환자|선원|선장|유학생|화교|당국자|외교관|활동가|운동가|선교사|"
    r"목사|제보자|친척|이웃|아내|남편|어머니|아버지|할머니|할아버지|운전사|택시기사|변호사|연구위원|대원|일꾼|청년|학부모)"
)
_KO_PERSON = re.compile(
    rf"^{_KO_AT}\s*{_KO_MODIFIERS}[가-힣]{{0,5}}{_KO_PEOPLE}(?:들)?(?: ?[가-힣A-Z]{{1,3}}(?: ?모)?(?:\([^)]{{1,12}}\))? ?씨|\([^)]{{1,12}}\))?"
    r"(?:은|는|이|가|도|측은|에 따르면|에 의하면|의 말|씨는)(?![가-힣])"
)
_KO_NAMED = re.compile(
    rf"^{_KO_AT}\s*{_KO_MODIFIERS}(?:[가-힣A-Z]{{1,3}}(?: ?모|\(가명\))?\s?씨)(?:\([^)]{{1,12}}\))?(?:은|는|이|가)\s"
)
_KO_SOMEBODY = re.compile(
    r"^(?:의|에 사는|에 있는|에서 만난|에서 전화를 받은|에서 연락이 닿은)\s*(?:한|어느|또 다른|다른|익명의|복수의|현지|이름을 밝히지 않은|익명을 요구한)\s[^.“\"]{1,18}?(?:은|는|이|가|도)\s"
)
_KO_NEWS = re.compile(
    r"^에서 ?(?:전해|보내|들어|흘러|날아)[ ]?(?:온|나온|진) (?:[가-힣]{1,6} )?(?:소식|내용|정보|영상|사진|제보|편지|문자)"
)
_KO_SAYING = re.compile(
    r"말했|전했|전한|밝혔|설명했|알려왔|증언|에 따르면|에 의하면|했다고|고 했다|라고 했|고 한다|토로|호소|회상|기억했|귀띔|주장했|덧붙|이야기했|얘기했|하소연|분석했|전망했|내다봤|알렸|털어놓|털어놨|지적했|강조했|답했|대답했|언급했|보내왔|통화에서|인터뷰에서|제보했|폭로했|반문했|한숨|말한다|전한다|밝힌|알려 왔|입을 모았"
)
_KO_OTHER_SPEAKER = re.compile(r"소식통|당국|매체|언론|통신은|방송은")
_KO_CELL = re.compile(rf"^ (?:[가-힣]{{0,4}})?(?:{_KO_PEOPLE}|소식통)[ \t]*(?:\n|\t|\||$)")
_KO_QUOTED = re.compile(r"^에\s?(?:있는|사는|거주하는)\s(?:\S+\s){0,2}?(?:말을|증언을|이야기를)\s(?:인용|빌려|전하며)")

_ZH_SOURCE_WORDS = r"(?:消息人士|消息来源|消息來源|消息灵通人士|消息靈通人士|知情人|知情者|线人|線人|通讯员|匿名人士|内部人士|內部人士)"
_ZH_AT = r"(?:的|当地|當地|境内|境內|内部|內部|方面|市内|市區|一名|一位|一个|一個|另一名|另一位|多名|数名|數名|两名|兩名|有|某|附近|地区|地區)*"
_ZH_SOURCE = re.compile(rf"^{_ZH_AT}[^，。；：、的]{{0,6}}?{_ZH_SOURCE_WORDS}")
_ZH_PEOPLE = (
    r"(?:居民|官员|官員|商人|村民|农民|農民|渔民|漁民|女子|男子|妇女|婦女|女性|男性|脱北者|脫北者|司机|司機|外商|市民|负责人|負責人|老板|老闆|店主|学者|學者|"
    r"研究员|研究員|专家|專家|贸易商|貿易商|商贩|商販|台商|业者|業者|经营者|經營者|老人|工人|教师|教師|教授|人士|民众|民眾|边民|邊民|导游|導遊|华侨|華僑|中介|店员|店員|服务员|員工|员工|职员|職員|学生|學生|干部|幹部|船主|船老大|货主|貨主|亲戚|親戚|家属|家屬|分析师|分析師|"
    r"传教士|傳教士|外交官|难民|難民|逃北者|目击者|目擊者|摊主|攤主|小贩|小販|母亲|母親|父亲|父親|大妈|大媽|大叔|青年|先生|女士|小姐|退伍军人|退役军人|线民|線民|买家|買家|卖家)"
)
_ZH_SAYS = r"(?:说|說|表示|透露|称|稱|告诉|告訴|指出|分析|认为|認為|介绍|介紹|反映|证实|證實|回忆|回憶|抱怨|坦言|直言|爆料|[:：])"
_ZH_PERSON = re.compile(
    rf"^{_ZH_AT}[^，。；：、被]{{0,10}}?{_ZH_PEOPLE}[^，。；：被遭]{{0,14}}?(?:，[^，。；：被遭]{{0,14}}，)?{_ZH_SAYS}"
)
_ZH_ACCORDING = re.compile(rf"^{_ZH_AT}[^，。；：、]{{0,10}}?{_ZH_PEOPLE}")
_ZH_ACCORDING_BEFORE = re.compile(r"(?:据|據|引述|援引|根据|根據)[^，。；]{0,8}$")
_ZH_SOMEBODY_BEFORE = re.compile(
    r"(?:住在|居住在|来自|來自|身在|旅居|现居|現居)(?:[^，。；]{0,4})$|(?:^|[，。；])在[^，。；]{0,4}$"
)
_ZH_ANYBODY = re.compile(
    rf"^(?:的|当地|當地)?(?:一名|一位|某|多名|数名|數名|有)[^，。；：被遭]{{1,14}}?(?:对|對|向)?(?:本报|本報|本台|本网|记者|記者|我们|我們)?{_ZH_SAYS}"
)
_ZH_WHO = re.compile(
    rf"^[^，。；：被]{{0,8}}(?:的)[^，。；：被]{{0,8}}?(?:{_ZH_PEOPLE}|{_ZH_SOURCE_WORDS})[^，。；：被]{{0,12}}?{_ZH_SAYS}"
)


def is_source(before: str, after: str, cues: int = ANY) -> bool:
    """Tell whether the words about a place tie it to somebody who speaks.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    cues : int
        The cues that stand there.
    """
    if _SOURCE_AFTER.match(after, cues) or _people_speak(after, cues) or _is_credited(before):
        return True
    leads = before.rsplit(None, 1)[-1:]
    linked = leads and leads[0].lower() in _LEADS and _is_linked(before)
    if linked and _is_somebodys_place(before, after, cues):
        return True
    script = script_of(after[:_SCRIPT_LENGTH])
    if script == "Hani":
        return _is_source_in_chinese(before, after)
    return script == "Hang" and _is_source_in_korean(after)


def _is_linked(before: str) -> bool:
    """Tell whether a place is led in: nearly always by a bare "in" or "of", which needs no pattern."""
    return before.endswith(_BARE_LINKS) or _LINKED.search(before[-_LINKED_LENGTH:]) is not None


def _is_credited(before: str) -> bool:
    """Read "Witness 3 (Hyesan)", 출처: 양강도."""
    if before[-1:] not in _CREDIT_LAST or before[-2:].rstrip(" ")[-1:] not in _CREDIT_MARKS:
        return False
    return _CREDITED_BEFORE.search(before[-_LINKED_LENGTH:]) is not None


def _people_speak(after: str, cues: int) -> bool:
    """Read "Hyesan residents said"."""
    if after[:1] not in " '’-" or not cues & _VERB.bit:
        return False
    match = _PERSON_AFTER.match(after, cues)
    return match is not None and _speaks(after[match.end() :], cues)


def _is_somebodys_place(before: str, after: str, cues: int) -> bool:  # noqa: PLR0911 - one return a rule
    """Tell whether the words before tie the place to somebody who speaks: "a resident of", "told the paper in"."""
    if ONCE_BEFORE.search(before, cues) or _OFFICE_BEFORE.search(before, cues) or _OFFICE_AFTER.match(after, cues):
        return False
    if _SOURCE_BEFORE.search(before, cues) or _SPOKE_IN.search(before, cues) or _REPORTED_IN.search(before, cues):
        return True
    if cues & (_VERB.bit | _ACCORDING_BEFORE.bit) and _PERSON_BEFORE.search(before, cues):
        told = _speaks(after, cues) and not _ACTED_ON_BEFORE.search(before)
        if told or _ACCORDING_BEFORE.search(before, cues):
            return True
    if _SAID_SOMEBODY.search(before, cues) or ("phone" in before and _BY_PHONE.search(before, cues)):
        return True
    if _SAYS_NEXT.match(after, cues) and (_SOMEBODY_BEFORE.search(before) or _ANYBODY_BEFORE.search(before)):
        return True
    if _ACCORDING_TO_ANYBODY.search(before, cues):
        return True
    if _INTERVIEWED_BEFORE.search(before, cues) or _SPEAKING_FROM.match(before):
        return True
    if _LIVES_BEFORE.search(before, cues) and _SPEAKER_BEFORE.search(before):
        return True
    return bool(_RESIDENT_BEFORE.search(before, cues) and _WITNESS_AFTER.match(after))


def _speaks(after: str, cues: int) -> bool:
    """Tell whether the subject before speaks: the next verb of saying is its own, and nothing happens to it before."""
    verb = _VERB.search(after[:_VERB_LENGTH], cues)
    if verb is None:
        return False
    gap = _QUOTED_AS.sub("", after[: verb.start()])
    if ";" in gap or "“" in gap:
        return False
    head, comma, last = gap.rpartition(",")
    if not comma:
        return not _HAPPENS.search(gap)
    if not last.strip():  # "…, who asked not to be named, said", but not "… were shot, said a source"
        return not _INVERTED.match(after, verb.end()) or not _HAPPENS.search(head)
    return bool(_CLAUSE_OF_THE_PERSON.match(last))


def _is_source_in_korean(after: str) -> bool:
    if _KO_SOURCE.match(after) or _KO_NEWS.match(after) or _KO_CELL.match(after) or _KO_QUOTED.match(after):
        return True
    spoken = _KO_PERSON.match(after) or _KO_NAMED.match(after) or _KO_SOMEBODY.match(after)
    if spoken is None:
        return False
    saying = _KO_SAYING.search(after, spoken.start())
    return saying is not None and not _KO_OTHER_SPEAKER.search(after, spoken.end(), saying.start())


def _is_source_in_chinese(before: str, after: str) -> bool:
    if _ZH_SOURCE.match(after) or _ZH_PERSON.match(after) or _ZH_ANYBODY.match(after):
        return True
    if _ZH_ACCORDING_BEFORE.search(before) and _ZH_ACCORDING.match(after):
        return True
    return bool(_ZH_SOMEBODY_BEFORE.search(before) and _ZH_WHO.match(after))
