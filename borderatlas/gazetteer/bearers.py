"""Who else bears a place's name: persons, firms, teams, dishes, brands, ships, and towns of the same name far away.

A mention is refused by what stands right beside it: a title, a family name, a job, an age; a word for a firm or a product;
quotation marks that close tightly about it. A person named in full is the same person where the name comes again by
itself. Words that only stand beside a place ("in Hyesan", a type word) outweigh the second kind of evidence, not the first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.chains import is_beside_ours, is_held_elsewhere
from borderatlas.gazetteer.cues import ANY, AnyOf, Cued, CueText
from borderatlas.gazetteer.headlines import is_headline
from borderatlas.gazetteer.names import is_hangul, is_hanzi
from borderatlas.gazetteer.places import lies_within
from borderatlas.gazetteer.sieve import ALWAYS
from borderatlas.gazetteer.strangers import strangers
from borderatlas.gazetteer.things import PLAIN_LEADS, is_a_ship, is_a_thing, is_maybe_a_thing, may_be_quoted, things_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place

_REACH = 48
_LATER = 24
_UNIT_LENGTH = 12  # of the longest province of the South with its type word and a blank
_SPACE = frozenset(" \t\u3000")
_OURS_KM = 150.0
_SPACES = re.compile(r"[ \t\u3000]+")
_PARAGRAPH_BREAK = re.compile(r"\n[ \t\u3000]*\n")
_BYLINE = re.compile(r"(?:^|\n)[Bb]y [^\n]{3,48}\n[ \t]*$")
_LATIN_ENDS = (" Li", " Ri", " Dong", " Ku", " Gu", " Do", " San", " Up", " Ni")

_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sgt|Sergeant|Lt|Lieutenant|Capt|Captain|Maj|Col|Colonel|Gen|Adm|Sir|Lady|Dame|Judge|Justice|Sen|Senator|"
    r"Rep|President|Chairman|Chairwoman|Director|Coach|Chef|Agent|Officer|Detective|Rev|Reverend|Pastor|Comrade|Editor"
)
_JOBS = (
    r"striker|midfielder|defender|goalkeeper|forward|winger|captain|coach|golfer|boxer|wrestler|sprinter|skater|pitcher|player|singer|rapper|actor|"
    r"actress|director|designer|painter|novelist|poet|author|writer|founder|banker|chef|cook|model|teenager|sister|brother|wife|husband|son|daughter|"
    r"mother|father|uncle|aunt|cousin|niece|nephew|colleague|lawmaker|entrepreneur|billionaire|surnamed|nicknamed|née"
)
_NAMED = r"(?:man|woman|boy|girl|child|defector|broker|smuggler|soldier|guard|officer|trader|worker|dog|horse|firm|company|startup|start-up|band|ship|vessel|someone|stall|shop|bar|caf[eé]|restaurant|eatery|chain|brand)"
_PERSON_BEFORE = Cued(
    rf"(?<!\w)(?:(?:{_TITLES})\.? (?:[A-Z][\w'’-]+ )?|(?:{_JOBS}) (?:[A-Z][\w'’-]+ )?|"
    rf"{_NAMED}(?: \w+){{0,2}}? (?:named|called|is called|known as|whose name is|surnamed) (?:[A-Z][\w'’-]+ )?|"
    r"(?:[Bb]y|[Ee]diting by|[Tt]ranslated by|[Ww]riting by|and) (?:[A-Z][\w'’-]+ ){1,2})$"
)
_PERSON_WORDS = frozenset(f"{_TITLES}|{_JOBS}|named|called|as|is|surnamed|by|and".split("|"))
_BYLINE_BEFORE = Cued(
    r"(?<!\w)(?:[Ee]dit|[Rr]eport|[Ww]rit|[Tt]ranslat)[a-z]*(?: in [A-Z]\w+)? by (?:[A-Z][\w'’-]+ ){0,2}$|(?<!\w)By (?:[A-Z][\w'’-]+ ){0,2}$"
)
# Family names as the press spells them; those that are English words too are left out.
_FAMILY = (
    r"Kim|Lee|Ri|Park|Pak|Choi|Choe|Jung|Jong|Jeong|Chung|Kang|Cho|Yoon|Yun|Jang|Chang|Lim|Rim|Han|Seo|Shin|Sin|Kwon|Hwang|Ahn|Song|Ryu|Yoo|Yu|Hong|Jeon|"
    r"Jon|Ko|Moon|Mun|Bae|Pae|Baek|Paek|Heo|Nam|Sim|Noh|Roh|Kwak|Sung|Cha|Joo|Chu|Woo|Koo|Min|Jin|Om|Um|Chae|Cheon|Chon|Pang|Bang|Kong|Hyun|Hyon|"
    r"Wang|Li|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|Guo|Ma|Luo|Liang|Zheng|Xie|Tang|Feng|Deng|Xiao|Cao|Peng|Yuan|Jiang|Cai|Ye|Wei|"
    r"Lu|Ding|Shen|Yao|Cui|Piao|Tan|Liao"
)
_FAMILY_BEFORE = Cued(rf"(?:^|[^\w'’.-]|\n)(?:{_FAMILY}) $")
_FAMILY_AFTER = Cued(rf"^ (?:{_FAMILY})(?![\w-])(?! (?:River|County|Province|city|Village|Island))")
_AGE_AFTER = Cued(r"^(?:, \d{2},| \(\d{2}\)|\(\d{2}세?\))")
# "Rason Hill, said": a second capital word, and then what only a person does.
_ACTS_AFTER = Cued(r"^ (?P<word>[A-Z][a-z]+)(?:,? (?:said|says|told|who|scored|added)(?!\w)|, \d{2},)")
_FACILITY = frozenset({
    "County", "City", "Province", "Customs", "Mine", "Station", "Port", "Bridge", "Camp", "Prison", "Police", "Dam", "Factory", "Market",
    "Island", "River", "District", "Township", "Village", "Border", "Municipal", "University", "Hospital", "Prefecture", "Party", "Mountain", "Town",
})  # fmt: skip
# "Tumen Ulzii", "Dandong Buns": a longer name. What may follow a place's name with a capital and leave it a place's:
_PART_OF_A_PLACE = _FACILITY | frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "North", "South", "China",
    "Korea", "Mayor", "Gov", "Governor", "Special", "Economic", "Zone", "Area", "Region", "Municipality", "Counties", "Cities", "Provinces", "Rivers",
    "Reservoir", "Lake", "Valley", "Bay", "Airport", "Airfield", "Line", "Railway", "Expressway", "Highway", "Tunnel", "Road", "Gate", "Crossing",
    "Checkpoint", "Post", "Base", "Prison", "Detention", "Center", "Centre", "Factory", "Plant", "Works", "Complex", "Farm", "Cooperative",
    "School", "College", "Museum", "Monument", "Park", "Square", "Pier", "Wharf", "Harbor", "Harbour", "Terminal", "Yard", "Depot", "Office", "Bureau",
    "Committee", "Commission", "Government", "Public", "People", "People’s", "People's", "Security", "Safety", "Army", "Brigade", "Division",
    "Regiment", "Battalion", "Corps", "Unit", "Frontier", "Inspection", "Immigration", "Autonomous", "Korean", "Chinese", "Workers", "Workers’",
    "Workers'", "Youth", "Women", "Power", "Hydropower", "Hydroelectric", "Wall", "Great", "Old", "New", "East", "West", "Upper", "Lower", "Uplands",
    "Plateau", "Forest", "Nature", "Reserve", "Spring", "Hot", "Pass", "Peak", "Hill", "Islands", "Delta", "Estuary", "Basin", "Industrial",
    "Industry", "Development", "Trade", "Shipyard", "Shipyards", "Dockyard", "Boatyard", "Smelter", "Refinery", "Steelworks", "Barracks", "Garrison",
    "Orphanage", "Kindergarten", "Temple", "Church", "Cemetery", "Beach", "Marsh", "Ferry", "Warehouse", "Greenhouse", "Nursery", "Forestry",
    "Fishery", "Fisheries", "Sawmill", "Quarry", "Colliery", "Clinic", "Sanatorium", "Lookout",
    "Outpost", "Watchtower", "Fence", "Embankment", "Levee", "Dock", "Docks", "Jetty", "Anchorage", "Channel", "Strait", "Shoal", "Sandbar",
    "President", "Secretary", "Foreign", "Prime", "Ambassador", "Vice", "Treasury", "Congress", "Senate", "Embassy", "Consulate", "Ministry",
    "Satellite", "Launching", "Launch", "Rocket", "Missile", "Ground", "Hero", "Nuclear", "Test", "Site",
    "Published", "Updated", "Posted", "Source", "Credit", "Photo", "Free", "Tourism", "Tourist", "Border-Guard", "II", "I", "Sub-County", "Neighborhood", "Block",
})  # fmt: skip
_RUN_AFTER = re.compile(r"^(?: [A-Z][\w&’'-]*[\w&])+")
_ELSEWHERE_AFTER = Cued(
    r"^, (?:Texas|Ohio|California|Calif|New (?:York|Jersey|Mexico|Zealand)|N\.J|N\.Y|Virginia|Georgia|Florida|Illinois|Ontario|Quebec|Taiwan|Japan|Mongolia|Nigeria|"
    r"Kenya|Ghana|Australia|Canada|Malaysia|Philippines|Indonesia|Vietnam|Thailand|India|Kazakhstan|Gyeonggi|South Gyeongsang|North Gyeongsang|"
    r"South Jeolla|North Jeolla|South Chungcheong|North Chungcheong|Jiangxi|Hunan|Hubei|Henan|Sichuan|Guangdong|Zhejiang|Jiangsu|Anhui|Shandong|Yunnan)(?!\w)"
)
# A town of another province stands right before the name: 广东龙川县, 서울 강동구. Liaoning, Jilin and Heilongjiang are not among them.
_ELSEWHERE_BEFORE = Cued(
    r"(?:广东|廣東|四川|河北|山西|湖北|湖南|河南|江西|江苏|江蘇|浙江|安徽|福建|山东|山東|云南|雲南|贵州|貴州|广西|廣西|海南|甘肃|甘肅|青海|陕西|陝西|宁夏|寧夏|新疆|内蒙古|内蒙|西藏|"
    r"台湾|台灣|屏东|屏東|重庆|重慶|上海|天津|成都|西安|佛山|广州|廣州|深圳|武汉|武漢|南京|杭州|苏州|无锡|厦门|石川|日本)(?:省|市|县|縣)?$|"
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|경기도|충북|충남|전북|전남|경북|경남|제주|충청북도|충청남도|전라북도|전라남도|경상북도|경상남도|화성시|화성|수원|성남|용인)(?:시|광역시|특별시)? $"
)
# 重庆酉阳茂山村, 甘肃白银会宁寨: between the province and a village no word that would begin another phrase.
_FAR_VILLAGE_BEFORE = Cued(
    r"(?:广东|廣東|四川|河北|山西|湖北|湖南|河南|江西|江苏|江蘇|浙江|安徽|福建|山东|山東|云南|雲南|贵州|貴州|广西|廣西|海南|甘肃|甘肅|青海|陕西|陝西|宁夏|寧夏|新疆|内蒙古|西藏|"
    r"台湾|台灣|重庆|重慶|上海|天津)(?:省|市|自治区|自治區)?(?:(?![在到从從的与與和往至于於是被把将將、由向对對])[\u4e00-\u9fff]){1,10}$"
)
_VILLAGE_AFTER = re.compile(
    r"^(?:村|寨|屯|镇|鎮|乡|鄉|街道|社区|社區|小学|小學|中学|中學|水库|水庫|古镇|古鎮|庄|莊|畲族|苗族|土家|瑶族|壮族|彝族)"
)
_VILLAGE_KINDS = frozenset({"settlement", "district"})
_VILLAGE_LENGTH = 18
_LOCATIVE_BEFORE = re.compile(
    r"(?<!\w)(?:in|at|near|from|to|of|around|outside|between|and|towards?|via|through|across|opposite) (?:the )?$",
    re.IGNORECASE,
)
_KO_PERSON_AFTER = Cued(
    r"^ ?(?:\(\d{2}(?:세|·[^)]{1,4})?\) ?)?(?:씨|기자(?!회견)|특파원|여사|선수|감독|교수|의원|박사|총리|장관|회장|사장|작가|배우|가수|할머니|아나운서|앵커|스님|신부|목사|지휘자|선생|옹|대사|박사님)(?:[은는이가의와과도,. ]|입니다|$)|^\(\d{2}세?\)"
)
_KO_PERSON_BEFORE = Cued(
    r"(?:사장|선수|감독|가수|배우|작가|주방장|요리사|브랜드|식당|영화|노래|가요|소설|드라마|걸그룹|아이돌|축구단|구단) $"
)
_ZH_JOBS = r"(?:经销商|經銷商|品茶师|品茶師|演员|演員|歌手|导演|導演|教授|议员|議員|选手|選手|球员|球員|作家|画家|畫家|董事长|董事長|总经理|總經理|网友|主播|厨师|廚師|设计师|設計師|模特)"
_ZH_FAMILY = (
    r"[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛"
    r"叶葉阎閻余潘杜戴夏钟鍾汪田任姜范石姚谭譚廖邹鄒熊金陆陸郝孔崔康毛邱秦史顾顧侯邵孟段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔朴]"
)
_ZH_PERSON_BEFORE = Cued(
    rf"{_ZH_JOBS}$|(?:{_ZH_JOBS}|前锋|前鋒|后卫|後衛|门将|門將|中场|中場|队长|隊長|主帅|主帥|教练|教練|书法家|書法家|诗人|詩人|钢琴家|鋼琴家|记者|記者){_ZH_FAMILY}$|(?:^|[，。；、：:“「（(\s者長长的人师師员員犯商生友叫名经理])(?P<family>{_ZH_FAMILY})$"
)
# 村民南阳根告诉记者, 执笔：吉安南: a name of three characters of which two are a town's.
_ZH_SPEAKER_BEFORE = Cued(
    r"(?:村民|居民|司机|司機|店主|商户|商戶|游客|遊客|船长|船長|村支书|支书|(?:执笔|執筆|审读|審讀|编辑|編輯|撰文|撰稿|校对|审核|审校|责编|文|图|摄影|记者)[:：])$"
)
_ZH_SPEAKER_AFTER = re.compile(
    r"^[\u4e00-\u9fff](?:告诉|告訴|说|說|表示|介绍|介紹|回忆|回憶|坦言|称|稱|[ 　，）)\n]|$)"
)
_ZH_PERSON_AFTER = re.compile(
    r"^[·•]|^(?:（|\(|说|說|曾|，|表示|等人|是|在|交代|告诉|告訴|认为|認為|先生|女士|介绍|介紹|台北|北京|首尔|首爾|摄|攝|】|」|:|：|[。\n]| |$)"
)
# Namesakes far away, by what only their surroundings name. The tea is called after a village of Hangzhou.
_NAMESAKES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (frozenset({"龙井", "龍井"}), re.compile(r"茶|西湖|杭州|狮峰|明前")),
    (frozenset({"Longjing"}), re.compile(r"(?<!\w)(?:tea|Hangzhou|West Lake)(?!\w)")),
    (frozenset({"吉安"}), re.compile(r"江西|井冈山|井岡山|赣|贛|泰和|庐陵")),
    (frozenset({"Ji'an", "Ji’an", "Jian"}), re.compile(r"(?<!\w)(?:Jiangxi|Jinggangshan|Gan River|Nanchang|Taihe)(?!\w)")),
    (frozenset({"会宁", "會寧"}), re.compile(r"甘肃|甘肅|白银市|兰州|长征")),
    (frozenset({"惠山"}), re.compile(r"无锡|無錫|江苏|江蘇|锡山")),
    (frozenset({"南阳", "南陽"}), re.compile(r"河南|卧龙|郑州")),
    (frozenset({"南平"}), re.compile(r"福建|武夷|延平")),
    (frozenset({"Nanping"}), re.compile(r"(?<!\w)(?:Fujian|Wuyi)(?!\w)")),
    (frozenset({"白山"}), re.compile(r"台湾|台灣|石川|广西|阿拉斯加")),
    (frozenset({"Baishan"}), re.compile(r"(?<!\w)(?:Taiwan|Taipei|Taichung|Hsinchu)(?!\w)")),
    (frozenset({"Namyang", "남양"}), re.compile(r"(?<!\w)(?:Hwaseong|Gyeonggi|Suwon|Dairy|R&D)(?!\w)|화성시|경기도|유업|남양주")),
)  # fmt: skip
_OURS = re.compile(
    r"(?<!\w)(?:Jilin|Yanbian|Liaoning|North Korean?|Hamgyong|DPRK)(?!\w)|吉林|延边|延邊|辽宁|遼寧|朝鲜|朝鮮|北韩|北韓|북한|함경|양강도|지린"
)


# What makes a person of a name, or a namesake; the patterns left out qualify others, or are asked for by themselves.
_BEARERS = AnyOf(
    globals(),
    but=(
        _SPACES,
        _PARAGRAPH_BREAK,
        _BYLINE,
        _RUN_AFTER,
        _LOCATIVE_BEFORE,
        _ZH_PERSON_AFTER,
        _ZH_SPEAKER_AFTER,
        _VILLAGE_AFTER,
        _OURS,
    ),
)
_PERSON_BEHIND = AnyOf({"family": _FAMILY_AFTER, "age": _AGE_AFTER})
_ELSEWHERE = AnyOf({"before": _ELSEWHERE_BEFORE, "after": _ELSEWHERE_AFTER, "village": _FAR_VILLAGE_BEFORE})
_DOTS = "·•"


def borne_by_others(
    text: str, mentions: Sequence[Mention], start: int, end: int, gazetteer: Gazetteer, words: CueText | None = None
) -> frozenset[int]:
    """Find the mentions that name no place: a person, a firm, a product, a namesake far away.

    Parameters
    ----------
    text : str
        The whole text.
    mentions : sequence of Mention
        What was found between `start` and `end`.
    start, end : int
        The stretch, as character offsets.
    gazetteer : Gazetteer
        Where their candidates are.
    words : CueText, optional
        The cues of the text, where they are known already.

    Returns
    -------
    frozenset of int
        Indexes of the mentions to refuse.
    """
    words = words or CueText(text)
    refused: set[int] = set()
    others: set[str] = set()
    namesakes: set[str] = set()
    placed = cache(lambda: {m.text for m in mentions if _is_placed(text, m)})
    for index, mention in enumerate(mentions):
        bearer = _bearer(text, mentions, index, (start, end), gazetteer, words)
        if bearer:
            refused.add(index)
        if bearer == "namesake":
            namesakes.add(mention.name)
        elif bearer == "person":
            others.add(mention.text)
        elif bearer == "other":
            others |= {mention.text} - placed()
    if others:
        refused |= {i for i, m in enumerate(mentions) if m.text in others and not _is_placed(text, m)}
    if namesakes:
        ours = {
            i for i, m in enumerate(mentions) if m.name in namesakes and is_beside_ours(text, mentions, i, gazetteer)
        }
        namesakes -= {mentions[i].name for i in ours}
        refused |= {i for i, m in enumerate(mentions) if m.name in namesakes}
    borne = frozenset(refused | _namesakes(text[start:end], mentions, gazetteer))
    return borne | strangers(text, mentions, start, end, gazetteer, borne, words.whole)


def _bearer(  # noqa: PLR0911 - one return a rule
    text: str, mentions: Sequence[Mention], index: int, stretch: tuple[int, int], gazetteer: Gazetteer, words: CueText
) -> str:
    """Tell what bears a name: a ``person``, a ``namesake`` elsewhere, some ``other``, a ``thing``; empty for a place."""
    mention, (start, end) = mentions[index], stretch
    cues = _may_be_borne(text, mention, start, end, words)
    if not cues:  # beside most names stands nothing of the kind
        if is_held_elsewhere(text, mentions, index, gazetteer):
            return "namesake"
        return "other" if _is_a_longer_name(text, mentions, index) else ""
    before = _on_one_line(_own_paragraph(text[max(start, mention.start - 2 * _REACH) : mention.start]))[-_REACH:]
    behind = _PARAGRAPH_BREAK.split(text[mention.end : min(end, mention.end + 2 * _REACH)], maxsplit=1)[0]
    after = _on_one_line(behind)[:_REACH]
    if cues & _BEARERS.bits and _is_a_person(mention, before, after, cues):
        return "person"
    if is_held_elsewhere(text, mentions, index, gazetteer):
        return "namesake"
    if _is_a_longer_name(text, mentions, index) or _is_elsewhere(mention, before, after, gazetteer, cues):
        return "other"
    if is_a_thing(mention, before, after, cues):
        return "other" if is_a_ship(mention, before) else "thing"
    return ""


def _may_be_borne(text: str, mention: Mention, start: int, end: int, words: CueText) -> int:
    """Give the patterns that may make a mention a person's, a namesake's or a thing's: beside most, none may."""
    first = text[mention.start - 1] if mention.start > start else ""
    last = text[mention.end] if mention.end < end else ""
    if last and last in _DOTS:
        return ANY
    at, to = mention.start, mention.end
    cues = words.beside(at, to) & words.whole & (_BEARERS.bits | things_of(mention.name[:1]))
    cues = cues and cues & words.about(max(start, at - 2 * _REACH), at, to, to + 2 * _REACH)
    if cues or is_maybe_a_thing(mention, first, last):
        return cues or ALWAYS
    if not mention.name.isascii() or not words.is_quoting:
        return 0
    before, after = text[max(start, at - 2 * _REACH) : at], text[to : to + 2 * _REACH]
    return ALWAYS if may_be_quoted(before, after) else 0


