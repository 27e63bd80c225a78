"""Titles and genres: a song called after the river, a film about a train, a football club, an orchestra.

A short quotation in capitals, or tightly set in its own marks, is a title and not somebody's words; and where a report is
one of sport, of the stage or of the table, a name that no preposition or particle puts on the ground belongs to a club, a
song or a dish.
"""

from __future__ import annotations

import re

from borderatlas.gazetteer.cues import ANY, Cued

# What is set in quotation marks and short: a title, a brand, a nickname. Theses are no words of the report's own.
_SHORT = re.compile(
    r"《[^《》]{1,24}》|〈[^〈〉]{1,24}〉|「[^「」]{1,10}」|『[^『』]{1,14}』|‘[^‘’\n]{1,14}’|“[^“”\n]{1,9}”|(?<!\w)'[^'\n]{1,14}'(?!\w)"
)
_TITLE_OPENS = re.compile(r"(?:^|[\s(—–-])[“\"‘'](?P<words>[^“”\"‘’\n]{0,48})$")
_TITLE_CLOSES = re.compile(r"^(?P<words>[^“”\"‘\n]{0,48}?)[,.!?]?[”\"’'](?!\w)")
_SPOKEN_BEFORE = re.compile(r"(?:^|[.!?:”\"])\s*$")
_SMALL = frozenset("a an and at by de for from in into la le of off on or over the to under with".split())
_STOPS = re.compile(r"[,.;:?!]")
_NAMING = re.compile(r"(?<!\w)(?:called|named|name|as|renamed|meaning|word|means?) [“\"‘']$")
_ANSWERED = re.compile(r"^ (?:\w+ ){0,3}?(?:said|says|replied|answered|told|he|she|they)(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Of what a headline or a study has in its title: the place in it is meant.
_PLACES = frozenset(
    "bridge river customs zone special port area county city province border plan project agreement policy crossings trade "
    "cargo activity update imports exports imagery analysis report security construction shortage shortages food prices market markets "
    "flood floods railway station closure closures lockdown smuggling smugglers defectors dam power workers residents".split()
)
_LONGEST = 7
_SPORT: tuple[Cued, ...] = (
    Cued(
        r"(?<!\w)(?:football|soccer|striker|midfielder|goalkeeper|defender|winger|captain|kick-?off|half-?time|stoppage time|headers?|penalt(?:y|ies)|league|"
        r"fixture|substitute|equali[sz]er|hat-trick|own goal|the bar|corner kick|free kick|top scorer|clean sheet|relegat\w+|AFC|FIFA|loanee|home side|visitors|"
        r"playoffs?|basketball|volleyball|quarterfinals?|semi-?finals?|standings|jockey|racehorse|furlongs?)(?!\w)", re.IGNORECASE,
    ),
    Cued(r"축구|리그|선수|감독|득점|골문|전반|후반|결승|경기에서|구단|야구|타자|투수|농구|배구|승점|연장전|"
        r"K리그|득점왕|골키퍼|공격수|수비수|미드필더|스트라이커|결승골|동점골|자책골|페널티킥|코너킥|프리킥|오프사이드|퇴장|옐로카드|심판|홈경기|원정|원정팀|홈팀|슈팅|도움|주장|"
        r"챔피언|우승|예선|조별|월드컵|아시안컵|해트트릭|선제골|만루|홈런|이닝|타율|덩크|스파이크"),
    Cued(r"赛事|賽事|联赛|聯賽|进球|進球|球队|球隊|主场|主場|客场|客場|前锋|前鋒|门将|門將|马匹|馬匹|練馬師|练马师|騎師|投注|派彩|赛马|賽馬|冠军|冠軍|決賽|决赛|"
        r"足球|女足|男足|篮球|籃球|排球|俱乐部|俱樂部|外援|中锋|中鋒|后卫|後衛|中场|中場|射门|射門|点球|點球|越位|红牌|紅牌|黄牌|黃牌|任意球|角球|"
        r"帽子戏法|帽子戲法|主帅|主帥|主教练|主教練|助教|裁判|球迷|球员|球員|替补|替補|上半场|上半場|下半场|下半場|补时|補時|加时|加時|积分榜|積分榜|"
        r"净胜球|淨勝球|客队|客隊|主队|主隊|首轮|次轮|下轮|本轮|降级|升级附加赛|中超|中甲|中乙|中冠|亚冠|亞冠|世界杯|预选赛|預選賽|锦标赛|錦標賽|小组赛|淘汰赛|破门|梅开二度|助攻"),
)  # fmt: skip
_GENRES: tuple[Cued, ...] = (
    Cued(
        r"(?<!\w)(?:film|films|movie|directors?|premiere[ds]?|screening|screened|documentary|audience award|jury|box office|soundtrack|animated|comedy|cast|"
        r"novel|album|singer|song|songs|band|concert|exhibition|gallery|painter|sculptures?|festival|line-up|critics?|credits)(?!\w)", re.IGNORECASE,
    ),
    Cued(r"노래|가수|트로트|앨범|가요|곡(?=[을은이과])|녹화|시청률|방송분|영화|관객|상영|감독|배우|드라마|주연|개봉|코미디언|무대|콘서트|공연|관람|소설|작가"),
    Cued(r"식당|간판|메뉴|맛집|단골|육수|국물|면발|냉면|순대|만두|빈대떡|국밥|주방|요리|손님|가게|상권|상호|골목|체인점|가맹점"),
    Cued(r"餐厅|餐廳|菜单|菜單|料理|食客|招牌|老板娘|老闆|口味|美食|小吃|夜市|厨师|廚師|味道|面馆|麵館"),
    Cued(r"歌曲|歌手|专辑|專輯|电影|電影|导演|導演|票房|影片|电视剧|電視劇|主演|上映|小说|小說|观众|觀眾|演唱"),
)  # fmt: skip
_SIGNS_OF_A_GENRE = 4


def unquoted(text: str) -> str:
    """Give a text without its short quotations."""
    return _SHORT.sub(" ", text)


def is_in_a_title(before: str, after: str) -> bool:
    """Tell whether the name between two stretches of English stands in a quoted title: "Last Train to Hyesan".

    Parameters
    ----------
    before, after : str
        What stands before and behind the name, white space folded.
    """
    opens = _TITLE_OPENS.search(before)
    closes = _TITLE_CLOSES.match(after) if opens else None
    if opens is None or closes is None:
        return False
    if _SPOKEN_BEFORE.search(before[: opens.start() + 1]) and closes.group()[-2:-1] in {".", "!", "?"}:
        return False  # "Write Russia." is said, and not written on a cover
    words = _WORD.findall(opens["words"]) + _WORD.findall(closes["words"])
    if not words:  # one name in quotation marks is an answer ("Hyesan," she said) as often as a title
        return _NAMING.search(before) is None and _ANSWERED.match(after[closes.end() :]) is None
    if (
        len(words) > _LONGEST
        or _STOPS.search(opens["words"] + closes["words"])
        or not _PLACES.isdisjoint(word.lower() for word in words)
    ):
        return False
    return all(word[0].isupper() or word in _SMALL for word in words)


def is_of_sport(text: str, cues: int = ANY) -> bool:
    """Tell whether a text, in which the patterns of these bits may match, reports a match or a race, by its words."""
    return _is_of(_SPORT, text, cues)


def is_of_a_genre(text: str, cues: int = ANY) -> bool:
    """Tell whether a text is a report of sport, of the stage or of the table, by its words."""
    return _is_of(_SPORT, text, cues) or _is_of(_GENRES, text, cues)


def _is_of(genres: tuple[Cued, ...], text: str, cues: int) -> bool:
    possible = [genre.pattern for genre in genres if cues & genre.bit]
    return any(len({word.lower() for word in genre.findall(text)}) >= _SIGNS_OF_A_GENRE for genre in possible)
