"""How a report was read, mention by mention, in words that an analyst can check: ``borderatlas geocode --explain``.

Nothing is decided here. The report is read as `geocoding` reads it; candidates are scored again with
`matching.rank`, and the words that gave a role or a relation are found by asking the rules again with fewer and fewer
words: what is left is what they needed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderatlas.gazetteer.backdrop import Standing
from borderatlas.gazetteer.backdrop import evidence as weighed
from borderatlas.gazetteer.composing import composed
from borderatlas.gazetteer.context import Prose, Surroundings
from borderatlas.gazetteer.geocoding import default_geocoder
from borderatlas.gazetteer.matching import WEIGHTS, decide, rank
from borderatlas.gazetteer.relations import read_relation
from borderatlas.gazetteer.roles import role_of
from borderatlas.gazetteer.story import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from borderatlas.gazetteer.geocoding import Geocoder
    from borderatlas.gazetteer.matching import Decision, Evidence, Match
    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.gazetteer.reading import Reading
    from borderatlas.models import Mention, Place, Placement, Relative, Report, Role

_NEEDS = {
    "": "nothing more",
    "type": "a type word beside it",
    "parent": "its county or its province named in the report",
    "context": "another place of the border or of the DPRK named in the report",
}
_CERTAINTY = {
    "certain": "no rival, or a clear lead over it",
    "less-certain": "a lead that is not wide, or a misspelling",
    "uncertain": "a narrow lead, or more against it than for it",
}
_LISTED = 6  # candidates
_WORD_EDGE = re.compile(r"(?<!\w)|(?!\w)|(?<=[\u3040-\u9fff\uac00-\ud7a3])|(?=[\u3040-\u9fff\uac00-\ud7a3])")


def explain_all(reports: Iterable[Report]) -> Iterator[str]:
    """Explain reports one after the other: text in pieces, each with its line ends."""
    for report in reports:
        yield explain(report)


def explain(report: Report, *, geocoder: Geocoder | None = None) -> str:
    """Account for every mention of a report: sentence, candidates with their reasons, role, relation, ground.

    Parameters
    ----------
    report : Report
        What was read.
    geocoder : Geocoder, optional
        By default the one over the gazetteer that ships with the package.

    Returns
    -------
    str
        Lines of text, ending with an empty one.
    """
    geocoder = geocoder or default_geocoder()
    if (whole := composed(report)) is not None:
        report = whole.report
    placements = {(p.start, p.end): p for p in geocoder.geocode(report)}
    readings = geocoder.read(report)
    evidence = geocoder.context(readings)
    lines = [_title(report)]
    for reading in readings:
        prose = Prose(reading.text, reading.section.start, reading.section.end)
        surroundings = [prose.around(mention.start, mention.end) for mention in reading.mentions]
        told = tell(reading, surroundings)
        for index, (mention, around) in enumerate(zip(reading.mentions, surroundings, strict=True)):
            placement = placements.get((mention.start, mention.end))
            lines += _mention_lines(reading, index, around, placement, evidence, told[index].standing)
    return "\n".join([*lines, "" if len(lines) > 1 else "  no place is named", ""])


def _title(report: Report) -> str:
    about = ", ".join(filter(None, (report.publisher, report.published, report.language)))
    return f"{report.id}{': ' + ' '.join(report.title.split()) if report.title else ''}{f' ({about})' if about else ''}"


def _mention_lines(
    reading: Reading,
    index: int,
    around: Surroundings,
    placement: Placement | None,
    context: Evidence,
    standing: Standing,
) -> Iterator[str]:
    mention, gazetteer = reading.typed[index], reading.gazetteer
    evidence = replace(
        context, container=reading.container(index), content=reading.content(index), is_river=reading.is_river(index)
    )
    yield ""
    yield f"{mention.start}-{mention.end}  {_one_line(mention.text)} -> {_outcome(placement)}"
    yield _row("sentence", f"{_one_line(around.before)}[{_one_line(mention.text)}]{_one_line(around.after)}")
    if mention.type_kinds:
        yield _row("type word", f"allows {', '.join(mention.type_kinds)}")
    yield from _candidate_rows(mention, evidence, gazetteer)
    yield from _evidence_rows(evidence, reading.decisions[index], gazetteer)
    if placement is not None:
        yield _row("role", f"{placement.role}: {_role_ground(reading, index, around, placement, standing)}")
        yield from _relation_rows(reading, index, around, placement)
        yield from _ground_rows(placement)


def _row(label: str, text: str) -> str:
    return f"  {label:<11}{text}"


def _one_line(text: str) -> str:
    """Fold white space, and show no control character: what a report holds is printed on a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in re.sub(r"\s+", " ", text))


