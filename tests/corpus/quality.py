"""Score the project's geocoder on the annotated reports: recognition, places, footprints, relations, roles."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.matching import distance_km
from borderatlas.gazetteer.records import as_record
from borderatlas.models import Placement, Report, Section
from borderatlas.reports.read import read_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SETS = {
    "rewritten": HERE,
    **{name: HERE / name for name in ("fictional", "clutter", "varied", "plain", "digests")},
}
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
WORDS = 60  # characters of context shown with an error, each way
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
    return round(hits[True] / hits.total(), 4) if hits.total() else 1.0


def quality(name: str) -> dict[str, Any]:
    """Measure one set of annotated reports; see `measure`."""
    return measure(SETS[name])


def measure(folder: Path) -> dict[str, Any]:
    """Measure the annotated reports of a folder: ``gold.jsonl`` and ``reports/``."""
    gold, found = SCORE.load(folder / "gold.jsonl"), predictions(folder)
    border, everything = SCORE.score(gold, found, "border"), SCORE.score(gold, found, "all")
    matched = pairs(gold, found)
    return {
        **_recognition(border, everything),
        **_places(border["resolution_all"]),
        "right_place_by_language": _right_place_by_language(gold, found),
        "by_kind": _by_kind(border),
        "right_footprint": share(Counter(_footprint_is_right(g, p) for g, p in matched if g["kind"] in PRECISIONS)),
        "right_footprint_by_kind": {
            kind: share(Counter(_footprint_is_right(g, p) for g, p in matched if g["kind"] == kind))
            for kind in sorted(PRECISIONS)
        },
        **_roles(matched),
        "hard_negative_false_positives": everything["hard_negatives"]["false_positives_per_article"],
        "hard_negative_misplaced": everything["hard_negatives"]["misplaced_per_article"],
    }


def _recognition(border: dict[str, Any], everything: dict[str, Any]) -> dict[str, Any]:
    scores, groups = border["recognition"]["overlap"], border["recognition_by_group"].items()
    languages = {k.removeprefix("lang:"): v["overlap"]["f1"] for k, v in groups if k.startswith("lang:")}
    return {
        **{f"border_{key}": scores[key] for key in ("f1", "precision", "recall")},
        "all_f1": everything["recognition"]["overlap"]["f1"],
        "by_language": languages,
    }


def _places(resolved: dict[str, Any]) -> dict[str, Any]:
    within = {f"within_{km}_km": resolved[f"acc_{km}km"] for km in (10, 25, 161)}
    return {**within, "right_place": resolved["right_place"]}


def _right_place_by_language(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, Any]:
    languages = sorted({r["lang"] for r in gold})
    by_language = {language: [r for r in gold if r["lang"] == language] for language in languages}
    return {
        k: SCORE.score(v, [p for p in found if p["id"] in {r["id"] for r in v}], "border")["resolution_all"][
            "right_place"
        ]
        for k, v in by_language.items()
    }


def _by_kind(border: dict[str, Any]) -> dict[str, Any]:
    """Give recall, the share within 10 km and the share in the right place, by the kind of place."""
    recall = border["overlap_recall"]["kind"]
    return {
        kind: {"recall": recall[kind]["recall"], "within_10_km": v["acc_10km"], "right_place": v["right_place"]}
        for kind, v in border["resolution_by_kind"].items()
    }


def _footprint_is_right(gold: dict[str, Any], placed: dict[str, Any]) -> bool:
    return placed["precision"] in PRECISIONS[gold["kind"]]


def _role(gold: dict[str, Any]) -> str:
    return ROLES.get(gold["role"], gold["role"])


def _roles(matched: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """Measure roles; countries are left out, and "incident from background" is asked in the border scope only."""
    sure = [(_role(g), p["role"], SCORE.in_border(g)) for g, p in matched if g["kind"] != "country"]
    asked = [(g, p) for g, p, here in sure if here and g in {"incident", "background"}]
    confusion = Counter(f"{g} as {p}" for g, p, _ in sure)
    return {
        "roles": share(Counter(g == p for g, p, _ in sure)),
        "sources_found": share(Counter(p == "source" for g, p, _ in sure if g == "source")),
        "source_or_not": share(Counter((g == "source") == (p == "source") for g, p, _ in sure)),
        **{f"source_{k}": v for k, v in _class([(g, p) for g, p, _ in sure], "source").items()},
        "incident_or_background": share(Counter(g == p for g, p in asked)),
        **{f"background_{k}": v for k, v in _class(asked, "background").items()},
        "role_confusion": dict(sorted(confusion.items())),
    }


def _class(rows: list[tuple[str, str]], role: str) -> dict[str, float]:
    """Give precision, recall and F1 of one role among pairs of the annotated role and the found one."""
    right = sum(g == p == role for g, p in rows)
    found, asked = sum(p == role for _, p in rows), sum(g == role for g, _ in rows)
    return {k: v for k, v in SCORE.prf(right, found - right, asked - right).items() if isinstance(v, float)}


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


def relations(file: Path = HERE / "relations.jsonl") -> dict[str, Any]:
    """Measure sentences with a relative expression, or with words that only look like one."""
    keys = ("relation", "precision", "within_tolerance", "en", "ko", "zh")
    hits: dict[str, Counter[bool]] = {key: Counter() for key in keys}
    for sentence in _sentences(file):
        right, placement = _best(sentence)
        hits["relation"][right] += 1
        hits[sentence["lang"]][right] += 1
        hits["precision"][placement is not None and placement.precision == sentence["precision"]] += 1
        if sentence["lat"] is not None:
            hits["within_tolerance"][_within(sentence, placement)] += 1
    return {key: share(counted) for key, counted in hits.items()}


def _sentences(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _best(sentence: dict[str, Any]) -> tuple[bool, Placement | None]:
    """Say whether the relation was read, and give the placement of the anchor that carries it."""
    text = sentence["text"]
    spans = [(a["start"], a["end"]) for a in sentence["anchors"]] or [
        (sentence["anchor_start"], sentence["anchor_end"])
    ]
    hits = [p for p in _placements(text) if any(p.start < end and start < p.end for start, end in spans)]
    wanted = {sentence["relation"], *sentence["also"]}
    if sentence["relation"] is None:
        return not hits or hits[0].relation in wanted, hits[0] if hits else None
    best = next((p for p in hits if p.relation in wanted), None)
    return best is not None, best or (hits[0] if hits else None)


def _placements(text: str) -> list[Placement]:
    return geocode(Report("sentence", text, (Section("body", 0, len(text)),)))


def apart(file: Path = HERE / "apart.jsonl") -> dict[str, Any]:
    """Measure the sentences kept apart: written before the rules were worked on, and never tuned on.

    Each asks of one place named in it the relation (``-`` for none), the role, or both; or that a word is no place.
    """
    hits: dict[str, Counter[bool]] = {key: Counter() for key in ("right", "en", "ko", "zh", "relation", "role", "none")}
    for sentence in _sentences(file):
        for asked, right in _answers(sentence).items():
            for key in ("right", sentence["lang"], asked):
                hits[key][right] += 1
    return {key: share(counted) for key, counted in hits.items()}


def _answers(sentence: dict[str, Any]) -> dict[str, bool]:
    start = sentence["text"].index(sentence["anchor"])
    end = start + len(sentence["anchor"])
    placed = next((p for p in _placements(sentence["text"]) if p.start < end and start < p.end), None)
    if sentence.get("none"):
        return {"none": placed is None}
    found = {"relation": placed.relation or "-", "role": placed.role} if placed else {}
    return {key: found.get(key) == sentence[key] for key in ("relation", "role") if key in sentence}


def _within(sentence: dict[str, Any], placement: Placement | None) -> bool:
    if placement is None or placement.lat is None or placement.lon is None:
        return False
    there = (sentence["lat"], sentence["lon"])
    return distance_km(there, (placement.lat, placement.lon)) <= sentence["tol_km"]


def errors(folder: Path) -> Iterator[str]:
    """Tell what went wrong in a set: missed and invented mentions, wrong places, footprints and roles."""
    gold, found = SCORE.load(folder / "gold.jsonl"), predictions(folder)
    by_id = {p["id"]: p["toponyms"] for p in found}
    for report in gold:
        text = (folder / report["file"]).read_bytes().decode("utf-8")
        placed, named = by_id.get(report["id"], []), report["toponyms"]
        known = [*named, *report.get("ignore", [])]
        for p in placed:
            if not any(SCORE.ov(p, t) for t in known):
                yield f"{report['id']} invented: {_shown(text, p)} {p['place_id']}"
        for t in named:
            hit = next((p for p in placed if SCORE.ov(t, p)), None)
            yield from (f"{report['id']} {wrong}: {_shown(text, t)}" for wrong in _wrongs(t, hit))


def _wrongs(gold: dict[str, Any], placed: dict[str, Any] | None) -> Iterator[str]:
    if placed is None:
        yield "missed"
        return
    if not SCORE.geo([(gold, placed)])["right_place"] and SCORE.in_border(gold):
        yield f"place {placed['place_id']} for {gold['canonical']}"
    if gold["kind"] in PRECISIONS and not _footprint_is_right(gold, placed):
        yield f"footprint {placed['precision']} for {gold['kind']}"
    if gold["kind"] != "country" and placed["role"] != _role(gold):
        yield f"role {placed['role']} for {_role(gold)}"


def _shown(text: str, span: dict[str, Any]) -> str:
    before, after = text[max(0, span["start"] - WORDS) : span["start"]], text[span["end"] : span["end"] + WORDS]
    return f"{before}[{text[span['start'] : span['end']]}]{after}".replace("\n", " / ")


def _relation_errors(file: Path) -> Iterator[str]:
    for sentence in _sentences(file):
        right, placement = _best(sentence)
        if not right:
            yield f"{sentence['id']} {placement and placement.relation} for {sentence['relation']}: {sentence['text']}"


def show(title: str, figures: dict[str, Any]) -> None:
    """Print figures, one a line."""
    print(f"{title}:")
    for key, value in figures.items():
        if isinstance(value, dict):
            print(f"  {key:30} " + ", ".join(f"{k} {_flat(v)}" for k, v in value.items()))
        else:
            print(f"  {key:30} {value}")


def _flat(value: Any) -> str:
    return "/".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def main() -> int:
    """Print every figure; of other folders of annotated reports and relative expressions when they are given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, help="with gold.jsonl and reports/, or with relations.jsonl")
    parser.add_argument("--errors", action="store_true", help="list what went wrong, too")
    options = parser.parse_args()
    folders = {str(f): f for f in options.folder} or SETS
    for title, folder in folders.items():
        if (folder / "gold.jsonl").exists():
            show(title, measure(folder))
            print(*(errors(folder) if options.errors else ()), sep="\n")
    if not options.folder:
        show("probes", probes())
    for folder in options.folder or SETS.values():
        if (file := folder / "relations.jsonl").exists():
            show(f"relative expressions, {folder.name}", relations(file))
            print(*(_relation_errors(file) if options.errors else ()), sep="\n")
    if not options.folder:
        show("sentences kept apart", apart())
        sys.path.insert(0, str(HERE))
        importlib.import_module("incident_score").print_figures()
    return 0


if __name__ == "__main__":
    sys.exit(main())
