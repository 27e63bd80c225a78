"""Floors under the geocoder's quality on the annotated reports. `make score` prints the figures."""

import pytest
from corpus import quality

FLOORS = {
    "rewritten": {
        "border_f1": 0.99, "all_f1": 0.99, "within_10_km": 0.94, "within_25_km": 0.96, "right_place": 0.99,
        "right_footprint": 0.99, "roles": 0.8, "sources_found": 0.99, "source_or_not": 0.99, "source_f1": 0.95,
        "incident_or_background": 0.8,
    },
    "fictional": {
        "border_f1": 0.99, "all_f1": 0.98, "within_10_km": 0.87, "within_25_km": 0.94, "right_place": 0.98,
        "right_footprint": 0.99, "roles": 0.74, "sources_found": 0.8, "source_or_not": 0.97, "source_f1": 0.73,
        "incident_or_background": 0.8,
    },
    "clutter": {
        "border_f1": 0.98, "all_f1": 0.97, "within_10_km": 0.86, "within_25_km": 0.94, "right_place": 0.95,
        "right_footprint": 0.98, "roles": 0.83, "sources_found": 0.78, "source_or_not": 0.97, "source_f1": 0.69,
        "incident_or_background": 0.81,
    },
}  # fmt: skip


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request):
    return request.param, quality.quality(request.param)


def test_no_figure_falls_under_its_floor(measured):
    name, figures = measured
    low = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not low


def test_no_language_is_left_behind(measured):
    _, figures = measured
    assert min(figures["by_language"].values()) >= 0.97


def test_texts_from_elsewhere_stay_elsewhere(measured):
    name, figures = measured
    assert figures["hard_negative_false_positives"] <= {"rewritten": 0, "fictional": 0.2, "clutter": 0.2}[name]


def test_relative_expressions():
    figures = quality.probes()
    assert figures["linked"] == 1.0
    assert figures["relations"] == 1.0


def test_relative_expressions_in_three_languages():
    figures = quality.relations()
    assert figures["relation"] >= 0.97
    assert figures["precision"] >= 0.94
    assert figures["within_tolerance"] >= 0.96
    assert min(figures["en"], figures["ko"], figures["zh"]) >= 0.93


def test_sentences_that_no_rule_was_tuned_on():
    figures = quality.apart()
    assert figures["right"] >= 0.9
    assert min(figures["en"], figures["ko"], figures["zh"]) >= 0.85


def test_the_scorer_can_fail():
    gold = quality.SCORE.load(quality.HERE / "gold.jsonl")
    found = quality.predictions(quality.HERE)
    for report in found:
        report["toponyms"] = [t | {"start": t["start"] + 500, "end": t["end"] + 500} for t in report["toponyms"]]
    assert quality.SCORE.score(gold, found, "border")["recognition"]["overlap"]["f1"] < 0.3
