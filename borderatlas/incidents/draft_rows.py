"""One draft: the columns of an incident, out of the statements that tell of it and the place that they agree on."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.incidents.border_places import BORDER_RIVERS, fine, holds, river_of
from borderatlas.incidents.cutting import statements
from borderatlas.incidents.dating import date_range
from borderatlas.incidents.groups import Group
from borderatlas.incidents.place_words import bank_said
from borderatlas.incidents.placing import in_title, primary
from borderatlas.incidents.prose import titles
from borderatlas.incidents.standing import looks_back
from borderatlas.incidents.vocabulary import PRECISIONS
from borderatlas.models import Incident, Placement, Report
from borderatlas.reports.sentences import Span, sentence_at, trimmed
from borderatlas.reports.spans import published_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from borderatlas.incidents.statements import Statement

_A_LIST = 3
"""A sentence that names more places than these speaks of the area that holds them all."""


def incident_of(report: Report, group: Group, placements: Sequence[Placement]) -> Incident:
    """Draft the incident of which a group of statements tells."""
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


def unlocated(report: Report, placements: Sequence[Placement]) -> list[Incident]:
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


def _quote(report: Report, group: Group, best: Placement, placements: Sequence[Placement]) -> Span:
    """Give the sentence of the body that names the place first, or the title when only that does."""
    spans = [statement.span for statement in group.statements]
    if best in group.carried:
        return trimmed(report.text, spans[0], spans[0][0])
    same = [p for p in placements if p.place_id == best.place_id and is_in(p, spans)]
    told = [p for p in same if p.role == "incident" and is_in(p, [s.span for s in group.told])] or same
    if not told and in_title(report, best):
        spans = [span for span in titles(report) if span[0] <= best.start < span[1]]
    offset = min((p.start for p in told), default=best.start)
    return trimmed(report.text, sentence_at(spans, offset), offset)


def is_in(placement: Placement, spans: Iterable[Span]) -> bool:
    """Tell whether a mention stands in one of some stretches."""
    return any(start <= placement.start < end for start, end in spans)


def _id(report: Report, quote: Span) -> str:
    return sha256(f"{report.id}\0{quote[0]}:{quote[1]}".encode()).hexdigest()[:12]


def _ids(placements: Iterable[Placement]) -> str:
    return ";".join(dict.fromkeys(p.place_id for p in sorted(placements, key=lambda p: p.start) if p.place_id))


def _source_ids(placements: Iterable[Placement]) -> str:
    return _ids(p for p in placements if p.role == "source" and p.kind != "country")
