"""Merging after a spreadsheet has had the table: whatever Excel and LibreOffice make of cells, columns and rows, nothing is lost.

The table is changed and read here without a word of this project's own readers.
"""

import csv
import io
import os
from collections import Counter
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incident_tables import ONE, frame
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from borderatlas.errors import OutputError, TableError
from borderatlas.incidents import merging
from borderatlas.incidents.drafted import record_path
from borderatlas.incidents.merging import merge_incidents
from borderatlas.incidents.tables import read_sheet

QUOTES = [
    "Guards shot a man at Hyesan.",
    "Guards shot a man at Hyesan on Friday.",
    "A truck was stopped at Musan.",
    "Snow fell.",
]
DRAFT = st.builds(
    lambda report, quote, kind, place, date: replace(
        ONE, id=f"d{report}{QUOTES.index(quote)}{kind[:2]}{place}", report=f"r{report}", quote=quote, event_type=kind,
        place_id=place, date_start=date,
    ),
    st.integers(1, 2), st.sampled_from(QUOTES), st.sampled_from(["shooting", "smuggling"]), st.sampled_from(["a", "b"]),
    st.sampled_from(["2021-12-03", "2021-12-04"]),
)  # fmt: skip
DRAFTS = st.lists(DRAFT, max_size=4, unique_by=lambda draft: draft.id)


def merge(path, *drafts):
    return merge_incidents(frame(drafts), path, reports=["r1", "r2"])


