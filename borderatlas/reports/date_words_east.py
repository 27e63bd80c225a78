"""How Korean and Chinese reports say when."""

from __future__ import annotations

import re
from datetime import date, timedelta

from borderatlas.reports import spans
from borderatlas.reports.date_tables_east import (
    BACK,
    EAST_WEEKDAYS,
    KO_DAYS_BACK,
    KO_MONTHS_BACK,
    KO_NUMBERS,
    KO_WEEKS_BACK,
    KO_YEARS_BACK,
    SEASONS,
    THIRDS,
    ZH_DAYS_BACK,
    ZH_DIGITS,
    ZH_MONTHS_BACK,
    ZH_WEEKS_BACK,
    ZH_YEARS_BACK,
)
from borderatlas.reports.date_words import (
    NOTHING,
    Speech,
    any_of,
    any_year,
    any_years,
    day_before,
    group,
    never,
    next_day,
    rule,
    same_day,
    year_part,
)
from borderatlas.reports.feasts import FEASTS, last_feast, new_year_moon
from borderatlas.reports.spans import Lean, Published, Span


def _number(text: str) -> int:
    """Read 12, 十二, 二十一, 廿一, 两."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    return (ZH_DIGITS[tens] if tens else int(bool(ten))) * 10 + (ZH_DIGITS[ones] if ones else 0)


def _east_day(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 2007년 6월 15일, 6월 20일, 지난 12일, 지난달 3일, 去年8月1日, 26日."""
    day, month, moon = _number(match["day"]), group(match, "month"), group(match, "moon")
    year = _east_year(match, anchor)
    if month:
        return (
            spans.day_span(year, _number(month), day) if year else spans.partial_day(anchor, _number(month), day, lean)
        )
    if moon:
        month_meant = spans.months_back(anchor, BACK[moon]).first if anchor else None
        return spans.day_span(month_meant.year, month_meant.month, day) if month_meant else None
    return spans.day_of_month(anchor, day, lean)


def _east_year(match: re.Match[str], anchor: Published | None) -> int | None:
    if group(match, "year"):
        return int(match["year"])
    which = group(match, "which")
    return anchor.last.year - BACK[which] if which and anchor else None


