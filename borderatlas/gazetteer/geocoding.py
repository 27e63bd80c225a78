"""The front door: a report goes in, one placement a mention comes out.

Mentions are found, then decided in a few rounds: what is certain in one round is evidence in the next (a county named
beside a village, a country named beside a province). Then each gets its role, its representative point and its
precision.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from borderatlas.gazetteer.bearers import borne_by_others
from borderatlas.gazetteer.composing import composed
from borderatlas.gazetteer.context import Prose
from borderatlas.gazetteer.cues import CueText
from borderatlas.gazetteer.footprints import (
    PlacementOnGround,
    footprint,
    precision_of,
    representative_point,
    uncertainty_m,
)
from borderatlas.gazetteer.grounds import ground_of, shipped_area
from borderatlas.gazetteer.matching import Decision, Evidence, decide
from borderatlas.gazetteer.mentions import MentionFinder
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.gazetteer.reading import Reading
from borderatlas.gazetteer.relations import read_pair, read_relation
from borderatlas.gazetteer.riverside import point_of_town, points_in_doubt, told_of
from borderatlas.gazetteer.story import tell
from borderatlas.models import Placement, Relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from borderatlas.gazetteer.context import Surroundings
    from borderatlas.gazetteer.grounds import Area
    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place, Precision, Report, Role, Section

_ROUNDS = 4
_UNITS = frozenset({"county", "city", "district", "settlement"})
_WIDE = frozenset({"country", "region"})
_HOLDERS = frozenset({"county", "city"})
_CROSSINGS = frozenset({"bridge", "crossing"})
_FINER = frozenset({"site", "settlement", "bridge", "crossing", "dam", "reservoir", "island"})
_AFTER_LENGTH = 60
_FIELDS = tuple(field.name for field in fields(Placement))
_NO_EVIDENCE = Evidence()
_MOST_KNOWN = 50_000
"""Decisions that are kept, each with its name and neighbours some hundred bytes; a corpus of millions has more."""


_Known = dict[tuple[object, ...], "Decision | None"]
"""What has been decided on the same evidence, by the name as written and what stands beside it."""


class _Standing(NamedTuple):
    """What a placement says of a place whatever the report says: worked out once a place, in the order of the fields."""

    before_role: tuple[str, str, str, str | None, str | None, float | None, float | None, Precision, float | None]
    behind_role: tuple[str | None, float | None, str | None, float | None]


class Geocoder:
    """A gazetteer with the automaton over its names, and what has been decided once and for all.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places to know.
    finder : MentionFinder, optional
        An automaton over the names of that gazetteer; built when it is not given.
    area : callable, optional
        Gives the area of a country, province or unit by its place id (EPSG:4326), None where there is none, such as
        `Boundaries.area`; by default that of the shipped layers.
    """

    def __init__(self, gazetteer: Gazetteer, finder: MentionFinder | None = None, area: Area | None = None) -> None:
        self.gazetteer = gazetteer
        self.finder = finder or MentionFinder(gazetteer)
        self.area = area or shipped_area
        self._is_shipped = area is None and gazetteer is load_gazetteer()
        # A name of one place that needs nothing is decided by what stands beside it alone, in every report alike.
        self._settled = _Known()
        self._lone = _Known()
        self._standings: dict[tuple[str, bool], _Standing] = {}

    def geocode(self, report: Report) -> list[Placement]:
        """Find the places that a report names, in order of their start; see `geocode`."""
        if (whole := composed(report)) is not None:
            return whole.restored(self.geocode(whole.report))
        readings = self.read(report)
        return [p for reading in readings for p in self._placements(report.id, reading)]

    def read(self, report: Report) -> list[Reading]:
        """Find the mentions of a report and decide them, section by section, without placing them yet."""
        cues = CueText(report.text)
        readings = [self._begin(report.text, section, cues) for section in report.sections]
        if any(reading.loose for reading in readings):
            self._decide_by_each_other(readings)
        return readings

    def _begin(self, text: str, section: Section, cues: CueText) -> Reading:
        """Find the mentions of a section, and decide those that need nothing but what stands beside them."""
        found = self.finder.find(text, section.start, section.end)
        prose = Prose(text, section.start, section.end, cues)
        refused = borne_by_others(text, found, section.start, section.end, self.gazetteer, cues) if found else ()
        mentions = tuple([m for i, m in enumerate(found) if i not in refused])
        reading = Reading.of(self.gazetteer, prose, section, mentions)
        reading.decisions = [
            self._decision(reading, i, _NO_EVIDENCE, self._settled)
            if mention.is_settled and mention.candidates
            else None
            for i, mention in enumerate(reading.mentions)
        ]
        return reading

    def _decide_by_each_other(self, readings: Sequence[Reading]) -> None:
        """Decide in rounds what depends on the rest of the report: what one round decides is evidence in the next."""
        evidence, known = _NO_EVIDENCE, _Known()
        for _ in range(1, _ROUNDS):
            before, evidence = evidence, self.context(readings)
            if evidence != before:
                known = _Known()
            if not self._decide_again(readings, evidence, known):
                break
        tentative, told = points_in_doubt(readings, self.gazetteer), told_of(readings, self.gazetteer)
        if tentative or told:
            evidence = self.context(readings)
            evidence = replace(evidence, points=evidence.points + tentative, told=told)
            if self._decide_again(
                readings, evidence, _Known()
            ):  # 위원과 초산 사이: the one told, the other is beside it
                evidence = replace(self.context(readings), told=told)
                self._decide_again(readings, replace(evidence, points=evidence.points + tentative), _Known())

    def _decide_again(self, readings: Sequence[Reading], evidence: Evidence, known: _Known) -> bool:
        """Decide what is not settled on the evidence of the round before; tell whether anything has changed."""
        changed = False
        for reading in readings:
            before = reading.decisions
            after = before.copy()
            for index in reading.loose:
                after[index] = self._decision(reading, index, evidence, known)
            reading.decisions = after
            changed = changed or after != before
        return changed

    def _decision(self, reading: Reading, index: int, evidence: Evidence, known: _Known) -> Decision | None:
        """Decide one mention. The outcome depends on the name and on what stands beside it; it is worked out once."""
        mention = reading.typed[index]
        if not mention.candidates:
            return None
        container, is_river = reading.container(index), reading.is_river(index)
        if mention.is_settled and container is None and is_river is None and not mention.type_kinds:
            return self._alone(mention)
        content = None if mention.is_settled else reading.content(index)
        companion = None if mention.is_settled else reading.companion(index)
        # "North" stands for more than one province: the first candidate tells which.
        key = (
            mention.name, mention.candidates[0][0], mention.is_locative, mention.type_kinds, container, content, is_river, companion,
        )  # fmt: skip
        decided = self._settled if mention.is_settled else known
        if key not in decided:
            if mention.is_settled:
                evidence = _NO_EVIDENCE
            if len(decided) >= _MOST_KNOWN:
                decided.clear()
            beside = evidence.beside(container, content, is_river=is_river, companion=companion)
            decided[key] = decide(mention, beside, self.gazetteer)
        return decided[key]

    def _alone(self, mention: Mention) -> Decision | None:
        """Decide a name of one place that stands by itself, as most do."""
        key = mention.name, mention.candidates[0][0]
        if key not in self._lone:
            self._lone[key] = decide(mention, _NO_EVIDENCE, self.gazetteer)
        return self._lone[key]

    def context(self, readings: Sequence[Reading]) -> Evidence:
        """Gather what is known so far: ids named (with what contains them), their countries, the points of the towns."""
        places: dict[str, Place] = {}
        named: set[str] = set()
        for decision in {id(d): d for r in readings for d in r.decisions if d is not None}.values():
            place = decision.match.place
            if place.id not in named:
                named.update((place.id, *self.gazetteer.ancestors(place.id)))
            if decision.certainty != "uncertain":
                places[place.id] = place
        known = places.values()
        within = Counter([p.country for p in known if p.kind not in _WIDE and "/" not in p.country])
        return Evidence(
            named=frozenset(named),
            countries=frozenset([c for p in known for c in p.country.split("/") if c]),
            most=max(sorted(within), key=within.__getitem__, default=None),
            points=tuple(sorted({point for p in known if (point := point_of_town(p)) is not None})),
        )

    def _placements(self, report_id: str, reading: Reading) -> Iterator[Placement]:
        if not reading.mentions:
            return
        around = reading.prose.all_around(reading.mentions)
        roles = [told.role for told in tell(reading, around)]
        pairs = [_pair(reading, left, around) for left in range(-1, len(around))]
        for index, (mention, decision, role) in enumerate(zip(reading.mentions, reading.decisions, roles, strict=True)):
            if decision is not None:
                relative = _relative(reading, index, around, pairs)
                placement = self._resolved(report_id, mention, decision, role)
                yield self._grounded(self._related(placement, relative))
            elif not mention.candidates:
                yield self._grounded(_described(report_id, mention, reading.holder(index), role, self.area))

    def _resolved(self, report_id: str, mention: Mention, decision: Decision, role: Role) -> Placement:
        place = decision.match.place
        is_typed = place.kind in mention.type_kinds
        key = place.id, is_typed
        standing = self._standings.get(key)
        if standing is None:
            point = representative_point(place, typed=is_typed, area=self.area)
            radius_m = uncertainty_m(place, typed=is_typed, area=self.area)
            standing = self._standings[key] = _standing(place, point, radius_m)
        placement = Placement(
            report_id, mention.start, mention.end, mention.text, *standing.before_role, role, None, *standing.behind_role,
            decision.certainty, decision.rule, decision.refused,
        )  # fmt: skip
        finer = not is_typed and not _FINER.isdisjoint(mention.type_kinds)
        return _in_unit(placement) if finer and place.kind in _UNITS else placement

    def _grounded(self, placement: Placement) -> Placement:
        """Let a placement bring its ground along, where it is not what anyone would find in the shipped data."""
        if self._is_shipped:
            return placement
        ground = footprint(placement, self.gazetteer, self.area)
        return PlacementOnGround(**{name: getattr(placement, name) for name in _FIELDS}, ground=ground)

    def _related(self, placement: Placement, relative: Relative | None) -> Placement:
        """Move a placement onto the ground that a relative expression means; its point is then the footprint's."""
        if relative is None or placement.place_id is None:
            return placement
        if placement.relation is not None and relative.relation != "crossing":  # "the Tumen-Namyang bridge"
            return placement
        ground = ground_of(self.gazetteer, placement.place_id, relative, self.area)
        if ground is None:
            return placement
        return replace(
            placement, lat=ground.lat, lon=ground.lon, precision=ground.precision, uncertainty_m=ground.uncertainty_m,
            relation=relative.relation, country=ground.country or placement.country, bank=ground.bank or placement.bank,
            river_km=placement.river_km if ground.river_km is None else _tenth(ground.river_km),
            rule=f"relation-{relative.relation}", relative=relative,
            anchors=(*((relative.other,) if relative.other else ()), *ground.anchors),
        )  # fmt: skip


