"""Background told from incidents: by the place's own border, by the words around it, by where it stands."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.asides import asides
from borderatlas.gazetteer.backdrop import WEIGHTS, Standing, evidence
from borderatlas.gazetteer.context import Prose
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.drafting import draft
from borderatlas.models import Report, Section


def roles(text):
    report = Report(id="r", text=text, sections=(Section(kind="body", start=0, end=len(text)),))
    return {text[p.start : p.end]: p.role for p in geocode(report)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police seized a boat at a pier in Changdian Town on April 24.", "Changdian Town"),
        ("民警4月24日凌晨在长甸镇一处码头截获一艘快艇。", "长甸镇"),
        ("变电所的火灾11日烧毁了东港市前阳镇的两栋厂房。", "前阳镇"),
        ("Two men were caught in Longcheng township, Helong, on Friday.", "Longcheng township"),
    ],
)
def test_a_township_whose_point_nobody_knows_is_of_the_border_as_its_county_is(text, place):
    assert roles(text)[place] == "incident"


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("Police in Changbai, across the Yalu, put up roadblocks.", "Yalu", "locator"),
        ("He crossed the Yalu, with two others.", "Yalu", ""),
        ("The cars go to a park, which the county of Musan had wanted.", "Musan", "said-of"),
        ("The bridge at Namyang would be closed.", "Namyang", "may-be"),
        ("남양다리를 닫을 예정이다.", "남양", "may-be"),
        ("下一步将推动临江以工业品为主。", "临江", "may-be"),
        ("무산과 연사에서 걸어온 형제도 있다.", "연사", "origin"),
        ("The officer praised Hoeryong and its people.", "Hoeryong", "bare"),
        ("In Hoeryong the market was shut.", "Hoeryong", "opens"),
    ],
)
def test_evidence_that_a_place_is_scenery(text, place, key):
    start = text.index(place)
    around = Prose(text, 0, len(text)).around(start, start + len(place))
    known = load_gazetteer()["river.yalu"] if place == "Yalu" else None
    holds = evidence(around, around.before + around.after, known, Standing())
    new = {"locator", "said-of", "may-be", "origin", "bare", "opens"}
    assert ({name for name in new if holds[name]} & {key}) == ({key} if key else set())
    assert key or not holds["locator"]


def test_every_piece_of_evidence_has_a_weight():
    around = Prose("In Hoeryong.", 0, 12).around(3, 11)
    assert set(evidence(around, "", None, Standing())) | {"prior", "depth", "end"} == set(WEIGHTS)


@pytest.mark.parametrize(
    "line",
    ["当前位置：首页 > 市州 > 白山", "You are here: Home > North Korea > Hyesan", "#단둥 #화재 #북한행", "# 新义州"],
)
def test_a_trail_and_tags_are_a_page_s_own(line):
    text = f"A first line.\n{line}\nA second line that is prose and tells what happened in the town.\n"
    assert [text[a:b].strip() for a, b in asides(text, 0, len(text))] == [line]


def test_a_river_named_in_passing_makes_no_report_one_of_the_border():
    text = (
        "Drones hit an oil refinery in Tyumen, Russia, on Tuesday, the government said. Nobody was hurt. "
        "One engineer had read a history of the war, in which a pilot over the Yalu tells of his medal."
    )
    report = Report(id="r", text=text, sections=(Section(kind="body", start=0, end=len(text)),), language="en")
    assert draft(report, geocode(report)) == []
