"""How Korean reports say when: the expressions, and what resolves each."""

from __future__ import annotations

import re

from borderatlas.reports.date_tables_east import KO_DAYS_BACK, KO_MONTHS_BACK, KO_NUMBERS, KO_WEEKS_BACK, KO_YEARS_BACK
from borderatlas.reports.date_words import (
    NOTHING,
    Speech,
    any_of,
    any_year,
    day_before,
    never,
    next_day,
    rule,
    same_day,
)
from borderatlas.reports.dates_east import (
    FIGURES,
    KO_COUNTS,
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
    ko_lasting,
    ko_year_turn,
    left_open,
)
from borderatlas.reports.feasts import FEASTS

_KO_FEASTS = any_of(*(name for name in FEASTS if re.search("[가-힣]", name)))
_KO_DAY = r"(?P<day>\d{1,2})일(?!간|째|치|분|정도|씩|\d| ?동안| ?만에| ?뒤| ?전에)"
# 전달 is also "handed over": as a month it stands alone, or has a day or a part of it behind.
_KO_MOON = rf"(?P<moon>{any_of(*KO_MONTHS_BACK)})(?!(?<=전달)(?![ ,]?(?:\d|초|말|중순|상순|하순|같은|보다|에는|에도|에 |부터|까지)))"
_KO_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)년|(?P<which>{any_of(*KO_YEARS_BACK)}|(?<![가-힣])올(?= ?(?:초|말|들어|[상하]반기|\d{{1,2}}월))))"
_KO_PART = r"(?: ?(?P<part>초순|상순|중순|하순|초|말))?"
_KO_RULES = (
    rule("ko-figures", FIGURES, east_figures),
    rule("ko-until-year", r"(?<!\d)(?:19|20)\d\d년 ?(?:이전|전까지|까지만)", left_open),
    rule("ko-lunar", r"음력 ?\d{1,2}월(?: ?\d{1,2}일)?", left_open),
    rule(
        "ko-feast",
        rf"(?<![가-힣])(?P<feast>{_KO_FEASTS})(?! ?마다| ?때마다)(?: ?(?:당일|연휴|기간|아침|저녁|새벽|밤|오전|오후))?(?=[에인이였을]|를 맞| 기간| 동안| 때| 직후| 이후|부터| \d)(?!이면|을 앞|에는 으레|에 쓸)",
        east_feast,
    ),
    rule("ko-quarter", rf"{_KO_YEAR} ?(?:(?P<quarter>[1-4])(?:/4)? ?분기|(?P<half>[상하])반[기년])", east_quarter),
    rule(
        "ko-same-month",
        rf"(?:같은 ?달|동월|그달) ?(?:{_KO_DAY}|(?P<part>초순|상순|중순|하순|초|말)(?=[ ,.에께쯤부까]))",
        east_of_the_same,
        "named",
    ),
    rule(
        "ko-same-year",
        rf"(?:같은 ?해|동년|그해) ?(?P<month>\d{{1,2}})월(?: ?{_KO_DAY}|{_KO_PART})",
        east_of_the_same,
        "named",
    ),
    rule(
        "ko-units-later",
        rf"(?<![\d.가-힣])(?P<number>\d{{1,2}}|{any_of(*KO_COUNTS)}) ?(?P<unit>주일|주|달|개월|년) ?(?:뒤|후|만에)(?=[ 인에,])",
        east_units_later,
        "told",
    ),
    rule(
        "ko-lasting",
        rf"부터 ?(?P<core>(?P<number>{any_of(*KO_NUMBERS)}|\d{{1,2}}(?=일)) ?일? ?(?:간|동안))",
        ko_lasting,
        "told",
    ),
    rule(
        "ko-for-so-long",
        rf"(?<![가-힣\d])(?:(?P<days>{any_of(*KO_NUMBERS)})|(?P<number>\d{{1,2}}|{any_of(*KO_COUNTS)}) ?(?P<unit>일|주일|주|달|개월)) ?(?:째|넘게)(?= ?[가-힣,.])(?! ?되는| ?날| ?접어들던)",
        east_for_so_long,
    ),
    rule("ko-each", r"(?:매년|해마다|매달|매월)(?: ?\d{1,2}월)?(?: ?\d{1,2}일)?", never),
    rule("ko-day", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월 ?{_KO_DAY}", east_day),
    rule("ko-moon-day", rf"{_KO_MOON} ?{_KO_DAY}", east_day),
    rule("ko-bare-day", rf"(?<![월달] )(?<![\d.,~∼월달])(?:(?:지난|오는) ?)?(?<![\d.,])(?P<core>{_KO_DAY})", east_day),
    rule(
        "ko-months",
        rf"(?:{_KO_YEAR} ?)?(?<![\d.])(?P<month>\d{{1,2}})(?:월)?(?:부터 | ?[~∼-] ?)(?P<last>\d{{1,2}})월(?! ?\d)",
        east_months,
    ),
    rule("ko-month", rf"(?:{_KO_YEAR} ?)?(?<!\d)(?P<month>\d{{1,2}})월{_KO_PART}(?! ?\d)", east_month),
    rule("ko-moon", rf"{_KO_MOON}{_KO_PART}", east_moon),
    rule("ko-year-part", rf"{_KO_YEAR} ?(?P<part>초|말)(?=[ ,.·)에부까께쯤인의]|이후|이래|$)", east_year_part),
    rule(
        "ko-year-turn",
        r"(?<![가-힣])(?:(?P<which>지난|작년|지난해|올해) ?)?연(?P<part>초|말)(?=[ ,에부까께쯤]|$)(?! ?(?:과제|결산|총화|계획|모임|행사|분위기|특수|연시|생산|실적|전원회의))",
        ko_year_turn,
    ),
    rule(
        "ko-season",
        r"(?:(?P<which>작년|지난해|올해)? ?|올|지난 ?)(?<=[년해올난 ])(?:초|늦|한)?(?P<season>봄|여름|가을|겨울)(?!철|바람|잠|방학|비|나기|밤|날씨|용| ?(?:옷|신발|외투|코트|장갑|내복|내의|이불|바다|하늘|작물|김장|의류|동복|장화))",
        east_season,
    ),
    # 4.18. as notices and logs write it: at the head of a line, or before a weekday in brackets or an ending.
    rule(
        "ko-dotted",
        r"(?m:^)(?:[^\w\n]|[oㅇ](?= )){0,5}(?P<core>(?P<month>\d{1,2})\. ?(?P<day>\d{1,2}))(?=\.? ?[/|:,\t]|\.? ?\([월화수목금토일]|\.,? ?[가-힣])",
        east_day,
    ),
    rule(
        "ko-dotted-inline",
        r"(?<![\d.])(?<!\d\. )(?P<month>1[0-2]|0?[1-9])\. ?(?P<day>3[01]|[12]\d|0?[1-9])(?=\.? ?\([월화수목금토일]\)|\.(?:에|부터|까지|자|경|께))",
        east_day,
    ),
    rule("ko-same-day", r"같은 ?날|당일|그날", same_day, "named"),
    rule("ko-next-day", r"(?:이튿날|(?:그 ?)?다음 ?날|익일)(?! ?(?:오전|새벽|아침)? ?\d{1,2}시까지)", next_day, "told"),
    rule("ko-day-before", r"(?<![가-힣])전날", day_before, "either"),
    rule(
        "ko-later",
        rf"(?P<number>{any_of(*KO_NUMBERS)}|(?<![\d.])\d{{1,2}}(?=일)) ?일? ?(?P<way>뒤|후|만에)(?=[ 인에,])",
        east_later,
        "told",
    ),
    rule(
        "ko-ago",
        rf"(?:(?P<days>{any_of(*KO_NUMBERS)})|(?<![\d.가-힣])(?P<number>\d{{1,2}}|{any_of(*KO_COUNTS)}) ?(?P<unit>주일|주|달|개월|일)) ?전(?=[ 인에,부])",
        east_ago,
        "either",
    ),
    rule("ko-year", r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?!\s?(?:대|째|간))", any_year),
    rule(
        "ko-which-year",
        rf"(?P<which>{any_of(*KO_YEARS_BACK)})(?!(?<=전해) ?[졌진지들왔온오옵주준줬듣받질드내야라줄])",
        east_which_year,
    ),
    rule("ko-week", rf"(?P<week>{any_of(*KO_WEEKS_BACK)})(?!말)(?: ?(?P<weekday>[월화수목금토일])요일)?", east_week),
    rule("ko-weekend", r"(?:지난 ?)?주말(?= |에|을|동안)", east_weekend),
    rule("ko-weekday", r"(?:지난 ?)?(?P<weekday>[월화수목금토일])요일", east_weekday),
    rule("ko-near-day", rf"(?P<near>{any_of(*KO_DAYS_BACK)})(?!날)", east_near_day),
)
KOREAN = Speech(
    rules=_KO_RULES,
    ahead_before=re.compile(r"오는 ?$"),
    either_before=NOTHING,
    either_after=re.compile(r"^까지"),
    since_before=NOTHING,
    # 29일부터 이틀간 has an end of its own.
    since_after=re.compile(
        rf"^ ?(?:이후|이래|들어|부터(?! ?(?:\d|지난|이달|(?:{any_of(*KO_NUMBERS)}|{any_of(*KO_COUNTS)} ?[주달])(?:간|동안| 동안))))"
    ),
    reported_before=NOTHING,
    # The verb ends the sentence. A clause that ends in between (…고 말했다) is what was said, with the date in it.
    reported_after=re.compile(
        r"^(?:자|에|,)? ?[“\"'‘]|^ ?=|^ ?발 |^ ?현재(?![는의])|^(?:자|에|,)? ?(?:(?!\S*(?:고|며|으나|지만|는데)[ ,])[^\s.]{1,12} ){0,5}(?:인용해|인용하|빌려|귀띔|털어놨|털어놓|주장했|설명했|증언했|강조했|지적했|덧붙였|언급했|시인했|답했|뒤늦게|브리핑|기자회견|보도했|전해졌|전해왔|전해진|알려졌|알려진|알려왔|보도를|보도에|보도한|전했|전한|밝혔|말했|알렸|발표했|인터뷰|전해 ?(?:왔|온|졌|진|주었|줬)|알려 ?(?:왔|온|졌|진|주었|줬)|소개했|소개하였|소개한|이야기했|얘기했|토로했|호소했|하소연했|보고했|통보했|통보하였|공개했|공개하였|공개됐|공개한 |방영했|방송했|게재했|실었다|공지했|고시했|공시했|확인했|확인하였|논평했|항의했다고 (?:밝혔|확인했|말했|전했)|비판했|촉구했|당부했|경고했|보도하였|전하였|밝히였|지적하였|알려주었|통신했|타전했|올렸다|게시했|지적했|지적한|따르면|의하면)"
    ),
    opening_before=re.compile(r"$"),
    joint=re.compile(r"(?:부터|에서| ?[~∼-] ?)\s?"),
)
