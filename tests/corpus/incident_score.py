"""Score drafted incidents against annotated ones: place and date, and the type of those.

    python tests/corpus/incident_score.py [FOLDER]… [--errors]

A folder holds `gold.jsonl` and the reports that it names. A gold incident has `type` (one or several, parted by ``/``),
`date_start`, `date_end` (null is open), `places` (the `canonical` names of toponyms of the same report) or `place_ids`,
and may be `optional`: then a draft of it is neither rewarded nor punished. Incidents far from the border count for
nothing, and a draft of one is false.

A draft matches when its place is one of the gold's (the same id or name, or within the tolerance of its kind) and the
two date ranges share a day. Each draft and each gold incident is matched once; of what is left, drafts are false and
gold incidents are missed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.matching import distance_km
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.models import Report, Section
from borderatlas.reports.read import read_reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderatlas.models import Incident

HERE = Path(__file__).parent
SETS = {
    "rewritten": HERE,
    **{name: HERE / name for name in ("fictional", "clutter", "varied", "plain", "digests")},
}
TOLERANCE_KM = {"province": 0.0, "river": 0.0, "prefecture": 0.0, "county": 25.0, "city": 20.0}
"""How far from a gold place of a kind a draft may stand, km; 0 where only the same place will do."""
OTHER_TOLERANCE_KM = 12.0
AREAS = {"province", "border_strip", "river", "country"}
BORDER = (38.5, 44.0, 123.0, 132.0)
# Annotators write types in words of their own: which types of the vocabulary the words stand for.
TYPES = {
    "bribery": r"corrupt|extort|brib|protection",
    "surveillance": r"technolog|surveill|camera|jamming|phone|tracking",
    "shooting": r"attack|kill|shoot|assault|murder|robber|violence|armed clash|homicide",
    "arrest": r"arrest|crackdown|detention|detain|manhunt|trial|sentenc|inspection|covert operation|police operation|prison|punish",
    "trafficking": r"traffick|abduct|kidnap|covert operation|lured",
    "crossing": r"defect|crossing(?! (?:opened|closed|reopened))|escape|migra|intrusion|incursion|jail ?break",
    "disaster": r"flood|accident|typhoon|disaster|landslide|fire\b|explosion|earthquake|storm|drown|rescue|shipwreck|collision|infrastructure loss",
    "border_works": r"border works|fortif|tighten|infrastructure|fenc|construction|wall\b|bridge building",
    "trade": r"trade|customs|market|touris|econom|labou?r|export|import|opened|rail|inspection|fishing|inaugurat|border situation|price",
    "closure": r"opened|tighten|closure|lockdown|curfew|movement control|quarantine|restriction|evacuation|travel|reopening|border situation",
    "health": r"health|epidemic|disease|covid|quarantine|outbreak|virus",
    "military": r"military|troop|deploy|drill|tighten|exercise|mines?\b|missile|border situation|rotation|warning shot",
    "smuggling": r"smuggl|sanctions evasion|contraband|drug",
    "repatriation": r"repatriat|forced return|deport|hand(?:ed|ing)? ?over",
    "execution": r"execut|death penalty",
    "desertion": r"desert",
    "other": r"local news|construction|inaugurat|covert operation|border situation|shortage|food|protest|diplomacy|visit",
}  # fmt: skip


@dataclass
class Tally:
    """What was counted of one group of reports."""

    matched: int = 0
    false: int = 0
    missed: int = 0
    typed: int = 0
    dated: Counter[bool] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Give precision, recall and F1 of place and date, the share of right types, and of starts that were told."""
        precision = self.matched / ((self.matched + self.false) or 1)
        recall = self.matched / ((self.matched + self.missed) or 1)
        return {
            "incidents": self.matched + self.missed,
            "drafts": self.matched + self.false,
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(2 * precision * recall / ((precision + recall) or 1), 3),
            "type": round(self.typed / (self.matched or 1), 3),
            "start_told": round(self.dated[True] / (self.dated.total() or 1), 3),
        }


def kinds_of(gold: dict[str, Any]) -> set[str]:
    """Give the ids of the types that an annotator allows; a word that says none of them is ``other``."""
    words = {word.strip() for word in gold["type"].split("/")}
    ids = words & set(INCIDENT_TYPES)
    told = {kind for word in words - ids for kind, said in TYPES.items() if re.search(said, word, re.IGNORECASE)}
    return ids | told or {"other"}


