"""`borderatlas check FILE`: every problem of a table in one run, none of them a traceback, the file untouched."""

import json
from hashlib import sha256
from pathlib import Path

import commands
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import borderatlas as ba
from borderatlas.incidents.checks import check_table
from borderatlas.reports.read import read_reports

TABLES = Path(__file__).parent / "tables"
BROKEN = TABLES / "broken"
EXPECTED = json.loads((TABLES / "broken.json").read_text(encoding="utf-8"))
KIND_OF_NOTE = " note: "


@pytest.fixture(scope="module")
def reports():
    return read_reports(str(TABLES / "reports"))


def test_there_are_broken_tables_enough():
    assert {path.name for path in BROKEN.iterdir()} == set(EXPECTED)
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_broken_table_gets_its_messages_and_stays_as_it_is(name, reports, monkeypatch):
    monkeypatch.chdir(BROKEN)
    before = sha256(Path(name).read_bytes()).digest()
    problems = check_table(name, reports=reports)
    assert [str(problem) for problem in problems] == EXPECTED[name]
    assert [KIND_OF_NOTE in line for line in EXPECTED[name]] == [not problem.is_error for problem in problems]
    assert sha256(Path(name).read_bytes()).digest() == before


def test_every_message_names_the_file_and_what_would_be_right():
    for name, lines in EXPECTED.items():
        for line in lines:
            assert line.startswith(f"{name}:"), line
            assert "; " in line or ": " in line, line
            assert "\n" not in line


def run(*arguments):
    return commands.run("check", *arguments)


@pytest.mark.parametrize(
    "name", ["many_faults.csv", "no_geopackage.gpkg", "no_layer.gpkg", "deep.json", "nul_bytes.csv"]
)
def test_errors_leave_with_status_1_and_no_traceback(name):
    done = run(BROKEN / name)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == len(EXPECTED[name])


@pytest.mark.parametrize("name", ["outside_the_area.csv", "legacy_encoding.csv", "header_only.csv"])
def test_notes_leave_with_status_0(name):
    done = run(BROKEN / name)
    assert done.returncode == 0, done.stderr
    assert " note: " in done.stderr


def test_quotes_are_looked_for_where_the_reports_are():
    done = run(BROKEN / "wrong_quote.csv", "--reports", TABLES / "reports")
    assert done.returncode == 1
    assert "words that nobody wrote" in done.stderr
    assert run(BROKEN / "wrong_quote.csv").returncode == 0, "without reports nothing is said of quotes"


def test_a_missing_file_and_a_folder_are_one_line_each(tmp_path):
    for target in (tmp_path / "none.csv", tmp_path / "none.gpkg", tmp_path):
        done = run(target)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr


def test_what_the_program_drafts_holds(tmp_path):
    """Drafts of the example reports have no error, in any format, against the very reports they are from."""
    examples = ba.read_reports(str(Path(ba.__file__).parent.parent / "data" / "reports"))
    table = ba.draft_incidents(examples)
    for kind in (".csv", ".geojson", ".gpkg", ".parquet", ".xlsx"):
        path = ba.write_incidents(table, tmp_path / f"t{kind}")
        errors = [str(problem) for problem in check_table(path, reports=examples) if problem.is_error]
        assert errors == [], errors[:10]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".csv", ".tsv", ".geojson", ".json"]))
def test_no_bytes_make_it_fall(tmp_path, data, suffix):
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    for problem in check_table(path):
        assert str(problem).startswith(str(path))
    assert path.read_bytes() == data


HEADER = "id,title,date_start,date_end,event_type,place_id,place_name,latitude,longitude,country,precision,uncertainty_m,geometry"
CELL = st.one_of(
    st.text(max_size=12), st.sampled_from(["Hyesan", "41.4", "128.2", "KP", "2017-02-30", "POINT (1 2)", "1e400", "-0", "nan", "\u0663"])
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELL, min_size=13, max_size=13), min_size=1, max_size=3))
def test_no_cells_make_it_fall(tmp_path, rows):
    path = tmp_path / "any.csv"
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_text("\n".join([HEADER, *quoted]), encoding="utf-8", errors="replace", newline="")
    check_table(path)


def test_a_month_that_ends_what_began_on_a_day_of_it_is_in_order(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "latitude,longitude,publisher,date_start,date_end\n41.41,128.18,P,2017-04-15,2017-04\n", encoding="utf-8"
    )
    assert check_table(path) == []
    assert len(ba.read_incidents(path)) == 1
