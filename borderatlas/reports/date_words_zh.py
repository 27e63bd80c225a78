"""How Chinese reports say when: the expressions, and what resolves each."""

from __future__ import annotations

import re

from borderatlas.reports.date_tables_east import ZH_DAYS_BACK, ZH_MONTHS_BACK, ZH_WEEKS_BACK, ZH_YEARS_BACK
from borderatlas.reports.date_words import (
    Speech,
    any_of,
    any_year,
    any_years,
    day_before,
    never,
    next_day,
    rule,
    same_day,
)
from borderatlas.reports.dates_east import (
    FIGURES,
    east_ago,
    east_day,
    east_feast,
    east_figures,
    east_for_so_long,
    east_later,
    east_month,
    east_months,
    east_moon,
    east_near_day,
    east_of_the_same,
    east_quarter,
    east_season,
    east_units_later,
    east_week,
    east_weekday,
    east_weekend,
    east_which_year,
    east_year_part,
    left_open,
    zh_bare_moon,
    zh_bare_year_part,
    zh_new_year_moon,
    zh_since_season,
)
from borderatlas.reports.feasts import FEASTS

_ZH_FEASTS = any_of(*(name for name in FEASTS if re.search("[\u3400-\u9fff]", name)))
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
    rule("zh-figures", FIGURES, east_figures),
    rule("zh-until-year", r"(?<!\d)(?:19|20)\d\d年(?:以前|之前|前(?!后|後))", left_open),
    rule("zh-lunar", rf"(?:农历|農曆|阴历|陰曆)(?!新年){_ZH_N}月(?:初?{_ZH_N}日?)?", left_open),
    rule("zh-new-year-moon", r"(?:大年|正月)(?P<day>初?[一二三四五六七八九十]{1,3})", zh_new_year_moon),
    rule(
        "zh-feast",
        rf"(?:(?P<which>去年|今年)(?={_ZH_FEASTS})|(?=(?:{_ZH_FEASTS})(?:{_ZH_AT_FEAST})))(?P<feast>{_ZH_FEASTS})(?:{_ZH_AT_FEAST})?",
        east_feast,
    ),
    rule(
        "zh-quarter",
        rf"(?:{_ZH_YEAR})?(?:(?P<first>前[两兩二三23]|头[两三]|頭[兩三])(?:个|個)?季度?|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)",
        east_quarter,
    ),
    rule(
        "zh-same-month",
        rf"(?:同|当|當|该|該)月(?:{_ZH_MONTH_DAY}|(?P<part>上旬|中旬|下旬|初|中|底|末))",
        east_of_the_same,
        "named",
    ),
    rule(
        "zh-same-year",
        rf"(?:同|当|當|该|該)年(?P<month>{_ZH_N})月(?:{_ZH_MONTH_DAY}|{_ZH_PART})",
        east_of_the_same,
        "named",
    ),
    rule(
        "zh-units-later",
        r"(?<![第\d一二三四五六七八九十数几幾])(?P<number>[一二两兩三四五六七八九十]{1,2}|\d{1,2})(?:个|個)?(?P<unit>周|週|星期|礼拜|月|年)(?:之)?[后後](?!来|來)",
        east_units_later,
        "told",
    ),
    rule("zh-since-season", r"入(?P<season>[春夏秋冬汛])(?:以来|以來|后|後)", zh_since_season),
    rule(
        "zh-for-so-long",
        r"(?<![第\d一二三四五六七八九十数几幾])(?:(?<=[已经經续續连連整足达達])|(?=[^，。]{2,5}(?:没|沒|未[曾能发發])))"
        r"(?P<core>(?P<number>[一二两兩三四五六七八九十]|\d{1,2})多?(?:个|個)多?(?P<unit>月|星期|礼拜))(?![前后後内內以之])",
        east_for_so_long,
    ),
    rule("zh-each", rf"(?:每年|每月)(?:{_ZH_N}月)?(?:{_ZH_N}[日号號])?", never),
    rule("zh-day", rf"(?:{_ZH_YEAR})?(?<![\d一二三四五六七八九十])(?P<month>{_ZH_N})月{_ZH_MONTH_DAY}", east_day),
    rule("zh-moon-day", rf"{_ZH_MOON}{_ZH_MONTH_DAY}", east_day),
    rule("zh-bare-day", rf"(?<![\d.,月第一二三四五六七八九十]){_ZH_LASTING}{_ZH_BARE_DAY}", east_day),
    rule(
        "zh-months",
        rf"(?:{_ZH_YEAR})?(?<![\d.一二三四五六七八九十])(?P<month>{_ZH_N})(?:月份?)?(?:至|到|[~—–-]+)(?P<last>{_ZH_N})月(?:份|间|間)?(?!\d|[初上中下底末])",
        east_months,
    ),
    rule(
        "zh-month",
        rf"(?:{_ZH_YEAR})?(?<![\d一二三四五六七八九十])(?P<month>{_ZH_N})月(?:份)?{_ZH_PART}(?!\d)",
        east_month,
    ),
    rule("zh-moon", rf"{_ZH_MOON}{_ZH_PART}", east_moon),
    rule("zh-bare-moon", r"(?<![上下个個本这這\d一二三四五六七八九十同当當该該每])月(?P<part>底|初)", zh_bare_moon),
    rule("zh-years", r"(?<!\d)(?P<year>(?:19|20)\d\d)年?[-—~至到](?P<year2>(?:19|20)\d\d)年", any_years),
    rule("zh-year-part", rf"{_ZH_YEAR}年?(?P<part>初|底|末)", east_year_part),
    rule("zh-year-start", r"(?<![去今])(?P<part>年初)", zh_bare_year_part),
    rule(
        "zh-season",
        r"(?:(?P<which>去年|前年|今年)|今|去)(?:初|深|晚|隆)?(?P<season>[春夏秋冬])(?!节|節|晚|联|聯|奥|奧|至)(?:天|季)?",
        east_season,
    ),
    rule("zh-same-day", r"当天|當天|当日|當日|同日|同一天|当晚|當晚", same_day, "named"),
    rule("zh-next-day", r"(?<![至到])(?:次日|翌日|第二天|隔天|翌晨)", next_day, "told"),
    rule("zh-day-before", r"前一天|前一日|前一晚", day_before, "either"),
    rule("zh-later", r"(?P<number>[一二两兩三四五六七八九十\d]{1,2})[天日](?:之)?(?P<way>后|後)", east_later, "told"),
    rule(
        "zh-ago",
        r"(?<![第\d一二三四五六七八九十数几])(?P<number>[一二两兩三四五六七八九十]{1,2}|\d{1,2})(?:个|個)?(?P<unit>天|日|周|週|星期|礼拜|月)(?:之)?前(?![一后後])",
        east_ago,
        "either",
    ),
    rule("zh-weekend", r"(?:上|本|这个|這個)?(?:周末|週末)", east_weekend),
    rule(
        "zh-weekday",
        r"(?<![每一两兩二三四五六七八九十几幾数數整])(?:周|週|星期|礼拜|禮拜)(?P<weekday>[一二三四五六日天])(?!期)",
        east_weekday,
    ),
    rule("zh-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!代)", any_year),
    rule("zh-which-year", rf"(?P<which>{any_of(*ZH_YEARS_BACK)})", east_which_year),
    rule("zh-week", rf"(?P<week>{any_of(*ZH_WEEKS_BACK)})(?P<weekday>[一二三四五六日天])?", east_week),
    rule("zh-near-day", rf"(?P<near>{any_of(*ZH_DAYS_BACK)})", east_near_day),
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
        r"^(?:上午|下午|晚间|晚間)?[电電讯訊]|^[）)]?[,，]?[^\s。，,；]{0,12}?(?:介绍|介紹|报道|報道|報導|表示|透露|(?<![改旧舊俗又统統简簡号號别別通自])(?:稱|称)(?!为|為)|指出|证实|證實|宣布|通报|通報|(?:发布|發布|發佈)(?![^。，；]{0,20}(?:预警|預警|警报|警報|特报|特報|悬赏|懸賞|通缉|通緝))"
        r"|披露|告诉|告訴|回应|回應|承认|承認|引述|援引|刊登|刊文|发文|發文|强调|強調|重申|转述|轉述|记者会|記者會|发布会|發布會|[对對向][^\s。，,；]{1,8}[说說讲講](?![服法])|(?<![传傳听聽])[说說]$|[说說][，,：:“「])"
    ),
    dateline_after=re.compile(r"(?:上午|下午|晚间|晚間|晚)?(?:专电|專電|电|電|讯|訊)(?![话話视視台臺])"),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:下午|上午|夜里|晚)?(?:至|到|[~—–-]+)"),
)
