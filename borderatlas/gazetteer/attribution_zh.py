"""Who speaks, and from where, in Chinese: the person stands behind the place, X一名居民说, or before it, 住在X."""

from __future__ import annotations

import re

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued

_MET_BEFORE = Cued(r"(?:日前|近日|昨日|当天|當天|最近|，|。|^|后|後)?(?:在|于|於)[^，。；]{0,4}$")
_MET_AFTER = Cued(
    r"^(?:市|县|縣|市内|当地|當地)?[^，。；]{0,6}?(?:接受|向)(?:了)?(?:本台|本报|本報|本网|本網|本刊|记者|記者|我们|我們|[^，。；]{0,8}?)(?:的)?(?:独家)?(?:采访|採訪|访问|訪問|专访|專訪|查询|查詢|电访)"
)
_HOME_BEFORE = Cued(r"(?:来自|來自|住在|居住在|身在|家住|人在|老家在)[^，。；]{0,4}$")
_HOME_AFTER = Cued(
    r"^(?:市|县|縣|郡)?(?:，|的)?(?:她|他|对方|對方|该人士|該人士|这名|這名|人士|人|居民)[^，。；]{0,6}?(?:说|說|告诉|告訴|透露|表示|称|稱|证实|證實|回忆|回憶)"
)
_HEARD_FROM = Cued(r"(?:消息来自|消息來自|消息源自|录音来自|照片来自|从|從|由|向)[^，。；]{0,8}$")
_HEARD_AFTER = Cued(
    r"^(?:市|县|縣|郡)?(?:的|当地|當地|民间|民間|一名|一位|某)*(?:人士|居民|线人|線人|消息人士|消息来源|消息來源|知情人|知情人士|民众|民眾|亲属|親屬|商人)(?:处|處|那里|那裡|口中|手中|获悉|獲悉|了解|打听|打聽|得到|取得|$|[。，])"
)

_SOURCE_WORDS = r"(?:消息人士|消息来源|消息來源|消息灵通人士|消息靈通人士|知情人|知情者|线人|線人|通讯员(?!供图|摄|供稿)|通訊員(?!供圖|攝)|匿名人士|内部人士|內部人士|协力者|協力者|协助者|協助者|合作者|情报员|情報員|情报人士|情報人士|联络人|聯絡人|联系人|聯繫人|联络员|聯絡員|信源|线报|線報|眼线|眼線|爆料人|爆料者|举报人|舉報人|受访者|受訪者|受访居民|受訪居民|接头人|接頭人|见证人|見證人|消息灵通者|消息靈通者)"
_AT = r"(?:的|当地|當地|境内|境內|内部|內部|方面|市内|市區|一名|一位|一个|一個|另一名|另一位|多名|数名|數名|两名|兩名|有|某|附近|地区|地區)*"
_SOURCE = Cued(rf"^{_AT}[^，。；：、的]{{0,6}}?{_SOURCE_WORDS}")
_PEOPLE = (
    r"(?:居民|官员|官員|商人|村民|农民|農民|渔民|漁民|女子|男子|妇女|婦女|女性|男性|脱北者|脫北者|司机|司機|外商|市民|负责人|負責人|老板|老闆|店主|学者|學者|"
    r"研究员|研究員|专家|專家|贸易商|貿易商|商贩|商販|台商|业者|業者|经营者|經營者|老人|工人|教师|教師|教授|人士|民众|民眾|边民|邊民|导游|導遊|华侨|華僑|中介|店员|店員|服务员|員工|员工|职员|職員|学生|學生|干部|幹部|船主|船老大|货主|貨主|亲戚|親戚|家属|家屬|分析师|分析師|"
    r"传教士|傳教士|外交官|难民|難民|逃北者|目击者|目擊者|摊主|攤主|小贩|小販|母亲|母親|父亲|父親|大妈|大媽|大叔|青年|先生|女士|小姐|退伍军人|退役军人|线民|線民|买家|買家|卖家|报关员|報關員|货代|貨代|掮客|经纪|經紀|牧师|牧師|神父|教友|信徒|志工|义工|義工|志愿者|志願者|活动人士|活動人士|会长|會長|院长|院長|经理|經理|主任|村长|村長|村支书|村支書|店东|店東|房东|房東|东主|東主|夫妇|夫婦|留学生|留學生|驻在员|駐在員|代表|技术员|技術員|工程师|工程師|船长|船長|船员|船員|水手|护士|護士|医生|醫生|药商|藥商|农场员|農場員|矿工|礦工|主妇|主婦|奶奶|爷爷|爺爺|阿姨|伯伯|师傅|師傅|小伙子|姑娘|老乡|老鄉|侨民|僑民|华人|華人|朝侨|朝僑|探亲者|探親者|翻译|翻譯|旅行社老板|旅行社老闆|团体|團體|联盟|聯盟|协会|協會|媒体人|媒體人|中年人|年轻人|年輕人|大嫂|大姐|大哥|老汉|老漢|老板娘|老闆娘|朋友|熟人|同乡|同鄉)"
)
_SAYS = r"(?:说|說|表示|透露|称|稱|告诉|告訴|指出|分析|认为|認為|介绍|介紹|反映|证实|證實|回忆|回憶|抱怨|坦言|直言|爆料|讲述|講述|叙述|敘述|描述|形容|谈到|談到|提到|忆述|憶述|感叹|感嘆|苦笑|笑言|笑道|答道|说道|說道|解释|解釋|强调|強調|补充|補充|确认|確認|吐露|诉苦|訴苦|埋怨|倾诉|傾訴|转述|轉述|讲(?=[，:：“「道])|講(?=[，:：“「道])|接受[^，。]{0,10}(?:采访|採訪|访问|訪問|专访|專訪)|[:：])"
_PERSON = Cued(
    rf"^{_AT}[^，。；：、被据據]{{0,10}}?{_PEOPLE}[^，。；：被遭]{{0,14}}?(?:，[^，。；：被遭]{{0,14}}，)?{_SAYS}"
)
_ACCORDING = Cued(rf"^{_AT}[^，。；：、]{{0,10}}?{_PEOPLE}")
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
_WHO = Cued(
    rf"^[^，。；：被]{{0,8}}(?:的)[^，。；：被]{{0,8}}?(?:{_PEOPLE}|{_SOURCE_WORDS})[^，。；：被]{{0,12}}?{_SAYS}"
)


