"""Relative expressions in Chinese: most stand behind the name, 连接 and 从 before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from borderatlas.gazetteer.cues import ANY, AnyOf
from borderatlas.gazetteer.hanzi import simplified
from borderatlas.gazetteer.measures import DISTANCE, ZH_COMPASS, bearing, metres
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

LEADS = frozenset("近邻鄰靠挨贴貼傍对對着著向距离離沿去国國鲜鮮韩韓斯方省道州侧側")
"""The letters before a name that may end a relative expression."""

_TYPE = r"(?:市中心|市区|城区|城关|主城区|县城|邑内|邑|市|县|郡|镇|乡|村|里|洞|区|城|口岸|海关|码头|车站|火车站|站|港|水电站|发电站|电站|电厂|水库|大坝|水坝|坝|大桥|桥|矿山|矿区|矿)"
_OF = rf"^(?:{_TYPE})?(?:的|以|之|往|向|起)?"
_SLIGHT = r"(?:大约|大概|直线距离|直线|仅|只有|只|再|还有|正好|恰好|不远|方向|处|，)?"
_OFFSET = re.compile(rf"{_OF}{ZH_COMPASS}(?:方向|方位|方|面|边|部|侧|郊|处)?(?:上|的)?{_SLIGHT}{DISTANCE}")
_OFFSET_TURNED = re.compile(rf"{_OF}{DISTANCE}(?:外|处|远)?的?(?:正)?{ZH_COMPASS}(?:方向|方|面|边|侧|郊)")
_UP_OR_DOWN = re.compile(
    rf"^{_TYPE}?再?(?:往|向|朝|沿江往|沿江向|顺江往|溯江往)(?P<way>上|下)(?:游)?(?:走|方向|行|约)?{DISTANCE}"
)
_STREAM = re.compile(
    rf"{_OF}(?:江段|河段|沿江)?(?P<way>下游|上游|以下|以上)(?:方向|江段|河段|江面|水域|处)?{_SLIGHT}{DISTANCE}"
)
_STREAM_BARE = re.compile(
    rf"^{_TYPE}?(?:的|以)?(?P<way>下游|上游)(?!(?:产业|产品|企业|客户|行业|厂商|供应|供货|产业链|链|价格|市场|需求|加工|原料|项目|领域))|"
    rf"^{_TYPE}?(?P<way_2>以下|以上)(?:的)?(?:江段|河段|江面|河面|水面|水域|江道|河道|沿江|沿岸|流域)"
)
_ALONG = re.compile(
    rf"^{_TYPE}?(?:出发|开始)?(?:逆流|溯江|溯流|逆江|溯河)(?:而)?上?{_SLIGHT}{DISTANCE}|^{_TYPE}?(?:出发|开始)?(?:顺流|顺江|沿江|沿河)(?:而)?下{_SLIGHT}{DISTANCE.replace('number', 'number_2').replace('unit', 'unit_2')}"
)
_ALONG_RIVER = re.compile(
    rf"^{_TYPE}?沿(?:着)?(?:鸭绿江|图们江|界江|界河|江|河)(?:往|向|而)?(?P<way>上|下)(?:游|行|走|溯)?{_SLIGHT}{DISTANCE}"
)
_WITHIN = re.compile(rf"{_OF}(?:方圆|周围|周边)?{DISTANCE}(?:以内|之内|内|范围内|范围之内)")
_OUTSIDE = re.compile(rf"^{_TYPE}?(?:以外|城外|外|郊外){_SLIGHT}{DISTANCE}")
_AWAY_AFTER = re.compile(rf"^{_TYPE}?(?:约|大约|不到|不足)?{DISTANCE}(?:之外|以外|外|远|开外|处)")
_DIRECTION = re.compile(rf"^(?:{_TYPE}?(?:以|之)(?!.{{0,3}}岸)|(?:市区|城区|县城|城)(?=..?[郊面边侧方])){ZH_COMPASS}")
_IN_A_UNIT = re.compile(r"^(?:境内|辖区|下辖)")
_WATERSIDE = (
    r"(?:沿岸|沿线|沿江|江边|江岸|河岸|河边|江滩|河滩|江堤|河堤|堤岸|堤坝|大堤|堤防|护岸|防洪堤|防洪墙|岸边|岸上|岸线|江面|江段|江心|河面|水面|冰面|河段|江畔|河畔|江滨|江沿|滨江|两岸|"
    r"(?:段|河段|江段)(?!时)|畔|边(?!境|界|防|检|民|城|贸|疆|陲|关|上的?国))"
)
_UNITS_OF_BORDER = r"(?:(?:各|各个|几个|数个|一些|多个|部分|所有|全部)?(?:道|郡|县市|县区|县|市|区|村屯|村庄|村|乡镇|乡|镇|屯|洞|里|地区|地方|城市|城镇|一带|地带|地段|各地|沿线|一线|线|带|区域|农村|居民区|部分地区|多地|多个))"
_WORDS = (
    (
        "across_from",
        re.compile(
            rf"^{_TYPE}?(?:的)?(?:江|河|界江|界河)?(?:的)?(?:对岸|正对面|斜对面|对面|对过|彼岸|那一?岸|另一岸|另一侧|另一边)|"
            rf"^{_TYPE}?(?:仅|只|之间)?(?:隔江|隔河|隔水|隔岸|隔着?一条江|隔着?一条河|隔(?:着|了)?一?条?(?:鸭绿|图们|界)江|一江之隔|一水之隔|一河之隔|一桥之隔|遥相|相望|遥望|相对)[^，。；、]{{0,6}}?(?:的|处)|"
            rf"^{_TYPE}?(?:隔江|隔河|隔岸|隔水|隔着?江|对江)(?:望见|望去|望到|远望|眺望|遥望|远眺|观望|看到|看见|看去|可见|可望|拍到|拍摄|听到|听见)"
        ),
        None,
    ),
    (
        "border_area",
        re.compile(
            rf"^(?:的|一侧|段|境内|内|境内的|内的)?(?:中朝|朝中|对华|对朝|与中国的|与朝鲜的|北部|北)?(?:边境|边界|国境|边疆|边陲|沿边|抵边|国界)(?:的)?{_UNITS_OF_BORDER}"
        ),
        None,
    ),
    (
        "border_area",
        re.compile(
            rf"^(?:的|境内)?(?:沿江|沿边|临江|靠江|靠边境|靠边|抵边|靠近边境|靠近国境|靠近界江|沿鸭绿江|沿图们江|鸭绿江沿岸|图们江沿岸|鸭绿江沿线|图们江沿线)(?:的)?{_UNITS_OF_BORDER}|"
            rf"^(?:与|和|同)(?:中国|朝鲜|北韩|俄罗斯)(?:接壤|交界|相邻|毗邻|相接|相连|为邻)(?:的)?(?:{_UNITS_OF_BORDER}|各?地|边|处)|"
            rf"^(?:中)?(?:靠近|毗邻|邻近|临近|紧邻|紧靠|面向|面对|接壤)(?:中国|朝鲜|北韩|俄罗斯|边境|国境|鸭绿江|图们江|界江)(?:一侧|边境|边界)?(?:的)?(?:{_UNITS_OF_BORDER}|一侧|一面|一边)"
        ),
        None,
    ),
    ("reaches", re.compile(r"^(?:江|河)?的?(?:上游|中上游|上中游|源头|发源地|江源|河源)"), "upper"),
    ("reaches", re.compile(r"^(?:江|河)?的?中游"), "middle"),
    ("reaches", re.compile(r"^(?:江|河)?的?(?:下游|中下游)"), "lower"),
    ("reaches", re.compile(r"^(?:江|河)?的?(?:入海口|入海处|河口|出海口|江口|海口|口(?!岸)|三角洲)"), "mouth"),
    (
        "along_border",
        re.compile(r"^(?:相邻|接壤|交界|毗邻|相连)(?:的|处)(?:边境|边界|地区|地带|一带|各|县|省)?"),
        None,
    ),
    (
        "bank_of",
        re.compile(
            rf"^(?:江)?的?(?:(?:朝鲜|中国|北韩|俄罗斯|朝|中|俄|我|北|南|韩)(?:方|国)?(?:一)?(?:侧|边|面)的?)?(?:[北南东西左右两]?岸(?:边)?|{_WATERSIDE})|"
            r"^(?:江)?的?(?:朝鲜|中国|北韩|俄罗斯|朝|中|俄|我)(?:方|国)?的?(?:一)?(?:侧|岸|江岸|河岸)|^(?:江)?的?[东西南北左右]侧"
        ),
        None,
    ),
    (
        "near",
        re.compile(
            rf"^{_TYPE}?(?:的)?(?:附近|周边|郊外|近郊|远郊|市郊|城郊|城外|郊区|郊县|郊(?=[^游野])|一带|外围|周围|四周|左近|左右两侧|近处|邻近|毗邻地区|旁边|边缘|近旁|不远处|不远的|边上|外海|海面|近海|沿海|海域|以外|东郊|西郊|南郊|北郊)"
        ),
        None,
    ),
)
_BETWEEN = re.compile(
    r"^(?:市|县|郡)?(?:两|二)?(?:地|市|县|郡|镇|村|州|城|者)?(?:之?间|中间|之間)(?!的?(?:贸易|航班|航线|列车|班列|班车|关系|差距|的差|往来|交流|合作|矛盾|对话|会谈|比赛|友谊|协议|协定))"
)
_LINKING_BEFORE = re.compile(
    r"(?:连接|连通|贯通|往来于|沟通|架设在|架在|横跨|坐落在|位于|连起|联结|联通|通往)(?:着|了)?(?:中国|朝鲜)?(?:的)?$"
)
_BRIDGE = re.compile(r"^(?:市|县|郡)?(?:两地|两市|两国|两岸|两县)?(?:之间|间)?的?(?:\S{0,8}?)?(?:桥|口岸|渡口|通道)")
_BRIDGE_OF = re.compile(
    r"^(?:市|县|郡)?(?:两地|两市)?(?:之间|间)?的?(?:新|老|旧|那座|这座|一座)?(?:公路|铁路|界河|界江|国境|国际|跨江|跨境|跨国|浮|铁|断|公铁两用|友谊)?(?:大?桥)"
)
_MEET = re.compile(r"^(?:两地|两市|两县|两郡)?(?:的)?(?:交界|交界处|结合部|接壤处|一线|沿江|沿边|沿岸)(?!城)")
_REACH = re.compile(
    r"^(?:市|县|郡)?(?:之间|间)?的?(?:这?一?段(?:江|河|边|的|铁|围|公|堤|，|共|全|区)|这?一段|段(?!时)|区间|江段|河段|沿江|沿线|沿岸|沿边|江面|河面|水面|冰面|水域|江道|航道|水路|江岸|河岸|江边|江堤|围栏|铁丝网|边防线|边境(?!贸易|检|口岸|合作)|边境线|边境段|国境线|一线|(?:边境)?(?:铁路|公路|铁道|道路|国道|线路)的?(?:沿线|沿途|路段|区段|一带|两侧)|(?:\d+|[一二三四五六七八九十百]+)(?:多|余)?(?:公里|里)(?:的)?(?:江|河|边|岸|铁丝网|围栏|堤))"
)
_COUNTRY = re.compile(
    r"(?:朝鲜|朝鮮|北朝鲜|北朝鮮|北韩|北韓|中国|中國|俄罗斯|俄羅斯|朝方|中方|俄方|[\u4e00-\u9fff]{2,4}[省道州])(?:一?侧|一?側|境内|境內)?$"
)
_NEAR_BEFORE = re.compile(r"(?:靠近|临近|邻近|毗近|毗邻|紧邻|紧挨|紧靠|挨近|挨着|紧贴着?|贴近|傍着|紧傍)$")
_FACING_BEFORE = re.compile(r"(?:正对|斜对|直对|面向|遥对|面对|对着|隔江对着|隔江面对)着?$")
_FROM_BEFORE = re.compile(r"(?:距离|距|离|相距|去)$")
_AWAY = re.compile(rf"^{_TYPE}?(?:仅有?|只有|还有|不到|不足|大约|约|才|也就|直线距离|最近处)?{DISTANCE}")
_NOT_FAR = re.compile(rf"^{_TYPE}?(?:并不远|不远|也不远|很近|较近|最近|咫尺|仅咫尺)")
_ALONG_BEFORE = re.compile(r"(?:沿着|顺着|沿|沿线的?|濒临|毗邻|紧邻|临|傍)$")
_BORDER = re.compile(r"^(?:两国)?(?:的)?(?:边境|边界|国境)(?:沿线|一线|地区|地带)?")

_BEHIND_ONE = AnyOf(
    {**globals(), **{f"{relation} {part} {at}": words for at, (relation, words, part) in enumerate(_WORDS)}},
    but=(
        _BETWEEN, _LINKING_BEFORE, _BRIDGE, _BRIDGE_OF, _MEET, _REACH, _NEAR_BEFORE, _FACING_BEFORE, _FROM_BEFORE, _AWAY, _NOT_FAR,
        _ALONG_BEFORE, _BORDER,
    ),
)  # fmt: skip


def read(after: str, cues: int = ANY, *, is_river: bool = False) -> Relative | None:  # noqa: PLR0911 - one return an expression
    """Read the relation that the words behind a mention say; None where they say none."""
    if not cues & _BEHIND_ONE.bits:
        return None
    after = simplified(after)
    if match := _STREAM.match(after):
        return Relative(_way(match["way"]), distance_m=metres(match))
    if match := _UP_OR_DOWN.match(after) or _ALONG_RIVER.match(after):
        return Relative(_way(match["way"]), distance_m=metres(match))
    if (match := _OFFSET.match(after)) or (match := _OFFSET_TURNED.match(after)):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if match := _ALONG.match(after):
        return _along(match)
    if match := _WITHIN.match(after) or _OUTSIDE.match(after) or _AWAY_AFTER.match(after):
        return Relative("near", distance_m=metres(match))
    if not is_river and (match := _STREAM_BARE.match(after)):
        return Relative(_way(match["way"] or match["way_2"]))
    if match := _DIRECTION.match(after):
        return Relative("offset", bearing_deg=bearing(match))
    if _IN_A_UNIT.match(after):
        return Relative("within")
    return next((Relative(relation, part=part) for relation, words, part in _WORDS if words.match(after)), None)  # type: ignore[arg-type]


def _way(word: str) -> Literal["downstream", "upstream"]:
    """Tell which way along the river a word goes."""
    return "downstream" if "下" in word else "upstream"


def without_country(before: str) -> str:
    """Take the country or province off that stands right before a name: 正对着朝鲜会宁."""
    return _COUNTRY.sub("", before)


def read_before(before: str, after: str, place: Place) -> Relative | None:
    """Read the relation that words before the mention say: 靠近, 正对, 距…五公里, 沿; None where they say none."""
    before, after = simplified(before), simplified(after)
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
    before, after = simplified(before), simplified(after)
    if _LINKING_BEFORE.search(before) and _BRIDGE.match(after):
        return "crossing"
    if _BRIDGE_OF.match(after):
        return "crossing"
    if _BETWEEN.match(after) or _REACH.match(after) or _MEET.match(after):
        return "between"
    return "along_border" if _BORDER.match(after) else None
