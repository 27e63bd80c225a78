"""The front door: a report goes in, one placement a mention comes out.

Mentions are found, then decided in a few rounds: what is certain in one round is evidence in the next (a county named
beside a village, a country named beside a province). Then each gets its role, its representative point and its
precision.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.footprints import precision_of, representative_point
from borderatlas.gazetteer.grounds import ground_of
from borderatlas.gazetteer.matching import Decision, Evidence, decide
from borderatlas.gazetteer.mentions import MentionFinder
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.gazetteer.relations import read_pair, read_relation
from borderatlas.gazetteer.roles import Surroundings, role_of, surroundings
from borderatlas.gazetteer.unlisted import find_unlisted
from borderatlas.models import Placement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place, Relative, Report, Role, Section

_ROUNDS = 3
_RANK = {
    "country": 4,
    "province": 3,
    "prefecture": 2,
    "county": 1,
    "city": 1,
    "river": -1,
    "tributary": -1,
    "region": -1,
}
# What may stand between a place and the unit that contains it, the unit behind ("Onsong county in North Hamgyong").
_UNIT_BEHIND = re.compile(r",\s+(?:in\s+|of\s+)?(?:the\s+)?|\s+(?:in|of)\s+(?:the\s+)?|\s*[(（]")
# … and the unit before ("North Hamgyong's Onsong county", 함경북도 회령시, 吉林省图们市).
_UNIT_BEFORE = re.compile(r"['’]s?\s+(?:\w+\s+(?:city|town|county)\s+of\s+)?|\s?|의\s|\s*[(（]|的")
_LIST = re.compile(r"\s*(?:,|、|·|/|and|&|및|와|과|和|与)\s*(?:and\s+)?", re.IGNORECASE)
_PLURAL = re.compile(r"(?:rivers|counties|provinces|cities|districts|islands|villages|mountains)$", re.IGNORECASE)
_RIVER_BEFORE = re.compile(
    r"(?:(?<!\w)the|(?:cross(?:ed|es|ing)?|swam|waded|forded|over|across|along|down|up|into)(?: the)?)\s+"
    r"(?:(?:frozen|swollen|icy|shallow|upper|lower|middle|narrow|raging|flooded)\s+)?$",
    re.IGNORECASE,
)
# "the Tumen detention centre": the article belongs to what is named after the town.
_TOWN_NOUN = re.compile(
    r"['’]?s? (?:detention|customs|police|public|prison|holding|camp|port|railway|station|government|authorities|office|"
    r"branch|cent(?:er|re)|facility|market|residents?|city|border police|border post|crossing|side)(?!\w)",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(r"(?<!\w)(?:in|at|to|from|near|of|outside|via|through|for)\s+$", re.IGNORECASE)
_WATER = frozenset({"river", "tributary"})
_UNITS = frozenset({"county", "city", "district", "settlement"})
_FINER = frozenset({"site", "settlement", "bridge", "crossing", "dam", "reservoir", "island"})
_CONTEXT_KINDS = frozenset({"county", "city", "district", "settlement", "bridge", "crossing", "dam", "island"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """A report's section while it is being read: its mentions, and what has been decided of each."""

    text: str
    section: Section
    mentions: tuple[Mention, ...]
    decisions: tuple[Decision | None, ...]


@cache
def _finder() -> MentionFinder:
    """Build the automaton over the gazetteer that ships, once."""
    return MentionFinder(load_gazetteer())


def geocode(
    report: Report, *, gazetteer: Gazetteer | None = None, finder: MentionFinder | None = None
) -> list[Placement]:
    """Find the places that a report names, and resolve each to the ground it covers.

    Parameters
    ----------
    report : Report
        What was read.
    gazetteer : Gazetteer, optional
        The places to know; by default those that ship with the package.
    finder : MentionFinder, optional
        An automaton over the names of that gazetteer; built when it is not given.

    Returns
    -------
    list of Placement
        One a mention, in order of their start.
    """
    if gazetteer is None:
        gazetteer, finder = load_gazetteer(), finder or _finder()
    finder = finder or MentionFinder(gazetteer)
    readings = [_read(report.text, section, finder) for section in report.sections]
    for _ in range(_ROUNDS):
        before, readings = readings, _decide_round(readings, gazetteer)
        if readings == before:
            break
    return [p for reading in readings for p in _placements(report.id, reading, gazetteer)]