def is_right_type(gold: dict[str, Any], event_type: str) -> bool:
    """Tell whether a draft's type is one of the gold's, or the parent of one."""
    allowed = kinds_of(gold)
    return event_type in allowed | {INCIDENT_TYPES[kind].parent for kind in allowed if kind in INCIDENT_TYPES}


def shares_a_day(gold: dict[str, Any], incident: Incident) -> bool:
    """Tell whether two date ranges overlap; an end that is not known is open."""
    begin, end = (incident.date_start or "0000"), (incident.date_end or "9999")
    return begin <= (gold["date_end"] or "9999") and (gold["date_start"] or "0000") <= end


def is_same_place(gold: dict[str, Any], report: dict[str, Any], incident: Incident) -> bool:
    """Tell whether a draft stands at one of the gold's places."""
    ids = gold.get("place_ids")
    if ids is not None:
        # A stretch of the bank at a town names the town by its anchor.
        told = [incident.place_id, *((incident.anchor_ids or "").split(";") if incident.relation == "bank_of" else ())]
        return any(place and f"{place}.".startswith(f"{i}.") for place in told for i in ids)
    if not gold["places"]:
        return incident.place_id is None
    return any(
        _stands_at(toponym, incident) for toponym in report["toponyms"] if toponym["canonical"] in gold["places"]
    )


def _stands_at(toponym: dict[str, Any], incident: Incident) -> bool:
    if incident.name_verbatim and incident.name_verbatim == toponym["text"]:
        return True
    if incident.latitude is None or incident.longitude is None or toponym["lat"] is None:
        return False
    if toponym["kind"] == "river":
        return incident.precision in {"river", "river_reach"} and _nearest_km(toponym, incident) <= OTHER_TOLERANCE_KM
    if toponym["kind"] in {"province", "prefecture"}:
        return _is_the_province(toponym, incident)
    tolerance = TOLERANCE_KM.get(toponym["kind"], OTHER_TOLERANCE_KM)
    return incident.precision not in AREAS and _nearest_km(toponym, incident) <= tolerance


def _nearest_km(toponym: dict[str, Any], incident: Incident) -> float:
    points = [(toponym["lat"], toponym["lon"]), *map(tuple, toponym.get("alt_points", ()))]
    return min(distance_km(point, (float(incident.latitude or 0), float(incident.longitude or 0))) for point in points)


def _is_the_province(toponym: dict[str, Any], incident: Incident) -> bool:
    hits = load_gazetteer().lookup(toponym["text"])
    return any(hit.place.id == incident.place_id for hit in hits[:1])


def is_of_the_border(gold: dict[str, Any], report: dict[str, Any]) -> bool:
    """Tell whether an incident may be one of this border: a place of it lies in the north, or none is given."""
    if report.get("hard_negative"):
        return False
    if "place_ids" in gold:
        return True
    points = [(t["lat"], t["lon"]) for t in report["toponyms"] if t["canonical"] in gold["places"]]
    south, north, west, east = BORDER
    return not points or any(lat is None or (south <= lat <= north and west <= lon <= east) for lat, lon in points)


def match(
    gold: list[dict[str, Any]], report: dict[str, Any], drafts: Iterable[Incident]
) -> tuple[list[tuple[dict[str, Any], Incident]], list[dict[str, Any]], list[Incident]]:
    """Pair gold incidents with drafts, those first that count and whose type is right; give pairs and what is left."""
    left = list(drafts)
    possible = [
        (bool(g.get("optional")), not is_right_type(g, d.event_type), number, place)
        for number, g in enumerate(gold)
        for place, d in enumerate(left)
        if is_same_place(g, report, d) and shares_a_day(g, d)
    ]
    pairs: dict[int, int] = {}
    for _, _, number, place in sorted(possible):
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    found = [(gold[number], left[place]) for number, place in pairs.items()]
    missed = [g for number, g in enumerate(gold) if number not in pairs and not g.get("optional")]
    return found, missed, [d for place, d in enumerate(left) if place not in pairs.values()]


def drafts_of(report: Report) -> list[Incident]:
    """Draft one report by the project's own rules."""
    return draft(report, geocode(report))