class Spreadsheet:
    """A program for tables that knows nothing of incidents, and a person at it."""

    def __init__(self, path):
        self.path = path
        text = path.read_text(encoding="utf-8-sig")
        self.separator = max(",;\t", key=text.partition("\n")[0].count)
        self.header, *self.rows = list(csv.reader(io.StringIO(text), delimiter=self.separator)) or [[]]

    def save(self, separator=None, mark=False):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator or self.separator, lineterminator="\r\n")
        writer.writerows([self.header, *self.rows])
        self.path.write_text(out.getvalue(), encoding="utf-8-sig" if mark else "utf-8", newline="")

    def column(self, number):
        return number % len(self.header)

    # what people and programs do

    def redate(self, _):
        """Dates as an American Excel shows them."""
        for row in self.rows:
            for at, name in enumerate(self.header):
                if "date" in name and len(row[at]) == 10:
                    year, month, day = row[at].split("-") if row[at].count("-") == 2 else (None,) * 3
                    row[at] = f"{int(month)}/{int(day)}/{year}" if year else row[at]

    def decimal_commas(self, _):
        for row in self.rows:
            row[:] = [cell.replace(".", ",") if cell.replace(".", "", 1).isdigit() else cell for cell in row]

    def trailing_space(self, number):
        for row in self.rows[: 1 + number % 2]:
            row[self.column(number)] += " "

    def sort_rows(self, number):
        self.rows.sort(key=lambda row: row[self.column(number)], reverse=bool(number % 2))

    def sort_one_column(self, number):
        """The classic: one column is sorted, the others are not."""
        at = self.column(number)
        for row, value in zip(self.rows, sorted(row[at] for row in self.rows), strict=True):
            row[at] = value

    def reorder_columns(self, number):
        at = self.column(number)
        for row in (self.header, *self.rows):
            row.insert(0, row.pop(at))

    def add_column(self, number):
        name = f"note {len(self.header)}"
        for row in self.rows:
            row.insert(self.column(number), "seen" if number % 3 else "")
        self.header.insert(self.column(number), name)

    def delete_column(self, number):
        at = self.column(number)
        if self.header[at] not in {"latitude", "longitude", "place_name", "place_id", "geometry"}:
            for row in (self.header, *self.rows):
                del row[at]

    def empty_ids(self, number):
        if "id" in self.header:
            for row in self.rows[number % 2 :]:
                row[self.header.index("id")] = ""

    def duplicate(self, number):
        if self.rows:
            self.rows.append(list(self.rows[number % len(self.rows)]))

    def edit(self, number):
        if self.rows:
            self.rows[number % len(self.rows)][self.column(number // 7)] = "hers"

    def delete_row(self, number):
        if self.rows:
            del self.rows[number % len(self.rows)]

    def write_row(self, number):
        self.rows.append([f"her own {number}" if name in {"title", "place_name"} else "" for name in self.header])

    def pad(self, _):
        """Columns that were once used, and are empty."""
        for row in (self.header, *self.rows):
            row += ["", ""]


HABITS = [name for name in vars(Spreadsheet) if not name.startswith("_") and name not in {"save", "column"}]
SAVED = st.tuples(st.sampled_from([None, ";", "\t"]), st.booleans())
STEP = st.tuples(st.lists(st.tuples(st.sampled_from(HABITS), st.integers(0, 60)), max_size=4), SAVED, DRAFTS)


def as_people_see(path):
    """Give the rows of a CSV file as (column, text) pairs, without what is empty."""
    sheet = Spreadsheet(path)
    return [
        frozenset((name, cell) for name, cell in zip(sheet.header, row, strict=False) if cell) for row in sheet.rows
    ]


@settings(max_examples=80, deadline=None)
@given(first=DRAFTS, steps=st.lists(STEP, min_size=1, max_size=4))
def test_whatever_a_spreadsheet_does_no_cell_of_hers_is_lost(tmp_path_factory, first, steps):
    path = tmp_path_factory.mktemp("t") / "t.csv"
    merge(path, *first)
    written = Counter(as_people_see(path))
    for habits, (separator, mark), drafts in steps:
        sheet = Spreadsheet(path)
        for name, number in habits:
            if sheet.header:
                getattr(sheet, name)(number)
        sheet.save(separator, mark)
        saved, before = Counter(as_people_see(path)), path.read_bytes()
        try:
            merge(path, *drafts)
        except TableError:
            assert path.read_bytes() == before, "what is refused stays as it is"
            return
        merged = Counter(as_people_see(path))
        # Rows that do not say what the program had written; a bare copy of such a row is the program's as much as it.
        hers = Counter({row: count for row, count in (saved - written).items() if row not in written})
        assert not hers - merged, "a row that was changed is as she left it"
        assert merged.total() >= saved.total(), "no row vanishes"
        again = path.read_bytes()
        assert not merge(path, *drafts).changes
        assert path.read_bytes() == again, "merging twice changes nothing"
        written = Counter(as_people_see(path)) - hers


@pytest.mark.parametrize("habit", HABITS)
def test_each_habit_by_itself(tmp_path, habit):
    """The same, so that no habit hides behind the chance of another."""
    other = replace(ONE, id="b2", report="r2", quote=QUOTES[2], event_type="smuggling")
    for number in range(6):
        path = tmp_path / f"{habit}{number}.csv"
        merge(path, ONE, other)
        written = Counter(as_people_see(path))
        sheet = Spreadsheet(path)
        getattr(sheet, habit)(number)
        sheet.save(";", mark=True)
        hers = Counter(as_people_see(path)) - written
        merge(path, replace(ONE, date_start="2021-12-09"), replace(other, title="Another"))
        assert not hers - Counter(as_people_see(path))
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "the spreadsheet that saved it needs its mark"


# --- workbooks: every cell stays where it is


def workbook(path):
    book = openpyxl.load_workbook(path)
    return book, book["incidents"]


def cells(path):
    page = workbook(path)[1]
    return {(cell.row, cell.column): cell.value for line in page.iter_rows() for cell in line if cell.value is not None}


TWO = replace(ONE, id="b00000000002", report="r2", quote=QUOTES[2], event_type="smuggling")
NEW = replace(ONE, id="b00000000003", report="r2", quote=QUOTES[3], event_type="disaster")


def test_notes_empty_lines_and_tables_of_a_workbook_keep_their_cells(tmp_path):
    path = tmp_path / "t.xlsx"
    merge(path, ONE, TWO)
    book, page = workbook(path)
    page.insert_rows(3)  # an empty line between the two
    page.cell(4, 2).comment = Comment("ask her", "me")
    width = page.max_column
    page.cell(1, width + 1).value, page.cell(4, width + 1).value = "hers", "seen"
    page.add_table(Table(displayName="all", ref=f"A1:{page.cell(4, width + 1).coordinate}"))
    book.save(path)
    before = cells(path)
    assert merge(path, ONE, TWO, NEW).added == 1
    after = cells(path)
    assert {at: after.get(at) for at in before} == before
    page = workbook(path)[1]
    assert page.cell(4, 2).comment.text == "ask her"
    assert page.cell(5, 1).value == NEW.id
    assert page.max_column == width + 1, "the header of her table is as it was"
    assert [row.cells["id"] for row in read_sheet(path).rows] == [ONE.id, TWO.id, NEW.id]


def test_a_column_without_a_name_stops_the_merge_when_it_holds_something(tmp_path):
    path = tmp_path / "t.xlsx"
    merge(path, ONE)
    book, page = workbook(path)
    page.insert_cols(3)  # empty: a gap between columns
    book.save(path)
    before = cells(path)
    assert merge(path, ONE, TWO).added == 1
    assert before.items() <= cells(path).items(), "no column has moved into the gap"
    book, page = workbook(path)
    page.cell(2, 3).value = "a word of hers"
    book.save(path)
    before = path.read_bytes()
    with pytest.raises(TableError, match=r"t\.xlsx:1:3 column C has cells and no name"):
        merge(path, ONE, TWO, NEW)
    assert path.read_bytes() == before


def test_merged_cells_are_read_as_they_look_and_stay_merged(tmp_path):
    path = tmp_path / "t.xlsx"
    merge(path, ONE, TWO)
    book, page = workbook(path)
    at = page.max_column + 1
    page.cell(1, at).value, page.cell(2, at).value = "dossier", "north"
    page.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)
    book.save(path)
    assert [row.cells["dossier"] for row in read_sheet(path).rows] == ["north", "north"]
    assert merge(path, ONE, TWO, NEW).added == 1
    assert [str(span) for span in workbook(path)[1].merged_cells.ranges] == [
        f"{page.cell(2, at).coordinate}:{page.cell(3, at).coordinate}"
    ]


def test_a_formula_says_what_it_gave_and_stays_a_formula(tmp_path):
    """The result is what the spreadsheet has left in the file."""
    import zipfile

    path, saved = tmp_path / "t.xlsx", tmp_path / "s.xlsx"
    merge(path, ONE)
    book, page = workbook(path)
    at = page.max_column + 1
    page.cell(1, at).value, page.cell(2, at).value = "sum", "=1+1"
    book.save(path)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(saved, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name)
                .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
                .replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"),
            )
    [row] = read_sheet(saved).rows
    assert row.cells["sum"] == 2
    assert merge(saved, ONE, TWO).added == 1
    assert workbook(saved)[1].cell(2, at).value == "=1+1"
    assert "a formula without its result (1 in all)" in read_sheet(path).notes[0]


