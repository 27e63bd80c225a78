"""Where problems and notes about reports go while they are read, and what has been said of them already."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from borderatlas.models import Report

Tell = Callable[[str], None]

_LANGUAGES = frozenset({"en", "ko", "zh"})


@dataclass(frozen=True, slots=True)
class Listener:
    """Where problems and notes go; without anyone to tell, a problem that costs a report is raised."""

    on_problem: Tell | None
    on_note: Tell | None
    text_column: str | None = None
    told: set[tuple[str, str]] = field(default_factory=set)
    ids: dict[int, str] = field(default_factory=dict)  # by their hash: of a corpus of millions they would be long

    def lost(self, message: str) -> None:
        """Say that a report could not be read."""
        if self.on_problem is None:
            raise ReportError(message)
        self.on_problem(message)

    def flaw(self, message: str) -> None:
        """Say that something about a report could not be used, although it was read."""
        tell = self.on_problem or self.on_note
        if tell is not None:
            tell(message)

    def note(self, message: str) -> None:
        """Say what is worth knowing and is no problem."""
        if self.on_note is not None:
            self.on_note(message)

    def note_language(self, report: Report) -> None:
        """Say, once a file, that a language is not one whose particles, type words and roles are known."""
        language, path = report.language or "und", report.path or report.id
        if language.split("-")[0].lower() in _LANGUAGES or (path, language) in self.told:
            return
        self.told.add((path, language))
        self.note(f"{path}: unknown language ({language}); English, Korean and Chinese are read, searched all the same")

    def note_id(self, report: Report) -> None:
        """Say, once a pair of files, that two reports have one id: nothing tells their results apart."""
        here, key = sys.intern(report.path or "-"), hash(report.id)
        first = self.ids.get(key)
        if first is None:
            self.ids[key] = here
        elif (here, first) not in self.told:
            self.told.add((here, first))
            self.note(f"{here}: its id {report.id!r} is that of a report in {first} too; rename one to tell them apart")
