"""`borderatlas draft`: from reports to a table that people work on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import commands
import geopandas as gpd
import pandas as pd
import pytest
from incident_tables import KINDS

from borderatlas.incidents.tables import COLUMNS, read_sheet, read_table, write_sheet

FIRST = "---\ntitle: Man shot at Hyesan\npublished: 2017-04-25\n---\n\nGuards shot a man at Hyesan on April 15. He had waded over.\n"
SECOND = "---\ntitle: Truck\npublished: 2017-05-02\n---\n\nOfficers seized smuggled copper in Hoeryong on May 1.\n"
NEXT = "next: review it in a spreadsheet or in QGIS, then borderatlas render"


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "first.md").write_text(FIRST, encoding="utf-8")
    (folder / "second.md").write_text(SECOND, encoding="utf-8")
    return folder


def run(*arguments):
    """Run the command; give its status, its output and what it says."""
    done = commands.run(*arguments)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_written_and_drawn(tmp_path, reports, kind):
    table = tmp_path / f"incidents{kind}"
    status, output, said = run("draft", reports, "-o", table)
    assert (status, output) == (0, f"{table}\n")
    assert said.splitlines() == [f"{table}: 2 added", f"{NEXT} {table}"]
    found = read_table(table).set_index("report")
    assert dict(found.place_id) == {"first": "kp.ryanggang.hyesan", "second": "kp.north-hamgyong.hoeryong"}
    assert list(found.event_type) == ["shooting", "smuggling"]
    before = table.read_bytes()
    assert run("draft", reports, "-o", table)[2].startswith(f"{table}: 2 unchanged\n")
    assert table.read_bytes() == before
    assert run("render", table, "-o", tmp_path / "map.html")[0] == 0
    assert run("check", table)[0] == 0


def test_the_columns_are_filled(tmp_path, reports):
    run("draft", reports, "-o", tmp_path / "t.csv")
    sheet = read_sheet(tmp_path / "t.csv")
    assert sheet.names[: len(COLUMNS)] == list(COLUMNS)
    first, second = (row.cells for row in sheet.rows)
    assert (first["acled_event_type"], first["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (first["date_prec"], first["date_reported"], first["source_title"]) == (
        "1",
        "2017-04-25",
        "Man shot at Hyesan",
    )
    assert (first["place_name_local"], first["admin2"], first["feature_code"]) == ("혜산시", "Hyesan", "PPL")
    assert float(first["border_distance_m"]) < 0, "on the DPRK's side"
    assert second["plover_type"] is None
    assert (first["location_role"], first["review_status"], first["reviewer"]) == ("incident", "machine", None)
    origin = json.loads(first["provenance"])
    assert set(origin) == {"program", "data", "text_sha256"}
    start, end = int(first["quote_start"]), int(first["quote_end"])
    assert FIRST[start:end] == first["quote"]


def test_an_edit_elsewhere_in_a_report_changes_no_id(tmp_path, reports):
    table = tmp_path / "t.csv"
    run("draft", reports, "-o", table)
    ids = list(read_table(table)["id"])
    longer = FIRST.replace("Guards", "It was a cold night.\n\nGuards").replace("waded over.", "waded over the river.")
    (reports / "first.md").write_text(longer, encoding="utf-8")
    assert "1 updated, 1 unchanged" in run("draft", reports, "-o", table)[2]
    sheet = read_sheet(table)
    assert [row.cells["id"] for row in sheet.rows] == ids
    cells = sheet.rows[0].cells
    assert longer[int(cells["quote_start"]) : int(cells["quote_end"])] == cells["quote"]


def test_a_reviewers_work_stays(tmp_path, reports):
    table = tmp_path / "t.csv"
    run("draft", reports, "-o", table)
    sheet = read_sheet(table)
    sheet.names.append("my note")
    sheet.rows[0].cells |= {
        "review_status": "corrected",
        "reviewer": "me",
        "event_type": "arrest",
        "my note": "see p. 4",
    }
    del sheet.rows[1]
    write_sheet(sheet, table, base=table)
    before = table.read_bytes()
    for path in reports.iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("on ", "at dawn on "), encoding="utf-8")
    said = run("draft", reports, "-o", table)[2]
    assert said.splitlines()[0] == f"{table}: 1 kept because edited, 1 not brought back because deleted"
    assert f"{table}.drafted remembers what was deleted" in said
    assert table.read_bytes() == before


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_without_a_table_it_prints_csv(reports, output):
    status, printed, _ = run("draft", reports, *output)
    assert status == 0
    assert list(pd.read_csv(io.StringIO(printed))["report"]) == ["first", "second"]


def test_standard_input_is_a_report():
    done = commands.run("draft", "-", stdin=FIRST)
    assert done.returncode == 0, done.stderr
    assert len(pd.read_csv(io.StringIO(done.stdout))) == 1


def test_a_report_that_cannot_be_read_stops_no_other(tmp_path, reports):
    (reports / "third.txt").write_bytes(b"")
    table = tmp_path / "t.csv"
    status, output, said = run("draft", reports, "-o", table)
    assert (status, output) == (1, f"{table}\n")
    assert any("third.txt" in line for line in said.splitlines())
    assert len(read_table(table)) == 2


def test_reports_that_tell_of_nothing_make_an_empty_table(tmp_path):
    (tmp_path / "r.txt").write_text("It rained in Lisbon.", encoding="utf-8")
    status, _, said = run("draft", tmp_path / "r.txt", "-o", tmp_path / "t.csv")
    assert status == 0
    assert said.startswith(f"{tmp_path / 't.csv'}: no incident drafted")
    assert len(read_table(tmp_path / "t.csv")) == 0


@pytest.mark.parametrize("name", ["t.docx", "t.html", "t.txt"])
def test_what_is_no_table_is_refused_before_the_work(tmp_path, reports, name):
    status, _, said = run("draft", reports, "-o", tmp_path / name)
    assert status == 1
    assert len(said.splitlines()) == 1
    assert "not a kind of incident table" in said


def test_nothing_is_written_when_no_report_can_be_read(tmp_path):
    status, output, said = run("draft", tmp_path / "none.txt", "-o", tmp_path / "t.csv")
    assert (status, output) == (1, "")
    assert "Traceback" not in said
    assert not (tmp_path / "t.csv").exists()


def test_a_table_made_elsewhere_is_taken(tmp_path, reports):
    table = tmp_path / "t.gpkg"
    hers = gpd.GeoDataFrame({"Name": ["post"], "seen": [3]}, geometry=gpd.points_from_xy([128.2], [41.4]), crs=4326)
    hers.to_file(table, layer="posts")
    assert "2 added" in run("draft", reports, "-o", table)[2]
    found = read_table(table)
    assert list(found["Name"].dropna()) == ["post"]
    assert list(found["seen"].dropna()) == [3]
    assert len(found) == 3


def test_the_benchmark_prints_a_line_for_each_format():
    script = Path(__file__).parent.parent / "benchmarks" / "tables.py"
    done = subprocess.run([sys.executable, script, "40"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()[2:]
    assert [line.split()[0] for line in lines] == ["CSV", "GeoJSON", "GeoPackage", "GeoParquet", "Excel"]
    assert all(line.endswith("   equal") for line in lines)


def test_a_corpus_of_reports_is_never_merged_into(tmp_path):
    corpus = tmp_path / "corpus.csv"
    corpus.write_text('id,published,text\na,2017-04-25,"Guards shot a man in Hyesan on April 15."\n', encoding="utf-8")
    before = corpus.read_bytes()
    status, _, said = run("draft", corpus, "-o", corpus)
    assert (status, said) == (1, f"{corpus}: holds reports, not incidents; name another file for the table\n")
    assert corpus.read_bytes() == before
    assert "1 added" in run("draft", corpus, "-o", tmp_path / "t.csv")[2]


def test_a_table_among_the_reports_is_no_report(tmp_path, reports):
    for kind in KINDS:
        assert run("draft", reports, "-o", reports / f"incidents{kind}")[0] == 0
    assert "2 unchanged" in run("draft", reports, "-o", reports / "incidents.csv")[2]
