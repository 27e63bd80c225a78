"""What `check` finds in a table: errors, which are wrong, and notes, which are worth a look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.name_placing import NameFinder
from borderatlas.incidents.sheets import Row, is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.incidents.foreign import Recognised
    from borderatlas.layers.boundaries import Boundaries

# A path may hold blanks, so that the first blank does not end it: the colon behind it does, or the line and column.
_PLACE = re.compile(r"[^\n]*?\.\w+:(?:\d+(?::\d+)?)?(?= )")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding.

    Attributes
    ----------
    line, column : int
        From 1; 0 for the file as a whole. Of a format without lines, the row's number.
    text : str
        ``file:line:column what is wrong; what would be right``.
    is_error : bool
        False for a note: the table can be used as it is.
    """

    line: int
    column: int
    text: str
    is_error: bool = True

    def __str__(self) -> str:
        """Give the line that is printed; notes say that they are."""
        if self.is_error:
            return self.text
        where = _PLACE.match(self.text)
        at = where.end() if where else 0
        return f"{self.text[:at]} note: {self.text[at:].lstrip()}"


@dataclass(frozen=True, slots=True)
class Record:
    """A row with its values converted, for the checks of what it says as a whole.

    Attributes
    ----------
    row : Row
        As it stands in the file, under known names.
    values : dict
        Column → value of its kind; None for what is missing or wrong.
    """

    row: Row
    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """Give a value; None for what is missing, empty or wrong."""
        value = self.values.get(name)
        return None if is_empty(value) else value


@dataclass(frozen=True)
class Checked:
    """A table while it is checked.

    Attributes
    ----------
    found : Recognised
    records : list of Record
    gazetteer : Gazetteer
    reports : dict of str to str, or None
        Id → text of the reports that can be found; None when nobody said where they are.
    boundaries : Boundaries or None
        A user's own polygons of units, which then stand for the approximate ones.
    """

    found: Recognised
    records: list[Record]
    gazetteer: Gazetteer
    reports: Mapping[str, str] | None = None
    boundaries: Boundaries | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """Give the known and unknown names of the columns."""
        return frozenset(self.found.sheet.known())

    @cached_property
    def finder(self) -> NameFinder:
        """Give what finds places by name and context."""
        return NameFinder(self.gazetteer, self.boundaries)

    def problem(self, row: Row, name: str, message: str, *, is_error: bool = True) -> Problem:
        """Make a finding about a cell, under the name that its file gives the column."""
        return problem_at(self.found, row, name, message, is_error=is_error)


def problem_at(found: Recognised, row: Row, name: str, message: str, *, is_error: bool = True) -> Problem:
    """Make a finding about a cell, under the name that its file gives the column."""
    sheet = found.sheet
    cell = sheet.cell(row, sheet.known().get(name, name))
    called = found.columns.get(name, name)
    text = f"{cell.path}:{cell.line}:{cell.column} {called} {message}"
    return Problem(cell.line, cell.column, text, is_error=is_error)


def nearest(word: str, words: Iterable[str]) -> str:
    """Say which words are spelled nearly like one that is not known, or list them all."""
    known = list(words)
    alike = get_close_matches(word.casefold(), known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(alike)}?" if alike else f"it is one of {', '.join(known)}"