def geocode_all(reports: Iterable[Report]) -> Iterator[Placement]:
    """Geocode reports one after the other: a stream of placements."""
    for report in reports:
        yield from geocode(report)


def _read(text: str, section: Section, finder: MentionFinder) -> _Reading:
    found = finder.find(text, section.start, section.end)
    described = find_unlisted(text, section.start, section.end, found)
    mentions = tuple(sorted([*found, *described], key=lambda m: m.start))
    return _Reading(text, section, mentions, (None,) * len(mentions))


def _decide_round(readings: Sequence[_Reading], gazetteer: Gazetteer) -> list[_Reading]:
    """Decide every mention on the evidence of the round before.

    Within a round the outcome depends on the name as written and on what stands beside it; it is worked out once.
    """
    context = _context(readings, gazetteer)
    known: dict[tuple[object, ...], Decision | None] = {}

    def decision_on(reading: _Reading, index: int) -> Decision | None:
        mention = _with_shared_type(reading, index)
        if not mention.candidates:
            return None
        container, is_river = _container(reading, index, gazetteer), _is_river(reading, index, gazetteer)
        key = (mention.name, mention.type_kinds, container, is_river)
        if key not in known:
            evidence = replace(context, container=container, is_river=is_river)
            known[key] = decide(mention, evidence, gazetteer)
        return known[key]

    return [replace(r, decisions=tuple(decision_on(r, i) for i in range(len(r.mentions)))) for r in readings]


def _context(readings: Sequence[_Reading], gazetteer: Gazetteer) -> Evidence:
    """Gather what is known so far: ids named (with what contains them), their countries, the points of the towns."""
    places = {
        d.match.place.id: d.match.place
        for r in readings for d in r.decisions if d is not None and d.certainty != "uncertain"
    }  # fmt: skip
    towns = [p for p in places.values() if p.kind in _CONTEXT_KINDS]
    within = Counter(p.country for p in places.values() if p.kind not in {"country", "region"} and "/" not in p.country)
    return Evidence(
        named=frozenset(i for place_id in places for i in (place_id, *gazetteer.ancestors(place_id))),
        countries=frozenset(c for p in places.values() for c in p.country.split("/") if c),
        most=max(sorted(within), key=within.__getitem__, default=None),
        points=tuple(sorted(
            {(p.lat, p.lon) for p in towns if p.lat is not None and p.lon is not None and p.location_precision != "inherited"}
        )),
    )  # fmt: skip


def _with_shared_type(reading: _Reading, index: int) -> Mention:
    """Let a list share its plural type word: in "Musan and Onsong counties" both are counties."""
    mention = reading.mentions[index]
    if mention.type_kinds or not mention.candidates:
        return mention
    for left in range(index, len(reading.mentions) - 1):
        if not _between(reading, left, left + 1, _LIST):
            break
        if _PLURAL.search((right := reading.mentions[left + 1]).text):
            return replace(mention, type_kinds=right.type_kinds)
    return mention


def _container(reading: _Reading, index: int, gazetteer: Gazetteer) -> str | None:
    """Find the unit named directly beside a mention that contains it, by the grammar of the text between them."""
    here = _rank_of(reading, index, gazetteer)
    if index + 1 < len(reading.mentions) and _between(reading, index, index + 1, _UNIT_BEHIND):
        behind = _unit(reading, index + 1, gazetteer)
        if behind is not None and _RANK.get(behind.kind, 0) > here and not _heads_a_list(reading, index + 1, behind):
            return behind.id
    if index and _between(reading, index - 1, index, _UNIT_BEFORE):
        before = _unit(reading, index - 1, gazetteer)
        if before is not None and _RANK.get(before.kind, 0) > here:
            return before.id
    return None


def _heads_a_list(reading: _Reading, index: int, unit: Place) -> bool:
    """Tell "Namyang, Musan and Hoeryong" (a list) from "Namyang, Onsong county" (a unit that contains)."""
    if unit.kind in {"country", "province", "prefecture"} or reading.mentions[index].type_kinds:
        return False
    between = reading.text[reading.mentions[index - 1].end : reading.mentions[index].start]
    return not re.search(r"\b(?:in|of)\b", between)


def _between(reading: _Reading, left: int, right: int, pattern: re.Pattern[str]) -> bool:
    gap = reading.text[reading.mentions[left].end : reading.mentions[right].start]
    return pattern.fullmatch(gap) is not None


