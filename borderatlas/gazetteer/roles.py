"""What a named place is to the report: where it happened, where the source is, the dateline, a caption, background.

The rules read the words around a mention, inside its sentence. A source's place is the one that must never be missed:
a dot there is wrong, and a risk to the source.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import script_of

if TYPE_CHECKING:
    from borderatlas.gazetteer.context import Surroundings
    from borderatlas.models import Place, Role

_SAYS = (
    r"said|says|saying|told|tells|added|confirmed|explained|reported|claimed|recalled|noted|thought|"
    r"believes?|estimated|described|stated|asked not to|declined to be|requested anonymity|spoke on condition|speaking on condition"
)
_SOURCES = (
    r"sources?|contacts?|informants?|insiders?|correspondents?|(?:reporting|inside) partners?|collaborators?|tipsters?"
)
_PEOPLE = (
    r"residents?|partners?|officials?|traders?|citizens?|someone|somebody|anyone|man|woman|people|person|men|women|guards?|soldiers?|officers?|"
    r"family|families|businessm[ae]n|merchants?|brokers?|drivers?|workers?|villagers?|locals?|inhabitants?|defectors?|activists?|smugglers?|ones?|another|second"
)
_IN = r"in|from|of|inside|within|at|near|based in|living in|who lives in|residing in"
_UNIT_OF = r"(?: (?:city|county|province|town|area|capital|border city|border town|border county|border area)(?: of)?)?"
_LINK = (
    r"(?:[, ]+(?!and |or |that |was |were |is |are |had |has |been )[\w'’-]+){0,4}?[, ]+"
    rf"(?:{_IN})(?: the)?{_UNIT_OF}"
)
_LEADS = frozenset(
    {
        "in",
        "from",
        "of",
        "inside",
        "within",
        "at",
        "near",
        "the",
        "city",
        "county",
        "province",
        "town",
        "area",
        "capital",
    }
)
_LINKED = re.compile(rf"(?:{_IN})(?: the)?{_UNIT_OF} $")  # cheap: rules out most mentions
_LINKED_LENGTH = 40
_SCRIPT_LENGTH = 8
_SOURCE_BEFORE = re.compile(rf"(?<!\w)(?:{_SOURCES}){_LINK} $", re.IGNORECASE)
_PERSON_BEFORE = re.compile(rf"(?<!\w)(?:{_PEOPLE}){_LINK} $", re.IGNORECASE)
_SOURCE_AFTER = re.compile(
    r"^(?:'s|’s)?(?:[ -]based)?(?: province| county| city)?(?: (?:provincial|local|inside|security|internal))? "
    rf"(?:{_SOURCES})(?!\w)", re.IGNORECASE
)  # fmt: skip
# The person speaks: a verb of saying right behind the place, or "according to" before the person.
_SAYING_AFTER = re.compile(
    rf"^(?:(?! that |, (?:an?|the|one|another) (?:\w+ )?(?:{_SOURCES}|{_PEOPLE})(?!\w))[^;]){{0,90}}?(?<!\w)(?:{_SAYS})(?!\w)",
    re.IGNORECASE,
)
_ACCORDING_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:according to|as told by|quot(?:ing|ed)|cit(?:ing|ed)|told by) (?:an? |the |one |two |several |some )?|"
    rf"(?:{_SAYS}) (?:an?|one|another|two|several) )[^,;]{{0,60}}$",
    re.IGNORECASE,
)

# Anybody who speaks, whatever the trade: "a grower at X said", "said a retired forester who lives in X".
_SOMEBODY_BEFORE = re.compile(
    rf"(?:^|[.,;:—“\"”’] ?|(?<!\w)(?:and|but|while|as) )(?:an?|one|another|the) (?:[\w'’-]+ ){{1,4}}(?:{_IN})(?: the)?{_UNIT_OF} $",
    re.IGNORECASE,
)
_SAYS_NEXT = re.compile(
    rf"^(?:, [^.;]{{0,60}},)? (?:{_SAYS}|quoted|writes|wrote|has sent|sent us)(?!\w)", re.IGNORECASE
)
_SAID_SOMEBODY = re.compile(
    rf"(?<!\w)(?:{_SAYS}) (?:an?|one|another) [^,.;]{{3,60}}?(?:{_IN})(?: the)?{_UNIT_OF} $", re.IGNORECASE
)
_BY_PHONE = re.compile(
    rf"(?<!\w)(?:{_SAYS}|spoke|speaking)(?: \w+){{0,2}} (?:by|over the|on the) (?:tele)?phone from $|(?<!\w)by (?:tele)?phone from $",
    re.IGNORECASE,
)
# "told Daily NK in Dandong": where the source spoke.
_SPOKE_IN = re.compile(
    r"(?<!\w)(?:told|spoke to|speaking to|interviewed by|met with) (?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3} (?:in|at|from) $"
)

_KO_SOURCE = re.compile(
    r"^(?:의|에 있는|에 사는|에 거주하는|에 거주하고 있는|에서 사는)?\s*(?:(?:내부|현지|지역|시내|복수의|다른|한|또 다른|군|보위부|무역|대북|북한)\s*)*"
    r"(?:소식통|취재\s*협[력조]자|협조자|정보원|통신원)"
)
_KO_PERSON = re.compile(
    r"^(?:의|에 사는|에서 사는|에 거주하는|에서 온|출신)?\s*(?:지역\s*|한\s*|조선족\s*|중국인\s*|북한\s*|40대\s*|\d+대\s*)*"
    r"(?:주민|상인|관계자|무역업자|무역일꾼|탈북민|탈북자|간부|농민|어민|시민|여성|남성|노동자|사업가)\S{0,2}\s"
)
_KO_SOMEBODY = re.compile(r"^(?:의|에 사는|에 있는)\s*(?:한|어느|또 다른|다른)\s[^.“\"]{1,18}?(?:은|는|이|가|도)\s")
_KO_SAYING = re.compile(r"말했|전했|밝혔|설명했|알려왔|증언|에 따르면|했다고")
_ZH_SOURCE = re.compile(
    r"^(?:的|当地|境内|内部|一名|一位|方面|另一名)*(?:消息人士|消息来源|消息灵通人士|知情人|线人|通讯员|匿名人士)"
)
_ZH_PERSON = re.compile(
    r"^(?:的|当地|當地|一名|一位|一个|一些|朝鲜族|朝鮮族|中国|中國)*"
    r"(?:居民|官员|官員|商人|村民|农民|農民|渔民|漁民|女子|男子|妇女|婦女|脱北者|脫北者|司机|外商|市民|负责人|老板)[^。]{0,16}(?:说|說|表示|透露|称|稱)"
)
# What only somebody who lives there can tell: a witness is a source too.
_RESIDENT_BEFORE = re.compile(
    rf"(?<!\w)(?:residents?|villagers?|locals?|inhabitants?|citizens?){_LINK} $", re.IGNORECASE
)
_WITNESS_AFTER = re.compile(
    r"^[^.;]{0,40}?(?<!\w)(?:counted|saw|heard|knew|knows|remembers?|remembered|complains?|complained|fears?|worr(?:y|ies|ied))(?!\w)"
)

_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
_DATELINE = re.compile(
    rf"^(?:, [A-Z][\w.' ]{{1,30}}?)?(?:, ?{_DATE}|,? \d{{4}}\. ?\d{{1,2}}\. ?\d{{1,2}}\.?)?"
    r"(?: ?\((?:[A-Z][\w./ -]{1,30})\))? ?(?:--|[-—–=:]|/)"
)
_DATELINE_BARE = re.compile(rf"^(?: \((?:[A-Z][\w./ -]{{1,30}})\)|, {_DATE} )")
_DATELINE_ZH_BEFORE = re.compile(r"(?:社|报|報|网|網|电|電|讯|訊)$")
_DATELINE_ZH = re.compile(
    r"^(?:\d{1,2}月)?\d{1,2}日[^。，]{0,6}(?:电|電|讯|訊|消息|报道|報導)|^[(（][^)）]{1,20}[)）]|^(?:电|電|讯|訊)"
)
_BYLINE = re.compile(r"^\W{0,3}(?:By|Reporting by|Written by) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3},? in $")
_REPORTED_FROM = re.compile(r"^(?:에서 (?:보도|전해|전합|취재)|報導|报道|綜合|综合|專電|专电)")
_DATELINE_KO = re.compile(r"^ ?(?:\d{1,2}월 ?\d{1,2}일 ?발|=|·[^=]{1,20}=|\]|】|연합뉴스|뉴시스)")

_CREDIT = (
    r"yonhap(?: news)?|reuters|a[fp]p?|getty(?: images)?|rodong sinmun|kcna|daily nk|xinhua|asiapress|epa|kyodo|rfa|"
    r"newsis|wikimedia(?: commons)?|google earth"
)
_CAPTION = re.compile(
    r"\.(?:jpe?g|png|gif)(?!\w)|(?<=[.!?] )(?:Taken|Photographed|Pictured) (?:from|in|at|on)(?!\w)|^\W{0,3}(?:file (?:photo|image|picture)|(?:photo|image|picture|caption)s?\s*[:：|/]|(?:photo|image) (?:by|courtesy))|"
    r"(?:photo|image|picture)(?: courtesy)?(?: by|:|/| credit)|"
    rf"[.)] ?\(?(?:photo: ?|© ?)?(?:{_CREDIT})\)?\W*$|(?<!\w)(?:is|are) (?:seen|pictured)(?!\w)|"
    r"(?<!\w)seen (?:from|across|in)(?!\w)[^.]*\d{4}\W*$|^\W{0,3}(?:사진|자료사진|图为|图片|资料图|资料照片)",
    re.IGNORECASE,
)
_CAPTION_SCENE = re.compile(r"^[^.]{10,160}(?:,| on| in) (?:on |in )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},)? \d{4}\.?\s*$")
_PRESENT = re.compile(
    r"(?<!\w)(?:walks?|stands?|looks?|patrols?|rides?|works?|waits?|sits?|seen|passes|cross|crosses|pass|unloads?|is|are)(?!\w)"
)

_BOUND_FOR = re.compile(r"(?<!\w)(?:on (?:the|their|his|her) way to|bound for|destined for|en route to|headed (?:for|to)|heading (?:for|to)|shipped to|sent on to) (?:the )?$", re.IGNORECASE)  # fmt: skip
_HABIT = re.compile(
    r"(?<!\w)(?:(?:in|every) \w+ (?:each|every) year|each year|every year|used to|ha(?:s|ve) long been|historically|traditionally|"
    r"in the past|years ago|in the (?:19|20)\d0s|was born|is home to)(?!\w)|매년|해마다|예전|과거에는|历来|每年|以往",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<!\w)(?:than|like|unlike|as) (?:in|at|near|that of|those (?:in|at|of)) (?:the )?$|(?<!\w)(?:facing|faces|opposite|looks? (?:across|over) [\w ]{0,24}at),? (?:the )?$",
    re.IGNORECASE,
)
_LIES = re.compile(
    r"^,? (?:which )?(?:is located|is situated|lies|borders|faces|is home to|is known (?:for|as)|is the (?:capital|seat|largest))(?!\w)|^(?:位于|与[^，。]{0,16}隔江|隔[^，。]{0,8}相望)"
)
# Something happens: the words by which a sentence tells an event. Its lack counts only late in a text.
_HAPPENING = re.compile(
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
_TO = ("to ", "to the ", "for ", "for the ")
_HABIT_SIGNS = (
    "year",
    "used to",
    "long been",
    "ally,",
    "ally ",
    "past",
    "0s",
    "born",
    "home to",
    "매년",
    "해마다",
    "예전",
    "과거",
    "历来",
    "每年",
    "以往",
)
_BORDER_KM = 100.0
_BORDER_PROVINCES = frozenset({"cn.liaoning", "cn.jilin", "cn.jilin.yanbian"})


def role_of(around: Surroundings, place: Place | None, *, is_new: bool = True) -> Role:
    """Say what a place is to its report.

    Parameters
    ----------
    around : Surroundings
        The words around the mention.
    place : Place or None
        The place that is meant; None for one that is not in the gazetteer.
    is_new : bool
        True when no incident was at the place further up in the text.

    Returns
    -------
    Role
    """
    if _is_dateline(around):
        return "dateline"
    if _is_caption(around.paragraph):
        return "photo"
    if _is_source(around):
        return "source"
    if around.before.endswith(_TO) and _BOUND_FOR.search(around.before):
        return "destination"
    if place is not None and not _is_of_the_border(place):
        return "background"
    return "background" if _is_background(around, is_new=is_new) else "incident"


def _is_background(around: Surroundings, *, is_new: bool) -> bool:
    """Tell what a place is like, or was, from what happened there: by the words, and late in a text by their lack."""
    words = around.before + around.after
    if any(sign in words for sign in _HABIT_SIGNS) and _HABIT.search(words):
        return True
    if _COMPARED.search(around.before) or _LIES.match(around.after):
        return True
    return is_new and around.is_late and not _HAPPENING.search(words.lower())


def _is_of_the_border(place: Place) -> bool:
    """Tell whether an incident of this border can be there: in the DPRK or near the line, and finer than a country."""
    if place.kind in {"country", "region"} or place.id == "kp.pyongyang":
        return False
    if place.border_km is not None and place.border_km <= _BORDER_KM:
        return True
    return "KP" in place.country or (place.country == "CN" and place.id in _BORDER_PROVINCES)


def _is_dateline(around: Surroundings) -> bool:
    if _DATELINE_ZH_BEFORE.search(around.before) and _DATELINE_ZH.match(around.rest):
        return True
    if _BYLINE.search(around.before) or _REPORTED_FROM.match(around.rest):
        return True
    if around.opens and _DATELINE_KO.match(around.rest):
        return True
    return around.opens and bool(_DATELINE.match(around.rest) or _DATELINE_BARE.match(around.rest))


@lru_cache(maxsize=4096)
def _is_caption(paragraph: str) -> bool:
    """Tell whether a paragraph is a caption; asked once a mention, worked out once a paragraph."""
    scene = _CAPTION_SCENE.match(paragraph)
    return bool(_CAPTION.search(paragraph)) or bool(scene and _PRESENT.search(paragraph))


def _is_source(around: Surroundings) -> bool:
    before, after = around.before, around.after
    if _SOURCE_AFTER.match(after):
        return True
    leads = before.rsplit(None, 1)[-1:]
    linked = leads and leads[0].lower() in _LEADS and _LINKED.search(before[-_LINKED_LENGTH:].lower())
    if linked and _is_somebodys_place(before, after):
        return True
    script = script_of(after[:_SCRIPT_LENGTH])
    if script == "Hani":
        return bool(_ZH_SOURCE.match(after) or _ZH_PERSON.match(after))
    if script != "Hang":
        return False
    spoken = _KO_PERSON.match(after) or _KO_SOMEBODY.match(after)
    return bool(_KO_SOURCE.match(after) or (spoken and _KO_SAYING.search(after)))


def _is_somebodys_place(before: str, after: str) -> bool:
    """Tell whether the words before tie the place to somebody who speaks: "a resident of", "told the paper in"."""
    if _SOURCE_BEFORE.search(before) or _SPOKE_IN.search(before):
        return True
    if _PERSON_BEFORE.search(before) and (_SAYING_AFTER.match(after) or _ACCORDING_BEFORE.search(before)):
        return True
    if _SAID_SOMEBODY.search(before) or ("phone" in before and _BY_PHONE.search(before)):
        return True
    if _SOMEBODY_BEFORE.search(before) and _SAYS_NEXT.match(after):
        return True
    return bool(_RESIDENT_BEFORE.search(before) and _WITNESS_AFTER.match(after))