@cache
def default_geocoder() -> Geocoder:
    """Give the geocoder over the gazetteer that ships with the package, built once."""
    return Geocoder(load_gazetteer())


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
    geocoder = default_geocoder() if gazetteer is None else Geocoder(gazetteer, finder)
    return geocoder.geocode(report)


def geocode_all(reports: Iterable[Report], geocoder: Geocoder | None = None) -> Iterator[Placement]:
    """Geocode reports one after the other: a stream of placements.

    Parameters
    ----------
    reports : iterable of Report
    geocoder : Geocoder, optional
        With places or areas of one's own; by default the one over what ships with the package.
    """
    geocoder = geocoder or default_geocoder()
    for report in reports:
        yield from geocoder.geocode(report)


def _relative(
    reading: Reading, index: int, around: Sequence[Surroundings], pairs: Sequence[Relative | None]
) -> Relative | None:
    """Read the relative expression that a mention stands in: with its neighbour, or by the words about it."""
    place = reading.place(index)
    if place is None:
        return None
    for left, other in ((index, index + 1), (index - 1, index - 1)):
        if (pair := pairs[left + 1]) is not None:
            far = reading.place(other)
            return replace(pair, other=far.id if far else None)
    mention = reading.mentions[index]
    if place.kind in _HOLDERS and not _CROSSINGS.isdisjoint(mention.type_kinds) and place.river_km is not None:
        return Relative("crossing")  # "the Changbai bridge"
    words = around[index]
    found = read_relation(words.before, words.after[:_AFTER_LENGTH].replace("\n", " "), place, words.cues)
    if found is not None and found.relation == "bank_of":
        return replace(found, other=_riverside_neighbour(reading, index, place))
    return found


