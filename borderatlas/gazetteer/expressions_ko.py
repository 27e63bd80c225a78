"""Relative expressions in Korean: they stand behind the name, particles between."""

from __future__ import annotations

import re
from typing import Literal

from borderatlas.gazetteer.cues import ANY, AnyOf
from borderatlas.gazetteer.measures import DISTANCE, KO_COMPASS, bearing, metres
from borderatlas.models import Relative

_TYPE = (
    r"(?:시 중심부?|시내|시가지|시|군 소재지|군|읍내|읍|리|동(?![남북])|구역|구|로동자구|노동자구|면|성|역|항구|항|댐|언제|발전소|저수지|대교|다리|철교|교두|세관|해관|"
    r"통상구|나루터?|포구|도심|중심부|중심가|탄광|광산|초소)"
)
_SLIGHT = (
    r"(?:강을? |강물 |물길로 |물길 |뱃길로 |뱃길 |육로로 |도로로 |철길로 |직선거리로 |직선으로 |직선 |도보로 |걸어서 |차로 |불과 |겨우 |약 |대략 |거의 |바로 |조금 |좀 |약간 |"
    r"한참 |얼마 |그리 |그다지 |별로 |썩 |다시 |더 |곧장 |대체로 |정확히 |무려 |한 )"
)
_FROM = rf"^\s?(?:{_TYPE}(?:쪽)?)?(?:에서부터|으로부터|로부터|에서|부터|의|은|는|과|와)?,?\s*{_SLIGHT}{{0,3}}"
_TOWARDS = r"(?:쪽|편|방|방향|방면|부)?\s?(?:으로|방향으로|방면으로|방향|방면|쪽으로|쪽)?"
_OFFSET = re.compile(rf"{_FROM}{KO_COMPASS}{_TOWARDS}\s*{_SLIGHT}{{0,2}}(?:직선거리로\s*)?{DISTANCE}")
_OFFSET_TURNED = re.compile(
    rf"{_FROM}{DISTANCE}\s*(?:떨어진|거리의?|거리에 있는)?\s*{KO_COMPASS}(?:쪽|방향|방면|편|부)"
)
_DOWN = ("하류", "아래", "밑", "내려", "떠내려", "흘러", "강 아래")
_STREAM = re.compile(
    rf"{_FROM}(?P<way>하류|상류|강 아래|강 위)(?:\s*(?:쪽|방향|방면))?(?:으로|로)?\s*{_SLIGHT}{{0,2}}{DISTANCE}"
)
_STREAM_TURNED = re.compile(
    rf"{_FROM}{DISTANCE}\s*(?:쯤|가량|정도|남짓|떨어진|되는|거리의?)?\s*(?:강\s?)?(?P<way>하류|상류|아래|위쪽|위(?=[에의 ])|밑|내려[가간온오]|올라[가간온오])"
)
_STREAM_BARE = re.compile(
    rf"^\s?{_TYPE}?(?:에서|의|보다|바로|조금)?\s*(?:강\s*|바로 |조금 |더 )?(?P<way>하류|상류)(?!\s?(?:층|계급|사회|생활|인생|부문|산업))"
)
_BELOW_BARE = re.compile(
    r"^\s?(?:댐|언제|발전소|다리|대교|철교|교두|세관|저수지|갑문|보)?(?:에서|의)?\s*(?:바로|조금|얼마쯤)?\s*(?P<way>아래|위)쪽?(?=(?:에서|에|의)? ?(?:강|여울|물|나루|모래|둑|마을|쪽|기슭|구간|지점|유역))"
)
_ALONG_STREAM = re.compile(
    rf"{_FROM}(?:압록강|두만강|강|강줄기|물길|강물|물줄기|강기슭|강둑)[을를]? ?(?:따라|거슬러|타고)?\s*(?:하류로|상류로|아래로|위로)?\s*{_SLIGHT}{{0,2}}{DISTANCE}\s*(?:쯤|가량|정도|남짓)?\s*(?P<way>거슬러|올라|위쪽|내려|아래|떠내려|흘러)"
)
_DRIFTED = re.compile(rf"{_FROM}{DISTANCE}\s*(?:쯤|가량|정도|남짓|나)?\s*(?P<way>떠내려|흘러내려|거슬러)")
_AWAY = re.compile(
    rf"{_FROM}{DISTANCE}\s*(?:쯤|가량|정도|남짓)?\s*(?:거리|떨어|밖|지점|상거|쯤 되는|되는 곳|안팎|못 미친)"
)
_BELOW = re.compile(rf"^(?:시|군|읍|댐|언제|의)?\s*(?P<way>아래|위)쪽?(?:으로)?\s*{_SLIGHT}{{0,2}}{DISTANCE}")
_TOWARDS_A_PLACE = re.compile(rf"{_FROM}[가-힣]{{1,8}}\s?(?:쪽|방향|방면)으로\s*{_SLIGHT}{{0,2}}{DISTANCE}")
_WITHIN = re.compile(rf"{_FROM}(?:반경\s*)?{DISTANCE}\s*(?:이내|안|내)")
_DIRECTION = re.compile(rf"^\s?(?:시|군|읍)?(?:의)?\s*{KO_COMPASS}(?:쪽|녘)(?!으로 향)")
_IN_A_UNIT = re.compile(
    r"^\s*(?:안에 있는|관내|경내)|^의\s*(?:어느|한|이름 모를|외딴|산골)\s*\S{0,4}\s*(?:마을|산골|골짜기|부락|농장|마을에)"
)
_GUARD = r"(?!\s*(?:경비|수비|경찰|무역|분쟁|검문|통과|통행|세관|대교|다리))"
_CHINA = r"(?:북중 |북·중 |조중 |조·중 |중국과의 |중국 |중국쪽 |북중|북·중|조중|내 |안의 |안 |쪽 )?"
_BORDER_LAND = r"(?:지역|지대|일대|마을|부락|연선|전역|지구|일원|도시|고장|구간|농촌|주민지|쪽|시\s?[·ㆍ,]?\s?군|시군|군\s?(?:\(郡\))?들|군들|시들|읍들|리들|군과 시|각지|곳곳|인근|부근|주변|변두리|현\s?[·ㆍ]?\s?시|현들|향진|진들)"
_WATERSIDE = r"(?:강변|강가|강둑|강뚝|유역|강기슭|기슭|연안|연선|둔치|강안|[북남동서좌우]안(?=[에을의은이과 ,.]|$)|물가|물녘|제방|방죽|뚝방|둑방|뚝|둑|강반|모래톱|모래섬|백사장|고수부지|호안|양안|량안)"
_WORDS = (
    (
        "across_from",
        re.compile(
            rf"^\s?{_TYPE}?(?:의|과|와|에서)?\s*(?:바로 )?(?:두만강 |압록강 |강\s*)?(?:맞은\s?편|맞은\s?켠|반대\s?편|반대쪽|건너\s?편|건너쪽|건너\s?켠|대안|저편|저쪽|(?<=강)\s?너머|너머(?= ?(?:중국|북한|마을|쪽|편|대안)))|"
            rf"^\s?{_TYPE}?(?:에서)?\s*(?:바로 )?(?:두만강|압록강|강)\s?(?:하나만|하나|만|을|물)?\s*건너(?:면|서|편|쪽|에|의|[ ,])|"
            rf"^\s?{_TYPE}?\s*건너(?= ?(?:마을|중국|북한|조선|언덕|쪽|산|[가-힣]{{2,4}}(?:시|현|군|읍|진|향|촌|리|세관|해관|에서)))"
        ),
        None,
    ),
    (
        "across_from",
        re.compile(
            rf"^\s?{_TYPE}?(?:을|를|과|와|이|가|에서|에서는)?\s*(?:(?:두만강|압록강|강|강물|강줄기) ?(?:하나)?[을를]? ?(?:사이(?:에)? ?(?:두|둔|하|끼)|끼고 마주|가운데 두|경계로)|"
            r"(?:정면으로 |서로 )?마주(?:한(?![가-힣])|하는|하고|한 채| ?보는| ?보이는| 보고 있는| ?서|선| ?바라보)|"
            r"(?:정면으로 |빤히 |훤히 |한눈에 |코앞에서 |지척에서 |강 너머로 )?(?:건너다|건너|바라다|마주|내려다|내다|굽어|빤히 건너다|올려다|훤히|빤히|한눈에) ?(?:보이는|뵈는|보는|보이고)|바라보(?:이는|는 (?:강|언덕|마을|곳|쪽)))"
        ),
        None,
    ),
    (
        "border_area",
        re.compile(
            rf"^(?:의|쪽|내|안)?\s*(?:최북단 |북부 |북단 |북쪽 |서부 |서북부 |동부 |동북부 |북서부 )?{_CHINA}(?:국경|접경|변경|변방|변강|연선)\s*{_BORDER_LAND}{_GUARD}|"
            r"^(?:의|내|중)?\s*(?:강변|강을 낀|강을 따라|압록강을 낀|두만강을 낀|압록강 연안의?|두만강 연안의?|중국과 (?:접한|맞닿은|마주한|잇닿은|이웃한|린접한|인접한)|국경을? ?(?:낀|접한|맞댄|따라)|국경에 (?:접한|면한|있는|가까운|인접한))\s*(?:각 |여러 |모든 )?(?:시|군|마을|지역|지대|고장|농촌|일대|도시|현|진|향)"
        ),
        None,
    ),
    ("reaches", re.compile(r"^\s*(?:의 )?(?:최상류|중상류|상중류|상류|발원지|시원|원류)"), "upper"),
    ("reaches", re.compile(r"^\s*(?:의 )?중류"), "middle"),
    ("reaches", re.compile(r"^\s*(?:의 )?(?:중하류|최하류|하류)"), "lower"),
    (
        "reaches",
        re.compile(
            r"^\s*(?:의 )?(?:하구|어귀|어구|강구|삼각주)|^(?:이|가) (?:조선)?(?:서해|황해|동해|바다|서조선만|서한만)\S{0,2} (?:흘러드는|흘러들|흘러나가는|들어가는|빠지는|빠져나가는|만나는|합쳐지는|나가는|이르는)"
        ),
        "mouth",
    ),
    (
        "along_border",
        re.compile(
            r"^(?:과|와)(?:의|\s*(?:맞닿은|접한|접경한|인접한|린접한|이웃한|마주한|맞댄|잇닿은))\s*(?:국경|접경|변경|변방|변강)(?!\s*(?:경비|수비|무역|경찰|분쟁))"
        ),
        None,
    ),
    (
        "bank_of",
        re.compile(
            rf"^의?\s*(?:(?:북한|중국|조선|북녘|러시아|로씨야|북|남|동|서|좌|우) ?[쪽측편] ?)?(?:{_WATERSIDE}|변(?!두리|방|경|호)|가(?!까))(?![가-힣]*?(?:경|하)(?!서))|"
            r"^의?\s+(?:강|둑|제방|물가|기슭|강안)(?=[에을의이은 ])|^(?:을|를|강을)\s*(?:따라|끼고|낀)"
        ),
        None,
    ),
    (
        "near",
        re.compile(
            rf"^\s?{_TYPE}?(?:의)?\s*(?:쪽 |바로 )?(?:인근|린근|부근|어귀|초입|길목|뒷산|앞산|앞바다|앞마을|못 미쳐|못미쳐|근처|근방|주변|주위|외곽|근교|교외|변두리|언저리|가까이|가까운 곳|코앞|턱밑|지척|들머리|"
            r"일대|일원|린접|인접|이웃 ?(?:마을|군|고장|농촌)|옆 ?(?:마을|동네|산|골)|뒤 ?산|앞 ?(?:들|벌|강)|성 밖|밖 ?(?:마을|산|들))|"
            rf"^\s?{_TYPE}?(?:에서|과|와|으로부터|로부터|의)?\s*(?:그리 |그다지 |별로 |썩 )?(?:멀지 ?않은|멀지 ?않게|지척인|지척의|지척에|인접한|린접한|잇닿은|이웃한|엎어지면 코 닿을|(?:얼마|그리) (?:떨어지지|멀지) ?않은|"
            r"(?:조금|좀|약간|얼마쯤|다소|한참) (?:떨어진|벗어난)|가까운 (?:마을|곳|야?산|초소|강|국경|지역|역|농장|들|논|도로|숲|골|포구|다리|바다|해상|부락|벌))"
        ),
        None,
    ),
)
_BRIDGE = r"(?:다리|대교|철교|교량|인도교|도로교|나루|나루길|배길|뱃길|통로|케이블)"
_BETWEEN = re.compile(
    r"^\s?(?:두|량|양)?\s?(?:시|군|현)?\s*(?:의 )?(?:사이|어간|중간|가운데|구간|의 경계|의 접경|경계|접경|간\s*(?:국경|구간|강|철조망|도로 구간|철도 구간|연선|강변))"
)
_LINKED = re.compile(
    rf"^(?:을|를)?\s*(?:서로 )?(?:잇는|연결하는|이어주는|련결하는|오가는|이어 주는|잇던|연결한|련결한)\s*(?:\S+\s*){{0,3}}?{_BRIDGE}|^\s*(?:간의?|사이의?|사이에 놓인|사이에 걸린)\s*(?:\S+\s*)?(?:다리|대교|철교|교량|세관)"
)
# 회령에서 무산까지 강을 따라: a reach, when what follows is on the ground
_REACH = re.compile(
    r"^까지(?:의|\s*이어지는|\s*이르는|\s*뻗은|\s*약|\s*펼쳐진)?\s*(?:\d+\s*(?:km|㎞|킬로|리)\S*\s*)?(?:강|국경|구간|두만강|압록강|연안|연선|둑|제방|철조망|전기철조망|도로 구간|접경|지역|일대|전 구간|모든)|^까지\s*(?:이어지는|이르는|뻗은|연결되는|련결되는|놓인|뚫린)\s*(?:\S{1,4}\s)?(?:변경|변방|도로|철길|철도|길|산길|오솔길|포장도로|비포장|강둑|순찰로|철책)|^\s?구간|^까지(?:의)? (?:사이|전역)"
)
_BORDER = re.compile(
    r"^\s*(?:간|사이|간의|사이의|의|량국|양국)?\s*(?:국경|접경|변경)(?!\s*(?:경비|수비|무역|경찰|분쟁))"
)
_DEALINGS = re.compile(
    r"^\s*사이(?:의|에)?\s*(?:무역|교역|도로|열차|버스|관계|거래|려객|여객|항공|전화|통화|회담|협력|교류|협정|차이|격차|무비자|비자|왕래|인사|갈등)"
)

