"""The work on one portion: read its reports, geocode or draft them, write one partition. Runs in any process.

What a partition holds depends on the portion alone, so that a partition written twice is written the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import ReportError
from borderatlas.files import write_whole
from borderatlas.reports.documents import read_bytes
from borderatlas.reports.listener import Listener
from borderatlas.reports.parquet_rows import read_group
from borderatlas.reports.read import read_file
from borderatlas.reports.records import read_line, read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from borderatlas.corpus.arrow import Drafted
    from borderatlas.corpus.portions import Portion
    from borderatlas.gazetteer.geocoding import Geocoder
    from borderatlas.models import Report
    from borderatlas.reports.text_columns import Row

SUFFIXES = {"parquet": ".parquet", "geoparquet": ".parquet", "jsonl": ".jsonl"}
"""Suffix of a partition, by format."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every portion.

    Attributes
    ----------
    task : {"geocode", "draft"}
    form : {"parquet", "geoparquet", "jsonl"}
    folder : str
        Where the partitions are written.
    text_column : str or None
        As for `read_reports`.
    gazetteer, boundaries, name_column : str or None
        A user's own places and polygons: paths, because each process reads them itself.
    """

    task: str
    form: str
    folder: str
    text_column: str | None = None
    gazetteer: str | None = None
    boundaries: str | None = None
    name_column: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a portion: counts, and what could not be read, a ``file``, ``position`` and ``reason`` each."""

    name: str
    reports: int
    rows: int
    rejects: tuple[dict[str, str], ...] = ()
    size: int = 0


@dataclass(slots=True)
class _Rejects:
    """Takes the messages about lost reports apart: ``file:line:column reason``; `position` is for those without any."""

    path: str
    position: str = ""
    found: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, message: str) -> None:
        rest = message.removeprefix(f"{self.path}:") if message.startswith(f"{self.path}:") else message
        position, _, reason = (
            rest.partition(" ") if rest is not message and rest[:1].isdigit() else (self.position, "", rest.strip())
        )
        self.found.append({"file": self.path, "position": position, "reason": reason})


def carry_out(portion: Portion, job: Job) -> Done:
    """Do one portion, and write its partition whole.

    Raises
    ------
    OutputError
        When the partition cannot be written.
    """
    rejects = _Rejects(portion.path)
    listener = Listener(rejects, None, job.text_column)
    counted = _Counted(reports_of(portion, listener), rejects)
    rows = _ROWS[job.task](counted, geocoder_of(job.gazetteer, job.boundaries, job.name_column), rejects)
    target = Path(job.folder, f"part-{portion.name}{SUFFIXES[job.form]}")
    written = _WRITERS[job.form](target, rows, job.task)
    return Done(portion.name, counted.number, written, tuple(rejects.found), portion.size)


@dataclass(slots=True)
class _Counted:
    reports: Iterator[Report]
    rejects: _Rejects
    number: int = 0

    def __iter__(self) -> Iterator[Report]:
        for report in self.reports:
            if len(report.text) > settings.max_record_bytes:
                self.rejects(
                    f"{report.path}: {report.id}: a text of more than {settings.max_record_bytes:,} characters"
                )
                continue
            self.number += 1
            yield report


@lru_cache(maxsize=2)
def geocoder_of(
    gazetteer: str | None = None, boundaries: str | None = None, name_column: str | None = None
) -> Geocoder:
    """Give the geocoder of this process: loaded once, whatever number of portions it does."""
    from borderatlas.gazetteer.geocoding import Geocoder, default_geocoder
    from borderatlas.gazetteer.places import load_gazetteer

    if not (gazetteer or boundaries):
        return default_geocoder()
    places = load_gazetteer()
    if gazetteer:
        from borderatlas.gazetteer.dumps import gazetteer_with

        places = gazetteer_with(gazetteer)
    if not boundaries:
        return Geocoder(places)
    from borderatlas.gazetteer.units import read_units

    return Geocoder(places, area=read_units(boundaries, name_column=name_column, gazetteer=places).area)


def reports_of(portion: Portion, listener: Listener) -> Iterator[Report]:
    """Read the reports of a portion; `listener` is told what could not be read."""
    yield from _READERS[portion.kind](portion, listener)


def _range(portion: Portion, listener: Listener) -> Iterator[Report]:
    with Path(portion.path).open("rb") as file:
        file.seek(portion.start)
        number = portion.first
        while file.tell() < portion.stop:
            line = file.readline(settings.max_record_bytes + 1)
            rest = line
            while rest and not rest.endswith(b"\n") and file.tell() < portion.stop:
                rest = file.readline(1 << 20)
            yield from _line(line, portion.path, number, listener)
            number += 1


def _lines(portion: Portion, listener: Listener) -> Iterator[Report]:
    for number, line in enumerate(portion.records, portion.first):
        yield from _line(line, portion.path, number, listener)


