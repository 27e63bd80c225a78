"""Who speaks, and from where: the words that tie a place to a report's source, in English, Korean and Chinese.

A source's place must never be missed: a dot there is wrong, and a risk to the source. In English the person stands before
the place ("a trader from X said", "according to residents of X") or right behind it ("X residents said"); in Korean and
Chinese nearly always behind it (X의 한 주민은 … 전했다, X一名居民说). Victims and suspects are persons too, so a person counts only
as the subject of a verb of saying; words that mean nothing but a source count by themselves.
"""

from __future__ import annotations

import re

from borderatlas.gazetteer import attribution_ko, attribution_zh
from borderatlas.gazetteer.attribution_ko import in_a_quotation
from borderatlas.gazetteer.cues import ANY, AnyOf, Cued
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
_APPOSED = Cued(
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
_SPEAKING_FROM = Cued(r"^\W{0,2}(?:Speaking|Reached|Contacted|Interviewed|Writing)(?: \w+){0,3} (?:from|in|at) $")
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
_CREDITED_BEFORE = Cued(
    r"(?:^|\W)(?:source|interviewee|witness|informant|respondent|reporting partner)s?(?: (?:\d{1,2}|[A-Z]))?(?: \((?:[^()]{0,24}[,;] ?)?|: |, )$|"
    r"(?:제보자?|출처|취재원|증언자|협조자|소식통|구술자|면담자|주민)\s?[:：(](?:[^()]{0,10}, ?)?$|(?:消息来源|消息來源|受访者|受訪者|爆料人|线人|知情人)(?:[（(：:])(?:[^（）()]{0,8}[，,、])?$",
    re.IGNORECASE,
)
_CREDIT_LAST = frozenset(" (：:,（")
_CREDIT_MARKS = frozenset("(（:：,;，、")
# "Our man in Longjing", "a reader from Yanji:": who is met in the report's own columns.
_OURS_BEFORE = Cued(
    r"(?<!\w)(?:our (?:own )?(?:man|woman|person|people|friend|contact|partner|stringer|correspondent|reader|informant|source|eyes)s?|"
    r"(?:an? |another |one |the )?(?:replier|commenter|commentator|poster|uploader|listener|viewer|reader|subscriber|user|caller|correspondent|letter[- ]writer)s?) (?:in|from|at|near) (?:the )?$",
    re.IGNORECASE,
)
_REPORTED_IN = Cued(r"(?<!\w)(?:reporting by [^.;()]{0,50}|compiled(?: by [\w ]{1,30})?) (?:in|from) $", re.IGNORECASE)
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


def is_an_institution(before: str, after: str) -> bool:
    """Tell whether who speaks is an expert, a group or an office: far from the border that is no source's place.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    """
    return bool(_KO_INSTITUTION.match(after) or _ZH_INSTITUTION.match(after) or _INSTITUTION_BEFORE.search(before))


# What ties a place to a speaker; the patterns left out only qualify what another one has found.
_SPEAKERS = AnyOf(
    globals(),
    but=(
        _LINKED, _APPOSED, ONCE_BEFORE, _ACTED_ON_BEFORE, _VERB, _QUOTED_AS, _INVERTED, _CLAUSE_OF_THE_PERSON, _HAPPENS, _SOMEBODY_BEFORE,
        _ANYBODY_BEFORE, _OFFICE_BEFORE, _OFFICE_AFTER, _WITNESS_AFTER, _SPEAKER_BEFORE, _GOES_BEFORE, _EMPLOYED_BEFORE, _LEFT_AFTER, _BUREAU_AFTER,
        _KO_INSTITUTION, _ZH_INSTITUTION, _INSTITUTION_BEFORE,
    ),
)  # fmt: skip


def is_source(before: str, after: str, cues: int = ANY, told: int = ANY) -> bool:
    """Tell whether the words about a place tie it to somebody who speaks.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    cues, told : int
        The patterns that may match there; those that the words there allow, whatever letters stand beside the mention.
    """
    if not cues & (_SPEAKERS.bits | attribution_ko.SPEAKERS.bits | attribution_zh.SPEAKERS.bits) and not (
        cues & _APPOSED.bit and told & _SPEAKERS.bits
    ):
        return False
    if _SOURCE_AFTER.match(after, cues) or _people_speak(before, after, cues) or _is_credited(before, cues):
        return True
    leads = before.rsplit(None, 1)[-1:]
    linked = leads and leads[0].lower() in _LEADS and _is_linked(before)
    if linked and _is_somebodys_place(before, after, cues, told):
        return True
    script = script_of(after[:_SCRIPT_LENGTH])
    if script == "Zyyy":  # the last word of its sentence
        script = script_of(before[-_SCRIPT_LENGTH:])
    if script == "Hani":
        return attribution_zh.is_source(before, after, cues)
    return script == "Hang" and attribution_ko.is_source(before, after, cues)


def _is_linked(before: str) -> bool:
    """Tell whether a place is led in: nearly always by a bare "in" or "of", which needs no pattern."""
    return before.endswith(_BARE_LINKS) or _LINKED.search(before[-_LINKED_LENGTH:]) is not None


def _is_credited(before: str, cues: int) -> bool:
    """Read "Witness 3 (Hyesan)", 출처: 양강도."""
    if (
        not cues & _CREDITED_BEFORE.bit
        or before[-1:] not in _CREDIT_LAST
        or before[-2:].rstrip(" ")[-1:] not in _CREDIT_MARKS
    ):
        return False
    return _CREDITED_BEFORE.search(before[-_LINKED_LENGTH:]) is not None


def _people_speak(before: str, after: str, cues: int) -> bool:
    """Read "Hyesan residents said"."""
    if after[:1] not in " '’-" or not cues & _VERB.bit or before.endswith(_TOLD_OF):
        return False
    match = _PERSON_AFTER.match(after, cues)
    return match is not None and _speaks(after[match.end() :], cues)


def _is_somebodys_place(before: str, after: str, cues: int, told: int) -> bool:  # noqa: PLR0911 - one return a rule
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
    person = _PERSON_BEFORE.search(before, cues) or _SOURCE_BEFORE.search(before, cues)
    if person is None and "," in before and (match := _APPOSED.match(before, cues)) is not None:
        return _is_somebodys_place(match["head"], after.removeprefix(","), told, told)  # beside other letters
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
    if _SPEAKING_FROM.match(before, cues):
        return True
    lives = _LIVES_BEFORE.search(before, cues) is not None and _SPEAKER_BEFORE.search(before) is not None
    return (lives and not in_a_quotation(before)) or _OURS_BEFORE.search(before, cues) is not None


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