_BEHIND_ONE = AnyOf(
    {**globals(), **{f"{relation} {part} {at}": words for at, (relation, words, part) in enumerate(_WORDS)}},
    but=(_BETWEEN, _LINKED, _REACH, _BORDER, _DEALINGS),
)  # fmt: skip


def read(after: str, cues: int = ANY, *, is_river: bool = False) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if not cues & _BEHIND_ONE.bits:
        return None
    if (match := _OFFSET.match(after)) or (match := _OFFSET_TURNED.match(after)):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    for measured in (_STREAM, _BELOW, _ALONG_STREAM, _DRIFTED, _STREAM_TURNED):
        if match := measured.match(after):
            return Relative(_way(match["way"]), distance_m=metres(match))
    if match := _WITHIN.match(after) or _AWAY.match(after) or _TOWARDS_A_PLACE.match(after):
        return Relative("near", distance_m=metres(match))
    if not is_river and (match := _STREAM_BARE.match(after) or _BELOW_BARE.match(after)):
        return Relative(_way(match["way"]))
    if match := _DIRECTION.match(after):
        return Relative("offset", bearing_deg=bearing(match))
    if _IN_A_UNIT.match(after):
        return Relative("within")
    return next((Relative(relation, part=part) for relation, words, part in _WORDS if words.match(after)), None)  # type: ignore[arg-type]


def _way(word: str) -> Literal["downstream", "upstream"]:
    """Tell which way along the river a word goes."""
    return "downstream" if word.startswith(_DOWN) else "upstream"


def read_pair(after: str) -> str | None:
    """Read ``crossing`` (단둥과 신의주를 잇는 다리) or ``between`` (회령과 무산 사이) behind the right name."""
    if _LINKED.match(after):
        return "crossing"
    if _REACH.match(after):
        return "between"
    if _BORDER.match(after):
        return "along_border"
    return "between" if _BETWEEN.match(after) and not _DEALINGS.match(after) else None