def _outcome(placement: Placement | None) -> str:
    if placement is None:
        return "left out: no candidate may stand for the name here"
    if placement.place_id is None:
        return f"a {placement.kind} that no gazetteer lists, in no unit that the text names"
    where = ", ".join(filter(None, (placement.kind, placement.admin1, placement.country)))
    return f"{_one_line(placement.name)} ({where}) {placement.place_id}"


# --- the candidates


def _candidate_rows(mention: Mention, evidence: Evidence, gazetteer: Gazetteer) -> Iterator[str]:
    if not mention.candidates:
        yield _row("candidates", "none: recognised by its type word, in no gazetteer")
        return
    ranked = rank(mention, mention.candidates, evidence, gazetteer)
    barred = {m.place.id for m in ranked if decide(_alone(mention, m.place.id), evidence, gazetteer) is None}
    ranked.sort(key=lambda m: m.place.id in barred)
    for number, match in enumerate(ranked[:_LISTED]):
        yield _row("" if number else "candidates", _candidate(match, is_barred=match.place.id in barred))
    if len(ranked) > _LISTED:
        yield _row("", f"and {len(ranked) - _LISTED} more")


def _alone(mention: Mention, place_id: str) -> Mention:
    return replace(mention, candidates=tuple(entry for entry in mention.candidates if entry[0] == place_id))


def _candidate(match: Match, *, is_barred: bool) -> str:
    place, name = match.place, match.name
    reasons = ", ".join(f"{reason} {WEIGHTS[reason]:+g}" for reason in match.reasons) or "nothing speaks for it"
    known = f"as {name.text} ({', '.join(filter(None, (name.language, name.romanisation, name.name_type)))})"
    need = f"; the name needs {_NEEDS.get(name.needs, name.needs)}{', which is not there' if is_barred else ''}"
    where = ", ".join(filter(None, (place.kind, place.admin1, place.country)))
    score = "barred" if is_barred else f"{match.score:+.1f}"
    return f"{score:<7} {place.id}: {place.name} ({where}) {known}: {reasons}{need if name.needs else ''}"


def _evidence_rows(evidence: Evidence, decision: Decision | None, gazetteer: Gazetteer) -> Iterator[str]:
    if evidence.container:
        yield _row("beside it", f"{gazetteer[evidence.container].name} ({evidence.container}), a unit that contains it")
    if evidence.content:
        yield _row("beside it", f"{gazetteer[evidence.content].name} ({evidence.content}), said to lie in it")
    if evidence.is_river is not None:
        yield _row("beside it", f"words that ask for a {'river' if evidence.is_river else 'town'}")
    if decision is not None:
        yield _row("rule", f"{decision.rule}; {decision.certainty}: {_CERTAINTY[decision.certainty]}")


# --- the words that gave role and relation


