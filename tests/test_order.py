"""The same bytes for the same reports, in any order and on every run; outputs are looked at before anything is read."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from itertools import permutations
from pathlib import Path

import pytest

from borderatlas.gazetteer.geocoding import geocode, geocode_all
from borderatlas.gazetteer.records import lines
from borderatlas.reports.read import iter_reports, read_reports

REPORTS = Path(__file__).resolve().parent.parent / "data" / "reports"


def command(*arguments: object, seed: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "borderatlas", "geocode", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", env=os.environ | {"PYTHONHASHSEED": str(seed)}, check=False,
    )  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "b.txt").write_text("Near Musan, and at Musan county.", encoding="utf-8")
    (tmp_path / "older" / "a.txt").write_text("무산군 맞은편에서 강을 건넜다.", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"id": "r2", "text": "In Hyesan."}\n{"id": "r1", "text": "In Jian."}\n', "utf-8")
    (tmp_path / "z.txt").write_text("丹东对岸的新义州。 Namyang and Jongsong.", encoding="utf-8")
    return [tmp_path / "older", tmp_path / "c.jsonl", tmp_path / "z.txt"]


def test_any_order_of_reports_gives_the_same_bytes(sources):
    printed = {command(*order, seed=n).stdout for n, order in enumerate(permutations(sources))}
    assert len(printed) == 1
    assert printed.pop().count("\n") >= 8


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson"])
def test_files_are_the_same_bytes_on_every_run(tmp_path, sources, form):
    written = []
    for seed, order in enumerate((sources, sources[::-1])):
        output = tmp_path / f"out{seed}.{form}"
        assert command(*order, "--format", form, "-o", output, seed=seed + 1).returncode == 0
        written.append(output.read_bytes())
    assert written[0] == written[1]
    assert written[0] == command(*sources, "--format", form).stdout.encode("utf-8")


def test_other_reports_change_nothing_in_a_report():
    reports = read_reports(REPORTS)[:40]
    alone = {report.id: list(lines(geocode(report))) for report in reports}
    backwards = [line for report in reversed(reports) for line in alone[report.id]]
    assert list(lines(geocode_all(reports[::-1]))) == backwards


def test_reports_of_one_name_are_told(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("In Hyesan.", encoding="utf-8")
    done = command(tmp_path)
    assert done.returncode == 0
    [note] = done.stderr.splitlines()
    assert note.startswith(
        f"{tmp_path / 'two' / 'x.txt'}: its id 'x' is that of a report in {tmp_path / 'one' / 'x.txt'} too"
    )
    assert done.stdout.count("\n") == 2


def test_records_of_one_id_are_told_once_a_file(tmp_path):
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"id": "r", "text": "In Hyesan."}\n' * 3, encoding="utf-8")
    notes: list[str] = []
    assert len(read_reports(corpus, on_note=notes.append)) == 3
    assert len(notes) == 1
    assert "'r'" in notes[0]


def test_no_text_is_written_when_the_output_may_not_be(tmp_path, sources):
    output = tmp_path / "out.jsonl"
    output.write_text("mine", encoding="utf-8")
    done = command(*sources, "--texts", tmp_path / "texts", "-o", output)
    assert done.returncode == 1
    assert "--overwrite" in done.stderr
    assert not (tmp_path / "texts").exists()
    assert output.read_text(encoding="utf-8") == "mine"


def test_reports_are_streamed(tmp_path):
    """A corpus many times larger than what is held while it is geocoded."""
    text = "In Hyesan. " + "Nothing was said of it. " * 800
    corpus = tmp_path / "c.jsonl"
    corpus.write_text("".join(f'{{"id": "r{n}", "text": "{text}"}}\n' for n in range(100)), encoding="utf-8")
    geocode(read_reports(REPORTS)[0])  # what is loaded late is loaded
    tracemalloc.start()
    try:
        found = sum(1 for _ in lines(geocode_all(iter_reports(corpus))))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == 100
    assert peak < corpus.stat().st_size / 4
