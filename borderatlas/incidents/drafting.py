"""Drafts of incidents from a report and its placements, to be reviewed by people.

A report gives one draft, or one for each stretch of paragraphs that tells of a place of its own on a day of its own. The
draft stands at the finest place that the title or the opening sentence names; the others are kept beside it. Where a
source is never becomes a place of the incident: a report that names nothing else is listed without coordinates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.incidents.sentences import Span, paragraphs, sentence_at, sentences, trimmed
from borderatlas.incidents.vocabulary import PRECISIONS, classify, precision_rank
from borderatlas.models import Incident, Placement, Report
from borderatlas.reports.dates import DateMention, resolve_dates
from borderatlas.reports.spans import Published, published_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

BORDER_KM = 100.0
"""How far from the border line, in kilometres, a place still counts as one of the border."""

_BORDER_PROVINCES = frozenset({
    "kp.north-pyongan", "kp.chagang", "kp.ryanggang", "kp.north-hamgyong", "kp.rason", "cn.liaoning", "cn.jilin",
    "cn.jilin.yanbian", "ru.primorsky",
})  # fmt: skip
_BORDER_RIVERS = frozenset({"river.yalu", "river.tumen"})
_WIDE = frozenset({"border_strip", "province", "river", "country", "unlocated"})
# Which of two places is the finer one. A county's name without a type word is that of its seat: the text decides by
# what it says, not the scale between the two.
_TIERS = {"exact": 0, "settlement": 1, "river_reach": 1, "county": 1, "border_strip": 2, "province": 3, "river": 4,
          "country": 5, "unlocated": 6}  # fmt: skip
_LONG_REACH_M = 50_000
_IN_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|around|off|on|inside|within|of|through|beside)|['’]s) (?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_IN_PLACE_AFTER = re.compile(
    r"(?:시|군|구|현|동|리|진|역)?(?:에서|에|의|서| 인근| 부근| 외곽)|(?:市|县|镇|区)?(?:境内|附近|一带|的)"
)
_AWAY = re.compile(
    r"\b(?:from|to|towards|into|opposite|facing|faces|across from|than|for|once called) (?:the )?(?:\w+ )?$"
    r"|\b(?:told|said|reported|spoke)(?: [\w’']+){0,4} (?:in|at) $"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)\b[^.;]{0,24} (?:of|from) $",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:file )?(?:photos?|pictures?|images?)\b ?[:(]|▲|사진[ :=]|(?:资料)?图[:：]", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|&|·|、|和|与|及|와|과|,? and)\s*")
_UNIT_OF = re.compile(r",? (?:a (?:city|county|town) )?(?:in|of) ")
_BORDER_WORDS = re.compile(
    r"\bborders?\b|\bfrontier|\bYalu\b|\bTumen\b|\bAmnok|국경|접경|압록강|두만강|边境|边界|鸭绿江|图们江", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LATE_DAYS, _OLD_DAYS = 120, 400
_PARTS_OF_A_TOWN = 3
_CREDIBLE = 4  # the least score of a date that is taken for the incident's


@dataclass(slots=True)
class _Cluster:
    """Paragraphs that tell of one incident."""

    spans: list[Span]
    placements: list[Placement] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    event_type: str = "other"

    @property
    def place_ids(self) -> set[str | None]:
        return {placement.place_id for placement in self.placements}


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
        In the order of the text; empty for a report that is not about the border.
    """
    told = sorted((p for p in placements if p.role == "incident" and is_border_place(p)), key=lambda p: p.start)
    if not told:
        return [_unlocated(report, placements)] if _about_the_border(report, placements) else []
    clusters = _clusters(report, told, placements)
    drafts = [_incident(report, cluster, placements) for cluster in clusters if cluster.placements]
    return list({incident.id: incident for incident in drafts}.values())


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


def is_border_place(placement: Placement) -> bool:
    """Tell whether a placement may be where an incident of this border was: no country, and no far place."""
    if placement.place_id in _BORDER_RIVERS or placement.precision == "border_strip":
        return True
    if placement.kind == "country" or placement.precision in {"country", "unlocated"} or placement.lat is None:
        return False
    if placement.border_km is not None:
        return placement.border_km <= BORDER_KM
    return placement.place_id is not None and _within_border_area(placement.place_id)


def _within_border_area(place_id: str) -> bool:
    """Tell by its id whether a place without a point of its own lies in a unit of the border."""
    unit = place_id.split(".")
    if unit[0] == "kp":
        return ".".join(unit[:2]) in _BORDER_PROVINCES
    # In China only the border's own towns have parts that the gazetteer lists.
    return place_id in _BORDER_PROVINCES or (unit[0] == "cn" and len(unit) > _PARTS_OF_A_TOWN)


# --- clusters ---------------------------------------------------------------------------------------------------------