def _east_month(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    month, year, part = _number(match["month"]), _east_year(match, anchor), THIRDS.get(group(match, "part") or "")
    if year is None:
        return spans.partial_month(anchor, month, part, lean)
    span = spans.third_of(spans.month_span(year, month), part)
    return spans.ended_by(span, anchor) if lean == "back" else span


def _east_months(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 今年1至5月, 2017年10月至12月, 올해 1~5월: to the end of the second month."""
    year, first, last = _east_year(match, anchor), _number(match["month"]), _number(match["last"])
    if year is None and anchor is None:
        return None
    year = year or (anchor.last.year if anchor else 0)
    year -= int(group(match, "year") is None and anchor is not None and date(year, first, 1) > anchor.last)
    span = spans.stretch(date(year, first, 1), spans.month_span(year + (last < first), last).last)
    return span and spans.ended_by(span, anchor)


def _east_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 지난달 말, 이달 초, 上月, 本月初."""
    if anchor is None:
        return None
    part = THIRDS.get(group(match, "part") or "")
    return spans.ended_by(spans.third_of(spans.months_back(anchor, BACK[match["moon"]]), part), anchor)


def _zh_bare_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 月底, 月初: the last one that had begun."""
    if anchor is None:
        return None
    thirds = (spans.third_of(spans.months_back(anchor, back), THIRDS[match["part"]]) for back in (0, 1))
    return next((spans.ended_by(span, anchor) for span in thirds if span.first <= anchor.last), None)


def _east_year_part(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 지난해 말, 올해 초, 去年底, 今年年初, 2020年底."""
    year = _east_year(match, anchor)
    if year is None:
        return None
    span = year_part(year, THIRDS[match["part"]])
    return spans.ended_by(span, anchor) if lean == "back" else span


def _zh_bare_year_part(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return anchor and spans.ended_by(year_part(anchor.last.year, "early"), anchor)


def _ko_year_turn(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 연초, 연말, 지난 연말: the last one that has begun."""
    if anchor is None:
        return None
    part, year = THIRDS[match["part"]], anchor.last.year
    span = year_part(year, part)
    if group(match, "which") in {"작년", "지난해"} or span.first > anchor.last:
        span = year_part(year - 1, part)
    return spans.ended_by(span, anchor)


def _east_season(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    """Resolve 올봄, 지난여름, 작년 가을, 去年冬天."""
    month, which = SEASONS[match["season"]], group(match, "which")
    if which and anchor and BACK.get(which, 0):
        return spans.season_span(anchor.last.year - BACK[which], month)
    return spans.partial_season(anchor, month, lean)


def _east_later(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘 뒤, 3일 후, 两天后, 三天前, as counted from the date told last."""
    text, back = match["number"], match["way"] in {"전", "앞서", "前", "之前"}
    days = KO_NUMBERS[text] if text in KO_NUMBERS else _number(text)
    return spans.moved(anchor, -days if back else days, "day")


_UNITS = {
    "일": "day", "주": "week", "주일": "week", "달": "month", "개월": "month", "년": "year",
    "天": "day", "日": "day", "周": "week", "週": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
}  # fmt: skip
_KO_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일": 1, "이": 2, "삼": 3}


def _east_ago(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘 전, 일주일 전, 두 달 전, 三天前, 一周前, 两个月前: from the date told last, or the publication."""
    days = group(match, "days")
    if days:
        return spans.moved(anchor, -KO_NUMBERS[days], "day")
    number = match["number"]
    count = _KO_COUNTS[number] if number in _KO_COUNTS else _number(number)
    unit = _UNITS[match["unit"]]
    return spans.moved(anchor, -count, "day") if unit == "day" else spans.shifted(anchor, count, unit)


def _east_weekend(_match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.last_weekend(anchor)


def _east_which_year(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, BACK[match["which"]], "year")


_QUARTERS = {"1": 1, "2": 4, "3": 7, "4": 10, "一": 1, "二": 4, "三": 7, "四": 10}
_HALVES = {"상": 1, "하": 7, "上": 1, "下": 7}


def _east_quarter(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2021년 4분기, 올 상반기, 今年上半年, 第三季度."""
    year = _east_year(match, anchor) or (anchor.last.year if anchor else None)
    if year is None:
        return None
    half = group(match, "half")
    month, length = (_HALVES[half], 6) if half else (_QUARTERS[match["quarter"]], 3)
    span = Span(date(year, month, 1), spans.month_span(year, month + length - 1).last, "year")
    return spans.ended_by(span, anchor)


def _east_of_the_same(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 같은 달 12일, 같은 해 9월, 同月12日, 同年9月3日: in the month or the year of the date named last."""
    if anchor is None:
        return None
    month, day = group(match, "month"), group(match, "day")
    number = _number(month) if month else anchor.first.month
    if day:
        return spans.day_span(anchor.first.year, number, _number(day))
    return spans.third_of(spans.month_span(anchor.first.year, number), THIRDS.get(group(match, "part") or ""))


def _east_figures(match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2021. 7. 14., 2020.09.03, 2019/8/12, 2020-09-03."""
    return spans.day_span(int(match["year"]), int(match["month"]), int(match["day"]))


def _east_feast(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    if anchor and group(match, "which") == "去年":
        anchor = Published(date(anchor.last.year - 1, 12, 31), date(anchor.last.year - 1, 12, 31))
    return last_feast(match["feast"], anchor)


def _zh_new_year_moon(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return new_year_moon(_number(match["day"].removeprefix("初")), anchor)


def _zh_since_season(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 入冬以来, 入汛后: from the month in which that season sets in in the north-east."""
    month = {"春": 3, "夏": 6, "秋": 9, "冬": 11, "汛": 6}[match["season"]]
    begun = spans.partial_month(anchor, month, None, "back")
    return spans.open_ended(begun, anchor) if begun else None


def _left_open(_match: re.Match[str], _anchor: Published | None, _lean: Lean) -> Span | None:
    """Leave open a day of the lunar calendar, which nobody must take for one of the solar, and the years before one."""
    return None


def _ko_lasting(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve the days of 29일부터 이틀간, as counted from the date told last."""
    text = match["number"]
    days = KO_NUMBERS[text] if text in KO_NUMBERS else _number(text)
    return spans.stretch(anchor.first, anchor.first + timedelta(days=days - 1)) if anchor else None


def _east_for_so_long(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 사흘째, 석 달째, 3주째, 已经三个月没有, 停航五天: from so long before the publication, up to it."""
    text = group(match, "days")
    if text:
        begun = spans.shifted(anchor, KO_NUMBERS[text], "day")
    else:
        number = match["number"]
        count = _KO_COUNTS[number] if number in _KO_COUNTS else _number(number)
        begun = spans.shifted(anchor, count, _UNITS[match["unit"]])
    return spans.open_ended(begun, anchor) if begun else None


def _east_units_later(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    """Resolve 2주 뒤, 한 달 뒤, 一周后, 两个月后, as counted from the date told last."""
    number = match["number"]
    count = _KO_COUNTS[number] if number in _KO_COUNTS else _number(number)
    return spans.moved(anchor, count, _UNITS[match["unit"]])


def _east_week(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    week, weekday = spans.shifted(anchor, BACK[match["week"]], "week"), group(match, "weekday")
    if week is None or not weekday:
        return week
    day = week.first + timedelta(days=EAST_WEEKDAYS[weekday])
    return Span(day, day, "day")


def _east_near_day(match: re.Match[str], anchor: Published | None, _lean: Lean) -> Span | None:
    return spans.shifted(anchor, BACK[match["near"]], "day")


def _east_weekday(match: re.Match[str], anchor: Published | None, lean: Lean) -> Span | None:
    return spans.last_weekday(anchor, EAST_WEEKDAYS[match["weekday"]], lean)


_FIGURES = r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?:\. ?|[-/])(?P<month>\d{1,2})(?:\. ?|[-/])(?P<day>\d{1,2})(?![\d-])"
_KO_FEASTS = any_of(*(name for name in FEASTS if re.search("[가-힣]", name)))
_ZH_FEASTS = any_of(*(name for name in FEASTS if re.search("[\u3400-\u9fff]", name)))
_KO_DAY = r"(?P<day>\d{1,2})일(?!간|째|치|분|정도|씩|\d| ?동안| ?만에| ?뒤| ?전에)"
_KO_MOON = rf"(?P<moon>{any_of(*KO_MONTHS_BACK)})"
_KO_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)년|(?P<which>{any_of(*KO_YEARS_BACK)}|(?<![가-힣])올(?= ?(?:초|말|들어|[상하]반기|\d{{1,2}}월))))"
_KO_PART = r"(?: ?(?P<part>초순|상순|중순|하순|초|말))?"
_KO_RULES = (
    rule("ko-figures", _FIGURES, _east_figures),
    rule("ko-until-year", r"(?<!\d)(?:19|20)\d\d년 ?(?:이전|전까지|까지만)", _left_open),
    rule("ko-lunar", r"음력 ?\d{1,2}월(?: ?\d{1,2}일)?", _left_open),
    rule(
        "ko-feast",
        rf"(?<![가-힣])(?P<feast>{_KO_FEASTS})(?! ?마다| ?때마다)(?: ?(?:당일|연휴|기간|아침|저녁|새벽|밤|오전|오후))?(?=[에인이였을]|를 맞| 기간| 동안| 때| 직후| 이후|부터| \d)(?!이면|을 앞|에는 으레|에 쓸)",
        _east_feast,
    ),
    rule("ko-quarter", rf"{_KO_YEAR} ?(?:(?P<quarter>[1-4])(?:/4)? ?분기|(?P<half>[상하])반기)", _east_quarter),
    rule(
        "ko-same-month",
        rf"(?:같은 ?달|동월|그달) ?(?:{_KO_DAY}|(?P<part>초순|상순|중순|하순|초|말)(?=[ ,.에께쯤부까]))",
        _east_of_the_same,
        "named",
    ),
    rule(
        "ko-same-year",
        rf"(?:같은 ?해|동년|그해) ?(?P<month>\d{{1,2}})월(?: ?{_KO_DAY}|{_KO_PART})",
        _east_of_the_same,
        "named",
    ),
    rule(
        "ko-units-later",
        rf"(?<![\d.가-힣])(?P<number>\d{{1,2}}|{any_of(*_KO_COUNTS)}) ?(?P<unit>주일|주|달|개월|년) ?(?:뒤|후|만에)(?=[ 인에,])",
        _east_units_later,
        "told",
    ),
    rule(
        "ko-lasting",
        rf"부터 ?(?P<core>(?P<number>{any_of(*KO_NUMBERS)}|\d{{1,2}}(?=일)) ?일? ?(?:간|동안))",
        _ko_lasting,
        "told",
    ),
    rule(
        "ko-for-so-long",
        rf"(?<![가-힣\d])(?:(?P<days>{any_of(*KO_NUMBERS)})|(?P<number>\d{{1,2}}|{any_of(*_KO_COUNTS)}) ?(?P<unit>일|주일|주|달|개월)) ?(?:째|넘게)(?= ?[가-힣,.])(?! ?되는| ?날| ?접어들던)",
        _east_for_so_long,
    ),
    rule("ko-each", r"(?:매년|해마다|매달|매월)(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?", never),
    rule("ko-day", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월 ?{_KO_DAY}", _east_day),
    rule("ko-moon-day", rf"{_KO_MOON} ?{_KO_DAY}", _east_day),
    rule("ko-bare-day", rf"(?<![월달] )(?<![\d.,~∼월달])(?:(?:지난|오는) ?)?(?<![\d.,])(?P<core>{_KO_DAY})", _east_day),
    rule(
        "ko-months",
        rf"(?:{_KO_YEAR} ?)?(?<![\d.])(?P<month>\d{{1,2}})(?:월)?(?:부터 | ?[~∼-] ?)(?P<last>\d{{1,2}})월(?! ?\d)",
        _east_months,
    ),
    rule("ko-month", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월{_KO_PART}(?! ?\d)", _east_month),
    rule("ko-moon", rf"{_KO_MOON}{_KO_PART}", _east_moon),
    rule("ko-year-part", rf"{_KO_YEAR} ?(?P<part>초|말)(?=[ ,.·)에부까께쯤인의]|이후|이래|$)", _east_year_part),
    rule(
        "ko-year-turn",
        r"(?<![가-힣])(?:(?P<which>지난|작년|지난해|올해) ?)?연(?P<part>초|말)(?=[ ,에부까께쯤]|$)",
        _ko_year_turn,
    ),
    rule(
        "ko-season",
        r"(?:(?P<which>작년|지난해|올해)? ?|올|지난 ?)(?<=[년해올난 ])(?:초|늦|한)?(?P<season>봄|여름|가을|겨울)(?!철|바람|잠|방학|비|나기|밤|날씨|용| ?(?:옷|신발|외투|코트|장갑|내복|내의|이불|바다|하늘|작물|김장|의류|동복|장화))",
        _east_season,
    ),
    rule("ko-dotted", r"(?m:^)\W{0,3}(?P<core>(?P<month>\d{1,2})\.(?P<day>\d{1,2}))(?=\.? ?[/|:,\t])", _east_day),
    rule("ko-same-day", r"같은 ?날|당일|그날", same_day, "named"),
    rule("ko-next-day", r"(?:이튿날|(?:그 ?)?다음 ?날|익일)(?! ?(?:오전|새벽|아침)? ?\d{1,2}시까지)", next_day, "told"),
    rule("ko-day-before", r"(?<![가-힣])전날", day_before, "either"),
    rule(
        "ko-later",
        rf"(?P<number>{any_of(*KO_NUMBERS)}|(?<![\d.])\d{{1,2}}(?=일)) ?일? ?(?P<way>뒤|후|만에)(?=[ 인에,])",
        _east_later,
        "told",
    ),
    rule(
        "ko-ago",
        rf"(?:(?P<days>{any_of(*KO_NUMBERS)})|(?<![\d.가-힣])(?P<number>\d{{1,2}}|{any_of(*_KO_COUNTS)}) ?(?P<unit>주일|주|달|개월|일)) ?전(?=[ 인에,부])",
        _east_ago,
        "either",
    ),
    rule("ko-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?!\s?(?:대|째|간))", any_year),
    rule(
        "ko-which-year",
        rf"(?P<which>{any_of(*KO_YEARS_BACK)})(?!(?<=전해)[졌진지들왔온오주준줬듣받질드내야라줄])",
        _east_which_year,
    ),
    rule("ko-week", rf"(?P<week>{any_of(*KO_WEEKS_BACK)})(?!말)(?: ?(?P<weekday>[월화수목금토일])요일)?", _east_week),
    rule("ko-weekend", r"(?:지난 ?)?주말(?= |에|을|동안)", _east_weekend),
    rule("ko-weekday", r"(?:지난 ?)?(?P<weekday>[월화수목금토일])요일", _east_weekday),
    rule("ko-near-day", rf"(?P<near>{any_of(*KO_DAYS_BACK)})(?!날)", _east_near_day),
)
KOREAN = Speech(
    rules=_KO_RULES,
    ahead_before=re.compile(r"오는 ?$"),
    either_before=NOTHING,
    either_after=re.compile(r"^까지"),
    since_before=NOTHING,
    # 29일부터 이틀간 has an end of its own.
    since_after=re.compile(
        rf"^ ?(?:이후|이래|들어|부터(?! ?(?:\d|지난|이달|(?:{any_of(*KO_NUMBERS)}|{any_of(*_KO_COUNTS)} ?[주달])(?:간|동안| 동안))))"
    ),
    reported_before=NOTHING,
    # The verb ends the sentence. A clause that ends in between (…고 말했다) is what was said, with the date in it.
    reported_after=re.compile(
        r"^(?:자|에|,)? ?[“\"'‘]|^ ?=|^ ?발 |^ ?현재(?![는의])|^(?:자|에|,)? ?(?:(?!\S*고[ ,])[^\s.]{1,12} ){0,5}(?:인용해|인용하|빌려|귀띔|털어놨|털어놓|주장했|설명했|증언했|강조했|지적했|덧붙였|언급했|시인했|답했|뒤늦게|브리핑|기자회견|보도했|전해졌|전해왔|전해진|알려졌|알려진|알려왔|보도를|보도에|보도한|전했|전한|밝혔|말했|알렸|발표했|인터뷰)"
    ),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:부터|에서| ?[~∼-] ?)\s?"),
)

_ZH_TIMES = "電|电|讯|訊|凌晨|清晨|早|上午|下午|中午|午|晚|夜|深夜|起|至|重新|恢复|恢復|宣布|表示|在|于|於|，"
_ZH_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_ZH_DAY = r"(?P<day>\d{1,2})[日号號](?!间|間|内|內|游|遊|元|\d(?!\d?[时時点點:：]))"
_ZH_MONTH_DAY = rf"(?P<day>{_ZH_N})[日号號](?!间|間|内|內|游|遊|元|\d(?!\d?[时時点點:：]))"
_ZH_BARE_DAY = rf"(?P<day>\d{{1,2}}(?=[日号號](?!间|間|内|內|游|遊|元|\d(?!\d?[时時点點:：])))|[一二三四五六七八九十廿卅]{{1,3}}(?=日(?:{_ZH_TIMES})))[日号號]"
_ZH_AT_FEAST = "期间|期間|假期|长假|長假|小长假|当天|當天|当日|當日|当晚|當晚|夜|凌晨|清晨|节日|前后|前後|黄金周|黃金週|连假|連假|刚过|剛過|过后|過後|一过|一過"
# 拘留五日, 停业10日, 为期三日: so many days, and no day of the month.
_ZH_LASTING = "".join(
    f"(?<!{word})"
    for word in (
        "拘留 拘役 关押 關押 羁押 羈押 扣押 扣留 收押 停业 停業 停课 停課 停工 停运 停運 停航 停电 停電 断电 斷電 停水 封闭 封閉 封控 封锁 封鎖 静默 靜默"
        " 隔离 隔離 滞留 滯留 延长 延長 宽限 寬限 持续 持續 连续 連續 一连 一連 为期 為期 长达 長達 历时 歷時 超过 超過 不到 整整 足足 将近 將近 休市 停牌"
        " 被关 被關 被困 停留 昏迷 逗留 放假 休渔 休漁"
    ).split()
)
_ZH_MOON = rf"(?P<moon>{any_of(*ZH_MONTHS_BACK)})"
_ZH_YEAR = rf"(?:(?:[今去前][（(])?(?P<year>(?:19|20)\d\d)[）)]?年|(?P<which>{any_of(*ZH_YEARS_BACK)}))"
_ZH_PART = r"(?P<part>上旬|中旬|下旬|初|中|底|末)?"
_ZH_RULES = (
    rule("zh-figures", _FIGURES, _east_figures),
    rule("zh-until-year", r"(?<!\d)(?:19|20)\d\d年(?:以前|之前|前(?!后|後))", _left_open),
    rule("zh-lunar", rf"(?:农历|農曆|阴历|陰曆)(?!新年){_ZH_N}月(?:初?{_ZH_N}日?)?", _left_open),
    rule("zh-new-year-moon", r"(?:大年|正月)(?P<day>初?[一二三四五六七八九十]{1,3})", _zh_new_year_moon),
    rule(
        "zh-feast",
        rf"(?:(?P<which>去年|今年)(?={_ZH_FEASTS})|(?=(?:{_ZH_FEASTS})(?:{_ZH_AT_FEAST})))(?P<feast>{_ZH_FEASTS})(?:{_ZH_AT_FEAST})?",
        _east_feast,
    ),
    rule(
        "zh-quarter",
        rf"(?:{_ZH_YEAR})?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)",
        _east_quarter,
    ),
    rule(
        "zh-same-month",
        rf"(?:同|当|當|该|該)月(?:{_ZH_MONTH_DAY}|(?P<part>上旬|中旬|下旬|初|中|底|末))",
        _east_of_the_same,
        "named",
    ),
    rule(
        "zh-same-year",
        rf"(?:同|当|當|该|該)年(?P<month>{_ZH_N})月(?:{_ZH_MONTH_DAY}|{_ZH_PART})",
        _east_of_the_same,
        "named",
    ),
    rule(
        "zh-units-later",
        r"(?<![第\d一二三四五六七八九十数几幾])(?P<number>[一二两兩三四五六七八九十]{1,2}|\d{1,2})(?:个|個)?(?P<unit>周|週|星期|礼拜|月|年)(?:之)?[后後](?!来|來)",
        _east_units_later,
        "told",
    ),
    rule("zh-since-season", r"入(?P<season>[春夏秋冬汛])(?:以来|以來|后|後)", _zh_since_season),
    rule(
        "zh-for-so-long",
        r"(?<![第\d一二三四五六七八九十数几幾])(?:(?<=[已经經续續连連整足达達])|(?=[^，。]{2,5}(?:没|沒|未[曾能发發])))"
        r"(?P<core>(?P<number>[一二两兩三四五六七八九十]|\d{1,2})多?(?:个|個)多?(?P<unit>月|星期|礼拜))(?![前后後内內以之])",
        _east_for_so_long,
    ),
    rule("zh-each", rf"(?:每年|每月)(?:{_ZH_N}月)?(?:{_ZH_N}[日号號])?", never),
    rule("zh-day", rf"(?:{_ZH_YEAR})?(?<![\d一二三四五六七八九十])(?P<month>{_ZH_N})月{_ZH_MONTH_DAY}", _east_day),
    rule("zh-moon-day", rf"{_ZH_MOON}{_ZH_MONTH_DAY}", _east_day),
    rule("zh-bare-day", rf"(?<![\d.,月第一二三四五六七八九十]){_ZH_LASTING}{_ZH_BARE_DAY}", _east_day),
    rule(
        "zh-months",
        rf"(?:{_ZH_YEAR})?(?<![\d.一二三四五六七八九十])(?P<month>{_ZH_N})(?:月份?)?(?:至|到|[~—–-]+)(?P<last>{_ZH_N})月(?:份|间|間)?(?!\d|[初上中下底末])",
        _east_months,
    ),
    rule(
        "zh-month",
        rf"(?:{_ZH_YEAR})?(?<![\d一二三四五六七八九十])(?P<month>{_ZH_N})月(?:份)?{_ZH_PART}(?!\d)",
        _east_month,
    ),
    rule("zh-moon", rf"{_ZH_MOON}{_ZH_PART}", _east_moon),
    rule("zh-bare-moon", r"(?<![上下个個本这這\d一二三四五六七八九十同当當该該每])月(?P<part>底|初)", _zh_bare_moon),
    rule("zh-years", r"(?<!\d)(?P<year>(?:19|20)\d\d)年?[-—~至到](?P<year2>(?:19|20)\d\d)年", any_years),
    rule("zh-year-part", rf"{_ZH_YEAR}年?(?P<part>初|底|末)", _east_year_part),
    rule("zh-year-start", r"(?<![去今])(?P<part>年初)", _zh_bare_year_part),
    rule(
        "zh-season",
        r"(?:(?P<which>去年|前年|今年)|今|去)(?:初|深|晚|隆)?(?P<season>[春夏秋冬])(?!节|節|晚|联|聯|奥|奧|至)(?:天|季)?",
        _east_season,
    ),
    rule("zh-same-day", r"当天|當天|当日|當日|同日|同一天|当晚|當晚", same_day, "named"),
    rule("zh-next-day", r"(?<![至到])(?:次日|翌日|第二天|隔天|翌晨)", next_day, "told"),
    rule("zh-day-before", r"前一天|前一日|前一晚", day_before, "either"),
    rule("zh-later", r"(?P<number>[一二两兩三四五六七八九十\d]{1,2})[天日](?:之)?(?P<way>后|後)", _east_later, "told"),
    rule(
        "zh-ago",
        r"(?<![第\d一二三四五六七八九十数几])(?P<number>[一二两兩三四五六七八九十]{1,2}|\d{1,2})(?:个|個)?(?P<unit>天|日|周|週|星期|礼拜|月)(?:之)?前(?![一后後])",
        _east_ago,
        "either",
    ),
    rule("zh-weekend", r"(?:上|本|这个|這個)?(?:周末|週末)", _east_weekend),
    rule(
        "zh-weekday",
        r"(?<![每一两兩二三四五六七八九十几幾数數整])(?:周|週|星期|礼拜|禮拜)(?P<weekday>[一二三四五六日天])(?!期)",
        _east_weekday,
    ),
    rule("zh-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!代)", any_year),
    rule("zh-which-year", rf"(?P<which>{any_of(*ZH_YEARS_BACK)})", _east_which_year),
    rule("zh-week", rf"(?P<week>{any_of(*ZH_WEEKS_BACK)})(?P<weekday>[一二三四五六日天])?", _east_week),
    rule("zh-near-day", rf"(?P<near>{any_of(*ZH_DAYS_BACK)})", _east_near_day),
)
CHINESE = Speech(
    rules=_ZH_RULES,
    ahead_before=re.compile(r"(?:将于|將於|定于|定於|预计|預計)$"),
    either_before=re.compile(r"(?:截至|直到)$"),
    either_after=re.compile(r"^(?:前|之前|起(?![火诉訴义飞初]))"),
    since_before=re.compile(r"(?:自|从|從)从?從?$"),
    since_after=re.compile(r"^(?:以来|以來|以后|以後|之后|之後|起(?![火诉訴义飞初])|开始|開始|至今)"),
    reported_before=re.compile(r"(?:截至|截止|截止到|截至到)$"),
    reported_after=re.compile(
        r"^(?:上午|下午|晚间|晚間)?[电電讯訊]|^[）)]?[,，]?[^\s。，,；]{0,12}?(?:介绍|介紹|报道|報道|報導|表示|透露|稱|称(?!为)|指出|证实|證實|宣布|通报|通報|发布|發布"
        r"|披露|告诉|告訴|回应|回應|承认|承認|引述|援引|刊登|刊文|发文|發文|强调|強調|重申|转述|轉述|记者会|記者會|发布会|發布會|[对對向][^\s。，,；]{1,8}[说說讲講](?![服法])|(?<![传傳听聽])[说說]$|[说說][，,：:“「])"
    ),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:下午|上午|夜里|晚)?(?:至|到|[~—–-]+)"),
)