def _pair(reading: Reading, left: int, around: Sequence[Surroundings]) -> Relative | None:
    """Read what is said of a mention and the next one at once."""
    if not reading.joint(left).text:
        return None
    one, other = reading.place(left), reading.place(left + 1)
    if one is None or other is None:
        return None
    right = reading.mentions[left + 1]
    after = right.text[len(right.name) :] + around[left + 1].after[:_AFTER_LENGTH]
    return read_pair(around[left].before, reading.joint(left).text, after, one, other)


def _riverside_neighbour(reading: Reading, index: int, river: Place) -> str | None:
    """Find the town or county that narrows a bank down: a neighbour in the clause that lies on that river."""
    name = river.id.removeprefix("river.")
    return next((p.id for p in reading.beside(index) if p.river == name and p.kind in _UNITS), None)


def _standing(place: Place, point: tuple[float | None, float | None], radius_m: float | None) -> _Standing:
    return _Standing(
        (
            place.id, place.name, place.kind, place.country or None, place.admin1 or None, *point, precision_of(place),
            radius_m,
        ),
        (place.river, _tenth(place.river_km), place.bank, _tenth(place.border_km)),
    )  # fmt: skip


def _tenth(km: float | None) -> float | None:
    """Round kilometres to what the line can bear."""
    return None if km is None else round(km, 1)


