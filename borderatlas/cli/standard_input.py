"""What comes by standard input, as a file: so that a table is read as a table, by the readers of its own format."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas.cli.telling import call

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT: list[tempfile.TemporaryDirectory[str]] = []
"""Folders that last as long as the process."""


def standing_in(sources: Sequence[str]) -> list[str]:
    """Give sources with a file in the place of ``-``; what it is is told by its content, not by its name.

    Messages go on calling it ``-``; the report in it is ``stdin``, as ever.
    """
    return [_spooled() if source == "-" else source for source in sources]


def _spooled() -> str:
    from borderatlas.reports.unnamed import SUFFIX_OF, content_of

    data = sys.stdin.buffer.read()
    folder = tempfile.TemporaryDirectory(prefix="borderatlas-")
    _KEPT.append(folder)
    path = Path(folder.name) / f"stdin{SUFFIX_OF[content_of(data, _is_column)]}"
    path.write_bytes(data)
    call(str(path), "-")
    return str(path)


def _is_column(word: str) -> bool:
    from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, column_name
    from borderatlas.incidents.foreign_columns import meaning_of
    from borderatlas.reports.text_columns import TEXT_COLUMNS

    known = column_name(word.strip('\ufeff "'))
    return known in {*COLUMN_TABLE, GEOMETRY, *TEXT_COLUMNS} or meaning_of(word) is not None
