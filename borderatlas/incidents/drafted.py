"""The record of what was ever drafted into a table, so that a row that a person deleted does not come back.

It stands beside the table, as ``incidents.csv.drafted``: a line an id, with no word of the reports. Without it (a table
that was sent without its record) a deleted row is drafted again; ``review_status`` ``rejected`` needs no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from borderatlas.errors import TableError
from borderatlas.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SUFFIX = ".drafted"
_HEAD = "# Every draft that was put into this table: its id, a hash of report, type and place, the id of its row.\n"
_FIELDS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft that was once put into the table.

    Attributes
    ----------
    id : str
        The draft's id.
    key : str
        Hash of its report, type and place, by which it is known when the report's words have changed.
    row : str
        Id of the row that it was put into.
    """

    id: str
    key: str
    row: str


def key_of(cells: Mapping[str, Any]) -> str:
    """Give a hash of what is told to have happened where, by which report."""
    said = "\0".join(str(cells.get(name) or "") for name in ("report", "event_type", "place_id"))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def record_path(table: Path) -> Path:
    """Give the place of a table's record."""
    return table.with_name(table.name + SUFFIX)


def read_record(table: Path) -> dict[str, Entry]:
    """Read a table's record, by draft id; it is empty for a table that is not there, or has none.

    Raises
    ------
    TableError
        When it is there and cannot be read.
    """
    path = record_path(table)
    if not table.exists() or not path.exists():
        return {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: cannot be read; delete it to draft anew what was deleted from the table"
        raise TableError(msg) from error
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {fields[0]: Entry(*fields) for fields in parts if len(fields) == _FIELDS}


def write_record(table: Path, entries: Iterable[Entry]) -> None:
    """Write a table's record, sorted; the same entries give the same bytes, and then the file is not touched."""
    path = record_path(table)
    lines = sorted(f"{entry.id}\t{entry.key}\t{entry.row}" for entry in entries)
    content = _HEAD + "".join(f"{line}\n" for line in lines)
    if not path.exists() or path.read_bytes() != content.encode():
        write_whole(path, content)