def test_a_workbook_with_a_chart_is_not_written_into(tmp_path):
    from openpyxl.chart import BarChart, Reference

    path = tmp_path / "t.xlsx"
    merge(path, ONE)
    book, page = workbook(path)
    chart = BarChart()
    chart.add_data(Reference(page, min_col=1, min_row=1, max_row=2))
    page.add_chart(chart, "A10")
    book.save(path)
    before = path.read_bytes()
    with pytest.raises(TableError, match="holds a chart, which would be lost; move it to another workbook"):
        merge(path, ONE, TWO)
    assert path.read_bytes() == before
    assert merge(path, ONE).unchanged == 1, "what changes nothing writes nothing"


# --- what stands beside the cells, and other programs


def test_what_a_feature_says_beside_its_properties_stays(tmp_path):
    import json

    path = tmp_path / "t.geojson"
    merge(path, ONE)
    collection = json.loads(path.read_text(encoding="utf-8"))
    collection["features"][0]["style"] = {"colour": "red"}
    path.write_text(json.dumps(collection), encoding="utf-8")
    assert merge(path, ONE, TWO).added == 1
    first, second = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert first["style"] == {"colour": "red"}
    assert "style" not in second


def test_a_table_that_is_saved_while_drafts_are_merged_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    whole = merging.match_rows

    def meanwhile(*arguments):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("machine", "accepted"), encoding="utf-8")
        os.utime(path, ns=(1, 1))
        return whole(*arguments)

    monkeypatch.setattr(merging, "match_rows", meanwhile)
    with pytest.raises(OutputError, match="was saved by another program while the drafts were merged"):
        merge(path, ONE, TWO)
    assert "accepted" in path.read_text(encoding="utf-8")


def test_an_emptied_file_with_its_record_is_begun_anew(tmp_path):
    path = tmp_path / "t.csv"
    merge(path, ONE)
    path.write_bytes(b"")
    assert record_path(path).exists()
    assert merge(path, ONE).added == 1


@pytest.mark.parametrize("content", ["Date,Place,Notes\n2021-12-03,Hyesan,Shots\n", "a,b\n1,2\n", "nothing\n"])
def test_drafts_are_not_mixed_into_columns_of_another_sense(tmp_path, content):
    """Beside drafts her Place would no longer be recognised as one."""
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match="name another file for the drafts"):
        merge(path, ONE)
    assert path.read_text(encoding="utf-8") == content


# --- and what a spreadsheet has saved is drawn


@pytest.mark.parametrize(
    ("dates", "order", "read"),
    [
        (["12/31/2021", "12/3/2021"], None, "2021-12-03"), (["31/12/2021", "12/3/2021"], None, "2021-03-12"),
        (["31.12.2021", "3.12.2021"], None, "2021-12-03"), (["11/3/2021", "12/3/2021"], "month-first", "2021-12-03"),
    ],
)  # fmt: skip
def test_a_table_that_excel_has_saved_is_read_as_it_is_meant(tmp_path, dates, order, read):
    from borderatlas.incidents.intake import take_table

    path, notes = tmp_path / "t.csv", []
    merge(path, ONE, TWO)
    sheet = Spreadsheet(path)
    for row, date in zip(sheet.rows, dates, strict=True):
        for name in ("date_start", "date_end", "date_reported", "source_date"):
            row[sheet.header.index(name)] = date
    sheet.decimal_commas(0)
    sheet.save(";", mark=True)
    table = take_table(path, order=order, on_note=notes.append)
    assert table["date_start"][1] == read
    assert table["latitude"][1] == ONE.latitude
    assert len(notes) == 2
    assert merge(path, replace(ONE, title="Another"), TWO).edited == 2, "it is hers now, and stays as she saved it"


def test_of_dates_that_could_be_either_nothing_is_guessed(tmp_path):
    from borderatlas.incidents.intake import take_table

    path = tmp_path / "t.csv"
    merge(path, ONE)
    path.write_text(path.read_text(encoding="utf-8").replace("2017-04-15", "4/5/2017"), encoding="utf-8")
    with pytest.raises(TableError, match=r":2:4 date_start '4/5/2017' is no date; .*--dates"):
        take_table(path)
