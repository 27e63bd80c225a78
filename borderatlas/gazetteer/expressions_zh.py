"""Relative expressions in Chinese: most stand behind the name, 连接 and 从 before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.measures import DISTANCE, ZH_COMPASS, bearing, metres
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

LEADS = frozenset("近邻鄰靠挨对對着著向距离離沿")
"""The letters before a name that may end a relative expression."""

_OF = r"^(?:市|县|郡|镇)?(?:的|以|之)?"
_OFFSET = re.compile(rf"{_OF}{ZH_COMPASS}(?:方向|方|面|边|部|侧|郊)?(?:约|大约)?{DISTANCE}")
_UP_OR_DOWN = re.compile(rf"^(?:市|县|镇)?再?(?:往|向)(?P<way>上|下)(?:游)?(?:走|方向)?{DISTANCE}")
_STREAM = re.compile(rf"{_OF}(?P<way>下游|上游)(?:方向)?{DISTANCE}")
_ALONG = re.compile(
    rf"^(?:市|县)?城?(?:逆流|溯江|溯流)(?:而)?上{DISTANCE}|^(?:市|县)?城?顺(?:流|江)而下{DISTANCE.replace('number', 'number_2').replace('unit', 'unit_2')}"
)
_WITHIN = re.compile(rf"{_OF}(?:方圆|周围)?{DISTANCE}(?:以内|之内|内|范围内)")
_DIRECTION = re.compile(rf"^(?:市|县|郡)?(?:以|之){ZH_COMPASS}(?!岸)")
_IN_A_UNIT = re.compile(r"^(?:境内|辖区|下辖)")
_WORDS = (
    (
        "across_from",
        re.compile(
            r"^(?:的)?(?:江|河)?(?:对岸|對岸|正对面|斜对面|对面|對面)|^(?:仅|只)?(?:隔江|隔河|隔水|隔着?(?:鸭绿|图们|鴨綠|圖們)江|一江之隔|一水之隔|一河之隔|遥相|相望|遥望)[^，。；、]{0,6}?(?:的|处|處)"
        ),
        None,
    ),
    (
        "border_area",
        re.compile(
            r"^(?:的|一侧|段)?(?:边境|邊境|边界|邊界)(?:地区|地區|地带|地帶|一带|一帶|沿线|沿線|一线|一線|线|線)"
        ),
        None,
    ),
    ("reaches", re.compile(r"^(?:江|河)?的?(?:上游|中上游|上中游|源头|源頭)"), "upper"),
    ("reaches", re.compile(r"^(?:江|河)?的?中游"), "middle"),
    ("reaches", re.compile(r"^(?:江|河)?的?(?:下游|中下游)"), "lower"),
    ("reaches", re.compile(r"^的?(?:入海口|河口|出海口|江口|口(?!岸))"), "mouth"),
    (
        "border_area",
        re.compile(
            r"^(?:的)?(?:沿江|沿边|临江|靠江)(?:的)?(?:各?(?:郡|县|縣|市|村|乡|鄉|镇|鎮|地区|地區|一带|一帶))|^(?:与|和|同|與)(?:中国|中國|朝鲜|朝鮮|北韩|北韓|俄罗斯|俄羅斯)(?:接壤|交界|相邻|毗邻|毗鄰|相鄰)的?(?:各?地|边|邊|县|縣|区|區|一带)"
        ),
        None,
    ),
    (
        "along_border",
        re.compile(
            r"^(?:相邻|相鄰|接壤|交界|毗邻|毗鄰)(?:的|处|處)(?:边境|邊境|边界|邊界|地区|地區|地带|地帶|一带|各|县|縣|省)?"
        ),
        None,
    ),
    (
        "bank_of",
        re.compile(
            r"^(?:江)?(?:[北南东西東左右两兩]?岸(?:边|邊)?|沿岸|沿线|江边|江岸|河岸|堤岸|岸边|江面|江段|段(?!时)|(?:朝|中|俄)(?:方|国|鲜)?一?侧|江邊|河畔|江畔|畔|边(?!境|界|防|检|民|城|贸|疆|陲)|邊(?!境|界|防|檢|民|城|貿|疆|陲))"
        ),
        None,
    ),
    (
        "near",
        re.compile(
            r"^(?:的)?(?:附近|周边|周邊|郊外|近郊|市郊|郊区|郊區|一带|一帶|外围|周围|周圍|左近|城外|不远处|不遠處|边上|外海|海面)"
        ),
        None,
    ),
)
_BETWEEN = re.compile(r"^(?:两地)?之?间(?!的?(?:贸易|航班|列车|关系|差距))|^之間")
_LINKING_BEFORE = re.compile(r"(?:连接|連接|连通|贯通|往来于)$")
_BRIDGE = re.compile(r"^的?(?:\S{0,6})?(?:桥|橋|大桥|大橋|口岸)")
_BRIDGE_OF = re.compile(r"^(?:之间)?的?(?:新|老|旧)?(?:公路|铁路|鐵路|界河|国境|国际|跨江|跨境|铁)?(?:大?桥|大?橋)")
_MEET = re.compile(r"^(?:两地|两市|两县)?(?:的)?(?:交界|交界处|交界處|一线|一線|沿江)(?!城)")
_REACH = re.compile(r"^(?:之间)?的?(?:一?段(?:江|河|边|的)|一段|江段|河段|沿江|沿线|沿岸|边境线)")
_NEAR_BEFORE = re.compile(r"(?:靠近|临近|邻近|臨近|鄰近|毗近|毗邻|毗鄰|紧邻|緊鄰|紧挨|紧靠|挨近)$")
_FACING_BEFORE = re.compile(r"(?:正对|斜对|直对|正對|斜對|面向|遥对)着?$")
_FROM_BEFORE = re.compile(r"(?:距离|距離|距|离|離)$")
_AWAY = re.compile(rf"^(?:市区|城区|县城|市|县|镇|邑|城)?(?:仅有?|只有|还有|不到|不足|大约|约)?{DISTANCE}")
_NOT_FAR = re.compile(r"^(?:市区|城区|县城|市|县|镇|邑)?(?:不远|不遠|很近|较近|最近|咫尺)")
_ALONG_BEFORE = re.compile(r"(?:沿着|沿著|顺着|沿)$")
_BORDER = re.compile(r"^(?:的)?(?:边境|邊境|边界|邊界)(?:沿线|沿線|一线|地区|地區|地带)?")


def read(after: str) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if match := _STREAM.match(after):
        return Relative("downstream" if match["way"] == "下游" else "upstream", distance_m=metres(match))
    if match := _UP_OR_DOWN.match(after):
        return Relative("downstream" if match["way"] == "下" else "upstream", distance_m=metres(match))
    if match := _OFFSET.match(after):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if match := _ALONG.match(after):
        return _along(match)
    if match := _WITHIN.match(after):
        return Relative("near", distance_m=metres(match))
    if match := _DIRECTION.match(after):
        return Relative("offset", bearing_deg=bearing(match))
    if _IN_A_UNIT.match(after):
        return Relative("within")
    return next((Relative(relation, part=part) for relation, words, part in _WORDS if words.match(after)), None)  # type: ignore[arg-type]


def read_before(before: str, after: str, place: Place) -> Relative | None:
    """Read the relation that words before the mention say: 靠近, 正对, 距…五公里, 沿; None where they say none."""
    if _NEAR_BEFORE.search(before):
        return Relative("near")
    if _FACING_BEFORE.search(before):
        return Relative("across_from")
    if _ALONG_BEFORE.search(before) and place.kind in {"river", "tributary"}:
        return Relative("bank_of")
    if _FROM_BEFORE.search(before):
        match = _AWAY.match(after)
        if match is not None or _NOT_FAR.match(after):
            return Relative("near", distance_m=metres(match) if match else None)
    return None


def _along(match: re.Match[str]) -> Relative:
    """Read 逆流而上二十公里 and 顺流而下三公里."""
    if match["number"]:
        return Relative("upstream", distance_m=metres(match))
    down = re.match(DISTANCE, match.group()[match.start("number_2") :])
    return Relative("downstream", distance_m=metres(down) if down else None)


def read_pair(before: str, after: str) -> str | None:
    """Read ``crossing`` (连接图们和南阳的公路桥), ``between`` (A与B之间) or ``along_border`` (中国与朝鲜边界沿线)."""
    if _LINKING_BEFORE.search(before) and _BRIDGE.match(after):
        return "crossing"
    if _BETWEEN.match(after) or _REACH.match(after) or _MEET.match(after):
        return "between"
    if _BRIDGE_OF.match(after):
        return "crossing"
    return "along_border" if _BORDER.match(after) else None
