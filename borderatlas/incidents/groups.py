"""A group: the statements of a report that tell of one incident, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from borderatlas.incidents.cues import Scores, best_of, scores_of
from borderatlas.incidents.day_ranges import is_fine_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.incidents.statements import Statement
    from borderatlas.models import Placement
    from borderatlas.reports.dates import DateMention


@dataclass(eq=False)
class Group:
    """Statements that tell of one incident.

    Attributes
    ----------
    statements : list of Statement
        In the order of the text, with those beside the point (habits, plans, denials).
    named_in_title : list of Placement
        Places that only the title names.
    carried : list of Placement
        The place of the group before, where this one names none.
    title : str
        The headline, where it is about this incident.
    inherited : str
        The type of the group before, for one whose own words say none.
    """

    statements: list[Statement]
    named_in_title: list[Placement] = field(default_factory=list)
    carried: list[Placement] = field(default_factory=list)
    title: str = ""
    inherited: str = "other"

    @property
    def told(self) -> list[Statement]:
        """The statements that tell of something that happened."""
        return [statement for statement in self.statements if statement.standing == "told"]

    @property
    def placements(self) -> list[Placement]:
        """The places that its statements tell of, or all that they name when these tell of none."""
        named = [p for statement in self.told for p in statement.placements]
        if self.carried and not self._spoken_of:
            return self.carried
        if named:
            return named
        beside = (statement for statement in self.statements if statement.standing in {"habit", "planned"})
        return [p for statement in beside for p in statement.placements]

    @property
    def _spoken_of(self) -> list[Placement]:
        """The places of those statements that tell of an incident by their words, or by a day."""
        return [p for s in self.told if s.event_type != "other" or s.told_dates for p in s.placements]

    @property
    def event_type(self) -> str:
        """The type of incident, by the cues of headline and statements."""
        return best_of(scores_of(self.title), list(self._scores()))

    @property
    def is_noted(self) -> bool:
        """Whether it is of no type, and names something all the same: a visit, a protest."""
        return self.event_type == "other" and any(statement.is_noted for statement in self.told)

    def _scores(self) -> Iterator[Scores]:
        """Give the scores of its statements; the second counts as a later one where it is of another paragraph."""
        told = self.told or self.statements
        for number, statement in enumerate(told):
            if (
                number == 1
                and not statement.goes_on
                and (told[0].event_type != "other" or statement.paragraph != told[0].paragraph)
            ):
                yield {}
            yield statement.scores

    @property
    def kind(self) -> str:
        """Its type, or else the one that it inherited."""
        own = self.event_type
        return self.inherited if own == "other" else own

    @property
    def is_lasting(self) -> bool:
        """Whether it tells of what took a season or longer, and of no day: "between May 2020 and September 2021"."""
        return not self.dates and any(m.date_start for s in self.told for m in s.told_dates)

    @property
    def dates(self) -> list[DateMention]:
        """The dates that its statements tell, finer than a year."""
        return [m for s in self.told for m in fine_dates(s)]


def fine_dates(statement: Statement) -> list[DateMention]:
    """Give the dates that a statement tells, finer than a year."""
    return [m for m in statement.told_dates if is_fine_date(m)]
