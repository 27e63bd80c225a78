"""Groups of incidents by cell, month and type: their numbers add up, and each lies where its incidents do."""

from __future__ import annotations

import importlib.util

import geopandas as gpd
import h3
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many_incidents import many_incidents
from render_sample import sample_incidents
from shapely.geometry import LineString, Point, box

from borderatlas.errors import RenderError
from borderatlas.incidents import partitions
from borderatlas.render import aggregate, block
from borderatlas.render.atlas_map import page_data, render_map
from borderatlas.render.intake import checked


def groups_of(table: pd.DataFrame, resolution: int | None = None) -> tuple[aggregate.Groups, pd.DataFrame]:
    """Group a table; give the groups also as one table with the columns of the core."""
    found = aggregate.grouped(checked(table), resolution)
    return found, found.table.assign(ground=found.used, **found.columns)


def test_numbers_equal_those_of_pandas():
    table = many_incidents(5000)
    found, rows = groups_of(table, 5)
    assert rows["weight"].sum() == 5000
    cells = [
        h3.latlng_to_cell(lat, lon, 5) if kind == "settlement" else kind
        for lat, lon, kind in zip(table["latitude"], table["longitude"], table["precision"], strict=True)
    ]
    places = [f"{c} {p}" if c == "province" else c for c, p in zip(cells, table["place_id"], strict=True)]
    month = table["date_start"].str[:7].fillna("none")
    wanted = table.groupby([pd.Series(places), month, "event_type"]).size()
    said = [
        found.cells["ids"][i - len(found.grounds)] if p == "cell" else p
        for i, p in zip(rows["ground"], rows["precision"], strict=True)
    ]
    assert sorted(rows["weight"]) == sorted(wanted)
    of_place = rows.groupby([pd.Series(said), "event_type"])["weight"].sum()
    assert of_place.to_dict() == table.groupby([pd.Series(cells), "event_type"]).size().to_dict()


def test_a_group_stands_at_the_middle_of_its_cell_and_says_its_months():
    table = pd.DataFrame({
        "latitude": [41.4, 41.4001, 41.4, None], "longitude": [128.18, 128.1801, 128.18, None],
        "date_start": ["2015-03-02", "2015-03", "2015", "2015-03-02"], "date_end": ["2015-03-30", None, None, None],
        "publisher": ["A", "B", "A", "A"], "uncertainty_m": [100.0, 4000.0, None, None],
    })  # fmt: skip
    found, rows = groups_of(table, 6)
    [cell] = found.cells["ids"]
    assert cell == h3.latlng_to_cell(41.4, 128.18, 6)
    day = (
        pd.to_datetime(rows["from"], unit="D").dt.date.astype(str),
        pd.to_datetime(rows["to"], unit="D").dt.date.astype(str),
    )
    said = set(zip(rows["precision"], *day, rows["weight"], rows["publishers"], strict=True))
    assert said == {
        ("cell", "2015-03-01", "2015-03-31", 2, 2), ("cell", "2015-01-01", "2015-12-31", 1, 1),
        ("unlocated", "2015-03-01", "2015-03-31", 1, 1),
    }  # fmt: skip
    in_cell = rows[rows["precision"] == "cell"]
    assert {tuple(p) for p in in_cell[["latitude", "longitude"]].to_numpy()} == {h3.cell_to_latlng(cell)}
    assert in_cell.loc[in_cell["weight"] == 2, "uncertainty_m"].item() == 4000
    assert rows.loc[rows["precision"] == "unlocated", "ground"].item() == -1


def test_what_covers_ground_keeps_it():
    reach = LineString([(129.75, 42.5), (129.8, 42.6)])
    table = gpd.GeoDataFrame(
        {"precision": ["county", "county", "river_reach", "settlement"], "event_type": "flood", "date_start": "2015-03-02",
         "bank": [None, None, "KP", None], "river": [None, None, "tumen", None]},
        geometry=[box(129.8, 42.8, 130, 43), box(129.8, 42.8, 130, 43), reach, Point(128, 41)], crs="EPSG:4326",
    )  # fmt: skip
    found, rows = groups_of(table, 5)
    assert rows.groupby("precision")["weight"].sum().to_dict() == {"county": 2, "river_reach": 1, "cell": 1}
    assert [g["precision"] for g in found.grounds] == ["county", "river_reach"]
    assert rows.loc[rows["precision"] == "county", "ground"].tolist() == [0]
    assert rows.loc[rows["precision"] == "cell", "ground"].tolist() == [2]


