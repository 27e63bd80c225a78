"""One record in a hundred is broken: all the others are processed, and each broken one is told with its place and reason."""

import json
import random

import pyarrow as pa
import pytest
from broken_corpora import KINDS, PACKERS, crawl, text_of
from pyarrow import parquet

from borderatlas.corpus.run import run
from borderatlas.corpus.work import Job
from borderatlas.reports import parquet_rows

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves files open


def run_over(folder, name, data, form="jsonl"):
    (folder / name).write_bytes(data)
    manifest = run([str(folder / name)], Job("geocode", form, str(folder / "out")))
    rows = [json.loads(line) for part in sorted((folder / "out").glob("part-*")) for line in part.open()]
    rejects = [json.loads(line) for line in (folder / "out" / "rejects.jsonl").open()]
    return manifest, list(dict.fromkeys(row["report"] for row in rows)), rejects


@pytest.mark.parametrize("kind", KINDS)
def test_every_other_record_is_processed_and_each_reject_has_place_and_reason(tmp_path, kind):
    broken = KINDS[kind]()
    manifest, reports, rejects = run_over(tmp_path, f"c.{kind}", broken.data)
    assert reports == broken.good
    assert manifest["reports"] == len(broken.good)
    assert [reject["position"].partition(":")[0] for reject in rejects] == list(broken.rejects)
    assert {reject["file"] for reject in rejects} == {str(tmp_path / f"c.{kind}")}
    for reject, reason in zip(rejects, broken.rejects.values(), strict=True):
        assert reason in reject["reason"]


def many_lines(number=3_000):
    chance = random.Random(3)
    return b"".join(
        json.dumps({"id": f"a{i}", "text": f"{text_of(i)} {chance.random()}"}).encode() + b"\n" for i in range(number)
    )


@pytest.mark.parametrize("packer", [kind for kind in PACKERS if kind != "jsonl"])
@pytest.mark.parametrize("at", [0.3, 0.5, 0.77, 0.98])
def test_a_packed_file_that_was_cut_off_is_told_wherever_it_was_cut(tmp_path, packer, at):
    whole = PACKERS[packer](many_lines())
    _, reports, rejects = run_over(tmp_path, f"c.{packer}", whole[: int(len(whole) * at)])
    assert reports == [f"a{i}" for i in range(len(reports))]
    assert len(reports) < 3_000
    assert len(reports) or at < 0.6 or packer != "jsonl.gz"
    assert rejects[-1]["position"]
    assert "cannot be read any further" in rejects[-1]["reason"] or "not JSON" in rejects[-1]["reason"]
    assert any("cannot be read any further" in reject["reason"] for reject in rejects)


@pytest.mark.parametrize("packer", ["jsonl.gz", "jsonl.zst", "jsonl.bz2", "jsonl.xz"])
def test_a_packed_file_with_other_bytes_in_the_middle_stops_nothing(tmp_path, packer):
    torn = bytearray(PACKERS[packer](many_lines()))
    torn[len(torn) // 2 : len(torn) // 2 + 40] = bytes(range(40))
    (tmp_path / "z.jsonl").write_bytes(many_lines(3))
    (tmp_path / f"c.{packer}").write_bytes(torn)
    manifest = run([str(tmp_path)], Job("geocode", "jsonl", str(tmp_path / "out")))
    assert manifest["rejects"]
    assert manifest["reports"] >= 3


def test_two_frames_and_two_members_are_read_through(tmp_path):
    for packer in ("jsonl.gz", "jsonl.zst"):
        (tmp_path / packer).mkdir()
        halves = PACKERS[packer](many_lines(5)) + PACKERS[packer](many_lines(7))
        assert run_over(tmp_path / packer, f"c.{packer}", halves)[0]["reports"] == 12


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_that_was_cut_off_is_told(tmp_path, packed):
    whole = crawl(packed=packed).data
    _, reports, rejects = run_over(tmp_path, "c.warc.gz" if packed else "c.warc", whole[:-20])
    assert 110 < len(reports) < 117  # what was unpacked with the tear is lost with it
    assert rejects[-1]["position"]
    assert "cannot be read any further" in rejects[-1]["reason"]


def test_a_torn_row_group_leaves_the_others(tmp_path):
    path = tmp_path / "c.parquet"
    texts = [f"{text_of(i)} {random.Random(i).random()}" for i in range(100)]
    parquet.write_table(pa.table({"id": [f"a{i}" for i in range(100)], "text": texts}), path, row_group_size=25)
    torn = bytearray(path.read_bytes())
    at = parquet.ParquetFile(path).metadata.row_group(1).column(1).data_page_offset
    torn[at + 60 : at + 200] = bytes(140)
    manifest, reports, rejects = run_over(tmp_path, "c.parquet", torn)
    assert reports == [f"a{i}" for i in range(100) if not 25 <= i < 50]
    assert manifest["rejects"] == 1
    assert rejects[0]["position"] == "26"
    assert "broken Parquet file" in rejects[0]["reason"]


def test_a_parquet_file_without_texts_is_told_once(tmp_path):
    path = tmp_path / "c.parquet"
    parquet.write_table(pa.table({"text": pa.array([b"a"] * 90, pa.binary())}), path, row_group_size=10)
    _, _, rejects = run_over(tmp_path, "c.parquet", path.read_bytes())
    assert ["binary, not text" in reject["reason"] for reject in rejects] == [True]


def test_portions_of_one_row_group_unpack_it_once(tmp_path, monkeypatch):
    path = tmp_path / "c.parquet"
    parquet.write_table(pa.table({"id": list(map(str, range(5_000))), "text": list(map(text_of, range(5_000)))}), path)
    opened = []
    monkeypatch.setattr(
        parquet_rows, "open_parquet", lambda path, real=parquet_rows.open_parquet: opened.append(path) or real(path)
    )
    found = [
        row.fields["id"]
        for first in range(0, 5_000, 700)
        for row in parquet_rows.read_group(path, 0, first, 700, number=first + 1)
    ]
    assert found == list(map(str, range(5_000)))
    assert len(opened) == 1
    again = [row.number for row in parquet_rows.read_group(path, 0, 300, 5, number=301)]  # back: from the beginning
    assert again == [301, 302, 303, 304, 305]