def _in_unit(placement: Placement) -> Placement:
    """Say of "Hyesan Mine", where only Hyesan is known, that it is a mine in Hyesan, under its own name."""
    return replace(
        placement, name=placement.text, relation="within", certainty="less-certain", rule="described-in-unit",
        anchors=(placement.place_id,) if placement.place_id else (),
    )  # fmt: skip


def _described(report_id: str, mention: Mention, holder: Place | None, role: Role, area: Area) -> Placement:
    """Place what no gazetteer lists: in the unit that the text names for it, under its own name."""
    kind = mention.type_kinds[0]
    if holder is None:
        return Placement(
            report_id, mention.start, mention.end, mention.text, None, mention.text, kind, None, None, None, None,
            "unlocated", None, role, None, None, None, None, None, "uncertain", "described-place",
        )  # fmt: skip
    lat, lon = representative_point(holder, typed=False, area=area)
    return Placement(
        report_id, mention.start, mention.end, mention.text, holder.id, mention.text, kind, holder.country,
        holder.admin1 or None, lat, lon, precision_of(holder), uncertainty_m(holder, typed=False, area=area), role, "within", holder.river,
        _tenth(holder.river_km), holder.bank, _tenth(holder.border_km), "less-certain", "described-in-unit", (), (holder.id,),
    )  # fmt: skip
