"""Score the project's geocoder on the annotated reports: recognition, places, footprints, relations, roles."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.matching import distance_km
from borderatlas.gazetteer.records import as_record
from borderatlas.models import Placement, Report, Section
from borderatlas.reports.read import read_reports

HERE = Path(__file__).parent
SETS = {"rewritten": HERE, "fictional": HERE / "fictional", "clutter": HERE / "clutter"}
# What footprint a kind of place must have: a river is a line, a province and a county are areas.
PRECISIONS = {
    "river": {"river", "river_reach"},
    "province": {"province", "border_strip"},
    "county": {"county", "settlement", "border_strip", "river_reach", "exact"},
    "city": {"settlement", "county", "river_reach", "exact", "province"},
    "sub-county": {"settlement", "county", "river_reach", "exact"},
    "bridge/crossing": {"exact", "settlement"},
    "country": {"country", "border_strip"},
}
ROLES = {"source_location": "source", "photo_caption": "photo", "context": "background"}
# The names that the probes' gold and the contract give to one relation.
RELATIONS = {
    "near": {"near"}, "bank": {"bank_of"}, "across": {"across_from"}, "border_area": {"border_area"},
    "along_river": {"downstream"}, "between": {"between"}, "offset": {"offset"}, "bridge": {"crossing"},
    "upper_reach": {"reaches"}, "vicinity": {"near"},
}  # fmt: skip


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("corpus_score", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = _scorer()


def predictions(folder: Path) -> list[dict[str, Any]]:
    """Geocode the reports of a set, in the scorer's format."""
    reports = read_reports(folder / "reports")
    return [{"id": r.id, "toponyms": [as_record(p) for p in geocode(r)]} for r in reports]


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair each annotated toponym with what was found on its span."""
    by_id = {p["id"]: p["toponyms"] for p in found}
    return [
        (toponym, hits[0])
        for report in gold
        for toponym in report["toponyms"]
        if (hits := [p for p in by_id.get(report["id"], []) if SCORE.ov(toponym, p)])
    ]


def share(hits: Counter[bool]) -> float:
    """Give the share of hits, 1.0 of nothing."""
    return round(hits[True] / (hits.total() or 1), 4)


def quality(name: str) -> dict[str, Any]:
    """Measure one set of annotated reports."""
    folder = SETS[name]
    gold, found = SCORE.load(folder / "gold.jsonl"), predictions(folder)
    border, everything = SCORE.score(gold, found, "border"), SCORE.score(gold, found, "all")
    matched = pairs(gold, found)
    sure = [(g, p) for g, p in matched if g["kind"] != "country"]
    right_kind = Counter(p["precision"] in PRECISIONS[g["kind"]] for g, p in matched if g["kind"] in PRECISIONS)
    roles = Counter(ROLES.get(g["role"], g["role"]) == p["role"] for g, p in sure)
    sources = Counter(p["role"] == "source" for g, p in sure if g["role"] == "source_location")
    place = border["resolution_all"]
    return {
        "border_f1": border["recognition"]["overlap"]["f1"],
        "border_precision": border["recognition"]["overlap"]["precision"],
        "border_recall": border["recognition"]["overlap"]["recall"],
        "all_f1": everything["recognition"]["overlap"]["f1"],
        "by_language": {
            k.removeprefix("lang:"): v["overlap"]["f1"]
            for k, v in border["recognition_by_group"].items() if k.startswith("lang:")
        },
        "within_10_km": place["acc_10km"], "within_25_km": place["acc_25km"], "within_161_km": place["acc_161km"],
        "right_place": place["right_place"],
        "right_footprint": share(right_kind),
        "roles": share(roles), "sources_found": share(sources),
        "hard_negative_false_positives": everything["hard_negatives"]["false_positives_per_article"],
        "hard_negative_misplaced": everything["hard_negatives"]["misplaced_per_article"],
    }  # fmt: skip


def probes() -> dict[str, Any]:
    """Measure the sentences with relative expressions: mentions linked, relations read."""
    folder = HERE / "probes"
    documents = json.loads((folder / "gold_probes.json").read_text(encoding="utf-8"))["documents"]
    found = {r.id: [as_record(p) for p in geocode(r)] for r in read_reports(*sorted(folder.glob("*.txt")))}
    linked: Counter[bool] = Counter()
    related: Counter[bool] = Counter()
    for name, document in documents.items():
        hits = [p for m in document["mentions"] for p in found[name] if SCORE.ov(m, p)]
        linked.update(any(SCORE.ov(m, p) and p["place_id"] for p in found[name]) for m in document["mentions"])
        wanted = RELATIONS.get(document["relation"])
        if wanted is not None:
            related[any(p["relation"] in wanted for p in hits)] += 1
    return {"linked": share(linked), "relations": share(related), "relations_asked": related.total()}


def relations() -> dict[str, Any]:
    """Measure the 70 sentences with a relative expression, or with words that only look like one."""
    hits: dict[str, Counter[bool]] = {
        key: Counter() for key in ("relation", "precision", "within_tolerance", "en", "ko", "zh")
    }
    for line in (HERE / "relations.jsonl").read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        right, placement = _best(sentence)
        hits["relation"][right] += 1
        hits[sentence["lang"]][right] += 1
        hits["precision"][placement is not None and placement.precision == sentence["precision"]] += 1
        if sentence["lat"] is not None:
            hits["within_tolerance"][_within(sentence, placement)] += 1
    return {key: share(counted) for key, counted in hits.items()}


def _best(sentence: dict[str, Any]) -> tuple[bool, Placement | None]:
    """Say whether the relation was read, and give the placement of the anchor that carries it."""
    text = sentence["text"]
    spans = [(a["start"], a["end"]) for a in sentence["anchors"]] or [
        (sentence["anchor_start"], sentence["anchor_end"])
    ]
    found = geocode(Report("sentence", text, (Section("body", 0, len(text)),)))
    hits = [p for p in found if any(p.start < end and start < p.end for start, end in spans)]
    wanted = {sentence["relation"], *sentence["also"]}
    if sentence["relation"] is None:
        return not hits or hits[0].relation in wanted, hits[0] if hits else None
    best = next((p for p in hits if p.relation in wanted), None)
    return best is not None, best or (hits[0] if hits else None)


def _within(sentence: dict[str, Any], placement: Placement | None) -> bool:
    if placement is None or placement.lat is None or placement.lon is None:
        return False
    there = (sentence["lat"], sentence["lon"])
    return distance_km(there, (placement.lat, placement.lon)) <= sentence["tol_km"]


def main() -> int:
    """Print every figure."""
    for name in SETS:
        print(f"{name}:")
        for key, value in quality(name).items():
            print(f"  {key:30} {value}")
    for title, figures in (("probes", probes()), ("relative expressions", relations())):
        print(f"{title}:")
        for key, value in figures.items():
            print(f"  {key:30} {value}")
    sys.path.insert(0, str(HERE))
    importlib.import_module("incident_score").print_figures()
    return 0


if __name__ == "__main__":
    sys.exit(main())