def _is_a_person(mention: Mention, before: str, after: str, cues: int) -> bool:  # noqa: PLR0911 - one return a rule
    first = mention.name[:1]
    if is_hangul(first):
        return not mention.type_kinds and bool(
            _KO_PERSON_AFTER.match(after, cues) or _KO_PERSON_BEFORE.search(before, cues)
        )
    if is_hanzi(first):
        return not mention.type_kinds and _is_a_person_in_chinese(before, after, cues)
    if mention.text.endswith(_LATIN_ENDS) and _AGE_AFTER.match(after, cues):
        return True  # "Helong Li, 34, was driving"
    if " " in mention.name or (mention.type_kinds and mention.candidates):
        return False
    if "y " in before and _BYLINE_BEFORE.search(before, cues):
        return True
    if mention.type_kinds:
        return False
    is_led = before.endswith(PLAIN_LEADS)
    led_by_a_person = not is_led and _may_end_in_a_person(before)
    if (
        led_by_a_person
        and _PERSON_BEFORE.search(before, cues)
        and not before.rstrip().endswith((" and", " by"))
        and not _is_listed(before)
    ):
        return True
    if (led_by_a_person and _FAMILY_BEFORE.search(before, cues)) or _PERSON_BEHIND.match(after, cues):
        return True
    acts = _ACTS_AFTER.match(after, cues)
    return acts is not None and acts["word"] not in _FACILITY


