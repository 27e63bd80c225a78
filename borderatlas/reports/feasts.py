"""Feasts by which Korean and Chinese reports date: the year's day of each, and how it is called.

The days of the lunar calendar are a table, since no rule of a few lines gives them; `tests/test_feasts.py` computes the new
moons by Meeus' series and holds the table against them. The fixed days of North Korea and China are from memory.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from borderatlas.reports.spans import Span, ended_by, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.reports.spans import Published

_FIRST_YEAR = 1995
# Month and day of each year, as 131 for 31 January.
_LUNAR_NEW_YEAR = (
    131, 219, 207, 128, 216, 205, 124, 212, 201, 122, 209, 129, 218, 207, 126, 214, 203, 123, 210, 131, 219, 208, 128, 216,
    205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203,
)  # fmt: skip
_MID_AUTUMN = (
    909, 927, 916, 1005, 924, 912, 1001, 921, 911, 928, 918, 1006, 925, 914, 1003, 922, 912, 930, 919, 908, 927, 915, 1004, 924,
    913, 1001, 921, 910, 929, 917, 1006, 925, 915, 1003, 922, 912,
)  # fmt: skip

_FIXED = {
    "new-year": (1, 1, 1), "shining-star": (2, 16, 2), "army": (2, 8, 1), "women": (3, 8, 1), "tomb-sweeping": (4, 5, 1),
    "sun": (4, 15, 2), "labour": (5, 1, 1), "may-week": (5, 1, 5), "victory": (7, 27, 1), "liberation": (8, 15, 1),
    "republic": (9, 9, 1), "national-week": (10, 1, 7), "party": (10, 10, 1), "christmas": (12, 25, 1),
}  # fmt: skip
"""Month, day and length in days of the feasts of the solar calendar."""
_LUNAR_DAYS = {"lunar-new-year": (-1, 6), "lunar-new-year-day": (0, 0), "mid-autumn": (-1, 1), "mid-autumn-day": (0, 0)}
"""First and last day of the holidays about a lunar feast, as seen from the feast."""

FEASTS = {
    "설 연휴": "lunar-new-year", "설 명절": "lunar-new-year", "음력설": "lunar-new-year", "구정": "lunar-new-year", "설날": "lunar-new-year-day",
    "추석 연휴": "mid-autumn", "추석 명절": "mid-autumn", "추석": "mid-autumn-day", "한가위": "mid-autumn-day", "신정": "new-year",
    "새해 첫날": "new-year", "양력설": "new-year", "광명성절": "shining-star", "김정일 생일": "shining-star", "건군절": "army",
    "국제부녀절": "women", "3·8부녀절": "women", "한식": "tomb-sweeping", "청명": "tomb-sweeping", "태양절": "sun", "김일성 생일": "sun",
    "노동절": "labour", "전승절": "victory", "광복절": "liberation", "해방절": "liberation", "공화국 창건일": "republic", "9·9절": "republic",
    "정권수립일": "republic", "정권 수립일": "republic", "당 창건일": "party", "당창건일": "party", "당 창건 기념일": "party", "당창건기념일": "party",
    "쌍십절": "party", "성탄절": "christmas", "크리스마스": "christmas", "국경절": "national-week",
    "春节": "lunar-new-year", "春節": "lunar-new-year", "农历新年": "lunar-new-year", "農曆新年": "lunar-new-year", "除夕": "lunar-new-year-eve",
    "年三十": "lunar-new-year-eve", "大年初一": "lunar-new-year-day", "正月初一": "lunar-new-year-day", "中秋": "mid-autumn-day",
    "中秋节": "mid-autumn-day", "中秋節": "mid-autumn-day", "元旦": "new-year", "光明星节": "shining-star", "光明星節": "shining-star",
    "清明": "tomb-sweeping", "清明节": "tomb-sweeping", "清明節": "tomb-sweeping", "太阳节": "sun", "太陽節": "sun", "五一": "may-week",
    "劳动节": "may-week", "勞動節": "may-week", "国庆": "national-week", "國慶": "national-week", "国庆节": "national-week",
    "國慶節": "national-week", "圣诞节": "christmas", "聖誕節": "christmas", "圣诞": "christmas", "聖誕": "christmas",
}  # fmt: skip
"""The names of feasts, and which each is."""


def lunar_new_year(year: int) -> date | None:
    """Give the first day of the lunar year that begins in a year; None outside the table."""
    return _listed(_LUNAR_NEW_YEAR, year)


def mid_autumn(year: int) -> date | None:
    """Give the fifteenth day of the eighth lunar month of a year; None outside the table."""
    return _listed(_MID_AUTUMN, year)


def last_feast(name: str, anchor: Published | None) -> Span | None:
    """Give the days of the last feast of a name that had begun at a publication, up to it."""
    if anchor is None:
        return None
    feasts = (_feast(FEASTS[name], anchor.last.year - back) for back in (0, 1))
    return next((ended_by(span, anchor) for span in feasts if span and span.first <= anchor.last), None)


def new_year_moon(day: int, anchor: Published | None) -> Span | None:
    """Give a day of the first lunar month (正月初五) of the last year that had reached it."""
    firsts = (lunar_new_year(anchor.last.year - back) for back in (0, 1)) if anchor else ()
    days = (first + timedelta(days=day - 1) for first in firsts if first)
    return next((Span(found, found, "day") for found in days if anchor and found <= anchor.last), None)


def _feast(kind: str, year: int) -> Span | None:
    if kind in _FIXED:
        month, day, length = _FIXED[kind]
        return stretch(date(year, month, day), date(year, month, day) + timedelta(days=length - 1))
    day_of = mid_autumn(year) if kind.startswith("mid-autumn") else lunar_new_year(year)
    if day_of is None:
        return None
    before, after = _LUNAR_DAYS.get(kind, (-1, -1))
    return stretch(day_of + timedelta(days=before), day_of + timedelta(days=after))


def _listed(days: Sequence[int], year: int) -> date | None:
    if not 0 <= year - _FIRST_YEAR < len(days):
        return None
    return date(year, *divmod(days[year - _FIRST_YEAR], 100))
