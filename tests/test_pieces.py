"""A long section is read in pieces: what is found does not depend on where the cuts fall."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer import context, cues, mentions
from borderatlas.gazetteer.cues import CueText, take_cues
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.drafting import draft
from borderatlas.layers.datasets import data_path
from borderatlas.models import Report, Section
from borderatlas.reports.read import read_reports


@pytest.fixture(scope="module")
def long_report():
    reports = sorted(read_reports(data_path("reports")), key=lambda report: report.id)[:40]
    text = " ".join(report.text[report.sections[-1].start :].replace("\n", " ") for report in reports)
    return Report("long", text, (Section("body", 0, len(text)),))


@pytest.mark.parametrize("piece", [1_900, 4_001])
def test_pieces_change_nothing(long_report, monkeypatch, piece):
    take_cues()
    whole = geocode(long_report)
    monkeypatch.setattr(mentions, "_PIECE", piece)
    monkeypatch.setattr(mentions, "_OVERLAP", 500)
    monkeypatch.setattr(cues, "_PIECE", piece)
    monkeypatch.setattr(cues, "_OVERLAP", 500)
    monkeypatch.setattr(context, "_MOST_KEPT", 3)
    assert len(long_report.text) > 3 * piece
    assert geocode(long_report) == whole
    assert len(whole) > 100


def test_cues_of_a_long_text_are_those_of_its_pieces(monkeypatch):
    take_cues()
    text = "A source said so by telephone. " * 40
    whole = CueText(text)
    monkeypatch.setattr(cues, "_PIECE", 100)
    monkeypatch.setattr(cues, "_OVERLAP", 60)
    pieces = CueText(text)
    spans = [(at, at + 30) for at in range(0, len(text) - 60, 17)]
    assert [pieces.between(*span) for span in spans] == [whole.between(*span) for span in spans]
    assert [pieces.between(*span) for span in reversed(spans)] == [whole.between(*span) for span in reversed(spans)]


def test_half_a_surrogate_pair_in_a_report_hides_no_incident():
    text = "Guards shot a man in Hyesan on 3 May 2021. \ud800 A second man was caught. " * 200
    report = Report(id="r", text=text, sections=(Section(kind="body", start=0, end=len(text)),), language="en")
    drafts = draft(report, geocode(report))
    assert drafts
    assert {i.place_id for i in drafts} == {"kp.ryanggang.hyesan"}
