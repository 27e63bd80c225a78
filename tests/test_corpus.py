"""Floors under the geocoder's quality on the annotated reports. `make score` prints the figures."""

import pytest
from corpus import quality

FLOORS = {
    "rewritten": {
        "border_f1": 0.97, "all_f1": 0.97, "within_10_km": 0.8, "within_25_km": 0.97, "right_place": 0.94,
        "right_footprint": 0.97, "roles": 0.75, "sources_found": 0.95,
    },
    "fictional": {
        "border_f1": 0.96, "all_f1": 0.94, "within_10_km": 0.8, "within_25_km": 0.94, "right_place": 0.93,
        "right_footprint": 0.96, "roles": 0.72, "sources_found": 0.7,
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
    _, figures = measured
    assert figures["hard_negative_false_positives"] <= 0.75


def test_relative_expressions():
    figures = quality.probes()
    assert figures["linked"] == 1.0
    assert figures["relations"] >= 0.9


def test_the_scorer_can_fail():
    gold = quality.SCORE.load(quality.HERE / "gold.jsonl")
    found = quality.predictions(quality.HERE)
    for report in found:
        report["toponyms"] = [t | {"start": t["start"] + 500, "end": t["end"] + 500} for t in report["toponyms"]]
    assert quality.SCORE.score(gold, found, "border")["recognition"]["overlap"]["f1"] < 0.3