def _unit(reading: _Reading, index: int, gazetteer: Gazetteer) -> Place | None:
    """Give the place of a neighbour: what was decided, else its only candidate."""
    decision = reading.decisions[index]
    if decision is not None:
        return decision.match.place
    ids = {i for i, _ in reading.mentions[index].candidates}
    return gazetteer[next(iter(ids))] if len(ids) == 1 else None


def _rank_of(reading: _Reading, index: int, gazetteer: Gazetteer) -> int:
    """Give the lowest rank that the candidates of a mention have: country 4, province 3, …, settlement 0."""
    mention = reading.mentions[index]
    kinds = {gazetteer[i].kind for i, _ in mention.candidates} or {"settlement"}
    if mention.type_kinds and kinds & set(mention.type_kinds):
        kinds &= set(mention.type_kinds)
    return max(0, min(_RANK.get(kind, 0) for kind in kinds))


def _is_river(reading: _Reading, index: int, gazetteer: Gazetteer) -> bool | None:
    """Read whether the words around ask for a river; only asked where a river and a town share the name."""
    mention = reading.mentions[index]
    kinds = {gazetteer[i].kind for i, _ in mention.candidates}
    if not kinds & _WATER or kinds <= _WATER:
        return None
    before = reading.text[max(0, mention.start - 40) : mention.start]
    attributive = _TOWN_NOUN.match(reading.text, mention.end)
    if (_RIVER_BEFORE.search(before) and not attributive) or _is_listed_with_river(reading, index, gazetteer):
        return True
    return False if _TOWN_BEFORE.search(before) or _container(reading, index, gazetteer) else None


