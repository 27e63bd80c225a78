"""Things that bear a place's name: dishes, firms, brands, ships, films, streets, clans, railways, battles.

Each is told by what stands right beside the name: a word for a product or a firm, quotation marks that close tightly about
it, the number of a street.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued
from borderatlas.gazetteer.names import is_hangul, is_hanzi
from borderatlas.gazetteer.works import is_in_a_title

if TYPE_CHECKING:
    from borderatlas.models import Mention

# The last word before most places; no person's name follows it, and no search is needed.
PLAIN_LEADS = (
    " in ",
    " of ",
    " the ",
    " at ",
    " from ",
    " to ",
    " near ",
    " with ",
    " along ",
    " into ",
    " on ",
    " for ",
    " across ",
)
_TITLE_OF_A_WORK = re.compile(
    r"(?<!\w)(?:novel|film|movie|book|song|album|poem|play|memoir|documentary|series|exhibition|painting)s?,? [“\"‘'][^”\"]{0,40}$"
)
_BUSINESS = (
    r"holdings?|group|co|ltd|inc|corp|capital|ventures|foods?|dairy|water|springs?|snow|spring water|beer|wine|tea|motors?|steel|pharma\w*|electronics|shipping|"
    r"lines|logistics|tigers|lions|eagles|dragons|bears|united|fc|sc|rovers|wanderers|athletic|steelers|funde|yatai|grill|house|kitchen|garden|inn|"
    r"plaza|palace|noodles?|noodle (?:house|bar|shop)|barbecue|bbq|restaurant|caf[eé]|bar|star|r&d|port group|hotel|resort|airlines?|port holdings"
)
_BUSINESS_AFTER = re.compile(rf"^(?:['’]s)? (?:[A-Z][\w&]+ ){{0,2}}?(?i:(?:{_BUSINESS}))(?!\w)")
_INCORPORATED_AFTER = re.compile(r"^ (?:[A-Z][\w&]+ ){0,3}?(?:Co|Ltd|Inc|Corp|Holdings|Group)(?!\w)")
_PRODUCT_AFTER = re.compile(
    r"^[”\"’']? (?:tea|ginseng|brand|beer|liquor|soju|cigarettes|cookies|dumplings|noodles|cold noodles|handbags?|sneakers|esports|FC|Cup)(?!\w)"
)
_VESSEL_AFTER = Cued(
    r"^, an? (?:[\w-]+ ){0,4}?(?:vessel|ship|freighter|tanker|tug|trawler|yacht|striker|film|song|novel|brand|restaurant|racehorse|startup|start-up|bulker|bulk carrier|reefer|container ship|cargo ship|feeder|coaster|dredger|icebreaker|liner|cutter|corvette|"
    r"frigate|destroyer|gas carrier|car carrier|ferry|schooner|ketch|brig)(?!\w)"
)
_VESSEL_BEFORE = Cued(
    r"(?<!\w)(?:ship|destroyer|frigate|cruiser|submarine|steamer|ferry boat|vessel|freighter|tanker|trawler|tug|tugboat|yacht|schooner|warship|gunboat|carrier|paddle steamer|barge|bulker|bulk carrier|container feeder|feeder|reefer|container ship|"
    r"boxship|cargo ship|motor ship|motor vessel|steamship|coaster|dredger|icebreaker|lighter|sloop|ketch|brig|junk|liner|cutter|corvette|"
    r"minesweeper|gas carrier|car carrier|fishing boat|lifeboat|icebreaking tug|MV|M/V|M\.V\.|MS|M/S|M\.S\.|MT|M/T|SS|S/S|S\.S\.|RV|R/V|FV|F/V|SV|S/V|MY|M/Y|SY|S/Y|"
    r"PS|TSS|RMS|TS|HMS|HMAS|HMCS|HMNZS|USS|USNS|USCGC|INS|JS|JDS|ROKS|KRI|BRP|RSS|LNG/C|LPG/C|C/S|film|movie|song|novel|opera|play|poem|brand|restaurant|racehorse|stallion|mare|album|band|startup|label|magazine|typeface|asteroid|restaurant chain)s? (?:the )?$"
)
# "Hoe Ryong 7 (IMO 8999012)", "Musan Bong (flag unknown)".
_REGISTERED_AFTER = Cued(
    r"^(?: [A-Z\d][\w-]*){0,2} \((?:IMO|flag|ex-|formerly|hull|call sign|DWT|gross)(?!\w)|^ \d{1,3} \((?:[A-Z])"
)
_MONEY_AFTER = re.compile(r"^\.?\)?\s?\$\s?\d|^\.?\s?\$")
# "Yalu River Road", "Dandong East Road": streets are named after towns by the dozen.
_STREET_AFTER = Cued(
    r"^(?: River| City| County)?(?: (?:East|West|North|South|Central|Middle|Inner|Outer|New|Old|First|Second|Third|No\.? ?\d))? "
    r"(?:Road|Street|Avenue|Boulevard|Lane|Alley|Rd|St|Ave|Blvd|Lu|Jie|Dajie)(?![\w-])"
)
# "a town called “Sinpa”", 原名“辑安”: what is quoted is the name itself.
_NAMING_BEFORE = re.compile(
    r"(?:原名|旧称|舊稱|旧名|古称|古稱|改名|改称|更名|名为|称为|稱為|(?<!\w)(?:called|named|name|as|renamed)|이름은?|이름이|명칭은?|옛)[^“\"‘'「]{0,14}$"
)
_TITLE_BEFORE = re.compile(r"(?:著有|歌曲|小说|小說|电影|電影|专辑|專輯|节目|節目|品牌|著作)[「《“]$")
_HYPHENED = re.compile(
    r"^-(?!si|shi|gun|kun|do|ri|ni|dong|up|eup|ku|gu|guyok|gang|san|myon|rodong|based|born|bound|area|side|to|made|led|run|held|like|registered|style)[a-z]{2,}"
)
_OPENING = frozenset("“‘「《\"'")
_CLOSING = frozenset("”’\"'")
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "《": "》", "「": "」", "『": "』", "〈": "〉"}

_KO_PRODUCT_AFTER = re.compile(
    r"^[’'”\"]? ?(?:순대|갈비|냉면|면옥|빈대떡|갈빗집|감자떡|농마국수|국수집|국숫집|온면|옥수수국수|찹쌀떡|인조고기|명태|곱창|족발|보쌈|꼬치|찹쌀|두부밥|손만두|만두|노래방|커피|막걸리|소주|맥주|국밥|식당|횟집|카페|모텔|아파트|유업|제과|전자|그룹|FC|구단|부대찌개|막국수|한정식|양꼬치|훠궈|불고기|찜닭|사자놀음|반점|객잔|관현악단|악단|예술단| ?전투(?=[ 에의를가와 ,.]|$)|비닐하우스)"
)
# 장백산이라는 호, 압록강유람선이라는 희한한 이름의 중국집; 압록강지킴이 | a reader's name in front of a comment.
_KO_CALLED_AFTER = re.compile(
    r"^[가-힣]{0,8}?(?:이)?(?:라는|라고 하는|란) (?:[가-힣]+ ){0,2}?(?:이름|상호|간판|호|필명|예명|아이디|닉네임|별명|별칭|가게|식당|카페|중국집|음식점|술집|브랜드|상표|노래|곡|시|영화|소설|책|강아지|개|고양이|말|배|선박|가수|배우|선수)(?=[을를은는이가의로에과와도,. ]|$)"
)
_KO_HANDLE_AFTER = re.compile(
    r"^ ?(?:지킴이|사랑|댁|댁네|소년|소녀|아재|아지매|아저씨|청년|토박이|나그네|처녀|총각|사나이|맘|언니|오빠|뱃사공)(?:\d{0,4})? ?[|/·(:]"
)
_KO_QUOTED_AFTER = re.compile(
    r"^[가-힣]{0,4} ?(?:빈대떡|갈빗집|순댓국|순대국|국밥|냉면|면옥|만두|찹쌀떡|꼬치|반점|식당|포차|주점|횟집|족발|보쌈|칼국수|국시|온면|옥류관|아가씨|아리랑|사공|뱃사공|엘레지|블루스|총각들?|처녀|연가|사투리|부르스|나루|편지|눈물|달밤|고개)[^’'”\"」은는이가을를]{0,6}[’'”\"」]"
)
# Streets: 의주로2가, 중강진로에 있는; 의주로 by itself is "to Uiju".
_KO_STREET_AFTER = re.compile(
    r"^(?:로(?:\d|에(?![가-힣])|에서|를 |가 | ?(?:사거리|교차로|지하차도|구간|일대|변))|대로(?![가-힣])|길 ?\d|로\d+번길)"
)
_KO_NATIONAL_AFTER = re.compile(r"^ ?(?:식당|음식점|커피|맥주|소주|그룹|구단|예술단|악단|관현악단|냉면|카페)")
_KO_HOUSE_AFTER = re.compile(r"^ ?(?:아파트|식당|카페|모텔|노래방|반점|객잔)")
# 모내기에 나선 여성들, 길에 나선: the verb, and not the town.
_KO_SET_OUT_BEFORE = re.compile(
    r"(?:[가-힣](?:에|에도|에까지|까지|으로|로|러|려고|려|고자|겠다고|겠다며|자고|자며|라며|다며|위해|하고|에게)|먼저|직접|대신|앞장서|앞장서서|처음|대거|속속|다시|함께|홀로|일제히|적극|본격|"
    r"스스로|발벗고|벗고|길을|문을|집을|거리를|서둘러|뒤늦게|앞다퉈|앞다투어|또|잇달아|팔을 걷고|맨 앞에|직접적으로) $"
)
_KO_SET_OUT_AFTER = re.compile(r"^(?: [가-힣]|다(?=[ .,]|고|는|며|면)|$)")
_KO_CLAN_AFTER = re.compile(
    r"^ ?[김이박최정강조윤장임림한오서신권황안송류유전홍고문양손배백허남심노하주]씨(?=$|[ 의,.](?!모))"
)
_KO_LINE_AFTER = re.compile(r"^선(?=[ 을은이의에,.·]|$)")  # a railway: 경원선, 만포선
# The South has wards and townships (면) between a city and a village, the North has not.
_KO_SOUTHERN_BEFORE = re.compile(
    r"(?:[가-힣]{1,3}(?:시|군) )(?:[가-힣]{1,3}구 )?[가-힣]{1,3}(?:(?<![하되나가오보르리])면|구) $"
)
_THING_ENDS = ("道", "호")
_KO_VILLAGE = ("리", "동")
_KO_WARD = ("리", "동", "읍", "구")
_KO_SUNG = ("강", "산")
_KO_WORK_BEFORE = re.compile(
    r"(?:카페|식당|노래|가요|가곡|시|시집|소설|영화|연극|드라마|뮤지컬|오페라|앨범|브랜드|작품|음식점|주점|중식당|체인점|맛집|횟집|맥줏집|호프집|동화|만화|다큐멘터리|그림|책|예능|가게|상호|프로그램|그룹|밴드)(?:인|는|은)? ?"
    r"[‘'“\"「《<〈][^’'”\"」》>〉]{0,14}$"
)
_BATTLE_BEFORE = Cued(r"(?<!\w)[Bb]attles? (?:of|at) (?:the )?(?:[A-Z]\w+ and )?$")
_BATTLE_AFTER = re.compile(r"^ (?:battle|Few)(?!\w)")
# 눈물 젖은 두만강, 압록강은 흐른다, 두만강아: what is sung and written of rivers and mountains; 청진호가: a ship.
_KO_SUNG_BEFORE = re.compile(r"(?:눈물 ?젖은|노래하는|굽이치는|꿈에 본|그리운|아리랑|잘 있거라|가거라) $")
_KO_SUNG_AFTER = re.compile(
    r"^(?:은|는|이|도) (?:흐른다|흐르네|말이 없다|알고 있다|말한다|울고)|^(?:아|이여|이시여|야)(?= |[,!’'”\"…]|$)|"
    r"^ ?(?:뱃사공|칠백 ?리|칠백리|이천 ?리|처녀|엘레지|블루스|아리랑|타령|행진곡|달밤|나그네)|^[을를] (?:부르|불렀|불러|열창|합창|노래|연주|작곡|작사)"
)
_KO_SHIP_AFTER = re.compile(r"^호(?:가|는|를|의|에서|에|와|로|도|선장|선원)?(?=[ ,.)]|$)")
_KO_SHIP_NEAR = re.compile(
    r"선박|화물선|여객선|유조선|상선|어선|함정|구축함|호위함|잠수함|입항|출항|정박|항해|선장|선원|침몰|좌초|나포|예인|기항|하역|톤급|선적|실은|실린|싣고|해경|해상|공해|부두|운항|표류|조난|피랍"
)
_KO_TEAM_AFTER = re.compile(
    r"^ ?(?:FC|팀|구단|축구단|유나이티드|푸더|감독|선수단|원정팀|홈팀)(?:[이가은는을를의과와도,. ]|$)"
)
_KO_MONEY_AFTER = re.compile(r"^ 원(?:[…에을이 ,.]|$)")
_ZH_PRODUCT_AFTER = re.compile(
    r"^[”」]?(?:牌|茶(?!条)|春茶|炒青|矿泉水(?!产业|工业|项目|基地)|礦泉水(?!產業|工業|項目|基地)|啤酒|白酒|雪(?=[”」])|水(?=便宜|贵|贵了|[”」])|集团|集團|股份|餐厅|餐廳|冷面馆|冷麵館|饭馆|烤肉|公园|公園|小区|广场(?!上)|商务区|商圈|大厦|花园|[东西南北中]?[一二三四五六七八九十]?路(?!段|过|途|上|线|程|口岸|桥)|[东西南北中]?(?:大街|街(?!道|区|區|头|頭))|门(?!户|口|前)|面馆|麵館|药业|藥業|制药|科技|生物(?!多样|多樣|圈|量|质|質|学|學|燃料|资源|資源|安全|入侵|防治|标本|群|钟|战|武器|炭|工程)|医药(?!费|用品)|醫藥|证券|證券|传媒|传奇|文化传媒|香烟|香菸|人参烟)"
)
_ZH_TITLE_BEFORE = re.compile(r"《[^》]{0,8}$")
_ZH_TITLE_AFTER = re.compile(r"^[^《》]{0,10}》")
_ZH_STREET_AFTER = re.compile(
    r"^[·•]|^(?:东|西|南|北|中|環|环)?(?:新村|花苑|公寓|支路|横路|大道|弄堂|胡同|路口|街道口)|^(?:仙|阁|閣|楼|樓)(?=[《》“”「」，。、：；·•是的\s]|$)"
)
# 唱着“雄赳赳，气昂昂，跨过鸭绿江”; 融媒体中心 通化 摄影报道.
_ZH_SUNG_BEFORE = re.compile(
    r"(?:雄赳赳|雄糾糾)[^。]{0,10}$|(?:唱着|唱著|唱起|高唱|齐唱|齊唱|合唱|哼着|哼著|传唱|傳唱)[《“「『][^》”」』]{0,16}$"
)
_ZH_BYLINE_AFTER = re.compile(
    r"^ ?(?:摄影报道|攝影報導|摄影|攝影|文/|图/|图文|圖文|/文|/图|供图|供圖|绘图|制图|校对|校對|编辑|編輯)(?!展|师|师|机|爱好)"
)
_ZH_HANDLE_BEFORE = re.compile(
    r"(?:用户|用戶|网友|網友|网民|網民|博主|昵称|暱稱|ID|账号|帳號|up主|UP主|粉丝|@)[“\"「『]?[\u4e00-\u9fff]{0,3}$"
)
_ZH_FIRM_AFTER = re.compile(
    r"^[\u4e00-\u9fff]{0,8}?(?:有限公司|股份公司|有限责任公司|控股|证券|證券|酒业|酒業|乳业|乳業|影业|影業|资本|資本|基金|足球俱乐部|足球俱樂部|俱乐部|俱樂部)|"
    r"^(?:籍)?(?:队(?!伍|列|形|商|友)|隊(?!伍|列|形|商|友)|女足|男足|男篮|女篮|女排|男排|球迷|球员|球員|主帅|主帥|外援|锋线|門將|德比)|"
    r"^(?:轮|輪)(?=[在从從于於上的停靠抵离離驶駛载載运運、，。号號（(])|^[”」]?(?:号|號)(?=[在从從于於已上的、，。停靠抵离離驶駛载載轮輪船货貨客渔漁油])|"
    r"^(?:舰|艦|号(?:货轮|轮|船|舰|列车|游轮|郵輪)|號(?:貨輪|輪|船|艦)|航空(?:公司|股份)|先生|女士|小姐|同学|师傅|老师)"
)
# Diseases bear the names of places: 武漢肺炎, 아프리카돼지열병, "African" is no name anyway.
_ILLNESS_AFTER = Cued(
    r"^(?:新型|新冠|非典型)?(?:肺炎|猪瘟|豬瘟|豬溫|流感(?!疫苗接种率)|脑炎|腦炎|热病|熱病|出血热|出血熱|呼吸综合征|呼吸症候群|病毒(?!研究|学|學|所))|"
    r"^ ?(?:돼지열병|폐렴|뇌염|독감|호흡기증후군|출혈열|마두뇌염|바이러스(?!연구))|"
    r"^ (?:[Pp]neumonia|[Vv]irus|[Cc]oronavirus|[Ff]lu|[Ii]nfluenza|encephalitis|[Ee]ncephalitis|swine fever|[Ss]yndrome|variant)(?!\w)"
)

# What makes a thing of a name, by its script; the patterns left out only qualify what another one has found.
_KOREAN = AnyOf(
    {name: value for name, value in globals().items() if name.startswith("_KO_")},
    but=(_KO_SHIP_NEAR, _KO_NATIONAL_AFTER, _KO_HOUSE_AFTER, _KO_SET_OUT_AFTER),
)
_CHINESE = AnyOf({name: value for name, value in globals().items() if name.startswith("_ZH_")}, but=(_ZH_TITLE_AFTER,))
_TITLES = AnyOf({"before": _TITLE_BEFORE, "of a work": _TITLE_OF_A_WORK})
_AT_ONCE = AnyOf(
    {"battle": _BATTLE_AFTER, "money": _MONEY_AFTER, "hyphen": _HYPHENED, "incorporated": _INCORPORATED_AFTER}
)
_MADE_OR_SOLD = AnyOf({"business": _BUSINESS_AFTER, "product": _PRODUCT_AFTER})
_ENGLISH = AnyOf(
    {name: value for name, value in globals().items() if not name.startswith(("_KO_", "_ZH_"))},
    but=(_NAMING_BEFORE, _TITLE_BEFORE, _TITLE_OF_A_WORK),
)


def things_of(first: str) -> int:
    """Give the patterns that make a thing of a name with this first letter, as a set of bits."""
    script = _KOREAN if is_hangul(first) else _CHINESE if is_hanzi(first) else _ENGLISH
    return script.bits | _TITLES.bits | _ILLNESS_AFTER.bit


def is_maybe_a_thing(mention: Mention, first: str, last: str) -> bool:
    """Tell whether a mention can be a thing by itself: one in quotation marks, a street of Tianjin (道), a ship (호).

    Parameters
    ----------
    mention : Mention
    first, last : str
        The letter before it and the one behind it, empty at the ends of the text.
    """
    return (first in _QUOTES and last == _QUOTES[first]) or mention.text[-1:] in _THING_ENDS


def may_be_quoted(before: str, after: str) -> bool:
    """Tell whether something is opened before a mention and closed behind it that may be a title."""
    return not _OPENING.isdisjoint(before) and not _CLOSING.isdisjoint(after)


def is_a_thing(mention: Mention, before: str, after: str, cues: int = ANY) -> bool:  # noqa: PLR0911 - one return a rule
    """Tell whether the words beside a mention make it the name of a thing.

    Parameters
    ----------
    mention : Mention
    before, after : str
        What stands before and behind it, white space folded.
    cues : int
        The patterns that may match there.
    """
    first, last = before[-1:], after[:1]
    if first in _QUOTES and last == _QUOTES[first] and (first != "'" or not mention.name.isascii()):
        return _NAMING_BEFORE.search(before[:-1]) is None
    if not _OPENING.isdisjoint(before):
        if cues & _TITLES.bits and (_TITLE_BEFORE.search(before) or _TITLE_OF_A_WORK.search(before)):
            return True
        if mention.name.isascii() and is_in_a_title(before, after):
            return True
    if _ILLNESS_AFTER.match(after, cues) and (mention.kinds != {"country"} or not is_hangul(mention.name[:1])):
        return True
    if is_hangul(mention.name[:1]):
        return _is_a_thing_in_korean(mention, before, after)
    if is_hanzi(mention.name[:1]):
        return _is_a_thing_in_chinese(mention, before, after)
    return cues & _ENGLISH.bits != 0 and _is_a_thing_in_english(mention, before, after, cues)


def _is_a_thing_in_english(mention: Mention, before: str, after: str, cues: int) -> bool:
    if _AT_ONCE.match(after, cues) or _BATTLE_BEFORE.search(before, cues):
        return True
    if _STREET_AFTER.match(after, cues) or _REGISTERED_AFTER.match(after, cues):
        return True
    if mention.type_kinds:
        return False
    if after[:1] in {" ", "'", "’", "”", '"'} and _MADE_OR_SOLD.match(after, cues):
        return after[:1] != " " or not after[1:2].islower() or _PRODUCT_AFTER.match(after) is not None
    if _VESSEL_AFTER.match(after, cues):
        return True
    return not before.endswith(PLAIN_LEADS) and _VESSEL_BEFORE.search(before, cues) is not None


def _is_a_thing_in_korean(mention: Mention, before: str, after: str) -> bool:  # noqa: PLR0911 - one return a rule
    if _KO_CALLED_AFTER.match(after) or _KO_HANDLE_AFTER.match(after) or _KO_QUOTED_AFTER.match(after):
        return True
    is_a_ward = (
        mention.text.endswith(_KO_WARD) and bool(mention.type_kinds) and _KO_HOUSE_AFTER.match(after) is not None
    )  # 신의주 락원동 아파트
    # a North Korean restaurant abroad is called 북한 식당 or 평양 식당: the country is meant, the town is not
    is_a_nation = mention.kinds == {"country"} and _KO_NATIONAL_AFTER.match(after) is not None
    if (
        (_KO_PRODUCT_AFTER.match(after) and not (is_a_nation or is_a_ward))
        or _KO_MONEY_AFTER.match(after)
        or _KO_WORK_BEFORE.search(before)
    ):
        return True
    if mention.text == "나선" and _KO_SET_OUT_BEFORE.search(before) and _KO_SET_OUT_AFTER.match(after):
        return True
    if _KO_SUNG_AFTER.match(after) or _KO_SUNG_BEFORE.search(before):
        return mention.name.endswith(_KO_SUNG)
    if (
        mention.text.endswith("호")
        and (not mention.candidates or mention.name != mention.text)
        and _KO_SHIP_NEAR.search(before + after)
    ):
        return True
    if after.startswith("호") and _KO_SHIP_AFTER.match(after):
        return _KO_SHIP_NEAR.search(before + after) is not None
    if mention.type_kinds:
        return mention.text.endswith(_KO_VILLAGE) and _KO_SOUTHERN_BEFORE.search(before) is not None
    return bool(
        _KO_TEAM_AFTER.match(after)
        or _KO_STREET_AFTER.match(after)
        or _KO_CLAN_AFTER.match(after)
        or _KO_LINE_AFTER.match(after)
    )


def _is_a_thing_in_chinese(mention: Mention, before: str, after: str) -> bool:
    if _ZH_TITLE_BEFORE.search(before) and _ZH_TITLE_AFTER.match(after):
        return True
    if _ZH_HANDLE_BEFORE.search(before) and not after.startswith(("市", "县", "的")):
        return True
    if _ZH_SUNG_BEFORE.search(before) or _ZH_BYLINE_AFTER.match(after):
        return True
    if mention.text.endswith("道") and not mention.text.endswith("街道") and "province" not in mention.kinds:
        return True  # 丹东道 is a street of Tianjin
    return bool(_ZH_PRODUCT_AFTER.match(after) or _ZH_STREET_AFTER.match(after) or _ZH_FIRM_AFTER.match(after))


def is_a_ship(mention: Mention, before: str) -> bool:
    """Tell whether a ship, a film or a band bears a name: it is theirs again where the name comes by itself."""
    return mention.name[:1].isascii() and _VESSEL_BEFORE.search(before) is not None
