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
    "hundred": 100, "a hundred": 100, "one hundred": 100, "half a": 0.5, "one and a half": 1.5, "a dozen": 12,
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
DISTANCE = rf"(?:about |some |around |roughly |nearly |almost |only |just |over |more than |less than |at least |barely |a little over |大约|大約|约|約|近|약 ?)?(?P<number>{NUMBER})(?:여 ?|多| ?-?)(?P<unit>{UNIT})(?:쯤| ?정도|가량| ?남짓|多|左右)?"
"""A distance; groups ``number`` and ``unit``."""

COMPASS = r"(?P<point>north-?east|north-?west|south-?east|south-?west|north|south|east|west)"
_POINTS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0, "west": 270.0,
    "northwest": 315.0, "북": 0.0, "북동": 45.0, "동북": 45.0, "동": 90.0, "남동": 135.0, "동남": 135.0, "남": 180.0,
    "남서": 225.0, "서남": 225.0, "서": 270.0, "북서": 315.0, "서북": 315.0, "北": 0.0, "东北": 45.0, "東北": 45.0, "东": 90.0,
    "東": 90.0, "东南": 135.0, "東南": 135.0, "南": 180.0, "西南": 225.0, "西": 270.0, "西北": 315.0,
}  # fmt: skip
KO_COMPASS = r"(?P<point>북동|동북|남동|동남|남서|서남|북서|서북|북|동|남|서)"
ZH_COMPASS = r"(?P<point>东北|東北|东南|東南|西南|西北|北|东|東|南|西)"


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
