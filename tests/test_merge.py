"""Merging drafts into a table that people work on: what is added, what is updated, and what nobody may touch."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incident_tables import KINDS, ONE, frame, ground, many

import borderatlas as ba
from borderatlas.atlas import gather_incidents
from borderatlas.errors import OutputError, TableError
from borderatlas.incidents.drafted import record_path
from borderatlas.incidents.fingerprints import is_touched, said
from borderatlas.incidents.merging import Tally, known_cells, merge_incidents, merge_sheets
from borderatlas.incidents.sheets import Sheet
from borderatlas.incidents.tables import read_sheet, sheet_of_incidents, write_sheet

TWO = replace(
    ONE,
    id="b00000000002",
    report="r2",
    quote="A truck was stopped at Musan.",
    event_type="smuggling",
    place_id="kp.x.musan",
)


def merge(path, *incidents, **more):
    return merge_incidents(frame(incidents), path, **more)


def edit(path, number, **cells):
    """Change cells of a row as a person would, in a program of hers."""
    sheet = read_sheet(path)
    for name, value in cells.items():
        if name not in sheet.names:
            sheet.names.append(name)
        sheet.rows[number].cells[name] = value
    write_sheet(sheet, path, base=path)


def rows(path):
    return [known_cells(row) for row in read_sheet(path).rows]


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_merge_writes_and_the_second_changes_nothing(tmp_path, kind):
    path, drafts = tmp_path / f"t{kind}", many(20)
    assert str(merge(path, *drafts)) == "20 added"
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()}
    assert str(merge(path, *drafts)) == "20 unchanged"
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()} == before
    assert set(before) == {path.name, record_path(path).name}, "no lock and no half-written file is left"


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_is_updated_only_where_nobody_touched_it(tmp_path, kind):
    path = tmp_path / f"t{kind}"
    merge(path, ONE, TWO)
    edit(path, 0, title="What I call it")
    tally = merge(path, replace(ONE, date_start="2017-04-14"), replace(TWO, date_start="2017-04-14"))
    assert (tally.edited, tally.updated) == (1, 1)
    assert str(tally) == "1 updated, 1 kept because edited"
    first, second = rows(path)
    assert (first["title"], first["date_start"]) == ("What I call it", "2017-04-15")
    assert second["date_start"] == "2017-04-14"
    assert not is_touched(second), "updated rows are the program's still"
    assert merge(path, replace(TWO, date_start="2017-04-13")).updated == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "cells",
    [
        {"review_status": "accepted"},
        {"quote": ""},
        {"latitude": 41.5},
        {"note": "hers"},
        {"other_place_ids": "a"},
        {"draft_hash": "x"},
    ],
)
def test_an_edit_of_any_cell_is_seen(tmp_path, kind, cells):
    path = tmp_path / f"t{kind}"
    merge(path, ONE)
    edit(path, 0, **cells)
    before = rows(path)
    assert merge(path, replace(ONE, title="new", quote_start=77)).edited == 1
    assert rows(path) == before


def test_a_moved_footprint_is_an_edit(tmp_path):
    path = tmp_path / "t.gpkg"
    merge(path, replace(ONE, precision="county"))
    edit(path, 0, geometry=ground(replace(ONE, precision="river_reach")))
    assert merge(path, replace(ONE, precision="county", title="new")).edited == 1


@pytest.mark.parametrize("text", ["41.40166700", "41.401667"])
def test_what_says_the_same_is_no_edit(tmp_path, text):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    edit(path, 0, latitude=text, other_place_ids=None)
    assert merge(path, replace(ONE, title="new")).updated == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_pandas_has_saved_again_is_not_edited(tmp_path, kind):
    path = tmp_path / f"t{kind}"
    drafts = many(30)
    merge(path, *drafts)
    if kind == ".csv":
        pd.read_csv(path).to_csv(path, index=False)
    elif kind == ".xlsx":
        pd.read_excel(path).to_excel(path, index=False)
    elif kind == ".parquet":
        gpd.read_parquet(path).to_parquet(path)
    else:
        gpd.read_file(path).to_file(path)
    assert str(merge(path, *drafts)) == "30 unchanged"


@pytest.mark.parametrize("to", KINDS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_carried_to_another_format_is_not_edited(tmp_path, kind, to):
    drafts = many(12)
    merge(tmp_path / f"t{kind}", *drafts)
    carried = ba.write_incidents(ba.read_incidents(tmp_path / f"t{kind}"), tmp_path / f"carried{to}")
    assert str(merge(carried, *drafts)) == "12 unchanged"


def test_a_rejected_row_stays_rejected(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE, TWO)
    edit(path, 0, review_status="rejected")
    record_path(path).unlink()  # it needs no record
    assert str(merge(path, ONE, TWO)) == "1 kept because edited, 1 unchanged"
    assert rows(path)[0]["review_status"] == "rejected"


@pytest.mark.parametrize("kind", KINDS)
def test_a_deleted_row_does_not_come_back(tmp_path, kind):
    path = tmp_path / f"t{kind}"
    merge(path, ONE, TWO)
    sheet = read_sheet(path)
    del sheet.rows[0]
    write_sheet(sheet, path, base=path)
    assert str(merge(path, ONE, TWO)) == "1 unchanged, 1 not brought back because deleted"
    reworded = replace(ONE, id="b00000000009", quote="At Hyesan a man was shot by guards.")
    assert merge(path, reworded, TWO).deleted == 1, "its report was reworded, and it is deleted still"
    another = replace(ONE, id="b00000000010", place_id="kp.elsewhere", quote="Another man was shot.")
    assert merge(path, reworded, another, TWO).added == 1
    assert [row["id"] for row in rows(path)] == [TWO.id, another.id]
    assert ONE.quote not in record_path(path).read_text(encoding="utf-8")
    record_path(path).unlink()
    assert merge(path, ONE, TWO).added == 1, "without the record it is drafted again"


def test_a_table_that_is_gone_is_written_anew(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    path.unlink()
    assert merge(path, ONE).added == 1


def test_a_draft_of_a_changed_report_finds_its_row(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE, TWO)
    edit(path, 1, event_type="bribery")
    first = replace(ONE, id="c00000000001", quote="Border guards shot a man at Hyesan on April 15.")
    second = replace(TWO, id="c00000000002", quote="A truck was stopped at Musan on Friday.")
    assert str(merge(path, first, second)) == "1 updated, 1 kept because edited"
    assert [row["id"] for row in rows(path)] == [ONE.id, TWO.id], "a row keeps its id"
    before = path.read_bytes()
    assert str(merge(path, first, second)) == "1 kept because edited, 1 unchanged"
    assert path.read_bytes() == before


def test_another_incident_of_the_same_report_is_added(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    other = replace(ONE, id="c00000000001", quote="In May a woman drowned there, and her sister was arrested.")
    assert str(merge(path, other)) == "1 added, 1 no longer drafted but kept"
    assert len(rows(path)) == 2


def test_rows_of_other_reports_are_not_spoken_of(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    assert str(merge(path, TWO)) == "1 added"
    assert str(merge(path, reports=["r1"])) == "1 no longer drafted but kept"
    assert str(merge(path, reports=["r3"])) == "no incident drafted"


def test_another_version_of_the_program_is_no_reason_to_change_a_row(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    before = path.read_bytes()
    newer = '{"program": "borderatlas 99", "data": "9", "text_sha256": "0"}'
    assert merge(path, replace(ONE, provenance=newer)).unchanged == 1
    assert path.read_bytes() == before
    assert merge(path, replace(ONE, provenance=newer.replace('"0"', '"1"'))).updated == 1


def test_a_table_of_hers_keeps_columns_order_and_spelling(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes("\ufeffLat;메모;Long;when\r\n41.40;내 것;128.2;15/4/2017\r\n40.10;;124.4;\r\n".encode())
    assert merge(path, ONE).added == 1
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[0].startswith("\ufeffLat;메모;Long;when;id;report;")
    assert lines[1].startswith("41.40;내 것;128.2;15/4/2017;;")
    assert lines[2].startswith("40.10;;124.4;;;")
    assert lines[3].startswith("41.401667;;128.177778;;b00000000001;r1;")
    assert "reviewer" not in lines[0], "a column that says nothing is not added"
    before = path.read_bytes()
    assert merge(path, ONE).unchanged == 1
    assert path.read_bytes() == before


def test_a_table_with_faults_is_merged_into_and_keeps_them(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,lat,lon,date_start\nx,north,128,in spring\n", encoding="utf-8")
    assert merge(path, ONE).added == 1
    assert rows(path)[0]["date_start"] == "in spring"


def test_what_is_no_table_is_refused_and_stays(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b'a,b\n"x')
    with pytest.raises(TableError, match="not CSV"):
        merge(path, ONE)
    assert path.read_bytes() == b'a,b\n"x'
    with pytest.raises(OutputError, match="not a kind of incident table"):
        merge(tmp_path / "t.doc", ONE)
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


@pytest.mark.parametrize("trace", [".~lock.t.csv#", "~$t.csv", "t.csv-wal"])
def test_a_table_that_is_open_elsewhere_is_left_alone(tmp_path, trace):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    (tmp_path / trace).write_text("someone")
    with pytest.raises(OutputError, match="is open in another program"):
        merge(path, TWO)
    assert len(rows(path)) == 1


def test_a_link_to_a_table_stays_a_link(tmp_path):
    (tmp_path / "far").mkdir()
    path = tmp_path / "t.csv"
    path.symlink_to(tmp_path / "far" / "real.csv")
    merge(tmp_path / "far" / "real.csv", ONE)
    assert merge(path, ONE, TWO).added == 1
    assert path.is_symlink()
    assert len(rows(tmp_path / "far" / "real.csv")) == 2


def test_the_notebook_and_the_command_draft_the_same_rows(tmp_path):
    reports = ba.read_reports("data/reports")[:12]
    drafts = ba.draft_incidents(reports)
    ba.write_incidents(drafts, tmp_path / "a.csv")
    assert not any(is_touched(row) for row in rows(tmp_path / "a.csv"))
    assert merge_incidents(drafts, tmp_path / "a.csv").unchanged == len(drafts)
    assert isinstance(ba.merge_incidents(drafts, tmp_path / "b.gpkg"), Tally)
    assert [said(row) for row in rows(tmp_path / "b.gpkg")] == [said(row) for row in rows(tmp_path / "a.csv")]


# --- any sequence of drafts, edits and merges

QUOTES = [
    "Guards shot a man at Hyesan.",
    "Guards shot a man at Hyesan on Friday.",
    "A truck was stopped at Musan.",
    "Snow fell.",
    "",
]
DRAFT = st.builds(
    lambda report, quote, kind, place, date: replace(
        ONE, id=f"d{report}{QUOTES.index(quote)}{kind}{place}", report=f"r{report}", quote=quote, event_type=kind, place_id=place,
        date_start=date,
    ),
    st.integers(1, 2), st.sampled_from(QUOTES), st.sampled_from(["shooting", "smuggling"]), st.sampled_from(["a", "b", None]),
    st.sampled_from(["2017-04-15", "2017-04-16", None]),
)  # fmt: skip
DRAFTS = st.lists(DRAFT, max_size=5, unique_by=lambda draft: draft.id)
NAMES = [
    "id",
    "report",
    "title",
    "date_start",
    "event_type",
    "place_id",
    "quote",
    "latitude",
    "review_status",
    "draft_hash",
    "hers",
]
STEP = st.one_of(
    st.tuples(st.just("merge"), DRAFTS),
    st.tuples(
        st.just("edit"),
        st.tuples(st.integers(0, 9), st.sampled_from(NAMES), st.sampled_from(["", "x", "7", "rejected", None])),
    ),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("swap"), st.tuples(st.integers(0, 9), st.integers(0, 9))),
)


class Reviewer:
    """Somebody who works on a table between merges, and remembers what she did to which row."""

    def __init__(self):
        self.table, self.record = Sheet(["id", "hers"]), {}
        self.edits = {}
        self.deleted = set()

    def merge(self, drafts):
        before = list(self.table.rows)
        kept = {id(row): dict(row.cells) for row in before if is_touched(known_cells(row))}
        tally = merge_sheets(self.table, sheet_of_incidents(frame(drafts)), self.record, {"r1", "r2"})
        assert self.table.rows[: len(before)] == before, "no row vanishes, and none moves"
        assert len(self.table.rows) == len(before) + tally.added
        assert tally.added + tally.updated + tally.edited + tally.unchanged + tally.deleted == len(drafts)
        assert all(row.cells == kept[id(row)] for row in before if id(row) in kept), "an edited row is as it was"
        for row in before:
            assert all(row.cells.get(name) == value for name, value in self.edits.get(id(row), {}).items())
        assert not self.deleted & {str(row.cells["id"]) for row in self.table.rows[len(before) :]}
        added = [str(row.cells["id"]) for row in self.table.rows[len(before) :]]
        there = {str(row.cells["id"]) for row in before}
        assert not there & set(added), "no draft is added beside the row that has its id"
        again = [dict(row.cells) for row in self.table.rows]
        second = merge_sheets(self.table, sheet_of_incidents(frame(drafts)), self.record, {"r1", "r2"})
        assert not second.changes
        assert [dict(row.cells) for row in self.table.rows] == again, "merging twice changes nothing"

    def edit(self, what):
        number, name, value = what
        if self.table.rows:
            row = self.table.rows[number % len(self.table.rows)]
            before = said(known_cells(row))
            row.cells[name] = value
            if said(known_cells(row)) != before or name == "draft_hash" or (name == "hers" and value):
                self.edits.setdefault(id(row), {})[name] = value
            elif name in self.edits.get(id(row), {}):
                self.edits[id(row)][name] = value  # nothing, written in another way

    def delete(self, number):
        if self.table.rows:
            row = self.table.rows.pop(number % len(self.table.rows))
            self.edits.pop(id(row), None)  # Python may give its id to another row
            drafted = {entry.id for entry in self.record.values() if entry.row == str(row.cells["id"])}
            self.deleted |= drafted & {str(row.cells["id"])}

    def swap(self, pair):
        if self.table.rows:
            one, other = (number % len(self.table.rows) for number in pair)
            self.table.rows[one], self.table.rows[other] = self.table.rows[other], self.table.rows[one]


@settings(max_examples=300, deadline=None)
@given(steps=st.lists(STEP, max_size=12))
def test_whatever_is_drafted_edited_and_merged_no_edit_is_lost(steps):
    reviewer = Reviewer()
    for name, what in steps:
        getattr(reviewer, name)(what)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, deadline=None)
@given(
    first=DRAFTS,
    second=DRAFTS,
    number=st.integers(0, 9),
    name=st.sampled_from(NAMES[2:]),
    value=st.sampled_from(["x", "7"]),
)
def test_it_holds_for_files_too(tmp_path_factory, kind, first, second, number, name, value):
    path = tmp_path_factory.mktemp("any") / f"t{kind}"
    merge(path, *first)
    if first:
        edit(path, number % len(first), **{name: value})
        edited = rows(path)[number % len(first)]
    merge(path, *second)
    merged = rows(path)
    if first:
        assert said(merged[number % len(first)]) == said(edited)
    before = path.read_bytes()
    assert not merge(path, *second).changes
    assert path.read_bytes() == before
    assert {row["id"] for row in merged} >= {draft.id for draft in first}


def test_a_draft_that_comes_back_finds_its_own_row(tmp_path):
    """A report changes and changes back: the row that another draft took meanwhile stays one row, and has one id."""
    path = tmp_path / "t.csv"
    likeness = replace(ONE, id="b00000000009", quote="Guards shot a man at Hyesan on Friday, April 15.")
    merge(path, ONE)
    edit(path, 0, title="hers")
    assert merge(path, likeness).edited == 1, "the report says it in other words"
    merge(path, likeness, ONE)
    found = rows(path)
    assert [row["id"] for row in found] == [ONE.id, likeness.id]
    assert found[0]["title"] == "hers"
    before = path.read_bytes()
    assert not merge(path, likeness, ONE).changes
    assert path.read_bytes() == before


def test_what_is_no_longer_given_goes_from_an_untouched_row(tmp_path):
    path = tmp_path / "t.csv"
    given = frame([ONE]).assign(outline=["given"])
    merge_incidents(given, path)
    assert merge(path, ONE).updated == 1
    assert rows(path)[0]["outline"] is None
    assert merge(path, ONE).unchanged == 1


def test_an_empty_file_is_no_table_yet(tmp_path):
    path = tmp_path / "t.csv"
    path.touch()
    assert merge(path, ONE).added == 1


def test_a_table_with_surplus_fields_is_not_merged_into(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,lat,lon\nx,41,128,surplus\n", encoding="utf-8")
    with pytest.raises(TableError, match=":2:4 more fields"):
        merge(path, ONE)
    assert "surplus" in path.read_text(encoding="utf-8")


def test_drafts_without_an_id_are_refused(tmp_path):
    with pytest.raises(TableError, match="without an id"):
        merge_incidents(frame([ONE]).drop(columns="id"), tmp_path / "t.csv")
    with pytest.raises(TableError, match="is there twice"):
        merge(tmp_path / "t.csv", ONE, ONE)


def test_formulas_and_dates_of_a_workbook_stay(tmp_path):
    path = tmp_path / "t.xlsx"
    merge(path, ONE)
    book = openpyxl.load_workbook(path)
    page = book["incidents"]
    column = page.max_column + 1
    page.cell(1, column).value, page.cell(2, column).value = "sum", "=1+1"
    page.cell(1, column + 1).value, page.cell(2, column + 1).value = "seen", dt.date(2020, 1, 2)
    book.save(path)
    assert str(merge(path, ONE, TWO)) == "1 added, 1 kept because edited"
    page = openpyxl.load_workbook(path)["incidents"]
    assert (page.cell(2, column).value, page.cell(2, column).data_type) == ("=1+1", "f")
    assert page.cell(2, column + 1).is_date


def test_dates_of_a_database_are_dates(tmp_path):
    path = tmp_path / "t.gpkg"
    table = frame([ONE])
    days = pd.to_datetime(["2017-04-15"]).astype("datetime64[ms]")
    table.assign(date_start=days, seen=days + pd.Timedelta(hours=9)).to_file(path, layer="incidents")
    [row] = rows(path)
    assert row["date_start"] == "2017-04-15"
    assert row["seen"] == "2017-04-15T09:00:00"


def test_what_a_reviewer_rejected_is_not_drawn(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE, TWO)
    edit(path, 0, review_status="rejected")
    notes = []
    assert list(gather_incidents([str(path)], on_note=notes.append)["id"]) == [TWO.id]
    assert notes == [f"{path}: 1 of 2 rows are rejected and left out"]