def _report_of(gold: dict[str, Any], folder: Path) -> Report:
    if "text" in gold:
        sections = (Section("body", 0, len(gold["text"])),)
        return Report(gold["id"], gold["text"], sections, published=gold["date"], language=gold["lang"])
    [report] = read_reports(folder / gold["file"])
    return report if report.published else replace(report, published=gold["date"])


def read_gold(source: Path) -> list[dict[str, Any]]:
    """Read the annotations of a folder, or of a file of JSON lines whose texts are in it."""
    file = source / "gold.jsonl" if source.is_dir() else source
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(source: Path, *, only: str | None = None, errors: bool = False) -> dict[str, dict[str, float]]:
    """Score the reports of a folder, or of a file of short texts; give the figures of all and of each language.

    Parameters
    ----------
    source : Path
        Folder or file.
    only : str, optional
        Take only the texts of this ``set``.
    errors : bool
        Print what was missed, what was drafted falsely, and which types are wrong.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold in read_gold(source):
        if only is None or gold.get("set") == only:
            found, missed, false = _compared(gold, source if source.is_dir() else source.parent)
            for name in ("all", gold["lang"]):
                _count(tallies[name], found, missed, false)
            if errors:
                _print_errors(gold["id"], found, missed, false)
    return {name: tally.figures() for name, tally in tallies.items()}


def _compared(
    gold: dict[str, Any], folder: Path
) -> tuple[list[tuple[dict[str, Any], Incident]], list[dict[str, Any]], list[Incident]]:
    told = [g for g in gold["incidents"] if is_of_the_border(g, gold)]
    return match(told, gold, drafts_of(_report_of(gold, folder)))


def _count(
    tally: Tally, found: list[tuple[dict[str, Any], Incident]], missed: list[dict[str, Any]], false: list[Incident]
) -> None:
    counted = [(g, d) for g, d in found if not g.get("optional")]
    tally.matched += len(counted)
    tally.typed += sum(is_right_type(g, d.event_type) for g, d in counted)
    tally.dated.update(d.date_start is not None for g, d in counted if g["date_start"] is not None)
    tally.missed += len(missed)
    tally.false += len(false)


def _print_errors(
    name: str, found: list[tuple[dict[str, Any], Incident]], missed: list[dict[str, Any]], false: list[Incident]
) -> None:
    for gold in missed:
        where = gold.get("place_ids") or gold["places"]
        print(f"{name}: missed {gold['type']}, {where}, {gold['date_start']} to {gold['date_end']}")
    for d in false:
        print(f"{name}: false {d.event_type}, {d.place_id}, {d.date_start} to {d.date_end}: {d.quote[:90]!r}")
    for gold, d in found:
        if not gold.get("optional") and not is_right_type(gold, d.event_type):
            print(f"{name}: type {d.event_type} for {gold['type']}: {d.quote[:90]!r}")
        if not gold.get("optional") and d.date_start is None and gold["date_start"]:
            print(f"{name}: no start, gold {gold['date_start']}: {d.quote[:90]!r}")


def print_figures(errors: bool = False) -> None:
    """Print the figures of the corpus and of the short texts."""
    for name, folder in SETS.items():
        _print(f"incidents, {name}", score(folder, errors=errors))
    for only in ("dev", "apart", "dev2", "apart2", "dev3", "dev4", "dev5"):
        shown = errors and only.startswith("dev")
        _print(f"incidents, short texts, {only}", score(HERE / "incident_sentences.jsonl", only=only, errors=shown))


def _print(title: str, figures: dict[str, dict[str, float]]) -> None:
    print(f"{title}:")
    for name, values in figures.items():
        print(f"  {name:5}", "  ".join(f"{key} {value:g}" for key, value in values.items()))


def main() -> int:
    """Score what the command line names, or all that the project holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, help="folders with gold.jsonl, or files of short texts")
    parser.add_argument("--errors", action="store_true", help="list misses, false drafts and wrong types")
    parser.add_argument("--set", dest="only", help="of short texts: only those of this set")
    options = parser.parse_args()
    if not options.sources:
        print_figures(options.errors)
    for source in options.sources:
        _print(str(source), score(source, only=options.only, errors=options.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
