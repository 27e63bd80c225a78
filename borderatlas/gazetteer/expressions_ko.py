"""Relative expressions in Korean: they stand behind the name, particles between."""

from __future__ import annotations

import re

from borderatlas.gazetteer.measures import DISTANCE, KO_COMPASS, bearing, metres
from borderatlas.models import Relative

_FROM = r"^(?:시|군|읍)?(?:에서|로부터|으로부터|의)?\s*"
_OFFSET = re.compile(rf"{_FROM}{KO_COMPASS}(?:쪽)?(?:으로|방향으로|방향|쪽)?\s*{DISTANCE}")
_OFFSET_TURNED = re.compile(rf"{_FROM}{DISTANCE}\s*(?:떨어진\s*)?{KO_COMPASS}쪽")
_STREAM = re.compile(rf"{_FROM}(?:강\s*)?(?P<way>하류|상류)(?:\s*쪽)?(?:으로)?\s*{DISTANCE}")
_STREAM_TURNED = re.compile(rf"{_FROM}{DISTANCE}\s*(?P<way>하류|상류)")
_STREAM_BARE = re.compile(r"^(?:시|군)?(?:에서|의)\s*(?:강\s*)?(?P<way>하류|상류)")
_WITHIN = re.compile(rf"{_FROM}(?:반경\s*)?{DISTANCE}\s*(?:이내|안|내)")
_DIRECTION = re.compile(rf"^(?:시|군)?\s*{KO_COMPASS}쪽(?!으로 향)")
_IN_A_UNIT = re.compile(r"^의\s*(?:어느|한|이름 모를|외딴|산골)\s*\S{0,4}\s*(?:마을|산골|골짜기|부락|농장|마을에)")
_WORDS = (
    ("across_from", re.compile(r"^(?:의|과|와)?\s*(?:강\s*)?(?:맞은편|건너편|맞은 편|건너 편|마주|대안)"), None),
    (
        "border_area",
        re.compile(r"^(?:의|쪽)?\s*(?:국경|접경|변경|변방)\s*(?:지역|지대|일대|마을|연선|전역|지구|일원)"),
        None,
    ),
    ("reaches", re.compile(r"^\s*상류"), "upper"),
    ("reaches", re.compile(r"^\s*중류"), "middle"),
    ("reaches", re.compile(r"^\s*하류"), "lower"),
    ("reaches", re.compile(r"^\s*하구"), "mouth"),
    ("bank_of", re.compile(r"^의?\s*(?:강변|강가|강둑|유역|기슭|연안|[북남동서]안|변|가)(?![가-힣]*?(?:경|하))"), None),
    ("near", re.compile(r"^\s*(?:인근|부근|근처|주변|외곽|근교)"), None),
)
_BETWEEN = re.compile(r"^\s*(?:사이|구간)")
_LINKED = re.compile(
    r"^(?:을|를)?\s*(?:잇는|연결하는|이어주는)\s*(?:\S+\s*){0,2}?(?:다리|대교|철교|교량)|^\s*(?:간|사이)\s*(?:다리|대교|철교|세관)"
)
_DEALINGS = re.compile(r"^\s*사이(?:의)?\s*(?:무역|교역|도로|열차|버스|관계)")


def read(after: str) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if (match := _OFFSET.match(after)) or (match := _OFFSET_TURNED.match(after)):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if (match := _STREAM.match(after)) or (match := _STREAM_TURNED.match(after)):
        return Relative("downstream" if match["way"] == "하류" else "upstream", distance_m=metres(match))
    if match := _WITHIN.match(after):
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
    return "between" if _BETWEEN.match(after) and not _DEALINGS.match(after) else None
