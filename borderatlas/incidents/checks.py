"""Every problem of an incident table in one run: ``file:line:column what is wrong; what would be right``.

The file is only read. Errors are what `read_incidents` would refuse or what cannot be true; notes are what a person
should look at.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.cells import value_of
from borderatlas.incidents.check_ground import GROUND_CHECKS
from borderatlas.incidents.check_rows import ROW_CHECKS, TABLE_CHECKS
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY
from borderatlas.incidents.foreign import Recognised, places_incidents, recognise, what_is_there
from borderatlas.incidents.formats import readable
from borderatlas.incidents.intake import LOOSE_SUFFIXES, is_table
from borderatlas.incidents.loose_csv import has_header, read_loosely
from borderatlas.incidents.partitions import is_partitioned, parts_of
from borderatlas.incidents.problems import Checked, Problem, Record, problem_at
from borderatlas.incidents.tables import read_sheet
from borderatlas.progress import watched

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.incidents.sheets import Sheet
    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.models import Report
    from borderatlas.reports.written_dates import DateOrder

# Said by checks of their own, which know more.
_ELSEWHERE = frozenset({"latitude", "longitude"})


def check_table(
    path: str | os.PathLike[str], *, reports: Iterable[Report] | None = None, chosen: Mapping[str, str] | None = None,
    order: DateOrder | None = None, gazetteer: Gazetteer | None = None, boundaries: Boundaries | None = None,
) -> list[Problem]:  # fmt: skip
    """Check an incident table of any format, this project's own or another's.

    Parameters
    ----------
    path : path
        A table, or a folder of partitions in Parquet: these are checked one after the other.
    reports : iterable of Report, optional
        The reports in which quotes are looked for.
    chosen, order : optional
        As for `borderatlas.incidents.foreign.recognise`.
    gazetteer : Gazetteer, optional
        The places to know; by default those that ship.
    boundaries : Boundaries, optional
        A user's own polygons of units, which then stand for the approximate ones.

    Returns
    -------
    list of Problem
        In the order of the file; empty when nothing is wrong. The file is not changed.
    """
    if is_partitioned(path):
        return _check_parts(
            parts_of(path), {"reports": reports, "chosen": chosen, "order": order, "gazetteer": gazetteer}
        )
    problems: list[Problem] = []
    sheet = _read(Path(path), problems)
    if sheet is None or _header(sheet, problems, chosen or {}):
        return problems
    try:
        found = recognise(sheet, chosen=chosen, order=order)
    except TableError as error:
        return [*problems, Problem(1, 0, str(error))]
    problems += [Problem(1, 0, note, is_error=False) for note in (*sheet.notes, *found.notes)]
    problems += [_placed(fault, Path(path)) for fault in sheet.faults]
    table = Checked(
        found, _converted(found, problems), gazetteer or load_gazetteer(),
        None if reports is None else {report.id: report.text for report in reports}, boundaries,
    )  # fmt: skip
    for check in TABLE_CHECKS:
        problems += check(table)
    for record in table.records:
        problems += [problem for check in (*ROW_CHECKS, *GROUND_CHECKS) for problem in check(table, record)]
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))


def _check_parts(parts: Sequence[Path], options: dict[str, Any]) -> list[Problem]:
    """Check partitions one by one, so that a million rows are never held; and ids across them."""
    options["reports"] = None if options["reports"] is None else list(options["reports"])
    problems: list[Problem] = []
    seen: dict[str, Path] = {}
    for part in watched(parts, "Checking"):
        problems += check_table(part, **options)
        for line, found in enumerate(_ids_of(part), 1):
            if found is not None and seen.setdefault(found, part) != part:
                text = f"{part}:{line}:1 the id {found!r} is in {seen[found].name} too; ids are unique"
                problems.append(Problem(line, 1, text))
    return problems


def _ids_of(part: Path) -> list[str | None]:
    """Give the ids of a partition; what cannot be read has been told of already."""
    try:
        from pyarrow import parquet

        found: list[str | None] = parquet.read_table(part, columns=["id"])["id"].to_pylist()
    except (ImportError, OSError, ValueError, KeyError):
        return []
    return found


def _read(path: Path, problems: list[Problem]) -> Sheet | None:
    """Read a file as far as it goes; what stops it is the only problem."""
    try:
        if not is_table(path):
            raise TableError(f"{path}: not a kind of incident table; tables are {readable()}")  # noqa: EM102, TRY003, TRY301
        if path.is_file() and not path.stat().st_size:
            raise TableError(f"{path}: empty; a table begins with the names of its columns")  # noqa: EM102, TRY003, TRY301
        if path.suffix.lower() not in LOOSE_SUFFIXES:
            with warnings.catch_warnings(action="ignore"):  # GDAL's, about a file that is refused anyway
                return read_sheet(path)
        return read_loosely(path, lambda text: problems.append(_placed(text, path)),
                            lambda text: problems.append(_placed(text, path, is_error=False)))  # fmt: skip
    except TableError as error:
        problems.append(_placed(str(error), path))
    except OSError as error:
        problems.append(Problem(0, 0, f"{path}: cannot be read ({error.strerror or error}); name an incident table"))
    return None


def _placed(text: str, path: Path, *, is_error: bool = True) -> Problem:
    """Give a message its place in the order of the file."""
    line, column = [*text.removeprefix(f"{path}:").partition(" ")[0].split(":"), "0"][:2]
    at = [int(part) if part.isdigit() else 0 for part in (line, column)]
    return Problem(at[0], at[1], text, is_error=is_error)


def _header(sheet: Sheet, problems: list[Problem], chosen: Mapping[str, str]) -> bool:
    """Tell whether the header is such that nothing below it can be judged."""
    if not sheet.names or (not sheet.rows and sheet.names == [GEOMETRY]):
        if not problems:
            problems.append(Problem(1, 0, f"{sheet.path}: empty; a table has columns and a row for each incident"))
        return True
    if not has_header(sheet.names):
        text = f"{sheet.path}:1:1 no header: the first line holds values ({', '.join(sheet.names)[:60]}); put the names of the columns above it"
        problems.append(Problem(1, 1, text))
        return True
    if not places_incidents(sheet.names) and not chosen:
        there = what_is_there(sheet.names)
        text = f"{sheet.path}:1:1 no column says where; {there}; add latitude and longitude or a place_name, or name one with --columns place_name=THEIRS"
        problems.append(Problem(1, 1, text))
        return True
    if not sheet.rows and not problems:
        problems.append(Problem(1, 0, f"{sheet.path}:1 no rows below the header", is_error=False))
    return False


def _converted(found: Recognised, problems: list[Problem]) -> list[Record]:
    """Convert each cell, and say which is not what its column holds."""
    known = found.sheet.known()
    records = []
    for row in found.sheet.rows:
        values: dict[str, Any] = {}
        for name, written in known.items():
            try:
                values[name] = value_of(name, row.cells.get(written), found.sheet.cell(row, written))
            except TableError as error:
                problems += _refused(found, row, name, str(error))
        records.append(Record(row, values))
    return records


def _refused(found: Recognised, row: Any, name: str, said: str) -> list[Problem]:
    vocabulary = name in COLUMN_TABLE and bool(COLUMN_TABLE[name].words)
    if vocabulary or (name in _ELSEWHERE and "outside" in said):
        return []
    message = (said.partition(f" {name} ")[2] or said).replace("is outside 0 to inf", "is below 0; write 0 or more")
    return [problem_at(found, row, name, message)]
