"""What can happen on this border, and what a precision means, as tables: the terms of the incident table.

The incident types are local, because no scheme of the field has smuggling, bribery or a change of the fence. Each has a
crosswalk to ACLED ("event type: sub-event type") and PLOVER ("TYPE/mode") where one fits, and nothing where none does.
The crosswalks are from memory of the two codebooks (`CROSSWALK_BASIS`): verify before publishing figures by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from borderatlas.incidents.cues import classify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderatlas.models import Precision

__all__ = [
    "CROSSWALK_BASIS",
    "INCIDENT_TYPES",
    "PRECISIONS",
    "IncidentType",
    "PrecisionTerm",
    "classify",
    "precision_rank",
]

CROSSWALK_BASIS = "memory"


@dataclass(frozen=True, slots=True)
class IncidentType:
    """A kind of incident.

    Attributes
    ----------
    id : str
        The value of ``event_type`` in the incident table.
    en, ko, zh : str
        Labels.
    definition : str
        What belongs to it, and what does not.
    acled : str
        ``event type: sub-event type`` of ACLED; empty where none fits.
    plover : str
        ``TYPE`` or ``TYPE/mode`` of PLOVER; empty where none fits.
    parent : str
        Id of the wider type that it is a kind of; empty for most.
    """

    id: str
    en: str
    ko: str
    zh: str
    definition: str
    acled: str = ""
    plover: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class PrecisionTerm:
    """What a precision means, in words and in the codes of ACLED and UCDP GED.

    Attributes
    ----------
    id : str
        The value of ``precision`` in the incident table.
    en, ko, zh : str
        Words for people.
    geo_precision : int or None
        ACLED: 1 town, 2 a town that stands for an area, 3 a larger region. None where nothing is located.
    where_prec : int or None
        UCDP GED: 1 exact, 2 about a known place, 3 second-order unit, 4 first-order unit, 5 line or fuzzy polygon,
        6 country, 7 international waters (not used here).
    """

    id: Precision
    en: str
    ko: str
    zh: str
    geo_precision: int | None
    where_prec: int | None


_STRATEGIC = "Strategic developments: Other"
_ARREST = "Strategic developments: Arrests"
_ATTACK = "Violence against civilians: Attack"

_TYPES = (
    IncidentType("crossing", "Crossing", "월경·탈북", "越境",
                 "People leave or enter without leave, or try to; journeys of delegations over a crossing. Soldiers who "
                 "leave their post are desertion."),
    IncidentType("repatriation", "Repatriation", "송환", "遣返", "One state hands people, or bodies, over to the other.",
                 _STRATEGIC, "COERCE/deport"),
    IncidentType("shooting", "Shooting", "총격", "枪击", "Shots, killings, robberies and fights between people, on either bank. "
                 "A death by sentence is an execution.", _ATTACK, "ASSAULT"),
    IncidentType("desertion", "Desertion", "탈영", "逃兵", "Soldiers or guards leave their post or cross over, and the hunt "
                 "for them.", parent="crossing"),
    IncidentType("smuggling", "Smuggling", "밀수", "走私", "Goods or drugs are moved over the border unlawfully, or a state "
                 "agency does so outside its own rules; seizures of such goods."),
    IncidentType("bribery", "Bribery", "뇌물·부패", "贿赂", "Officials take or demand money: bribes, protection fees, collusion."),
    IncidentType("arrest", "Arrest", "체포·단속", "逮捕", "Arrests, detentions, trials, inspections and crackdowns on people.",
                 _ARREST, "COERCE/arrest"),
    IncidentType("execution", "Execution", "처형", "处决", "Death by sentence, public or secret.", _ATTACK, "ASSAULT"),
    IncidentType("surveillance", "Surveillance", "감시·전파 방해", "监控", "Cameras, detectors, jamming, tracking and other means "
                 "of watching people or their calls."),
    IncidentType("border_works", "Border works", "국경 시설", "边境设施", "Fences, posts, walls, roads and patrol tracks are built, "
                 "repaired or removed."),
    IncidentType("closure", "Closure", "봉쇄", "封锁", "A place, bank, crossing or tour is closed or reopened to people; lockdowns "
                 "and quarantine of towns.", "", "COERCE/restrict"),
    IncidentType("trade", "Trade", "무역·세관", "贸易", "Lawful goods, customs, bridges for traffic, tours, labour and zones."),
    IncidentType("disaster", "Disaster", "재해", "灾害", "Floods, storms, landslides, explosions and other accidents."),
    IncidentType("health", "Health", "보건·전염병", "卫生", "Disease and measures against it, of people and animals."),
    IncidentType("trafficking", "Trafficking", "인신매매·납치", "人口贩卖", "People are sold, abducted or lured over the border.",
                 "Violence against civilians: Abduction/forced disappearance", "ASSAULT/abduct"),
    IncidentType("military", "Military", "군사", "军事", "Troops, mines and exercises along the border; deployments.",
                 _STRATEGIC, "MOBILIZE"),
    IncidentType("other", "Other", "기타", "其他", "An incident of no other type, or one that the rules do not tell."),
)  # fmt: skip

INCIDENT_TYPES: Mapping[str, IncidentType] = MappingProxyType({kind.id: kind for kind in _TYPES})
"""The incident types by id, in the order in which they are listed to people."""

_TERMS = (
    PrecisionTerm("exact", "at the place itself", "정확한 지점", "确切地点", 1, 1),
    PrecisionTerm("settlement", "in or about the town", "마을·도시", "城镇", 1, 1),
    PrecisionTerm("river_reach", "on a stretch of the river", "강의 한 구간", "河段", 2, 5),
    PrecisionTerm("county", "somewhere in the county", "군 단위", "县一级", 2, 3),
    PrecisionTerm("border_strip", "along a part of the border", "접경 지대", "边境地带", 3, 5),
    PrecisionTerm("province", "somewhere in the province", "도 단위", "省一级", 3, 4),
    PrecisionTerm("river", "somewhere on the river", "강 전체", "整条河", 3, 5),
    PrecisionTerm("country", "somewhere in the country", "국가 단위", "国家一级", 3, 6),
    PrecisionTerm("unlocated", "no place is given", "위치 없음", "无地点", None, None),
)

PRECISIONS: Mapping[str, PrecisionTerm] = MappingProxyType({term.id: term for term in _TERMS})
"""The precisions by id, finest first."""


def precision_rank(precision: str) -> int:
    """Give the place of a precision in the order from finest (0) to none."""
    return list(PRECISIONS).index(precision)
