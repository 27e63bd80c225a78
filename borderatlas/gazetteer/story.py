"""A report's mentions in the order of its telling: each gets its role, and what it lends to its neighbours.

"Longjing city, Jilin Province" has one role, and so have the ends of "sent to Chongjin or Sinuiju"; where an incident was
told of further up, a later mention is hardly scenery.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from borderatlas.gazetteer.asides import asides
from borderatlas.gazetteer.backdrop import Standing
from borderatlas.gazetteer.hindsight import GONE, Years
from borderatlas.gazetteer.roles import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.gazetteer.context import Surroundings
    from borderatlas.gazetteer.reading import Reading
    from borderatlas.models import Role

_ENUMERATION = 4  # mentions in one run of a clause: a list of places is news, not scenery
_PARAGRAPH = re.compile(r"\S[^\n]*")
_PARAGRAPHS = 4  # the headline's among them
_FULL_LENGTH = 420  # letters: a text much shorter than this has no end that is scenery
_WHITE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""What `str.isspace` calls white space."""
_LENT: frozenset[Role] = frozenset({"source", "destination"})
_TAKES: frozenset[Role] = frozenset({"incident", "background"})


@dataclass(slots=True)
class Told:
    """What a mention is to its report, and where in it the mention stands."""

    role: Role
    standing: Standing


def tell(reading: Reading, around: Sequence[Surroundings]) -> list[Told]:
    """Give each mention of a section its role, in order.

    Parameters
    ----------
    reading : Reading
        The section, its mentions decided.
    around : sequence of Surroundings
        The words around each mention.
    """
    told: list[Told] = []
    seen: set[str] = set()
    depth_of = _Depths(reading)
    text, last = reading.text, _last_paragraph(reading)
    years = Years(text if reading.prose.cues.whole & GONE.bit else "")
    for i, (mention, words) in enumerate(zip(reading.mentions, around, strict=True)):
        place = reading.place(i)
        chained = reading.in_one_chain(i)
        at = mention.start
        standing = Standing(
            depth_of(at), depth_of.is_aside(at), place is not None and place.id in seen,
            reading.is_enumerated(i, least=_ENUMERATION), chained,
            years.latest, years.between(text.rfind("\n", 0, at) + 1, at), at >= last,
        )  # fmt: skip
        role = role_of(words, place, standing)
        if told and role in _TAKES and told[-1].role in _LENT and not standing.is_aside:
            role = told[-1].role if chained or _is_joined(reading, i - 1) else role
        told.append(Told(role, standing))
        if role == "incident" and place is not None:
            seen.add(place.id)
            seen.update(reading.gazetteer.ancestors(place.id))
    return _lent_back(reading, around, told)


def _last_paragraph(reading: Reading) -> int:
    """Give where the last paragraph of a section begins; the end of a text that has but two has nothing to add to it."""
    told = reading.text[reading.section.start : reading.section.end].rstrip()
    paragraphs = sum(1 for _ in islice(_PARAGRAPH.finditer(told), _PARAGRAPHS))
    return reading.section.start + (told.rfind("\n") + 1 if paragraphs >= _PARAGRAPHS else len(told))


def _lent_back(reading: Reading, around: Sequence[Surroundings], told: list[Told]) -> list[Told]:
    """Let a mention take the role of the one behind it: 함경북도 청진시의 한 소식통, "DANDONG/SEOUL, Nov. 21 (Reuters)"."""
    for i in reversed(range(len(told) - 1)):
        behind = told[i + 1].role
        if behind in _TAKES:
            continue
        opens = behind == "dateline" and reading.joint(i).is_list and around[i].opens
        shares = behind in _LENT and told[i].role in _TAKES and (reading.in_one_chain(i + 1) or _is_joined(reading, i))
        if opens or shares:
            told[i] = Told(behind, told[i].standing)
    return told


def _is_joined(reading: Reading, left: int) -> bool:
    """Tell whether "and" or "or" joins a mention to the next; a comma alone does not."""
    joint = reading.joint(left)
    return joint.is_list and joint.text.strip() not in {",", "、", "·"}


class _Depths:
    """How deep in its report an offset stands, in letters: what is not the report's own and white space do not count."""

    def __init__(self, reading: Reading) -> None:
        section = reading.section
        self._start, self._at, self._before = section.start, 0, 0
        self._asides = asides(reading.text, section.start, section.end)
        self._starts = [start for start, _ in self._asides]
        self._told = _blanked(reading.text, section.start, section.end, self._asides)
        self._white = [char for char in _WHITE if char in self._told]
        self._own = max(self._letters(0, len(self._told)), _FULL_LENGTH)

    def __call__(self, at: int) -> float:
        """Give the depth of an offset; offsets are asked for in order, so that each letter is counted once."""
        here = at - self._start
        self._before += self._letters(self._at, here)
        self._at = here
        return self._before / self._own

    def _letters(self, start: int, end: int) -> int:
        """Count the letters between two offsets: all but white space, of which a text has two or three kinds."""
        text, letters = self._told, end - start
        for char in self._white:
            letters -= text.count(char, start, end)
        return letters

    def is_aside(self, at: int) -> bool:
        number = bisect_right(self._starts, at)
        return number > 0 and at < self._asides[number - 1][1]


def _blanked(text: str, start: int, end: int, asides: Sequence[tuple[int, int]]) -> str:
    """Give a stretch of text with what is aside as blanks, so that every offset stays."""
    if not asides:
        return text[start:end]
    parts, at = [], start
    for first, last in asides:
        low, high = max(first, at), max(min(last, end), at)
        parts += [text[at:low], " " * (high - low)]
        at = max(high, at)
    return "".join([*parts, text[at:end]])
