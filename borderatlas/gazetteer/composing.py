"""A report in the composed normal form (NFC), with the way back to its own offsets.

Names, type words and cue words are written composed; a text in NFD (saved on a Mac) or with half a surrogate pair is
read as the composed text that it is, so that both forms give the same places, roles and relations.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderatlas.models import Placement, Report

# What is not composed: marks, conjoining jamo, compatibility Hanzi (each has one plain twin), half a surrogate pair.
_LOOSE = re.compile("[\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\uf900-\ufaff\ud800-\udfff]")
_CLUSTER = re.compile("[\uf900-\ufaff\ud800-\udfff]|.[\u0300-\u036f\u1161-\u1175\u11a8-\u11c2]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed report, and where its characters stood.

    Attributes
    ----------
    report : Report
        Text and sections in composed offsets.
    at, source : list of int
        Composed offsets at which a cluster begins or ends, ascending, and the offsets in the original.
    original : str
        The text as read.
    """

    report: Report
    at: list[int]
    source: list[int]
    original: str

    def restored(self, placements: list[Placement]) -> list[Placement]:
        """Give placements in offsets of the original, their text as written there."""
        return [self._restored(placement) for placement in placements]

    def _restored(self, placement: Placement) -> Placement:
        start, end = _moved(self.at, self.source, placement.start), _moved(self.at, self.source, placement.end)
        return replace(placement, start=start, end=end, text=self.original[start:end])


def composed(report: Report) -> Composed | None:
    """Compose a report; None where it is composed already, which nearly every one is."""
    text = report.text
    if text.isascii() or not _LOOSE.search(text):
        return None
    pieces: list[str] = []
    at, source, end, length = [0], [0], 0, 0
    for match in _CLUSTER.finditer(text):
        half = "\ud800" <= match.group() <= "\udfff"
        piece = "\ufffd" if half else unicodedata.normalize("NFC", match.group())
        if piece == match.group():
            continue
        pieces += text[end : match.start()], piece
        length += match.start() - end
        at += length, length + len(piece)
        source += match.start(), match.end()
        length, end = length + len(piece), match.end()
    if not pieces:
        return None
    sections = tuple(
        replace(s, start=_moved(source, at, s.start), end=_moved(source, at, s.end)) for s in report.sections
    )
    return Composed(replace(report, text="".join(pieces) + text[end:], sections=sections), at, source, text)


def _moved(here: list[int], there: list[int], offset: int) -> int:
    """Carry an offset over: from the last known point at or before it, never past the next."""
    before = bisect_right(here, offset) - 1
    moved = there[before] + offset - here[before]
    after = bisect_left(here, offset)
    return min(moved, there[after]) if after < len(there) else moved
