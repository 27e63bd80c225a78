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
_IN = r"in(?: and around)?|from|of|inside|outside|within|at|near|based in|living in|who lives? in|residing in"
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
    "inland", "outside", "behind", "to", "with", "china's", "china’s", "korea's", "korea’s", "russia's", "russia’s",
})  # fmt: skip
_LINKED = re.compile(_PLACE_AHEAD, re.IGNORECASE)  # cheap: rules out most mentions
_BARE_LINKS = ("in ", "from ", "of ", "inside ", "within ", "at ", "near ", "behind ", "to ", "with ")
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
# "A source said Hyesan residents had seen": what they did is told by somebody else.
_TOLD_OF = (
    " said ",
    " says ",
    " said that ",
    " added ",
    " added that ",
    " claimed ",
    " claimed that ",
    " told us ",
    " reported that ",
)
_HAPPENS = re.compile(r"(?<!\w)(?:was|were|has|have|had|began|is|are|that)(?!\w)")
_ACCORDING_BEFORE = Cued(
    rf"(?<!\w)(?:(?:according to|as told by|quot(?:ing|ed)|cit(?:ing|ed)|told by) (?:an? |the |one |two |several |some )?|"
    rf"(?:{SAYS}) (?:an?|one|another|two|several) )[^,;]{{0,60}}$", re.IGNORECASE,
)  # fmt: skip
# Anybody who speaks, whatever the trade: "a grower at X said", "said a retired forester who lives in X".
_SOMEBODY_BEFORE = re.compile(
    rf"(?:^|[.,;:—“\"”’] ?|(?<!\w)(?:and|but|while|as|after|when|because|once|until|where|that|then) )(?:an?|one|another|the) (?:[\w'’-]+ ){{1,4}}{_PLACE_AHEAD}",
    re.IGNORECASE,
)
_SAYS_NEXT = Cued(
    rf"^(?:, [^.;]{{0,60}},)? (?:{SAYS}|quoted|writes|wrote|has sent|sent us|tells|sent (?:[\w-]+ ){{0,4}}?(?:messages?|photos?|videos?|footage|letters?|pictures?|texts?|recordings?))(?!\w)",
    re.IGNORECASE,
)
# "…, said a woman from X"; in "she said a woman was led away from X" somebody else speaks.
_SAID_SOMEBODY = Cued(
    rf"(?<!\w)(?<!he )(?<!she )(?<!it )(?<!they )(?<!source )(?<!who )(?:{SAYS}) (?:an?|one|another) "
    rf"(?!(?:[^ ,.;]+ ){{1,6}}?(?:was|were|is|are|had|has|have|would|will|could|did|who (?:was|were|had)) )[^,.;]{{3,60}}?{_PLACE_AHEAD}",
    re.IGNORECASE,
)
_BY_PHONE = Cued(
    rf"(?<!\w)(?:{SAYS}|spoke|speaking)(?: \w+){{0,2}} (?:by|over the|on the) (?:tele)?phone from $|(?<!\w)by (?:tele)?phone from $",
    re.IGNORECASE,
)
# "She called on the 2nd from behind X"; "a mother of two from X, whom we met".
_CALLED_FROM = Cued(
    r"(?<!\w)(?:called|phoned|telephoned|rang|texted|messaged|wrote|writing|calling|speaking|spoke|reached us|was reached)(?: [\w.]+){0,8}? "
    r"from (?:behind |near |outside |inside |a \w+ (?:in|near|above|outside) |the \w+ (?:of|in|near|above) )?(?:the )?$", re.IGNORECASE,
)  # fmt: skip
_MET_AFTER = Cued(
    r"^(?:,[^,.;]{2,40})?,? (?:whom|who|that) (?:we|I|this (?:reporter|newspaper|paper|website)|[A-Z]\w+(?: [A-Z]\w+)?|reporters?|journalists?) "
    r"(?:met|spoke|interviewed|reached|contacted|talked|saw)(?!\w)"
)
_GOES_BEFORE = re.compile(
    r"(?<!\w)(?:who|that) (?:often |regularly |frequently |sometimes )?(?:goes|travels|crosses|trades|drives|commutes|does business|buys|sells)(?: \w+){0,3}? (?:to|in|with|at|between) $"
)
# "A researcher at the Academy of Social Sciences in X", "an engineer in A, the seat of X".
_EMPLOYED_BEFORE = Cued(
    rf"(?<!\w)(?:{_PEOPLE}|engineers?|economists?|historians?|journalists?|editors?|founders?|members?|consultants?|specialists?|scientists?)"
    rf" (?:at|with|for|of|from) (?:the |an? )?(?:(?!ministry|government|embassy|consulate|party|state)[\w'’&.-]+ ){{1,9}}?(?:in|at|near|of) (?:the )?$", re.IGNORECASE,
)  # fmt: skip
_APPOSED = re.compile(
    r"^(?P<head>.*(?:in|from|at|of|near) )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, (?:the|an?) [\w '’-]{0,40}(?:of|in|near|opposite|from|across from|facing|on) (?:[A-Z][\w]+['’]s )?(?:the )?$"
)
# Who left is no source there: "a woman from X who settled in Y in 2016".
_LEFT_AFTER = re.compile(
    r"^(?:,[^,.;]{2,40},)? who (?:had |has |later |then |since )?(?:settled|left|fled|escaped|defected|resettled|arrived in|came to|reached South|emigrated|moved away)(?!\w)"
)
# An office speaks for itself and has no one to protect; nor does an order or a letter.
_OFFICE_BEFORE = Cued(
    r"(?<!\w)(?:ministry(?: of \w+(?: and \w+)?)?|government|consulate(?: general)?|embassy|company|bureau|spokes\w+|agency|department|court|authorities|council|committee|"
    r"police|hospital|university|order|orders|letter|notice|statement|report|document|airline|operator)s? (?:in|of|from|at) (?:the )?$",
    re.IGNORECASE,
)
_OFFICE_AFTER = Cued(
    r"^['’]s (?:[\w-]+ ){0,3}(?:ministry|government|embassy|consulate|authorities|police|office)(?!\w)", re.IGNORECASE
)
_BUREAU_AFTER = re.compile(r"^['’]s (?:[\w-]+ ){0,3}(?:office|police|bureau)(?!\w)", re.IGNORECASE)
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
    r"(?<!\w)(?:lives|living|resid(?:es|ing)|works|working|trades|farms|serves|based|runs [\w’' -]{2,40}|teaches|stays)(?: \w+){0,2} (?:in|at|near|outside) (?:the )?$"
)
_SPEAKER_BEFORE = re.compile(
    rf"(?<!\w)(?:{SAYS})(?!\w)|"
    rf"^\W{{0,3}}(?:she|he|the (?:source|woman|man|trader|official|defector|activist|broker)|(?:the |an? |our )?(?:reporting )?(?:partner|source|"
    r"collaborator|interviewee|respondent|informant|contact|witness|correspondent|resident|reporter)(?: [A-Z\d]\w{{0,2}})?)(?:,? who)?(?: herself| himself)? ",
    re.IGNORECASE,
)
# Where somebody who speaks once was is no source's place: "who served in X until 2008", "a woman who left X in 2014".
ONCE_BEFORE = Cued(
    r"(?<!\w)(?:who|that|he|she|they|and) (?:had |once |first )?(?:served|was born|grew up|was raised|used to \w+|fled|escaped|left|defected|came)"
    r"(?: \w+){0,3}?(?: in| from| at)? $|(?<!\w)(?:born|raised|stationed|formerly|originally) (?:\w+ )?(?:in|from|at) $", re.IGNORECASE,
)  # fmt: skip
# Any noun that speaks: "Hotel staff in X said", "according to two timber buyers in X".
_ANYBODY_BEFORE = re.compile(
    rf"(?:^|[.,;:—“\"”’(] ?|(?<!\w)(?:and|but|while|as) )(?!(?:some|many|most|few|those|all|none|much) (?:in|of|at|from) )(?:(?!city|county|province|town|village|bridge|report)[\w'’-]+ ){{1,5}}{_PLACE_AHEAD}",
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
# "Our man in Longjing", "a reader from Yanji:": who is met in the report's own columns.
_OURS_BEFORE = re.compile(
    r"(?<!\w)(?:our (?:own )?(?:man|woman|person|people|friend|contact|partner|stringer|correspondent|reader|informant|source|eyes)s?|"
    r"(?:an? |another |one |the )?(?:replier|commenter|commentator|poster|uploader|listener|viewer|reader|subscriber|user|caller|correspondent|letter[- ]writer)s?) (?:in|from|at|near) (?:the )?$",
    re.IGNORECASE,
)
_ZH_MET_BEFORE = re.compile(r"(?:日前|近日|昨日|当天|當天|最近|，|。|^|后|後)?(?:在|于|於)[^，。；]{0,4}$")
_ZH_MET_AFTER = re.compile(
    r"^(?:市|县|縣|市内|当地|當地)?[^，。；]{0,6}?(?:接受|向)(?:了)?(?:本台|本报|本報|本网|本網|本刊|记者|記者|我们|我們|[^，。；]{0,8}?)(?:的)?(?:独家)?(?:采访|採訪|访问|訪問|专访|專訪|查询|查詢|电访)"
)
_ZH_HOME_BEFORE = re.compile(r"(?:来自|來自|住在|居住在|身在|家住|人在|老家在)[^，。；]{0,4}$")
_ZH_HOME_AFTER = re.compile(
    r"^(?:市|县|縣|郡)?(?:，|的)?(?:她|他|对方|對方|该人士|該人士|这名|這名|人士|人|居民)[^，。；]{0,6}?(?:说|說|告诉|告訴|透露|表示|称|稱|证实|證實|回忆|回憶)"
)
_ZH_HEARD_FROM = re.compile(r"(?:消息来自|消息來自|消息源自|录音来自|照片来自|从|從|由|向)[^，。；]{0,8}$")
_ZH_HEARD_AFTER = re.compile(
    r"^(?:市|县|縣|郡)?(?:的|当地|當地|民间|民間|一名|一位|某)*(?:人士|居民|线人|線人|消息人士|消息来源|消息來源|知情人|知情人士|民众|民眾|亲属|親屬|商人)(?:处|處|那里|那裡|口中|手中|获悉|獲悉|了解|打听|打聽|得到|取得|$|[。，])"
)
_REPORTED_IN = Cued(r"(?<!\w)(?:reporting by [^.;()]{0,50}|compiled(?: by [\w ]{1,30})?) (?:in|from) $", re.IGNORECASE)

_KO_SOURCE_WORDS = r"(?:소식통|취재원|취재\s*협[력조]자|협조자|정보원|통신원)"
_KO_AT = r"(?: ?(?:건설장|공사장|작업장|양식장|발전소|병원|대학|중학교|고아원|여관|상점|식당|부두|항|역|세관|광산|탄광|장마당|시장|세관|공장|농장|외곽|항구|역전))?(?:의|에서 (?:(?:[가-힣]{1,6} )?[가-힣]{1,6}[을를] )?(?:하는|운영하는|파는|일하는|근무하는|운전하는|가르치는)|에 (?:동원|파견|배치|근무|입원|수감|체류|정착|소속|배속)(?:된|됐던|되었던|한|했던|하는|하던|돼 있는|중인)|에 다니는|에 다니던|을 오가는|를 오가는|에 머물고 있는|에 있는|에 사는|에 거주하는|에 거주 중인|에 거주하고 있는|에서 사는|에서 활동하는|에서 장사를? 하는|에서 장사하는|에서 일하는|에서 온|에서 만난|에서 전화를 받은|에서 연락이 닿은|에서 탈북한|에 가족을 둔|에서 나온|에 머무는|에 체류 중인|소재|주재|태생|태생의|거주|쪽|측|내|내부|출신|출신의)?"
_KO_MODIFIERS = r"(?:(?:[가-힣\d·]{0,6}[^\s고서를을이가은는에로며면다\d.,“”\"']|\d+대|사는|있는|활동하는|사정에|사정을|잘|밝은|아는|정통한)\s+){0,4}?"
_KO_SOURCE = re.compile(rf"^{_KO_AT}\s*{_KO_MODIFIERS}[가-힣]{{0,5}}{_KO_SOURCE_WORDS}")
_KO_PEOPLE = (
    r"(?:주민|상인|관계자|무역업자|무역일꾼|탈북민|탈북자|간부|농민|어민|시민|여성|남성|노동자|사업가|기업인|대표|이사|사장|업자|교수|연구원|"
    r"전문가|학자|소장|직원|기사|가이드|단체|제대군인|주부|노인|교사|의사|학생|지인|조선족|군인|증인|목격자|업주|점주|농장원|돌격대원|장사꾼|돈주|대방|브로커|무역상|공무원|종업원|환자|선원|선장|유학생|화교|당국자|외교관|활동가|운동가|선교사|"
    r"목사|제보자|중개인|중개상|중개업자|은행원|회사원|운영자|관리인|관리원|경비원|안내원|통역|통역사|지배인|주인|여주인|뱃사공|사공|어부|사냥꾼|심마니|벌목공|광부|탄부|기술자|"
    r"철도원|역무원|기관사|승무원|판매원|되거리꾼|밀수꾼|밀수업자|보따리상|자영업자|당원|보안원|안전원|보위원|지도원|병사|장교|군관|하사관|제대병사|전역자|인민반장|반장|작업반장|분조장|비서|국장|과장|"
    r"간호사|약사|엄마|아빠|딸|아들|형|누나|언니|오빠|동생|삼촌|이모|고모|사촌|조카|친구|동료|생존자|피해자|유가족|유족|가족|이탈주민|새터민|실향민|난민|수감자|분석가|박사|대변인|관리|실무자|담당자|책임자|영사|"
    r"친척|이웃|아내|남편|어머니|아버지|할머니|할아버지|운전사|택시기사|변호사|연구위원|대원|일꾼|청년|학부모)"
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
    r"말했|전했|전한|밝혔|설명했|알려왔|증언|에 따르면|에 의하면|했다고|고 했다|라고 했|고 한다|토로|호소|회상|기억했|귀띔|주장했|덧붙|이야기했|얘기했|하소연|분석했|전망했|내다봤|알렸|털어놓|털어놨|지적했|강조했|답했|대답했|언급했|보내왔|통화에서|말합|전합|밝힙|설명합|주장합|말하|전하|증언하|증언합|지적합|지적한|설명한|주장한|강조합|강조한|우려했|우려합|추정했|예상했|평가했|진단했|관측했|경고했|불평했|한탄했|푸념했|비판했|비난했|확인했|인정했|부인했|고백했|소개했|"
    r"추측했|단언했|장담했|반박했|덧붙인|알려온|알려 온|귀띔한|털어놓은|들려줬|들려주|일러줬|알려줬|전해줬|전해 왔|전해왔|보태|인터뷰에서|제보했|폭로했|반문했|한숨|말한다|전한다|밝힌|알려 왔|입을 모았"
)
_KO_HEARING = re.compile(r"들었|전해 들|이야기|소식을|통화|확인했|알게 됐")
_KO_OTHER_SPEAKER = re.compile(
    r"소식통|당국|매체|언론|통신은|방송은|해임|체포|처형|숨졌|사망|구속|연행|붙잡|잡혔|끌려|추방|총살|다쳤|실종|압송|송환됐"
)
_KO_NEARER_SPEAKER = re.compile(rf"(?:{_KO_PEOPLE}|소식통)(?:들)?(?:은|는|이|가|에게) [^“”\"‘’,.]{{0,14}}$")
_KO_CELL = re.compile(rf"^ (?:[가-힣]{{0,4}})?(?:{_KO_PEOPLE}|소식통)[ \t]*(?:\n|\t|\||$)")
# [녹취: 투먼 주민], 이 소식통은 삭주에 사는 친척에게서 들었다고 했다.
_KO_LABEL = re.compile(rf"^ ?(?:[가-힣]{{1,6}} )?(?:{_KO_PEOPLE}|소식통|취재협력자)(?: ?[A-Z가-힣]씨)?\s*[\]】:：)]")
_KO_LABEL_BEFORE = re.compile(r"(?:녹취|인터뷰|현장음|음성|영상|증언|통화)\s*[:：]?\s*$")
_KO_HEARD = re.compile(
    rf"^(?:에 사는|에 있는|에 거주하는|의|에 사는 한|의 한) (?:[가-힣]{{1,6}} )?(?:{_KO_PEOPLE})(?:에게서|한테서|한테|로부터|으로부터|에게|의 말|와 통화|과 통화|와의 통화|과의 통화)"
)
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
# 另一名消息人士住在普天郡; what an office elsewhere says is no source's word: 总部设在首尔的团体.
_ZH_LIVES_BEFORE = re.compile(
    rf"(?:{_ZH_SOURCE_WORDS}|{_ZH_PEOPLE}|受访者|受訪者)[^，。；：]{{0,6}}(?:住在|居住在|来自|來自|身在|人在|现居|現居|家住|就住在)[^，。；：]{{0,6}}$"
)
_ZH_CALLED_BEFORE = re.compile(
    r"(?:致电|致電|电话采访|電話採訪|電話訪問|联系上|聯繫上|聯絡上|联系到|聯絡到|联络到|打到)了?[^，。]{0,3}$"
)
_ZH_SEAT_BEFORE = re.compile(
    r"(?:总部|總部|本部|会址|會址)(?:设在|設在|设于|設於|位于|位於|在)[^，。]{0,4}$|设在$|設在$|设于$|設於$"
)
_KO_INSTITUTION = re.compile(
    r"^ ?(?:의|에 있는|소재|에 본부를 둔|에서 활동하는|주재)?\s*(?:[가-힣]{1,8}\s){0,4}?[가-힣]{0,8}(?:전문가|분석가|연구원|교수|학자|연구소|연구기관|단체|싱크탱크|정부|통일부|외교부|대변인|당국자|외교관|외교소식통|위원회|변호사)"
)
_ZH_INSTITUTION = re.compile(
    r"^(?:的|一名|一位|一個|一个|一家|某|[^，。；：]{0,10}?)(?:学者|學者|专家|專家|智库|智庫|教授|分析师|分析師|团体|團體|机构|機構|组织|組織|統一部|统一部|外交部|政府|发言人|發言人|观察人士|觀察人士)"
)
_INSTITUTION_BEFORE = re.compile(
    r"(?<!\w)(?:staff|newsroom|bureau|reporting by|editing by|writing by|state media|media|newspapers?|broadcasters?|news agenc(?:y|ies)|official media|state television|state radio)(?: [\w’'-]+){0,4} (?:in|at|from|of) $|(?<!\w)(?:reporting|editing|writing) by [^.;()]{0,60} (?:in|and) $|(?<!\w)(?:former (?:officer|diplomat|minister|official)s?|officer|think tanks?|economists?|press office|embassy|experts?|scholars?)(?: (?!said|says|told)[\w'’-]+){0,6} (?:in|at|from|of) $",
    re.IGNORECASE,
)
_ZH_ANYBODY = re.compile(
    rf"^(?:的|当地|當地)?(?:一名|一位|某|多名|数名|數名|有)[^，。；：被遭]{{1,14}}?(?:对|對|向)?(?:本报|本報|本台|本网|记者|記者|我们|我們)?{_ZH_SAYS}"
)
_ZH_WHO = re.compile(
    rf"^[^，。；：被]{{0,8}}(?:的)[^，。；：被]{{0,8}}?(?:{_ZH_PEOPLE}|{_ZH_SOURCE_WORDS})[^，。；：被]{{0,12}}?{_ZH_SAYS}"
)


def is_an_institution(before: str, after: str) -> bool:
    """Tell whether who speaks is an expert, a group or an office: far from the border that is no source's place.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    """
    return bool(_KO_INSTITUTION.match(after) or _ZH_INSTITUTION.match(after) or _INSTITUTION_BEFORE.search(before))


def is_source(before: str, after: str, cues: int = ANY) -> bool:
    """Tell whether the words about a place tie it to somebody who speaks.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    cues : int
        The cues that stand there.
    """
    if _SOURCE_AFTER.match(after, cues) or _people_speak(before, after, cues) or _is_credited(before):
        return True
    leads = before.rsplit(None, 1)[-1:]
    linked = leads and leads[0].lower() in _LEADS and _is_linked(before)
    if linked and _is_somebodys_place(before, after, cues):
        return True
    script = script_of(after[:_SCRIPT_LENGTH])
    if script == "Zyyy":  # the last word of its sentence
        script = script_of(before[-_SCRIPT_LENGTH:])
    if script == "Hani":
        return _is_source_in_chinese(before, after)
    return script == "Hang" and _is_source_in_korean(before, after)


def _is_linked(before: str) -> bool:
    """Tell whether a place is led in: nearly always by a bare "in" or "of", which needs no pattern."""
    return before.endswith(_BARE_LINKS) or _LINKED.search(before[-_LINKED_LENGTH:]) is not None


def _is_credited(before: str) -> bool:
    """Read "Witness 3 (Hyesan)", 출처: 양강도."""
    if before[-1:] not in _CREDIT_LAST or before[-2:].rstrip(" ")[-1:] not in _CREDIT_MARKS:
        return False
    return _CREDITED_BEFORE.search(before[-_LINKED_LENGTH:]) is not None


def _people_speak(before: str, after: str, cues: int) -> bool:
    """Read "Hyesan residents said"."""
    if after[:1] not in " '’-" or not cues & _VERB.bit or before.endswith(_TOLD_OF):
        return False
    match = _PERSON_AFTER.match(after, cues)
    return match is not None and _speaks(after[match.end() :], cues)


def _is_somebodys_place(before: str, after: str, cues: int) -> bool:  # noqa: PLR0911 - one return a rule
    """Tell whether the words before tie the place to somebody who speaks: "a resident of", "told the paper in"."""
    if ONCE_BEFORE.search(before, cues) or _LEFT_AFTER.match(after):
        return False
    if _SAYS_NEXT.match(after, cues) and (_EMPLOYED_BEFORE.search(before, cues) or _GOES_BEFORE.search(before)):
        return True
    if _OFFICE_BEFORE.search(before, cues):
        return False
    if _MET_AFTER.match(after, cues) or _CALLED_FROM.search(before, cues):
        return True
    if _OFFICE_AFTER.match(after, cues):
        bureau = _BUREAU_AFTER.match(after) is not None
        return bureau and _PERSON_BEFORE.search(before, cues) is not None and _speaks(after, cues)
    if "," in before and (match := _APPOSED.match(before)) is not None:
        return _is_somebodys_place(match["head"], after.removeprefix(","), cues)
    return _somebody_speaks(before, after, cues) or _is_told_there(before, cues)


def _somebody_speaks(before: str, after: str, cues: int) -> bool:
    """Tell whether whoever the words before name is the one that speaks."""
    if cues & (_VERB.bit | _ACCORDING_BEFORE.bit) and _PERSON_BEFORE.search(before, cues):
        told = _speaks(after, cues) and not _ACTED_ON_BEFORE.search(before)
        if told or _ACCORDING_BEFORE.search(before, cues):
            return True
    if _SAID_SOMEBODY.search(before, cues) or _ACCORDING_TO_ANYBODY.search(before, cues):
        return True
    if _SAYS_NEXT.match(after, cues) and (_SOMEBODY_BEFORE.search(before) or _ANYBODY_BEFORE.search(before)):
        return True
    return bool(_RESIDENT_BEFORE.search(before, cues) and _WITNESS_AFTER.match(after))


def _is_told_there(before: str, cues: int) -> bool:
    """Tell whether the words before are those of a talk: "by phone from", "interviewed in", "she lives in"."""
    if _SOURCE_BEFORE.search(before, cues) or _SPOKE_IN.search(before, cues) or _REPORTED_IN.search(before, cues):
        return True
    if ("phone" in before and _BY_PHONE.search(before, cues)) or _INTERVIEWED_BEFORE.search(before, cues):
        return True
    if _SPEAKING_FROM.match(before):
        return True
    lives = _LIVES_BEFORE.search(before, cues) is not None and _SPEAKER_BEFORE.search(before) is not None
    return (lives and not _in_a_quotation(before)) or _OURS_BEFORE.search(before) is not None


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


def _is_heard_in_korean(before: str, after: str) -> bool:
    """Read [녹취: 투먼 주민], and 삭주에 사는 친척에게서 들었다."""
    heard = _KO_HEARD.match(after)
    if heard is not None and _KO_HEARING.search(after, heard.end()):
        return True
    return bool(_KO_LABEL.match(after) and _KO_LABEL_BEFORE.search(before))


def _is_source_in_korean(before: str, after: str) -> bool:
    if _is_heard_in_korean(before, after):
        return True
    if _KO_SOURCE.match(after) or _KO_NEWS.match(after) or _KO_CELL.match(after) or _KO_QUOTED.match(after):
        return True
    spoken = _KO_PERSON.match(after) or _KO_NAMED.match(after) or _KO_SOMEBODY.match(after)
    if spoken is None:
        return False
    saying = _KO_SAYING.search(after, spoken.start())
    if saying is None or _KO_OTHER_SPEAKER.search(after, spoken.end(), saying.start()):
        return False
    # "군관들이 쌀을 거둬들이고 있다고 주민이 24일 전했다": the nearer person speaks.
    if _KO_NEARER_SPEAKER.search(after, spoken.end(), saying.start()):
        return False
    # Who is spoken of inside a quotation does not say what is said behind it.
    return not (_in_a_quotation(before) and _closes(after, saying.start()))


def _in_a_quotation(before: str) -> bool:
    """Tell whether a quotation was opened before, and not closed."""
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _closes(after: str, end: int) -> bool:
    """Tell whether a quotation that was open is closed before an offset."""
    return '"' in after[:end] or "”" in after[:end]


def _is_source_in_chinese(before: str, after: str) -> bool:
    if _ZH_SEAT_BEFORE.search(before):
        return False
    if _ZH_LIVES_BEFORE.search(before) or _ZH_CALLED_BEFORE.search(before):
        return True
    if _ZH_SOURCE.match(after) or _ZH_PERSON.match(after) or _ZH_ANYBODY.match(after):
        return True
    if _ZH_MET_AFTER.match(after) and _ZH_MET_BEFORE.search(before):
        return True
    if _ZH_HOME_AFTER.match(after) and _ZH_HOME_BEFORE.search(before):
        return True
    if _ZH_HEARD_AFTER.match(after) and _ZH_HEARD_FROM.search(before):
        return True
    if _ZH_ACCORDING_BEFORE.search(before) and _ZH_ACCORDING.match(after):
        return True
    return bool(_ZH_SOMEBODY_BEFORE.search(before) and _ZH_WHO.match(after))
