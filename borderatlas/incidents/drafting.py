"""Drafts of incidents from a report and its placements, to be reviewed by people.

A report gives a draft for each incident that it tells of: `statements` reads its sentences, `grouping` says which of
them tell of one incident, `placing` and `dating` say where and when. The draft stands at the finest place that the title
or the opening sentence names; the others are kept beside it. Where a source is never becomes a place of the incident,
unless the source speaks of what happens there: a report that names nothing else is listed without coordinates.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.incidents.border_places import BORDER_RIVERS, fine, holds, is_border_place, is_near, river_of
from borderatlas.incidents.cutting import statements
from borderatlas.incidents.dating import date_range
from borderatlas.incidents.grouping import grouped
from borderatlas.incidents.groups import Group
from borderatlas.incidents.place_words import bank_said, heads_of, spoken_of, weight_of
from borderatlas.incidents.placing import in_title, primary
from borderatlas.incidents.prose import titles
from borderatlas.incidents.standing import looks_back
from borderatlas.incidents.vocabulary import PRECISIONS
from borderatlas.models import Incident, Placement, Report
from borderatlas.reports.dates import dateline_date
from borderatlas.reports.sentences import Span, sentence_at, trimmed
from borderatlas.reports.spans import published_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from borderatlas.incidents.statements import Statement

__all__ = ["draft", "draft_incidents", "is_border_place", "to_geodataframe"]

_BORDER_WORDS = re.compile(
    r"\bborders?\b|\bfrontier|\bYalu\b|\bTumen\b|\bAmnok|국경|접경|압록강|두만강|边境|邊境|边界|邊界|鸭绿江|鴨綠江|图们江|圖們江",
    re.IGNORECASE,
)

_NORTH = re.compile(r"North Korea|N\. ?Korea|DPRK|북한|조선|북측|朝鲜|朝鮮|北韓|北韩")
_DATELINE = re.compile(r"\([^()=\n]{2,40}=[^()\n]{2,16}\)")
_AT_THE_BORDER = frozenset({"CN", "KP", "RU"})
_FEW_WORDS = 2
_A_LIST = 3
"""A sentence that names more places than these speaks of the area that holds them all."""
_A_FEW = 2
"""More incidents than these in the places of a province or along a river are what a report sums up."""
_FIRST = 4
"""Among so many first sentences a report names the place of what it tells, be it under a banner."""
_IN_PASSING = 3
"""A report of whose located places fewer than one in so many lie at the border is about something else."""

_OPENING = re.compile(r"(?:[^.。]*[.。]){1,3}")
"""The first sentences of a text: what a report is about stands there."""


def draft(report: Report, placements: Sequence[Placement]) -> list[Incident]:
    """Draft the incidents of one report. Pure: the same report and placements give the same drafts.

    Parameters
    ----------
    report : Report
        The report that was read.
    placements : sequence of Placement
        What the geocoder made of its mentions; those with the role ``incident`` place the drafts.

    Returns
    -------
    list of Incident
        In the order of the text; empty for a report that is not about the border, or that tells of nothing that happened.
    """
    if report.published is None:
        report = replace(report, published=dateline_date(report.text))
    told = [p for p in placements if p.role == "incident" and is_border_place(p) and not _is_in(p, _datelines(report))]
    told = sorted([*told, *spoken_of(report, placements), *heads_of(report, placements)], key=lambda p: p.start)
    if not told:
        return _unlocated(report, placements) if _about_the_border(report, placements) else []
    if _is_elsewhere(report, placements, told):
        return []
    groups = [g for g in grouped(report, statements(report, told, placements), told) if _tells(g)]
    _inherit(groups)
    clear = [group for group in groups if group.kind != "other" or _opens_dated(group, is_first=group is groups[0])]
    clear = [group for group in clear if not _is_overview(group, clear)]
    if not clear and (_NORTH.search(report.text) or _is_mostly_near(placements)):
        clear = [group for group in groups[:1] if not all(s.is_idle for s in group.told)]
    drafts = [_incident(report, group, placements) for group in clear]
    return list({_what(incident): incident for incident in reversed(drafts)}.values())[::-1]


def draft_incidents(
    reports: Iterable[Report], placements_by_report: Mapping[str, Sequence[Placement]]
) -> list[Incident]:
    """Draft the incidents of many reports, given the placements of each by its id."""
    return [incident for report in reports for incident in draft(report, placements_by_report.get(report.id, ()))]


def to_geodataframe(
    incidents: Sequence[Incident], footprint: Callable[[Incident], BaseGeometry | None]
) -> GeoDataFrame:
    """Make a GeoDataFrame (EPSG:4326) of incidents, one row each, with the columns of `Incident` and a geometry.

    Parameters
    ----------
    incidents : sequence of Incident
        The rows, in this order.
    footprint : callable
        Gives the ground that an incident covers, in longitude and latitude; None for one that is not located.
    """
    import geopandas as gpd

    from borderatlas.incidents.tables import typed_frame

    names = [column.name for column in fields(Incident)]
    columns: dict[str, list[Any]] = {name: [getattr(incident, name) for incident in incidents] for name in names}
    geometry = [footprint(incident) for incident in incidents]
    return gpd.GeoDataFrame(typed_frame(columns), geometry=geometry, crs=settings.storage_crs)


def _datelines(report: Report) -> list[Span]:
    """Give the brackets in which Korean agencies say where they write from: (훈춘·투먼=연합뉴스)."""
    return [match.span() for match in _DATELINE.finditer(report.text)]


def _what(incident: Incident) -> tuple[str | None, str, str | None]:
    """Say what makes two drafts one: place, type and first day; the second telling of it is left out."""
    return incident.place_id, incident.event_type, incident.date_start


def _tells(group: Group) -> bool:
    """Tell whether a group of statements tells of an incident at a place, and not of habits, plans or denials.

    What kind it is may be open where the place is named at once.
    """
    if not group.told or not (group.placements or group.named_in_title):
        return False
    named = [s for s in group.told if s.placements]
    if named and not group.named_in_title and all(_is_bare(s) for s in named):
        return False
    return group.event_type != "other" or bool(
        group.told[0].is_noted or group.named_in_title or any(statement.placements for statement in group.told[:_FIRST])
    )


def _is_bare(statement: Statement) -> bool:
    """Tell whether a statement only lists names: "Then Changbai, Shenyang, Kunming, Bangkok"."""
    text = statement.text
    return text.isascii() and not statement.tells_something and len(re.findall(r"\b[a-z]+", text)) <= _FEW_WORDS


def _is_elsewhere(report: Report, placements: Sequence[Placement], told: Sequence[Placement]) -> bool:
    """Tell whether a report is about other parts of the world, and names the border, or a namesake, in passing."""
    located = [p for p in placements if p.kind != "country" and p.precision != "unlocated"]
    located = [p for p in located if p.role != "dateline" or p in told]
    near = [p for p in located if _is_near(p)]
    if _opens_elsewhere(report, located):
        return True
    abroad = [p for p in located if not _is_near(p) and not set((p.country or "").split("/")) & _AT_THE_BORDER]
    if len(abroad) >= max(len(near), 1) and not _NORTH.search(report.text):
        return True
    if _is_mostly_near(placements) or any("KP" in (p.country or "") for p in placements if p.kind == "country"):
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


def _inherit(groups: Sequence[Group]) -> None:
    """Give a group that says no kind by its words that of the one before it: "In Pochon, another was found on May 3"."""
    for before, group in itertools.pairwise(groups):
        if group.event_type == "other" and group.told[0].tells_something and not group.is_noted:
            group.inherited = before.kind


def _opens_dated(group: Group, *, is_first: bool) -> bool:
    """Tell whether a group begins by saying where and when: then something happened, whatever it was."""
    first = group.told[0]
    fine_enough = {"day", "week", "month"} if is_first or first.is_noted else {"day"}
    dated = any(m.time_precision in fine_enough for m in first.told_dates)
    placed = first.placements or (first.is_noted and group.carried)
    return bool(placed) and dated and (is_first or first.tells_something)


def _is_overview(group: Group, groups: Sequence[Group]) -> bool:
    """Tell whether a group only says of a province or a river, without a day, what others tell of places in it."""
    wide = [*group.placements, *group.named_in_title]
    if fine(wide) or group.dates:
        return False
    said = {kind for statement in group.told for kind in statement.scores}
    held = [other for other in groups if other is not group and any(is_near(p, wide) for p in fine(other.placements))]
    return len(held) > _A_FEW or any(group.kind == "other" or other.kind in said for other in held)


def _is_near(placement: Placement) -> bool:
    return is_border_place(placement) or (placement.country or "").startswith("KP")


def _is_mostly_near(placements: Sequence[Placement]) -> bool:
    located = [p for p in placements if p.kind != "country" and p.precision != "unlocated" and p.role != "dateline"]
    return sum(_is_near(p) for p in located) * 2 > len(located)


# --- one incident -----------------------------------------------------------------------------------------------------


def _incident(report: Report, group: Group, placements: Sequence[Placement]) -> Incident:
    spans = [statement.span for statement in group.told]
    named = [*group.placements, *group.named_in_title]
    best = primary(report, named, spans, fit=[s.span for s in group.told if _tells_finely(s, group)])
    quote = _quote(report, group, best, placements)
    others = [p for p in named if p.place_id and not holds(p.place_id, best.place_id)]
    term = PRECISIONS[best.precision]
    km_from, km_to = _river_stretch(best)
    return _finished(
        report, group, quote,
        place_id=best.place_id, place_name=best.name, name_verbatim=best.text, latitude=best.lat,
        longitude=best.lon, country=best.country, admin1=best.admin1, precision=best.precision,
        uncertainty_m=best.uncertainty_m, geo_precision=term.geo_precision, where_prec=term.where_prec,
        relation=best.relation, river=river_of(best), river_km_from=km_from, river_km_to=km_to,
        bank=best.bank or bank_said(report.text, best),
        other_place_ids=_ids(others), source_place_ids=_source_ids(placements),
        certainty=best.certainty, rule=best.rule,
    )  # fmt: skip


def _tells_finely(statement: Statement, group: Group) -> bool:
    """Tell whether a statement tells its group's incident again, with the day or of the same people."""
    to_the_day = any(m.time_precision == "day" for m in statement.told_dates)
    if looks_back(statement.text) and not statement.goes_on:
        return False
    same = statement.event_type in {"other", group.kind}
    few = len({p.place_id for p in fine(statement.placements)}) <= _A_LIST
    first = group.told[0]
    opened_by_a_voice = first.event_type == "other" and not first.dates and statement.event_type != "other"
    undated = not statement.dates or opened_by_a_voice
    soon = few and statement in group.told[1:3] and same and undated
    rivers = {p.place_id for p in group.placements if p.place_id in BORDER_RIVERS}
    return statement.goes_on or (to_the_day and statement.event_type != "other") or (soon and len(rivers) <= 1)


