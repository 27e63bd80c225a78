"""Drafts into a table that people work on: nothing that anybody wrote is changed, nothing comes back, nothing vanishes.

A draft belongs to the row with its id; when its report's words have changed, to the row of the same report that was
drafted from overlapping words about the same kind of incident or place. A row is updated only while it is as it was
drafted: any edited cell, and any note in a column of her own, makes it the reviewer's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.files import check_writable
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, column_name
from borderatlas.incidents.drafted import Entry, key_of, read_record, write_record
from borderatlas.incidents.fingerprints import HASH, fingerprint, is_touched, said
from borderatlas.incidents.foreign_columns import PLACING, scheme_of
from borderatlas.incidents.locking import WAIT_S, check_closed, check_unchanged, locked, state_of
from borderatlas.incidents.matching import match_rows
from borderatlas.incidents.sheets import Row, Sheet, as_text
from borderatlas.incidents.tables import check_ids, format_to_write, read_sheet, sheet_of_incidents, write_sheet

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping

    from geopandas import GeoDataFrame

_ABOUT_ITSELF = frozenset({"id", HASH, "provenance"})


@dataclass(slots=True)
class Tally:
    """What a merge did.

    Attributes
    ----------
    added, updated, edited, unchanged : int
        Drafts that became rows; rows that were as drafted and now say what their report says; rows that stay because a
        person has touched them; rows that say what their draft says.
    undrafted : int
        Rows of the reports at hand that no draft gives any more; they stay.
    deleted : int
        Drafts whose row a person has deleted; they stay away.

    Examples
    --------
    >>> from borderatlas.incidents.merging import Tally
    >>> tally = Tally(added=1_200, edited=3)
    >>> print(tally)
    1,200 added, 3 kept because edited
    >>> tally.changes
    True
    """

    added: int = 0
    updated: int = 0
    edited: int = 0
    unchanged: int = 0
    undrafted: int = 0
    deleted: int = 0

    @property
    def changes(self) -> bool:
        """Whether the table is another one now."""
        return bool(self.added or self.updated)

    def __str__(self) -> str:
        """Say it in a line, without what did not happen."""
        words = (
            (self.added, "added"), (self.updated, "updated"), (self.edited, "kept because edited"),
            (self.unchanged, "unchanged"), (self.undrafted, "no longer drafted but kept"),
            (self.deleted, "not brought back because deleted"),
        )  # fmt: skip
        return ", ".join(f"{number:,} {what}" for number, what in words if number) or "no incident drafted"


@dataclass(slots=True)
class _Work:
    """A merge at work: the table, its record, and what was done."""

    table: Sheet
    record: dict[str, Entry]
    tally: Tally = field(default_factory=Tally)


def merge_incidents(
    incidents: GeoDataFrame,
    path: str | os.PathLike[str],
    *,
    reports: Iterable[str] | None = None,
    wait_s: float = WAIT_S,
    on_note: Callable[[str], None] | None = None,
) -> Tally:
    """Merge drafts into a table, or write a new one. Merging the same again changes no byte.

    Parameters
    ----------
    incidents : GeoDataFrame
        As `borderatlas.draft_incidents` gives them.
    path : path
        A table of any format; what stands in it beside the drafts' cells stays.
    reports : iterable of str, optional
        Ids of the reports that were drafted, with those that gave no incident; by default those of the incidents.
    wait_s : float
        How long to wait while another process merges into the same table, seconds.
    on_note : callable, optional
        Called with a line when there is something to wait for.

    Returns
    -------
    Tally
        What was done; ``str`` of it is a line for people.

    Raises
    ------
    OutputError
        When the table cannot be written, is open in a spreadsheet, or another process holds it for too long.
    TableError
        When the file that is there is no table, or somebody else's: drafts would be mixed into columns of another sense.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> news = pd.DataFrame({"body": ["Guards shot at a smuggler near Hyesan on 12 May 2019."]})
    >>> drafts = ba.draft_incidents(news)
    >>> print(ba.merge_incidents(drafts, "incidents.csv"))
    1 added
    >>> print(ba.merge_incidents(drafts, "incidents.csv"))
    1 unchanged
    """
    target = check_writable(Path(path).resolve() if Path(path).is_symlink() else path, overwrite=True)
    kind = format_to_write(target)
    drafts = check_ids(sheet_of_incidents(incidents), target)
    told = {row.cells.get("report") for row in drafts.rows} | set(reports or ())
    with locked(target, wait_s=wait_s, on_note=on_note):
        check_closed(target)
        stand = state_of(target)
        base = target if target.exists() and target.stat().st_size else None
        table = _ours(_whole(read_sheet(target)), target) if base else Sheet(list(drafts.names))
        work = _Work(table, read_record(target) if base else {})
        _merge(work, drafts, told)
        if work.tally.changes or base is None:
            check_unchanged(target, stand)
            write_sheet(work.table, target, kind=kind, base=base)
        write_record(target, work.record.values())
    return work.tally


def _whole(table: Sheet) -> Sheet:
    """Refuse a table of which a part could not be read: it would be lost."""
    if table.faults:
        raise TableError(table.faults[0])
    return table


def _has_lines(table: Sheet) -> bool:
    """Tell whether a layer holds other things than points."""
    shapes = (shape for row in table.rows for shape in row.cells.values() if hasattr(shape, "geom_type"))
    return any(shape.geom_type not in {"Point", "MultiPoint"} for shape in shapes)


def _ours(table: Sheet, path: Path) -> Sheet:
    """Refuse an export of another scheme: its event_type, date and precision mean other things than a draft's."""
    scheme = scheme_of(table.names)
    if scheme is not None:
        msg = f"{path}: is {scheme.name}; name another file for the drafts, and give both to borderatlas render"
        raise TableError(msg)
    known = {column_name(name) for name in table.names}
    if table.names and (not PLACING & known or (not known & {*COLUMN_TABLE} and _has_lines(table))):  # roads, say
        there = ", ".join(name.strip() for name in table.names)[:120]
        msg = f"{path}: is another's table, or none of incidents (its columns are {there}); name another file for the drafts, and give both to borderatlas render"
        raise TableError(msg)
    return table


