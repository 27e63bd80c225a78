"""Floors under the geocoder's quality on the annotated reports. `make score` prints the figures."""

import pytest
from corpus import quality

FLOORS = {
    "rewritten": {
        "border_f1": 0.98, "all_f1": 0.98, "within_10_km": 0.9, "within_25_km": 0.95, "right_place": 0.97,
        "right_footprint": 0.97, "roles": 0.75, "sources_found": 0.95,
    },
    "fictional": {
        "border_f1": 0.98, "all_f1": 0.97, "within_10_km": 0.85, "within_25_km": 0.93, "right_place": 0.97,
        "right_footprint": 0.98, "roles": 0.74, "sources_found": 0.75,
    },
    "clutter": {
        "border_f1": 0.955, "all_f1": 0.93, "within_10_km": 0.8, "within_25_km": 0.92, "right_place": 0.93,
        "right_footprint": 0.96, "roles": 0.7, "sources_found": 0.6,
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
    assert min(figures["by_language"].values()) >= 0.93


def test_texts_from_elsewhere_stay_elsewhere(measured):
    name, figures = measured
    assert figures["hard_negative_false_positives"] <= {"rewritten": 0, "fictional": 0.6, "clutter": 3}[name]


def test_relative_expressions():
    figures = quality.probes()
    assert figures["linked"] == 1.0
    assert figures["relations"] == 1.0


def test_relative_expressions_in_three_languages():
    figures = quality.relations()
    assert figures["relation"] >= 0.95
    assert figures["precision"] >= 0.9
    assert figures["within_tolerance"] >= 0.9
    assert min(figures["en"], figures["ko"], figures["zh"]) >= 0.9


def test_the_scorer_can_fail():
    gold = quality.SCORE.load(quality.HERE / "gold.jsonl")
    found = quality.predictions(quality.HERE)
    for report in found:
        report["toponyms"] = [t | {"start": t["start"] + 500, "end": t["end"] + 500} for t in report["toponyms"]]
    assert quality.SCORE.score(gold, found, "border")["recognition"]["overlap"]["f1"] < 0.3
