"""Wordings of relative expressions, one a line: what each says of the place named in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section

WORDINGS = Path(__file__).with_name("relation_words.csv")


def _wordings():
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "name", "relation"), _wordings())
def test_the_wording_is_read(text, name, relation):
    placed = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    relations = [p.relation for p in placed if p.text.startswith(name)]
    assert relations[:1] == [relation or None], [(p.text, p.relation) for p in placed]
