"""The words of a figure in English, Korean and Chinese; data, not code."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Incidents on the China–North Korea border", "shown": "incidents: {n}, of them without a place: {rest}",
        "types": "Incidents by type", "precisions": "How precisely the place is known", "sources": "Reported by: ", "more": " and {n} more",
        "km": "river kilometre from the source", "undated": "no date", "on_river": "{n} of {all} incidents lie on this river",
        "yalu": "Yalu", "tumen": "Tumen", "none": "no incidents", "other": "other types", "north": "N",
        "caution": "A hollow symbol stands for an area: nobody said that it happened at that spot. Drafts by rule; a symbol says what was reported.",
        "exact": "exact spot", "settlement": "town, with its radius", "river_reach": "reach of a river", "area": "county, strip, province (outline approximate)",
    },
    "ko": {
        "title": "북중 국경 사건 지도", "shown": "사건 {n}건, 그중 위치 없음 {rest}건",
        "types": "유형별 사건", "precisions": "위치의 정밀도", "sources": "출처: ", "more": " 외 {n}곳",
        "km": "발원지로부터의 거리(km)", "undated": "날짜 없음", "on_river": "사건 {all}건 중 {n}건이 이 강에 있음",
        "yalu": "압록강", "tumen": "두만강", "none": "사건 없음", "other": "그 밖의 유형", "north": "북",
        "caution": "속이 빈 기호는 지역을 뜻하며 그 지점에서 일어났다는 뜻이 아니다. 규칙으로 작성한 초안이며, 보도된 내용을 나타낸다.",
        "exact": "정확한 지점", "settlement": "도시·마을(반경)", "river_reach": "강의 한 구간", "area": "군·접경 지대·도(경계는 근사)",
    },
    "zh": {
        "title": "中朝边境事件图", "shown": "事件{n}起，其中无地点{rest}起",
        "types": "事件类型", "precisions": "地点精度", "sources": "来源：", "more": " 等另外{n}家",
        "km": "距源头公里数", "undated": "无日期", "on_river": "{all}起事件中有{n}起在此河",
        "yalu": "鸭绿江", "tumen": "图们江", "none": "无事件", "other": "其他类型", "north": "北",
        "caution": "空心符号代表一片区域，并非说事件就发生在该点。草稿按规则生成，符号只表示有此报道。",
        "exact": "确切地点", "settlement": "城镇（含半径）", "river_reach": "河段", "area": "县、边境地带、省（界线为近似）",
    },
}  # fmt: skip