def _river_stretch(placement: Placement) -> tuple[float | None, float | None]:
    """Give the river kilometres of a point twice, those of a reach by its length, and none for an area or a river.

    The radius of a reach is half its length and the width in which it is drawn.
    """
    km = placement.river_km
    if km is None or placement.precision not in {"exact", "settlement", "river_reach"}:
        return None, None
    if placement.precision != "river_reach":
        return km, km
    half_km = max((placement.uncertainty_m or 0) - settings.reach_half_width_m, 0) / 1000
    return round(max(km - half_km, 0), 1), round(km + half_km, 1)


def _unlocated(report: Report, placements: Sequence[Placement]) -> list[Incident]:
    """Draft the one incident of a report that tells of the border and names no place of it."""
    group = Group(statements(report, (), placements), title=report.title or "")
    if not group.told or group.event_type == "other":
        return []
    first = group.told[0].span
    place: dict[str, Any] = dict.fromkeys(
        [
            "place_id",
            "place_name",
            "name_verbatim",
            "latitude",
            "longitude",
            "country",
            "admin1",
            "uncertainty_m",
            "geo_precision",
            "where_prec",
            "relation",
            "river",
            "river_km_from",
            "river_km_to",
            "bank",
        ]
    )
    place |= {"precision": "unlocated", "certainty": "uncertain", "rule": "draft-unlocated", "other_place_ids": ""}
    quote = trimmed(report.text, first, first[0])
    return [_finished(report, group, quote, source_place_ids=_source_ids(placements), **place)]


