"""Mention + candidates → the place that is meant, with the reasons. Pure: no text is read here, no state kept.

Hard rules first (the type word, what a name needs), then evidence that is added up: what contains the candidate and is
named too, on which side of the border the neighbours lie, how near the other places of the report are. Each reason has
a weight that is written down once, in `WEIGHTS`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from borderatlas.gazetteer.names import script_of
from borderatlas.gazetteer.places import lies_within
from borderatlas.gazetteer.typewords import names_its_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Certainty, Mention, Name, Place

WEIGHTS: dict[str, float] = {
    "type-word": 4.0,       # the type word asks for this kind of place
    "type-exact": 2.5,      # it is of the very kind that the word says: a county, not a city
    "containment": 5.0,     # the unit named beside it contains the candidate
    "contradiction": -6.0,  # the unit named beside it does not
    "river-cue": 4.0,       # "the Tumen", "crossed the …", "A and B rivers"
    "town-cue": 1.5,        # a bare "in Tumen", without article
    "unit-named": 2.0,      # its county or province is named in the report
    "country-named": 0.5,   # its country is
    "country-of-most": 1.0, # most places of the report lie in its country
    "near-others": 1.5,     # it lies within 80 km of a place already resolved
    "border": 1.0,          # it lies within 30 km of the border
    "unit": 1.0,            # it is a county, a city or a province, not a part of one
    "preferred": 0.3,       # the name is its first one
    "population": 0.4,      # it has more than 100,000 people
    "misspelling": -1.0,
    "former": -0.5,
}  # fmt: skip

_HEAVIEST_FIRST = tuple(sorted(WEIGHTS, key=lambda reason: (-WEIGHTS[reason], reason)))
_NEAR_KM = 80.0
_RIVERSIDE_KM = 15.0
_DUMPED = "geonames."  # ids of places that a user's own dump adds: thousands of villages, none of them rare enough
_RARE_LENGTH = 8  # letters: Kaishantun, Badaogou
_BARE = ("ri", "ni", "-li", "dong", "up", "리", "동", "읍", "里", "洞")  # dozens of villages have each of these names
_KIN_KM = 60.0
"""A small place counts as one of the report's when it lies this near to a town that the report names."""
_BORDER_KM = 30.0
_POPULOUS = 100_000
_CLEAR_MARGIN = 2.0
# Names that a report may use bare once it has named them in full, for their other meanings do not come in such reports.
_SELDOM_WORDS = frozenset(
    """
    신도 삼수 초산 우시 연사 후창 은덕 새별 천마 위연 유선 임도 림도 밀강 백금 덕화 경신 판석 량수 양수 마선 청석 노과 로과 류동 유동
    호산 전양 연와 누방 루방 임강 림강 돈화 둔화 무송 관전 봉성 환인 룡성 송강 백룡 저장
    """.split()
)
_UNITS = frozenset({"country", "province", "prefecture", "county", "city"})
_WATER = frozenset({"river", "tributary"})
_AT_LEAST_TWO = 2
_NEEDS = ("", "context", "parent", "type")  # what a name needs, from least to most
_SUPPORT = frozenset({"containment", "type-word", "unit-named", "near-others"})
_EARTH_DIAMETER_KM = 12_742.0
KM_A_DEGREE = 111.0
"""Kilometres to a degree of latitude, a little fewer than on the sphere of `distance_km`: what lies farther is far."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report around a mention says about the place that is meant.

    Attributes
    ----------
    container : str or None
        Id of the unit named directly beside the mention ("Onsong county, North Hamgyong").
    content : str or None
        Id of the place named directly beside it that it is said to contain: Wonsan, for "Wonsan, Kangwon Province".
    is_river : bool or None
        True where the words around ask for a river, False where they ask for a town, None where they say nothing.
    named : frozenset of str
        Ids of the places that the report names without doubt, with all that contain them.
    countries : frozenset of str
        ISO 3166-1 codes of the countries of those places.
    most : str or None
        The country in which most of those places lie, countries themselves not counted.
    points : tuple of (lat, lon)
        Representative points of those of them that are towns or counties, degrees.
    told : frozenset of str
        Ids of riverside places that the words about a mention ask for, in a report of this border.
    companion : str or None
        Id of the place that stands beside the mention in a list ("Wangqing and Antu").
    """

    container: str | None = None
    content: str | None = None
    is_river: bool | None = None
    named: frozenset[str] = field(default_factory=frozenset)
    countries: frozenset[str] = field(default_factory=frozenset)
    most: str | None = None
    points: tuple[tuple[float, float], ...] = ()
    told: frozenset[str] = frozenset()
    companion: str | None = None

    def beside(
        self, container: str | None, content: str | None, *, is_river: bool | None, companion: str | None = None
    ) -> Evidence:
        """Add what stands directly beside one mention to what the whole report says."""
        return Evidence(
            container, content, is_river, self.named, self.countries, self.most, self.points, self.told, companion
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate with its score and the reasons for it, the largest first.

    Attributes
    ----------
    place : Place
    name : Name
        The name by which it was found.
    score : float
    reasons : tuple of str
        Keys of `WEIGHTS`.
    """

    place: Place
    name: Name
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of matching one mention: the match, the rule that decided, how sure it is, who was refused."""

    match: Match
    rule: str
    certainty: Certainty
    refused: tuple[str, ...]


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Give the great-circle distance between two ``(lat, lon)`` points in degrees, km (haversine formula)."""
    (lat_a, lon_a), (lat_b, lon_b) = a, b
    half = sin(radians(lat_b - lat_a) / 2) ** 2
    half += cos(radians(lat_a)) * cos(radians(lat_b)) * sin(radians(lon_b - lon_a) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(min(1.0, sqrt(half)))


def decide(mention: Mention, evidence: Evidence, gazetteer: Gazetteer) -> Decision | None:
    """Choose the place that a mention means.

    Parameters
    ----------
    mention : Mention
        With at least one candidate.
    evidence : Evidence
        What the report says around it.
    gazetteer : Gazetteer
        Where the candidates are.

    Returns
    -------
    Decision or None
        None when no candidate may stand for the name here.
    """
    allowed = _allowed(mention, evidence, gazetteer)
    ranked = rank(mention, allowed, evidence, gazetteer)
    if not ranked:
        return None
    best = ranked[0]
    refused = tuple(dict.fromkeys([i for i, _ in mention.candidates if i != best.place.id]))
    return Decision(best, _rule(best, rivals=len(ranked) > 1), _certainty(ranked), refused)


def rank(
    mention: Mention, candidates: Iterable[tuple[str, Name]], evidence: Evidence, gazetteer: Gazetteer
) -> list[Match]:
    """Score candidates against the evidence, best first; of equal scores the name that needs less, then the smaller id.

    "The Friendship Bridge" is Dandong's wherever the report names both Dandong and Hyesan, whose bridge is one too.
    """
    best: dict[str, Match] = {}
    for place_id, name in candidates:
        match = _score(mention, gazetteer[place_id], name, evidence, gazetteer)
        if place_id not in best or match.score > best[place_id].score:
            best[place_id] = match
    if len(best) < _AT_LEAST_TWO:
        return list(best.values())
    return sorted(best.values(), key=lambda m: (-m.score, _NEEDS.index(m.name.needs or ""), m.place.id))


def _allowed(mention: Mention, evidence: Evidence, gazetteer: Gazetteer) -> list[tuple[str, Name]]:
    """Keep the candidates that the type word allows and whose name has what it needs."""
    entries = list(mention.candidates)
    if mention.type_kinds:
        typed = [(i, n) for i, n in entries if gazetteer[i].kind in mention.type_kinds]
        entries = typed or [(i, n) for i, n in entries if n.needs != "type"]
    elif evidence.is_river:
        entries = [(i, n) for i, n in entries if gazetteer[i].kind in _WATER] or entries
    return [
        (i, n) for i, n in entries if not n.needs or _has_what_it_needs(mention, gazetteer[i], n, evidence, gazetteer)
    ]


def _has_what_it_needs(mention: Mention, place: Place, name: Name, evidence: Evidence, gazetteer: Gazetteer) -> bool:  # noqa: PLR0911 - one return a rule
    typed = place.kind in mention.type_kinds
    if (typed and name.needs != "parent") or (name.needs == "type" and names_its_type(name.text)):
        return True
    if place.id in evidence.told and name.needs != "type":
        return True
    is_a_person = name.needs == "type" and " " in mention.name  # Kim Jong Suk, Kim Hyong Jik and other fighters
    if (
        evidence.companion
        and not is_a_person
        and place.kind in _UNITS
        and _is_sister(place, evidence.companion, gazetteer)
    ):
        return evidence.companion in evidence.named or "KP" in evidence.countries
    if name.needs == "type" and mention.name in _SELDOM_WORDS and _is_pointed_at(mention, place, evidence):
        return True
    if name.needs == "type":  # a county of a person's name: "in Kim Hyong Jik" is one too
        return mention.is_locative and place.kind == "county" and " " in mention.name
    if evidence.container and gazetteer.contains(evidence.container, place.id):
        return True
    if not evidence.named.isdisjoint(gazetteer.units_of(place.id)):
        return True
    if _is_near(place, evidence.points, _KIN_KM) or _speaks_for_itself(mention, place, name, evidence, gazetteer):
        return True
    return name.needs == "context" and bool(evidence.countries & {"KP"} or evidence.points)


def _is_pointed_at(mention: Mention, place: Place, evidence: Evidence) -> bool:
    """Tell whether a name that is seldom a word is used as a place's: named in full before, or 삼수 쪽, 초산 방면."""
    if place.id in evidence.named:
        return True
    return mention.is_locative and _is_near(place, evidence.points, _KIN_KM)


def _is_sister(place: Place, other: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a unit and another are of one province or prefecture: then a list of both names them both."""
    sister = gazetteer[other]
    return place.id != other and sister.kind in _UNITS and place.parent is not None and place.parent == sister.parent


def _speaks_for_itself(mention: Mention, place: Place, name: Name, evidence: Evidence, gazetteer: Gazetteer) -> bool:
    """Tell whether a name on the border is rare enough, or used as only a place's name is, to need nothing else."""
    if place.border_km is None or place.border_km > _RIVERSIDE_KM or place.id.startswith(_DUMPED):
        return False
    if name.needs == "context" and mention.is_locative and script_of(mention.name) == "Hang":
        return True
    is_typed = place.kind in mention.type_kinds and not mention.text.lower().endswith(_BARE)
    if is_typed and _nothing_else_is_named(place, evidence, gazetteer):
        return len({i for i, _ in mention.candidates}) == 1
    return len(mention.name) >= _RARE_LENGTH and len({i for i, n in mention.candidates if n.needs != "type"}) == 1


def _nothing_else_is_named(place: Place, evidence: Evidence, gazetteer: Gazetteer) -> bool:
    """Tell whether the report names no unit but those that contain the place: then a type word is enough ("Mijiang township")."""
    around = {place.id, *gazetteer.ancestors(place.id)}
    return all(other in around or gazetteer[other].kind == "country" for other in evidence.named)


def _score(mention: Mention, place: Place, name: Name, evidence: Evidence, gazetteer: Gazetteer) -> Match:
    reasons = _weighed(_of_itself(place, name) | _of_words(mention, place, evidence, gazetteer))
    return Match(place, name, _sum(reasons), reasons)


_BIT = {reason: 1 << number for number, reason in enumerate(_HEAVIEST_FIRST)}
"""Reasons are gathered as a set of bits: of the sixteen, few hold, and the same ones again and again."""


@cache
def _weighed(bits: int) -> tuple[str, ...]:
    """Give the reasons of a set of bits, the heaviest first."""
    return tuple(reason for reason in _HEAVIEST_FIRST if bits & _BIT[reason])


@cache
def _sum(reasons: tuple[str, ...]) -> float:
    return round(sum(WEIGHTS[reason] for reason in reasons), 2)


def _of_itself(place: Place, name: Name) -> int:
    """Gather the reasons that a place and its name bring along, whatever the report says."""
    bits = 0
    if lies_within(place, _BORDER_KM):
        bits |= _BIT["border"]
    if place.kind in _UNITS:
        bits |= _BIT["unit"]
    if (place.population or 0) > _POPULOUS:
        bits |= _BIT["population"]
    return bits | _BY_NAME_TYPE.get(name.name_type, 0)


_BY_NAME_TYPE = {kind: _BIT[kind] for kind in ("preferred", "misspelling", "former")}


def _of_words(mention: Mention, place: Place, evidence: Evidence, gazetteer: Gazetteer) -> int:
    """Gather the reasons that the words of the report give."""
    bits = _of_what_is_beside(mention, place, evidence, gazetteer)
    if evidence.named and not evidence.named.isdisjoint(gazetteer.units_of(place.id)):
        bits |= _BIT["unit-named"]
    if evidence.countries:
        countries = place.country.split("/")
        if not evidence.countries.isdisjoint(countries):
            bits |= _BIT["country-named"]
        if evidence.most is not None and evidence.most in countries:
            bits |= _BIT["country-of-most"]
    if evidence.points and _is_near(place, evidence.points):
        bits |= _BIT["near-others"]
    return bits


def _of_what_is_beside(mention: Mention, place: Place, evidence: Evidence, gazetteer: Gazetteer) -> int:
    bits = 0
    if place.kind in mention.type_kinds:
        bits |= _BIT["type-word"] | (_BIT["type-exact"] if place.kind == mention.type_kinds[0] else 0)
    if evidence.container is not None:
        if gazetteer.contains(evidence.container, place.id):
            bits |= _BIT["containment"]
        elif "/" not in place.country:
            bits |= _BIT["contradiction"]
    if evidence.content is not None and gazetteer.contains(place.id, evidence.content):
        bits |= _BIT["containment"]
    if evidence.is_river is not None and evidence.is_river is (place.kind in _WATER):
        bits |= _BIT["river-cue" if evidence.is_river else "town-cue"]
    return bits


def _is_near(place: Place, points: Sequence[tuple[float, float]], limit_km: float = _NEAR_KM) -> bool:
    if place.lat is None or place.lon is None or place.location_precision == "inherited":
        return False
    lat, here = place.lat, (place.lat, place.lon)
    band = limit_km / KM_A_DEGREE
    for point in points:  # what lies farther north or south than the limit need not be measured
        if abs(lat - point[0]) <= band and point != here and distance_km(here, point) <= limit_km:
            return True
    return False


def _rule(match: Match, *, rivals: bool) -> str:
    """Name the rule that decided: the heaviest reason that is one, else the name alone.

    What the report names elsewhere decides only between rivals, or for a name that needs it.
    """
    deciding = {"containment", "type-word", "river-cue"}
    if rivals or match.name.needs:
        deciding |= {"unit-named", "near-others"}
    return next((r for r in match.reasons if r in deciding), "exact-name")


def _certainty(ranked: list[Match]) -> Certainty:
    """Certain: no rival. Less certain: a clear lead, or a name that is a misspelling. Uncertain: a narrow one."""
    best = ranked[0]
    if best.score < 0:
        return "uncertain"
    if len(ranked) == 1:
        in_doubt = best.name.name_type == "misspelling" or (best.name.needs and not _SUPPORT.intersection(best.reasons))
        return "less-certain" if in_doubt else "certain"
    margin = best.score - ranked[1].score
    if margin >= WEIGHTS["type-word"]:
        return "certain"
    return "less-certain" if margin >= _CLEAR_MARGIN else "uncertain"