def _may_end_in_a_person(before: str) -> bool:
    """Tell whether the last word is a title, a job or a capital word, without which no pattern of persons matches."""
    if before[-1:] != " ":
        return False
    word = before[before.rfind(" ", 0, -1) + 1 : -1]
    return not word.isalpha() or word[0].isupper() or word in _PERSON_WORDS


def _own_paragraph(text: str) -> str:
    """Cut off what belongs to the paragraph before, and a line that is a byline: "By Oh Se-min", then DANDONG."""
    paragraph = _PARAGRAPH_BREAK.split(text)[-1]
    return "" if _BYLINE.search(paragraph) else paragraph


def _on_one_line(text: str) -> str:
    """Fold every run of white space into one blank, at the ends too."""
    words = text.split()
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{' '.join(words)}{' ' * text[-1].isspace()}"


def _is_a_longer_name(text: str, mentions: Sequence[Mention], index: int) -> bool:
    """Tell whether capital words that make no place go on behind a name, in prose: "Tumen Ulzii", "Dandong Buns"."""
    mention = mentions[index]
    if mention.type_kinds or not mention.candidates or text[mention.end : mention.end + 1] not in _SPACE:
        return False
    # Most names stand before a small letter; two blanks set a page's parts apart, and no name goes on.
    if not text[mention.end + 1 : mention.end + 2].isupper():
        return False
    after = _SPACES.sub(" ", text[mention.end : mention.end + 2 * _REACH])[:_REACH]
    if after[:1] != " " or not after[1:2].isupper():
        return False
    run = _RUN_AFTER.match(after)
    if run is None or run.end() >= _REACH - 1:
        return False
    words = run.group().split()
    if index + 1 < len(mentions) and mentions[index + 1].text.split()[0] in words:
        return False
    return _PART_OF_A_PLACE.isdisjoint(words) and not is_headline(text, mention.start, mention.end)