def _clusters(report: Report, told: Sequence[Placement], placements: Sequence[Placement]) -> list[_Cluster]:
    """Group the paragraphs of the body; what only the title names goes to the cluster that it fits best."""
    clusters: list[_Cluster] = []
    for span in _prose(report, placements):
        paragraph = _paragraph(report, span, told)
        if clusters and not _stands_apart(clusters[-1], paragraph):
            _join(clusters[-1], paragraph)
        else:
            clusters.append(paragraph)
    for placement in (p for p in told if _in_title(report, p)):
        fits = (cluster for cluster in clusters if placement.place_id in cluster.place_ids)
        next(fits, clusters[0]).placements.append(placement)
    return clusters


def _prose(report: Report, placements: Sequence[Placement]) -> list[Span]:
    """Give the paragraphs that tell something: not the headline that opens a plain text, nor captions of photographs."""
    whole = [span for section in report.sections if section.kind == "body"
             for span in paragraphs(report.text, section.start, section.end)]  # fmt: skip
    headline = _headline(report)
    told = [span for span in whole if span != headline and not _is_caption(report.text, span, placements)]
    return told or whole or [(0, len(report.text))]


def _headline(report: Report) -> Span | None:
    """Give the first paragraph of a body when it is the report's title and no more."""
    body = next((s for s in report.sections if s.kind == "body"), None)
    first = next(paragraphs(report.text, body.start, body.end), None) if body else None
    return first if first and report.title and report.text[slice(*first)].lstrip("# \ufeff") == report.title else None


def _is_caption(text: str, span: Span, placements: Sequence[Placement]) -> bool:
    if _CAPTION.match(text, span[0]):
        return True
    roles = {p.role for p in placements if span[0] <= p.start < span[1] and p.kind != "country"}
    return roles == {"photo"}


def _in_title(report: Report, placement: Placement) -> bool:
    return any(start <= placement.start < end for start, end in _titles(report))


def _titles(report: Report) -> list[Span]:
    headline = _headline(report)
    return [(s.start, s.end) for s in report.sections if s.kind == "title"] + ([headline] if headline else [])


def _paragraph(report: Report, span: Span, told: Sequence[Placement]) -> _Cluster:
    start, end = span
    text = report.text[start:end]
    return _Cluster(
        spans=[span],
        placements=[p for p in told if start <= p.start < end],
        dates=[_shifted(mention, start) for mention in resolve_dates(text, report.published, report.language or "en")],
        event_type=classify(text)[0],
    )


def _shifted(mention: DateMention, offset: int) -> DateMention:
    return DateMention(
        mention.start + offset, mention.end + offset, mention.text, mention.date_start, mention.date_end,
        mention.time_precision, mention.recurring, mention.role, mention.rule,
    )  # fmt: skip


def _stands_apart(cluster: _Cluster, paragraph: _Cluster) -> bool:
    """Tell whether a paragraph tells of an incident of its own: a new place, and its own day, or another kind."""
    fine = [p for p in paragraph.placements if p.precision not in _WIDE]
    known = cluster.place_ids
    if not cluster.placements or not fine or any(p.place_id in known for p in fine):
        return False
    if not _told_dates(paragraph.dates):
        return False
    another = "other" not in {cluster.event_type, paragraph.event_type} and cluster.event_type != paragraph.event_type
    return another or (_has_day(cluster.dates) and _has_day(paragraph.dates))


def _has_day(dates: Iterable[DateMention]) -> bool:
    return any(mention.time_precision == "day" for mention in _told_dates(dates))


def _told_dates(dates: Iterable[DateMention]) -> list[DateMention]:
    return [mention for mention in dates if mention.role == "told" and not mention.recurring]


def _join(cluster: _Cluster, paragraph: _Cluster) -> None:
    cluster.spans += paragraph.spans
    cluster.placements += paragraph.placements
    cluster.dates += paragraph.dates
    if cluster.event_type == "other":
        cluster.event_type = paragraph.event_type


# --- one incident -----------------------------------------------------------------------------------------------------


def _incident(report: Report, cluster: _Cluster, placements: Sequence[Placement]) -> Incident:
    primary = _primary(report, cluster)
    quote = _quote(report, cluster, primary, placements)
    others = [p for p in cluster.placements if p.place_id and not _holds(p.place_id, primary.place_id)]
    term = PRECISIONS[primary.precision]
    km_from, km_to = _river_stretch(primary)
    return _finished(
        report, cluster, quote,
        place_id=primary.place_id, place_name=primary.name, name_verbatim=primary.text, latitude=primary.lat,
        longitude=primary.lon, country=primary.country, admin1=primary.admin1, precision=primary.precision,
        uncertainty_m=primary.uncertainty_m, geo_precision=term.geo_precision, where_prec=term.where_prec,
        relation=primary.relation, river=primary.river, river_km_from=km_from, river_km_to=km_to, bank=primary.bank,
        other_place_ids=_ids(others), source_place_ids=_source_ids(placements),
        certainty=primary.certainty, rule=primary.rule,
    )  # fmt: skip


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