# 一名延吉商人, 某长白居民: the number stands before the place.
_NUMBERED_BEFORE = Cued(r"(?:一名|一位|某|两名|兩名|另一名|另一位|一個|一个|这名|這名|该名|該名)(?:来自|來自)?$")
_NUMBERED = Cued(rf"^(?:市|县|縣|郡|籍|的)?{_PEOPLE}[^，。；：被遭]{{0,14}}?{_SAYS}")
# “…。”在浪头镇做装修的朱女士: who was quoted, and what she does there.
_QUOTED_BEFORE = Cued(r"[”」』][，,]?(?:一名|一位)?(?:在|家住|住在)[^，。；]{0,4}$")
_QUOTED = Cued(
    rf"^(?:市|县|縣|郡)?[^，。；：“「]{{1,14}}?的[^，。；：“「]{{0,8}}?(?:{_PEOPLE}|某)|^(?:市|县|縣|郡)?的(?:[^，。；：“「]{{0,8}}?)(?:{_PEOPLE})"
)
_AT_FIRST = frozenset({"在", "家住", "住在", "“在", "「在"})
_NAMED = Cued(
    r"^(?:市|县|縣|郡)?[^，。；：]{1,12}的[\u3400-\u9fff]{1,2}(?:女士|先生|小姐|太太|某|大妈|大媽|大叔|大姐|老板|老闆|师傅|師傅)"
)
# 与朝鲜有生意往来的台商, 研究朝鲜问题的学者, 来自本溪的游客: whose trade it is, what he studies, where a guest is from.
_NO_HOME_BEFORE = re.compile(r"(?:研究|关注|關注|熟悉|[与與和同跟对對])$")
_NO_HOME_AFTER = re.compile(
    r"^(?:半岛|半島|有|做|打交道|问题|問題|局势|局勢|事务|事務|情况|情況|经济|經濟|政治|做生意|贸易|貿易)"
)
_KNOWN_AFTER = re.compile(r"^(?:市|县|縣|郡)?(?:一带|一帶|情况|情況|边境|邊境)?的")
_GUEST_AFTER = re.compile(r"^(?:市|县|縣|省)?的(?:[^，。]{0,4})(?:游客|遊客|旅客|旅行者|驴友|旅行团|旅行團)")
# What a Chinese town's own offices announce was done there.
_OFFICE = re.compile(
    r"^(?:市|县|縣|州|省|区|區)?(?:人民)?(?:有关|有關|相关|相關)(?:部门|部門|负责人|負責人|方面|官员|官員|人士)"
    r"|^(?:市|县|縣|州|省|区|區)?(?:人民)?(?:政府|[^，。；、说說]{1,6}(?:局|厅|廳|委员会|委員會|办公室|辦公室|海关|海關|边检站|邊檢站|指挥部|指揮部|气象台|氣象台))(?:的)?(?:一名|一位)?(?:有关|有關|相关|相關)?(?:副)?(?:局长|局長|主任|负责人|負責人|官员|官員|工作人员|工作人員|发言人|發言人|人士)"
)
# What somebody says of the matters of his own town was there: 中江郡一名女子说，市场里….
_OWN_MATTER = re.compile(
    rf"{_SAYS}[，,：:]?[“「]?(?:[^，。；]{{0,10}}[，,])?(?:(?:县|縣|郡|市|村|镇|鎮|区|區|邑|道|洞|里)(?:里|裡|内|內|上|口)(?!人|的?消息)|(?:这里|這裡|这儿|這兒|本地|当地|當地|本市|本县|本縣|全市|全县|全縣|全郡|全村|镇上|鎮上|村口|市场(?:上|里|裡|内)|市場(?:上|裡|内|內)|街上|街头|街頭))"
)
_ANOTHER_PLACE = re.compile(
    r"[\u3400-\u9fff]{2}(?:市(?![场場内內里裡区區民])|[县縣郡](?![内內里裡城政])|[镇鎮](?![上内內里裡])|口岸|大桥|大橋)|对岸|對岸"
)

