"""Colours by a column of the caller's, and columns of the caller's in the popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from render_sample import sample_incidents

from borderatlas.render import style
from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from conftest import Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("compat", [True, False])
def test_a_column_gives_colours_and_the_legend_filters_by_it(open_map: Opener, compat: bool) -> None:
    table = sample_incidents(24).assign(desk=["north", "south", "south"] * 8)
    opened = open_map(render_map(table, column="desk", compat=compat))
    heading = opened.page.get_by_text("desk", exact=True).first
    assert heading.is_visible()
    boxes = opened.page.locator("input[data-own]")
    assert boxes.evaluate_all("found => found.map((box) => box.dataset.own)") == ["south", "north"]
    opened.page.locator("input[data-own='south']").uncheck()
    opened.wait("() => document.getElementById('number').textContent.startsWith('8 ')")
    assert opened.errors == []


def test_the_popup_tells_the_columns_that_are_asked_for(open_map: Opener) -> None:
    hostile = "<img src=x onerror=pwn()> {{ 7 * 7 }}"
    table = sample_incidents(3).assign(note=[hostile] * 3, hurt=[1, 2, 3])
    opened = open_map(render_map(table, popup=["note", "hurt"]))
    opened.run("() => borderatlas.open(1)")
    opened.page.wait_for_selector(".leaflet-popup dl")
    told = opened.page.locator(".leaflet-popup dl").inner_text()
    assert hostile in told
    assert "hurt" in told
    assert opened.run("window.hits") == 0
    assert opened.errors == []


def test_numbers_stand_in_the_legend_from_low_to_high(open_map: Opener) -> None:
    table = sample_incidents(24).assign(hurt=range(24))
    opened = open_map(render_map(table, column="hurt"))
    section = opened.page.locator("#contents").get_by_role("list", name="hurt, in classes")
    assert section.locator("li label").all_inner_texts()[0].startswith("0 – 4")
    assert section.locator("li").count() == len(style.SEQUENTIAL)
    assert opened.errors == []


def test_a_column_may_be_called_as_a_filter_of_the_page_is(open_map: Opener) -> None:
    table = sample_incidents(24).assign(km=["near", "far", "far"] * 8)
    opened = open_map(render_map(table, column="km"))
    opened.page.locator("input[data-own='near']").uncheck()
    opened.wait("() => document.getElementById('number').textContent.startsWith('16 ')")
    opened.wait("() => decodeURIComponent(location.hash).includes('own_km')")
    assert opened.errors == []
