"""What kind of incident a text tells of, by its cue words: a table of weighted patterns, and their sum.

A headline and a first sentence say what a news text is about, so cues in them count more. Words of circumstance ("troops",
"traders") count little, so that they decide only where nothing else does.
"""

from __future__ import annotations

import re

# Cue words: pattern and weight. 4 and 5 name the incident itself, 3 nearly so, 2 speaks for it, 1 is often circumstance.
# One set holds English, Korean and Chinese, which share no letters. The order of the types decides ties.
_CUES: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = (
    ("repatriation", (
        (4, r"repatriat\w+|forcibl[ey] return\w*|\bdeport(?:ed|ation|ations)\b|(?:mass|such|large) returns?\b|\breturnees"),
        (4, r"\breturns? (?:of|from) (?:escapees|detainees|defectors|refugees)|handed over (?:more than |about |some )?\d+"),
        (4, r"(?:sent|sends|send|sending) back (?!home)|hundreds sent back|\breturn(?:ed|s|ing)? (?:about |some |around |more than )?\d+ (?:\w+ ){0,2}(?:escapees|defectors|refugees|north koreans)"),
        (2, r"sent (?:them |him |her |people )?(?:back|home)|^returns? from"),
        (4, r"강제 ?북송|송환(?!을 요구)|북송(?!하려)|되돌려 ?보내"), (3, r"遣返|遣送|送回"),
    )),
    ("execution", (
        (5, r"\bexecut(?:ed|es|e|ions?)\b|firing squads?|put to death|shot in (?:secret|public)"),
        (3, r"sentenced to death|public trial"), (5, r"처형|총살|사형"), (5, r"处决|枪决|处死"),
    )),
    ("trafficking", (
        (4, r"\bsold (?:\w+ )?(?:\w+ )?women|women .{0,40}\bsold\b|(?:human|sex) trafficking|trade in .{0,20}women"),
        (4, r"\blur(?:ed|ing)\b|\bentic(?:ed|ing)\b|abduct\w+|kidnap\w+|drawn to\b"), (1, r"traffick\w+"),
        (4, r"인신매매|납치(?!됐던)|유인"), (4, r"贩卖(?:妇女|人口)|拐卖|绑架"),
    )),
    ("desertion", (
        (4, r"\bdesert(?:ed|ers?|ion|ions|s)\b|(?:runaway|unarmed|armed) (?:border )?(?:guards?|soldiers?|men\b)"),
        (4, r"(?:guards?|soldiers?|troops?|patrolm[ae]n|platoon|night watch|military)\b.{0,90}(?:leaves? for china|fle[de]\w*|walked out|slipped|got away|break for|gone over|went over|ran off|left (?:his|their) (?:post|night))"),
        (4, r"탈영|부대를 이탈|초소를 벗어|(?:병사|군인|대원|경비병|간부).{0,25}(?:달아|넘어간|도주|이탈|탈북)"),
        (4, r"逃兵|士兵.{0,6}(?:逃|叛)"),
    )),
    ("shooting", (
        (3, r"\bshot\b(?! in (?:public|secret)| by firing)|\bshooting\b|open(?:ed)? fire|\bfires? on\b|fired (?:at|on)|gun ?(?:fire|fight|battle)|shoot-out"),
        (2, r"\bkill(?:ed|s|ing)?\b|\bmurder\w*|\bstabb\w+|ambush\w*|\battack\w*|\bassault\w*|robb(?:ed|ery|eries)|\bdeath of\b|fatally"),
        (3, r"총격|총에 맞|쏘아|사살|교전"), (2, r"살해|강도|피습"), (3, r"枪击|开枪|枪杀|抢劫"), (2, r"遇害|杀害|袭击|持枪"),
    )),
    ("bribery", (
        (3, r"\bbrib(?:e|es|ed|ery|ing)\b|protection (?:fees?|money|racket)|kickbacks?|pay-?offs?|collusion|extort\w*"),
        (2, r"corrupt(?:ion)?|look(?:ing)? away|sells? protection|pocket(?:ed|ing) money"),
        (3, r"뇌물|보호비|부패|상납"), (3, r"贿赂|受贿|腐败|索贿"),
    )),
    ("smuggling", (
        (3, r"(?<!\bfor )(?<!\bby )smuggl\w+|contraband|carr(?:y|ied|ying) goods (?:over|across)"), (2, r"\bdrugs?\b|methamphetamine|illicit trade|opium|narcotic\w*|in breach of sanctions"),
        (3, r"밀수|마약|밀무역"), (3, r"走私|毒品|贩毒"),
    )),
    ("surveillance", (
        (3, r"surveillance|\bcameras?\b(?! crew)|\bjamm(?:ing|ed)\b|detectors?|wiretap\w*|signals? (?:blocked|interfer\w+)|\bGPS\b|face-recognition"),
        (2, r"(?:phone|chinese) signals?|infrared|interfering|radio wave|monitoring|tracking units?|watch units|house searches|searched one by one|checks everywhere"),
        (3, r"감시 ?카메라|전파 ?(?:방해|탐지)|도청|감시 장비"), (2, r"감시"), (3, r"监控|摄像头|信号干扰|监听"),
    )),
    ("border_works", (
        (3, r"\bfenc(?:e|es|ing)\b|barbed[ -]wire|barriers?|guard posts?|\bwalls?\b|watchtowers?"),
        (2, r"(?<!barbed )\bwire\b|(?<!guard )\bposts\b|concrete"),
        (3, r"철조망|장벽|초소를? (?:신설|짓|세우)|울타리"), (3, r"铁丝网|围栏|边境墙|隔离网"),
    )),
    ("closure", (
        (4, r"\block(?:ed)?[ -]?downs?\b|\bsealed(?: off)?\b|closure of|closed (?:off|to)|shut (?:out|at|the)|off[- ]limits|cut off for|(?:ban(?:ned)?|barred) (?:on|from) entry|\bban on entry|stopped admitting"),
        (2, r"\bclos(?:es|ed)\b|no longer (?:come|cross)|suspended|state of emergency|quarantine|curfew|keeps? people .{0,20}away"),
        (3, r"봉쇄|출입 ?(?:금지|통제)|폐쇄|통행 ?금지"), (3, r"封锁|封城|关闭口岸|禁止通行|关闭"),
    )),
    ("health", (
        (3, r"\bbird flu\b|coronavirus|covid(?:-19)?|epidemic|outbreak|\binfect(?:ion|ions|ed)\b|vaccin\w+"),
        (1, r"quarantine|pandemic|virus"), (3, r"코로나|전염병|방역|조류 ?독감|감염"), (3, r"疫情|新冠|禽流感|防疫|感染"),
    )),
    ("disaster", (
        (3, r"\bflood(?:s|ed|ing)?\b|typhoon|landslides?|downpours?|under water|explosion|\bblast\b|earthquake|mudslides?"),
        (2, r"\b(?:exceptional|heavy|torrential) rain|disaster|evacuat\w+|\bsank\b|\bsinks?\b|capsiz\w+|in flames|burn(?:t|ed)\b"),
        (1, r"\brain\b|swollen|storms?\b|dykes?|dikes?|rescue|drown(?:ed|s)?\b|washed away"),
        (3, r"홍수|폭우|큰물|침수|태풍|산사태|폭발|수해|범람"), (3, r"洪水|洪峰|暴雨|洪灾|台风|泥石流|爆炸|防洪|流量"),
    )),
    ("arrest", (
        (3, r"\barrest(?:s|ed|ing)?\b|\bdetain(?:s|ed|ees)?\b|taken into custody|rounded up|crack(?:ed|s)? ?down|break up gang"),
        (2, r"\bheld\b|\bholds?\b|\bholding\b|jailed|\bcustody\b|inspection team|inspectors|caught|searched|\btrial\b|prison|\bseized\b|\bimpounded\b|taken away"),
        (3, r"체포|검거|단속|구금|붙잡|검열|적발"), (3, r"被捕|逮捕|抓获|拘留|打击"),
    )),
    ("military", (
        (3, r"land ?mines?\b|\bmines (?:had|have|were|are|laid)|laying mines|troops (?:travel|deployed|sent)|artillery|fighter jets?|military exercises?|\bdrill\b"),
        (2, r"special (?:forces|troops)|storm corps"),
        (1, r"\btroops\b|soldiers|battalion|brigade|army corps"),
        (3, r"지뢰|병력 ?(?:배치|증강)|훈련"), (3, r"地雷|部署|演习|增兵"),
    )),
    ("trade", (
        (3, r"customs|\bexports?\b|\bimports?\b|tour groups?|goods train|freight|lorries|\bcargo\b|economic zone|free trade"),
        (2, r"\btrade\b|tourists?|\bbridge\b|trucks|business(?:es)?|market|seafood|workers? go home|\bzone\b|crossing (?:to|between)|passengers|buyers"),
        (1, r"\btraders?\b|\bstaff\b"),
        (3, r"무역|세관|교역|수출|수입품"), (2, r"관광|대교|시장"), (3, r"贸易|口岸|海关|货运|客货|出口"), (2, r"旅客|游客|大桥"),
    )),
    ("crossing", (
        (3, r"\bdefect(?:ed|ion|ions|ing)?\b|\bescap(?:e|ed|ing)\b|over frozen|walk(?:ed|s)? over the|\bwad(?:e|ed|ing)\b|footprints|cross(?:ed|ers?|es|ing) (?:over |into |the )?(?:the )?(?:river|border|tumen|yalu|china|frozen|ice)|illegal(?:ly)? (?:cross\w+|entry)|vanish over"),
        (2, r"\b(?:went missing|disappeared|not been traced|vanish(?:ed)?)\b"), (1, r"\bescapees?\b|\bdefectors?\b|refugees?|over the border|drown(?:ed|s)?\b"),
        (3, r"탈북(?!민)|월경|도강|국경을 넘|강을 건너|건너는"), (1, r"탈북민"), (3, r"脱北(?!者)|越境|偷渡|渡江|逃离"), (1, r"脱北者"),
    )),
)  # fmt: skip
_TITLE_FACTOR = 2
_OPENING_FACTOR = 1  # once more: the first sentence of a news text says what happened
_OPENING = re.compile(r".{40,}?(?:[.!?。](?=\s|[^\w\s]|$)|[。！？]|$)", re.DOTALL)
_MOST_HITS = 3  # a word that is said over and over tells no more than one said three times
_LEAST_SCORE = 3
_COMPILED = tuple(
    (kind, tuple((weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in cues)) for kind, cues in _CUES
)


def classify(text: str, language: str | None = None, *, title: str = "") -> tuple[str, str]:
    """Say what kind of incident a text tells of, by its cue words.

    Parameters
    ----------
    text : str
        The sentences about one incident, in English, Korean or Chinese.
    language : str, optional
        BCP 47, recorded in the rule's id; the cues of all three languages are tried in any case.
    title : str, optional
        The report's headline. A cue in it counts twice, as does one in the first sentence of the text.

    Returns
    -------
    tuple of (str, str)
        Id of the incident type (``other`` when no cue speaks clearly) and of the rule (``cues-shooting-en``).
    """
    opening = _OPENING.match(text)
    first = opening.group() if opening else ""
    scores = {
        kind: _score(cues, text) + _OPENING_FACTOR * _score(cues, first) + _TITLE_FACTOR * _score(cues, title)
        for kind, cues in _COMPILED
    }
    best = max(scores, key=lambda kind: scores[kind])
    spoken = (language or "und").split("-")[0].lower()
    if scores[best] < _LEAST_SCORE:
        return "other", f"cues-none-{spoken}"
    return best, f"cues-{best}-{spoken}"


def _score(cues: tuple[tuple[int, re.Pattern[str]], ...], text: str) -> int:
    return sum(weight * min(len(pattern.findall(text)), _MOST_HITS) for weight, pattern in cues)
