"""Common names of places on the border rivers that the words about them ask for: "opposite Sanhe", 三合镇上游, 난핑에서 2km.

A bare name of a village is never enough, for there are dozens of each. But where a report is about this border, and the
words say of the name what is only said of a place there (which bank, how far down the river, how near), a place on the
rivers is meant; of two, the likelier, and the placement is marked as uncertain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.relations import read_relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.gazetteer.reading import Reading
    from borderatlas.models import Mention, Place

_RIVERSIDE_KM = 15.0
_COUNTY_KM = 25.0  # from the seat of a county on the river to the river
_REGION_KM = 150.0
_AFTER_LENGTH = 60
_FEW = 2
_CONTEXT_KINDS = frozenset({"county", "city", "district", "settlement", "bridge", "crossing", "dam", "island"})
_NEEDS = frozenset({"parent", "context"})
_OURS = frozenset({"across_from", "downstream", "upstream", "near", "offset", "bank_of", "crossing"})
# Words of this border; a report without any of them may be about anywhere.
_THEME = re.compile(
    r"(?<!\w)(?:North Korea|DPRK|Yalu|Amnok|Tumen|border (?:guard|police|post|river)|sentr(?:y|ies)|guard post|watch ?tower|defector|smuggl|customs|"
    r"frontier|riverbank|river|raft|conscript|barbed wire|soldiers?)|국경|압록강|두만강|북한|탈북|밀수|초소|경비대|철조망|세관|강변|강가|굴간|강을? ?(?:사이|건너|끼고)|대안|맞은편|중국 (?:쪽|마을|땅)|"
    r"边境|邊境|口岸|朝鲜|朝鮮|北韩|北韓|鸭绿江|图们江|江面|江边|哨所|走私|边防|冰面|对岸|上游|下游"
)


def told_of(readings: Sequence[Reading], gazetteer: Gazetteer) -> frozenset[str]:
    """Find the riverside places that undecided mentions mean by the words about them.

    Parameters
    ----------
    readings : sequence of Reading
        A report's sections, decided as far as names and neighbours go.
    gazetteer : Gazetteer
        Where the candidates are.
    """
    undecided = [(r, i) for r in readings for i, d in enumerate(r.decisions) if d is None and r.mentions[i].candidates]
    if not undecided or _is_elsewhere(readings):
        return frozenset()
    found: set[str] = set()
    alone = not any(d is not None for r in readings for d in r.decisions)
    for reading, index in undecided:
        if alone or _THEME.search(reading.text, reading.section.start, reading.section.end):
            for place in _riverside(reading.mentions[index], gazetteer):
                found |= set(_asked_for(reading, index, place))
    return frozenset(found)


def points_in_doubt(readings: Sequence[Reading], gazetteer: Gazetteer) -> tuple[tuple[float, float], ...]:
    """Give the points of riverside places that undecided mentions may mean; none when fewer than two are undecided."""
    undecided = [
        m for r in readings for m, d in zip(r.mentions, r.decisions, strict=True) if d is None and m.candidates
    ]
    if len({m.name for m in undecided}) < _FEW:
        return ()
    places = {
        i: gazetteer[i]
        for m in undecided
        for i, name in m.candidates
        if name.needs in _NEEDS or (name.needs == "type" and gazetteer[i].kind == "county")
    }
    riverside = [
        p
        for p in places.values()
        if p.border_km is not None and p.border_km <= (_COUNTY_KM if p.kind == "county" else _RIVERSIDE_KM)
    ]
    return tuple(sorted({point for p in riverside if (point := point_of_town(p)) is not None}))


def point_of_town(place: Place) -> tuple[float, float] | None:
    """Give the point of a town or a part of one, ``(lat, lon)``; None where only its unit's is known."""
    if place.kind not in _CONTEXT_KINDS or place.location_precision == "inherited":
        return None
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _is_elsewhere(readings: Sequence[Reading]) -> bool:
    """Tell whether all that a report names for certain, countries left out, lies far from this border."""
    places = [d.match.place for r in readings for d in r.decisions if d is not None]
    finer = [p for p in places if p.kind not in {"country", "region"}]
    return bool(finer) and all(p.border_km is None or p.border_km > _REGION_KM for p in finer)


def _riverside(mention: Mention, gazetteer: Gazetteer) -> list[Place]:
    """List the places on the rivers that a name may mean; none where there are more than two, for then it says too little."""
    places = {i: gazetteer[i] for i, name in mention.candidates if name.needs in _NEEDS}
    riverside = [p for p in places.values() if p.border_km is not None and p.border_km <= _RIVERSIDE_KM]
    return riverside if len(riverside) <= _FEW else []


def _asked_for(reading: Reading, index: int, place: Place) -> Iterator[str]:
    mention = reading.mentions[index]
    around = reading.prose.around(mention.start, mention.end)
    relation = read_relation(around.before, around.after[:_AFTER_LENGTH].replace("\n", " "), place)
    if relation is not None and relation.relation in _OURS:
        yield place.id