_PAIRS = (
    (_NUMBERED_BEFORE, _NUMBERED),
    (_QUOTED_BEFORE, _QUOTED),
    (_MET_BEFORE, _MET_AFTER),
    (_HOME_BEFORE, _HOME_AFTER),
    (_HEARD_FROM, _HEARD_AFTER),
    (_ACCORDING_BEFORE, _ACCORDING),
    (_SOMEBODY_BEFORE, _WHO),
)
"""What stands before a place, and what behind it, when both together say whose it is."""

# What ties a place to a speaker; the patterns left out only qualify what another one has found.
SPEAKERS = AnyOf(
    globals(),
    but=(
        _SEAT_BEFORE, _MET_BEFORE, _HOME_BEFORE, _HEARD_FROM, _ACCORDING, _WHO, _NUMBERED, _QUOTED, _NO_HOME_BEFORE, _NO_HOME_AFTER,
        _KNOWN_AFTER, _GUEST_AFTER, _OFFICE, _OWN_MATTER, _ANOTHER_PLACE,
    ),
)  # fmt: skip


def is_source(before: str, after: str, cues: int = ANY) -> bool:
    """Tell whether the Chinese words before and behind a place tie it to somebody who speaks, of something elsewhere.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence.
    cues : int
        The patterns that may match there.
    """
    if not cues & SPEAKERS.bits or not _is_somebodys(before, after, cues) or _is_no_home(before, after):
        return False
    own = _OWN_MATTER.search(after)
    return own is None or _ANOTHER_PLACE.search(after, own.start()) is not None


def _is_no_home(before: str, after: str) -> bool:
    """Tell whether a place is what somebody studies or trades with, where a guest is from, or whose office speaks."""
    studied = _NO_HOME_BEFORE.search(before) and _NO_HOME_AFTER.match(after)
    known = before.endswith("熟悉") and _KNOWN_AFTER.match(after)
    guest = before.endswith(("来自", "來自")) and _GUEST_AFTER.match(after)
    return bool(studied or known or guest or _OFFICE.match(after))


def _is_somebodys(before: str, after: str, cues: int) -> bool:
    """Tell whether the Chinese words before and behind a place tie it to somebody who speaks."""
    if _SEAT_BEFORE.search(before):
        return False
    if _LIVES_BEFORE.search(before, cues) or _CALLED_BEFORE.search(before, cues):
        return True
    if _SOURCE.match(after, cues) or _PERSON.match(after, cues) or _ANYBODY.match(after, cues):
        return True
    if before in _AT_FIRST and _NAMED.match(after, cues):
        return True
    return any(behind.match(after, cues) and ahead.search(before, cues) for ahead, behind in _PAIRS)
