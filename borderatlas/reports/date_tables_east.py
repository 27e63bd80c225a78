"""What Korean and Chinese words of time stand for: months, years, weeks and days back, parts of a month, numbers."""

from __future__ import annotations

THIRDS = {
    "초": "early", "초순": "early", "상순": "early", "중순": "mid", "말": "late", "하순": "late",
    "初": "early", "上旬": "early", "年初": "early", "中": "mid", "中旬": "mid", "底": "late", "末": "late", "下旬": "late",
}  # fmt: skip
KO_MONTHS_BACK = {
    "지난달": 1,
    "지난 달": 1,
    "그 전달": 1,
    "전달": 1,
    "지지난달": 2,
    "이달": 0,
    "이번 달": 0,
    "이번달": 0,
    "저번 달": 1,
    "저번달": 1,
    "지난 한달": 1,
    "금월": 0,
}
ZH_MONTHS_BACK = {
    "上月": 1, "上个月": 1, "上個月": 1, "本月": 0, "这个月": 0, "這個月": 0, "当月": 0,
    "這月": 0, "这月": 0, "上上个月": 2, "上上個月": 2,
}  # fmt: skip
KO_YEARS_BACK = {"작년": 1, "지난해": 1, "전년도": 1, "재작년": 2, "올해": 0, "금년": 0, "지지난해": 2, "전해": 1}
ZH_YEARS_BACK = {"去年": 1, "前年": 2, "今年": 0}
KO_WEEKS_BACK = {
    "지난주": 1,
    "지난 주": 1,
    "저번 주": 1,
    "저번주": 1,
    "지지난주": 2,
    "이번 주": 0,
    "이번주": 0,
    "금주": 0,
}
ZH_WEEKS_BACK = {
    "上周": 1, "上週": 1, "前一周": 1, "前一週": 1, "上星期": 1, "上个星期": 1, "上个周": 1, "上個週": 1, "上個星期": 1, "本周": 0, "本週": 0,
    "这周": 0, "這週": 0, "本星期": 0, "这个星期": 0, "這個星期": 0, "上礼拜": 1, "上禮拜": 1, "上个礼拜": 1, "上個禮拜": 1, "这礼拜": 0,
    "這禮拜": 0, "本礼拜": 0, "上上周": 2, "上上週": 2,
}  # fmt: skip
KO_DAYS_BACK = {
    "그끄저께": 3,
    "그저께": 2,
    "그제": 2,
    "엊그제": 2,
    "엊그저께": 2,
    "엊저녁": 1,
    "지난밤": 1,
    "어제": 1,
    "어젯밤": 1,
    "간밤": 1,
    "오늘": 0,
}
ZH_DAYS_BACK = {
    "前天": 2, "前晚": 2, "昨天": 1, "昨日": 1, "昨晚": 1, "昨夜": 1, "今天": 0, "今日": 0, "今晨": 0, "今早": 0,
    "大前天": 3, "前日": 2, "前夜": 2, "昨早": 1, "昨晨": 1, "今晚": 0, "今夜": 0,
}  # fmt: skip
BACK = {
    **KO_MONTHS_BACK, **ZH_MONTHS_BACK, **KO_YEARS_BACK, **ZH_YEARS_BACK, **KO_WEEKS_BACK, **ZH_WEEKS_BACK,
    **KO_DAYS_BACK, **ZH_DAYS_BACK, "올": 0,
}  # fmt: skip
EAST_WEEKDAYS = {
    character: index % 7 for index, character in enumerate("월화수목금토일" + "一二三四五六日")
} | {"天": 6}  # fmt: skip

KO_NUMBERS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "일주일": 7, "한 주": 7, "두 주": 14,
}  # fmt: skip
ZH_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
SEASONS = {"봄": 3, "여름": 6, "가을": 9, "겨울": 12, "春": 3, "夏": 6, "秋": 9, "冬": 12}
