"""The checks of an incident table that need no map: words, dates, identity, sources, quotes. Each is one function."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from borderatlas.gazetteer.periods import first_day, last_day
from borderatlas.incidents.columns import COLUMN_TABLE, kind_of
from borderatlas.incidents.problems import Checked, Problem, Record, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCES = ("report", "publisher", "source_url", "source_title")
"""Columns of which a row needs one, so that somebody can look it up."""

_OPEN_TO_OTHERS = frozenset({"event_type", "location_role", "relation", "certainty"})
"""Words that another's table may have of its own: there an unknown one is a note."""


def words_are_known(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that a cell of a vocabulary holds one of its words."""
    for name, column in COLUMN_TABLE.items():
        value = record.row.cells.get(table.found.sheet.known().get(name, ""))
        if column.words and isinstance(value, str) and value and value not in column.words:
            is_error = not (table.found.is_foreign and name in _OPEN_TO_OTHERS)
            yield table.problem(
                record.row, name, f"{value[:40]!r} is unknown; {nearest(value, column.words)}", is_error=is_error
            )


def dates_are_in_order(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that nothing ends before it begins, and is told of before it happens."""
    start, end = record["date_start"], record["date_end"]
    if start and end and first_day(start) > last_day(end):
        yield table.problem(record.row, "date_end", f"{end} is before date_start {start}; swap them")
    for name in ("source_date", "date_reported"):
        published = record[name]
        if start and published and first_day(start) > last_day(published):
            yield table.problem(
                record.row,
                "date_start",
                f"{start} is after its publication ({name} {published}); one of the two is wrong",
            )
            return


def ids_are_unique(table: Checked) -> Iterator[Problem]:
    """Check that no two rows have one id."""
    ids = [record["id"] for record in table.records]
    count, first = Counter(ids), dict[object, int]()
    for found, record in zip(ids, table.records, strict=True):
        if found and count[found] > 1 and first.setdefault(found, record.row.line) != record.row.line:
            yield table.problem(
                record.row, "id", f"{str(found)[:40]!r} is there twice (line {first[found]} too); ids are unique"
            )


def sources_are_named(table: Checked) -> Iterator[Problem]:
    """Check that each row says where it is from; where no column does at all, that is one note."""
    columns = [name for name in SOURCES if name in table.names]
    if not columns:
        text = f"{table.found.sheet.path}:1 no column says where the rows are from; add {', '.join(SOURCES[:3])} or one of them"
        yield Problem(1, 0, text, is_error=False)
        return
    for record in table.records:
        if not any(record[name] for name in columns):
            yield table.problem(record.row, columns[0], f"has no source; give one of {', '.join(SOURCES)}")


def quotes_are_in_their_reports(table: Checked, record: Record) -> Iterator[Problem]:
    """Check that a quote stands in its report, and where it says that it does."""
    report, quote = record["report"], record["quote"]
    if table.reports is None or not report or not quote:
        return
    text = table.reports.get(str(report))
    if text is None:
        yield table.problem(
            record.row,
            "report",
            f"{str(report)[:60]!r} is not among the reports; its quote is not checked",
            is_error=False,
        )
    elif _folded(str(quote)) not in _folded(text):
        yield table.problem(
            record.row, "quote", f"{str(quote)[:40]!r} … is not in the report {report}; quote it to the letter"
        )
    else:
        yield from _span(table, record, text, str(quote))


def _span(table: Checked, record: Record, text: str, quote: str) -> Iterator[Problem]:
    start, end = record["quote_start"], record["quote_end"]
    if start is not None and end is not None and _folded(text[start:end]) != _folded(quote):
        at = text.find(quote)
        where = f"it stands at {at} to {at + len(quote)}" if at >= 0 else "count characters of the report's text from 0"
        yield table.problem(record.row, "quote_start", f"{start} to {end} are other words than the quote; {where}")


def _folded(text: str) -> str:
    return " ".join(text.split())


def unknown_columns_are_meant(table: Checked) -> Iterator[Problem]:
    """Note a column whose name is spelled nearly like a known one that the table lacks."""
    from difflib import get_close_matches

    if table.found.scheme is not None:  # its other columns are as its codebook calls them
        return
    for position, name in enumerate(table.found.sheet.names, start=1):
        if kind_of(name) is None and name in table.names and len(name) > 4:  # noqa: PLR2004 - short words are alike by chance
            alike = get_close_matches(name.strip().casefold(), set(COLUMN_TABLE) - table.names, n=1, cutoff=0.8)
            if alike:
                text = f"{table.found.sheet.path}:1:{position} the column {name.strip()} is not known; did you mean {alike[0]}?"
                yield Problem(1, position, text, is_error=False)


ROW_CHECKS: tuple[Callable[[Checked, Record], Iterator[Problem]], ...] = (
    words_are_known, dates_are_in_order, quotes_are_in_their_reports,
)  # fmt: skip
TABLE_CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    ids_are_unique, sources_are_named, unknown_columns_are_meant,
)  # fmt: skip
