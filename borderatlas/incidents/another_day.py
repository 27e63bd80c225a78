"""Whether a statement about a place of which a report told already tells of another incident there, by its day.

The rules stand in a table, from the surest to the last resort: the first that applies decides. A few are true of one
writing only, because what a sentence begins with says more in English than in Korean or Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from borderatlas.incidents.border_places import fine
from borderatlas.incidents.cues import clearest_of
from borderatlas.incidents.day_ranges import are_days, first_day, share_days, share_starts
from borderatlas.incidents.groups import Group, fine_dates
from borderatlas.incidents.kinds import END_OF_IT, ONE_STORY, SHUT_DOORS, are_akin, differ
from borderatlas.incidents.standing import looks_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderatlas.incidents.statements import Statement
    from borderatlas.reports.dates import DateMention

_DUE = re.compile(
    r"\b(?:ordered|told|asked|required|made|forced|due|has|have|had|need|needs|must|until|before)\b[^.;]{0,60}\b(?:by|before|until|till) (?:the )?$"
)
_DONE_ABOUT_IT = frozenset({"arrest", "repatriation", "execution"})
_MANY = 3
"""A sentence that names more places than these tells of all of them at once."""


@dataclass(eq=False)
class _Beside:
    """A statement beside the group of statements with which it may go."""

    group: Group
    statement: Statement

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the statement; in English not those by which something is to be done."""
        text, at = self.statement.text, self.statement.span[0]
        return [m for m in fine_dates(self.statement) if not _DUE.search(text[: m.start - at])]

    @cached_property
    def kinds(self) -> set[str]:
        """The types of both, of the statement the likeliest even where its words are faint."""
        return {clearest_of(self.statement.scores), self.group.event_type}

    @cached_property
    def are_apart(self) -> bool:
        """Whether they are of types that no one story tells of."""
        return differ(self.kinds) and not are_akin(self.kinds)

    @cached_property
    def is_to_the_day(self) -> bool:
        """Whether each date of the statement is a day."""
        return are_days(self.dates)

    @cached_property
    def shared(self) -> list[DateMention]:
        """The dates of the group that have a day in common with the statement."""
        return [m for m in self.group.dates if share_days(self.dates, [m])]

    @cached_property
    def is_a_day_of_a_longer_time(self) -> bool:
        """Whether the statement has its day within a longer time of which the group told."""
        return self.is_to_the_day and bool(self.shared) and all(m.time_precision != "day" for m in self.shared)

    @cached_property
    def is_of_a_kind_unlike_a_noted_one(self) -> bool:
        """Whether the group tells of something of no type, and the statement of something that has one."""
        return self.group.is_noted and self.statement.event_type != "other"

    @cached_property
    def names_anew(self) -> bool:
        """Whether the statement names fine places, and one that its group has not named."""
        known = {p.place_id for p in fine(self.group.placements)}
        return any(p.place_id not in known for p in fine(self.statement.placements))

    @cached_property
    def is_within_what_goes_on(self) -> bool:
        """Whether the group tells of what took a season or longer, or has gone on since a day."""
        return self.group.is_lasting or (bool(self.shared) and all(m.since for m in self.shared))

    @cached_property
    def befell_within(self) -> bool:
        """Whether it tells, of a place not named yet, what befell on one day of a time that its group tells of.

        "Mines have been laid in three counties since May … On June 17 a corporal lost a foot near Hunyung."
        """
        first = fine_dates(self.group.told[0]) if self.group.told else []
        lasting = bool(first) and all(m.date_start != m.date_end for m in first)
        return lasting and self.names_anew and all(m.date_start == m.date_end for m in self.dates)

    @cached_property
    def follows_on(self) -> bool:
        """Whether it tells, in Korean, what the same story led to at the same place on the day after: the manhunt."""
        stages = self.kinds <= ONE_STORY and differ(self.kinds) and not self.kinds & END_OF_IT
        return stages and not self.names_anew and any(m.rule == "ko-next-day" for m in self.dates)

    @cached_property
    def is_one_of_many(self) -> bool:
        """Whether it turns to one of the many places of which one sentence of its group told at once."""
        here = {p.place_id for p in fine(self.statement.placements)}
        many = ({p.place_id for p in fine(s.placements)} for s in self.group.told)
        return len(here) == 1 and any(len(named) > _MANY and here <= named for named in many)

    @cached_property
    def is_wavering(self) -> bool:
        """Whether words of one story only waver between types, on no day of their own."""
        return (self.kinds <= SHUT_DOORS or self.kinds <= ONE_STORY) and not self.is_to_the_day