def _unlocated(report: Report, placements: Sequence[Placement]) -> Incident:
    spans = _prose(report, placements)
    cluster = _Cluster(spans)
    for span in spans:
        cluster.dates += _paragraph(report, span, ()).dates
    first = next(iter(sentences(report.text, *spans[0])), spans[0])
    return _finished(
        report, cluster, trimmed(report.text, first, first[0]),
        place_id=None, place_name=None, name_verbatim=None, latitude=None, longitude=None, country=None, admin1=None,
        precision="unlocated", uncertainty_m=None, geo_precision=None, where_prec=None, relation=None, river=None,
        river_km_from=None, river_km_to=None, bank=None, other_place_ids="", source_place_ids=_source_ids(placements),
        certainty="uncertain", rule="draft-unlocated",
    )  # fmt: skip


def _finished(report: Report, cluster: _Cluster, quote: Span, **place: Any) -> Incident:
    """Add to the columns of the place those of the time, the kind and the report."""
    told = "\n".join(report.text[start:end] for start, end in cluster.spans)
    kind = classify(told, report.language, title=report.title or "")[0]
    date_start, date_end, time_precision = _date_range(report, cluster, quote, kind)
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


def _holds(place_id: str, other_id: str | None) -> bool:
    """Tell whether a place is the other or the unit that it lies in, by their ids."""
    return other_id is not None and f"{other_id}.".startswith(f"{place_id}.")


def _primary(report: Report, cluster: _Cluster) -> Placement:
    """Choose the place of an incident: the finest that title or opening sentence name, else the finest of all.

    Of equally fine places the one that more is said to be in, then the one that is named first.
    """
    weights = _weights(report, cluster)

    def order(placement: Placement) -> tuple[int, int, int]:
        return _tier(placement), -weights.get(placement.place_id, 0), placement.start

    best = min(_prominent(report, cluster, weights), key=order)
    beside = _beside_river(report, cluster) if _tier(best) == _TIERS["river"] else []
    return min(beside, key=order, default=best)


def _tier(placement: Placement) -> int:
    """Say how fine a place is; "along the Yalu" is a reach by its rule, and yet the whole river."""
    wide = placement.precision == "river_reach" and (placement.uncertainty_m or 0) > _LONG_REACH_M
    return _TIERS["river" if wide else placement.precision]


def _prominent(report: Report, cluster: _Cluster, weights: Mapping[str | None, int]) -> list[Placement]:
    """Give what title and opening sentence name, without what they only lead away from and units of a finer place."""
    opening_end = _sentences(report, cluster)[0][1]
    first = [p for p in cluster.placements if p.start < opening_end] or cluster.placements
    said = [_tier(p) for p in first if weights.get(p.place_id)]
    weighty = [p for p in first if weights.get(p.place_id) or not any(_outdoes(tier, _tier(p)) for tier in said)]
    return [p for p in weighty if not any(_is_finer_part(q, p) for q in weighty)]


def _outdoes(tier: int, other: int) -> bool:
    """Tell whether a place is not much coarser than another: no province takes the place of a town, a river may."""
    return tier <= other or (tier >= _TIERS["province"] and other >= _TIERS["province"])


def _is_finer_part(part: Placement, whole: Placement) -> bool:
    if part.place_id is None or whole.place_id in {None, part.place_id}:
        return False
    finer = precision_rank(part.precision) <= precision_rank(whole.precision)
    return finer and _holds(str(whole.place_id), part.place_id)


def _beside_river(report: Report, cluster: _Cluster) -> list[Placement]:
    """Give the fine places, or the reach, of a sentence that names a river: "beside the Amnok River near Hyesan"."""
    spans = _sentences(report, cluster)
    rivers = {sentence_at(spans, p.start) for p in cluster.placements if p.place_id in _BORDER_RIVERS}
    fine = (p for p in cluster.placements if _tier(p) < _TIERS["border_strip"] and not _in_title(report, p))
    return [p for p in fine if sentence_at(spans, p.start) in rivers]


def _weights(report: Report, cluster: _Cluster) -> dict[str | None, int]:
    """Add up for each place how much its mentions speak for it; of a list, each counts as the first does."""
    opening_end = _sentences(report, cluster)[0][1]
    weights: dict[str | None, int] = {}
    before: Placement | None = None
    weight = 0
    for placement in sorted(cluster.placements, key=lambda p: p.start):
        listed = before is not None and _goes_with(report.text, before, placement)
        weight = weight if listed else _weight(report.text, placement) * (2 if placement.start < opening_end else 1)
        weights[placement.place_id] = weights.get(placement.place_id, 0) + weight
        before = placement
    return weights