def _role_ground(reading: Reading, index: int, around: Surroundings, placement: Placement, standing: Standing) -> str:
    place, role = reading.place(index), placement.role

    def asked(fewer: Surroundings, where: Standing = standing) -> Role:
        return role_of(fewer, place, where)

    if asked(around) != role:
        return "it shares the role of the place beside it"
    bare = replace(around, before="", after="", rest="", paragraph="", opens=False)
    if asked(bare) != role:
        return _words(_needed(around, lambda fewer: asked(fewer) == role))
    if role != "background":
        return "no words about it say otherwise"
    if standing.is_aside:
        return "in what the page carries beside its report"
    if asked(bare, Standing()) == role:
        return "no incident of this border is placed there, and no words about it say otherwise"
    words = around.before + around.after
    holds = ", ".join(key for key, value in weighed(around, words, place, standing).items() if value)
    return f"late in the text, {standing.depth:.0%} of it stands before" + (f"; weighed: {holds}" if holds else "")


def _relation_rows(reading: Reading, index: int, around: Surroundings, placement: Placement) -> Iterator[str]:
    if placement.relation is None:
        return
    place, relative = reading.place(index), placement.relative
    said = [] if relative is None else [
        f"{relative.distance_m / 1000:g} km" if relative.distance_m is not None else "",
        f"bearing {relative.bearing_deg:g} degrees" if relative.bearing_deg is not None else "",
        f"{relative.part} third" if relative.part else "",
    ]  # fmt: skip
    anchors = [f"{reading.gazetteer[i].name} ({i})" for i in placement.anchors if i in reading.gazetteer]
    told = ", ".join(filter(None, [*said, f"with {', '.join(anchors)}" if anchors else ""]))
    words = ""
    if place is not None and relative is not None:
        words = _words(_needed(around, lambda fewer: _reads(fewer, place, relative)))
    yield _row("relation", "; ".join(filter(None, (placement.relation, told, words))))


def _reads(around: Surroundings, place: Place, relative: Relative) -> bool:
    """Tell whether the words about a place say this relation, with its distance, bearing and part."""
    found = read_relation(around.before, around.after.replace("\n", " "), place)
    return found is not None and replace(found, other=relative.other) == relative


def _needed(around: Surroundings, holds: Callable[[Surroundings], bool]) -> Surroundings:
    """Take words away from the far ends for as long as a rule still says the same."""
    if not holds(around):
        return Surroundings("", "", "", "", opens=False)
    for field in ("paragraph", "rest", "after", "before"):
        if holds(without := _with(around, field, "")):
            around = without
            continue
        whole: str = getattr(around, field)
        pieces = _from_the_right(whole) if field == "before" else _from_the_left(whole)
        around = next((fewer for p in pieces if holds(fewer := _with(around, field, p))), around)
    return around


def _with(around: Surroundings, field: str, words: str) -> Surroundings:
    changed: dict[str, Any] = {field: words}
    return replace(around, **changed)


def _from_the_left(text: str) -> Iterator[str]:
    return (text[: m.start()] for m in _WORD_EDGE.finditer(text))


def _from_the_right(text: str) -> Iterator[str]:
    return (text[at:] for at in reversed([m.start() for m in _WORD_EDGE.finditer(text)]))


def _words(needed: Surroundings) -> str:
    behind = max(needed.after, needed.rest, key=len)
    if needed.paragraph:
        return f"by its paragraph, “{_one_line(needed.paragraph)}”"
    if not needed.before and not behind:
        return "by the neighbour it is named with"
    return f"by the words “{_one_line(needed.before)}[…]{_one_line(behind)}”"


# --- the ground


def _ground_rows(placement: Placement) -> Iterator[str]:
    if placement.lat is None or placement.lon is None:
        yield _row("ground", f"{placement.precision}; rule {placement.rule}")
        return
    radius = "" if placement.uncertainty_m is None else f", within {placement.uncertainty_m / 1000:g} km"
    river = "" if placement.river_km is None else f", {placement.river} km {placement.river_km}, bank {placement.bank}"
    point = f"about {placement.lat:.4f} {placement.lon:.4f}"
    yield _row("ground", f"{placement.precision} {point}{radius}{river}; rule {placement.rule}, {placement.certainty}")