def merge_sheets(table: Sheet, drafts: Sheet, record: dict[str, Entry], reports: set[Any]) -> Tally:
    """Merge drafts into a table and its record, which are changed in place; nothing is read or written.

    Parameters
    ----------
    table, drafts : Sheet
    record : dict
        Entries of what was drafted before, by draft id.
    reports : set of str
        Ids of the reports that were drafted.
    """
    work = _Work(table, record)
    _merge(work, drafts, reports)
    return work.tally


def _merge(work: _Work, drafts: Sheet, reports: set[Any]) -> None:
    views = [known_cells(row) for row in work.table.rows]
    matches = match_rows([row.cells for row in drafts.rows], views, work.record)
    away = _deleted([row.cells for number, row in enumerate(drafts.rows) if number not in matches], views, work.record)
    for number, draft in enumerate(drafts.rows):
        cells = draft.cells
        if number in matches:
            at = matches[number]
            _settle(work, work.table.rows[at], views[at], cells)
            _note(work.record, cells, str(views[at].get("id")))
        elif as_text(cells["id"]) in away:
            work.tally.deleted += 1
        else:
            _add(work, cells)
    matched = set(matches.values())
    work.tally.undrafted = sum(
        view.get("report") in reports and bool(view.get(HASH)) for at, view in enumerate(views) if at not in matched
    )


def known_cells(row: Row) -> dict[str, Any]:
    """Give a row's cells under their known names."""
    return {column_name(name): value for name, value in row.cells.items()}


def _settle(work: _Work, row: Row, view: Mapping[str, Any], draft: Mapping[str, Any]) -> None:
    """Update a row that is as it was drafted; leave one that a person has touched."""
    if is_touched(view):
        work.tally.edited += 1
    elif _same(view, draft):
        work.tally.unchanged += 1
    else:
        bare = {name: None for name in view if name in COLUMN_TABLE}  # an outline that is no longer given goes too
        _put(work.table, row, {**bare, **draft, "id": view.get("id"), HASH: None})
        row.cells[_written(work.table, HASH)] = fingerprint(known_cells(row))
        work.tally.updated += 1


def _same(view: Mapping[str, Any], draft: Mapping[str, Any]) -> bool:
    """Tell whether a row says what its draft says, of the same text: by which version of the program does not matter."""
    row, new = (
        {name: text for name, text in said(cells).items() if name not in _ABOUT_ITSELF} for cells in (view, draft)
    )
    return row == new and _text_hash(view) == _text_hash(draft)


def _text_hash(cells: Mapping[str, Any]) -> Any:
    try:
        return json.loads(as_text(cells.get("provenance")) or "{}").get("text_sha256")
    except (ValueError, AttributeError, TypeError):
        return None


def _add(work: _Work, draft: Mapping[str, Any]) -> None:
    row = Row({})
    _put(work.table, row, draft)
    row.cells[_written(work.table, HASH)] = fingerprint(known_cells(row))
    work.table.rows.append(row)
    work.tally.added += 1
    _note(work.record, draft, str(draft["id"]))


def _put(table: Sheet, row: Row, draft: Mapping[str, Any]) -> None:
    """Put a draft's cells into a row; a column that the table lacks is added when there is something to say in it."""
    there = table.known()
    for name, value in draft.items():
        if name in there:
            row.cells[there[name]] = value
        elif value is not None and value != "":
            row.cells[_written(table, name)] = value
            there[name] = name


def _written(table: Sheet, name: str) -> str:
    """Give the table's own name of a column, which is added where it lacks."""
    there = table.known()
    if name not in there:
        at = table.names.index(there[GEOMETRY]) if GEOMETRY in there else len(table.names)
        table.names.insert(at, name)
    return there.get(name, name)


def _note(record: dict[str, Entry], draft: Mapping[str, Any], row_id: str) -> None:
    found = str(draft["id"])
    record[found] = Entry(found, key_of(draft), row_id)


def _deleted(drafts: list[dict[str, Any]], views: list[dict[str, Any]], record: dict[str, Entry]) -> set[str]:
    """Give the ids of the drafts whose rows a person has deleted: by id, else by report, type and place, one for one."""
    there = {as_text(view.get("id")) for view in views}
    gone = {entry.id: entry for entry in record.values() if entry.row not in there}
    away = {str(draft["id"]) for draft in drafts if str(draft["id"]) in gone}
    left = [entry.key for entry in gone.values() if entry.id not in away]
    for draft in drafts:
        if str(draft["id"]) not in away and str(draft["id"]) not in record and key_of(draft) in left:
            left.remove(key_of(draft))
            away.add(str(draft["id"]))
    return away
