"""Who speaks, and from where, in Chinese: the person stands behind the place, X一名居民说, or before it, 住在X."""

from __future__ import annotations

import re

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued

_MET_BEFORE = re.compile(r"(?:日前|近日|昨日|当天|當天|最近|，|。|^|后|後)?(?:在|于|於)[^，。；]{0,4}$")
_MET_AFTER = Cued(
    r"^(?:市|县|縣|市内|当地|當地)?[^，。；]{0,6}?(?:接受|向)(?:了)?(?:本台|本报|本報|本网|本網|本刊|记者|記者|我们|我們|[^，。；]{0,8}?)(?:的)?(?:独家)?(?:采访|採訪|访问|訪問|专访|專訪|查询|查詢|电访)"
)
_HOME_BEFORE = re.compile(r"(?:来自|來自|住在|居住在|身在|家住|人在|老家在)[^，。；]{0,4}$")
_HOME_AFTER = Cued(
    r"^(?:市|县|縣|郡)?(?:，|的)?(?:她|他|对方|對方|该人士|該人士|这名|這名|人士|人|居民)[^，。；]{0,6}?(?:说|說|告诉|告訴|透露|表示|称|稱|证实|證實|回忆|回憶)"
)
_HEARD_FROM = re.compile(r"(?:消息来自|消息來自|消息源自|录音来自|照片来自|从|從|由|向)[^，。；]{0,8}$")
_HEARD_AFTER = Cued(
    r"^(?:市|县|縣|郡)?(?:的|当地|當地|民间|民間|一名|一位|某)*(?:人士|居民|线人|線人|消息人士|消息来源|消息來源|知情人|知情人士|民众|民眾|亲属|親屬|商人)(?:处|處|那里|那裡|口中|手中|获悉|獲悉|了解|打听|打聽|得到|取得|$|[。，])"
)

_SOURCE_WORDS = r"(?:消息人士|消息来源|消息來源|消息灵通人士|消息靈通人士|知情人|知情者|线人|線人|通讯员|匿名人士|内部人士|內部人士)"
_AT = r"(?:的|当地|當地|境内|境內|内部|內部|方面|市内|市區|一名|一位|一个|一個|另一名|另一位|多名|数名|數名|两名|兩名|有|某|附近|地区|地區)*"
_SOURCE = Cued(rf"^{_AT}[^，。；：、的]{{0,6}}?{_SOURCE_WORDS}")
_PEOPLE = (
    r"(?:居民|官员|官員|商人|村民|农民|農民|渔民|漁民|女子|男子|妇女|婦女|女性|男性|脱北者|脫北者|司机|司機|外商|市民|负责人|負責人|老板|老闆|店主|学者|學者|"
    r"研究员|研究員|专家|專家|贸易商|貿易商|商贩|商販|台商|业者|業者|经营者|經營者|老人|工人|教师|教師|教授|人士|民众|民眾|边民|邊民|导游|導遊|华侨|華僑|中介|店员|店員|服务员|員工|员工|职员|職員|学生|學生|干部|幹部|船主|船老大|货主|貨主|亲戚|親戚|家属|家屬|分析师|分析師|"
    r"传教士|傳教士|外交官|难民|難民|逃北者|目击者|目擊者|摊主|攤主|小贩|小販|母亲|母親|父亲|父親|大妈|大媽|大叔|青年|先生|女士|小姐|退伍军人|退役军人|线民|線民|买家|買家|卖家)"
)
_SAYS = r"(?:说|說|表示|透露|称|稱|告诉|告訴|指出|分析|认为|認為|介绍|介紹|反映|证实|證實|回忆|回憶|抱怨|坦言|直言|爆料|[:：])"
_PERSON = Cued(
    rf"^{_AT}[^，。；：、被]{{0,10}}?{_PEOPLE}[^，。；：被遭]{{0,14}}?(?:，[^，。；：被遭]{{0,14}}，)?{_SAYS}"
)
_ACCORDING = re.compile(rf"^{_AT}[^，。；：、]{{0,10}}?{_PEOPLE}")
_ACCORDING_BEFORE = Cued(r"(?:据|據|引述|援引|根据|根據)[^，。；]{0,8}$")
_SOMEBODY_BEFORE = Cued(
    r"(?:住在|居住在|来自|來自|身在|旅居|现居|現居)(?:[^，。；]{0,4})$|(?:^|[，。；])在[^，。；]{0,4}$"
)
# 另一名消息人士住在普天郡; what an office elsewhere says is no source's word: 总部设在首尔的团体.
_LIVES_BEFORE = Cued(
    rf"(?:{_SOURCE_WORDS}|{_PEOPLE}|受访者|受訪者)[^，。；：]{{0,6}}(?:住在|居住在|来自|來自|身在|人在|现居|現居|家住|就住在)[^，。；：]{{0,6}}$"
)
_CALLED_BEFORE = Cued(
    r"(?:致电|致電|电话采访|電話採訪|電話訪問|联系上|聯繫上|聯絡上|联系到|聯絡到|联络到|打到)了?[^，。]{0,3}$"
)
_SEAT_BEFORE = re.compile(
    r"(?:总部|總部|本部|会址|會址)(?:设在|設在|设于|設於|位于|位於|在)[^，。]{0,4}$|设在$|設在$|设于$|設於$"
)
_ANYBODY = Cued(
    rf"^(?:的|当地|當地)?(?:一名|一位|某|多名|数名|數名|有)[^，。；：被遭]{{1,14}}?(?:对|對|向)?(?:本报|本報|本台|本网|记者|記者|我们|我們)?{_SAYS}"
)
_WHO = re.compile(
    rf"^[^，。；：被]{{0,8}}(?:的)[^，。；：被]{{0,8}}?(?:{_PEOPLE}|{_SOURCE_WORDS})[^，。；：被]{{0,12}}?{_SAYS}"
)


# What ties a place to a speaker; the patterns left out only qualify what another one has found.
SPEAKERS = AnyOf(globals(), but=(_SEAT_BEFORE, _MET_BEFORE, _HOME_BEFORE, _HEARD_FROM, _ACCORDING, _WHO))


def is_source(before: str, after: str, cues: int = ANY) -> bool:  # noqa: PLR0911 - one return a rule
    """Tell whether the Chinese words before and behind a place tie it to somebody who speaks."""
    if not cues & SPEAKERS.bits:
        return False
    if _SEAT_BEFORE.search(before):
        return False
    if _LIVES_BEFORE.search(before, cues) or _CALLED_BEFORE.search(before, cues):
        return True
    if _SOURCE.match(after, cues) or _PERSON.match(after, cues) or _ANYBODY.match(after, cues):
        return True
    if _MET_AFTER.match(after, cues) and _MET_BEFORE.search(before):
        return True
    if _HOME_AFTER.match(after, cues) and _HOME_BEFORE.search(before):
        return True
    if _HEARD_AFTER.match(after, cues) and _HEARD_FROM.search(before):
        return True
    if _ACCORDING_BEFORE.search(before, cues) and _ACCORDING.match(after):
        return True
    return bool(_SOMEBODY_BEFORE.search(before, cues) and _WHO.match(after))
