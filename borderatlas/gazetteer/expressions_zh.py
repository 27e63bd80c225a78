"""Relative expressions in Chinese: most stand behind the name, 连接 and 从 before it."""

from __future__ import annotations

import re

from borderatlas.gazetteer.measures import DISTANCE, ZH_COMPASS, bearing, metres
from borderatlas.models import Relative

_OF = r"^(?:市|县|郡|镇)?(?:的|以|之)?"
_OFFSET = re.compile(rf"{_OF}{ZH_COMPASS}(?:方向|方|面|边|部|侧)?(?:约|大约)?{DISTANCE}")
_STREAM = re.compile(rf"{_OF}(?P<way>下游|上游)(?:方向)?{DISTANCE}")
_ALONG = re.compile(
    rf"^(?:市|县)?(?:逆流|溯江|溯流)(?:而)?上{DISTANCE}|^(?:市|县)?顺(?:流|江)而下{DISTANCE.replace('number', 'number_2').replace('unit', 'unit_2')}"
)
_WITHIN = re.compile(rf"{_OF}(?:方圆|周围)?{DISTANCE}(?:以内|之内|内|范围内)")
_DIRECTION = re.compile(rf"^(?:市|县|郡)?(?:以|之){ZH_COMPASS}(?!岸)")
_IN_A_UNIT = re.compile(r"^(?:境内|辖区|下辖)")
_WORDS = (
    ("across_from", re.compile(r"^(?:的)?(?:江|河)?(?:对岸|對岸|对面|對面)|^隔江"), None),
    (
        "border_area",
        re.compile(
            r"^(?:的|一侧|段)?(?:边境|邊境|边界|邊界)(?:地区|地區|地带|地帶|一带|一帶|沿线|沿線|一线|一線|线|線)"
        ),
        None,
    ),
    ("reaches", re.compile(r"^(?:江|河)?上游"), "upper"),
    ("reaches", re.compile(r"^(?:江|河)?中游"), "middle"),
    ("reaches", re.compile(r"^(?:江|河)?下游"), "lower"),
    ("reaches", re.compile(r"^(?:入海口|河口|出海口)"), "mouth"),
    (
        "bank_of",
        re.compile(
            r"^(?:江)?(?:[北南东西東左右两兩]?岸(?:边|邊)?|沿岸|沿线|江边|江邊|河畔|江畔|畔|边(?!境|界|防|检|民|城|贸|疆|陲)|邊(?!境|界|防|檢|民|城|貿|疆|陲))"
        ),
        None,
    ),
    ("near", re.compile(r"^(?:的)?(?:附近|周边|周邊|郊外|近郊|一带|一帶|外围)"), None),
)
_BETWEEN = re.compile(r"^(?:两地)?之?间(?!的?(?:贸易|航班|列车|关系|差距))|^之間")
_LINKING_BEFORE = re.compile(r"(?:连接|連接|连通|贯通|往来于)$")
_BRIDGE = re.compile(r"^的?(?:\S{0,6})?(?:桥|橋|大桥|大橋|口岸)")
_BORDER = re.compile(r"^(?:的)?(?:边境|邊境|边界|邊界)(?:沿线|沿線|一线|地区|地區|地带)?")


def read(after: str) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if match := _STREAM.match(after):
        return Relative("downstream" if match["way"] == "下游" else "upstream", distance_m=metres(match))
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
    if _BETWEEN.match(after):
        return "between"
    return "along_border" if _BORDER.match(after) else None
