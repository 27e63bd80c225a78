"""Folders of partitions are incident tables."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
from render_sample import sample_incidents
from shapely.geometry import Point

from borderatlas.atlas import gather_incidents
from borderatlas.errors import TableError
from borderatlas.incidents import partitions
from borderatlas.render.atlas_map import checked, page_data, render_map


def write_parts(folder, task="draft", manifest=True):
    folder.mkdir()
    table = sample_incidents(16)
    for i in range(2):
        table.iloc[i * 8 : i * 8 + 8].to_parquet(folder / f"part-0000{i}-000000.parquet")
    if manifest:
        (folder / "manifest.json").write_text(json.dumps({"program": "borderatlas 1", "options": {"task": task}}))
        (folder / "rejects.jsonl").write_text("")
    return folder, table


@pytest.mark.parametrize("manifest", [True, False])
def test_partitions_are_read_as_one_table(tmp_path, manifest):
    folder, table = write_parts(tmp_path / "drafts", manifest=manifest)
    found = gather_incidents([str(folder)])
    assert found["id"].tolist() == table["id"].tolist()
    assert found["precision"].tolist() == table["precision"].tolist()
    assert found.geometry.isna().sum() == table.geometry.isna().sum()
    assert found.crs == "EPSG:4326"


def test_rejected_rows_of_partitions_are_left_out(tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    statuses = ["machine", "rejected"]
    rows = gpd.GeoDataFrame({"review_status": statuses}, geometry=[Point(128, 41)] * 2, crs="EPSG:4326")
    rows.assign(latitude=41.0, longitude=128.0).to_parquet(folder / "part-0.parquet")
    assert gather_incidents([str(folder)])["review_status"].tolist() == ["machine"]


TEXTS = (
    "Guards at Hyesan shot at two people on the Yalu near Sinuiju on Monday, a source in Chongjin said.",
    "Police arrested a trader in Musan County, North Hamgyong Province, on Tuesday.",
)


def run_of(folder, task, form):
    from borderatlas.corpus.run import run
    from borderatlas.corpus.work import Job

    corpus = folder / "corpus.jsonl"
    lines = (json.dumps({"id": f"a{i}", "text": TEXTS[i % 2], "published": "2020-01-02"}) + "\n" for i in range(6))
    corpus.write_text("".join(lines))
    run([str(corpus)], Job(task, form, str(folder / "out")))
    return str(folder / "out")


@pytest.mark.parametrize("form", ["parquet", "geoparquet", "jsonl"])
def test_what_draft_writes_is_drawn_whatever_its_format(tmp_path, form):
    found = gather_incidents([run_of(tmp_path, "draft", form)])
    drafts = gather_incidents([str(tmp_path / "corpus.jsonl")])
    same = ["id", "report", "event_type", "place_id", "date_start", "precision", "quote"]
    assert found[same].fillna("").to_numpy().tolist() == drafts[same].fillna("").to_numpy().tolist()
    assert found["latitude"].tolist() == drafts["latitude"].tolist()
    assert str(found["date_prec"].dtype) == "Int64"
    assert "Polygon" in {kind.removeprefix("Multi") for kind in found.geometry.dropna().geom_type}  # a county is no pin


@pytest.mark.parametrize("form", ["parquet", "geoparquet", "jsonl"])
def test_of_mentions_those_of_incidents_are_drawn(tmp_path, form):
    found = gather_incidents([run_of(tmp_path, "geocode", form)])
    assert len(found) == 3 * found["id"].str.startswith(("a0-", "a1-")).sum()
    assert {"kp.ryanggang.hyesan", "river.yalu"} <= set(found["place_id"])
    assert set(found["location_role"]) == {"incident"}
    assert not found["place_name"].str.contains("Chongjin").any()  # a source's place is never drawn
    page = render_map(found)
    assert len(found) == page_data(checked(found))[0]["incidents"]["size"]
    assert repr(page).startswith("<borderatlas map")


def test_footprints_that_are_the_same_are_one(tmp_path):
    found = gather_incidents([run_of(tmp_path, "draft", "geoparquet")])
    shapes = found.loc[found["precision"] == "county"].geometry.tolist()
    assert len(shapes) == 3
    assert len({id(shape) for shape in shapes}) == 1


def test_of_many_rows_only_what_groups_show_is_read(tmp_path, monkeypatch):
    folder = run_of(tmp_path, "draft", "geoparquet")
    whole = gather_incidents([folder])
    assert gather_incidents([folder], lean=True).columns.tolist() == whole.columns.tolist()
    monkeypatch.setattr(partitions, "MANY_INCIDENTS", len(whole) - 1)
    notes = []
    lean = gather_incidents([folder], lean=True, on_note=notes.append)
    assert "quote" not in lean
    assert "only the columns that a map of groups needs" in notes[0]
    pages = [page_data(checked(table), aggregate=True) for table in (whole, lean)]
    assert pages[0] == pages[1]


def test_a_damaged_partition_is_named(tmp_path):
    folder, _ = write_parts(tmp_path / "drafts")
    (folder / "part-00001-000000.parquet").write_bytes(b"PAR1 torn")
    with pytest.raises(TableError, match=r"part-00001-000000\.parquet: not a partition that can be read"):
        gather_incidents([str(folder)])


def test_a_folder_without_partitions_says_what_to_do(tmp_path):
    folder, _ = write_parts(tmp_path / "drafts")
    for part in folder.glob("part-*"):
        part.unlink()
    with pytest.raises(TableError, match=r"holds no part-\*\.parquet or \.jsonl"):
        gather_incidents([str(folder)])


def test_a_folder_is_exported_and_checked_like_a_table(tmp_path):
    from borderatlas.atlas import take_incidents
    from borderatlas.incidents.checks import check_table

    folder = run_of(tmp_path, "draft", "geoparquet")
    rows = take_incidents(folder)
    assert rows["id"].tolist() == gather_incidents([folder])["id"].tolist()
    told = [problem for problem in check_table(folder) if problem.is_error]
    assert not told
    first = next(tmp_path.glob("out/part-*.parquet"))
    (first.parent / "part-00009-000000.parquet").write_bytes(first.read_bytes())
    told = [str(problem) for problem in check_table(folder) if problem.is_error]
    assert len(told) == len(rows)
    assert "part-00009-000000.parquet:1:1 the id" in told[0]
