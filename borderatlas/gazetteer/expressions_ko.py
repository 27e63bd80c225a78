"""Relative expressions in Korean: they stand behind the name, particles between."""

from __future__ import annotations

import re

from borderatlas.gazetteer.measures import DISTANCE, KO_COMPASS, bearing, metres
from borderatlas.models import Relative

_FROM = r"^(?:시|군|읍)?(?:에서|로부터|으로부터|의)?\s*"
_OFFSET = re.compile(rf"{_FROM}{KO_COMPASS}(?:쪽|편)?\s?(?:으로|방향으로|방면으로|방향|방면|쪽)?\s*{DISTANCE}")
_OFFSET_TURNED = re.compile(rf"{_FROM}{DISTANCE}\s*(?:떨어진\s*)?{KO_COMPASS}(?:쪽|방향|방면)")
_STREAM = re.compile(rf"{_FROM}(?:강\s*)?(?P<way>하류|상류)(?:\s*쪽)?(?:으로)?\s*{DISTANCE}")
_STREAM_TURNED = re.compile(rf"{_FROM}{DISTANCE}\s*(?P<way>하류|상류)")
_STREAM_BARE = re.compile(r"^(?:시|군)?(?:에서|의)\s*(?:강\s*)?(?P<way>하류|상류)")
_ALONG_STREAM = re.compile(
    rf"{_FROM}(?:압록강|두만강|강|강줄기|물길)을 (?:따라|거슬러)\s*{DISTANCE}\s*(?:쯤|가량|정도)?\s*(?P<way>거슬러|올라|위쪽|내려|아래쪽)"
)
_AWAY = re.compile(rf"{_FROM}(?:불과\s*)?{DISTANCE}\s*(?:거리|떨어|밖|지점|쯤 되는)")
_BELOW = re.compile(rf"^(?:시|군|의)?\s*(?P<way>아래|위)쪽?(?:으로)?\s*{DISTANCE}")
_WITHIN = re.compile(rf"{_FROM}(?:반경\s*)?{DISTANCE}\s*(?:이내|안|내)")
_DIRECTION = re.compile(rf"^(?:시|군)?\s*{KO_COMPASS}쪽(?!으로 향)")
_IN_A_UNIT = re.compile(
    r"^\s*(?:안에 있는|관내|경내)|^의\s*(?:어느|한|이름 모를|외딴|산골)\s*\S{0,4}\s*(?:마을|산골|골짜기|부락|농장|마을에)"
)
_WORDS = (
    (
        "across_from",
        re.compile(
            r"^(?:의|과|와)?\s*(?:강\s*)?(?:맞은편|반대편|반대쪽|건너편|맞은 편|건너 편|대안|저편|건너(?= ?(?:마을|중국|언덕|쪽|산))|너머)|^(?:시|군)?에서 강\s?(?:하나만|하나|만|을)?\s*건너면"
        ),
        None,
    ),
    (
        "across_from",
        re.compile(
            r"^(?:시|군|읍)?(?:을|를|과|와|이|가)?\s*(?:강을 사이에 (?:두|둔)|강 하나를 사이에|마주(?:한(?![가-힣])|하는| ?보는| 보고 있는|선)|"
            r"(?:건너다|건너|바라|바라다|마주|빤히 건너다) ?보이는)"
        ),
        None,
    ),
    (
        "border_area",
        re.compile(
            r"^(?:의|쪽)?\s*(?:북중 |북·중 |조중 |중국과의 |중국 |북중|북·중|조중)?(?:국경|접경|변경|변방)\s*(?:지역|지대|일대|마을|연선|전역|지구|일원|도시|고장)"
        ),
        None,
    ),
    ("reaches", re.compile(r"^\s*(?:의 )?(?:최상류|중상류|상류)"), "upper"),
    ("reaches", re.compile(r"^\s*중류"), "middle"),
    ("reaches", re.compile(r"^\s*(?:중하류|최하류|하류)"), "lower"),
    ("reaches", re.compile(r"^\s*(?:하구|어귀)"), "mouth"),
    (
        "along_border",
        re.compile(
            r"^(?:과|와)(?:의|\s*(?:맞닿은|접한|접경한|인접한|이웃한|마주한|맞댄))\s*(?:국경|접경|변경)(?!\s*(?:경비|수비|무역|경찰|분쟁))"
        ),
        None,
    ),
    (
        "bank_of",
        re.compile(
            r"^의?\s*(?:(?:북한|중국|조선|북녘|러시아|북|남) ?[쪽측] ?)?(?:강변|강가|강둑|유역|강기슭|기슭|연안|둔치|[북남동서]안|변(?!두리|방)|가(?!까))(?![가-힣]*?(?:경|하))|^의?\s+(?:강|둑|제방|물가|기슭|강안)(?=[에을의 ])|^(?:을|를|강을)\s*(?:따라|끼고)"
        ),
        None,
    ),
    (
        "near",
        re.compile(
            r"^\s*(?:쪽 )?(?:인근|부근|어귀|초입|길목|뒷산|앞산|앞바다|못 미쳐|못미쳐|근처|주변|외곽|근교|교외|변두리|언저리|가까이|가까운 곳|코앞)|^(?:시|군|읍)?(?:에서|과|와)\s*(?:그리 |그다지 |별로 )?(?:멀지 않은|멀지않은|지척인|인접한|가까운 (?:마을|곳|야?산|초소|강|국경|지역|역|농장|들|논|도로|숲|골|포구|다리))"
        ),
        None,
    ),
)
_BETWEEN = re.compile(r"^\s*(?:사이|구간|의 경계|의 접경|경계)")
_LINKED = re.compile(
    r"^(?:을|를)?\s*(?:잇는|연결하는|이어주는)\s*(?:\S+\s*){0,2}?(?:다리|대교|철교|교량)|^\s*(?:간|사이)\s*(?:다리|대교|철교|세관)"
)
# 회령에서 무산까지 강을 따라: a reach, when what follows is on the ground
_REACH = re.compile(r"^까지(?:의|\s*이어지는|\s*약)?\s*(?:강|국경|구간|두만강|압록강|연안|둑|철조망|도로 구간)")
_BORDER = re.compile(r"^\s*(?:간|사이|간의|사이의|의)?\s*(?:국경|접경)(?!\s*(?:경비|수비|무역|경찰|분쟁))")
_DEALINGS = re.compile(r"^\s*사이(?:의)?\s*(?:무역|교역|도로|열차|버스|관계)")


