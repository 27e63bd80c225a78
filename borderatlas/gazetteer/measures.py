"""Distances and directions as reports write them: "six kilometres", 20리, 十五里, "south-west", 북쪽, 西南."""

from __future__ import annotations

import re

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORDS: dict[str, float] = {
    "a": 1, **_ONES, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, **_ENGLISH_TENS,
    **{f"{ten}-{one}": tens + ones for ten, tens in _ENGLISH_TENS.items() for one, ones in _ONES.items()},
    "hundred": 100, "a hundred": 100, "one hundred": 100, "half a": 0.5, "one and a half": 1.5, "two and a half": 2.5, "a dozen": 12, "half a dozen": 6, "two dozen": 24, "three dozen": 36, "a couple of": 2, "a score of": 20,
    "a hundred and fifty": 150, "two hundred": 200, "three hundred": 300, "one hundred and fifty": 150,
    "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스무": 20,
}  # fmt: skip
_HANZI_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    **{hangul: digit for digit, hangul in enumerate("일이삼사오육칠팔구", start=1)},
}
_TENS = {"十": 10, "百": 100, "십": 10, "백": 100}
# Metres. A li is 500 m in China; the Korean ri is 393 m (the Joseon standard of ten ri to a walking hour, 3.93 km).
_UNITS = {
    "kilometers": 1e3, "kilometer": 1e3, "kilometres": 1e3, "kilometre": 1e3, "kms": 1e3, "km": 1e3, "㎞": 1e3,
    "킬로메터": 1e3, "메터": 1.0, "마일": 1609.344, "英里": 1609.344, "华里": 500.0,
    "nautical miles": 1852.0, "nautical mile": 1852.0, "miles": 1609.344, "mile": 1609.344, "mi": 1609.344, "meters": 1.0, "meter": 1.0, "metres": 1.0, "metre": 1.0, "m": 1.0,
    "li": 500.0, "킬로미터": 1e3, "킬로": 1e3, "미터": 1.0, "리": 393.0, "公里": 1e3, "千米": 1e3, "里地": 500.0, "里": 500.0, "米": 1.0,
}  # fmt: skip

NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}|[〇零一二两兩三四五六七八九十百]+|[일이삼사오육칠팔구십백]+)"
UNIT = rf"(?:{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})"
DISTANCE = rf"(?:about |some |a good |no more than |not more than |up to |under |approximately |approx\.? |an estimated |a mere |perhaps |maybe |fewer than |around |roughly |nearly |almost |only |just |over |more than |less than |at least |barely |a little over |大约|大約|约|約|近|不到|不足|仅|僅|将近|將近|약 ?|대략 ?|불과 ?|겨우 ?|거의 ?|한 )?(?P<number>{NUMBER})(?:여 ?|多|余|餘|来|來|-odd[ -]| odd | or so | ?-?)(?P<unit>{UNIT})(?:쯤| ?정도|가량| ?남짓|여|多|余|餘|左右|上下|开外)?"
"""A distance; groups ``number`` and ``unit``."""

_HALF_WINDS = (
    "north-?north-?east",
    "east-?north-?east",
    "east-?south-?east",
    "south-?south-?east",
    "south-?south-?west",
    "west-?south-?west",
    "west-?north-?west",
    "north-?north-?west",
)
COMPASS = rf"(?:due |directly |straight )?(?P<point>{'|'.join(_HALF_WINDS)}|north-?east|north-?west|south-?east|south-?west|north|south|east|west)"
COMPASS_LETTERS = r"(?P<point>nne|ene|ese|sse|ssw|wsw|wnw|nnw|ne|nw|se|sw|[nesw])"
_POINTS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0, "west": 270.0,
    "northwest": 315.0, "n": 0.0, "e": 90.0, "s": 180.0, "w": 270.0, "nne": 22.5, "ene": 67.5, "ese": 112.5, "sse": 157.5, "ssw": 202.5, "wsw": 247.5, "wnw": 292.5, "nnw": 337.5, "ne": 45.0, "se": 135.0,
    "sw": 225.0, "nw": 315.0, "northnortheast": 22.5, "eastnortheast": 67.5, "eastsoutheast": 112.5, "southsoutheast": 157.5,
    "southsouthwest": 202.5, "westsouthwest": 247.5, "westnorthwest": 292.5, "northnorthwest": 337.5,
    "북북동": 22.5, "동북동": 67.5, "동남동": 112.5, "남남동": 157.5, "남남서": 202.5, "서남서": 247.5, "서북서": 292.5, "북북서": 337.5,
    "东北偏北": 22.5, "东北偏东": 67.5, "东南偏东": 112.5, "东南偏南": 157.5, "西南偏南": 202.5, "西南偏西": 247.5, "西北偏西": 292.5, "西北偏北": 337.5,
    "北偏东": 22.5, "东偏北": 67.5, "东偏南": 112.5, "南偏东": 157.5, "南偏西": 202.5, "西偏南": 247.5, "西偏北": 292.5, "北偏西": 337.5, "북": 0.0, "북동": 45.0, "동북": 45.0, "동": 90.0, "남동": 135.0, "동남": 135.0, "남": 180.0,
    "남서": 225.0, "서남": 225.0, "서": 270.0, "북서": 315.0, "서북": 315.0, "北": 0.0, "东北": 45.0, "東北": 45.0, "东": 90.0,
    "東": 90.0, "东南": 135.0, "東南": 135.0, "南": 180.0, "西南": 225.0, "西": 270.0, "西北": 315.0,
}  # fmt: skip
KO_COMPASS = r"(?:정)?(?P<point>북북동|동북동|동남동|남남동|남남서|서남서|서북서|북북서|북동|동북|남동|동남|남서|서남|북서|서북|북|동|남|서)"
ZH_COMPASS = r"正?(?P<point>(?:东北|东南|西南|西北)偏[东南西北]|[东南西北]偏[东南西北]|东北|東北|东南|東南|西南|西北|北|东|東|南|西)"


def metres(match: re.Match[str]) -> float | None:
    """Give the distance of a match of `DISTANCE` in metres; None where it says none."""
    number = match["number"]
    return None if not number else round(_value(number) * _UNITS[match["unit"].lower()], 1)


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number.replace(",", "."))
    return float(_WORDS[number.lower()]) if number.lower() in _WORDS else float(_hanzi_value(number))


def _hanzi_value(number: str) -> int:
    """Read 五, 十五, 二十, 一百二十: what stands before a ten or a hundred multiplies it."""
    total, digit = 0, 0
    for char in number:
        if char in _TENS:
            total += max(digit, 1) * _TENS[char]
            digit = 0
        else:
            digit = _HANZI_DIGITS[char]
    return total + digit


def bearing(match: re.Match[str]) -> float:
    """Give the direction of a match's group ``point``, degrees clockwise from north."""
    return _POINTS[match["point"].lower().replace("-", "")]
