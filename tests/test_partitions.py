"""Folders of partitions are incident tables."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
from render_sample import sample_incidents
from shapely.geometry import Point

from borderatlas.atlas import gather_incidents
from borderatlas.errors import TableError


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


def test_a_folder_of_mentions_is_refused(tmp_path):
    folder, _ = write_parts(tmp_path / "placed", task="geocode")
    with pytest.raises(TableError, match=r"holds mentions of places, not incidents"):
        gather_incidents([str(folder)])


def test_a_damaged_partition_is_named(tmp_path):
    folder, _ = write_parts(tmp_path / "drafts")
    (folder / "part-00001-000000.parquet").write_bytes(b"PAR1 torn")
    with pytest.raises(TableError, match=r"part-00001-000000\.parquet: not a partition that can be read"):
        gather_incidents([str(folder)])


def test_drafts_as_json_lines_say_what_to_do(tmp_path):
    folder, _ = write_parts(tmp_path / "drafts")
    for part in folder.glob("part-*"):
        part.rename(part.with_suffix(".jsonl"))
    with pytest.raises(TableError, match="--format geoparquet"):
        gather_incidents([str(folder)])
