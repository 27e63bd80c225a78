"""Which stretches of a report tell something: no headline, no caption of a photograph, no menu, no list of other stories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.reports.sentences import Span, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderatlas.models import Placement, Report

_CAPTION = re.compile(
    r"(?:file )?(?:photos?|pictures?|images?|figure \d+)\b\s?[:(.]|▲|\(사진\)|사진[ :=]|[(（]?(?:资料|資料)?[图圖](?:\d|[①-⑨]|为|為|说|說|注|註|片说明|片說明|片|源)?[:：]|[(（]?(?:资料照|資料照)|!\[[图圖]?\]"
    r"|\(photo|[^\n]{1,80}\.(?:jpe?g|png|gif)\b|[^\n]{10,240}\b(?:undated|file|archive|handout) (?:photo|picture|image)\b"
    r"|[^\n]{10,240}\b(?:photo(?:graph)?|picture|image) taken (?:from|on|in|by)\b"
    r"|[^\n]{10,240}\n[^\w\n]*(?:photo|image|picture|credit)s?\b ?[:/]",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?。！？…][\"'”’」』)）\]]*\s*(?:\([^()\n]{2,60}\)|Enditem|-0-|\(END\)|\(끝\)|\[\d+\])?\s*$")
_STOP_INSIDE = re.compile(r"[^\W\d]{3}[.!?。…][\"'”’」』)]*\s+[\"“‘A-Z가-힣]|[^\W\d]{3}[.!?][\"'”’)]* [A-Z]|。")
_HEADING = re.compile(r"[^.!?。！？\n]{10,100}\?(?:\s[^.!?。！？\n]{10,100})?")
"""A question that stands alone, or over a line without a stop, asks what the report is about."""
_LEAST_LENGTH = {True: 12, False: 24}
"""The least length of a line of prose, characters: of Korean and Chinese, and of any other writing."""
_ITEM = re.compile(
    r"[•●■▶►▌◇○◎◦ㅇ①-⑳–]|[o‧·-] (?=[\d가-힣])|[가-하]\. (?=[가-힣\d])|\(?[a-z0-9]{1,2}\) |\d{1,2}\.\d{1,2} ?/|[一二三四五六七八九十]、"
)
_EAST = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
# What follows one of these lines is no longer the report.
_TAIL = re.compile(
    r"\W{0,6}(?:related (?:articles?|stories|posts|news|links)|see also|most (?:popular|read|viewed)|top stories|read more"
    r"|more (?:articles|stories|from)|elsewhere on this site|previously on this blog|also on this site"
    r"|(?:\d+ )?(?:responses?|comments?)(?: \(\d+\))?(?: to\b.*| –.*)?$|leave a reply|add (?:your )?comment|notes?$|tags?:"
    r"|advertisement$|비고|※|관련 ?기사|많이 본|최신 ?기사|延伸閱讀|延伸阅读|相关阅读|相關閱讀|相關新聞|相关新闻|往期回顾|编辑：|責任編輯|（?实习编辑)",
    re.IGNORECASE,
)
_SKIPPED_TAIL = re.compile(r"\W{0,6}advertisement$|\W{0,6}read more", re.IGNORECASE)


def prose(report: Report, placements: Sequence[Placement]) -> list[Span]:
    """Give the paragraphs of the body that tell something, in order; all there are when none does."""
    whole = list(_bodies(report))
    headline = headline_of(report)
    told = [
        span
        for span in _before_the_tail(report.text, whole)
        if span != headline and is_prose(report.text, span) and not is_caption(report.text, span, placements)
    ]
    return told or [span for span in whole if span != headline] or whole or [(0, len(report.text))]


def _bodies(report: Report) -> Iterator[Span]:
    for section in report.sections:
        if section.kind == "body":
            yield from paragraphs(report.text, section.start, section.end)


def _before_the_tail(text: str, spans: list[Span]) -> Iterator[Span]:
    """Give the paragraphs up to the first that opens a list of other stories, if prose stands before it."""
    seen = False
    for span in spans:
        if seen and _TAIL.match(text, *span) and not _SKIPPED_TAIL.match(text, *span):
            return
        seen = seen or is_prose(text, span)
        yield span


def is_prose(text: str, span: Span) -> bool:
    """Tell whether a paragraph has a sentence in it: a line that is long enough and ends as sentences end.

    An item of a list may do without a full stop.
    """
    if _HEADING.fullmatch(text, *span):
        return False
    lines = text[slice(*span)].splitlines()
    if any(len(line) >= _LEAST_LENGTH[bool(_EAST.search(line))] and _has_stop(line) for line in lines):
        return True
    return bool(lines and _ITEM.match(lines[0]))


def _has_stop(line: str) -> bool:
    return _ENDED.search(line) is not None or _STOP_INSIDE.search(line) is not None


def headline_of(report: Report) -> Span | None:
    """Give the first paragraph of a body when it is the report's title and no more."""
    body = next((s for s in report.sections if s.kind == "body"), None)
    first = next(paragraphs(report.text, body.start, body.end), None) if body else None
    return first if first and report.title and report.text[slice(*first)].lstrip("# \ufeff") == report.title else None


def titles(report: Report) -> list[Span]:
    """Give the stretches that are the report's title."""
    headline = headline_of(report)
    return [(s.start, s.end) for s in report.sections if s.kind == "title"] + ([headline] if headline else [])


def is_caption(text: str, span: Span, placements: Sequence[Placement]) -> bool:
    """Tell whether a paragraph is the caption of a photograph."""
    if _CAPTION.match(text, span[0]):
        return True
    roles = {p.role for p in placements if span[0] <= p.start < span[1] and p.kind != "country"}
    return roles == {"photo"}
