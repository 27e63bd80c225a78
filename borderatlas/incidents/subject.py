"""What a report is about: this border, or another part of the world that names it in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import fine, holds, is_border_place
from borderatlas.incidents.place_words import weight_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.models import Placement, Report

_BORDER_WORDS = re.compile(
    r"\bborders?\b(?! service)|\bfrontier|\bYalu\b|\bTumen\b|\bAmnok|국경|접경|압록강|두만강|边境|邊境|边界|邊界|鸭绿江|鴨綠江|图们江|圖們江",
    re.IGNORECASE,
)
NORTH = re.compile(r"North Korea|N\. ?Korea|DPRK|북한|조선|북측|朝鲜|朝鮮|北韓|北韩")
_AT_THE_BORDER = frozenset({"CN", "KP", "RU"})
_IN_PASSING = 3
"""A report of whose located places fewer than one in so many lie at the border is about something else."""
_OPENING = re.compile(r"(?:[^.。]*[.。]){1,3}")
"""The first sentences of a text: what a report is about stands there."""


_PASTIMES = tuple(
    frozenset(words.split())
    for words in (
        """header goal goals goalkeeper striker strikers winger midfielder defender full-back fullback centre-back penalty kick-off
        league draw halftime half-time referee linesman substitute spectators stadium tournament semifinal semi-final quarterfinal
        final scored scoreless equaliser equalizer offside relegated promoted fixture fixtures batsman innings wicket playoff playoffs
        medalist podium coach league's dribble crossbar handball""",
        """film films movie novel memoir heroine hero director filmmaker film-maker screenplay actress actor cast premiere screening
        audience prize jury festival cinema cinemas plot protagonist author's chapter poet poems paperback publisher drama scenes
        box-office documentary soundtrack""",
        """obituary veteran veterans infantry marines regiment battalion platoon 1950 1951 1952 1953 manchuria chosin reservoir hungnam inchon
        memoir diary survived daughters grandson retired medal macarthur frostbite wonsan hagaru chapter elks armistice""",
    )
)
"""Words of sport, of films and books, and of old soldiers' lives: reports of these name the border as a scene."""
_A_PASTIME = 5
"""So many different ones make it what a report is about."""
_TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")


def is_of_a_pastime(text: str) -> bool:
    """Tell whether an English text is about a match, a film or a book, or an old soldier."""
    said = set(_TOKEN.findall(text.lower()))
    return any(len(said & words) >= _A_PASTIME for words in _PASTIMES)


def is_elsewhere(report: Report, placements: Sequence[Placement], told: Sequence[Placement]) -> bool:
    """Tell whether a report is about other parts of the world, and names the border, or a namesake, in passing."""
    if is_of_a_pastime(report.text):
        return True
    located = [p for p in placements if p.kind != "country" and p.precision != "unlocated"]
    located = [p for p in located if p.role != "dateline" or p in told]
    near = [p for p in located if _is_near(p)]
    if _opens_elsewhere(report, located):
        return True
    abroad = [p for p in located if not _is_near(p) and not set((p.country or "").split("/")) & _AT_THE_BORDER]
    if len(abroad) >= max(len(near), 1) and not NORTH.search(report.text):
        return True
    if is_mostly_near(placements) or any("KP" in (p.country or "") for p in placements if p.kind == "country"):
        return False
    if len(near) * _IN_PASSING < len(located):
        return True
    opening = _OPENING.match(report.text, report.sections[0].start) if report.sections else None
    return not any(p.start < opening.end() for p in near) if opening else False


def _opens_elsewhere(report: Report, located: Sequence[Placement]) -> bool:
    """Tell whether a report first says that something happened elsewhere, and of the border only who came from there."""
    told = sorted((p for p in located if p.role != "source"), key=lambda p: p.start)
    first = next(iter(fine(told)), None)
    if first is None or _is_near(first):
        return False
    near = [p for p in told if is_border_place(p) and not holds(str(p.place_id), first.place_id)]
    return not any(weight_of(report.text, p) for p in near)


def is_about_the_border(report: Report, placements: Sequence[Placement]) -> bool:
    """Tell whether a report without a place of its own is about this border: it says so, and names both sides."""
    prose = " ".join(report.text[s.start : s.end] for s in report.sections)
    if not _BORDER_WORDS.search(prose):
        return False
    if any(p.role == "incident" for p in fine(placements) if p.lat is not None):  # of no border place, so elsewhere
        return False
    # A river that is named in passing belongs to both sides and says nothing.
    named = [p.country or "" for p in placements if p.role != "background" or "/" not in (p.country or "")]
    countries = {code for country in named for code in country.split("/")}
    near_source = any(p.role == "source" and is_border_place(p) for p in placements)
    return near_source or ("KP" in countries and bool(countries & {"CN", "RU"}))


def is_mostly_near(placements: Sequence[Placement]) -> bool:
    """Tell whether most of the places that a report names lie at the border, or in North Korea."""
    located = [p for p in placements if p.kind != "country" and p.precision != "unlocated" and p.role != "dateline"]
    return sum(_is_near(p) for p in located) * 2 > len(located)


def _is_near(placement: Placement) -> bool:
    return is_border_place(placement) or (placement.country or "").startswith("KP")