def _finished(report: Report, group: Group, quote: Span, **place: Any) -> Incident:
    """Add to the columns of the place those of the time, the kind and the report."""
    kind = group.kind
    date_start, date_end, time_precision = date_range(report, group.told, quote, kind)
    source = published_span(report.published)
    return Incident(
        id=_id(report, quote),
        report=report.id,
        title=report.title,
        date_start=date_start,
        date_end=date_end,
        time_precision=time_precision,
        event_type=kind,
        quote=report.text[quote[0] : quote[1]],
        quote_start=quote[0],
        quote_end=quote[1],
        publisher=report.publisher,
        source_date=report.published if source else None,
        source_url=report.url,
        language=report.language,
        review_status="machine",
        **place,
    )


def _id(report: Report, quote: Span) -> str:
    return sha256(f"{report.id}\0{quote[0]}:{quote[1]}".encode()).hexdigest()[:12]


def _ids(placements: Iterable[Placement]) -> str:
    return ";".join(dict.fromkeys(p.place_id for p in sorted(placements, key=lambda p: p.start) if p.place_id))


def _source_ids(placements: Iterable[Placement]) -> str:
    return _ids(p for p in placements if p.role == "source" and p.kind != "country")


def _quote(report: Report, group: Group, best: Placement, placements: Sequence[Placement]) -> Span:
    """Give the sentence of the body that names the place first, or the title when only that does."""
    spans = [statement.span for statement in group.statements]
    if best in group.carried:
        return trimmed(report.text, spans[0], spans[0][0])
    same = [p for p in placements if p.place_id == best.place_id and _is_in(p, spans)]
    told = [p for p in same if p.role == "incident" and _is_in(p, [s.span for s in group.told])] or same
    if not told and in_title(report, best):
        spans = [span for span in titles(report) if span[0] <= best.start < span[1]]
    offset = min((p.start for p in told), default=best.start)
    return trimmed(report.text, sentence_at(spans, offset), offset)


def _is_in(placement: Placement, spans: Iterable[Span]) -> bool:
    return any(start <= placement.start < end for start, end in spans)


def _about_the_border(report: Report, placements: Sequence[Placement]) -> bool:
    """Tell whether a report without a place of its own is about this border: it says so, and names both sides."""
    prose = " ".join(report.text[s.start : s.end] for s in report.sections)
    if not _BORDER_WORDS.search(prose):
        return False
    countries = {code for p in placements for code in (p.country or "").split("/")}
    near_source = any(p.role == "source" and is_border_place(p) for p in placements)
    return near_source or ("KP" in countries and bool(countries & {"CN", "RU"}))