def _is_elsewhere(mention: Mention, before: str, after: str, gazetteer: Gazetteer, cues: int) -> bool:
    """Tell whether a unit far from this border holds the place, of which the gazetteer knows only our namesake."""
    if not cues & _ELSEWHERE.bits:
        return False
    is_local = before[-2:].isascii()
    held = _ELSEWHERE_AFTER.match(after, cues) if is_local else _ELSEWHERE_BEFORE.search(before[-_UNIT_LENGTH:], cues)
    if not held and not is_local and (_VILLAGE_AFTER.match(after) or not _VILLAGE_KINDS.isdisjoint(mention.type_kinds)):
        held = _FAR_VILLAGE_BEFORE.search(before[-_VILLAGE_LENGTH:], cues)
    if not held or not mention.candidates:
        return False
    return all(_is_ours(gazetteer[p]) or "KP" in gazetteer[p].country for p, _ in mention.candidates)


def _is_listed(before: str) -> bool:
    """Tell "by Kim and Hyesan" apart: after "and" or "by" only bylines count, and those are read before."""
    return re.search(r"(?<!\w)(?:[Bb]y|and) (?:[A-Z][\w'’-]+ ){0,2}$", before) is not None


def _is_a_person_in_chinese(before: str, after: str, cues: int) -> bool:
    if after[:1] in "·•" and after[:1]:
        return True
    if _ZH_SPEAKER_BEFORE.search(before, cues) and _ZH_SPEAKER_AFTER.match(after):
        return True
    match = _ZH_PERSON_BEFORE.search(before, cues)
    if match is None:
        return False
    return match["family"] is None or _ZH_PERSON_AFTER.match(after) is not None


def _is_placed(text: str, mention: Mention) -> bool:
    """Tell whether a name that a person bears elsewhere in the report stands as only a place's does."""
    if mention.type_kinds or mention.is_locative:
        return True
    before = _on_one_line(text[max(0, mention.start - _LATER) : mention.start])
    return _LOCATIVE_BEFORE.search(before) is not None


def _is_ours(place: Place) -> bool:
    return lies_within(place, _OURS_KM)


def _namesakes(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> set[int]:
    """Find names that a report far from this border uses for a town there, or for a tea.

    A namesake that the gazetteer has is left to `matching`, which weighs both.
    """
    asked = {i: cue for i, m in enumerate(mentions) for names, cue in _NAMESAKES if m.name in names}
    asked = {i: cue for i, cue in asked.items() if all(_is_ours(gazetteer[p]) for p, _ in mentions[i].candidates)}
    if not asked or _OURS.search(text):
        return set()
    return {i for i, cue in asked.items() if cue.search(text)}