def test_grounds_past_the_limit_are_circles_wide_enough(monkeypatch):
    monkeypatch.setattr(aggregate, "MOST_GROUNDS", 3)
    draw = np.random.default_rng(3)
    areas = [Point(x, y).buffer(0.1) for x, y in draw.uniform((126, 40), (130, 42), (40, 2))]
    table = gpd.GeoDataFrame({"precision": ["county"] * 40, "uncertainty_m": 9000.0}, geometry=areas, crs="EPSG:4326")
    found, rows = groups_of(table, 3)
    assert rows["weight"].sum() == 40
    assert len(found.grounds) == 3
    loose = rows[rows["ground"] < 0]
    assert loose["weight"].sum() == 37
    assert set(loose["precision"]) == {"county"}
    assert loose["uncertainty_m"].min() > 9000 + 60_000, "the circle holds the cell whose incidents it stands for"


def test_the_finest_cells_that_are_few_enough_are_taken(monkeypatch):
    table = many_incidents(3000, towns=50)
    finest, rows = groups_of(table)
    assert finest.resolution == aggregate.FINEST
    monkeypatch.setattr(aggregate, "MOST_GROUPS", len(rows) - 400)
    coarser, fewer = groups_of(table)
    assert coarser.resolution < finest.resolution
    assert fewer["weight"].sum() == rows["weight"].sum() == 3000
    monkeypatch.setattr(aggregate, "MOST_GROUPS", 0)
    assert groups_of(table)[0].resolution == aggregate.COARSEST


def test_only_many_are_grouped_unless_it_is_asked_for():
    few = sample_incidents(24)
    assert "grouped" not in page_data(checked(few))[0]
    assert page_data(checked(few), aggregate=True)[0]["grouped"]["incidents"] == 24
    assert page_data(checked(few), aggregate=4)[0]["grouped"]["resolution"] == 4
    assert aggregate.is_wanted(partitions.MANY_INCIDENTS + 1, None)
    assert not aggregate.is_wanted(partitions.MANY_INCIDENTS, None)
    assert not aggregate.is_wanted(10**7, aggregate=False)
    assert aggregate.is_wanted(1, aggregate=0), "a resolution, not False"
    with pytest.raises(RenderError, match="aggregate=16 is no resolution of H3"):
        render_map(few, aggregate=16)


def test_nothing_of_what_was_said_is_on_a_page_of_groups(tmp_path):
    secret = sample_incidents(24).assign(
        title="Xyzzy said", quote="Xyzzy was here", publisher="The Xyzzy", source_url="https://xyzzy.example"
    )
    payload, blocks = page_data(checked(secret), aggregate=True)
    core = block.decode(payload["incidents"], blocks)
    assert "xyzzy" not in str((payload, core)).lower()
    assert sum(core["weight"]) == 24


def test_pages_of_groups_are_the_same_bytes_and_say_their_number(tmp_path):
    pages = []
    for name in ("one", "two"):
        m = render_map(many_incidents(2000), aggregate=True)
        m.save(tmp_path / name)
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]
    assert m._repr_mimebundle_()["text/plain"].startswith("<borderatlas map: 2,000 incidents")


def test_it_is_said_how_to_get_h3(monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(aggregate, "find_spec", lambda name: None if name == "h3" else found(name))
    with pytest.raises(RenderError, match=r"needs h3; pip install 'borderatlas\[maps\]'.*--no-aggregate"):
        render_map(sample_incidents(5), aggregate=True)


def test_without_incidents_there_are_no_groups():
    found, rows = groups_of(sample_incidents(3).iloc[:0])
    assert len(rows) == 0
    assert found.about()["incidents"] == 0


def test_a_cell_across_the_antimeridian_is_no_band_about_the_world():
    found, _ = groups_of(pd.DataFrame({"latitude": [41.0], "longitude": [179.999]}), 3)
    [line] = found.cells["lines"]
    lons = np.cumsum(line[0::2])
    assert lons.max() - lons.min() < 3 * 1e5


DAYS = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["2015", "2015-02", "no date"]))


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.floats(-90, 90)), st.one_of(st.none(), st.floats(-180, 180)), DAYS, DAYS,
            st.sampled_from(["flood", "", None]), st.sampled_from([None, "exact", "county", "province", "river_reach"]),
        ),
        max_size=12,
    ),
    st.sampled_from([None, 0, 7]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_no_incident_is_ever_lost(rows, resolution):
    names = ["latitude", "longitude", "date_start", "date_end", "event_type", "precision"]
    table = pd.DataFrame(rows, columns=names).astype({"latitude": float, "longitude": float})
    found, groups = groups_of(table, resolution)
    assert groups["weight"].sum() == len(rows)
    known = checked(table)
    located = known["latitude"].notna()
    assert groups.loc[groups["latitude"].notna(), "weight"].sum() == located.sum()
    undated = (block.days(known["date_start"], last=False) == block.NOTHING) & (block.last_days(known) == block.NOTHING)
    nothing = (groups["from"] == block.NOTHING) & (groups["to"] == block.NOTHING)
    assert groups.loc[nothing, "weight"].sum() == undated.sum()
    assert found.used.max(initial=-1) < len(found.grounds) + len(found.cells["ids"])