class _Rule(NamedTuple):
    language: Literal["any", "English", "East"]
    told: str
    """What the statement is, in words."""
    applies: Callable[[_Beside], bool]
    is_another: Callable[[_Beside], bool]


_RULES = (
    _Rule(
        "any", "a clause on the end of a story, on a day that was not told",
        lambda b: b.statement.is_clause and b.statement.event_type in END_OF_IT and not b.shared,
        lambda _: True,
    ),
    _Rule(
        "East", "of what was done about it, on one day of what went on since long and in a place that is named",
        lambda b: b.is_within_what_goes_on and b.is_to_the_day and b.statement.event_type in _DONE_ABOUT_IT
        and differ(b.kinds) and bool(fine(b.statement.placements)) and not b.statement.goes_on,
        lambda _: True,
    ),
    _Rule(
        "any", "beside what took a season or longer",
        lambda b: b.group.is_lasting,
        lambda b: (b.are_apart or b.is_of_a_kind_unlike_a_noted_one) and b.is_to_the_day and bool(b.statement.placements),
    ),
    _Rule(
        "English", "on one day of a longer time, in a place not named yet",
        lambda b: b.is_to_the_day and b.befell_within,
        lambda b: b.statement.tells_something,
    ),
    _Rule(
        "any", "on one day of a longer time of which something of no type was told",
        lambda b: b.is_a_day_of_a_longer_time and b.is_of_a_kind_unlike_a_noted_one,
        lambda _: True,
    ),
    _Rule(
        "English", "on a shared day, of another type and in a place not named yet",
        lambda b: bool(b.shared) and b.are_apart and b.is_to_the_day and not b.statement.goes_on and b.names_anew,
        lambda b: first_day(b.dates) != first_day(b.group.dates),
    ),
    _Rule(
        "East", "of other people, on one day of a longer time",
        lambda b: b.is_a_day_of_a_longer_time and b.statement.brings_in_others,
        lambda b: b.statement.tells_something,
    ),
    _Rule(
        "East", "since a day that was not told, of a type that no one story tells of",
        lambda b: bool(b.shared) and b.are_apart and all(m.since for m in b.dates) and not b.statement.goes_on,
        lambda b: first_day(b.dates) > first_day(b.group.dates) and b.statement.event_type != "other",
    ),
    _Rule(
        "any", "on a shared day",
        lambda b: bool(b.shared),
        lambda b: b.are_apart and (b.statement.turns or b.is_a_day_of_a_longer_time)
        and not share_starts(b.dates, b.group.dates),
    ),
    _Rule(
        "any", "on one of the many places of one sentence",
        lambda b: (b.is_to_the_day or any(m.since for m in b.dates)) and b.is_one_of_many,
        lambda b: b.statement.tells_something,
    ),
    _Rule(
        "any", "of no type, or beside what is of none, on a day of its own",
        lambda b: b.is_to_the_day and (b.statement.is_noted or (b.group.is_noted and len(b.kinds) > 1)),
        lambda _: True,
    ),
    _Rule("any", "on the day after, another stage of a story", lambda b: b.follows_on, lambda _: False),
    _Rule(
        "any", "with other people, or turned to a place, each on days of its own",
        lambda b: (b.statement.brings_in_others or b.statement.turns) and b.is_to_the_day
        and all(m.time_precision == "day" for m in b.group.dates),
        lambda b: b.statement.tells_something,
    ),
    _Rule("any", "of the same type", lambda b: not differ(b.kinds) or b.is_wavering, lambda _: False),
    _Rule(
        "any", "of another type",
        lambda _: True,
        lambda b: not b.kinds <= ONE_STORY or all(str(m.date_start) > first_day(b.group.dates) for m in b.dates),
    ),
)  # fmt: skip


def is_another_day(group: Group, statement: Statement) -> bool:
    """Tell whether a statement about the same place, or about none, tells of another incident on another day."""
    beside = _Beside(group, statement)
    if not beside.dates or not (group.dates or group.is_lasting) or looks_back(statement.text):
        return False
    here = "East" if statement.is_east else "English"
    rules = (rule for rule in _RULES if rule.language in {"any", here})
    return next(rule.is_another(beside) for rule in rules if rule.applies(beside))
