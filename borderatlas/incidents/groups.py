"""A group: the statements of a report that tell of one incident, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from borderatlas.incidents.cues import Scores, best_of, scores_of
from borderatlas.incidents.day_ranges import is_fine_date
from borderatlas.incidents.topics import with_topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from borderatlas.incidents.statements import Statement
    from borderatlas.models import Placement
    from borderatlas.reports.dates import DateMention

_CLEAR = 4
"""The least score of goods carried over the border that make smuggling of a crossing."""


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
    is_left_open : bool
        Whether its first statement leaves it to what stands before it to say what happened.
    is_alike : bool
        Whether it says that it was as with the group before: "a third died in the same way".
    """

    statements: list[Statement]
    named_in_title: list[Placement] = field(default_factory=list)
    carried: list[Placement] = field(default_factory=list)
    title: str = ""
    inherited: str = "other"
    is_alike: bool = False
    is_left_open: bool = True

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
        kind = best_of(scores_of(self.title), list(self._scores()))
        return "smuggling" if kind == "crossing" and self._carries_goods else kind

    @property
    def _carries_goods(self) -> bool:
        """Whether its first sentences say, in Korean or Chinese, that those who crossed had goods with them."""
        return any(s.is_east and s.scores.get("smuggling", 0) >= _CLEAR for s in self.told[:2])

    @property
    def is_noted(self) -> bool:
        """Whether it is of no type, and names something all the same: a visit, a protest."""
        return self.event_type == "other" and any(statement.is_noted for statement in self.told)

    def _scores(self, read: Callable[[Scores, str], Scores] = lambda scores, _: scores) -> Iterator[Scores]:
        """Give the scores of its statements; the second counts as a later one where it is of another paragraph."""
        told = self._core_first(self.told or self.statements)
        for number, statement in enumerate(told):
            if (
                number == 1
                and not statement.goes_on
                and (told[0].event_type != "other" or statement.paragraph != told[0].paragraph)
            ):
                yield {}
            yield read(statement.scores, statement.text)

    @staticmethod
    def _core_first(told: Sequence[Statement]) -> list[Statement]:
        """Put the first statement that says where, in English, before what leads up to it: "Japan. … North Korea. … In Wiwon, guards …"."""
        core = next((s for s in told if s.placements), None)
        if core is None or core.is_east or told[0].event_type != "other":
            return list(told)
        return [core, *(s for s in told if s is not core)]

    @property
    def kind(self) -> str:
        """Its type, by cues and by the words that go with a type, or else the one that it inherited."""
        if self.is_alike:
            return self.inherited
        own = best_of(with_topics(scores_of(self.title), self.title), list(self._scores(with_topics)))
        return self.inherited if own == "other" and self.is_left_open else own

    @property
    def is_clear(self) -> bool:
        """Whether it speaks of some type of incident, or goes on with what the group before told."""
        return self.kind != "other" or self.inherited != "other"

    @property
    def is_lasting(self) -> bool:
        """Whether it tells of what took a season or longer, and of no day: "between May 2020 and September 2021"."""
        return not self.dates and any(m.date_start for s in self.told for m in s.told_dates)

    @property
    def dates(self) -> list[DateMention]:
        """The dates that its statements tell, finer than a year."""
        return [m for n, s in enumerate(self.told) for m in fine_dates(s) if not (n and s.is_idle and _is_vague(m))]


def _is_vague(mention: DateMention) -> bool:
    """Tell whether a date is a month: where nothing is told on it, as in "the unrest of last month", nothing was then."""
    return mention.time_precision == "month"


def fine_dates(statement: Statement) -> list[DateMention]:
    """Give the dates that a statement tells, finer than a year."""
    return [m for m in statement.told_dates if is_fine_date(m)]
