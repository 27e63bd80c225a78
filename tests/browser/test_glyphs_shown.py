"""Every incident type has a symbol of its own on the page: in the legend, in the table, and in grey."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from patience import until

from borderatlas.incidents.vocabulary import INCIDENT_TYPES
from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opener

pytestmark = pytest.mark.browser

KINDS = [*INCIDENT_TYPES, "", "a word of their own"]
GREY = """(selector) => [...document.querySelectorAll(selector)].map((row) => {
    const canvas = row.querySelector('canvas.sample');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const grey = [];
    for (let i = 0; i < data.length; i += 4) {
        const seen = data[i + 3] / 255;
        grey.push((0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]) * seen + 245 * (1 - seen));
    }
    return grey; })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_symbols_of_all_types_differ_in_grey_in_legend_and_table(open_map: Opener, scheme: str) -> None:
    table = pd.DataFrame({
        "latitude": [41.0 + i / 20 for i in range(len(KINDS))], "longitude": [126.0 + i / 20 for i in range(len(KINDS))],
        "event_type": KINDS, "title": [f"number {i}" for i in range(len(KINDS))], "precision": "exact",
    })  # fmt: skip
    opened = open_map(render_map(table), color_scheme=scheme)
    opened.page.click("[data-drawer=table]")
    until(opened, "document.querySelectorAll('tbody tr').length", len(KINDS))
    for rows in ("#section-event_type .choice", "tbody tr"):
        drawn = [np.array(grey) for grey in opened.run(GREY, rows)]
        assert len(drawn) == len(KINDS)
        gaps = [float(np.abs(one - other).mean()) for one, other in combinations(drawn, 2)]
        assert min(gaps) > 12, sorted(gaps)[:3]
    assert opened.errors == []
