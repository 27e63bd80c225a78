"""Relative expressions: "near Sinuiju", "across the river from Hyesan", "30 km downstream of Manpo", 맞은편, 上游.

Read from the words right before and behind a mention, in English, Korean and Chinese (`expressions_en`, `expressions_ko`,
`expressions_zh`); what the words mean on the ground is worked out in `grounds`. Time is not space: "near the end of March
in Hyesan" has no relation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer import clauses_en, expressions_en, expressions_ko, expressions_zh
from borderatlas.gazetteer.cues import ANY
from borderatlas.gazetteer.names import is_hangul, is_hanzi
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

_AND = re.compile(
    r"\s*(?:and|with|(?:down |up |as far as |all the way |right |clear |through )?(?:down |up |over |across |on )?(?:in)?to|and its (?:\w+ ){0,2}(?:twin|counterpart|neighbou?r|sister|sister city|opposite number|partner),?|as far as|와|과|하고|에서|부터|和|与|與|跟|同|、|~|至|到|[-–—－])\s*(?:the )?(?:(?:city|town|county) of )?",
    re.IGNORECASE,
)
_AND_LENGTH = 44
_SUFFIX_LENGTH = 6
_RIVERS = frozenset({"river", "tributary"})
_FAR = 50_000.0  # metres: what lies farther off is not described by its distance, only compared
_FARTHEST = 200_000.0  # "Dandong, 800 kilometers southwest of Hunchun" says how far apart two towns are
_UNITS = frozenset({"province", "prefecture", "county", "city"})
_NOT_A_DISC = frozenset({"country", "region", "province", "prefecture", "river", "tributary"})


def read_relation(before: str, after: str, place: Place, cues: int = ANY) -> Relative | None:
    """Read how the words around a mention relate the ground they mean to the place it names.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence, white space folded.
    place : Place
        What the mention names.
    cues : int
        The cues that stand before and behind it.

    Returns
    -------
    Relative or None
        None when the place itself is meant. Relations of two places are read by `read_pair`.
    """
    found = expressions_en.read(before, after, place, cues) or clauses_en.read(before, after, place, cues)
    if found is None and not after[:_SUFFIX_LENGTH].isascii():
        found = _suffixed(after, cues, is_river=place.kind in _RIVERS)
    if found is None and before[-1:] in expressions_zh.LEADS:
        found = expressions_zh.read_before(expressions_zh.without_country(before), after, place)
    if found is not None and found.relation == "border_area" and place.kind == "country":
        found = Relative("along_border")
    return found if found is not None and _fits(found, place) else None


def _suffixed(after: str, cues: int, *, is_river: bool) -> Relative | None:
    """Read Korean or Chinese words behind a name, by the first letter that is of either script."""
    for char in after[:_SUFFIX_LENGTH]:
        if is_hangul(char):
            return expressions_ko.read(after, cues, is_river=is_river)
        if is_hanzi(char):
            return expressions_zh.read(after, cues, is_river=is_river)
    return None


def _fits(found: Relative, place: Place) -> bool:
    """Tell whether a relation makes sense for a kind of place: a river has banks, a town has surroundings."""
    on_river = place.river_km is not None
    return {
        "reaches": place.kind in _RIVERS, "bank_of": place.kind in _RIVERS or (on_river and place.kind != "island"), "near": place.kind not in _NOT_A_DISC and (found.distance_m or 0) <= _FAR,
        "offset": place.kind not in _NOT_A_DISC and (found.distance_m or 0) <= _FARTHEST, "border_area": place.kind in _UNITS, "within": place.kind in {"county", "city", "province", "prefecture"},
        "across_from": on_river, "along_border": place.kind == "country", "downstream": on_river, "upstream": on_river,
    }.get(found.relation, True)  # fmt: skip


def read_pair(before: str, between: str, after: str, left: Place, right: Place) -> Relative | None:
    """Read what is said of two places at once: "between A and B", "the bridge linking A with B", A와 B 사이.

    Parameters
    ----------
    before, between, after : str
        What stands before the left mention, between the two, and behind the right one, inside the sentence.
    left, right : Place
        What they name.

    Returns
    -------
    Relative or None
        ``crossing``, ``between`` or ``along_border``, with the right place as `other`; the caller gives the right
        mention its mirror.
    """
    if len(between) > _AND_LENGTH or not _AND.fullmatch(between):
        return None
    relation = (
        expressions_en.read_pair(before, between, after)
        or clauses_en.read_pair(before, between, after)
        or expressions_ko.read_pair(after)
        or expressions_zh.read_pair(before, after)
    )
    return _pair(relation, left, right) if relation is not None else None


def _pair(relation: str, left: Place, right: Place) -> Relative | None:
    countries = left.kind == right.kind == "country"
    if relation == "along_border" and not countries:
        relation = "between"
    rivers = {left.river, right.river}
    inland = {place.kind for place in (left, right) if place.river is None}
    # The seat of a county on the river may lie inland.
    riverside = len(rivers - {None}) == 1 and inland <= {"county"} and _RIVERS.isdisjoint({left.kind, right.kind})
    if relation == "along_border" and countries:
        return Relative("along_border", other=right.id)
    if relation == "crossing" and not countries:
        return Relative("crossing", other=right.id)
    return Relative("between", other=right.id) if relation == "between" and riverside else None