def read(after: str) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if (match := _OFFSET.match(after)) or (match := _OFFSET_TURNED.match(after)):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if (match := _STREAM.match(after)) or (match := _STREAM_TURNED.match(after)):
        return Relative("downstream" if match["way"] == "하류" else "upstream", distance_m=metres(match))
    if match := _BELOW.match(after):
        return Relative("downstream" if match["way"] == "아래" else "upstream", distance_m=metres(match))
    if match := _ALONG_STREAM.match(after):
        return Relative("downstream" if match["way"] in {"내려", "아래쪽"} else "upstream", distance_m=metres(match))
    if (match := _WITHIN.match(after)) or (match := _AWAY.match(after)):
        return Relative("near", distance_m=metres(match))
    if match := _STREAM_BARE.match(after):
        return Relative("downstream" if match["way"] == "하류" else "upstream")
    if match := _DIRECTION.match(after):
        return Relative("offset", bearing_deg=bearing(match))
    if _IN_A_UNIT.match(after):
        return Relative("within")
    return next((Relative(relation, part=part) for relation, words, part in _WORDS if words.match(after)), None)  # type: ignore[arg-type]


def read_pair(after: str) -> str | None:
    """Read ``crossing`` (단둥과 신의주를 잇는 다리) or ``between`` (회령과 무산 사이) behind the right name."""
    if _LINKED.match(after):
        return "crossing"
    if _REACH.match(after):
        return "between"
    if _BORDER.match(after):
        return "along_border"
    return "between" if _BETWEEN.match(after) and not _DEALINGS.match(after) else None