def _goes_with(text: str, before: Placement, placement: Placement) -> bool:
    """Tell whether a mention is one of a list ("Hyesan and Musan") or the unit of the one before ("Hyesan, in Ryanggang")."""
    if _AND.fullmatch(text, before.end, placement.start):
        return True
    holds = placement.place_id is not None and _holds(placement.place_id, before.place_id)
    return holds and bool(_UNIT_OF.fullmatch(text, before.end, placement.start))


def _weight(text: str, placement: Placement) -> int:
    """Say how much a mention speaks for its place: "in Musan" (2) more than "Musan" (1), and "from Musan" not at all."""
    before, after = text[max(0, placement.start - 40) : placement.start], text[placement.end :][:8]
    if before.endswith(("(", "（")) or _AWAY.search(before):  # a gloss in brackets says nothing new
        return 0
    return 2 if _IN_PLACE.search(before) or _IN_PLACE_AFTER.match(after) else 1


def _sentences(report: Report, cluster: _Cluster) -> list[Span]:
    return [span for start, end in cluster.spans for span in sentences(report.text, start, end)]


def _quote(report: Report, cluster: _Cluster, primary: Placement, placements: Sequence[Placement]) -> Span:
    """Give the sentence of the body that names the place first, or the title when only that does."""
    spans = _sentences(report, cluster)
    same = [p for p in placements if p.place_id == primary.place_id and not _in_title(report, p)]
    told = [p for p in same if p.role == "incident" and _is_in(p, cluster)] or [p for p in same if _is_in(p, cluster)]
    if not told and _in_title(report, primary):
        spans = [span for span in _titles(report) if span[0] <= primary.start < span[1]]
    offset = min((p.start for p in told), default=primary.start)
    return trimmed(report.text, sentence_at(spans, offset), offset)


def _is_in(placement: Placement, cluster: _Cluster) -> bool:
    return any(start <= placement.start < end for start, end in cluster.spans)


# --- when -------------------------------------------------------------------------------------------------------------


def _date_range(report: Report, cluster: _Cluster, quote: Span, kind: str) -> tuple[str | None, str | None, str]:
    """Give the date that the cluster tells, or the last day on which it can have been and no first one."""
    published = published_span(report.published)
    spans = _sentences(report, cluster)
    known = [d for d in cluster.dates if d.date_start and d.date_end and not d.recurring]
    told = [d for d in known if d.role == "told"]
    rated = [(_nearness(report, spans, d, quote, kind) + _soundness(d, published), d) for d in told]
    best = max(rated, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best and best[0] >= _CREDIBLE:
        return best[1].date_start, best[1].date_end, best[1].time_precision
    # Whoever spoke of it on a day spoke of what had been.
    last_days = [str(d.date_end) for d in known if d.role == "reported" and sentence_at(spans, d.start) in spans[:2]]
    last_days += [published.last.isoformat()] if published else []
    return None, min(last_days, default=None), "unknown"


def _nearness(report: Report, spans: list[Span], mention: DateMention, quote: Span, kind: str) -> int:
    """Rate a date by its sentence: the quote, the opening, one about the same kind of incident, or another."""
    sentence = sentence_at(spans, mention.start)
    if sentence[0] <= quote[0] < sentence[1]:
        return 4
    if sentence == spans[0]:
        return 3
    said = classify(report.text[slice(*sentence)])[0]
    if said == kind or (said == "other" and sentence == spans[1]):
        return 1
    return -4 if said != "other" else -1


def _soundness(mention: DateMention, published: Published | None) -> int:
    """Rate a date by itself: to the day, not long before the report, and not after it."""
    fine = {"day": 3, "week": 3, "month": 2}.get(mention.time_precision, 0)
    if mention.rule == "en-month-possessive":  # "July's rain" dates the rain
        return fine - 3
    if published is None:
        return fine
    age = (published.last - date.fromisoformat(str(mention.date_start))).days
    if age < 0:
        return fine - 6
    if age > _OLD_DAYS:
        return fine - (3 if _YEAR.search(mention.text) else 6)  # an old date with its year is meant as it stands
    return fine - (2 if age > _LATE_DAYS else 0)


def _about_the_border(report: Report, placements: Sequence[Placement]) -> bool:
    """Tell whether a report without a place of its own is about this border: it says so, and names both sides."""
    prose = " ".join(report.text[s.start : s.end] for s in report.sections)
    if not _BORDER_WORDS.search(prose):
        return False
    countries = {code for p in placements for code in (p.country or "").split("/")}
    near_source = any(p.role == "source" and is_border_place(p) for p in placements)
    return near_source or ("KP" in countries and bool(countries & {"CN", "RU"}))
