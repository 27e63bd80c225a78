"""What a page carries beside its report: related stories, tags, lists of the most read. Places there are no news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKER = re.compile(
    r"\W{0,4}(?:related(?: (?:stories|articles|news|topics|coverage|reading|content|posts|links))?\W|see also\W|read (?:more|next|also)\W|"
    r"more (?:articles|stories|from|news|on|in|headlines)\W|most (?:read|viewed|popular|shared|commented)\W|recommended\W|top (?:stories|news)|"
    r"latest (?:stories|news|articles|headlines)|trending|popular (?:stories|posts|now)|previously on|elsewhere on|in other news|"
    r"you (?:may|might) (?:also )?like|don['’]t miss|editor['’]s picks?|tags?\s*[:：|]|topics\s*[:：]|keywords\s*[:：]|filed under|also read|"
    r"(?:recent|newer|older) (?:posts|entries|articles)|today in pictures|"
    r"관련\s?(?:기사|뉴스|글)|많이 (?:본|읽은)|인기\s?(?:기사|뉴스)|주요\s?(?:기사|뉴스)|추천\s?(?:기사|뉴스)|다른 기사|함께 (?:본|볼)|최신\s?(?:기사|뉴스)|오늘의|태그\s*[:：]|"
    r"相关(?:阅读|新闻|报道|文章|链接|推荐)|相關(?:閱讀|新聞|報導|報道|文章|連結)|延伸(?:閱讀|阅读)|推荐阅读|推薦閱讀|热门|熱門|往期(?:回顾|回顧|推荐)|更多(?:新闻|报道|精彩|新聞|報導)|"
    r"点击排行|今日(?:要闻|头条)|猜你喜欢|标签\s*[:：]|標籤\s*[:：]|上一篇|下一篇|人氣|最新(?:新聞|消息))",
    re.IGNORECASE,
)
# Trails and pointers are one line long: "Home » Satellite Imagery » …", "« Older: …", "[1] See …", "Tags: …".
_TRAIL = re.compile(
    r"\s*(?:home|首页|首頁|홈)\s*[»>›|/／]|\s*[«»‹›←→]|.*(?:» *$|« ?older|newer:)|\s*\[\d{1,2}\] |.*(?:当前位置|當前位置|您的位置|现在位置|현재 ?위치|you are here)\s*[:：]|"
    r"\s*(?:# ?[^\s#]{1,24}(?:\s+|$)){2,}|\s*# ?[^\s#]{1,24}\s*$",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[.。!！”\"」』)）]\s*$")
_SPACES = re.compile(r"[ \t]+")
# No trail without one of these.
_TRAIL_SIGNS = tuple("»«›‹←→>|/／[#")
_TRAIL_WORDS = ("newer:", "you are here", "位置", "위치")
_MARKER_LENGTH = 60
_PROSE_LENGTH = 90
_LONG_LENGTH = 160


def asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find the stretches of a text that are a page's own and not its report's.

    A marker ("Related stories", 관련기사, 延伸閱讀) opens one; the first line of prose closes it: one that is long, or that
    ends as a sentence does and is no headline.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch to search, as character offsets.

    Returns
    -------
    list of (int, int)
        Spans, in order.
    """
    found: list[tuple[int, int]] = []
    is_open = False
    seen = False
    has_trails = _may_have_trails(text[start:end])
    for at, end_of_line, line in _lines(text, start, end):
        stripped = line.strip()
        if _opens(line, not seen):
            is_open = True
        elif is_open and stripped and _is_prose(stripped):
            is_open = False
        if stripped and (is_open or (seen and has_trails and _TRAIL.match(line) is not None)):
            found.append((at, end_of_line))
        seen = seen or bool(stripped)
    return found


def _may_have_trails(text: str) -> bool:
    if any(sign in text for sign in _TRAIL_SIGNS):
        return True
    lowered = text.lower()
    return any(word in lowered for word in _TRAIL_WORDS)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line), _SPACES.sub(" ", line) if "  " in line or "\t" in line else line
        at += len(line)


def _opens(line: str, is_first: bool) -> bool:
    match = None if is_first else _MARKER.match(line if line.endswith("\n") else f"{line}\n")
    return match is not None and (len(line) <= _MARKER_LENGTH or not _is_prose(line.strip()) or match.end() < len(line))


def _is_prose(line: str) -> bool:
    wide = sum(char > "\u2e80" for char in line) * 2 > len(line)
    length = len(line) * 2 if wide else len(line)
    return length > _LONG_LENGTH or (length > _PROSE_LENGTH and _PROSE_END.search(line) is not None)
