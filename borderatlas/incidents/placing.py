"""Where an incident was: the finest place that the title or the opening sentences hold, out of all that are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import BORDER_RIVERS, holds
from borderatlas.incidents.place_words import weight_of
from borderatlas.incidents.prose import titles
from borderatlas.incidents.vocabulary import precision_rank
from borderatlas.reports.sentences import Span, sentence_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from borderatlas.models import Placement, Report

# Which of two places is the finer one. A county's name without a type word is that of its seat: the text decides by
# what it says, not the scale between the two.
_TIERS = {"exact": 0, "settlement": 1, "river_reach": 1, "county": 1, "border_strip": 2, "province": 3, "river": 4,
          "country": 5, "unlocated": 6}  # fmt: skip
_LONG_REACH_M = 50_000
_AND = re.compile(r"\s*(?:,|and|&|·|、|和|与|與|及|와|과|,? and)\s*")
_UNIT_OF = re.compile(r",? (?:a (?:city|county|town) )?(?:in|of) ")


def in_title(report: Report, placement: Placement) -> bool:
    """Tell whether a mention stands in the title."""
    return any(start <= placement.start < end for start, end in titles(report))


def primary(
    report: Report, placements: Sequence[Placement], spans: list[Span], *, fit: Collection[Span] = ()
) -> Placement:
    """Choose the place of an incident: the finest that title or opening sentence name, else the finest of all.

    Of equally fine places the one that more is said to be in, then the one that is named first.

    Parameters
    ----------
    report : Report
    placements : sequence of Placement
        The places of the statements about it, and those of the title that go with them.
    spans : list of Span
        Its sentences, in order.
    fit : collection of Span
        Those of them that tell the same incident more finely: a place in them may stand for the wide one that holds it.
    """
    opening = _opening([p for p in placements if weight_of(report.text, p)] or placements, spans)
    weights = _weights(report, placements, opening)

    def order(placement: Placement) -> tuple[int, int, int]:
        return _tier(placement), -weights.get(placement.place_id, 0), placement.start

    best = min(_prominent(placements, opening, weights), key=order)
    beside = _beside_river(report, placements, spans) if _tier(best) == _TIERS["river"] else []
    best = min(beside, key=order, default=best)
    return best if _tier(best) < _TIERS["border_strip"] else next(_refined(report, placements, best, fit), best)


def _opening(placements: Sequence[Placement], spans: list[Span]) -> Span:
    """Give the first sentence that names a place, with all that stands before it."""
    ends = (span[1] for span in spans if any(span[0] <= p.start < span[1] for p in placements))
    return spans[0][0], next(ends, spans[0][1])


def _refined(
    report: Report, placements: Sequence[Placement], wide: Placement, fit: Collection[Span]
) -> Iterator[Placement]:
    """Give the places that say more finely where it was, the best last resort being the province a source spoke of."""
    for placement in placements:
        inside = any(start <= placement.start < end for start, end in fit)
        part = any(q.start == placement.end and holds(str(placement.place_id), q.place_id) for q in placements)
        if inside and not part and _refines(report.text, placement, wide):  # 和龙市崇善镇: the township says more
            yield placement
    if wide.place_id in BORDER_RIVERS:
        yield from (p for p in placements if p.role == "source" and _tier(p) < _TIERS["river"])


def _refines(text: str, part: Placement, whole: Placement) -> bool:
    """Tell whether something happened in a fine place of the wide one: in a town of the province, beside the river."""
    if _tier(part) >= _TIERS["border_strip"] or not weight_of(text, part):
        return False
    if whole.place_id in BORDER_RIVERS:
        return part.river is not None and whole.place_id == f"river.{part.river}"
    return whole.place_id is not None and holds(whole.place_id, part.place_id)


def _tier(placement: Placement) -> int:
    """Say how fine a place is; "along the Yalu" is a reach by its rule, and yet the whole river."""
    wide = placement.precision == "river_reach" and (placement.uncertainty_m or 0) > _LONG_REACH_M
    tier = _TIERS["river" if wide else placement.precision]
    return max(tier, _TIERS["border_strip"]) if placement.kind == "mountain" else tier


def _prominent(placements: Sequence[Placement], opening: Span, weights: Mapping[str | None, int]) -> list[Placement]:
    """Give what title and opening sentence name, without what they only lead away from and units of a finer place."""
    first = [p for p in placements if p.start < opening[1]] or list(placements)
    said = [_tier(p) for p in first if weights.get(p.place_id)]
    weighty = [p for p in first if weights.get(p.place_id) or not any(_outdoes(tier, _tier(p)) for tier in said)]
    return [p for p in weighty if not any(_is_finer_part(q, p) for q in weighty)]


def _outdoes(tier: int, other: int) -> bool:
    """Tell whether a place is not much coarser than another: no province takes the place of a town, a river may."""
    return tier <= other or (tier >= _TIERS["province"] and other >= _TIERS["province"])


def _is_finer_part(part: Placement, whole: Placement) -> bool:
    if part.place_id is None or whole.place_id in {None, part.place_id}:
        return False
    at_its_bank = part.start == whole.end and part.precision == "river_reach"  # 龙井市三合镇江边
    finer = precision_rank(part.precision) <= precision_rank(whole.precision) or at_its_bank
    return finer and holds(str(whole.place_id), part.place_id)


def _beside_river(report: Report, placements: Sequence[Placement], spans: list[Span]) -> list[Placement]:
    """Give the fine places, or the reach, of a sentence that names a river: "beside the Amnok River near Hyesan"."""
    rivers = {sentence_at(spans, p.start) for p in placements if p.place_id in BORDER_RIVERS}
    fine = (p for p in placements if _tier(p) < _TIERS["border_strip"] and not in_title(report, p))
    return [p for p in fine if sentence_at(spans, p.start) in rivers]


def _weights(report: Report, placements: Sequence[Placement], opening: Span) -> dict[str | None, int]:
    """Add up for each place how much its mentions speak for it; of a list, each counts as the first does."""
    weights: dict[str | None, int] = {}
    before: Placement | None = None
    weight = 0
    for placement in sorted(placements, key=lambda p: p.start):
        listed = before is not None and _goes_with(report.text, before, placement)
        weight = weight if listed else weight_of(report.text, placement) * (2 if placement.start < opening[1] else 1)
        weights[placement.place_id] = weights.get(placement.place_id, 0) + weight
        before = placement
    return weights


def _goes_with(text: str, before: Placement, placement: Placement) -> bool:
    """Tell whether a mention is one of a list ("Hyesan and Musan") or the unit of the one before ("Hyesan, in Ryanggang")."""
    if _AND.fullmatch(text, before.end, placement.start):
        return True
    unit = placement.place_id is not None and holds(placement.place_id, before.place_id)
    return unit and bool(_UNIT_OF.fullmatch(text, before.end, placement.start))
