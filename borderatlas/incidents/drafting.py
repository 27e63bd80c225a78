"""Drafts of incidents from a report and its placements, to be reviewed by people.

A report gives a draft for each incident that it tells of: `cutting` makes statements of its sentences, `grouping` says
which of them tell of one incident, `placing` and `dating` say where and when, `draft_rows` puts it in columns. The draft
stands at the finest place that the title or the opening sentence names; the others are kept beside it. Where a source is
never becomes a place of the incident, unless the source speaks of what happens there: a report that names nothing else
is listed without coordinates.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.incidents.border_places import fine, is_border_place, is_near
from borderatlas.incidents.cutting import statements
from borderatlas.incidents.draft_rows import incident_of, is_in, unlocated
from borderatlas.incidents.grouping import grouped
from borderatlas.incidents.place_words import heads_of, spoken_of
from borderatlas.incidents.standing import is_alike, is_elliptical, is_of_leisure
from borderatlas.incidents.subject import NORTH, is_about_the_border, is_elsewhere, is_mostly_near
from borderatlas.models import Incident, Placement, Report
from borderatlas.reports.dates import dateline_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from borderatlas.incidents.groups import Group
    from borderatlas.incidents.statements import Statement
    from borderatlas.reports.sentences import Span

__all__ = ["draft", "draft_incidents", "is_border_place", "to_geodataframe"]
_DATELINE = re.compile(r"\([^()=\n]{2,40}=[^()\n]{2,16}\)")
_FEW_WORDS = 2
_A_FEW = 2
"""More incidents than these in the places of a province or along a river are what a report sums up."""
_FIRST = 4
"""Among so many first sentences a report names the place of what it tells, be it under a banner."""


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
    told = [p for p in placements if p.role == "incident" and is_border_place(p) and not is_in(p, _datelines(report))]
    told = sorted([*told, *spoken_of(report, placements), *heads_of(report, placements)], key=lambda p: p.start)
    if not told:
        return unlocated(report, placements) if is_about_the_border(report, placements) else []
    if is_elsewhere(report, placements, told):
        return []
    groups = [g for g in grouped(report, statements(report, told, placements), told) if _tells(g)]
    _inherit(groups)
    clear = [
        g
        for g in groups
        if g.is_clear or _opens_dated(g, is_first=g is groups[0]) or _opens_noted(g, is_first=g is groups[0])
    ]
    clear = [group for group in clear if not _is_overview(group, clear)]
    if not clear and (NORTH.search(report.text) or is_mostly_near(placements)):
        clear = [group for group in groups[:1] if not all(s.is_idle for s in group.told)]
    drafts = _told_once([incident_of(report, group, placements) for group in clear])
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


def _told_once(drafts: Sequence[Incident]) -> list[Incident]:
    """Leave out an undated draft where another tells, of the same place and type, when it was.

    A summary before the chapters of a report says what happened, and the chapter when.
    """
    dated = {(d.place_id, d.event_type) for d in drafts if d.date_start}
    return [d for d in drafts if d.date_start or (d.place_id, d.event_type) not in dated]


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


def _inherit(groups: Sequence[Group]) -> None:
    """Give a group that says no kind by its words that of the one before it: "In Pochon, another was found on May 3"."""
    for before, group in itertools.pairwise(groups):
        first = group.told[0]
        group.is_alike, group.is_left_open = is_alike(first.text), _is_left_open(first)
        if group.is_alike or (group.event_type == "other" and first.tells_something and not group.is_noted):
            group.inherited = before.kind


def _is_left_open(statement: Statement) -> bool:
    """Tell whether a statement leaves it to what stands before it to say what happened; in English some word says so."""
    return statement.is_east or statement.goes_on or statement.is_another or is_elliptical(statement.text)


def _opens_dated(group: Group, *, is_first: bool) -> bool:
    """Tell whether a group begins by saying where and when: then something happened, whatever it was."""
    first = group.told[0]
    fine_enough = {"day", "week", "month"} if is_first or first.is_noted else {"day"}
    dated = any(m.time_precision in fine_enough for m in first.told_dates)
    if not first.is_noted and is_of_leisure(" ".join(s.text for s in group.told[:2])):
        return False
    placed = first.placements or (first.is_noted and group.carried)
    return bool(placed) and dated and (is_first or first.tells_something)


def _opens_noted(group: Group, *, is_first: bool) -> bool:
    """Tell whether a group in Korean or Chinese begins with a place and what was there, of no type, on whatever day.

    The words for that (a visit, a strike, a suicide) are said of little else there; in English they are more common.
    """
    first = group.told[0]
    return (
        first.is_east
        and first.is_noted
        and bool(fine(first.placements))
        and (is_first or first.turns or first.is_headed)
    )


def _is_overview(group: Group, groups: Sequence[Group]) -> bool:
    """Tell whether a group only says of a province or a river, without a day, what others tell of places in it."""
    wide = [*group.placements, *group.named_in_title]
    if fine(wide) or group.dates:
        return False
    said = {kind for statement in group.told for kind in statement.scores}
    held = [other for other in groups if other is not group and any(is_near(p, wide) for p in fine(other.placements))]
    return len(held) > _A_FEW or any(group.kind == "other" or other.kind in said for other in held)