def _line(line: bytes, path: str, number: int, listener: Listener) -> Iterator[Report]:
    if len(line) > settings.max_record_bytes:
        listener.lost(f"{path}:{number}:1 a record of more than {settings.max_record_bytes:,} bytes; one report a line")
    elif line.strip(b" \t\r\n\xef\xbb\xbf"):
        yield from read_line(line, Path(path), number, listener)


def _rows(portion: Portion, listener: Listener) -> Iterator[Report]:
    for row in portion.records:
        yield from _record(row, Path(portion.path), listener)


def _record(row: Row, path: Path, listener: Listener) -> Iterator[Report]:
    if len(row.fields.get("text") or "") > settings.max_record_bytes:
        listener.lost(f"{path}:{row.number} a text of more than {settings.max_record_bytes:,} characters")
    else:
        yield from read_record(row, path, listener)


def _group(portion: Portion, listener: Listener) -> Iterator[Report]:
    path = Path(portion.path)
    found = read_group(
        path, portion.start, portion.stop, portion.records[0], number=portion.first, text_column=listener.text_column
    )
    try:
        for row in found:
            yield from _record(row, path, listener)
    except (ReportError, OSError) as error:  # the file is torn here: the other row groups are read
        listener.lost(str(error) if isinstance(error, ReportError) else f"{path}:{portion.first} {error.strerror}")


def _files(portion: Portion, listener: Listener) -> Iterator[Report]:
    for name in portion.records:
        told = listener.on_problem
        if isinstance(told, _Rejects):
            told.path = name
        yield from read_file(Path(name), listener)


def _pages(portion: Portion, listener: Listener) -> Iterator[Report]:
    path, told = Path(portion.path), listener.on_problem
    for number, address, page in portion.records:
        if isinstance(told, _Rejects):
            told.position = str(number)
        if len(page) > settings.max_record_bytes:
            listener.lost(f"{path}:{number} a page of more than {settings.max_record_bytes:,} bytes")
            continue
        yield from read_bytes(page, path, address, "page", listener)


def _lost(portion: Portion, listener: Listener) -> Iterator[Report]:
    for message in portion.records:
        listener.lost(message)
    yield from ()


_READERS: dict[str, Callable[[Portion, Listener], Iterator[Report]]] = {
    "range": _range, "lines": _lines, "rows": _rows, "group": _group, "files": _files, "pages": _pages, "lost": _lost,
}  # fmt: skip


def _placed(reports: Iterable[Report], geocoder: Geocoder, rejects: _Rejects) -> Iterator[Any]:
    for report in reports:
        try:
            yield from geocoder.geocode(report)
        except Exception as error:  # noqa: BLE001 - one report never stops a run of a million
            rejects(f"{report.path}: {report.id}: not geocoded ({type(error).__name__}: {error})")


def _drafted(reports: Iterable[Report], geocoder: Geocoder, rejects: _Rejects) -> Iterator[Any]:
    for report in reports:
        try:
            yield from _drafts_of(report, geocoder)
        except Exception as error:  # noqa: BLE001 - one report never stops a run of a million
            rejects(f"{report.path}: {report.id}: not drafted ({type(error).__name__}: {error})")


def _drafts_of(report: Report, geocoder: Geocoder) -> list[Drafted]:
    from borderatlas.corpus.arrow import Drafted
    from borderatlas.incidents.completing import completed, stand_of
    from borderatlas.incidents.drafting import draft

    placements = geocoder.geocode(report)
    grounds = {stand_of(p.report, p.place_id, p.lat, p.lon): p for p in placements}
    drafts = completed(draft(report, placements), report, placements, geocoder.gazetteer)
    return [Drafted(i, grounds.get(stand_of(i.report, i.place_id, i.latitude, i.longitude))) for i in drafts]


_ROWS: dict[str, Callable[[Iterable[Report], Geocoder, _Rejects], Iterator[Any]]] = {
    "geocode": _placed,
    "draft": _drafted,
}


def _write_parquet(target: Path, rows: Iterable[Any], task: str) -> int:
    from borderatlas.corpus import arrow

    table = arrow.table_of(rows, task)
    write_whole(target, arrow.parquet_bytes(table))
    return int(table.num_rows)


def _write_geoparquet(target: Path, rows: Iterable[Any], task: str) -> int:
    from borderatlas.corpus import arrow

    held = list(rows)
    write_whole(target, arrow.geoparquet_bytes(held, task))
    return len(held)


def _write_lines(target: Path, rows: Iterable[Any], task: str) -> int:
    from borderatlas.corpus import arrow

    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for row in rows:
            count += 1
            yield json.dumps(arrow.record_of(row, task), ensure_ascii=False) + "\n"

    write_whole(target, lines())
    return count


_WRITERS: dict[str, Callable[[Path, Iterable[Any], str], int]] = {
    "parquet": _write_parquet, "geoparquet": _write_geoparquet, "jsonl": _write_lines,
}  # fmt: skip
