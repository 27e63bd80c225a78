"""Lines within a report that say which place what follows is about: "■ Musan", "Kyongwon county", "2. Hyesan"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import fine, is_border_place
from borderatlas.incidents.prose import headline_of
from borderatlas.reports.sentences import Span, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.models import Placement, Report

_LONGEST = 70
_MARK = re.compile(r"[•●■□◆◇▲△▶►▷▌※▪◎★☆➤①-⑳#*]+ ?|\(?\d{1,2}[.)] |[IVX]{1,4}\. |[一二三四五六七八九十]{1,2}、")
_STOP = re.compile(r"[.!?:。！？：][\"'”’)\]]*$")
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_BESIDE = frozenset(
    "in at near around the and city county town township village district prefecture province area region port island"
    " once formerly former now also called today north south east west northern southern eastern western upper lower"
    " 편 지역 일대 现 原 今 舊 旧".split()
)
"""Words that a heading may have beside the place that it names: "Musan county", "Kyongwon, once Saebyol"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and the places of the border that it names; none for "■ Background"."""

    span: Span
    places: tuple[Placement, ...]


def headings(report: Report, placements: Sequence[Placement]) -> list[Heading]:
    """Give the headings of a report in order; none where no heading names a place, for then they part nothing.

    Parameters
    ----------
    report : Report
    placements : sequence of Placement
        All of them: the role of a mention that stands alone says little.
    """
    title = headline_of(report)
    found: list[Heading] = []
    for section in report.sections:
        if section.kind == "body":
            spans = [span for span in paragraphs(report.text, section.start, section.end) if span != title]
            found += [
                h for number, span in enumerate(spans) if number and (h := _heading(report.text, span, placements))
            ]
    return found if any(heading.places for heading in found) else []


def _heading(text: str, span: Span, placements: Sequence[Placement]) -> Heading | None:
    line = text[slice(*span)]
    if len(line) > _LONGEST or "\n" in line or _STOP.search(line):
        return None
    named = [p for p in placements if span[0] <= p.start < span[1]]
    places = fine(p for p in named if is_border_place(p) and p.role not in {"photo", "destination"})
    alone = len({p.place_id for p in places}) == 1 and _is_all_place(text, span, named)
    if not alone and _MARK.match(line) is None:
        return None
    return Heading(span, tuple(places[:1]) if alone else ())


def _is_all_place(text: str, span: Span, named: Sequence[Placement]) -> bool:
    """Tell whether a line says no more than the place that it names."""
    rest = "".join(
        " " if any(p.start <= at < p.end for p in named) else c for at, c in enumerate(text[slice(*span)], span[0])
    )
    return not _POSSESSIVE.search(rest) and all(
        word.lower() in _BESIDE for word in _WORD.findall(_MARK.sub("", rest, count=1))
    )


def heading_of(found: Sequence[Heading], offset: int) -> Heading | None:
    """Give the heading under which an offset stands."""
    at = bisect_right([heading.span[0] for heading in found], offset) - 1
    return found[at] if at >= 0 else None