def _is_listed_with_river(reading: _Reading, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a neighbour in a list is a river: "the Yalu and Tumen"."""
    for left, right, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if left < 0 or right >= len(reading.mentions) or not _between(reading, left, right, _LIST):
            continue
        kinds = {gazetteer[i].kind for i, _ in reading.mentions[other].candidates}
        if kinds and kinds <= _WATER:
            return True
    return False


def _placements(report_id: str, reading: _Reading, gazetteer: Gazetteer) -> Iterator[Placement]:
    around = [surroundings(reading.text, m, reading.section.start, reading.section.end) for m in reading.mentions]
    roles = _roles(reading, around, gazetteer)
    for index, (mention, decision, role) in enumerate(zip(reading.mentions, reading.decisions, roles, strict=True)):
        if decision is not None:
            relative = None if role == "source" else _relative(reading, index, around)
            yield _related(_resolved(report_id, mention, decision, role), relative)
        elif not mention.candidates:
            yield _described(report_id, mention, _holder(reading, index, gazetteer), role)


def _relative(reading: _Reading, index: int, around: Sequence[Surroundings]) -> Relative | None:
    """Read the relative expression that a mention stands in: with its neighbour, or by the words about it."""
    place = _place(reading, index)
    for left in (index, index - 1):
        one, other = _place(reading, left), _place(reading, left + 1)
        if one is None or other is None or place is None:
            continue
        gap = reading.text[reading.mentions[left].end : reading.mentions[left + 1].start]
        pair = read_pair(around[left].before, gap, one, other)
        if pair is not None:
            return replace(pair, other=(other if left == index else one).id)
    if place is None:
        return None
    found = read_relation(around[index].before, " ".join(around[index].after[:60].split("\n")), place)
    if found is not None and found.relation == "bank_of":
        return replace(found, other=_riverside_neighbour(reading, index, place))
    return found


def _riverside_neighbour(reading: _Reading, index: int, river: Place) -> str | None:
    """Find the town or county that narrows a bank down: the next or last place in the sentence, on that river."""
    for other in (index + 1, index - 1):
        place = _place(reading, other)
        if place is None or place.river is None or place.river != river.id.removeprefix("river."):
            continue
        left, right = min(index, other), max(index, other)
        gap = reading.text[reading.mentions[left].end : reading.mentions[right].start]
        if place.kind in _UNITS and _HOLDER_GAP.fullmatch(gap):
            return place.id
    return None


def _place(reading: _Reading, index: int) -> Place | None:
    """Give the place that was decided for a mention; None outside the list."""
    if not 0 <= index < len(reading.decisions):
        return None
    decision = reading.decisions[index]
    return None if decision is None else decision.match.place


def _related(placement: Placement, relative: Relative | None) -> Placement:
    """Move a placement onto the ground that a relative expression means; its point is then the footprint's."""
    if relative is None or placement.place_id is None or placement.relation is not None:
        return placement
    ground = ground_of(placement.place_id, relative)
    if ground is None:
        return placement
    return replace(
        placement, lat=ground.lat, lon=ground.lon, precision=ground.precision, uncertainty_m=ground.uncertainty_m,
        relation=relative.relation, country=ground.country or placement.country, bank=ground.bank or placement.bank,
        river_km=_tenth(ground.river_km) if ground.river_km is not None else placement.river_km, rule=f"relation-{relative.relation}",
        anchors=(*((relative.other,) if relative.other else ()), *ground.anchors), relative=relative,
    )  # fmt: skip


def _roles(reading: _Reading, around: Sequence[Surroundings], gazetteer: Gazetteer) -> list[Role]:
    """Give each mention its role; a unit that only says where another place lies shares that place's role."""
    roles: list[Role] = []
    for i, decision in enumerate(reading.decisions):
        role = role_of(around[i], decision.match.place if decision else None)
        if (
            i
            and roles[-1] == "source"
            and decision
            and _container(reading, i - 1, gazetteer) == decision.match.place.id
        ):
            role = "source"
        roles.append(role)
    return roles


def _same_chain(reading: _Reading, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a mention and the one before it name one place from small to large, or from large to small."""
    before, here = _place(reading, index - 1), _place(reading, index)
    if before is None or here is None:
        return False
    return _container(reading, index - 1, gazetteer) == here.id or _container(reading, index, gazetteer) == before.id


def _resolved(report_id: str, mention: Mention, decision: Decision, role: Role) -> Placement:
    place = decision.match.place
    lat, lon = representative_point(place, typed=place.kind in mention.type_kinds)
    placement = Placement(
        report_id, mention.start, mention.end, mention.text, place.id, place.name, place.kind, place.country or None,
        place.admin1 or None, lat, lon, precision_of(place), place.uncertainty_m or None, role, None, place.river,
        _tenth(place.river_km), place.bank, _tenth(place.border_km), decision.certainty, decision.rule, decision.refused,
    )  # fmt: skip
    finer = not _FINER.isdisjoint(mention.type_kinds) and place.kind not in mention.type_kinds
    return _in_unit(placement) if finer and place.kind in _UNITS else placement


def _tenth(km: float | None) -> float | None:
    """Round kilometres to what the line can bear."""
    return None if km is None else round(km, 1)


def _in_unit(placement: Placement) -> Placement:
    """Say of "Hyesan Mine", where only Hyesan is known, that it is a mine in Hyesan, under its own name."""
    return replace(
        placement, name=placement.text, relation="within", certainty="less-certain", rule="described-in-unit",
        anchors=(placement.place_id,) if placement.place_id else (),
    )  # fmt: skip


def _described(report_id: str, mention: Mention, holder: Place | None, role: Role) -> Placement:
    """Place what no gazetteer lists: in the unit that the text names for it, under its own name."""
    kind = mention.type_kinds[0]
    if holder is None:
        return Placement(
            report_id, mention.start, mention.end, mention.text, None, mention.text, kind, None, None, None, None,
            "unlocated", None, role, None, None, None, None, None, "uncertain", "described-place",
        )  # fmt: skip
    lat, lon = representative_point(holder, typed=False)
    return Placement(
        report_id, mention.start, mention.end, mention.text, holder.id, mention.text, kind, holder.country,
        holder.admin1 or None, lat, lon, precision_of(holder), holder.uncertainty_m, role, "within", holder.river,
        _tenth(holder.river_km), holder.bank, _tenth(holder.border_km), "less-certain", "described-in-unit", (), (holder.id,),
    )  # fmt: skip


_HOLDER_GAP = re.compile(r"[^.!?。]{0,60}")


def _holder(reading: _Reading, index: int, gazetteer: Gazetteer) -> Place | None:
    """Find the unit that holds a described place: the county or city beside it in the sentence."""
    for other in (index + 1, index - 1, index + 2, index - 2):
        if not 0 <= other < len(reading.mentions):
            continue
        left, right = min(index, other), max(index, other)
        unit = _unit(reading, other, gazetteer)
        gap = reading.text[reading.mentions[left].end : reading.mentions[right].start]
        if unit is not None and unit.kind in {"county", "city"} and _HOLDER_GAP.fullmatch(gap):
            return unit
    return None
