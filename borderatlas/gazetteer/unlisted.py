"""Places that no gazetteer lists but the text itself describes: "Dosori village in Musan County", "Uiju Airfield".

They are recognised by their type word, keep their own name, and are put into the unit that the text puts them in;
where it names none, they stay unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from borderatlas.models import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+)?"
_TYPES = {
    "settlement": "villages?|hamlet|townships?|town|neighbou?rhood|workers' district|Workers' District|district",
    "site": "mine|airfield|airport|power plant|power station|industrial park",
}
_WORD = "|".join(f"(?P<{kind}>{words}|{words.title()})" for kind, words in _TYPES.items())
_AFTER = re.compile(rf"(?<![\w'’.-])(?P<name>{_NAME}) (?:{_WORD})(?!\w)")
_SUFFIXED = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][a-z'’]+(?:-(?:ri|ni|dong|up|eup|gu|ku|myon|rodongjagu)|(?:[a-z]+)?(?<=[a-z]{3})(?:ri|dong))|[A-Z][a-z'’]+ (?:Dong|Ri))(?!\w)"
)
_BEFORE = re.compile(
    r"(?:village|township|town|hamlet|neighbou?rhood|district) of (?P<name>[A-Z][a-z'’]+(?:-[a-z]+)?)(?![\w])"
)
_HANGUL = re.compile(
    r"(?<![\uac00-\ud7a3])(?P<name>[\uac00-\ud7a3]{1,3}(?:로동자구|노동자구|리|동|광산|비행장))(?=에서|에|의|은|는|이|가|을|를|로|과|와|[\s,.)]|$)"
)
# Words that begin with a capital at the start of a sentence, or that are titles: never the name of a village.
_NOT_NAMES = frozenset({
    "A", "American", "An", "Another", "Any", "Army", "At", "Big", "Black", "Border", "Bus", "Central", "Chinese",
    "Coal", "Collective", "Copper", "Customs", "Detention", "Each", "East", "Eastern", "Entire", "Every", "Farmers",
    "Fishing", "Five", "Four", "Free", "From", "Front", "Gold", "Guard", "Her", "His", "In", "International",
    "Iron", "Its", "Japanese", "Korean", "Large", "Local", "Main", "Many", "Market", "Military", "Most", "National",
    "Navy", "Near", "New", "No", "North", "Northern", "Of", "Old", "On", "One", "Open", "Other", "Our", "People",
    "Police", "Power", "Public", "Railway", "River", "Russia", "Russian", "Security", "Several", "Six", "Small",
    "Some", "South", "Southern", "Special", "State", "That", "The", "Their", "These", "This", "Those", "Three",
    "Train", "Two", "West", "Western", "Whole",
})  # fmt: skip


def find_unlisted(text: str, start: int, end: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Find described places in ``text[start:end]`` that are not among the mentions already found.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch, as character offsets.
    taken : sequence of Mention
        Mentions found by name; a described place touches none of them.

    Yields
    ------
    Mention
        Without candidates; `type_kinds` holds the kind that the type word says.
    """
    spans = sorted((m.start, m.end) for m in taken)
    for pattern in (_AFTER, _SUFFIXED, _BEFORE, _HANGUL):
        for match in pattern.finditer(text, start, end):
            span = match.span() if pattern is _AFTER else match.span("name")
            if match["name"].split()[0] in _NOT_NAMES or _touches(span, spans):
                continue
            if _may_be_a_plain_word(match, text):
                continue
            if pattern is _HANGUL and not _follows(span[0], spans):
                continue  # 활동, 거리: two syllables and 동 or 리 are a village only right behind its county
            insort(spans, span)
            yield Mention(*span, text[slice(*span)], match["name"], (_kind(match),))


def _may_be_a_plain_word(match: re.Match[str], text: str) -> bool:
    """Tell whether a capital may be only that of a sentence ("Older mines"): the type word has none either."""
    opens = not re.search(r"[\w,;:)\"”'’]\s*$", text[max(0, match.start() - 4) : match.start()])
    return match.re is _AFTER and opens and match.group().rsplit(" ", 1)[-1].islower() and "-" not in match["name"]


def _kind(match: re.Match[str]) -> str:
    if match.re is _AFTER:
        return next(kind for kind in _TYPES if match[kind])
    return "site" if match["name"].endswith(("광산", "비행장")) else "settlement"


def _touches(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Tell whether a span touches one of the others, which are in order and do not overlap."""
    before = bisect_left(spans, (span[1], 0))
    return before > 0 and spans[before - 1][1] > span[0]


def _follows(start: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether one of the spans ends right before an offset, a blank between them at most."""
    before = bisect_left(spans, (start, 0))
    return before > 0 and start - 1 <= spans[before - 1][1] <= start
