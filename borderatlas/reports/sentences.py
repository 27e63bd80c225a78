"""Paragraphs and sentences of a report, as character offsets: a quote is always the report's own characters.

The geocoder asks here where the sentence about a mention begins and ends, the drafts what a report tells one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

# White space before a gap needs no pattern, for it is taken off; a search that may begin at any space takes thrice as long.
_GAP = re.compile(r"\n[ \t\u3000]*(?:\r?\n[ \t\u3000]*)+")
_LINE_GAP = re.compile(r"\n\s*")
_ITEM_GAP = re.compile(
    r"\n\s*(?=[•●■□◆◇▲△▶►▷▌※▪◎★☆➤①-⑳·‧*–-] ?\S|[oㅇ○◦] (?=[\d가-힣])|(?:案例|典型案例)?[一二三四五六七八九十]{1,2}[、：:]|\(?[a-z0-9]{1,2}\) |\d{1,2}\. |\d{1,2}\.\d{1,2} ?/)|(?<=:)\r?\n"
)
_WRAPPED = 120  # lines that are all shorter than this were wrapped by hand: then only an empty line ends a paragraph
_LONG_LINE = re.compile(rf"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]{{{_WRAPPED + 1}}}")
_EAST_END = re.compile(r"(?:[。！？]|[가-힣][.!?])[\"'”’」』）)\]]*\s*$")
_STOP = re.compile(
    r"[.!?。！？](?:(?<=[가-힣]다\.)(?=[“\"‘가-힣])|(?<=[.!?])[.!?]*[\"'”’)\]]*(?=\s|$)|(?<=[。！？])[。！？]*[”’」』）]*)"
)
"""It begins with one set of signs, so that the search for it is the fastest there is."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Col|Lt|Maj|Capt|Sgt|Rev|St|Mt|vs|approx|Inc|Co|Corp|Ltd|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|(?:[A-Z]\.)*[A-Z])\.$|^\W*(?:\d{1,2}|[IVX]{1,4})\.$|(?:19|20)\d\d\. ?\d{1,2}\. ?\d{1,2}\.$|(?:^|[\s(])(?:1[0-2]|[1-9])\. ?(?:3[01]|[12]\d|[1-9])\.$"
)
_ABBREVIATION_REACH = 24
"""The longest abbreviation, or date in figures, with what may stand before it, characters."""
_ABBREVIATED = 7
"""No word of so many letters is an abbreviation."""
_BEFORE_FIGURES = re.compile(r"(?:No|(?:19|20)\d\d(?:\. ?\d{1,2})?)$")
_WIDE = 300


def paragraphs(text: str, start: int, end: int, *, items: bool = True) -> Iterator[Span]:
    """Give the stretches between empty lines, without the white space about them.

    In a text with long lines each line is a paragraph. An item of a list is one too, unless `items` is false: what an
    item tells stands by itself, but a name at its head is no dateline.
    """
    wrapped = (_GAP, _ITEM_GAP) if items else (_GAP,)
    gaps = wrapped if _is_wrapped(text[start:end]) else (_LINE_GAP,)
    spans = [(start, end)]
    for pattern in gaps:
        spans = [part for span in spans for part in _parted(text, span, pattern)]
    return iter(spans)


def _is_wrapped(body: str) -> bool:
    """Tell whether the lines of a body were broken by hand: they are short, and end anywhere.

    Korean and Chinese paragraphs may be short as well; where no line is empty and most end as sentences do, each is one.
    """
    long = _LONG_LINE.search(body)
    if long is not None and not long.group().isspace():  # no copy of a long text for what its first lines tell
        return False
    lines = [line for line in body.splitlines() if line.strip()]
    if max(map(len, lines), default=0) > _WRAPPED:
        return False
    ended = sum(_EAST_END.search(line) is not None for line in lines)
    return _GAP.search(body.strip()) is not None or ended * 2 < len(lines)


def _parted(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    begin, end = span
    for gap in [*pattern.finditer(text, begin, end), None]:
        part = _stripped(text, begin, gap.start() if gap else end)
        if part[0] < part[1]:
            yield part
        begin = gap.end() if gap else end


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the sentences of a stretch; a line end in it ends a sentence only when the line is a paragraph."""
    begin = start
    for stop in [*_stops(text, start, end), end]:
        span = _stripped(text, begin, stop)
        if span[0] < span[1]:
            yield span
        begin = stop


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Give the offsets at which the sentences of a stretch begin, the first being that of the stretch."""
    starts = [start]
    for stop in _stops(text, start, end):
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            starts.append(begin)
    return starts


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Give the offsets behind the stops that end the sentences of a stretch."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop):
            begin = stop.end()
            yield begin


def sentence_at(spans: list[Span], offset: int) -> Span:
    """Give the span that holds an offset, or the one before it."""
    index = bisect_right([start for start, _ in spans], offset) - 1
    return spans[max(index, 0)]


def trimmed(text: str, span: Span, offset: int, width: int = _WIDE) -> Span:
    """Cut a long sentence to `width` characters about an offset, at white space where there is some."""
    start, end = span
    if end - start <= width:
        return span
    left = max(start, min(offset - width // 2, end - width))
    right = min(end, left + width)
    if left > start:
        gap = text.find(" ", left, offset)
        left = gap + 1 if gap >= 0 else left
    if right < end:
        gap = text.rfind(" ", offset + 1, right)
        right = gap if gap >= 0 else right
    return _stripped(text, left, right)


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    start, following = stop.start(), stop.end()
    if text[start] not in ".!?":
        return True
    while text[following : following + 1].isspace():
        following += 1
    character = text[following : following + 1]
    if character.islower() or (character.isdigit() and _BEFORE_FIGURES.search(text, begin, start)):
        return False
    word = text[max(begin, start - _ABBREVIATED) : start]
    if len(word) == _ABBREVIATED and word.isalpha():
        return True
    return not _ABBREVIATION.search(text[max(begin, start - _ABBREVIATION_REACH) : start + 1])


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
